//! 有诉求没有回应。
//!
//! # 为什么
//! 应逐条答复，缺一条代表就可能评价“不满意”。
//!
//! # 会被指出
//! ```reply
//! 建议标题：关于硬化杨柳村道路的建议
//! 诉求：硬化杨柳村道路；建立食品经营者信用档案并公开
//! ```
//!
//! # 可以通过
//! ```reply
//! 建议标题：关于硬化杨柳村道路的建议
//! 诉求：硬化杨柳村道路；明确管护责任
//! ```
//!
//! # 依据
//! 山东省办理规定（逐条答复）；青岛市办理条例第二十九条
//!
//! # English
//! An ask is not answered at all.
//!
//! # 局限
//! 诉求从原文自动拆分时可能拆得过细；只知道标题时按全文的字面判断，把握不大的只作提醒。

use crate::reply_check::case::ReplyCase;
use crate::reply_check::matrix::{AskAnswer, AskState};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "ask-unanswered", group: Group::OnTheMatter, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.answers.is_empty() {
        return Verdict::NotApplicable;
    }
    let missing = case.answers.iter().filter(|answer| answer.state == AskState::Missing);
    Verdict::from_findings(missing.map(unanswered).collect())
}

/// A warning where the letter holds words of the ask, though not in one place.
fn unanswered(answer: &AskAnswer) -> Finding {
    let finding = if answer.hinted {
        Finding::of(&RULE, format!("诉求“{}”未见直接回应，请核对。", answer.ask)).graded(Severity::Warning)
    } else {
        Finding::of(&RULE, format!("诉求“{}”未见回应。", answer.ask))
    };
    finding.expected(answer.ask.clone())
}
