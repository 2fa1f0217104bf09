//! 字词重复。
//!
//! # 为什么
//! 如“的的”“了了”“我局我局”，是修改后残留的笔误。
//!
//! # 会被指出
//! ```reply
//! 正文：该路段的的硬化工程已于6月18日完工。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：该路段的硬化工程已于6月18日完工。
//! ```
//!
//! # 依据
//! 公文校对规范
//!
//! # English
//! A word stands twice.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "repeated-word", group: Group::Language, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let findings = case.cues_in(Cue::Doubled, case.opening.start..case.body.end).filter_map(|hit| {
        let after = case.sheet.norm.get(hit.end..).unwrap_or_default();
        let meant = match case.at(hit.start..hit.end) {
            "的的" => after.starts_with('确'),
            "了了" => after.starts_with('解'),
            "是是" => after.starts_with('非'),
            "对对" => after.starts_with('子'),
            _ => false,
        };
        (!meant).then(|| Finding::of(&RULE, "字词重复，请删去一个。").at(case.span(hit.start..hit.end)))
    });
    Verdict::from_findings(findings.collect())
}
