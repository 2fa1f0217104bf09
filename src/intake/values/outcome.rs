//! Classes of result in any scheme: A类, Ａ, a, A1, 甲类, 已解决, whole sentences.

use super::plain::{is_blank_word, squeeze};
use super::{ProblemCode, Reading};
use crate::ledger::{OutcomeMeaning, OutcomeScheme};

/// The mark that a text gives: its letter as printed, else the mark of `scheme` that means what the words say.
pub(in super::super) fn read_outcome(text: &str, scheme: &OutcomeScheme) -> Reading<String> {
    let plain = squeeze(text).to_uppercase();
    if is_blank_word(&plain) || says_not_yet(&plain) {
        return Reading::Blank;
    }
    if let Some(mark) = scheme.marks.iter().find(|mark| squeeze(&mark.mark).to_uppercase() == plain) {
        return Reading::Read(mark.mark.clone());
    }
    if let Some(mark) = letter_mark(&plain) {
        return Reading::Read(mark);
    }
    if let Some(mark) = scheme.marks.iter().find(|mark| squeeze(&mark.label).to_uppercase() == plain) {
        return Reading::Read(mark.mark.clone());
    }
    match meaning(&plain) {
        Some(meaning) => Reading::Read(mark_of(meaning, scheme)),
        None => Reading::Unread(ProblemCode::UnknownWord),
    }
}

fn says_not_yet(plain: &str) -> bool {
    ["办理中", "正在办理", "未办结", "待办", "未答复", "未办复", "未办", "待定", "未定", "在办", "未分类"].contains(&plain)
}

/// `A1` of A1类…, `甲` of 甲类: a letter that nothing but a digit, a sign or a word for class follows.
fn letter_mark(plain: &str) -> Option<String> {
    let bare = plain.trim_start_matches(['(', '[', '“', '"', '【', '"', '「']);
    let mut letters = bare.chars().peekable();
    let letter = letters.next().filter(|letter| matches!(letter, 'A'..='F' | '甲' | '乙' | '丙' | '丁'))?;
    let mut mark = letter.to_string();
    if letter.is_ascii()
        && let Some(digit) = letters.next_if(|digit| matches!(digit, '1'..='9'))
    {
        mark.push(digit);
    }
    let next = letters.next();
    let ends = match next {
        None => true,
        Some('类' | '级' | '档') => true,
        Some(sign) => letter.is_ascii() && !sign.is_ascii_alphanumeric(),
    };
    ends.then_some(mark)
}

/// What the words mean; the order matters: 不能解决 also holds 解决.
fn meaning(plain: &str) -> Option<OutcomeMeaning> {
    const PHRASES: &[(&[&str], OutcomeMeaning)] = &[
        (&["向上反映", "向上级反映", "上级机关", "上报"], OutcomeMeaning::ReferredUpward),
        (&["不可行", "不符合政策", "不符合法律", "不予采纳"], OutcomeMeaning::Infeasible),
        (&["参考"], OutcomeMeaning::Reference),
        (
            &["不能解决", "无法解决", "暂不", "难以解决", "条件限制", "条件所限", "未解决", "以后解决", "留待"],
            OutcomeMeaning::NotSolvable,
        ),
        (&["部分解决", "部分采纳"], OutcomeMeaning::PartlySolved),
        (&["年内解决", "年内可以解决", "年内能够解决", "今年解决"], OutcomeMeaning::SolvedThisYear),
        (&["列入计划", "列入规划", "纳入计划", "纳入规划", "逐步解决", "计划解决", "拟解决", "拟采纳"], OutcomeMeaning::Planned),
        (&["正在解决", "正着手解决", "着手解决", "解决中"], OutcomeMeaning::BeingSolved),
        (&["已解决", "已经解决", "基本解决", "已采纳", "采纳", "解决", "已落实", "办结"], OutcomeMeaning::Solved),
    ];
    PHRASES.iter().find(|(phrases, _)| phrases.iter().any(|phrase| plain.contains(phrase))).map(|(_, meaning)| *meaning)
}

/// The scheme's mark for a meaning, else the national letter (NPC 2005 procedure: A solved, B planned, C later, D reference).
fn mark_of(meaning: OutcomeMeaning, scheme: &OutcomeScheme) -> String {
    let exact = scheme.marks.iter().find(|mark| mark.meaning == meaning);
    let alike = |mark: &&crate::ledger::OutcomeMark| {
        (mark.meaning.is_solved() && meaning.is_solved())
            || (!mark.meaning.is_solved()
                && mark.meaning.is_solved_or_planned()
                && !meaning.is_solved()
                && meaning.is_solved_or_planned())
    };
    let found = exact.or_else(|| scheme.marks.iter().find(alike));
    found.map_or_else(
        || {
            match meaning {
                meaning if meaning.is_solved() => "A",
                meaning if meaning.is_solved_or_planned() => "B",
                OutcomeMeaning::Reference => "D",
                _ => "C",
            }
            .to_owned()
        },
        |mark| mark.mark.clone(),
    )
}
