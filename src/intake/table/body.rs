//! Reads the rows below the headings into entries.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::header::Header;
use super::row_kind::{RowKind, row_kind};
use super::title::TableTitle;
use super::{Row, TableNature, place_of, row_words};
use crate::intake::assemble::{begin_entry, continue_entry};
use crate::intake::cell::Cell;
use crate::intake::collect::{Collector, SkipReason};
use crate::intake::facts::{Facts, ReadingContext, expected_words};
use crate::intake::mapping::{Field, Heading, MappedColumn, column_letter};
use crate::intake::problem::{Place, Problem, ProblemCode};
use crate::intake::rest::apply_rest;
use crate::intake::settings::Settings;
use crate::intake::values::{means_above, read_date, read_kind, title_kind};
use crate::ledger::{Entry, SubmissionKind};

/// The rows below the headings.
#[derive(Debug)]
pub(super) struct Body {
    nature: TableNature,
    headings: Vec<Heading>,
    columns: Vec<Option<Field>>,
    context: ReadingContext,
    title: TableTitle,
    /// The kind that the headings speak of.
    heading_kind: Option<SubmissionKind>,
    /// The kind that the section heading above speaks of.
    section: Option<SubmissionKind>,
    assumed_kind: bool,
    /// Whether we wrote the table ourselves.
    exact: bool,
    /// How many cells a row has.
    width: usize,
    /// Words of the row above, for 同上.
    above: BTreeMap<usize, Cell<'static>>,
    pending: Option<Pending>,
}

/// An entry that the next row may go on with.
#[derive(Debug)]
struct Pending {
    entry: Entry<'static>,
    problems: Vec<Problem>,
    rest: Option<String>,
}

impl Body {
    pub fn new(
        nature: TableNature,
        header: Header,
        columns: &[MappedColumn],
        title: TableTitle,
        settings: &Settings,
        samples: &[Row<'_>],
    ) -> Self {
        let columns: Vec<Option<Field>> =
            columns.iter().map(|column| column.field.as_deref().and_then(Field::from_word)).collect();
        let year = title.year.or_else(|| some_year(samples, &columns));
        let mut nature = nature;
        nature.merges.retain(|merge| merge.rows.1 > merge.rows.0 && merge.columns.0 == merge.columns.1);
        Self {
            heading_kind: kind_of_headings(&header.headings),
            width: header.headings.len(),
            headings: header.headings,
            columns,
            context: ReadingContext { year, scheme: settings.scheme.clone() },
            title,
            section: None,
            assumed_kind: false,
            exact: false,
            above: BTreeMap::new(),
            pending: None,
            nature,
        }
    }

    /// From here on the table is one that we wrote: nothing above the rows counts for an entry, and a row with a number
    /// in its first column begins one, whatever else it holds.
    pub fn read_exactly(&mut self) {
        self.exact = true;
        self.context.year = None;
        self.context.scheme.marks.clear();
        self.heading_kind = None;
    }

    /// The entry that is still open, without what its table could not hold.
    pub fn take_entry(&mut self) -> Option<Entry<'static>> {
        self.pending.take().map(|pending| pending.entry)
    }

    /// Reads the next row.
    pub fn read(&mut self, mut row: Row<'_>, collector: &mut Collector, on_entry: &mut dyn FnMut(&Entry<'_>)) {
        let kind = match self.exact && self.begins_exactly(&row) {
            true => RowKind::Entry,
            false => row_kind(&row, &self.columns, &self.headings),
        };
        self.fill_joined(&mut row);
        if let RowKind::Skipped(reason) = kind {
            if reason == SkipReason::SectionHeading {
                self.section = read_kind(&row_words(&row)).ok();
            }
            return collector.skip(reason, place_of(&self.nature, &row), row_words(&row));
        }
        if let Some(problem) = self.misfit(&row, kind) {
            return collector.set_aside(problem, &row.bytes);
        }
        if kind == RowKind::Continued && self.pending.is_none() {
            let problem = Problem::new(ProblemCode::NothingToContinue, place_of(&self.nature, &row));
            return collector.set_aside(problem, &row.bytes);
        }
        let (facts, problems) = self.facts(&row);
        collector.tally.read += 1;
        match (kind, &mut self.pending) {
            (RowKind::Continued, Some(pending)) => {
                continue_entry(&mut pending.entry, facts, false);
                pending.problems.extend(problems);
            }
            _ => {
                self.flush(collector, on_entry);
                self.pending = Some(self.begin(facts, problems, collector));
            }
        }
    }

    /// Hands over the entry that is still open.
    pub fn flush(&mut self, collector: &mut Collector, on_entry: &mut dyn FnMut(&Entry<'_>)) {
        let Some(Pending { entry, mut problems, rest }) = self.pending.take() else { return };
        let entry = match rest {
            Some(rest) => apply_rest(entry, &rest).unwrap_or_else(|(entry, problem)| {
                problems.push(problem);
                entry
            }),
            None => entry,
        };
        collector.keep(&entry, problems, on_entry);
    }

    fn begins_exactly(&self, row: &Row<'_>) -> bool {
        let sequence = self.columns.iter().position(|column| *column == Some(Field::Sequence));
        let cell = sequence.and_then(|column| row.cells.get(column));
        cell.is_some_and(|cell| cell.words().parse::<f64>().is_ok())
    }

    fn begin(&mut self, mut facts: Facts, problems: Vec<Problem>, collector: &mut Collector) -> Pending {
        let by_title = || facts.title.as_deref().and_then(title_kind);
        let known = facts.kind.or(self.section).or(self.title.kind).or(self.heading_kind).or_else(by_title);
        if known.is_none() && !self.assumed_kind {
            self.assumed_kind = true;
            let place = Place { sheet: self.nature.sheet.clone(), ..Place::default() };
            collector.problems.push(Problem::new(ProblemCode::KindAssumed, place));
        }
        let rest = facts.rest.take();
        facts.session = facts.session.or(self.title.session);
        Pending { entry: begin_entry(facts, known.unwrap_or(SubmissionKind::Suggestion)), problems, rest }
    }

    /// Cells joined downwards hold in each of their rows, except what says which entry it is.
    fn fill_joined(&self, row: &mut Row<'_>) {
        for merge in self.nature.merges.iter().filter(|merge| (merge.rows.0..=merge.rows.1).contains(&row.number)) {
            let column = merge.columns.0;
            let field = self.columns.get(column).copied().flatten();
            let counts_once = field.is_some_and(|field| field.is_identity() || field == Field::Sequence);
            if row.number == merge.rows.0 || counts_once {
                continue;
            }
            if let (Some(cell), Some(above)) = (row.cells.get_mut(column), self.above.get(&column))
                && cell.is_blank()
            {
                *cell = above.clone();
            }
        }
    }

    /// Why a row cannot be read, where that is so.
    fn misfit(&self, row: &Row<'_>, kind: RowKind) -> Option<Problem> {
        let place = place_of(&self.nature, row);
        let width = row.cells.len();
        if kind == RowKind::SpreadsheetError {
            let value = row.cells.iter().find(|cell| matches!(cell, Cell::Error(_))).map(|cell| cell.words().into_owned());
            return Some(Problem::new(ProblemCode::SpreadsheetError, place).with_value(&value.unwrap_or_default()));
        }
        if self.nature.ragged && width > self.width && self.reads_badly(row) {
            let problem = Problem::new(ProblemCode::ShiftedColumns, place).with_value(&width.to_string());
            return Some(problem.expecting(self.width.to_string()));
        }
        let reaches = |field: &dyn Fn(Field) -> bool| self.columns.iter().position(|column| column.is_some_and(field));
        let handling = reaches(&Field::is_handling).filter(|first| *first >= width);
        if self.nature.ragged && width < self.width && handling.is_some() && kind != RowKind::Continued {
            let problem = Problem::new(ProblemCode::RowTooShort, place).with_value(&width.to_string());
            return Some(problem.expecting(self.width.to_string()));
        }
        if kind == RowKind::Remark {
            return Some(Problem::new(ProblemCode::RemarkRow, place).with_value(&row_words(row)));
        }
        None
    }

    /// Whether cells stand in columns where they make no sense.
    fn reads_badly(&self, row: &Row<'_>) -> bool {
        let overflow = row.cells.iter().skip(self.width).any(|cell| !cell.is_blank());
        let fits = |(cell, field): (&Cell<'_>, &Option<Field>)| field.and_then(|field| field.fits(cell, &self.context.scheme));
        let misfits = row.cells.iter().zip(&self.columns).filter_map(fits).filter(|fits| !fits).count();
        misfits >= if overflow { 1 } else { 2 }
    }

    fn facts(&mut self, row: &Row<'_>) -> (Facts, Vec<Problem>) {
        let mut facts = Facts::default();
        let mut problems = Vec::new();
        for (column, cell) in row.cells.iter().enumerate() {
            let field = self.columns.get(column).copied().flatten();
            if row.damaged.contains(&column) {
                let problem = Problem::new(ProblemCode::BadBytes, self.place_of_cell(row, column));
                problems.push(problem.with_value(&cell.words()).expecting(self.nature.encoding));
            }
            if cell.is_blank() {
                continue;
            }
            let ditto = !self.exact && matches!(cell, Cell::Text(text) if means_above(text));
            let cell: Cow<'_, Cell<'_>> = match self.above.get(&column).filter(|_| ditto) {
                Some(above) => Cow::Owned(above.clone()),
                None => Cow::Borrowed(cell),
            };
            let Some(field) = field else {
                if let (true, Some(rest)) = (self.exact && column >= self.width, facts.rest.as_mut()) {
                    rest.push_str(&cell.words());
                    continue;
                }
                self.keep_extra(&mut facts, column, &cell);
                continue;
            };
            if let Err(code) = facts.take(field, &cell, &self.context) {
                let problem = Problem::new(code, self.place_of_cell(row, column)).with_value(&cell.words());
                problems.push(problem.expecting(expected_words(field)));
                self.keep_unread(&mut facts, field, column, &cell);
            }
            if !ditto && !field.is_identity() {
                remember(self.above.entry(column).or_insert(Cell::Empty), &cell);
            }
        }
        (facts, problems)
    }

    /// What has no field stays beside the entry, under its heading.
    fn keep_extra(&self, facts: &mut Facts, column: usize, cell: &Cell<'_>) {
        let heading = self.headings.get(column).map(|heading| heading.path.join("/")).filter(|heading| !heading.is_empty());
        facts.extra.push((heading.unwrap_or_else(|| column_letter(column)), cell.words().into_owned()));
    }

    /// What could not be read stays too.
    fn keep_unread(&self, facts: &mut Facts, field: Field, column: usize, cell: &Cell<'_>) {
        if field != Field::Rest && !matches!(cell, Cell::Error(_)) {
            self.keep_extra(facts, column, cell);
        }
    }

    fn place_of_cell(&self, row: &Row<'_>, column: usize) -> Place {
        let heading = self.headings.get(column).map(|heading| heading.shown().to_owned()).filter(|heading| !heading.is_empty());
        Place {
            heading: heading.or_else(|| Some(column_letter(column))),
            column: Some(column + 1),
            ..place_of(&self.nature, row)
        }
    }
}

/// Keeps a cell in the place of another, in the other's memory where both are texts.
fn remember(kept: &mut Cell<'static>, cell: &Cell<'_>) {
    match (&mut *kept, cell) {
        (Cell::Text(Cow::Owned(kept)), Cell::Text(text)) => {
            kept.clear();
            kept.push_str(text);
        }
        _ => *kept = cell.clone().into_owned(),
    }
}

/// The year of the first whole date among the samples.
fn some_year(samples: &[Row<'_>], columns: &[Option<Field>]) -> Option<i32> {
    let assigned = columns.iter().position(|column| *column == Some(Field::AssignedOn))?;
    let dates = samples.iter().filter_map(|row| read_date(row.cells.get(assigned)?, None).ok());
    dates.map(|date| date.year_month_day().0).next()
}

fn kind_of_headings(headings: &[Heading]) -> Option<SubmissionKind> {
    let contains = |words: &[&str]| {
        headings.iter().flat_map(|heading| &heading.path).any(|part| words.iter().any(|word| part.contains(word)))
    };
    match (contains(&["提案", "委员", "界别"]), contains(&["建议", "代表"])) {
        (true, false) => Some(SubmissionKind::Proposal),
        (false, true) => Some(SubmissionKind::Suggestion),
        _ => None,
    }
}
