//! 群众反映突然增多。
//!
//! # 为什么
//! 集中反映的问题应当及早了解，防止小事拖大。
//!
//! # 会被指出
//! ```clues
//! {"kind": "suggestion", "number": "12", "title": "关于治理柳荫里夜市油烟噪声的建议"}
//! 日期,内容,次数
//! 2024-04-01,柳荫里夜市油烟大,2
//! 2024-04-10,柳荫里夜市噪声,2
//! 2024-04-26,柳荫里夜市油烟噪声扰民,8
//! 2024-04-28,柳荫里夜市噪声整夜不停,9
//! ```
//!
//! # 可以通过
//! ```clues
//! {"kind": "suggestion", "number": "12", "title": "关于治理柳荫里夜市油烟噪声的建议"}
//! 日期,内容,次数
//! 2024-04-01,柳荫里夜市油烟大,8
//! 2024-04-10,柳荫里夜市噪声,9
//! 2024-04-28,柳荫里夜市噪声整夜不停,7
//! ```
//!
//! # 依据
//! 办理规则中的预警界限（没有规定的，按本软件默认值：最近7天与此前28天相比，至少5条且不少于预期的两倍，并且在反映频率不变时出现这么多条的概率低于0.01除以受检对象数；条件二项检验，单侧）
//!
//! # English
//! Public messages rise suddenly.
//!
//! # 局限
//! 此前的天数不足比较天数两倍的不检验；转发、重复登记会使条数虚增，应当核对所列线索。

use crate::clues::case::ClueCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ClueCase> = Rule { id: "sudden-rise", group: Group::Progress, severity: Severity::Warning, check };

fn check(case: &ClueCase) -> Verdict {
    let Ok(test) = &case.test else { return Verdict::NotApplicable };
    if !test.is_sudden(case.rise.in_window, case.tested, &case.thresholds) {
        return Verdict::Pass;
    }
    let chance = if test.p < 0.0001 { "不足万分之一".to_owned() } else { format!("约为{:.4}", test.p) };
    let days = case.thresholds.window_days;
    let message = format!(
        "最近{days}天收到{}条，此前{}天共{}条，按此频率{days}天预期{:.1}条；频率不变时出现这么多条的概率{chance}。",
        case.rise.in_window, case.rise.baseline_days, case.rise.before, test.expected
    );
    Verdict::Fail(vec![Finding::of(&RULE, message)])
}
