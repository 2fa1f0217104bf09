//! How the end of a period was reached, day by day.

use serde::Serialize;

use super::date::Date;

/// The steps from the start to the end of a period, in the order of the reckoning.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Trace {
    /// The steps; days that follow each other for the same reason are one step.
    pub steps: Vec<Step>,
}

/// One step: a day or some days that follow each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// What was done with the days.
    pub kind: StepKind,
    /// The rule for it.
    pub rule: PeriodRule,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The holiday, for days off that the State Council's notice gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holiday: Option<String>,
    /// Whether the days off in question are not announced yet.
    pub provisional: bool,
}

vocabulary! {
    /// What was done with the days of a step.
    StepKind {
        /// The day on which the period starts, not counted.
        Started = "started",
        /// Counted.
        Counted = "counted",
        /// Counted although a Saturday or Sunday: 调休上班.
        CountedMakeUp = "counted-make-up",
        /// Not counted, as no working day.
        Skipped = "skipped",
        /// The corresponding day of the last month: the end.
        CorrespondingDay = "corresponding-day",
        /// The last month has no corresponding day: its last day is the end.
        MonthEnd = "month-end",
        /// The end is a working day and stays; provisional where that is not announced yet.
        NotMoved = "not-moved",
        /// The end would fall here, on a day off.
        MovedOver = "moved-over",
        /// Where the end moved to.
        MovedTo = "moved-to",
        /// The fixed day that ends the period earlier.
        FixedDay = "fixed-day",
    }
}

vocabulary! {
    /// The rule behind a step; the page's catalogues hold its full name.
    PeriodRule {
        /// The start day is not counted: Civil Code art. 201.
        StartNotCounted = "civil-code-201",
        /// Months end on the corresponding day or the month's last: Civil Code art. 202.
        CorrespondingDay = "civil-code-202",
        /// An end on a day off moves to the day after: Civil Code art. 203.
        EndNotOnDayOff = "civil-code-203",
        /// The limit is one of working days.
        WorkingDays = "working-days",
        /// Saturday and Sunday are off: 国务院关于职工工作时间的规定, art. 7.
        Weekend = "weekend",
        /// The yearly notice on public holidays: 国务院办公厅关于部分节假日安排的通知.
        HolidayNotice = "holiday-notice",
        /// The fixed day that the place sets.
        FixedDay = "fixed-day",
    }
}

impl Step {
    /// How many days the step spans.
    pub fn days(&self) -> i32 {
        self.to.days() - self.from.days() + 1
    }
}

/// Takes down the steps of a reckoning, or does not.
pub(super) trait Recorder {
    /// Takes down that the days from the first to the second were treated so.
    fn step(&mut self, kind: StepKind, rule: PeriodRule, days: (Date, Date), holiday: Option<&str>, provisional: bool);
}

/// Takes nothing down; the reckoning costs what it costs.
pub(super) struct NoTrace;

impl Recorder for NoTrace {
    #[inline]
    fn step(&mut self, _: StepKind, _: PeriodRule, _: (Date, Date), _: Option<&str>, _: bool) {}
}

impl Recorder for Trace {
    fn step(&mut self, kind: StepKind, rule: PeriodRule, (from, to): (Date, Date), holiday: Option<&str>, provisional: bool) {
        if let Some(last) = self.steps.last_mut() {
            let goes_on = last.to.days() + 1 == from.days();
            let is_the_same =
                (last.kind, last.rule, last.holiday.as_deref(), last.provisional) == (kind, rule, holiday, provisional);
            if goes_on && is_the_same {
                last.to = to;
                return;
            }
        }
        self.steps.push(Step { kind, rule, from, to, holiday: holiday.map(str::to_owned), provisional });
    }
}
