//! 数字在复制或转换时受损，件数与占比连在一起或丢了小数点。
//!
//! # 为什么
//! 受损的数字会被误读成另一个数；能由勾稽关系唯一推出原数的，给出原数，否则须对照原件。
//!
//! # 会被指出
//! 共办理代表建议3件，均为协办件。按照办理结果分类，A1266.67%，B2133.33%。
//!
//! # 可以通过
//! 共办理代表建议3件，均为协办件。按照办理结果分类，A类2件，占66.67%，B类1件，占33.33%。
//!
//! # 依据
//! 《党政机关公文处理工作条例》第十九条：表述准确。
//!
//! # English
//! Digits were damaged: a count run together with its share, or a decimal point lost.
//!
//! # 局限
//! 不能唯一推出原数时列出全部可能。

use crate::report::{Conflict, ReportCase};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule.
pub static RULE: Rule<ReportCase> = Rule { id: "damaged-digits", group: Group::Figures, severity: Severity::Error, check };

fn check(case: &ReportCase) -> Verdict {
    let findings = case.conflicts.iter().filter_map(|conflict| {
        let Conflict::Damaged { span, restored, minor } = conflict else { return None };
        let actual = span.of(&case.text);
        let message = match restored {
            Some(restored) => format!("“{actual}”疑有缺损，按勾稽关系应为“{restored}”，请对照原件。"),
            None => format!("“{actual}”疑有缺损，请对照原件。"),
        };
        let finding = Finding::of(&RULE, message).at(*span).actual(actual);
        let finding = if let Some(restored) = restored { finding.expected(restored.clone()) } else { finding };
        Some(if *minor { finding.graded(Severity::Warning) } else { finding })
    });
    Verdict::from_findings(findings.collect())
}
