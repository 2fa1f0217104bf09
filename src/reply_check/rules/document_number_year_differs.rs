//! 发文字号的年份与成文日期的年份不一致。
//!
//! # 为什么
//! 发文字号按年编号，年份与成文日期不符多因套用上年文稿。
//!
//! # 会被指出
//! ```reply
//! 文号：云交函〔2023〕37号
//! ```
//!
//! # 可以通过
//! ```reply
//! 文号：云交函〔2024〕37号
//! ```
//!
//! # 依据
//! 《党政机关公文格式》（GB/T 9704—2012）7.2.5
//!
//! # English
//! The year of the document number is not that of the date.

use chrono::Datelike as _;

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "document-number-year-differs", group: Group::Identity, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let (Some(number), Some(date)) = (&case.letter.document_number, case.letter.signed_on) else { return Verdict::NotApplicable };
    let unified: String = number
        .value
        .chars()
        .map(|c| crate::text::numerals::arabic_digit(c).and_then(|d| char::from_digit(d as u32, 10)).unwrap_or(c))
        .collect();
    let years = crate::text::numerals::numerals(&unified);
    let Some(year) = years.iter().filter_map(crate::text::numerals::Numeral::whole).find(|year| (1990..2200).contains(year))
    else {
        return Verdict::NotApplicable;
    };
    if i64::try_from(year).ok() == Some(i64::from(date.year())) {
        return Verdict::Pass;
    }
    let finding = Finding::of(&RULE, format!("发文字号年份为{year}年，成文日期为{}年。", date.year()))
        .at(number.span)
        .expected(date.year().to_string())
        .actual(year.to_string());
    Verdict::Fail(vec![finding])
}
