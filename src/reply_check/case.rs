//! One letter under check: what every rule looks at.

use std::ops::Range;

use crate::rule::{Finding, Rule, Severity};
use crate::text::dates::DateMention;
use crate::text::short::Neighbours;
use crate::text::span::Span;

use super::cues::{Cue, CueHit};
use super::input::{History, ReplyInput};
use super::letter::Letter;
use super::matrix::{AskAnswer, answers};
use super::reading::read_page;
use super::requirements::{OutcomeMeaning, Part};
use super::sheet::Sheet;

/// A letter under check, read once; rules share what was found.
#[derive(Debug, Clone)]
pub struct ReplyCase {
    /// What was given.
    pub input: ReplyInput,
    /// The parts of the letter.
    pub letter: Letter,
    /// Each ask with what answers it; empty where no suggestion is known.
    pub answers: Vec<AskAnswer>,
    pub(crate) sheet: Sheet,
    /// Of the unified text: rules out most words before they are looked for.
    pub(crate) neighbours: Neighbours,
    pub(crate) cues: Vec<CueHit>,
    /// The opening in the unified text.
    pub(crate) opening: Range<usize>,
    /// The running text after the opening, in the unified text.
    pub(crate) body: Range<usize>,
    /// The sentences of the body.
    pub(crate) sentences: Vec<Range<usize>>,
    /// All dates of the unified text.
    pub(crate) dates: Vec<DateMention>,
    /// The runs of digits from the start to the page's footer.
    pub(crate) digit_runs: Vec<Range<usize>>,
    /// Where the page's footer begins.
    pub(crate) end: usize,
    /// The lines of the page around the letter.
    pub(crate) is_chrome: Vec<bool>,
}

impl ReplyCase {
    /// Reads the letter of `input`.
    pub fn of(input: ReplyInput) -> Self {
        let (page, letter) = read_page(&input.text);
        let (opening, prose, end, is_chrome) = (page.opening, page.prose, page.end, page.is_chrome);
        let (sheet, cues) = (page.sheet, page.cues);
        let (sentences, dates) = (page.sentences, page.dates);
        let body = opening.end..prose.end.max(opening.end);
        let digit_runs = digit_runs(&sheet, end);
        let neighbours = Neighbours::of(&sheet.norm);
        let mut case = Self {
            input,
            letter,
            answers: Vec::new(),
            sheet,
            neighbours,
            cues,
            opening,
            body,
            sentences,
            dates,
            digit_runs,
            end,
            is_chrome,
        };
        case.answers = answers(&case);
        case
    }

    /// The letter's text.
    pub fn text(&self) -> &str {
        &self.input.text
    }

    /// The history; an empty one where none is known.
    pub fn history(&self) -> Option<&History> {
        self.input.history.as_ref()
    }

    /// What the outcome mark says.
    pub fn outcome(&self) -> Option<OutcomeMeaning> {
        self.input.requirements.meaning_of(&self.letter.outcome_mark.as_ref()?.value)
    }

    /// Whether the text is an office's draft or file copy rather than a published page: at least two of the parts that
    /// publication drops are there, and nothing of a page around it.
    pub fn is_draft(&self) -> bool {
        let letter = &self.letter;
        let office_parts = [
            letter.outcome_mark.is_some(),
            letter.signer.is_some(),
            letter.contact.is_some() || letter.phone.is_some(),
            letter.copied_to.is_some(),
            letter.disclosure.is_some(),
            letter.feedback_form.is_some(),
            !letter.empty_labels.is_empty(),
        ];
        self.letter.chrome.is_empty() && office_parts.iter().filter(|part| **part).count() >= 2
    }

    /// Whether the reply is public: marked so, or copied from a published page.
    pub fn is_public(&self) -> bool {
        match &self.letter.disclosure {
            Some(disclosure) => disclosure.value == "主动公开",
            None => !self.letter.chrome.is_empty(),
        }
    }

    /// Whether the text is a reply letter at all: it has at least a title, an opening or an addressee.
    pub fn is_letter(&self) -> bool {
        self.letter.title.is_some() || self.letter.opening.is_some() || self.letter.addressee.is_some()
    }

    /// A finding on a missing part: of the rule's severity in a draft, a remark on a published copy.
    pub fn missing(&self, rule: &Rule<Self>, message: &str) -> Finding {
        let finding = Finding::of(rule, message);
        if self.is_draft() { finding } else { finding.graded(Severity::Info) }
    }

    /// A finding on a part without which no letter takes effect: of the rule's severity in a draft, a remark on a page that
    /// shows where it was published, a warning where it can't be told which of the two the text is.
    pub fn missing_to_take_effect(&self, rule: &Rule<Self>, message: &str) -> Finding {
        let finding = Finding::of(rule, message);
        match (self.is_draft(), self.letter.chrome.is_empty()) {
            (true, _) => finding,
            (false, true) => finding.graded(Severity::Warning),
            (false, false) => finding.graded(Severity::Info),
        }
    }

    /// Whether the place asks for `part`.
    pub fn requires(&self, part: Part) -> bool {
        self.input.requirements.parts.contains(&part)
    }

    /// The places of `cue` within `range` of the unified text.
    pub(crate) fn cues_in(&self, cue: Cue, range: Range<usize>) -> impl Iterator<Item = &CueHit> {
        let first = self.cues.partition_point(|hit| hit.start < range.start);
        self.cues.iter().skip(first).take_while(move |hit| hit.start < range.end).filter(move |hit| hit.cue == cue)
    }

    /// Whether `cue` stands within `range`.
    pub(crate) fn has(&self, cue: Cue, range: Range<usize>) -> bool {
        self.cues_in(cue, range).next().is_some()
    }

    /// The letter's bytes that `range` of the unified text stands for.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        self.sheet.span(range)
    }

    /// The unified words at `range`.
    pub(crate) fn at(&self, range: Range<usize>) -> &str {
        self.sheet.at(range)
    }

    /// What in `range` of the unified text is no Chinese character.
    pub(crate) fn signs_in(&self, range: Range<usize>) -> impl Iterator<Item = (usize, char)> + '_ {
        self.sheet.signs_in(range)
    }

    /// Whether `place` of the unified text lies on the page around the letter.
    pub(crate) fn on_chrome(&self, place: usize) -> bool {
        place >= self.end || self.is_chrome.get(self.sheet.line_of(place)).copied().unwrap_or(false)
    }

    /// The unified text from the start to the page's footer.
    pub(crate) fn whole(&self) -> Range<usize> {
        0..self.end.min(self.sheet.norm.len())
    }

    /// Whether a sentence tells of something that was done: 已, or a finished verb that is not only promised or put off.
    pub(crate) fn tells_result(&self, sentence: Range<usize>) -> bool {
        let words = self.at(sentence.clone());
        let is_heading = words.contains("关于") && !words.contains('已') && words.chars().count() < 30;
        if is_heading {
            return false;
        }
        let promised = self.has(Cue::Future, sentence.clone()) || self.has(Cue::Deferral, sentence.clone());
        let done = words.contains('已')
            || words.contains('了')
            || words.contains("目前")
            || words.contains("自") && words.contains("起");
        self.has(Cue::Done, sentence) && (done || !promised)
    }
}

fn digit_runs(sheet: &Sheet, end: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, _) in sheet.signs_in(0..end).filter(|(_, sign)| sign.is_ascii_digit()) {
        match found.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => found.push(at..at + 1),
        }
    }
    found
}
