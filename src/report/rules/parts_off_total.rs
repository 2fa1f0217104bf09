//! 各分项之和与总数不一致。
//!
//! # 为什么
//! 分项加不到总数，读者就无法判断是漏报、错分还是总数有误，报告里据此算出的占比也都站不住。
//!
//! # 会被指出
//! 全年承办代表建议86件，其中A类58件、B类21件、C类5件。
//!
//! # 可以通过
//! 全年承办代表建议86件，其中A类58件、B类21件、C类7件。
//!
//! # 依据
//! 《代表法》（2025年修正）第五十一条：办理情况的报告应当予以公开；公开的数字须前后勾稽一致。
//!
//! # English
//! The parts of a division do not add up to the stated total.
//!
//! # 局限
//! 没有写明是全部分项（没有“其他”，也没有合计为100%的占比）的列举不要求加到总数。

use crate::report::{Conflict, ReportCase, Term};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule.
pub static RULE: Rule<ReportCase> = Rule { id: "parts-off-total", group: Group::Figures, severity: Severity::Error, check };

fn check(case: &ReportCase) -> Verdict {
    let findings = case.conflicts.iter().filter_map(|conflict| {
        let Conflict::Parts { total, parts, stated, sum, feedback: false } = conflict else { return None };
        let (verb, difference) = if sum < stated { ("少", stated - sum) } else { ("多", sum - stated) };
        let words = case.sum_words(parts);
        let message = format!("{words}={sum}，与{}不一致，{verb}{difference}，请核对各分项和总数。", case.sum_words(total));
        let finding = Finding::of(&RULE, message).expected(format!("合计{stated}")).actual(format!("{words}={sum}"));
        Some(spans_of(parts, total).into_iter().fold(finding, |finding, figure| finding.at(case.span(figure))))
    });
    Verdict::from_findings(findings.collect())
}

/// The parts, last first as the likeliest to be wrong, then the total.
fn spans_of(parts: &[Term], total: &[Term]) -> Vec<usize> {
    parts.iter().rev().chain(total).map(|term| term.figure).collect()
}
