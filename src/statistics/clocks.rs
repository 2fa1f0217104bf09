//! The three clocks of handling, kept apart: the first reply, the final reply, the promise.
//!
//! What is still open is counted as open. A clock that left it out would show only what went well.

use super::days::rank;
use super::keys::Grounds;
use super::linked::{Linked, TallyId};
use super::rare_counts::{PromiseState, promise_states};
use super::rates::PASSING;
use super::standing::AnswerState;

vocabulary! {
    /// What a clock measures.
    ClockId {
        /// 首次答复.
        FirstReply = "first-reply",
        /// 最终答复, of the last round of handling.
        FinalReply = "final-reply",
        /// 承诺落实.
        Promise = "promise",
    }
}

/// How many stand where, by one clock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Which.
    pub id: ClockId,
    /// Those that it runs for: handlings (件次) that owe a reply, or promises.
    pub whole: u32,
    /// By state, in reading order, without those that do not occur.
    pub states: Vec<(&'static str, u32)>,
    /// The days within which half of all were done, open ones counted as not done; `None` where fewer than half are,
    /// and for clocks whose days are not known.
    pub median_of_all: Option<u32>,
}

/// The clocks of the rows that pass.
pub(super) fn clocks(linked: &mut Linked, grounds: Grounds<'_>) -> Vec<Clock> {
    let passing = linked.set(grounds, PASSING);
    let promises =
        promise_states(grounds, &passing).into_iter().map(|(state, count): (PromiseState, u32)| (state.as_str(), count));
    let mut clocks = vec![
        clock(ClockId::FirstReply, owed(linked, false)),
        clock(ClockId::FinalReply, owed(linked, true)),
        clock(ClockId::Promise, promises.collect()),
    ];
    let by_day = linked.days(grounds).iter().zip(linked.counts(TallyId::Days).chunks_exact(2));
    let by_day: Vec<(u32, u32, u32)> = by_day.map(|(days, counts)| (*days, counts[0] + counts[1], counts[1])).collect();
    clocks[0].median_of_all = rank(&by_day, clocks[0].whole, 50);
    clocks
}

fn owed(linked: &Linked, last_round: bool) -> Vec<(&'static str, u32)> {
    let states = linked.indicators.iter().flat_map(|counts| counts.sums().states(last_round));
    let runs = |state: &AnswerState| !matches!(state, AnswerState::NoReplyOwed | AnswerState::Withdrawn);
    states.filter(|(state, _)| runs(state)).map(|(state, count)| (state.as_str(), count)).collect()
}

fn clock(id: ClockId, states: Vec<(&'static str, u32)>) -> Clock {
    let whole = states.iter().map(|(_, count)| count).sum();
    Clock { id, whole, states: states.into_iter().filter(|(_, count)| *count > 0).collect(), median_of_all: None }
}
