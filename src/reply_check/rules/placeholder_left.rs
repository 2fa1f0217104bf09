//! 留有没有填写的空位。
//!
//! # 为什么
//! 套用模板后没有填写的“×××”“____”，不能签发。
//!
//! # 会被指出
//! ```reply
//! 正文：该路段由____负责养护，已于6月18日完工。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：该路段由石门乡人民政府负责养护，已于6月18日完工。
//! ```
//!
//! # 依据
//! 公文校对规范
//!
//! # English
//! A blank of the template was left.
//!
//! # 局限
//! 公开时隐去的姓名（×××）不在此列。

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "placeholder-left", group: Group::Language, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let mut last_end = 0;
    let blanks = case
        .cues_in(Cue::Blank, case.opening.start..case.body.end)
        .filter(|hit| hit.start >= std::mem::replace(&mut last_end, hit.end));
    let findings = blanks.map(|hit| Finding::of(&RULE, "此处尚未填写。").at(case.span(hit.start..hit.end)));
    Verdict::from_findings(findings.collect())
}
