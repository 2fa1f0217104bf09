//! Reads our own format, `jianyi/ledger/1`, as its bytes arrive.

use serde_json::value::RawValue;

use super::IS_CORE;
use super::charset::{Charset, valid_text};
use super::collect::{Aside, Intake, Tally, beginning};
use super::duplicates::Duplicates;
use super::head::take_head_field;
use super::json::{Extent, broken_extent, read_at, skip_space, value_extent};
use super::node::Node;
use super::own_entry::read_own_entry;
use super::place::{line_and_column, offset_of, syntax_problem};
use super::problem::{Place, Problem, ProblemCode};
use super::repair::read_tolerantly;
use crate::ledger::{Entry, LEDGER_FORMAT, Ledger, LedgerHead, Records};

/// Reads a `jianyi/ledger/1` document piece by piece.
#[derive(Debug)]
pub(super) struct DocumentReader {
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

impl DocumentReader {
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

    /// How many entries were read so far.
    pub fn entries(&self) -> usize {
        self.records.len()
    }

    /// Takes the next bytes of the file and hands every entry that is complete to `on_entry`, in the file's order.
    pub fn push(&mut self, bytes: &[u8], on_entry: &mut dyn FnMut(&Entry<'_>)) {
        self.arrived += bytes.len();
        self.records.original_mut().extend_from_slice(bytes);
        self.advance(false, on_entry);
        self.drop_leading_space();
    }

    /// Reads what is left and says what became of the file.
    ///
    /// # Errors
    /// The problem, where nothing could be read: an empty file, no JSON, no ledger.
    pub fn finish(mut self, on_entry: &mut dyn FnMut(&Entry<'_>)) -> Result<Intake, Problem> {
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
        let tally = Tally { records: ledger.len() + aside.len(), read: ledger.len(), ..Tally::default() };
        Ok(Intake { ledger, problems, aside, skipped: Vec::new(), tally, mapping: None })
    }

    fn advance(&mut self, at_end: bool, on_entry: &mut dyn FnMut(&Entry<'_>)) {
        loop {
            self.at = skip_space(self.records.original(), self.at);
            if self.at >= self.records.original().len() {
                return;
            }
            let progress = match self.stage {
                Stage::Start => self.read_start(at_end),
                Stage::Field => self.read_field(at_end),
                Stage::Item => {
                    self.read_usual_items(on_entry);
                    self.read_item(at_end, on_entry)
                }
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
                let entries_seen = self.seen.entries;
                self.seen.format |= name == "format";
                self.problems.extend(take_head_field(&mut self.head, entries_seen, &name, node));
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

    /// Reads the entries that are written as we write them, up to the first that is not.
    fn read_usual_items(&mut self, on_entry: &mut dyn FnMut(&Entry<'_>)) {
        while !IS_CORE && self.read_usual_items_nearby(on_entry) {}
    }

    /// Reads some of them, and says whether there were any.
    fn read_usual_items_nearby(&mut self, on_entry: &mut dyn FnMut(&Entry<'_>)) -> bool {
        const NEARBY: usize = 1 << 16;
        let base = self.at;
        let bytes = self.records.original();
        let text = valid_text(&bytes[base..bytes.len().min(base + NEARBY)]);
        let mut places = Vec::new();
        let mut at = 0;
        loop {
            let start = skip_space(text.as_bytes(), at);
            match text.as_bytes().get(start) {
                Some(b',') => at = start + 1,
                Some(b'{') => {
                    let Some((entry, end)) = read_own_entry(text, start) else { break };
                    on_entry(&entry);
                    self.duplicates.note(&entry);
                    places.push((base + start, base + end));
                    at = end;
                }
                _ => break,
            }
        }
        self.at = base + at;
        self.items += places.len();
        let found = !places.is_empty();
        places.into_iter().for_each(|(start, end)| self.records.keep(start, end));
        found
    }

    fn read_item(&mut self, at_end: bool, on_entry: &mut dyn FnMut(&Entry<'_>)) -> Progress {
        let bytes = self.records.original();
        self.at = skip_space(bytes, self.at);
        let Some(sign) = bytes.get(self.at) else { return Progress::NeedsMore };
        match sign {
            b',' => {
                self.at += 1;
                return Progress::Made;
            }
            b']' => match bytes.get(skip_space(bytes, self.at + 1)) {
                None if !at_end => return Progress::NeedsMore,
                None | Some(b',' | b'}') => {
                    self.at += 1;
                    self.stage = Stage::Field;
                    return Progress::Made;
                }
                // records go on behind it: it stands for something else
                Some(_) => {
                    let problem = Problem::new(ProblemCode::BadSyntax, self.place_of_item(self.at)).with_value("]");
                    self.set_aside(self.at, self.at + 1, problem);
                    return Progress::Made;
                }
            },
            // a bracket where a comma should stand would take all entries after it with it
            b'[' if bytes[..self.at].trim_ascii_end().ends_with(b"}") => {
                let problem = Problem::new(ProblemCode::BadSyntax, self.place_of_item(self.at)).with_value("[");
                self.set_aside(self.at, self.at + 1, problem);
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
                let end = broken_extent(bytes, start);
                if end < bytes.len() {
                    let problem = syntax_problem(&bytes[start..end], self.place_of_item(start), &error);
                    self.set_aside(start, end, problem);
                    return Progress::Made;
                }
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
                let problem = syntax_problem(&self.records.original()[start..end], self.place_of_item(start), &error);
                self.set_aside(start, end, problem);
            }
        }
        Progress::Made
    }

    /// Reads a record that is JSON but not wholly an entry.
    fn read_faulty_item(&mut self, start: usize, end: usize, on_entry: &mut dyn FnMut(&Entry<'_>)) {
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
                let problem = syntax_problem(&self.records.original()[start..end], self.place_of_item(start), &error);
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
        let text = beginning(&bytes, Charset::Utf8);
        self.aside.push(Aside { problem, bytes, text });
        self.items += 1;
        self.at = end;
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
