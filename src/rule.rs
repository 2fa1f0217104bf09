//! One mechanism for what is checked: replies, reports and ledgers.
//!
//! A rule is a file: its `//!` text is the help that users read (`xtask/rule_help.rs` collects it), its name is the rule's
//! only id, and a `static RULE` holds the function. A module lists its rules by hand, in reading order.

use crate::text::span::Span;

/// How sure and how grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Must be mended before signing or publishing.
    Error,
    /// Most likely wrong.
    Warning,
    /// Worth a look; may be right.
    Info,
}

/// One fault, shown at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The id of the rule that found it.
    pub rule: &'static str,
    /// How sure and how grave.
    pub severity: Severity,
    /// What to write or do instead, in one Chinese sentence.
    pub message: String,
    /// Where, most telling place first; empty for what is missing.
    pub spans: Vec<Span>,
    /// The clause that this case rests on, where it is more exact than the rule's own basis.
    pub basis: Option<String>,
    /// What should stand there.
    pub expected: Option<String>,
    /// What stands there.
    pub actual: Option<String>,
    /// The one right form, where there is exactly one.
    pub fix: Option<Fix>,
}

impl Finding {
    /// A finding of `rule` with its severity and no place yet.
    pub fn of<Subject: 'static>(rule: &Rule<Subject>, message: impl Into<String>) -> Self {
        Self {
            rule: rule.id,
            severity: rule.severity,
            message: message.into(),
            spans: Vec::new(),
            basis: None,
            expected: None,
            actual: None,
            fix: None,
        }
    }

    /// The same finding at `span` too.
    pub fn at(mut self, span: Span) -> Self {
        self.spans.push(span);
        self
    }

    /// The same finding with another severity than its rule's.
    pub fn graded(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// The same finding with what should stand there.
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    /// The same finding with what stands there.
    pub fn actual(mut self, actual: impl Into<String>) -> Self {
        self.actual = Some(actual.into());
        self
    }

    /// The same finding with the clause this case rests on.
    pub fn basis(mut self, basis: impl Into<String>) -> Self {
        self.basis = Some(basis.into());
        self
    }

    /// The same finding with the one right form.
    pub fn fix(mut self, span: Span, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix { span, replacement: replacement.into() });
        self
    }
}

/// A replacement that is safe to apply without reading the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The words to replace.
    pub span: Span,
    /// The words to put there.
    pub replacement: String,
}

/// What a rule says of one subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Checked, nothing wrong.
    Pass,
    /// The rule does not speak of this subject: a class C rule of a class A reply, a history rule without history.
    NotApplicable,
    /// Only a person can judge; the findings lay the evidence ready.
    Confirm(Vec<Finding>),
    /// At least one finding.
    Fail(Vec<Finding>),
}

impl Verdict {
    /// `Fail` with the findings, or `Pass` where there are none.
    pub fn from_findings(findings: Vec<Finding>) -> Self {
        if findings.is_empty() { Self::Pass } else { Self::Fail(findings) }
    }
}

/// One thing that is checked about a `Subject`.
pub struct Rule<Subject: 'static> {
    /// The file's name in kebab-case; names the fault and reads after "allow …".
    pub id: &'static str,
    /// The section of the signing sheet that it stands in.
    pub group: Group,
    /// The severity of its findings unless one says otherwise.
    pub severity: Severity,
    /// Judges one subject.
    pub check: fn(&Subject) -> Verdict,
}

/// The sections of a checklist, in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// 格式: parts, numbers, typography.
    Format,
    /// 对号: kind, session, number, title and addressee agree.
    Identity,
    /// 对题: the letter answers this suggestion.
    OnTheMatter,
    /// 对症: it meets the need.
    ToTheNeed,
    /// 程序: contact, assisting opinions, signing, time.
    Procedure,
    /// 合法: laws and documents cited.
    Lawfulness,
    /// 公开: what may be public.
    Disclosure,
    /// 文字: words, digits, units.
    Language,
    /// 勾稽: figures that must agree.
    Figures,
    /// 进度: deadlines and follow-up of a ledger.
    Progress,
}

/// The help text of a rule, collected by `xtask/rule_help.rs` from the rule's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleDoc {
    /// The rule's id.
    pub id: &'static str,
    /// `reply`, `report`, `ledger` or `clues`.
    pub subject: &'static str,
    /// One Chinese sentence.
    pub summary: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// An example that is flagged.
    pub flagged: &'static str,
    /// An example that passes.
    pub passes: &'static str,
    /// The clause that it rests on.
    pub basis: &'static str,
    /// One English sentence.
    pub english: &'static str,
    /// What it cannot see; may be empty.
    pub limits: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/rule_docs.rs"));

/// The help text of the rule `id` for `subject`, where there is such a rule.
pub fn rule_doc(subject: &str, id: &str) -> Option<&'static RuleDoc> {
    RULE_DOCS.iter().find(|doc| doc.subject == subject && doc.id == id)
}
