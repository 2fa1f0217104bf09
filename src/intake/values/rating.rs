//! Ratings: 满 意, 非常满意, 满意（电话）, 基本满意, 不满意; 3, 2, 1, 0.

use super::plain::{is_blank_word, squeeze};
use super::{ProblemCode, Reading};
use crate::intake::cell::Cell;
use crate::ledger::Rating;

/// The rating in a cell. 非常满意 and 很满意 count as 满意; 较满意 is none of the three and stays unread.
pub(in super::super) fn read_rating(cell: &Cell<'_>) -> Reading<Rating> {
    let plain = match cell {
        Cell::Error(_) => return Reading::Unread(ProblemCode::CellError),
        other => squeeze(&other.words()),
    };
    let is_none =
        ["未反馈", "未评价", "未测评", "未评", "待反馈", "待评价", "未征询", "未收回", "弃权", "0"].contains(&plain.as_str());
    if is_blank_word(&plain) || is_none {
        return Reading::Blank;
    }
    let begins = |words: &[&str]| words.iter().any(|word| plain.starts_with(word));
    if let Some(rating) = Rating::from_word(&plain) {
        Reading::Read(rating)
    } else if plain == "1" || begins(&["不满意", "很不满意", "非常不满意", "不太满意"]) {
        Reading::Read(Rating::Dissatisfied)
    } else if plain == "2" || begins(&["基本满意"]) {
        Reading::Read(Rating::BasicallySatisfied)
    } else if plain == "3" || begins(&["满意", "非常满意", "很满意", "十分满意"]) {
        Reading::Read(Rating::Satisfied)
    } else {
        Reading::Unread(ProblemCode::UnknownWord)
    }
}
