//! The rows of an exported table.

use serde::{Deserialize, Serialize};

use super::columns::{COLUMNS, Column, REST_HEADING, RowView};
use crate::intake::{ExactTable, FORMULA_MARKS, HEAD_LABEL, rest_of};
use crate::ledger::{Assignment, Entry, HandlingRole, Ledger};

/// A ledger as rows of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExportTable {
    /// The rows above the headings: the title, and what the ledger says of itself.
    pub title: Vec<String>,
    /// The headings.
    pub headings: Vec<String>,
    /// Whether the cells of each column are days.
    pub dates: Vec<bool>,
    /// One row per handling body.
    pub rows: Vec<Vec<String>>,
}

/// The table of `ledger`, its bodies named as its file names them; `head` is the ledger's head as JSON.
pub fn export_table(ledger: &Ledger, head: &str) -> ExportTable {
    let mut table = ExportTable {
        title: ledger.head.title.iter().cloned().chain([format!("{HEAD_LABEL}：{head}")]).collect(),
        headings: COLUMNS.iter().map(|column| column.heading).chain([REST_HEADING]).map(str::to_owned).collect(),
        dates: COLUMNS.iter().map(|column| column.is_date).chain([false]).collect(),
        rows: Vec::new(),
    };
    let fields: Vec<_> = COLUMNS.iter().map(|column| Some(column.field)).collect();
    let mut reader = ExactTable::new(&table.headings[..fields.len()], fields);
    for (index, entry) in ledger.entries_as_written().enumerate() {
        let mut rows: Vec<Vec<String>> = views(&entry, index + 1).iter().map(cells).collect();
        let rest = match reader.read(&rows) {
            Some(read) => rest_of(&entry, &read).unwrap_or_default(),
            None => String::new(),
        };
        for (place, row) in rows.iter_mut().enumerate() {
            row.push(if place == 0 { rest.clone() } else { String::new() });
        }
        table.rows.append(&mut rows);
    }
    table
}

/// The rows of an entry: one per assignment of its first round, at least one.
fn views<'e>(entry: &'e Entry<'e>, number: usize) -> Vec<RowView<'e>> {
    let bare = RowView { number, first: true, entry, assignment: None, reply: None, feedback: None };
    let Some(round) = entry.rounds.first() else { return vec![bare] };
    if round.assignments.is_empty() {
        return vec![RowView { reply: round.replies.first(), feedback: round.feedback.first(), ..bare }];
    }
    let shown = round.assignments.iter().enumerate().map(|(place, assignment)| {
        let answers = !matches!(assignment.role, Some(HandlingRole::Assisting | HandlingRole::ForReference))
            && assignment.returned.is_none();
        let is_of = |named: Option<&str>| answers && (named == assignment.body.as_deref() || named.is_none());
        RowView {
            first: place == 0,
            assignment: Some(assignment),
            reply: round.replies.iter().find(|reply| is_of(reply.body.as_deref())),
            feedback: round.feedback.iter().find(|feedback| is_of(feedback.body.as_deref())),
            ..bare
        }
    });
    // a row that names neither body nor role would be read as a remark
    let names = |assignment: &Assignment<'_>| {
        assignment.role.is_some() || assignment.body.as_deref().is_some_and(|body| !body.trim().is_empty())
    };
    shown.filter(|view| view.first || view.assignment.is_some_and(names)).collect()
}

fn cells(view: &RowView<'_>) -> Vec<String> {
    /// Excel holds some 32,767 letters in a cell; a longer text stands in the rest.
    const LONGEST: usize = 32_000;
    let fits = |text: &String| text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST;
    COLUMNS.iter().map(|column: &Column| Some((column.text)(view)).filter(fits).map(unambiguous).unwrap_or_default()).collect()
}

/// A text whose own apostrophe would be taken for a guard gets a guard.
fn unambiguous(text: String) -> String {
    let Some(rest) = text.strip_prefix('\'') else { return text };
    let digits = !rest.is_empty() && rest.chars().all(|letter| letter.is_ascii_digit());
    if rest.starts_with(FORMULA_MARKS) || rest.starts_with('\'') || digits { format!("'{text}") } else { text }
}
