//! Which of many texts a short one speaks of.

use std::collections::BTreeSet;

use super::features::{Described, Key, is_pair, keys_of, title_keys_of};
use crate::text::fast_map::FastMap;

/// A pair of letters that so large a share of the texts has tells them not apart.
const COMMON: f32 = 0.25;
/// What stands in a text only counts for less than what stands in its title.
const TEXT_WEIGHT: f32 = 0.6;
/// So much must be shared: a pair of letters that one text alone has counts 1, one that all have next to nothing.
const LEAST_SHARED: f32 = 2.0;

/// For each of `spoken`, the texts of `known` that it speaks of, the nearest first, at most `most` of them, with a score from 0
/// to 1: of what it says that any text of `known` says too, the share that this one says, rare pairs of letters counting more.
/// Only scores of at least `threshold`.
pub fn nearest(known: &[Described<'_>], spoken: &[Described<'_>], threshold: f32, most: usize) -> Vec<Vec<(usize, f32)>> {
    let mut holders: FastMap<Key, Vec<(u32, f32)>> = FastMap::default();
    for (place, described) in known.iter().enumerate() {
        let title: BTreeSet<Key> = title_keys_of(described).filter(|key| is_pair(*key)).collect();
        for key in keys_of(described).filter(|key| is_pair(*key)) {
            let weight = if title.contains(&key) { 1.0 } else { TEXT_WEIGHT };
            holders.entry(key).or_default().push((place as u32, weight));
        }
    }
    let all = known.len() as f32;
    let common = ((all * COMMON) as usize).max(8);
    let mut shared: Vec<f32> = vec![0.0; known.len()];
    let of_one = |described: &Described<'_>| {
        let mut sayable = 0.0;
        let mut touched: BTreeSet<u32> = BTreeSet::new();
        let mut keys: Vec<Key> = keys_of(described).filter(|key| is_pair(*key)).collect();
        keys.sort_unstable();
        for key in keys {
            let Some(found) = holders.get(&key).filter(|found| found.len() <= common) else { continue };
            let rare = (1.0 + all / found.len() as f32).ln() / (1.0 + all).ln();
            sayable += rare;
            for (place, weight) in found {
                touched.insert(*place);
                if let Some(sum) = shared.get_mut(*place as usize) {
                    *sum += rare * weight;
                }
            }
        }
        let sums = touched.into_iter().map(|place| (place as usize, shared.get_mut(place as usize).map_or(0.0, std::mem::take)));
        let mut near: Vec<(usize, f32)> =
            sums.filter(|(_, sum)| *sum >= LEAST_SHARED).map(|(place, sum)| (place, sum / sayable)).collect();
        near.retain(|(_, score)| *score >= threshold);
        near.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        near.truncate(most);
        near
    };
    spoken.iter().map(of_one).collect()
}
