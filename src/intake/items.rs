//! Any JSON document that holds a list of records, however deep.

use super::charset::valid_text;
use super::collect::Collector;
use super::flat::{Plain, flat_object};
use super::json::{Extent, broken_extent, read_at, skip_space, value_extent};
use super::kept::KeptRecords;
use super::locate::{Located, locate};
use super::nested::RecordMapper;
use super::node::Node;
use super::place::{line_and_column, offset_of, syntax_problem};
use super::problem::{Place, Problem, ProblemCode};
use super::settings::Settings;
use super::values::{read_date, year_in};
use super::{cell::Cell, problem};
use crate::ledger::{Entry, KeptPlace, LEDGER_FORMAT};

/// So many bytes are looked at before the list of records is settled.
const LOOKAHEAD: usize = 1 << 18;

/// Reads the items of the list.
#[derive(Debug)]
pub(super) struct ItemsReader {
    waiting: Vec<u8>,
    /// Bytes that were read and dropped.
    byte: usize,
    /// Lines before, and letters of the line before, the place up to which both are counted.
    lines: usize,
    letters: usize,
    /// That place, from the beginning of `waiting`.
    counted: usize,
    stage: Stage,
    items: usize,
    pointer: String,
    mapper: Option<RecordMapper>,
}

#[derive(Debug, PartialEq, Eq)]
enum Stage {
    Gathering,
    Items,
    Done,
}

impl ItemsReader {
    pub fn new() -> Self {
        Self {
            waiting: Vec::new(),
            byte: 0,
            lines: 0,
            letters: 0,
            counted: 0,
            stage: Stage::Gathering,
            items: 0,
            pointer: String::new(),
            mapper: None,
        }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// The problem, where the document holds no list of records.
    pub fn push(
        &mut self,
        bytes: &[u8],
        at_end: bool,
        settings: &Settings,
        collector: &mut Collector,
        on_entry: &mut dyn FnMut(&Entry<'_>),
    ) -> Result<(), problem::Problem> {
        self.waiting.extend_from_slice(bytes);
        if self.stage == Stage::Gathering {
            if self.waiting.len() < LOOKAHEAD && !at_end {
                return Ok(());
            }
            let Some(located) = locate(&self.waiting, &settings.index) else {
                return if at_end { Err(no_list(&self.waiting)) } else { Ok(()) };
            };
            self.begin(located, settings, collector);
        }
        let waiting = std::mem::take(&mut self.waiting);
        let block = collector.records.next_block();
        let read = self.read_items(&waiting, at_end, block, settings, collector, on_entry);
        self.waiting = waiting;
        let piece = self.forget(read);
        let is_held = collector.records.hold_on_to(block);
        collector.records.add_block(if is_held { piece } else { Vec::new() });
        if at_end {
            if self.stage != Stage::Done {
                let waiting = std::mem::take(&mut self.waiting);
                let place = self.place_at(&waiting, waiting.len());
                collector.problems.push(Problem::new(ProblemCode::CutOff, place));
            }
            if let Some(mapper) = self.mapper.take() {
                collector.columns.extend_from_slice(&mapper.columns);
                collector.records.read_again_with(Box::new(KeptRecords::new(mapper, settings)));
            }
        }
        Ok(())
    }

    fn begin(&mut self, located: Located, settings: &Settings, collector: &mut Collector) {
        let mut year = settings.name.as_deref().and_then(year_in);
        for (key, value) in &located.head {
            let Some(cell) = Cell::of_node(value) else { continue };
            let words = cell.words().into_owned();
            match settings.index.nested("head", key) {
                Some("title") => drop(collector.head.title.get_or_insert(words.clone())),
                Some("office") => drop(collector.head.office.get_or_insert(words.clone())),
                Some("asOf") => collector.head.as_of = collector.head.as_of.or(read_date(&cell, None).ok()),
                _ => {}
            }
            year = year.or_else(|| year_in(&words).filter(|_| words.contains('年')));
        }
        self.pointer = located.pointer;
        self.mapper = Some(RecordMapper::new(settings, year));
        self.stage = Stage::Items;
        drop(self.forget(located.start));
    }

    /// Takes the first bytes out of those that wait.
    fn forget(&mut self, bytes: usize) -> Vec<u8> {
        let mut waiting = std::mem::take(&mut self.waiting);
        self.count_to(&waiting, bytes.max(self.counted));
        self.counted -= bytes;
        self.byte += bytes;
        self.waiting = waiting[bytes..].to_vec();
        waiting.truncate(bytes);
        waiting
    }

    /// Counts lines and letters on to `end`, so that places cost no second look at the file.
    fn count_to(&mut self, bytes: &[u8], end: usize) {
        let between = &bytes[self.counted..end];
        let letters = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        match between.iter().rposition(|byte| *byte == b'\n') {
            Some(last) => {
                self.lines += between.iter().filter(|byte| **byte == b'\n').count();
                self.letters = letters(&between[last + 1..]);
            }
            None => self.letters += letters(between),
        }
        self.counted = end;
    }

    /// The place of `at`, which lies behind all places that were asked for before.
    fn place_at(&mut self, bytes: &[u8], at: usize) -> Place {
        self.count_to(bytes, at);
        Place { byte: Some(self.byte + at), line: Some(self.lines + 1), column: Some(self.letters + 1), ..Place::default() }
    }

    /// Reads the complete items of `bytes` and says up to where.
    fn read_items(
        &mut self,
        bytes: &[u8],
        at_end: bool,
        block: u32,
        settings: &Settings,
        collector: &mut Collector,
        on_entry: &mut dyn FnMut(&Entry<'_>),
    ) -> usize {
        let text = valid_text(bytes);
        let mut fields = Vec::new();
        let mut at = 0;
        while self.stage == Stage::Items {
            at = skip_space(bytes, at);
            match bytes.get(at) {
                None => break,
                Some(b',') => {
                    at += 1;
                    continue;
                }
                Some(b']') => {
                    self.stage = Stage::Done;
                    return bytes.len();
                }
                Some(_) => {}
            }
            let start = at;
            let kept = |end: usize| KeptPlace { block, start: start as u32, end: end as u32, form: 0 };
            if let Some((entry, problems, end)) = self.read_flat(text, start, &mut fields, settings) {
                self.count(collector);
                collector.tally.read += 1;
                collector.keep(&entry, Some(kept(end)), problems, on_entry);
                at = end;
                continue;
            }
            let pointer = format!("{}/{}", self.pointer, self.items);
            let place = Place { pointer: Some(pointer.clone()), ..self.place_at(bytes, start) };
            let (node, end) = read_at::<Node>(bytes, start);
            match node {
                Ok(_) if end == bytes.len() && !at_end => break,
                Ok(Node::Object(fields)) => {
                    self.count(collector);
                    at = end;
                    let Some(mapper) = &mut self.mapper else { break };
                    let placed = |problem: Problem| Problem {
                        place: Place { pointer: problem.place.pointer, ..place.clone() },
                        ..problem
                    };
                    match mapper.read(fields, &pointer, settings) {
                        Ok((entry, problems)) => {
                            collector.tally.read += 1;
                            collector.keep(&entry, Some(kept(end)), problems.into_iter().map(placed).collect(), on_entry);
                        }
                        Err(problem) => collector.set_aside(placed(problem), &bytes[start..end]),
                    }
                }
                Ok(other) => {
                    self.count(collector);
                    at = end;
                    let problem = Problem::new(ProblemCode::NotAnObject, place).with_value(&other.quoted());
                    collector.set_aside(problem, &bytes[start..end]);
                }
                Err(error) if error.is_eof() && !at_end => break,
                Err(error) => match value_extent(bytes, start) {
                    Extent::Whole(end) if end == bytes.len() && !at_end => break,
                    Extent::Unfinished if !at_end => break,
                    Extent::Whole(end) => {
                        self.count(collector);
                        at = end;
                        collector.set_aside(syntax_problem(&bytes[start..end], place, &error), &bytes[start..end]);
                    }
                    Extent::Unfinished => {
                        self.count(collector);
                        at = bytes.len();
                        collector.set_aside(Problem::new(ProblemCode::CutOff, place), &bytes[start..]);
                    }
                    Extent::Broken => {
                        let end = broken_extent(bytes, start);
                        if end == bytes.len() && !at_end {
                            break;
                        }
                        self.count(collector);
                        at = end;
                        collector.set_aside(syntax_problem(&bytes[start..end], place, &error), &bytes[start..end]);
                    }
                },
            }
        }
        if self.stage == Stage::Done { bytes.len() } else { at }
    }

    /// The entry of the item at `start` where it has plain fields only, the problems of its values, and where it ends.
    fn read_flat<'t>(
        &mut self,
        text: &'t str,
        start: usize,
        fields: &mut Vec<(&'t str, Plain<'t>)>,
        settings: &Settings,
    ) -> Option<(Entry<'t>, Vec<Problem>, usize)> {
        let end = flat_object(text, start, fields)?;
        let mapper = self.mapper.as_mut()?;
        let pointer = || format!("{}/{}", self.pointer, self.items);
        let (entry, mut problems) = mapper.read_flat(fields, pointer, settings)?;
        if !problems.is_empty() {
            let place = self.place_at(text.as_bytes(), start);
            problems.iter_mut().for_each(|problem| {
                problem.place = Place { pointer: problem.place.pointer.take(), ..place.clone() };
            });
        }
        Some((entry, problems, end))
    }

    fn count(&mut self, collector: &mut Collector) {
        self.items += 1;
        collector.tally.records += 1;
    }
}

/// Why a document holds no list of records.
fn no_list(bytes: &[u8]) -> Problem {
    let start = skip_space(bytes, 0);
    let place_at = |at: usize| {
        let (line, column) = line_and_column(bytes, at);
        Place { byte: Some(at), line: Some(line), column: Some(column), ..Place::default() }
    };
    match serde_json::from_slice::<Node>(&bytes[start..]) {
        Err(error) => {
            let at = start + offset_of(&bytes[start..], error.line(), error.column());
            let near: String =
                String::from_utf8_lossy(&bytes[at.min(bytes.len())..bytes.len().min(at + 60)]).chars().take(20).collect();
            let code = if error.is_eof() { ProblemCode::CutOff } else { ProblemCode::NotJson };
            Problem::new(code, place_at(at)).with_value(near.trim_end_matches('\u{FFFD}'))
        }
        Ok(Node::Object(fields)) => {
            let names: Vec<&str> = fields.iter().map(|(name, _)| name.as_str()).take(8).collect();
            Problem::new(ProblemCode::OtherShape, place_at(start))
                .with_value(&names.join("、"))
                .expecting(format!("format – {LEDGER_FORMAT}"))
        }
        Ok(other) => Problem::new(ProblemCode::OtherShape, place_at(start)).with_value(&other.quoted()).expecting(LEDGER_FORMAT),
    }
}
