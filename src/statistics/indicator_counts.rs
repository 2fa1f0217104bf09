//! The indicators' counts of the entries that a filter lets through, kept from one filter to the next.
//!
//! Rows that are alike are one [`Fact`]; an entry's rows that pass are one item, whose counts are reckoned once however
//! many entries are the same. So an entry that enters or leaves costs a count up or down.

use std::rc::Rc;

use super::bits::{Bits, ones};
use super::fact::{Fact, facts};
use super::keys::Grounds;
use super::rate_id::RateId;
use super::reason::Reason;
use super::standing::AnswerState;
use super::weight::{WEIGHED, Weight, combined, counted, weight};
use crate::profile::{Basis, Profile};
use crate::text::fast_map::FastMap;

/// A numerator, a denominator, and a count per reason.
const SLOTS: usize = 2 + Reason::ALL.len();
/// Behind the indicators: the states of the first and of the last round of handling.
const CLOCKS: usize = WEIGHED * SLOTS;

/// The counts of all indicators, of the entries that pass.
#[derive(Debug)]
pub(super) struct IndicatorCounts {
    fact_of_row: Vec<u32>,
    items: Vec<Item>,
    /// The item of two items that are of one entry.
    joined: FastMap<(u32, u32), u32>,
    sums: Sums,
    of: Rc<Bits>,
}

/// What an entry weighs so far.
#[derive(Debug, Clone, Copy)]
enum Pending {
    /// No row yet is in a role that counts; why the first is not.
    Uncounted(Reason),
    /// The rows that count weigh this together.
    Counted(Weight),
}

/// What some rows of one entry count.
#[derive(Debug, Clone)]
struct Item {
    /// What counts however many rows follow.
    counts: Vec<(u16, i64)>,
    /// What the entry weighs so far, by indicator that counts entries.
    pending: Vec<Option<Pending>>,
    /// All that it counts, if no row follows.
    slots: Vec<(u16, i64)>,
}

/// The counts of all indicators.
#[derive(Debug, Clone)]
pub(super) struct Sums(Vec<i64>);

impl Default for Sums {
    fn default() -> Self {
        Self(vec![0; CLOCKS + 2 * AnswerState::ALL.len()])
    }
}

impl Sums {
    /// Numerator, denominator and what is left out of `id`, one of those that are weighed.
    pub fn of(&self, id: RateId) -> (u64, u64, Vec<(Reason, u32)>) {
        let slots = &self.0[id.index() * SLOTS..(id.index() + 1) * SLOTS];
        let left_out = Reason::ALL.iter().zip(&slots[2..]).filter(|(_, count)| **count > 0);
        (slots[0] as u64, slots[1] as u64, left_out.map(|(reason, count)| (*reason, *count as u32)).collect())
    }

    /// How many handlings stand so, by their first round or by their last.
    pub fn states(&self, last_round: bool) -> impl Iterator<Item = (AnswerState, u32)> {
        let first = CLOCKS + usize::from(last_round) * AnswerState::ALL.len();
        AnswerState::ALL.iter().zip(&self.0[first..]).map(|(state, count)| (*state, *count as u32))
    }
}

impl IndicatorCounts {
    /// Nothing counted yet.
    pub fn new(grounds: Grounds<'_>) -> Self {
        let (fact_of_row, facts) = facts(grounds);
        let items = facts.iter().map(|fact| Item::of(fact, grounds.profile)).collect();
        let rows = fact_of_row.len();
        Self { fact_of_row, items, joined: FastMap::default(), sums: Sums::default(), of: Rc::new(Bits::none(rows)) }
    }

    /// Counts the entries of which any row is in `new`.
    pub fn bring(&mut self, grounds: Grounds<'_>, new: &Rc<Bits>) {
        if Rc::ptr_eq(&self.of, new) {
            return;
        }
        let moved: u32 = self.of.words().iter().zip(new.words()).map(|(old, new)| (old ^ new).count_ones()).sum();
        if moved > new.count() {
            self.sums = Sums::default();
            self.of = Rc::new(Bits::none(self.fact_of_row.len()));
        }
        let old = self.of.clone();
        let mut change: Vec<i32> = vec![0; self.items.len()];
        let mut last = u32::MAX;
        for (at, (old_word, new_word)) in old.words().iter().zip(new.words()).enumerate() {
            for bit in ones(old_word ^ new_word) {
                let entry = grounds.columns.rows.entry[at * 64 + bit];
                if entry == last {
                    continue;
                }
                last = entry;
                for (set, step) in [(&*old, -1), (&**new, 1)] {
                    let Some(item) = self.item(grounds.columns.rows_of(entry as usize), set) else { continue };
                    change.resize(change.len().max(self.items.len()), 0);
                    change[item as usize] += step;
                }
            }
        }
        for (item, change) in self.items.iter().zip(&change).filter(|(_, change)| **change != 0) {
            item.slots.iter().for_each(|(slot, count)| self.sums.0[usize::from(*slot)] += count * i64::from(*change));
        }
        self.of = new.clone();
    }

    /// The sums of the entries that were last counted.
    pub fn sums(&self) -> &Sums {
        &self.sums
    }

    /// Sums of nothing.
    pub fn no_sums(&self) -> Sums {
        Sums::default()
    }

    /// Adds what these rows of one entry count.
    pub fn add_to(&mut self, sums: &mut Sums, rows: impl Iterator<Item = usize>) {
        let Some(item) = self.item_of(rows) else { return };
        self.items[item as usize].slots.iter().for_each(|(slot, count)| sums.0[usize::from(*slot)] += count);
    }

    /// What `id` makes of the rows of one entry that are in `set`: numerator, denominator and what is left out.
    pub fn of_entry(&mut self, id: RateId, rows: std::ops::Range<usize>, set: &Bits) -> (u32, u32, Vec<Reason>) {
        let Some(item) = self.item(rows, set) else { return (0, 0, Vec::new()) };
        let first = id.index() * SLOTS;
        let of_indicator =
            self.items[item as usize].slots.iter().filter(|(slot, _)| (first..first + SLOTS).contains(&usize::from(*slot)));
        of_indicator.fold((0, 0, Vec::new()), |(part, whole, mut left_out), (slot, count)| match usize::from(*slot) - first {
            0 => (part + *count as u32, whole, left_out),
            1 => (part, whole + *count as u32, left_out),
            reason => {
                left_out.push(Reason::ALL[reason - 2]);
                (part, whole, left_out)
            }
        })
    }

    /// The item of those of `rows` that are in `set`; `None` where none is.
    fn item(&mut self, rows: std::ops::Range<usize>, set: &Bits) -> Option<u32> {
        self.item_of(rows.filter(|row| set.has(*row)))
    }

    fn item_of(&mut self, rows: impl Iterator<Item = usize>) -> Option<u32> {
        let mut item: Option<u32> = None;
        for row in rows {
            let next = self.fact_of_row[row];
            item = Some(match item {
                None => next,
                Some(item) => self.join(item, next),
            });
        }
        item
    }

    fn join(&mut self, first: u32, second: u32) -> u32 {
        if let Some(known) = self.joined.get(&(first, second)) {
            return *known;
        }
        let joined = self.items[first as usize].and(&self.items[second as usize]);
        self.items.push(joined);
        let item = self.items.len() as u32 - 1;
        self.joined.insert((first, second), item);
        item
    }
}

impl Item {
    fn of(fact: &Fact, profile: &Profile) -> Self {
        let mut counts = Vec::new();
        let mut pending = vec![None; WEIGHED];
        for id in &RateId::ALL[..WEIGHED] {
            let who = counted(*id, profile).map(|counted| &counted.value);
            let role_left_out = who.and_then(|who| match fact.role {
                Some(role) if !who.roles.contains(&role) => Some(Reason::from(role)),
                None if !fact.is_assigned => Some(Reason::Unassigned),
                _ => None,
            });
            let by_handling = who.is_some_and(|who| who.basis == Basis::Assignment);
            let pending = &mut pending[id.index()];
            match role_left_out {
                _ if fact.is_withdrawn => *pending = Some(Pending::Uncounted(Reason::Withdrawn)),
                Some(reason) if by_handling => add(&mut counts, *id, Weight::LeftOut(reason)),
                Some(reason) => *pending = Some(Pending::Uncounted(reason)),
                None if by_handling => add(&mut counts, *id, weight(*id, fact)),
                None => *pending = Some(Pending::Counted(weight(*id, fact))),
            }
        }
        if !fact.is_withdrawn {
            bump(&mut counts, CLOCKS + fact.state.index());
            bump(&mut counts, CLOCKS + AnswerState::ALL.len() + fact.last_state.index());
        }
        Self { slots: all_slots(&counts, &pending), counts, pending }
    }

    fn and(&self, later: &Self) -> Self {
        let mut counts = self.counts.clone();
        for (slot, count) in &later.counts {
            match counts.iter_mut().find(|(known, _)| known == slot) {
                Some((_, known)) => *known += count,
                None => counts.push((*slot, *count)),
            }
        }
        let both = RateId::ALL.iter().zip(self.pending.iter().zip(&later.pending));
        let pending: Vec<Option<Pending>> = both
            .map(|(id, pair)| match pair {
                (Some(Pending::Counted(earlier)), Some(Pending::Counted(later))) => {
                    Some(Pending::Counted(combined(*id, *earlier, *later)))
                }
                (Some(Pending::Uncounted(_)), Some(Pending::Counted(weight))) => Some(Pending::Counted(*weight)),
                (earlier, later) => earlier.or(*later),
            })
            .collect();
        Self { slots: all_slots(&counts, &pending), counts, pending }
    }
}

fn all_slots(counts: &[(u16, i64)], pending: &[Option<Pending>]) -> Vec<(u16, i64)> {
    let mut slots = counts.to_vec();
    for (id, pending) in RateId::ALL.iter().zip(pending) {
        match pending {
            Some(Pending::Counted(weight)) => add(&mut slots, *id, *weight),
            Some(Pending::Uncounted(reason)) => add(&mut slots, *id, Weight::LeftOut(*reason)),
            None => {}
        }
    }
    slots
}

fn add(counts: &mut Vec<(u16, i64)>, id: RateId, weight: Weight) {
    let first = id.index() * SLOTS;
    match weight {
        Weight::Part => {
            bump(counts, first);
            bump(counts, first + 1);
        }
        Weight::Whole => bump(counts, first + 1),
        Weight::LeftOut(reason) => bump(counts, first + 2 + reason.index()),
    }
}

fn bump(counts: &mut Vec<(u16, i64)>, slot: usize) {
    match counts.iter_mut().find(|(known, _)| usize::from(*known) == slot) {
        Some((_, count)) => *count += 1,
        None => counts.push((slot as u16, 1)),
    }
}
