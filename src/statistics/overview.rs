//! The overview: everything that the page's first view shows, in one answer.

use super::columns::{Columns, FIELDS};
use super::count::{Codes, Table, codes_of, tables};
use super::dimension::DimensionId;
use super::filter::{Failing, Filter, FilterFault, days_to_answer};
use super::rates::{Rate, rates, uncounted};
use super::standing::{AnswerState, Standing, role_of};
use crate::profile::{Basis, CountedRoles, Profile};

/// All counts and rates of the entries that a filter lets through.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// Entries that the filter lets through.
    pub matching: u32,
    /// Their handlings (件次) that the filter lets through.
    pub assignments: u32,
    /// Entries of these that were withdrawn: counted by kind and state only.
    pub withdrawn: u32,
    /// Each dimension's groups.
    pub dimensions: Vec<DimensionCounts>,
    /// The indicators.
    pub rates: Vec<Rate>,
    /// Days from assignment to first answer.
    pub days: Days,
    /// Fields that are not known, and of how many entries.
    pub unpublished: Vec<LeftOut>,
}

/// The groups of one dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct DimensionCounts {
    /// Which.
    pub id: DimensionId,
    /// The sum of all counts.
    pub total: u32,
    /// Vocabularies and months in reading order, names by count; what is not known (the empty key) last.
    pub groups: Vec<Group>,
    /// What is in none of the shares.
    pub left_out: Vec<LeftOut>,
}

/// The items with one key.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The key.
    pub key: String,
    /// How many.
    pub count: u32,
    /// Its share, where the dimension has shares and this group is counted in them.
    pub share: Option<Share>,
    /// The items by outcome class, those without a class under the empty key; empty classes left out.
    pub outcomes: Vec<(String, u32)>,
}

/// A share: two counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The numerator.
    pub part: u64,
    /// The denominator.
    pub whole: u64,
}

/// Items that a figure leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub reason: &'static str,
    /// How many.
    pub count: u32,
}

/// Why items are left out, in reading order.
const REASONS: &[&str] = &[
    "lead",
    "separate",
    "assisting",
    "for-reference",
    "unassigned",
    "withdrawn",
    "not-due",
    "unknown-date",
    "no-outcome",
    "unknown-class",
    "no-feedback",
    "on-request",
    "not-public",
    "undecided-disclosure",
];

/// The same items, so that the order of the ledger's records does not show.
pub(super) fn in_reading_order(mut left_out: Vec<LeftOut>) -> Vec<LeftOut> {
    left_out.sort_by_key(|left_out| REASONS.iter().position(|reason| *reason == left_out.reason));
    left_out
}

/// Days from assignment to first answer, of all answers that are owed to a submitter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Days {
    /// Answers with both dates.
    pub known: u32,
    /// Answers without.
    pub unknown: u32,
    /// The median, the lower one of an even number.
    pub median: Option<u32>,
    /// The ninetieth percentile (nearest rank).
    pub p90: Option<u32>,
    /// Bins of equal width, from 0 on.
    pub bins: Vec<DaysBin>,
}

/// A bin, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaysBin {
    /// First day.
    pub from: u32,
    /// Last day.
    pub to: u32,
    /// How many.
    pub count: u32,
    /// Of these, after the due date.
    pub late: u32,
}

impl Overview {
    /// The overview of the entries of `columns` that pass `filter`.
    ///
    /// # Errors
    /// [`FilterFault`] where the filter contradicts itself.
    pub fn new(columns: &Columns, standing: &Standing, profile: &Profile, filter: &Filter) -> Result<Self, FilterFault> {
        let failing = filter.failing(columns, standing)?;
        let tables = tables(columns, standing, &failing);
        let dimensions = DimensionId::ALL.iter().zip(&tables);
        let mut overview = Self {
            matching: 0,
            assignments: 0,
            withdrawn: 0,
            dimensions: dimensions.map(|(id, table)| dimension(*id, table, columns, standing, &failing, profile)).collect(),
            rates: rates(columns, standing, &failing, profile),
            days: days(columns, standing, &failing),
            unpublished: Vec::new(),
        };
        overview.count_entries(columns, &failing);
        Ok(overview)
    }

    fn count_entries(&mut self, columns: &Columns, failing: &Failing) {
        let mut missing = [0_u32; FIELDS.len()];
        for entry in 0..columns.len() {
            let rows = columns.rows_of(entry).filter(|row| failing.rows[*row] == 0);
            let assigned = rows.clone().filter(|row| columns.rows.role[*row] != 0 || columns.rows.body[*row] != 0).count();
            if rows.count() == 0 {
                continue;
            }
            self.matching += 1;
            self.assignments += assigned as u32;
            self.withdrawn += u32::from(columns.entries.withdrawn[entry]);
            for (bit, count) in missing.iter_mut().enumerate() {
                *count += u32::from(columns.entries.missing[entry] >> bit & 1);
            }
        }
        let counted = FIELDS.iter().zip(missing).filter(|(_, count)| *count > 0);
        self.unpublished = counted.map(|(reason, count)| LeftOut { reason, count }).collect();
    }
}

fn dimension(
    id: DimensionId,
    table: &Table,
    columns: &Columns,
    standing: &Standing,
    failing: &Failing,
    profile: &Profile,
) -> DimensionCounts {
    let codes = codes_of(id, columns, standing);
    let counted = match id {
        DimensionId::Outcome | DimensionId::Mark => Some(&profile.denominators.outcome.value),
        DimensionId::Topic => Some(&profile.denominators.topics.value),
        _ => None,
    };
    let shares = counted.map(|counted| shares_of(id, columns, failing, counted, &codes));
    let mut groups: Vec<Group> = Vec::new();
    for (code, key) in codes.names.iter().enumerate() {
        let by_class = table.of(code);
        let count = by_class.iter().sum();
        let share = shares.as_ref().and_then(|shares| shares.parts[code].map(|part| Share { part, whole: shares.whole }));
        // a class of the profile's scheme stands in the table also where it has no item
        let expected = matches!(id, DimensionId::Outcome) && !key.is_empty();
        if count == 0 && !expected {
            continue;
        }
        let outcomes = standing.classes.iter().zip(by_class).filter(|(_, count)| **count > 0);
        let outcomes = outcomes.map(|(class, count)| (class.clone(), *count)).collect();
        groups.push(Group { key: key.clone(), count, share, outcomes });
    }
    match id {
        DimensionId::Month | DimensionId::ReplyMonth | DimensionId::Year | DimensionId::Mark => {
            groups.sort_by(|left, right| (left.key.is_empty(), &left.key).cmp(&(right.key.is_empty(), &right.key)));
        }
        DimensionId::Session => groups.sort_by_key(|group| (group.key.is_empty(), session_order(&group.key))),
        _ if codes.ordered => groups.sort_by_key(|group| group.key.is_empty()),
        _ => groups.sort_by(|left, right| {
            (left.key.is_empty(), right.count, &left.key).cmp(&(right.key.is_empty(), left.count, &right.key))
        }),
    }
    let total = groups.iter().map(|group| group.count).sum();
    if id.has_plain_shares() {
        for group in &mut groups {
            group.share = Some(Share { part: group.count.into(), whole: u64::from(total) });
        }
    }
    DimensionCounts { id, total, groups, left_out: shares.map(|shares| shares.left_out).unwrap_or_default() }
}

fn session_order(key: &str) -> (u32, u32) {
    let mut parts = key.split('-').map(|part| part.parse().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

/// The shares of a dimension: a part per code, of one whole.
#[derive(Default)]
struct Shares {
    parts: Vec<Option<u64>>,
    whole: u64,
    left_out: Vec<LeftOut>,
}

/// The shares of outcome classes, marks or topics, of what the profile counts. Without an outcome a handling is left out;
/// without a topic an entry is part of the whole.
fn shares_of(id: DimensionId, columns: &Columns, failing: &Failing, counted: &CountedRoles, codes: &Codes<'_>) -> Shares {
    let by_entry = counted.basis == Basis::Entry || id.is_of_entry();
    let own = !id.bit();
    let mut parts = vec![0_u64; codes.names.len()];
    let mut left_out: Vec<LeftOut> = Vec::new();
    let mut leave_out = |reason: &'static str| match left_out.iter_mut().find(|left_out| left_out.reason == reason) {
        Some(left_out) => left_out.count += 1,
        None => left_out.push(LeftOut { reason, count: 1 }),
    };
    let mut count = |row: usize| {
        let at = if id.is_of_entry() { columns.rows.entry[row] as usize } else { row };
        let code = codes.one(at).unwrap_or(0);
        match parts.get_mut(code as usize) {
            Some(part) if code != 0 || id.is_of_entry() => {
                *part += 1;
                None
            }
            _ => Some("no-outcome"),
        }
    };
    let rows: Vec<usize> = (0..columns.rows()).filter(|row| failing.rows[*row] & own == 0).collect();
    for of_entry in rows.chunk_by(|left, right| columns.rows.entry[*left] == columns.rows.entry[*right]) {
        if columns.entries.withdrawn[columns.rows.entry[of_entry[0]] as usize] {
            leave_out("withdrawn");
        } else if by_entry {
            let first = of_entry.iter().find(|row| uncounted(columns, **row, &counted.roles).is_none());
            let left_out = match first {
                Some(row) => count(*row),
                None => uncounted(columns, of_entry[0], &counted.roles),
            };
            left_out.into_iter().for_each(&mut leave_out);
        } else {
            for row in of_entry {
                uncounted(columns, *row, &counted.roles).or_else(|| count(*row)).into_iter().for_each(&mut leave_out);
            }
        }
    }
    let whole = parts.iter().sum();
    let parts = parts.into_iter().enumerate().map(|(code, part)| (code != 0 || part > 0).then_some(part)).collect();
    Shares { parts, whole, left_out: in_reading_order(left_out) }
}

fn days(columns: &Columns, standing: &Standing, failing: &Failing) -> Days {
    let mut known: Vec<(u32, bool)> = Vec::new();
    let mut unknown = 0;
    for row in (0..columns.rows()).filter(|row| failing.rows[*row] == 0) {
        let answers = matches!(standing.states[row], AnswerState::InTime | AnswerState::Late | AnswerState::Answered);
        let assisting = role_of(columns.rows.role[row]) == Some(crate::ledger::HandlingRole::Assisting);
        if !answers || assisting {
            continue;
        }
        match days_to_answer(columns, row) {
            Some(days) => known.push((days, standing.states[row] == AnswerState::Late)),
            None => unknown += 1,
        }
    }
    known.sort_unstable();
    let rank = |percent: usize| known.get((known.len() * percent).div_ceil(100).saturating_sub(1)).map(|(days, _)| *days);
    let (median, p90) = (rank(50), rank(90));
    Days { known: known.len() as u32, unknown, median, p90, bins: bins(&known) }
}

/// At most about 24 bins, of a width that people count in; the last holds what lies far beyond.
fn bins(known: &[(u32, bool)]) -> Vec<DaysBin> {
    const WIDTHS: &[u32] = &[1, 5, 10, 15, 30, 60, 90, 365];
    let Some((longest, _)) = known.last() else { return Vec::new() };
    let width = WIDTHS.iter().copied().find(|width| longest / width < 24).unwrap_or(longest / 24 + 1);
    let mut bins: Vec<DaysBin> = Vec::new();
    for at in 0..=longest / width {
        bins.push(DaysBin { from: at * width, to: at * width + width - 1, count: 0, late: 0 });
    }
    for (days, late) in known {
        let bin = &mut bins[(days / width) as usize];
        bin.count += 1;
        bin.late += u32::from(*late);
    }
    bins
}
