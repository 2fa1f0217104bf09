//! 并案: what is handled together, and whether each was answered for itself.

use std::collections::{BTreeMap, BTreeSet};

use super::due_dates::is_sent;
use crate::ledger::{Entry, Ledger};

/// Entries that are handled together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedItems {
    /// Their places in the ledger, ascending, each with whether a reply went out.
    pub entries: Vec<(usize, bool)>,
    /// Ids that the entries name and no entry has.
    pub missing: Vec<String>,
}

impl MergedItems {
    /// Whether some were answered and others not: each submitter is owed a reply.
    pub fn is_partly_answered(&self) -> bool {
        self.entries.iter().any(|(_, answered)| *answered) && self.entries.iter().any(|(_, answered)| !answered)
    }
}

/// The entries of `ledger` that are handled together, those partly answered first, then in the ledger's order. What was
/// withdrawn is left out.
pub fn merged_items(ledger: &Ledger) -> Vec<MergedItems> {
    let mut by_id: BTreeMap<String, usize> = BTreeMap::new();
    let mut answered: BTreeMap<usize, bool> = BTreeMap::new();
    let mut named: Vec<(usize, Vec<String>)> = Vec::new();
    for (place, entry) in ledger.entries().enumerate().filter(|(_, entry)| entry.withdrawn.is_none()) {
        if let Some(id) = entry.id.as_deref() {
            by_id.entry(id.to_owned()).or_insert(place);
        }
        answered.insert(place, was_answered(&entry));
        if !entry.merged_with.is_empty() {
            named.push((place, entry.merged_with.iter().map(|id| id.trim().to_owned()).collect()));
        }
    }
    let mut groups: Vec<(BTreeSet<usize>, BTreeSet<String>)> = Vec::new();
    for (place, ids) in named {
        let mut mine = BTreeSet::from([place]);
        let mut missing = BTreeSet::new();
        for id in ids {
            match by_id.get(&id) {
                Some(other) => drop(mine.insert(*other)),
                None => drop(missing.insert(id)),
            }
        }
        let (joined, apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(known, _)| !known.is_disjoint(&mine));
        for (known, lost) in joined {
            mine.extend(known);
            missing.extend(lost);
        }
        groups = apart;
        groups.push((mine, missing));
    }
    let of_group = |(places, missing): (BTreeSet<usize>, BTreeSet<String>)| MergedItems {
        entries: places.into_iter().map(|place| (place, answered.get(&place).copied().unwrap_or_default())).collect(),
        missing: missing.into_iter().collect(),
    };
    let mut items: Vec<MergedItems> = groups.into_iter().map(of_group).collect();
    items.sort_by_key(|item| (!item.is_partly_answered(), item.entries.first().copied()));
    items
}

fn was_answered(entry: &Entry<'_>) -> bool {
    entry.rounds.iter().flat_map(|round| &round.replies).any(is_sent)
}
