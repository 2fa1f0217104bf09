//! Due dates of steps: Spring Festivals with make-up Saturdays, month ends, extensions, transfers, redone handling.

use jianyi::supervision::due_dates;
use serde::Deserialize;

use crate::supervision_rules::grounds;

#[derive(Deserialize)]
struct Fixture {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    case: String,
    profile: String,
    step: String,
    body: Option<String>,
    entry: serde_json::Value,
    on: String,
}

#[test]
fn every_step_of_the_table_is_due_on_the_day_that_an_independent_reckoning_gives() {
    let fixture: Fixture = serde_json::from_str(include_str!("../fixtures/calendar/steps.json")).unwrap();
    assert!(fixture.cases.len() >= 60, "{} cases", fixture.cases.len());
    let mut wrong = Vec::new();
    for case in &fixture.cases {
        let entry = case.entry.to_string();
        let steps = due_dates(&serde_json::from_str(&entry).unwrap(), &grounds(&case.profile, "2026-12-01"));
        let found =
            steps.iter().rev().find(|step| step.step.as_str() == case.step && (case.body.is_none() || step.body == case.body));
        let on = found.and_then(|step| step.due_on).map(|on| on.to_string());
        if on.as_deref() != Some(&*case.on) {
            wrong.push(format!("{} ({}): {on:?}, not {}", case.case, case.profile, case.on));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    println!("{} cases", fixture.cases.len());
}
