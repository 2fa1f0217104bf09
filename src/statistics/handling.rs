//! What one entry says of each body's handling.

use crate::calendar::Date;
use crate::ledger::{Assignment, Entry, Feedback, HandlingRole, Outcome, Rating, Reply, Round};

/// One body's handling of one entry, as the ledger states it.
#[derive(Debug, Clone, PartialEq)]
pub struct Handling<'e> {
    /// 承办单位.
    pub body: Option<&'e str>,
    /// 承办方式.
    pub role: Option<HandlingRole>,
    /// 交办日期 of the first round.
    pub assigned_on: Option<Date>,
    /// 签收日期 of the first round.
    pub received_on: Option<Date>,
    /// 应答复日期 as stated, an approved extension included.
    pub due_on: Option<Date>,
    /// Whether the first round was answered.
    pub answered: bool,
    /// The date of the first answer.
    pub answered_on: Option<Date>,
    /// Whether the source says, without dates, that the first answer was in time.
    pub stated_in_time: Option<bool>,
    /// The outcome of the last round in which the body answered.
    pub outcome: Option<&'e Outcome<'e>>,
    /// The rating of the last round that was rated.
    pub rating: Option<Rating>,
    /// Whether the submitter was consulted by this body (or by a body that is not named).
    pub consulted: bool,
}

/// The handlings of `entry`: a row per body and role, bodies that returned the item left out, those that answer the
/// deputy first; never empty: an entry that nobody handles has one row without body and role.
pub fn handlings<'e>(entry: &'e Entry<'e>) -> Vec<Handling<'e>> {
    let mut rows: Vec<Handling<'e>> = Vec::new();
    for round in &entry.rounds {
        for assignment in round.assignments.iter().filter(|assignment| !is_returned(assignment)) {
            let body = assignment.body.as_deref();
            if !rows.iter().any(|row| row.body == body && row.role == assignment.role && body.is_some()) {
                rows.push(handling(entry, round, assignment));
            }
        }
    }
    if rows.is_empty() {
        rows.push(unassigned(entry));
    }
    rows.sort_by_key(|row| reading_order(row.role));
    rows
}

/// Whether the assignment ended because the body sent the item back and the assigner took it.
pub fn is_returned(assignment: &Assignment<'_>) -> bool {
    assignment.returned.as_ref().is_some_and(|returned| returned.accepted.unwrap_or(true))
}

fn reading_order(role: Option<HandlingRole>) -> u8 {
    match role {
        Some(HandlingRole::Lead) => 0,
        Some(HandlingRole::Separate) => 1,
        None => 2,
        Some(HandlingRole::Assisting) => 3,
        Some(HandlingRole::ForReference) => 4,
    }
}

fn handling<'e>(entry: &'e Entry<'e>, round: &'e Round<'e>, assignment: &'e Assignment<'e>) -> Handling<'e> {
    let body = assignment.body.as_deref();
    let alone = answering_bodies(round) <= 1;
    let first_reply =
        round.replies.iter().filter(|reply| is_of(reply.body.as_deref(), body, alone)).min_by_key(|reply| reply.date);
    let extension = round.extension.as_ref();
    let approved = extension.filter(|extension| extension.approved_on.is_some() || extension.approved_by.is_some());
    let due_on = approved.and_then(|extension| extension.until).or(assignment.due_on).or(round.due_on);
    let row = Handling {
        body,
        role: assignment.role,
        assigned_on: assignment.assigned_on.or(round.assigned_on),
        received_on: assignment.received_on,
        due_on,
        answered: first_reply.is_some(),
        answered_on: first_reply.and_then(|reply| reply.date),
        stated_in_time: first_reply.and_then(|reply| reply.in_time),
        outcome: last_reply(entry, body, alone).and_then(|reply| reply.outcome.as_ref()),
        rating: last_feedback(entry, body, alone).and_then(Feedback::rating),
        consulted: consulted(entry, body),
    };
    match (assignment.role, &assignment.opinion) {
        (Some(HandlingRole::Assisting), opinion) => Handling {
            due_on: opinion.as_ref().and_then(|opinion| opinion.due_on),
            answered: opinion.as_ref().is_some_and(|opinion| opinion.given_on.is_some() || opinion.given == Some(true)),
            answered_on: opinion.as_ref().and_then(|opinion| opinion.given_on),
            stated_in_time: opinion.as_ref().and_then(|opinion| opinion.in_time),
            outcome: opinion.as_ref().and_then(|opinion| opinion.outcome.as_ref()),
            rating: None,
            ..row
        },
        (Some(HandlingRole::ForReference), _) => {
            Handling { answered: false, answered_on: None, rating: None, outcome: None, ..row }
        }
        _ => row,
    }
}

fn unassigned<'e>(entry: &'e Entry<'e>) -> Handling<'e> {
    let round = entry.rounds.first();
    let reply = round.and_then(|round| round.replies.first());
    Handling {
        body: reply.and_then(|reply| reply.body.as_deref()),
        role: None,
        assigned_on: round.and_then(|round| round.assigned_on),
        received_on: None,
        due_on: round.and_then(|round| round.due_on),
        answered: reply.is_some(),
        answered_on: reply.and_then(|reply| reply.date),
        stated_in_time: reply.and_then(|reply| reply.in_time),
        outcome: last_reply(entry, None, true).and_then(|reply| reply.outcome.as_ref()),
        rating: last_feedback(entry, None, true).and_then(Feedback::rating),
        consulted: entry.rounds.iter().any(|round| !round.consultations.is_empty()),
    }
}

fn answering_bodies(round: &Round<'_>) -> usize {
    let answers = |role| !matches!(role, Some(HandlingRole::Assisting | HandlingRole::ForReference));
    round.assignments.iter().filter(|assignment| answers(assignment.role) && !is_returned(assignment)).count()
}

/// Whether something that names `named` belongs to `body`: it names it, or names nobody and there is no other body.
fn is_of(named: Option<&str>, body: Option<&str>, alone: bool) -> bool {
    match named {
        Some(named) => body.is_none_or(|body| body == named),
        None => alone,
    }
}

fn last_reply<'e>(entry: &'e Entry<'e>, body: Option<&str>, alone: bool) -> Option<&'e Reply<'e>> {
    entry.rounds.iter().rev().find_map(|round| round.replies.iter().rev().find(|reply| is_of(reply.body.as_deref(), body, alone)))
}

fn last_feedback<'e>(entry: &'e Entry<'e>, body: Option<&str>, alone: bool) -> Option<&'e Feedback<'e>> {
    let rated = |feedback: &&Feedback<'_>| is_of(feedback.body.as_deref(), body, alone) && feedback.rating().is_some();
    entry.rounds.iter().rev().find_map(|round| round.feedback.iter().rev().find(rated))
}

fn consulted(entry: &Entry<'_>, body: Option<&str>) -> bool {
    let mut consultations = entry.rounds.iter().flat_map(|round| &round.consultations);
    consultations.any(|consultation| is_of(consultation.body.as_deref(), body, true))
}
