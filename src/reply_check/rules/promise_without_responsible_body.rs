//! 承诺的事项没有明确的责任单位。
//!
//! # 为什么
//! “有关部门”“相关单位”不是责任单位，到期无人可问。
//!
//! # 会被指出
//! ```reply
//! 标记：类别：B
//! 正文：有关部门将于2025年10月底前完成道路硬化。
//! ```
//!
//! # 可以通过
//! ```reply
//! 标记：类别：B
//! 正文：由石门乡人民政府负责，2025年10月底前完成道路硬化。
//! ```
//!
//! # 依据
//! 上海市办理规定第十八条；青岛市办理条例第二十六条
//!
//! # English
//! A promise names nobody in particular.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "promise-without-responsible-body", group: Group::ToTheNeed, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.letter.commitments.is_empty() {
        return Verdict::NotApplicable;
    }
    let vague = case.letter.commitments.iter().filter(|promise| promise.vague_who);
    let findings = vague.map(|promise| {
        let who = promise.who.unwrap_or(promise.span);
        let finding = Finding::of(&RULE, "请写明具体的责任单位。")
            .at(crate::text::span::Span::new(who.start, promise.span.end))
            .actual(who.of(case.text()));
        if case.is_draft() || case.outcome().is_some() { finding } else { finding.graded(Severity::Info) }
    });
    Verdict::from_findings(findings.collect())
}
