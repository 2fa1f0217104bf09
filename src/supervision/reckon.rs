//! The due date of one step: stated, else reckoned from the profile; and how the step stands.

use super::grounds::Grounds;
use super::step::{DueSource, Reckoning, Step, StepDue, StepState, UnknownReason};
use crate::calendar::Date;
use crate::ledger::Assignment;
use crate::profile::{Limit, LimitStart, Sourced, due};

/// What is known of a step before it is judged.
pub(super) struct Known<'p> {
    pub step: Step,
    pub round: usize,
    /// The due date that the ledger states.
    pub stated: Option<(Date, DueSource)>,
    /// Whether one is stated that cannot be read: nothing is reckoned in its place.
    pub unreadable: bool,
    /// The limit, with the source of what is reckoned from it.
    pub limit: Option<(&'p Sourced<Limit>, DueSource)>,
    pub done: Done,
}

/// Whether and when a step was done.
#[derive(Clone, Copy)]
pub(super) enum Done {
    Not,
    On(Date),
    /// Done on a day that is not known; in time, late, or neither is stated.
    Undated(Option<bool>),
}

impl Done {
    /// From a date and the source's word that it was done.
    pub fn of(done: bool, on: Option<Date>, in_time: Option<bool>) -> Self {
        match on {
            Some(on) => Self::On(on),
            None if done => Self::Undated(in_time),
            None => Self::Not,
        }
    }
}

/// The days from which limits run.
#[derive(Clone, Copy, Default)]
pub(super) struct Starts {
    pub assigned: Option<Date>,
    pub received: Option<Date>,
    pub replied: Option<Date>,
    pub due: Option<Date>,
}

impl Starts {
    fn of(&self, from: LimitStart) -> Option<Date> {
        match from {
            LimitStart::Assigned | LimitStart::RedoOrdered => self.assigned,
            LimitStart::Received => self.received,
            LimitStart::Replied => self.replied,
            LimitStart::Due => self.due,
            // a reply to be published is the information that was formed (政府信息公开条例 art. 26)
            LimitStart::Formed => self.replied,
            LimitStart::SessionClosed => None,
        }
    }
}

/// The step, judged on the day of `grounds`.
pub(super) fn judged(known: Known<'_>, starts: Starts, assignment: Option<&Assignment<'_>>, grounds: &Grounds<'_>) -> StepDue {
    let mut step = StepDue {
        step: known.step,
        round: known.round,
        body: assignment.and_then(|assignment| assignment.body.as_deref()).map(str::to_owned),
        officer: assignment.and_then(|assignment| assignment.officer.as_deref()).map(str::to_owned),
        what: None,
        due_on: None,
        source: None,
        provisional: false,
        done_on: None,
        state: StepState::Unknown,
        reason: None,
        reckoning: None,
    };
    step.reason = set_due(&mut step, &known, starts, grounds).err();
    set_state(&mut step, known.done, starts.assigned, grounds);
    step
}

fn set_due(step: &mut StepDue, known: &Known<'_>, starts: Starts, grounds: &Grounds<'_>) -> Result<(), UnknownReason> {
    if known.unreadable {
        return Err(UnknownReason::UnreadableDue);
    }
    if let Some((on, source)) = known.stated {
        (step.due_on, step.source) = (Some(on), Some(source));
        return Ok(());
    }
    let (limit, source) = known.limit.ok_or(UnknownReason::NoLimit)?;
    let start = starts.of(limit.value.from).ok_or(UnknownReason::NoStart)?;
    let holiday_shift = grounds.profile.limits.shifts_on_holidays();
    let end = due(&limit.value, start, holiday_shift, grounds.calendar);
    (step.due_on, step.source, step.provisional) = (Some(end.on), Some(source), end.provisional);
    step.reckoning = Some(Reckoning { limit: limit.clone(), start, holiday_shift });
    Ok(())
}

fn set_state(step: &mut StepDue, done: Done, assigned: Option<Date>, grounds: &Grounds<'_>) {
    step.state = match (done, step.due_on) {
        (Done::On(on), due) => {
            step.done_on = Some(on);
            match due {
                _ if on > grounds.today || assigned.is_some_and(|assigned| on < assigned) => {
                    step.reason = Some(UnknownReason::ContradictoryDates);
                    StepState::Unknown
                }
                Some(due) if on <= due => StepState::InTime,
                Some(_) => StepState::Late,
                None => StepState::Unknown,
            }
        }
        (Done::Undated(Some(true)), _) => StepState::InTime,
        (Done::Undated(Some(false)), _) => StepState::Late,
        (Done::Undated(None), _) => {
            step.reason = Some(UnknownReason::UndatedDone);
            StepState::Unknown
        }
        (Done::Not, Some(_)) if assigned.is_some_and(|assigned| assigned > grounds.today) => {
            step.reason = Some(UnknownReason::ContradictoryDates);
            StepState::Unknown
        }
        (Done::Not, Some(due)) if grounds.today > due => StepState::Overdue,
        (Done::Not, Some(due)) if due.days() - grounds.today.days() <= grounds.thresholds.due_soon_days => StepState::DueSoon,
        (Done::Not, Some(_)) => StepState::Open,
        (Done::Not, None) => StepState::Unknown,
    };
    if step.state != StepState::Unknown {
        step.reason = None;
    }
}
