//! An entry's history, step by step.

use crate::calendar::Date;
use crate::ledger::{Assignment, CommitmentState, Entry, HandlingRole, Rating, Round, RoundCause};
use crate::wire::TimelineStep;

/// The history of `entry` in order of time; steps without a date stand where the order of handling puts them.
pub(super) fn timeline(entry: &Entry<'_>, due: Option<Date>) -> Vec<TimelineStep> {
    let mut steps = Vec::new();
    if let Some(on) = entry.submitted_on {
        steps.push(Step::new("submitted", 1).on(Some(on)));
    }
    for (number, round) in entry.rounds.iter().enumerate() {
        tell_round(&mut steps, round, number as u32 + 1, due.filter(|_| number == 0));
    }
    let last = entry.rounds.len().max(1) as u32;
    for commitment in &entry.commitments {
        let state = commitment.state.map(CommitmentState::as_str);
        steps.push(
            Step::new("committed", last).on(commitment.due_on).body(&commitment.body).text(Some(&commitment.what)).word(state),
        );
        if let Some(kept_on) = commitment.kept_on {
            let late = commitment.due_on.is_some_and(|due| kept_on > due);
            let tone = if late { "late" } else { "good" };
            steps.push(Step::new("kept", last).on(Some(kept_on)).body(&commitment.body).text(Some(&commitment.what)).tone(tone));
        }
    }
    if let Some(withdrawal) = &entry.withdrawn {
        steps.push(Step::new("withdrawn", last).on(withdrawal.on).text(withdrawal.reason.as_deref()));
    }
    if let Some(disclosure) = &entry.disclosure {
        let word = disclosure.attribute.map(|attribute| attribute.as_str());
        if disclosure.published_on.is_some() || disclosure.published == Some(true) {
            steps.push(Step::new("published", last).on(disclosure.published_on).word(word).text(disclosure.place.as_deref()));
        }
    }
    if let Some(on) = entry.archived_on {
        steps.push(Step::new("archived", last).on(Some(on)));
    }
    in_order_of_time(steps)
}

fn tell_round(steps: &mut Vec<Step>, round: &Round<'_>, number: u32, due: Option<Date>) {
    if number > 1 {
        let (step, tone) = if round.cause == Some(RoundCause::FollowUp) { ("follow-up", "plain") } else { ("redo", "bad") };
        steps.push(Step::new(step, number).on(round.assigned_on).text(round.reason.as_deref()).tone(tone));
    }
    for assignment in &round.assignments {
        tell_assignment(steps, round, assignment, number);
    }
    for consultation in &round.consultations {
        let means = consultation.means.map(|means| means.as_str());
        let step = Step::new("consulted", number).on(consultation.on).body(&consultation.body).word(means);
        steps.push(step.text(consultation.note.as_deref().or(consultation.with.as_deref())));
    }
    if let Some(extension) = &round.extension {
        let step = Step::new("extended", number).on(extension.approved_on.or(extension.requested_on));
        steps.push(step.word(extension.approved_by.as_deref()).text(extension.reason.as_deref()));
    }
    for reply in &round.replies {
        let due = round.due_on.or(due);
        let late = reply.in_time == Some(false) || reply.date.zip(due).is_some_and(|(on, due)| on > due);
        let mark = reply.outcome.as_ref().map(|outcome| &*outcome.mark);
        let step = Step::new("replied", number).on(reply.date).body(&reply.body).word(mark);
        steps.push(step.text(reply.document_number.as_deref()).tone(if late { "late" } else { "good" }));
    }
    if let Some(due) = round.due_on.or(due) {
        steps.push(Step::new("due", number).on(Some(due)));
    }
    for feedback in &round.feedback {
        let tone = match feedback.rating() {
            Some(Rating::Dissatisfied) => "bad",
            Some(Rating::Satisfied) => "good",
            _ => "plain",
        };
        let word = feedback.rating().map(Rating::as_str);
        let step = Step::new("feedback", number).on(feedback.on).body(&feedback.body).word(word);
        steps.push(step.text(feedback.comment.as_deref()).tone(tone));
    }
}

fn tell_assignment(steps: &mut Vec<Step>, round: &Round<'_>, assignment: &Assignment<'_>, number: u32) {
    let role = assignment.role.map(HandlingRole::as_str);
    let step = |name: &'static str| Step::new(name, number).body(&assignment.body).word(role);
    steps.push(step("assigned").on(assignment.assigned_on.or(round.assigned_on)).text(assignment.part.as_deref()));
    if let Some(on) = assignment.received_on {
        steps.push(step("received").on(Some(on)));
    }
    if let Some(returned) = &assignment.returned {
        steps.push(step("returned").on(returned.on).text(returned.reason.as_deref()).tone("late"));
        if let Some(to) = &returned.reassigned_to {
            steps.push(Step::new("reassigned", number).on(returned.on).body(&Some(to.clone())));
        }
    }
    if let Some(opinion) = assignment.opinion.as_ref().filter(|opinion| opinion.given_on.is_some() || opinion.given == Some(true))
    {
        let late = opinion.in_time == Some(false) || opinion.given_on.zip(opinion.due_on).is_some_and(|(on, due)| on > due);
        let mark = opinion.outcome.as_ref().map(|outcome| &*outcome.mark);
        let told = Step::new("opinion", number).on(opinion.given_on).body(&assignment.body).word(mark);
        steps.push(told.text(opinion.text.as_deref()).tone(if late { "late" } else { "good" }));
    }
}

/// Sorts by day; a step without a day stays behind the step it follows.
fn in_order_of_time(steps: Vec<Step>) -> Vec<TimelineStep> {
    let mut last = None;
    let mut keyed: Vec<(Option<Date>, Step)> = Vec::with_capacity(steps.len());
    for step in steps {
        last = step.on.or(last);
        keyed.push((last, step));
    }
    keyed.sort_by_key(|(on, _)| *on);
    keyed.into_iter().map(|(_, step)| step.shape()).collect()
}

struct Step {
    on: Option<Date>,
    name: &'static str,
    round: u32,
    body: Option<String>,
    word: Option<String>,
    text: Option<String>,
    tone: &'static str,
}

impl Step {
    fn new(name: &'static str, round: u32) -> Self {
        Self { on: None, name, round, body: None, word: None, text: None, tone: "plain" }
    }

    fn on(self, on: Option<Date>) -> Self {
        Self { on, ..self }
    }

    fn body(self, body: &Option<crate::ledger::Words<'_>>) -> Self {
        Self { body: body.as_ref().map(ToString::to_string), ..self }
    }

    fn word(self, word: Option<&str>) -> Self {
        Self { word: word.map(str::to_owned), ..self }
    }

    fn text(self, text: Option<&str>) -> Self {
        Self { text: text.map(str::to_owned), ..self }
    }

    fn tone(self, tone: &'static str) -> Self {
        Self { tone, ..self }
    }

    fn shape(self) -> TimelineStep {
        TimelineStep {
            on: self.on.map(|on| on.to_string()),
            step: self.name.to_owned(),
            round: self.round,
            body: self.body,
            word: self.word,
            text: self.text,
            tone: self.tone.to_owned(),
        }
    }
}
