//! 同一组占比用了不同的基数。
//!
//! # 为什么
//! 件与件次、今年与上年、全部与应答复的件数混作基数，各项占比不能相加，也不能比较。
//!
//! # 会被指出
//! 全年办理代表建议926件、1187件次。已经解决的524件次，占44.1%；列入计划解决的602件次，占50.7%；暂时不能解决的61件次，占6.6%。
//!
//! # 可以通过
//! 全年办理代表建议926件、1187件次。已经解决的524件次，占44.1%；列入计划解决的602件次，占50.7%；暂时不能解决的61件次，占5.1%。
//!
//! # 依据
//! 同一划分的各项占比应以同一总数为基数；深圳市2018年公布的件与件次混用即为一例。
//!
//! # English
//! Shares of one division have different bases.

use crate::report::{Conflict, ReportCase, ShareFault};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule.
pub static RULE: Rule<ReportCase> = Rule { id: "share-of-another-base", group: Group::Figures, severity: Severity::Error, check };

fn check(case: &ReportCase) -> Verdict {
    let findings = case.conflicts.iter().filter_map(|conflict| {
        let Conflict::Share { percent, part, base, fault: ShareFault::OtherBase(_, other) } = conflict else { return None };
        let right = case.right_share(*percent, *part, *base);
        let printed = case.printed(*percent);
        let message = format!("{printed}是以{other}为基数算出的（{part}÷{other}），应以{base}为基数，即{right}。");
        let finding = Finding::of(&RULE, message)
            .at(case.span(*percent))
            .expected(format!("{right}（{part}/{base}）"))
            .actual(format!("{printed}（{part}/{other}）"));
        let slight = case.points_off(*percent, *part, *base) < 1.0;
        Some(if slight { finding.graded(Severity::Warning) } else { finding })
    });
    Verdict::from_findings(findings.collect())
}
