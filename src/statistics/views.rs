//! Counts alone, for views that follow a slider: no names, no text, one array.

use super::dimension::DimensionId;
use super::filter::{Filter, FilterFault};
use super::groups::taken_apart;
use super::keys::{Grounds, keys_of};
use super::linked::{Linked, TallyId};

/// What a view shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The groups of a dimension.
    Groups(DimensionId),
    /// Days from assignment to first answer, a count per day that occurs.
    Days,
}

impl View {
    /// The view of this name: a dimension's, or `days`.
    pub fn from_word(word: &str) -> Option<Self> {
        if word == "days" { Some(Self::Days) } else { DimensionId::from_word(word).map(Self::Groups) }
    }
}

/// The keys of a view's counts, in the order of the counts; they stay the same while the ledger is open.
pub fn view_keys(view: View, linked: &Linked, grounds: Grounds<'_>) -> Vec<String> {
    match view {
        View::Groups(dimension) => {
            let keys = keys_of(dimension, grounds);
            (0..keys.len()).map(|code| keys.key(code).to_owned()).collect()
        }
        View::Days => linked.days(grounds).iter().map(u32::to_string).collect(),
    }
}

/// Entries that pass, then the counts of each view by key; a view ignores its own condition.
///
/// # Errors
/// [`FilterFault`] where the filter contradicts itself.
pub fn view_counts(linked: &mut Linked, grounds: Grounds<'_>, filter: &Filter, views: &[View]) -> Result<Vec<u32>, FilterFault> {
    linked.filter(grounds, filter)?;
    let tallies: Vec<TallyId> = views
        .iter()
        .map(|view| match view {
            View::Groups(dimension) => TallyId::Keys(*dimension),
            View::Days => TallyId::Days,
        })
        .collect();
    linked.count(grounds, &tallies);
    let mut counts = vec![linked.matches(grounds) as u32];
    for view in views {
        match view {
            View::Groups(dimension) => {
                let keys = keys_of(*dimension, grounds).len();
                counts.extend(taken_apart(*dimension, linked, grounds, keys, linked.counts(TallyId::Keys(*dimension)), 1));
            }
            View::Days => counts.extend(linked.counts(TallyId::Days).chunks_exact(2).map(|counts| counts[0] + counts[1])),
        }
    }
    Ok(counts)
}
