//! How fast a body usually answers.

use std::collections::BTreeMap;

use super::step::{Step, StepDue};
use crate::calendar::Date;

/// The days from assignment to the first reply of each body's answered handlings, ascending.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paces(BTreeMap<String, Vec<i32>>);

/// When a reply is to be expected, and from how many handlings that is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expected {
    /// The day.
    pub on: Date,
    /// The median of the days.
    pub median_days: i32,
    /// From how many handlings.
    pub handlings: usize,
}

impl Paces {
    /// Takes in an answered step; others, and answers dated before the assignment, tell nothing of a pace.
    pub fn add(&mut self, step: &StepDue, assigned_on: Option<Date>) {
        let (Some(body), Some(done), Some(assigned)) = (&step.body, step.done_on, assigned_on) else { return };
        if step.step == Step::Reply && done >= assigned {
            let days = self.0.entry(body.clone()).or_default();
            let took = done.days() - assigned.days();
            days.insert(days.partition_point(|known| *known <= took), took);
        }
    }

    /// When `body` is likely to answer what was assigned on `assigned` and is open on `today`: the median of those of its
    /// handlings that took at least as long as this one has waited. `None` where these are fewer than `minimum`.
    pub fn expected(&self, body: &str, assigned: Date, today: Date, minimum: usize) -> Option<Expected> {
        let all = self.0.get(body)?;
        let waited = today.days() - assigned.days();
        let as_long = &all[all.partition_point(|took| *took < waited)..];
        if as_long.len() < minimum.max(1) {
            return None;
        }
        let median_days = as_long[(as_long.len() - 1) / 2];
        Some(Expected { on: Date::from_days(assigned.days() + median_days), median_days, handlings: as_long.len() })
    }
}
