//! What all entries say, one column per fact, names as codes.

use super::codes::CodeColumn;
use super::contact::stages;
use super::dictionary::Dictionary;
use super::handling::{Handling, LastRound, handlings, is_returned};
use super::texts::Texts;
use crate::calendar::Date;
use crate::ledger::{CommitmentState, Entry, Outcome, Rating, Session};
use crate::text::trimmed;

/// A day that is not known.
pub(super) const NO_DAY: i32 = i32::MIN;

/// The columns of a ledger: entries, and under each its handlings.
#[derive(Debug, Default)]
pub struct Columns {
    pub(super) entries: EntryColumns,
    pub(super) rows: RowColumns,
    pub(super) topics: Dictionary,
    pub(super) delegations: Dictionary,
    pub(super) bodies: Dictionary,
    pub(super) marks: Dictionary,
    /// `year-month` of assignment and reply.
    pub(super) months: Dictionary,
    pub(super) years: Dictionary,
    pub(super) sessions: Dictionary,
    pub(super) texts: Texts,
    pub(super) rare: Rare,
}

/// One value per entry. Codes of vocabularies are their index + 1; 0 is not known.
#[derive(Debug, Default)]
pub(super) struct EntryColumns {
    pub kind: CodeColumn,
    pub topic: CodeColumn,
    pub delegation: CodeColumn,
    pub month: CodeColumn,
    pub year: CodeColumn,
    pub session: CodeColumn,
    pub sitting: CodeColumn,
    pub form: CodeColumn,
    /// 1 a key item, 0 not.
    pub key: CodeColumn,
    /// 0 not known, 1 yes, 2 no.
    pub livelihood: CodeColumn,
    pub disclosure: CodeColumn,
    pub published: Vec<bool>,
    pub withdrawn: Vec<bool>,
    /// A bit per means of consultation, index + 1; bit 0: a contact whose means is not known.
    pub means: Vec<u16>,
    /// A bit per stage of consultation, index + 1; bit 0: a contact of which neither stage nor date is known.
    pub stages: Vec<u8>,
    /// A bit per field that the entry lacks; see [`FIELDS`].
    pub missing: Vec<u16>,
    /// The first row of each entry, and at the end the number of rows.
    pub first_row: Vec<u32>,
}

/// One value per handling.
#[derive(Debug, Default)]
pub(super) struct RowColumns {
    pub entry: Vec<u32>,
    pub role: CodeColumn,
    pub body: CodeColumn,
    pub mark: CodeColumn,
    pub assigned: Vec<i32>,
    pub received: Vec<i32>,
    pub due: Vec<i32>,
    pub answered: Vec<bool>,
    pub answered_on: Vec<i32>,
    /// 0 not stated, 1 in time, 2 late.
    pub stated_in_time: Vec<u8>,
    pub rating: CodeColumn,
    /// Ratings of the first round, of the attitude and of the result: a code each in two bits, lowest first.
    pub other_ratings: Vec<u8>,
    /// See [`super::contact`].
    pub contacts: Vec<u8>,
    /// Bit 0: 重新办理; bit 1: 延期; bit 2: followed up as a plan of an earlier year.
    pub turns: Vec<u8>,
    pub reply_month: CodeColumn,
}

/// What few entries have, each with its entry or row; ascending.
#[derive(Debug, Default)]
pub(super) struct Rare {
    /// A handling's last round, where it has several.
    pub last_rounds: Vec<(u32, LastRound)>,
    /// The mark's code before a plan was followed up, by row.
    pub marks_before: Vec<(u32, u32)>,
    /// Points adopted and all points, by entry.
    pub adopted_points: Vec<(u32, u32, u32)>,
    /// Assignments that were sent back and taken back, by entry.
    pub returned: Vec<(u32, u32)>,
    /// 承诺事项, by entry.
    pub commitments: Vec<(u32, Promise)>,
}

/// One 承诺事项.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Promise {
    pub due_on: Option<Date>,
    pub kept_on: Option<Date>,
    pub state: Option<CommitmentState>,
}

/// The fields whose absence the overview counts, in reading order; each a bit of `missing`.
pub(super) const FIELDS: &[&str] = &[
    "title",
    "number",
    "session",
    "leadSubmitter",
    "delegation",
    "topic",
    "body",
    "assignedOn",
    "repliedOn",
    "outcome",
    "feedback",
    "disclosure",
];

impl Columns {
    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.withdrawn.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many handlings there are.
    pub fn rows(&self) -> usize {
        self.rows.entry.len()
    }

    /// Adds the next entry of the ledger.
    pub fn add(&mut self, entry: &Entry<'_>) {
        let handlings = handlings(entry);
        let first = self.rows.entry.len() as u32;
        let index = self.len() as u32;
        self.add_entry(entry, &handlings, first);
        for handling in &handlings {
            self.add_row(index, handling);
        }
        if let Some(end) = self.entries.first_row.last_mut() {
            *end = self.rows.entry.len() as u32;
        }
        self.texts.add(entry, &handlings);
        self.rare.add(index, entry);
    }

    fn add_entry(&mut self, entry: &Entry<'_>, handlings: &[Handling<'_>], first: u32) {
        let group = entry.delegation.as_deref().or_else(|| entry.lead_submitter.as_ref().and_then(|lead| lead.group.as_deref()));
        let assigned_on = handlings.iter().filter_map(|handling| handling.assigned_on).min();
        let columns = &mut self.entries;
        columns.kind.push(entry.kind.index() as u32 + 1);
        columns.topic.push(self.topics.code(entry.topic.as_deref()));
        columns.delegation.push(self.delegations.code(group));
        columns.month.push(month_code(&mut self.months, assigned_on));
        let year = entry.year.map(i32::from).or_else(|| entry.submitted_on.or(assigned_on).map(|date| date.year_month_day().0));
        columns.year.push(year.map_or(0, |year| self.years.code_of_number(year as u32, || year.to_string())));
        columns.session.push(entry.session.map_or(0, |session| session_code(&mut self.sessions, session)));
        columns.sitting.push(entry.sitting.map_or(0, |sitting| sitting.index() as u32 + 1));
        columns.form.push(entry.form.map_or(0, |form| form.index() as u32 + 1));
        columns.key.push(u32::from(entry.key.is_some()));
        columns.livelihood.push(entry.livelihood.map_or(0, |livelihood| if livelihood { 1 } else { 2 }));
        let disclosure = entry.disclosure.as_ref();
        let attribute = disclosure
            .and_then(|disclosure| disclosure.attribute)
            .or_else(|| entry.rounds.iter().rev().flat_map(|round| &round.replies).find_map(|reply| reply.disclosure));
        columns.disclosure.push(attribute.map_or(0, |attribute| attribute.index() as u32 + 1));
        let published =
            disclosure.is_some_and(|disclosure| disclosure.published == Some(true) || disclosure.published_on.is_some());
        columns.published.push(published);
        columns.withdrawn.push(entry.withdrawn.is_some());
        columns.means.push(means_mask(entry));
        columns.stages.push(stages(entry));
        columns.missing.push(missing_mask(entry, handlings, group.is_some(), attribute.is_some()));
        if columns.first_row.is_empty() {
            columns.first_row.push(first);
        }
        columns.first_row.push(first);
    }

    fn add_row(&mut self, entry: u32, handling: &Handling<'_>) {
        let row = self.rows.entry.len() as u32;
        self.rare.last_rounds.extend(handling.last_round.map(|round| (row, round)));
        if let Some(before) = handling.before_follow_up {
            self.rare.marks_before.push((row, before.map_or(0, |outcome| mark_code(&mut self.marks, outcome))));
        }
        let rows = &mut self.rows;
        rows.entry.push(entry);
        rows.role.push(handling.role.map_or(0, |role| role.index() as u32 + 1));
        rows.body.push(self.bodies.code(handling.body));
        rows.mark.push(handling.outcome.map_or(0, |outcome| mark_code(&mut self.marks, outcome)));
        rows.assigned.push(handling.assigned_on.map_or(NO_DAY, Date::days));
        rows.received.push(handling.received_on.map_or(NO_DAY, Date::days));
        rows.due.push(handling.due_on.map_or(NO_DAY, Date::days));
        rows.answered.push(handling.answered);
        rows.answered_on.push(handling.answered_on.map_or(NO_DAY, Date::days));
        rows.stated_in_time.push(handling.stated_in_time.map_or(0, |in_time| if in_time { 1 } else { 2 }));
        let rating_code = |rating: Option<Rating>| rating.map_or(0, |rating| rating.index() as u8 + 1);
        let (attitude, result) = handling.attitude_and_result;
        rows.rating.push(u32::from(rating_code(handling.rating)));
        rows.other_ratings.push(rating_code(handling.first_rating) | rating_code(attitude) << 2 | rating_code(result) << 4);
        rows.contacts.push(handling.contacts);
        let is_followed_up = handling.before_follow_up.is_some();
        rows.turns.push(u8::from(handling.redone) | u8::from(handling.extended) << 1 | u8::from(is_followed_up) << 2);
        rows.reply_month.push(month_code(&mut self.months, handling.answered_on));
    }

    /// The office's id of the entry at `index`; empty where it has none.
    pub fn id(&self, index: usize) -> &str {
        self.texts.of(index).next().unwrap_or_default()
    }

    /// The texts of the entry at `index`: id, title, number, submitter, then the bodies.
    pub(super) fn texts_of(&self, index: usize) -> impl Iterator<Item = &str> {
        self.texts.of(index)
    }

    /// The fields that are not known of the entry at `index`, in reading order.
    pub fn missing(&self, index: usize) -> impl Iterator<Item = &'static str> {
        let missing = self.entries.missing[index];
        FIELDS.iter().enumerate().filter(move |(bit, _)| missing >> bit & 1 == 1).map(|(_, field)| *field)
    }

    /// The rows of the entry at `index`.
    pub(super) fn rows_of(&self, index: usize) -> std::ops::Range<usize> {
        self.entries.first_row[index] as usize..self.entries.first_row[index + 1] as usize
    }
}

impl Rare {
    fn add(&mut self, index: u32, entry: &Entry<'_>) {
        let points = entry.rounds.iter().flat_map(|round| &round.replies).filter_map(|reply| reply.adopted_points);
        let (adopted, of) = points.fold((0_u32, 0_u32), |(adopted, of), points| {
            (adopted.saturating_add(points.adopted.min(points.of)), of.saturating_add(points.of))
        });
        if of > 0 {
            self.adopted_points.push((index, adopted, of));
        }
        let returned =
            entry.rounds.iter().flat_map(|round| &round.assignments).filter(|assignment| is_returned(assignment)).count();
        if returned > 0 {
            self.returned.push((index, returned as u32));
        }
        let promises =
            entry.commitments.iter().map(|made| Promise { due_on: made.due_on, kept_on: made.kept_on, state: made.state });
        self.commitments.extend(promises.map(|promise| (index, promise)));
    }
}

/// A mark with its scheme, as the dictionary keeps it: `scheme\u{1F}mark`, or the mark alone.
fn mark_code(marks: &mut Dictionary, outcome: &Outcome<'_>) -> u32 {
    match outcome.scheme.as_deref() {
        Some(scheme) => marks.code(Some(&format!("{scheme}\u{1F}{}", trimmed(&outcome.mark)))),
        None => marks.code(Some(&outcome.mark)),
    }
}

/// The code of the month of a day, `year-month`; 0 where no day is known.
fn month_code(months: &mut Dictionary, day: Option<Date>) -> u32 {
    let name = |day: Date| {
        let (year, month, _) = day.year_month_day();
        format!("{year:04}-{month:02}")
    };
    day.map_or(0, |day| months.code_of_number(day.days() as u32, || name(day)))
}

fn session_code(sessions: &mut Dictionary, session: Session) -> u32 {
    let Session { congress, number } = session;
    let both = u32::from(congress) << 8 | u32::from(number);
    sessions.code_of_number(both, || format!("{congress}-{number}"))
}

fn means_mask(entry: &Entry<'_>) -> u16 {
    let consultations = entry.rounds.iter().flat_map(|round| &round.consultations);
    consultations.fold(0, |mask, consultation| mask | 1 << consultation.means.map_or(0, |means| means.index() + 1))
}

fn missing_mask(entry: &Entry<'_>, handlings: &[Handling<'_>], group: bool, attribute: bool) -> u16 {
    let any = |has: fn(&Handling<'_>) -> bool| handlings.iter().any(has);
    let present = [
        entry.title.is_some(),
        entry.number.is_some(),
        entry.session.is_some(),
        entry.lead_submitter.as_ref().is_some_and(|lead| lead.name.is_some()),
        group,
        entry.topic.is_some(),
        any(|handling| handling.body.is_some()),
        any(|handling| handling.assigned_on.is_some()),
        any(|handling| handling.answered_on.is_some() || !handling.answered),
        any(|handling| handling.outcome.is_some() || !handling.answered),
        any(|handling| handling.rating.is_some() || !handling.answered),
        attribute,
    ];
    present.iter().enumerate().fold(0, |mask, (bit, present)| if *present { mask } else { mask | 1 << bit })
}
