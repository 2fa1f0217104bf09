//! Who may resemble whom, without comparing all with all.

use std::collections::{BTreeSet, HashMap};

use super::features::{Features, Key, is_pair};

/// Only so many of a text's pairs of letters, those that weigh most, lead to others.
const LEADING: usize = 32;
/// A feature that more texts have leads only to the next ones.
const MOST_HOLDERS: usize = 60;
/// How many next ones.
const NEXT: usize = 30;

/// Two texts and how much they resemble each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The first text.
    pub one: usize,
    /// The second, after it.
    pub other: usize,
    /// From 0 to 1.
    pub score: f32,
}

/// All pairs that share a leading feature and reach `threshold`, the most alike first.
pub fn pairs(features: &Features, threshold: f32) -> Vec<Pair> {
    let mut holders: HashMap<Key, Vec<u32>> = HashMap::new();
    for (index, vector) in features.vectors.iter().enumerate() {
        let mut leading: Vec<&(Key, f32)> = vector.iter().filter(|(key, _)| is_pair(*key)).collect();
        leading.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        for (key, _) in leading.into_iter().take(LEADING) {
            holders.entry(*key).or_default().push(index as u32);
        }
    }
    let mut candidates: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); features.vectors.len()];
    for found in holders.values() {
        let reach = if found.len() > MOST_HOLDERS { NEXT } else { found.len() };
        for (at, one) in found.iter().enumerate() {
            if let Some(set) = candidates.get_mut(*one as usize) {
                set.extend(found.iter().skip(at + 1).take(reach));
            }
        }
    }
    let scored = candidates.iter().enumerate().flat_map(|(one, others)| {
        others.iter().map(move |other| Pair { one, other: *other as usize, score: features.score(one, *other as usize) })
    });
    let mut pairs: Vec<Pair> = scored.filter(|pair| pair.score >= threshold).collect();
    pairs.sort_unstable_by(|one, other| {
        other.score.total_cmp(&one.score).then((one.one, one.other).cmp(&(other.one, other.other)))
    });
    pairs
}
