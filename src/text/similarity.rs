//! How much of one short Chinese text is found in another, without a dictionary.
//!
//! Texts are compared by pairs of neighbouring characters. A pair weighs less where its characters are common function
//! words, and a caller may lower the weight of pairs that carry no meaning in its field.

use std::collections::{HashMap, HashSet};

/// The weighted pairs of neighbouring characters of one text.
#[derive(Debug, Clone, Default)]
pub struct Pairs {
    weights: HashMap<(char, char), f32>,
    total: f32,
}

impl Pairs {
    /// The pairs of `text`, each weighted once by `weight`; white space and punctuation part words and count for nothing.
    pub fn of(text: &str, weight: impl Fn(char, char) -> f32) -> Self {
        let mut pairs = Self::default();
        for (first, second) in neighbours(text) {
            pairs.weights.entry((first, second)).or_insert_with(|| weight(first, second) * base_weight(first, second));
        }
        pairs.total = pairs.weights.values().sum();
        pairs
    }

    /// Whether nothing can be compared.
    pub fn is_empty(&self) -> bool {
        self.total <= f32::EPSILON
    }

    /// The weighted share of these pairs that `found` holds, from 0 to 1.
    pub fn covered_by(&self, found: &PairSet) -> f32 {
        if self.is_empty() {
            return 0.0;
        }
        let hit: f32 = self.weights.iter().filter(|(pair, _)| found.0.contains(*pair)).map(|(_, weight)| weight).sum();
        hit / self.total
    }
}

/// The pairs of neighbouring characters that a text holds.
#[derive(Debug, Clone, Default)]
pub struct PairSet(HashSet<(char, char)>);

impl PairSet {
    /// The pairs of `text`.
    pub fn of(text: &str) -> Self {
        Self(neighbours(text).collect())
    }

    /// Whether the pair stands in the text.
    pub fn holds(&self, first: char, second: char) -> bool {
        self.0.contains(&(first, second))
    }

    /// These pairs and those of `other`.
    pub fn joined(&self, other: &Self) -> Self {
        Self(self.0.union(&other.0).copied().collect())
    }
}

/// The share of the pairs that two texts have in common (Dice), from 0 to 1; 1 for two equal texts.
pub fn likeness(one: &str, other: &str) -> f32 {
    let (one, other) = (PairSet::of(one).0, PairSet::of(other).0);
    if one.is_empty() && other.is_empty() {
        return 1.0;
    }
    let common = one.intersection(&other).count() as f32;
    2.0 * common / (one.len() + other.len()) as f32
}

fn neighbours(text: &str) -> impl Iterator<Item = (char, char)> + '_ {
    text.chars().zip(text.chars().skip(1)).filter(|(first, second)| first.is_alphanumeric() && second.is_alphanumeric())
}

/// 1 for two content characters, less where one of them mostly serves grammar.
fn base_weight(first: char, second: char) -> f32 {
    match (serves_grammar(first), serves_grammar(second)) {
        (false, false) => 1.0,
        (true, true) => 0.1,
        _ => 0.4,
    }
}

fn serves_grammar(character: char) -> bool {
    matches!(
        character,
        '的' | '和'
            | '与'
            | '及'
            | '并'
            | '或'
            | '在'
            | '对'
            | '于'
            | '为'
            | '将'
            | '把'
            | '被'
            | '由'
            | '从'
            | '向'
            | '到'
            | '至'
            | '等'
            | '了'
            | '是'
            | '有'
            | '中'
            | '上'
            | '下'
            | '内'
            | '各'
            | '以'
            | '而'
            | '之'
            | '其'
            | '所'
            | '给'
            | '就'
            | '都'
            | '也'
            | '不'
            | '我'
            | '您'
            | '你'
    )
}
