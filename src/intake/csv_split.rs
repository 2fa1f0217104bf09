//! One record of delimited text to its cells: cut where it needs no more, else split as the library does.

use std::borrow::Cow;

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::cell::Cell;
use super::charset::Charset;

/// Stands between the cells of a record while they are decoded (U+001F, unit separator).
const SEPARATOR: u8 = 0x1F;

/// A record among the waiting bytes.
#[derive(Clone, Copy)]
pub(super) struct Extent {
    /// One past its last byte, its line end included.
    pub end: usize,
    pub cells: usize,
    /// Whether quotation marks were taken for letters.
    pub plain: bool,
}

/// The cells of a record.
#[derive(Default)]
pub(super) struct Cells<'c> {
    pub cells: Vec<Cell<'c>>,
    /// The columns in which bytes could not be decoded.
    pub damaged: Vec<usize>,
}

/// Splits records into cells as the library does, quotation marks and all.
#[derive(Debug)]
pub(super) struct Splitter {
    pub encoding: Charset,
    pub delimiter: u8,
    quoting: csv_core::Reader,
    /// Takes quotation marks for letters.
    plain: csv_core::Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
}

impl Splitter {
    pub fn new(delimiter: u8, encoding: Charset) -> Self {
        Self {
            encoding,
            delimiter,
            quoting: ReaderBuilder::new().delimiter(delimiter).build(),
            plain: ReaderBuilder::new().delimiter(delimiter).quoting(false).build(),
            output: vec![0; 1 << 12],
            ends: vec![0; 64],
        }
    }

    /// Splits the first record of `bytes` into `output` and `ends`.
    pub fn split(&mut self, bytes: &[u8], plain: bool, at_end: bool) -> Option<Extent> {
        // blank lines are rows of the table: the splitter itself would skip them
        let blank = match bytes {
            [b'\r', b'\n', ..] => Some(2),
            [b'\n', ..] => Some(1),
            _ => None,
        };
        if let Some(end) = blank {
            self.ends[0] = 0;
            return Some(Extent { end, cells: 1, plain });
        }
        let reader = if plain { &mut self.plain } else { &mut self.quoting };
        reader.reset();
        let (mut read, mut written, mut cells) = (0, 0, 0);
        loop {
            let input = &bytes[read..];
            let (result, taken, out, ends) = reader.read_record(input, &mut self.output[written..], &mut self.ends[cells..]);
            read += taken;
            written += out;
            cells += ends;
            match result {
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => {
                    if cells == 0 {
                        return None;
                    }
                    break;
                }
                // an empty input says that nothing follows
                ReadRecordResult::InputEmpty if at_end && !input.is_empty() => {}
                ReadRecordResult::InputEmpty => return None,
            }
        }
        let may_go_on = bytes.get(read.wrapping_sub(1)) == Some(&b'\r') && read == bytes.len() && !at_end;
        if may_go_on {
            return None;
        }
        // the splitter ends a record at the carriage return
        let end =
            if bytes.get(read.wrapping_sub(1)) == Some(&b'\r') && bytes.get(read) == Some(&b'\n') { read + 1 } else { read };
        Some(Extent { end, cells, plain })
    }

    /// The `cells` cells that were split last.
    pub fn cells(&self, cells: usize) -> Cells<'static> {
        let ends = &self.ends[..cells];
        let output = &self.output[..ends.last().copied().unwrap_or(0)];
        let texts = match self.encoding {
            Charset::Gb18030 if !output.is_ascii() && !output.contains(&SEPARATOR) => decoded_at_once(output, ends),
            encoding => cells_of(output, ends).map(|cell| encoding.decode(cell)).collect(),
        };
        let is_damaged = |(column, text): (usize, &Cow<'_, str>)| {
            let stood_there = self.encoding == Charset::Utf8 && matches!(text, Cow::Borrowed(_));
            (text.contains(char::REPLACEMENT_CHARACTER) && !stood_there).then_some(column)
        };
        let damaged = texts.iter().enumerate().filter_map(is_damaged).collect();
        Cells { cells: texts.into_iter().map(|text| Cell::of_text(text).into_owned()).collect(), damaged }
    }
}

/// The cells of the record at `at` and where it ends, where it is one whole line of `text` that is not blank, and quotation
/// marks stand around whole cells only: then it needs no more than to be cut.
pub(super) fn bare_record(text: &str, at: usize, delimiter: u8) -> Option<(Vec<Cell<'_>>, usize)> {
    let bytes = text.as_bytes();
    if matches!(bytes.get(at), None | Some(b'\n' | b'\r')) {
        return None;
    }
    let mut cells = Vec::with_capacity(24);
    let mut start = at;
    loop {
        let is_quoted = bytes.get(start) == Some(&b'"');
        let (cell, end) = if is_quoted { quoted(text, start)? } else { bare(text, start, delimiter)? };
        cells.push(Cell::of_text(cell));
        match bytes.get(end)? {
            b'\n' => return Some((cells, end + 1)),
            b'\r' if bytes.get(end + 1) == Some(&b'\n') => return Some((cells, end + 2)),
            sign if *sign == delimiter => start = end + 1,
            _ => return None,
        }
    }
}

fn bare(text: &str, start: usize, delimiter: u8) -> Option<(&str, usize)> {
    let end = next_sign(text.as_bytes(), start, delimiter)?;
    Some((text.get(start..end)?, end))
}

/// The words between two quotation marks on one line, and where the second ends.
fn quoted(text: &str, start: usize) -> Option<(&str, usize)> {
    let end = next_sign(text.as_bytes(), start + 1, b'"')?;
    if text.as_bytes()[end] == b'"' { Some((text.get(start + 1..end)?, end + 1)) } else { None }
}

/// The place of the next delimiter, quotation mark or line end, eight bytes at a time.
fn next_sign(bytes: &[u8], from: usize, delimiter: u8) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let spread = |byte: u8| ONES * u64::from(byte);
    // a byte below 0x80 that equals the sought one leaves its high bit set; bytes of other letters never do
    let holds = |eight: u64, sought: u64| {
        let other = eight ^ sought;
        !(((other & !HIGH) + !HIGH) | other) & HIGH
    };
    let sought = [spread(delimiter), spread(b'"'), spread(b'\n'), spread(b'\r')];
    let mut at = from;
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let eight = u64::from_le_bytes(*chunk);
        let found = sought.iter().fold(0, |found, sign| found | holds(eight, *sign));
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    let is_sign = |byte: &u8| *byte == delimiter || matches!(byte, b'"' | b'\n' | b'\r');
    bytes.get(at..)?.iter().position(is_sign).map(|found| at + found)
}

fn cells_of<'o>(output: &'o [u8], ends: &[usize]) -> impl Iterator<Item = &'o [u8]> {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(ends.iter().copied()).map(move |(start, end)| &output[start..end])
}

/// The cells of a record, decoded in one call: no letter of GB18030 holds a unit separator.
fn decoded_at_once(output: &[u8], ends: &[usize]) -> Vec<Cow<'static, str>> {
    let joined = cells_of(output, ends).collect::<Vec<_>>().join(&SEPARATOR);
    let text = Charset::Gb18030.decode(&joined);
    text.split(SEPARATOR as char).map(|part| Cow::Owned(part.to_owned())).collect()
}
