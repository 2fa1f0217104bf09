//! 对同一位代表时称“您”时称“你”，或者人数与称谓不符。
//!
//! # 为什么
//! 称呼前后一致；一位代表称“您”，多位代表称“你们”。
//!
//! # 会被指出
//! ```reply
//! 开头：您提出的《关于硬化杨柳村道路的建议》（第46号）收悉，我局与你当面沟通，现答复如下：
//! ```
//!
//! # 可以通过
//! ```reply
//! 开头：您提出的《关于硬化杨柳村道路的建议》（第46号）收悉，我局与您当面沟通，现答复如下：
//! ```
//!
//! # 依据
//! 公文用语规范
//!
//! # English
//! 您 and 你 are mixed, or singular and plural.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "pronoun-conflict", group: Group::Identity, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let zone = case.opening.start..case.body.end;
    let words = case.at(zone.clone());
    let polite = words.find('您').is_some();
    let plain = words.match_indices('你').find(|(at, _)| {
        !words
            .get(at + "你".len()..)
            .is_some_and(|rest| rest.starts_with('们') || rest.starts_with(['委', '团', '单', '会', '党', '办', '我', '选']))
    });
    let (true, Some((at, _))) = (polite, plain) else { return Verdict::Pass };
    let place = zone.start + at;
    Verdict::Fail(vec![
        Finding::of(&RULE, "前后称呼不一致，宜统一用“您”。").at(case.span(place..place + "你".len())).expected("您").actual("你"),
    ])
}
