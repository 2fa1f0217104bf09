//! CSV, TSV and semicolon files, record by record, as their bytes arrive.

use std::borrow::Cow;
use std::cell::RefCell;

use super::charset::{Charset, valid_text};
use super::collect::Collector;
use super::csv_split::{Cells, Extent, Splitter, bare_record};
use super::settings::Settings;
use super::table::{Body, Row, TableNature, TableReader};
use crate::ledger::{Entry, KeptPlace, ReadAgain, SubmissionKind};

/// Reads delimited text as a ledger.
#[derive(Debug)]
pub(super) struct CsvReader {
    rows: CsvRows,
    table: TableReader,
}

impl CsvReader {
    pub fn new(delimiter: u8, encoding: Charset) -> Self {
        let nature = TableNature { ragged: true, encoding: encoding.name(), may_lack_headings: true, ..TableNature::default() };
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
        collector.charset = self.rows.splitter.encoding;
        let mut waiting = std::mem::take(&mut self.rows.waiting);
        waiting.extend_from_slice(bytes);
        let block = collector.records.next_block();
        let at = self.read_records(&waiting, at_end, block, settings, collector, on_entry);
        self.rows.waiting = waiting[at..].to_vec();
        if at > 0 {
            let is_held = collector.records.hold_on_to(block) || self.table.holds_on_to(block);
            waiting.truncate(at);
            collector.records.add_block(if is_held { waiting } else { Vec::new() });
        }
        if at_end {
            self.table.finish(settings, collector, on_entry);
            if let Some(body) = self.table.take_body() {
                // a fresh one: a clone of the library's reader takes every byte for an end
                let splitter = Splitter::new(self.rows.splitter.delimiter, self.rows.splitter.encoding);
                let (splitter, body) = (RefCell::new(splitter), RefCell::new(body));
                collector.records.read_again_with(Box::new(KeptRows { splitter, body }));
            }
        }
    }

    /// Reads the whole records of `waiting` and says up to where.
    fn read_records(
        &mut self,
        waiting: &[u8],
        at_end: bool,
        block: u32,
        settings: &Settings,
        collector: &mut Collector,
        on_entry: &mut dyn FnMut(&Entry<'_>),
    ) -> usize {
        let Self { rows, table } = self;
        let valid = match rows.splitter.encoding {
            Charset::Utf8 => valid_text(waiting),
            _ => "",
        };
        let mut open = table.resume();
        let mut at = 0;
        while let Some(NextRow { cells, end, form }) = rows.next_row(waiting, at, valid, at_end) {
            let kept = KeptPlace { block, start: at as u32, end: end as u32, form };
            let row = rows.row(&waiting[at..end], cells, Some(kept));
            table.push(row, &mut open, settings, collector, on_entry);
            at = end;
        }
        table.leave(open);
        at
    }

    /// Whether headings were found.
    pub fn found_table(&self) -> bool {
        self.table.found_table()
    }
}

/// A quoted cell may be so long; a quotation mark that is not closed before is no quotation mark.
const LONGEST_RECORD: usize = 8 << 20;

/// Splits delimited text into rows.
#[derive(Debug)]
pub(super) struct CsvRows {
    splitter: Splitter,
    /// Bytes that are not yet read.
    waiting: Vec<u8>,
    row: usize,
    line: usize,
    /// The number of cells of the rows so far: how many rows had it, by cells.
    widths: std::collections::BTreeMap<usize, usize>,
    /// The last of these numbers, and how many rows had it that are not yet counted there.
    same_width: (usize, usize),
}

/// A row that is wholly there.
struct NextRow<'w> {
    cells: Cells<'w>,
    end: usize,
    form: u32,
}

/// What is noted of a kept row beside the kind of its entry: that quotation marks were taken for letters.
const PLAIN: u32 = 1 << 8;

impl CsvRows {
    pub fn new(delimiter: u8, encoding: Charset) -> Self {
        Self {
            splitter: Splitter::new(delimiter, encoding),
            waiting: Vec::new(),
            row: 0,
            line: 1,
            widths: std::collections::BTreeMap::new(),
            same_width: (0, 0),
        }
    }

    /// Takes the next bytes and hands every row that is complete to `on_row`.
    pub fn push(&mut self, bytes: &[u8], at_end: bool, on_row: &mut dyn FnMut(Row<'_>)) {
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting.extend_from_slice(bytes);
        let mut at = 0;
        while let Some(next) = self.next_row(&waiting, at, "", at_end) {
            let row = self.row(&waiting[at..next.end], next.cells, None);
            on_row(row);
            at = next.end;
        }
        self.waiting = waiting[at..].to_vec();
    }

    /// The row that begins at `at`; `None` where it goes on beyond what has arrived. `valid` is the bytes as text, as far as
    /// rows without quotation marks may be cut from it.
    fn next_row<'w>(&mut self, waiting: &'w [u8], at: usize, valid: &'w str, at_end: bool) -> Option<NextRow<'w>> {
        if at >= waiting.len() {
            return None;
        }
        if let Some((cells, end)) = bare_record(valid, at, self.splitter.delimiter) {
            return Some(NextRow { cells: Cells { cells, damaged: Vec::new() }, end, form: 0 });
        }
        self.count_same_width();
        let extent = self.next_record(&waiting[at..], at_end)?;
        let form = if extent.plain { PLAIN } else { 0 };
        Some(NextRow { cells: self.splitter.cells(extent.cells), end: at + extent.end, form })
    }

    /// The record at the beginning of `bytes`; `None` where it goes on beyond them.
    fn next_record(&mut self, bytes: &[u8], at_end: bool) -> Option<Extent> {
        let line_end = bytes.iter().position(|byte| *byte == b'\n');
        let whole = self.splitter.split(bytes, false, at_end);
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
                let alone = self.splitter.split(&bytes[..first_line], true, true)?;
                let joins_well = !self.is_usual(alone.cells) && self.widths.is_empty();
                if joins_well { self.splitter.split(bytes, false, at_end).or(Some(extent)) } else { Some(alone) }
            }
            None if bytes.len() > LONGEST_RECORD || at_end => self.splitter.split(&bytes[..first_line], true, true),
            None => None,
        }
    }

    fn is_usual(&self, cells: usize) -> bool {
        let most = self.widths.values().copied().max().unwrap_or(0);
        self.widths.get(&cells).is_some_and(|rows| *rows * 4 >= most)
    }

    fn count_width(&mut self, cells: usize) {
        if self.same_width.0 != cells {
            self.count_same_width();
            self.same_width.0 = cells;
        }
        self.same_width.1 += 1;
    }

    fn count_same_width(&mut self) {
        let (cells, rows) = std::mem::take(&mut self.same_width);
        if cells > 1 {
            *self.widths.entry(cells).or_insert(0) += rows;
        }
    }

    /// The row of a record.
    fn row<'c>(&mut self, bytes: &'c [u8], cells: Cells<'c>, kept: Option<KeptPlace>) -> Row<'c> {
        let (number, line) = (self.row + 1, self.line);
        self.row = number;
        self.line += bytes.iter().filter(|byte| **byte == b'\n').count();
        self.count_width(cells.cells.len());
        let bare = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        let bare = bare.strip_suffix(b"\r").unwrap_or(bare);
        let Cells { cells, damaged } = cells;
        Row { number, line: Some(line), cells, damaged, bytes: Cow::Borrowed(bare), kept }
    }
}

/// Rows that are kept as the file has them.
#[derive(Debug)]
struct KeptRows {
    splitter: RefCell<Splitter>,
    body: RefCell<Body>,
}

impl ReadAgain for KeptRows {
    fn entry<'b>(&self, bytes: &'b [u8], form: u32) -> Option<Entry<'b>> {
        let kind = *SubmissionKind::ALL.get((form & 0xFF) as usize)?;
        let mut splitter = self.splitter.borrow_mut();
        let bare = match std::str::from_utf8(bytes) {
            Ok(text) if splitter.encoding == Charset::Utf8 => bare_record(text, 0, splitter.delimiter),
            _ => None,
        };
        let cells = match bare {
            Some((cells, _)) => cells,
            None => {
                let extent = splitter.split(bytes, form & PLAIN > 0, true)?;
                splitter.cells(extent.cells).cells
            }
        };
        let row = Row { number: 0, line: None, cells, damaged: Vec::new(), bytes: Cow::Borrowed(bytes), kept: None };
        self.body.borrow_mut().read_again(&row, kind)
    }
}
