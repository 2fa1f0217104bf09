//! Which days are worked: weekends, public holidays, make-up workdays (调休).

use std::sync::LazyLock;

use serde::Deserialize;

use super::date::Date;

/// The shipped table of days off, as it is written.
pub const SHIPPED_HOLIDAYS: &str = include_str!("data/holidays.json");

/// The table of days off and make-up workdays, and what follows for any day.
///
/// The shipped table holds the years 2004 to 2026 as the General Office of the State Council announced them. Before and
/// after the table only weekends are off, and [`Self::is_announced`] says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkCalendar {
    edition: String,
    /// 1 January of the table's first year.
    first: Date,
    /// The last day about which no later notice is expected.
    announced_through: Date,
    /// One for each day of the table's years.
    kinds: Vec<DayKind>,
    holidays: Vec<String>,
}

/// What a day is in the working calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind {
    /// 工作日.
    Workday,
    /// 调休上班: a Saturday or Sunday that is worked.
    MakeUpWorkday,
    /// 周末.
    Weekend,
    /// 法定节假日及调休放假; the number serves [`WorkCalendar::holiday_name`].
    Holiday(u8),
}

impl DayKind {
    /// Whether the day counts as a working day.
    pub fn is_worked(self) -> bool {
        matches!(self, Self::Workday | Self::MakeUpWorkday)
    }
}

/// Why a document is no table of holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarFault {
    /// Not JSON or not of the table's shape.
    Unreadable {
        /// What the parser says.
        detail: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// No years, years that do not follow each other, or `announcedThrough` outside of them.
    Years,
    /// A day that stands under another year, ends before it starts, is listed twice, or is made up on a weekday.
    Day(Date),
    /// More than 256 names of holidays.
    TooManyNames,
}

impl WorkCalendar {
    /// The shipped table.
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<WorkCalendar> =
            LazyLock::new(|| WorkCalendar::from_json(SHIPPED_HOLIDAYS).unwrap_or_else(|_| WorkCalendar::empty()));
        &SHIPPED
    }

    /// Reads a table in the form of `data/holidays.json`, such as a newer one that the user loads.
    ///
    /// # Errors
    /// The first [`CalendarFault`].
    pub fn from_json(text: &str) -> Result<Self, CalendarFault> {
        let table: Table = serde_json::from_str(text).map_err(|error| CalendarFault::Unreadable {
            detail: error.to_string(),
            line: error.line(),
            column: error.column(),
        })?;
        let (Some(first), Some(last)) = (table.years.first(), table.years.last()) else {
            return Err(CalendarFault::Years);
        };
        let follow_each_other = table.years.windows(2).all(|pair| pair[0].year + 1 == pair[1].year);
        let end = Date::new(last.year, 12, 31).map_err(|_| CalendarFault::Years)?;
        let first = Date::new(first.year, 1, 1).map_err(|_| CalendarFault::Years)?;
        if !follow_each_other || !(first..=end).contains(&table.announced_through) {
            return Err(CalendarFault::Years);
        }
        let kinds = (first.days()..=end.days()).map(|days| of_the_week(Date::from_days(days))).collect();
        let mut calendar =
            Self { edition: table.edition, first, announced_through: table.announced_through, kinds, holidays: vec![] };
        table.years.iter().try_for_each(|year| calendar.enter(year))?;
        Ok(calendar)
    }

    /// When the table was drawn up, such as `2025-11`.
    pub fn edition(&self) -> &str {
        &self.edition
    }

    /// The last day about which no later notice is expected.
    pub fn announced_through(&self) -> Date {
        self.announced_through
    }

    /// What `date` is.
    pub fn kind(&self, date: Date) -> DayKind {
        self.position(date).map_or_else(|| of_the_week(date), |position| self.kinds[position])
    }

    /// The name of the holiday that [`DayKind::Holiday`] numbers; empty for a number of another calendar.
    pub fn holiday_name(&self, number: u8) -> &str {
        self.holidays.get(usize::from(number)).map_or("", String::as_str)
    }

    /// Whether the announcements that decide about `date` are all in the table.
    ///
    /// The last days of a year may still change with the notice for the next, which sets the days around New Year.
    pub fn is_announced(&self, date: Date) -> bool {
        (self.first..=self.announced_through).contains(&date)
    }

    /// The working days after `start` up to and with `end`; 0 where `end` is not after `start`.
    pub fn working_days(&self, start: Date, end: Date) -> u32 {
        let worked = (start.days() + 1..=end.days()).filter(|days| self.kind(Date::from_days(*days)).is_worked());
        u32::try_from(worked.count()).unwrap_or(u32::MAX)
    }

    /// Weekends only, nothing announced.
    fn empty() -> Self {
        let (first, announced_through) = (Date::from_days(1), Date::from_days(0));
        Self { edition: String::new(), first, announced_through, kinds: vec![], holidays: vec![] }
    }

    fn enter(&mut self, year: &Year) -> Result<(), CalendarFault> {
        for period in &year.off {
            if period.from > period.to {
                return Err(CalendarFault::Day(period.from));
            }
            let kind = DayKind::Holiday(self.number(&period.holiday)?);
            for days in period.from.days()..=period.to.days() {
                self.set(year.year, Date::from_days(days), kind)?;
            }
        }
        year.work.iter().try_for_each(|date| self.set(year.year, *date, DayKind::MakeUpWorkday))
    }

    fn number(&mut self, holiday: &str) -> Result<u8, CalendarFault> {
        let known = self.holidays.iter().position(|name| name == holiday);
        let position = known.unwrap_or_else(|| {
            self.holidays.push(holiday.to_owned());
            self.holidays.len() - 1
        });
        u8::try_from(position).map_err(|_| CalendarFault::TooManyNames)
    }

    fn set(&mut self, year: i32, date: Date, kind: DayKind) -> Result<(), CalendarFault> {
        let stands_under_its_year = date.year_month_day().0 == year;
        let changes_the_week = kind != DayKind::MakeUpWorkday || of_the_week(date) == DayKind::Weekend;
        match self.position(date) {
            Some(position) if stands_under_its_year && changes_the_week && self.kinds[position] == of_the_week(date) => {
                self.kinds[position] = kind;
                Ok(())
            }
            _ => Err(CalendarFault::Day(date)),
        }
    }

    fn position(&self, date: Date) -> Option<usize> {
        let position = usize::try_from(date.days() - self.first.days()).ok()?;
        (position < self.kinds.len()).then_some(position)
    }
}

/// What a day is by the week alone: Saturday and Sunday are off (国务院关于职工工作时间的规定, art. 7).
fn of_the_week(date: Date) -> DayKind {
    // 1970-01-01 was a Thursday.
    match (date.days() + 3).rem_euclid(7) {
        5 | 6 => DayKind::Weekend,
        _ => DayKind::Workday,
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Table {
    #[allow(dead_code)]
    format: TableFormatName,
    edition: String,
    #[allow(dead_code)]
    source: String,
    #[allow(dead_code)]
    transcribed_from: Option<String>,
    announced_through: Date,
    years: Vec<Year>,
}

#[derive(Deserialize)]
enum TableFormatName {
    #[serde(rename = "jianyi/holidays/1")]
    Holidays1,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    year: i32,
    off: Vec<DaysOff>,
    work: Vec<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DaysOff {
    holiday: String,
    from: Date,
    to: Date,
}
