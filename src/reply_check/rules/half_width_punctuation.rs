//! 汉字之间用了半角标点。
//!
//! # 为什么
//! 公文用全角标点，半角标点混用影响版面和检索。
//!
//! # 会被指出
//! ```reply
//! 正文：该路段已于6月18日完工,现已通车.由石门乡人民政府负责养护,每季度检查一次.
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：该路段已于6月18日完工，现已通车。由石门乡人民政府负责养护，每季度检查一次。
//! ```
//!
//! # 依据
//! 《标点符号用法》（GB/T 15834—2011）5.1
//!
//! # English
//! Half-width punctuation between Chinese characters.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "half-width-punctuation", group: Group::Format, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let end = case.span(case.whole()).end;
    let mut finding = Finding::of(&RULE, "汉字之间应使用全角标点。");
    let mut before = ' ';
    let mut characters = case.text().char_indices().peekable();
    while let Some((place, character)) = characters.next() {
        let after = characters.peek().map_or(' ', |(_, next)| *next);
        let is_half = matches!(character, ',' | ';' | '!' | '?') || character == '.' && !after.is_ascii_alphanumeric();
        if is_half
            && is_chinese(before)
            && (is_chinese(after) || after.is_whitespace() || after.is_ascii_digit())
            && place < end
            && finding.spans.len() < 20
        {
            finding = finding.at(crate::text::span::Span::new(place, place + character.len_utf8()));
        }
        before = character;
    }
    if finding.spans.is_empty() { Verdict::Pass } else { Verdict::Fail(vec![finding]) }
}

fn is_chinese(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}
