//! The ledgers that offices keep are read to exactly what is in them.

use std::collections::BTreeMap;

use jianyi::calendar::Date;
use jianyi::ledger::{Entry, HandlingRole, Rating, Round};
use jianyi::opened::{OpenOptions, OpenedLedger, Opening};
use serde_json::{Value, json};

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/ledgers/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn expected(name: &str) -> Value {
    serde_json::from_slice(&fixture(&format!("{name}.expected.json"))).unwrap()
}

fn open(name: &str) -> OpenedLedger {
    let bytes = fixture(name);
    let today = Date::parse(expected(name)["today"].as_str().unwrap()).ok();
    let mut opening = Opening::new(OpenOptions { today, ..OpenOptions::default() }, bytes.len());
    // chunks as a stream brings them
    for chunk in bytes.chunks(10_007) {
        opening.push(chunk);
    }
    opening.finish().unwrap_or_else(|problem| panic!("{name}: {}", problem.message()))
}

/// One reply owed, as the files' own page counts them.
struct Owed {
    outcome: String,
    first_rating: Option<Rating>,
    last_rating: Option<Rating>,
    state: &'static str,
}

fn is_returned(assignment: &jianyi::ledger::Assignment<'_>) -> bool {
    assignment.returned.is_some()
}

/// What every lead or separate body owes; `by_row` counts several bodies of one row once.
fn owed(entry: &Entry<'_>, today: Date, once: bool) -> Vec<Owed> {
    let Some(first) = entry.rounds.first() else { return Vec::new() };
    let answering: Vec<_> = first
        .assignments
        .iter()
        .filter(|assignment| {
            !is_returned(assignment) && matches!(assignment.role, Some(HandlingRole::Lead | HandlingRole::Separate))
        })
        .collect();
    let counted = if once { answering.into_iter().take(1).collect() } else { answering };
    counted
        .into_iter()
        .map(|assignment| {
            let body = assignment.body.as_deref();
            let replies = |round: &Round<'_>| -> Vec<jianyi::ledger::Reply<'static>> {
                let of_body = round.replies.iter().filter(|reply| reply.body.as_deref() == body);
                of_body.map(|reply| serde_json::from_str(&serde_json::to_string(reply).unwrap()).map(own).unwrap()).collect()
            };
            let ratings = |round: &Round<'_>| -> Vec<Option<Rating>> {
                round
                    .feedback
                    .iter()
                    .filter(|feedback| feedback.body.as_deref() == body)
                    .map(|feedback| feedback.overall.or(feedback.result))
                    .collect()
            };
            let extended = first.extension.as_ref().and_then(|extension| extension.until);
            let due = extended.or(assignment.due_on).or(first.due_on);
            let reply = replies(first).into_iter().next();
            let state = match (due, &reply) {
                (None, _) => "unknownDate",
                (Some(due), None) if due < today => "notAnsweredOverdue",
                (Some(_), None) => "notAnsweredNotDue",
                (Some(due), Some(reply)) => match reply.date {
                    None => "unknownDate",
                    Some(on) if on <= due => "onTime",
                    Some(_) => "late",
                },
            };
            let latest = entry.rounds.iter().rev().find_map(|round| replies(round).into_iter().next());
            Owed {
                outcome: latest.and_then(|reply| reply.outcome).map_or("none".to_owned(), |outcome| outcome.mark.to_string()),
                first_rating: ratings(first).into_iter().next_back().flatten(),
                last_rating: entry.rounds.iter().flat_map(ratings).next_back().flatten(),
                state,
            }
        })
        .collect()
}

fn own(reply: jianyi::ledger::Reply<'_>) -> jianyi::ledger::Reply<'static> {
    jianyi::ledger::Reply {
        body: reply.body.map(jianyi::ledger::Words::into_owned),
        date: reply.date,
        outcome: reply.outcome.map(|outcome| jianyi::ledger::Outcome { mark: outcome.mark.into_owned(), scheme: None }),
        ..jianyi::ledger::Reply::default()
    }
}

fn count<K: Into<String>>(keys: impl IntoIterator<Item = K>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for key in keys {
        *counts.entry(key.into()).or_insert(0) += 1;
    }
    counts
}

fn rating_word(rating: Option<Rating>) -> &'static str {
    match rating {
        Some(Rating::Satisfied) => "满意",
        Some(Rating::BasicallySatisfied) => "基本满意",
        Some(Rating::Dissatisfied) => "不满意",
        None => "none",
    }
}

/// The counts of `entries` under the names of `wanted`.
fn counts(entries: &[Entry<'_>], today: Date, once: bool) -> BTreeMap<&'static str, Value> {
    let handled: Vec<&Entry<'_>> = entries.iter().filter(|entry| entry.withdrawn.is_none()).collect();
    let owed: Vec<Owed> = handled.iter().flat_map(|entry| owed(entry, today, once)).collect();
    let states = count(owed.iter().map(|owed| owed.state));
    let state = |name: &str| states.get(name).copied().unwrap_or(0);
    let ratings = count(owed.iter().map(|owed| rating_word(owed.last_rating)));
    let rating = |name: &str| ratings.get(name).copied().unwrap_or(0);
    let returned = owed.len() - rating("none");
    let roles = count(
        handled
            .iter()
            .flat_map(|entry| &entry.rounds)
            .take(usize::MAX)
            .flat_map(|round| &round.assignments)
            .filter(|a| !is_returned(a))
            .map(|a| match a.role {
                Some(HandlingRole::Lead) => "主办",
                Some(HandlingRole::Assisting) => "协办",
                Some(HandlingRole::Separate) => "分办",
                Some(HandlingRole::ForReference) => "参阅",
                None => "unknown",
            }),
    );
    let kinds = count(entries.iter().map(|entry| match entry.kind.as_str() {
        "suggestion" => "建议",
        "proposal" => "提案",
        _ => "议案",
    }));
    BTreeMap::from([
        ("entriesRead", json!(entries.len())),
        ("byKind", json!(kinds)),
        ("byRole", json!(roles)),
        ("byOutcome", json!(count(owed.iter().map(|owed| owed.outcome.clone())))),
        (
            "answers",
            json!({ "owed": owed.len(), "onTime": state("onTime"), "late": state("late"), "notAnsweredOverdue": state("notAnsweredOverdue"),
                    "notAnsweredNotDue": state("notAnsweredNotDue"), "unknownDate": state("unknownDate") }),
        ),
        (
            "onTimeRate",
            json!({ "part": state("onTime"), "whole": owed.len() - state("notAnsweredNotDue") - state("unknownDate") }),
        ),
        ("satisfaction", json!(ratings)),
        ("satisfactionRate", json!({ "part": rating("满意"), "whole": returned })),
        ("satisfactionRateIncludingBasic", json!({ "part": rating("满意") + rating("基本满意"), "whole": returned })),
        ("firstRating", json!(count(owed.iter().map(|owed| rating_word(owed.first_rating))))),
        ("lastRating", json!(ratings)),
    ])
}

/// Zeros that the expectation writes out do not stand in our counts.
fn without_zeros(value: &Value) -> Value {
    match value {
        Value::Object(fields)
            if fields.values().all(Value::is_number) && !fields.contains_key("owed") && !fields.contains_key("whole") =>
        {
            Value::Object(
                fields.iter().filter(|(_, value)| **value != json!(0)).map(|(key, value)| (key.clone(), value.clone())).collect(),
            )
        }
        other => other.clone(),
    }
}

fn assert_counts(name: &str, found: &BTreeMap<&'static str, Value>, wanted: &Value) {
    let mut wrong = Vec::new();
    for (key, value) in found {
        if let Some(wanted) = wanted.get(key)
            && without_zeros(wanted) != *value
        {
            wrong.push(format!("{key}: wanted {wanted}, found {value}"));
        }
    }
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
}

fn today(wanted: &Value) -> Date {
    Date::parse(wanted["today"].as_str().unwrap()).unwrap()
}

fn rows_of(wanted: &Value, key: &str) -> Vec<u64> {
    wanted["unreadable"].as_array().unwrap().iter().map(|one| one[key].as_u64().unwrap()).collect()
}

#[test]
fn the_csv_that_excel_saved_and_people_edited_is_read_to_what_is_in_it() {
    let wanted = expected("excel-style.csv");
    let opened = open("excel-style.csv");
    let skipped: Vec<Value> = opened
        .skipped()
        .iter()
        .map(|one| json!({ "row": one.place.row, "line": one.place.line, "reason": one.reason.as_str() }))
        .collect();
    assert_eq!(json!(skipped), wanted["skipped"]);
    let aside: Vec<(Option<u32>, Option<u32>)> = opened.aside().iter().map(|one| (one.place.row, one.place.line)).collect();
    let rows = rows_of(&wanted, "row").into_iter().map(|row| Some(row as u32));
    let wanted_aside: Vec<_> = rows.zip(rows_of(&wanted, "line").into_iter().map(|line| Some(line as u32))).collect();
    assert_eq!(aside, wanted_aside);
    let problems: Vec<Value> = opened
        .problems()
        .iter()
        .filter(|problem| problem.place.heading.is_some())
        .map(|problem| json!({ "row": problem.place.row, "line": problem.place.line, "column": problem.place.heading }))
        .collect();
    let wanted_problems: Vec<Value> = wanted["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| json!({ "row": one["row"], "line": one["line"], "column": one["column"] }))
        .collect();
    assert_eq!(json!(problems), json!(wanted_problems));
    let tally = opened.tally();
    assert_eq!(json!(tally.records), wanted["records"]);
    assert_eq!(json!(tally.read), wanted["assignmentsRead"]);
    assert_eq!(tally.records, tally.head + tally.read + tally.skipped + opened.aside().len());
    let entries: Vec<Entry<'_>> = opened.ledger().entries().collect();
    assert_counts("excel-style.csv", &counts(&entries, today(&wanted), false), &wanted);
    assert_eq!(opened.ledger().head.title.as_deref(), Some("云岭县2024年人大代表建议、政协提案办理情况台账"));
    assert_eq!(opened.ledger().head.office.as_deref(), Some("云岭县人民政府督查室"));
}

#[test]
fn the_workbook_of_two_sheets_is_read_to_what_is_in_it() {
    let wanted = expected("ledger.xlsx");
    let opened = open("ledger.xlsx");
    let entries: Vec<Entry<'_>> = opened.ledger().entries().collect();
    let places: Vec<(String, u64)> = wanted["sheets"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|sheet| sheet["unreadable"].as_array().unwrap())
        .map(|one| (one["sheet"].as_str().unwrap().to_owned(), one["row"].as_u64().unwrap()))
        .collect();
    let aside: Vec<(String, u64)> =
        opened.aside().iter().map(|one| (one.place.sheet.clone().unwrap(), u64::from(one.place.row.unwrap()))).collect();
    assert_eq!(aside, places);
    let problems: Vec<Value> = opened
        .problems()
        .iter()
        .filter(|problem| problem.place.heading.is_some())
        .map(|problem| json!([problem.place.sheet, problem.place.row, problem.place.heading, problem.value]))
        .collect();
    let wanted_problems: Vec<Value> = wanted["sheets"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|sheet| sheet["problems"].as_array().unwrap())
        .map(|one| json!([one["sheet"], one["row"], one["column"], one["text"]]))
        .collect();
    let short: Vec<Value> = problems.iter().map(|one| json!([one[0], one[1], one[3]])).collect();
    let wanted_short: Vec<Value> = wanted_problems.iter().map(|one| json!([one[0], one[1], one[3]])).collect();
    assert_eq!(short, wanted_short);
    assert_counts("ledger.xlsx", &counts(&entries, today(&wanted), true), &wanted);
    let first = wanted["sheets"][0]["entriesRead"].as_u64().unwrap() as usize;
    assert_counts("first sheet", &counts(&entries[..first], today(&wanted), true), &wanted["sheets"][0]);
    assert_counts("second sheet", &counts(&entries[first..], today(&wanted), true), &wanted["sheets"][1]);
    assert!(entries[..first].iter().all(|entry| entry.delegation.is_some()), "joined cells hold in each of their rows");
}

#[test]
fn the_ndjson_of_two_record_generations_is_read_to_what_is_in_it() {
    let wanted = expected("ledger.ndjson");
    let opened = open("ledger.ndjson");
    let lines: Vec<u64> = opened.aside().iter().map(|one| u64::from(one.place.line.unwrap())).collect();
    assert_eq!(lines, rows_of(&wanted, "line"));
    let entries: Vec<Entry<'_>> = opened.ledger().entries().collect();
    assert_counts("ledger.ndjson", &counts(&entries, today(&wanted), false), &wanted);
    let assignments: usize = entries.iter().map(|entry| entry.rounds[0].assignments.len()).sum();
    assert_eq!(json!(assignments), wanted["assignmentsRead"]);
    let values: Vec<_> = opened.problems().into_iter().filter(|problem| problem.place.pointer.is_some()).collect();
    assert!(values.is_empty(), "{values:?}");
}

#[test]
fn the_json_export_with_its_whole_history_is_read_to_what_is_in_it() {
    let wanted = expected("ledger.json");
    let opened = open("ledger.json");
    let entries: Vec<Entry<'_>> = opened.ledger().entries().collect();
    let pointer = |problem: &jianyi::wire::Place| problem.pointer.clone().unwrap_or_default();
    let aside: Vec<String> =
        opened.aside().iter().map(|one| pointer(&one.place).split('/').take(3).collect::<Vec<_>>().join("/")).collect();
    let wanted_aside: Vec<&str> =
        wanted["unreadable"].as_array().unwrap().iter().map(|one| one["pointer"].as_str().unwrap()).collect();
    assert_eq!(aside, wanted_aside);
    let mut problems: Vec<Value> = opened
        .problems()
        .iter()
        .filter(|problem| problem.severity == "warning" && !problem.code.starts_with("duplicate"))
        .map(|problem| json!([problem.place.pointer, problem.value]))
        .collect();
    problems.sort_by_key(Value::to_string);
    let mut wanted_problems: Vec<Value> =
        wanted["problems"].as_array().unwrap().iter().map(|one| json!([one["pointer"], one["value"]])).collect();
    wanted_problems.sort_by_key(Value::to_string);
    assert_eq!(problems, wanted_problems);

    let mut found = counts(&entries, today(&wanted), false);
    let handled: Vec<&Entry<'_>> = entries.iter().filter(|entry| entry.withdrawn.is_none()).collect();
    let first_round: Vec<_> = handled.iter().flat_map(|entry| entry.rounds.first()).collect();
    let assignments = || first_round.iter().flat_map(|round| &round.assignments);
    let role = |role: HandlingRole| assignments().filter(|one| !is_returned(one) && one.role == Some(role)).count();
    found.insert(
        "byRole",
        json!({ "主办": role(HandlingRole::Lead), "协办": role(HandlingRole::Assisting), "分办": role(HandlingRole::Separate), "参阅": role(HandlingRole::ForReference) }),
    );
    found.insert("withdrawn", json!(entries.len() - handled.len()));
    found.insert("unknownRole", json!(assignments().filter(|one| one.role.is_none()).count()));
    found.insert("returned", json!(assignments().filter(|one| is_returned(one)).count()));
    found.insert("extensions", json!(first_round.iter().filter(|round| round.extension.is_some()).count()));
    found.insert("secondRounds", json!(handled.iter().filter(|entry| entry.rounds.len() == 2).count()));
    found.insert("key", json!(entries.iter().filter(|entry| entry.key.is_some()).count()));
    let between = entries.iter().filter(|entry| entry.sitting.is_some_and(|sitting| sitting.as_str() == "inter-sessional"));
    found.insert("interSessional", json!(between.count()));
    assert_counts("ledger.json", &found, &wanted);
    assert!(entries.iter().all(|entry| entry.lead_submitter.as_ref().is_some_and(|lead| lead.mobile.is_some())));
}
