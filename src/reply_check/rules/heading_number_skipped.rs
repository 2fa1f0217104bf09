//! 层次序号跳号、重号或者不从一开始。
//!
//! # 为什么
//! 序号连续才看得出逐条答复是否齐全，跳号往往是删改后漏改。
//!
//! # 会被指出
//! ```reply
//! 正文：一、关于硬化道路。已于6月18日完工通车。
//! 三、关于管护责任。由石门乡人民政府负责日常养护。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：一、关于硬化道路。已于6月18日完工通车。
//! 二、关于管护责任。由石门乡人民政府负责日常养护。
//! ```
//!
//! # 依据
//! 《党政机关公文格式》（GB/T 9704—2012） 7.3.3
//!
//! # English
//! Heading numbers skip, repeat or do not begin at one.
//!
//! # 局限
//! 只看“一、”一级；正文引用他人文件的条款序号可能误认。

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "heading-number-skipped", group: Group::Format, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let main: Vec<_> = case.letter.headings.iter().filter(|heading| heading.level == 1).collect();
    if main.is_empty() {
        return Verdict::NotApplicable;
    }
    let mut findings = Vec::new();
    let mut expected = 1;
    for heading in main {
        if heading.number != expected && !(heading.number == 1 && expected > 2) {
            findings
                .push(Finding::of(&RULE, format!("此处序号应为第{expected}项，实为第{}项。", heading.number)).at(heading.span));
        }
        expected = heading.number + 1;
    }
    Verdict::from_findings(findings)
}
