//! Takes a file's bytes as they arrive: our own format is read here, every other by `any_format`.
//!
//! The core module is loaded with the page and is short of bytes, and what a page opens by itself (a board's ledger, the
//! samples) is `jianyi/ledger/1`. So the readers of all other formats are left out of it: where a file is of another
//! format, the core [hands over](Reader::hand_over) what arrived, and the module `desk`, fetched then, goes on.

use super::IS_CORE;
use super::any_format::AnyReader;
use super::collect::Intake;
use super::document::DocumentReader;
use super::grid::Grid;
use super::problem::{Place, Problem, ProblemCode};
use super::settings::ReadingOptions;
use super::sniff::{Format, is_own_document};
use crate::ledger::{Entry, LEDGER_FORMAT};

/// Reads a file piece by piece.
#[derive(Debug)]
pub struct Reader {
    options: ReadingOptions,
    stage: Stage,
    size_hint: usize,
    arrived: usize,
}

/// What the file turned out to be.
#[derive(Debug)]
enum Stage {
    /// Too few bytes to say.
    Unknown(Vec<u8>),
    Own(Box<DocumentReader>),
    /// Any format, read here.
    Any(Box<AnyReader>),
    /// Of another format than our own, to be read elsewhere.
    Elsewhere(Vec<u8>),
}

impl Reader {
    /// A reader of a file of about `size_hint` bytes.
    pub fn new(size_hint: usize, options: ReadingOptions) -> Self {
        Self { options, stage: Stage::Unknown(Vec::new()), size_hint, arrived: 0 }
    }

    /// How many bytes arrived.
    pub fn bytes(&self) -> usize {
        self.arrived
    }

    /// How many entries were read so far.
    pub fn entries(&self) -> usize {
        match &self.stage {
            Stage::Own(reader) => reader.entries(),
            Stage::Any(reader) if !IS_CORE => reader.entries(),
            _ => 0,
        }
    }

    /// Takes the next bytes of the file and hands every entry that is complete to `on_entry`, in the file's order.
    pub fn push(&mut self, bytes: &[u8], on_entry: &mut impl FnMut(&Entry<'_>)) {
        self.arrived += bytes.len();
        match &mut self.stage {
            Stage::Own(reader) => reader.push(bytes, on_entry),
            Stage::Any(reader) if !IS_CORE => reader.push(bytes, on_entry),
            Stage::Any(_) => {}
            Stage::Elsewhere(waiting) => waiting.extend_from_slice(bytes),
            Stage::Unknown(waiting) if waiting.is_empty() => self.settle(bytes, false, on_entry),
            Stage::Unknown(waiting) => {
                waiting.extend_from_slice(bytes);
                let waiting = std::mem::take(waiting);
                self.settle(&waiting, false, on_entry);
            }
        }
    }

    /// The bytes that arrived so far, where they are not read here; what comes after them is to follow them.
    pub fn hand_over(&mut self, at_end: bool) -> Option<Vec<u8>> {
        let is_elsewhere = match &self.stage {
            Stage::Elsewhere(_) => true,
            Stage::Unknown(waiting) => at_end && IS_CORE && self.is_own(waiting, true) == Some(false),
            Stage::Own(_) | Stage::Any(_) => false,
        };
        match &mut self.stage {
            Stage::Elsewhere(bytes) | Stage::Unknown(bytes) if is_elsewhere => Some(std::mem::take(bytes)),
            _ => None,
        }
    }

    /// The bytes of an Excel workbook, where the file is one: the office module must turn them into a [`Grid`].
    ///
    /// # Errors
    /// The problem, where the file is a container that holds no workbook.
    pub fn workbook(&self) -> Result<Option<&[u8]>, Problem> {
        match &self.stage {
            Stage::Any(reader) => reader.workbook(),
            _ => Ok(None),
        }
    }

    /// Takes the bytes of a workbook out, where the file is one.
    pub fn take_workbook(&mut self) -> Option<Vec<u8>> {
        match &mut self.stage {
            Stage::Any(reader) => reader.take_workbook(),
            _ => None,
        }
    }

    /// Reads a workbook's sheets in place of the bytes that arrived.
    ///
    /// # Errors
    /// The problem, where no sheet holds a table.
    pub fn finish_with_grid(self, grid: &Grid, on_entry: &mut impl FnMut(&Entry<'_>)) -> Result<Intake, Problem> {
        match self.stage {
            Stage::Any(reader) => reader.finish_with_grid(grid, on_entry),
            _ => AnyReader::new(self.size_hint, self.options).finish_with_grid(grid, on_entry),
        }
    }

    /// Reads what is left and says what became of the file.
    ///
    /// # Errors
    /// The problem, where nothing could be read: an empty file, no ledger, a format that cannot be read.
    pub fn finish(mut self, on_entry: &mut impl FnMut(&Entry<'_>)) -> Result<Intake, Problem> {
        if let Stage::Unknown(waiting) = &mut self.stage {
            let waiting = std::mem::take(waiting);
            self.settle(&waiting, true, on_entry);
        }
        match self.stage {
            Stage::Own(reader) => reader.finish(on_entry),
            Stage::Any(reader) if !IS_CORE => reader.finish(on_entry),
            Stage::Any(_) | Stage::Elsewhere(_) => {
                Err(Problem::new(ProblemCode::OtherShape, Place::default()).expecting(LEDGER_FORMAT))
            }
            Stage::Unknown(_) => {
                let code = if self.arrived == 0 { ProblemCode::EmptyFile } else { ProblemCode::BlankFile };
                Err(Problem::new(code, Place::default()))
            }
        }
    }

    /// Decides by the first bytes whose the file is, and begins with them.
    fn settle(&mut self, first: &[u8], at_end: bool, on_entry: &mut impl FnMut(&Entry<'_>)) {
        const MUCH_SPACE: usize = 1 << 16;
        self.stage = match self.is_own(first, at_end) {
            None => {
                let is_much_space = first.len() > MUCH_SPACE && first.iter().all(u8::is_ascii_whitespace);
                Stage::Unknown(if is_much_space { Vec::new() } else { first.to_vec() })
            }
            Some(true) => {
                let mut reader = Box::new(DocumentReader::new(self.size_hint));
                reader.push(first, on_entry);
                Stage::Own(reader)
            }
            Some(false) if !IS_CORE => {
                let mut reader = Box::new(AnyReader::new(self.size_hint, std::mem::take(&mut self.options)));
                reader.push(first, on_entry);
                Stage::Any(reader)
            }
            Some(false) => Stage::Elsewhere(first.to_vec()),
        };
    }

    fn is_own(&self, first: &[u8], at_end: bool) -> Option<bool> {
        let is_said_to_be_other = matches!(self.options.format, Some(Format::Ndjson | Format::Csv));
        if is_said_to_be_other { Some(false) } else { is_own_document(first, at_end) }
    }
}
