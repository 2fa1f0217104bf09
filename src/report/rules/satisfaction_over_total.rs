//! 满意、基本满意、不满意之和超过了评价总数。
//!
//! # 为什么
//! 满意与不满意相加多于收回的意见表，必有一项数错，满意率随之失实。
//!
//! # 会被指出
//! 共收回测评表356份，其中满意或基本满意的341份，不满意的18份。
//!
//! # 可以通过
//! 共收回测评表356份，其中满意或基本满意的341份，不满意的15份。
//!
//! # 依据
//! 办理情况的满意率以收回的意见表为基数（宁波市人大2011年公布的口径）；各档之和不应超过基数。
//!
//! # English
//! The grades of satisfaction together exceed the number of answers.

use crate::report::{Conflict, ReportCase};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule.
pub static RULE: Rule<ReportCase> =
    Rule { id: "satisfaction-over-total", group: Group::Figures, severity: Severity::Error, check };

fn check(case: &ReportCase) -> Verdict {
    let findings = case.conflicts.iter().filter_map(|conflict| {
        let Conflict::Parts { total, parts, stated, sum, feedback: true } = conflict else { return None };
        let words = case.sum_words(parts);
        let message = format!("各档评价{words}={sum}，超过总数{stated}，多{}，请核对。", sum - stated);
        let finding = Finding::of(&RULE, message).expected(format!("合计不超过{stated}")).actual(format!("{words}={sum}"));
        Some(parts.iter().rev().chain(total).fold(finding, |finding, term| finding.at(case.span(term.figure))))
    });
    Verdict::from_findings(findings.collect())
}
