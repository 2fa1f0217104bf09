//! 只是复述了诉求，没有作出答复。
//!
//! # 为什么
//! “您提出的……建议很好”不是答复。
//!
//! # 会被指出
//! ```reply
//! 建议标题：关于开行夜班专线的建议
//! 诉求：开行火车站夜班专线
//! 正文：您提出的开行火车站夜班专线的建议很有针对性，体现了您的责任担当。
//! ```
//!
//! # 可以通过
//! ```reply
//! 建议标题：关于开行夜班专线的建议
//! 诉求：开行火车站夜班专线
//! 正文：火车站夜班专线已于6月1日开行，每晚运行至次日1时。
//! ```
//!
//! # 依据
//! 青岛市办理条例第二十九条
//!
//! # English
//! The ask is repeated, not answered.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::reply_check::matrix::AskState;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "ask-only-repeated", group: Group::OnTheMatter, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.answers.is_empty() {
        return Verdict::NotApplicable;
    }
    let repeated = case.answers.iter().filter(|answer| {
        answer.state == AskState::Partly
            && !answer.spans.is_empty()
            && answer.spans.iter().all(|span| {
                let range = case.sheet.place_of(span.start)..case.sheet.place_of(span.end);
                case.has(Cue::Restated, range.clone()) && !case.has(Cue::Refusal, range)
            })
    });
    let findings = repeated.map(|answer| {
        Finding::of(&RULE, format!("对“{}”只有复述，没有说明办理情况。", answer.ask)).at(answer
            .spans
            .first()
            .copied()
            .unwrap_or(crate::text::span::Span::new(0, 0)))
    });
    Verdict::from_findings(findings.collect())
}
