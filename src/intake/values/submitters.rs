//! Submitters in one cell: 范娜等9人; 赵敏、钱进; 民建市委会.

use super::bodies::split_list;
use super::plain::{is_blank_word, is_plain_letter, squeeze};

/// Who submits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in super::super) struct Submitters {
    /// The first name.
    pub lead: Option<String>,
    /// The names after it.
    pub others: Vec<String>,
    /// How many others there are, where the cell counts and does not name them: 8 of 范娜等9人.
    pub count: Option<u32>,
}

/// The submitters that a cell names.
pub(in super::super) fn read_submitters(text: &str) -> Submitters {
    let mut names = Vec::new();
    let mut total = None;
    for part in split_list(text) {
        let (name, counted) = without_count(&part);
        total = total.or(counted);
        let is_name = !is_blank_word(&squeeze(name));
        if is_name {
            names.push(name.to_owned());
        }
    }
    let mut names = names.into_iter();
    let lead = names.next();
    let others: Vec<String> = names.collect();
    let count = total.map(|total: u32| total.saturating_sub(1)).filter(|count| *count as usize > others.len());
    Submitters { lead, others, count }
}

/// Whether [`read_submitters`] finds one name in `text` without spaces at its ends, and that is the whole of it.
pub(in super::super) fn is_one_submitter(text: &str) -> bool {
    let is_letter = |letter: char| letter == '·' || (letter != '等' && is_plain_letter(letter));
    !text.is_empty() && text.chars().all(is_letter) && !is_blank_word(text)
}

/// 范娜 and 9 of 范娜等9人, 范娜等9名代表, 范娜（等9人）.
fn without_count(part: &str) -> (&str, Option<u32>) {
    let Some(at) = part.find('等') else { return (part.trim(), None) };
    let plain = squeeze(&part[at + '等'.len_utf8()..]);
    let digits: String = plain.chars().take_while(char::is_ascii_digit).collect();
    let unit = plain[digits.len()..].trim_end_matches(')');
    let counts = unit.starts_with('人') || unit.starts_with('名') || unit.starts_with('位');
    match digits.parse() {
        Ok(total) if counts => (part[..at].trim().trim_end_matches(['(', '（']).trim(), Some(total)),
        _ => (part.trim(), None),
    }
}
