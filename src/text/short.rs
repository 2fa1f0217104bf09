//! Looking for short words in short texts. The standard library's search first prepares itself for long ones, which costs more
//! than looking does where neither is longer than a sentence.

use std::borrow::Cow;

/// Where `word` stands in `words` first, in bytes.
pub fn find(words: &str, word: &str) -> Option<usize> {
    let (words, word) = (words.as_bytes(), word.as_bytes());
    let Some((last, rest)) = word.split_last() else { return Some(0) };
    let mut from = rest.len();
    // the last byte tells Chinese characters apart best
    while let Some(place) = words.get(from..)?.iter().position(|byte| byte == last) {
        let start = from + place - rest.len();
        if words[start..].starts_with(rest) {
            return Some(start);
        }
        from += place + 1;
    }
    None
}

/// All places of `word` in `words`, in bytes, none within another.
pub fn places<'w>(words: &'w str, word: &'w str) -> impl Iterator<Item = usize> + 'w {
    let mut from = 0;
    std::iter::from_fn(move || {
        let place = from + find(words.get(from..)?, word)?;
        from = place + word.len().max(1);
        Some(place)
    })
}

/// Where `word` stands in `words` last, in bytes.
pub fn rfind(words: &str, word: &str) -> Option<usize> {
    let (words, word) = (words.as_bytes(), word.as_bytes());
    let Some((last, rest)) = word.split_last() else { return Some(words.len()) };
    let mut end = words.len();
    while let Some(place) = words[..end].iter().rposition(|byte| byte == last) {
        let start = place.checked_sub(rest.len())?;
        if words[start..].starts_with(rest) {
            return Some(start);
        }
        end = place;
    }
    None
}

/// Whether `words` contain `word`.
pub fn holds(words: &str, word: &str) -> bool {
    find(words, word).is_some()
}

/// Whether `words` contain one of `list`.
pub fn any_of(words: &str, list: &[&str]) -> bool {
    Looked::at(words).for_any_of(list)
}

/// The last place of any of `list` in `words`, in bytes.
pub fn last_of(words: &str, list: &[&str]) -> Option<usize> {
    let looked = Looked::at(words);
    list.iter().filter(|word| looked.may_hold(word)).filter_map(|word| rfind(words, word)).max()
}

/// A text in which many words are looked for.
#[derive(Debug, Clone, Copy)]
pub struct Looked<'w> {
    words: &'w str,
    /// A bit for the low six bits of each character.
    present: u64,
}

impl<'w> Looked<'w> {
    /// Looks at `words` once.
    pub fn at(words: &'w str) -> Self {
        Self { words, present: ends(words.as_bytes()).fold(0, |present, byte| present | bit(byte)) }
    }

    /// Whether the text contains one of `list`; most words of a list are ruled out by their characters alone.
    pub fn for_any_of(self, list: &[&str]) -> bool {
        list.iter().any(|word| self.may_hold(word) && holds(self.words, word))
    }

    /// Whether the text may contain `word`, by its characters alone.
    pub fn may_hold(self, word: &str) -> bool {
        ends(word.as_bytes()).all(|byte| self.present & bit(byte) != 0)
    }
}

/// Which neighbouring characters stand in a long text, roughly: it tells quickly of most words that they do not stand there.
#[derive(Debug, Clone)]
pub struct Neighbours {
    /// A bit for the low six bits of one character and of the next.
    seen: [u64; 64],
}

impl Neighbours {
    /// Looks at `words` once.
    pub fn of(words: &str) -> Self {
        let mut seen = [0; 64];
        let mut before = None;
        for byte in ends(words.as_bytes()) {
            if let Some(before) = before.replace(byte) {
                seen[usize::from(before & 63)] |= bit(byte);
            }
        }
        Self { seen }
    }

    /// Whether the text may contain `word`; always where the word is a single character.
    pub fn may_hold(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        ends(bytes).zip(ends(bytes).skip(1)).all(|(before, byte)| self.seen[usize::from(before & 63)] & bit(byte) != 0)
    }
}

/// `words` with each of `list` taken out, one after the other.
pub fn without<'w>(words: &'w str, list: &[&str]) -> Cow<'w, str> {
    // what is taken out brings no character that was not there
    let looked = Looked::at(words);
    let found = list.iter().filter(|word| looked.may_hold(word));
    found.fold(Cow::Borrowed(words), |rest, word| if holds(&rest, word) { Cow::Owned(rest.replace(word, "")) } else { rest })
}

/// `words` without any `tail` at their end.
pub fn trim_end<'w>(mut words: &'w str, tail: &str) -> &'w str {
    while let Some(rest) = words.strip_suffix(tail).filter(|_| !tail.is_empty()) {
        words = rest;
    }
    words
}

/// `words` without any `head` at their beginning.
pub fn trim_start<'w>(mut words: &'w str, head: &str) -> &'w str {
    while let Some(rest) = words.strip_prefix(head).filter(|_| !head.is_empty()) {
        words = rest;
    }
    words
}

/// The last byte of each character: six of its bits tell Chinese characters apart.
fn ends(bytes: &[u8]) -> impl Iterator<Item = u8> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += match *bytes.get(at)? {
            ..0x80 => 1,
            0x80..0xE0 => 2,
            0xE0..0xF0 => 3,
            _ => 4,
        };
        bytes.get(at - 1).copied()
    })
}

fn bit(byte: u8) -> u64 {
    1 << (byte & 63)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_found_is_what_the_standard_library_finds(words in "[共总不满意基本，a\\u{301}]{0,24}", list in prop::collection::vec("[共总不满意基本，a]{0,3}", 0..5)) {
            let list: Vec<&str> = list.iter().map(String::as_str).collect();
            for word in &list {
                prop_assert_eq!(find(&words, word), words.find(word));
                prop_assert_eq!(rfind(&words, word), words.rfind(word));
            }
            for word in list.iter().filter(|word| !word.is_empty()) {
                let expected: Vec<usize> = words.match_indices(word).map(|(place, _)| place).collect();
                prop_assert_eq!(places(&words, word).collect::<Vec<_>>(), expected);
                prop_assert_eq!(trim_end(&words, word), words.trim_end_matches(word));
                prop_assert_eq!(trim_start(&words, word), words.trim_start_matches(word));
            }
            let neighbours = Neighbours::of(&words);
            for word in list.iter().filter(|word| words.contains(*word)) {
                prop_assert!(neighbours.may_hold(word));
            }
            prop_assert_eq!(any_of(&words, &list), list.iter().any(|word| words.contains(word)));
            prop_assert_eq!(last_of(&words, &list), list.iter().filter_map(|word| words.rfind(word)).max());
            prop_assert_eq!(without(&words, &list), list.iter().fold(words.clone(), |rest, word| rest.replace(word, "")));
        }
    }
}
