//! Days: 2024/3/20, 2024.3.20, 3月20日, 二〇二四年三月二十日, 20240320, Excel's serial 45371, milliseconds, times with their zone.

use super::plain::{is_blank_word, narrow};
use super::{ProblemCode, Reading};
use crate::calendar::{Date, DateFault};
use crate::intake::cell::Cell;

/// Days from 1899-12-30, Excel's day 0, to 1970-01-01.
const EXCEL_EPOCH: f64 = 25_569.0;
/// Serial numbers that are taken for days: 1954 to 2119.
const SERIALS: std::ops::RangeInclusive<f64> = 20_000.0..=80_500.0;
/// The office's clock: Beijing, 8 hours before Greenwich.
const BEIJING_HOURS: f64 = 8.0;

/// The day in a cell; `year` is the year of days that are written without one.
pub(in super::super) fn read_date(cell: &Cell<'_>, year: Option<i32>) -> Reading<Date> {
    match cell {
        Cell::Empty => Reading::Blank,
        Cell::Number(number) => of_number(*number),
        Cell::Date(serial) => of_days(serial - EXCEL_EPOCH),
        Cell::Bool(_) => Reading::Unread(ProblemCode::NotADate),
        Cell::Error(_) => Reading::Unread(ProblemCode::CellError),
        Cell::Text(_) => of_text(&cell.words(), year),
    }
}

fn of_days(days: f64) -> Reading<Date> {
    let days = days.floor();
    if !(-25_567.0..84_006.0).contains(&days) {
        return Reading::Unread(ProblemCode::YearOutOfRange);
    }
    Reading::Read(Date::from_days(days as i32))
}

fn of_number(number: f64) -> Reading<Date> {
    const DAY_IN_SECONDS: f64 = 86_400.0;
    match number {
        number if SERIALS.contains(&number) => of_days(number - EXCEL_EPOCH),
        number if (19_000_101.0..=21_991_231.0).contains(&number) => of_text(&format!("{}", number as i64), None),
        number if (1e11..1e13).contains(&number) => of_days((number / 1000.0 / 3600.0 + BEIJING_HOURS) / 24.0),
        number if (1e9..1e10).contains(&number) => of_days((number + BEIJING_HOURS * 3600.0) / DAY_IN_SECONDS),
        _ => Reading::Unread(ProblemCode::NotADate),
    }
}

fn of_text(text: &str, year: Option<i32>) -> Reading<Date> {
    if let Some((year, month, date)) = as_computers_write(text.as_bytes()) {
        return day(year, month, date);
    }
    let plain: String = text.chars().map(narrow).collect();
    let squeezed: String = plain.chars().filter(|letter| !letter.is_whitespace()).collect();
    if is_blank_word(&squeezed) {
        return Reading::Blank;
    }
    let tokens = tokens(&plain);
    let numbers: Vec<(i64, usize)> = tokens
        .iter()
        .map_while(|token| match token {
            Token::Number(value, digits) => Some(Some((*value, *digits))),
            Token::Sign('年' | '月' | '日' | '号' | '/' | '.' | '-') => Some(None),
            Token::Sign(_) => None,
        })
        .flatten()
        .collect();
    let first_is_number = matches!(tokens.first(), Some(Token::Number(..)));
    let has_day_sign = |sign: char| tokens.iter().any(|token| matches!(token, Token::Sign(found) if *found == sign));
    let rest = rest_after_day(&tokens);
    match numbers[..] {
        _ if !first_is_number => Reading::Unread(ProblemCode::NotADate),
        [(value, 8)] if rest.is_some() => day(value / 10_000, value / 100 % 100, value % 100),
        [(value, 6)] if (190_001..=219_912).contains(&value) => Reading::Unread(ProblemCode::NoDay),
        [(value, _)] if tokens.len() == 1 => of_number(value as f64),
        [(whole, _), (_, _)] if SERIALS.contains(&(whole as f64)) => of_number(whole as f64),
        [(_, 4)] if has_day_sign('年') => Reading::Unread(ProblemCode::NoDay),
        [(_, 1 | 2)] if has_day_sign('月') => Reading::Unread(ProblemCode::NoDay),
        [(_, 4), (_, 1 | 2)] => Reading::Unread(ProblemCode::NoDay),
        [(month, 1 | 2), (date, 1 | 2)] if rest.is_some() => match year {
            Some(year) => day(i64::from(year), month, date),
            None => Reading::Unread(ProblemCode::NoYear),
        },
        [(year, 4), (month, 1 | 2), (date, 1 | 2), ..] => match rest {
            Some(rest) => with_time(day(year, month, date), rest),
            None => Reading::Unread(ProblemCode::NotADate),
        },
        [(first, 1 | 2), (second, 1 | 2), (year, 4)] if first > 12 => day(year, second, first),
        [(first, 1 | 2), (second, 1 | 2), (year, 4)] => day(year, first, second),
        [(month, 1 | 2), (date, 13..), (year, 2)] => day(2000 + year, month, date),
        [(year, 2), (month, 1 | 2), (date, 1 | 2)] => day(2000 + year, month, date),
        _ => Reading::Unread(ProblemCode::NotADate),
    }
}

/// 2024-03-20, 2024/3/20 and 2024.3.20: of most dates nothing else need be asked.
fn as_computers_write(text: &[u8]) -> Option<(i64, i64, i64)> {
    let (year, rest) = text.split_at_checked(4)?;
    let (separator, rest) = rest.split_first()?;
    let at = rest.iter().position(|byte| byte == separator).filter(|_| matches!(separator, b'-' | b'/' | b'.'))?;
    let number = |digits: &[u8]| {
        let all = digits.iter().all(u8::is_ascii_digit);
        all.then(|| digits.iter().fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0')))
    };
    let part = |digits: &[u8]| if (1..=2).contains(&digits.len()) { number(digits) } else { None };
    Some((number(year)?, part(&rest[..at])?, part(&rest[at + 1..])?))
}

fn day(year: i64, month: i64, day: i64) -> Reading<Date> {
    match Date::new(year as i32, month as u32, day as u32) {
        Ok(date) => Reading::Read(date),
        Err(DateFault::NoSuchDay) => Reading::Unread(ProblemCode::NoSuchDay),
        Err(DateFault::Year) => Reading::Unread(ProblemCode::YearOutOfRange),
        Err(DateFault::Form) => Reading::Unread(ProblemCode::NotADate),
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    /// A number and how many digits it has.
    Number(i64, usize),
    Sign(char),
}

fn tokens(plain: &str) -> Vec<Token> {
    let letters: Vec<char> = plain.trim().chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < letters.len() && tokens.len() < 24 {
        let run = letters[at..].iter().take_while(|letter| letter.is_ascii_digit()).count();
        let chinese = letters[at..].iter().take_while(|letter| chinese_digit(**letter).is_some()).count();
        if run > 0 {
            let value =
                letters[at..at + run.min(15)].iter().fold(0, |sum, digit| sum * 10 + i64::from(*digit as u32 - '0' as u32));
            tokens.push(Token::Number(value, run));
            at += run;
        } else if chinese > 0 {
            let (value, digits) = chinese_number(&letters[at..at + chinese.min(12)]);
            tokens.push(Token::Number(value, digits));
            at += chinese;
        } else {
            let between_digits = at > 0
                && letters[at].is_whitespace()
                && letters[at - 1].is_ascii_digit()
                && letters.get(at + 1).is_some_and(char::is_ascii_digit);
            if !letters[at].is_whitespace() || between_digits {
                tokens.push(Token::Sign(letters[at]));
            }
            at += 1;
        }
    }
    tokens
}

fn chinese_digit(letter: char) -> Option<i64> {
    match letter {
        '十' => Some(10),
        '〇' | '零' | '○' => Some(0),
        _ => "一二三四五六七八九".chars().position(|digit| digit == letter).map(|place| place as i64 + 1),
    }
}

/// The value, and the digits that it has in Arabic numerals.
fn chinese_number(letters: &[char]) -> (i64, usize) {
    match letters.iter().position(|letter| *letter == '十') {
        Some(ten) => {
            let tens = letters[..ten].iter().filter_map(|letter| chinese_digit(*letter)).next_back().unwrap_or(1);
            let ones = letters[ten + 1..].iter().filter_map(|letter| chinese_digit(*letter)).next().unwrap_or(0);
            (tens * 10 + ones, 2)
        }
        None => {
            (letters.iter().filter_map(|letter| chinese_digit(*letter)).fold(0, |sum, digit| sum * 10 + digit), letters.len())
        }
    }
}

/// What stands after the day; `None` where that makes the whole no single day.
fn rest_after_day(tokens: &[Token]) -> Option<&[Token]> {
    let numbers = tokens.iter().enumerate().filter(|(_, token)| matches!(token, Token::Number(..)));
    let leads_with_year = matches!(tokens.first(), Some(Token::Number(_, 4)));
    let single = matches!(tokens.first(), Some(Token::Number(_, 8)));
    let last = numbers.map(|(place, _)| place).nth(if single { 0 } else { 1 + usize::from(leads_with_year) })?;
    let rest = &tokens[last + 1..];
    match rest {
        [Token::Sign('日' | '号'), rest @ ..] => follows_a_day(rest).then_some(rest),
        rest => follows_a_day(rest).then_some(rest),
    }
}

fn follows_a_day(rest: &[Token]) -> bool {
    matches!(rest, [] | [Token::Sign('T' | 't' | ' ' | '(' | '上' | '下' | '星' | '周' | '前' | '止' | '.' | ','), ..])
        || matches!(rest, [Token::Number(0..=23, 1 | 2), Token::Sign(':'), ..])
}

/// The day in Beijing of a day with a time and its zone.
fn with_time(day: Reading<Date>, rest: &[Token]) -> Reading<Date> {
    let Reading::Read(date) = day else { return day };
    let clock: Vec<i64> = rest
        .iter()
        .filter_map(|token| match token {
            Token::Number(value, _) => Some(*value),
            Token::Sign(_) => None,
        })
        .collect();
    let Some(hour) = clock.first().filter(|hour| (0..24).contains(*hour)) else { return Reading::Read(date) };
    let sign = rest.iter().position(|token| matches!(token, Token::Sign('Z' | 'z' | '+' | '-')));
    let zone = match sign.map(|place| (rest[place], rest.get(place + 1))) {
        Some((Token::Sign('+'), Some(Token::Number(hours, 1..=2)))) => *hours as f64,
        Some((Token::Sign('-'), Some(Token::Number(hours, 1..=2)))) => -(*hours as f64),
        Some((Token::Sign('+'), Some(Token::Number(hours, 4)))) => (*hours / 100) as f64,
        Some((Token::Sign('-'), Some(Token::Number(hours, 4)))) => -((*hours / 100) as f64),
        Some((Token::Sign('Z' | 'z'), _)) => 0.0,
        _ => return Reading::Read(date),
    };
    of_days(f64::from(date.days()) + (*hour as f64 - zone + BEIJING_HOURS) / 24.0)
}

/// The year that a title or sheet name speaks of: 2024 in 云岭县2024年…台账.
pub(in super::super) fn year_in(text: &str) -> Option<i32> {
    let plain: Vec<char> = text.chars().map(narrow).collect();
    let arabic = plain.windows(5).enumerate().find_map(|(place, letters)| {
        let before = place.checked_sub(1).is_some_and(|before| plain[before].is_ascii_digit());
        let year: String = letters[..4].iter().collect();
        let ends = letters[4] == '年' || letters[4] == '-' || letters[4] == '/' || letters[4] == '.';
        (ends && !before).then(|| year.parse().ok()).flatten()
    });
    let year = arabic.or_else(|| {
        let place = plain.iter().position(|letter| *letter == '年').filter(|place| *place >= 4)?;
        let letters = &plain[place - 4..place];
        letters
            .iter()
            .all(|letter| chinese_digit(*letter).is_some_and(|digit| digit < 10))
            .then(|| chinese_number(letters).0 as i32)
    });
    let alone = || text.trim().parse().ok();
    year.or_else(alone).filter(|year| (1950..2150).contains(year))
}
