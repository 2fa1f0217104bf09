//! 占比被直接截去尾数，没有四舍五入。
//!
//! # 为什么
//! 截尾使占比偏小，各项相加不足100%，与按件数重算的结果不符。
//!
//! # 会被指出
//! 全年承办代表建议139件，其中A类88件，占63.3%；B类36件，占25.8%；C类15件，占10.7%。
//!
//! # 可以通过
//! 全年承办代表建议139件，其中A类88件，占63.3%；B类36件，占25.9%；C类15件，占10.8%。
//!
//! # 依据
//! GB/T 8170—2008《数值修约规则与极限数值的表示和判定》。
//!
//! # English
//! A share was cut off instead of rounded.

use crate::report::{Conflict, ReportCase, ShareFault};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule.
pub static RULE: Rule<ReportCase> = Rule { id: "truncated-share", group: Group::Figures, severity: Severity::Warning, check };

fn check(case: &ReportCase) -> Verdict {
    let findings = case.conflicts.iter().filter_map(|conflict| {
        let Conflict::Share { percent, part, base, fault: ShareFault::Truncated } = conflict else { return None };
        let right = case.right_share(*percent, *part, *base);
        let printed = case.printed(*percent);
        let message = format!("{part}÷{base}四舍五入为{right}，文中{printed}系截尾，请改为{right}。");
        Some(
            Finding::of(&RULE, message)
                .at(case.span(*percent))
                .expected(format!("{right}（{part}/{base}）"))
                .actual(printed)
                .fix(case.span(*percent), right),
        )
    });
    Verdict::from_findings(findings.collect())
}
