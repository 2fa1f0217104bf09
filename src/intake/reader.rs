//! Takes a file's bytes as they arrive and makes a ledger of them.

use serde_json::value::RawValue;

use super::duplicates::Duplicates;
use super::json::{Extent, broken_extent, is_syntax, read_at, skip_space, value_extent};
use super::node::Node;
use super::problem::{Place, Problem, ProblemCode};
use super::repair::read_tolerantly;
use crate::calendar::Date;
use crate::ledger::{Entry, FormatName, LEDGER_FORMAT, Ledger, LedgerHead, OutcomeScheme, Records};

/// What became of a file.
#[derive(Debug)]
pub struct Intake {
    /// The head and the entries.
    pub ledger: Ledger,
    /// What could not be read, or contradicts itself, in the file's order.
    pub problems: Vec<Problem>,
    /// Records of which no entry could be made. `ledger.len() + aside.len()` is the number of records in the file.
    pub aside: Vec<Aside>,
}

/// A record of which no entry could be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Where it stood, and why.
    pub problem: Problem,
    /// Its bytes as they stood.
    pub bytes: Vec<u8>,
}

/// Reads a `jianyi/ledger/1` document piece by piece.
#[derive(Debug)]
pub struct Reader {
    records: Records,
    head: LedgerHead,
    problems: Vec<Problem>,
    aside: Vec<Aside>,
    duplicates: Duplicates,
    stage: Stage,
    /// Up to here everything is read.
    at: usize,
    /// Bytes of leading white space that were not kept.
    dropped: usize,
    /// Bytes that arrived.
    arrived: usize,
    /// Items of `entries` seen.
    items: usize,
    seen: Seen,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Before the first byte that counts.
    Start,
    /// Before a field of the document, or its end.
    Field,
    /// Before an item of `entries`, or its end.
    Item,
    /// After the document.
    End,
    /// Nothing more can be read.
    Stuck,
}

#[derive(Debug, Default)]
struct Seen {
    format: bool,
    entries: bool,
}

/// What a step of reading came to.
enum Progress {
    Made,
    NeedsMore,
}

impl Reader {
    /// A reader of a file of about `size_hint` bytes.
    pub fn new(size_hint: usize) -> Self {
        Self {
            records: Records::with_capacity(size_hint),
            head: LedgerHead::default(),
            problems: Vec::new(),
            aside: Vec::new(),
            duplicates: Duplicates::default(),
            stage: Stage::Start,
            at: 0,
            dropped: 0,
            arrived: 0,
            items: 0,
            seen: Seen::default(),
        }
    }

    /// How many bytes arrived.
    pub fn bytes(&self) -> usize {
        self.arrived
    }

    /// How many entries were read so far.
    pub fn entries(&self) -> usize {
        self.records.len()
    }

    /// Takes the next bytes of the file and hands every entry that is complete to `on_entry`, in the file's order.
    pub fn push(&mut self, bytes: &[u8], on_entry: &mut impl FnMut(&Entry<'_>)) {
        self.arrived += bytes.len();
        self.records.original_mut().extend_from_slice(bytes);
        self.advance(false, on_entry);
        self.drop_leading_space();
    }

    /// Reads what is left and says what became of the file.
    ///
    /// # Errors
    /// The problem, where nothing could be read: an empty file, no JSON, no ledger.
    pub fn finish(mut self, on_entry: &mut impl FnMut(&Entry<'_>)) -> Result<Intake, Problem> {
        self.advance(true, on_entry);
        if let Some(problem) = self.nothing_read() {
            return Err(problem);
        }
        if self.stage != Stage::End && !self.problems.iter().any(|problem| problem.code == ProblemCode::CutOff) {
            let place = self.place_at(self.records.original().len());
            self.problems.push(Problem::new(ProblemCode::CutOff, place));
        }
        if self.records.is_empty() && self.aside.is_empty() {
            self.problems.push(Problem::new(ProblemCode::NoEntries, Place::default()));
        }
        let Self { records, head, mut problems, aside, duplicates, .. } = self;
        let ledger = Ledger::new(head, records);
        problems.extend(duplicates.problems(&ledger));
        Ok(Intake { ledger, problems, aside })
    }

    fn advance(&mut self, at_end: bool, on_entry: &mut impl FnMut(&Entry<'_>)) {
        loop {
            self.at = skip_space(self.records.original(), self.at);
            if self.at >= self.records.original().len() {
                return;
            }
            let progress = match self.stage {
                Stage::Start => self.read_start(at_end),
                Stage::Field => self.read_field(at_end),
                Stage::Item => self.read_item(at_end, on_entry),
                Stage::End => self.read_trailing(),
                Stage::Stuck => return,
            };
            if matches!(progress, Progress::NeedsMore) {
                return;
            }
        }
    }

    fn read_start(&mut self, at_end: bool) -> Progress {
        const MARK: &[u8] = b"\xEF\xBB\xBF";
        let rest = &self.records.original()[self.at..];
        if rest.starts_with(MARK) {
            self.at += MARK.len();
            return Progress::Made;
        }
        if MARK.starts_with(rest) && !at_end {
            return Progress::NeedsMore;
        }
        if rest[0] == b'{' {
            self.at += 1;
            self.stage = Stage::Field;
        } else {
            self.stage = Stage::Stuck;
        }
        Progress::Made
    }

    fn read_field(&mut self, at_end: bool) -> Progress {
        let bytes = self.records.original();
        match bytes[self.at] {
            b',' => {
                self.at += 1;
                return Progress::Made;
            }
            b'}' => {
                self.at += 1;
                self.stage = Stage::End;
                return Progress::Made;
            }
            b'"' => {}
            _ => {
                self.stage = Stage::Stuck;
                return Progress::Made;
            }
        }
        let (name, name_end) = read_at::<String>(bytes, self.at);
        let Ok(name) = name else {
            return self.wait_or_stop(at_end, matches!(value_extent(bytes, self.at), Extent::Unfinished));
        };
        let colon = skip_space(bytes, name_end);
        let value = skip_space(bytes, (colon + 1).min(bytes.len()));
        match (bytes.get(colon), bytes.get(value)) {
            (None, _) | (Some(b':'), None) => return self.wait_or_stop(at_end, true),
            (Some(b':'), Some(b'[')) if name == "entries" && !self.seen.entries => {
                self.seen.entries = true;
                self.at = value + 1;
                self.stage = Stage::Item;
                return Progress::Made;
            }
            (Some(b':'), Some(_)) => {}
            _ => return self.wait_or_stop(at_end, false),
        }
        match value_extent(bytes, value) {
            // a number at the end of what has arrived may go on
            Extent::Whole(end) if end == bytes.len() && !at_end => Progress::NeedsMore,
            Extent::Whole(end) => {
                let node = read_at::<Node>(bytes, value).0.unwrap_or(Node::Null);
                self.at = end;
                self.take_head_field(&name, node);
                Progress::Made
            }
            Extent::Unfinished => self.wait_or_stop(at_end, true),
            Extent::Broken => self.wait_or_stop(at_end, false),
        }
    }

    fn wait_or_stop(&mut self, at_end: bool, unfinished: bool) -> Progress {
        if at_end || !unfinished {
            self.stage = Stage::Stuck;
        }
        Progress::NeedsMore
    }

    fn take_head_field(&mut self, name: &str, mut node: Node) {
        let pointer = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
        let mut problems = Vec::new();
        let mut text = |node: &mut Node| {
            let (value, found) = read_tolerantly::<Option<String>>(node, &pointer);
            problems.extend(found);
            value.flatten()
        };
        match name {
            "format" => {
                self.seen.format = true;
                let (format, found) = read_tolerantly::<FormatName>(&mut node, &pointer);
                if format.is_none() {
                    problems.extend(found.into_iter().map(|problem| Problem { code: ProblemCode::OtherVersion, ..problem }));
                }
            }
            "title" => self.head.title = text(&mut node),
            "office" => self.head.office = text(&mut node),
            "profile" => self.head.profile = text(&mut node),
            "asOf" => {
                let (value, found) = read_tolerantly::<Option<Date>>(&mut node, &pointer);
                self.head.as_of = value.flatten();
                problems.extend(found);
            }
            "fictional" => {
                let (value, found) = read_tolerantly::<Option<bool>>(&mut node, &pointer);
                self.head.fictional = value.flatten().unwrap_or(false);
                problems.extend(found);
            }
            "sources" => {
                let (value, found) = read_tolerantly::<Vec<String>>(&mut node, &pointer);
                self.head.sources = value.unwrap_or_default();
                problems.extend(found);
            }
            "notes" => {
                let (value, found) = read_tolerantly::<Vec<String>>(&mut node, &pointer);
                self.head.notes = value.unwrap_or_default();
                problems.extend(found);
            }
            "schemes" => {
                let (value, found) = read_tolerantly::<Vec<OutcomeScheme>>(&mut node, &pointer);
                self.head.schemes = value.unwrap_or_default();
                problems.extend(found);
            }
            "entries" => {
                let code = if self.seen.entries { ProblemCode::DuplicateField } else { ProblemCode::WrongType };
                let place = Place { pointer: Some(pointer), ..Place::default() };
                self.problems.push(Problem::new(code, place).with_value(&node.quoted()).expecting("a list"));
            }
            _ => {
                let known = "format、title、office、profile、asOf、fictional、sources、notes、schemes、entries";
                let place = Place { pointer: Some(pointer), ..Place::default() };
                self.problems.push(Problem::new(ProblemCode::UnknownField, place).with_value(name).expecting(known));
            }
        }
        self.problems.extend(problems);
    }

    fn read_item(&mut self, at_end: bool, on_entry: &mut impl FnMut(&Entry<'_>)) -> Progress {
        let bytes = self.records.original();
        match bytes[self.at] {
            b',' => {
                self.at += 1;
                return Progress::Made;
            }
            b']' => {
                self.at += 1;
                self.stage = Stage::Field;
                return Progress::Made;
            }
            _ => {}
        }
        let start = self.at;
        let (entry, end) = read_at::<Entry<'_>>(bytes, start);
        let error = match entry {
            Ok(entry) => {
                on_entry(&entry);
                self.duplicates.note(&entry);
                self.items += 1;
                self.at = end;
                self.records.keep(start, end);
                return Progress::Made;
            }
            Err(error) => error,
        };
        if error.is_eof() && !at_end {
            return Progress::NeedsMore;
        }
        match value_extent(bytes, start) {
            Extent::Whole(end) if end == bytes.len() && !at_end => return Progress::NeedsMore,
            Extent::Whole(end) => self.read_faulty_item(start, end, on_entry),
            Extent::Unfinished if !at_end => return Progress::NeedsMore,
            Extent::Unfinished => {
                let place = self.place_of_item(start);
                self.problems.push(Problem::new(ProblemCode::CutOff, self.place_at(bytes.len())));
                self.set_aside(start, self.records.original().len(), Problem::new(ProblemCode::CutOff, place));
                self.stage = Stage::Stuck;
            }
            Extent::Broken => {
                let end = broken_extent(bytes, start);
                if end == bytes.len() && !at_end {
                    return Progress::NeedsMore;
                }
                let problem = self.syntax_problem(start, end, &error);
                self.set_aside(start, end, problem);
            }
        }
        Progress::Made
    }

    /// Reads a record that is JSON but not wholly an entry.
    fn read_faulty_item(&mut self, start: usize, end: usize, on_entry: &mut impl FnMut(&Entry<'_>)) {
        let bytes = &self.records.original()[start..end];
        let raw: Result<&RawValue, _> = serde_json::from_slice(bytes);
        let node = raw.and_then(|raw| serde_json::from_str::<Node>(raw.get()));
        let mut node = match node {
            Ok(node @ Node::Object(_)) => node,
            Ok(other) => {
                let problem = Problem::new(ProblemCode::NotAnObject, self.place_of_item(start)).with_value(&other.quoted());
                return self.set_aside(start, end, problem);
            }
            Err(error) => {
                let problem = self.syntax_problem(start, end, &error);
                return self.set_aside(start, end, problem);
            }
        };
        let (line, column) = line_and_column(self.records.original(), start);
        let (entry, problems) = read_tolerantly::<Entry<'static>>(&mut node, &format!("/entries/{}", self.items));
        let placed = |problem: Problem, entry: Option<usize>| Problem {
            place: Place { line: Some(line), column: Some(column), byte: Some(self.dropped + start), entry, ..problem.place },
            ..problem
        };
        match entry {
            Some(entry) => {
                let index = self.records.len();
                let problems: Vec<Problem> = problems.into_iter().map(|problem| placed(problem, Some(index))).collect();
                on_entry(&entry);
                self.duplicates.note(&entry);
                self.records.keep_rewritten(&entry);
                self.problems.extend(problems);
                self.items += 1;
                self.at = end;
            }
            None => {
                let mut problems: Vec<Problem> = problems.into_iter().map(|problem| placed(problem, None)).collect();
                let last = problems.pop();
                self.problems.extend(problems);
                let problem = last.unwrap_or_else(|| Problem::new(ProblemCode::TooManyProblems, self.place_of_item(start)));
                self.set_aside(start, end, problem);
            }
        }
    }

    fn set_aside(&mut self, start: usize, end: usize, problem: Problem) {
        let bytes = self.records.original()[start..end].to_vec();
        self.problems.push(problem.clone());
        self.aside.push(Aside { problem, bytes });
        self.items += 1;
        self.at = end;
    }

    fn syntax_problem(&self, start: usize, end: usize, error: &serde_json::Error) -> Problem {
        let bytes = &self.records.original()[start..end];
        let place = self.place_of_item(start);
        if let Err(fault) = std::str::from_utf8(bytes) {
            let byte = start + fault.valid_up_to();
            return Problem::new(ProblemCode::NotUtf8, Place { byte: Some(self.dropped + byte), ..place });
        }
        if error.to_string().contains("recursion limit") {
            return Problem::new(ProblemCode::TooDeep, place);
        }
        let at = offset_of(bytes, error.line(), error.column());
        let (line, column) = line_and_column(self.records.original(), start + at);
        let place = Place { line: Some(line), column: Some(column), byte: Some(self.dropped + start + at), ..place };
        let near = String::from_utf8_lossy(&bytes[at.saturating_sub(12).min(at)..bytes.len().min(at + 24)]).into_owned();
        let near = near.trim_matches(|letter: char| letter == '\u{FFFD}' || letter.is_whitespace()).to_owned();
        Problem::new(if is_syntax(error) { ProblemCode::BadSyntax } else { ProblemCode::TooDeep }, place).with_value(&near)
    }

    fn read_trailing(&mut self) -> Progress {
        let rest = String::from_utf8_lossy(&self.records.original()[self.at..]).into_owned();
        let place = self.place_at(self.at);
        if !self.problems.iter().any(|problem| problem.code == ProblemCode::TrailingText) {
            self.problems.push(Problem::new(ProblemCode::TrailingText, place).with_value(&rest));
        }
        self.at = self.records.original().len();
        Progress::NeedsMore
    }

    /// Why nothing could be read, where that is so.
    fn nothing_read(&self) -> Option<Problem> {
        let bytes = self.records.original();
        let blank = skip_space(bytes, 0) == bytes.len();
        if self.arrived == 0 {
            return Some(Problem::new(ProblemCode::EmptyFile, Place::default()));
        }
        if blank {
            return Some(Problem::new(ProblemCode::BlankFile, Place::default()));
        }
        if let Some(problem) = self.problems.iter().find(|problem| problem.code == ProblemCode::OtherVersion) {
            return Some(problem.clone());
        }
        let something_read = self.seen.entries && (self.seen.format || !self.records.is_empty());
        if something_read {
            return None;
        }
        let start = skip_space(bytes, 0);
        let document = serde_json::from_slice::<Node>(
            bytes.get(start..).unwrap_or_default().strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes[start..]),
        );
        Some(match document {
            Err(error) => {
                let at = start + offset_of(&bytes[start..], error.line(), error.column());
                let near: String =
                    String::from_utf8_lossy(&bytes[at.min(bytes.len())..bytes.len().min(at + 60)]).chars().take(20).collect();
                let code = if error.is_eof() { ProblemCode::CutOff } else { ProblemCode::NotJson };
                Problem::new(code, self.place_at(at)).with_value(near.trim_end_matches('\u{FFFD}'))
            }
            Ok(Node::Object(fields)) => {
                let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).take(8).collect();
                let missing = if self.seen.format { "entries" } else { "format" };
                Problem::new(ProblemCode::OtherShape, self.place_at(start))
                    .with_value(&names.join("、"))
                    .expecting(format!("{missing} – {LEDGER_FORMAT}"))
            }
            Ok(other) => {
                Problem::new(ProblemCode::OtherShape, self.place_at(start)).with_value(&other.quoted()).expecting(LEDGER_FORMAT)
            }
        })
    }

    fn place_of_item(&self, start: usize) -> Place {
        Place { pointer: Some(format!("/entries/{}", self.items)), ..self.place_at(start) }
    }

    fn place_at(&self, at: usize) -> Place {
        let (line, column) = line_and_column(self.records.original(), at);
        Place { byte: Some(self.dropped + at), line: Some(line), column: Some(column), ..Place::default() }
    }

    /// White space before the document can be as long as the file; it is not kept.
    fn drop_leading_space(&mut self) {
        const MUCH: usize = 1 << 16;
        if self.stage == Stage::Start && self.at == self.records.original().len() && self.at > MUCH {
            self.dropped += self.at;
            self.records.original_mut().clear();
            self.at = 0;
        }
    }
}

/// The line and character of the byte at `at`, both from 1.
fn line_and_column(bytes: &[u8], at: usize) -> (usize, usize) {
    let before = &bytes[..at.min(bytes.len())];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let characters = before[line_start..].iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    (line, characters + 1)
}

/// The byte that a parser's line and column (both from 1, columns in bytes) name.
fn offset_of(bytes: &[u8], line: usize, column: usize) -> usize {
    let line_start = match line {
        0 | 1 => 0,
        _ => bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(line - 2).map_or(0, |(at, _)| at + 1),
    };
    (line_start + column.saturating_sub(1)).min(bytes.len())
}
