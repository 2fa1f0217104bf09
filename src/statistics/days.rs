//! Days from assignment to the first answer.

use super::filter::Condition;
use super::keys::Grounds;
use super::linked::{Linked, Mask, Scope, TallyId};

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
    /// The days that occur, ascending, each with its answers and how many of these were late.
    pub by_day: Vec<(u32, u32, u32)>,
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

/// The days, as they were last counted.
pub(super) fn days(linked: &mut Linked, grounds: Grounds<'_>) -> Days {
    let unknown = linked.size(grounds, Scope { ignores: Some(Condition::Days), mask: Mask::DaysUnknown, once: false });
    let counts = linked.counts(TallyId::Days).chunks_exact(2);
    let by_day = linked.days(grounds).iter().zip(counts).map(|(days, counts)| (*days, counts[0] + counts[1], counts[1]));
    let by_day: Vec<(u32, u32, u32)> = by_day.filter(|(_, count, _)| *count > 0).collect();
    let known = by_day.iter().map(|(_, count, _)| count).sum();
    Days { known, unknown, median: rank(&by_day, known, 50), p90: rank(&by_day, known, 90), bins: bins(&by_day), by_day }
}

/// The days within which `percent` of `of` were answered (nearest rank); `None` where fewer were.
pub(super) fn rank(by_day: &[(u32, u32, u32)], of: u32, percent: u64) -> Option<u32> {
    let wanted = (u64::from(of) * percent).div_ceil(100).max(1);
    let mut seen = 0;
    by_day.iter().find_map(|(days, count, _)| {
        seen += u64::from(*count);
        (seen >= wanted).then_some(*days)
    })
}

/// At most about 24 bins, of a width that people count in; the last holds what lies far beyond.
fn bins(by_day: &[(u32, u32, u32)]) -> Vec<DaysBin> {
    const WIDTHS: &[u32] = &[1, 5, 10, 15, 30, 60, 90, 365];
    let Some((longest, ..)) = by_day.last() else { return Vec::new() };
    let width = WIDTHS.iter().copied().find(|width| longest / width < 24).unwrap_or(longest / 24 + 1);
    let places = 0..=longest / width;
    let mut bins: Vec<DaysBin> =
        places.map(|at| DaysBin { from: at * width, to: at * width + width - 1, count: 0, late: 0 }).collect();
    for (days, count, late) in by_day {
        let bin = &mut bins[(days / width) as usize];
        bin.count += count;
        bin.late += late;
    }
    bins
}
