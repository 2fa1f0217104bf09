//! What the running text holds: headings, opinions of assisting bodies, promises, laws, thanks, the opinion form.

use std::ops::Range;

use crate::reply_check::cues::Cue;
use crate::reply_check::letter::Letter;

use super::Page;
use super::citations::citations;
use super::commitments::commitments;
use super::headings::headings;

/// Reads the running text.
#[inline(never)]
pub(super) fn read(page: &Page<'_>, letter: &mut Letter) {
    thanks_and_form(page, letter);
    if page.prose.is_empty() {
        return;
    }
    let body = page.opening.end..page.prose.end;
    letter.body = Some(page.sheet.span(body.clone()));
    letter.headings = headings(page, body.clone());
    letter.assisting_opinions = assisting(page, body.clone());
    letter.commitments = commitments(page);
    letter.citations = citations(page);
}

fn thanks_and_form(page: &Page<'_>, letter: &mut Letter) {
    let zone = page.opening.start..page.end;
    let thanks: Vec<_> = page.cues_in(Cue::Thanks, zone.clone()).collect();
    letter.thanks = thanks.last().map(|hit| page.sheet.span(sentence_around(page, hit.start, zone.clone())));
    let after_opening = page.opening.end..page.end;
    letter.feedback_form = page.cues_in(Cue::FeedbackForm, after_opening).last().map(|hit| page.sheet.span(hit.start..hit.end));
}

/// The sentence around `place`, within `zone`.
fn sentence_around(page: &Page<'_>, place: usize, zone: Range<usize>) -> Range<usize> {
    let ends = ['。', '！', '；', '？'];
    let head = page.sheet.at(zone.start..place);
    let start = head.rfind(ends).map_or(zone.start, |at| zone.start + at + "。".len());
    let line_start = page.sheet.lines.get(page.sheet.line_of(place)).map_or(start, |line| line.range.start);
    let tail = page.sheet.at(place..zone.end);
    let end = tail.find(ends).map_or(zone.end, |at| place + at);
    start.max(line_start.min(place))..end
}

fn assisting(page: &Page<'_>, body: Range<usize>) -> Vec<crate::text::span::Span> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for hit in page.cues_in(Cue::AssistingOpinion, body.clone()) {
        let sentence = sentence_around(page, hit.start, body.clone());
        let words = page.sheet.at(sentence.clone());
        let named = ["局", "委", "厅", "部", "办", "单位", "政府", "会", "院", "队", "公司", "中心"]
            .iter()
            .any(|unit| words.contains(unit));
        let phrase = page.sheet.at(hit.start..hit.end);
        let sure = phrase.contains("办意见") || phrase.contains("单位意见") || phrase.contains("部门意见");
        let is_form = words.contains("征询") || words.contains("征求") || words.contains("反馈我") || words.contains("填");
        if (sure || named) && !is_form && found.last() != Some(&sentence) {
            found.push(sentence);
        }
    }
    found.into_iter().map(|range| page.sheet.span(range)).collect()
}
