//! Reads the rows below the headings into entries.

use std::borrow::Cow;

use super::header::Header;
use super::row_kind::{RowKind, is_heading, may_sum_up, row_kind};
use super::title::TableTitle;
use super::{Row, TableNature, place_of, row_text, row_words};
use crate::intake::assemble::{begin_entry, continue_entry};
use crate::intake::cell::Cell;
use crate::intake::collect::{Collector, SkipReason};
use crate::intake::facts::{Facts, ReadingContext, expected_words};
use crate::intake::mapping::{Field, Heading, MappedColumn, column_letter};
use crate::intake::memo::Memo;
use crate::intake::problem::{Place, Problem, ProblemCode};
use crate::intake::rest::apply_rest;
use crate::intake::settings::Settings;
use crate::intake::value::{Value, read_value};
use crate::intake::values::{means_above, read_date, read_kind, title_kind};
use crate::ledger::{Entry, KeptPlace, SubmissionKind};

/// The rows below the headings.
#[derive(Debug)]
pub(in super::super) struct Body {
    nature: TableNature,
    headings: Vec<Heading>,
    columns: Vec<Option<Field>>,
    /// What the texts of each column say.
    said: Vec<Memo<Said>>,
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
}

/// What is open between two rows.
#[derive(Debug, Default)]
pub(in super::super) struct Open<'c> {
    pending: Option<Pending<'c>>,
    /// Words of the rows above by column, for 同上.
    above: Vec<Cell<'c>>,
}

/// An entry that the next row may go on with.
#[derive(Debug)]
struct Pending<'c> {
    kind: SubmissionKind,
    facts: Facts<'c>,
    /// What further rows say.
    more: Vec<Facts<'c>>,
    problems: Vec<Problem>,
    rest: Option<String>,
    /// Where the row's bytes are kept, if they say all that is to be known of the entry.
    kept: Option<KeptPlace>,
}

impl Open<'_> {
    /// The same, no longer tied to the file's bytes.
    pub fn into_owned(self) -> Open<'static> {
        let pending = self.pending.map(|pending| Pending {
            kind: pending.kind,
            facts: pending.facts.into_owned(),
            more: pending.more.into_iter().map(Facts::into_owned).collect(),
            problems: pending.problems,
            rest: pending.rest,
            kept: pending.kept,
        });
        Open { pending, above: self.above.into_iter().map(Cell::into_owned).collect() }
    }

    /// Whether an entry is open whose bytes stand in this block.
    pub fn holds_on_to(&self, block: u32) -> bool {
        self.pending.as_ref().and_then(|pending| pending.kept).is_some_and(|kept| kept.block == block)
    }
}

/// What a cell's text says in its column.
#[derive(Debug)]
struct Said {
    /// As the column's field; `Words` where it has none.
    value: Value,
    /// 同上.
    ditto: bool,
    /// Whether it is the column's heading.
    heading: bool,
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
            said: columns.iter().map(|_| Memo::default()).collect(),
            columns,
            context: ReadingContext { year, scheme: settings.scheme.clone() },
            title,
            section: None,
            assumed_kind: false,
            exact: false,
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
    pub fn take_entry<'c>(&self, open: &mut Open<'c>) -> Option<Entry<'c>> {
        open.pending.take().map(assembled)
    }

    /// Reads the next row.
    pub fn read<'c>(
        &mut self,
        row: Row<'c>,
        open: &mut Open<'c>,
        collector: &mut Collector,
        on_entry: &mut dyn FnMut(&Entry<'_>),
    ) {
        match self.read_plain(&row, open) {
            Some((facts, problems)) => {
                collector.tally.read += 1;
                self.flush(open, collector, on_entry);
                open.pending = Some(self.begin(facts, problems, row.kept, collector));
            }
            None => self.read_closely(row, open, collector, on_entry),
        }
    }

    fn read_closely<'c>(
        &mut self,
        mut row: Row<'c>,
        open: &mut Open<'c>,
        collector: &mut Collector,
        on_entry: &mut dyn FnMut(&Entry<'_>),
    ) {
        if row.bytes.is_empty() {
            row.bytes = row_text(&row).into_bytes().into();
        }
        let kind = match self.exact && self.begins_exactly(&row) {
            true => RowKind::Entry,
            false => row_kind(&row, &self.columns, &self.headings),
        };
        self.fill_joined(&mut row, open);
        if let RowKind::Skipped(reason) = kind {
            if reason == SkipReason::SectionHeading {
                self.section = read_kind(&row_words(&row)).ok();
            }
            return collector.skip(reason, place_of(&self.nature, &row), row_words(&row));
        }
        if let Some(problem) = self.misfit(&row, kind) {
            return collector.set_aside(problem, &row.bytes);
        }
        if kind == RowKind::Continued && open.pending.is_none() {
            let problem = Problem::new(ProblemCode::NothingToContinue, place_of(&self.nature, &row));
            return collector.set_aside(problem, &row.bytes);
        }
        let (facts, problems) = self.facts(&row, open);
        collector.tally.read += 1;
        match (kind, &mut open.pending) {
            (RowKind::Continued, Some(pending)) => {
                pending.more.push(facts);
                pending.problems.extend(problems);
                pending.kept = None;
            }
            _ => {
                self.flush(open, collector, on_entry);
                open.pending = Some(self.begin(facts, problems, None, collector));
            }
        }
    }

    /// What a row says that [`row_kind`] is bound to take for an entry and that needs nothing of the rows above it; `None`
    /// where one must look more closely. It says the same as [`Self::facts`] would.
    fn read_plain<'c>(&mut self, row: &Row<'c>, open: &mut Open<'c>) -> Option<(Facts<'c>, Vec<Problem>)> {
        let is_plain = !self.exact
            && self.nature.merges.is_empty()
            && row.damaged.is_empty()
            && row.cells.len() == self.columns.len()
            && row.cells.len() == self.width;
        if !is_plain {
            return None;
        }
        let mut facts = Facts::default();
        let mut problems = Vec::new();
        let (mut filled, mut counted, mut other, mut named) = (0, 0, 0, false);
        for (column, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank()) {
            let field = self.columns[column];
            if matches!(cell, Cell::Error(_)) || (filled == 0 && may_sum_up(&cell.words())) {
                return None;
            }
            filled += 1;
            counted += usize::from(field != Some(Field::Sequence));
            named |= field.is_some_and(Field::is_identity);
            let (context, heading) = (&self.context, &self.headings[column]);
            let taken = match (cell, field) {
                (Cell::Text(text), _) => {
                    let said = self.said[column].get(text, || say(field, cell, context, heading));
                    if said.ditto {
                        return None;
                    }
                    other += usize::from(!said.heading);
                    field.map_or(Ok(()), |field| facts.put(field, &said.value, cell.as_words()))
                }
                (_, Some(field)) => facts.take(field, cell, context),
                (_, None) => Ok(()),
            };
            match (field, taken) {
                (None, _) => self.keep_extra(&mut facts, column, cell),
                (Some(field), Err(code)) => {
                    problems.push(self.unread(row, field, column, cell, code));
                    self.keep_unread(&mut facts, field, column, cell);
                }
                (Some(_), Ok(())) => {}
            }
        }
        let is_entry = named && counted > 1 && other * 5 > filled;
        if !is_entry {
            return None;
        }
        self.remember(row, open);
        Some((facts, problems))
    }

    /// Keeps the words of a row for 同上 in the next.
    fn remember<'c>(&self, row: &Row<'c>, open: &mut Open<'c>) {
        open.above.resize(self.width.max(open.above.len()), Cell::Empty);
        for ((cell, field), above) in row.cells.iter().zip(&self.columns).zip(&mut open.above) {
            if !cell.is_blank() && field.is_some_and(|field| !field.is_identity()) {
                above.clone_from(cell);
            }
        }
    }

    /// The entry of a row that was read before, from the same bytes.
    pub fn read_again<'c>(&mut self, row: &Row<'c>, kind: SubmissionKind) -> Option<Entry<'c>> {
        let (mut facts, _) = self.read_plain(row, &mut Open::default())?;
        facts.session = facts.session.or(self.title.session);
        Some(begin_entry(facts, kind))
    }

    /// Hands over the entry that is still open.
    pub fn flush<'c>(&mut self, open: &mut Open<'c>, collector: &mut Collector, on_entry: &mut dyn FnMut(&Entry<'_>)) {
        let Some(mut pending) = open.pending.take() else { return };
        let (rest, kept) = (pending.rest.take(), pending.kept.take());
        let mut problems = std::mem::take(&mut pending.problems);
        let entry = assembled(pending);
        let entry = match rest {
            Some(rest) => apply_rest(entry, &rest).unwrap_or_else(|(entry, problem)| {
                problems.push(problem);
                entry
            }),
            None => entry,
        };
        collector.keep(&entry, kept, problems, on_entry);
    }

    fn begins_exactly(&self, row: &Row<'_>) -> bool {
        let sequence = self.columns.iter().position(|column| *column == Some(Field::Sequence));
        let cell = sequence.and_then(|column| row.cells.get(column));
        cell.is_some_and(|cell| cell.words().parse::<f64>().is_ok())
    }

    fn begin<'c>(
        &mut self,
        mut facts: Facts<'c>,
        problems: Vec<Problem>,
        kept: Option<KeptPlace>,
        collector: &mut Collector,
    ) -> Pending<'c> {
        let by_title = || facts.title.as_deref().and_then(title_kind);
        let known = facts.kind.or(self.section).or(self.title.kind).or(self.heading_kind).or_else(by_title);
        if known.is_none() && !self.assumed_kind {
            self.assumed_kind = true;
            let place = Place { sheet: self.nature.sheet.clone(), ..Place::default() };
            collector.problems.push(Problem::new(ProblemCode::KindAssumed, place));
        }
        let rest = facts.rest.take();
        facts.session = facts.session.or(self.title.session);
        let kind = known.unwrap_or(SubmissionKind::Suggestion);
        let kept = kept.filter(|_| rest.is_none()).map(|kept| KeptPlace { form: kept.form | kind.index() as u32, ..kept });
        Pending { kind, facts, more: Vec::new(), problems, rest, kept }
    }

    /// Cells joined downwards hold in each of their rows, except what says which entry it is.
    fn fill_joined<'c>(&self, row: &mut Row<'c>, open: &Open<'c>) {
        for merge in self.nature.merges.iter().filter(|merge| (merge.rows.0..=merge.rows.1).contains(&row.number)) {
            let column = merge.columns.0;
            let field = self.columns.get(column).copied().flatten();
            let counts_once = field.is_some_and(|field| field.is_identity() || field == Field::Sequence);
            if row.number == merge.rows.0 || counts_once {
                continue;
            }
            if let (Some(cell), Some(above)) = (row.cells.get_mut(column), open.above.get(column))
                && cell.is_blank()
                && *above != Cell::Empty
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

    fn facts<'c>(&self, row: &Row<'c>, open: &mut Open<'c>) -> (Facts<'c>, Vec<Problem>) {
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
            let cell: Cow<'_, Cell<'c>> = match open.above.get(column).filter(|above| ditto && **above != Cell::Empty) {
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
                problems.push(self.unread(row, field, column, &cell, code));
                self.keep_unread(&mut facts, field, column, &cell);
            }
            if !ditto && !field.is_identity() {
                open.above.resize(open.above.len().max(column + 1), Cell::Empty);
                open.above[column] = cell.into_owned();
            }
        }
        (facts, problems)
    }

    /// What has no field stays beside the entry, under its heading.
    fn keep_extra<'c>(&self, facts: &mut Facts<'c>, column: usize, cell: &Cell<'c>) {
        let heading = self.headings.get(column).map(|heading| heading.path.join("/")).filter(|heading| !heading.is_empty());
        facts.extra.push((heading.unwrap_or_else(|| column_letter(column)).into(), cell.as_words()));
    }

    /// What could not be read stays too.
    fn keep_unread<'c>(&self, facts: &mut Facts<'c>, field: Field, column: usize, cell: &Cell<'c>) {
        if field != Field::Rest && !matches!(cell, Cell::Error(_)) {
            self.keep_extra(facts, column, cell);
        }
    }

    fn unread(&self, row: &Row<'_>, field: Field, column: usize, cell: &Cell<'_>, code: ProblemCode) -> Problem {
        let problem = Problem::new(code, self.place_of_cell(row, column)).with_value(&cell.words());
        problem.expecting(expected_words(field))
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

/// The entry of one row, or of several.
fn assembled(pending: Pending<'_>) -> Entry<'_> {
    let mut entry = begin_entry(pending.facts, pending.kind);
    pending.more.into_iter().for_each(|facts| continue_entry(&mut entry, facts, false));
    entry
}

fn say(field: Option<Field>, cell: &Cell<'_>, context: &ReadingContext, heading: &Heading) -> Said {
    let words = cell.words();
    Said {
        value: field.map_or(Value::Words, |field| read_value(field, cell, context)),
        ditto: means_above(&words) || matches!(cell, Cell::Text(text) if **text != *words && means_above(text)),
        heading: is_heading(&words, heading),
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
