//! A whole ledger watched: every pending step and every warning, in the order in which somebody should act.

use super::case::EntryCase;
use super::due_dates::due_dates;
use super::grounds::Grounds;
use super::pace::Paces;
use super::rules::RULES;
use super::step::{Step, StepDue, StepState};
use crate::calendar::Date;
use crate::ledger::{Entry, Ledger};
use crate::rule::{Finding, Verdict};

/// What a ledger asks of the supervising office on a day.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    /// Steps that are overdue, due soon or open, earliest due date first.
    pub pending: Vec<Pending>,
    /// Steps that cannot be judged.
    pub unknown: Vec<Pending>,
    /// Warnings, in the order of the rules.
    pub warnings: Vec<Warning>,
    /// How many steps stand in which state, in reading order of the steps, then of the states.
    pub counts: Vec<(Step, StepState, u32)>,
}

/// A step of an entry.
#[derive(Debug, Clone)]
pub struct Pending {
    /// The entry's place in the ledger.
    pub entry: usize,
    /// 编号.
    pub number: Option<String>,
    /// 标题.
    pub title: Option<String>,
    /// 领衔督办领导.
    pub leader: Option<String>,
    /// Whether it is a key item (重点督办).
    pub key: bool,
    /// Whether it is of 民生.
    pub livelihood: bool,
    /// Whether contact with the submitter is recorded.
    pub contacted: bool,
    /// The step.
    pub step: StepDue,
}

impl Pending {
    /// `step` of `entry`, which stands at `index` in the ledger.
    pub fn of(index: usize, entry: &Entry<'_>, step: StepDue) -> Self {
        Self {
            entry: index,
            number: entry.number.as_deref().map(str::to_owned),
            title: entry.title.as_deref().map(str::to_owned),
            leader: entry.key.as_ref().and_then(|key| key.supervising_leader.as_deref()).map(str::to_owned),
            key: entry.key.is_some(),
            livelihood: entry.livelihood == Some(true),
            contacted: entry.rounds.iter().any(|round| !round.consultations.is_empty()),
            step,
        }
    }
}

/// A warning about an entry.
#[derive(Debug, Clone)]
pub struct Warning {
    /// The entry's place in the ledger.
    pub entry: usize,
    /// What the rule says.
    pub finding: Finding,
}

vocabulary! {
    /// Which list a pending step stands on.
    WorkList {
        /// Past its due date.
        Overdue = "overdue",
        /// Due on the day itself.
        Today = "today",
        /// Due after the day, up to the Sunday of its week.
        ThisWeek = "this-week",
        /// Due later.
        Later = "later",
    }
}

/// Watches all entries of `ledger`.
pub fn watch(ledger: &Ledger, grounds: &Grounds<'_>) -> Watch {
    let paces = paces(ledger, grounds);
    let mut watch = Watch::default();
    let mut counts = vec![0_u32; Step::ALL.len() * StepState::ALL.len()];
    let mut warnings: Vec<(usize, Warning)> = Vec::new();
    for index in 0..ledger.len() {
        let Some(entry) = ledger.entry(index) else { continue };
        if entry.withdrawn.is_some() {
            continue;
        }
        let case = EntryCase::of(&entry, grounds, &paces);
        for (place, rule) in RULES.iter().enumerate() {
            if let Verdict::Fail(findings) | Verdict::Confirm(findings) = (rule.check)(&case) {
                warnings.extend(findings.into_iter().map(|finding| (place, Warning { entry: index, finding })));
            }
        }
        for step in case.steps {
            counts[step.step.index() * StepState::ALL.len() + step.state.index()] += 1;
            let pending = Pending::of(index, &entry, step);
            match pending.step.state {
                StepState::Unknown => watch.unknown.push(pending),
                StepState::Late | StepState::InTime => {}
                _ => watch.pending.push(pending),
            }
        }
    }
    warnings.sort_by_key(|(place, _)| *place);
    watch.warnings = warnings.into_iter().map(|(_, warning)| warning).collect();
    watch.pending.sort_by_key(|pending| pending.step.due_on);
    let of_place = |place: usize| (Step::ALL[place / StepState::ALL.len()], StepState::ALL[place % StepState::ALL.len()]);
    let counted = counts.into_iter().enumerate().filter(|(_, count)| *count > 0);
    watch.counts = counted.map(|(place, count)| (of_place(place).0, of_place(place).1, count)).collect();
    watch
}

/// The list that a step due on `due` stands on.
pub fn work_list(due: Date, today: Date) -> WorkList {
    // 1970-01-01 was a Thursday
    let sunday = today.days() + 6 - (today.days() + 3).rem_euclid(7);
    match due.days() - today.days() {
        ..0 => WorkList::Overdue,
        0 => WorkList::Today,
        _ if due.days() <= sunday => WorkList::ThisWeek,
        _ => WorkList::Later,
    }
}

fn paces(ledger: &Ledger, grounds: &Grounds<'_>) -> Paces {
    let mut paces = Paces::default();
    for entry in ledger.entries() {
        let Some(round) = entry.rounds.first() else { continue };
        for step in due_dates(&entry, grounds) {
            let own = round.assignments.iter().find(|assignment| assignment.body.as_deref() == step.body.as_deref());
            paces.add(&step, own.and_then(|assignment| assignment.assigned_on).or(round.assigned_on));
        }
    }
    paces
}
