//! All rules on one letter.

use crate::rule::{Finding, Group, Verdict};

use super::case::ReplyCase;
use super::input::ReplyInput;
use super::letter::Letter;
use super::matrix::AskAnswer;
use super::rules::RULES;

/// What a check says of a letter.
#[derive(Debug, Clone)]
pub struct ReplyCheck {
    /// The letter, read.
    pub letter: Letter,
    /// Each ask with its answer.
    pub asks: Vec<AskAnswer>,
    /// One item for each rule, in reading order.
    pub checklist: Vec<ChecklistItem>,
    /// All findings, in the order of the checklist.
    pub findings: Vec<Finding>,
}

/// One line of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistItem {
    /// The rule.
    pub rule: &'static str,
    /// Its section of the signing sheet.
    pub group: Group,
    /// What it says.
    pub state: ItemState,
    /// Its findings, by their places in `ReplyCheck::findings`.
    pub findings: Vec<usize>,
}

/// What one rule says of one letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemState {
    /// Checked, nothing wrong.
    Pass,
    /// At least one finding.
    Fail,
    /// A person must judge.
    Confirm,
    /// Does not concern this letter.
    NotApplicable,
}

/// How many findings of one rule are kept; what is wrong more often than this is wrong throughout.
const MOST_FINDINGS: usize = 50;

/// Checks the letter of `input` by all rules; each rule gives at most fifty findings.
#[inline(never)]
pub fn check(input: ReplyInput) -> ReplyCheck {
    let case = ReplyCase::of(input);
    let mut findings: Vec<Finding> = Vec::new();
    let mut checklist = Vec::with_capacity(RULES.len());
    for rule in RULES {
        let (state, found) = match (rule.check)(&case) {
            Verdict::Pass => (ItemState::Pass, Vec::new()),
            Verdict::NotApplicable => (ItemState::NotApplicable, Vec::new()),
            Verdict::Confirm(found) => (ItemState::Confirm, found),
            Verdict::Fail(found) => (ItemState::Fail, found),
        };
        let first = findings.len();
        findings.extend(found.into_iter().take(MOST_FINDINGS));
        checklist.push(ChecklistItem { rule: rule.id, group: rule.group, state, findings: (first..findings.len()).collect() });
    }
    ReplyCheck { letter: case.letter, asks: case.answers, checklist, findings }
}
