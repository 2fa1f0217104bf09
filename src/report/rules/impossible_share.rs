//! 没有哪个整数件数能算出这个百分比。
//!
//! # 为什么
//! 件数是整数，基数较小时能出现的百分比有限；印出的百分比不在其中，必是基数或百分比有误。
//!
//! # 会被指出
//! 14件提案均已收到委员反馈，满意率达到97.6%。
//!
//! # 可以通过
//! 14件提案均已收到委员反馈，满意率达到92.9%。
//!
//! # 依据
//! 百分比=整数件数÷整数基数（GRIM检验：Brown & Heathers, 2017）。
//!
//! # English
//! No whole count gives the percentage.
//!
//! # 局限
//! 只在基数写明且较小时判断。

use crate::report::{Conflict, ReportCase};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule.
pub static RULE: Rule<ReportCase> = Rule { id: "impossible-share", group: Group::Figures, severity: Severity::Error, check };

fn check(case: &ReportCase) -> Verdict {
    let findings = case.conflicts.iter().filter_map(|conflict| {
        let Conflict::Impossible { percent, base } = conflict else { return None };
        let printed = case.printed(*percent);
        let message = if *base == 0 {
            format!("没有哪个总数能使占比恰为{printed}，请核对。")
        } else {
            format!("以{base}为基数，没有哪个件数能算出{printed}，请核对基数和百分比。")
        };
        let finding = Finding::of(&RULE, message).at(case.span(*percent)).actual(printed);
        Some(if *base == 0 { finding } else { finding.expected(neighbours(case, *percent, *base)) })
    });
    Verdict::from_findings(findings.collect())
}

/// The two possible percentages around the printed one.
fn neighbours(case: &ReportCase, percent: usize, base: u64) -> String {
    let value = case.figures.get(percent).map_or(0.0, crate::report::Figure::value);
    let below = (value * base as f64 / 100.0) as u64;
    let words = |part: u64| {
        i64::try_from(part).map(|part| format!("{}（{part}件）", case.right_share(percent, part, base))).unwrap_or_default()
    };
    format!("{}或{}", words(below), words(below.saturating_add(1).min(base)))
}
