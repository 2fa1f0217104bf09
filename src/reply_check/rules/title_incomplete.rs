//! 标题没有写明第几号或者哪一次会议。
//!
//! # 为什么
//! 代表、委员和人大、政协机关按届次和编号查找答复，标题缺一项就对不上号。
//!
//! # 会被指出
//! ```reply
//! 题目：云岭县交通运输局关于硬化道路建议的答复
//! ```
//!
//! # 可以通过
//! ```reply
//! 题目：云岭县交通运输局关于对县十七届人大三次会议第46号建议的答复
//! ```
//!
//! # 依据
//! 各地答复格式样式（标题含届次、会次、编号、种类）
//!
//! # English
//! The title lacks the session or the item's number.
//!
//! # 局限
//! 国家部委常以建议名称作标题，作为公开页面时只提示。

use crate::reply_check::case::ReplyCase;
use crate::rule::{Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "title-incomplete", group: Group::Format, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(title) = &case.letter.title else { return Verdict::NotApplicable };
    let has_number = case.letter.numbers.iter().any(|number| number.in_title);
    let has_session = title.value.contains('届')
        || title.value.contains("闭会")
        || title.value.contains("次会议")
        || title.value.contains("年");
    let lacking = match (has_session, has_number) {
        (true, true) => return Verdict::Pass,
        (false, true) => "届次和会议次数",
        (true, false) => "编号",
        (false, false) => "届次、会议次数和编号",
    };
    Verdict::Fail(vec![case.missing(&RULE, &format!("标题未写明{lacking}。")).at(title.span)])
}
