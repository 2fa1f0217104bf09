use std::collections::BTreeMap;

use jianyi::reply_check::example::example;
use jianyi::reply_check::rules::RULES;
use jianyi::reply_check::{ItemState, ReplyCheck, check};
use jianyi::rule::{Severity, rule_doc};

use crate::reply_cases::cases;

/// The fenced examples of a help text.
fn examples(help: &str) -> Vec<String> {
    help.split("```reply\n").skip(1).filter_map(|rest| rest.split("\n```").next()).map(str::to_string).collect()
}

fn state(result: &ReplyCheck, rule: &str) -> ItemState {
    result.checklist.iter().find(|item| item.rule == rule).unwrap().state
}

#[test]
fn every_rule_has_help_and_its_examples_hold() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let Some(doc) = rule_doc("reply", rule.id) else {
            wrong.push(format!("{}: no help", rule.id));
            continue;
        };
        for block in examples(doc.flagged) {
            let found = state(&check(example(&block)), rule.id);
            if !matches!(found, ItemState::Fail | ItemState::Confirm) {
                wrong.push(format!("{}: the flagged example is {found:?}", rule.id));
            }
        }
        for block in examples(doc.passes) {
            let found = state(&check(example(&block)), rule.id);
            if !matches!(found, ItemState::Pass | ItemState::NotApplicable) {
                wrong.push(format!("{}: the passing example is {found:?}", rule.id));
            }
        }
        if examples(doc.flagged).is_empty() || examples(doc.passes).is_empty() {
            wrong.push(format!("{}: no example", rule.id));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_rules_are_at_least_fifty_and_each_stands_once() {
    let mut ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), RULES.len());
    assert!(ids.len() >= 50, "{}", ids.len());
}

#[test]
fn the_standard_example_letter_has_no_finding_but_remarks() {
    let result = check(example("标记：类别：A"));
    let grave: Vec<_> = result.findings.iter().filter(|finding| finding.severity != Severity::Info).collect();
    assert!(grave.is_empty(), "{grave:?}");
}

#[test]
fn ready_letters_have_neither_errors_nor_warnings() {
    let mut wrong = Vec::new();
    for case in cases("replies").iter().filter(|case| case.json["verdict"] == "ready") {
        for finding in check(case.input()).findings {
            if finding.severity != Severity::Info {
                wrong.push(format!("{}: {} {}", case.name, finding.rule, finding.message));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_expected_faults_are_found_and_no_others() {
    let (mut missed, mut extra) = (Vec::new(), Vec::new());
    let mut per_rule: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for case in cases("replies") {
        let findings = check(case.input()).findings;
        let expected = case.json["expect"].as_array().unwrap();
        for fault in expected {
            let id = fault["fault"].as_str().unwrap();
            let place = fault["where"].as_str().and_then(|words| case.text().find(words).map(|at| (at, at + words.len())));
            let hit = findings.iter().any(|finding| {
                let same_place = place.is_none_or(|(start, end)| {
                    finding.spans.is_empty() || finding.spans.iter().any(|span| span.start < end && start < span.end)
                });
                finding.rule == id && same_place
            });
            let tally = per_rule.entry(id.to_string()).or_default();
            tally.1 += 1;
            tally.0 += usize::from(hit);
            if !hit && fault["severity"] != "info" {
                missed.push(format!("{}: {id} at {}", case.name, fault["where"]));
            }
        }
        for finding in findings.iter().filter(|finding| finding.severity == Severity::Warning) {
            if !expected.iter().any(|fault| fault["fault"] == finding.rule) {
                println!("warning beside the listed ones: {}: {} {}", case.name, finding.rule, finding.message);
            }
        }
        for finding in findings.iter().filter(|finding| finding.severity == Severity::Error) {
            if !expected.iter().any(|fault| fault["fault"] == finding.rule) {
                extra.push(format!("{}: {} {}", case.name, finding.rule, finding.message));
            }
        }
    }
    println!("found by rule: {per_rule:?}");
    assert!(missed.is_empty() && extra.is_empty(), "missed:\n{}\nextra errors:\n{}", missed.join("\n"), extra.join("\n"));
}

#[test]
fn varied_layouts_have_fewer_than_one_false_error_in_five_letters() {
    let mut errors = Vec::new();
    let all = cases("replies-more");
    for case in &all {
        for finding in check(case.input()).findings {
            match finding.severity {
                Severity::Error => errors.push(format!("{}: {} {}", case.name, finding.rule, finding.message)),
                Severity::Warning => println!("{}: {} {}", case.name, finding.rule, finding.message),
                Severity::Info => {}
            }
        }
    }
    println!("errors: {}\n{}", errors.len(), errors.join("\n"));
    assert!(errors.len() * 5 < all.len(), "{}", errors.join("\n"));
}
