//! Civil dates, working days with make-up workdays (调休), periods counted day by day.
//!
//! Knows nothing of ledgers; never reads a clock. `date` a civil date · `month_day` a day of every year · `holidays`
//! which days are worked · `period` when a period ends · `trace` how that day was reached.

mod date;
mod holidays;
mod month_day;
mod period;
mod trace;

pub use date::{Date, DateFault};
pub use holidays::{CalendarFault, DayKind, SHIPPED_HOLIDAYS, WorkCalendar};
pub use month_day::MonthDay;
pub use period::{Due, Period, PeriodUnit};
pub use trace::{PeriodRule, Step, StepKind, Trace};
