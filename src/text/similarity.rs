//! How much of one short Chinese text is found in another, without a dictionary.
//!
//! Texts are compared by pairs of neighbouring characters. A pair weighs less where its characters are common function
//! words, and a caller may lower the weight of pairs that carry no meaning in its field.

use super::han::is_han;
use super::short::Neighbours;

/// The weighted pairs of neighbouring characters of one text.
#[derive(Debug, Clone, Default)]
pub struct Pairs {
    weights: Vec<(Pair, f32)>,
    total: f32,
}

/// Two neighbouring characters.
type Pair = (char, char);

impl Pairs {
    /// The pairs of `text`, each weighted once by `weight`; white space and punctuation part words and count for nothing.
    pub fn of(text: &str, weight: impl Fn(char, char) -> f32) -> Self {
        let weigh = |(first, second): Pair| ((first, second), weight(first, second) * base_weight(first, second));
        let weights: Vec<(Pair, f32)> = PairSet::of(text).0.into_iter().map(weigh).collect();
        let total = weights.iter().map(|(_, weight)| weight).sum();
        Self { weights, total }
    }

    /// Whether nothing can be compared.
    pub fn is_empty(&self) -> bool {
        self.total <= f32::EPSILON
    }

    /// The weighted share of these pairs that `found` holds, from 0 to 1.
    pub fn covered_by(&self, found: &PairSet) -> f32 {
        self.share(|(first, second)| found.holds(first, second))
    }

    /// The same for the pairs of `text`, which are looked for one by one: for a few pairs in a long text. `neighbours` are of
    /// this text or of one that holds it.
    pub fn covered_in(&self, text: &str, neighbours: &Neighbours) -> f32 {
        self.share(|(first, second)| {
            let pair = String::from_iter([first, second]);
            neighbours.may_hold(&pair) && text.contains(&pair)
        })
    }

    fn share(&self, holds: impl Fn(Pair) -> bool) -> f32 {
        if self.is_empty() {
            return 0.0;
        }
        let hit: f32 = self.weights.iter().filter(|(pair, _)| holds(*pair)).map(|(_, weight)| weight).sum();
        hit / self.total
    }
}

/// The pairs of neighbouring characters that a text holds, in order.
#[derive(Debug, Clone, Default)]
pub struct PairSet(Vec<Pair>);

impl PairSet {
    /// The pairs of `text`.
    pub fn of(text: &str) -> Self {
        let mut pairs: Vec<Pair> = neighbours(text).collect();
        pairs.sort_unstable();
        pairs.dedup();
        Self(pairs)
    }

    /// Whether the pair stands in the text.
    pub fn holds(&self, first: char, second: char) -> bool {
        self.0.binary_search(&(first, second)).is_ok()
    }

    /// These pairs and those of `other`.
    pub fn joined(&self, other: &Self) -> Self {
        let mut pairs = [self.0.as_slice(), other.0.as_slice()].concat();
        pairs.sort_unstable();
        pairs.dedup();
        Self(pairs)
    }
}

/// The share of the pairs that two texts have in common (Dice), from 0 to 1; 1 for two equal texts.
pub fn likeness(one: &str, other: &str) -> f32 {
    let (one, other) = (PairSet::of(one), PairSet::of(other));
    if one.0.is_empty() && other.0.is_empty() {
        return 1.0;
    }
    let common = one.0.iter().filter(|(first, second)| other.holds(*first, *second)).count() as f32;
    2.0 * common / (one.0.len() + other.0.len()) as f32
}

fn neighbours(text: &str) -> impl Iterator<Item = (char, char)> + '_ {
    text.chars().zip(text.chars().skip(1)).filter(|(first, second)| is_word(*first) && is_word(*second))
}

/// Chinese characters come first: the general test is slow.
fn is_word(character: char) -> bool {
    is_han(character) || character.is_alphanumeric()
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
