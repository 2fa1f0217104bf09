//! 同一分句重复印了一次。
//!
//! # 为什么
//! 复制时重复的一项往往挤掉了应有的另一项，分项因此加不到总数。
//!
//! # 会被指出
//! 受理意见建议105件。已经办理完毕的意见建议61件，占总数的58.1%，已采纳且正在办理的意见建议35件，占总数的33.3%，已采纳且正在办理的意见建议35件，占总数的33.3%。
//!
//! # 可以通过
//! 受理意见建议105件。已经办理完毕的意见建议61件，占总数的58.1%，已采纳且正在办理的意见建议35件，占总数的33.3%，留作参考的意见建议9件，占总数的8.6%。
//!
//! # 依据
//! 《党政机关公文处理工作条例》第十九条：表述准确，文字精练。
//!
//! # English
//! A clause with its figures is printed twice.

use crate::report::{Conflict, ReportCase};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule.
pub static RULE: Rule<ReportCase> = Rule { id: "duplicate-clause", group: Group::Figures, severity: Severity::Error, check };

fn check(case: &ReportCase) -> Verdict {
    let findings = case.conflicts.iter().filter_map(|conflict| {
        let Conflict::Duplicate { first, again } = conflict else { return None };
        let message = format!("“{}”重复，请核对是否漏了另一项。", again.of(&case.text));
        Some(Finding::of(&RULE, message).at(*again).at(*first))
    });
    Verdict::from_findings(findings.collect())
}
