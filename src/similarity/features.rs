//! A text as weighted letters and pairs of letters.

use crate::search::fold_letter;
use crate::text::fast_map::FastMap;

/// No more letters of a text are looked at.
const LONGEST_TEXT: usize = 600;
/// No more letters of a title are looked at.
const LONGEST_TITLE: usize = 200;
/// Where there is a text, its title says the topic, which other matters share: it weighs less. This weight and the next were
/// chosen on the even half of `tests/fixtures/similarity` and tried on the odd.
const TITLE_WEIGHT: f32 = 0.5;
/// Other words for the same matter share letters more often than pairs of them.
const SINGLE_WEIGHT: f32 = 1.5;

/// What is compared of a submission.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Described<'d> {
    /// 标题.
    pub title: &'d str,
    /// 正文; empty where there is none.
    pub text: &'d str,
}

/// A feature: a letter, or two that follow each other.
pub(super) type Key = u64;

/// Whether the feature is two letters.
pub(super) fn is_pair(key: Key) -> bool {
    key >> 32 != 0
}

/// The features of many texts, each of unit length, ascending by number.
#[derive(Debug, Clone, Default)]
pub struct Features {
    /// Per text, the number of each feature and its weight.
    pub(super) vectors: Vec<Vec<(u32, f32)>>,
    /// How many different features there are.
    pub(super) count: usize,
    /// Features from this number on are pairs of letters.
    first_pair: u32,
}

impl Features {
    /// Of `texts`; how rare a feature is, is reckoned from these.
    pub fn of(texts: &[Described<'_>]) -> Self {
        let weighed: Vec<Vec<(Key, f32)>> = texts.iter().map(weigh).collect();
        let mut holders: FastMap<Key, (u32, u32)> = FastMap::default();
        for keys in &weighed {
            keys.iter().for_each(|(key, _)| holders.entry(*key).or_default().0 += 1);
        }
        let mut keys: Vec<Key> = holders.keys().copied().collect();
        keys.sort_unstable();
        for (number, key) in keys.iter().enumerate() {
            holders.entry(*key).or_default().1 = number as u32;
        }
        let all = texts.len() as f32;
        let vectors = weighed.into_iter().map(|keys| {
            let numbered = keys.into_iter().map(|(key, weight)| {
                let (holders, number) = holders.get(&key).copied().unwrap_or_default();
                (number, weight * (1.0 + all / (1.0 + holders as f32)).ln())
            });
            let mut vector: Vec<(u32, f32)> = numbered.collect();
            let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
            if length > 0.0 {
                vector.iter_mut().for_each(|(_, weight)| *weight /= length);
            }
            vector
        });
        let first_pair = keys.partition_point(|key| !is_pair(*key)) as u32;
        Self { vectors: vectors.collect(), count: keys.len(), first_pair }
    }

    /// Whether the feature of this number is two letters.
    pub(super) fn is_pair(&self, number: u32) -> bool {
        number >= self.first_pair
    }

    /// How much two of the texts resemble each other, from 0 to 1; 0 where there is no such text.
    pub fn score(&self, one: usize, other: usize) -> f32 {
        let (Some(one), Some(other)) = (self.vectors.get(one), self.vectors.get(other)) else { return 0.0 };
        let (mut left, mut right) = (one.iter().peekable(), other.iter().peekable());
        let mut sum = 0.0;
        while let (Some((at, weight)), Some((of, other_weight))) = (left.peek(), right.peek()) {
            match at.cmp(of) {
                std::cmp::Ordering::Less => drop(left.next()),
                std::cmp::Ordering::Greater => drop(right.next()),
                std::cmp::Ordering::Equal => {
                    sum += weight * other_weight;
                    left.next();
                    right.next();
                }
            }
        }
        sum.clamp(0.0, 1.0)
    }
}

/// The title without the words that every title has: 关于…的建议.
pub(super) fn core_of(title: &str) -> &str {
    let bare = title.trim();
    let begun = bare.strip_prefix("关于").unwrap_or(bare);
    let endings = ["的建议", "的提案", "的议案", "的意见建议", "的意见"];
    endings.iter().find_map(|ending| begun.strip_suffix(ending)).unwrap_or(begun)
}

/// The features of a submission, each once, ascending: how often something is said again tells nothing of the matter.
fn weigh(described: &Described<'_>) -> Vec<(Key, f32)> {
    let mut keys = Vec::new();
    add(&mut keys, core_of(described.title), LONGEST_TITLE, TITLE_WEIGHT);
    add(&mut keys, described.text, LONGEST_TEXT, 1.0);
    // of what stands in both, the greater weight comes first and stays
    keys.sort_unstable_by(|one, other| one.0.cmp(&other.0).then(other.1.total_cmp(&one.1)));
    keys.dedup_by_key(|(key, _)| *key);
    keys
}

/// The features of a submission, each once.
pub(super) fn keys_of(described: &Described<'_>) -> impl Iterator<Item = Key> + use<> {
    weigh(described).into_iter().map(|(key, _)| key)
}

/// The features of its title.
pub(super) fn title_keys_of(described: &Described<'_>) -> impl Iterator<Item = Key> + use<> {
    weigh(&Described { text: "", ..*described }).into_iter().map(|(key, _)| key)
}

fn add(keys: &mut Vec<(Key, f32)>, text: &str, longest: usize, weight: f32) {
    let mut before: Option<char> = None;
    for letter in text.chars().take(longest) {
        let same = fold_letter(letter).filter(|letter| letter.is_alphanumeric());
        if let Some(letter) = same {
            keys.push((u64::from(letter), SINGLE_WEIGHT * weight));
            if let Some(before) = before {
                keys.push((u64::from(before) << 32 | u64::from(letter), weight));
            }
        }
        before = same;
    }
}
