//! The points table, as a document that an office can edit.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::metric::Metric;
use crate::ledger::HandlingRole;
use crate::profile::Localized;

/// The format's name.
pub const ASSESSMENT_FORMAT: &str = "jianyi/assessment/1";

/// More points than this are a slip of the keyboard.
const MOST: f64 = 1_000_000.0;

/// A points table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Scheme {
    /// [`ASSESSMENT_FORMAT`].
    pub format: String,
    /// Its short name.
    pub id: String,
    /// Its name.
    pub name: Localized,
    /// The document that sets it.
    pub source: String,
    /// What a reader must know of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
    /// A body with fewer handlings than this is too small to judge; absent: the profile's minimum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u32>,
    /// Its parts, in reading order.
    pub parts: Vec<Part>,
}

/// A part of the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Part {
    /// Its short name, once in a table.
    pub id: String,
    /// Its name.
    pub name: Localized,
    /// The points from which it is reckoned.
    pub points: Points,
    /// What it looks at; absent where only a person can tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<Metric>,
    /// Only handlings in these roles; absent: all that the metric speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<HandlingRole>,
    /// How points are reckoned.
    pub rule: PointRule,
    /// It gives no fewer points than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Points>,
    /// It gives no more points than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Points>,
    /// What the source says of it, where a reader needs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
}

/// How a part's points are reckoned from what its metric finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum PointRule {
    /// A person scores it.
    ByHand,
    /// The part's points × good ÷ judged: every item has them wholly or not at all, the body has the mean.
    Share,
    /// So many points for each counted item beyond a number.
    Each {
        /// Added per item; absent where the source does not say it (未公布).
        add: Option<Points>,
        /// Which items count.
        of: CountedSide,
        /// The first so many do not count.
        #[serde(default)]
        beyond: u32,
    },
    /// So many points for each percentage point by which the rate falls short of a target.
    PerPercentagePoint {
        /// Added per percentage point; absent where the source does not say it (未公布).
        add: Option<Points>,
        /// The target, in per cent.
        target: Points,
        /// Whether only whole percentage points count.
        #[serde(default)]
        whole: bool,
    },
}

vocabulary! {
    /// Which of the judged items count.
    CountedSide {
        /// Those that are as they should be.
        Good = "good",
        /// Those that are not.
        Bad = "bad",
        /// All.
        All = "all",
    }
}

/// Points or per cent, as whole hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Points(pub i64);

impl Points {
    /// As a number of JSON: the nearest hundredth.
    pub fn from_number(number: f64) -> Option<Self> {
        (number.abs() <= MOST).then(|| Self((number * 100.0).round() as i64))
    }

    /// As a number of JSON.
    pub fn to_number(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

impl Serialize for Points {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 100 == 0 { serializer.serialize_i64(self.0 / 100) } else { serializer.serialize_f64(self.to_number()) }
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        Self::from_number(number).ok_or_else(|| serde::de::Error::custom("more points than any table has"))
    }
}

/// Why a text is no points table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchemeFault {
    /// Not JSON, or not in its shape: where and why.
    Unreadable(String),
    /// Another format.
    OtherFormat(String),
    /// It has no parts.
    Empty,
    /// Two parts have this id.
    Twice(String),
    /// This part is to be reckoned, but says not from what.
    NoMetric(String),
    /// This part's floor is above its cap.
    FloorAboveCap(String),
}

impl fmt::Display for SchemeFault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => write!(to, "考核方案无法读取：{why}"),
            Self::OtherFormat(found) => write!(to, "不是考核方案（format 应为 {ASSESSMENT_FORMAT}，实为 {found}）"),
            Self::Empty => write!(to, "考核方案没有考核项目"),
            Self::Twice(id) => write!(to, "考核项目“{id}”重复"),
            Self::NoMetric(id) => write!(to, "考核项目“{id}”没有写明按什么计分（metric）"),
            Self::FloorAboveCap(id) => write!(to, "考核项目“{id}”的最低分高于最高分"),
        }
    }
}

impl Scheme {
    /// Reads a `jianyi/assessment/1` document.
    ///
    /// # Errors
    /// What is wrong with it, with its place.
    pub fn from_json(json: &str) -> Result<Self, SchemeFault> {
        let scheme: Self = serde_json::from_str(json).map_err(|error| SchemeFault::Unreadable(error.to_string()))?;
        if scheme.format != ASSESSMENT_FORMAT {
            return Err(SchemeFault::OtherFormat(scheme.format));
        }
        if scheme.parts.is_empty() {
            return Err(SchemeFault::Empty);
        }
        for (index, part) in scheme.parts.iter().enumerate() {
            if scheme.parts.iter().take(index).any(|earlier| earlier.id == part.id) {
                return Err(SchemeFault::Twice(part.id.clone()));
            }
            if part.metric.is_none() && part.rule != PointRule::ByHand {
                return Err(SchemeFault::NoMetric(part.id.clone()));
            }
            if part.floor.zip(part.cap).is_some_and(|(floor, cap)| floor > cap) {
                return Err(SchemeFault::FloorAboveCap(part.id.clone()));
            }
        }
        Ok(scheme)
    }
}
