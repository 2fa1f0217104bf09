//! Published figures of other places, reproduced from entries under the rounding that each used; where a published figure
//! follows from no one rounding, the test says which it is and what the counts give.

use jianyi::opened::{OpenOptions, Opening};
use jianyi::profile::{Basis, Profile, Rounding, RoundingMode, shipped_profile};
use jianyi::statistics::{DimensionId, Filter};
use jianyi::wire::Summary;
use serde_json::{Value, json};

use crate::support::{rate, share};

const ONE: Rounding = Rounding { mode: RoundingMode::HalfUp, decimals: 1, trim_zeros: false };
const TWO: Rounding = Rounding { decimals: 2, ..ONE };
const WHOLE: Rounding = Rounding { decimals: 0, ..ONE };

fn rounds_as(rounding: Rounding) -> Profile {
    let mut profile = shipped_profile("generic-city").unwrap().clone();
    profile.id = "annex".into();
    profile.rounding.value = rounding;
    profile
}

/// A ledger with these entries, each said to occur so often.
fn counted(profile: Profile, groups: &[(u32, Value)]) -> Summary {
    let entries = groups.iter().flat_map(|(count, entry)| std::iter::repeat_n(entry, *count as usize));
    let entries: Vec<Value> = entries
        .enumerate()
        .map(|(at, entry)| {
            let mut entry = entry.clone();
            entry["number"] = json!((at + 1).to_string());
            entry["kind"] = json!("suggestion");
            entry
        })
        .collect();
    let document = json!({ "format": "jianyi/ledger/1", "profile": "annex", "asOf": "2024-12-31", "entries": entries });
    let bytes = serde_json::to_vec(&document).unwrap();
    let options = OpenOptions { own_profiles: vec![profile], ..OpenOptions::default() };
    let mut opening = Opening::new(options, bytes.len());
    opening.push(&bytes);
    let opened = opening.finish().unwrap();
    assert_eq!(opened.problems(), Vec::new());
    opened.summary(&Filter::default()).unwrap()
}

fn handled(mark: &str) -> Value {
    json!({ "rounds": [{ "assignments": [{ "body": "承办单位", "role": "lead" }], "replies": [{ "outcome": { "mark": mark } }] }] })
}

fn classes(rounding: Rounding, counts: &[(&str, u32)]) -> Summary {
    let groups: Vec<(u32, Value)> = counts.iter().map(|(mark, count)| (*count, handled(mark))).collect();
    counted(rounds_as(rounding), &groups)
}

fn shares(summary: &Summary, marks: &[&str]) -> Vec<String> {
    marks.iter().map(|mark| share(summary, "outcome", mark)).collect()
}

#[test]
fn gongliu_2024_has_its_counts_and_no_single_rounding_gives_what_was_printed() {
    let counts = [("A", 33), ("B", 14), ("C", 5)];
    assert_eq!(shares(&classes(ONE, &counts), &["A", "B", "C"]), ["33/52 = 63.5%", "14/52 = 26.9%", "5/52 = 9.6%"]);
    // Printed 63.4 / 27 / 9.6: the sum was forced to 100 by hand, in the wrong place.
    let forced = Rounding { mode: RoundingMode::SumTo100, ..ONE };
    assert_eq!(shares(&classes(forced, &counts), &["A", "B", "C"]), ["33/52 = 63.5%", "14/52 = 26.9%", "5/52 = 9.6%"]);
}

#[test]
fn a_city_of_93_items_printed_shares_that_add_up_to_a_hundred() {
    let forced = Rounding { mode: RoundingMode::SumTo100, ..TWO };
    let summary = classes(forced, &[("A", 54), ("B", 33), ("C", 2), ("D", 4)]);
    let printed = ["54/93 = 58.07%", "33/93 = 35.48%", "2/93 = 2.15%", "4/93 = 4.30%"];
    assert_eq!(shares(&summary, &["A", "B", "C", "D"]), printed);
}

#[test]
fn the_national_headline_of_2002_is_solved_and_planned_over_all() {
    let summary = classes(ONE, &[("A", 536), ("B", 2560), ("C", 775), ("D", 416)]);
    let headline = rate(&summary, "resolved-or-planned");
    assert_eq!((headline.part, headline.whole, headline.percent.as_deref()), (3096, 4287, Some("72.2%")));
}

#[test]
fn ruian_prints_whole_percents_and_ningbo_one_decimal() {
    let ruian = classes(WHOLE, &[("A", 192), ("B", 221), ("C", 69)]);
    assert_eq!(shares(&ruian, &["A", "B", "C"]), ["192/482 = 40%", "221/482 = 46%", "69/482 = 14%"]);
    let ningbo = classes(ONE, &[("A", 148), ("B", 364), ("C", 66), ("D", 10)]);
    let printed = ["148/588 = 25.2%", "364/588 = 61.9%", "66/588 = 11.2%", "10/588 = 1.7%"];
    assert_eq!(shares(&ningbo, &["A", "B", "C", "D"]), printed);
}

#[test]
fn ruians_dissatisfied_are_cut_off_and_do_not_fit_its_satisfied() {
    let rated = |rating: &str| {
        let mut entry = handled("A");
        entry["rounds"][0]["feedback"] = json!([{ "overall": rating }]);
        entry
    };
    // 460 and 24 are 484, two more than the 482 items; what is true of 482 is that 24 leave 458.
    let cut = Rounding { mode: RoundingMode::Truncate, ..ONE };
    let summary = counted(rounds_as(cut), &[(458, rated("satisfied")), (24, rated("dissatisfied"))]);
    let satisfied = rate(&summary, "satisfaction-including-basic");
    assert_eq!((satisfied.part, satisfied.whole, satisfied.percent.as_deref()), (458, 482, Some("95.0%")));
    assert_eq!(24 * 1000 / 482, 49, "4.9 % as printed is 24/482 cut off");
}

#[test]
fn ningbos_two_ratings_are_over_the_527_forms_that_came_back_of_591_items() {
    let form = |attitude: &str, result: &str| {
        let mut entry = handled("A");
        entry["rounds"][0]["feedback"] = json!([{ "attitude": attitude, "result": result }]);
        entry
    };
    let (yes, no) = ("satisfied", "dissatisfied");
    let groups = [(519, form(yes, yes)), (7, form(yes, no)), (1, form(no, no)), (64, handled("A"))];
    let summary = counted(rounds_as(ONE), &groups);
    let of = |id: &str| summary.indicators.iter().find(|rate| rate.id == id).unwrap();
    let (attitude, result) = (of("attitude-satisfaction"), of("result-satisfaction"));
    assert_eq!((attitude.part, attitude.whole, attitude.percent.as_deref()), (526, 527, Some("99.8%")));
    assert_eq!((result.part, result.whole, result.percent.as_deref()), (519, 527, Some("98.5%")));
}

#[test]
fn shenzhen_2018_counts_replies_owed_and_its_53_are_four_point_eight_percent_of_them() {
    let mut profile = rounds_as(ONE);
    profile.denominators.outcome.value.basis = Basis::Assignment;
    // 848 suggestions, 1,103 replies owed: 255 suggestions owe two, each by a body of its own.
    let marks: Vec<&str> =
        [("A", 482), ("B", 537), ("C", 53), ("D", 31)].iter().flat_map(|(mark, count)| vec![*mark; *count]).collect();
    let part = |body: &str, mark: &str| {
        (json!({ "body": body, "role": "separate" }), json!({ "body": body, "outcome": { "mark": mark } }))
    };
    let (single, double) = marks.split_at(593);
    let single = single.iter().map(|mark| vec![part("甲局", mark)]);
    let double = double.chunks_exact(2).map(|pair| vec![part("甲局", pair[0]), part("乙局", pair[1])]);
    let entries: Vec<(u32, Value)> = single
        .chain(double)
        .map(|parts| {
            let (assignments, replies): (Vec<Value>, Vec<Value>) = parts.into_iter().unzip();
            (1, json!({ "rounds": [{ "assignments": assignments, "replies": replies }] }))
        })
        .collect();
    assert_eq!(entries.len(), 848);
    let summary = counted(profile, &entries);
    assert_eq!((summary.matching, summary.assignments), (848, 1103));
    let printed = ["482/1103 = 43.7%", "537/1103 = 48.7%", "53/1103 = 4.8%", "31/1103 = 2.8%"];
    assert_eq!(shares(&summary, &["A", "B", "C", "D"]), printed);
}

#[test]
fn tianshui_2019_has_its_classes_over_the_governments_251_of_267() {
    let groups = [
        (168, handled("A")),
        (64, handled("B")),
        (19, handled("C")),
        (16, json!({ "rounds": [{ "assignments": [{ "body": "市委部门", "role": "lead" }] }] })),
    ];
    let summary = counted(rounds_as(ONE), &groups);
    assert_eq!(shares(&summary, &["A", "B", "C"]), ["168/251 = 66.9%", "64/251 = 25.5%", "19/251 = 7.6%"]);
    assert_eq!(summary.entries, 267);
}

#[test]
fn xinxing_has_three_classes_of_191() {
    let summary = classes(ONE, &[("A", 123), ("B", 54), ("C", 14)]);
    assert_eq!(shares(&summary, &["A", "B", "C"]), ["123/191 = 64.4%", "54/191 = 28.3%", "14/191 = 7.3%"]);
    assert!(summary.dimensions.contains_key(DimensionId::Outcome.as_str()));
}

#[test]
fn chenggong_2020_solved_sixteen_of_last_years_twenty_three() {
    let followed = |now: &str| {
        json!({ "rounds": [
            { "assignments": [{ "body": "承办单位", "role": "lead" }], "replies": [{ "outcome": { "mark": "B" } }] },
            { "cause": "follow-up", "assignments": [{ "body": "承办单位", "role": "lead" }], "replies": [{ "outcome": { "mark": now } }] }
        ] })
    };
    let summary = counted(rounds_as(ONE), &[(16, followed("A")), (7, followed("B"))]);
    let found = summary.indicators.iter().find(|rate| rate.id == "follow-up-resolution").unwrap();
    assert_eq!((found.part, found.whole, found.percent.as_deref()), (16, 23, Some("69.6%")));
}
