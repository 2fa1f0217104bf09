//! 约数词语重复。
//!
//! # 为什么
//! “近”“约”与“余”“左右”不能同时修饰一个数。
//!
//! # 会被指出
//! ```reply
//! 正文：该工程受益群众近3000余人，6月18日完工。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：该工程受益群众3000余人，6月18日完工。
//! ```
//!
//! # 依据
//! 公文用语规范
//!
//! # English
//! Two words of approximation for one number.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "approximation-stacked", group: Group::Language, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let zone = case.opening.start..case.body.end;
    let words = case.at(zone.clone());
    let mut findings = Vec::new();
    for (at, lead) in words.match_indices(['近', '约']) {
        let rest = words.get(at + lead.len()..).unwrap_or_default();
        let digits: usize = rest
            .chars()
            .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | '万' | '亿' | '千' | '百'))
            .map(char::len_utf8)
            .sum();
        let after = rest.get(digits..).unwrap_or_default();
        let mut tail = after.chars();
        let stacked = digits > 0
            && (matches!(tail.next(), Some('余' | '多'))
                || after.get(..).is_some_and(|after| {
                    after.chars().skip(1).take(3).collect::<String>().starts_with("左右") || after.starts_with("左右")
                }));
        if stacked {
            let place = zone.start + at;
            findings.push(
                Finding::of(&RULE, "约数词语重复，请删去一个。").at(case.span(place..place + lead.len() + digits + "余".len())),
            );
        }
    }
    Verdict::from_findings(findings)
}
