//! Ids and numbers given twice.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use super::problem::{Place, Problem, ProblemCode};
use crate::ledger::{Entry, Ledger};

/// Collects a fingerprint per entry, to find the ones that look alike at the end.
#[derive(Debug, Default)]
pub(super) struct Duplicates {
    ids: Vec<(u64, u32)>,
    numbers: Vec<(u64, u32)>,
    entries: u32,
}

impl Duplicates {
    /// Notes the next entry.
    pub fn note(&mut self, entry: &Entry<'_>) {
        if let Some(id) = &entry.id {
            self.ids.push((fingerprint(&**id), self.entries));
        }
        if let Some(key) = number_key(entry) {
            self.numbers.push((fingerprint(key), self.entries));
        }
        self.entries += 1;
    }

    /// One problem for each entry whose id or number an earlier entry has.
    pub fn problems(self, ledger: &Ledger) -> Vec<Problem> {
        let ids = repeated(self.ids, ledger, |entry| entry.id.as_deref().map(str::to_owned));
        let numbers = repeated(self.numbers, ledger, |entry| number_key(entry).map(|key| format!("{key:?}")));
        let ids = ids.into_iter().map(|(earlier, later)| {
            let id = ledger.entry(later).and_then(|entry| entry.id.map(|id| id.to_string())).unwrap_or_default();
            problem(ProblemCode::DuplicateId, earlier, later, "id", &id)
        });
        let numbers = numbers.into_iter().map(|(earlier, later)| {
            let number = ledger.entry(later).and_then(|entry| entry.number.map(|number| number.to_string())).unwrap_or_default();
            problem(ProblemCode::DuplicateNumber, earlier, later, "number", &number)
        });
        ids.chain(numbers).collect()
    }
}

fn problem(code: ProblemCode, earlier: usize, later: usize, field: &str, value: &str) -> Problem {
    let place = Place { pointer: Some(format!("/entries/{later}/{field}")), entry: Some(later), ..Place::default() };
    Problem::new(code, place).with_value(value).expecting(format!("/entries/{earlier}"))
}

/// What makes a number the same: kind, session (else year), the number without its leading zeros.
fn number_key<'e>(entry: &'e Entry<'_>) -> Option<impl Hash + std::fmt::Debug + use<'e>> {
    let number = entry.number.as_deref()?.trim().trim_start_matches('0');
    Some((entry.kind, entry.session, entry.year, entry.level, number))
}

/// A number that equal keys share and others hardly ever.
fn fingerprint(key: impl Hash) -> u64 {
    let mut mixer = Mixer(0);
    key.hash(&mut mixer);
    mixer.finish()
}

/// Mixes eight bytes at a time; what looks alike is compared in the end.
struct Mixer(u64);

impl Mixer {
    fn mix(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(23) ^ number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

impl Hasher for Mixer {
    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            self.mix(chunk.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)));
        }
    }

    fn write_u8(&mut self, number: u8) {
        self.mix(u64::from(number));
    }

    fn write_u16(&mut self, number: u16) {
        self.mix(u64::from(number));
    }

    fn write_isize(&mut self, number: isize) {
        self.mix(number as u64);
    }
}

fn repeated(mut prints: Vec<(u64, u32)>, ledger: &Ledger, key: impl Fn(&Entry<'_>) -> Option<String>) -> Vec<(usize, usize)> {
    prints.sort_unstable();
    let mut pairs = Vec::new();
    for alike in prints.chunk_by(|left, right| left.0 == right.0).filter(|alike| alike.len() > 1) {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for index in alike.iter().map(|(_, index)| *index as usize) {
            let Some(key) = ledger.entry(index).and_then(|entry| key(&entry)) else { continue };
            match first.get(&key) {
                Some(earlier) => pairs.push((*earlier, index)),
                None => drop(first.insert(key, index)),
            }
        }
    }
    pairs.sort_unstable_by_key(|(_, later)| *later);
    pairs
}
