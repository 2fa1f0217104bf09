//! 年份只写了两位。
//!
//! # 为什么
//! 年份应写四位，如“2024年”不写作“24年”。
//!
//! # 会被指出
//! ```reply
//! 正文：该路段已于24年6月18日完工通车。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：该路段已于2024年6月18日完工通车。
//! ```
//!
//! # 依据
//! 《出版物上数字用法》（GB/T 15835—2011）5.1
//!
//! # English
//! A year is written with two digits.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::text::dates::DateStyle;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "two-digit-year", group: Group::Language, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let found = case.dates.iter().filter(|date| {
        let words = case.at(date.span.start..date.span.end);
        let year_digits = words.chars().take_while(char::is_ascii_digit).count();
        date.year.is_some() && date.style == DateStyle::Arabic && year_digits == 2 && !case.on_chrome(date.span.start)
    });
    let findings = found.map(|date| {
        let span = case.span(date.span.start..date.span.end);
        Finding::of(&RULE, format!("年份应写四位：{}年。", date.year.unwrap_or_default())).at(span).actual(span.of(case.text()))
    });
    Verdict::from_findings(findings.collect())
}
