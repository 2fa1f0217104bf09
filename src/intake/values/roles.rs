//! Roles: 主办, 牵头, 独办, 协办, 会办, 分别办理, 供参考.

use super::plain::{is_blank_word, squeeze};
use super::{ProblemCode, Reading};
use crate::ledger::HandlingRole;

/// The role that a text names.
pub(in super::super) fn read_role(text: &str) -> Reading<HandlingRole> {
    let plain = squeeze(text);
    if is_blank_word(&plain) {
        return Reading::Blank;
    }
    match role_word(&plain) {
        Some(role) => Reading::Read(role),
        None => Reading::Unread(ProblemCode::UnknownWord),
    }
}

/// The role of a squeezed word; suffixes like 单位, 件 do not matter.
pub(super) fn role_word(plain: &str) -> Option<HandlingRole> {
    let bare = plain.trim_matches(|letter| matches!(letter, '(' | ')' | '[' | ']' | '【' | '】' | '〔' | '〕'));
    let bare = ["单位", "部门", "意见", "件", "方"].iter().fold(bare, |bare, suffix| match bare.strip_suffix(suffix) {
        Some(rest) if rest.chars().count() >= 2 => rest,
        _ => bare,
    });
    let is_in = |words: &[&str]| words.contains(&bare);
    if let Some(role) = HandlingRole::from_word(&bare.to_lowercase()) {
        return Some(role);
    }
    if is_in(&[
        "主办",
        "牵头",
        "独办",
        "单办",
        "独立办理",
        "单独办理",
        "牵头办理",
        "主要承办",
        "主责",
        "独立承办",
        "单独承办",
        "主承办",
        "共同主办",
        "合办主办",
    ]) {
        Some(HandlingRole::Lead)
    } else if is_in(&[
        "协办",
        "会办",
        "配合",
        "协助",
        "协同",
        "协同办理",
        "协助办理",
        "配合办理",
        "会同",
        "参与",
        "协作",
        "会同办理",
    ]) {
        Some(HandlingRole::Assisting)
    } else if is_in(&["分办", "分别办理", "分别承办", "分头办理", "各自办理", "分别答复"]) {
        Some(HandlingRole::Separate)
    } else if is_in(&[
        "参阅",
        "供参考",
        "参考",
        "阅知",
        "参阅件",
        "意见和建议",
        "仅供参考",
        "供参阅",
        "阅研",
        "转参阅",
        "社情民意",
    ]) {
        Some(HandlingRole::ForReference)
    } else {
        None
    }
}
