//! 发文字号的序号前补了零。
//!
//! # 为什么
//! 序号不编虚位，1不编为01或者001。
//!
//! # 会被指出
//! ```reply
//! 文号：云交函〔2024〕037号
//! ```
//!
//! # 可以通过
//! ```reply
//! 文号：云交函〔2024〕37号
//! ```
//!
//! # 依据
//! 《党政机关公文格式》（GB/T 9704—2012） 7.2.5
//!
//! # English
//! The serial of the document number is padded with zeros.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "document-number-zero-padded", group: Group::Format, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(number) = &case.letter.document_number else { return Verdict::NotApplicable };
    let serial: String = number
        .value
        .trim_end_matches('号')
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    if !serial.starts_with('0') {
        return Verdict::Pass;
    }
    let right = number.value.replacen(&format!("{serial}号"), &format!("{}号", serial.trim_start_matches('0')), 1);
    let finding = Finding::of(&RULE, format!("序号不编虚位，应写作“{right}”。"))
        .at(number.span)
        .expected(right.clone())
        .actual(number.value.clone())
        .fix(number.span, right);
    Verdict::Fail(vec![finding])
}
