//! 不能解决的，没有提出替代办法或者再次研究的时间。
//!
//! # 为什么
//! 请人核对：能够另想办法的，应一并告知代表、委员。
//!
//! # 会被指出
//! ```reply
//! 标记：类别：C
//! 正文：因该地块属于防护绿地，依据规划不能建设停车场。
//! ```
//!
//! # 可以通过
//! ```reply
//! 标记：类别：C
//! 正文：因该地块属于防护绿地，依据规划不能建设停车场。2026年规划评估时将再次研究选址。
//! ```
//!
//! # 依据
//! 上海市办理规定第十八条
//!
//! # English
//! A refusal offers no other way.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::reply_check::requirements::OutcomeMeaning;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "refusal-without-alternative", group: Group::ToTheNeed, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.outcome() != Some(OutcomeMeaning::Unsolved) || case.body.is_empty() {
        return Verdict::NotApplicable;
    }
    let Some(refusal) = case.cues_in(Cue::Refusal, case.body.clone()).next() else { return Verdict::NotApplicable };
    let offers =
        case.has(Cue::Alternative, case.body.clone()) || case.letter.commitments.iter().any(|promise| promise.by_when.is_some());
    if offers {
        return Verdict::Pass;
    }
    Verdict::Confirm(vec![
        Finding::of(&RULE, "请确认是否可以提出替代办法，或者写明何时再次研究。").at(case.span(refusal.start..refusal.end)),
    ])
}
