//! The days on which an office works, nearly: no weekends, no long holidays of fixed date.

use jianyi::calendar::Date;

/// The day with this year, month and day; the epoch's first day where there is none.
pub(crate) fn day(year: i32, month: u32, day: u32) -> Date {
    Date::new(year, month, day).unwrap_or(Date::from_days(0))
}

/// The day that lies `days` days after `date`.
pub(crate) fn after(date: Date, days: i32) -> Date {
    Date::from_days(date.days() + days)
}

/// The corresponding day `months` months later, or that month's last day (Civil Code art. 202).
pub(crate) fn months_after(date: Date, months: u32) -> Date {
    let (year, month, day_of_month) = date.year_month_day();
    let (year, month) = month_after(year, month, months);
    (0..4).find_map(|short| Date::new(year, month, day_of_month.saturating_sub(short)).ok()).unwrap_or(date)
}

/// The last day of the month that lies `months` months after the month of `date`.
pub(crate) fn month_end_after(date: Date, months: u32) -> Date {
    let (year, month, _) = date.year_month_day();
    let (year, month) = month_after(year, month, months + 1);
    after(day(year, month, 1), -1)
}

fn month_after(year: i32, month: u32, months: u32) -> (i32, u32) {
    let months = month - 1 + months;
    (year + (months / 12) as i32, months % 12 + 1)
}

/// `date`, or the first day after it on which the office works.
pub(crate) fn working_day(date: Date) -> Date {
    (0..12).map(|days| after(date, days)).find(|&date| is_working_day(date)).unwrap_or(date)
}

/// `date`, or the last day before it on which the office works.
pub(crate) fn working_day_before(date: Date) -> Date {
    (0..12).map(|days| after(date, -days)).find(|&date| is_working_day(date)).unwrap_or(date)
}

fn is_working_day(date: Date) -> bool {
    let is_weekend = (date.days() + 3).rem_euclid(7) >= 5;
    let (_, month, day) = date.year_month_day();
    let is_holiday = matches!((month, day), (1, 1) | (5, 1..=5) | (10, 1..=7));
    !is_weekend && !is_holiday
}

/// `2024年6月27日`.
pub(crate) fn in_words(date: Date) -> String {
    let (year, month, day) = date.year_month_day();
    format!("{year}年{month}月{day}日")
}

/// `6月27日`.
pub(crate) fn short_words(date: Date) -> String {
    let (_, month, day) = date.year_month_day();
    format!("{month}月{day}日")
}

/// `2024年6月底`.
pub(crate) fn month_end_words(date: Date) -> String {
    let (year, month, _) = date.year_month_day();
    format!("{year}年{month}月底")
}
