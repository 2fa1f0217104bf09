//! Each ask beside the words that answer it.

use std::ops::Range;

use crate::text::similarity::{PairSet, Pairs, likeness};
use crate::text::span::Span;

use super::asks::{asks_of, matter_of};
use super::case::ReplyCase;
use super::cues::Cue;
use super::letter::Field;
use super::reading::dates_within;

/// An ask and what the letter says to it.
#[derive(Debug, Clone, PartialEq)]
pub struct AskAnswer {
    /// The ask.
    pub ask: String,
    /// How much of the ask is met in the answering words, from 0 to 1.
    pub score: f32,
    /// How it is answered.
    pub state: AskState,
    /// The answering sentences, best first; empty where it is missing.
    pub spans: Vec<Span>,
    /// Whether a missing ask that only the title tells of still shares words with the letter, or the letter names that title,
    /// so that a person should look.
    pub hinted: bool,
}

/// How an ask is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AskState {
    /// Done, planned with a time, or refused with reasons.
    Answered,
    /// Touched, or refused without reasons.
    Partly,
    /// Put off without a plan.
    Deferred,
    /// Not mentioned.
    Missing,
}

/// Below this share of its pairs an ask counts as not mentioned.
const MENTIONED: f32 = 0.30;
/// From this share on it counts as met by the sentence itself.
const MET: f32 = 0.34;

/// From these shares of its pairs and of its letters, added up over the whole letter, a title's matter counts as touched.
const TOUCHED: f32 = 0.7;
/// From these on it is left to a person whether it is.
const HINTED: f32 = 0.5;
/// From this likeness on a letter names the suggestion that it answers: its matter in other words is for a person to see.
const SAME_TITLE: f32 = 0.8;

/// Each ask of the suggestion with its answer; empty where no suggestion is known or the letter has no body.
#[inline(never)]
pub fn answers(case: &ReplyCase) -> Vec<AskAnswer> {
    let Some(suggestion) = &case.input.suggestion else { return Vec::new() };
    let asks = asks_of(suggestion);
    if asks.is_empty() || case.sentences.is_empty() {
        return Vec::new();
    }
    let topic = PairSet::of(suggestion.title.as_deref().map(matter_of).unwrap_or_default());
    let units = units(case);
    let many = asks.len() > 1;
    let only_title = suggestion.asks.is_empty()
        && !many
        && asks.first().is_some_and(|ask| suggestion.title.as_deref().map(matter_of) == Some(ask));
    let mut answers: Vec<AskAnswer> = asks
        .into_iter()
        .map(|ask| {
            let pairs = Pairs::of(
                &ask,
                |first, second| if many && topic.holds(first, second) { 0.6 } else { 1.0 } * generic_weight(first, second),
            );
            let answer = answer(case, ask, &pairs, &units);
            if only_title { over_the_letter(case, answer, &pairs, &units) } else { answer }
        })
        .collect();
    for (place, section) in named_sections(&answers, &units) {
        let evidence: Vec<(f32, &Unit)> =
            units.iter().filter(|unit| unit.section == section).map(|unit| (MENTIONED, unit)).collect();
        if let Some(answer) = answers.get_mut(place).filter(|answer| answer.state == AskState::Missing) {
            answer.state = state(case, MENTIONED, &evidence);
            answer.spans = evidence.iter().take(3).map(|(_, unit)| case.span(unit.sentence.clone())).collect();
        }
    }
    answers
}

/// The answer to a title's matter, which a letter seldom repeats in one sentence: where it is missing there, it is looked for
/// in the whole body.
fn over_the_letter(case: &ReplyCase, answer: AskAnswer, pairs: &Pairs, units: &[Unit]) -> AskAnswer {
    if answer.state != AskState::Missing {
        return answer;
    }
    let letters = Letters::of(&answer.ask);
    let body = case.at(case.body.clone());
    let held = pairs.covered_by(&PairSet::of(body)) + letters.met_in_text(body);
    if held < TOUCHED {
        let named = |title: &Field| likeness(matter_of(&title.value), &answer.ask) >= SAME_TITLE;
        let hinted = held >= HINTED || case.letter.quoted_titles.iter().any(named);
        return AskAnswer { hinted, ..answer };
    }
    let shares = |unit: &&Unit| pairs.covered_by(&unit.own) > 0.0 || letters.met_in(case, unit) > 0.0;
    let evidence: Vec<(f32, &Unit)> = units.iter().filter(shares).map(|unit| (MENTIONED, unit)).collect();
    let spans = evidence.iter().take(3).map(|(_, unit)| case.span(unit.sentence.clone())).collect();
    AskAnswer { state: state(case, MENTIONED, &evidence), spans, ..answer }
}

/// Letters in a row that an ask and a heading must share for the one to name the other's matter.
const NAMED: usize = 4;

/// The section whose heading names the matter of an ask: no other ask shares so many letters in a row with it.
///
/// An ask often ends in a clause on its manner (`补齐……短板，优先解决……的点位`) of which the answer repeats nothing.
fn named_sections(answers: &[AskAnswer], units: &[Unit]) -> Vec<(usize, usize)> {
    let mut sections: Vec<(usize, &str)> =
        units.iter().filter(|unit| !unit.heading.is_empty()).map(|unit| (unit.section, unit.heading.as_str())).collect();
    sections.dedup_by_key(|(section, _)| *section);
    let named = sections.into_iter().filter_map(|(section, heading)| {
        let shared: Vec<usize> = answers.iter().map(|answer| longest_run(&answer.ask, heading)).collect();
        let most = shared.iter().copied().max().filter(|most| *most >= NAMED)?;
        let mut with_most = shared.iter().enumerate().filter(|(_, run)| **run == most).map(|(place, _)| place);
        let place = with_most.next()?;
        with_most.next().is_none().then_some((place, section))
    });
    named.collect()
}

/// The most letters in a row that both texts hold.
fn longest_run(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut runs = vec![0; other.len() + 1];
    let mut most = 0;
    for letter in one.chars() {
        let mut before = 0;
        for (run, same) in runs.iter_mut().skip(1).zip(&other) {
            let now = if letter.is_alphabetic() && letter == *same { before + 1 } else { 0 };
            before = std::mem::replace(run, now);
            most = most.max(now);
        }
    }
    most
}

/// The characters of an ask that carry its matter.
struct Letters(Vec<char>);

impl Letters {
    fn of(ask: &str) -> Self {
        let mut letters: Vec<char> = ask.chars().filter(|c| c.is_alphabetic() && !c.is_ascii() && !COMMON.contains(*c)).collect();
        letters.sort_unstable();
        letters.dedup();
        Self(letters)
    }

    /// The share of them in a sentence and its heading.
    fn met_in(&self, case: &ReplyCase, unit: &Unit) -> f32 {
        if self.0.len() < 3 {
            return 0.0;
        }
        let words = case.at(unit.sentence.clone());
        let met = self.0.iter().filter(|letter| words.contains(**letter) || unit.heading.contains(**letter)).count();
        met as f32 / self.0.len() as f32
    }

    /// The share of them in all of `text`.
    fn met_in_text(&self, text: &str) -> f32 {
        if self.0.len() < 3 {
            return 0.0;
        }
        let met = self.0.iter().filter(|letter| text.contains(**letter)).count();
        met as f32 / self.0.len() as f32
    }
}

/// Characters that asks of any matter share.
const COMMON: &str = "的和与及并或在对于为将把由从向到至等了是有中上下内各以建立设增加强推进完善开展行快明确落实施提高动制定尽快关工作情况措施管理问题予给大规范支持组织安排研究对进一步级位度要求能";

/// How much single characters count beside pairs.
const LETTERS_WEIGHT: f32 = 0.55;

/// A sentence with what it says, and with the heading that it stands under.
struct Unit {
    sentence: Range<usize>,
    section: usize,
    own: PairSet,
    with_heading: PairSet,
    restates: bool,
    heading: String,
}

fn units(case: &ReplyCase) -> Vec<Unit> {
    let headings: Vec<(Range<usize>, Range<usize>)> = case
        .letter
        .headings
        .iter()
        .map(|heading| {
            let place = |span: Span| case.sheet.place_of(span.start)..case.sheet.place_of(span.end);
            (place(heading.span), place(heading.section))
        })
        .collect();
    let heading_pairs: Vec<PairSet> = headings.iter().map(|(words, _)| PairSet::of(case.at(words.clone()))).collect();
    let is_answer = |sentence: &&Range<usize>| !case.has(Cue::Thanks, (*sentence).clone());
    let mut found = Vec::new();
    for sentence in case.sentences.iter().filter(is_answer) {
        let words = case.at(sentence.clone());
        let section = headings.iter().rposition(|(_, section)| section.start <= sentence.start && sentence.start < section.end);
        let paragraph = case.sheet.line_of(sentence.start);
        let own = PairSet::of(words);
        let with_heading =
            section.and_then(|section| heading_pairs.get(section)).map_or_else(|| own.clone(), |pairs| own.joined(pairs));
        let restates = case.has(Cue::Restated, sentence.clone());
        let heading = section
            .and_then(|section| headings.get(section))
            .map_or_else(String::new, |(words, _)| case.at(words.clone()).to_string());
        let section = section.unwrap_or(1000 + paragraph);
        found.push(Unit { sentence: sentence.clone(), section, own, with_heading, restates, heading });
    }
    found
}

fn answer(case: &ReplyCase, ask: String, pairs: &Pairs, units: &[Unit]) -> AskAnswer {
    let letters = Letters::of(&ask);
    let score_of = |unit: &Unit| {
        let own = pairs.covered_by(&unit.own);
        let paired = own.max(0.85 * pairs.covered_by(&unit.with_heading));
        paired.max(LETTERS_WEIGHT * letters.met_in(case, unit))
    };
    let scored: Vec<(f32, &Unit)> = units.iter().map(|unit| (score_of(unit), unit)).collect();
    let best = scored
        .iter()
        .cloned()
        .fold((0.0f32, None), |best, (score, unit)| if score > best.0 { (score, Some(unit)) } else { best });
    let (score, Some(unit)) = best else {
        return AskAnswer { ask, score: 0.0, state: AskState::Missing, spans: Vec::new(), hinted: false };
    };
    if score < MENTIONED {
        return AskAnswer { ask, score, state: AskState::Missing, spans: Vec::new(), hinted: false };
    }
    let floor = (score * 0.6).max(MENTIONED * 0.8);
    let mut evidence: Vec<(f32, &Unit)> = scored
        .into_iter()
        .filter(|(other, candidate)| {
            candidate.section == unit.section && (*other >= floor || candidate.sentence.start >= unit.sentence.start)
        })
        .collect();
    evidence.sort_by(|one, other| other.0.total_cmp(&one.0));
    let state = state(case, score, &evidence);
    let spans = evidence.iter().take(3).map(|(_, unit)| case.span(unit.sentence.clone())).collect();
    AskAnswer { ask, score, state, spans, hinted: false }
}

fn state(case: &ReplyCase, score: f32, evidence: &[(f32, &Unit)]) -> AskState {
    let any = |test: &dyn Fn(Range<usize>) -> bool| evidence.iter().any(|(_, unit)| test(unit.sentence.clone()));
    let refused =
        any(&|sentence| case.has(Cue::Refusal, sentence.clone()) && !case.tells_result(after_restating(case, sentence)));
    let reasons = any(&|sentence| case.has(Cue::Reason, after_restating(case, sentence)));
    let only_restated = evidence.iter().all(|(_, unit)| unit.restates);
    let result = any(&|sentence| case.tells_result(after_restating(case, sentence)));
    let dated = any(&|sentence| has_time(case, after_restating(case, sentence)));
    let deferred = any(&|sentence| case.has(Cue::Deferral, after_restating(case, sentence)));
    let figures = any(&|sentence| case.at(sentence).contains(|c: char| c.is_ascii_digit()));
    match () {
        () if refused && !dated && !(result && !only_restated && reasons) => {
            if reasons {
                AskState::Answered
            } else {
                AskState::Partly
            }
        }
        () if deferred && !dated && !(result && figures) => AskState::Deferred,
        () if result || dated => {
            if score >= MET {
                AskState::Answered
            } else {
                AskState::Partly
            }
        }
        () if deferred => AskState::Deferred,
        () if figures && score >= MET => AskState::Answered,
        () => AskState::Partly,
    }
}

/// What a sentence says after repeating the ask (您提出的……的建议，).
fn after_restating(case: &ReplyCase, sentence: Range<usize>) -> Range<usize> {
    let Some(hit) = case.cues_in(Cue::Restated, sentence.clone()).next() else { return sentence };
    let rest = case.at(hit.end..sentence.end);
    let end = ["建议，", "提案，", "意见，", "问题，", "要求，"]
        .iter()
        .filter_map(|end| rest.rfind(end).map(|at| at + end.len()))
        .max();
    end.map_or(sentence.clone(), |end| hit.end + end..sentence.end)
}

/// Whether a time is named: a date, a year, 底前.
fn has_time(case: &ReplyCase, sentence: Range<usize>) -> bool {
    case.has(Cue::Deadline, sentence.clone()) || dates_within(&case.dates, sentence).any(|mention| mention.month.is_some())
}

/// Verbs of administration that any answer holds weigh little.
fn generic_weight(first: char, second: char) -> f32 {
    const GENERIC: &[&str] = &[
        "建设", "加强", "推进", "完善", "建立", "开展", "进行", "加快", "明确", "落实", "实施", "提高", "推动", "制定", "尽快",
        "有关", "工作", "相关", "情况", "措施", "管理", "问题", "予以", "给予", "加大", "增加", "增设", "设置", "规范", "支持",
        "组织", "安排", "研究",
    ];
    let is_generic = GENERIC.iter().any(|word| {
        let mut characters = word.chars();
        characters.next() == Some(first) && characters.next() == Some(second)
    });
    if is_generic { 0.45 } else { 1.0 }
}
