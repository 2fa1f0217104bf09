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
use crate::text::han::is_han;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "half-width-punctuation", group: Group::Format, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let text = case.text();
    let mut finding = Finding::of(&RULE, "汉字之间应使用全角标点。");
    let signs = case.signs_in(case.whole()).filter(|(_, sign)| matches!(sign, '，' | '；' | '！' | '？' | '.'));
    for place in signs.map(|(at, sign)| case.span(at..at + sign.len_utf8()).start) {
        let Some(mark) = text.as_bytes().get(place).filter(|mark| mark.is_ascii()) else { continue };
        let before = text.get(..place).and_then(|head| head.chars().next_back()).unwrap_or(' ');
        let after = text.get(place + 1..).and_then(|tail| tail.chars().next()).unwrap_or(' ');
        let is_half = *mark != b'.' || !after.is_ascii_alphanumeric();
        let amid = is_han(before) && (is_han(after) || after.is_whitespace() || after.is_ascii_digit());
        if is_half && amid && finding.spans.len() < 20 {
            finding = finding.at(crate::text::span::Span::new(place, place + 1));
        }
    }
    if finding.spans.is_empty() { Verdict::Pass } else { Verdict::Fail(vec![finding]) }
}
