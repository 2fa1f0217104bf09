//! Two selections side by side, of one ledger or of two.

use std::collections::BTreeMap;

use super::OpenedLedger;
use super::shape;
use crate::statistics::{DimensionCounts, Filter, FilterFault, Overview, Rate, intervals_overlap, percent_difference};
use crate::wire;

impl OpenedLedger {
    /// What passes `filter` here, beside what passes `other_filter` in `other`, which may be this ledger itself.
    ///
    /// # Errors
    /// [`FilterFault`] where a filter contradicts itself.
    pub fn contrast(&self, filter: &Filter, other: &Self, other_filter: &Filter) -> Result<wire::Contrast, FilterFault> {
        let left = Overview::new(&mut self.linked(), self.grounds(), filter)?;
        let right = Overview::new(&mut other.linked(), other.grounds(), other_filter)?;
        let rates = left.rates.iter().zip(&right.rates).filter(|(left, right)| left.whole + right.whole > 0);
        let dimensions = left.dimensions.iter().zip(&right.dimensions);
        Ok(wire::Contrast {
            matching: [left.matching, right.matching],
            assignments: [left.assignments, right.assignments],
            same_scheme: self.profile.outcome.value == other.profile.outcome.value
                && self.ledger.head.schemes == other.ledger.head.schemes,
            rates: rates.map(|(left, right)| self.pair(left, other, right)).collect(),
            dimensions: dimensions.map(|(left, right)| (left.id.as_str().to_owned(), group_pairs(left, right))).collect(),
            median_days: [left.days.median, right.days.median],
        })
    }

    fn pair(&self, left: &Rate, other: &Self, right: &Rate) -> wire::RatePair {
        let counts = |rate: &Rate| (rate.part, rate.whole);
        let shaped = (shape::rate(left, &self.profile), shape::rate(right, &other.profile));
        let is_enough = |rate: &wire::RateView| rate.whole > 0 && !rate.small;
        wire::RatePair {
            id: left.id.as_str().to_owned(),
            difference: percent_difference(counts(left), counts(right), self.profile.rounding.value),
            clear: is_enough(&shaped.0) && is_enough(&shaped.1) && !intervals_overlap(counts(left), counts(right)),
            left: shaped.0,
            right: shaped.1,
        }
    }
}

fn group_pairs(left: &DimensionCounts, right: &DimensionCounts) -> Vec<wire::GroupPair> {
    let counts = |dimension: &DimensionCounts| -> BTreeMap<String, u32> {
        dimension.groups.iter().map(|group| (group.key.clone(), group.count)).collect()
    };
    let (of_left, of_right) = (counts(left), counts(right));
    let only_right = right.groups.iter().filter(|group| !of_left.contains_key(&group.key));
    let keys = left.groups.iter().chain(only_right).map(|group| group.key.clone());
    let count = |counts: &BTreeMap<String, u32>, key: &str| counts.get(key).copied().unwrap_or(0);
    keys.map(|key| {
        let counts = [count(&of_left, &key), count(&of_right, &key)];
        wire::GroupPair { key, counts, difference: counts[1].wrapping_sub(counts[0]) as i32 }
    })
    .collect()
}
