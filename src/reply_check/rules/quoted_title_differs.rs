//! 正文引用的标题与建议、提案的原标题不一致。
//!
//! # 为什么
//! 引错标题等于答错了建议，登记和公开时也无法对应。
//!
//! # 会被指出
//! ```reply
//! 建议标题：关于硬化杨柳村道路的建议
//! 开头：您提出的《关于硬化柏木村道路的建议》（第46号）收悉，经与您当面沟通，现答复如下：
//! ```
//!
//! # 可以通过
//! ```reply
//! 建议标题：关于硬化杨柳村道路的建议
//! ```
//!
//! # 依据
//! 各地答复格式样式
//!
//! # English
//! The quoted title is not that of the suggestion.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "quoted-title-differs", group: Group::Identity, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(title) = case.input.suggestion.as_ref().and_then(|suggestion| suggestion.title.as_deref()) else {
        return Verdict::NotApplicable;
    };
    let quoted = &case.letter.quoted_titles;
    let Some(first) = quoted.first() else { return Verdict::NotApplicable };
    let right = plain(title);
    if quoted.iter().any(|field| agrees(&plain(&field.value), &right)) {
        return Verdict::Pass;
    }
    let finding = Finding::of(&RULE, format!("引用的标题与原标题《{}》不一致。", title.trim_matches(['《', '》'])))
        .at(first.span)
        .expected(title)
        .actual(first.value.clone());
    Verdict::Fail(vec![finding])
}

/// Only the letters and digits, without 关于 and the kind at the end.
fn plain(title: &str) -> String {
    let letters: String = crate::reply_check::matter_of(title).chars().filter(|c| c.is_alphanumeric()).collect();
    crate::reply_check::matter_of(&letters).trim_end_matches('的').to_string()
}

/// Equal, or one is the beginning or the end of the other (a shortened quotation).
fn agrees(quoted: &str, right: &str) -> bool {
    quoted == right
        || quoted.chars().count() >= 6 && (right.starts_with(quoted) || right.ends_with(quoted) || quoted.ends_with(right))
}
