//! NDJSON: one record per line, our own entries or any others.

use super::charset::valid_text;
use super::collect::Collector;
use super::json::skip_space;
use super::kept::{KeptRecords, OWN_ENTRY};
use super::nested::RecordMapper;
use super::node::Node;
use super::own_entry::read_own_entry;
use super::place::syntax_problem;
use super::problem::{Place, Problem, ProblemCode};
use super::settings::Settings;
use crate::ledger::{Entry, KeptPlace};

/// Reads records line by line.
#[derive(Debug)]
pub(super) struct LinesReader {
    waiting: Vec<u8>,
    line: usize,
    byte: usize,
    mapper: RecordMapper,
    /// Whether the lines are entries as we write them, so far.
    own: bool,
}

impl LinesReader {
    pub fn new(settings: &Settings) -> Self {
        Self { waiting: Vec::new(), line: 0, byte: 0, mapper: RecordMapper::new(settings, None), own: true }
    }

    /// Takes the next bytes.
    pub fn push(
        &mut self,
        bytes: &[u8],
        at_end: bool,
        settings: &Settings,
        collector: &mut Collector,
        on_entry: &mut dyn FnMut(&Entry<'_>),
    ) {
        let mut waiting = std::mem::take(&mut self.waiting);
        let searched = waiting.len();
        waiting.extend_from_slice(bytes);
        let block = collector.records.next_block();
        let mut at = 0;
        let mut search_from = searched;
        while let Some(end) = waiting[search_from..].iter().position(|byte| *byte == b'\n').map(|found| search_from + found) {
            self.read_line(&waiting[at..end], (block, at), settings, collector, on_entry);
            at = end + 1;
            search_from = at;
        }
        if at_end && at < waiting.len() {
            self.read_line(&waiting[at..], (block, at), settings, collector, on_entry);
            at = waiting.len();
        }
        self.waiting = waiting[at..].to_vec();
        waiting.truncate(at);
        let is_held = collector.records.hold_on_to(block);
        collector.records.add_block(if is_held { waiting } else { Vec::new() });
        if at_end {
            collector.columns.extend_from_slice(&self.mapper.columns);
            let mapper = std::mem::replace(&mut self.mapper, RecordMapper::new(settings, None));
            collector.records.read_again_with(Box::new(KeptRecords::new(mapper, settings)));
        }
    }

    /// Reads the line that begins at this place of this block.
    fn read_line(
        &mut self,
        line: &[u8],
        (block, at): (u32, usize),
        settings: &Settings,
        collector: &mut Collector,
        on_entry: &mut dyn FnMut(&Entry<'_>),
    ) {
        self.line += 1;
        let start = self.byte;
        self.byte += line.len() + 1;
        let record = line.strip_suffix(b"\r").unwrap_or(line);
        if record.iter().all(u8::is_ascii_whitespace) {
            return;
        }
        collector.tally.records += 1;
        let place = Place {
            line: Some(self.line),
            row: Some(collector.tally.records),
            column: Some(1),
            byte: Some(start),
            ..Place::default()
        };
        let kept = |form| KeptPlace { block, start: at as u32, end: (at + record.len()) as u32, form };
        if self.own {
            if let Some(entry) = own_entry(record) {
                collector.tally.read += 1;
                return collector.keep(&entry, Some(kept(OWN_ENTRY)), Vec::new(), on_entry);
            }
            self.own = collector.entries() > 0;
        }
        let placed = |problem: Problem| Problem {
            place: Place { pointer: problem.place.pointer.filter(|pointer| !pointer.is_empty()), ..place.clone() },
            ..problem
        };
        let flat = self.mapper.read_flat_line(record, settings);
        if let Some((entry, problems)) = flat {
            collector.tally.read += 1;
            return collector.keep(&entry, Some(kept(0)), problems.into_iter().map(placed).collect(), on_entry);
        }
        match serde_json::from_slice::<Node>(record) {
            Ok(Node::Object(fields)) => match self.mapper.read(fields, "", settings) {
                Ok((entry, problems)) => {
                    collector.tally.read += 1;
                    collector.keep(&entry, Some(kept(0)), problems.into_iter().map(placed).collect(), on_entry);
                }
                Err(problem) => collector.set_aside(placed(problem), record),
            },
            Ok(other) => {
                let problem = Problem::new(ProblemCode::NotAnObject, place).with_value(&other.quoted());
                collector.set_aside(problem, record);
            }
            Err(error) => collector.set_aside(syntax_problem(record, place, &error), record),
        }
    }
}

/// The entry of a line that we wrote.
fn own_entry(record: &[u8]) -> Option<Entry<'_>> {
    let usual = read_own_entry(valid_text(record), 0);
    let whole = usual.filter(|(_, end)| skip_space(record, *end) == record.len());
    whole.map(|(entry, _)| entry).or_else(|| serde_json::from_slice(record).ok())
}
