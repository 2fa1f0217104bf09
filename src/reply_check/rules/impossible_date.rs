//! 日期不存在。
//!
//! # 为什么
//! 如“6月31日”“2023年2月29日”，多为笔误，会使承诺的时限和成文日期失去意义。
//!
//! # 会被指出
//! ```reply
//! 正文：工程已于6月31日完工。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：工程已于6月30日完工。
//! ```
//!
//! # 依据
//! 《出版物上数字用法》（GB/T 15835—2011）
//!
//! # English
//! A date that no calendar has.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::text::dates::{DateFault, DateStyle};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "impossible-date", group: Group::Format, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let wrong = case.dates.iter().filter(|date| date.fault == Some(DateFault::Impossible) && date.style != DateStyle::Separated);
    let own = wrong.filter(|date| !case.on_chrome(date.span.start) && is_written_date(case, date.span.start..date.span.end));
    let findings = own.map(|date| {
        let span = case.span(date.span.start..date.span.end);
        Finding::of(&RULE, format!("“{}”不是实有的日期，请核实。", span.of(case.text()))).at(span).actual(span.of(case.text()))
    });
    Verdict::from_findings(findings.collect())
}

/// Not a count of months or a rank: 13月龄, 第35号.
fn is_written_date(case: &ReplyCase, range: std::ops::Range<usize>) -> bool {
    let words = case.at(range.clone());
    let next = case.sheet.norm.get(range.end..).and_then(|rest| rest.chars().next());
    let before = case.sheet.norm.get(..range.start).and_then(|head| head.chars().next_back());
    words.contains('日') && !matches!(next, Some('龄')) && !matches!(before, Some('第' | '-' | '至' | '、' | '.'))
}
