//! Which rows count.

use std::collections::BTreeMap;

use super::columns::{Columns, NO_DAY};
use super::count::codes_of;
use super::dimension::DimensionId;
use super::standing::Standing;

/// Conditions that must all hold; the values of one dimension are alternatives.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// The allowed keys of each dimension that is filtered; the empty key allows what is not known.
    pub dimensions: BTreeMap<DimensionId, Vec<String>>,
    /// Days from assignment to first answer, both ends included.
    pub days: Option<(u32, u32)>,
    /// Words, all of which must stand in title, number, submitter or body; case and width of Latin letters do not matter.
    pub text: Option<String>,
}

/// Why a filter cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterFault {
    /// The first day of a range lies after the last.
    DaysBackwards(u32, u32),
}

/// Which conditions each row fails: a bit per dimension, and one for the rest. A chart ignores its own bit.
#[derive(Debug)]
pub(super) struct Failing {
    pub entries: Vec<u32>,
    pub rows: Vec<u32>,
}

/// The bit of the conditions that no chart ignores.
const OTHER: u32 = 1 << 31;

impl Filter {
    /// Which conditions each entry and row of `columns` fails.
    ///
    /// # Errors
    /// [`FilterFault`] where the filter contradicts itself.
    pub(super) fn failing(&self, columns: &Columns, standing: &Standing) -> Result<Failing, FilterFault> {
        let mut failing = Failing { entries: vec![0; columns.len()], rows: vec![0; columns.rows()] };
        for (dimension, keys) in self.dimensions.iter().filter(|(_, keys)| !keys.is_empty()) {
            let target = if dimension.is_of_entry() { &mut failing.entries } else { &mut failing.rows };
            mark_failing(target, *dimension, keys, columns, standing);
        }
        if let Some((from, to)) = self.days {
            if from > to {
                return Err(FilterFault::DaysBackwards(from, to));
            }
            for (row, fails) in failing.rows.iter_mut().enumerate() {
                let within = days_to_answer(columns, row).is_some_and(|days| (from..=to).contains(&days));
                *fails |= if within { 0 } else { OTHER };
            }
        }
        if let Some(text) = &self.text {
            let words: Vec<String> = folded(text).split_whitespace().map(str::to_owned).collect();
            for (entry, fails) in failing.entries.iter_mut().enumerate().filter(|_| !words.is_empty()) {
                let texts = folded(&columns.texts.all[columns.texts.starts[entry]..columns.texts.starts[entry + 1]]);
                let found = words.iter().all(|word| texts.contains(word.as_str()));
                *fails |= if found { 0 } else { OTHER };
            }
        }
        for (fails, entry) in failing.rows.iter_mut().zip(&columns.rows.entry) {
            *fails |= failing.entries[*entry as usize];
        }
        Ok(failing)
    }
}

/// Days from assignment to the first answer; `None` where a date is not known or the answer comes first.
pub(super) fn days_to_answer(columns: &Columns, row: usize) -> Option<u32> {
    let (assigned, answered) = (columns.rows.assigned[row], columns.rows.answered_on[row]);
    if assigned == NO_DAY || answered == NO_DAY {
        return None;
    }
    u32::try_from(answered - assigned).ok()
}

fn mark_failing(target: &mut [u32], dimension: DimensionId, keys: &[String], columns: &Columns, standing: &Standing) {
    let codes = codes_of(dimension, columns, standing);
    let mut allowed = vec![false; codes.names.len()];
    for (allowed, name) in allowed.iter_mut().zip(&codes.names) {
        *allowed = keys.contains(name);
    }
    for (at, fails) in target.iter_mut().enumerate() {
        let passes = codes.any(at, |code| allowed.get(code as usize).copied().unwrap_or(false));
        *fails |= if passes { 0 } else { dimension.bit() };
    }
}

/// `text` in lower case, full-width forms as half-width.
fn folded(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        '\u{3000}' => ' ',
        other => other,
    };
    text.chars().map(narrow).flat_map(char::to_lowercase).collect()
}
