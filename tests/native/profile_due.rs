//! When a place's limits end.

use jianyi::calendar::{Date, StepKind, WorkCalendar};
use jianyi::profile::{due, due_traced, shipped_profile};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[test]
fn the_limits_of_a_place_end_as_its_rules_say() {
    for (profile, limit, start, expected) in [
        ("xinjiang-npc", "reply", "2024-04-02", "2024-07-02"),
        ("xinjiang-npc", "extension", "2024-04-02", "2024-10-08"),
        ("chongqing", "firstContact", "2025-01-20", "2025-02-21"),
        ("chongqing", "assistingOpinion", "2025-01-20", "2025-03-07"),
        ("shanghai", "returnToAssigner", "2025-01-24", "2025-02-10"),
        ("shandong", "returnToAssigner", "2025-03-10", "2025-03-17"),
        ("zhejiang", "assistingOpinion", "2025-02-28", "2025-04-28"),
        ("beijing", "feedback", "2025-06-13", "2025-07-04"),
        ("sichuan-gov-cppcc", "reply", "2024-02-05", "2024-07-05"),
        ("npc", "publication", "2024-09-27", "2024-10-30"),
    ] {
        let limits = &shipped_profile(profile).unwrap().limits;
        let (_, found) = limits.known().find(|(name, _)| *name == limit).unwrap();
        let due = due(&found.value, date(start), limits.shifts_on_holidays(), WorkCalendar::shipped());
        assert_eq!(due.on, date(expected), "{profile} {limit} from {start}");
    }
}

#[test]
fn an_extension_counted_from_the_due_date_keeps_its_own_three_months() {
    let limits = &shipped_profile("shanghai").unwrap().limits;
    let calendar = WorkCalendar::shipped();
    let reply = due(&limits.reply.as_ref().unwrap().value, date("2025-03-12"), true, calendar);
    let extended = due(&limits.extension.as_ref().unwrap().value, reply.on, true, calendar);
    assert_eq!((reply.on, extended.on), (date("2025-06-12"), date("2025-09-12")));
}

#[test]
fn the_traced_end_is_the_same_and_says_how() {
    let limit = &shipped_profile("npc").unwrap().limits.reply.as_ref().unwrap().value;
    let (start, calendar) = (date("2025-11-30"), WorkCalendar::shipped());
    let (traced, trace) = due_traced(limit, start, true, calendar);
    assert_eq!(traced, due(limit, start, true, calendar));
    assert!(trace.steps.iter().any(|step| step.kind == StepKind::MonthEnd));
    assert_eq!(traced.on, date("2026-02-28"), "a make-up Saturday");
}
