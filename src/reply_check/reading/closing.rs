//! Where the running text ends: before the signature, the contact lines and whatever a page sets below the letter.

use crate::reply_check::letter::Label;

use super::Page;
use super::signature::{is_dated, names_bodies};

/// The end of the last paragraph: no label, no signature, no list of copies.
#[inline(never)]
pub(super) fn prose_end(page: &Page<'_>) -> usize {
    let lines = &page.sheet.lines;
    let begins_with_label = |number: usize| {
        let line = lines.get(number)?;
        let head = line.range.start..line.range.start + 8;
        page.label_in(head).map(|hit| hit.label)
    };
    for number in (0..lines.len()).rev() {
        let Some(line) = lines.get(number) else { continue };
        if line.range.start >= page.end || page.is_chrome.get(number).copied().unwrap_or(false) {
            continue;
        }
        let words = page.sheet.at(line.range.clone());
        let is_note = words.chars().count() < 20 && words.contains("公开");
        let is_markup = !words.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
        let is_sentence = words.contains(['。', '！']) || words.ends_with('；') || words.chars().count() >= 45;
        let closes_after_contact = words.chars().count() < 12 && number.checked_sub(1).and_then(begins_with_label).is_some();
        let is_part = begins_with_label(number).is_some() || words.ends_with("印发");
        if !is_sentence || is_note || is_markup || closes_after_contact || is_part {
            continue;
        }
        let continues_copies = (1..=3).any(|up| number.checked_sub(up).and_then(begins_with_label) == Some(Label::CopiedTo));
        if !continues_copies {
            return line.range.end;
        }
    }
    0
}

/// Where the signature begins after `anchor`: a line that is a date, under a line that is the name of a body; or a date alone
/// after which nobody is spoken to any more. What a page sets below it, be it running text, is not the letter's.
pub(super) fn signature_start(page: &Page<'_>, anchor: usize) -> Option<usize> {
    let lines = &page.sheet.lines;
    let first = page.sheet.line_of(anchor) + 1;
    let letter = page.sheet.at(0..page.end);
    let mut last_spoken = None;
    for number in first..lines.len() {
        let line = lines.get(number).filter(|line| line.range.start < page.end)?;
        if page.is_chrome.get(number).copied().unwrap_or(false) || !is_dated(page, line.range.clone()) {
            continue;
        }
        let names = |up: &usize| lines.get(*up).is_some_and(|above| names_bodies(page, above.range.clone()));
        let begin = (first..number).rev().take_while(names).last().unwrap_or(number);
        let own_name = !page.sheet.at(line.range.clone()).starts_with(|c: char| c.is_ascii_digit() || c == '二');
        let mut speaks_on = || {
            let last = last_spoken.get_or_insert_with(|| SPEAKS.iter().filter_map(|word| letter.rfind(word)).max().unwrap_or(0));
            *last >= line.range.end
        };
        if begin < number || own_name || !speaks_on() {
            return lines.get(begin).map(|line| line.range.start);
        }
    }
    None
}

/// Words by which a letter speaks of its own matter.
const SPEAKS: &[&str] = &["您", "你们", "代表", "委员", "答复", "我局", "我委", "我厅", "我部", "我办", "我县", "我市", "我区"];
