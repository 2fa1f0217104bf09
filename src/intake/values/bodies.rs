//! Several handling bodies in one cell, with a role before or behind a name.

use super::plain::{is_blank_word, is_plain_letter, narrow, squeeze};
use super::roles::role_word;
use crate::ledger::HandlingRole;

/// A body as a cell names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct BodyMention {
    /// Its name.
    pub name: String,
    /// The role that stands with it.
    pub role: Option<HandlingRole>,
}

/// The bodies of a cell: 市教育局、市财政局(会办)；（分办）甲局、乙局; 主办：甲局；协办：乙局.
pub(in super::super) fn read_bodies(text: &str) -> Vec<BodyMention> {
    let mut bodies = Vec::new();
    let mut role_of_all = None;
    for part in split_list(text) {
        let (before, part) = leading_role(&part);
        if before.is_some() {
            role_of_all = before;
        }
        let (part, behind) = trailing_role(part);
        let name = part.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '等' if part.ends_with("单位等")));
        let plain = squeeze(name);
        if is_blank_word(&plain) || plain.chars().all(|letter| matches!(letter, '(' | ')' | '.' | ':' | '*')) {
            continue;
        }
        bodies.push(BodyMention { name: name.to_owned(), role: behind.or(role_of_all) });
    }
    bodies
}

/// Whether [`read_bodies`] finds one body in `text` without spaces at its ends, whose name is the whole of it.
pub(in super::super) fn is_one_body(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_plain_letter) && !is_blank_word(text) && !text.ends_with("单位等")
}

/// The parts of a cell that holds several: split at 、，,;；|, line breaks, two spaces, and `/` between words; brackets stay whole.
pub(in super::super) fn split_list(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.trim().chars().collect();
    let mut parts = vec![String::new()];
    let mut depth = 0_usize;
    for (at, letter) in letters.iter().enumerate() {
        let next_is_space = letters.get(at + 1).is_some_and(|next| next.is_whitespace());
        let splits = match letter {
            '(' | '（' | '【' | '〔' => {
                depth += 1;
                false
            }
            ')' | '）' | '】' | '〕' => {
                depth = depth.saturating_sub(1);
                false
            }
            '\n' | '\r' => true,
            '、' | '，' | ',' | '；' | ';' | '|' | '｜' | '/' | '／' => depth == 0,
            '\u{3000}' | '\t' => depth == 0,
            space if space.is_whitespace() => depth == 0 && next_is_space,
            _ => false,
        };
        match parts.last_mut() {
            Some(_) if splits => parts.push(String::new()),
            Some(part) => part.push(*letter),
            None => {}
        }
    }
    let trimmed = parts.iter().map(|part| part.trim().to_owned());
    trimmed.filter(|part| !part.is_empty()).collect()
}

/// （分办）甲局 and 主办：甲局.
fn leading_role(part: &str) -> (Option<HandlingRole>, &str) {
    let part = part.trim();
    if let Some(rest) = part.strip_prefix(['(', '（', '【', '['])
        && let Some((inner, rest)) = rest.split_once([')', '）', '】', ']'])
        && let Some(role) = role_word(&squeeze(inner))
    {
        return (Some(role), rest.trim_start_matches([':', '：', ' ']));
    }
    if let Some((before, rest)) = part.split_once([':', '：'])
        && let Some(role) = role_word(&squeeze(before))
    {
        return (Some(role), rest);
    }
    (None, part)
}

/// 甲局（会办）, 甲局-协办.
fn trailing_role(part: &str) -> (&str, Option<HandlingRole>) {
    let part = part.trim();
    for (open, close) in [('(', ')'), ('（', '）'), ('（', ')'), ('(', '）'), ('【', '】'), ('[', ']')] {
        let Some(rest) = part.strip_suffix(close) else { continue };
        let Some((name, inner)) = rest.rsplit_once(open) else { continue };
        if let Some(role) = role_word(&squeeze(inner)) {
            return (name.trim_end(), Some(role));
        }
    }
    if let Some((name, behind)) = part.rsplit_once(['-', '－', '—', ':', '：'])
        && let Some(role) = role_word(&squeeze(behind))
    {
        return (name.trim_end(), Some(role));
    }
    (part, None)
}

/// Whether a text reads like the name of a body.
pub(in super::super) fn looks_like_a_body(text: &str) -> bool {
    const ENDS: &[&str] = &[
        "局",
        "委",
        "厅",
        "办",
        "办公室",
        "委员会",
        "政府",
        "院",
        "中心",
        "街道",
        "公司",
        "部",
        "镇",
        "乡",
        "支队",
        "大队",
        "集团",
        "行",
    ];
    let plain: String = text.trim().chars().map(narrow).collect();
    let letters = plain.chars().count();
    (2..=24).contains(&letters) && ENDS.iter().any(|end| plain.ends_with(end))
}
