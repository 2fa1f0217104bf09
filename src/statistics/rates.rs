//! The indicators as rates of two counts, each with what it leaves out.

use super::filter::Condition;
use super::indicator_counts::{IndicatorCounts, Sums};
use super::keys::Grounds;
use super::linked::{Linked, Mask, Scope};
use super::rare_counts::{adoption, promises, returns};
use super::rate_id::RateId;
use super::reason::{LeftOut, Reason};
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
    let sums = counts.sums();
    let mut rates: Vec<Rate> = RateId::ALL[..WEIGHED].iter().map(|id| rate_of(*id, sums, grounds)).collect();
    let silent = rates.iter_mut().filter(|rate| says_nothing(rate.id, linked, grounds));
    silent.for_each(leave_out_all);
    let handled = linked.size(grounds, Scope { mask: Mask::Handled, ..PASSING });
    rates.extend([adoption(grounds, &passing), returns(grounds, &passing, handled), promises(grounds, &passing)]);
    rates
}

/// Whether the rate is of all that are to be rated, and nothing that passes was: that says nothing of satisfaction, not 0 %.
pub(super) fn says_nothing(id: RateId, linked: &mut Linked, grounds: Grounds<'_>) -> bool {
    let is_of_all = matches!(id, RateId::SatisfactionOfAll | RateId::SatisfactionIncludingBasicOfAll);
    is_of_all && linked.size(grounds, Scope { mask: Mask::Rated, ..PASSING }) == 0
}

fn leave_out_all(rate: &mut Rate) {
    if rate.whole == 0 {
        return;
    }
    rate.left_out.push(LeftOut { reason: Reason::NoFeedback.as_str(), count: rate.whole as u32 });
    rate.left_out.sort_by_key(|left_out| Reason::from_word(left_out.reason));
    (rate.part, rate.whole) = (0, 0);
}

/// The rate of `id`, one of those that are weighed.
pub(super) fn rate_of(id: RateId, sums: &Sums, grounds: Grounds<'_>) -> Rate {
    let (part, whole, left_out) = sums.of(id);
    let counted = counted(id, grounds.profile);
    let basis = counted.map_or(Basis::Entry, |counted| counted.value.basis);
    Rate {
        id,
        part,
        whole,
        unit: if basis == Basis::Entry { Unit::Entry } else { Unit::Assignment },
        roles: counted.map_or_else(Vec::new, |counted| counted.value.roles.clone()),
        left_out: left_out.into_iter().map(|(reason, count)| LeftOut { reason: reason.as_str(), count }).collect(),
        source: counted.map_or_else(|| id.doc().source.to_owned(), |counted| counted.source.clone()),
    }
}
