//! 公开的答复件中有身份证号码。
//!
//! # 为什么
//! 身份证号码是敏感个人信息，公开前必须删除或者遮盖。
//!
//! # 会被指出
//! ```reply
//! 正文：已为孟某某（身份证号990101194603120028）加装扶手，6月18日完工。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：已为孟某某加装扶手，6月18日完工。
//! ```
//!
//! # 依据
//! 《个人信息保护法》第二十五条、第二十八条
//!
//! # English
//! An identity number in a public reply.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "id-number-in-public-reply", group: Group::Disclosure, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_public() {
        return Verdict::NotApplicable;
    }
    let found = case.digit_runs.iter().cloned().filter_map(|run| {
        let digits = case.at(run.clone());
        let with_letter = run.len() == 17 && case.sheet.norm.get(run.end..).is_some_and(|rest| rest.starts_with(['X', 'x']));
        let born = digits.get(6..14).is_some_and(is_birthday);
        ((run.len() == 18 || with_letter) && born).then(|| run.start..run.end + usize::from(with_letter))
    });
    let findings = found.map(|range| Finding::of(&RULE, "请删除或者遮盖身份证号码。").at(case.span(range)));
    Verdict::from_findings(findings.collect())
}

/// 19460312: a day of the last or this century.
fn is_birthday(digits: &str) -> bool {
    let part = |range: std::ops::Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    (1900..2100).contains(&part(0..4)) && (1..=12).contains(&part(4..6)) && (1..=31).contains(&part(6..8))
}
