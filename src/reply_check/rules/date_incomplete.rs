//! 成文日期没有写到日，或者留了空。
//!
//! # 为什么
//! 成文日期写明年月日，缺“日”就无法计算是否按期。
//!
//! # 会被指出
//! ```reply
//! 日期：2024年6月
//! ```
//!
//! # 可以通过
//! ```reply
//! 日期：2024年6月27日
//! ```
//!
//! # 依据
//! 《党政机关公文格式》（GB/T 9704—2012） 7.3.5.4
//!
//! # English
//! The date lacks the day or was left blank.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::text::dates::DateFault;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "date-incomplete", group: Group::Format, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(date) = &case.letter.date_as_written else { return Verdict::NotApplicable };
    let is_bare = date.span.of(case.text()).chars().all(|c| c.is_numeric() || c.is_whitespace());
    if date.day.is_some() && date.month.is_some() && !is_bare || date.fault == Some(DateFault::Impossible) {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![Finding::of(&RULE, "成文日期应写全年、月、日。").at(date.span).actual(date.span.of(case.text()))])
}
