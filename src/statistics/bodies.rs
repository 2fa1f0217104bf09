//! Each body's work and how it went.

use super::indicator_counts::IndicatorCounts;
use super::keys::Grounds;
use super::linked::{Linked, Mask, Scope};
use super::rate_id::RateId;
use super::rates::{PASSING, Rate, rate_of};
use super::standing::{AnswerState, role_of};
use crate::ledger::HandlingRole;

/// One body's handlings, by role, state and outcome class, and its rates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyWork {
    /// 承办单位.
    pub body: String,
    /// How many handlings (件次), returned ones not counted.
    pub handlings: u32,
    /// By role, in reading order.
    pub roles: Vec<(HandlingRole, u32)>,
    /// By state, in reading order.
    pub states: Vec<(AnswerState, u32)>,
    /// By outcome class, in reading order; the empty class is none.
    pub outcomes: Vec<(String, u32)>,
    /// Its rates, of its own handlings alone.
    pub rates: Vec<Rate>,
}

/// The rates by which bodies are looked at.
pub const RATES_OF_BODIES: &[RateId] = &[
    RateId::Completion,
    RateId::OnTime,
    RateId::Consultation,
    RateId::Satisfaction,
    RateId::SatisfactionIncludingBasic,
    RateId::Resolution,
];

/// The work of all bodies in the rows that the filter lets through, those with most handlings first.
pub fn bodies(linked: &mut Linked, grounds: Grounds<'_>) -> Vec<BodyWork> {
    let handled = linked.set(grounds, Scope { mask: Mask::Handled, ..PASSING });
    let columns = grounds.columns;
    let mut rows: Vec<(u32, u32)> = handled.iter().map(|row| (columns.rows.body.get(row), row as u32)).collect();
    rows.retain(|(body, _)| *body != 0);
    rows.sort_unstable();
    let counts = linked.indicators.get_or_insert_with(|| IndicatorCounts::new(grounds));
    let by_body = rows.chunk_by(|left, right| left.0 == right.0);
    let mut bodies: Vec<BodyWork> = by_body.map(|rows| work(rows, counts, grounds)).collect();
    bodies.sort_by(|left, right| (right.handlings, &left.body).cmp(&(left.handlings, &right.body)));
    bodies
}

/// The work of one body, whose rows these are, ascending.
fn work(rows: &[(u32, u32)], counts: &mut IndicatorCounts, grounds: Grounds<'_>) -> BodyWork {
    let (columns, standing) = (grounds.columns, grounds.standing);
    let mut roles = vec![0; HandlingRole::ALL.len()];
    let mut states = vec![0; AnswerState::ALL.len()];
    let mut outcomes = vec![0; standing.classes.len()];
    for (_, row) in rows {
        let row = *row as usize;
        role_of(columns.rows.role.get(row)).into_iter().for_each(|role| roles[role.index()] += 1);
        states[standing.states[row].index()] += 1;
        outcomes[standing.class_of_mark[columns.rows.mark.get(row) as usize] as usize] += 1;
    }
    let mut sums = counts.no_sums();
    let entry_of = |row: &(u32, u32)| columns.rows.entry[row.1 as usize];
    for rows in rows.chunk_by(|left, right| entry_of(left) == entry_of(right)) {
        counts.add_to(&mut sums, rows.iter().map(|(_, row)| *row as usize));
    }
    BodyWork {
        body: columns.bodies.name(rows.first().map_or(0, |(body, _)| *body)).to_owned(),
        handlings: rows.len() as u32,
        roles: occurring(HandlingRole::ALL.iter().copied().zip(roles)),
        states: occurring(AnswerState::ALL.iter().copied().zip(states)),
        outcomes: occurring(standing.classes.iter().cloned().zip(outcomes)),
        rates: RATES_OF_BODIES.iter().map(|id| rate_of(*id, &sums, grounds)).collect(),
    }
}

fn occurring<K>(counts: impl Iterator<Item = (K, u32)>) -> Vec<(K, u32)> {
    counts.filter(|(_, count)| *count > 0).collect()
}
