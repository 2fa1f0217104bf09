//! The indicators that count points, assignments and promises; few entries have them.

use super::bits::Bits;
use super::keys::Grounds;
use super::rate_id::RateId;
use super::rates::Rate;
use super::reason::{LeftOut, Reason};
use crate::calendar::Date;
use crate::ledger::CommitmentState;

vocabulary! {
    /// How a promise stands on a day.
    PromiseState {
        /// 已按期落实.
        InTime = "in-time",
        /// 逾期落实.
        Late = "late",
        /// 已落实, but the dates do not say whether in time.
        Kept = "kept",
        /// 到期未落实.
        Overdue = "overdue",
        /// 未到期.
        Open = "open",
        /// 不再落实.
        GivenUp = "given-up",
        /// Neither kept nor due on a known day.
        Unknown = "unknown",
    }
}

/// 采纳率, by point.
pub(super) fn adoption(grounds: Grounds<'_>, passing: &Bits) -> Rate {
    let points = grounds.columns.rare.adopted_points.iter().filter(|(entry, ..)| stands(grounds, *entry, passing));
    let (part, whole) =
        points.fold((0, 0), |(part, whole), (_, adopted, of)| (part + u64::from(*adopted), whole + u64::from(*of)));
    rate(RateId::Adoption, part, whole, Vec::new())
}

/// 退办率: assignments taken back, of these and the `handled` that remain.
pub(super) fn returns(grounds: Grounds<'_>, passing: &Bits, handled: u32) -> Rate {
    let returned = grounds.columns.rare.returned.iter().filter(|(entry, _)| stands(grounds, *entry, passing));
    let part: u64 = returned.map(|(_, count)| u64::from(*count)).sum();
    rate(RateId::Return, part, part + u64::from(handled), Vec::new())
}

/// 承诺兑现率.
pub(super) fn promises(grounds: Grounds<'_>, passing: &Bits) -> Rate {
    let states = promise_states(grounds, passing);
    let count = |wanted: &[PromiseState]| -> u32 {
        states.iter().filter(|(state, _)| wanted.contains(state)).map(|(_, count)| count).sum()
    };
    use PromiseState::{GivenUp, InTime, Kept, Late, Open, Overdue, Unknown};
    let part = count(&[InTime, Late, Kept]);
    let whole = part + count(&[Overdue, GivenUp]);
    let left_out = [(Reason::NotDue, count(&[Open])), (Reason::UnknownDate, count(&[Unknown]))];
    let left_out = left_out.into_iter().filter(|(_, count)| *count > 0);
    let left_out = left_out.map(|(reason, count)| LeftOut { reason: reason.as_str(), count }).collect();
    rate(RateId::Promise, u64::from(part), u64::from(whole), left_out)
}

/// How many promises of the entries that pass stand so.
pub(super) fn promise_states(grounds: Grounds<'_>, passing: &Bits) -> Vec<(PromiseState, u32)> {
    let mut counts = vec![0; PromiseState::ALL.len()];
    let promises = grounds.columns.rare.commitments.iter().filter(|(entry, _)| stands(grounds, *entry, passing));
    promises.for_each(|(_, promise)| counts[promise_state(promise, grounds.standing.today).index()] += 1);
    PromiseState::ALL.iter().copied().zip(counts).collect()
}

pub(super) fn promise_state(promise: &super::columns::Promise, today: Date) -> PromiseState {
    let is_kept = promise.kept_on.is_some() || promise.state == Some(CommitmentState::Kept);
    match (promise.kept_on, promise.due_on) {
        (Some(kept), Some(due)) if kept <= due => PromiseState::InTime,
        (Some(_), Some(_)) => PromiseState::Late,
        _ if is_kept => PromiseState::Kept,
        _ if promise.state == Some(CommitmentState::GivenUp) => PromiseState::GivenUp,
        (_, Some(due)) if due < today => PromiseState::Overdue,
        (_, Some(_)) => PromiseState::Open,
        (_, None) => PromiseState::Unknown,
    }
}

/// Whether any row of the entry passes and it was not withdrawn.
fn stands(grounds: Grounds<'_>, entry: u32, passing: &Bits) -> bool {
    let entry = entry as usize;
    !grounds.columns.entries.withdrawn[entry] && grounds.columns.rows_of(entry).any(|row| passing.has(row))
}

fn rate(id: RateId, part: u64, whole: u64, left_out: Vec<LeftOut>) -> Rate {
    Rate { id, part, whole, unit: id.unit(), roles: Vec::new(), left_out, source: id.doc().source.to_owned() }
}
