//! 对诉求只表示研究、考虑，没有结论。
//!
//! # 为什么
//! 请人核对：确需研究的，应说明何时给出结论。
//!
//! # 会被指出
//! ```reply
//! 建议标题：关于延长图书馆开放时间的建议
//! 诉求：延长开放时间至21时
//! 标记：类别：B
//! 正文：关于延长开放时间至21时，我局将在调研的基础上适时考虑。
//! ```
//!
//! # 可以通过
//! ```reply
//! 建议标题：关于硬化杨柳村道路的建议
//! 诉求：硬化杨柳村道路
//! ```
//!
//! # 依据
//! 青岛市办理条例第二十六条
//!
//! # English
//! An ask is only put off.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::matrix::AskState;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "ask-deferred", group: Group::ToTheNeed, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.answers.is_empty() {
        return Verdict::NotApplicable;
    }
    let deferred = case.answers.iter().filter(|answer| answer.state == AskState::Deferred);
    let findings: Vec<Finding> = deferred
        .map(|answer| {
            let mut finding = Finding::of(&RULE, format!("对“{}”没有明确结论，请确认是否可以写明计划或者理由。", answer.ask));
            finding.spans = answer.spans.clone();
            finding
        })
        .collect();
    if findings.is_empty() { Verdict::Pass } else { Verdict::Confirm(findings) }
}
