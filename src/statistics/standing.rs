//! How every handling stands under a profile on a day: due date, state of answering, class and meaning of its outcome.

use std::collections::BTreeMap;

use super::columns::{Columns, NO_DAY};
use super::handling::LastRound;
use crate::calendar::{Date, WorkCalendar};
use crate::ledger::{HandlingRole, OutcomeMeaning, OutcomeScheme, Sitting};
use crate::profile::{Limit, LimitStart, Profile, Sourced, due};
use crate::text::fast_map::FastMap;

vocabulary! {
    /// How a handling stands on a day.
    AnswerState {
        /// Answered on or before the due date.
        InTime = "in-time",
        /// Answered after the due date.
        Late = "late",
        /// Not answered, and the due date is past.
        Overdue = "overdue",
        /// Not answered, and the due date is near.
        DueSoon = "due-soon",
        /// Not answered, not due yet.
        Open = "open",
        /// Answered, but the dates do not say whether in time: one is missing, or they contradict each other.
        Answered = "answered",
        /// No reply is owed: for reference, or assisting.
        NoReplyOwed = "no-reply-owed",
        /// The submitter withdrew it.
        Withdrawn = "withdrawn",
        /// Neither answer nor due date are known, or the role is not.
        Unknown = "unknown",
    }
}

/// The day, and how many days before its end a limit is near.
#[derive(Clone, Copy)]
struct Judged {
    today: Date,
    due_soon: i32,
}

/// What follows from the columns, a profile and a day.
#[derive(Debug)]
pub struct Standing {
    /// The day.
    pub(super) today: Date,
    /// The state of each row.
    pub(super) states: Vec<AnswerState>,
    /// The state of the last round, of the rows that have several; ascending.
    pub(super) last_states: Vec<(u32, AnswerState)>,
    /// The due date of each row, stated or reckoned.
    pub(super) due: Vec<i32>,
    /// The class of each mark code: an index into `classes`.
    pub(super) class_of_mark: Vec<u32>,
    /// The mark itself of each mark code, without its scheme.
    pub(super) mark_names: Vec<String>,
    /// The meaning of each class and mark, by mark code.
    pub(super) meaning_of_mark: Vec<Option<OutcomeMeaning>>,
    /// The classes in reading order; 0 is none.
    pub(super) classes: Vec<String>,
}

impl Standing {
    /// How each handling of `columns` stands on `today`.
    pub fn new(columns: &Columns, profile: &Profile, calendar: &WorkCalendar, schemes: &[OutcomeScheme], today: Date) -> Self {
        let mut standing = Self {
            today,
            states: Vec::with_capacity(columns.rows()),
            last_states: Vec::with_capacity(columns.rare.last_rounds.len()),
            due: Vec::with_capacity(columns.rows()),
            class_of_mark: Vec::new(),
            mark_names: Vec::new(),
            meaning_of_mark: Vec::new(),
            classes: vec![String::new()],
        };
        standing.read_marks(columns, profile, schemes);
        let judged = Judged { today, due_soon: i32::from(profile.watch.due_soon_days.value) };
        let mut reckoned = DueDates::new(profile, calendar);
        let owes = |role: Option<HandlingRole>| match role {
            Some(HandlingRole::ForReference) => false,
            Some(HandlingRole::Assisting) => profile.denominators.completion.value.roles.contains(&HandlingRole::Assisting),
            _ => true,
        };
        for row in 0..columns.rows() {
            let entry = columns.rows.entry[row] as usize;
            let role = role_of(columns.rows.role.get(row));
            let owed = owes(role);
            let due = match columns.rows.due[row] {
                NO_DAY if owed && role != Some(HandlingRole::Assisting) => reckoned.due(columns, row, entry),
                stated => stated,
            };
            standing.due.push(due);
            standing.states.push(state(columns, row, entry, owed, due, judged));
        }
        let last_rounds = columns.rare.last_rounds.iter();
        standing.last_states =
            last_rounds.map(|(row, round)| (*row, last_state(&standing, *row, round, &mut reckoned, judged))).collect();
        standing
    }

    fn read_marks(&mut self, columns: &Columns, profile: &Profile, schemes: &[OutcomeScheme]) {
        let own = &profile.outcome.value;
        let mut classes: BTreeMap<(usize, String), ()> = BTreeMap::new();
        let mut marks = Vec::new();
        for code in 0..columns.marks.len() {
            let name = columns.marks.name(code as u32);
            let (scheme_id, mark) = name.split_once('\u{1F}').map_or((None, name), |(scheme, mark)| (Some(scheme), mark));
            let scheme = match scheme_id {
                Some(id) => schemes.iter().chain([own]).find(|scheme| scheme.id == id),
                None => Some(schemes.first().unwrap_or(own)),
            };
            let known = scheme.and_then(|scheme| {
                scheme.marks.iter().position(|known| known.mark == mark).map(|place| (place, &scheme.marks[place], scheme))
            });
            let class = match known {
                Some((_, known, _)) => known.class.clone().unwrap_or_else(|| known.mark.clone()),
                None => class_letter(mark),
            };
            let class_place =
                scheme.and_then(|scheme| scheme.marks.iter().position(|known| known.mark == class)).unwrap_or(usize::MAX);
            if !class.is_empty() {
                classes.insert((class_place, class.clone()), ());
            }
            // a sub-class that the scheme does not list means what its class means
            let meaning = known.map(|(_, known, _)| known.meaning).or_else(|| {
                scheme.and_then(|scheme| scheme.marks.iter().find(|known| known.mark == class)).map(|known| known.meaning)
            });
            marks.push((mark.to_owned(), class, meaning));
        }
        let own_classes = own.marks.iter().enumerate().filter(|(_, mark)| mark.class.is_none());
        classes.extend(own_classes.map(|(place, mark)| ((place, mark.mark.clone()), ())));
        for (_, class) in classes.into_keys() {
            if !self.classes.contains(&class) {
                self.classes.push(class);
            }
        }
        for (mark, class, meaning) in marks {
            let place = self.classes.iter().position(|known| *known == class).unwrap_or(0);
            self.class_of_mark.push(place as u32);
            self.mark_names.push(mark);
            self.meaning_of_mark.push(meaning);
        }
    }
}

/// The letter of a mark that its scheme does not list: `A` of `A3`, `甲` of `甲类`.
fn class_letter(mark: &str) -> String {
    let letters = mark.trim_end_matches(|letter: char| letter.is_ascii_digit());
    letters.strip_suffix('类').unwrap_or(letters).to_owned()
}

/// The role of a role code.
pub(super) fn role_of(code: u32) -> Option<HandlingRole> {
    HandlingRole::ALL.get((code as usize).wrapping_sub(1)).copied()
}

fn state(columns: &Columns, row: usize, entry: usize, owed: bool, due: i32, judged: Judged) -> AnswerState {
    let rows = &columns.rows;
    if columns.entries.withdrawn[entry] {
        return AnswerState::Withdrawn;
    }
    if !owed {
        return AnswerState::NoReplyOwed;
    }
    let stated = match rows.stated_in_time[row] {
        0 => None,
        stated => Some(stated == 1),
    };
    let on = told_day(rows.answered_on[row], rows.assigned[row], judged.today);
    answered_state(rows.answered[row], on, stated, running(due, rows.assigned[row], judged.today), judged)
}

/// The day of an answer, where it tells anything: an answer dated before its assignment or after today contradicts itself.
fn told_day(on: i32, assigned: i32, today: Date) -> i32 {
    let is_early = assigned != NO_DAY && on < assigned;
    if on != NO_DAY && (is_early || on > today.days()) { NO_DAY } else { on }
}

/// The due date of what was assigned by `today`; nothing runs from an assignment that is dated after it.
fn running(due: i32, assigned: i32, today: Date) -> i32 {
    if assigned > today.days() { NO_DAY } else { due }
}

fn answered_state(answered: bool, on: i32, stated_in_time: Option<bool>, due: i32, judged: Judged) -> AnswerState {
    if answered {
        return match stated_in_time {
            _ if on != NO_DAY && due != NO_DAY && on <= due => AnswerState::InTime,
            _ if on != NO_DAY && due != NO_DAY => AnswerState::Late,
            Some(true) => AnswerState::InTime,
            Some(false) => AnswerState::Late,
            None => AnswerState::Answered,
        };
    }
    match due {
        NO_DAY => AnswerState::Unknown,
        due if judged.today.days() > due => AnswerState::Overdue,
        due if due - judged.today.days() <= judged.due_soon => AnswerState::DueSoon,
        _ => AnswerState::Open,
    }
}

/// How the last of several rounds stands; a row that owes no reply, or was withdrawn, stands as it does.
fn last_state(standing: &Standing, row: u32, round: &LastRound, reckoned: &mut DueDates<'_>, judged: Judged) -> AnswerState {
    let first = standing.states[row as usize];
    if matches!(first, AnswerState::NoReplyOwed | AnswerState::Withdrawn) {
        return first;
    }
    let due = round.due_on.map_or_else(|| round.assigned_on.map_or(NO_DAY, |on| reckoned.redo_due(on)), Date::days);
    let day = |on: Option<Date>| on.map_or(NO_DAY, Date::days);
    let assigned = day(round.assigned_on);
    let on = told_day(day(round.answered_on), assigned, judged.today);
    answered_state(round.answered, on, round.stated_in_time, running(due, assigned, judged.today), judged)
}

/// Reckons due dates; many items are assigned on one day, so each day is reckoned once.
struct DueDates<'p> {
    profile: &'p Profile,
    calendar: &'p WorkCalendar,
    reckoned: FastMap<u64, i32>,
}

impl<'p> DueDates<'p> {
    fn new(profile: &'p Profile, calendar: &'p WorkCalendar) -> Self {
        Self { profile, calendar, reckoned: FastMap::default() }
    }

    fn due(&mut self, columns: &Columns, row: usize, entry: usize) -> i32 {
        let between_sessions = columns.entries.sitting.get(entry) == Sitting::InterSessional.index() as u32 + 1;
        let sitting = between_sessions.then_some(Sitting::InterSessional);
        let Some(limit) = self.profile.limits.reply_in(sitting) else { return NO_DAY };
        let start = match limit.value.from {
            LimitStart::Assigned => columns.rows.assigned[row],
            LimitStart::Received => columns.rows.received[row],
            _ => NO_DAY,
        };
        if start == NO_DAY {
            return NO_DAY;
        }
        self.reckon(limit, start, u8::from(between_sessions))
    }

    /// When a redo is due that was ordered on `on`.
    fn redo_due(&mut self, on: Date) -> i32 {
        self.profile.limits.redo.as_ref().map_or(NO_DAY, |limit| self.reckon(limit, on.days(), 2))
    }

    fn reckon(&mut self, limit: &Sourced<Limit>, start: i32, of_limit: u8) -> i32 {
        let shift = self.profile.limits.shifts_on_holidays();
        let due = || due(&limit.value, Date::from_days(start), shift, self.calendar).on.days();
        *self.reckoned.entry(start as u32 as u64 | u64::from(of_limit) << 32).or_insert_with(due)
    }
}

/// What the list shows of an entry: its first handling, the one that answers the deputy where there is one.
#[derive(Debug, Clone, PartialEq)]
pub struct FirstHandling {
    /// The bodies that answer, else all that handle it.
    pub answering_bodies: Vec<String>,
    /// The role of the first.
    pub role: Option<HandlingRole>,
    /// Its outcome's mark.
    pub mark: Option<String>,
    /// 交办日期.
    pub assigned_on: Option<Date>,
    /// 应答复日期, stated or reckoned.
    pub due_on: Option<Date>,
    /// 首次答复日期.
    pub replied_on: Option<Date>,
    /// The gravest state of those that answer.
    pub state: AnswerState,
    /// The last rating.
    pub rating: Option<crate::ledger::Rating>,
}

impl Standing {
    /// What the list shows of the entry at `index`.
    pub fn first_row(&self, columns: &Columns, index: usize) -> FirstHandling {
        let rows = columns.rows_of(index);
        let first = rows.start;
        let answers = |row: &usize| {
            matches!(role_of(columns.rows.role.get(*row)), Some(HandlingRole::Lead | HandlingRole::Separate) | None)
        };
        let answering: Vec<usize> = rows.clone().filter(answers).collect();
        let shown = if answering.is_empty() { rows.collect() } else { answering };
        let bodies = shown.iter().map(|row| columns.bodies.name(columns.rows.body.get(*row)).to_owned());
        let date = |day: i32| (day != NO_DAY).then(|| Date::from_days(day));
        FirstHandling {
            answering_bodies: bodies.filter(|body| !body.is_empty()).collect(),
            role: role_of(columns.rows.role.get(first)),
            mark: self.mark_names.get(columns.rows.mark.get(first) as usize).filter(|mark| !mark.is_empty()).cloned(),
            assigned_on: date(columns.rows.assigned[first]),
            due_on: date(self.due[first]),
            replied_on: date(columns.rows.answered_on[first]),
            state: shown.iter().map(|row| self.states[*row]).max_by_key(|state| gravity(*state)).unwrap_or(AnswerState::Unknown),
            rating: crate::ledger::Rating::ALL.get((columns.rows.rating.get(first) as usize).wrapping_sub(1)).copied(),
        }
    }

    /// The due date of the entry's first handling.
    pub fn due_of_entry(&self, columns: &Columns, index: usize) -> Option<Date> {
        let due = self.due[columns.rows_of(index).start];
        (due != NO_DAY).then(|| Date::from_days(due))
    }
}

fn gravity(state: AnswerState) -> u8 {
    match state {
        AnswerState::Withdrawn => 8,
        AnswerState::Overdue => 7,
        AnswerState::DueSoon => 6,
        AnswerState::Open => 5,
        AnswerState::Late => 4,
        AnswerState::Unknown => 3,
        AnswerState::Answered => 2,
        AnswerState::InTime => 1,
        AnswerState::NoReplyOwed => 0,
    }
}
