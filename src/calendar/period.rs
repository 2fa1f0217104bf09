//! When a period ends.

use chrono::Months;

use super::date::Date;
use super::holidays::{DayKind, WorkCalendar};
use super::month_day::MonthDay;
use super::trace::{NoTrace, PeriodRule, Recorder, StepKind, Trace};

/// A period: how long, counted in what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// How many units; a period of 0 ends where it starts.
    pub amount: u16,
    /// Counted in what.
    pub unit: PeriodUnit,
    /// Whether an end on a day off moves to the next working day (Civil Code art. 203).
    pub holiday_shift: bool,
    /// A fixed day of the start's year that ends the period where it is earlier; without effect where it is not after
    /// the start. It stands as it is named, also on a day off.
    pub not_after: Option<MonthDay>,
}

/// The unit of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodUnit {
    /// Calendar months, to the corresponding day or the month's last (Civil Code art. 202).
    Months,
    /// Calendar days.
    Days,
    /// Working days, make-up workdays among them.
    WorkingDays,
}

/// The last day of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The day.
    pub on: Date,
    /// Whether it rests on days off that are not announced yet, and may move.
    pub provisional: bool,
}

impl Period {
    /// The last day of the period that runs from `start`; the start day itself is not counted (Civil Code art. 201).
    pub fn end(&self, start: Date, calendar: &WorkCalendar) -> Due {
        self.run(start, calendar, &mut NoTrace)
    }

    /// As [`Self::end`], with every step that led to the day.
    pub fn end_traced(&self, start: Date, calendar: &WorkCalendar) -> (Due, Trace) {
        let mut trace = Trace::default();
        let due = self.run(start, calendar, &mut trace);
        (due, trace)
    }

    fn run(&self, start: Date, calendar: &WorkCalendar, recorder: &mut impl Recorder) -> Due {
        recorder.step(StepKind::Started, PeriodRule::StartNotCounted, (start, start), None, false);
        let due = match self.unit {
            PeriodUnit::Months => self.shifted(months_after(start, self.amount, recorder), calendar, recorder),
            PeriodUnit::Days => self.shifted(days_after(start, self.amount, recorder), calendar, recorder),
            PeriodUnit::WorkingDays => working_days_after(start, self.amount, calendar, recorder),
        };
        self.cut(start, due, calendar, recorder)
    }

    fn shifted(&self, end: Date, calendar: &WorkCalendar, recorder: &mut impl Recorder) -> Due {
        if !self.holiday_shift {
            return Due { on: end, provisional: false };
        }
        let mut due = Due { on: end, provisional: !calendar.is_announced(end) };
        let mut kind = calendar.kind(end);
        while !kind.is_worked() {
            let (rule, holiday) = why_off(kind, calendar);
            recorder.step(StepKind::MovedOver, rule, (due.on, due.on), holiday, !calendar.is_announced(due.on));
            due.on = next(due.on);
            due.provisional |= !calendar.is_announced(due.on);
            kind = calendar.kind(due.on);
        }
        let moved = if due.on == end { StepKind::NotMoved } else { StepKind::MovedTo };
        recorder.step(moved, PeriodRule::EndNotOnDayOff, (due.on, due.on), None, due.provisional);
        due
    }

    fn cut(&self, start: Date, due: Due, calendar: &WorkCalendar, recorder: &mut impl Recorder) -> Due {
        let fixed = self.not_after.and_then(|day| day.in_year(start.year_month_day().0));
        match fixed {
            Some(fixed) if start < fixed && fixed < due.on => {
                let announced = calendar.is_announced(start) && calendar.is_announced(fixed);
                let provisional = due.provisional && !announced;
                recorder.step(StepKind::FixedDay, PeriodRule::FixedDay, (fixed, fixed), None, provisional);
                Due { on: fixed, provisional }
            }
            _ => due,
        }
    }
}

fn months_after(start: Date, amount: u16, recorder: &mut impl Recorder) -> Date {
    let end = start.naive().checked_add_months(Months::new(u32::from(amount))).map_or(start, Date::from);
    if end == start {
        return end;
    }
    recorder.step(StepKind::Counted, PeriodRule::CorrespondingDay, (next(start), end), None, false);
    let has_corresponding_day = end.year_month_day().2 == start.year_month_day().2;
    let kind = if has_corresponding_day { StepKind::CorrespondingDay } else { StepKind::MonthEnd };
    recorder.step(kind, PeriodRule::CorrespondingDay, (end, end), None, false);
    end
}

fn days_after(start: Date, amount: u16, recorder: &mut impl Recorder) -> Date {
    let end = Date::from_days(start.days() + i32::from(amount));
    if end != start {
        recorder.step(StepKind::Counted, PeriodRule::StartNotCounted, (next(start), end), None, false);
    }
    end
}

fn working_days_after(start: Date, amount: u16, calendar: &WorkCalendar, recorder: &mut impl Recorder) -> Due {
    let mut due = Due { on: start, provisional: false };
    let mut left = amount;
    while left > 0 {
        due.on = next(due.on);
        let unannounced = !calendar.is_announced(due.on);
        due.provisional |= unannounced;
        let kind = calendar.kind(due.on);
        left -= u16::from(kind.is_worked());
        let (step, (rule, holiday)) = match kind {
            DayKind::Workday => (StepKind::Counted, (PeriodRule::WorkingDays, None)),
            DayKind::MakeUpWorkday => (StepKind::CountedMakeUp, (PeriodRule::HolidayNotice, None)),
            DayKind::Weekend | DayKind::Holiday(_) => (StepKind::Skipped, why_off(kind, calendar)),
        };
        recorder.step(step, rule, (due.on, due.on), holiday, unannounced);
    }
    due
}

fn why_off(kind: DayKind, calendar: &WorkCalendar) -> (PeriodRule, Option<&str>) {
    match kind {
        DayKind::Holiday(number) => (PeriodRule::HolidayNotice, Some(calendar.holiday_name(number))),
        _ => (PeriodRule::Weekend, None),
    }
}

fn next(date: Date) -> Date {
    Date::from_days(date.days() + 1)
}
