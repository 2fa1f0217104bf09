//! 办复率、满意率等超过了100%。
//!
//! # 为什么
//! 办结的不可能多于应办的，满意的不可能多于评价的；超过100%说明分子与分母口径不一。
//!
//! # 会被指出
//! 年初交办代表建议92件，实际办复96件，办复率104.3%。
//!
//! # 可以通过
//! 全年承办代表建议96件，全部办复，办复率100%。
//!
//! # 依据
//! 率=部分÷全体，不超过100%。
//!
//! # English
//! A rate, or 满意率 and 基本满意率 together, exceed 100.
//!
//! # 局限
//! “任务完成率”等可以超过100%的不判断。

use crate::report::{Conflict, ReportCase};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule.
pub static RULE: Rule<ReportCase> = Rule { id: "rate-over-hundred", group: Group::Figures, severity: Severity::Error, check };

fn check(case: &ReportCase) -> Verdict {
    let findings = case.conflicts.iter().filter_map(|conflict| {
        let Conflict::OverHundred { percents } = conflict else { return None };
        let words: Vec<&str> = percents.iter().map(|percent| case.printed(*percent)).collect();
        let message = match words.as_slice() {
            [one] => format!("{one}超过100%，请核对分子、分母是否同一口径。"),
            _ => format!("{}超过100%，满意率与基本满意率之和不应超过100%。", words.join("+")),
        };
        let finding = Finding::of(&RULE, message).expected("不超过100%").actual(words.join("+"));
        Some(percents.iter().rev().fold(finding, |finding, percent| finding.at(case.span(*percent))))
    });
    Verdict::from_findings(findings.collect())
}
