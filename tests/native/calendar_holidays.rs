//! The table of days off and make-up workdays.

use jianyi::calendar::{CalendarFault, Date, DayKind, WorkCalendar};

const SHIPPED: &str = include_str!("../../src/calendar/data/holidays.json");

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn fault(text: &str) -> CalendarFault {
    WorkCalendar::from_json(text).unwrap_err()
}

/// A table of one year.
fn table(announced_through: &str, off: &str, work: &str) -> String {
    format!(
        r#"{{"format":"jianyi/holidays/1","edition":"x","source":"x","announcedThrough":"{announced_through}","years":[{{"year":2027,"off":[{off}],"work":[{work}]}}]}}"#
    )
}

#[test]
fn the_shipped_table_is_readable() {
    let calendar = WorkCalendar::from_json(SHIPPED).unwrap();
    assert_eq!(&calendar, WorkCalendar::shipped());
    assert_eq!(calendar.edition(), "2025-11");
}

#[test]
fn a_day_is_worked_off_or_made_up_as_announced() {
    let calendar = WorkCalendar::shipped();
    let told = |text| match calendar.kind(date(text)) {
        DayKind::Holiday(number) => calendar.holiday_name(number).to_owned(),
        kind => format!("{kind:?}"),
    };
    for (day, expected) in [
        ("2024-02-04", "MakeUpWorkday"),
        ("2024-02-10", "春节"),
        ("2024-02-18", "MakeUpWorkday"),
        ("2024-02-19", "Workday"),
        ("2024-02-24", "Weekend"),
        ("2015-09-03", "抗战胜利纪念日"),
        ("2026-10-01", "国庆节"),
        ("2003-10-01", "Workday"),
        ("2027-10-01", "Workday"),
        ("2027-10-02", "Weekend"),
    ] {
        assert_eq!(told(day), expected, "{day}");
    }
}

#[test]
fn only_the_years_of_the_table_are_announced() {
    let calendar = WorkCalendar::shipped();
    for (day, expected) in
        [("2003-12-31", false), ("2004-01-01", true), ("2026-12-25", true), ("2026-12-26", false), ("2027-02-06", false)]
    {
        assert_eq!(calendar.is_announced(date(day)), expected, "{day}");
    }
}

#[test]
fn a_newer_table_replaces_what_was_provisional() {
    let off = r#"{"holiday":"春节","from":"2027-02-05","to":"2027-02-11"}"#;
    let calendar = WorkCalendar::from_json(&table("2027-12-24", off, "\"2027-02-13\"")).unwrap();
    assert!(calendar.is_announced(date("2027-02-05")));
    assert_eq!(calendar.kind(date("2027-02-13")), DayKind::MakeUpWorkday);
    assert_eq!(calendar.working_days(date("2027-02-04"), date("2027-02-14")), 2);
}

#[test]
fn a_faulty_table_is_refused_with_its_day() {
    let holiday = |from: &str, to: &str| format!(r#"{{"holiday":"元旦","from":"{from}","to":"{to}"}}"#);
    for (off, work, day) in [
        (holiday("2027-01-03", "2027-01-01"), "", "2027-01-03"),
        (holiday("2026-12-31", "2027-01-01"), "", "2026-12-31"),
        (holiday("2027-01-01", "2027-01-02"), "\"2027-01-02\"", "2027-01-02"),
        (String::new(), "\"2027-01-04\"", "2027-01-04"),
    ] {
        assert_eq!(fault(&table("2027-12-24", &off, work)), CalendarFault::Day(date(day)));
    }
    assert_eq!(fault(&table("2028-01-01", "", "")), CalendarFault::Years);
    assert!(matches!(fault("{"), CalendarFault::Unreadable { line: 1, .. }));
    assert!(matches!(fault(&table("2027-02-30", "", "")), CalendarFault::Unreadable { .. }));
}
