//! 引用了已经废止的法律、法规。
//!
//! # 为什么
//! 引用失效的法律会使答复失去依据。
//!
//! # 会被指出
//! ```reply
//! 正文：依据《中华人民共和国物权法》第七十六条，该路段已于6月18日完工通车。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：依据《中华人民共和国民法典》第二百七十八条，该路段已于6月18日完工通车。
//! ```
//!
//! # 依据
//! 《中华人民共和国民法典》第一千二百六十条；《立法法》
//!
//! # English
//! A repealed law is cited.
//!
//! # 局限
//! 只认内置和用户补充的法律表。

use crate::reply_check::case::ReplyCase;
use crate::reply_check::laws::law_named;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "repealed-law-cited", group: Group::Lawfulness, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.letter.citations.is_empty() {
        return Verdict::NotApplicable;
    }
    let findings = case.letter.citations.iter().filter_map(|citation| {
        let law = law_named(&citation.name, &case.input.laws)?;
        let repealed = law.repealed_on?;
        let was_in_force =
            case.letter.signed_on.is_some_and(|date| date < repealed) || speaks_of_the_past(case, citation.span.start);
        if was_in_force {
            return None;
        }
        let by = law.replaced_by.as_deref().unwrap_or_default();
        let advice = if by.is_empty() { String::new() } else { format!("，请改引《{by}》的相应规定") };
        let finding = Finding::of(&RULE, format!("《{}》已于{repealed}废止{advice}。", law.name))
            .at(citation.span)
            .expected(by)
            .actual(citation.name.clone());
        Some(if case.letter.signed_on.is_some() || case.is_draft() { finding } else { finding.graded(Severity::Warning) })
    });
    Verdict::from_findings(findings.collect())
}

/// 原《物权法》, 当时的《合同法》.
fn speaks_of_the_past(case: &ReplyCase, at: usize) -> bool {
    let head = case.text().get(..at).unwrap_or_default();
    ["原", "当时的", "已废止的", "废止"].iter().any(|word| head.ends_with(word))
}
