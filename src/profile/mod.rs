//! What differs from place to place, as data: limits, roles, outcome scheme, denominators, rounding, signing chain.
//!
//! A profile is a JSON document (`jianyi/profile/1`). Every value names its source; a value that is not known is
//! absent and listed as 待确认, never invented. The shipped ones lie in `src/profile/data/`.

mod limit;
mod schema;
mod shipped;

pub use limit::{Limit, LimitStart, LimitUnit, Limits};
pub use schema::{
    Basis, CountedRoles, Denominators, Localized, PROFILE_FORMAT, Profile, ProfileFault, ProfileFormatName, ReplyDemands,
    RoleLabels, Rounding, RoundingMode, SmallNumbers, Sourced,
};
pub use shipped::{shipped_profile, shipped_profiles};
