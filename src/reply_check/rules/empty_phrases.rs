//! 空话套话堆砌，实质内容少。
//!
//! # 为什么
//! 高度重视、进一步、切实、不断等词语不能代替办理措施。
//!
//! # 会被指出
//! ```reply
//! 正文：收到建议后，我局高度重视，主要领导亲自过问、亲自部署，进一步统一思想、进一步提高认识、进一步压实责任，切实增强责任感、使命感、紧迫感，不断开创新局面。
//! 下一步，我局将提高站位、凝聚合力、久久为功，以更高标准、更严要求、更实举措作出新的更大贡献。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：收到建议后，我局高度重视，4月16日到现场踏勘。该路段4.3公里已于6月18日完工通车，由石门乡人民政府负责养护。
//! ```
//!
//! # 依据
//! 中央关于改进文风的要求；佛政办发〔2024〕9号
//!
//! # English
//! Stacked empty phrases.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "empty-phrases", group: Group::ToTheNeed, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.body.is_empty() {
        return Verdict::NotApplicable;
    }
    let mut stacked = Vec::new();
    let mut total = 0;
    for sentence in &case.sentences {
        let hits: Vec<_> = case.cues_in(Cue::Empty, sentence.clone()).collect();
        total += hits.len();
        let is_bare = || case.signs_in(sentence.clone()).filter(|(_, sign)| sign.is_ascii_digit()).count() < 3;
        if let (true, Some(first), Some(last)) = (hits.len() >= 3 && is_bare(), hits.first(), hits.last()) {
            stacked.push((hits.len(), case.span(first.start..last.end)));
        }
    }
    if stacked.is_empty() {
        return Verdict::Pass;
    }
    let characters = case.at(case.body.clone()).chars().count().max(1);
    let heavy = total * 60 > characters;
    let findings = stacked.into_iter().take(5).map(|(count, span)| {
        let finding = Finding::of(&RULE, "空话套话较多，请改写为具体措施、数据和时限。").at(span);
        if heavy || count >= 6 { finding } else { finding.graded(Severity::Info) }
    });
    Verdict::from_findings(findings.collect())
}
