//! Yes and no in all spellings.

use super::plain::{is_blank_word, squeeze};
use super::{ProblemCode, Reading};
use crate::intake::cell::Cell;

/// Yes or no; a bare 0 or 1 counts.
pub(in super::super) fn read_yes_no(cell: &Cell<'_>) -> Reading<bool> {
    if let Cell::Bool(value) = cell {
        return Reading::Read(*value);
    }
    let plain = squeeze(&cell.words()).to_lowercase();
    if is_blank_word(&plain) {
        return Reading::Blank;
    }
    let is_in = |words: &[&str]| words.contains(&plain.as_str());
    if is_in(&["是", "有", "对", "√", "✓", "✔", "☑", "y", "yes", "true", "t", "1", "已", "重点", "●", "○是", "同意", "v"])
    {
        Reading::Read(true)
    } else if is_in(&["否", "没有", "不", "×", "✗", "✘", "☐", "n", "no", "false", "f", "0", "未", "非重点", "不是", "x", "非"])
    {
        Reading::Read(false)
    } else {
        Reading::Unread(ProblemCode::UnknownWord)
    }
}
