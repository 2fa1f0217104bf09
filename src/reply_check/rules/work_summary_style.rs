//! 写成了本单位的工作总结。
//!
//! # 为什么
//! 答复应一条对一条，不以领导小组、宣传发动、督导检查等通用套路代替对诉求的回应。
//!
//! # 会被指出
//! ```reply
//! 建议标题：关于修复污水设施的建议
//! 诉求：逐村修复停运设施；将电费纳入预算
//! 正文：一、强化组织领导，压实工作责任。成立领导小组，召开推进会3次，形成层层抓落实的工作格局。
//! 二、加大宣传力度，营造浓厚氛围。发放宣传资料1.2万份，群众知晓率明显提升。
//! 三、严格督导检查，确保取得实效。超额完成年度任务。
//! ```
//!
//! # 可以通过
//! ```reply
//! 建议标题：关于硬化杨柳村道路的建议
//! 诉求：硬化杨柳村道路；明确管护责任
//! ```
//!
//! # 依据
//! 佛政办发〔2024〕9号（避免工作总结式答复）
//!
//! # English
//! The letter reads like the unit's work summary.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::reply_check::matrix::AskState;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "work-summary-style", group: Group::OnTheMatter, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.body.is_empty() {
        return Verdict::NotApplicable;
    }
    let hits: Vec<_> = case.cues_in(Cue::WorkSummary, case.body.clone()).collect();
    let in_headings = case
        .letter
        .headings
        .iter()
        .filter(|heading| {
            case.has(Cue::WorkSummary, case.sheet.place_of(heading.span.start)..case.sheet.place_of(heading.span.end))
        })
        .count();
    let unanswered = case.answers.iter().filter(|answer| answer.state == AskState::Missing).count();
    let few_answers = !case.answers.is_empty() && unanswered * 2 >= case.answers.len();
    let stacked = in_headings >= 2 && hits.len() >= 5;
    if !(stacked || few_answers && hits.len() >= 3) {
        return Verdict::Pass;
    }
    let heading = case.letter.headings.iter().find(|heading| {
        case.has(Cue::WorkSummary, case.sheet.place_of(heading.span.start)..case.sheet.place_of(heading.span.end))
    });
    let mut finding = Finding::of(&RULE, "请改为逐条对应诉求答复，删去组织领导、宣传发动一类的总结性内容。");
    finding.spans.extend(heading.map(|heading| heading.span));
    finding.spans.extend(hits.iter().take(4).map(|hit| case.span(hit.start..hit.end)));
    let sure = stacked && few_answers || hits.len() >= 6;
    Verdict::Fail(vec![if sure { finding } else { finding.graded(Severity::Info) }])
}
