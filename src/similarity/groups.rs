//! Groups in which the members resemble each other on average, not only from one to the next.

use std::collections::BTreeMap;

use super::features::{Described, Features};
use super::pairs::{Pair, pairs};
use super::phrases::shared_phrases;
use crate::text::fast_map::FastMap;

/// Above this, two submissions are proposed as alike; chosen by eye on all of `tests/fixtures/similarity`.
pub const THRESHOLD: f32 = 0.16;

/// A group of submissions that seem to speak of the same matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    /// Their places, ascending.
    pub members: Vec<usize>,
    /// The mean of the scores of all its pairs.
    pub score: f32,
    /// The words that its two most alike members share, longest first.
    pub phrases: Vec<String>,
}

/// The groups of two or more among `texts`, the most alike first. Texts that are the same letter by letter are always
/// together, however many they are.
pub fn alike(texts: &[Described<'_>], threshold: f32) -> Vec<Alike> {
    let mut same: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    let is_empty = |described: &Described<'_>| described.title.trim().is_empty() && described.text.trim().is_empty();
    for (index, described) in texts.iter().enumerate().filter(|(_, described)| !is_empty(described)) {
        same.entry((described.title.trim(), described.text.trim())).or_default().push(index);
    }
    let mut kinds: Vec<Vec<usize>> = same.into_values().collect();
    kinds.sort_unstable();
    let distinct: Vec<Described<'_>> = kinds.iter().filter_map(|kind| texts.get(*kind.first()?).copied()).collect();
    let features = Features::of(&distinct);
    let groups = linked(&pairs(&features, threshold / 2.0), distinct.len(), threshold);
    let with_members = groups.into_iter().filter_map(|group| {
        let members: Vec<usize> = group.iter().filter_map(|kind| kinds.get(*kind)).flatten().copied().collect();
        (members.len() > 1).then(|| described(&group, members, &distinct, &features))
    });
    let mut found: Vec<Alike> = with_members.collect();
    found.sort_by(|one, other| other.score.total_cmp(&one.score).then_with(|| one.members.cmp(&other.members)));
    found
}

fn described(group: &[usize], mut members: Vec<usize>, distinct: &[Described<'_>], features: &Features) -> Alike {
    /// Of larger groups, the scores of the first so many tell.
    const COMPARED: usize = 60;
    members.sort_unstable();
    let compared = &group[..group.len().min(COMPARED)];
    let all: Vec<Pair> = compared
        .iter()
        .enumerate()
        .flat_map(|(at, one)| compared.iter().skip(at + 1).map(move |other| (*one, *other)))
        .map(|(one, other)| Pair { one, other, score: features.score(one, other) })
        .collect();
    let best = all
        .iter()
        .max_by(|one, other| one.score.total_cmp(&other.score).then((other.one, other.other).cmp(&(one.one, one.other))));
    let phrases = match best.and_then(|best| Some((distinct.get(best.one)?, distinct.get(best.other)?))) {
        Some((one, other)) => shared_phrases(one, other),
        None => group.first().and_then(|kind| distinct.get(*kind)).map(|one| shared_phrases(one, one)).unwrap_or_default(),
    };
    let score = if all.is_empty() { 1.0 } else { all.iter().map(|pair| pair.score).sum::<f32>() / all.len() as f32 };
    Alike { members, score, phrases }
}

/// Average linkage over the pairs that were compared; a pair that was not counts as nothing.
fn linked(pairs: &[Pair], count: usize, threshold: f32) -> Vec<Vec<usize>> {
    let mut group_of: Vec<usize> = (0..count).collect();
    let mut groups: Vec<Vec<usize>> = (0..count).map(|index| vec![index]).collect();
    let mut sums: Vec<FastMap<u32, f32>> = vec![FastMap::default(); count];
    for pair in pairs {
        if let Some(sum) = sums.get_mut(pair.one) {
            sum.insert(pair.other as u32, pair.score);
        }
        if let Some(sum) = sums.get_mut(pair.other) {
            sum.insert(pair.one as u32, pair.score);
        }
    }
    for pair in pairs {
        let (Some(one), Some(other)) = (group_of.get(pair.one).copied(), group_of.get(pair.other).copied()) else { continue };
        if one == other {
            continue;
        }
        let (larger, smaller) = if groups[one].len() >= groups[other].len() { (one, other) } else { (other, one) };
        let between = sums[larger].get(&(smaller as u32)).copied().unwrap_or_default();
        if between / (groups[larger].len() * groups[smaller].len()) as f32 <= threshold {
            continue;
        }
        let moved = std::mem::take(&mut groups[smaller]);
        moved.iter().for_each(|member| group_of[*member] = larger);
        groups[larger].extend(moved);
        let of_smaller = std::mem::take(&mut sums[smaller]);
        sums[larger].remove(&(smaller as u32));
        for (third, sum) in of_smaller.into_iter().filter(|(third, _)| *third as usize != larger) {
            *sums[larger].entry(third).or_default() += sum;
            let of_third = &mut sums[third as usize];
            if let Some(back) = of_third.remove(&(smaller as u32)) {
                *of_third.entry(larger as u32).or_default() += back;
            }
        }
    }
    groups.into_iter().filter(|group| !group.is_empty()).collect()
}
