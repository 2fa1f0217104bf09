//! The opening (您提出的……收悉，现答复如下) and the zone of the running text after it.

use crate::reply_check::cues::Cue;
use crate::reply_check::letter::{Field, Letter};

use super::Page;
use super::closing::{prose_end, signature_start};

/// Finds where the opening begins and where the running text ends; both stay empty where there is no such text.
#[inline(never)]
pub(super) fn find(page: &mut Page<'_>) {
    let last_sentence = prose_end(page);
    let anchor = anchor(page).filter(|anchor| *anchor < last_sentence);
    let Some(anchor) = anchor else {
        page.opening = last_sentence..last_sentence;
        page.prose = last_sentence..last_sentence;
        return;
    };
    let prose_end = signature_start(page, anchor).map_or(last_sentence, |signed| signed.min(last_sentence));
    let start = opening_start(page, anchor);
    let end = opening_end(page, anchor, prose_end);
    page.opening = start..end.max(start);
    page.prose = start..prose_end.max(end);
}

/// Reads what the opening says: the quoted title, how the deputy was consulted.
#[inline(never)]
pub(super) fn read(page: &Page<'_>, letter: &mut Letter) {
    if page.opening.is_empty() {
        return;
    }
    letter.opening = Some(page.sheet.span(page.opening.clone()));
    letter.prose = Some(page.sheet.span(page.prose.clone()));
    letter.quoted_titles = quoted_titles(page);
    letter.consultation = consultation(page);
}

/// The first 收悉, else the first 现答复如下, else the first paragraph that speaks to the deputy.
fn anchor(page: &Page<'_>) -> Option<usize> {
    let own = |cue: Cue| page.cues.iter().find(|hit| hit.cue == cue && !page.on_chrome(hit.start)).map(|hit| hit.start);
    let received = own(Cue::Received);
    let follows = own(Cue::AnswerFollows);
    match (received, follows) {
        (Some(received), Some(follows)) => Some(received.min(follows)),
        (one, other) => one.or(other).or_else(|| first_address(page)),
    }
}

fn first_address(page: &Page<'_>) -> Option<usize> {
    let speaks = |words: &str| {
        let head: String = words.chars().take(30).collect();
        ["您提", "你提", "您们提", "你们提", "您在", "你在", "你们在", "贵委", "贵单位", "贵党", "你委", "你单位", "您好"]
            .iter()
            .any(|start| head.contains(start))
            && words.chars().count() > 25
    };
    let line = page.sheet.lines.iter().enumerate().find(|(number, line)| {
        !page.is_chrome.get(*number).copied().unwrap_or(false) && speaks(page.sheet.at(line.range.clone()))
    });
    line.map(|(_, line)| line.range.start)
}

/// The start of the line that holds the anchor, after a salutation that stands on the same line; up a line where the sentence wraps.
fn opening_start(page: &Page<'_>, anchor: usize) -> usize {
    let mut number = page.sheet.line_of(anchor);
    let line_start = |number: usize| page.sheet.lines.get(number).map_or(0, |line| line.range.start);
    let wraps = |number: usize| {
        let words = page.sheet.lines.get(number).map_or("", |line| page.sheet.at(line.range.clone()));
        let speaks = ["您", "你", "贵", "《", "关于", "经"].iter().any(|start| words.starts_with(start));
        let up =
            number.checked_sub(1).and_then(|up| page.sheet.lines.get(up)).map_or("", |line| page.sheet.at(line.range.clone()));
        let greets = up.ends_with("：") || up.ends_with("代表") || up.ends_with("委员") || up.ends_with('！');
        let unfinished = !greets
            && !up.is_empty()
            && up.chars().count() >= 12
            && !up.ends_with("答复")
            && !up.ends_with("复函")
            && !up.ends_with('函')
            && !up.ends_with('。');
        (!speaks || up.starts_with('您') || up.starts_with('你') || up.contains("提出的"))
            && unfinished
            && !super::title::looks_like_title(up)
    };
    for _ in 0..4 {
        if number > 0 && wraps(number) && !page.is_chrome.get(number - 1).copied().unwrap_or(false) {
            number -= 1;
        } else {
            break;
        }
    }
    let start = line_start(number);
    let head = page.sheet.at(start..anchor);
    let salutation = head.match_indices('：').map(|(at, colon)| at + colon.len()).find(|at| {
        let before = head.get(..at.saturating_sub('：'.len_utf8())).unwrap_or_default();
        before.chars().count() <= 80 && !before.contains('《') && !before.contains("提出")
    });
    salutation.map_or(start, |at| start + at)
}

/// The end of 现答复如下： where it follows soon, else of the sentence that holds the anchor.
fn opening_end(page: &Page<'_>, anchor: usize, prose_end: usize) -> usize {
    let follows = page.cues_in(Cue::AnswerFollows, anchor..(anchor + 900).min(prose_end)).next();
    let from = follows.map_or(anchor, |hit| hit.end);
    let rest = page.sheet.at(from..prose_end);
    let stop = if follows.is_some() { rest.find(['：', '。', '，', '；']) } else { rest.find('。') };
    let line_end = page.sheet.lines.get(page.sheet.line_of(from.saturating_sub(1))).map_or(prose_end, |line| line.range.end);
    match stop {
        Some(stop) if follows.is_none() || stop <= 6 => {
            from + stop + rest.get(stop..).and_then(|r| r.chars().next()).map_or(0, char::len_utf8)
        }
        _ if follows.is_some() => from,
        _ => line_end,
    }
}

/// The titles in 《》 or “” (or bare 关于……的建议) of the sentence that names what was received.
fn quoted_titles(page: &Page<'_>) -> Vec<Field> {
    let zone = page.opening.clone();
    let words = page.sheet.at(zone.clone());
    let mut found = Vec::new();
    let ends = ["建议", "提案", "议案", "意见", "批评", "案"];
    for (open, close) in [('《', '》'), ('“', '”'), ('"', '"'), ('「', '」')] {
        let mut at = 0;
        while let Some(start) = words.get(at..).and_then(|rest| rest.find(open)).map(|place| at + place + open.len_utf8()) {
            let rest = words.get(start..).unwrap_or_default();
            let end = rest.find(close).or_else(|| unclosed_end(rest));
            let Some(end) = end else { break };
            let title = rest.get(..end).unwrap_or_default();
            let is_title = title.contains("关于") && title.chars().count() >= 6
                || ends.iter().any(|end| title.ends_with(end)) && title.chars().count() >= 8;
            if is_title {
                found.push(page.field(zone.start + start..zone.start + start + end));
            }
            at = start + end.max(1);
        }
        if !found.is_empty() {
            return found;
        }
    }
    bare_title(words).map(|range| vec![page.field(zone.start + range.start..zone.start + range.end)]).unwrap_or_default()
}

/// Where a quoted title without its closing mark ends: after 建议, 提案 or 议案.
fn unclosed_end(rest: &str) -> Option<usize> {
    let end = ["的建议", "的提案", "的议案"].iter().filter_map(|end| rest.find(end).map(|at| at + end.len())).min()?;
    (end < 240).then_some(end)
}

fn bare_title(words: &str) -> Option<std::ops::Range<usize>> {
    let start = words.find("关于")?;
    let rest = words.get(start..)?;
    let end = unclosed_end(rest)?;
    Some(start..start + end)
}

/// The first words in opening or body that tell of contact with the deputy.
fn consultation(page: &Page<'_>) -> Option<crate::text::span::Span> {
    let sentence = |hit: &crate::reply_check::cues::CueHit| {
        let before = page.sheet.at(page.prose.start..hit.start);
        let start = before.rfind(['。', '；', '：', '！']).map_or(0, |at| at + '。'.len_utf8());
        let after = page.sheet.at(hit.end..page.prose.end);
        let end = after.find(['。', '；', '：', '！']).unwrap_or(after.len());
        page.prose.start + start..hit.end + end
    };
    let with_deputy = |words: &str| {
        ["您", "你", "代表", "委员", "贵"].iter().any(|deputy| words.contains(deputy)) || words.chars().count() < 30
    };
    let hits = page.cues_in(Cue::Contact, page.prose.clone());
    hits.map(sentence).find(|range| with_deputy(page.sheet.at(range.clone()))).map(|range| page.sheet.span(range))
}
