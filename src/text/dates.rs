//! Dates as Chinese offices write them: 2024年6月27日, 二〇二四年五月, 2024-6-27, 6月31日 (impossible), 2O24年6月l日 (garbled).

use chrono::{Datelike, NaiveDate};

use super::han::is_han;
use super::numerals::{arabic_digit, chinese_digit, numeral_at};
use super::span::Span;

/// A date as it stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateMention {
    /// The year, where one is written with it.
    pub year: Option<i32>,
    /// The month; `None` where its place is empty (2024年　月　日).
    pub month: Option<u32>,
    /// The day, where one is written.
    pub day: Option<u32>,
    /// How it is written.
    pub style: DateStyle,
    /// What is wrong with it.
    pub fault: Option<DateFault>,
    /// Its words, from the first digit to 日, 月 or the last digit.
    pub span: Span,
}

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateStyle {
    /// 2024年6月27日.
    Arabic,
    /// 二〇二四年六月二十七日.
    Chinese,
    /// 2024-06-27, 2024/6/27, 2024.6.27.
    Separated,
}

/// What is wrong with a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// No calendar has it: 6月31日, 13月, 2023年2月29日.
    Impossible,
    /// Letters stand where digits should, or a place is blank: 2O24年, l5日, 2024年×月.
    Garbled,
}

impl DateMention {
    /// The day that is meant; `None` without a year, month or day, or where there is no such day.
    pub fn date(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)
    }

    /// The last day that the words can mean: the day itself, else the end of the month; `default_year` where no year is written.
    pub fn latest(&self, default_year: i32) -> Option<NaiveDate> {
        let year = self.year.unwrap_or(default_year);
        let month = self.month?;
        match self.day {
            Some(day) => NaiveDate::from_ymd_opt(year, month, day),
            None => last_day_of(year, month),
        }
    }
}

/// The last day of a month; `None` where there is no such month.
pub fn last_day_of(year: i32, month: u32) -> Option<NaiveDate> {
    (28..=31).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
}

/// All dates of `text` in reading order: with or without a year, with or without a day, and 2024-06-27.
///
/// A year alone (2024年) and a month without a year and a day (6月, 6个月) are not dates: see [`date_at`].
#[inline(never)]
pub fn dates(text: &str) -> Vec<DateMention> {
    let mut found: Vec<DateMention> = Vec::new();
    let mut next_start = 0;
    let mut after_digit = false;
    for (at, character) in text.char_indices() {
        if at < next_start {
            continue;
        }
        if !may_be_digit(character) {
            after_digit = false;
            continue;
        }
        let begins = !after_digit && digit_of(character, false).is_some();
        let is_date = |mention: &DateMention| {
            (mention.year.is_some() || mention.day.is_some()) && (mention.month.is_some() || mention.fault.is_some())
        };
        let mention = if begins { date_at(text, at).filter(is_date) } else { None };
        match mention {
            Some(mention) => {
                next_start = mention.span.end;
                after_digit = false;
                found.push(mention);
            }
            None => after_digit = digit_of(character, true).is_some(),
        }
    }
    found
}

/// The date that begins at byte `at`: a year and/or month and/or day, at least `…年…月` or `…月`; or 2024-06-27.
pub fn date_at(text: &str, at: usize) -> Option<DateMention> {
    if is_plain_count(text, at) {
        return None;
    }
    separated(text, at).or_else(|| written_out(text, at))
}

/// Whether the digits at `at` are followed by what follows in no date: most numbers of a letter are counts.
fn is_plain_count(text: &str, at: usize) -> bool {
    let digits = digits_length(text, at);
    let next = text.get(at + digits..).and_then(|rest| rest.chars().next());
    digits > 0
        && match next {
            Some('年' | '月') => false,
            Some(next) if is_han(next) => !may_be_digit(next),
            next => matches!(next, None | Some('，' | '。' | '、' | '；' | '：' | '（' | '）' | '%' | '％')),
        }
}

struct Part {
    value: Option<u32>,
    garbled: bool,
    chinese: bool,
    end: usize,
}

fn written_out(text: &str, at: usize) -> Option<DateMention> {
    let first = part(text, at)?;
    let chinese = first.chinese;
    let (year, month) = match unit_after(text, first.end, &['年'])? {
        (end, true) => {
            let start = skip_blanks(text, end);
            let month =
                part(text, start).and_then(|part| unit_after(text, part.end, &['月']).filter(|u| u.1).map(|u| (part, u.0)));
            match month {
                Some((month, end)) => (Some(first), Some((month, end))),
                None => return blank_month(text, first, at, end),
            }
        }
        _ => {
            let (end, is_month) = unit_after(text, first.end, &['月'])?;
            if !is_month {
                return None;
            }
            (None, Some((first, end)))
        }
    };
    let (month, month_end) = month?;
    let start = skip_blanks(text, month_end);
    let day = part(text, start)
        .and_then(|part| unit_after(text, part.end, &['日', '号']).filter(|unit| unit.1).map(|unit| (part, unit.0)));
    let blank_day =
        day.is_none() && year.is_some() && text.get(start..).is_some_and(|rest| rest.starts_with('日')) && start > month_end;
    let garbled = blank_day
        || year.as_ref().is_some_and(|part| part.garbled)
        || month.garbled
        || day.as_ref().is_some_and(|(part, _)| part.garbled);
    let end = if blank_day { start + '日'.len_utf8() } else { day.as_ref().map_or(month_end, |(_, end)| *end) };
    let year_value = match &year {
        Some(part) => Some(full_year(part.value?)?),
        None => None,
    };
    let day_value = day.as_ref().and_then(|(part, _)| part.value);
    Some(finished(year_value, month.value, day_value, garbled, chinese, Span::new(at, end)))
}

/// 2024年　月　日 and 2024年×月×日: a form that was not filled in.
fn blank_month(text: &str, year: Part, at: usize, year_end: usize) -> Option<DateMention> {
    let is_gap = |character: char| character.is_whitespace() || matches!(character, '×' | 'X' | 'x' | '_' | '＿' | '*' | '某');
    let rest = text.get(year_end..)?;
    let gap: usize = rest.chars().take_while(|c| is_gap(*c)).map(char::len_utf8).sum();
    let after = rest.get(gap..)?;
    if gap == 0 || !after.starts_with('月') {
        return None;
    }
    let mut end = year_end + gap + '月'.len_utf8();
    let tail = text.get(end..)?;
    let gap: usize = tail.chars().take_while(|c| is_gap(*c)).map(char::len_utf8).sum();
    if tail.get(gap..)?.starts_with('日') {
        end += gap + '日'.len_utf8();
    }
    let style = if year.chinese { DateStyle::Chinese } else { DateStyle::Arabic };
    let year = full_year(year.value?)?;
    Some(DateMention {
        year: Some(year),
        month: None,
        day: None,
        style,
        fault: Some(DateFault::Garbled),
        span: Span::new(at, end),
    })
}

fn finished(year: Option<i32>, month: Option<u32>, day: Option<u32>, garbled: bool, chinese: bool, span: Span) -> DateMention {
    let possible = month.is_some_and(|month| (1..=12).contains(&month))
        && day.is_none_or(|day| NaiveDate::from_ymd_opt(year.unwrap_or(2024), month.unwrap_or(0), day).is_some());
    let fault = if garbled {
        Some(DateFault::Garbled)
    } else if possible {
        None
    } else {
        Some(DateFault::Impossible)
    };
    let style = if chinese { DateStyle::Chinese } else { DateStyle::Arabic };
    DateMention { year, month, day, style, fault, span }
}

/// A run of digits of one script; letters that look like digits are read as such among Arabic digits.
fn part(text: &str, at: usize) -> Option<Part> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?;
    if chinese_digit(first).is_some() && !first.is_ascii() || matches!(first, '十' | '廿' | '卅') {
        return chinese_part(text, at);
    }
    let mut value: u32 = 0;
    let mut end = at;
    let mut garbled = false;
    for character in rest.chars().take(6) {
        let Some((digit, is_real)) = digit_of(character, true) else { break };
        value = value.checked_mul(10)?.checked_add(digit)?;
        garbled |= !is_real;
        end += character.len_utf8();
    }
    (end > at).then_some(Part { value: Some(value), garbled, chinese: false, end })
}

/// 二〇二四, 二0二四, 二十七: Chinese digits, mixed with an Arabic or letter zero as offices type it.
fn chinese_part(text: &str, at: usize) -> Option<Part> {
    let rest = text.get(at..)?;
    let is_zero = |c: char| matches!(c, '0' | '０' | 'O' | 'o');
    let belongs = |c: &char| chinese_digit(*c).is_some() || matches!(c, '十' | '廿' | '卅') || is_zero(*c);
    let run = || rest.chars().take(6).take_while(belongs);
    let length = run().map(char::len_utf8).sum();
    // a date's unit follows, or blanks before it
    let next = rest.get(length..).and_then(|rest| rest.chars().next());
    if next.is_none_or(|next| is_han(next) && !matches!(next, '年' | '月' | '日' | '号')) {
        return None;
    }
    let clean: String = run().map(|c| if is_zero(c) { '〇' } else { c }).collect();
    let numeral = numeral_at(&clean, 0)?;
    if numeral.span.end != clean.len() {
        return None;
    }
    Some(Part { value: u32::try_from(numeral.whole()?).ok(), garbled: false, chinese: true, end: at + length })
}

/// Whether `character` can be a digit; most Chinese characters are ruled out by their last six bits.
fn may_be_digit(character: char) -> bool {
    const CHINESE: &[char] = &[
        '一', '壹', '二', '两', '贰', '兩', '三', '叁', '四', '肆', '五', '伍', '六', '陆', '七', '柒', '八', '捌', '九', '玖',
        '十', '廿', '卅',
    ];
    const LAST_BITS: u64 = {
        let (mut bits, mut at) = (0, 0);
        while at < CHINESE.len() {
            bits |= 1 << (CHINESE[at] as u32 & 63);
            at += 1;
        }
        bits
    };
    !is_han(character) || LAST_BITS >> (character as u32 & 63) & 1 == 1
}

/// The digit that `character` is, and whether it is a real one; O, o, l and I count where `lenient`.
fn digit_of(character: char, lenient: bool) -> Option<(u32, bool)> {
    if ('\u{9000}'..'\u{ff00}').contains(&character) {
        return None;
    }
    if let Some(digit) = arabic_digit(character) {
        return Some((digit as u32, true));
    }
    match character {
        'O' | 'o' if lenient => Some((0, false)),
        'l' | 'I' if lenient => Some((1, false)),
        '十' | '廿' | '卅' => Some((0, true)),
        _ => chinese_digit(character).map(|digit| (digit as u32, true)),
    }
}

/// Skips blanks, then one of `units`: its end and `true`; or the same place and `false`.
fn unit_after(text: &str, at: usize, units: &[char]) -> Option<(usize, bool)> {
    let start = skip_blanks(text, at);
    let next = text.get(start..)?.chars().next();
    Some(match next {
        Some(next) if units.contains(&next) => (start + next.len_utf8(), true),
        _ => (at, false),
    })
}

fn skip_blanks(text: &str, at: usize) -> usize {
    let blanks =
        text.get(at..).unwrap_or_default().chars().take(4).take_while(|c| matches!(c, ' ' | '\u{3000}' | '\u{a0}' | '\t'));
    at + blanks.map(char::len_utf8).sum::<usize>()
}

/// A year of four digits as it is; 24年 is 2024.
fn full_year(value: u32) -> Option<i32> {
    match value {
        1900..=2199 => i32::try_from(value).ok(),
        0..=69 => i32::try_from(2000 + value).ok(),
        70..=99 => i32::try_from(1900 + value).ok(),
        _ => None,
    }
}

fn separated(text: &str, at: usize) -> Option<DateMention> {
    let year = ascii_number(text, at, 4, 4)?;
    let separator = text.get(at + 4..)?.chars().next().filter(|c| matches!(c, '-' | '/' | '.' | '－' | '．' | '–'))?;
    let month_at = at + 4 + separator.len_utf8();
    let month = ascii_number(text, month_at, 1, 2)?;
    let month_end = month_at + digits_length(text, month_at);
    let day_at = month_end + separator.len_utf8();
    if !text.get(month_end..)?.starts_with(separator) {
        return None;
    }
    let day = ascii_number(text, day_at, 1, 2)?;
    let year = i32::try_from(year).ok().filter(|year| (1900..2200).contains(year))?;
    let fault = NaiveDate::from_ymd_opt(year, month, day).map_or(Some(DateFault::Impossible), |date| {
        debug_assert_eq!(date.year(), year);
        None
    });
    let span = Span::new(at, day_at + digits_length(text, day_at));
    Some(DateMention { year: Some(year), month: Some(month), day: Some(day), style: DateStyle::Separated, fault, span })
}

fn ascii_number(text: &str, at: usize, least: usize, most: usize) -> Option<u32> {
    let length = digits_length(text, at);
    if (least..=most).contains(&length) { text.get(at..at + length)?.parse().ok() } else { None }
}

fn digits_length(text: &str, at: usize) -> usize {
    text.as_bytes().get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_digit_is_ruled_out_by_its_bits() {
        let digits = ('\0'..=char::MAX).filter(|character| digit_of(*character, true).is_some());
        let missed: Vec<char> = digits.filter(|digit| !may_be_digit(*digit)).collect();
        assert!(missed.is_empty(), "{missed:?}");
    }
}
