//! A civil date, as compact as a column needs it.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day of the Gregorian calendar, between the years 1900 and 2199, written `YYYY-MM-DD`.
///
/// The range keeps serial numbers and typing errors (`0204-03-20`) from passing as dates.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

/// Why a text is no [`Date`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// Not of the form `YYYY-MM-DD`.
    Form,
    /// There is no such day, as 2024-02-30.
    NoSuchDay,
    /// The year lies outside 1900–2199.
    Year,
}

impl Date {
    /// The day with this year, month and day of the month.
    ///
    /// # Errors
    /// [`DateFault::NoSuchDay`] where the calendar has no such day, [`DateFault::Year`] outside 1900–2199.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, DateFault> {
        if !(1900..2200).contains(&year) {
            return Err(DateFault::Year);
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from).ok_or(DateFault::NoSuchDay)
    }

    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// The [`DateFault`] that says what is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, DateFault> {
        let bytes: &[u8; 10] = text.as_bytes().try_into().map_err(|_| DateFault::Form)?;
        let digits = |range: std::ops::Range<usize>| {
            bytes[range].iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
        };
        match (digits(0..4), bytes[4], digits(5..7), bytes[7], digits(8..10)) {
            (Some(year), b'-', Some(month), b'-', Some(day)) => Self::new(year as i32, month, day),
            _ => Err(DateFault::Form),
        }
    }

    /// Days since 1970-01-01; negative before.
    pub fn days(self) -> i32 {
        self.0
    }

    /// The day that lies `days` days after 1970-01-01.
    pub fn from_days(days: i32) -> Self {
        Self(days)
    }

    /// As official documents write it: `2026年11月23日`.
    pub fn in_document(self) -> String {
        let (year, month, day) = self.year_month_day();
        format!("{year}年{month}月{day}日")
    }

    /// The year, month (1–12) and day of the month.
    pub fn year_month_day(self) -> (i32, u32, u32) {
        let date = self.naive();
        (date.year(), date.month(), date.day())
    }

    /// The same day as the calendar library's type.
    pub fn naive(self) -> NaiveDate {
        NaiveDate::from_epoch_days(self.0).unwrap_or_default()
    }
}

impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        Self(date.to_epoch_days())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.year_month_day();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (year, month, day) = self.year_month_day();
        let digit = |value: u32| b'0' + (value % 10) as u8;
        let (year, month, day) = (year.unsigned_abs(), month, day);
        let text = [
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
            b'-',
            digit(day / 10),
            digit(day),
        ];
        serializer.serialize_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct IsoDate;
        impl Visitor<'_> for IsoDate {
            type Value = Date;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a date YYYY-MM-DD")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
                Date::parse(text).map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(IsoDate)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date",
            "pattern": "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$",
            "description": "A civil date YYYY-MM-DD, 1900 to 2199, that the calendar has."
        })
    }
}
