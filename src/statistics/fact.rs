//! What an indicator needs to know of a row, in one number: rows that are alike have the same.

use super::keys::Grounds;
use super::standing::{AnswerState, role_of};
use crate::ledger::{DisclosureAttribute, HandlingRole, OutcomeMeaning, Rating};
use crate::text::fast_map::FastMap;

/// What is known of one handling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Fact {
    pub role: Option<HandlingRole>,
    pub is_assigned: bool,
    pub is_answered: bool,
    pub state: AnswerState,
    /// The state of the last round.
    pub last_state: AnswerState,
    pub class: Class,
    pub rating: Option<Rating>,
    pub first_rating: Option<Rating>,
    pub attitude: Option<Rating>,
    pub result: Option<Rating>,
    /// See [`super::contact`].
    pub contacts: u8,
    pub is_redone: bool,
    pub is_extended: bool,
    /// The class before it was followed up as a plan; `None` where it was not.
    pub before_follow_up: Option<Class>,
    pub disclosure: Option<DisclosureAttribute>,
    pub is_published: bool,
    pub is_withdrawn: bool,
}

/// What the outcome means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Class {
    /// No outcome.
    None,
    /// A mark of which no scheme says what it means.
    Unknown,
    Means(OutcomeMeaning),
}

/// The facts of all rows: a code per row and the facts by code.
pub(super) fn facts(grounds: Grounds<'_>) -> (Vec<u32>, Vec<Fact>) {
    let mut codes = Vec::with_capacity(grounds.columns.rows());
    let mut found = Vec::new();
    let mut code_of: FastMap<u64, u32> = FastMap::default();
    let rare = &grounds.columns.rare;
    let (mut last_states, mut marks_before) =
        (grounds.standing.last_states.iter().peekable(), rare.marks_before.iter().peekable());
    for row in 0..grounds.columns.rows() {
        let last_state = last_states.next_if(|(at, _)| *at as usize == row).map(|(_, state)| *state);
        let before = marks_before.next_if(|(at, _)| *at as usize == row).map(|(_, mark)| *mark);
        let code = code_of.entry(packed(grounds, row, last_state, before)).or_insert_with(|| {
            found.push(fact(grounds, row, last_state, before));
            found.len() as u32 - 1
        });
        codes.push(*code);
    }
    (codes, found)
}

/// All that [`fact`] reads, in as many bits as it needs: equal numbers, equal facts.
fn packed(grounds: Grounds<'_>, row: usize, last_state: Option<AnswerState>, before: Option<u32>) -> u64 {
    let (entries, rows) = (&grounds.columns.entries, &grounds.columns.rows);
    let entry = rows.entry[row] as usize;
    let class = |mark: u32| match class(grounds, mark) {
        Class::None => 0,
        Class::Unknown => 1,
        Class::Means(meaning) => 2 + meaning as u64,
    };
    [
        (3, u64::from(rows.role.get(row))),
        (1, u64::from(rows.body.get(row) != 0)),
        (1, u64::from(rows.answered[row])),
        (4, grounds.standing.states[row] as u64),
        (4, last_state.map_or(15, |state| state as u64)),
        (4, class(rows.mark.get(row))),
        (4, before.map_or(15, class)),
        (2, u64::from(rows.rating.get(row))),
        (6, u64::from(rows.other_ratings[row])),
        (6, u64::from(rows.contacts[row])),
        (3, u64::from(rows.turns[row])),
        (2, u64::from(entries.disclosure.get(entry))),
        (1, u64::from(entries.published[entry])),
        (1, u64::from(entries.withdrawn[entry])),
    ]
    .iter()
    .fold(0, |packed, (bits, value)| packed << bits | value)
}

fn fact(grounds: Grounds<'_>, row: usize, last_state: Option<AnswerState>, before: Option<u32>) -> Fact {
    let (entries, rows) = (&grounds.columns.entries, &grounds.columns.rows);
    let entry = rows.entry[row] as usize;
    let rating = |code: u32| Rating::ALL.get((code as usize).wrapping_sub(1)).copied();
    let other = u32::from(rows.other_ratings[row]);
    let state = grounds.standing.states[row];
    Fact {
        role: role_of(rows.role.get(row)),
        is_assigned: rows.role.get(row) != 0 || rows.body.get(row) != 0 || rows.answered[row],
        is_answered: rows.answered[row],
        state,
        last_state: last_state.unwrap_or(state),
        class: class(grounds, rows.mark.get(row)),
        rating: rating(rows.rating.get(row)),
        first_rating: rating(other & 3),
        attitude: rating(other >> 2 & 3),
        result: rating(other >> 4 & 3),
        contacts: rows.contacts[row],
        is_redone: rows.turns[row] & 1 != 0,
        is_extended: rows.turns[row] & 2 != 0,
        before_follow_up: before.map(|mark| class(grounds, mark)),
        disclosure: DisclosureAttribute::ALL.get((entries.disclosure.get(entry) as usize).wrapping_sub(1)).copied(),
        is_published: entries.published[entry],
        is_withdrawn: entries.withdrawn[entry],
    }
}

fn class(grounds: Grounds<'_>, mark: u32) -> Class {
    match grounds.standing.meaning_of_mark.get(mark as usize).copied().flatten() {
        Some(meaning) => Class::Means(meaning),
        None if mark == 0 => Class::None,
        None => Class::Unknown,
    }
}
