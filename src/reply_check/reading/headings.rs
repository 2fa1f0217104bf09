//! Numbered headings of the body.

use std::ops::Range;

use crate::reply_check::letter::Heading;
use crate::text::numerals::whole_number;

use super::Page;

/// 一、 （一） 1. （1） at the start of a line, or after a full stop.
#[inline(never)]
pub(super) fn headings(page: &Page<'_>, body: Range<usize>) -> Vec<Heading> {
    let mut starts: Vec<usize> =
        page.sheet.lines.iter().map(|line| line.range.start).filter(|start| body.contains(start)).collect();
    let stops = page.sheet.signs_in(body.clone()).filter(|(_, sign)| matches!(sign, '。' | '：' | '；'));
    starts.extend(stops.map(|(at, stop)| at + stop.len_utf8()).filter(|at| page.sheet.begins_item(*at)));
    starts.sort_unstable();
    starts.dedup();
    let mut found: Vec<Heading> = Vec::new();
    let mut marks: Vec<(usize, u8, u32, usize)> = Vec::new();
    for start in starts {
        let Some((level, number, length)) = heading_mark(page.sheet.at(start..body.end)) else { continue };
        marks.push((start, level, number, length));
    }
    for (index, (start, level, number, length)) in marks.iter().enumerate() {
        let next = marks.iter().skip(index + 1).find(|(_, other, _, _)| other <= level).map_or(body.end, |(at, ..)| *at);
        let text = page.sheet.at(start + length..next);
        let line_end = page.sheet.lines.get(page.sheet.line_of(*start)).map_or(next, |line| line.range.end);
        let end = text
            .find(['。', '：', '；'])
            .map_or(next, |at| start + length + at + "。".len())
            .min(line_end.max(start + length))
            .min(next);
        found.push(Heading {
            level: *level,
            number: *number,
            span: page.sheet.span(*start..end),
            section: page.sheet.span(*start..next),
        });
    }
    found
}

/// The level, number and length of a heading's mark at the start of `words`.
fn heading_mark(words: &str) -> Option<(u8, u32, usize)> {
    let bracketed = words.strip_prefix('（');
    let rest = bracketed.unwrap_or(words);
    let chinese: &str = rest.split(|c| !crate::text::numerals::is_chinese_numeral(c)).next()?;
    let digits: &str = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    let (level, numeral) = match (bracketed.is_some(), chinese.is_empty(), digits.is_empty()) {
        (false, false, _) => (1, chinese),
        (true, false, _) => (2, chinese),
        (false, true, false) => (3, digits),
        (true, true, false) => (4, digits),
        _ => return None,
    };
    let after = rest.get(numeral.len()..)?;
    let close = match level {
        1 => after.strip_prefix('、').map(|_| "、".len()),
        2 | 4 => after.strip_prefix('）').map(|_| "）".len()),
        _ => after.chars().next().filter(|c| matches!(c, '.' | '、' | '．' | '·')).map(char::len_utf8),
    }?;
    let is_decimal = level == 3 && after.get(close..).is_some_and(|tail| tail.starts_with(|c: char| c.is_ascii_digit()));
    let number =
        whole_number(numeral).and_then(|number| u32::try_from(number).ok()).filter(|number| (1..=40).contains(number))?;
    let lead = if bracketed.is_some() { "（".len() } else { 0 };
    (!is_decimal).then_some((level, number, lead + numeral.len() + close))
}
