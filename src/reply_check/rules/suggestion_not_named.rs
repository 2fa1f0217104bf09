//! 开头没有写明所答复的建议、提案的名称。
//!
//! # 为什么
//! 开头引用标题，代表、委员才知道答的是哪一件。
//!
//! # 会被指出
//! ```reply
//! 开头：您提出的建议收悉。我局与您当面沟通，现答复如下：
//! ```
//!
//! # 可以通过
//! ```reply
//! 开头：您提出的《关于硬化杨柳村道路的建议》（第46号）收悉，经与您沟通，现答复如下：
//! ```
//!
//! # 依据
//! 各地答复格式样式
//!
//! # English
//! The opening does not name the suggestion.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "suggestion-not-named", group: Group::Identity, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(opening) = case.letter.opening else { return Verdict::NotApplicable };
    let named_in_title = case.letter.title.as_ref().is_some_and(|title| title.value.contains('“') || title.value.contains('《'));
    if !case.letter.quoted_titles.is_empty() || named_in_title || opening.of(case.text()).contains("关于") {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![Finding::of(&RULE, "请在开头写明建议（提案）的名称。").at(opening)])
}
