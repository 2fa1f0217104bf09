//! What leaves as a table comes back as the same ledger, and carries no formula.

use jianyi::calendar::Date;
use jianyi::ledger::{Assignment, Entry, HandlingRole, Outcome, Rating, Reply, Round, SubmissionKind};
use jianyi::opened::OpenedLedger;
use jianyi_generator::{Options, Texts, write_ledger};
use proptest::prelude::*;

use crate::support::{open, sample};

fn generated(entries: u32, seed: u64) -> Vec<u8> {
    let as_of = Date::parse("2025-09-30").unwrap();
    let mut bytes = Vec::new();
    write_ledger(&mut bytes, Options { entries, seed, first_year: 2024, years: 2, as_of, texts: Texts::Full }).unwrap();
    bytes
}

fn document(entries: &[Entry<'_>]) -> Vec<u8> {
    let entries: Vec<String> = entries.iter().map(|entry| serde_json::to_string(entry).unwrap()).collect();
    format!("{{\"format\":\"jianyi/ledger/1\",\"title\":\"=1+1\",\"entries\":[{}]}}", entries.join(",")).into_bytes()
}

/// Asserts that the ledger survives CSV and, with the office module, XLSX.
fn assert_comes_back(bytes: &[u8]) {
    let opened = open(bytes);
    assert_same(&open(&opened.to_csv()), &opened);
    #[cfg(feature = "office")]
    assert_same(&open(&jianyi::office::write_workbook(&opened.to_table()).unwrap()), &opened);
}

fn assert_same(again: &OpenedLedger, opened: &OpenedLedger) {
    let differing = opened.ledger().entries().zip(again.ledger().entries()).find(|(left, right)| left != right);
    assert_eq!(differing, None);
    assert_eq!((again.len(), again.aside().len()), (opened.len(), 0));
    assert_eq!(again.ledger().head, opened.ledger().head);
}

#[test]
fn an_exported_ledger_comes_back_as_it_was() {
    for seed in 0..3 {
        assert_comes_back(&generated(120, seed));
    }
    for name in ["xinjiang-npc-2024.json", "xinjiang-cppcc-2024.json", "fictional-city-2024.json"] {
        assert_comes_back(&sample(name));
    }
}

#[test]
fn no_cell_of_an_exported_csv_begins_as_a_formula_does() {
    let mut entry = Entry::of_kind(SubmissionKind::Suggestion);
    entry.number = Some("+86".into());
    entry.title = Some("=HYPERLINK(\"http://example\")".into());
    entry.topic = Some("@SUM(A1)".into());
    entry.note = Some("\t-2+3".into());
    let csv = open(&document(&[entry])).to_csv();
    let text = String::from_utf8(csv).unwrap();
    assert!(text.starts_with('\u{feff}'));
    for cell in text.trim_start_matches('\u{feff}').split(['\n', ',']) {
        let cell = cell.trim_start_matches('"');
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{cell}");
    }
}

#[test]
fn a_cell_that_somebody_changed_in_the_table_counts() {
    let opened = open(&generated(20, 5));
    let title = opened.ledger().entry(3).unwrap().title.unwrap().to_string();
    let csv = String::from_utf8(opened.to_csv()).unwrap().replace(&title, "关于改过的标题的建议");
    let again = open(csv.as_bytes());
    assert_eq!(again.ledger().entry(3).unwrap().title.as_deref(), Some("关于改过的标题的建议"));
    assert_eq!(again.len(), opened.len());
}

fn odd_text() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "=1",
        "+",
        "-",
        "@x",
        "\ta",
        "\r",
        "'",
        "''",
        "'046",
        "'=a",
        "同上",
        "合计",
        "小计",
        "无",
        "/",
        "#REF!",
        "####",
        " 前后空格 ",
        "一、建议",
        "制表人：甲",
        "甲、乙",
        "甲；乙",
        "甲\n乙",
        "a\"b",
        "\"",
        ",",
        "（分办）甲局、乙局",
        "甲局（会办）",
        "第046号",
        "标题",
        "承办单位",
        "2024-02-30",
        "张三等9人",
    ]);
    prop_oneof![3 => odd.prop_map(str::to_owned), 1 => any::<String>(), 1 => "[一-龥]{1,12}"]
}

prop_compose! {
    fn odd_entry()(
        texts in prop::collection::vec(prop::option::of(odd_text()), 8),
        kind in prop::sample::select(SubmissionKind::ALL.to_vec()),
        roles in prop::collection::vec(prop::option::of(prop::sample::select(HandlingRole::ALL.to_vec())), 0..4),
        bodies in prop::collection::vec(prop::option::of(odd_text()), 4),
        mark in odd_text(),
        replied in any::<bool>(),
    ) -> Entry<'static> {
        let text = |place: usize| texts[place].clone().map(Into::into);
        let mut entry = Entry::of_kind(kind);
        entry.id = text(0);
        entry.number = text(1);
        entry.title = text(2);
        entry.topic = text(3);
        entry.note = text(4);
        entry.delegation = text(5);
        entry.lead_submitter = texts[6].clone().map(|name| jianyi::ledger::Submitter { name: Some(name.into()), ..Default::default() });
        if !roles.is_empty() {
            let assignments = roles.iter().zip(&bodies).map(|(role, body)| Assignment {
                role: *role,
                body: body.clone().map(Into::into),
                ..Assignment::default()
            });
            let mut round = Round { assignments: assignments.collect(), ..Round::default() };
            if replied {
                round.replies.push(Reply {
                    body: bodies[0].clone().map(Into::into),
                    outcome: Some(Outcome { mark: mark.into(), scheme: None }),
                    date: Date::parse("2024-05-06").ok(),
                    ..Reply::default()
                });
                round.feedback.push(jianyi::ledger::Feedback { overall: Some(Rating::Satisfied), ..Default::default() });
            }
            entry.rounds.push(round);
        }
        if let Some(extra) = &texts[7] {
            entry.extra.insert("列名/甲~乙".into(), extra.clone().into());
        }
        entry
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn texts_that_look_like_anything_else_come_back_as_they_were(entries in prop::collection::vec(odd_entry(), 1..6)) {
        assert_comes_back(&document(&entries));
    }
}

#[test]
fn a_submitter_named_like_a_ditto_mark_keeps_that_name() {
    let entry = |number: u32, name: &str| {
        format!(r#"{{"kind":"suggestion","number":"{number}","title":"关于修路的建议","leadSubmitter":{{"name":"{name}"}}}}"#)
    };
    let entries = [entry(1, "何文澜"), entry(2, "同上")].join(",");
    assert_comes_back(format!(r#"{{"format":"jianyi/ledger/1","entries":[{entries}]}}"#).as_bytes());
}
