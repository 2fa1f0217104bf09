//! The examples of the reply rules' help, as letters to try.

use chrono::NaiveDate;

use crate::reply_check::example::example;
use crate::reply_check::{History, SuggestionText};
use crate::wire::{ApprovalQuery, ConsultationQuery, HistoryQuery, ReplyQuery, SuggestionQuery};

/// The whole letter that the example `block`, fenced or not, stands for, with the suggestion and the history that it names.
pub fn reply_example(block: &str) -> ReplyQuery {
    let lines: Vec<&str> = block.lines().filter(|line| !line.starts_with("```")).collect();
    let input = example(&lines.join("\n"));
    ReplyQuery {
        text: input.text,
        suggestion: input.suggestion.map(suggestion),
        history: input.history.map(history),
        today: input.today.map(day),
        ..ReplyQuery::default()
    }
}

fn suggestion(known: SuggestionText) -> SuggestionQuery {
    SuggestionQuery {
        title: known.title,
        text: known.text,
        asks: Some(known.asks).filter(|asks| !asks.is_empty()),
        number: known.number,
        submitters: Some(known.submitters).filter(|submitters| !submitters.is_empty()),
    }
}

fn history(known: History) -> HistoryQuery {
    let consultations = known
        .consultations
        .into_iter()
        .map(|consultation| ConsultationQuery { on: Some(day(consultation.on)), form: Some(consultation.form) });
    let approvals = known.approvals.into_iter().map(|approval| ApprovalQuery {
        step: Some(approval.step),
        by: Some(approval.by),
        on: approval.on.map(day),
    });
    HistoryQuery {
        assigned_on: known.assigned_on.map(day),
        received_on: known.received_on.map(day),
        extended_to: known.extended_to.map(day),
        assisting: Some(known.assisting),
        merged_with: Some(known.merged_with),
        consultations: Some(consultations.collect()),
        approvals: Some(approvals.collect()),
        dissatisfaction: known.dissatisfaction,
    }
}

fn day(date: NaiveDate) -> String {
    date.to_string()
}
