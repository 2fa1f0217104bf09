//! Rows of a table to entries: headings found, columns mapped, rows told apart, continued rows joined.
//!
//! `header` finds the headings · `row_kind` tells rows apart · `body` reads the rows below the headings · `exact` tables that we wrote ourselves · `title` what stands above.

mod body;
mod exact;
mod header;
mod row_kind;
mod title;

use self::body::Body;
pub(crate) use self::exact::{ExactTable, HEAD_LABEL};
use self::header::find_header;
use self::title::read_title;
use super::cell::Cell;
use super::collect::{Collector, SkipReason};
use super::mapping::{guess_columns, heading_key};
use super::problem::{Place, Problem, ProblemCode};
use super::settings::Settings;
use crate::ledger::Entry;

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
    /// Its bytes as they stood.
    pub bytes: std::borrow::Cow<'a, [u8]>,
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
}

/// So many rows are looked at before the columns are settled.
const LOOKAHEAD: usize = 240;

/// Reads the rows of one table.
#[derive(Debug)]
pub(super) struct TableReader {
    nature: TableNature,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Gathering(Vec<Row<'static>>),
    Reading(Box<Body>),
    NoTable,
}

impl TableReader {
    pub fn new(nature: TableNature) -> Self {
        Self { nature, stage: Stage::Gathering(Vec::new()) }
    }

    /// Whether headings were found (or may still be).
    pub fn found_table(&self) -> bool {
        matches!(self.stage, Stage::Reading(_))
    }

    /// Takes the next row.
    pub fn push(&mut self, row: Row<'_>, settings: &Settings, collector: &mut Collector, on_entry: &mut dyn FnMut(&Entry<'_>)) {
        collector.tally.records += 1;
        match &mut self.stage {
            Stage::Gathering(rows) => {
                rows.push(owned(row));
                if rows.len() >= LOOKAHEAD {
                    self.settle(settings, collector, on_entry);
                }
            }
            Stage::Reading(body) => body.read(row, collector, on_entry),
            Stage::NoTable => skip_outside(&self.nature, &row, collector),
        }
    }

    /// Reads what is left.
    pub fn finish(&mut self, settings: &Settings, collector: &mut Collector, on_entry: &mut dyn FnMut(&Entry<'_>)) {
        self.settle(settings, collector, on_entry);
        if let Stage::Reading(body) = &mut self.stage {
            body.flush(collector, on_entry);
        }
    }

    fn settle(&mut self, settings: &Settings, collector: &mut Collector, on_entry: &mut dyn FnMut(&Entry<'_>)) {
        let Stage::Gathering(rows) = &mut self.stage else { return };
        let mut rows = std::mem::take(rows);
        let Some(header) = find_header(&rows, &self.nature.merges, settings) else {
            rows.iter().for_each(|row| skip_outside(&self.nature, row, collector));
            self.stage = Stage::NoTable;
            return;
        };
        let data = rows.split_off(header.end);
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
            body.read(row, collector, on_entry);
        }
        self.stage = Stage::Reading(Box::new(body));
    }
}

fn owned(row: Row<'_>) -> Row<'static> {
    Row {
        number: row.number,
        line: row.line,
        cells: row.cells.into_iter().map(Cell::into_owned).collect(),
        damaged: row.damaged,
        bytes: row.bytes.into_owned().into(),
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

/// The problem of a table without headings.
pub(super) fn no_headings(sheet: Option<&str>) -> Problem {
    Problem::new(ProblemCode::NoHeadings, Place { sheet: sheet.map(str::to_owned), ..Place::default() })
}
