//! 同一个数前后写得不一样。
//!
//! # 为什么
//! 同一总数、同一比率在标题和正文、前文和后文不同，公开后最易被质疑。
//!
//! # 会被指出
//! 市政府系统共承办提案213件，由40家单位办理。上述231件提案均已书面答复提案者。
//!
//! # 可以通过
//! 市政府系统共承办提案213件，由40家单位办理。上述213件提案均已书面答复提案者。
//!
//! # 依据
//! 《党政机关公文处理工作条例》第十九条：内容简洁，主题突出，表述准确，前后一致。
//!
//! # English
//! The same figure is given twice with different values.
//!
//! # 局限
//! 只比较明确的复指（上述、全部）和标题中的比率。

use crate::report::{Conflict, ReportCase};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule.
pub static RULE: Rule<ReportCase> =
    Rule { id: "repeated-figure-differs", group: Group::Figures, severity: Severity::Error, check };

fn check(case: &ReportCase) -> Verdict {
    let findings = case.conflicts.iter().filter_map(|conflict| {
        let Conflict::Repeated { first, again } = conflict else { return None };
        let (one, other) = (case.printed(*first), case.printed(*again));
        let message = format!("前面写{one}，这里写{other}，指的是同一个数，请统一。");
        Some(Finding::of(&RULE, message).at(case.span(*again)).at(case.span(*first)).expected(one).actual(other))
    });
    Verdict::from_findings(findings.collect())
}
