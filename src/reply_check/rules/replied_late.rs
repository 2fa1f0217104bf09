//! 超过规定期限答复。
//!
//! # 为什么
//! 自交办之日起三个月内答复；确需延长的，应经同意并告知代表。
//!
//! # 会被指出
//! ```reply
//! 交办：2024-03-20
//! 沟通：2024-04-16
//! ```
//!
//! # 可以通过
//! ```reply
//! 交办：2024-03-20
//! 延期至：2024-09-20
//! 沟通：2024-04-16
//! ```
//!
//! # 依据
//! 代表法（2025）第五十一条；民法典第二百零一条至第二百零三条（期间计算）
//!
//! # English
//! The reply is later than the time limit.
//!
//! # 局限
//! 只按周末顺延，法定节假日以台账的期限计算为准。

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use crate::reply_check::case::ReplyCase;
use crate::reply_check::requirements::PeriodStart;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "replied-late", group: Group::Procedure, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let (Some(history), Some(date), Some(field)) = (case.history(), case.letter.signed_on, &case.letter.date) else {
        return Verdict::NotApplicable;
    };
    let requirements = &case.input.requirements;
    let start = match requirements.starts {
        PeriodStart::Assigned => history.assigned_on,
        PeriodStart::Received => history.received_on.or(history.assigned_on),
    };
    let due = start.and_then(|start| start.checked_add_months(Months::new(requirements.reply_months))).map(after_weekend);
    let Some(due) = due.max(history.extended_to) else { return Verdict::NotApplicable };
    if date <= due {
        return Verdict::Pass;
    }
    let late = (date - due).num_days();
    Verdict::Fail(vec![
        Finding::of(&RULE, format!("应于{due}前答复，成文日期{date}，超期{late}天。"))
            .at(field.span)
            .expected(due.to_string())
            .actual(date.to_string()),
    ])
}

/// The first working day of the week at or after `date`; 民法典第二百零三条.
fn after_weekend(date: NaiveDate) -> NaiveDate {
    let days = match date.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    date.checked_add_days(Days::new(days)).unwrap_or(date)
}
