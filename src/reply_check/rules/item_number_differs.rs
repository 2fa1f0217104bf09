//! 标题与正文开头的编号不一致。
//!
//! # 为什么
//! 编号是建议、提案的身份，前后两个号码必有一错。
//!
//! # 会被指出
//! ```reply
//! 开头：您提出的《关于硬化杨柳村道路的建议》（第64号）收悉，经与您当面沟通，现答复如下：
//! ```
//!
//! # 可以通过
//! ```reply
//! 开头：您提出的《关于硬化杨柳村道路的建议》（第046号）收悉，经与您当面沟通，现答复如下：
//! ```
//!
//! # 依据
//! 各地答复格式样式
//!
//! # English
//! Title and opening name different numbers.
//!
//! # 局限
//! 编号前带年份的（如2024046号）与简写的46号视为一致。

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "item-number-differs", group: Group::Identity, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let letter = &case.letter;
    let in_title: Vec<&str> =
        letter.numbers.iter().filter(|number| number.in_title).flat_map(|number| number.value.split('、')).collect();
    let received: Vec<_> = letter.numbers.iter().filter(|number| number.in_receipt).collect();
    if in_title.is_empty() || received.is_empty() {
        return Verdict::NotApplicable;
    }
    let agrees = |value: &str| value.split('、').any(|one| in_title.iter().any(|title| same(title, one)));
    if received.iter().any(|number| agrees(&number.value)) {
        return Verdict::Pass;
    }
    let findings = received.iter().take(1).map(|number| {
        let title = in_title.join("、");
        Finding::of(&RULE, format!("标题为第{title}号，正文为第{}号，请核对。", number.value))
            .at(number.span)
            .expected(title)
            .actual(number.value.clone())
    });
    Verdict::Fail(findings.collect())
}

/// Equal but for leading zeros, or one is the other with the year before it (2024046 and 46).
fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim_start_matches('0'), other.trim_start_matches('0'));
    one.eq_ignore_ascii_case(other)
        || one.len() > other.len() + 3 && ends_padded(one, other)
        || other.len() > one.len() + 3 && ends_padded(other, one)
}

fn ends_padded(long: &str, short: &str) -> bool {
    long.strip_suffix(short).is_some_and(|head| head.starts_with("20") || head.starts_with("19") || head.ends_with('0'))
}
