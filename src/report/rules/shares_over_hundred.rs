//! 各项占比之和超过100%。
//!
//! # 为什么
//! 同一划分的各项占比相加应为100%（允许四舍五入误差），超过即有重复或错算。
//!
//! # 会被指出
//! 从办理结果看，A类占68.2%，B类占27.3%，C类占14.5%。
//!
//! # 可以通过
//! 从办理结果看，A类占68.2%，B类占27.3%，C类占4.5%。
//!
//! # 依据
//! 各项占比之和与100%之差不应超过各项修约误差之和。
//!
//! # English
//! The shares of one division add to more than 100.

use crate::report::{Conflict, ReportCase};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule.
pub static RULE: Rule<ReportCase> = Rule { id: "shares-over-hundred", group: Group::Figures, severity: Severity::Error, check };

fn check(case: &ReportCase) -> Verdict {
    let findings = case.conflicts.iter().filter_map(|conflict| {
        let Conflict::NotHundred { percents } = conflict else { return None };
        let sum: f64 = percents.iter().filter_map(|percent| case.figures.get(*percent)).map(crate::report::Figure::value).sum();
        let words: Vec<&str> = percents.iter().map(|percent| case.printed(*percent)).collect();
        let message = format!("{}={sum:.2}%，超过100%，请核对各项占比。", words.join("+"));
        let finding = Finding::of(&RULE, message).expected("合计100%").actual(format!("合计{sum:.2}%"));
        Some(percents.iter().fold(finding, |finding, percent| finding.at(case.span(*percent))))
    });
    Verdict::from_findings(findings.collect())
}
