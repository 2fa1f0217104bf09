//! The letter of a ledger's entry, with all that the ledger knows of its handling.

use super::reply::step_word;
use crate::calendar::Date;
use crate::ledger::{ConsultationMeans, Entry, HandlingRole, Reply, Round, RoundCause};
use crate::wire::{ApprovalQuery, ConsultationQuery, HistoryQuery, ReplyQuery, SuggestionQuery};

/// What to check of `entry`: its last letter beside its suggestion and history; `None` where no reply has a text.
pub fn reply_of_entry(entry: &Entry<'_>, profile: &str, today: Date) -> Option<ReplyQuery> {
    let rounds = entry.rounds.iter().enumerate().rev();
    let (number, round, reply) = rounds
        .flat_map(|(number, round)| round.replies.iter().rev().map(move |reply| (number, round, reply)))
        .find(|(_, _, reply)| reply.text.is_some())?;
    let earlier = number.checked_sub(1).and_then(|before| entry.rounds.get(before));
    Some(ReplyQuery {
        text: reply.text.as_deref()?.to_owned(),
        suggestion: Some(suggestion(entry)),
        history: Some(history(entry, round, reply, earlier)),
        profile: Some(profile.to_owned()),
        today: Some(today.to_string()),
        ..ReplyQuery::default()
    })
}

fn suggestion(entry: &Entry<'_>) -> SuggestionQuery {
    let names = entry.lead_submitter.iter().chain(&entry.co_submitters).filter_map(|submitter| submitter.name.as_deref());
    let names: Vec<String> = names.map(str::to_owned).collect();
    let asks: Vec<String> = entry.asks.iter().map(ToString::to_string).collect();
    SuggestionQuery {
        title: entry.title.as_deref().map(str::to_owned),
        text: entry.text.as_deref().map(str::to_owned),
        asks: (!asks.is_empty()).then_some(asks),
        number: entry.number.as_deref().map(str::to_owned),
        submitters: (!names.is_empty()).then_some(names),
    }
}

fn history(entry: &Entry<'_>, round: &Round<'_>, reply: &Reply<'_>, earlier: Option<&Round<'_>>) -> HistoryQuery {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let of_reply = round.assignments.iter().find(|assignment| assignment.body == reply.body && reply.body.is_some());
    let assisting = round.assignments.iter().filter(|assignment| assignment.role == Some(HandlingRole::Assisting));
    let approved =
        round.extension.as_ref().filter(|extension| extension.approved_on.is_some() || extension.approved_by.is_some());
    let consultations = round.consultations.iter().map(|consultation| ConsultationQuery {
        on: day(consultation.on),
        form: consultation.means.map(|means| means_word(means).to_owned()),
    });
    let approvals = reply.approvals.iter().map(|approval| ApprovalQuery {
        step: Some(step_word(approval.step).to_owned()),
        by: approval.by.as_deref().map(str::to_owned),
        on: day(approval.on),
    });
    let dissatisfied =
        earlier.filter(|_| round.cause != Some(RoundCause::FollowUp)).and(round.reason.as_deref()).map(str::to_owned);
    HistoryQuery {
        assigned_on: day(of_reply.and_then(|assignment| assignment.assigned_on).or(round.assigned_on)),
        received_on: day(of_reply.and_then(|assignment| assignment.received_on)),
        extended_to: day(approved.and_then(|extension| extension.until)),
        assisting: Some(assisting.filter_map(|assignment| assignment.body.as_deref().map(str::to_owned)).collect()),
        merged_with: Some(entry.merged_with.iter().map(ToString::to_string).collect()),
        consultations: Some(consultations.collect()),
        approvals: Some(approvals.collect()),
        dissatisfaction: dissatisfied,
    }
}

fn means_word(means: ConsultationMeans) -> &'static str {
    match means {
        ConsultationMeans::Visit => "走访",
        ConsultationMeans::Meeting => "面商",
        ConsultationMeans::Forum => "座谈会",
        ConsultationMeans::SiteVisit => "现场调研",
        ConsultationMeans::Phone => "电话",
        ConsultationMeans::Online => "网络",
        ConsultationMeans::Letter => "书信",
        ConsultationMeans::Other => "其他",
    }
}
