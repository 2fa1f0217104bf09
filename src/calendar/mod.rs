//! Civil dates, working days with make-up workdays (调休), periods counted day by day.
//!
//! Knows nothing of ledgers; never reads a clock.

mod date;

pub use date::{Date, DateFault};
