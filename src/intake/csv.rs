//! CSV, TSV and semicolon files, record by record, as their bytes arrive.

use std::borrow::Cow;

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::cell::Cell;
use super::charset::Charset;
use super::collect::Collector;
use super::settings::Settings;
use super::table::{Row, TableNature, TableReader};
use crate::ledger::Entry;

/// Reads delimited text as a ledger.
#[derive(Debug)]
pub(super) struct CsvReader {
    rows: CsvRows,
    table: TableReader,
}

impl CsvReader {
    pub fn new(delimiter: u8, encoding: Charset) -> Self {
        let nature = TableNature { ragged: true, encoding: encoding.name(), ..TableNature::default() };
        Self { rows: CsvRows::new(delimiter, encoding), table: TableReader::new(nature) }
    }

    /// Takes the next bytes.
    pub fn push(
        &mut self,
        bytes: &[u8],
        at_end: bool,
        settings: &Settings,
        collector: &mut Collector,
        on_entry: &mut dyn FnMut(&Entry<'_>),
    ) {
        let Self { rows, table } = self;
        collector.charset = rows.encoding;
        rows.push(bytes, at_end, &mut |row| table.push(row, settings, collector, on_entry));
        if at_end {
            table.finish(settings, collector, on_entry);
        }
    }

    /// Whether headings were found.
    pub fn found_table(&self) -> bool {
        self.table.found_table()
    }
}

/// A quoted cell may be so long; a quotation mark that is not closed before is no quotation mark.
const LONGEST_RECORD: usize = 8 << 20;

/// Stands between the cells of a record while they are decoded (U+001F, unit separator).
const SEPARATOR: u8 = 0x1F;

/// Splits delimited text into rows.
#[derive(Debug)]
pub(super) struct CsvRows {
    encoding: Charset,
    quoting: csv_core::Reader,
    /// Takes quotation marks for letters.
    plain: csv_core::Reader,
    /// Bytes that are not yet read.
    waiting: Vec<u8>,
    row: usize,
    line: usize,
    output: Vec<u8>,
    ends: Vec<usize>,
    /// The number of cells of the rows so far: how many rows had it, by cells.
    widths: std::collections::BTreeMap<usize, usize>,
}

/// A record among the waiting bytes.
struct Extent {
    /// One past its last byte, its line end included.
    end: usize,
    cells: usize,
}

impl CsvRows {
    pub fn new(delimiter: u8, encoding: Charset) -> Self {
        Self {
            encoding,
            quoting: ReaderBuilder::new().delimiter(delimiter).build(),
            plain: ReaderBuilder::new().delimiter(delimiter).quoting(false).build(),
            waiting: Vec::new(),
            row: 0,
            line: 1,
            output: vec![0; 1 << 12],
            ends: vec![0; 64],
            widths: std::collections::BTreeMap::new(),
        }
    }

    /// Takes the next bytes and hands every row that is complete to `on_row`.
    pub fn push(&mut self, bytes: &[u8], at_end: bool, on_row: &mut dyn FnMut(Row<'_>)) {
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.extend_from_slice(bytes);
        let mut at = 0;
        while at < waiting.len() {
            let Some(extent) = self.next_record(&waiting[at..], at_end) else { break };
            self.take_record(&waiting[at..at + extent.end], extent.cells, on_row);
            at += extent.end;
        }
        waiting.drain(..at);
        self.waiting = waiting;
    }

    /// The record at the beginning of `bytes`; `None` where it goes on beyond them.
    fn next_record(&mut self, bytes: &[u8], at_end: bool) -> Option<Extent> {
        let line_end = bytes.iter().position(|byte| *byte == b'\n');
        let whole = self.split(bytes, true, at_end);
        let first_line = match line_end {
            Some(end) => end + 1,
            None if at_end => bytes.len(),
            None if bytes.len() > LONGEST_RECORD => bytes.len(),
            None => return None,
        };
        let swallows = |extent: &Extent| extent.end > first_line && !self.is_usual(extent.cells);
        match whole {
            Some(extent) if !swallows(&extent) => Some(extent),
            // a stray quotation mark would join lines that do not belong together
            Some(extent) => {
                let alone = self.split(&bytes[..first_line], false, true)?;
                let joins_well = !self.is_usual(alone.cells) && self.widths.is_empty();
                Some(if joins_well { extent } else { alone })
            }
            None if bytes.len() > LONGEST_RECORD || at_end => self.split(&bytes[..first_line], false, true),
            None => None,
        }
    }

    fn is_usual(&self, cells: usize) -> bool {
        let most = self.widths.values().copied().max().unwrap_or(0);
        self.widths.get(&cells).is_some_and(|rows| *rows * 4 >= most)
    }

    /// Splits the first record of `bytes` into `output` and `ends`.
    fn split(&mut self, bytes: &[u8], quoting: bool, at_end: bool) -> Option<Extent> {
        // blank lines are rows of the table: the splitter itself would skip them
        let blank = match bytes {
            [b'\r', b'\n', ..] => Some(2),
            [b'\n', ..] => Some(1),
            _ => None,
        };
        if let Some(end) = blank {
            self.ends[0] = 0;
            return Some(Extent { end, cells: 1 });
        }
        let reader = if quoting { &mut self.quoting } else { &mut self.plain };
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
        Some(Extent { end, cells })
    }

    fn take_record(&mut self, bytes: &[u8], cells: usize, on_row: &mut dyn FnMut(Row<'_>)) {
        self.row += 1;
        if cells > 1 {
            *self.widths.entry(cells).or_insert(0) += 1;
        }
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
        let row_cells = texts.into_iter().map(Cell::of_text).collect();
        let bare = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        let bare = bare.strip_suffix(b"\r").unwrap_or(bare);
        let row = Row { number: self.row, line: Some(self.line), cells: row_cells, damaged, bytes: Cow::Borrowed(bare) };
        on_row(row);
        self.line += bytes.iter().filter(|byte| **byte == b'\n').count();
    }
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
