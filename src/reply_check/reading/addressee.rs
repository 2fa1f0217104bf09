//! Whom the letter answers: on the line before the opening, or on the opening's own line.

use std::ops::Range;

use crate::reply_check::letter::Letter;

use super::Page;
use super::signature::is_body_name;
use super::title::{greeting_in, looks_like_title};

/// Reads the addressee and whether a colon follows it.
#[inline(never)]
pub(super) fn read(page: &Page<'_>, letter: &mut Letter) {
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
            None if own && looks_like_title(words) => {
                found = greeting_in(words).map(|colon| range.start..range.start + colon + '：'.len_utf8());
            }
            Some(later) if own && (words.ends_with('、') || words.ends_with('，')) => found = Some(range.start..later.end),
            Some(_) => break,
            None => {}
        }
    }
    found
}

/// Whether `words` are a salutation.
pub(super) fn is_addressee(words: &str) -> bool {
    let core = core_of(words);
    let count = core.chars().count();
    let ends = [
        "代表",
        "委员",
        "代表团",
        "代表（团）",
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
            Some(open) if shorter.ends_with('）') && open > 0 && !shorter.ends_with("（团）") => {
                shorter.get(..open).unwrap_or(shorter)
            }
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
    let lead =
        ["尊敬的", "敬爱的", "尊敬", "致"].iter().find_map(|lead| words.strip_prefix(lead).map(|_| lead.len())).unwrap_or(0);
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
