//! 答非所问，所提诉求一条也没有回应。
//!
//! # 为什么
//! 答复内容与建议不符的，应退回重新办理。
//!
//! # 会被指出
//! ```reply
//! 建议标题：关于增加夜间公交班次的建议
//! 诉求：延长末班车时间；开行火车站夜班专线
//! 开头：您提出的《关于增加夜间公交班次的建议》（第46号）收悉，经与您沟通，现答复如下：
//! ```
//!
//! # 可以通过
//! ```reply
//! 建议标题：关于硬化杨柳村道路的建议
//! 诉求：硬化杨柳村道路；明确管护责任
//! ```
//!
//! # 依据
//! 代表法（2025）第五十一条；浙江省海洋与渔业局办理规则第十四条
//!
//! # English
//! The letter answers none of the asks.
//!
//! # 局限
//! 按字面相近程度判断；用完全不同的说法回应的，可能误判。只知道标题且把握不大的，只作提醒。

use crate::reply_check::case::ReplyCase;
use crate::reply_check::matrix::AskState;
use crate::reply_check::matter_of;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::text::similarity::Pairs;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "reply-off-topic", group: Group::OnTheMatter, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.answers.is_empty() {
        return Verdict::NotApplicable;
    }
    let on_topic = case.answers.iter().any(|answer| answer.state != AskState::Missing);
    let best = case.answers.iter().map(|answer| answer.score).fold(0.0, f32::max);
    if on_topic || best > 0.24 || touches_topic(case) {
        return Verdict::Pass;
    }
    let first = case
        .letter
        .headings
        .first()
        .map(|heading| heading.span)
        .or_else(|| case.sentences.first().map(|sentence| case.span(sentence.clone())));
    let finding = if case.answers.iter().any(|answer| answer.hinted) {
        Finding::of(&RULE, "未见对所提事项的直接回应，请对照建议原文核对。").graded(Severity::Warning)
    } else {
        Finding::of(&RULE, "答复没有回应任何一条诉求，请对照建议原文重新起草。")
    };
    Verdict::Fail(vec![match first {
        Some(span) => finding.at(span),
        None => finding,
    }])
}

fn touches_topic(case: &ReplyCase) -> bool {
    let title = case.input.suggestion.as_ref().and_then(|suggestion| suggestion.title.as_deref()).map(matter_of);
    let topic = Pairs::of(title.unwrap_or_default(), |_, _| 1.0);
    !topic.is_empty() && topic.covered_in(case.at(case.body.clone()), &case.neighbours) > 0.35
}
