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
        let mut units = 0;
        for (byte, letter) in text.char_indices() {
            if byte >= marks.len() * STRIDE {
                marks.push((byte as u32, units));
            }
            units += letter.len_utf16() as u32;
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
        let between = self.text.get(*start as usize..byte).unwrap_or_default();
        units + between.chars().map(|letter| letter.len_utf16() as u32).sum::<u32>()
    }
}
