//! Work lists, reminder, calendar file, spot check.

use jianyi::calendar::Date;
use jianyi::supervision::ics::calendar_file;
use jianyi::supervision::reminder::reminder;
use jianyi::supervision::sample::stratified_sample;
use jianyi::supervision::watch::{Watch, WorkList, watch, work_list};

use crate::supervision_rules::grounds;
use crate::support::open;

const LEDGER: &str = r#"{"format":"jianyi/ledger/1","entries":[
  {"kind":"suggestion","number":"12","title":"关于优化早晚高峰公交线网的建议","rounds":[{"assignedOn":"2026-06-01","assignments":[{"body":"市交通运输局","role":"lead"}]}]},
  {"kind":"suggestion","number":"15","title":"关于增设夜间公交；方便夜班职工出行，服务产业园区发展并同步完善候车亭照明与无障碍设施的建议","rounds":[{"assignedOn":"2026-08-30","assignments":[{"body":"市交通运输局","role":"lead"}],"consultations":[{"on":"2026-09-10"}]}]},
  {"kind":"suggestion","number":"16","title":"关于校园周边停车的建议","rounds":[{"assignedOn":"2026-06-01","assignments":[{"body":"市教育局","role":"lead"}],"replies":[{"date":"2026-07-01"}]}]}]}"#;

fn watched() -> Watch {
    watch(open(LEDGER.as_bytes()).ledger(), &grounds("npc", "2026-11-23"))
}

#[test]
fn a_reminder_names_every_pressing_item_with_its_day_and_basis() {
    let text =
        reminder("市交通运输局", &watched().pending, Some("市人大常委会代表工作室"), &grounds("npc", "2026-11-23")).unwrap();
    insta::assert_snapshot!(text);
}

#[test]
fn a_body_with_nothing_pressing_gets_no_reminder() {
    assert_eq!(reminder("市教育局", &watched().pending, None, &grounds("npc", "2026-11-23")), None);
}

#[test]
fn the_calendar_file_ends_lines_with_crlf_folds_at_75_octets_and_escapes_text() {
    let title =
        |pending: &jianyi::supervision::watch::Pending| format!("a,b;c\\d\n{}", pending.title.clone().unwrap_or_default());
    let file = calendar_file(&watched().pending, Date::parse("2026-11-23").unwrap(), title);
    assert!(file.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    let unfolded = file.replace("\r\n ", "");
    assert!(unfolded.contains(r"SUMMARY:a\,b\;c\\d\n关于优化早晚高峰公交线网的建议"), "{unfolded}");
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 2);
    let uids: std::collections::BTreeSet<&str> = unfolded.lines().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(uids.len(), 2);
}

#[test]
fn a_week_ends_on_its_sunday() {
    let list = |due: &str| work_list(Date::parse(due).unwrap(), Date::parse("2026-11-25").unwrap());
    assert_eq!(list("2026-11-24"), WorkList::Overdue);
    assert_eq!(list("2026-11-25"), WorkList::Today);
    assert_eq!(list("2026-11-29"), WorkList::ThisWeek);
    assert_eq!(list("2026-11-30"), WorkList::Later);
}

#[test]
fn a_sample_is_the_same_for_a_seed_and_takes_from_every_stratum() {
    let strata: Vec<String> = (0..100).map(|place| format!("{}", place % 3)).collect();
    let drawn = stratified_sample(&strata, 10, 42);
    assert_eq!(drawn, stratified_sample(&strata, 10, 42));
    assert_ne!(drawn, stratified_sample(&strata, 10, 43));
    assert_eq!(drawn.len(), 12);
    for stratum in ["0", "1", "2"] {
        assert_eq!(drawn.iter().filter(|place| strata[**place] == stratum).count(), 4);
    }
    assert_eq!(stratified_sample(&strata, 100, 7).len(), 100);
    assert!(stratified_sample(&strata, 0, 7).is_empty() && stratified_sample(&[], 50, 7).is_empty());
}

#[test]
fn the_register_holds_every_promise_and_every_reply_that_promised_without_one() {
    let entry = |number: &str, marks: &[&str], commitments: serde_json::Value| {
        let rounds: Vec<serde_json::Value> = marks
            .iter()
            .map(|mark| {
                serde_json::json!({ "assignments": [{ "body": "市水务局", "role": "lead" }],
                    "replies": [{ "date": "2024-05-06", "outcome": { "mark": mark } }] })
            })
            .collect();
        serde_json::json!({ "id": number, "kind": "suggestion", "number": number, "year": 2024, "rounds": rounds, "commitments": commitments })
    };
    let promise = |what: &str, due: Option<&str>, state: Option<&str>, kept: Option<&str>| {
        let mut commitment = serde_json::json!({ "what": what, "body": "市财政局" });
        for (field, value) in [("dueOn", due), ("state", state), ("keptOn", kept)] {
            if let Some(value) = value {
                commitment[field] = serde_json::json!(value);
            }
        }
        commitment
    };
    let open_until = |due| promise("事项", Some(due), Some("open"), None);
    let entries = [
        entry("1", &["B", "A"], serde_json::json!([promise("修泵站", Some("2024-06-30"), Some("kept"), Some("2024-07-01"))])),
        entry("2", &["B"], serde_json::json!([])),
        entry(
            "3",
            &["B"],
            serde_json::json!([open_until("2024-11-30"), open_until("2024-12-01"), promise("无时限", None, Some("open"), None)]),
        ),
        entry("4", &["C"], serde_json::json!([promise("没说", Some("2024-01-01"), None, None)])),
        entry("5", &["A"], serde_json::json!([])),
    ];
    let document = serde_json::json!({ "format": "jianyi/ledger/1", "asOf": "2024-12-01", "entries": entries });
    let register = open(&serde_json::to_vec(&document).unwrap()).commitment_register();
    let lines: Vec<(&str, &str, Option<&str>)> =
        register.rows.iter().map(|row| (row.number.as_deref().unwrap(), row.state.as_str(), row.body.as_deref())).collect();
    assert_eq!(
        lines,
        [
            ("3", "overdue", Some("市财政局")),
            ("2", "unregistered", Some("市水务局")),
            ("3", "undated", Some("市财政局")),
            ("3", "open", Some("市财政局")),
            ("4", "unsaid", Some("市财政局")),
            ("1", "kept-late", Some("市财政局")),
        ]
    );
    assert_eq!((register.converted, register.promising), (1, 3));
}

#[test]
fn key_items_tell_what_comes_next_and_when_the_submitter_was_last_spoken_with() {
    let ledger = r#"{"format":"jianyi/ledger/1","profile":"npc","asOf":"2026-11-23","entries":[
      {"id":"甲","kind":"suggestion","title":"其一","key":{"supervisingLeader":"副主任甲","progress":"已开工"},"rounds":[{"assignedOn":"2026-09-01","assignments":[{"body":"市水务局","role":"lead"}],
        "consultations":[{"on":"2026-10-09","means":"phone"},{"on":"2026-09-15","means":"visit"},{"means":"visit"}]}]},
      {"id":"乙","kind":"suggestion","title":"其二","key":{},"rounds":[{"assignedOn":"2026-06-01","assignments":[{"body":"市水务局","role":"lead"}]}]},
      {"id":"丙","kind":"suggestion","title":"其三","key":{},"rounds":[{"assignedOn":"2026-06-01","assignments":[{"body":"市水务局","role":"lead"}],"replies":[{"date":"2026-07-01"}]}]},
      {"id":"丁","kind":"suggestion","title":"其四","key":{},"withdrawn":{}},
      {"id":"戊","kind":"suggestion","title":"其五","rounds":[{"assignedOn":"2026-06-01","assignments":[{"body":"市水务局","role":"lead"}]}]}]}"#;
    let items = open(ledger.as_bytes()).key_items();
    let told: Vec<_> = items
        .iter()
        .map(|item| {
            (&*item.id, item.next_step.as_deref(), item.next_due.as_deref(), item.last_contact.as_deref(), item.undated_contacts)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("乙", Some("reply"), Some("2026-09-01"), None, 0),
            ("甲", Some("reply"), Some("2026-12-01"), Some("2026-10-09"), 1),
            ("丙", None, None, None, 0),
        ]
    );
    assert_eq!(
        (items[1].leader.as_deref(), items[1].last_means.as_deref(), items[1].days_left),
        (Some("副主任甲"), Some("phone"), Some(8))
    );
    assert_eq!(items[0].days_left, Some(-83));
}

#[test]
fn merged_items_stand_together_whoever_names_whom_and_each_is_owed_a_reply() {
    let entry = |id: &str, with: &str, replied: bool| {
        let replies = if replied { r#","replies":[{"date":"2026-07-01"}]"# } else { "" };
        format!(
            r#"{{"id":"{id}","kind":"suggestion","mergedWith":[{with}],"rounds":[{{"assignments":[{{"body":"甲局","role":"lead"}}]{replies}}}]}}"#
        )
    };
    let entries = [
        entry("a", r#""b""#, true),
        entry("b", "", true),
        entry("c", r#""d","x""#, true),
        entry("d", r#""e""#, false),
        entry("e", "", true),
        entry("f", "", true),
    ];
    let merged = open(format!(r#"{{"format":"jianyi/ledger/1","entries":[{}]}}"#, entries.join(",")).as_bytes()).merged_items();
    let told: Vec<_> = merged
        .iter()
        .map(|items| {
            (items.partly_answered, items.entries.iter().map(|one| &*one.id).collect::<String>(), items.missing.join(" "))
        })
        .collect();
    assert_eq!(told, [(true, "cde".to_owned(), "x".to_owned()), (false, "ab".to_owned(), String::new())]);
}

#[test]
fn alike_items_stand_in_the_order_key_livelihood_others() {
    let pair = |title: &str, fields: &str| {
        format!(
            r#"{{"kind":"suggestion","title":"关于{title}的建议"}},{{"kind":"suggestion","title":"关于尽快{title}的建议"{fields}}}"#
        )
    };
    let entries = [
        pair("修缮西河水闸护坡", ""),
        pair("增开南郊夜间班车", r#","livelihood":true"#),
        pair("整修北岭防火通道", r#","key":{}"#),
    ];
    let ledger = format!(r#"{{"format":"jianyi/ledger/1","entries":[{}]}}"#, entries.join(","));
    let groups = open(ledger.as_bytes()).similar_entries();
    let told: Vec<_> = groups.iter().map(|group| (group.key, group.livelihood, group.entries.len())).collect();
    assert_eq!(told, [(true, false, 2), (false, true, 2), (false, false, 2)]);
}

#[test]
fn a_place_sets_its_own_thresholds_and_they_are_told_with_their_source() {
    use jianyi::opened::{OpenOptions, Opening};
    let mut document: serde_json::Value = serde_json::to_value(jianyi::profile::shipped_profile("npc").unwrap()).unwrap();
    document["id"] = "own".into();
    document["watch"] = serde_json::json!({ "dueSoonDays": { "value": 40, "source": "DBF2025（本地督办办法）" } });
    let profile = jianyi::profile::Profile::from_json(&document.to_string()).unwrap();
    let opened = |own: bool| {
        let profiles = if own { vec![profile.clone()] } else { vec![] };
        let options = OpenOptions {
            profile: Some(if own { "own" } else { "npc" }.to_owned()),
            today: Date::parse("2026-08-01").ok(),
            own_profiles: profiles,
            ..OpenOptions::default()
        };
        let mut opening = Opening::new(options, LEDGER.len());
        opening.push(LEDGER.as_bytes());
        opening.finish().unwrap()
    };
    let soon = |own: bool| {
        let opened = opened(own);
        let states = opened.rows(&Default::default(), None, 0, 9).unwrap().into_iter().map(|row| row.state);
        (opened.follow_up().pressing.len(), states.filter(|state| state == "due-soon").count())
    };
    assert_eq!((soon(false), soon(true)), ((0, 0), (1, 1)));
    let told = opened(true).follow_up().thresholds;
    assert!(told[0].value == 40 && told[0].source.contains("本地督办办法"), "{told:?}");
    assert_eq!((told[1].value, &*told[1].source), (30, "本软件默认值"));
}

#[test]
fn dates_that_contradict_are_shown_as_they_are_judged_by_nobody_and_left_out_of_the_rate() {
    let entry = |number: usize, replied: &str| {
        format!(
            r#"{{"kind":"suggestion","number":"{number}","rounds":[{{"assignedOn":"2026-03-02","dueOn":"2026-06-02","assignments":[{{"body":"甲局","role":"lead"}}],"replies":[{{"date":"{replied}"}}]}}]}}"#
        )
    };
    let entries =
        ["2026-02-01", "2026-05-06", "2026-07-01", "2026-12-24"].iter().enumerate().map(|(place, on)| entry(place + 1, on));
    let ledger = format!(
        r#"{{"format":"jianyi/ledger/1","profile":"npc","asOf":"2026-11-23","entries":[{}]}}"#,
        entries.collect::<Vec<_>>().join(",")
    );
    let opened = open(ledger.as_bytes());
    let summary = opened.summary(&Default::default()).unwrap();
    let rate = crate::support::rate(&summary, "on-time");
    assert_eq!((rate.part, rate.whole, crate::support::left_out(&rate.left_out, "unknown-date")), (1, 2, 2));
    let unknown: Vec<_> = opened
        .follow_up()
        .unknown
        .into_iter()
        .filter(|step| step.step == "reply")
        .map(|step| (step.number.unwrap(), step.done_on.unwrap(), step.reason.unwrap()))
        .collect();
    let told = |number: &str, on: &str| (number.to_owned(), on.to_owned(), "contradictory-dates".to_owned());
    assert_eq!(unknown, [told("1", "2026-02-01"), told("4", "2026-12-24")]);
    let rows = opened.rows(&Default::default(), None, 0, 9).unwrap();
    assert_eq!(rows[0].replied_on.as_deref(), Some("2026-02-01"), "the list shows what the ledger says");
}

#[test]
fn nothing_runs_from_an_assignment_that_is_dated_after_today() {
    let ledger = r#"{"format":"jianyi/ledger/1","profile":"npc","asOf":"2026-11-23","entries":[
      {"kind":"suggestion","number":"1","rounds":[{"assignedOn":"2031-03-10","assignments":[{"body":"甲局","role":"lead"}]}]},
      {"kind":"suggestion","number":"2","rounds":[{"assignedOn":"2031-03-10","dueOn":"2031-06-10","assignments":[{"body":"甲局","role":"lead"}]}]},
      {"kind":"suggestion","number":"3","rounds":[{"assignedOn":"2026-11-23","assignments":[{"body":"甲局","role":"lead"}]}]}]}"#;
    let opened = open(ledger.as_bytes());
    let view = opened.follow_up();
    let unknown: Vec<_> = view
        .unknown
        .iter()
        .filter(|step| step.step == "reply")
        .map(|step| (step.number.as_deref(), step.reason.as_deref()))
        .collect();
    assert_eq!(unknown, [(Some("1"), Some("contradictory-dates")), (Some("2"), Some("contradictory-dates"))]);
    let warned = view.warnings.iter().find(|group| group.rule == "dates-out-of-order").unwrap();
    assert_eq!(warned.warnings.len(), 2);
    assert!(warned.warnings[0].message.starts_with("交办日期2031年3月10日晚于今天"), "{}", warned.warnings[0].message);
    let summary = opened.summary(&Default::default()).unwrap();
    let rate = crate::support::rate(&summary, "on-time");
    let left_out = |reason| crate::support::left_out(&rate.left_out, reason);
    assert_eq!((rate.whole, left_out("unknown-date"), left_out("not-due")), (0, 2, 1));
    assert!(!opened.calendar_file().contains("2031"));
}

#[test]
fn without_a_limit_nothing_is_reckoned_and_the_reason_is_told() {
    let ledger = r#"{"format":"jianyi/ledger/1","profile":"xinjiang-cppcc","asOf":"2026-11-23","entries":[
      {"kind":"proposal","number":"1","rounds":[{"assignedOn":"2024-03-02","assignments":[{"body":"甲局","role":"lead"}]}]}]}"#;
    let opened = open(ledger.as_bytes());
    let view = opened.follow_up();
    assert!(view.pressing.is_empty() && !view.warnings.iter().any(|group| group.rule == "reply-overdue"));
    let reply = view.unknown.iter().find(|step| step.step == "reply").unwrap();
    assert_eq!((reply.reason.as_deref(), reply.due_on.as_deref()), (Some("no-limit"), None));
    let summary = opened.summary(&Default::default()).unwrap();
    let rate = crate::support::rate(&summary, "on-time");
    assert_eq!((rate.whole, crate::support::left_out(&rate.left_out, "unknown-date")), (0, 1));
}
