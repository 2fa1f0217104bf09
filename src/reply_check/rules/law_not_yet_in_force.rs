//! 引用的法律在答复时尚未施行。
//!
//! # 为什么
//! 尚未施行的法律不能作为办理依据。
//!
//! # 会被指出
//! ```reply
//! 正文：依据《中华人民共和国学前教育法》第三条，该路段已完工。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：依据《中华人民共和国公路法》第三条，该路段已完工。
//! ```
//!
//! # 依据
//! 《立法法》（法律的施行日期）
//!
//! # English
//! A cited law was not yet in force.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::laws::law_named;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "law-not-yet-in-force", group: Group::Lawfulness, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(signed_on) = case.letter.signed_on else { return Verdict::NotApplicable };
    let findings = case.letter.citations.iter().filter_map(|citation| {
        let law = law_named(&citation.name, &case.input.laws).filter(|law| law.in_force > signed_on)?;
        let after = case.text().get(citation.span.end..).unwrap_or_default();
        let announced = citation.note.is_some()
            || ["将于", "草案", "自", "施行", "颁布", "实施", "出台", "立法"]
                .iter()
                .any(|word| after.chars().take(16).collect::<String>().contains(word));
        (!announced).then(|| {
            Finding::of(&RULE, format!("《{}》自{}起施行，成文时尚未生效。", law.name, law.in_force))
                .at(citation.span)
                .actual(signed_on.to_string())
        })
    });
    Verdict::from_findings(findings.collect())
}
