//! The engine's figures are those of the slow reference, whatever the filter and whatever was asked before.

use jianyi::calendar::Date;
use jianyi::opened::{OpenOptions, OpenedLedger, Opening, shape};
use jianyi::wire::{self, Filter};
use jianyi_generator::{Options, write_ledger};
use proptest::prelude::*;

use crate::statistics_reference::{Figures, figures, figures_of};
use crate::support::sample;

const PROFILES: &[&str] = &["generic-city", "xinjiang-npc", "shanghai", "chongqing", "npc"];

fn open(bytes: &[u8], profile: &str, today: &str) -> OpenedLedger {
    let options = OpenOptions { profile: Some(profile.into()), today: Date::parse(today).ok(), ..OpenOptions::default() };
    let mut opening = Opening::new(options, bytes.len());
    opening.push(bytes);
    opening.finish().unwrap()
}

fn invented(seed: u64, entries: u32) -> Vec<u8> {
    let mut options = Options::of_size(entries);
    options.seed = seed;
    let mut bytes = Vec::new();
    write_ledger(&mut bytes, options).unwrap();
    bytes
}

/// A filter on some of the keys that the ledger has, by numbers that choose them.
fn filter(summary: &wire::Summary, choice: &[(usize, u64)], days: Option<(u32, u32)>, text: bool) -> Filter {
    let mut filter = Filter { days, ..Filter::default() };
    let names: Vec<&String> = summary.dimensions.keys().collect();
    for (dimension, bits) in choice {
        let name = names[dimension % names.len()];
        let groups = summary.dimensions[name].groups.iter().enumerate();
        let keys: Vec<String> = groups.filter(|(at, _)| bits >> (at % 64) & 1 == 1).map(|(_, group)| group.key.clone()).collect();
        *of_dimension(&mut filter, name) = keys;
    }
    filter.text = text.then(|| "的 局".to_owned());
    filter
}

fn of_dimension<'f>(filter: &'f mut Filter, name: &str) -> &'f mut Vec<String> {
    match name {
        "kind" => &mut filter.kind,
        "topic" => &mut filter.topic,
        "delegation" => &mut filter.delegation,
        "month" => &mut filter.month,
        "year" => &mut filter.year,
        "session" => &mut filter.session,
        "sitting" => &mut filter.sitting,
        "form" => &mut filter.form,
        "key" => &mut filter.key,
        "livelihood" => &mut filter.livelihood,
        "disclosure" => &mut filter.disclosure,
        "means" => &mut filter.means,
        "stage" => &mut filter.stage,
        "role" => &mut filter.role,
        "outcome" => &mut filter.outcome,
        "mark" => &mut filter.mark,
        "body" => &mut filter.body,
        "replyMonth" => &mut filter.reply_month,
        "state" => &mut filter.state,
        "rating" => &mut filter.rating,
        other => panic!("no dimension {other}"),
    }
}

fn differences(ours: &Figures, reference: &Figures) -> Vec<String> {
    let names = ours.keys().chain(reference.keys()).collect::<std::collections::BTreeSet<_>>();
    let differing = names.into_iter().filter(|name| ours.get(*name) != reference.get(*name));
    differing.map(|name| format!("{name}: {:?}, reference {:?}", ours.get(name), reference.get(name))).collect()
}

fn assert_same(opened: &OpenedLedger, profile: &str, today: &str, filter: &Filter) {
    let ours = figures_of(&opened.summary(&shape::filter(filter.clone())).unwrap());
    let reference = figures(opened, profile, Date::parse(today).unwrap(), filter);
    let differences = differences(&ours, &reference);
    assert!(differences.is_empty(), "{filter:?}\n{}", differences.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_is_that_of_the_reference_whatever_was_asked_before(
        seed in 0_u64..1000,
        profile in 0..PROFILES.len(),
        steps in proptest::collection::vec(
            (
                proptest::collection::vec((0_usize..32, any::<u64>()), 0..4),
                proptest::option::of((0_u32..60, 60_u32..150)),
                proptest::bool::weighted(0.2),
            ),
            1..5,
        ),
    ) {
        let opened = open(&invented(seed, 130), PROFILES[profile], "2024-08-20");
        let all = opened.summary(&jianyi::statistics::Filter::default()).unwrap();
        for (choice, days, text) in steps {
            assert_same(&opened, PROFILES[profile], "2024-08-20", &filter(&all, &choice, days, text));
        }
    }
}

#[test]
fn the_samples_have_the_figures_of_the_reference() {
    for (name, profile) in [
        ("xinjiang-npc-2024.json", "xinjiang-npc"),
        ("xinjiang-cppcc-2024.json", "xinjiang-cppcc"),
        ("fictional-city-2024.json", "generic-city"),
    ] {
        let opened = open(&sample(name), profile, "2024-10-01");
        assert_same(&opened, profile, "2024-10-01", &Filter::default());
        assert_same(&opened, profile, "2024-10-01", &Filter { role: vec!["lead".into()], ..Filter::default() });
    }
}
