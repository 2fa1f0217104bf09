//! 承诺的事项没有完成时限。
//!
//! # 为什么
//! 承诺要纳入台账跟踪，没有时限就无从督办；B类答复通篇没有时限的属于错误。
//!
//! # 会被指出
//! ```reply
//! 标记：类别：B
//! 正文：您的建议符合群众期盼。下一步，我局将统筹推进道路建设工作，逐步加以解决。
//! ```
//!
//! # 可以通过
//! ```reply
//! 标记：类别：B
//! 正文：该路段已列入2025年农村公路计划，由我局负责，2025年9月底前建成通车。
//! ```
//!
//! # 依据
//! 上海市办理规定第十八条；重庆市办理规定第二十四条（承诺事项台账）
//!
//! # English
//! A promise without a time limit.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::reply_check::requirements::OutcomeMeaning;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "commitment-without-deadline", group: Group::ToTheNeed, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let promises = &case.letter.commitments;
    if promises.is_empty() {
        return Verdict::NotApplicable;
    }
    let dated = promises.iter().any(|promise| promise.by_when.is_some());
    let planned = case.outcome() == Some(OutcomeMeaning::Planned);
    let none_at_all = planned
        && !dated
        && !case.has(Cue::Deadline, case.body.clone())
        && !case.sentences.iter().any(|sentence| case.tells_result(sentence.clone()));
    let undated = promises.iter().filter(|promise| promise.by_when.is_none()).take(5);
    let findings = undated.map(|promise| {
        let finding = Finding::of(&RULE, "请写明完成时限，如“×年×月底前”。").at(promise.span);
        if none_at_all { finding.graded(Severity::Error) } else { finding }
    });
    Verdict::from_findings(findings.collect())
}
