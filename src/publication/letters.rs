//! A text as the redaction rules read it: every letter in its plainest form, with its place.

use crate::search::fold_placed;
use crate::text::numerals::{arabic_digit, chinese_digit};
use crate::text::span::Span;

/// A folded text and its places; blanks are kept out.
#[derive(Debug, Default)]
pub(super) struct Letters {
    /// The folded letters.
    pub letters: Vec<char>,
    /// Where each stood.
    pub places: Vec<Span>,
}

impl Letters {
    /// The letters of `text`.
    pub fn of(text: &str) -> Self {
        let folded = fold_placed(text);
        Self { letters: folded.letters, places: folded.places }
    }

    /// The letter at `at`; U+0000 outside the text.
    pub fn at(&self, at: usize) -> char {
        self.letters.get(at).copied().unwrap_or('\0')
    }

    /// The place of the letters from `from` up to `to`.
    pub fn span(&self, from: usize, to: usize) -> Option<Span> {
        let first = self.places.get(from)?;
        let last = self.places.get(to.checked_sub(1)?)?;
        (first.start < last.end).then(|| Span::new(first.start, last.end))
    }

    /// The letters from `from` up to `to` as a text.
    pub fn words(&self, from: usize, to: usize) -> String {
        self.letters.get(from..to.min(self.letters.len())).unwrap_or_default().iter().collect()
    }

    /// Whether `words` stand at `at`.
    pub fn stands_at(&self, at: usize, words: &str) -> bool {
        words.chars().enumerate().all(|(step, letter)| self.at(at + step) == letter)
    }

    /// Whether one of `labels` ends within the `reach` letters before `at`.
    pub fn any_before(&self, at: usize, reach: usize, labels: &[&str]) -> bool {
        let before = self.words(at.saturating_sub(reach), at);
        labels.iter().any(|label| before.contains(label))
    }
}

/// The digit that a folded letter writes: `8`, `八`, `捌`, `幺`.
pub(super) fn digit(letter: char) -> Option<u8> {
    let other = match letter {
        '幺' => Some(1),
        '洞' | '○' | '◯' | 'Ｏ' => Some(0),
        '①'..='⑨' => Some(u64::from(letter as u32 - '①' as u32 + 1)),
        _ => None,
    };
    let value =
        letter.to_digit(10).map(u64::from).or_else(|| arabic_digit(letter)).or_else(|| chinese_digit(letter)).or(other)?;
    u8::try_from(value).ok().filter(|value| *value < 10)
}

/// Whether people put this letter between the groups of one number.
pub(super) fn parts_digits(letter: char) -> bool {
    matches!(letter, '-' | ' ' | '.' | '·' | '•' | '。' | '(' | ')' | '/' | '_' | '、' | '~' | '*' | '—' | '|')
}
