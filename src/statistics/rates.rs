//! The indicators as rates of two counts, each with what it leaves out.

use super::filter::Condition;
use super::indicator_counts::IndicatorCounts;
use super::keys::Grounds;
use super::linked::{Linked, Mask, Scope};
use super::rare_counts::{adoption, promises, returns};
use super::rate_id::RateId;
use super::reason::LeftOut;
use super::weight::{WEIGHED, counted};
use crate::ledger::HandlingRole;
use crate::profile::Basis;

vocabulary! {
    /// What a rate counts.
    Unit {
        /// 件.
        Entry = "entry",
        /// 件次.
        Assignment = "assignment",
        /// 建议点.
        Point = "point",
        /// 承诺事项.
        Promise = "promise",
    }
}

/// A rate: two counts, never a float.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// Which.
    pub id: RateId,
    /// The numerator.
    pub part: u64,
    /// The denominator.
    pub whole: u64,
    /// What is counted.
    pub unit: Unit,
    /// The roles that count.
    pub roles: Vec<HandlingRole>,
    /// What is in neither, and why.
    pub left_out: Vec<LeftOut>,
    /// The rule or practice that the denominator follows.
    pub source: String,
}

/// The rows that pass, whatever they are.
pub(super) const PASSING: Scope = Scope { ignores: None::<Condition>, mask: Mask::All, once: false };

/// All indicators of the rows that pass, in the order of [`RateId::ALL`].
pub(super) fn rates(linked: &mut Linked, grounds: Grounds<'_>) -> Vec<Rate> {
    let passing = linked.set(grounds, PASSING);
    let counts = linked.indicators.get_or_insert_with(|| IndicatorCounts::new(grounds));
    counts.bring(grounds, &passing);
    let weighed = RateId::ALL[..WEIGHED].iter().map(|id| {
        let (part, whole, left_out) = counts.of(*id);
        let counted = counted(*id, grounds.profile);
        let basis = counted.map_or(Basis::Entry, |counted| counted.value.basis);
        Rate {
            id: *id,
            part,
            whole,
            unit: if basis == Basis::Entry { Unit::Entry } else { Unit::Assignment },
            roles: counted.map_or_else(Vec::new, |counted| counted.value.roles.clone()),
            left_out: left_out.into_iter().map(|(reason, count)| LeftOut { reason: reason.as_str(), count }).collect(),
            source: counted.map_or_else(|| id.doc().source.to_owned(), |counted| counted.source.clone()),
        }
    });
    let mut rates: Vec<Rate> = weighed.collect();
    rates.extend([adoption(grounds, &passing), returns(grounds, &passing), promises(grounds, &passing)]);
    rates
}
