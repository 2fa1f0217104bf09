//! The title: on one to four lines, with or without the unit's name, repeated or not by the page around the letter.

use std::ops::Range;

use crate::reply_check::letter::Letter;
use crate::text::short::{Looked, holds, places};

use super::Page;
use super::addressee::is_addressee;
use super::signature::is_body_name;

/// How titles end.
const TAILS: &[&str] = &[
    "答复意见函",
    "答复意见",
    "答复的函",
    "的答复函",
    "答复函",
    "办理答复",
    "答复",
    "答覆",
    "复函",
    "回复函",
    "的回复",
    "回复意见",
    "回复",
    "回函",
    "的函",
    "办理意见",
    "会办意见",
    "协办意见",
    "办理情况的报告",
    "办理情况的函",
    "办理情况",
    "办理结果",
    "函复",
    "续复",
    "答复书",
    "答复稿",
    "情况报告",
    "情况的报告",
];

/// Reads the title that stands last before the salutation, else the page's own heading.
#[inline(never)]
pub(super) fn read(page: &mut Page<'_>, letter: &mut Letter) {
    let limit = if page.opening.is_empty() { page.prose.end.max(page.sheet.norm.len().min(1500)) } else { page.opening.start };
    let before = |number: usize| page.sheet.lines.get(number).map(|line| line.range.start..line.range.end.min(limit));
    let last = page.sheet.line_of(limit.saturating_sub(1));
    let candidates = (0..=last).rev().filter_map(|number| Some((number, before(number)?)));
    let mut on_chrome = None;
    let mut found = None;
    for (number, range) in candidates {
        let Some(title) = title_ending_in(page, number, range) else { continue };
        if page.is_chrome.get(number).copied().unwrap_or(false) {
            on_chrome = Some(title);
        } else {
            found = Some(title);
            break;
        }
    }
    let Some(title) = found.or(on_chrome) else { return };
    letter.title = Some(page.field(title.clone()));
    page.title = Some(title);
}

/// Whether `words` alone look like a title or the end of one.
pub(super) fn looks_like_title(words: &str) -> bool {
    tail_in(words).is_some() && (holds(words, "号") || holds(words, "关于") || holds(words, "建议") || holds(words, "提案"))
}

/// The title that ends in line `number`, from the line on which it begins.
fn title_ending_in(page: &Page<'_>, number: usize, range: Range<usize>) -> Option<Range<usize>> {
    let words = page.sheet.at(range.clone());
    if words.len() > 2000 || holds(words, "收悉") || parts_words(words) || words.contains('。') && words.chars().count() > 60 {
        return None;
    }
    let end = range.start + tail_in(words)?;
    if greeting_in(words).is_some() {
        return None;
    }
    let mut start = line_title_start(page, range.start..end);
    let mut first = number;
    for _ in 0..4 {
        let title = page.sheet.at(start..end);
        let begun = names_matter(title);
        let Some(up) = first.checked_sub(1).and_then(|up| page.sheet.lines.get(up)) else { break };
        let above = page.sheet.at(up.range.clone());
        let blank_between = page.sheet.lines.get(first).is_some_and(|line| line.after_blank) && !spaced_around(page, first);
        let is_own = !page.is_chrome.get(first - 1).copied().unwrap_or(false) && !is_other_part(page, up.range.clone());
        let is_unit = names_units(page, up.range.clone()) && !above.ends_with("文件");
        let joins = is_own
            && !blank_between
            && start == page.sheet.lines.get(first).map_or(0, |line| line.range.start)
            && if begun { starts_with_matter(title) && is_unit } else { above.chars().count() <= 60 && tail_in(above).is_none() };
        if !joins {
            break;
        }
        start = line_title_start(page, up.range.clone());
        first -= 1;
    }
    let title = page.sheet.at(start..end);
    let names_item = ["建议", "提案", "议案", "意见", "号"].iter().any(|word| holds(title, word));
    (begins_title(title) && names_item && !reads_as_sentence(title) && (6..=160).contains(&title.chars().count()))
        .then_some(start..end)
}

/// Whether ； stands outside of quoted titles, as between the subject words of a page.
fn parts_words(words: &str) -> bool {
    words.split(['《', '“']).next().unwrap_or_default().contains('；')
}

/// Where the salutation ends that stands before more words of the line: a page may set the rest of the title behind it.
pub(super) fn greeting_in(words: &str) -> Option<usize> {
    let colon = words.find('：')?;
    let greeted = words.get(..colon)?;
    let speaks = greeted.ends_with("代表") || greeted.ends_with("委员");
    (speaks && is_addressee(greeted) && !names_matter(greeted)).then_some(colon)
}

/// Where the title's words end in `words`: after a tail that ends the line or is followed by a mark, a bracket or the salutation.
fn tail_in(words: &str) -> Option<usize> {
    let mut best: Option<usize> = None;
    let looked = Looked::at(words);
    for tail in TAILS.iter().filter(|tail| looked.may_hold(tail)) {
        for at in places(words, tail) {
            let end = at + tail.len();
            let rest = words.get(end..).unwrap_or_default();
            let stops = rest.is_empty()
                || rest.starts_with("（摘要）")
                || rest.starts_with("摘要")
                || rest.starts_with(['（', '(', '[', '【', '〔', '_', '-', '|', '《', '》', '”', '类', 'A', 'B', 'C', 'D'])
                || rest.chars().count() <= 40 && is_addressee(rest) && !holds(rest, "号")
                || rest.starts_with("发布")
                || rest.starts_with("来源")
                || rest.starts_with("时间")
                || rest.starts_with("20");
            if stops {
                let summary =
                    ["（摘要）", "摘要"].iter().find(|summary| rest.starts_with(**summary)).map_or(0, |summary| summary.len());
                let end = end + summary;
                best = best.max(Some(end));
            }
        }
    }
    best
}

/// Within one line: after a label, a breadcrumb or another item that stands before the title.
fn line_title_start(page: &Page<'_>, range: Range<usize>) -> usize {
    let words = page.sheet.at(range.clone());
    let matter = words.find("关于").or_else(|| words.find('对')).unwrap_or(words.len());
    let head = words.get(..matter).unwrap_or_default();
    let after_mark = head
        .rfind(['：', '>', '＞', '»', '》', '】', '〉', '|', '*', '#'])
        .map_or(0, |at| at + head.get(at..).and_then(|h| h.chars().next()).map_or(0, char::len_utf8));
    let numbered = head.contains(['〔', '[', '【']) && words.len() > head.len();
    let after_number = head.rfind('号').filter(|_| numbered).map_or(0, |at| at + '号'.len_utf8());
    let mut start = range.start + after_mark.max(after_number);
    for gap in page.sheet.gaps_in(start..range.end.min(range.start + matter + 1)) {
        let before = page.sheet.at(start..gap);
        let is_unit = is_body_name(before);
        let is_broken_word = page.sheet.at(gap..range.end).chars().next().is_some_and(|c| c.is_ascii_digit());
        if !is_unit && !is_broken_word && before.chars().count() > 1 && page.sheet.item_end(start) <= gap {
            start = gap;
        }
    }
    start
}

/// Whether the title says what it answers, perhaps without the words before: 第四次会议第17号建议的答复.
fn begins_title(title: &str) -> bool {
    names_matter(title) || title.contains('号')
}

/// Whether the words speak to somebody or tell what was done: 经研究，现对……提出如下协办意见.
fn reads_as_sentence(title: &str) -> bool {
    let plain = title.split(['《', '“']).next().unwrap_or_default();
    let starts = ["经", "现", "您", "你", "根据", "按照", "收到", "针对"].iter().any(|start| title.starts_with(start));
    starts && plain.contains(['，', '您', '你']) || holds(title, "提出如下") || holds(title, "现将")
}

/// Whether the title's beginning is there: 关于, or 对 before the session, the quoted title or the submitter.
fn names_matter(title: &str) -> bool {
    let Some(at) = title.find('对') else { return holds(title, "关于") || title.starts_with('就') };
    let after = title.get(at + "对".len()..).unwrap_or_default();
    let body_before = at == 0 || super::signature::is_body_name(title.get(..at).unwrap_or_default());
    holds(title, "关于") || body_before || after.contains('届') || after.contains('第')
}

fn starts_with_matter(title: &str) -> bool {
    title.starts_with("关于") || title.starts_with('对') || title.starts_with('就')
}

/// Whether the line holds another part of the letter: a mark, a number, a label.
fn is_other_part(page: &Page<'_>, range: Range<usize>) -> bool {
    let words = page.sheet.at(range.clone());
    page.label_in(range.clone()).is_some()
        || words.contains('〔') && words.contains('号')
        || words.chars().count() <= 3
        || words.ends_with('年') && words.chars().count() <= 5
        || words.ends_with('号') && words.chars().count() < 24 && !holds(words, "会议")
        || words.contains('★')
}

/// Whether the line is one or several names of bodies, parted by blanks or 、.
fn names_units(page: &Page<'_>, range: Range<usize>) -> bool {
    let mut start = range.start;
    let cuts: Vec<usize> = page.sheet.gaps_in(range.clone()).chain([range.end]).collect();
    is_body_name(page.sheet.at(range.clone()))
        || cuts.into_iter().all(|cut| {
            let name = page.sheet.at(start..cut);
            start = cut;
            is_body_name(name)
        })
}

/// Whether blank lines say nothing here: nearly every line stands apart, or those around line `number` do.
fn spaced_around(page: &Page<'_>, number: usize) -> bool {
    let lines = &page.sheet.lines;
    let apart = lines.iter().filter(|line| line.after_blank).count();
    let around = lines.get(number.saturating_sub(1)..lines.len().min(number + 2)).unwrap_or_default();
    apart * 10 > lines.len() * 6 || around.len() == 3 && around.iter().all(|line| line.after_blank)
}
