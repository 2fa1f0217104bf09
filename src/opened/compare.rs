//! Two ledgers side by side: what is new, gone, changed; and two ledgers in one.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{OpenedLedger, shape};
use crate::ledger::Entry;
use crate::wire;

impl OpenedLedger {
    /// What changed from this ledger to `newer`. Entries are the same where both have one id; else where session (or year),
    /// number and kind agree. Of several alike the first ones are paired.
    pub fn compare(&self, newer: &OpenedLedger) -> wire::Comparison {
        let pairs = Pairs::of(self, newer);
        let mut comparison = wire::Comparison { added: Vec::new(), gone: Vec::new(), changed: Vec::new(), unchanged: 0 };
        for (new, old) in pairs.old_of_new.iter().enumerate() {
            match old {
                None => comparison.added.extend(newer.row(new)),
                Some(old) => match self.change(*old, newer, new) {
                    Some(change) => comparison.changed.push(change),
                    None => comparison.unchanged += 1,
                },
            }
        }
        let gone = (0..self.len()).filter(|old| !pairs.paired_old.contains(old));
        comparison.gone.extend(gone.filter_map(|old| self.row(old)));
        comparison
    }

    /// A `jianyi/ledger/1` document with the entries of this ledger and those of `other` that it does not have, and how many
    /// of `other` were left out because they are the same. Entries that differ are both kept; opening the document lists them.
    pub fn add(&self, other: &OpenedLedger) -> (Vec<u8>, usize) {
        let pairs = Pairs::of(self, other);
        let mut document = shape::head_json(&self.ledger).into_bytes();
        document.pop();
        document.extend_from_slice(b",\"entries\":[");
        let mut first = true;
        let mut push = |record: &[u8]| {
            document.extend_from_slice(if first { b"\n" } else { b",\n" });
            document.extend_from_slice(record);
            first = false;
        };
        (0..self.len()).filter_map(|index| self.ledger.record(index)).for_each(|record| push(&record));
        let mut left_out = 0;
        for (new, old) in pairs.old_of_new.iter().enumerate() {
            let same = old.is_some_and(|old| self.ledger.entry(old) == other.ledger.entry(new));
            if same {
                left_out += 1;
            } else if let Some(record) = other.ledger.record(new) {
                push(&record);
            }
        }
        document.extend_from_slice(b"\n]}\n");
        (document, left_out)
    }

    fn change(&self, old: usize, newer: &OpenedLedger, new: usize) -> Option<wire::EntryChange> {
        let (before, after) = (self.ledger.entry(old)?, newer.ledger.entry(new)?);
        let (row, old_row) = (newer.row(new)?, self.row(old)?);
        let state_changed = row.state != old_row.state;
        if before == after && !state_changed {
            return None;
        }
        let fields = changed_fields(&before, &after);
        Some(wire::EntryChange { state_before: old_row.state, state_after: row.state.clone(), row, fields })
    }
}

/// Which entries of two ledgers are the same.
struct Pairs {
    old_of_new: Vec<Option<usize>>,
    paired_old: BTreeSet<usize>,
}

impl Pairs {
    fn of(older: &OpenedLedger, newer: &OpenedLedger) -> Self {
        let mut by_id: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut by_number: BTreeMap<NumberKey, Vec<usize>> = BTreeMap::new();
        for (index, entry) in older.ledger.entries().enumerate() {
            if let Some(id) = entry.id.as_deref() {
                by_id.entry(id.to_owned()).or_default().push(index);
            }
            if let Some(key) = number_key(&entry) {
                by_number.entry(key).or_default().push(index);
            }
        }
        let mut pairs = Self { old_of_new: vec![None; newer.len()], paired_old: BTreeSet::new() };
        let entries: Vec<(Option<String>, Option<NumberKey>)> =
            newer.ledger.entries().map(|entry| (entry.id.as_deref().map(str::to_owned), number_key(&entry))).collect();
        for (new, (id, _)) in entries.iter().enumerate() {
            pairs.pair(new, id.as_ref().and_then(|id| by_id.get(id)));
        }
        for (new, (_, number)) in entries.iter().enumerate() {
            if pairs.old_of_new[new].is_none() {
                pairs.pair(new, number.as_ref().and_then(|number| by_number.get(number)));
            }
        }
        pairs
    }

    fn pair(&mut self, new: usize, candidates: Option<&Vec<usize>>) {
        let free = candidates.into_iter().flatten().find(|old| !self.paired_old.contains(old));
        if let Some(old) = free {
            self.old_of_new[new] = Some(*old);
            self.paired_old.insert(*old);
        }
    }
}

/// Kind, session (else year), level and the number without its leading zeros.
type NumberKey = (String, Option<(u8, u8)>, Option<u16>, String);

fn number_key(entry: &Entry<'_>) -> Option<NumberKey> {
    let number = entry.number.as_deref()?.trim().trim_start_matches('0').to_owned();
    let session = entry.session.map(|session| (session.congress, session.number));
    Some((entry.kind.as_str().to_owned(), session, entry.year.filter(|_| session.is_none()), number))
}

fn changed_fields(before: &Entry<'_>, after: &Entry<'_>) -> Vec<wire::FieldChange> {
    let value = |entry: &Entry<'_>| serde_json::to_value(entry).unwrap_or_default();
    let mut changes = Vec::new();
    differences(&value(before), &value(after), &mut String::new(), &mut changes);
    changes
}

fn differences(before: &Value, after: &Value, pointer: &mut String, changes: &mut Vec<wire::FieldChange>) {
    let length = pointer.len();
    match (before, after) {
        (before, after) if before == after => {}
        (Value::Object(old), Value::Object(new)) => {
            let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
            for name in names {
                pointer.push('/');
                pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
                differences(old.get(name).unwrap_or(&Value::Null), new.get(name).unwrap_or(&Value::Null), pointer, changes);
                pointer.truncate(length);
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            for place in 0..old.len().max(new.len()) {
                pointer.push_str(&format!("/{place}"));
                differences(old.get(place).unwrap_or(&Value::Null), new.get(place).unwrap_or(&Value::Null), pointer, changes);
                pointer.truncate(length);
            }
        }
        (before, after) => {
            let words = |value: &Value| match value {
                Value::Null => None,
                Value::String(text) => Some(text.clone()),
                other => Some(other.to_string()),
            };
            changes.push(wire::FieldChange { pointer: pointer.clone(), before: words(before), after: words(after) });
        }
    }
}
