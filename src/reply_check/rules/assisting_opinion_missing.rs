//! 有协办（会办）单位，却没有写明其意见。
//!
//! # 为什么
//! 主办单位统一答复时应当写明协办单位的意见。
//!
//! # 会被指出
//! ```reply
//! 协办：县财政局、县教育局
//! 交办：2024-04-02
//! 沟通：2024-04-16
//! ```
//!
//! # 可以通过
//! ```reply
//! 协办：县财政局
//! 交办：2024-04-02
//! 沟通：2024-04-16
//! 正文：一、关于硬化道路。该路段已于6月18日完工通车。
//! 县财政局意见：项目配套资金103万元已拨付到位。
//! ```
//!
//! # 依据
//! 山东省办理规定第二十一条；浙江省办理规定第十八条；重庆市办理规定第二十条
//!
//! # English
//! Assisting bodies exist, their opinions are not stated.
//!
//! # 局限
//! 没有办理记录时只提示。

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::text::similarity::Pairs;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "assisting-opinion-missing", group: Group::Procedure, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let known = case.history().map(|history| history.assisting.as_slice()).unwrap_or_default();
    if known.is_empty() {
        return unknown_history(case);
    }
    let missing: Vec<&str> = known.iter().map(String::as_str).filter(|name| !mentions(case, name)).collect();
    let stated = !case.letter.assisting_opinions.is_empty();
    if missing.is_empty() {
        return Verdict::Pass;
    }
    let finding = Finding::of(&RULE, format!("未写明{}的意见。", missing.join("、"))).expected(missing.join("、"));
    let finding = match opening_place(case) {
        Some(span) => finding.at(span),
        None => finding,
    };
    Verdict::Fail(vec![if missing.len() == known.len() && !stated { finding } else { finding.graded(Severity::Warning) }])
}

/// Whether the body names it: in full, without the place at its beginning, or abbreviated (发展改革委 for 发展和改革委员会).
fn mentions(case: &ReplyCase, name: &str) -> bool {
    let body = case.at(case.body.clone());
    let holds = |word: &str| case.neighbours.may_hold(word) && body.contains(word);
    let core = name.trim_start_matches(['县', '市', '区', '省', '州']);
    let in_full = holds(name) || core.chars().count() >= 3 && holds(core);
    in_full || Pairs::of(core, |_, _| 1.0).covered_in(body, &case.neighbours) >= 0.6
}

/// Without a history: the opening says 会同 …, and the body never names anyone of them.
fn unknown_history(case: &ReplyCase) -> Verdict {
    let Some(span) = opening_place(case) else { return Verdict::NotApplicable };
    let words: String = span.of(case.text()).chars().filter(|c| !c.is_whitespace()).collect();
    let names = words
        .trim_start_matches("会同")
        .split(['、', '和', '，'])
        .map(|name| name.trim_end_matches("办理").trim_end_matches("研究").trim_end_matches("联合"));
    let named = names.filter(|name| name.chars().count() >= 3).any(|name| mentions(case, name));
    if named || !case.letter.assisting_opinions.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![
        Finding::of(&RULE, "开头提到会同其他单位办理，正文未写明其意见，请核对。").at(span).graded(Severity::Info),
    ])
}

fn opening_place(case: &ReplyCase) -> Option<crate::text::span::Span> {
    let hit = case.cues_in(Cue::Assisting, case.opening.clone()).find(|hit| case.at(hit.start..hit.end) == "会同")?;
    let rest = case.at(hit.start..case.opening.end);
    let end = rest.find(['，', '。', '；']).unwrap_or(rest.len());
    Some(case.span(hit.start..hit.start + end))
}
