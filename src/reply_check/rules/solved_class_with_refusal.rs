//! 标注为已解决（A类），却有诉求被婉拒。
//!
//! # 为什么
//! 部分诉求没有解决的，类别应与正文相符，免得统计失实。
//!
//! # 会被指出
//! ```reply
//! 建议标题：关于停车的建议
//! 诉求：建设立体停车场；增划夜间停车位
//! 标记：类别：A
//! 正文：一、建设立体停车场。因用地不足，暂不具备建设条件，无法建设立体停车场。
//! 二、增划夜间停车位。已增划夜间停车位96个。
//! ```
//!
//! # 可以通过
//! ```reply
//! 建议标题：关于停车的建议
//! 诉求：建设立体停车场；增划夜间停车位
//! 标记：类别：A
//! 正文：一、建设立体停车场。立体停车场已于6月1日建成。
//! 二、增划夜间停车位。已增划夜间停车位96个。
//! ```
//!
//! # 依据
//! 各地结果分类办法
//!
//! # English
//! Marked solved although an ask is refused.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::requirements::OutcomeMeaning;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "solved-class-with-refusal", group: Group::ToTheNeed, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.outcome() != Some(OutcomeMeaning::Solved) || case.answers.is_empty() {
        return Verdict::NotApplicable;
    }
    let strong =
        ["暂不具备", "暂时无法", "无法解决", "暂不能", "不予采纳", "不具备条件", "暂无计划", "没有计划", "不能建设", "无法建设"];
    let refused = case.answers.iter().filter_map(|answer| {
        let span = answer.spans.iter().find(|span| strong.iter().any(|word| span.of(case.text()).contains(word)))?;
        Some(Finding::of(&RULE, format!("诉求“{}”没有解决，请核对结果类别。", answer.ask)).at(*span))
    });
    Verdict::from_findings(refused.collect())
}
