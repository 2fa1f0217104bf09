//! Public messages: read, matched, counted, tested, warned of.

use jianyi::calendar::Date;
use jianyi::clues::{
    ClueThresholds, MATCH_THRESHOLD, Messages, RiseTest, Subject, Untested, binomial_tail, clues, matched, read_messages, rules,
};
use jianyi::intake::ProblemCode;
use jianyi::profile::{Profile, shipped_profile};
use jianyi::rule::rule_doc;
use jianyi::similarity::Described;
use serde::Deserialize;

use crate::support::{open, sample};

#[derive(Deserialize)]
struct Labelled {
    entry: Option<String>,
    location: Option<String>,
    text: String,
}

fn labelled() -> Vec<Labelled> {
    serde_json::from_str(include_str!("../fixtures/clues/labelled.json")).unwrap()
}

fn read(csv: &str) -> Messages {
    read_messages(csv.as_bytes()).unwrap()
}

/// The thresholds where a place sets none.
fn usual() -> ClueThresholds {
    ClueThresholds::of(shipped_profile("generic-city").unwrap())
}

#[test]
fn messages_find_the_entry_that_they_speak_of_and_others_find_none() {
    let opened = open(&sample("fictional-city-2024.json"));
    let entries: Vec<_> = opened.ledger().entries().collect();
    let texts: Vec<Described<'_>> = entries
        .iter()
        .map(|entry| Described {
            title: entry.title.as_deref().unwrap_or_default(),
            text: entry.text.as_deref().unwrap_or_default(),
        })
        .collect();
    let topics: Vec<Option<String>> = entries.iter().map(|entry| entry.topic.as_deref().map(str::to_owned)).collect();
    let labels = labelled();
    let rows: Vec<String> = labels
        .iter()
        .map(|label| format!("{},{}", label.text.replace(',', "，"), label.location.as_deref().unwrap_or("")))
        .collect();
    let messages = read(&format!("内容,地点\n{}\n", rows.join("\n"))).messages;
    let found = matched(&messages, &texts, &topics);
    let mut halves = [(0, 0, 0, 0); 2];
    for (row, (label, found)) in labels.iter().zip(&found).enumerate() {
        let id = found.entry.and_then(|(place, _)| entries[place].id.as_deref());
        let half = &mut halves[row % 2];
        match (&label.entry, id) {
            (Some(wanted), Some(id)) if wanted == id => half.0 += 1,
            (Some(_), Some(_)) => half.1 += 1,
            (Some(_), None) => half.2 += 1,
            (None, Some(_)) => half.3 += 1,
            (None, None) => {}
        }
        if label.entry.as_deref() != id {
            println!("{:?} {:?} -> {id:?} {:?}", label.entry, label.text, found.entry);
        }
    }
    for (name, (right, other, missed, wrong)) in ["even", "odd"].iter().zip(halves) {
        println!(
            "{name}: {right} right, {other} another entry, {missed} missed, {wrong} where there is none; threshold {MATCH_THRESHOLD}"
        );
    }
    let (right, other, missed, wrong) = halves[1];
    let share = f64::from(right) / f64::from(right + other + missed);
    assert!(share >= 0.85 && wrong <= 1, "{share} {wrong}");
}

#[test]
fn the_sample_warns_of_the_night_market_with_its_messages() {
    let opened = open(&sample("fictional-city-2024.json"));
    let view = opened.clues(&sample("clues-fictional-city.csv"), Some("clues.csv")).unwrap();
    assert_eq!((view.problems.len(), view.future.len(), view.undated.len()), (0, 0, 0));
    let of_market: Vec<&jianyi::wire::ClueWarningView> =
        view.warnings.iter().filter(|warning| warning.subject.id.as_deref() == Some("YZ2024-0565")).collect();
    let rules: Vec<&str> = of_market.iter().map(|warning| &*warning.rule).collect();
    assert_eq!(rules, ["complaints-after-reply", "sudden-rise"], "{:?}", view.warnings);
    for warning in of_market {
        assert!(warning.evidence.len() >= 10);
        assert!(warning.evidence.iter().all(|place| view.messages[*place as usize].text.contains("东环路")));
    }
    let rises: Vec<_> =
        view.warnings.iter().filter(|warning| warning.rule == "sudden-rise").map(|warning| &warning.subject).collect();
    println!("rises: {rises:?}");
    let told: u32 = view.subjects.iter().find(|one| one.subject.id.as_deref() == Some("YZ2024-0565")).map_or(0, |one| one.count);
    assert_eq!(
        told,
        view.messages
            .iter()
            .filter(|message| message.entry.as_deref() == Some("YZ2024-0565"))
            .map(|message| message.count)
            .sum::<u32>()
    );
}

/// The examples of a rule's help: an entry, then the list of messages.
fn examples(help: &str) -> Vec<(&str, &str)> {
    let blocks = help.split("```clues\n").skip(1).filter_map(|rest| rest.split("\n```").next());
    blocks.filter_map(|block| block.split_once('\n')).collect()
}

#[test]
fn every_warning_has_help_and_its_examples_hold() {
    for (rule, _) in rules::RULES {
        let doc = rule_doc("clues", rule.id).unwrap_or_else(|| panic!("{}: no help", rule.id));
        let speaks = |(entry, list): &(&str, &str)| {
            let opened = open(format!(r#"{{"format":"jianyi/ledger/1","asOf":"2024-06-30","entries":[{entry}]}}"#).as_bytes());
            let told = clues(&read(list), opened.ledger(), Date::parse("2024-06-30").unwrap(), &usual());
            assert!(told.matched.iter().all(|one| one.entry.is_some()), "{}: {list}", rule.id);
            told.warnings.iter().any(|warning| warning.finding.rule == rule.id)
        };
        let (flagged, passes) = (examples(doc.flagged), examples(doc.passes));
        assert!(!flagged.is_empty() && !passes.is_empty());
        assert!(flagged.iter().all(speaks), "{}: silent on its example", rule.id);
        assert!(!passes.iter().any(speaks), "{}: speaks on what may pass", rule.id);
    }
}

#[test]
fn the_tail_of_the_binomial_distribution_is_exact() {
    // from the sums of the terms, by hand and with exact fractions
    let cases = [
        (1, 1, 0.5, 0.5),
        (3, 2, 0.5, 0.5),
        (10, 8, 0.2, 7.79264e-5),
        (58, 30, 0.2, 7.756357687329473e-08),
        (20, 0, 0.3, 1.0),
        (5, 6, 0.5, 0.0),
    ];
    for (all, least, chance, expected) in cases {
        let tail = binomial_tail(all, least, chance);
        assert!((tail - expected).abs() <= 1e-6 * expected.max(1e-12), "{all} {least} {chance}: {tail}");
    }
    let sum: f64 = (0..=1000_u64).map(|k| binomial_tail(1000, k, 0.2) - binomial_tail(1000, k + 1, 0.2)).sum();
    assert!((sum - 1.0).abs() < 1e-9);
    assert!(binomial_tail(1_000_000, 200_000, 0.2) > 0.49);
}

fn told(list: &str) -> jianyi::clues::Clues {
    let entry = r#"{"kind":"suggestion","number":"1","title":"关于修复青年渠路路灯的建议","topic":"城乡建设"}"#;
    let opened = open(format!(r#"{{"format":"jianyi/ledger/1","entries":[{entry}]}}"#).as_bytes());
    clues(&read(list), opened.ledger(), Date::parse("2024-06-30").unwrap(), &usual())
}

#[test]
fn a_short_baseline_or_few_messages_are_not_tested_and_the_reason_is_told() {
    let short = told("日期,内容,次数\n2024-06-20,青年渠路路灯不亮,1\n2024-06-30,青年渠路路灯不亮,50\n");
    assert_eq!(short.subjects[0].case.test, Err(Untested::ShortBaseline));
    let few = told("日期,内容,次数\n2024-05-01,青年渠路路灯不亮,1\n2024-06-30,青年渠路路灯不亮,4\n");
    assert_eq!(few.subjects[0].case.test, Err(Untested::TooFew));
    assert!(short.warnings.is_empty() && few.warnings.is_empty());
    assert!(!RiseTest { expected: 5.0, p: 0.0001 }.is_sudden(9, 1, &usual()), "less than twice what is expected");
    assert!(!RiseTest { expected: 1.0, p: 0.004 }.is_sudden(9, 3, &usual()), "the level is shared by the subjects");
}

#[test]
fn a_profile_lays_down_from_when_messages_are_worth_a_warning() {
    let list = "日期,内容,次数\n2024-05-26,青年渠路路灯坏了,1\n2024-06-01,青年渠路路灯坏了,2\n2024-06-29,青年渠路路灯坏了,6\n";
    let entry = r#"{"kind":"suggestion","number":"1","title":"关于修复青年渠路路灯的建议"}"#;
    let opened = open(format!(r#"{{"format":"jianyi/ledger/1","entries":[{entry}]}}"#).as_bytes());
    let warned =
        |from: &ClueThresholds| clues(&read(list), opened.ledger(), Date::parse("2024-06-30").unwrap(), from).warnings.len();
    assert_eq!(warned(&usual()), 1);
    assert_eq!(warned(&ClueThresholds { minimum: 7, ..usual() }), 0, "too few");
    assert_eq!(warned(&ClueThresholds { factor: 20.0, ..usual() }), 0, "not so many times");
    assert_eq!(warned(&ClueThresholds { level: 0.00001, ..usual() }), 0, "not so unlikely");
    let mut document: serde_json::Value = serde_json::to_value(shipped_profile("generic-city").unwrap()).unwrap();
    document["id"] = "own".into();
    document["watch"]["riseMinimum"] = serde_json::json!({ "value": 7, "source": "通行做法，可改" });
    let profile = Profile::from_json(&document.to_string()).unwrap();
    assert_eq!(ClueThresholds::of(&profile), ClueThresholds { minimum: 7, ..usual() });
    document["watch"]["riseWindowDays"] = serde_json::json!({ "value": 0, "source": "本软件默认值" });
    assert!(Profile::from_json(&document.to_string()).is_err(), "no days are no window");
}

#[test]
fn counts_fall_into_the_window_and_the_weeks_of_their_days() {
    let told = told(
        "日期,内容,次数\n2024-05-26,青年渠路路灯坏了,3\n2024-06-23,青年渠路路灯坏了,2\n2024-06-24,青年渠路路灯坏了,5\n2024-06-30,青年渠路路灯坏了,7\n",
    );
    let one = &told.subjects[0];
    assert_eq!((one.case.rise.in_window, one.case.rise.before, one.case.rise.baseline_days), (12, 2, 28));
    assert_eq!((one.count, one.by_week.iter().sum::<u32>(), one.by_week.last()), (17, 17, Some(&12)));
    assert_eq!(one.case.in_window, [2, 3]);
    assert_eq!(usual().window_days, 7);
}

#[test]
fn bad_rows_are_told_with_their_places_and_counted_nowhere() {
    let list = "反映时间,诉求内容,次数,备注\n2024-06-30,青年渠路路灯不亮,3,甲\n昨天,青年渠路路灯不亮,4,\n2024-02-30,青年渠路路灯不亮,5,\n2024-06-29,青年渠路路灯不亮,-2,\n2024-06-28,青年渠路路灯不亮,许多,\n2024-06-27,,1,\n2024-12-01,青年渠路路灯不亮,9,\n,青年渠路路灯不亮,,\n";
    let messages = read(list);
    let problems: Vec<_> = messages
        .problems
        .iter()
        .map(|problem| (problem.code, problem.place.row, problem.place.heading.as_deref(), problem.value.as_deref()))
        .collect();
    assert_eq!(
        problems,
        [
            (ProblemCode::NotADate, Some(3), Some("反映时间"), Some("昨天")),
            (ProblemCode::NoSuchDay, Some(4), Some("反映时间"), Some("2024-02-30")),
            (ProblemCode::OutOfRange, Some(5), Some("次数"), Some("-2")),
            (ProblemCode::WrongType, Some(6), Some("次数"), Some("许多")),
        ]
    );
    assert_eq!((messages.messages.len(), messages.without_text, &messages.unused[..]), (7, 1, &["备注".to_owned()][..]));
    let told = told(list);
    assert_eq!((&told.future[..], &told.undated[..]), (&[5][..], &[1, 2, 6][..]));
    let one = told.subjects.iter().find(|one| one.case.subject == Subject::Entry(0)).unwrap();
    assert_eq!(one.count, 3 + 4 + 5 + 1, "those without a day count, those of the future and with a bad count do not");
    assert_eq!(one.case.rise.in_window, 3);
}

#[test]
fn a_list_of_json_is_read_as_the_same_list_of_csv_in_any_encoding() {
    let csv = read("日期,内容,次数\n2024-06-30,\"路灯不亮,两周了\",3\n");
    let json = read(r#"{"list":[{"date":"2024-06-30","text":"路灯不亮,两周了","count":3}]}"#);
    let tsv = read("date\tcontent\tcount\n2024/6/30\t路灯不亮,两周了\t3\n");
    let plain =
        |messages: &Messages| messages.messages.iter().map(|one| (one.date, one.text.clone(), one.count)).collect::<Vec<_>>();
    assert_eq!(plain(&csv), plain(&json));
    assert_eq!(plain(&csv), plain(&tsv));
    let (gbk, ..) = encoding_rs::GB18030.encode("日期,内容,次数\r\n2024-06-30,\"路灯不亮,两周了\",3\r\n");
    assert_eq!(plain(&csv), plain(&read_messages(&gbk).unwrap()));
    assert_eq!(json.messages[0].at.pointer.as_deref(), Some("/list/0"));
}

#[test]
fn what_is_no_list_of_messages_is_refused_with_the_reason() {
    let code = |bytes: &[u8]| read_messages(bytes).unwrap_err().code;
    assert_eq!(code(b""), ProblemCode::EmptyFile);
    assert_eq!(code(b" \n "), ProblemCode::BlankFile);
    assert_eq!(code("甲,乙\n1,2\n".as_bytes()), ProblemCode::NoHeadings);
    assert_eq!(code("日期,次数\n2024-01-01,2\n".as_bytes()), ProblemCode::MissingField);
    assert_eq!(code(b"[{]"), ProblemCode::BadSyntax);
    assert_eq!(code(b"{\"a\":1}"), ProblemCode::OtherShape);
    assert_eq!(code(b"%PDF-1.7"), ProblemCode::NotATable);
    let undated = read("内容\n路灯不亮\n");
    assert_eq!(undated.problems[0].code, ProblemCode::MissingField);
}
