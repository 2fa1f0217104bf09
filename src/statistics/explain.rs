//! The entries behind a figure: numerator, the rest of the denominator, and what was left out.

use std::collections::BTreeMap;

use super::filter::{Filter, FilterFault};
use super::indicator_counts::IndicatorCounts;
use super::keys::Grounds;
use super::linked::Linked;
use super::overview::ENTRIES;
use super::rare_counts::{PromiseState, promise_state};
use super::rate_id::RateId;
use super::rates::{PASSING, says_nothing};
use super::reason::Reason;
use super::weight::WEIGHED;

/// The entries behind a rate, by their places in the ledger, ascending.
///
/// Where a rate counts handlings, points or promises, an entry of which several count can stand in several lists.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Explanation {
    /// Entries in the numerator.
    pub part: Vec<u32>,
    /// Entries in the denominator but not in the numerator.
    pub rest: Vec<u32>,
    /// Entries that are left out, by reason.
    pub left_out: BTreeMap<Reason, Vec<u32>>,
}

/// The entries behind `id` of those that pass `filter`.
///
/// # Errors
/// [`FilterFault`] where the filter contradicts itself.
pub fn explain(linked: &mut Linked, grounds: Grounds<'_>, filter: &Filter, id: RateId) -> Result<Explanation, FilterFault> {
    linked.filter(grounds, filter)?;
    let passing = linked.set(grounds, PASSING);
    let entries = linked.set(grounds, ENTRIES);
    let columns = grounds.columns;
    let mut explanation = Explanation::default();
    if id.index() < WEIGHED {
        let counts = linked.indicators.get_or_insert_with(|| IndicatorCounts::new(grounds));
        for row in entries.iter() {
            let entry = columns.rows.entry[row];
            let (part, whole, left_out) = counts.of_entry(id, columns.rows_of(entry as usize), &passing);
            explanation.add(entry, part, whole);
            left_out.into_iter().for_each(|reason| explanation.left_out.entry(reason).or_default().push(entry));
        }
        if says_nothing(id, linked, grounds) {
            explanation.leave_out_all(Reason::NoFeedback);
        }
        return Ok(explanation);
    }
    let stands = |entry: &u32| {
        let index = *entry as usize;
        !columns.entries.withdrawn[index] && columns.rows_of(index).any(|row| passing.has(row))
    };
    let rare = &columns.rare;
    match id {
        RateId::Adoption => {
            let points = rare.adopted_points.iter().filter(|(entry, ..)| stands(entry));
            points.for_each(|(entry, adopted, of)| explanation.add(*entry, *adopted, *of));
        }
        RateId::Return => {
            let returned: BTreeMap<u32, u32> = rare.returned.iter().copied().collect();
            for entry in entries.iter().map(|row| columns.rows.entry[row]).filter(stands) {
                let returned = returned.get(&entry).copied().unwrap_or(0);
                let is_assigned = |row: &usize| columns.rows.role.get(*row) != 0 || columns.rows.body.get(*row) != 0;
                let handled = columns.rows_of(entry as usize).filter(|row| passing.has(*row)).filter(is_assigned).count();
                explanation.add(entry, returned, returned + handled as u32);
            }
        }
        _ => {
            for (entry, promise) in rare.commitments.iter().filter(|(entry, _)| stands(entry)) {
                match promise_state(promise, grounds.standing.today) {
                    PromiseState::InTime | PromiseState::Late | PromiseState::Kept => explanation.add(*entry, 1, 1),
                    PromiseState::Overdue | PromiseState::GivenUp => explanation.add(*entry, 0, 1),
                    PromiseState::Open => explanation.left_out.entry(Reason::NotDue).or_default().push(*entry),
                    PromiseState::Unknown => explanation.left_out.entry(Reason::UnknownDate).or_default().push(*entry),
                }
            }
        }
    }
    explanation.part.dedup();
    explanation.rest.dedup();
    explanation.left_out.values_mut().for_each(Vec::dedup);
    Ok(explanation)
}

impl Explanation {
    fn leave_out_all(&mut self, reason: Reason) {
        let left_out = self.left_out.entry(reason).or_default();
        left_out.append(&mut self.part);
        left_out.append(&mut self.rest);
        left_out.sort_unstable();
        left_out.dedup();
    }

    fn add(&mut self, entry: u32, part: u32, whole: u32) {
        if part > 0 {
            self.part.push(entry);
        }
        if whole > part {
            self.rest.push(entry);
        }
    }
}
