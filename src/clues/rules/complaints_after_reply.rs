//! 已经答复的事项，群众仍在反映。
//!
//! # 为什么
//! 答复之后投诉不断，说明措施没有落实或者没有见效，应当跟踪回访。
//!
//! # 会被指出
//! ```clues
//! {"kind": "suggestion", "number": "12", "title": "关于治理柳荫里夜市油烟噪声的建议", "rounds": [{"assignedOn": "2024-02-01", "assignments": [{"body": "市城市管理局", "role": "lead"}], "replies": [{"date": "2024-04-30", "outcome": {"mark": "A"}}]}]}
//! 日期,内容,次数
//! 2024-05-20,柳荫里夜市油烟还是没有治理,2
//! 2024-05-28,投诉柳荫里夜市噪声扰民,1
//! ```
//!
//! # 可以通过
//! ```clues
//! {"kind": "suggestion", "number": "12", "title": "关于治理柳荫里夜市油烟噪声的建议", "rounds": [{"assignedOn": "2024-02-01", "assignments": [{"body": "市城市管理局", "role": "lead"}], "replies": [{"date": "2024-04-30", "outcome": {"mark": "A"}}]}]}
//! 日期,内容,次数
//! 2024-03-20,投诉柳荫里夜市油烟噪声,9
//! 2024-05-20,请问柳荫里夜市油烟治理的咨询电话,1
//! ```
//!
//! # 依据
//! 办理规则中的预警界限（没有规定的，按本软件默认值）：最后一次答复之后，与该件相符的投诉达到三条
//!
//! # English
//! An answered item still draws complaints.
//!
//! # 局限
//! 列表有“类型”一列的以该列为准，没有的看投诉的常用词语；是否同一件事按文字相近判断，应当核对所列线索。

use crate::clues::case::ClueCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ClueCase> =
    Rule { id: "complaints-after-reply", group: Group::Progress, severity: Severity::Warning, check };

fn check(case: &ClueCase) -> Verdict {
    let Some(complaints) = &case.complaints else { return Verdict::NotApplicable };
    if complaints.count < case.thresholds.complaints {
        return Verdict::Pass;
    }
    let message =
        format!("{}答复之后，又收到投诉{}条，请核实措施是否落实。", complaints.replied_on.in_document(), complaints.count);
    Verdict::Fail(vec![Finding::of(&RULE, message)])
}
