//! A report beside what others state: last year's report, or the counts of a public data set.

mod key;
mod last_year;
mod published;

pub use last_year::{CheckedClaim, SameLabel, YearsBeside, beside_last_year};
pub use published::{PublishedCount, PublishedFigure, beside_published};
