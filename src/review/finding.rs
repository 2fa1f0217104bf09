//! Findings and checklist groups in the boundary's words.

use crate::rule::{Finding, Group, Severity, rule_doc};
use crate::wire::{FindingView, FixView, Utf16};

/// A finding of a rule for `subject`, its spans in UTF-16.
pub(super) fn shaped(finding: &Finding, subject: &str, places: &Utf16<'_>) -> FindingView {
    let general = rule_doc(subject, finding.rule).map(|doc| doc.basis.to_owned());
    FindingView {
        rule: finding.rule.to_owned(),
        severity: severity_word(finding.severity).to_owned(),
        message: finding.message.clone(),
        spans: finding.spans.iter().map(|span| places.span(*span)).collect(),
        basis: finding.basis.clone().or(general),
        expected: finding.expected.clone(),
        actual: finding.actual.clone(),
        fix: finding.fix.as_ref().map(|fix| FixView { span: places.span(fix.span), replacement: fix.replacement.clone() }),
    }
}

/// Whether a finding stands against signing or publishing.
pub(super) fn blocks(finding: &Finding) -> bool {
    matches!(finding.severity, Severity::Error | Severity::Warning)
}

/// The word of a severity.
pub(super) fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

/// The word of a checklist's section.
pub(super) fn group_word(group: Group) -> &'static str {
    match group {
        Group::Format => "format",
        Group::Identity => "identity",
        Group::OnTheMatter => "on-the-matter",
        Group::ToTheNeed => "to-the-need",
        Group::Procedure => "procedure",
        Group::Lawfulness => "lawfulness",
        Group::Disclosure => "disclosure",
        Group::Language => "language",
        Group::Figures => "figures",
        Group::Progress => "progress",
    }
}
