//! Reads a file of any format: finds what it is by its first bytes, and hands them to the reader of that format.

use super::charset::Charset;
use super::collect::{Collector, Intake};
use super::csv::CsvReader;
use super::document::DocumentReader;
use super::grid::{Grid, read_grid};
use super::items::ItemsReader;
use super::lines::LinesReader;
use super::problem::{Place, Problem, ProblemCode};
use super::settings::{ReadingOptions, Settings};
use super::sniff::{Format, Found, check_container, find_text_format, is_binary, text_encoding};
use super::table::no_headings;
use crate::ledger::Entry;

/// Reads a file of any format piece by piece.
#[derive(Debug)]
pub(super) struct AnyReader {
    format: Option<Format>,
    settings: Settings,
    collector: Collector,
    stage: Stage,
    size_hint: usize,
    arrived: usize,
    /// Turns what arrives into UTF-8, where it is not.
    decoder: Option<Decoder>,
    failed: Option<Problem>,
}

/// What the file turned out to be.
#[derive(Debug)]
enum Stage {
    /// Too few bytes to say.
    Unknown(Vec<u8>),
    Document(Box<DocumentReader>),
    Items(ItemsReader),
    Lines(LinesReader),
    Csv(Box<CsvReader>),
    /// Bytes that only make sense together.
    Whole(Vec<u8>),
    Grid(Vec<u8>),
}

/// Turns bytes into UTF-8 as they arrive.
#[derive(Debug)]
struct Decoder {
    charset: Charset,
    /// The beginning of a letter that has not arrived wholly.
    waiting: Vec<u8>,
}

impl Decoder {
    fn decode(&mut self, bytes: &[u8], at_end: bool) -> String {
        self.waiting.extend_from_slice(bytes);
        let whole = if at_end { self.waiting.len() } else { self.charset.whole_letters(&self.waiting) };
        let text = self.charset.decode(&self.waiting[..whole]).into_owned();
        self.waiting.drain(..whole);
        text
    }
}

impl AnyReader {
    /// A reader of a file of about `size_hint` bytes.
    pub fn new(size_hint: usize, options: ReadingOptions) -> Self {
        Self {
            format: options.format,
            settings: Settings::new(options),
            collector: Collector::default(),
            stage: Stage::Unknown(Vec::new()),
            size_hint,
            arrived: 0,
            decoder: None,
            failed: None,
        }
    }

    /// How many entries were read so far.
    pub fn entries(&self) -> usize {
        match &self.stage {
            Stage::Document(reader) => reader.entries(),
            _ => self.collector.entries(),
        }
    }

    /// Takes the next bytes of the file and hands every entry that is complete to `on_entry`, in the file's order.
    pub fn push(&mut self, bytes: &[u8], on_entry: &mut dyn FnMut(&Entry<'_>)) {
        self.arrived += bytes.len();
        self.take(bytes, false, on_entry);
    }

    /// The bytes of an Excel workbook, where the file is one: the office module must turn them into a [`Grid`].
    ///
    /// # Errors
    /// The problem, where the file is a container that holds no workbook.
    pub fn workbook(&self) -> Result<Option<&[u8]>, Problem> {
        match &self.stage {
            Stage::Whole(bytes) => check_container(bytes).map(|()| Some(bytes.as_slice())),
            Stage::Unknown(bytes) if is_binary(bytes) => check_container(bytes).map(|()| Some(bytes.as_slice())),
            _ => Ok(None),
        }
    }

    /// Takes the bytes of a workbook out, where the file is one.
    pub fn take_workbook(&mut self) -> Option<Vec<u8>> {
        let is_workbook = matches!(self.workbook(), Ok(Some(_)));
        match &mut self.stage {
            Stage::Whole(bytes) | Stage::Unknown(bytes) if is_workbook => Some(std::mem::take(bytes)),
            _ => None,
        }
    }

    /// Reads a workbook's sheets in place of the bytes that arrived.
    ///
    /// # Errors
    /// The problem, where no sheet holds a table.
    pub fn finish_with_grid(mut self, grid: &Grid, on_entry: &mut impl FnMut(&Entry<'_>)) -> Result<Intake, Problem> {
        if let Some((code, expected)) = &grid.refused {
            let code = ProblemCode::ALL.iter().find(|known| known.as_str() == code).copied();
            let problem = Problem::new(code.unwrap_or(ProblemCode::BrokenWorkbook), Place::default());
            return Err(problem.expecting(expected.as_str()));
        }
        for (sheet, why) in &grid.broken {
            let place = Place { sheet: Some(sheet.clone()), ..Place::default() };
            self.collector.problems.push(Problem::new(ProblemCode::BrokenSheet, place).expecting(why.as_str()));
        }
        read_grid(grid, &self.settings, &mut self.collector, on_entry)?;
        Ok(self.collector.finish())
    }

    /// Reads what is left and says what became of the file.
    ///
    /// # Errors
    /// The problem, where nothing could be read: an empty file, no ledger, a format that cannot be read.
    pub fn finish(mut self, on_entry: &mut impl FnMut(&Entry<'_>)) -> Result<Intake, Problem> {
        self.take(&[], true, on_entry);
        if let Some(problem) = self.failed {
            return Err(problem);
        }
        match self.stage {
            Stage::Document(reader) => reader.finish(on_entry),
            Stage::Unknown(_) => {
                let code = if self.arrived == 0 { ProblemCode::EmptyFile } else { ProblemCode::BlankFile };
                Err(Problem::new(code, Place::default()))
            }
            Stage::Whole(bytes) => {
                check_container(&bytes)?;
                Err(Problem::new(ProblemCode::NeedsOfficeModule, Place::default()))
            }
            Stage::Grid(ref bytes) => match serde_json::from_slice::<Grid>(bytes) {
                Ok(grid) => {
                    self.stage = Stage::Whole(Vec::new());
                    self.finish_with_grid(&grid, on_entry)
                }
                Err(error) => Err(Problem::new(ProblemCode::BrokenWorkbook, Place::default()).expecting(error.to_string())),
            },
            Stage::Csv(reader) if !reader.found_table() => Err(no_headings(None)),
            Stage::Csv(_) | Stage::Items(_) | Stage::Lines(_) => Ok(self.collector.finish()),
        }
    }

    fn take(&mut self, bytes: &[u8], at_end: bool, on_entry: &mut dyn FnMut(&Entry<'_>)) {
        if let Stage::Unknown(waiting) = &mut self.stage {
            waiting.extend_from_slice(bytes);
            let waiting = std::mem::take(waiting);
            match self.settle(waiting, at_end) {
                Settled::Waits(waiting) => self.stage = Stage::Unknown(waiting),
                Settled::As(stage, first) => {
                    self.stage = *stage;
                    self.feed(&first, at_end, on_entry);
                }
            }
            return;
        }
        match &mut self.decoder {
            Some(decoder) => {
                let text = decoder.decode(bytes, at_end);
                self.feed(text.as_bytes(), at_end, on_entry);
            }
            None => self.feed(bytes, at_end, on_entry),
        }
    }

    fn feed(&mut self, bytes: &[u8], at_end: bool, on_entry: &mut dyn FnMut(&Entry<'_>)) {
        let Self { stage, settings, collector, failed, .. } = self;
        match stage {
            Stage::Unknown(waiting) | Stage::Whole(waiting) | Stage::Grid(waiting) => waiting.extend_from_slice(bytes),
            Stage::Document(reader) => reader.push(bytes, on_entry),
            Stage::Items(reader) => {
                if let Err(problem) = reader.push(bytes, at_end, settings, collector, on_entry) {
                    *failed = Some(problem);
                }
            }
            Stage::Lines(reader) => reader.push(bytes, at_end, settings, collector, on_entry),
            Stage::Csv(reader) => reader.push(bytes, at_end, settings, collector, on_entry),
        }
    }

    /// Decides by the first bytes what the file is.
    fn settle(&mut self, mut waiting: Vec<u8>, at_end: bool) -> Settled {
        const ENOUGH: usize = 1 << 12;
        const MUCH_SPACE: usize = 1 << 16;
        let is_blank = waiting.iter().all(u8::is_ascii_whitespace);
        if is_blank {
            if waiting.len() > MUCH_SPACE {
                waiting.clear();
            }
            return Settled::Waits(waiting);
        }
        if waiting.len() < ENOUGH && !at_end {
            return Settled::Waits(waiting);
        }
        if is_binary(&waiting) {
            return Settled::As(Box::new(Stage::Whole(Vec::new())), waiting);
        }
        let found = text_encoding(&waiting);
        waiting.drain(..found.mark);
        let encoding = found.encoding;
        if matches!(encoding, Charset::Utf16Le | Charset::Utf16Be) {
            let mut decoder = Decoder { charset: encoding, waiting: Vec::new() };
            let text = decoder.decode(&waiting, at_end).into_bytes();
            return match self.text_format(&text, at_end) {
                Some(format) => {
                    self.decoder = Some(decoder);
                    Settled::As(Box::new(self.stage_of(format, Charset::Utf8)), text)
                }
                None => Settled::Waits([&self.mark_of(encoding, found.mark)[..], &waiting[..]].concat()),
            };
        }
        let Some(format) = self.text_format(&waiting, at_end) else { return Settled::Waits(waiting) };
        // our own format is UTF-8, whatever a damaged byte looks like
        let is_json = matches!(format, Found::Items | Found::Lines);
        if encoding == Charset::Gb18030 && is_json {
            let mut decoder = Decoder { charset: encoding, waiting: Vec::new() };
            let text = decoder.decode(&waiting, at_end).into_bytes();
            self.decoder = Some(decoder);
            return Settled::As(Box::new(self.stage_of(format, Charset::Utf8)), text);
        }
        Settled::As(Box::new(self.stage_of(format, encoding)), waiting)
    }

    /// The byte order mark that was taken off, to be looked at again when more bytes have come.
    fn mark_of(&self, encoding: Charset, mark: usize) -> Vec<u8> {
        match encoding {
            Charset::Utf16Le if mark > 0 => vec![0xFF, 0xFE],
            Charset::Utf16Be if mark > 0 => vec![0xFE, 0xFF],
            _ => Vec::new(),
        }
    }

    fn text_format(&self, text: &[u8], at_end: bool) -> Option<Found> {
        let found = find_text_format(text, at_end, &self.settings.index);
        match self.format {
            Some(Format::Ndjson) => Some(Found::Lines),
            Some(Format::Csv) => match found {
                Some(Found::Csv { delimiter }) => Some(Found::Csv { delimiter }),
                _ => Some(Found::Csv { delimiter: b',' }),
            },
            Some(Format::Json) => {
                found.map(|found| if matches!(found, Found::Csv { .. } | Found::Lines) { Found::Items } else { found })
            }
            Some(Format::Xlsx) | None => found,
        }
    }

    fn stage_of(&self, found: Found, encoding: Charset) -> Stage {
        match found {
            Found::Document => Stage::Document(Box::new(DocumentReader::new(self.size_hint))),
            Found::Grid => Stage::Grid(Vec::new()),
            Found::Items => Stage::Items(ItemsReader::new()),
            Found::Lines => Stage::Lines(LinesReader::new(&self.settings)),
            Found::Csv { delimiter } => Stage::Csv(Box::new(CsvReader::new(delimiter, encoding))),
            Found::Binary => Stage::Whole(Vec::new()),
        }
    }
}

enum Settled {
    /// More bytes are needed.
    Waits(Vec<u8>),
    /// The stage, and the bytes it begins with.
    As(Box<Stage>, Vec<u8>),
}
