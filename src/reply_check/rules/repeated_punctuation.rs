//! 标点重复。
//!
//! # 为什么
//! 如“。。”“，，”“、，”，是修改后残留的笔误。
//!
//! # 会被指出
//! ```reply
//! 正文：该路段已于6月18日完工，，现已通车。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：该路段已于6月18日完工，现已通车。
//! ```
//!
//! # 依据
//! 《标点符号用法》（GB/T 15834—2011）
//!
//! # English
//! Punctuation is doubled.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "repeated-punctuation", group: Group::Format, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let zone = case.opening.start..case.body.end;
    let mut findings = Vec::new();
    let mut before: Option<(usize, char)> = None;
    for (at, mark) in case.signs_in(zone) {
        let is_mark = matches!(mark, '，' | '。' | '、' | '；' | '：');
        if let Some((start, first)) = before.filter(|(start, first)| is_mark && start + first.len_utf8() == at) {
            let place = start..at + mark.len_utf8();
            let is_leader = first == '。' && case.sheet.norm.get(place.end..).is_some_and(|rest| rest.starts_with('。'));
            if !is_leader {
                findings.push(Finding::of(&RULE, "标点重复，请删去一个。").at(case.span(place)));
            }
        }
        before = is_mark.then_some((at, mark));
    }
    Verdict::from_findings(findings)
}
