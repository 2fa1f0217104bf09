//! 标注为正在解决或者列入计划（B类），却没有计划。
//!
//! # 为什么
//! B类答复应有方案、责任单位和时限，不能只说“逐步解决”。
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
//! 上海市办理规定第十八条；山东省办理规定第十八条；重庆市办理规定第二十二条
//!
//! # English
//! Marked planned, but there is no plan.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::reply_check::requirements::OutcomeMeaning;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "planned-class-without-plan", group: Group::ToTheNeed, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.outcome() != Some(OutcomeMeaning::Planned) || case.body.is_empty() {
        return Verdict::NotApplicable;
    }
    let has_plan = case.sentences.iter().any(|sentence| {
        let concrete = case.has(Cue::Plan, sentence.clone())
            && case.at(sentence.clone()).contains(|c: char| c.is_ascii_digit() || matches!(c, '《' | '年'));
        concrete || case.tells_result(sentence.clone())
    });
    let dated = case.letter.commitments.iter().any(|commitment| commitment.by_when.is_some());
    if has_plan || dated {
        return Verdict::Pass;
    }
    let vague = case.cues_in(Cue::Deferral, case.body.clone()).next();
    let finding = Finding::of(&RULE, "请写明列入什么计划、由谁负责、何时完成；确无计划的应改列其他类别。");
    Verdict::Fail(vec![match vague {
        Some(hit) => finding.at(case.span(hit.start..case.sheet.item_end(hit.start).min(hit.end + 60).max(hit.end))),
        None => finding,
    }])
}
