//! Makes an entry of what its rows say.

use super::facts::{BodyColumn, Facts};
use crate::ledger::{
    Assignment, AssistingOpinion, Commitment, Consultation, Disclosure, Entry, Extension, Feedback, HandlingRole, KeyItem,
    Outcome, Reply, Round, Session, SubmissionKind, Submitter, Withdrawal, Words,
};

/// The entry that a first row begins.
pub(super) fn begin_entry<'c>(mut facts: Facts<'c>, kind: SubmissionKind) -> Entry<'c> {
    let mut entry = Entry::of_kind(kind);
    entry.id = facts.id.take();
    entry.number = facts.number.take();
    entry.title = facts.title.take();
    entry.session = facts.session.or_else(|| session_of(&facts));
    entry.year = facts.year;
    entry.level = facts.level;
    entry.sitting = facts.sitting;
    entry.filing = facts.filing;
    entry.form = facts.form;
    entry.text = facts.text.take();
    entry.asks = std::mem::take(&mut facts.asks);
    entry.topic = facts.topic.take();
    entry.delegation = facts.delegation.take();
    entry.submitted_on = facts.submitted_on;
    entry.consent = facts.consent;
    entry.classified = facts.classified;
    entry.livelihood = facts.livelihood;
    entry.merged_with = std::mem::take(&mut facts.merged_with);
    entry.archived_on = facts.archived_on;
    continue_entry(&mut entry, facts, true);
    entry
}

/// Adds what a further row says of the entry above it.
pub(super) fn continue_entry<'c>(entry: &mut Entry<'c>, mut facts: Facts<'c>, first: bool) {
    add_submitters(entry, &mut facts);
    let is_key = facts.key || facts.supervising_leader.is_some() || facts.supervising_body.is_some();
    if is_key && entry.key.is_none() {
        entry.key = Some(KeyItem {
            supervising_leader: facts.supervising_leader.take(),
            supervising_body: facts.supervising_body.take(),
            progress: None,
        });
    }
    if (facts.withdrawn || facts.withdrawn_reason.is_some()) && entry.withdrawn.is_none() {
        entry.withdrawn = Some(Withdrawal { on: facts.withdrawn_on, reason: facts.withdrawn_reason.take() });
    }
    if let Some(what) = facts.commitment.take() {
        entry.commitments.push(Commitment {
            what,
            body: None,
            due_on: facts.commitment_due,
            state: facts.commitment_state,
            kept_on: facts.commitment_kept,
            note: None,
        });
    }
    if let Some(round) = handling(&mut facts, entry.rounds.first(), first) {
        match entry.rounds.first_mut() {
            Some(known) => extend_round(known, round),
            None => entry.rounds.push(round),
        }
    }
    add_disclosure(entry, &mut facts, first);
    for note in facts.notes.drain(..) {
        entry.note = Some(match entry.note.take() {
            Some(before) => format!("{}\n{note}", &*before).into(),
            None => note,
        });
    }
    for (heading, text) in facts.extra.drain(..) {
        let joined = match entry.extra.remove(&heading) {
            Some(before) => format!("{}\n{text}", &*before).into(),
            None => text,
        };
        entry.extra.insert(heading, joined);
    }
}

fn session_of(facts: &Facts<'_>) -> Option<Session> {
    let congress = facts.congress.and_then(|congress| u8::try_from(congress).ok())?;
    let number = facts.session_number.and_then(|number| u8::try_from(number).ok())?;
    Some(Session { congress, number })
}

fn add_submitters<'c>(entry: &mut Entry<'c>, facts: &mut Facts<'c>) {
    let says = facts.lead.is_some() || facts.mobile.is_some() || facts.address.is_some();
    if says && entry.lead_submitter.is_none() {
        entry.lead_submitter =
            Some(Submitter { name: facts.lead.take(), group: None, mobile: facts.mobile.take(), address: facts.address.take() });
    } else if let Some(name) = facts.lead.take() {
        let known = entry.lead_submitter.as_ref().and_then(|lead| lead.name.as_ref()) == Some(&name);
        if !known {
            facts.co_submitters.insert(0, name);
        }
    }
    for name in facts.co_submitters.drain(..) {
        entry.co_submitters.push(Submitter { name: Some(name), ..Submitter::default() });
    }
    entry.co_submitter_count = entry.co_submitter_count.or(facts.co_submitter_count);
}

/// The round of one row; `None` where the row says nothing of handling.
fn handling<'c>(facts: &mut Facts<'c>, known: Option<&Round<'c>>, first: bool) -> Option<Round<'c>> {
    let mut round = Round::default();
    let bodies = roles(facts);
    let apart = |date, of_round: Option<_>| if first || of_round.is_none() { None } else { date };
    if first || known.is_none_or(|known| known.assigned_on.is_none()) {
        round.assigned_on = facts.assigned_on;
    }
    if first || known.is_none_or(|known| known.due_on.is_none()) {
        round.due_on = facts.due_on;
    }
    let assigned_on = apart(facts.assigned_on, known.and_then(|known| known.assigned_on));
    let due_on = apart(facts.due_on, known.and_then(|known| known.due_on));
    if let Some(until) = facts.extended_to {
        round.extension = Some(Extension { until: Some(until), ..Extension::default() });
    }
    for (name, role) in &bodies {
        round.assignments.push(Assignment {
            body: name.clone(),
            role: *role,
            officer: facts.officer.clone(),
            assigned_on: assigned_on.filter(|on| known.and_then(|known| known.assigned_on) != Some(*on)),
            received_on: facts.received_on,
            due_on: due_on.filter(|on| known.and_then(|known| known.due_on) != Some(*on)),
            ..Assignment::default()
        });
    }
    let answers = |role: &Option<HandlingRole>| !matches!(role, Some(HandlingRole::Assisting | HandlingRole::ForReference));
    let answering: Vec<Option<Words<'c>>> = match bodies.is_empty() {
        true => vec![None],
        false => bodies.iter().filter(|(_, role)| answers(role)).map(|(name, _)| name.clone()).collect(),
    };
    add_consultations(&mut round, facts);
    if answering.is_empty() {
        add_opinions(&mut round, facts);
    } else {
        add_replies(&mut round, facts, &answering);
        add_opinion_day(&mut round, facts);
    }
    let is_empty = round == Round::default();
    (!is_empty).then_some(round)
}

/// The bodies of a row with their roles: a role beside the name counts, then the column's, then the row's.
fn roles<'c>(facts: &mut Facts<'c>) -> Vec<(Option<Words<'c>>, Option<HandlingRole>)> {
    let alone = facts.bodies.len() == 1;
    let row_role = facts.role;
    let of_all = row_role.filter(|role| matches!(role, HandlingRole::Separate | HandlingRole::ForReference));
    let mut found: Vec<(Option<Words<'c>>, Option<HandlingRole>)> = Vec::new();
    for body in facts.bodies.drain(..) {
        let role = body.role.or(match body.column {
            BodyColumn::Any => row_role.or(alone.then_some(HandlingRole::Lead)),
            BodyColumn::Of(HandlingRole::Lead) => of_all.or(Some(HandlingRole::Lead)),
            BodyColumn::Of(role) => Some(role),
        });
        found.push((Some(body.name), role));
    }
    if found.is_empty() && row_role.is_some() {
        found.push((None, row_role));
    }
    found
}

fn add_consultations(round: &mut Round<'_>, facts: &mut Facts<'_>) {
    let on = facts.consulted_on;
    for means in facts.means.drain(..) {
        round.consultations.push(Consultation { on, means: Some(means), ..Consultation::default() });
    }
    if round.consultations.is_empty() && on.is_some() {
        round.consultations.push(Consultation { on, ..Consultation::default() });
    }
}

fn add_replies<'c>(round: &mut Round<'c>, facts: &mut Facts<'c>, answering: &[Option<Words<'c>>]) {
    let is_answered = facts.replied || facts.outcome.is_some() || facts.document_number.is_some() || facts.reply_text.is_some();
    let is_rated = facts.rating.is_some() || facts.rating_attitude.is_some() || facts.rating_result.is_some();
    for body in answering {
        let body = || body.clone();
        if is_answered {
            round.replies.push(Reply {
                body: body(),
                date: facts.replied_on,
                outcome: outcome(facts),
                document_number: facts.document_number.clone(),
                signer: facts.signer.clone(),
                contact: facts.contact.clone(),
                phone: facts.phone.clone(),
                text: facts.reply_text.clone(),
                ..Reply::default()
            });
        }
        if is_rated || facts.feedback_on.is_some() || facts.feedback_comment.is_some() {
            round.feedback.push(Feedback {
                on: facts.feedback_on,
                body: body(),
                overall: facts.rating,
                attitude: facts.rating_attitude,
                result: facts.rating_result,
                comment: facts.feedback_comment.clone(),
                collected_by: None,
            });
        }
    }
    if !is_answered {
        let people = [("签发人", facts.signer.take()), ("联系人", facts.contact.take()), ("联系电话", facts.phone.take())];
        facts.extra.extend(people.into_iter().filter_map(|(heading, text)| Some((heading.into(), text?))));
    }
}

/// What an assisting body's own row says of a day and a result is its opinion's.
fn add_opinions<'c>(round: &mut Round<'c>, facts: &Facts<'c>) {
    let given_on = facts.opinion_given_on.or(facts.replied_on);
    let says = given_on.is_some() || facts.outcome.is_some() || facts.document_number.is_some() || facts.reply_text.is_some();
    for assignment in round.assignments.iter_mut().filter(|assignment| says && assignment.role == Some(HandlingRole::Assisting)) {
        assignment.opinion = Some(AssistingOpinion {
            given_on,
            document_number: facts.document_number.clone(),
            outcome: outcome(facts),
            text: facts.reply_text.clone(),
            ..AssistingOpinion::default()
        });
    }
}

fn add_opinion_day(round: &mut Round<'_>, facts: &Facts<'_>) {
    let Some(given_on) = facts.opinion_given_on else { return };
    for assignment in round.assignments.iter_mut().filter(|assignment| assignment.role == Some(HandlingRole::Assisting)) {
        assignment.opinion = Some(AssistingOpinion { given_on: Some(given_on), ..AssistingOpinion::default() });
    }
}

fn outcome<'c>(facts: &Facts<'c>) -> Option<Outcome<'c>> {
    facts.outcome.as_ref().map(|mark| Outcome { mark: mark.clone(), scheme: None })
}

fn add_disclosure<'c>(entry: &mut Entry<'c>, facts: &mut Facts<'c>, first: bool) {
    let attribute = facts.disclosure.take();
    let of_entry = entry.disclosure.as_ref().and_then(|disclosure| disclosure.attribute);
    let own_reply = !first && of_entry.is_some() && attribute != of_entry;
    if let (true, Some(round)) = (own_reply, entry.rounds.first_mut())
        && let Some(reply) = round.replies.last_mut()
    {
        reply.disclosure = attribute;
    }
    let says = attribute.is_some()
        || facts.published_on.is_some()
        || facts.publication_place.is_some()
        || facts.publication_extent.is_some()
        || facts.disclosure_reason.is_some();
    if says && !own_reply {
        let disclosure = entry.disclosure.get_or_insert_with(Disclosure::default);
        disclosure.attribute = disclosure.attribute.or(attribute);
        disclosure.published_on = disclosure.published_on.or(facts.published_on);
        disclosure.extent = disclosure.extent.or(facts.publication_extent);
        disclosure.place = disclosure.place.take().or(facts.publication_place.take());
        disclosure.reason = disclosure.reason.take().or(facts.disclosure_reason.take());
    }
}

fn extend_round<'c>(known: &mut Round<'c>, more: Round<'c>) {
    known.assigned_on = known.assigned_on.or(more.assigned_on);
    known.due_on = known.due_on.or(more.due_on);
    known.extension = known.extension.take().or(more.extension);
    known.assignments.extend(more.assignments);
    known.consultations.extend(more.consultations);
    known.replies.extend(more.replies);
    known.feedback.extend(more.feedback);
}
