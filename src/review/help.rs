//! The help of all rules, for the reference and the checklist.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::finding::{group_word, severity_word};
use crate::rule::{Group, RULE_DOCS, RuleDoc, Severity};
use crate::wire::{RuleHelp, RuleMeasure};
use crate::{clues, reply_check, report, supervision};

/// The help of every rule: those in use in the order of their checklists, then the others.
pub fn rule_helps() -> Vec<RuleHelp> {
    let replies = reply_check::rules::RULES.iter().map(|rule| ("reply", rule.id, rule.group, rule.severity));
    let reports = report::rules::RULES.iter().map(|rule| ("report", rule.id, rule.group, rule.severity));
    let warnings = supervision::rules::RULES.iter().map(|rule| ("ledger", rule.id, rule.group, rule.severity));
    let clues = clues::rules::RULES.iter().map(|(rule, _)| ("clues", rule.id, rule.group, rule.severity));
    let in_use: Vec<(&str, &str, Group, Severity)> = replies.chain(reports).chain(warnings).chain(clues).collect();
    let place = |doc: &RuleDoc| in_use.iter().position(|(subject, id, ..)| (*subject, *id) == (doc.subject, doc.id));
    let mut placed: Vec<(usize, &RuleDoc)> = RULE_DOCS.iter().map(|doc| (place(doc).unwrap_or(usize::MAX), doc)).collect();
    placed.sort_by_key(|(place, _)| *place);
    placed
        .iter()
        .map(|(place, doc)| shape_help(doc, in_use.get(*place).map(|(.., group, severity)| (*group, *severity))))
        .collect()
}

fn shape_help(doc: &RuleDoc, rule: Option<(Group, Severity)>) -> RuleHelp {
    RuleHelp {
        id: doc.id.to_owned(),
        subject: doc.subject.to_owned(),
        group: rule.map(|(group, _)| group_word(group).to_owned()),
        severity: rule.map(|(_, severity)| severity_word(severity).to_owned()),
        summary: doc.summary.to_owned(),
        why: doc.why.to_owned(),
        flagged: doc.flagged.to_owned(),
        passes: doc.passes.to_owned(),
        basis: doc.basis.to_owned(),
        english: doc.english.to_owned(),
        limits: doc.limits.to_owned(),
        measured: (doc.subject == "reply").then(|| measured().get(doc.id).copied()).flatten().map(Measured::shaped),
    }
}

/// The counts of `measured.json`, which a test holds to what it counts.
#[derive(Clone, Copy, Deserialize)]
struct Measured {
    expected: u32,
    found: u32,
    wrong: u32,
}

impl Measured {
    fn shaped(self) -> RuleMeasure {
        RuleMeasure { expected: self.expected, found: self.found, wrong: self.wrong }
    }
}

fn measured() -> &'static BTreeMap<String, Measured> {
    static MEASURED: OnceLock<BTreeMap<String, Measured>> = OnceLock::new();
    MEASURED.get_or_init(|| serde_json::from_str(include_str!("measured.json")).unwrap_or_default())
}
