//! Item numbers and counts.

use super::plain::{is_blank_word, squeeze};
use super::{ProblemCode, Reading};
use crate::intake::cell::Cell;

/// An item's number as printed, without the words around it: `046` of 第046号 and '046, `46` of ４６; else the words as they stand.
pub(in super::super) fn read_item_number(cell: &Cell<'_>) -> Reading<String> {
    if let Cell::Error(_) = cell {
        return Reading::Unread(ProblemCode::CellError);
    }
    let words = cell.words();
    let plain = squeeze(&words);
    let plain = plain.trim_start_matches(['\'', '`', '‘', '’']);
    if is_blank_word(plain) {
        return Reading::Blank;
    }
    let bare = plain.strip_prefix("第").unwrap_or(plain);
    let bare =
        ["号建议", "号提案", "号议案", "号案", "号件", "号", "件"].iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare);
    let bare = bare.strip_suffix(".0").filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(bare);
    Reading::Read(if bare.is_empty() { words.into_owned() } else { bare.to_owned() })
}

/// A count of people or things: 9, 9人, 等9人.
pub(in super::super) fn read_count(cell: &Cell<'_>) -> Reading<u32> {
    let plain = squeeze(&cell.words());
    if is_blank_word(&plain) {
        return Reading::Blank;
    }
    let digits: String = plain.chars().skip_while(|letter| !letter.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().map_or(Reading::Unread(ProblemCode::WrongType), Reading::Read)
}
