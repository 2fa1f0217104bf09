//! A letter or a report checked under a profile, answering in the boundary's shapes.
//!
//! `entry` the letter of a ledger's entry · `reply` the letter · `report` the report · `finding` findings of either.

mod entry;
mod finding;
mod reply;
mod report;

pub use entry::reply_of_entry;
pub use reply::check_reply;
pub use report::audit_report;
