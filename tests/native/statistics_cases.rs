//! The published figures of DOMAIN, annex A, from entries that have just these numbers.

use jianyi::opened::{OpenOptions, Opening};
use jianyi::profile::{Profile, Rounding, RoundingMode};
use jianyi::statistics::{Filter, percent, percents};
use jianyi::wire::Summary;
use serde_json::{Value, json};

use crate::support::{left_out, share};

/// The generic profile, with shares rounded so and counted in this unit.
fn profile(mode: &str, decimals: u8, basis: &str) -> Profile {
    let mut document: Value = serde_json::from_str(include_str!("../../src/profile/data/generic-city.json")).unwrap();
    document["id"] = json!("case");
    document["rounding"]["value"] = json!({ "mode": mode, "decimals": decimals });
    for rate in ["outcome", "completion", "satisfaction", "resolution"] {
        document["denominators"][rate]["value"]["basis"] = json!(basis);
    }
    Profile::from_json(&document.to_string()).unwrap()
}

fn overview(profile: Profile, entries: &[Value]) -> Summary {
    let document = json!({ "format": "jianyi/ledger/1", "entries": entries }).to_string();
    let options = OpenOptions { profile: Some("case".into()), own_profiles: vec![profile], ..OpenOptions::default() };
    let mut opening = Opening::new(options, document.len());
    opening.push(document.as_bytes());
    opening.finish().unwrap().summary(&Filter::default()).unwrap()
}

/// As many entries of one lead body with each mark as said.
fn classed(counts: &[(&str, usize)]) -> Vec<Value> {
    let of_mark = |mark: &str| {
        json!({ "kind": "suggestion", "rounds": [{
            "assignments": [{ "body": "局", "role": "lead" }], "replies": [{ "outcome": { "mark": mark } }] }] })
    };
    counts.iter().flat_map(|(mark, count)| std::iter::repeat_n(of_mark(mark), *count)).collect()
}

fn shares(summary: &Summary) -> Vec<String> {
    let groups = summary.dimensions["outcome"].groups.iter().filter(|group| !group.key.is_empty());
    groups.filter_map(|group| group.share.as_ref().and_then(|share| share.percent.clone())).collect()
}

fn indicator(summary: &Summary, id: &str) -> (u32, u32, String) {
    let rate = summary.indicators.iter().find(|rate| rate.id == id).unwrap();
    (rate.part, rate.whole, rate.percent.clone().unwrap_or_default())
}

#[test]
fn the_npc_of_2002_has_its_solved_or_planned_share() {
    let summary = overview(profile("half-up", 1, "entry"), &classed(&[("A", 536), ("B", 2560), ("C", 775), ("D", 416)]));
    assert_eq!(indicator(&summary, "resolved-or-planned"), (3096, 4287, "72.2%".into()));
}

#[test]
fn wuhan_2009_has_its_share_of_solved_items() {
    let summary = overview(profile("half-up", 2, "entry"), &classed(&[("A", 564), ("B", 237)]));
    assert_eq!(indicator(&summary, "resolution"), (564, 801, "70.41%".into()));
}

#[test]
fn the_city_of_93_items_has_shares_that_were_made_to_add_up() {
    let summary = overview(profile("sum-to-100", 2, "entry"), &classed(&[("A", 54), ("B", 33), ("C", 2), ("D", 4)]));
    assert_eq!(shares(&summary), ["58.07%", "35.48%", "2.15%", "4.30%"]);
}

#[test]
fn gongliu_2024_printed_a_share_that_no_rounding_gives() {
    let printed = |mode| {
        let rounding = Rounding { mode, decimals: 1, trim_zeros: false };
        percents(&[33, 14, 5], 52, rounding).into_iter().flatten().collect::<Vec<_>>()
    };
    // Printed were 63.4, 27 and 9.6: the first cut off, the second raised by what was missing.
    assert_eq!(printed(RoundingMode::Truncate), ["63.4%", "26.9%", "9.6%"]);
    assert_eq!(printed(RoundingMode::SumTo100), ["63.5%", "26.9%", "9.6%"]);
}

#[test]
fn tianshui_2019_counts_over_the_governments_items_and_not_over_all_that_were_filed() {
    let mut entries = classed(&[("A", 168), ("B", 64), ("C", 19)]);
    entries.extend(std::iter::repeat_n(json!({ "kind": "proposal" }), 16));
    let summary = overview(profile("half-up", 1, "entry"), &entries);
    assert_eq!(summary.entries, 267);
    assert_eq!(share(&summary, "outcome", "A"), "168/251 = 66.9%");
    assert_eq!(shares(&summary)[..3], ["66.9%", "25.5%", "7.6%"]);
    let resolution = summary.rates.iter().find(|rate| rate.id == "resolution").unwrap();
    assert_eq!(left_out(&resolution.left_out, "unassigned"), 16);
}

#[test]
fn shenzhen_2018_mixed_two_denominators() {
    let mut marks = [("A", 482_usize), ("B", 537), ("C", 53), ("D", 31)];
    let mut next = || {
        let (mark, left) = marks.iter_mut().find(|(_, left)| *left > 0).unwrap();
        *left -= 1;
        *mark
    };
    let entries: Vec<Value> = (0..848)
        .map(|at| {
            let bodies: &[&str] = if at < 255 { &["甲局", "乙局"] } else { &["甲局"] };
            let assignments: Vec<Value> = bodies.iter().map(|body| json!({ "body": body, "role": "separate" })).collect();
            let replies: Vec<Value> = bodies.iter().map(|body| json!({ "body": body, "outcome": { "mark": next() } })).collect();
            json!({ "kind": "suggestion", "rounds": [{ "assignments": assignments, "replies": replies }] })
        })
        .collect();
    let summary = overview(profile("half-up", 1, "assignment"), &entries);
    assert_eq!((summary.entries, summary.assignments), (848, 1103));
    assert_eq!(shares(&summary), ["43.7%", "48.7%", "4.8%", "2.8%"]);
    // The third share was printed over the items and not over the replies owed.
    let rounding = Rounding { mode: RoundingMode::HalfUp, decimals: 1, trim_zeros: false };
    assert_eq!(percent(53, 848, rounding).as_deref(), Some("6.3%"));
    let bodies: u32 = summary.dimensions["body"].groups.iter().map(|group| group.count).sum();
    assert_eq!(bodies, summary.assignments);
}

#[test]
fn ruian_cuts_its_shares_off_and_its_ratings_exceed_its_items() {
    let summary = overview(profile("half-up", 0, "entry"), &classed(&[("A", 192), ("B", 221), ("C", 69)]));
    assert_eq!(shares(&summary)[..3], ["40%", "46%", "14%"]);
    let cut = Rounding { mode: RoundingMode::Truncate, decimals: 1, trim_zeros: false };
    assert_eq!([460, 24].map(|part| percent(part, 482, cut).unwrap()), ["95.4%", "4.9%"]);
    // 460 + 24 ratings of 482 items: the two shares cannot be of one whole.
}

#[test]
fn ningbo_2011_rates_work_and_result_apart_over_the_forms_that_came_back() {
    let marks = [("A", 148), ("B", 364), ("C", 66), ("D", 10)];
    let mut marks = marks.iter().flat_map(|(mark, count)| std::iter::repeat_n(*mark, *count));
    let entries: Vec<Value> = (0..591)
        .map(|at| {
            let reply = marks.next().map_or(json!({}), |mark| json!({ "outcome": { "mark": mark } }));
            let rated = |satisfied: usize| if at < satisfied { "satisfied" } else { "dissatisfied" };
            let feedback = if at < 527 { json!([{ "attitude": rated(526), "result": rated(519) }]) } else { json!([]) };
            json!({ "kind": "suggestion", "rounds": [{
                "assignments": [{ "body": "局", "role": "lead" }], "replies": [reply], "feedback": feedback }] })
        })
        .collect();
    let summary = overview(profile("half-up", 1, "entry"), &entries);
    assert_eq!(indicator(&summary, "attitude-satisfaction"), (526, 527, "99.8%".into()));
    assert_eq!(indicator(&summary, "result-satisfaction"), (519, 527, "98.5%".into()));
    assert_eq!(indicator(&summary, "feedback"), (527, 591, "89.2%".into()));
    assert_eq!(shares(&summary), ["25.2%", "61.9%", "11.2%", "1.7%"]);
    assert_eq!(left_out(&summary.dimensions["outcome"].left_out, "no-outcome"), 3);
}

#[test]
fn chenggong_2020_solved_sixteen_of_its_twenty_three_plans() {
    let entries: Vec<Value> = (0..23)
        .map(|at| {
            let assignments = json!([{ "body": "局", "role": "lead" }]);
            let reply = |mark: &str| json!([{ "outcome": { "mark": mark } }]);
            json!({ "kind": "suggestion", "rounds": [
                { "assignments": assignments, "replies": reply("B") },
                { "cause": "follow-up", "assignments": assignments, "replies": if at < 16 { reply("A") } else { json!([]) } }] })
        })
        .collect();
    let summary = overview(profile("half-up", 1, "entry"), &entries);
    assert_eq!(indicator(&summary, "follow-up-resolution"), (16, 23, "69.6%".into()));
}

#[test]
fn xinxing_adds_up() {
    let summary = overview(profile("half-up", 0, "entry"), &classed(&[("A", 123), ("B", 54), ("C", 14)]));
    assert_eq!(summary.dimensions["outcome"].total, 191);
    assert_eq!(share(&summary, "outcome", "A"), "123/191 = 64%");
}
