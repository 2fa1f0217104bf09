//! Sentences and clauses of Chinese text.

use std::ops::Range;

/// The sentences of `text`: cut after 。！？； and at line ends, white space trimmed, none empty.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    cut_after(text, |character| matches!(character, '。' | '！' | '？' | '；' | '\n' | '\r'))
}

/// The clauses of `text`: as sentences, and after ，： too.
pub fn clauses(text: &str) -> Vec<Range<usize>> {
    cut_after(text, |character| matches!(character, '。' | '！' | '？' | '；' | '\n' | '\r' | '，' | '：'))
}

fn cut_after(text: &str, ends: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (place, character) in text.char_indices() {
        if ends(character) {
            push_trimmed(text, start..place + character.len_utf8(), &mut found);
            start = place + character.len_utf8();
        }
    }
    push_trimmed(text, start..text.len(), &mut found);
    found
}

fn push_trimmed(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let Some(words) = text.get(range.clone()) else { return };
    let start = range.start + (words.len() - words.trim_start().len());
    let end = start + words.trim().len();
    if end > start {
        found.push(start..end);
    }
}
