//! 单位名称对照表: which names stand for one body, as a person laid down (`jianyi/aliases/1`).

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::entry::Entry;
use super::words::Words;

/// The other names of bodies. A ledger that is read by it says the body's name wherever the file says one of the others;
/// the file's own bytes stay as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aliases {
    name_of: HashMap<String, String>,
}

/// Why a document is no table of names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AliasFault {
    /// Not JSON or not of the table's shape.
    Unreadable {
        /// What the parser says.
        detail: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// A body without a name, or a blank other name; the place of the body, from 1.
    Blank(usize),
    /// A name that would stand for two bodies.
    Twice(String),
}

impl Aliases {
    /// Reads a `jianyi/aliases/1` document.
    ///
    /// # Errors
    /// The first [`AliasFault`].
    pub fn from_json(text: &str) -> Result<Self, AliasFault> {
        let table: Table = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| AliasFault::Unreadable {
            detail: error.to_string(),
            line: error.line(),
            column: error.column(),
        })?;
        let mut name_of: HashMap<String, String> = HashMap::new();
        for (place, Body { name, others }) in table.bodies.iter().enumerate() {
            let name = name.trim();
            if name.is_empty() || others.iter().any(|other| other.trim().is_empty()) {
                return Err(AliasFault::Blank(place + 1));
            }
            for spoken in others.iter().map(|other| other.trim()).chain([name]) {
                let known = name_of.insert(spoken.to_owned(), name.to_owned());
                if known.is_some_and(|known| known != name) {
                    return Err(AliasFault::Twice(spoken.to_owned()));
                }
            }
        }
        Ok(Self { name_of })
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.name_of.is_empty()
    }

    /// The body that `spoken` stands for, where that is another name than `spoken`.
    pub fn name_of(&self, spoken: &str) -> Option<&str> {
        self.name_of.get(spoken.trim()).map(String::as_str).filter(|name| *name != spoken)
    }

    /// `entry` with every handling body named by its own name.
    pub fn rename(&self, entry: &mut Entry<'_>) {
        if self.is_empty() {
            return;
        }
        for named in bodies(entry).flatten() {
            if let Some(name) = self.name_of(named) {
                *named = Words::from(name.to_owned());
            }
        }
    }
}

/// How often each name stands for a handling body in `entries`: as written, by name.
pub fn spoken_names<'a>(entries: impl Iterator<Item = Entry<'a>>) -> BTreeMap<String, u32> {
    let mut names: BTreeMap<String, u32> = BTreeMap::new();
    for mut entry in entries {
        let mut own: Vec<String> = bodies(&mut entry).flatten().map(|name| name.trim().to_owned()).collect();
        own.sort_unstable();
        own.dedup();
        own.into_iter().filter(|name| !name.is_empty()).for_each(|name| *names.entry(name).or_default() += 1);
    }
    names
}

/// Every place of an entry that names a body of the handling.
fn bodies<'e, 'a>(entry: &'e mut Entry<'a>) -> impl Iterator<Item = &'e mut Option<Words<'a>>> {
    let of_rounds = entry.rounds.iter_mut().flat_map(|round| {
        let assigned = round.assignments.iter_mut().map(|assignment| &mut assignment.body);
        let consulted = round.consultations.iter_mut().map(|consultation| &mut consultation.body);
        let replied = round.replies.iter_mut().map(|reply| &mut reply.body);
        let rated = round.feedback.iter_mut().map(|feedback| &mut feedback.body);
        assigned.chain(consulted).chain(replied).chain(rated)
    });
    let promised = entry.commitments.iter_mut().map(|commitment| &mut commitment.body);
    let supervised = entry.key.iter_mut().map(|key| &mut key.supervising_body);
    of_rounds.chain(promised).chain(supervised)
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[allow(dead_code)]
    format: TableFormatName,
    bodies: Vec<Body>,
    /// Names that look alike and stand for two bodies: a person's word, for the page that proposes.
    #[serde(default)]
    #[allow(dead_code)]
    apart: Vec<[String; 2]>,
}

#[derive(Serialize, Deserialize)]
enum TableFormatName {
    #[serde(rename = "jianyi/aliases/1")]
    Aliases1,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    name: String,
    others: Vec<String>,
}
