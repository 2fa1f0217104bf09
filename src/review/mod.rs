//! A letter or a report checked under a profile, answering in the boundary's shapes.
//!
//! `entry` the letter of a ledger's entry · `reply` the letter · `report` the report · `beside` it
//! beside last year's and beside public counts · `finding` findings of either ·
//! `help` the rules' help · `example` the letter that an example of it stands for.

mod beside;
mod entry;
mod example;
mod finding;
mod help;
mod reply;
mod report;

pub use entry::reply_of_entry;
pub use example::reply_example;
pub use help::rule_helps;
pub use reply::check_reply;
pub use report::audit_report;
