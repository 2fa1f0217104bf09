//! 公开的答复件中有个人手机号码。
//!
//! # 为什么
//! 公开件应留单位固定电话，不公开个人手机号码。
//!
//! # 会被指出
//! ```reply
//! 联系：联系人：秦越川　　联系电话：13900001234
//! ```
//!
//! # 可以通过
//! ```reply
//! 联系：联系人：秦越川　　联系电话：0840-6623318
//! ```
//!
//! # 依据
//! 《个人信息保护法》第二十五条；皖政办〔2015〕2号
//!
//! # English
//! A mobile number in a public reply.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "mobile-number-in-public-reply", group: Group::Disclosure, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_public() {
        return Verdict::NotApplicable;
    }
    let found = case.digit_runs.iter().filter(|run| {
        let digits = case.at((*run).clone());
        let second = digits.as_bytes().get(1).copied().unwrap_or(b'0');
        run.len() == 11 && digits.starts_with('1') && (b'3'..=b'9').contains(&second) && !case.on_chrome(run.start)
    });
    let findings =
        found.map(|range| Finding::of(&RULE, "请改为单位固定电话，或者在公开件中删去手机号码。").at(case.span(range.clone())));
    Verdict::from_findings(findings.collect())
}
