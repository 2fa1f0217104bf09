//! What one entry says of each body's handling.

use super::contact::contacts;
use crate::calendar::Date;
use crate::ledger::{Assignment, Entry, Feedback, HandlingRole, Outcome, Rating, Reply, Round, RoundCause};

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
    /// The ratings of attitude and result on the same form.
    pub attitude_and_result: (Option<Rating>, Option<Rating>),
    /// The rating of the first round.
    pub first_rating: Option<Rating>,
    /// How the submitter was consulted by this body (or by a body that is not named): a bit each, in the order of the means.
    pub contacts: u8,
    /// The last round of handling, where there are several (redo rounds; what is followed up was answered before).
    pub last_round: Option<LastRound>,
    /// Whether a round was opened because the submitter was dissatisfied.
    pub redone: bool,
    /// Whether an extension was approved in any round.
    pub extended: bool,
    /// The outcome before the first round that follows up a plan; `None` where no such round was opened.
    pub before_follow_up: Option<Option<&'e Outcome<'e>>>,
}

/// A body's last round of handling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastRound {
    /// 交办日期 of the round.
    pub assigned_on: Option<Date>,
    /// 应答复日期 as stated.
    pub due_on: Option<Date>,
    /// Whether it was answered.
    pub answered: bool,
    /// When.
    pub answered_on: Option<Date>,
    /// Whether the source says, without dates, that it was in time.
    pub stated_in_time: Option<bool>,
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
    let due_on = extended_until(round).or(assignment.due_on).or(round.due_on);
    let feedback = last_feedback(entry, body, alone);
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
        rating: feedback.and_then(Feedback::rating),
        attitude_and_result: feedback.map_or((None, None), |feedback| (feedback.attitude, feedback.result)),
        first_rating: first_rating(entry, body, alone),
        contacts: contacts(entry, body),
        last_round: last_round(entry, body, alone),
        redone: is_redone(entry),
        extended: entry.rounds.iter().any(is_extended),
        before_follow_up: before_follow_up(entry, body, alone),
    };
    match (assignment.role, &assignment.opinion) {
        (Some(HandlingRole::Assisting), opinion) => Handling {
            due_on: opinion.as_ref().and_then(|opinion| opinion.due_on),
            answered: opinion.as_ref().is_some_and(|opinion| opinion.given_on.is_some() || opinion.given == Some(true)),
            answered_on: opinion.as_ref().and_then(|opinion| opinion.given_on),
            stated_in_time: opinion.as_ref().and_then(|opinion| opinion.in_time),
            outcome: opinion.as_ref().and_then(|opinion| opinion.outcome.as_ref()),
            ..row.without_replies()
        },
        (Some(HandlingRole::ForReference), _) => row.without_replies(),
        _ => row,
    }
}

impl Handling<'_> {
    /// The same, where the body's part knows no reply to the submitter.
    fn without_replies(self) -> Self {
        Self {
            answered: false,
            answered_on: None,
            stated_in_time: None,
            outcome: None,
            rating: None,
            attitude_and_result: (None, None),
            first_rating: None,
            last_round: None,
            before_follow_up: None,
            ..self
        }
    }
}

fn unassigned<'e>(entry: &'e Entry<'e>) -> Handling<'e> {
    let round = entry.rounds.first();
    let reply = round.and_then(|round| round.replies.first());
    let feedback = last_feedback(entry, None, true);
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
        rating: feedback.and_then(Feedback::rating),
        attitude_and_result: feedback.map_or((None, None), |feedback| (feedback.attitude, feedback.result)),
        first_rating: first_rating(entry, None, true),
        contacts: contacts(entry, None),
        last_round: last_round(entry, None, true),
        redone: is_redone(entry),
        extended: entry.rounds.iter().any(is_extended),
        before_follow_up: before_follow_up(entry, None, true),
    }
}

fn answering_bodies(round: &Round<'_>) -> usize {
    let answers = |role| !matches!(role, Some(HandlingRole::Assisting | HandlingRole::ForReference));
    round.assignments.iter().filter(|assignment| answers(assignment.role) && !is_returned(assignment)).count()
}

/// Whether something that names `named` belongs to `body`: it names it, or names nobody and there is no other body.
pub fn is_of(named: Option<&str>, body: Option<&str>, alone: bool) -> bool {
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

fn first_rating(entry: &Entry<'_>, body: Option<&str>, alone: bool) -> Option<Rating> {
    let of_body = |feedback: &&Feedback<'_>| is_of(feedback.body.as_deref(), body, alone);
    entry.rounds.first()?.feedback.iter().rev().filter(of_body).find_map(Feedback::rating)
}

fn is_redone(entry: &Entry<'_>) -> bool {
    entry.rounds.iter().any(|round| round.cause == Some(RoundCause::Redo))
}

/// Whether an extension of the round was approved.
pub fn is_extended(round: &Round<'_>) -> bool {
    round.extension.as_ref().is_some_and(|extension| extension.approved_on.is_some() || extension.approved_by.is_some())
}

fn extended_until(round: &Round<'_>) -> Option<Date> {
    round.extension.as_ref().filter(|_| is_extended(round)).and_then(|extension| extension.until)
}

fn is_follow_up(round: &Round<'_>) -> bool {
    round.cause == Some(RoundCause::FollowUp)
}

fn last_round(entry: &Entry<'_>, body: Option<&str>, alone: bool) -> Option<LastRound> {
    let takes_part = |round: &Round<'_>| {
        round.assignments.is_empty() || round.assignments.iter().any(|assignment| assignment.body.as_deref() == body)
    };
    let last = entry.rounds.iter().skip(1).rev().find(|round| !is_follow_up(round) && takes_part(round))?;
    let reply = last.replies.iter().rev().find(|reply| is_of(reply.body.as_deref(), body, alone));
    Some(LastRound {
        assigned_on: last.assigned_on,
        due_on: extended_until(last).or(last.due_on),
        answered: reply.is_some(),
        answered_on: reply.and_then(|reply| reply.date),
        stated_in_time: reply.and_then(|reply| reply.in_time),
    })
}

fn before_follow_up<'e>(entry: &'e Entry<'e>, body: Option<&str>, alone: bool) -> Option<Option<&'e Outcome<'e>>> {
    let first = entry.rounds.iter().position(is_follow_up)?;
    let replies = entry.rounds[..first].iter().rev().flat_map(|round| round.replies.iter().rev());
    Some(replies.filter(|reply| is_of(reply.body.as_deref(), body, alone)).find_map(|reply| reply.outcome.as_ref()))
}
