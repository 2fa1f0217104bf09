//! Time limits: how long, from when, counted how.

use serde::{Deserialize, Serialize};

use super::schema::Sourced;
use crate::calendar::{Date, Due, MonthDay, Period, PeriodUnit, Trace, WorkCalendar};
use crate::ledger::Sitting;

/// A time limit (办理期限).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Limit {
    /// How many units, 1 to 999.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 999)))]
    pub amount: u16,
    /// Counted in what.
    pub unit: LimitUnit,
    /// Counted from when; that day itself is not counted (Civil Code art. 201).
    pub from: LimitStart,
    /// A fixed day, `MM-DD`, of the year in which the period starts; it ends the period where it is earlier, and does
    /// not count where it is not after the start (an item assigned in autumn under a notice that says 8 月 5 日).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_after: Option<MonthDay>,
    /// Whose consent is needed (an extension), as the place's rule words it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<String>,
    /// Whether the reason must be explained to the submitter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explain: Option<bool>,
}

/// When `limit` ends that runs from `start`.
///
/// `holiday_shift`: whether an end on a day off moves to the next working day (Civil Code art. 203); it is the
/// profile's [`Limits::holiday_shift`].
pub fn due(limit: &Limit, start: Date, holiday_shift: bool, calendar: &WorkCalendar) -> Due {
    limit.period(holiday_shift).end(start, calendar)
}

/// As [`due`], with every step that led to the day.
pub fn due_traced(limit: &Limit, start: Date, holiday_shift: bool, calendar: &WorkCalendar) -> (Due, Trace) {
    limit.period(holiday_shift).end_traced(start, calendar)
}

impl Limit {
    fn period(&self, holiday_shift: bool) -> Period {
        let unit = match self.unit {
            LimitUnit::Months => PeriodUnit::Months,
            LimitUnit::Days => PeriodUnit::Days,
            LimitUnit::WorkingDays => PeriodUnit::WorkingDays,
        };
        Period { amount: self.amount, unit, holiday_shift, not_after: self.not_after }
    }
}

vocabulary! {
    /// The unit of a period.
    LimitUnit {
        /// Calendar months, to the corresponding day (Civil Code art. 202).
        Months = "months",
        /// Calendar days.
        Days = "days",
        /// 工作日.
        WorkingDays = "working-days",
    }
}

vocabulary! {
    /// The event from which a period runs.
    LimitStart {
        /// 交办之日.
        Assigned = "assigned",
        /// 收到之日, 签收.
        Received = "received",
        /// 会议闭幕之日.
        SessionClosed = "session-closed",
        /// 答复之日.
        Replied = "replied",
        /// 重新办理交办之日, or the day on which 不满意 was stated.
        RedoOrdered = "redo-ordered",
        /// 信息形成之日.
        Formed = "formed",
        /// The due date that is extended (an extension by n more months).
        Due = "due",
    }
}

/// All the limits of a place. An absent value is not known: 待确认.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Limits {
    /// 签收.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accept: Option<Sourced<Limit>>,
    /// 退办申请.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_to_assigner: Option<Sourced<Limit>>,
    /// 首次沟通.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_contact: Option<Sourced<Limit>>,
    /// 协办（会办）意见.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assisting_opinion: Option<Sourced<Limit>>,
    /// 答复.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<Sourced<Limit>>,
    /// 答复, for what was submitted between sessions, where the place sets another limit for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_inter_sessional: Option<Sourced<Limit>>,
    /// 延期后的最长期限.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Sourced<Limit>>,
    /// 代表反馈意见.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedback: Option<Sourced<Limit>>,
    /// 重新办理.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redo: Option<Sourced<Limit>>,
    /// 公开.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publication: Option<Sourced<Limit>>,
    /// Whether an end that falls on a holiday moves to the next working day (Civil Code art. 203).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holiday_shift: Option<Sourced<bool>>,
}

impl Limits {
    /// The limit for the reply to something submitted in `sitting`; that of the session where the sitting is not known.
    pub fn reply_in(&self, sitting: Option<Sitting>) -> Option<&Sourced<Limit>> {
        match sitting {
            Some(Sitting::InterSessional) => self.reply_inter_sessional.as_ref().or(self.reply.as_ref()),
            Some(Sitting::InSession) | None => self.reply.as_ref(),
        }
    }

    /// Each limit that is known, under its name in the document.
    pub fn known(&self) -> impl Iterator<Item = (&'static str, &Sourced<Limit>)> {
        [
            ("accept", &self.accept),
            ("returnToAssigner", &self.return_to_assigner),
            ("firstContact", &self.first_contact),
            ("assistingOpinion", &self.assisting_opinion),
            ("reply", &self.reply),
            ("replyInterSessional", &self.reply_inter_sessional),
            ("extension", &self.extension),
            ("feedback", &self.feedback),
            ("redo", &self.redo),
            ("publication", &self.publication),
        ]
        .into_iter()
        .filter_map(|(name, limit)| limit.as_ref().map(|limit| (name, limit)))
    }

    /// Whether an end on a day off moves to the next working day; it does where the profile does not say
    /// (Civil Code art. 203).
    pub fn shifts_on_holidays(&self) -> bool {
        self.holiday_shift.as_ref().is_none_or(|shift| shift.value)
    }
}
