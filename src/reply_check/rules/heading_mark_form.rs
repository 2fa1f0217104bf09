//! 层次序号的标点不合规范。
//!
//! # 为什么
//! 层次序数依次为“一、”“（一）”“1.”“（1）”；“（一）、”“1、”是常见的误写。
//!
//! # 会被指出
//! ```reply
//! 正文：（一）、关于硬化道路。已于6月18日完工通车。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：（一）关于硬化道路。已于6月18日完工通车。
//! ```
//!
//! # 依据
//! 《党政机关公文格式》（GB/T 9704—2012） 7.3.3
//!
//! # English
//! The punctuation of a heading number is not standard.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "heading-mark-form", group: Group::Format, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let wrong = case.letter.headings.iter().filter(|heading| {
        let words = heading.span.of(case.text());
        let after_bracket = words.find(['）', ')']).and_then(|at| words.get(at..)).map(|rest| rest.chars().nth(1));
        matches!(heading.level, 2 | 4) && after_bracket == Some(Some('、'))
            || heading.level == 3 && words.chars().find(|c| !c.is_ascii_digit()) == Some('、')
    });
    let findings = wrong.map(|heading| {
        Finding::of(&RULE, "层次序号应写作“一、”“（一）”“1.”“（1）”，括号后不加顿号，阿拉伯数字后用圆点。").at(heading.span)
    });
    Verdict::from_findings(findings.collect())
}
