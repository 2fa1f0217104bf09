//! 引用的国家法律不在法律表中，请核对名称。
//!
//! # 为什么
//! 法律名称写错一字就查无此法。
//!
//! # 会被指出
//! ```reply
//! 正文：依据《中华人民共和国道路安全交通法》第三条，该路段已完工。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：依据《中华人民共和国道路交通安全法》第三条，该路段已完工。
//! ```
//!
//! # 依据
//! 法律文本
//!
//! # English
//! A cited national law is not in the table.
//!
//! # 局限
//! 法律表只收常引的法律，未收的不等于有错。

use crate::reply_check::case::ReplyCase;
use crate::reply_check::laws::law_named;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "law-unknown", group: Group::Lawfulness, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let national = case.letter.citations.iter().filter(|citation| {
        citation.name.starts_with("中华人民共和国") && (citation.name.ends_with('法') || citation.name.ends_with("法典"))
    });
    let unknown = national.filter(|citation| law_named(&citation.name, &case.input.laws).is_none());
    let findings: Vec<Finding> =
        unknown.map(|citation| Finding::of(&RULE, "请核对法律名称是否准确、是否现行有效。").at(citation.span)).collect();
    if findings.is_empty() { Verdict::Pass } else { Verdict::Confirm(findings) }
}
