//! 并案办理的，答复件没有写明另一件建议、提案。
//!
//! # 为什么
//! 并案办理也要逐件答复；一并答复时应列明每一件的编号和名称。
//!
//! # 会被指出
//! ```reply
//! 并案：39
//! 交办：2024-04-02
//! 沟通：2024-04-16
//! ```
//!
//! # 可以通过
//! ```reply
//! 并案：39
//! 交办：2024-04-02
//! 沟通：2024-04-16
//! 开头：您提出的《关于硬化杨柳村道路的建议》（第46号）收悉。该建议与第39号建议内容相近，实行并案办理，经与您沟通，现答复如下：
//! ```
//!
//! # 依据
//! 浙江省办理规定第十八条；山东省办理规定第二十条
//!
//! # English
//! Merged suggestions, and one is not named.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "merged-suggestion-unnamed", group: Group::Procedure, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let merged = case.history().map(|history| history.merged_with.as_slice()).unwrap_or_default();
    let place = case.cues_in(Cue::Merged, case.opening.start..case.body.end).next();
    if merged.is_empty() {
        return Verdict::NotApplicable;
    }
    let words = case.at(case.whole());
    let named = |number: &str| {
        let core = number.trim_start_matches('0');
        words.match_indices(core).any(|(at, found)| {
            let before = words.get(..at).unwrap_or_default().trim_end_matches('0');
            let after = words.get(at + found.len()..).unwrap_or_default();
            (before.ends_with('第') || before.ends_with('、')) && (after.starts_with('号') || after.starts_with('、'))
        })
    };
    let findings = merged.iter().filter(|number| !named(number)).map(|number| {
        let finding = Finding::of(&RULE, format!("与第{number}号并案办理，答复件未列明，请补写或者另行答复。"))
            .expected(format!("第{number}号"));
        match place {
            Some(hit) => finding.at(case.span(clause(case, hit.start))),
            None => finding,
        }
    });
    Verdict::from_findings(findings.collect())
}

/// The sentence around `place`.
fn clause(case: &ReplyCase, place: usize) -> std::ops::Range<usize> {
    let head = case.at(case.opening.start..place);
    let start = head.rfind(['。', '；']).map_or(case.opening.start, |at| case.opening.start + at + "。".len());
    let tail = case.at(place..case.body.end);
    start..tail.find(['。', '；']).map_or(case.body.end, |at| place + at)
}
