//! Verdicts, findings and readings of the sample reports, and of the rules' own examples.

use crate::report_figures::cases;
use jianyi::report::{Reading, ReportAudit, ReportInput, audit, rules};
use jianyi::rule::{RULE_DOCS, Severity};
use serde_json::Value;

pub fn audited(text: &str) -> ReportAudit {
    audit(&ReportInput { text: text.to_string(), ..Default::default() })
}

pub fn is_inconsistent(report: &ReportAudit) -> bool {
    report.findings.iter().any(|finding| finding.severity != Severity::Info)
}

fn byte_of(text: &str, utf16: u64) -> usize {
    let mut units = 0u64;
    for (byte, character) in text.char_indices() {
        if units >= utf16 {
            return byte;
        }
        units += character.len_utf16() as u64;
    }
    text.len()
}

pub fn told(text: &str, report: &ReportAudit) -> Vec<String> {
    report
        .findings
        .iter()
        .map(|finding| {
            let places: Vec<&str> = finding.spans.iter().map(|span| span.of(text)).collect();
            format!("{} {:?} {places:?} {}", finding.rule, finding.severity, finding.message)
        })
        .collect()
}

/// What is wrong with the audit of `case`: verdict, findings not located.
pub fn faults(case: &Value) -> Vec<String> {
    let text = case["text"].as_str().unwrap();
    let report = audited(text);
    let mut faults = Vec::new();
    let verdict = if is_inconsistent(&report) { "inconsistent" } else { "consistent" };
    if verdict != case["verdict"].as_str().unwrap() {
        faults.push(format!("verdict {verdict}"));
    }
    for finding in case["findings"].as_array().unwrap() {
        let (start, end) =
            (byte_of(text, finding["span"][0].as_u64().unwrap()), byte_of(text, finding["span"][1].as_u64().unwrap()));
        let found = report.findings.iter().find(|own| own.spans.iter().any(|span| span.start < end && start < span.end));
        let Some(_) = found else {
            faults.push(format!("not found: {} {}", finding["kind"], finding["where"]));
            continue;
        };
        if finding["severity"].is_null() {
            continue;
        }
        let grave = finding["severity"] == "major";
        let as_grave = report.findings.iter().any(|own| {
            own.spans.iter().any(|span| span.start < end && start < span.end) && (own.severity == Severity::Error) == grave
        });
        if !as_grave {
            faults.push(format!("severity differs: {} {}", finding["kind"], finding["where"]));
        }
    }
    if !faults.is_empty() {
        faults.extend(told(text, &report));
    }
    faults
}

fn run(folder: &str) {
    let mut all = Vec::new();
    let (mut covered, mut figures) = (0, 0);
    for (name, case) in cases(folder) {
        let report = audited(case["text"].as_str().unwrap());
        covered += report.coverage.in_equations;
        figures += report.coverage.figures;
        let faults = faults(&case);
        if !faults.is_empty() {
            all.push(format!("{name}\n    {}", faults.join("\n    ")));
        }
    }
    println!("{folder}: {covered} of {figures} figures stand in an equation");
    assert!(all.is_empty(), "{} cases\n{}", all.len(), all.join("\n"));
}

#[test]
fn sample_reports_are_judged_as_annotated() {
    run("tests/fixtures/reports");
}

#[test]
fn reports_in_other_words_are_judged_right() {
    run("tests/fixtures/reports-more");
}

#[test]
fn damaged_reports_have_the_annotated_readings() {
    for (name, case) in cases("tests/fixtures/reports") {
        let Some(readings) = case.get("readings").and_then(Value::as_array) else { continue };
        let text = case["text"].as_str().unwrap();
        let report = audited(text);
        let own = |reading: &Reading| -> Vec<(String, Option<u64>)> {
            reading.restored.iter().map(|restored| (restored.damaged.of(text).to_string(), restored.count)).collect()
        };
        for reading in readings {
            for piece in reading["restored"].as_array().unwrap() {
                let wanted = (piece["damaged"].as_str().unwrap().to_string(), piece.get("count").and_then(Value::as_u64));
                let found = report.readings.iter().any(|reading| own(reading).contains(&wanted));
                assert!(found, "{name}: {wanted:?} not in {:?}", report.readings);
            }
        }
        let several = readings.len() > 1;
        assert_eq!(report.readings.iter().any(|reading| !reading.unique), several, "{name}: {:?}", report.readings);
    }
}

#[test]
fn every_rule_finds_its_own_example_and_passes_the_other() {
    for rule in rules::RULES {
        let doc = RULE_DOCS.iter().find(|doc| doc.subject == "report" && doc.id == rule.id).unwrap();
        let flagged = audited(doc.flagged);
        assert!(flagged.findings.iter().any(|finding| finding.rule == rule.id), "{}: {:?}", rule.id, told(doc.flagged, &flagged));
        let passes = audited(doc.passes);
        assert!(!is_inconsistent(&passes), "{}: {:?}", rule.id, told(doc.passes, &passes));
    }
    assert_eq!(RULE_DOCS.iter().filter(|doc| doc.subject == "report").count(), rules::RULES.len());
}

#[test]
fn the_damaged_xinjiang_classes_have_one_reading() {
    let text = "2024年，承办自治区人大代表建议4件，其中协办3件、参阅1件，均已办结。按照办理结果分类，A1266.67%，B2133.33%。";
    let report = audited(text);
    assert_eq!(report.readings.len(), 1, "{:?}", report.readings);
    let reading = &report.readings[0];
    assert!(reading.unique);
    let pieces: Vec<_> =
        reading.restored.iter().map(|restored| (restored.label.as_deref(), restored.count, restored.percent)).collect();
    assert_eq!(pieces, [(Some("A1"), Some(2), Some((6667, 2))), (Some("B2"), Some(1), Some((3333, 2)))]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_text_is_audited(pieces in proptest::collection::vec(proptest::sample::select(vec![
        "A", "1", "26", "件", "，", "占", "66.67%", "%", "（", "）", "其中", "。", "\n", "\t", "\u{FFFD}", "各", "分别", "、", "比上年", "增加", "率", "百分之", "一百", "成",
        "合计", "18446744073709551615", "0", "主办", "|", "其余", "2024", "日", "类", "𠀀", "１", "满意", "0.0",
    ]), 0..60)) {
        let text = pieces.concat();
        let report = audited(&text);
        for figure in &report.figures {
            proptest::prop_assert!(text.get(figure.printed.start..figure.printed.end).is_some());
        }
    }
}
