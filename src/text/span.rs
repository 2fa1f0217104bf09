//! Places in a text.

/// A half-open range of **bytes** of a UTF-8 text, always cut at character boundaries.
///
/// The boundary to JavaScript counts UTF-16 code units; only `wire.rs` converts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span does not end before it starts");
        Self { start, end }
    }

    /// The words of `text` at this span; empty where the span lies outside it or cuts a character.
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether `other` lies wholly within this span.
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same span in a text that has `by` more bytes before it.
    pub fn shifted(&self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }
}
