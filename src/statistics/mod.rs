//! Statistics: columns, filters, counts, rates.
//!
//! `handling` what one entry says of each body's handling · `columns` that of all entries, dictionary-coded ·
//! `standing` states and due dates under a profile and a day · `filter` which rows count · `count` groups and tallies ·
//! `rates` the indicators, each two counts · `percent` the one place that prints a share · `list` rows in order.
//!
//! The row of the columns is one body's handling of one entry (件次); an entry (件) is a run of rows, at least one.

mod columns;
mod count;
mod dictionary;
mod dimension;
mod filter;
mod handling;
mod list;
mod overview;
mod percent;
mod rates;
mod standing;

pub use columns::Columns;
pub use dimension::DimensionId;
pub use filter::{Filter, FilterFault};
pub use list::{RowOrder, SortKey, matching_entries};
pub use overview::{Days, DaysBin, DimensionCounts, Group, LeftOut, Overview, Share};
pub use percent::{percent, percents};
pub use rates::{Rate, RateId};
pub use standing::{AnswerState, FirstHandling, Standing};
