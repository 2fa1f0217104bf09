//! 用了不合公文语体的表述。
//!
//! # 为什么
//! “希望您谅解一下”“没办法”等口语，不宜用于正式答复。
//!
//! # 会被指出
//! ```reply
//! 正文：该路段没办法硬化，实在抱歉。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：该路段暂不具备硬化条件，敬请理解。
//! ```
//!
//! # 依据
//! 公文用语规范
//!
//! # English
//! Colloquial wording.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "colloquial-apology", group: Group::Language, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let findings = case
        .cues_in(Cue::Colloquial, case.body.clone())
        .map(|hit| Finding::of(&RULE, "请改用公文语体。").at(case.span(hit.start..hit.end)));
    Verdict::from_findings(findings.collect())
}
