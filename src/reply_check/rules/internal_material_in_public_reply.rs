//! 公开的答复件引用了内部材料。
//!
//! # 为什么
//! 会议纪要、内部文件等内部事务信息一般不对外公开。
//!
//! # 会被指出
//! ```reply
//! 正文：依据内部文件要求，该路段已于6月18日完工通车。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：依据县人民政府印发的方案，该路段已于6月18日完工通车。
//! ```
//!
//! # 依据
//! 《政府信息公开条例》第十六条
//!
//! # English
//! A public reply quotes internal material.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "internal-material-in-public-reply", group: Group::Disclosure, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_public() {
        return Verdict::NotApplicable;
    }
    let found = case.cues_in(Cue::Internal, case.opening.start..case.body.end);
    let findings: Vec<Finding> =
        found.map(|hit| Finding::of(&RULE, "请核对此处是否属于不宜公开的内部信息。").at(case.span(hit.start..hit.end))).collect();
    Verdict::from_findings(findings)
}
