//! JSON records of any shape to entries: plain fields as a table's cells, nested objects by their own words.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::assemble::begin_entry;
use super::cell::Cell;
use super::charset::valid_text;
use super::convert::{Kind, convert, kind_of};
use super::facts::{Facts, ReadingContext, expected_words};
use super::flat::{Plain, flat_object};
use super::json::skip_space;
use super::mapping::{Field, MappedColumn};
use super::memo::Memo;
use super::node::Node;
use super::problem::{Place, Problem, ProblemCode};
use super::repair::read_tolerantly;
use super::settings::Settings;
use super::value::{Value, read_value};
use super::values::title_kind;
use crate::ledger::{
    Assignment, Commitment, Consultation, Disclosure, Entry, Extension, Feedback, KeyItem, Reply, Round, Session, SubmissionKind,
    Submitter, Withdrawal,
};

/// Reads the records of one file, and remembers what it took their keys for.
#[derive(Debug)]
pub(super) struct RecordMapper {
    context: ReadingContext,
    /// What each key path was taken for, in the order of their first coming.
    known: BTreeMap<String, usize>,
    /// The nested part that each top-level key names.
    containers: BTreeMap<String, Option<&'static str>>,
    pub columns: Vec<MappedColumn>,
    /// The keys of plain values, in the order in which records have them.
    keys: Vec<PlainKey>,
}

/// A key whose values are plain.
#[derive(Debug)]
struct PlainKey {
    key: Box<str>,
    field: Option<Field>,
    /// Whether the key names the rounds of handling, of which a plain value cannot tell.
    tells_handling: bool,
    /// What its texts say.
    said: Memo<Value>,
}

/// One record, on its way to an entry.
struct Record<'m, 's> {
    mapper: &'m mut RecordMapper,
    settings: &'s Settings,
    facts: Facts<'static>,
    taken: Vec<Field>,
    problems: Vec<Problem>,
    pointer: &'s str,
    rounds: Option<Vec<Round<'static>>>,
    loose: Round<'static>,
    parts: Parts,
}

/// Nested parts that stand beside the rounds.
#[derive(Default)]
struct Parts {
    lead: Option<Submitter<'static>>,
    others: Vec<Submitter<'static>>,
    commitments: Vec<Commitment<'static>>,
    disclosure: Option<Disclosure<'static>>,
    key: Option<KeyItem<'static>>,
    withdrawn: Option<Withdrawal<'static>>,
}

impl RecordMapper {
    pub fn new(settings: &Settings, year: Option<i32>) -> Self {
        let context = ReadingContext { year, scheme: settings.scheme.clone() };
        Self { context, known: BTreeMap::new(), containers: BTreeMap::new(), columns: Vec::new(), keys: Vec::new() }
    }

    /// The entry of a record and the problems of its values.
    ///
    /// # Errors
    /// The problem, where no entry can be made of it.
    pub fn read(
        &mut self,
        fields: Vec<(String, Node)>,
        pointer: &str,
        settings: &Settings,
    ) -> Result<(Entry<'static>, Vec<Problem>), Problem> {
        let mut record = Record {
            mapper: self,
            settings,
            facts: Facts::default(),
            taken: Vec::new(),
            problems: Vec::new(),
            pointer,
            rounds: None,
            loose: Round::default(),
            parts: Parts::default(),
        };
        for (key, value) in fields {
            record.take(&key, value)?;
        }
        record.finish()
    }

    /// The entry of a record of plain fields and the problems of its values, the same as [`Self::read`] finds; `None` where
    /// no entry can be made of it.
    pub fn read_flat<'t>(
        &mut self,
        fields: &[(&'t str, Plain<'t>)],
        pointer: impl Fn() -> String,
        settings: &Settings,
    ) -> Option<(Entry<'t>, Vec<Problem>)> {
        let mut facts = Facts::default();
        let mut problems = Vec::new();
        let mut taken: u128 = 0;
        for (place, (key, value)) in fields.iter().enumerate() {
            let cell = match value {
                Plain::Null => continue,
                Plain::Bool(value) => Cell::Bool(*value),
                Plain::Number(value) => Cell::Number(*value),
                Plain::Text(text) => Cell::of_text(*text),
            };
            let key_place = self.plain_key(place, key, &cell, settings);
            let Self { keys, columns, known, context, .. } = self;
            let plain_key = &mut keys[key_place];
            if plain_key.tells_handling && !cell.is_blank() {
                return None;
            }
            let mut note = |cell: &Cell<'_>| {
                if let Some(column) = known.get(*key).and_then(|place| columns.get_mut(*place)) {
                    add_example(column, cell);
                }
            };
            let is_taken = |field: Field| !field.takes_several() && taken >> field.index() & 1 == 1;
            let Some(field) = plain_key.field.filter(|field| !is_taken(*field)) else {
                if !cell.is_blank() {
                    note(&cell);
                    facts.extra.push(((*key).into(), cell.as_words()));
                }
                continue;
            };
            if cell.is_blank() {
                continue;
            }
            taken |= 1 << field.index();
            let put = match &cell {
                Cell::Text(text) => {
                    let value = plain_key.said.get(text, || {
                        note(&cell);
                        read_value(field, &cell, context)
                    });
                    facts.put(field, value, cell.as_words())
                }
                _ => {
                    note(&cell);
                    facts.put(field, &read_value(field, &cell, context), cell.as_words())
                }
            };
            if let Err(code) = put {
                let pointer = format!("{}/{}", pointer(), key.replace('~', "~0").replace('/', "~1"));
                let problem = Problem::new(code, Place { pointer: Some(pointer), ..Place::default() });
                problems.push(problem.with_value(&cell.words()).expecting(expected_words(field)));
                facts.extra.push(((*key).into(), cell.as_words()));
            }
        }
        let is_known = facts.id.is_some() || facts.number.is_some() || facts.title.is_some();
        let kind = facts.kind.or_else(|| facts.title.as_deref().and_then(title_kind)).unwrap_or(SubmissionKind::Suggestion);
        is_known.then(|| (begin_entry(facts, kind), problems))
    }

    /// The same of a record that stands alone.
    pub fn read_flat_line<'t>(&mut self, record: &'t [u8], settings: &Settings) -> Option<(Entry<'t>, Vec<Problem>)> {
        let text = valid_text(record);
        let mut fields = Vec::with_capacity(self.keys.len());
        let end = flat_object(text, skip_space(record, 0), &mut fields)?;
        let is_alone = text.len() == record.len() && skip_space(record, end) == record.len();
        if is_alone { self.read_flat(&fields, String::new, settings) } else { None }
    }

    /// The place of a key among those of plain values; `likely` is where the records before had it.
    fn plain_key(&mut self, likely: usize, key: &str, cell: &Cell<'_>, settings: &Settings) -> usize {
        let is_there = |known: &PlainKey| *known.key == *key;
        if self.keys.get(likely).is_some_and(is_there) {
            return likely;
        }
        if let Some(place) = self.keys.iter().position(is_there) {
            return place;
        }
        let field = self.field_of(key, cell, settings);
        let tells_handling = self.container(key, settings) == Some("rounds");
        self.keys.push(PlainKey { key: key.into(), field, tells_handling, said: Memo::default() });
        self.keys.len() - 1
    }

    /// The nested part that a top-level key names.
    fn container(&mut self, key: &str, settings: &Settings) -> Option<&'static str> {
        if let Some(known) = self.containers.get(key) {
            return *known;
        }
        let container = settings.index.nested("entry", key);
        self.containers.insert(key.to_owned(), container);
        container
    }

    /// The field of a top-level key whose value is `cell`; `None` where it stays text.
    fn field_of(&mut self, key: &str, cell: &Cell<'_>, settings: &Settings) -> Option<Field> {
        if let Some(place) = self.known.get(key) {
            let column = &mut self.columns[*place];
            add_example(column, cell);
            let settled = column.field.as_deref().and_then(Field::from_word);
            if settled.is_some() || column.confidence > 0 || cell.is_blank() {
                return settled;
            }
        }
        let said = settings.mapping.as_ref().and_then(|users| users.field_of(key, None));
        let (field, confidence) = match said {
            Some(field) => (field, 100),
            None => guess(key, cell, settings),
        };
        let place = *self.known.entry(key.to_owned()).or_insert_with(|| {
            self.columns.push(MappedColumn { heading: key.to_owned(), ..MappedColumn::default() });
            self.columns.len() - 1
        });
        let column = &mut self.columns[place];
        column.field = field.map(|field| field.as_str().to_owned());
        column.confidence = confidence;
        add_example(column, cell);
        field
    }

    /// Notes what a nested key was taken for.
    fn note_nested(&mut self, path: &str, field: Option<String>, value: &Node) {
        let place = *self.known.entry(path.to_owned()).or_insert_with(|| {
            let confidence = if field.is_some() { 90 } else { 0 };
            self.columns.push(MappedColumn { heading: path.to_owned(), field, confidence, ..MappedColumn::default() });
            self.columns.len() - 1
        });
        if let Some(cell) = Cell::of_node(value) {
            add_example(&mut self.columns[place], &cell);
        }
    }
}

/// The likeliest field of a key, by its words and one value; a blank value settles nothing (0).
fn guess(key: &str, cell: &Cell<'_>, settings: &Settings) -> (Option<Field>, u8) {
    let (candidates, confidence) = settings.index.candidates(&[key.to_owned()]);
    let fits: Vec<(Field, Option<bool>)> =
        candidates.into_iter().map(|field| (field, field.fits(cell, &settings.scheme))).collect();
    let certain = fits.iter().find(|(_, fits)| *fits == Some(true));
    let best = certain.or_else(|| fits.iter().find(|(_, fits)| fits.is_none())).or(fits.first());
    (best.map(|(field, _)| *field), if cell.is_blank() && fits.len() > 1 { 0 } else { confidence })
}

fn add_example(column: &mut MappedColumn, cell: &Cell<'_>) {
    const MOST: usize = 3;
    const LETTERS: usize = 40;
    if column.examples.len() < MOST && !cell.is_blank() {
        let shown: String = cell.words().chars().take(LETTERS).collect();
        if !column.examples.contains(&shown) {
            column.examples.push(shown);
        }
    }
}

impl Record<'_, '_> {
    fn take(&mut self, key: &str, value: Node) -> Result<(), Problem> {
        let container = self.mapper.container(key, self.settings);
        if let (Some(cell), None) = (Cell::of_node(&value), container) {
            if !matches!(value, Node::Null) {
                self.take_plain(key, &cell);
            }
            return Ok(());
        }
        let pointer = self.pointer_of(key);
        match (&value, container) {
            (Node::Null, _) => {}
            (Node::List(items), _) if items.is_empty() => {}
            (Node::Text(text), Some("rounds")) if !text.trim().is_empty() => {
                let place = Place { pointer: Some(pointer), ..Place::default() };
                return Err(Problem::new(ProblemCode::UnreadableHandling, place).with_value(text));
            }
            (Node::Object(_), Some(container)) => self.take_nested(container, key, &pointer, value),
            (Node::List(items), Some(container)) if items.iter().any(|(_, item)| matches!(item, Node::Object(_))) => {
                self.take_nested(container, key, &pointer, value);
            }
            (Node::List(items), _) if items.iter().all(|(_, item)| Cell::of_node(item).is_some()) => {
                self.take_list(key, &pointer, items)
            }
            (Node::Object(_) | Node::List(_), _) => {
                self.mapper.note_nested(key, None, &value);
                self.keep_extra(key, &value);
            }
            _ => {
                if let Some(cell) = Cell::of_node(&value) {
                    self.take_plain(key, &cell);
                }
            }
        }
        Ok(())
    }

    fn pointer_of(&self, key: &str) -> String {
        format!("{}/{}", self.pointer, key.replace('~', "~0").replace('/', "~1"))
    }

    fn take_plain(&mut self, key: &str, cell: &Cell<'_>) {
        let field = self.mapper.field_of(key, cell, self.settings);
        match field {
            Some(field) if field.takes_several() || !self.taken.contains(&field) => {
                if !cell.is_blank() {
                    self.taken.push(field);
                }
                self.take_cell(field, key, None, cell);
            }
            _ if cell.is_blank() => {}
            _ => self.facts.extra.push((key.to_owned().into(), cell.words().into_owned().into())),
        }
    }

    fn take_list(&mut self, key: &str, pointer: &str, items: &[(usize, Node)]) {
        let cells: Vec<(usize, Cell<'_>)> =
            items.iter().filter_map(|(place, item)| Some((*place, Cell::of_node(item)?))).collect();
        let Some((_, first)) = cells.first() else { return };
        let field = self.mapper.field_of(key, first, self.settings);
        let several =
            |field: &Field| field.takes_several() || matches!(field, Field::Submitters | Field::MergedWith | Field::Means);
        match field.filter(several) {
            Some(field) => {
                for (place, cell) in &cells {
                    self.take_cell(field, key, Some(&format!("{pointer}/{place}")), cell);
                }
            }
            None => {
                let words: Vec<String> = cells.iter().map(|(_, cell)| cell.words().into_owned()).collect();
                self.facts.extra.push((key.to_owned().into(), words.join("、").into()));
            }
        }
    }

    /// Takes a value that stands at `pointer`; at the top-level key where none is given.
    fn take_cell(&mut self, field: Field, key: &str, pointer: Option<&str>, cell: &Cell<'_>) {
        let taken = match cell.is_blank() {
            true => Ok(()),
            false => self.facts.put(field, &read_value(field, cell, &self.mapper.context), cell.words().into_owned().into()),
        };
        if let Err(code) = taken {
            let place = Place { pointer: Some(pointer.map_or_else(|| self.pointer_of(key), str::to_owned)), ..Place::default() };
            let problem = Problem::new(code, place).with_value(&cell.words()).expecting(expected_words(field));
            self.problems.push(problem);
            self.facts.extra.push((key.to_owned().into(), cell.words().into_owned().into()));
        }
    }

    fn take_nested(&mut self, container: &'static str, key: &str, pointer: &str, value: Node) {
        match container {
            "rounds" => {
                let rounds = self.all("round", key, pointer, value);
                self.rounds.get_or_insert_default().extend(rounds);
            }
            "assignments" => {
                let found: Vec<Assignment<'static>> = self.all("assignment", key, pointer, value);
                self.loose.assignments.extend(found);
            }
            "consultations" => {
                let found: Vec<Consultation<'static>> = self.all("consultation", key, pointer, value);
                self.loose.consultations.extend(found);
            }
            "replies" => {
                let found: Vec<Reply<'static>> = self.all("reply", key, pointer, value);
                self.loose.replies.extend(found);
            }
            "feedback" => {
                let found: Vec<Feedback<'static>> = self.all("feedback", key, pointer, value);
                self.loose.feedback.extend(found);
            }
            "commitments" => {
                let found: Vec<Commitment<'static>> = self.all("commitment", key, pointer, value);
                self.parts.commitments.extend(found);
            }
            "extension" => {
                let mut found: Vec<Extension<'static>> = self.all("extension", key, pointer, value);
                self.loose.extension = found.pop();
            }
            "disclosure" => {
                let mut found: Vec<Disclosure<'static>> = self.all("disclosure", key, pointer, value);
                self.parts.disclosure = found.pop();
            }
            "key" => {
                let mut found: Vec<KeyItem<'static>> = self.all("key", key, pointer, value);
                self.parts.key = found.pop();
            }
            "withdrawn" => {
                let mut found: Vec<Withdrawal<'static>> = self.all("withdrawn", key, pointer, value);
                self.parts.withdrawn = found.pop();
            }
            "session" => {
                let mut found: Vec<Session> = self.all("session", key, pointer, value);
                self.facts.session = found.pop().or(self.facts.session);
            }
            "outcome" => self.take_outcome(key, pointer, value),
            "submitters" => self.take_submitters(key, pointer, value),
            "lead-submitter" => {
                let mut found = self.submitters(key, pointer, value).into_iter();
                self.parts.lead = self.parts.lead.take().or(found.next());
                self.parts.others.extend(found);
            }
            "co-submitters" => {
                let found = self.submitters(key, pointer, value);
                self.parts.others.extend(found);
            }
            _ => self.keep_extra(key, &value),
        }
    }

    /// {代码, 名称}: the code counts, the rest stays text.
    fn take_outcome(&mut self, key: &str, pointer: &str, value: Node) {
        let Node::Object(fields) = value else { return self.keep_extra(key, &value) };
        for (name, value) in fields {
            let path = format!("{key}.{name}");
            let is_mark = self.settings.index.nested("outcome", &name) == Some("mark");
            self.mapper.note_nested(&path, is_mark.then(|| "outcome.mark".to_owned()), &value);
            match Cell::of_node(&value).filter(|_| is_mark) {
                Some(cell) => self.take_cell(Field::Outcome, &path, Some(&format!("{pointer}/{name}")), &cell),
                None => self.keep_extra(&path, &value),
            }
        }
    }

    /// {lead, joint}, a list of people, or one person.
    fn take_submitters(&mut self, key: &str, pointer: &str, value: Node) {
        let Node::Object(fields) = value else {
            let mut found = self.submitters(key, pointer, value).into_iter();
            self.parts.lead = self.parts.lead.take().or(found.next());
            return self.parts.others.extend(found);
        };
        let has_parts = fields.iter().any(|(name, _)| self.settings.index.nested("submitters", name).is_some());
        if !has_parts {
            let found = self.submitters(key, pointer, Node::Object(fields)).pop();
            self.parts.lead = self.parts.lead.take().or(found);
            return;
        }
        for (name, value) in fields {
            let path = format!("{key}.{name}");
            let part = self.settings.index.nested("submitters", &name);
            let mut found = match part {
                Some(_) => self.submitters(&path, &format!("{pointer}/{name}"), value).into_iter(),
                None => {
                    self.keep_extra(&path, &value);
                    continue;
                }
            };
            if part == Some("lead") {
                self.parts.lead = self.parts.lead.take().or(found.next());
            }
            self.parts.others.extend(found);
        }
    }

    fn submitters(&mut self, path: &str, pointer: &str, value: Node) -> Vec<Submitter<'static>> {
        match value {
            Node::Text(name) if !name.trim().is_empty() => vec![Submitter { name: Some(name.into()), ..Submitter::default() }],
            Node::List(items) => items
                .into_iter()
                .flat_map(|(place, item)| self.submitters(&format!("{path}[]"), &format!("{pointer}/{place}"), item))
                .collect(),
            Node::Object(fields) => {
                let index = &self.settings.index;
                let (counts, fields): (Vec<_>, Vec<_>) =
                    fields.into_iter().partition(|(name, _)| index.nested("submitter", name) == Some("count"));
                for (name, value) in counts {
                    self.mapper.note_nested(&format!("{path}.{name}"), Some("co-submitter-count".to_owned()), &value);
                    if let Some(cell) = Cell::of_node(&value) {
                        self.take_cell(
                            Field::CoSubmitterCount,
                            &format!("{path}.{name}"),
                            Some(&format!("{pointer}/{name}")),
                            &cell,
                        );
                    }
                }
                self.all("submitter", path, pointer, Node::Object(fields))
            }
            _ => Vec::new(),
        }
    }

    /// All objects of a list, or the one object, as the ledger's own type.
    fn all<T: Deserialize<'static>>(&mut self, context: &'static str, path: &str, pointer: &str, value: Node) -> Vec<T> {
        let items = match value {
            Node::List(items) => items.into_iter().map(|(place, item)| (Some(place), item)).collect(),
            other => vec![(None, other)],
        };
        let mut found = Vec::new();
        for (place, item) in items {
            let here = place.map_or_else(|| pointer.to_owned(), |place| format!("{pointer}/{place}"));
            let path = if place.is_some() { format!("{path}[]") } else { path.to_owned() };
            let Node::Object(fields) = item else {
                if !matches!(item, Node::Null) {
                    self.keep_extra(&here[self.pointer.len()..], &item);
                }
                continue;
            };
            let mut shaped = self.shape(context, &path, &here, fields);
            let (value, problems) = read_tolerantly::<T>(&mut shaped, &here);
            self.problems.extend(problems);
            found.extend(value);
        }
        found
    }

    /// The fields of a nested object by the ledger's own names.
    fn shape(&mut self, context: &'static str, path: &str, pointer: &str, fields: Vec<(String, Node)>) -> Node {
        let mut shaped: Vec<(String, Node)> = Vec::new();
        for (key, value) in fields {
            let path = format!("{path}.{key}");
            let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
            let said =
                self.settings.mapping.as_ref().and_then(|users| users.columns.iter().find(|column| column.heading == path));
            let name = match said {
                Some(column) => column.field.as_deref().map(|field| field.rsplit('.').next().unwrap_or(field).to_owned()),
                None => self.settings.index.nested(context, &key).map(str::to_owned),
            };
            let known =
                name.as_deref().map(|name| if name == "ignored" { "ignored".to_owned() } else { format!("{context}.{name}") });
            self.mapper.note_nested(&path, known, &value);
            let Some(name) = name.filter(|name| !shaped.iter().any(|(known, _)| known == name)) else {
                self.keep_extra(&pointer[self.pointer.len()..], &value);
                continue;
            };
            if let Some(value) = self.convert(context, &name, &path, &pointer, value) {
                shaped.push((name, value));
            }
        }
        Node::Object(shaped)
    }

    fn convert(&mut self, context: &'static str, name: &str, path: &str, pointer: &str, value: Node) -> Option<Node> {
        match (kind_of(context, name), value) {
            (Kind::Ignored, _) | (_, Node::Null) => None,
            (Kind::Object(inner), Node::Object(fields)) => Some(self.shape(inner, path, pointer, fields)),
            (Kind::List(inner), Node::List(items)) => {
                let mut shaped = Vec::new();
                for (place, item) in items {
                    match item {
                        Node::Object(fields) => {
                            shaped.push((place, self.shape(inner, &format!("{path}[]"), &format!("{pointer}/{place}"), fields)));
                        }
                        Node::Null => {}
                        other => self.keep_extra(&format!("{}/{place}", &pointer[self.pointer.len()..]), &other),
                    }
                }
                Some(Node::List(shaped))
            }
            (Kind::Object(_) | Kind::List(_), other) => {
                self.keep_extra(&pointer[self.pointer.len()..], &other);
                None
            }
            (kind, value) => match convert(kind, &value, &self.mapper.context) {
                Ok(converted) => converted,
                Err((code, expected)) => {
                    let place = Place { pointer: Some(pointer.to_owned()), ..Place::default() };
                    self.problems.push(Problem::new(code, place).with_value(&value.quoted()).expecting(expected));
                    self.keep_extra(&pointer[self.pointer.len()..], &value);
                    None
                }
            },
        }
    }

    /// What has no field stays beside the entry, under its key path.
    fn keep_extra(&mut self, path: &str, value: &Node) {
        let text = match value {
            Node::Null => return,
            Node::List(items) if items.is_empty() => return,
            Node::Object(fields) if fields.is_empty() => return,
            other => other.quoted(),
        };
        if !text.is_empty() {
            self.facts.extra.push((path.trim_start_matches('/').replace('/', ".").into(), text.into()));
        }
    }

    fn finish(self) -> Result<(Entry<'static>, Vec<Problem>), Problem> {
        let Self { facts, problems, pointer, rounds, loose, parts, .. } = self;
        if facts.id.is_none() && facts.number.is_none() && facts.title.is_none() {
            let place = Place { pointer: Some(pointer.to_owned()), ..Place::default() };
            return Err(Problem::new(ProblemCode::NoIdentity, place));
        }
        let kind = facts.kind.or_else(|| facts.title.as_deref().and_then(title_kind)).unwrap_or(SubmissionKind::Suggestion);
        let mut entry = begin_entry(facts, kind);
        if loose != Round::default() {
            let round = match entry.rounds.first_mut() {
                Some(round) => round,
                None => {
                    entry.rounds.push(Round::default());
                    &mut entry.rounds[0]
                }
            };
            round.assignments.extend(loose.assignments);
            round.consultations.extend(loose.consultations);
            round.replies.extend(loose.replies);
            round.feedback.extend(loose.feedback);
            round.extension = loose.extension.or(round.extension.take());
        }
        if let Some(rounds) = rounds {
            entry.rounds.extend(rounds);
        }
        entry.lead_submitter = parts.lead.or(entry.lead_submitter);
        entry.co_submitters.extend(parts.others);
        entry.commitments.extend(parts.commitments);
        entry.disclosure = parts.disclosure.or(entry.disclosure);
        entry.key = parts.key.or(entry.key);
        entry.withdrawn = parts.withdrawn.or(entry.withdrawn);
        Ok((entry, problems))
    }
}
