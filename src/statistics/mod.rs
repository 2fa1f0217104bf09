//! Statistics: columns, filters, counts, rates.
//!
//! | what | modules |
//! | --- | --- |
//! | what the ledger says, a row per body's handling of an entry (件次) | `handling`, `contact` of one entry; `columns`, `codes`, `dictionary`, `texts` of all |
//! | how it stands under a profile on a day | `standing` |
//! | which rows count | `filter`, `dimension`, `keys`; `lookup` and `bits`: a bit per row |
//! | counts that follow a filter from step to step | `linked`, `tally`; `fact`, `weight`, `indicator_counts` for the indicators |
//! | answers | `groups`, `days`, `rates`, `rare_counts`, `clocks`, `bodies`, together the `overview`; `views`: counts alone; `explain`: the entries behind a figure; `list`; `percent` prints a share |
//!
//! An entry (件) is a run of rows, at least one.

mod bits;
mod bodies;
mod clocks;
mod codes;
mod columns;
mod contact;
mod days;
mod dictionary;
mod dimension;
mod explain;
mod fact;
mod filter;
mod groups;
mod handling;
mod indicator_counts;
mod keys;
mod linked;
mod list;
mod lookup;
mod overview;
mod percent;
mod rare_counts;
mod rate_id;
mod rates;
mod reason;
mod standing;
mod tally;
mod texts;
mod views;
mod weight;

pub use bodies::{BodyWork, bodies};
pub use clocks::{Clock, ClockId};
pub use columns::Columns;
pub use days::{Days, DaysBin};
pub use dimension::DimensionId;
pub use explain::{Explanation, explain};
pub use filter::{Filter, FilterFault};
pub use groups::{DimensionCounts, Group, Share};
pub use handling::{Handling, handlings, is_extended, is_of, is_returned};
pub use keys::Grounds;
pub use linked::Linked;
pub use list::{RowOrder, SortKey, sorted};
pub use overview::Overview;
pub use percent::{intervals_overlap, percent, percent_difference, percent_interval, percents};
pub use rare_counts::PromiseState;
pub use rate_id::{IndicatorDoc, RateId};
pub use rates::{Rate, Unit};
pub use reason::{LeftOut, Reason};
pub use standing::{AnswerState, FirstHandling, Standing};
pub use views::{View, view_counts, view_keys};
