//! Sessions: 十四届二次会议, 第14届第2次, 14-2, 十四届人大二次.

use super::plain::{is_blank_word, squeeze};
use super::{ProblemCode, Reading};
use crate::ledger::Session;

/// The session that a text names.
pub(in super::super) fn read_session(text: &str) -> Reading<Session> {
    let plain = squeeze(text);
    if is_blank_word(&plain) {
        return Reading::Blank;
    }
    let numbers = numbers(&plain);
    let named = plain.contains('届')
        || plain.contains('次')
        || plain.chars().all(|letter| letter.is_ascii_digit() || "-./_".contains(letter));
    match numbers[..] {
        [congress, number] if named && (1..=99).contains(&congress) && (1..=20).contains(&number) => {
            Reading::Read(Session { congress: congress as u8, number: number as u8 })
        }
        _ => Reading::Unread(ProblemCode::WrongType),
    }
}

fn numbers(plain: &str) -> Vec<u32> {
    let mut found = Vec::new();
    let mut arabic: Option<u32> = None;
    let mut chinese: Option<(u32, u32)> = None;
    for letter in plain.chars().chain([' ']) {
        let digit = letter.to_digit(10);
        if let (None, Some(value)) = (digit, arabic) {
            found.push(value);
            arabic = None;
        }
        if let Some(digit) = digit {
            arabic = Some(arabic.unwrap_or(0).saturating_mul(10).saturating_add(digit));
        }
        let place = "一二三四五六七八九".chars().position(|known| known == letter).map(|place| place as u32 + 1);
        chinese = match (letter, place, chinese) {
            ('十', _, None) => Some((10, 0)),
            ('十', _, Some((tens, ones))) => Some((tens + ones.max(1) * 10, 0)),
            (_, Some(ones), None) => Some((0, ones)),
            (_, Some(ones), Some((tens, _))) => Some((tens, ones)),
            (_, None, Some((tens, ones))) => {
                found.push(tens + ones);
                None
            }
            (_, None, None) => None,
        };
    }
    found
}
