//! The figures of the sample reports are read as they are annotated.

use jianyi::report::{FigureKind, ReportInput, audit};
use serde_json::Value;
use std::fs;

pub fn cases(folder: &str) -> Vec<(String, Value)> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            (name, serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap())
        })
        .collect()
}

pub fn held_to(unit: &str) -> bool {
    matches!(unit, "件" | "件次" | "份" | "条" | "%")
}

/// What stands in `case` and what was read, as `printed@byte` lists: (missing, extra).
pub fn compare(case: &Value) -> (Vec<String>, Vec<String>, usize) {
    let text = case["text"].as_str().unwrap();
    let utf16: Vec<usize> = {
        let mut offsets = Vec::new();
        for (byte, character) in text.char_indices() {
            for _ in 0..character.len_utf16() {
                offsets.push(byte);
            }
        }
        offsets.push(text.len());
        offsets
    };
    let report = audit(&ReportInput { text: text.to_string(), ..Default::default() });
    let wanted: Vec<(String, String)> = case["figures"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|figure| held_to(figure["unit"].as_str().unwrap_or("")))
        .map(|figure| {
            let start = utf16[figure["span"][0].as_u64().unwrap() as usize];
            let key = format!("{}@{start}", figure["printed"].as_str().unwrap());
            let times = figure.get("times").and_then(Value::as_u64).unwrap_or(1);
            let kind = figure["kind"].as_str().unwrap();
            let qualifier = figure.get("qualifier").and_then(Value::as_str).unwrap_or("");
            (key, format!("{kind} {} x{times} {qualifier}", figure["value"].as_f64().unwrap()))
        })
        .collect();
    let found: Vec<(String, String)> = report
        .figures
        .iter()
        .filter(|figure| held_to(figure.unit))
        .map(|figure| {
            let kind = if figure.kind == FigureKind::Count { "count" } else { "percent" };
            let key = format!("{}@{}", figure.printed.of(text), figure.printed.start);
            (key, format!("{kind} {} x{} {}", figure.value(), figure.times, figure.qualifier.unwrap_or("")))
        })
        .collect();
    let missing = wanted.iter().filter(|one| !found.contains(one)).map(|one| format!("{one:?}")).collect();
    let extra = found.iter().filter(|one| !wanted.contains(one)).map(|one| format!("{one:?}")).collect();
    (missing, extra, wanted.len())
}

fn read_as_annotated(folder: &str) {
    let mut faults = Vec::new();
    let (mut wanted, mut missed, mut added) = (0, 0, 0);
    for (name, case) in cases(folder).into_iter().filter(|(_, case)| case.get("figures").is_some()) {
        let (missing, extra, figures) = compare(&case);
        (wanted, missed, added) = (wanted + figures, missed + missing.len(), added + extra.len());
        if !missing.is_empty() || !extra.is_empty() {
            faults.push(format!("{name}\n  missing {missing:?}\n  extra {extra:?}"));
        }
    }
    println!("{folder}: {wanted} figures, {missed} missed, {added} too many");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn sample_figures_are_read_as_annotated() {
    read_as_annotated("tests/fixtures/reports");
}

#[test]
fn figures_in_other_words_are_read_as_annotated() {
    read_as_annotated("tests/fixtures/reports-more");
}

#[test]
fn classes_roles_and_topics_have_their_labels() {
    let mut faults = Vec::new();
    let mut wanted = 0;
    for (name, case) in cases("tests/fixtures/reports-more") {
        let Some(labels) = case.get("labels").and_then(Value::as_array) else { continue };
        let text = case["text"].as_str().unwrap();
        let report = audit(&ReportInput { text: text.to_string(), ..Default::default() });
        for pair in labels {
            let (printed, label) = (pair[0].as_str().unwrap(), pair[1].as_str().unwrap());
            let found: Vec<&str> = report
                .figures
                .iter()
                .filter(|figure| figure.printed.of(text) == printed)
                .map(|figure| figure.label.as_str())
                .collect();
            wanted += 1;
            if !found.contains(&label) {
                faults.push(format!("{name}: {printed} is {found:?}, not {label}"));
            }
        }
    }
    assert!(wanted > 30);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
