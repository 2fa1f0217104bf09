//! The warnings: every rule's examples hold.

use jianyi::calendar::{Date, WorkCalendar};
use jianyi::ledger::{Entry, HandlingRole, Ledger, LedgerHead, Records, SubmissionKind};
use jianyi::profile::shipped_profile;
use jianyi::rule::{Verdict, rule_doc};
use jianyi::supervision::case::EntryCase;
use jianyi::supervision::pace::Paces;
use jianyi::supervision::rules::RULES;
use jianyi::supervision::watch::watch;
use jianyi::supervision::{Grounds, Step, StepDue, StepState, Thresholds, due_dates};

/// The day on which the examples are judged.
const TODAY: &str = "2026-11-23";

pub fn grounds(profile: &str, today: &str) -> Grounds<'static> {
    let profile = shipped_profile(profile).unwrap();
    Grounds {
        profile,
        calendar: WorkCalendar::shipped(),
        schemes: &[],
        today: Date::parse(today).unwrap(),
        thresholds: Thresholds::of(profile),
    }
}

/// The fenced examples of a help text.
fn examples(help: &str) -> Vec<&str> {
    help.split("```ledger\n").skip(1).filter_map(|rest| rest.split("\n```").next()).collect()
}

/// Whether the rule speaks on the example: an entry, after a line with the days that its body took before.
fn speaks(example: &str, check: fn(&EntryCase) -> Verdict) -> bool {
    let (days, entry) = match example.split_once('\n') {
        Some((days, entry)) => (days.trim_start_matches("用时："), entry),
        None => ("", example),
    };
    let entry: Entry<'_> = serde_json::from_str(entry).unwrap();
    let grounds = grounds("generic-city", TODAY);
    let mut paces = Paces::default();
    let steps = due_dates(&entry, &grounds);
    if let Some(reply) = steps.iter().find(|step| step.step == Step::Reply) {
        let assigned = Date::from_days(18_000);
        for took in days.split_whitespace().map(|days| days.parse::<i32>().unwrap()) {
            let answered = StepDue { done_on: Some(Date::from_days(assigned.days() + took)), ..reply.clone() };
            paces.add(&answered, Some(assigned));
        }
    }
    matches!(check(&EntryCase::of(&entry, &grounds, &paces)), Verdict::Fail(_) | Verdict::Confirm(_))
}

#[test]
fn every_warning_has_help_and_its_examples_hold() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let Some(doc) = rule_doc("ledger", rule.id) else {
            wrong.push(format!("{}: no help", rule.id));
            continue;
        };
        let (flagged, passes) = (examples(doc.flagged), examples(doc.passes));
        if flagged.is_empty() || passes.is_empty() {
            wrong.push(format!("{}: no example", rule.id));
        }
        let silent = flagged.iter().filter(|example| !speaks(example, rule.check));
        wrong.extend(silent.map(|_| format!("{}: silent on its example", rule.id)));
        let speaking = passes.iter().filter(|example| speaks(example, rule.check));
        wrong.extend(speaking.map(|_| format!("{}: speaks on what may pass", rule.id)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_entry_of_which_nothing_is_known_draws_no_warning() {
    let entry = Entry::of_kind(SubmissionKind::Suggestion);
    let case = EntryCase::of(&entry, &grounds("generic-city", TODAY), &Paces::default());
    let speaking: Vec<_> = RULES.iter().filter(|rule| matches!((rule.check)(&case), Verdict::Fail(_))).collect();
    assert!(speaking.is_empty());
}

#[test]
fn a_withdrawn_entry_draws_no_warning_and_owes_no_step() {
    let json = r#"{"kind":"suggestion","withdrawn":{},"rounds":[{"assignedOn":"2025-01-01","assignments":[{"body":"甲","role":"lead"}]}]}"#;
    let mut records = Records::default();
    records.keep_rewritten(&serde_json::from_str(json).unwrap());
    let watch = watch(&Ledger::new(LedgerHead::default(), records), &grounds("generic-city", TODAY));
    assert!(watch.warnings.is_empty() && watch.pending.is_empty() && watch.unknown.is_empty());
}

/// The steps of one body's handling, with the fields of its only round.
fn steps(profile: &str, today: &str, round: &str) -> Vec<StepDue> {
    let json = format!(r#"{{"kind":"suggestion","rounds":[{{{round}}}]}}"#);
    due_dates(&serde_json::from_str(&json).unwrap(), &grounds(profile, today))
}

#[test]
fn each_case_of_the_table_stands_as_it_should() {
    const LEAD: &str = r#""assignments":[{"body":"甲","role":"lead"}]"#;
    let cases: &[(&str, &str, &str, &str)] = &[
        // profile, the round beside its assignment, the state of the reply on 2026-06-20, its due date
        ("npc", r#""assignedOn":"2026-03-20""#, "due-soon", "2026-06-22"),
        ("npc", r#""assignedOn":"2026-03-19""#, "due-soon", "2026-06-22"), // the 19th is 端午节
        ("npc", r#""assignedOn":"2026-01-31""#, "overdue", "2026-04-30"),
        ("npc", r#""assignedOn":"2026-05-06""#, "open", "2026-08-06"),
        ("npc", r#""assignedOn":"2026-01-31","replies":[{"date":"2026-04-30"}]"#, "in-time", "2026-04-30"),
        ("npc", r#""assignedOn":"2026-01-31","replies":[{"date":"2026-05-01"}]"#, "late", "2026-04-30"),
        ("npc", r#""assignedOn":"2026-01-31","replies":[{}]"#, "unknown", "2026-04-30"),
        ("npc", r#""replies":[{"date":"2026-05-01"}]"#, "unknown", ""),
        ("npc", "", "unknown", ""),
        ("npc", r#""dueOn":"2026-06-01""#, "overdue", "2026-06-01"),
        ("npc", r#""dueOn":"2026-06-01","extension":{"until":"2026-09-01","approvedOn":"2026-05-20"}"#, "open", "2026-09-01"),
        ("npc", r#""dueOn":"2026-06-01","extension":{"until":"2026-09-01","requestedOn":"2026-05-20"}"#, "overdue", "2026-06-01"),
        ("beijing", r#""assignedOn":"2026-03-02","extension":{"approvedOn":"2026-05-20"}"#, "open", "2026-09-02"),
    ];
    for (profile, round, state, due) in cases {
        let comma = if round.is_empty() { "" } else { "," };
        let steps = steps(profile, "2026-06-20", &format!("{round}{comma}{LEAD}"));
        let reply = steps.iter().find(|step| step.step == Step::Reply).unwrap();
        let due_on = reply.due_on.map(|on| on.to_string()).unwrap_or_default();
        assert_eq!((reply.state.as_str(), &*due_on), (*state, *due), "{profile} {round}");
        assert_eq!(reply.state == StepState::Unknown, reply.reason.is_some(), "{profile} {round}");
    }
}

#[test]
fn an_unreadable_stated_due_date_is_never_replaced_by_a_reckoned_one() {
    let json = r#"{"kind":"suggestion","extra":{"应答复日期":"尽快"},"rounds":[{"assignedOn":"2026-01-05","assignments":[{"body":"甲","role":"lead"}]}]}"#;
    let steps = due_dates(&serde_json::from_str(json).unwrap(), &grounds("npc", TODAY));
    let reply = steps.iter().find(|step| step.step == Step::Reply).unwrap();
    assert_eq!((reply.state.as_str(), reply.reason.map(|reason| reason.as_str())), ("unknown", Some("unreadable-due")));
    assert_eq!(reply.due_on, None);
}

#[test]
fn every_step_that_a_place_limits_gets_its_due_date() {
    let json = r#"{"kind":"suggestion","rounds":[
        {"assignedOn":"2026-03-02","assignments":[{"body":"甲","role":"lead","receivedOn":"2026-03-04"},{"body":"乙","role":"assisting"}],
         "replies":[{"date":"2026-05-20","body":"甲"}]},
        {"cause":"redo","assignedOn":"2026-06-01","assignments":[{"body":"甲","role":"lead"}]}],
        "commitments":[{"what":"丙","dueOn":"2026-12-01","state":"open"}],"disclosure":{"attribute":"public"}}"#;
    let entry: Entry<'_> = serde_json::from_str(json).unwrap();
    let steps = due_dates(&entry, &grounds("chongqing", "2026-06-20"));
    let told: Vec<String> = steps
        .iter()
        .map(|step| {
            format!("{} {} {}", step.step.as_str(), step.due_on.map(|on| on.to_string()).unwrap_or_default(), step.state.as_str())
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
    for step in &steps {
        if let Some(reckoning) = &step.reckoning {
            assert_eq!(reckoning.trace(WorkCalendar::shipped()).steps.last().map(|last| last.to), step.due_on, "{:?}", step.step);
        }
    }
    assert_eq!(entry.rounds[0].assignments[1].role, Some(HandlingRole::Assisting));
}
