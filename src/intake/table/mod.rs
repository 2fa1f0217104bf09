//! Rows of a table to entries: headings found, columns mapped, rows told apart, continued rows joined.
//!
//! `header` finds the headings · `row_kind` tells rows apart · `body` reads the rows below the headings · `exact` tables that we wrote ourselves · `title` what stands above.

mod body;
mod exact;
mod header;
mod row_kind;
mod title;

pub(super) use self::body::{Body, Open};
pub(crate) use self::exact::{ExactTable, HEAD_LABEL};
use self::header::{find_header, lettered_header};
use self::title::read_title;
use super::cell::Cell;
use super::collect::{Collector, SkipReason};
use super::mapping::{guess_columns, heading_key};
use super::problem::{Place, Problem, ProblemCode};
use super::settings::Settings;
use crate::ledger::{Entry, KeptPlace};

/// One row, as a file gives it.
#[derive(Debug, Clone)]
pub(super) struct Row<'a> {
    /// The row of the sheet or record of the file, from 1.
    pub number: usize,
    /// The line on which it begins, from 1.
    pub line: Option<usize>,
    pub cells: Vec<Cell<'a>>,
    /// The columns in which bytes could not be decoded.
    pub damaged: Vec<usize>,
    /// Its bytes as they stood; empty where the file has no rows of bytes (a workbook).
    pub bytes: std::borrow::Cow<'a, [u8]>,
    /// Where these bytes will be kept, so that the row can be read again.
    pub kept: Option<KeptPlace>,
}

/// Cells joined into one, all ends included, rows from 1, columns from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merge {
    pub rows: (usize, usize),
    pub columns: (usize, usize),
}

/// What is known of a table before its rows come.
#[derive(Debug, Clone, Default)]
pub(super) struct TableNature {
    pub sheet: Option<String>,
    pub merges: Vec<Merge>,
    /// Whether rows can have more or fewer cells than there are columns (CSV).
    pub ragged: bool,
    /// The name of the encoding, where it matters.
    pub encoding: &'static str,
    /// Whether the table may begin with its entries: it is the file's only one.
    pub may_lack_headings: bool,
}

/// So many rows are looked at before the columns are settled.
pub(super) const LOOKAHEAD: usize = 240;

/// Reads the rows of one table.
#[derive(Debug)]
pub(super) struct TableReader {
    nature: TableNature,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Gathering(Vec<Row<'static>>),
    /// The rows below the headings, and what is open between two pieces of the file.
    Reading(Box<(Body, Open<'static>)>),
    NoTable,
    /// All rows were read.
    Finished,
}

impl TableReader {
    pub fn new(nature: TableNature) -> Self {
        Self { nature, stage: Stage::Gathering(Vec::new()) }
    }

    /// Whether headings were found.
    pub fn found_table(&self) -> bool {
        matches!(self.stage, Stage::Reading(..) | Stage::Finished)
    }

    /// What is open before the next piece of the file; [`Self::leave`] takes it back.
    pub fn resume<'c>(&mut self) -> Open<'c> {
        match &mut self.stage {
            Stage::Reading(reading) => std::mem::take(&mut reading.1),
            _ => Open::default(),
        }
    }

    /// Takes back what is open at the end of a piece of the file.
    pub fn leave(&mut self, open: Open<'_>) {
        if let Stage::Reading(reading) = &mut self.stage {
            reading.1 = open.into_owned();
        }
    }

    /// Takes the next row.
    pub fn push<'c>(
        &mut self,
        row: Row<'c>,
        open: &mut Open<'c>,
        settings: &Settings,
        collector: &mut Collector,
        on_entry: &mut dyn FnMut(&Entry<'_>),
    ) {
        collector.tally.records += 1;
        match &mut self.stage {
            Stage::Gathering(rows) => {
                rows.push(owned(row));
                if rows.len() >= LOOKAHEAD {
                    *open = self.settle(settings, collector, on_entry);
                }
            }
            Stage::Reading(reading) => reading.0.read(row, open, collector, on_entry),
            Stage::NoTable | Stage::Finished => skip_outside(&self.nature, &row, collector),
        }
    }

    /// Reads what is left; what is open was given back.
    pub fn finish(&mut self, settings: &Settings, collector: &mut Collector, on_entry: &mut dyn FnMut(&Entry<'_>)) {
        if matches!(self.stage, Stage::Gathering(_)) {
            let open = self.settle(settings, collector, on_entry);
            self.leave(open);
        }
        if let Stage::Reading(reading) = &mut self.stage {
            let (body, open) = reading.as_mut();
            body.flush(open, collector, on_entry);
        }
    }

    /// Takes the reader of the rows below the headings, where there are any: nothing more will be read.
    pub fn take_body(&mut self) -> Option<Body> {
        match std::mem::replace(&mut self.stage, Stage::Finished) {
            Stage::Reading(reading) => Some(reading.0),
            other => {
                self.stage = other;
                None
            }
        }
    }

    /// Whether rows wait whose bytes stand in this block.
    pub fn holds_on_to(&self, block: u32) -> bool {
        match &self.stage {
            Stage::Gathering(_) => true,
            Stage::Reading(reading) => reading.1.holds_on_to(block),
            Stage::NoTable | Stage::Finished => false,
        }
    }

    /// Finds headings and columns in the rows that were gathered, reads them, and says what is open after them.
    fn settle(&mut self, settings: &Settings, collector: &mut Collector, on_entry: &mut dyn FnMut(&Entry<'_>)) -> Open<'static> {
        let mut open = Open::default();
        let Stage::Gathering(rows) = &mut self.stage else { return open };
        let mut rows = std::mem::take(rows);
        let by_letter = || if self.nature.may_lack_headings { lettered_header(&rows, settings) } else { None };
        let found = find_header(&rows, &self.nature.merges, settings).map(|header| (header, false));
        let Some((header, lettered)) = found.or_else(|| by_letter().map(|header| (header, true))) else {
            rows.iter().for_each(|row| skip_outside(&self.nature, row, collector));
            self.stage = Stage::NoTable;
            return open;
        };
        let data = rows.split_off(header.end);
        if let Some(first) = data.first().filter(|_| lettered) {
            collector.problems.push(Problem::new(ProblemCode::LetteredColumns, place_of(&self.nature, first)));
        }
        collector.tally.head += rows.len();
        let exact = header.headings.iter().any(|heading| heading.key() == heading_key(exact::REST_KEY));
        let title = match exact {
            true => exact::read_head(&rows[..header.start], collector),
            false => read_title(&rows[..header.start], &self.nature, settings, collector),
        };
        let width = header.headings.len();
        let like_data = |row: &&Row<'_>| row.cells.iter().filter(|cell| !cell.is_blank()).count() * 3 >= width;
        let samples: Vec<Vec<Cell<'_>>> = data.iter().filter(like_data).map(|row| row.cells.clone()).collect();
        let sheet = self.nature.sheet.as_deref();
        let mut columns =
            guess_columns(&header.headings, &samples, &settings.index, &settings.scheme, settings.mapping.as_ref(), sheet);
        if exact {
            exact::settle_columns(&mut columns);
        }
        let mut body = Body::new(self.nature.clone(), header, &columns, title, settings, &data);
        if exact {
            body.read_exactly();
        }
        collector.columns.extend(columns.into_iter().filter(|column| !column.heading.is_empty()));
        for row in data {
            body.read(row, &mut open, collector, on_entry);
        }
        self.stage = Stage::Reading(Box::new((body, Open::default())));
        open
    }
}

fn owned(row: Row<'_>) -> Row<'static> {
    Row {
        number: row.number,
        line: row.line,
        cells: row.cells.into_iter().map(Cell::into_owned).collect(),
        damaged: row.damaged,
        bytes: row.bytes.into_owned().into(),
        kept: row.kept,
    }
}

fn skip_outside(nature: &TableNature, row: &Row<'_>, collector: &mut Collector) {
    let blank = row.cells.iter().all(Cell::is_blank);
    let reason = if blank { SkipReason::Blank } else { SkipReason::NotInTable };
    collector.skip(reason, place_of(nature, row), row_words(row));
}

/// Where a row stands.
fn place_of(nature: &TableNature, row: &Row<'_>) -> Place {
    Place { sheet: nature.sheet.clone(), row: Some(row.number), line: row.line, ..Place::default() }
}

/// The words of a row, cut where they get long.
fn row_words(row: &Row<'_>) -> String {
    const MOST: usize = 200;
    let mut words = String::new();
    for cell in row.cells.iter().filter(|cell| !cell.is_blank()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(cell.words().chars().take(MOST));
        if words.len() > 3 * MOST {
            break;
        }
    }
    words.chars().take(MOST).collect()
}

/// A row as text with tabs: what is kept of it where no entry can be made and the file has no rows of bytes.
fn row_text(row: &Row<'_>) -> String {
    let words: Vec<std::borrow::Cow<'_, str>> = row.cells.iter().map(Cell::words).collect();
    words.join("\t")
}

/// Whether a table that begins with these rows has headings.
pub(super) fn has_headings(rows: &[Row<'_>], merges: &[Merge], settings: &Settings) -> bool {
    find_header(rows, merges, settings).is_some()
}

/// The problem of a table without headings.
pub(super) fn no_headings(sheet: Option<&str>) -> Problem {
    Problem::new(ProblemCode::NoHeadings, Place { sheet: sheet.map(str::to_owned), ..Place::default() })
}
