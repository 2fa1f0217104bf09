//! Bytes of a text to UTF-16 code units: the one place that converts spans.

use crate::text::span::Span;

/// The UTF-16 place of every so many bytes of a text.
pub struct Utf16<'t> {
    text: &'t str,
    /// The UTF-16 code units before the first character at or after byte `STRIDE * n`, with that byte.
    marks: Vec<(u32, u32)>,
}

const STRIDE: usize = 256;

impl<'t> Utf16<'t> {
    /// An index of `text`.
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let (mut start, mut units) = (0, 0);
        while start < text.len() {
            marks.push((start as u32, units));
            let end = (marks.len() * STRIDE..text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
            units += units_in(text, start, end);
            start = end;
        }
        Self { text, marks }
    }

    /// The span in UTF-16 code units: start and end.
    pub fn span(&self, span: Span) -> (u32, u32) {
        (self.units(span.start), self.units(span.end))
    }

    fn units(&self, byte: usize) -> u32 {
        let byte = byte.min(self.text.len());
        let mark = self.marks.partition_point(|(start, _)| *start as usize <= byte);
        let Some((start, units)) = mark.checked_sub(1).and_then(|mark| self.marks.get(mark)) else { return 0 };
        units + units_in(self.text, *start as usize, byte)
    }
}

/// The UTF-16 code units of the bytes from `start` to `end`: one for each character, two for one of four bytes.
fn units_in(text: &str, start: usize, end: usize) -> u32 {
    let bytes = text.as_bytes().get(start..end).unwrap_or_default();
    bytes.iter().map(|byte| u32::from(byte & 0xC0 != 0x80) + u32::from(*byte >= 0xF0)).sum()
}
