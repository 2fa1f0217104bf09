//! 主办、协办、会办、参阅: the role of a handling body.

use crate::text::short::{any_of, holds, last_of, without};

/// The role that `words` name last.
pub(crate) fn role(words: &str) -> Option<&'static str> {
    const ROLES: &[(&str, &[&str])] = &[
        ("独办", &["独办", "单办", "独立办理", "单独办理", "单独承办"]),
        ("分办", &["分办", "分别办理"]),
        ("会办", &["会办", "会同办理"]),
        ("协办", &["协办", "协助办理", "协同办理", "配合办理"]),
        ("参阅", &["参阅", "供参考件", "阅研"]),
        ("意见和建议", &["意见和建议"]),
        ("主办", &["主办", "牵头办理", "牵头承办", "主承办"]),
        ("主合办", &["主合办"]),
        ("合办", &["合办件"]),
    ];
    if holds(words, "批评") || !any_of(words, &["办", "参阅", "供参考件", "阅研", "意见和建议"]) {
        return None;
    }
    let words = without(words, BODIES);
    let found = ROLES
        .iter()
        .filter_map(|(role, list)| last_of(&words, list).map(|place| (place, *role)))
        .filter(|(place, role)| *role != "意见和建议" || ends_with_the_kind(&words, *place));
    let (_, role) = found.max_by_key(|(place, _)| *place)?;
    let both = holds(&words, "协办") && holds(&words, "会办");
    Some(if both { "协办" } else { role })
}

/// 转为意见和建议, not 所提意见和建议得到解决: what follows the words at `place` says nothing more of them.
fn ends_with_the_kind(words: &str, place: usize) -> bool {
    words.get(place..).is_some_and(|rest| rest.chars().count() <= "意见和建议".chars().count() + 4)
}

/// Words in which the name of a role stands by chance, or names the body itself.
const BODIES: &[&str] = &[
    "主办单位",
    "主办部门",
    "协办单位",
    "会办单位",
    "分办件",
    "会办公",
    "协办公",
    "会办事",
    "协办事",
    "政协办",
    "工会办",
    "委会办",
    "大会办",
    "联合会办",
    "协会办",
    "部分办",
    "充分办",
    "清单办",
    "订单办",
    "常委会办",
];
