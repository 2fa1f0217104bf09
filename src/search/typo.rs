//! Latin words spelt almost so.

use std::collections::BTreeMap;

/// The Latin words of at least four letters of these folded texts, with the number of texts that hold each.
pub fn latin_words<'t>(texts: impl IntoIterator<Item = &'t str>) -> BTreeMap<String, u32> {
    let mut words: BTreeMap<String, u32> = BTreeMap::new();
    for text in texts {
        let mut of_text: Vec<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric()).collect();
        of_text.retain(|word| word.len() >= 4 && word.bytes().any(|letter| letter.is_ascii_alphabetic()));
        of_text.sort_unstable();
        of_text.dedup();
        for word in of_text {
            *words.entry(word.to_owned()).or_default() += 1;
        }
    }
    words
}

/// The word nearest to `term`: one letter wrong, missing, too many or exchanged, two from eight letters on. `None` where
/// the term is not a Latin word of at least four letters, or no word is so near.
pub fn nearest<'w>(term: &str, words: &'w BTreeMap<String, u32>) -> Option<&'w str> {
    let latin = term.len() >= 4 && term.bytes().all(|letter| letter.is_ascii_alphanumeric());
    if !latin || !term.bytes().any(|letter| letter.is_ascii_alphabetic()) {
        return None;
    }
    let limit = if term.len() >= 8 { 2 } else { 1 };
    let near = words.iter().filter(|(word, _)| word.len().abs_diff(term.len()) <= limit);
    let near = near.map(|(word, count)| (distance(term.as_bytes(), word.as_bytes()), u32::MAX - count, word.as_str()));
    near.filter(|(distance, ..)| *distance <= limit).min().map(|(.., word)| word)
}

/// How many letters must be put in, left out, replaced, or exchanged with their neighbour (optimal string alignment).
fn distance(one: &[u8], other: &[u8]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut next = vec![row + 1; other.len() + 1];
        for (column, against) in other.iter().enumerate() {
            let at = |line: &[usize], place: usize| line.get(place).copied().unwrap_or(usize::MAX / 2);
            let mut least =
                (at(&last, column) + usize::from(letter != against)).min(at(&last, column + 1) + 1).min(at(&next, column) + 1);
            let exchanged = row > 0 && column > 0 && one.get(row - 1) == Some(against) && other.get(column - 1) == Some(letter);
            if exchanged {
                least = least.min(at(&before, column - 1) + 1);
            }
            if let Some(cell) = next.get_mut(column + 1) {
                *cell = least;
            }
        }
        before = std::mem::replace(&mut last, next);
    }
    last.last().copied().unwrap_or(usize::MAX)
}
