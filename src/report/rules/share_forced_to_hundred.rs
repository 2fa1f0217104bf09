//! 为使占比合计为100%，改动了其中一项。
//!
//! # 为什么
//! 四舍五入后合计差0.1个百分点属正常；为凑整而改动某一项，该项就与件数不符。
//!
//! # 会被指出
//! 全年承办代表建议118件，其中A类73件，占61.8%；B类33件，占28.0%；C类12件，占10.2%。
//!
//! # 可以通过
//! 全年承办代表建议118件，其中A类73件，占61.9%；B类33件，占28.0%；C类12件，占10.2%。
//!
//! # 依据
//! GB/T 8170—2008：各项分别修约，合计数可与100%有修约误差，必要时加注说明。
//!
//! # English
//! A share was altered so that the shares add to 100.

use crate::report::{Conflict, ReportCase, ShareFault};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule.
pub static RULE: Rule<ReportCase> =
    Rule { id: "share-forced-to-hundred", group: Group::Figures, severity: Severity::Warning, check };

fn check(case: &ReportCase) -> Verdict {
    let findings = case.conflicts.iter().filter_map(|conflict| {
        let Conflict::Share { percent, part, base, fault: ShareFault::Forced } = conflict else { return None };
        let right = case.right_share(*percent, *part, *base);
        let printed = case.printed(*percent);
        let message = format!("{part}÷{base}={right}，文中为使合计成100%写作{printed}；可如实写{right}并注明四舍五入。");
        Some(Finding::of(&RULE, message).at(case.span(*percent)).expected(format!("{right}（{part}/{base}）")).actual(printed))
    });
    Verdict::from_findings(findings.collect())
}
