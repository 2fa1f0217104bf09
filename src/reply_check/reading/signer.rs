//! The signer (签发人), and names parted by blanks.

use std::ops::Range;

use crate::reply_check::letter::{Field, Label, Letter};
use crate::text::dates::dates;

use super::Page;

/// Reads the signer: labelled, else from the words 经……审签.
#[inline(never)]
pub(super) fn read(page: &Page<'_>, letter: &mut Letter) {
    letter.signer = signer(page, letter).or_else(|| signer_in_words(page));
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
        if !is_name || placeholder(plain) || !dates(plain).is_empty() {
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
