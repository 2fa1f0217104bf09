//! 标注为暂不能解决（C类），却没有说明理由。
//!
//! # 为什么
//! 因条件所限不能解决的，应说明政策、规划、资金等具体原因，取得代表理解。
//!
//! # 会被指出
//! ```reply
//! 标记：类别：C
//! 正文：您的建议充分体现了责任担当。经研究，您提出的建议目前暂时无法解决，敬请谅解。
//! ```
//!
//! # 可以通过
//! ```reply
//! 标记：类别：C
//! 正文：因该地块位于河道管理范围内，依据《中华人民共和国防洪法》第二十二条不能建设，暂时无法解决。
//! ```
//!
//! # 依据
//! 重庆市办理规定第二十二条；山东省办理规定第十八条
//!
//! # English
//! Marked unsolved, but no reason is given.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::reply_check::requirements::OutcomeMeaning;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "unsolved-class-without-reasons", group: Group::ToTheNeed, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.outcome() != Some(OutcomeMeaning::Unsolved) || case.body.is_empty() {
        return Verdict::NotApplicable;
    }
    let has_reason =
        case.sentences.iter().any(|sentence| case.has(Cue::Reason, sentence.clone()) && !case.has(Cue::Thanks, sentence.clone()));
    if has_reason {
        return Verdict::Pass;
    }
    let refusal = case.cues_in(Cue::Refusal, case.body.clone()).next();
    let finding = Finding::of(&RULE, "请说明不能解决的具体原因和依据，可以时提出替代办法。");
    Verdict::Fail(vec![match refusal {
        Some(hit) => finding.at(case
            .span(case.sentences.iter().find(|sentence| sentence.contains(&hit.start)).cloned().unwrap_or(hit.start..hit.end))),
        None => finding,
    }])
}
