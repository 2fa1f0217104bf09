//! The published JSON Schema is what the Rust types accept.

use jianyi::ledger::LedgerDocument;
use jianyi::profile::Profile;
use serde_json::{Value, json};

use crate::support::{open, sample};

const LEDGER_SCHEMA: &str = "www/schema/jianyi-ledger-1.schema.json";
const PROFILE_SCHEMA: &str = "www/schema/jianyi-profile-1.schema.json";

fn ledger_schema() -> Value {
    let mut schema = schemars_schema::<LedgerDocument<'static>>("jianyi/ledger/1");
    schema["description"] = json!("A ledger of deputies' suggestions and CPPCC proposals. What is unknown is absent.");
    schema
}

fn schemars_schema<T: schemars::JsonSchema>(title: &str) -> Value {
    let mut schema = schemars::schema_for!(T).to_value();
    schema["title"] = json!(title);
    schema
}

fn committed(path: &str) -> String {
    std::fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap_or_default()
}

fn is_fresh(path: &str, schema: &Value) {
    let fresh = serde_json::to_string_pretty(schema).unwrap() + "\n";
    if std::env::var_os("UPDATE_SCHEMAS").is_some() {
        std::fs::write(format!("{}/{path}", env!("CARGO_MANIFEST_DIR")), &fresh).unwrap();
    }
    assert!(committed(path) == fresh, "{path} is stale: run the tests once with UPDATE_SCHEMAS=1");
}

#[test]
fn the_published_schemas_are_those_of_the_types() {
    is_fresh(LEDGER_SCHEMA, &ledger_schema());
    is_fresh(PROFILE_SCHEMA, &schemars_schema::<Profile>("jianyi/profile/1"));
}

fn validator() -> jsonschema::Validator {
    jsonschema::options().should_validate_formats(true).build(&ledger_schema()).unwrap()
}

/// Whether the types take the document without a problem.
fn is_read_without_problem(document: &Value) -> bool {
    serde_json::from_str::<LedgerDocument<'_>>(&document.to_string()).is_ok()
}

#[test]
fn types_and_schema_both_accept_every_sample() {
    let validator = validator();
    for name in ["xinjiang-npc-2024.json", "xinjiang-cppcc-2024.json", "fictional-city-2024.json"] {
        let document: Value = serde_json::from_slice(&sample(name)).unwrap();
        assert!(validator.is_valid(&document), "{name}: {:?}", validator.iter_errors(&document).next());
        assert!(is_read_without_problem(&document), "{name}");
    }
}

#[test]
fn the_full_example_of_the_readme_is_valid_and_uses_every_field() {
    let example: Value = serde_json::from_str(&committed("www/schema/example.json")).unwrap();
    assert!(validator().is_valid(&example), "{:?}", validator().iter_errors(&example).next());
    let opened = open(committed("www/schema/example.json").as_bytes());
    assert_eq!(opened.problems(), []);
    let text = example.to_string();
    for field in field_names(&ledger_schema()) {
        assert!(text.contains(&format!("\"{field}\":")), "the example lacks {field}");
    }
}

/// The names of all properties of a schema and its definitions.
fn field_names(schema: &Value) -> Vec<String> {
    let definitions = schema["$defs"].as_object().into_iter().flat_map(|definitions| definitions.values());
    let objects = definitions.chain([schema]).filter_map(|object| object["properties"].as_object());
    objects.flat_map(|properties| properties.keys().cloned()).collect()
}

/// Documents that are wrong in one place: the place, and what stands there.
fn wrong_documents() -> Vec<(&'static str, Value)> {
    vec![
        ("/format", json!("jianyi/ledger/2")),
        ("/format", json!(1)),
        ("/title", json!(5)),
        ("/asOf", json!("2024/09/30")),
        ("/asOf", json!("2024-02-30")),
        ("/fictional", json!("yes")),
        ("/sources", json!("一处")),
        ("/schemes/0/marks/0/meaning", json!("done")),
        ("/schemes/0/marks/0/label", json!(null)),
        ("/colour", json!("red")),
        ("/entries", json!({})),
        ("/entries/0", json!("一件建议")),
        ("/entries/0", json!({})),
        ("/entries/0/kind", json!("建议")),
        ("/entries/0/kind", json!(null)),
        ("/entries/0/titel", json!("关于…")),
        ("/entries/0/number", json!(46)),
        ("/entries/0/session/congress", json!(-1)),
        ("/entries/0/session/congress", json!(256)),
        ("/entries/0/session/number", json!("2")),
        ("/entries/0/sitting", json!("summer")),
        ("/entries/0/year", json!(70000)),
        ("/entries/0/asks", json!("修路")),
        ("/entries/0/asks/0", json!(7)),
        ("/entries/0/livelihood", json!("是")),
        ("/entries/0/leadSubmitter", json!("何文澜")),
        ("/entries/0/coSubmitterCount", json!(-3)),
        ("/entries/0/rounds", json!("一轮")),
        ("/entries/0/rounds/0/assignedOn", json!("0204-03-11")),
        ("/entries/0/rounds/0/assignments/0/role", json!("boss")),
        ("/entries/0/rounds/0/assignments/0/returned", json!(true)),
        ("/entries/0/rounds/0/consultations/0/means", json!("pigeon")),
        ("/entries/0/rounds/0/replies/0/outcome", json!("A")),
        ("/entries/0/rounds/0/replies/0/outcome", json!({})),
        ("/entries/0/rounds/0/replies/0/adoptedPoints", json!({ "adopted": 1 })),
        ("/entries/0/rounds/0/replies/0/approvals/0/step", json!("拟稿")),
        ("/entries/0/rounds/0/feedback/0/result", json!("very-satisfied")),
        ("/entries/0/commitments/0/what", json!(null)),
        ("/entries/0/commitments/0/state", json!("lost")),
        ("/entries/0/disclosure/attribute", json!("secret")),
    ]
}

#[test]
fn types_and_schema_both_refuse_every_wrong_document() {
    let validator = validator();
    let good: Value = serde_json::from_str(&committed("www/schema/example.json")).unwrap();
    for (pointer, value) in wrong_documents() {
        let mut wrong = good.clone();
        match wrong.pointer_mut(pointer) {
            Some(place) => *place = value.clone(),
            None => {
                let (parent, name) = pointer.rsplit_once('/').unwrap();
                wrong.pointer_mut(parent).unwrap()[name] = value.clone();
            }
        }
        assert!(!validator.is_valid(&wrong), "the schema takes {pointer} = {value}");
        assert!(!is_read_without_problem(&wrong), "the types take {pointer} = {value}");
    }
}

#[test]
fn a_document_without_a_required_field_is_refused_by_both() {
    let validator = validator();
    let good: Value = serde_json::from_str(&committed("www/schema/example.json")).unwrap();
    for (parent, field) in [("", "format"), ("", "entries"), ("/entries/0", "kind"), ("/entries/0/commitments/0", "what")] {
        let mut wrong = good.clone();
        wrong.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(field);
        assert!(!validator.is_valid(&wrong) && !is_read_without_problem(&wrong), "{parent}/{field}");
    }
}
