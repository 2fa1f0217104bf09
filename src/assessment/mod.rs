//! 绩效考核: a points table as data, and each body's sheet of points with the entries behind every one of them.
//!
//! `scheme` the points table (`jianyi/assessment/1`) · `shipped` the tables of this module · `metric` what of a body's work
//! a part of the table looks at · `gather` those findings for all bodies · `points` a part's points · `sheet` the sheets.
//!
//! Points are whole hundredths, never floats. What the ledger can't tell is scored by a person or stays open; it is
//! never taken for full points.

mod gather;
mod metric;
mod points;
mod scheme;
mod sheet;
mod shipped;

pub use metric::{Judged, Metric, OutReason};
pub use scheme::{ASSESSMENT_FORMAT, CountedSide, Part, PointRule, Points, Scheme, SchemeFault};
pub use sheet::{BodySheet, HandScores, PartScore, ScoreState, ScoredEntry, assess};
pub use shipped::{shipped_scheme, shipped_schemes};
