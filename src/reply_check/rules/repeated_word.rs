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
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "repeated-word", group: Group::Language, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let zone = case.opening.start..case.body.end;
    let words = case.at(zone.clone());
    let mut findings = Vec::new();
    for double in [
        "的的",
        "了了",
        "我局我局",
        "我委我委",
        "我厅我厅",
        "进行进行",
        "已已",
        "和和",
        "在在",
        "为为",
        "对对",
        "是是",
        "等等等",
        "建议建议",
        "工作工作",
        "情况情况",
        "并并",
        "由由",
        "与与",
        "将将",
        "您您",
        "收悉收悉",
    ] {
        for (at, found) in words.match_indices(double) {
            let after = words.get(at + found.len()..).unwrap_or_default();
            let meant = double == "的的" && after.starts_with('确')
                || double == "了了" && after.starts_with('解')
                || double == "是是" && after.starts_with('非')
                || double == "对对" && after.starts_with('子');
            if !meant {
                let place = zone.start + at;
                findings.push(Finding::of(&RULE, "字词重复，请删去一个。").at(case.span(place..place + found.len())));
            }
        }
    }
    Verdict::from_findings(findings)
}
