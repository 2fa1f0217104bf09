//! What counts as the same letter: traditional and simplified, full and half width, capitals and small letters.

use std::sync::OnceLock;

use crate::text::span::Span;

/// The folded text.
pub fn fold(text: &str) -> String {
    fold_placed(text).text()
}

/// A folded text whose letters know where they stood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded letters.
    pub letters: Vec<char>,
    /// Where each stood in the text.
    pub places: Vec<Span>,
}

impl Folded {
    /// The letters as a text.
    pub fn text(&self) -> String {
        self.letters.iter().collect()
    }

    /// Where the letters from `from` to `to` stood; `None` where there are none.
    pub fn span(&self, from: usize, to: usize) -> Option<Span> {
        let first = self.places.get(from)?;
        let last = self.places.get(to.checked_sub(1)?)?;
        Some(Span::new(first.start, last.end.max(first.start)))
    }
}

/// The folded letters of `text` with their places.
///
/// Blanks between two Latin letters or digits stand as one blank; all others fall away, as a line of Chinese is broken
/// anywhere. Whatever a term without blanks occurs in, its folded form occurs in the folded text.
pub fn fold_placed(text: &str) -> Folded {
    let mut folded = Folded::default();
    let mut blank: Option<Span> = None;
    for (start, letter) in text.char_indices() {
        let place = Span::new(start, start + letter.len_utf8());
        if letter.is_whitespace() {
            blank = blank.or(Some(place));
            continue;
        }
        let Some(same) = fold_letter(letter) else { continue };
        if let Some(place) = blank.take() {
            let between_words = same.is_ascii_alphanumeric() && folded.letters.last().is_some_and(char::is_ascii_alphanumeric);
            if between_words {
                folded.letters.push(' ');
                folded.places.push(place);
            }
        }
        folded.letters.push(same);
        folded.places.push(place);
    }
    folded
}

/// The letter that stands for all its variants; `None` for a letter that nobody sees (zero width).
pub fn fold_letter(letter: char) -> Option<char> {
    let half = match letter {
        '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{00AD}' => return None,
        control if control.is_control() => return None,
        '！'..='～' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        '‐'..='―' | '−' | '﹣' => '-',
        '〔' | '【' => '[',
        '〕' | '】' => ']',
        _ => letter,
    };
    if half.is_ascii() {
        return Some(half.to_ascii_lowercase());
    }
    let pairs = simplified_pairs();
    let simplified = pairs.binary_search_by_key(&half, |pair| pair.0).ok().and_then(|at| pairs.get(at)).map(|pair| pair.1);
    Some(simplified.unwrap_or_else(|| half.to_lowercase().next().unwrap_or(half)))
}

/// Traditional characters and the simplified ones that stand for them, by the traditional one.
///
/// The first correspondence of each character of OpenCC 1.4.2 (`TSCharacters`, Apache-2.0).
pub fn simplified_pairs() -> &'static [(char, char)] {
    static PAIRS: OnceLock<Vec<(char, char)>> = OnceLock::new();
    PAIRS.get_or_init(|| {
        let letters: Vec<char> = include_str!("simplified.txt").trim_end().chars().collect();
        letters.chunks_exact(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect()
    })
}

/// The folded terms of a query: what blanks part.
pub fn terms(query: &str) -> Vec<String> {
    let mut terms: Vec<String> = Vec::new();
    for term in query.split_whitespace().map(fold).filter(|term| !term.is_empty()) {
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}
