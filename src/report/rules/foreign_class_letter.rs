//! 类别字母的含义与本地方案不同。
//!
//! # 为什么
//! A、B、C各地含义不一，“列入计划”在全国人大和新疆为B类，在有的城市为C类；不加说明会使各年、各地数字无法比较。
//!
//! # 会被指出
//! 列入计划逐步解决的（C类）12件。
//!
//! # 可以通过
//! 列入计划逐步解决的（B类）12件。
//!
//! # 依据
//! 全国人大常委会办公厅2005年《代表建议、批评和意见处理办法》的分类；各地不同，以所选方案为准。
//!
//! # English
//! A class letter is used in another scheme's meaning.
//!
//! # 局限
//! 含义按字母旁边的文字判断。

use crate::report::{Conflict, ReportCase};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule.
pub static RULE: Rule<ReportCase> = Rule { id: "foreign-class-letter", group: Group::Figures, severity: Severity::Info, check };

fn check(case: &ReportCase) -> Verdict {
    let findings = case.conflicts.iter().filter_map(|conflict| {
        let Conflict::Letter { figure, letter, meaning } = conflict else { return None };
        let message = format!("文中{letter}类指“{meaning}”，与所选分类方案不同，请确认采用的方案。");
        Some(Finding::of(&RULE, message).at(case.span(*figure)))
    });
    Verdict::from_findings(findings.collect())
}
