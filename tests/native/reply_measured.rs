//! How often each rule for replies is right, counted on the forty letters and on every damage to the ready ones.
//!
//! The counts stand in src/review/measured.json, for the rules page. `JIANYI_WRITE_MEASURED=1` writes them anew.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jianyi::reply_check::check;
use jianyi::reply_check::rules::RULES;
use jianyi::rule::Severity;
use serde_json::{Value, json};

use crate::reply_cases::cases;
use crate::reply_mutations::trials;

#[derive(Default)]
struct Measure {
    /// Faults that were there for the rule to find.
    expected: usize,
    found: usize,
    /// Errors and warnings where nothing is wrong.
    wrong: usize,
}

#[test]
fn the_counts_of_every_rule_are_as_the_rules_page_shows_them() {
    let measured = measured();
    println!("\nrule: recall, precision");
    for rule in RULES {
        let Measure { expected, found, wrong } = &measured[rule.id];
        let told = found + wrong;
        println!("  {}: {found}/{expected}, {found}/{told}", rule.id);
    }
    let counted: BTreeMap<&str, Value> = measured
        .iter()
        .filter(|(_, measure)| measure.expected + measure.wrong > 0)
        .map(|(rule, Measure { expected, found, wrong })| {
            (*rule, json!({ "expected": expected, "found": found, "wrong": wrong }))
        })
        .collect();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/review/measured.json");
    let text = serde_json::to_string_pretty(&counted).unwrap() + "\n";
    if std::env::var_os("JIANYI_WRITE_MEASURED").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    let shown = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(shown == text, "src/review/measured.json is not what was counted: JIANYI_WRITE_MEASURED=1 writes it anew");
}

fn measured() -> BTreeMap<&'static str, Measure> {
    let mut measured: BTreeMap<&'static str, Measure> = RULES.iter().map(|rule| (rule.id, Measure::default())).collect();
    for case in cases("replies") {
        let findings = check(case.input()).findings;
        let told: BTreeSet<&str> = findings.iter().map(|finding| finding.rule).collect();
        let grave: BTreeSet<&str> =
            findings.iter().filter(|finding| finding.severity != Severity::Info).map(|finding| finding.rule).collect();
        let expected = case.json["expect"].as_array().cloned().unwrap_or_default();
        let annotated = |rule: &str| expected.iter().find(|fault| fault["fault"] == rule);
        for (rule, measure) in &mut measured {
            match annotated(rule) {
                // what is only a remark may be told or not
                Some(fault) if fault["severity"] == "info" => {}
                Some(_) => {
                    measure.expected += 1;
                    measure.found += usize::from(told.contains(rule));
                }
                None => measure.wrong += usize::from(grave.contains(rule)),
            }
        }
    }
    for trial in trials() {
        let rule = trial.found_by.unwrap_or(trial.rules[0]);
        let measure = measured.get_mut(rule).unwrap();
        measure.expected += 1;
        measure.found += usize::from(trial.found_by.is_some());
    }
    measured
}
