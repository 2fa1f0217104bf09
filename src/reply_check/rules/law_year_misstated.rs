//! 法律施行日期写错。
//!
//! # 为什么
//! 括注的施行日期与该法不符。
//!
//! # 会被指出
//! ```reply
//! 正文：依据《中华人民共和国无障碍环境建设法》（2021年9月1日起施行），该路段已完工。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：依据《中华人民共和国无障碍环境建设法》（2023年9月1日起施行），该路段已完工。
//! ```
//!
//! # 依据
//! 法律文本
//!
//! # English
//! The date since when a law is in force is misstated.
//!
//! # 局限
//! 多次修订的法律只核对早于首次施行的日期。

use chrono::{Datelike as _, NaiveDate};

use crate::reply_check::case::ReplyCase;
use crate::reply_check::laws::law_named;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::text::dates::dates;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "law-year-misstated", group: Group::Lawfulness, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    if case.letter.citations.is_empty() {
        return Verdict::NotApplicable;
    }
    let findings = case.letter.citations.iter().filter_map(|citation| {
        let note = citation.note?.of(case.text());
        let law = law_named(&citation.name, &case.input.laws).filter(|_| note.contains("施行") || note.contains("实施"))?;
        let stated = dates(note).into_iter().find(|mention| mention.year.is_some())?;
        let year = stated.year?;
        let fits = |date: NaiveDate| {
            stated.date().map_or(date.year() == year && stated.month.is_none_or(|month| month == date.month()), |day| day == date)
        };
        let known = fits(law.in_force) || law.revised_in_force.is_some_and(fits);
        let impossible = year < law.in_force.year() || law.revised_in_force.is_none() && law.in_force.year() >= 2015;
        (!known && impossible).then(|| {
            let right = law.revised_in_force.unwrap_or(law.in_force);
            Finding::of(&RULE, format!("《{}》自{right}起施行。", law.name))
                .at(citation.span)
                .expected(right.to_string())
                .actual(note)
        })
    });
    Verdict::from_findings(findings.collect())
}
