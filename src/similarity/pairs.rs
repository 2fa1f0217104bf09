//! Who may resemble whom, without comparing all with all.

use super::features::Features;

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
    let mut holders: Vec<Vec<u32>> = vec![Vec::new(); features.count];
    for (index, vector) in features.vectors.iter().enumerate() {
        let mut leading: Vec<&(u32, f32)> = vector.iter().filter(|(number, _)| features.is_pair(*number)).collect();
        leading.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        for (number, _) in leading.into_iter().take(LEADING) {
            if let Some(found) = holders.get_mut(*number as usize) {
                found.push(index as u32);
            }
        }
    }
    let mut candidates: Vec<Vec<u32>> = vec![Vec::new(); features.vectors.len()];
    for found in &holders {
        let reach = if found.len() > MOST_HOLDERS { NEXT } else { found.len() };
        for (at, one) in found.iter().enumerate() {
            if let Some(others) = candidates.get_mut(*one as usize) {
                others.extend(found.iter().skip(at + 1).take(reach));
            }
        }
    }
    // one text's weights by feature, so that the others are scored without comparing numbers
    let mut weights: Vec<f32> = vec![0.0; features.count];
    let mut pairs: Vec<Pair> = Vec::new();
    for (one, mut others) in candidates.into_iter().enumerate().filter(|(_, others)| !others.is_empty()) {
        others.sort_unstable();
        others.dedup();
        let own = features.vectors.get(one).map(Vec::as_slice).unwrap_or_default();
        own.iter().for_each(|(number, weight)| weights[*number as usize] = *weight);
        for other in others.iter().map(|other| *other as usize) {
            let theirs = features.vectors.get(other).map(Vec::as_slice).unwrap_or_default();
            let score: f32 = theirs.iter().map(|(number, weight)| weights[*number as usize] * weight).sum();
            if score >= threshold {
                pairs.push(Pair { one, other, score: score.clamp(0.0, 1.0) });
            }
        }
        own.iter().for_each(|(number, _)| weights[*number as usize] = 0.0);
    }
    pairs.sort_unstable_by(|one, other| {
        other.score.total_cmp(&one.score).then((one.one, one.other).cmp(&(other.one, other.other)))
    });
    pairs
}
