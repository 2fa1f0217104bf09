//! 标注为已解决（A类），正文却没有办理结果。
//!
//! # 为什么
//! A类是所提问题已经解决或者采纳，只说研究、考虑的不能列为A类。
//!
//! # 会被指出
//! ```reply
//! 标记：类别：A
//! 正文：一、关于硬化道路。我局将在充分调研的基础上适时考虑。
//! 二、关于管护责任。我局将积极研究，待条件成熟后予以考虑。
//! ```
//!
//! # 可以通过
//! ```reply
//! 标记：类别：A
//! ```
//!
//! # 依据
//! 全国人大代表建议处理办法；新疆维吾尔自治区2024年办理情况报告
//!
//! # English
//! Marked solved, but nothing was done.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::reply_check::requirements::OutcomeMeaning;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "solved-class-without-result", group: Group::ToTheNeed, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.outcome() != Some(OutcomeMeaning::Solved) || case.body.is_empty() {
        return Verdict::NotApplicable;
    }
    let own: Vec<_> = case
        .sentences
        .iter()
        .filter(|sentence| {
            !case.has(Cue::Thanks, (*sentence).clone())
                && !case.has(Cue::FeedbackForm, (*sentence).clone())
                && !case.at((*sentence).clone()).contains("审签")
        })
        .collect();
    let has_result = own.iter().any(|sentence| case.tells_result((*sentence).clone()));
    let deferral = own.iter().flat_map(|sentence| case.cues_in(Cue::Deferral, (*sentence).clone())).next();
    let (false, Some(hit)) = (has_result, deferral) else { return Verdict::Pass };
    let sentence =
        own.iter().find(|sentence| sentence.contains(&hit.start)).map_or(hit.start..hit.end, |sentence| (*sentence).clone());
    Verdict::Fail(vec![
        Finding::of(&RULE, "正文只有研究、考虑，没有办理结果；请补写结果，或者改列其他类别。").at(case.span(sentence)),
    ])
}
