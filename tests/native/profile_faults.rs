//! A document that is no profile: what is wrong, and where.

use jianyi::profile::{Profile, ProfileFault};
use serde_json::{Value, json};

const NPC: &str = include_str!("../../src/profile/data/npc.json");

/// The national profile with one value replaced.
fn with(pointer: &str, value: Value) -> String {
    let mut document: Value = serde_json::from_str(NPC).unwrap();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    document.pointer_mut(parent).unwrap()[name] = value;
    serde_json::to_string_pretty(&document).unwrap()
}

fn fault(text: &str) -> ProfileFault {
    Profile::from_json(text).unwrap_err()
}

fn parameter(fault: &ProfileFault, name: &str) -> String {
    fault.parameters().into_iter().find(|(key, _)| *key == name).map(|(_, value)| value).unwrap_or_default()
}

#[test]
fn text_that_is_no_json_is_named_with_line_and_column() {
    let fault = fault("{\n  \"format\": \"jianyi/profile/1\",\n  \"id\" \"x\"\n}");
    assert_eq!(fault.code(), "profile-not-json");
    assert_eq!((parameter(&fault, "line"), parameter(&fault, "column")), ("3".into(), "8".into()));
}

#[test]
fn an_empty_document_is_no_json() {
    for text in ["", "\u{feff}", " \n ", "{", "第一"] {
        assert_eq!(fault(text).code(), "profile-not-json", "{text:?}");
    }
}

#[test]
fn a_misspelt_field_is_named_with_its_line() {
    let text = NPC.replacen("\"rounding\"", "\"roundings\"", 1);
    let fault = fault(&text);
    assert_eq!((fault.code(), parameter(&fault, "field")), ("profile-field-unknown", "roundings".to_owned()));
    let line = text.lines().position(|line| line.contains("roundings")).unwrap() + 1;
    assert_eq!(parameter(&fault, "line"), line.to_string());
}

#[test]
fn a_field_that_stands_twice_is_named() {
    let fault = fault(&NPC.replacen("\"id\": \"npc\",", "\"id\": \"npc\", \"id\": \"npc\",", 1));
    assert_eq!((fault.code(), parameter(&fault, "field")), ("profile-field-unknown", "id".to_owned()));
}

#[test]
fn a_missing_field_is_named() {
    let fault = fault(&with("/outcome", json!({ "value": { "id": "x", "marks": [] } })));
    assert_eq!((fault.code(), parameter(&fault, "field")), ("profile-field-missing", "source".to_owned()));
}

#[test]
fn a_word_outside_its_list_is_named_with_the_words_allowed() {
    let fault = fault(&with("/limits/reply/value/unit", json!("weeks")));
    assert_eq!((fault.code(), parameter(&fault, "word")), ("profile-word-unknown", "weeks".to_owned()));
    assert_eq!(parameter(&fault, "allowed"), "months, days, working-days");
}

#[test]
fn another_format_is_refused() {
    assert_eq!(fault(&with("/format", json!("jianyi/profile/2"))).code(), "profile-word-unknown");
}

#[test]
fn a_value_of_the_wrong_kind_is_refused_with_its_place() {
    for (pointer, value) in [
        ("/limits/reply/value/amount", json!("三")),
        ("/limits/reply/value/amount", json!(70000)),
        ("/limits/reply/value/notAfter", json!("13-01")),
        ("/limits/reply/value/notAfter", json!("8月5日")),
        ("/limits/holidayShift/value", json!("是")),
        ("/toConfirm", json!({})),
    ] {
        let fault = fault(&with(pointer, value));
        assert_eq!(fault.code(), "profile-value-wrong", "{pointer} {fault:?}");
        assert!(fault.place().is_some_and(|place| place.line > 1), "{pointer} {fault:?}");
    }
}

#[test]
fn a_limit_of_nothing_or_of_a_thousand_is_refused() {
    for amount in [0, 1000] {
        let fault = fault(&with("/limits/reply/value/amount", json!(amount)));
        assert_eq!((fault.code(), parameter(&fault, "limit")), ("profile-limit-amount-wrong", "reply".to_owned()));
    }
}

#[test]
fn a_value_without_a_known_source_is_refused() {
    for source in ["", "某办法 第三条", "DBF2025；某办法", "dbf2025"] {
        let fault = fault(&with("/limits/reply/source", json!(source)));
        assert_eq!((fault.code(), parameter(&fault, "pointer")), ("profile-source-unknown", "/limits/reply".to_owned()));
    }
}

#[test]
fn more_than_two_decimals_are_refused() {
    assert_eq!(fault(&with("/rounding/value/decimals", json!(3))), ProfileFault::Decimals(3));
}

#[test]
fn an_id_that_no_address_can_carry_is_refused() {
    for id in ["", " ", "我的配置", "a/b"] {
        assert_eq!(fault(&with("/id", json!(id))), ProfileFault::Id(id.to_owned()));
    }
}

#[test]
fn a_scheme_without_marks_with_doubled_marks_or_with_a_lost_class_is_refused() {
    let mark = |mark: &str| json!({ "mark": mark, "label": "x", "meaning": "solved" });
    let sub_class = |class: &str| json!({ "mark": "A1", "class": class, "label": "x", "meaning": "solved" });
    for (marks, code) in [
        (json!([]), "profile-scheme-without-marks"),
        (json!([mark("A"), mark("A")]), "profile-mark-repeated"),
        (json!([mark("A"), sub_class("B")]), "profile-class-unknown"),
        (json!([mark("A"), sub_class("A1")]), "profile-class-unknown"),
    ] {
        assert_eq!(fault(&with("/outcome/value/marks", marks)).code(), code);
    }
}

#[test]
fn a_file_saved_with_a_byte_order_mark_is_read() {
    assert!(Profile::from_json(&format!("\u{feff}{NPC}")).is_ok());
}

#[test]
fn the_readme_has_a_sentence_for_each_fault_with_all_its_parameters() {
    let readme = include_str!("../../src/profile/README.md");
    let marks = |value| with("/outcome/value/marks", value);
    let doubled = json!({ "mark": "A", "label": "x", "meaning": "solved" });
    for document in [
        "{".to_owned(),
        with("/x", json!(1)),
        NPC.replacen("\"id\": \"npc\",", "", 1),
        with("/limits/reply/value/from", json!("x")),
        with("/version", json!(1)),
        with("/id", json!("")),
        with("/rounding/value/decimals", json!(9)),
        with("/limits/reply/value/amount", json!(0)),
        with("/limits/reply/source", json!("x")),
        marks(json!([])),
        marks(json!([doubled, doubled])),
        marks(json!([{ "mark": "A1", "class": "A", "label": "x", "meaning": "solved" }])),
    ] {
        let fault = fault(&document);
        let row = readme.lines().find(|line| line.contains(&format!("| `{}` |", fault.code()))).unwrap_or_default();
        let known: Vec<String> = fault.parameters().iter().map(|(name, _)| format!("{{{name}}}")).collect();
        let used: Vec<String> = row.split('{').skip(1).map(|rest| format!("{{{}}}", rest.split('}').next().unwrap())).collect();
        assert!(!row.is_empty(), "{} has no sentence", fault.code());
        assert!(used.iter().all(|parameter| known.contains(parameter)), "{}: {used:?} of {known:?}", fault.code());
    }
}
