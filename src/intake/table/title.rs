//! What stands above the headings: the ledger's name, the office, the day of its figures, the session and year.

use super::{Row, TableNature};
use crate::intake::cell::Cell;
use crate::intake::collect::Collector;
use crate::intake::settings::Settings;
use crate::intake::values::{read_date, read_session, squeeze, year_in};
use crate::ledger::{Session, SubmissionKind};

/// What the rows above the headings, the sheet's and the file's name say of all entries.
#[derive(Debug, Clone, Copy, Default)]
pub(in super::super) struct TableTitle {
    pub year: Option<i32>,
    pub session: Option<Session>,
    pub kind: Option<SubmissionKind>,
}

/// Reads the title rows into the ledger's head.
pub(super) fn read_title(rows: &[Row<'_>], nature: &TableNature, settings: &Settings, collector: &mut Collector) -> TableTitle {
    let texts: Vec<String> = rows
        .iter()
        .flat_map(|row| row.cells.iter().filter(|cell| matches!(cell, Cell::Text(_))).map(|cell| cell.words().into_owned()))
        .collect();
    let names: Vec<&str> =
        texts.iter().map(String::as_str).chain(nature.sheet.as_deref()).chain(settings.name.as_deref()).collect();
    let year = names.iter().find_map(|text| year_in(text));
    let head = &mut collector.head;
    for text in &texts {
        match text.split_once([':', '：']) {
            Some((label, value)) => {
                let label = squeeze(label);
                let value = value.trim();
                if ["单位", "部门"].iter().any(|end| label.ends_with(end)) && !value.is_empty() {
                    head.office.get_or_insert_with(|| value.to_owned());
                }
                if label.contains("截") || label.contains("日期") || label.contains("时间") {
                    head.as_of = head.as_of.or(read_date(&Cell::of_text(value), year).ok());
                }
            }
            None if head.title.is_none() && !text.contains("截") => head.title = Some(text.clone()),
            None => head.as_of = head.as_of.or_else(|| date_behind(text, year)),
        }
    }
    let session = names.iter().find_map(|text| session_in(text));
    let kind = nature.sheet.as_deref().and_then(only_kind).or_else(|| names.iter().find_map(|text| only_kind(text)));
    TableTitle { year, session, kind }
}

/// The day after 截至 or 截止.
fn date_behind(text: &str, year: Option<i32>) -> Option<crate::calendar::Date> {
    let (_, behind) = text.split_once("截至").or_else(|| text.split_once("截止"))?;
    let behind = behind.trim_start_matches(['日', '期', '到', '至', ' ', ':', '：']);
    read_date(&Cell::of_text(behind.trim_matches(['（', '）', '(', ')'])), year).ok()
}

/// The session that a title names: 十四届…二次会议.
fn session_in(text: &str) -> Option<Session> {
    let plain = squeeze(text);
    let end = plain.find('届')?;
    let numeral = |letter: char| letter.is_ascii_digit() || "一二三四五六七八九十".contains(letter);
    let congress: String = plain[..end].chars().rev().take_while(|letter| numeral(*letter)).collect();
    let congress: String = congress.chars().rev().collect();
    let behind = &plain[end + '届'.len_utf8()..];
    let times = behind.find('次')?;
    let number: String = behind[..times].chars().rev().take_while(|letter| numeral(*letter)).collect();
    let number: String = number.chars().rev().collect();
    read_session(&format!("{congress}届{number}次")).ok()
}

/// The kind that a name speaks of, where it speaks of one kind only.
fn only_kind(text: &str) -> Option<SubmissionKind> {
    let proposal = text.contains("提案") || text.contains("政协");
    let suggestion = text.contains("建议") || text.contains("人大") || text.contains("代表");
    match (proposal, suggestion) {
        (true, false) => Some(SubmissionKind::Proposal),
        (false, true) => Some(SubmissionKind::Suggestion),
        _ => None,
    }
}
