//! What holds of the statistics of every ledger.

use std::collections::BTreeMap;

use jianyi::opened::{OpenedLedger, shape};
use jianyi::statistics::Filter;
use jianyi::wire;
use jianyi_generator::{Options, write_ledger};
use proptest::prelude::*;

use crate::support::open;

fn ledger(seed: u64, entries: usize) -> OpenedLedger {
    let mut options = Options::of_size(entries as u32);
    options.seed = seed;
    let mut bytes = Vec::new();
    write_ledger(&mut bytes, options).unwrap();
    open(&bytes)
}

/// Some filters that a person would set.
fn filters() -> impl Strategy<Value = wire::Filter> {
    let kinds = proptest::sample::subsequence(vec!["suggestion", "proposal", "motion"], 0..=2);
    let roles = proptest::sample::subsequence(vec!["lead", "assisting", "separate", "for-reference"], 0..=2);
    let outcomes = proptest::sample::subsequence(vec!["A", "B", "C", ""], 0..=2);
    let states = proptest::sample::subsequence(vec!["in-time", "late", "overdue", "open"], 0..=2);
    let days = proptest::option::of((0_u32..60, 60_u32..200));
    (kinds, roles, outcomes, states, days).prop_map(|(kind, role, outcome, state, days)| {
        let owned = |words: Vec<&str>| words.into_iter().map(str::to_owned).collect();
        wire::Filter {
            kind: owned(kind),
            role: owned(role),
            outcome: owned(outcome),
            state: owned(state),
            days,
            ..wire::Filter::default()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_rate_and_no_share_exceeds_its_whole(seed in 0_u64..1000, filter in filters()) {
        let summary = ledger(seed, 150).summary(&shape::filter(filter)).unwrap();
        for rate in &summary.rates {
            prop_assert!(rate.part <= rate.whole, "{}", rate.id);
        }
        for (name, dimension) in &summary.dimensions {
            for group in &dimension.groups {
                let share = group.share.as_ref();
                prop_assert!(share.is_none_or(|share| share.part <= share.whole), "{name} {}", group.key);
                let parts: u32 = group.outcomes.iter().map(|part| part.count).sum();
                prop_assert_eq!(parts, group.count, "{} {}", name, &group.key);
            }
        }
    }

    #[test]
    fn dimensions_of_handlings_that_are_not_filtered_add_up_to_the_same_total(seed in 0_u64..1000, filter in filters()) {
        let filtered: BTreeMap<&str, bool> =
            [("role", !filter.role.is_empty()), ("outcome", !filter.outcome.is_empty())].into_iter().collect();
        let summary = ledger(seed, 150).summary(&shape::filter(filter.clone())).unwrap();
        let total = |name: &str| summary.dimensions[name].total;
        for name in ["mark", "rating", "replyMonth"] {
            prop_assert_eq!(total(name), total("body"), "{}", name);
        }
        for (name, filtered) in filtered {
            prop_assert!(filtered || total(name) == total("body"), "{name}");
        }
    }

    #[test]
    fn the_order_of_the_records_changes_no_statistic(seed in 0_u64..1000, filter in filters()) {
        let opened = ledger(seed, 120);
        let records: Vec<String> = (0..opened.len()).map(|index| String::from_utf8(opened.ledger().record(index).unwrap().to_vec()).unwrap()).collect();
        let mut shuffled = records.clone();
        shuffled.sort_by_key(|record| record.bytes().fold(seed, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte))));
        let document = |records: &[String]| format!("{{\"format\":\"jianyi/ledger/1\",\"asOf\":\"2024-09-30\",\"entries\":[{}]}}", records.join(","));
        let filter = shape::filter(filter);
        let left = open(document(&records).as_bytes()).summary(&filter).unwrap();
        let right = open(document(&shuffled).as_bytes()).summary(&filter).unwrap();
        prop_assert_eq!(left.rates, right.rates);
        prop_assert_eq!(left.days_to_reply, right.days_to_reply);
        for (name, dimension) in &left.dimensions {
            let counts = |dimension: &wire::Dimension| -> BTreeMap<String, u32> {
                dimension.groups.iter().map(|group| (group.key.clone(), group.count)).collect()
            };
            prop_assert_eq!(counts(dimension), counts(&right.dimensions[name]), "{}", name);
        }
    }

    #[test]
    fn a_filter_on_one_key_keeps_the_counts_of_its_own_dimension(seed in 0_u64..1000) {
        let opened = ledger(seed, 150);
        let all = opened.summary(&Filter::default()).unwrap();
        let key = all.dimensions["topic"].groups[0].key.clone();
        let filtered = opened.summary(&shape::filter(wire::Filter { topic: vec![key.clone()], ..wire::Filter::default() })).unwrap();
        prop_assert_eq!(&filtered.dimensions["topic"].groups, &all.dimensions["topic"].groups);
        prop_assert_eq!(filtered.matching - filtered.withdrawn, all.dimensions["topic"].groups[0].count);
    }

    #[test]
    fn the_list_shows_as_many_entries_as_the_overview_counts(seed in 0_u64..1000, filter in filters()) {
        let opened = ledger(seed, 150);
        let filter = shape::filter(filter);
        let rows = opened.rows(&filter, None, 0, 1000).unwrap();
        prop_assert_eq!(rows.len(), opened.summary(&filter).unwrap().matching as usize);
        prop_assert_eq!(rows.len(), opened.count(&filter).unwrap());
    }
}

#[test]
fn every_row_of_the_list_opens_by_its_id() {
    let opened = ledger(7, 200);
    for row in opened.rows(&Filter::default(), None, 0, 1000).unwrap() {
        let view = opened.entry(&row.id).unwrap();
        assert_eq!(view.row.index, row.index);
        assert!(!view.timeline.is_empty());
    }
}

#[test]
fn sorted_rows_ascend_and_absent_values_stand_last() {
    let opened = ledger(3, 300);
    for by in
        ["number", "title", "leadSubmitter", "body", "topic", "outcome", "assignedOn", "dueOn", "repliedOn", "state", "kind"]
    {
        let sorted = |descending| {
            let order = shape::order(&wire::RowSort { by: by.to_owned(), descending }).unwrap();
            opened.rows(&Filter::default(), Some(order), 0, 1000).unwrap()
        };
        let (up, down) = (sorted(false), sorted(true));
        let replied = |rows: &[wire::Row]| rows.iter().map(|row| row.replied_on.clone()).collect::<Vec<_>>();
        if by == "repliedOn" {
            let known: Vec<String> = replied(&up).into_iter().flatten().collect();
            assert!(known.is_sorted());
            assert!(replied(&up).iter().rev().take(up.len() - known.len()).all(Option::is_none));
            assert!(replied(&down).iter().take(known.len()).flatten().rev().is_sorted());
        }
        let indexes = |rows: &[wire::Row]| rows.iter().map(|row| row.index).collect::<std::collections::BTreeSet<_>>();
        assert_eq!(indexes(&up), indexes(&down), "{by}");
    }
}

#[test]
fn shares_are_printed_as_the_profile_rounds() {
    use jianyi::profile::{Rounding, RoundingMode};
    use jianyi::statistics::{percent, percents};
    let rounding = |mode, decimals| Rounding { mode, decimals, trim_zeros: false };
    assert_eq!(percent(2, 3, rounding(RoundingMode::HalfUp, 2)).as_deref(), Some("66.67%"));
    assert_eq!(percent(24, 482, rounding(RoundingMode::Truncate, 1)).as_deref(), Some("4.9%"));
    assert_eq!(percent(24, 482, rounding(RoundingMode::HalfUp, 1)).as_deref(), Some("5.0%"));
    assert_eq!(percent(1, 8, rounding(RoundingMode::HalfUp, 0)).as_deref(), Some("13%"));
    assert_eq!(percent(0, 0, rounding(RoundingMode::HalfUp, 2)), None);
    let printed: Vec<String> = percents(&[33, 14, 5], 52, rounding(RoundingMode::SumTo100, 1)).into_iter().flatten().collect();
    assert_eq!(printed, ["63.5%", "26.9%", "9.6%"]);
    let thirds: Vec<String> = percents(&[1, 1, 1], 3, rounding(RoundingMode::SumTo100, 2)).into_iter().flatten().collect();
    assert_eq!(thirds, ["33.34%", "33.33%", "33.33%"]);
}
