//! A day that every year has.

use std::fmt;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::date::Date;

/// A month and a day of the month, written `MM-DD`; `02-29` is the last day of February in every year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MonthDay {
    month: u8,
    day: u8,
}

impl MonthDay {
    /// Reads `MM-DD`; `None` where it is of another form or no year has the day.
    pub fn parse(text: &str) -> Option<Self> {
        const LEAP_YEAR: &str = "2000-";
        let (_, month, day) = Date::parse(&format!("{LEAP_YEAR}{text}")).ok()?.year_month_day();
        Some(Self { month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }

    /// The day in `year`; `None` outside 1900–2199.
    pub fn in_year(self, year: i32) -> Option<Date> {
        let (month, day) = (u32::from(self.month), u32::from(self.day));
        Date::new(year, month, day).or_else(|_| Date::new(year, month, day - 1)).ok()
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}-{:02}", self.month, self.day)
    }
}

impl Serialize for MonthDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MonthDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl Visitor<'_> for Written {
            type Value = MonthDay;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a day of the year MM-DD")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<MonthDay, E> {
                MonthDay::parse(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_str(Written)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for MonthDay {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "MonthDay".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
            "description": "A day of every year, MM-DD."
        })
    }
}
