//! 用了非法定计量单位。
//!
//! # 为什么
//! 公文使用法定计量单位，如“米”“平方米”“千克”。
//!
//! # 会被指出
//! ```reply
//! 正文：新建游园3200平米，种植树木120棵，6月18日完工。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：新建游园3200平方米，种植树木120棵，6月18日完工。
//! ```
//!
//! # 依据
//! 《计量法》第三条；国务院关于在我国统一实行法定计量单位的命令
//!
//! # English
//! A unit that is not a legal one.
//!
//! # 局限
//! “亩”按有关规定可在农业、土地语境使用，不指出。

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "unit-not-legal", group: Group::Language, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let found = case.cues_in(Cue::OldUnit, case.opening.start..case.body.end).filter(|hit| {
        let before = case.at(0..hit.start).chars().next_back();
        before.is_some_and(|c| c.is_ascii_digit() || matches!(c, '万' | '余' | '多' | '亿' | '千' | '百'))
    });
    let findings = found.filter_map(|hit| {
        let wrong = case.at(hit.start..hit.end);
        let right = LEGAL.iter().find(|(old, _)| *old == wrong)?.1;
        let finding = Finding::of(&RULE, format!("应使用法定计量单位“{right}”。")).at(case.span(hit.start..hit.end));
        Some(finding.expected(right).actual(wrong))
    });
    Verdict::from_findings(findings.collect())
}

/// The units of [`Cue::OldUnit`], each with the legal one.
const LEGAL: &[(&str, &str)] = &[
    ("平米", "平方米"),
    ("公分", "厘米"),
    ("市斤", "千克（按量换算）"),
    ("英寸", "厘米（按量换算）"),
    ("华里", "千米（按量换算）"),
    ("立方米米", "立方米"),
];
