//! 一个日期里混用汉字和阿拉伯数字。
//!
//! # 为什么
//! 同一日期的数字写法应一致。
//!
//! # 会被指出
//! ```reply
//! 日期：二〇二四年6月27日
//! ```
//!
//! # 可以通过
//! ```reply
//! 日期：2024年6月27日
//! ```
//!
//! # 依据
//! 《出版物上数字用法》（GB/T 15835—2011）4.3
//!
//! # English
//! A date mixes Chinese and Arabic digits.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::text::dates::DateStyle;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "mixed-date-digits", group: Group::Language, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let mixed = case.dates.iter().filter(|date| {
        let words = case.at(date.span.start..date.span.end);
        let after_year = words.split('年').nth(1).unwrap_or_default();
        date.year.is_some() && date.style == DateStyle::Chinese && after_year.contains(|c: char| c.is_ascii_digit())
            || date.style == DateStyle::Arabic
                && after_year.contains(|c: char| crate::text::numerals::chinese_digit(c).is_some() || c == '十')
    });
    let findings = mixed
        .filter(|date| !case.on_chrome(date.span.start))
        .map(|date| Finding::of(&RULE, "同一日期的数字写法应一致。").at(case.span(date.span.start..date.span.end)));
    Verdict::from_findings(findings.collect())
}
