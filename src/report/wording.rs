//! Words of a label and what merely joins them to others.

use crate::text::short::{any_of, without};

/// Whether `words` hold nothing but joints such as 其中, 有, 共, 对.
pub(crate) fn is_thin(words: &str) -> bool {
    strip_joints(words).is_empty()
}

/// `words` without the joints at both ends and without the number of a list (一是, 二、).
pub(crate) fn strip_joints(words: &str) -> &str {
    const JOINTS: &[&str] = &[
        "，", "、", "；", "：", ":", "“", "”", "‘", "’", "（", "）", "—", "-", "•", "●", "·", "其中", "以及", "和", "及", "与",
        "有", "为", "的", "共", "计", "对", "即", "另", "不到", "不足", "超过", "接近", "大约", "是", "约", "近", "达到", "达",
        "占", "则", "仅", "各", "均", "在", "将", "从", "这", "该", "上述", "以上", "全部", "中", "分别", "依次",
    ];
    let mut words = words.trim();
    loop {
        let before = words;
        words = without_ordinal(words);
        if words.starts_with(begins_a_joint) {
            let joint = JOINTS.iter().find(|joint| words.starts_with(**joint) && !begins_a_word(words, joint));
            words = joint.and_then(|joint| words.strip_prefix(joint)).unwrap_or(words);
        }
        if words.ends_with(ends_a_joint) {
            let joint = JOINTS.iter().find(|joint| words.ends_with(**joint) && !ends_a_word(words, joint));
            words = joint.and_then(|joint| words.strip_suffix(joint)).unwrap_or(words);
        }
        if words == before {
            return words;
        }
    }
}

/// Whether any joint begins with `character`: most words are ruled out by it.
fn begins_a_joint(character: char) -> bool {
    is_a_mark(character) || "其以和及与有为的共计对即另不超接大是约近达占则仅各均在将从这该上全中分依".contains(character)
}

/// Whether any joint ends with `character`.
fn ends_a_joint(character: char) -> bool {
    is_a_mark(character) || "中及和与有为的共计对即另到足过近约是达占则仅各均在将从这该述上部别次".contains(character)
}

fn is_a_mark(character: char) -> bool {
    matches!(character, '，' | '、' | '；' | '：' | ':' | '“' | '”' | '‘' | '’' | '（' | '）' | '—' | '-' | '•' | '●' | '·')
}

/// Whether the joint that begins `words` is the beginning of a longer word: 有关, 这些, 各类.
fn begins_a_word(words: &str, joint: &str) -> bool {
    let longer: &[&str] = match joint {
        "有" => &["有关", "有效", "有序", "有的"],
        "这" => &["这些", "这部分", "这类", "这批"],
        "各" => &["各类", "各级", "各项", "各地"],
        "对" => &["对口", "对外"],
        "中" => &["中共", "中央", "中小", "中医", "中学"],
        "共" => &["共建", "共享", "共青"],
        "计" => &["计划", "计生"],
        _ => return false,
    };
    longer.iter().any(|word| words.starts_with(word))
}

/// Whether the joint that ends `words` is the end of a longer word: 涉及, 公共, 统计.
fn ends_a_word(words: &str, joint: &str) -> bool {
    let longer: &[&str] = match joint {
        "及" => &["涉及"],
        "共" => &["公共", "中共"],
        "计" => &["统计", "审计", "会计", "设计"],
        "中" => &["初中", "高中"],
        "均" => &["年均", "人均", "户均"],
        _ => return false,
    };
    longer.iter().any(|word| words.ends_with(word))
}

/// `words` without 一是, 二是 … before them.
fn without_ordinal(words: &str) -> &str {
    let rest = words.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    if rest.len() == words.len() { words } else { rest.strip_prefix('是').unwrap_or(words) }
}

/// Whether `words` say that what follows is a total: 共, 合计, 总数.
pub(crate) fn says_total(words: &str) -> bool {
    const OTHER_WORDS: &[&str] = &[
        "公共",
        "共同",
        "共享",
        "共建",
        "共治",
        "中共",
        "共产",
        "共青",
        "共和",
        "总体",
        "总书记",
        "总工会",
        "总结",
        "总局",
        "总署",
        "总站",
        "总公司",
        "总队",
    ];
    if !any_of(words, &["共", "总", "合计", "累计"]) {
        return false;
    }
    let rest = without(words, OTHER_WORDS);
    any_of(&rest, &["共", "总", "合计", "累计"])
}

/// `words` without what stands in brackets.
pub(crate) fn without_brackets(words: &str) -> String {
    let mut depth = 0u32;
    let mut kept = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '（' | '【' => depth += 1,
            '）' | '】' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(character),
            _ => {}
        }
    }
    kept
}

/// The first `count` characters of `words`.
pub(crate) fn first(words: &str, count: usize) -> &str {
    words.char_indices().nth(count).map_or(words, |(end, _)| words.get(..end).unwrap_or(words))
}
