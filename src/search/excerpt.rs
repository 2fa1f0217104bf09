//! What to show of a hit.

use super::fold::fold_placed;
use crate::text::span::Span;

/// Where the folded `terms` stand in `text`, from left to right, none overlapping.
pub fn highlights(text: &str, terms: &[String]) -> Vec<Span> {
    let folded = fold_placed(text);
    let mut spans: Vec<Span> = Vec::new();
    for term in terms {
        let letters: Vec<char> = term.chars().collect();
        if letters.is_empty() {
            continue;
        }
        let found = folded.letters.windows(letters.len()).enumerate().filter(|(_, window)| *window == &letters[..]);
        spans.extend(found.filter_map(|(at, _)| folded.span(at, at + letters.len())));
    }
    spans.sort_unstable();
    let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => apart.push(span),
        }
    }
    apart
}

/// About `letters` letters of `text` around the first of `terms`, with the terms' places in them; dots where it is cut.
pub fn excerpt(text: &str, terms: &[String], letters: usize) -> (String, Vec<Span>) {
    let first = highlights(text, terms).first().map_or(0, |span| span.start);
    let before = text.get(..first).unwrap_or_default();
    let start = before.char_indices().rev().nth(letters / 4).map_or(0, |(at, _)| at);
    let rest = text.get(start..).unwrap_or_default();
    let end = rest.char_indices().nth(letters).map_or(rest.len(), |(at, _)| at);
    let shown = rest.get(..end).unwrap_or_default();
    let head = if start > 0 { "…" } else { "" };
    let tail = if end < rest.len() { "…" } else { "" };
    let excerpt = format!("{head}{}{tail}", shown.replace(['\n', '\r', '\t'], " "));
    let places = highlights(&excerpt, terms);
    (excerpt, places)
}
