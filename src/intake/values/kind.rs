//! What was submitted, by whom, when, at which level, and what became of it at registration.

use super::plain::{is_blank_word, squeeze};
use super::{ProblemCode, Reading};
use crate::intake::cell::Cell;
use crate::ledger::{Filing, Level, Sitting, SubmissionKind, SubmitterForm};

/// 建议、提案、议案.
pub(in super::super) fn read_kind(text: &str) -> Reading<SubmissionKind> {
    read(text, |plain| {
        SubmissionKind::from_word(plain).or(match plain {
            _ if plain.contains("提案") || plain.contains("政协") => Some(SubmissionKind::Proposal),
            _ if plain.contains("议案") => Some(SubmissionKind::Motion),
            _ if ["建议", "批评", "意见", "人大", "代表"].iter().any(|word| plain.contains(word)) => {
                Some(SubmissionKind::Suggestion)
            }
            _ => None,
        })
    })
}

/// The kind that a title ends with: 关于…的提案.
pub(in super::super) fn title_kind(title: &str) -> Option<SubmissionKind> {
    let plain = squeeze(title);
    let bare = plain.trim_end_matches(['》', '”', '"', ')', '.', '案']);
    if bare.ends_with("的提") || plain.ends_with("提案") {
        Some(SubmissionKind::Proposal)
    } else if plain.ends_with("议案") {
        Some(SubmissionKind::Motion)
    } else if bare.ends_with("建议") || bare.ends_with("意见") {
        Some(SubmissionKind::Suggestion)
    } else {
        None
    }
}

/// 会议期间、闭会期间; a bare yes or no answers "闭会期间？".
pub(in super::super) fn read_sitting(cell: &Cell<'_>) -> Reading<Sitting> {
    if let Cell::Bool(between) = cell {
        return Reading::Read(if *between { Sitting::InterSessional } else { Sitting::InSession });
    }
    read(&cell.words(), |plain| {
        Sitting::from_word(plain).or(match plain {
            _ if plain.contains("闭会") || plain.contains("平时") || plain == "会后" || plain == "会下" => {
                Some(Sitting::InterSessional)
            }
            _ if plain.contains("会议") || plain.contains("大会") || plain == "会上" || plain == "会中" => {
                Some(Sitting::InSession)
            }
            "是" => Some(Sitting::InterSessional),
            "否" => Some(Sitting::InSession),
            _ => None,
        })
    })
}

/// 立案、并案、转意见和建议、不予立案.
pub(in super::super) fn read_filing(text: &str) -> Reading<Filing> {
    read(text, |plain| {
        Filing::from_word(plain).or(match plain {
            _ if plain.contains("不予") || plain.contains("未立案") || plain.contains("不立案") => Some(Filing::Declined),
            _ if plain.contains('并') => Some(Filing::Merged),
            _ if plain.contains("意见") || plain.contains("社情") => Some(Filing::Opinion),
            _ if plain.contains("立案") || plain == "是" => Some(Filing::Filed),
            _ => None,
        })
    })
}

/// 个人、联名、代表团、集体.
pub(in super::super) fn read_form(text: &str) -> Reading<SubmitterForm> {
    read(text, |plain| {
        SubmitterForm::from_word(plain).or(match plain {
            _ if plain.contains("代表团") => Some(SubmitterForm::Delegation),
            _ if plain.contains("集体") || plain.contains("党派") || plain.contains("团体") || plain.contains("界别") => {
                Some(SubmitterForm::Collective)
            }
            _ if plain.contains("联名") || plain.contains("联合") => Some(SubmitterForm::Joint),
            _ if plain.contains("个人") || plain.contains("单独") || plain.contains("委员") => Some(SubmitterForm::Single),
            _ => None,
        })
    })
}

/// 全国、省、市、县、乡.
pub(in super::super) fn read_level(text: &str) -> Reading<Level> {
    read(text, |plain| {
        Level::from_word(plain).or(match plain {
            _ if plain.contains("全国") || plain.contains("国家") => Some(Level::National),
            _ if plain.contains('省') || plain.contains("自治区") || plain.contains("直辖市") => Some(Level::Provincial),
            _ if plain.contains('市') || plain.contains('州') || plain.contains("地区") => Some(Level::Prefectural),
            _ if plain.contains('县') || plain.contains('区') || plain.contains('旗') => Some(Level::County),
            _ if plain.contains('乡') || plain.contains('镇') => Some(Level::Township),
            _ => None,
        })
    })
}

fn read<T>(text: &str, word: impl Fn(&str) -> Option<T>) -> Reading<T> {
    let plain = squeeze(text).to_lowercase();
    if is_blank_word(&plain) {
        return Reading::Blank;
    }
    word(&plain).map_or(Reading::Unread(ProblemCode::UnknownWord), Reading::Read)
}
