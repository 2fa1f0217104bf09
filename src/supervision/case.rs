//! What the rules see: one entry's steps and the facts beside them.

use super::due_dates::{answers, due_dates, is_sent};
use super::grounds::{Grounds, Thresholds};
use super::pace::Paces;
use super::step::{Step, StepDue};
use crate::calendar::Date;
use crate::ledger::{CommitmentState, Entry, OutcomeMeaning, Rating};
use crate::statistics::is_extended;

/// One entry as the rules see it.
#[derive(Debug, Clone)]
pub struct EntryCase {
    /// The day.
    pub today: Date,
    /// From when something is worth a warning.
    pub thresholds: Thresholds,
    /// The steps that have a limit.
    pub steps: Vec<StepDue>,
    /// When it was first assigned.
    pub assigned_on: Option<Date>,
    /// Whether any contact with the submitter is recorded.
    pub contacted: bool,
    /// The last reply that went out: its day (where known) and what its class means.
    pub replied: Option<(Option<Date>, Option<OutcomeMeaning>)>,
    /// The day of the first reply.
    pub first_replied_on: Option<Date>,
    /// Drafts that wait for signing: since when, where known.
    pub drafts: Vec<Option<Date>>,
    /// The day on which an extension was asked for that is neither approved nor refused; the inner is absent where undated.
    pub extension_asked: Option<Option<Date>>,
    /// How many promises there are, and how many of them are still open.
    pub commitments: (usize, usize),
    /// Open promises without a day.
    pub undated_commitments: Vec<String>,
    /// Since when the submitter's last word is 不满意 with no round of handling after it.
    pub dissatisfied: Option<Option<Date>>,
    /// When each body that has not answered is likely to answer.
    pub expected: Vec<(String, super::pace::Expected)>,
}

impl EntryCase {
    /// `entry` on `grounds`, with the usual paces of the ledger's bodies.
    pub fn of(entry: &Entry<'_>, grounds: &Grounds<'_>, paces: &Paces) -> Self {
        let steps = due_dates(entry, grounds);
        let sent = |round: &'_ crate::ledger::Round<'_>| round.replies.iter().any(is_sent);
        let last_sent = entry.rounds.iter().rev().find_map(|round| round.replies.iter().rev().find(|reply| is_sent(reply)));
        let last = entry.rounds.last();
        let unsent = last.into_iter().flat_map(|round| round.replies.iter().filter(|reply| !is_sent(reply)));
        let waiting = last.filter(|round| !sent(round)).and_then(|round| round.extension.as_ref().map(|asked| (round, asked)));
        let asked = waiting.filter(|(round, asked)| !is_extended(round) && asked.refused_on.is_none());
        let is_open = |state: Option<CommitmentState>| matches!(state, Some(CommitmentState::Open));
        let open: Vec<_> = entry.commitments.iter().filter(|commitment| is_open(commitment.state)).collect();
        let rated = last.and_then(|round| round.feedback.iter().rev().find(|feedback| feedback.rating().is_some()));
        let assigned = entry.rounds.first().and_then(|round| {
            round.assigned_on.or_else(|| round.assignments.iter().filter_map(|assignment| assignment.assigned_on).min())
        });
        Self {
            today: grounds.today,
            thresholds: grounds.thresholds,
            assigned_on: assigned,
            contacted: entry.rounds.iter().any(|round| !round.consultations.is_empty()),
            replied: last_sent.map(|reply| (reply.date, reply.outcome.as_ref().and_then(|outcome| grounds.meaning(outcome)))),
            first_replied_on: entry.rounds.first().and_then(|round| round.replies.iter().filter_map(|reply| reply.date).min()),
            drafts: unsent.map(|reply| reply.approvals.iter().filter_map(|approval| approval.on).max()).collect(),
            extension_asked: asked.map(|(_, asked)| asked.requested_on),
            commitments: (entry.commitments.len(), open.len()),
            undated_commitments: open.iter().filter(|open| open.due_on.is_none()).map(|open| open.what.to_string()).collect(),
            dissatisfied: rated.filter(|feedback| feedback.rating() == Some(Rating::Dissatisfied)).map(|feedback| feedback.on),
            expected: expected(entry, &steps, grounds, paces),
            steps,
        }
    }

    /// The pending steps of these kinds.
    pub fn pending<'s>(&'s self, kinds: &'s [Step]) -> impl Iterator<Item = &'s StepDue> {
        self.steps.iter().filter(|step| kinds.contains(&step.step) && step.is_pending())
    }
}

fn expected(entry: &Entry<'_>, steps: &[StepDue], grounds: &Grounds<'_>, paces: &Paces) -> Vec<(String, super::pace::Expected)> {
    let Some(round) = entry.rounds.first() else { return Vec::new() };
    let pending =
        |body: &str| steps.iter().any(|step| step.step == Step::Reply && step.is_pending() && step.body.as_deref() == Some(body));
    let answering = round.assignments.iter().filter(|assignment| answers(assignment));
    let with_start =
        answering.filter_map(|assignment| Some((assignment.body.as_deref()?, assignment.assigned_on.or(round.assigned_on)?)));
    let minimum = grounds.thresholds.pace_minimum;
    let told = with_start.filter(|(body, _)| pending(body)).filter_map(|(body, assigned)| {
        paces.expected(body, assigned, grounds.today, minimum).map(|expected| (body.to_owned(), expected))
    });
    told.collect()
}
