//! What differs from place to place, as data: limits, roles, outcome scheme, denominators, rounding, signing chain.
//!
//! A profile is a JSON document (`jianyi/profile/1`). Every value names its source; a value that is not known is
//! absent and listed as 待确认, never invented. The shipped ones lie in `src/profile/data/`; `README.md` beside this
//! file explains every field.
//!
//! `schema` the shape · `limit` time limits and when they end · `thresholds` from when something is worth a warning · `reading` from text to profile · `fault` why a text is
//! no profile · `source` what the values rest on · `headings` the words of column headings · `shipped` the profiles of this module.

mod fault;
mod headings;
mod limit;
mod reading;
mod schema;
mod shipped;
mod source;
mod thresholds;

pub use fault::ProfileFault;
pub use headings::{HeadingWords, Headings, shipped_headings};
pub use limit::{Limit, LimitStart, LimitUnit, Limits, due, due_traced};
pub use schema::{
    Basis, CountedRoles, Denominators, Localized, PROFILE_FORMAT, Profile, ProfileFormatName, ReplyDemands, RoleLabels, Rounding,
    RoundingMode, SmallNumbers, Sourced,
};
pub use shipped::{shipped_profile, shipped_profiles};
pub use source::DEFAULT_SOURCES;
pub use thresholds::Watch;
