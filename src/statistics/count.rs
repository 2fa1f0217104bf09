//! Groups: how many entries or handlings have each key of each dimension, each dimension ignoring its own filter.

use super::columns::Columns;
use super::dimension::DimensionId;
use super::filter::Failing;
use super::standing::{AnswerState, Standing};
use crate::ledger::{ConsultationMeans, DisclosureAttribute, HandlingRole, Rating, Sitting, SubmissionKind, SubmitterForm};

/// The codes of one dimension, one per entry or row, and the key of each code.
pub(super) struct Codes<'c> {
    pub values: Values<'c>,
    pub names: Vec<String>,
    /// Whether the keys stand in reading order (a vocabulary) and not in the order of appearance.
    pub ordered: bool,
}

/// Codes as the columns hold them.
pub(super) enum Values<'c> {
    Narrow(&'c [u8]),
    Wide(&'c [u32]),
    /// A code's image in another code.
    Mapped(&'c [u32], &'c [u32]),
    States(&'c [AnswerState]),
    /// A bit per code.
    Sets(&'c [u16]),
}

impl Codes<'_> {
    /// The code at `at`; `None` for sets.
    pub fn one(&self, at: usize) -> Option<u32> {
        Some(match &self.values {
            Values::Narrow(codes) => u32::from(codes[at]),
            Values::Wide(codes) => codes[at],
            Values::Mapped(codes, images) => images[codes[at] as usize],
            Values::States(states) => states[at] as u32,
            Values::Sets(_) => return None,
        })
    }

    /// Whether `holds` is true of a code at `at`.
    pub fn any(&self, at: usize, holds: impl Fn(u32) -> bool) -> bool {
        match (&self.values, self.one(at)) {
            (_, Some(code)) => holds(code),
            (Values::Sets(sets), None) => (0..16).any(|bit| sets[at] & (1 << bit) != 0 && holds(bit)),
            _ => false,
        }
    }
}

/// The codes of `dimension`.
pub(super) fn codes_of<'c>(dimension: DimensionId, columns: &'c Columns, standing: &'c Standing) -> Codes<'c> {
    let (entries, rows) = (&columns.entries, &columns.rows);
    let narrow = |values: &'c [u8], names: Vec<String>| Codes { values: Values::Narrow(values), names, ordered: true };
    let named = |values: &'c [u32], names: &super::dictionary::Dictionary| Codes {
        values: Values::Wide(values),
        names: (0..names.len()).map(|code| names.name(code as u32).to_owned()).collect(),
        ordered: false,
    };
    match dimension {
        DimensionId::Kind => narrow(&entries.kind, words(SubmissionKind::ALL.iter().map(|kind| kind.as_str()))),
        DimensionId::Topic => named(&entries.topic, &columns.topics),
        DimensionId::Delegation => named(&entries.delegation, &columns.delegations),
        DimensionId::Month => named(&entries.month, &columns.months),
        DimensionId::Year => named(&entries.year, &columns.years),
        DimensionId::Session => named(&entries.session, &columns.sessions),
        DimensionId::Sitting => narrow(&entries.sitting, words(Sitting::ALL.iter().map(|sitting| sitting.as_str()))),
        DimensionId::Form => narrow(&entries.form, words(SubmitterForm::ALL.iter().map(|form| form.as_str()))),
        DimensionId::Key => narrow(&entries.key, vec!["no".into(), "yes".into()]),
        DimensionId::Livelihood => narrow(&entries.livelihood, words(["yes", "no"].into_iter())),
        DimensionId::Disclosure => {
            narrow(&entries.disclosure, words(DisclosureAttribute::ALL.iter().map(|attribute| attribute.as_str())))
        }
        DimensionId::Means => Codes {
            values: Values::Sets(&entries.means),
            names: words(ConsultationMeans::ALL.iter().map(|means| means.as_str())),
            ordered: true,
        },
        DimensionId::Role => narrow(&rows.role, words(HandlingRole::ALL.iter().map(|role| role.as_str()))),
        DimensionId::Outcome => {
            Codes { values: Values::Mapped(&rows.mark, &standing.class_of_mark), names: standing.classes.clone(), ordered: true }
        }
        DimensionId::Mark => Codes { values: Values::Wide(&rows.mark), names: standing.mark_names.clone(), ordered: false },
        DimensionId::Body => named(&rows.body, &columns.bodies),
        DimensionId::ReplyMonth => named(&rows.reply_month, &columns.months),
        DimensionId::State => Codes {
            values: Values::States(&standing.states),
            names: AnswerState::ALL.iter().map(|state| state.as_str().to_owned()).collect(),
            ordered: true,
        },
        DimensionId::Rating => narrow(&rows.rating, words(Rating::ALL.iter().map(|rating| rating.as_str()))),
    }
}

fn words<'w>(words: impl Iterator<Item = &'w str>) -> Vec<String> {
    std::iter::once("").chain(words).map(str::to_owned).collect()
}

/// Counts of one dimension: per code a row of counts by outcome class.
pub(super) struct Table {
    pub classes: usize,
    pub counts: Vec<u32>,
}

impl Table {
    fn new(codes: usize, classes: usize) -> Self {
        Self { classes, counts: vec![0; codes * classes] }
    }

    fn add(&mut self, code: u32, class: u32) {
        let at = code as usize * self.classes + class as usize;
        if let Some(count) = self.counts.get_mut(at) {
            *count += 1;
        }
    }

    /// The counts of `code` by class.
    pub fn of(&self, code: usize) -> &[u32] {
        &self.counts[code * self.classes..(code + 1) * self.classes]
    }
}

/// The tables of all dimensions, in the order of [`DimensionId::ALL`].
///
/// Withdrawn entries are counted by kind and state only.
pub(super) fn tables(columns: &Columns, standing: &Standing, failing: &Failing) -> Vec<Table> {
    DimensionId::ALL.iter().map(|dimension| table(*dimension, columns, standing, failing)).collect()
}

fn table(dimension: DimensionId, columns: &Columns, standing: &Standing, failing: &Failing) -> Table {
    let codes = codes_of(dimension, columns, standing);
    let mut table = Table::new(codes.names.len(), standing.classes.len());
    let counts_withdrawn = matches!(dimension, DimensionId::Kind | DimensionId::State);
    let own = !dimension.bit();
    let mut last_entry = u32::MAX;
    for (row, fails) in failing.rows.iter().enumerate() {
        let entry = columns.rows.entry[row];
        if fails & own != 0 || (columns.entries.withdrawn[entry as usize] && !counts_withdrawn) {
            continue;
        }
        let class = standing.class_of_mark[columns.rows.mark[row] as usize];
        if !dimension.is_of_entry() {
            codes.one(row).into_iter().for_each(|code| table.add(code, class));
        } else if entry != last_entry {
            last_entry = entry;
            match (&codes.values, codes.one(entry as usize)) {
                (_, Some(code)) => table.add(code, class),
                (Values::Sets(sets), None) => {
                    let set = sets[entry as usize];
                    (0..16).filter(|bit| set & (1 << bit) != 0).for_each(|bit| table.add(bit, class));
                }
                _ => {}
            }
        }
    }
    table
}
