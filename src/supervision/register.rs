//! 承诺事项台账: every promise of a ledger, and every reply that promised without one being registered.

use super::due_dates::is_sent;
use super::grounds::Grounds;
use crate::calendar::Date;
use crate::ledger::{CommitmentState, Entry, Ledger, OutcomeMeaning, Reply};

vocabulary! {
    /// How a promise stands, what presses most first.
    PromiseState {
        /// 逾期未落实.
        Overdue = "overdue",
        /// 答复承诺办理，台账没有登记承诺事项.
        Unregistered = "unregistered",
        /// 没有完成时限.
        Undated = "undated",
        /// 办理中.
        Open = "open",
        /// 落实情况未载明.
        Unsaid = "unsaid",
        /// 逾期落实.
        KeptLate = "kept-late",
        /// 已落实.
        Kept = "kept",
        /// 不再落实.
        GivenUp = "given-up",
    }
}

/// One line of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// The entry's place in the ledger.
    pub entry: usize,
    /// What was promised; absent where nothing is registered.
    pub what: Option<String>,
    /// 责任单位, else the body that answers.
    pub body: Option<String>,
    /// By when.
    pub due_on: Option<Date>,
    /// When it was kept.
    pub kept_on: Option<Date>,
    /// How it stands.
    pub state: PromiseState,
}

/// The register with what became of the entries that were once answered with a promise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Register {
    /// What presses most first, then by due date, then in the ledger's order.
    pub promises: Vec<Promise>,
    /// Entries of which a later reply is of a solved class.
    pub converted: u32,
    /// Entries of which any reply is of a class that plans or is being solved.
    pub promising: u32,
}

/// The register of `ledger` on the day of `grounds`.
pub fn register(ledger: &Ledger, grounds: &Grounds<'_>) -> Register {
    let mut register = Register::default();
    for (place, entry) in ledger.entries().enumerate() {
        let meanings: Vec<OutcomeMeaning> =
            sent(&entry).filter_map(|reply| reply.outcome.as_ref().and_then(|outcome| grounds.meaning(outcome))).collect();
        if let Some(first) = meanings.iter().position(|meaning| is_promise(*meaning)) {
            register.promising += 1;
            register.converted += u32::from(meanings.iter().skip(first + 1).any(|meaning| meaning.is_solved()));
        }
        let owes = meanings.last().is_some_and(|meaning| is_promise(*meaning) || *meaning == OutcomeMeaning::SolvedThisYear);
        if entry.commitments.is_empty() && owes {
            register.promises.push(Promise {
                entry: place,
                what: None,
                body: body_of(&entry),
                due_on: None,
                kept_on: None,
                state: PromiseState::Unregistered,
            });
        }
        for commitment in &entry.commitments {
            register.promises.push(Promise {
                entry: place,
                what: Some(commitment.what.to_string()),
                body: commitment.body.as_ref().map(ToString::to_string).or_else(|| body_of(&entry)),
                due_on: commitment.due_on,
                kept_on: commitment.kept_on,
                state: state(commitment.state, commitment.due_on, commitment.kept_on, grounds.today),
            });
        }
    }
    register.promises.sort_by_key(|promise| (promise.state, promise.due_on.is_none(), promise.due_on, promise.entry));
    register
}

/// Whether a class puts the matter off with a plan.
fn is_promise(meaning: OutcomeMeaning) -> bool {
    matches!(meaning, OutcomeMeaning::BeingSolved | OutcomeMeaning::Planned)
}

/// A day in the past without a word of being kept makes an open promise overdue; where nobody said how it stands, it stays unsaid.
fn state(state: Option<CommitmentState>, due: Option<Date>, kept: Option<Date>, today: Date) -> PromiseState {
    match (state, due) {
        (Some(CommitmentState::GivenUp), _) => PromiseState::GivenUp,
        (Some(CommitmentState::Kept), Some(due)) if kept.is_some_and(|kept| kept > due) => PromiseState::KeptLate,
        (Some(CommitmentState::Kept), _) => PromiseState::Kept,
        (Some(CommitmentState::Open), Some(due)) if due < today => PromiseState::Overdue,
        (Some(CommitmentState::Open), Some(_)) => PromiseState::Open,
        (Some(CommitmentState::Open), None) => PromiseState::Undated,
        (None, _) => PromiseState::Unsaid,
    }
}

fn sent<'e, 'a>(entry: &'e Entry<'a>) -> impl Iterator<Item = &'e Reply<'a>> {
    entry.rounds.iter().flat_map(|round| &round.replies).filter(|reply| is_sent(reply))
}

fn body_of(entry: &Entry<'_>) -> Option<String> {
    let replied = sent(entry).last().and_then(|reply| reply.body.as_ref());
    let assigned =
        entry.rounds.last().and_then(|round| round.assignments.first()).and_then(|assignment| assignment.body.as_ref());
    replied.or(assigned).map(ToString::to_string)
}
