//! 占比与件数、基数算出来的不一致。
//!
//! # 为什么
//! 占比是读者最先看的数字；它与同句的件数对不上，说明件数、总数、占比三者至少错了一个。
//!
//! # 会被指出
//! 全年承办提案148件，其中A类108件，占75.4%；B类30件，占20.3%；C类10件，占6.8%。
//!
//! # 可以通过
//! 全年承办提案148件，其中A类108件，占73.0%；B类30件，占20.3%；C类10件，占6.8%。
//!
//! # 依据
//! 占比=件数÷基数，按印出的小数位四舍五入（GB/T 8170—2008《数值修约规则与极限数值的表示和判定》）。
//!
//! # English
//! A share is not its count divided by the base.
//!
//! # 局限
//! 基数没有写明且无法从上下文推出时不判断。

use crate::report::{Conflict, ReportCase, ShareFault};
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule.
pub static RULE: Rule<ReportCase> = Rule { id: "share-off-count", group: Group::Figures, severity: Severity::Error, check };

fn check(case: &ReportCase) -> Verdict {
    let findings = case.conflicts.iter().filter_map(|conflict| {
        let Conflict::Share { percent, part, base, fault: ShareFault::Wrong } = conflict else { return None };
        let right = case.right_share(*percent, *part, *base);
        let printed = case.printed(*percent);
        let message = format!("{part}÷{base}={right}，文中写作{printed}，请核对件数、基数和占比。");
        let finding =
            Finding::of(&RULE, message).at(case.span(*percent)).expected(format!("{right}（{part}/{base}）")).actual(printed);
        let slight = case.points_off(*percent, *part, *base) < 1.0;
        Some(if slight { finding.graded(Severity::Warning) } else { finding })
    });
    Verdict::from_findings(findings.collect())
}
