//! 法律条文的序号用了阿拉伯数字。
//!
//! # 为什么
//! 引用法律条文用汉字序号，如“第二百七十八条”。
//!
//! # 会被指出
//! ```reply
//! 正文：依据《中华人民共和国公路法》第8条，该路段已完工。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：依据《中华人民共和国公路法》第八条，该路段已完工。
//! ```
//!
//! # 依据
//! 《立法法》第六十五条（条的序号用中文数字）
//!
//! # English
//! A law's article is numbered in Arabic digits.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "law-article-in-arabic", group: Group::Lawfulness, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let wrong = case
        .letter
        .citations
        .iter()
        .filter(|citation| citation.article.as_deref().is_some_and(|article| article.contains(|c: char| c.is_ascii_digit())));
    let findings = wrong.map(|citation| {
        Finding::of(&RULE, "条文序号宜用汉字。").at(citation.span).actual(citation.article.clone().unwrap_or_default())
    });
    Verdict::from_findings(findings.collect())
}
