//! A newer table of days off: which due dates move, and which become certain.

use jianyi::calendar::WorkCalendar;
use jianyi::opened::{OpenOptions, Opening};

use crate::support::open;

/// 2027 as a notice might set it; an invented one.
fn newer_table() -> String {
    let shipped = include_str!("../../src/calendar/data/holidays.json");
    let mut table: serde_json::Value = serde_json::from_str(shipped).unwrap();
    table["edition"] = "2026-11".into();
    table["announcedThrough"] = "2027-12-25".into();
    let year = serde_json::json!({ "year": 2027,
        "off": [{ "holiday": "元旦", "from": "2027-01-01", "to": "2027-01-03" }, { "holiday": "春节", "from": "2027-02-05", "to": "2027-02-12" }],
        "work": ["2027-01-30", "2027-02-20"] });
    table["years"].as_array_mut().unwrap().push(year);
    table.to_string()
}

/// Due on 2027-02-08 (a Monday, a day of the Spring Festival), on 2027-03-01, and on a day that the ledger states.
const LEDGER: &str = r#"{"format":"jianyi/ledger/1","profile":"npc","asOf":"2026-12-01","entries":[
  {"kind":"suggestion","number":"1","rounds":[{"assignedOn":"2026-11-08","assignments":[{"body":"市水务局","role":"lead"}]}]},
  {"kind":"suggestion","number":"2","rounds":[{"assignedOn":"2026-12-01","assignments":[{"body":"市水务局","role":"lead"}]}]},
  {"kind":"suggestion","number":"3","rounds":[{"assignedOn":"2026-11-08","dueOn":"2027-02-08","assignments":[{"body":"市水务局","role":"lead"}]}]}]}"#;

#[test]
fn the_due_dates_that_moved_are_told_with_before_and_after_and_stated_ones_stay() {
    let view = open(LEDGER.as_bytes()).moved_due_dates(&WorkCalendar::from_json(&newer_table()).unwrap());
    let told = |moved: &jianyi::wire::MovedDueDateView| {
        (moved.number.clone().unwrap(), moved.before.clone().unwrap(), moved.after.clone().unwrap(), moved.was_provisional)
    };
    let moved: Vec<_> = view.moved.iter().map(told).collect();
    // 13 and 14 February 2027 are a weekend
    assert_eq!(moved, [("1".to_owned(), "2027-02-08".to_owned(), "2027-02-15".to_owned(), true)]);
    assert_eq!((view.reckoned, view.settled), (2, 2));
    assert_eq!((&*view.before.announced_through, &*view.after.announced_through), ("2026-12-25", "2027-12-25"));
}

#[test]
fn under_the_same_table_nothing_moves() {
    let view = open(LEDGER.as_bytes()).moved_due_dates(WorkCalendar::shipped());
    assert_eq!((view.moved.len(), view.settled), (0, 0));
}

#[test]
fn a_newer_table_takes_effect_in_the_lists_and_in_supervision() {
    let calendar = WorkCalendar::from_json(&newer_table()).ok();
    let mut opening = Opening::new(OpenOptions { calendar, ..OpenOptions::default() }, LEDGER.len());
    opening.push(LEDGER.as_bytes());
    let opened = opening.finish().unwrap();
    let rows = opened.rows(&Default::default(), None, 0, 3).unwrap();
    let due: Vec<Option<&str>> = rows.iter().map(|row| row.due_on.as_deref()).collect();
    assert_eq!(due, [Some("2027-02-15"), Some("2027-03-01"), Some("2027-02-08")]);
    let step = &opened.due_dates("#1")[0];
    assert_eq!((step.due_on.as_deref(), step.provisional), (Some("2027-02-15"), false));
    assert_eq!(step.trace.last().map(|last| &*last.to), Some("2027-02-15"));
    assert!(!opened.holiday_table().is_shipped);
    let since = opened.moved_since(WorkCalendar::shipped());
    let newer = WorkCalendar::from_json(&newer_table()).unwrap();
    assert_eq!(since, open(LEDGER.as_bytes()).moved_due_dates(&newer), "looked at from after the change, it is the same change");
}
