//! 增减数或增长率与两年的件数不符。
//!
//! # 为什么
//! 增长率应以上年数为基数；用今年数作基数会少算，增减数不符则两年件数至少错了一个。
//!
//! # 会被指出
//! 代表共提出建议171件，比上次会议增加24件，增长14.0%。
//!
//! # 可以通过
//! 代表共提出建议171件，比上次会议增加24件，增长16.3%。
//!
//! # 依据
//! 增长率=（本期数-上期数）÷上期数。
//!
//! # English
//! A difference or growth rate does not follow from the two years' counts.
//!
//! # 局限
//! 上年数和增减数都没有写出时不判断。

use crate::report::{Conflict, ReportCase};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule.
pub static RULE: Rule<ReportCase> = Rule { id: "growth-off", group: Group::Figures, severity: Severity::Error, check };

fn check(case: &ReportCase) -> Verdict {
    let findings = case.conflicts.iter().filter_map(|conflict| {
        let Conflict::Growth { figure, expected, on_new_base } = conflict else { return None };
        let printed = case.printed(*figure);
        let message = if *on_new_base {
            format!("{printed}误以今年数为基数，应以上年数为基数，即{expected}。")
        } else {
            format!("按两年的件数计算应为{expected}，文中写作{printed}，请核对。")
        };
        Some(Finding::of(&RULE, message).at(case.span(*figure)).expected(expected.clone()).actual(printed))
    });
    Verdict::from_findings(findings.collect())
}
