//! Gathers what readers make of a file: entries, problems, records kept aside and records skipped.

use super::charset::Charset;
use super::duplicates::Duplicates;
use super::mapping::{MappedColumn, Mapping};
use super::problem::{Place, Problem, ProblemCode};
use crate::ledger::{Entry, KeptPlace, Ledger, LedgerHead, Records};

/// What became of a file.
#[derive(Debug)]
pub struct Intake {
    /// The head and the entries.
    pub ledger: Ledger,
    /// What could not be read, or contradicts itself, in the file's order.
    pub problems: Vec<Problem>,
    /// Records of which no entry could be made.
    pub aside: Vec<Aside>,
    /// Rows of a table that are neither entries nor kept aside.
    pub skipped: Vec<Skipped>,
    /// How many records there were. `read + aside.len() + skipped + head` rows make the whole file.
    pub tally: Tally,
    /// What the columns or keys of the file were taken for; `None` for `jianyi/ledger/1`.
    pub mapping: Option<Mapping>,
}

/// The records of a file, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// All records: rows of a table, lines, items of a list.
    pub records: usize,
    /// Title rows and headings.
    pub head: usize,
    /// Records that are an entry or part of one.
    pub read: usize,
    /// Blank rows, section headings, totals and the like.
    pub skipped: usize,
}

/// A record of which no entry could be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Where it stood, and why.
    pub problem: Problem,
    /// Its bytes as they stood.
    pub bytes: Vec<u8>,
    /// Its beginning, decoded as the file is.
    pub text: String,
}

/// A row that is no entry and was not meant to be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Where it stood; the first of them, where blank rows follow each other.
    pub place: Place,
    /// Why.
    pub reason: SkipReason,
    /// How many rows; more than one for blank rows only.
    pub rows: usize,
    /// Its words.
    pub text: String,
}

vocabulary! {
    /// Why a row is no entry.
    SkipReason {
        /// 空行.
        Blank = "blank",
        /// 一、人大代表建议.
        SectionHeading = "section-heading",
        /// The headings again, after a page break.
        RepeatedHeader = "repeated-header",
        /// 小计.
        Subtotal = "subtotal",
        /// 合计.
        Total = "total",
        /// 制表人, 审核人, 注.
        Footer = "footer",
        /// A row of a sheet that holds no table.
        NotInTable = "not-in-table",
    }
}

/// The first letters of a record.
pub(super) fn beginning(bytes: &[u8], charset: Charset) -> String {
    const LETTERS: usize = 200;
    const LONGEST_LETTER: usize = 4;
    charset.decode(&bytes[..bytes.len().min(LETTERS * LONGEST_LETTER)]).chars().take(LETTERS).collect()
}

/// What readers of other formats than our own gather.
#[derive(Debug, Default)]
pub(super) struct Collector {
    pub head: LedgerHead,
    pub tally: Tally,
    pub columns: Vec<MappedColumn>,
    pub problems: Vec<Problem>,
    pub records: Records,
    aside: Vec<Aside>,
    skipped: Vec<Skipped>,
    duplicates: Duplicates,
    /// How letters stand in the file's bytes.
    pub charset: Charset,
}

impl Collector {
    /// How many entries were kept.
    pub fn entries(&self) -> usize {
        self.records.len()
    }

    /// Keeps an entry and the problems of its record; as the file's own bytes, where they are `kept` and say it all.
    pub fn keep(
        &mut self,
        entry: &Entry<'_>,
        kept: Option<KeptPlace>,
        problems: Vec<Problem>,
        on_entry: &mut dyn FnMut(&Entry<'_>),
    ) {
        let index = self.records.len();
        on_entry(entry);
        self.duplicates.note(entry);
        match kept {
            Some(place) => self.records.keep_as_it_stood(place),
            None => self.records.keep_rewritten(entry),
        }
        let placed =
            problems.into_iter().map(|problem| Problem { place: Place { entry: Some(index), ..problem.place }, ..problem });
        self.problems.extend(placed);
    }

    /// Keeps a record aside.
    pub fn set_aside(&mut self, problem: Problem, bytes: &[u8]) {
        self.problems.push(problem.clone());
        self.aside.push(Aside { problem, bytes: bytes.to_vec(), text: beginning(bytes, self.charset) });
    }

    /// Notes a row that is no entry.
    pub fn skip(&mut self, reason: SkipReason, place: Place, text: String) {
        self.tally.skipped += 1;
        let row = place.row;
        match self.skipped.last_mut() {
            Some(last)
                if reason == SkipReason::Blank
                    && last.reason == reason
                    && last.place.sheet == place.sheet
                    && last.place.row.map(|first| first + last.rows) == row =>
            {
                last.rows += 1;
            }
            _ => self.skipped.push(Skipped { place, reason, rows: 1, text }),
        }
    }

    /// What became of the file.
    pub fn finish(self) -> Intake {
        let Self { head, tally, columns, mut problems, records, aside, skipped, duplicates, .. } = self;
        if records.is_empty() && aside.is_empty() {
            problems.push(Problem::new(ProblemCode::NoEntries, Place::default()));
        }
        let ledger = Ledger::new(head, records);
        problems.extend(duplicates.problems(&ledger));
        let mapping = Some(Mapping::new(columns));
        Intake { ledger, problems, aside, skipped, tally, mapping }
    }
}
