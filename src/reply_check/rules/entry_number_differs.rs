//! 答复件的编号与台账登记的编号不一致。
//!
//! # 为什么
//! 编号与台账不符，说明答复件可能挂错了建议。
//!
//! # 会被指出
//! ```reply
//! 编号：47
//! 建议标题：关于硬化杨柳村道路的建议
//! ```
//!
//! # 可以通过
//! ```reply
//! 编号：0046
//! 建议标题：关于硬化杨柳村道路的建议
//! ```
//!
//! # 依据
//! 台账登记
//!
//! # English
//! The letter's number is not that of the ledger entry.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "entry-number-differs", group: Group::Identity, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let known = case.input.suggestion.as_ref().and_then(|suggestion| suggestion.number.as_deref());
    let (Some(known), Some(number)) = (known, &case.letter.item_number) else { return Verdict::NotApplicable };
    let digits = |value: &str| value.chars().filter(char::is_ascii_digit).collect::<String>().trim_start_matches('0').to_string();
    let right = digits(known);
    let agrees = number.value.split('、').any(|one| {
        digits(one) == right
            || digits(one).ends_with(&right) && digits(one).len() > right.len() + 3
            || right.ends_with(&digits(one)) && right.len() > digits(one).len() + 1
    });
    if agrees || right.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![
        Finding::of(&RULE, format!("台账登记为第{known}号，答复件为第{}号。", number.value))
            .at(number.span)
            .expected(known)
            .actual(number.value.clone()),
    ])
}
