//! The document number (发文字号) and the secret mark.

use std::ops::Range;

use crate::reply_check::letter::{Field, Label, Letter};
use crate::text::span::Span;

use super::Page;

/// Reads document number and secret mark.
#[inline(never)]
pub(super) fn read(page: &Page<'_>, letter: &mut Letter) {
    letter.document_number = document_number(page);
    letter.secret_mark = secret_mark(page);
}

/// The number outside the running text: 云交函〔2024〕37号, also with other brackets or none; the page's 文号 row is the last resort.
fn document_number(page: &Page<'_>) -> Option<Field> {
    let norm = &page.sheet.norm;
    let mut on_chrome = None;
    for (at, _) in norm.match_indices('号') {
        if page.in_prose(at) && !page.prose.is_empty()
            || at >= page.end
            || page.title.as_ref().is_some_and(|title| title.contains(&at))
        {
            continue;
        }
        let Some(range) = number_ending_at(page, at + "号".len()) else { continue };
        let is_labelled = page.labels.iter().any(|hit| hit.label == Label::DocumentNumber && hit.value == range.start);
        let labelled_page_row = page.on_chrome(range.start) || is_labelled && page.in_table(range.start);
        if !labelled_page_row {
            return Some(page.field(range));
        }
        on_chrome = on_chrome.or_else(|| Some(page.field(range)));
    }
    on_chrome
}

/// The number whose 号 ends at `end`: letters of the body, year, serial.
fn number_ending_at(page: &Page<'_>, end: usize) -> Option<Range<usize>> {
    let line = page.sheet.lines.get(page.sheet.line_of(end - 1))?;
    let head = page.sheet.at(line.range.start..end - "号".len());
    let before_serial = head.trim_end_matches(|c: char| c.is_ascii_digit());
    if before_serial.len() == head.len() {
        return None;
    }
    let before_serial = before_serial.strip_suffix('第').unwrap_or(before_serial);
    let is_close = |c: char| matches!(c, '〕' | ']' | '】' | '）' | '〉' | '》' | '}');
    let closed = before_serial.ends_with(is_close);
    let before_close = before_serial.trim_end_matches(is_close);
    let before_close = before_close.strip_suffix('年').unwrap_or(before_close);
    let before_year = before_close.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = before_close.get(before_year.len()..)?;
    if year.len() != 4 || !(year.starts_with("20") || year.starts_with("19")) {
        return None;
    }
    let is_open = |c: char| matches!(c, '〔' | '[' | '【' | '（' | '〈' | '《' | '{');
    let opened = before_year.ends_with(is_open);
    if !opened && !closed && before_year.is_empty() {
        return None;
    }
    let prefix_end = before_year.trim_end_matches(is_open).len();
    let prefix = before_year.get(..prefix_end)?;
    let is_letter = |c: char| c.is_alphanumeric() && !c.is_ascii_digit() || matches!(c, '·' | '-' | '、' | '/');
    let body_start = prefix.char_indices().rev().take_while(|(_, c)| is_letter(*c)).last().map(|(at, _)| at)?;
    let mut start = line.range.start + body_start;
    if let Some(gap) =
        page.sheet.gaps_in(start..line.range.start + prefix_end).filter(|gap| page.sheet.item_end(start) <= *gap).last()
    {
        start = gap;
    }
    let letters = page.sheet.at(start..line.range.start + prefix_end);
    let letters = unlabelled(letters);
    start = line.range.start + prefix_end - letters.len();
    let is_own = !letters.contains("会议") && !letters.contains("届") && (1..=16).contains(&letters.chars().count());
    is_own.then_some(start..end)
}

/// The body's letters without the mark of a list and a label that no colon follows: -文号云交函.
fn unlabelled(letters: &str) -> &str {
    let plain = letters.trim_start_matches(['-', '·', '、', '/']);
    ["发文字号", "发文文号", "文号"].iter().find_map(|label| plain.strip_prefix(label)).unwrap_or(plain)
}

/// 秘密★1年, or 机密 alone on a line.
fn secret_mark(page: &Page<'_>) -> Option<Span> {
    for (number, line) in page.sheet.lines.iter().enumerate() {
        if page.in_prose(line.range.start) || page.is_chrome.get(number).copied().unwrap_or(false) || line.range.start >= page.end
        {
            continue;
        }
        let words = page.sheet.at(line.range.clone());
        for mark in ["绝密", "机密", "秘密"] {
            let Some(at) = words.find(mark) else { continue };
            let rest = words.get(at + mark.len()..).unwrap_or_default();
            let starred = rest.starts_with('★') || rest.starts_with('☆');
            if starred || (words.chars().count() <= 6 && !words.contains('非')) {
                let length = if starred {
                    rest.find(|c: char| !(c == '★' || c == '☆' || c.is_ascii_digit() || matches!(c, '年' | '月' | '长' | '期')))
                        .unwrap_or(rest.len())
                } else {
                    0
                };
                return Some(page.sheet.span(line.range.start + at..line.range.start + at + mark.len() + length));
            }
        }
    }
    None
}
