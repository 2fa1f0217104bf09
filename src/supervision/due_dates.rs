//! Every step of an entry that has a limit, with its due date and state.

use super::grounds::Grounds;
use super::reckon::{Done, Known, Starts, judged};
use super::step::{DueSource, Step, StepDue};
use crate::calendar::Date;
use crate::ledger::{
    Approval, ApprovalStep, Assignment, CommitmentState, DisclosureAttribute, Entry, HandlingRole, Reply, Round, RoundCause,
};
use crate::profile::{Limit, Sourced};
use crate::statistics::{is_extended, is_of, is_returned};

/// The steps of `entry` in the order of handling; empty where it was withdrawn.
pub fn due_dates(entry: &Entry<'_>, grounds: &Grounds<'_>) -> Vec<StepDue> {
    if entry.withdrawn.is_some() {
        return Vec::new();
    }
    let mut steps = Vec::new();
    for (index, round) in entry.rounds.iter().enumerate() {
        let alone = round.assignments.iter().filter(|assignment| answers(assignment) && !is_returned(assignment)).count() <= 1;
        for assignment in &round.assignments {
            let handling = OfBody { entry, round, number: index + 1, assignment, alone, grounds };
            match assignment.role {
                Some(HandlingRole::ForReference) => {}
                Some(HandlingRole::Assisting) => handling.assisting_steps(&mut steps),
                _ => handling.answering_steps(&mut steps),
            }
        }
    }
    publication(entry, grounds, &mut steps);
    commitments(entry, grounds, &mut steps);
    steps
}

/// Whether the letter went out: a reply that has only steps of signing before 签发, and no date, is a draft.
pub fn is_sent(reply: &Reply<'_>) -> bool {
    let signed = |approval: &Approval<'_>| matches!(approval.step, ApprovalStep::Sign | ApprovalStep::Seal);
    reply.date.is_some()
        || reply.document_number.is_some()
        || reply.in_time.is_some()
        || reply.approvals.is_empty()
        || reply.approvals.iter().any(signed)
}

/// Whether the body answers the submitter.
pub(super) fn answers(assignment: &Assignment<'_>) -> bool {
    !matches!(assignment.role, Some(HandlingRole::Assisting | HandlingRole::ForReference))
}

struct OfBody<'e, 'g> {
    entry: &'e Entry<'e>,
    round: &'e Round<'e>,
    number: usize,
    assignment: &'e Assignment<'e>,
    alone: bool,
    grounds: &'g Grounds<'g>,
}

impl OfBody<'_, '_> {
    fn answering_steps(&self, steps: &mut Vec<StepDue>) {
        self.accept_or_return(steps);
        if is_returned(self.assignment) {
            return;
        }
        let limits = &self.grounds.profile.limits;
        let reply = self.first_reply();
        let contact = self.first_contact();
        if let Some(limit) = limits.first_contact.as_ref().filter(|_| self.number == 1) {
            // an answered item without a recorded contact is a matter of quality, not of a date still to be met
            if contact.is_some() || reply.is_none() {
                steps.push(self.step(Step::FirstContact, Some(limit), Done::of(false, contact, None)));
            }
        }
        let answer = self.answer(reply);
        let due_on = answer.due_on;
        steps.push(answer);
        if let Some(reply) = reply {
            self.feedback(reply, due_on, steps);
        }
    }

    fn assisting_steps(&self, steps: &mut Vec<StepDue>) {
        self.accept_or_return(steps);
        if is_returned(self.assignment) {
            return;
        }
        let opinion = self.assignment.opinion.as_ref();
        let done = opinion.map_or(Done::Not, |opinion| Done::of(opinion.given == Some(true), opinion.given_on, opinion.in_time));
        let stated = opinion.and_then(|opinion| opinion.due_on);
        let limit = self.grounds.profile.limits.assisting_opinion.as_ref();
        steps.push(self.stated_step(Step::AssistingOpinion, stated, limit, done));
    }

    fn accept_or_return(&self, steps: &mut Vec<StepDue>) {
        let limits = &self.grounds.profile.limits;
        if let Some(returned) = &self.assignment.returned {
            let limit = limits.return_to_assigner.as_ref();
            steps.push(self.step(Step::Return, limit, Done::of(true, returned.on, None)));
        } else if let Some(limit) = &limits.accept {
            steps.push(self.step(Step::Accept, Some(limit), Done::of(false, self.assignment.received_on, None)));
        }
    }

    fn answer(&self, reply: Option<&Reply<'_>>) -> StepDue {
        let limits = &self.grounds.profile.limits;
        let (step, limit) = match (self.number, self.round.cause) {
            (_, Some(RoundCause::FollowUp)) => (Step::FollowUp, None),
            (1, _) => (Step::Reply, limits.reply_in(self.entry.sitting)),
            _ => (Step::Redo, limits.redo.as_ref()),
        };
        let extension = self.round.extension.as_ref().filter(|_| is_extended(self.round));
        let extended = extension.and_then(|extension| extension.until).map(|on| (on, DueSource::Extended));
        let longest = extension.and(limits.extension.as_ref()).filter(|_| step == Step::Reply);
        let stated = self.assignment.due_on.or(self.round.due_on);
        let plain = stated.map(|on| (on, DueSource::Stated));
        let known = Known {
            step,
            round: self.number,
            stated: extended.or(plain.filter(|_| longest.is_none())),
            unreadable: extended.is_none() && stated.is_none() && self.number == 1 && has_unreadable_due(self.entry),
            limit: longest.map(|limit| (limit, DueSource::LongestExtension)).or(limit.map(|limit| (limit, DueSource::Reckoned))),
            done: reply.map_or(Done::Not, |reply| Done::of(true, reply.date, reply.in_time)),
        };
        let unextended = stated.or_else(|| {
            let plain = Known {
                stated: None,
                unreadable: false,
                limit: limit.map(|limit| (limit, DueSource::Reckoned)),
                done: Done::Not,
                ..known
            };
            judged(plain, self.starts(), None, self.grounds).due_on
        });
        judged(known, Starts { due: unextended, ..self.starts() }, Some(self.assignment), self.grounds)
    }

    fn feedback(&self, reply: &Reply<'_>, due: Option<Date>, steps: &mut Vec<StepDue>) {
        let Some(limit) = &self.grounds.profile.limits.feedback else { return };
        let body = self.assignment.body.as_deref();
        let feedback = self.round.feedback.iter().find(|feedback| is_of(feedback.body.as_deref(), body, self.alone));
        let done = feedback.map_or(Done::Not, |feedback| Done::of(true, feedback.on, None));
        let known = self.known(Step::Feedback, None, Some(limit), done);
        let starts = Starts { replied: reply.date, due, ..self.starts() };
        steps.push(judged(known, starts, Some(self.assignment), self.grounds));
    }

    fn step(&self, step: Step, limit: Option<&Sourced<Limit>>, done: Done) -> StepDue {
        self.stated_step(step, None, limit, done)
    }

    fn stated_step(&self, step: Step, stated: Option<Date>, limit: Option<&Sourced<Limit>>, done: Done) -> StepDue {
        judged(self.known(step, stated, limit, done), self.starts(), Some(self.assignment), self.grounds)
    }

    fn known<'l>(&self, step: Step, stated: Option<Date>, limit: Option<&'l Sourced<Limit>>, done: Done) -> Known<'l> {
        let stated = stated.map(|on| (on, DueSource::Stated));
        let limit = limit.map(|limit| (limit, DueSource::Reckoned));
        Known { step, round: self.number, stated, unreadable: false, limit, done }
    }

    fn starts(&self) -> Starts {
        Starts {
            assigned: self.assignment.assigned_on.or(self.round.assigned_on),
            received: self.assignment.received_on,
            ..Starts::default()
        }
    }

    fn first_reply(&self) -> Option<&Reply<'_>> {
        let body = self.assignment.body.as_deref();
        let of_body = |reply: &&Reply<'_>| is_of(reply.body.as_deref(), body, self.alone) && is_sent(reply);
        self.round.replies.iter().filter(of_body).min_by_key(|reply| reply.date)
    }

    fn first_contact(&self) -> Option<Date> {
        let body = self.assignment.body.as_deref();
        let contacts = self.round.consultations.iter().filter(|contact| is_of(contact.body.as_deref(), body, true));
        contacts.filter_map(|contact| contact.on).min()
    }
}

/// Whether a field that the format does not know holds a due date: the reader keeps there what it could not read.
fn has_unreadable_due(entry: &Entry<'_>) -> bool {
    let names_due = |key: &str| {
        let lower = key.to_lowercase();
        let of_promise = key.contains("承诺") || key.contains("计划");
        !of_promise && ["应复", "应答复", "期限", "时限", "限办", "到期", "截止", "dueon"].iter().any(|word| lower.contains(word))
    };
    entry.extra.iter().any(|(key, text)| names_due(key) && !text.trim().is_empty())
}

/// 公开 of what is to be published: stated as public, or published already.
fn publication(entry: &Entry<'_>, grounds: &Grounds<'_>, steps: &mut Vec<StepDue>) {
    let Some(limit) = &grounds.profile.limits.publication else { return };
    let Some(round) = entry.rounds.iter().rev().find(|round| round.replies.iter().any(is_sent)) else { return };
    let disclosure = entry.disclosure.as_ref();
    let of_reply = round.replies.iter().rev().find_map(|reply| reply.disclosure);
    let is_public = disclosure.and_then(|disclosure| disclosure.attribute).or(of_reply) == Some(DisclosureAttribute::Public);
    if !is_public || entry.classified == Some(true) {
        return;
    }
    let done =
        disclosure.map_or(Done::Not, |disclosure| Done::of(disclosure.published == Some(true), disclosure.published_on, None));
    let limit = Some((limit, DueSource::Reckoned));
    let number = entry.rounds.len();
    let known = Known { step: Step::Publication, round: number, stated: None, unreadable: false, limit, done };
    let starts = Starts { replied: round.replies.iter().filter_map(|reply| reply.date).max(), ..Starts::default() };
    let lead = round.assignments.iter().find(|assignment| answers(assignment) && !is_returned(assignment));
    steps.push(judged(known, starts, lead, grounds));
}

fn commitments(entry: &Entry<'_>, grounds: &Grounds<'_>, steps: &mut Vec<StepDue>) {
    let lead = entry.rounds.first().and_then(|round| round.assignments.iter().find(|assignment| answers(assignment)));
    for commitment in entry.commitments.iter().filter(|commitment| commitment.state != Some(CommitmentState::GivenUp)) {
        let done = Done::of(commitment.state == Some(CommitmentState::Kept), commitment.kept_on, None);
        let stated = commitment.due_on.map(|on| (on, DueSource::Stated));
        let known = Known { step: Step::Commitment, round: entry.rounds.len(), stated, unreadable: false, limit: None, done };
        let mut step = judged(known, Starts::default(), lead, grounds);
        if let Some(body) = commitment.body.as_deref().filter(|body| step.body.as_deref() != Some(body)) {
            (step.body, step.officer) = (Some(body.to_owned()), None);
        }
        step.what = Some(commitment.what.to_string());
        steps.push(step);
    }
}
