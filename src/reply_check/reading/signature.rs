//! The signature: the body or bodies that sign, and the date.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use crate::reply_check::letter::{Field, Label, Letter};
use crate::text::dates::{DateFault, DateMention, DateStyle, dates};
use crate::text::han::is_han;
use crate::text::short::holds;
use crate::text::span::Span;

use super::Page;
use super::labels::LabelHit;

/// Reads issuer and date: the first line after the running text that holds only a date, and the names before it.
#[inline(never)]
pub(super) fn read(page: &Page<'_>, letter: &mut Letter) {
    let tail = page.prose.end..page.end;
    let head_end = page.opening.start.min(page.sheet.norm.len());
    let dated =
        date_line(page, tail.clone()).or_else(|| page.title.as_ref().and_then(|title| date_line(page, title.end..head_end)));
    if let Some((line, mention)) = &dated {
        let written = page.sheet.span(mention.span.start..mention.span.end);
        letter.date_as_written = Some(DateMention { span: written, ..*mention });
        letter.signed_on = mention.date();
        letter.date = mention.date().map(|date| Field { value: date.to_string(), span: written });
        letter.issuer = issuer_before(page, *line, mention.span.start);
    }
    if letter.issuer.is_none() {
        letter.issuer = lone_issuer(page, tail.clone()).or_else(|| labelled_issuer(page, tail));
    }
}

/// The first line of `zone` with a date and nothing else but names of bodies or brackets.
fn date_line(page: &Page<'_>, zone: Range<usize>) -> Option<(usize, DateMention)> {
    if zone.is_empty() {
        return None;
    }
    let first = page.sheet.line_of(zone.start);
    let last = page.sheet.line_of(zone.end.saturating_sub(1).max(zone.start));
    for number in first..=last {
        let line = page.sheet.lines.get(number)?;
        let range = line.range.start.max(zone.start)..line.range.end.min(zone.end);
        if range.is_empty() || page.is_chrome.get(number).copied().unwrap_or(false) {
            continue;
        }
        let words = page.sheet.at(range.clone());
        if holds(words, "印发") || holds(words, "印制") {
            continue;
        }
        if let Some(mention) = dated(page, range) {
            return Some((number, mention));
        }
    }
    None
}

/// Whether `range` holds a date and nothing else but names of bodies or brackets.
pub(super) fn is_dated(page: &Page<'_>, range: Range<usize>) -> bool {
    dated(page, range).is_some()
}

fn dated(page: &Page<'_>, range: Range<usize>) -> Option<DateMention> {
    let words = page.sheet.at(range.clone());
    if words.len() > LONGEST_SIGNATURE {
        return None;
    }
    let full = dates(words).into_iter().rfind(|mention| mention.year.is_some());
    let mention = full.or_else(|| run_together(page, &range))?;
    let before = words.get(..mention.span.start).unwrap_or_default();
    let after = words.get(mention.span.end..).unwrap_or_default();
    let start = range.start + mention.span.start;
    let before_is_name = before.is_empty() || before == "（" || names_bodies(page, range.start..start);
    let empty_label = |hit: &LabelHit| hit.value == start && matches!(hit.label, Label::Contact | Label::Signer | Label::Phone);
    let after_empty_label = page.labels.iter().any(empty_label);
    let end = range.start + mention.span.end;
    let label_at = |place: usize| page.labels.iter().any(|hit| hit.name.start == place);
    let after_is_note =
        after.is_empty() || after.starts_with(['（', '）', '。']) || label_at(end) || label_at(end + '（'.len_utf8());
    let stands_alone = before_is_name && !before.ends_with('：') || after_empty_label;
    (stands_alone && after_is_note).then(|| DateMention { span: mention.span.shifted(range.start), ..mention })
}

/// The date that ends `range` as bare digits after the name of a body, its 年, 月 and 日 lost by a page: 2024827. Where the
/// digits leave more than one day open, only the year is read.
fn run_together(page: &Page<'_>, range: &Range<usize>) -> Option<DateMention> {
    let words = page.sheet.at(range.clone());
    let start = words.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let digits = words.get(start..).filter(|digits| (6..=8).contains(&digits.len()) && digits.starts_with(['1', '2']))?;
    let above = page.sheet.line_of(range.start).checked_sub(1).and_then(|up| page.sheet.lines.get(up));
    let signed = if start == 0 { above?.range.clone() } else { range.start..range.start + start };
    if !names_bodies(page, signed) {
        return None;
    }
    let year: i32 = digits.get(..4)?.parse().ok().filter(|year| (1950..2100).contains(year))?;
    let rest = digits.get(4..)?;
    let split = |at: usize| {
        let (month, day) = (rest.get(..at)?, rest.get(at..)?);
        let whole = rest.len() == 4 || !month.starts_with('0') && !day.starts_with('0');
        NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?).filter(|_| whole && day.len() <= 2)
    };
    let days: Vec<NaiveDate> = (1..=2).filter_map(split).collect();
    let day = if let [day] = days.as_slice() { Some(*day) } else { None };
    Some(DateMention {
        year: Some(year),
        month: day.map(|day| day.month()),
        day: day.map(|day| day.day()),
        style: DateStyle::Separated,
        fault: Some(DateFault::Garbled),
        span: Span::new(start, words.len()),
    })
}

/// Bytes of a line that may hold the names of several bodies and a date.
const LONGEST_SIGNATURE: usize = 360;

/// The names on the date's own line, else on the lines right above it.
fn issuer_before(page: &Page<'_>, date_line: usize, date_start: usize) -> Option<Field> {
    let line = page.sheet.lines.get(date_line)?;
    let own = line.range.start.max(page.prose.end.min(date_start))..date_start;
    if !own.is_empty() && names_bodies(page, own.clone()) {
        return Some(joined_bodies(page, vec![own]));
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for up in (0..date_line).rev().take(8) {
        let above = page.sheet.lines.get(up)?;
        let range = above.range.start.max(page.prose.end)..above.range.end;
        if range.is_empty() || above.range.end <= page.prose.end || !names_bodies(page, range.clone()) {
            break;
        }
        found.insert(0, range);
    }
    if found.is_empty() { None } else { Some(joined_bodies(page, found)) }
}

/// The first line after the running text that is only the name of a body.
fn lone_issuer(page: &Page<'_>, tail: Range<usize>) -> Option<Field> {
    let first = page.sheet.line_of(tail.start);
    for number in first..page.sheet.lines.len() {
        let line = page.sheet.lines.get(number)?;
        if line.range.start < tail.start || line.range.start >= tail.end || page.is_chrome.get(number).copied().unwrap_or(false) {
            continue;
        }
        let words = page.sheet.at(line.range.clone());
        if page.label_in(line.range.clone()).is_some() || words.ends_with("印发") || dates(words).iter().any(|d| d.year.is_some())
        {
            break;
        }
        if names_bodies(page, line.range.clone()) && !words.ends_with("文件") {
            return Some(joined_bodies(page, vec![line.range.clone()]));
        }
    }
    None
}

/// 承办单位：云岭县交通运输局, in the foot of a letter without another signature.
fn labelled_issuer(page: &Page<'_>, tail: Range<usize>) -> Option<Field> {
    // a page's foot names who keeps the site and who runs it: 主办单位：… 承办单位：…
    let beside_keeper = |place: usize| {
        let line = page.sheet.lines.get(page.sheet.line_of(place)).map_or(0..0, |line| line.range.clone());
        page.sheet.at(line).contains("主办单位")
    };
    let own = |hit: &&LabelHit| {
        hit.label == Label::Office
            && tail.contains(&hit.name.start)
            && page.sheet.at(hit.name.clone()) == "承办单位"
            && !page.on_chrome(hit.name.start)
            && !beside_keeper(hit.name.start)
    };
    let hit = page.labels.iter().find(own)?;
    let value = hit.value_in(&page.sheet, &page.labels);
    let end = page.sheet.gaps_in(value.clone()).next().unwrap_or(value.end);
    let name = value.start..end;
    names_bodies(page, name.clone()).then(|| joined_bodies(page, vec![name]))
}

/// Whether `range` holds one or several names of bodies, parted by gaps, with seal notes.
pub(super) fn names_bodies(page: &Page<'_>, range: Range<usize>) -> bool {
    let all = page.sheet.at(range.clone());
    is_body_name(without_seal(all))
        || pieces(page, range).iter().all(|piece| is_body_name(without_seal(page.sheet.at(piece.clone()))))
}

fn pieces(page: &Page<'_>, range: Range<usize>) -> Vec<Range<usize>> {
    let mut start = range.start;
    let mut found = Vec::new();
    let cuts: Vec<usize> = page.sheet.gaps_in(range.clone()).chain([range.end]).collect();
    for cut in cuts {
        if cut > start && page.sheet.item_end(start) <= cut || cut == range.end {
            found.push(start..cut);
            start = cut;
        }
    }
    found
}

fn joined_bodies(page: &Page<'_>, lines: Vec<Range<usize>>) -> Field {
    let span = match (lines.first(), lines.last()) {
        (Some(first), Some(last)) => {
            let tail = page.sheet.at(last.clone());
            first.start..last.start + without_seal(tail).len()
        }
        _ => 0..0,
    };
    let mut names: Vec<String> = Vec::new();
    for line in lines {
        let parts = pieces(page, line.clone());
        let all_names = parts.iter().all(|part| is_body_name(without_seal(page.sheet.at(part.clone()))));
        let parts = if all_names { parts } else { vec![line] };
        for part in parts {
            let kept = without_seal(page.sheet.at(part.clone())).len();
            let name = page.sheet.words(page.text, part.start..part.start + kept);
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    Field { value: names.join("、"), span: if span.is_empty() { Span::new(0, 0) } else { page.sheet.span(span) } }
}

fn without_seal(words: &str) -> &str {
    ["（盖章）", "（章）", "（公章）", "（印章）", "（印）", "（签章）", "（代章）"]
        .iter()
        .find_map(|seal| words.strip_suffix(seal))
        .unwrap_or(words)
}

/// Whether `words` are the name of a body: of a fitting length, with a fitting end, without punctuation.
pub(crate) fn is_body_name(words: &str) -> bool {
    const ENDS: &[&str] = &[
        "局",
        "厅",
        "委",
        "委员会",
        "办公室",
        "办",
        "部",
        "政府",
        "院",
        "公司",
        "中心",
        "处",
        "科",
        "股",
        "队",
        "集团",
        "银行",
        "分行",
        "支行",
        "协会",
        "联合会",
        "总工会",
        "工会",
        "大学",
        "学校",
        "学院",
        "所",
        "站",
        "署",
        "行",
        "社",
        "会",
        "组",
        "馆",
        "园",
        "管委会",
        "街道办",
        "检察院",
        "法院",
        "室",
        "台",
        "库",
        "联",
        "海关",
        "军区",
        "武装部",
        "领事馆",
        "区",
        "镇",
        "乡",
        "街道",
        "团委",
        "党校",
        "报社",
        "总公司",
        "分公司",
        "监狱",
        "医院",
        "基金",
        "盟",
        "厂",
        "段",
    ];
    // a name of sixty characters at most; longer words need no closer look
    if words.len() > 4 * LONGEST_NAME || !(3..=LONGEST_NAME).contains(&words.chars().count()) {
        return false;
    }
    let plain =
        || words.chars().all(|c| is_han(c) || c.is_alphabetic() && !c.is_ascii() || matches!(c, '（' | '）' | '、' | '·'));
    let ends = ENDS.iter().any(|end| words.ends_with(end)) || words.ends_with('）') && holds(words, "局（");
    ends && plain() && !words.ends_with("代表") && !words.ends_with("委员") && !words.starts_with("关于") && !holds(words, "附件")
}

const LONGEST_NAME: usize = 60;
