//! The outcome mark: labelled, in brackets after the number, or a bare letter on a line of its own.

use std::ops::Range;

use crate::reply_check::letter::{Field, Label, Letter};

use super::Page;

/// Reads the mark that stands outside the running text; a labelled one wins over a bare one.
#[inline(never)]
pub(super) fn read(page: &Page<'_>, letter: &mut Letter) {
    letter.outcome_mark = labelled(page, letter).or_else(|| bare(page)).or_else(|| in_prose(page));
}

fn labelled(page: &Page<'_>, letter: &mut Letter) -> Option<Field> {
    for hit in page.labels.iter().filter(|hit| hit.label == Label::Outcome) {
        if page.in_prose(hit.name.start) || hit.name.start >= page.end {
            continue;
        }
        let value = hit.value_in(&page.sheet, &page.labels);
        match mark_in(page.sheet.at(value.clone())) {
            Some(mark) => return Some(marked(page, value.start + mark.start..value.start + mark.end)),
            None if value.is_empty() => letter.empty_labels.push((Label::Outcome, page.sheet.span(hit.name.clone()))),
            None => {}
        }
    }
    None
}

/// The mark in half-width letters.
fn marked(page: &Page<'_>, range: Range<usize>) -> Field {
    page.field_as(range.clone(), page.sheet.at(range))
}

/// The letter at the start of `words`, after opening brackets: （B类）, A1, 〔A〕, 已解决（A）.
fn mark_in(words: &str) -> Option<Range<usize>> {
    if words.contains(TICKS) || words.contains('□') {
        return ticked(words);
    }
    let start = words.find(|c: char| !is_bracket(c))?;
    if let Some(mark) = letter_at(words, start) {
        return Some(mark);
    }
    let open = words.find(['（', '['])?;
    letter_at(words, open + words.get(open..)?.chars().next().map_or(0, char::len_utf8))
}

/// Signs that tick one of several boxes.
const TICKS: [char; 6] = ['☑', '√', '■', '✓', '✔', '☒'];

/// The ticked one of A□ B☑ C□ or □A ☑B □C.
fn ticked(words: &str) -> Option<Range<usize>> {
    let at = words.find(TICKS)?;
    let boxes_first = words.starts_with(|c: char| c == '□' || TICKS.contains(&c));
    if boxes_first {
        return letter_at(words, at + words.get(at..)?.chars().next()?.len_utf8());
    }
    let head = words.get(..at)?.trim_end_matches(|c: char| is_bracket(c) || c == '类');
    let start = head.trim_end_matches(|c: char| c.is_ascii_digit()).char_indices().next_back().map(|(start, _)| start)?;
    letter_at(words, start)
}

/// A to E with a sub-class digit, not part of a word.
fn letter_at(words: &str, start: usize) -> Option<Range<usize>> {
    let rest = words.get(start..)?;
    let mut characters = rest.chars();
    let first = characters.next().filter(|c| matches!(c, 'A'..='E' | 'a'..='d'))?;
    let mut end = start + first.len_utf8();
    let mut next = characters.next();
    if let Some(digit) = next.filter(|c| matches!(c, '1'..='9')) {
        end += digit.len_utf8();
        next = characters.next();
    }
    next.is_none_or(|c| !c.is_ascii_alphanumeric()).then_some(start..end)
}

fn is_bracket(character: char) -> bool {
    matches!(character, '（' | '）' | '[' | ']' | '【' | '】' | '〔' | '〕' | '“' | '”' | '"' | '：' | '〈' | '〉' | '<' | '>')
}

/// A line, a piece between wide gaps or a bracket that holds only the mark: A, B类, （C类）, 类A.
fn bare(page: &Page<'_>) -> Option<Field> {
    for (number, line) in page.sheet.lines.iter().enumerate() {
        if line.range.start >= page.end || page.is_chrome.get(number).copied().unwrap_or(false) {
            continue;
        }
        if page.in_prose(line.range.start) {
            continue;
        }
        let line_range = line.range.start..line.range.end.min(if page.prose.is_empty() {
            usize::MAX
        } else {
            page.prose.start.max(line.range.start)
        });
        let line_range = if line.range.start >= page.prose.end { line.range.clone() } else { line_range };
        let found = items(page, line_range.clone())
            .into_iter()
            .find_map(|item| whole_mark(page, item))
            .or_else(|| bracketed(page, line_range));
        if found.is_some() {
            return found;
        }
    }
    None
}

fn items(page: &Page<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    let mut start = range.start;
    let cuts: Vec<usize> = page.sheet.gaps_in(range.clone()).chain([range.end]).collect();
    let mut found = Vec::new();
    for cut in cuts {
        if cut > start {
            found.push(start..cut);
        }
        start = cut;
    }
    found
}

fn whole_mark(page: &Page<'_>, item: Range<usize>) -> Option<Field> {
    let words = page.sheet.at(item.clone());
    let inner = words.trim_matches(is_bracket);
    let offset = words.find(inner).unwrap_or(0);
    let inner_core = inner.strip_prefix("类别").or_else(|| inner.strip_prefix('类')).unwrap_or(inner);
    let shift = offset + inner.len() - inner_core.len();
    let mark = letter_at(inner_core, 0)?;
    let rest = inner_core.get(mark.end..)?;
    let rest = rest.trim_matches(is_bracket);
    let alone = rest.is_empty()
        || matches!(rest, "类" | "类建议" | "类提案" | "类答复" | "级")
        || rest.starts_with("类主动公开")
        || rest.starts_with("类，")
        || rest.starts_with("类、");
    (alone && mark.end - mark.start <= 2).then(|| marked(page, item.start + shift + mark.start..item.start + shift + mark.end))
}

/// （A类） or （A） anywhere in a head or foot line, 37号B类 too.
fn bracketed(page: &Page<'_>, range: Range<usize>) -> Option<Field> {
    let words = page.sheet.at(range.clone());
    for (at, open) in words.match_indices(['（', '[', '【', '〔', '号', '复']) {
        let start = at + open.len();
        let Some(mark) = letter_at(words, start) else { continue };
        let rest = words.get(mark.end..).unwrap_or_default();
        let closes = rest.starts_with('类') || open != "号" && open != "复" && rest.starts_with(['）', ']', '】', '〕']);
        if closes {
            return Some(marked(page, range.start + mark.start..range.start + mark.end));
        }
    }
    None
}

/// 办理类别为B类, in the running text.
fn in_prose(page: &Page<'_>) -> Option<Field> {
    let words = page.sheet.at(page.prose.clone());
    for lead in ["类别为", "结果为", "类别：", "分类为", "定为", "列为", "属于", "确定为"] {
        for (at, _) in words.match_indices(lead) {
            let start = at + lead.len();
            let start = start + words.get(start..).map_or(0, |rest| rest.len() - rest.trim_start_matches(is_bracket).len());
            let Some(mark) = letter_at(words, start) else { continue };
            if words.get(mark.end..).is_some_and(|rest| rest.trim_start_matches(is_bracket).starts_with('类')) {
                return Some(marked(page, page.prose.start + mark.start..page.prose.start + mark.end));
            }
        }
    }
    None
}
