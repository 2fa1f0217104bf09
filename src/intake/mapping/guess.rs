//! Guesses what the columns of a table mean: by their headings, then by their values.

use super::field::Field;
use super::index::{HeadingIndex, heading_key};
use super::{MappedColumn, Mapping};
use crate::intake::cell::Cell;
use crate::ledger::OutcomeScheme;

/// A column's heading, upper rows first; as people read it, without line breaks and spaces.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in super::super) struct Heading {
    pub path: Vec<String>,
}

impl Heading {
    /// The heading by which mappings know it.
    pub fn key(&self) -> String {
        self.path.iter().map(|part| heading_key(part)).filter(|key| !key.is_empty()).collect::<Vec<_>>().join("/")
    }

    /// The lowest heading, as the places of problems name it.
    pub fn shown(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }
}

struct Guess {
    column: usize,
    field: Field,
    confidence: u8,
}

/// What each column means; a user's mapping counts before any guess.
pub(in super::super) fn guess_columns(
    headings: &[Heading],
    samples: &[Vec<Cell<'_>>],
    index: &HeadingIndex,
    scheme: &OutcomeScheme,
    users: Option<&Mapping>,
    sheet: Option<&str>,
) -> Vec<MappedColumn> {
    let mut guesses: Vec<Guess> = Vec::new();
    for (column, heading) in headings.iter().enumerate() {
        let cells: Vec<&Cell<'_>> = samples.iter().filter_map(|row| row.get(column)).collect();
        let said = users.and_then(|users| users.field_of(&heading.key(), sheet));
        let guess = match said {
            Some(field) => field.map(|field| (field, 100)),
            None => guess_one(heading, &cells, index, scheme),
        };
        guesses.extend(guess.map(|(field, confidence)| Guess { column, field, confidence }));
    }
    guesses.sort_by_key(|guess| (std::cmp::Reverse(guess.confidence), guess.column));
    let mut taken: Vec<Option<(Field, u8)>> = vec![None; headings.len()];
    for guess in guesses {
        let is_free = guess.field.takes_several() || !taken.iter().flatten().any(|(field, _)| *field == guess.field);
        if is_free {
            taken[guess.column] = Some((guess.field, guess.confidence));
        }
    }
    let described = headings.iter().zip(taken).enumerate().map(|(column, (heading, taken))| MappedColumn {
        heading: heading.key(),
        field: taken.map(|(field, _)| field.as_str().to_owned()),
        sheet: sheet.map(str::to_owned),
        letter: Some(column_letter(column)),
        confidence: taken.map_or(0, |(_, confidence)| confidence),
        examples: examples(samples, column),
    });
    described.collect()
}

/// Letters of a cell that names several bodies.
const LONGEST_NAMES: usize = 60;

fn guess_one(heading: &Heading, cells: &[&Cell<'_>], index: &HeadingIndex, scheme: &OutcomeScheme) -> Option<(Field, u8)> {
    /// Below this share of fitting values a heading is not believed.
    const BELIEVED: usize = 25;
    let (mut candidates, confidence) = index.candidates(&heading.path);
    if candidates.contains(&Field::Text) && candidates.contains(&Field::LeadBody) {
        // `body` of a letter, or the body that handles it
        let is_text = cells.iter().any(|cell| cell.words().contains('。') || cell.words().chars().count() > LONGEST_NAMES);
        let other = if is_text { Field::LeadBody } else { Field::Text };
        candidates.retain(|field| *field != other);
    }
    let share = |field: Field| {
        let fits: Vec<bool> = cells.iter().filter_map(|cell| field.fits(cell, scheme)).collect();
        (!fits.is_empty()).then(|| fits.iter().filter(|fits| **fits).count() * 100 / fits.len())
    };
    let shares: Vec<(Field, Option<usize>)> = candidates.iter().map(|field| (*field, share(*field))).collect();
    let fitting = shares.iter().filter(|(_, share)| share.is_some_and(|share| share >= 60));
    let best = fitting.rev().max_by_key(|(_, share)| *share).or_else(|| shares.iter().find(|(_, share)| share.is_none()));
    let best = best.or_else(|| shares.iter().find(|(_, share)| share.is_some_and(|share| share >= BELIEVED)));
    match best {
        Some((field, Some(share))) => Some((*field, (usize::from(confidence) * (50 + share / 2) / 100) as u8)),
        Some((field, None)) => Some((*field, confidence)),
        None if !shares.is_empty() && cells.len() >= 4 => None,
        None if !shares.is_empty() => shares.first().map(|(field, _)| (*field, confidence / 2)),
        None => Field::of_shape(cells, scheme).map(|field| (field, 40)),
    }
}

fn examples(samples: &[Vec<Cell<'_>>], column: usize) -> Vec<String> {
    const MOST: usize = 3;
    const LETTERS: usize = 40;
    let mut found: Vec<String> = Vec::new();
    for cell in samples.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_blank()) {
        let shown: String = cell.words().chars().take(LETTERS).collect();
        if !found.contains(&shown) {
            found.push(shown);
        }
        if found.len() == MOST {
            break;
        }
    }
    found
}

/// The letter of the column at `place`: A, B, …, Z, AA.
pub(in super::super) fn column_letter(place: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = place + 1;
    while rest > 0 {
        rest -= 1;
        letters.push((b'A' + (rest % 26) as u8) as char);
        rest /= 26;
    }
    letters.iter().rev().collect()
}
