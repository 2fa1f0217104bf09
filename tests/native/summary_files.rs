//! `jianyi/summary/1` files, and what else is answered from the same counts.

use jianyi::opened::{OpenedLedger, shape, summaries};
use jianyi::statistics::{DimensionId, Filter, RateId, View};
use jianyi::summary::{SummaryFault, SummaryFile};
use jianyi::wire;
use jianyi_generator::{Options, write_ledger};
use proptest::prelude::*;

use crate::support::{open, sample};

/// An invented ledger, taken apart into as many as asked; the last is the whole.
fn parts(seed: u64, entries: u32, parts: usize) -> Vec<OpenedLedger> {
    let mut options = Options::of_size(entries);
    options.seed = seed;
    let mut bytes = Vec::new();
    write_ledger(&mut bytes, options).unwrap();
    let whole = open(&bytes);
    let document = |office: usize, chosen: &dyn Fn(usize) -> bool| {
        let records = (0..whole.len()).filter(|index| chosen(*index)).map(|index| whole.ledger().record(index).unwrap());
        let records: Vec<String> = records.map(|record| String::from_utf8(record.to_vec()).unwrap()).collect();
        let head = format!("{{\"format\":\"jianyi/ledger/1\",\"office\":\"{office}\",\"asOf\":\"2024-09-30\",\"entries\":[");
        open(format!("{head}{}]}}", records.join(",")).as_bytes())
    };
    (0..parts).map(|part| document(part, &|index| index * 7 % 11 % parts == part)).chain([document(99, &|_| true)]).collect()
}

fn file(ledger: &OpenedLedger) -> SummaryFile {
    ledger.summary_file(&Filter::default()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn merged_summaries_say_what_one_ledger_of_all_says_in_any_order(seed in 0_u64..1000) {
        let ledgers = parts(seed, 160, 3);
        let [a, b, c, whole] = [0, 1, 2, 3].map(|at| file(&ledgers[at]));
        let one_way = a.merged(&b).unwrap().merged(&c).unwrap();
        let other_way = c.merged(&b.merged(&a).unwrap()).unwrap();
        prop_assert_eq!(&one_way, &other_way);
        prop_assert_eq!(&one_way, &a.merged(&b.merged(&c).unwrap()).unwrap());
        prop_assert_eq!(&one_way.counts, &whole.counts);
        let written = summaries::merge(&[a.to_bytes(), b.to_bytes(), c.to_bytes()]).unwrap();
        prop_assert_eq!(written.to_bytes(), one_way.to_bytes());
    }

    #[test]
    fn any_bytes_are_read_as_a_summary_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), cut in 0_usize..4000) {
        let _ = SummaryFile::from_bytes(&bytes);
        let mut written = file(&open(&sample("xinjiang-npc-2024.json"))).to_bytes();
        written.truncate(cut);
        written.extend(bytes);
        let _ = SummaryFile::from_bytes(&written);
    }

    #[test]
    fn the_entries_behind_a_rate_are_as_many_as_it_counts(
        (seed, role) in prop_oneof![1 => Just((853_u64, 2_usize)), 15 => (0_u64..1000, 0_usize..3)]
    ) {
        let ledger = &parts(seed, 120, 1)[1];
        let role: Vec<String> = [vec![], vec!["lead"], vec!["separate", "assisting"]][role].iter().map(|role| role.to_string()).collect();
        let filter = shape::filter(wire::Filter { role, ..wire::Filter::default() });
        for rate in ledger.summary(&filter).unwrap().indicators.iter().filter(|rate| rate.basis == "entry") {
            let explained = ledger.explain(&filter, RateId::from_word(&rate.id).unwrap()).unwrap();
            prop_assert_eq!(explained.part.len(), rate.part as usize, "{}", rate.id);
            prop_assert_eq!(explained.part.len() + explained.rest.len(), rate.whole as usize, "{}", rate.id);
            prop_assert_eq!(ledger.rows_of(explained.part.clone(), None, 0, 1000).len(), explained.part.len());
        }
    }

    #[test]
    fn views_count_what_the_overview_counts(seed in 0_u64..1000, from in 0_u32..60) {
        let ledger = &parts(seed, 120, 1)[1];
        let filter = Filter { days: Some((from, from + 60)), ..Filter::default() };
        let views: Vec<View> = DimensionId::ALL.iter().map(|id| View::Groups(*id)).chain([View::Days]).collect();
        let counts = ledger.views(&filter, &views).unwrap();
        let summary = ledger.summary(&filter).unwrap();
        prop_assert_eq!(counts[0], summary.matching);
        let mut at = 1;
        for id in DimensionId::ALL {
            let mut total = 0;
            for key in ledger.view_keys(View::Groups(*id)) {
                let group = summary.dimensions[id.as_str()].groups.iter().find(|group| group.key == key);
                prop_assert!(*id == DimensionId::Mark || counts[at] == group.map_or(0, |group| group.count), "{} {}", id.as_str(), key);
                total += counts[at];
                at += 1;
            }
            prop_assert_eq!(total, summary.dimensions[id.as_str()].total);
        }
        prop_assert_eq!(counts[at..].iter().sum::<u32>(), summary.days_to_reply.known);
        prop_assert_eq!(counts.len() - at, ledger.view_keys(View::Days).len());
    }
}

#[test]
fn the_work_of_the_bodies_adds_up_to_all_handlings() {
    let ledger = open(&sample("fictional-city-2024.json"));
    let bodies = ledger.bodies(&Filter::default()).unwrap();
    let summary = ledger.summary(&Filter::default()).unwrap();
    let of_body =
        |key: &str| summary.dimensions["body"].groups.iter().find(|group| group.key == key).map_or(0, |group| group.count);
    for work in &bodies {
        let handlings: u32 = work.states.iter().map(|state| state.count).sum();
        assert_eq!(handlings, of_body(&work.body), "{}", work.body);
        let minimum = 10;
        assert!(!work.ranked || work.rates.iter().all(|rate| rate.whole == 0 || rate.whole >= minimum), "{}", work.body);
    }
    assert!(bodies.iter().any(|work| work.ranked) && bodies.iter().any(|work| !work.ranked));
}

#[test]
fn a_comparison_names_a_difference_only_where_both_are_enough_and_apart() {
    let ledger = open(&sample("fictional-city-2024.json"));
    let of_kind = |kind: &str| shape::filter(wire::Filter { kind: vec![kind.into()], ..wire::Filter::default() });
    let same = ledger.contrast(&of_kind("suggestion"), &ledger, &of_kind("suggestion")).unwrap();
    assert!(
        same.same_scheme
            && same.rates.iter().all(|pair| !pair.clear && pair.difference.as_deref().is_none_or(|points| points == "0.00"))
    );
    assert!(same.dimensions.values().flatten().all(|pair| pair.difference == 0));
    let kinds = ledger.contrast(&of_kind("suggestion"), &ledger, &of_kind("proposal")).unwrap();
    assert_eq!(
        kinds.matching.iter().sum::<u32>() as usize,
        ledger.count(&Filter::default()).unwrap() - ledger.count(&of_kind("motion")).unwrap()
    );
    let small = open(&sample("xinjiang-npc-2024.json"));
    let other = ledger.contrast(&Filter::default(), &small, &Filter::default()).unwrap();
    assert!(!other.same_scheme && other.rates.iter().all(|pair| !pair.clear));
}

#[test]
fn summaries_that_have_no_common_ground_are_not_merged() {
    let npc = file(&open(&sample("xinjiang-npc-2024.json")));
    let city = file(&open(&sample("fictional-city-2024.json")));
    assert!(matches!(npc.merged(&city), Err(SummaryFault::Profiles(..))));
    assert!(matches!(city.merged(&city), Err(SummaryFault::SourceTwice(_))));
    assert_eq!(SummaryFile::from_bytes(b"{}\n"), Err(SummaryFault::Head));
    let mut broken = city.to_bytes();
    broken.extend(b"{\"table\":\"kind\"}\n");
    assert_eq!(SummaryFile::from_bytes(&broken), Err(SummaryFault::Line(city.counts.len() + 2)));
}

#[test]
fn a_summary_holds_no_entry_and_shows_the_rates_of_its_ledger() {
    let ledger = open(&sample("fictional-city-2024.json"));
    let (file, summary) = (file(&ledger), ledger.summary(&Filter::default()).unwrap());
    let view = summaries::merged_view(&file, &[]).unwrap();
    for (ours, rate) in view.rates.iter().zip(&summary.indicators) {
        assert_eq!((&ours.id, ours.part, ours.whole, &ours.percent), (&rate.id, rate.part, rate.whole, &rate.percent));
    }
    let text = String::from_utf8(file.to_bytes()).unwrap();
    let single = |entry: &jianyi::ledger::Entry<'_>| entry.form == Some(jianyi::ledger::SubmitterForm::Single);
    for entry in ledger.ledger().entries().filter(single).take(50) {
        assert!(!text.contains(entry.title.as_deref().unwrap_or("\u{0}")));
        assert!(!text.contains(entry.lead_submitter.as_ref().and_then(|lead| lead.name.as_deref()).unwrap_or("\u{0}")));
    }
}

#[test]
fn few_items_leave_a_wide_interval() {
    let summary = open(&sample("xinjiang-npc-2024.json")).summary(&Filter::default()).unwrap();
    let resolution = summary.indicators.iter().find(|rate| rate.id == "resolution").unwrap();
    assert_eq!((resolution.part, resolution.whole, resolution.small), (2, 3, true));
    assert_eq!(resolution.interval.as_ref().unwrap(), &["20.77%".to_owned(), "93.85%".to_owned()]);
}
