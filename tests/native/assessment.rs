//! Points tables and the sheets of bodies.

use jianyi::assessment::{HandScores, PointRule, Scheme, SchemeFault, shipped_schemes};
use jianyi::opened::assessment_schemes;
use jianyi::wire::{AssessmentView, BodySheetView, PartScoreView};
use proptest::prelude::*;

use crate::support::{open, sample};

/// Two bodies: one late of three, one without a mistake; one reply still open.
const LEDGER: &str = r#"{"format":"jianyi/ledger/1","profile":"npc","entries":[
 {"kind":"suggestion","number":"1","rounds":[{"assignedOn":"2025-03-03","assignments":[{"body":"甲局","role":"lead","officer":"张三","dueOn":"2025-06-03"}],"consultations":[{"on":"2025-04-01","means":"visit","body":"甲局"}],"replies":[{"body":"甲局","date":"2025-05-20","outcome":{"mark":"A"}}],"feedback":[{"body":"甲局","overall":"satisfied"}]}]},
 {"kind":"suggestion","number":"2","rounds":[{"assignedOn":"2025-03-03","assignments":[{"body":"甲局","role":"lead","dueOn":"2025-06-03"}],"replies":[{"body":"甲局","date":"2025-07-01","outcome":{"mark":"B"}}],"feedback":[{"body":"甲局","overall":"dissatisfied"}]}]},
 {"kind":"suggestion","number":"3","rounds":[{"assignedOn":"2025-03-03","assignments":[{"body":"甲局","role":"lead","dueOn":"2025-06-03"},{"body":"乙局","role":"assisting","opinion":{"dueOn":"2025-04-03","givenOn":"2025-04-01"}}],"replies":[{"body":"甲局","date":"2025-06-03","outcome":{"mark":"A"}}]}]},
 {"kind":"suggestion","number":"4","rounds":[{"assignedOn":"2025-12-30","assignments":[{"body":"甲局","role":"lead","dueOn":"2026-03-30"}]}]}]}"#;

fn table(parts: &str) -> String {
    format!(
        r#"{{"format":"jianyi/assessment/1","id":"t","name":{{"zh":"表","en":"t"}},"source":"测试","minimum":2,"parts":[{parts}]}}"#
    )
}

fn part(id: &str, points: &str, metric: &str, rule: &str) -> String {
    format!(r#"{{"id":"{id}","name":{{"zh":"项","en":"p"}},"points":{points},"metric":"{metric}","rule":{rule}}}"#)
}

fn assessed(parts: &str) -> AssessmentView {
    open(LEDGER.as_bytes()).assess(&table(parts), &HandScores::new()).unwrap()
}

fn sheet<'v>(view: &'v AssessmentView, body: &str) -> &'v BodySheetView {
    view.sheets.iter().find(|sheet| sheet.body == body).unwrap()
}

fn only<'v>(view: &'v AssessmentView, body: &str) -> &'v PartScoreView {
    &sheet(view, body).parts[0]
}

#[test]
fn a_late_reply_takes_points_and_is_named_and_what_is_not_due_is_left_out() {
    let view = assessed(&part("late", "25", "reply-on-time", r#"{"kind":"each","add":-5,"of":"bad"}"#));
    let own = only(&view, "甲局");
    assert_eq!((own.points, own.good, own.judged, own.not_yet), (Some(20.0), 2, 3, 1));
    assert_eq!(
        own.entries.iter().filter(|entry| !entry.good).map(|entry| entry.number.clone()).collect::<Vec<_>>(),
        [Some("2".to_owned())]
    );
    let assisting = only(&view, "乙局");
    assert_eq!((assisting.judged, assisting.points), (0, None), "a body that answers nothing neither loses nor earns by replies");
    assert_eq!(assisting.state, "nothing-judged");
}

#[test]
fn a_share_of_the_points_goes_by_items() {
    let view = assessed(&part("speed", "20", "reply-on-time", r#"{"kind":"share"}"#));
    assert_eq!(only(&view, "甲局").points, Some(13.33));
    assert_eq!((only(&view, "乙局").points, &*only(&view, "乙局").state), (None, "nothing-judged"));
}

#[test]
fn a_rate_below_its_target_takes_points_by_percentage_points() {
    // one consulted of three answered: 66.67 points below 100
    let rule = |whole: bool| format!(r#"{{"kind":"per-percentage-point","add":-0.5,"target":100,"whole":{whole}}}"#);
    assert_eq!(only(&assessed(&part("c", "50", "consulted", &rule(false))), "甲局").points, Some(16.67));
    assert_eq!(only(&assessed(&part("c", "50", "consulted", &rule(true))), "甲局").points, Some(17.0));
}

#[test]
fn items_count_beyond_a_number() {
    let view = assessed(&part("w", "10", "workload", r#"{"kind":"each","add":2,"of":"all","beyond":3}"#));
    assert_eq!((only(&view, "甲局").points, only(&view, "乙局").points), (Some(12.0), Some(10.0)));
}

#[test]
fn floor_and_cap_hold() {
    let with = |bound: &str| {
        let whole = part("r", "3", "satisfied", r#"{"kind":"each","add":-4,"of":"bad"}"#);
        only(&assessed(&format!("{},{bound}}}", &whole[..whole.len() - 1])), "甲局").points
    };
    assert_eq!((with(r#""floor":-0.5"#), with(r#""cap":-3"#), with(r#""floor":-9"#)), (Some(-0.5), Some(-3.0), Some(-1.0)));
}

#[test]
fn what_the_source_does_not_say_has_no_points() {
    let view = assessed(&part("x", "0.4", "reply-on-time", r#"{"kind":"each","add":null,"of":"bad"}"#));
    let own = only(&view, "甲局");
    assert_eq!((own.points, &*own.state, own.good, own.judged), (None, "not-published", 2, 3));
    assert_eq!((sheet(&view, "甲局").total, sheet(&view, "甲局").open), (0.0, 1));
}

#[test]
fn a_person_scores_what_the_ledger_cannot_tell_and_nothing_else() {
    let parts = format!(
        r#"{},{{"id":"quality","name":{{"zh":"质量","en":"q"}},"points":50,"rule":{{"kind":"by-hand"}},"floor":0,"cap":50}}"#,
        part("late", "25", "reply-on-time", r#"{"kind":"each","add":-5,"of":"bad"}"#)
    );
    let hand = HandScores::from([("甲局".to_owned(), [("quality".to_owned(), 61.0), ("late".to_owned(), 99.0)].into())]);
    let view = open(LEDGER.as_bytes()).assess(&table(&parts), &hand).unwrap();
    let own = sheet(&view, "甲局");
    assert_eq!((own.total, own.open), (70.0, 0), "20 reckoned + 50 given, not above the part's cap");
    assert_eq!((&*own.parts[1].state, &*sheet(&view, "乙局").parts[1].state), ("given", "by-hand"));
}

#[test]
fn a_column_that_the_ledger_does_not_keep_is_held_against_nobody() {
    let view = assessed(&part("p", "5", "contact-given", r#"{"kind":"each","add":-1,"of":"bad"}"#));
    let own = only(&view, "甲局");
    assert_eq!((own.points, own.judged, own.not_said), (None, 0, 3), "nor does anybody earn by it");
    let officers = assessed(&part("o", "5", "officer-named", r#"{"kind":"each","add":-1,"of":"bad"}"#));
    assert_eq!((only(&officers, "甲局").points, only(&officers, "甲局").good), (Some(2.0), 1));
}

#[test]
fn a_body_with_few_items_is_too_small_to_judge() {
    let view = assessed(&part("w", "10", "workload", r#"{"kind":"share"}"#));
    assert_eq!((view.minimum, sheet(&view, "甲局").too_small, sheet(&view, "乙局").too_small), (2, false, true));
}

#[test]
fn a_wrong_table_is_refused_with_its_place() {
    let fault = |json: &str| Scheme::from_json(json).unwrap_err();
    assert!(matches!(fault("{"), SchemeFault::Unreadable(why) if why.contains("line 1")));
    assert_eq!(fault(&table("")), SchemeFault::Empty);
    let one = part("a", "1", "workload", r#"{"kind":"share"}"#);
    assert_eq!(fault(&table(&format!("{one},{one}"))), SchemeFault::Twice("a".to_owned()));
    assert_eq!(fault(&table(&one.replace(r#""metric":"workload","#, ""))), SchemeFault::NoMetric("a".to_owned()));
    assert!(matches!(fault(&table(&one.replace("workload", "luck"))), SchemeFault::Unreadable(why) if why.contains("luck")));
    assert!(matches!(fault(&table(&one.replace(r#""points":1"#, r#""points":1e300"#))), SchemeFault::Unreadable(_)));
    assert_eq!(
        fault(&table(&one).replace("assessment/1", "assessment/9")),
        SchemeFault::OtherFormat("jianyi/assessment/9".to_owned())
    );
}

#[test]
fn every_shipped_table_reads_names_its_source_and_comes_back_the_same() {
    let schemes = shipped_schemes();
    assert_eq!(schemes.len(), 5);
    for scheme in schemes {
        assert!(!scheme.source.is_empty(), "{}", scheme.id);
        assert_eq!(&Scheme::from_json(&serde_json::to_string(scheme).unwrap()).unwrap(), scheme);
    }
    let sample = jianyi::assessment::shipped_scheme("sample").unwrap();
    let full: i64 = sample.parts.iter().map(|part| part.points.0).sum();
    assert_eq!(full, 10_000, "the example is out of 100");
    assert!(schemes.iter().any(|scheme| scheme.parts.iter().any(|part| part.rule == PointRule::ByHand)));
}

#[test]
fn the_citys_sheets_add_up_and_agree_with_the_bodies_work() {
    let opened = open(&sample("fictional-city-2024.json"));
    for scheme in assessment_schemes() {
        let view = opened.assess(&scheme.json, &HandScores::new()).unwrap();
        assert!(view.sheets.len() > 10, "{}", scheme.id);
        for sheet in &view.sheets {
            let sum: f64 = sheet.parts.iter().filter_map(|part| part.points).sum();
            assert!((sum - sheet.total).abs() < 0.005, "{} {}", scheme.id, sheet.body);
            assert!(sheet.parts.iter().all(|part| part.entries.len() == part.judged as usize && part.good <= part.judged));
        }
    }
    let workload =
        opened.assess(&table(&part("w", "0", "workload", r#"{"kind":"each","add":1,"of":"all"}"#)), &HandScores::new()).unwrap();
    let by_bodies: std::collections::BTreeMap<String, u32> = opened
        .bodies(&Default::default())
        .unwrap()
        .into_iter()
        .map(|body| (body.body, body.states.iter().map(|state| state.count).sum()))
        .collect();
    assert!(workload.sheets.iter().all(|sheet| by_bodies.get(&sheet.body) == Some(&sheet.handlings)));
    assert_eq!(workload.sheets.len(), by_bodies.len());
}

proptest! {
    #[test]
    fn any_text_as_a_table_is_refused_or_assessed(text in "\\PC{0,200}") {
        let _ = open(LEDGER.as_bytes()).assess(&text, &HandScores::new());
    }

    #[test]
    fn no_number_of_a_table_breaks_the_reckoning(points in any::<f64>(), add in any::<f64>(), beyond in any::<u32>()) {
        let rule = format!(r#"{{"kind":"each","add":{add:?},"of":"all","beyond":{beyond}}}"#);
        let _ = open(LEDGER.as_bytes()).assess(&table(&part("a", &format!("{points:?}"), "workload", &rule)), &HandScores::new());
    }
}
