//! 出现不符合政策的表述。
//!
//! # 为什么
//! 如请代表务必评价满意、请代表撤回建议，属于以不当方式影响代表履职。
//!
//! # 会被指出
//! ```reply
//! 结尾：感谢您的关心和支持！请务必评价满意，并填写征询意见表。
//! ```
//!
//! # 可以通过
//! ```reply
//! 结尾：感谢您的关心和支持！请填写征询意见表。
//! ```
//!
//! # 依据
//! 重庆市办理规定第三十八条；本地规定所列用语
//!
//! # English
//! A turn of phrase that goes against policy.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "against-policy", group: Group::Lawfulness, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let words = case.at(case.whole());
    let phrases = case.input.requirements.against_policy.iter().filter(|phrase| case.neighbours.may_hold(phrase));
    let found = phrases.flat_map(|phrase| words.match_indices(phrase.as_str()));
    let findings = found
        .map(|(at, phrase)| Finding::of(&RULE, format!("“{phrase}”不符合政策，请删改。")).at(case.span(at..at + phrase.len())));
    Verdict::from_findings(findings.collect())
}
