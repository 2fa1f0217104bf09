//! When periods end: a table of cases, and what must hold for all of them.

use std::collections::BTreeMap;

use jianyi::calendar::{Date, Due, MonthDay, Period, PeriodUnit, StepKind, WorkCalendar};
use proptest::prelude::*;
use serde::Deserialize;

const FIXTURE: &str = include_str!("../fixtures/calendar/periods.json");

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Fixture {
    workdays_per_month: BTreeMap<i32, Vec<u32>>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Case {
    case: String,
    start: Date,
    amount: u16,
    unit: String,
    holiday_shift: bool,
    not_after: Option<MonthDay>,
    on: Date,
    #[serde(default)]
    provisional: bool,
}

impl Case {
    fn period(&self) -> Period {
        let unit = match self.unit.as_str() {
            "months" => PeriodUnit::Months,
            "days" => PeriodUnit::Days,
            _ => PeriodUnit::WorkingDays,
        };
        Period { amount: self.amount, unit, holiday_shift: self.holiday_shift, not_after: self.not_after }
    }
}

fn fixture() -> Fixture {
    serde_json::from_str(FIXTURE).unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[test]
fn every_case_of_the_table_ends_on_its_day() {
    let cases = fixture().cases;
    assert!(cases.len() >= 60, "{} cases", cases.len());
    for case in &cases {
        let due = case.period().end(case.start, WorkCalendar::shipped());
        let expected = Due { on: case.on, provisional: case.provisional };
        assert_eq!(due, expected, "{}: {} 起 {} {}", case.case, case.start, case.amount, case.unit);
    }
}

#[test]
fn every_month_of_the_table_has_its_working_days() {
    let calendar = WorkCalendar::shipped();
    for (year, months) in fixture().workdays_per_month {
        for (month, expected) in (1..).zip(months) {
            let first = Date::new(year, month, 1).unwrap();
            let next = if month == 12 { Date::new(year + 1, 1, 1) } else { Date::new(year, month + 1, 1) }.unwrap();
            let (before, last) = (Date::from_days(first.days() - 1), Date::from_days(next.days() - 1));
            assert_eq!(calendar.working_days(before, last), expected, "{year}-{month:02}");
        }
    }
}

#[test]
fn a_trace_tells_each_day_and_its_rule() {
    let period = Period { amount: 10, unit: PeriodUnit::WorkingDays, holiday_shift: true, not_after: None };
    let (due, trace) = period.end_traced(date("2025-01-20"), WorkCalendar::shipped());
    let told: Vec<String> = trace
        .steps
        .iter()
        .map(|step| {
            let holiday = step.holiday.iter().map(|name| format!(" {name}")).collect::<String>();
            format!("{} {}..{} {}{holiday}", step.kind.as_str(), step.from, step.to, step.rule.as_str())
        })
        .collect();
    insta::assert_snapshot!(format!("{}\n{}", due.on, told.join("\n")), @r"
    2025-02-08
    started 2025-01-20..2025-01-20 civil-code-201
    counted 2025-01-21..2025-01-24 working-days
    skipped 2025-01-25..2025-01-25 weekend
    counted-make-up 2025-01-26..2025-01-26 holiday-notice
    counted 2025-01-27..2025-01-27 working-days
    skipped 2025-01-28..2025-02-04 holiday-notice 春节
    counted 2025-02-05..2025-02-07 working-days
    counted-make-up 2025-02-08..2025-02-08 holiday-notice
    ");
}

#[test]
fn a_trace_tells_why_the_end_moved() {
    let period = Period { amount: 3, unit: PeriodUnit::Months, holiday_shift: true, not_after: None };
    let (due, trace) = period.end_traced(date("2025-07-01"), WorkCalendar::shipped());
    let kinds: Vec<StepKind> = trace.steps.iter().map(|step| step.kind).collect();
    let over = StepKind::MovedOver;
    assert_eq!(kinds, [StepKind::Started, StepKind::Counted, StepKind::CorrespondingDay, over, over, over, StepKind::MovedTo]);
    let holidays: Vec<_> = trace.steps.iter().filter_map(|step| step.holiday.as_deref()).collect();
    assert_eq!(holidays, ["国庆节", "中秋节", "国庆节"]);
    assert_eq!(due.on, date("2025-10-09"));
}

#[test]
fn a_day_of_the_year_is_read_as_month_and_day_only() {
    for text in ["", "8-5", "13-01", "02-30", "00-10", "06/30", "06-31", "2025-06-30", "六月三十", " 06-30"] {
        assert_eq!(MonthDay::parse(text), None, "{text}");
    }
    assert_eq!(MonthDay::parse("02-29").and_then(|day| day.in_year(2025)), Date::new(2025, 2, 28).ok());
    assert_eq!(MonthDay::parse("06-30").map(|day| day.to_string()), Some("06-30".to_owned()));
}

#[test]
fn the_longest_periods_end_without_a_panic() {
    for unit in [PeriodUnit::Months, PeriodUnit::Days, PeriodUnit::WorkingDays] {
        let period = Period { amount: u16::MAX, unit, holiday_shift: true, not_after: MonthDay::parse("12-31") };
        let fixed = period.end(date("2199-12-30"), WorkCalendar::shipped());
        assert_eq!(fixed.on, date("2199-12-31"));
        assert!(Period { not_after: None, ..period }.end(date("2199-12-30"), WorkCalendar::shipped()).on > fixed.on);
    }
}

fn unit() -> impl Strategy<Value = PeriodUnit> {
    prop_oneof![Just(PeriodUnit::Months), Just(PeriodUnit::Days), Just(PeriodUnit::WorkingDays)]
}

/// Any day from 2000 to 2029, inside the table and on both sides of it.
fn start() -> impl Strategy<Value = Date> {
    (10957..21915_i32).prop_map(Date::from_days)
}

fn period() -> impl Strategy<Value = Period> {
    let not_after = prop::option::of((1..13_u32, 1..29_u32).prop_map(|(month, day)| format!("{month:02}-{day:02}")));
    (0..200_u16, unit(), any::<bool>(), not_after).prop_map(|(amount, unit, holiday_shift, not_after)| Period {
        amount,
        unit,
        holiday_shift,
        not_after: not_after.and_then(|text| MonthDay::parse(&text)),
    })
}

proptest! {
    #[test]
    fn with_and_without_a_trace_the_end_is_the_same(period in period(), start in start()) {
        let calendar = WorkCalendar::shipped();
        prop_assert_eq!(period.end_traced(start, calendar).0, period.end(start, calendar));
    }

    #[test]
    fn a_later_start_never_ends_earlier(period in period(), start in start(), later in 0..400_i32) {
        let period = Period { not_after: None, ..period };
        let calendar = WorkCalendar::shipped();
        let later = Date::from_days(start.days() + later);
        prop_assert!(period.end(start, calendar).on <= period.end(later, calendar).on);
    }

    #[test]
    fn a_longer_period_never_ends_earlier(period in period(), start in start()) {
        let calendar = WorkCalendar::shipped();
        let longer = Period { amount: period.amount + 1, ..period };
        prop_assert!(period.end(start, calendar).on <= longer.end(start, calendar).on);
    }

    #[test]
    fn a_shifted_end_falls_on_a_working_day(period in period(), start in start()) {
        let calendar = WorkCalendar::shipped();
        let period = Period { not_after: None, holiday_shift: true, amount: period.amount + 1, ..period };
        prop_assert!(calendar.kind(period.end(start, calendar).on).is_worked());
    }

    #[test]
    fn a_fixed_day_only_ever_ends_a_period_earlier(period in period(), start in start()) {
        let calendar = WorkCalendar::shipped();
        let due = period.end(start, calendar).on;
        let uncut = Period { not_after: None, ..period }.end(start, calendar).on;
        prop_assert!(due <= uncut);
        prop_assert!(due >= start);
    }

    #[test]
    fn the_working_days_of_a_period_are_its_amount(amount in 0..200_u16, start in start()) {
        let calendar = WorkCalendar::shipped();
        let period = Period { amount, unit: PeriodUnit::WorkingDays, holiday_shift: false, not_after: None };
        prop_assert_eq!(calendar.working_days(start, period.end(start, calendar).on), u32::from(amount));
    }

    #[test]
    fn the_counting_steps_of_a_trace_follow_each_other_without_a_gap(period in period(), start in start()) {
        let (due, trace) = Period { not_after: None, ..period }.end_traced(start, WorkCalendar::shipped());
        let mut reached = start;
        for step in &trace.steps {
            let repeats_the_end = matches!(step.kind, StepKind::Started | StepKind::CorrespondingDay | StepKind::MonthEnd | StepKind::NotMoved);
            let moves_from_the_end = step.kind == StepKind::MovedOver && step.from == reached;
            if !repeats_the_end && !moves_from_the_end {
                prop_assert_eq!(step.from.days(), reached.days() + 1);
            }
            reached = step.to;
        }
        prop_assert_eq!(reached, due.on);
    }

    #[test]
    fn an_end_is_provisional_exactly_where_its_trace_is(period in period(), start in start()) {
        let (due, trace) = Period { not_after: None, ..period }.end_traced(start, WorkCalendar::shipped());
        let is_told = trace.steps.iter().any(|step| step.provisional);
        prop_assert_eq!(due.provisional, is_told);
    }
}
