//! What stands around the title: document number, signer, secret mark, addressee.

use std::ops::Range;

use crate::reply_check::letter::{Field, Label, Letter};

use super::Page;
use super::signature::is_body_name;

/// Reads document number, signer, secret mark and addressee.
pub(super) fn read(page: &Page<'_>, letter: &mut Letter) {
    letter.document_number = document_number(page);
    letter.signer = signer(page, letter).or_else(|| signer_in_words(page));
    letter.secret_mark = secret_mark(page);
    addressee(page, letter);
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
        let labelled_page_row = page.on_chrome(range.start);
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
    let is_own = !letters.contains("会议") && !letters.contains("届") && (1..=16).contains(&letters.chars().count());
    is_own.then_some(start..end)
}

fn signer(page: &Page<'_>, letter: &mut Letter) -> Option<Field> {
    for hit in page.labels.iter().filter(|hit| hit.label == Label::Signer) {
        if page.in_prose(hit.name.start) || page.on_chrome(hit.name.start) {
            continue;
        }
        let value = hit.value_in(&page.sheet, &page.labels);
        let names = names_in(page, value.clone());
        match (names.first(), names.last()) {
            (Some(first), Some(last)) => {
                let joined: Vec<String> = names.iter().map(|range| page.sheet.words(page.text, range.clone())).collect();
                return Some(page.field_as(first.start..last.end, joined.join("、")));
            }
            _ if value.is_empty() => letter.empty_labels.push((Label::Signer, page.sheet.span(hit.name.clone()))),
            _ => {}
        }
    }
    None
}

/// The names at the start of `value`: 谢青林; 伍长丰　邢望书; 谢　林 is one name.
pub(super) fn names_in(page: &Page<'_>, value: Range<usize>) -> Vec<Range<usize>> {
    let cuts: Vec<usize> = page.sheet.gaps_in(value.clone()).chain([value.end]).collect();
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut start = value.start;
    let mut pending: Option<Range<usize>> = None;
    for cut in cuts {
        let token = start..cut;
        start = cut;
        let words = page.sheet.at(token.clone());
        let plain = words.trim_end_matches(['）', '，', '。', '；', '/', '、', ')']);
        let token = token.start..token.start + plain.len();
        if plain.is_empty() || is_rank(plain) {
            continue;
        }
        let is_name = plain.chars().all(|c| c.is_alphabetic() && !c.is_ascii() || matches!(c, '·' | '、' | '，' | '×' | '*'))
            || plain.chars().all(|c| matches!(c, '×' | 'X' | 'x' | '*'));
        if !is_name || placeholder(plain) {
            break;
        }
        let is_part = plain.chars().count() == 1;
        match (pending.take(), is_part) {
            (Some(before), _) => names.push(before.start..token.end),
            (None, true) => pending = Some(token),
            (None, false) => names.push(token),
        }
    }
    names
}

fn is_rank(words: &str) -> bool {
    matches!(
        words,
        "局长"
            | "副局长"
            | "主任"
            | "副主任"
            | "厅长"
            | "副厅长"
            | "部长"
            | "县长"
            | "市长"
            | "区长"
            | "书记"
            | "镇长"
            | "乡长"
            | "党组书记"
            | "主席"
    )
}

/// Whether only a blank to be filled stands there: ×××, ___.
pub(super) fn placeholder(words: &str) -> bool {
    !words.is_empty() && words.chars().all(|c| matches!(c, '×' | 'X' | 'x' | '*' | '_' | '＿' | '/' | '-' | '某' | '△' | '○'))
}

/// 已经我厅主要负责同志余砚舟审签.
fn signer_in_words(page: &Page<'_>) -> Option<Field> {
    let words = page.sheet.at(page.prose.clone());
    for signs in ["审签", "签发", "审定签发", "签批"] {
        let Some(at) = words.rfind(signs) else { continue };
        let head = words.get(..at)?;
        let sentence = head.rfind(['。', '；', '，']).map_or(0, |stop| stop + "。".len());
        let clause = head.get(sentence..)?;
        let leads = ["主要负责同志", "主要负责人", "负责同志", "负责人", "局长", "厅长", "主任", "部长"];
        let Some(name_at) = leads.iter().filter_map(|lead| clause.rfind(lead).map(|at| at + lead.len())).max() else { continue };
        let name = clause.get(name_at..)?.trim_end_matches("同志");
        if (2..=8).contains(&name.chars().count()) && !name.contains(['的', '已', '经', '审']) {
            let start = page.prose.start + sentence + name_at;
            return Some(page.field(start..start + name.len()));
        }
    }
    None
}

/// 秘密★1年, or 机密 alone on a line.
fn secret_mark(page: &Page<'_>) -> Option<crate::text::span::Span> {
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

/// The line before the opening, or what stands before it on its own line.
fn addressee(page: &Page<'_>, letter: &mut Letter) {
    let Some(range) = addressee_range(page) else { return };
    let words = page.sheet.at(range.clone());
    letter.addressee_colon = words.ends_with('：') || words.ends_with("：您好！") || words.contains('：');
    let range = trimmed_addressee(page, range);
    if range.is_empty() {
        return;
    }
    let value = joined_names(page, range.clone());
    letter.addressee = Some(page.field_as(range, value));
}

fn addressee_range(page: &Page<'_>) -> Option<Range<usize>> {
    let after_title = page.title.as_ref().map_or(0, |title| title.end);
    let opening = if page.opening.is_empty() { page.sheet.norm.len() } else { page.opening.start };
    let number = page.sheet.line_of(opening.min(page.sheet.norm.len().saturating_sub(1)));
    let line = page.sheet.lines.get(number)?;
    let prefix = line.range.start.max(after_title)..opening;
    if !page.opening.is_empty() && prefix.start < prefix.end && is_addressee(page.sheet.at(prefix.clone())) {
        return Some(prefix);
    }
    let first_line = page.sheet.line_of(after_title);
    let up_to = if page.opening.is_empty() { (first_line + 8).min(page.sheet.lines.len()) } else { number };
    let mut found: Option<Range<usize>> = None;
    for up in (first_line..up_to).rev() {
        let Some(line) = page.sheet.lines.get(up) else { continue };
        let range = line.range.start.max(after_title)..line.range.end;
        let words = page.sheet.at(range.clone());
        let own = !page.is_chrome.get(up).copied().unwrap_or(false) && page.label_in(range.clone()).is_none();
        match &found {
            None if own && is_addressee(words) && range.start < range.end => found = Some(range),
            Some(later) if own && (words.ends_with('、') || words.ends_with('，')) => found = Some(range.start..later.end),
            Some(_) => break,
            None => {}
        }
    }
    found
}

fn is_addressee(words: &str) -> bool {
    let core = core_of(words);
    let count = core.chars().count();
    let ends = [
        "代表",
        "委员",
        "代表团",
        "委员会",
        "党派",
        "工商联",
        "界",
        "组",
        "党组",
        "小组",
        "专委会",
        "总支",
        "支部",
        "学社",
        "工委",
        "联合会",
        "妇联",
        "团委",
        "总工会",
        "人大",
        "政协",
        "女士",
        "先生",
        "同志",
        "侨联",
        "台盟",
        "办公室",
        "民革",
        "民盟",
        "民建",
        "民进",
        "农工党",
        "致公党",
        "科协",
    ];
    let plain = !core.contains(['。', '《', '〔', '；']) && !core.starts_with("现") && !core.ends_with("如下");
    plain
        && (2..=160).contains(&count)
        && (ends.iter().any(|end| core.ends_with(end)) && !core.starts_with("感谢")
            || words.ends_with('：') && count <= 40 && !core.contains("公开"))
}

/// Without greeting, colon and brackets at its end.
fn core_of(words: &str) -> &str {
    let mut core = words;
    loop {
        let shorter = core
            .trim_end_matches(['：', '，', '！', '。', ' '])
            .trim_end_matches("您好")
            .trim_end_matches("你好")
            .trim_end_matches("你们好")
            .trim_end_matches("您们好");
        let shorter = match shorter.rfind('（') {
            Some(open) if shorter.ends_with('）') && open > 0 => shorter.get(..open).unwrap_or(shorter),
            _ => shorter,
        };
        if shorter.len() == core.len() {
            return core;
        }
        core = shorter;
    }
}

fn trimmed_addressee(page: &Page<'_>, range: Range<usize>) -> Range<usize> {
    let words = page.sheet.at(range.clone());
    let lead = ["尊敬的", "敬爱的", "致"].iter().find_map(|lead| words.strip_prefix(lead).map(|_| lead.len())).unwrap_or(0);
    let core = core_of(words);
    range.start + lead..(range.start + core.len()).max(range.start + lead)
}

/// Names parted by blanks only are joined by 、; a name of two characters spread by a blank stays one name.
fn joined_names(page: &Page<'_>, range: Range<usize>) -> String {
    let words = page.sheet.words(page.text, range.clone());
    if words.contains('、') || words.contains('，') || is_body_name(&words) {
        return words;
    }
    let mut parts: Vec<String> = Vec::new();
    let mut start = range.start;
    let cuts: Vec<usize> = page.sheet.gaps_in(range.clone()).chain([range.end]).collect();
    let name_end = words.trim_end_matches("代表").trim_end_matches("委员");
    let one_spread_name = name_end.chars().count() <= 4 && cuts.len() >= name_end.chars().count();
    if one_spread_name {
        return words;
    }
    for cut in cuts {
        let part = page.sheet.words(page.text, start..cut);
        start = cut;
        let joins_before = parts.last().is_some_and(|before| before.chars().count() == 1)
            || ["代表", "委员", "等"].iter().any(|word| part.starts_with(word));
        match parts.last_mut() {
            Some(before) if joins_before => before.push_str(&part),
            _ => parts.push(part),
        }
    }
    let are_names = parts.len() > 1 && parts.iter().all(|part| (2..=12).contains(&part.chars().count()));
    if are_names { parts.join("、") } else { words }
}
