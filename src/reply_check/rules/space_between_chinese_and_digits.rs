//! 汉字与数字之间留了空格。
//!
//! # 为什么
//! 公文汉字与阿拉伯数字之间不留空格，多为从网页或者其他软件粘贴所致。
//!
//! # 会被指出
//! ```reply
//! 正文：该路段 4.3 公里已于 6 月 18 日完工通车，总投资 344 万元。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：该路段4.3公里已于6月18日完工通车，总投资344万元。
//! ```
//!
//! # 依据
//! 《出版物上数字用法》（GB/T 15835—2011）；《党政机关公文格式》（GB/T 9704—2012）
//!
//! # English
//! Blanks between Chinese characters and digits.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};
use crate::text::han::is_han;

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "space-between-chinese-and-digits", group: Group::Format, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(prose) = case.letter.prose else { return Verdict::NotApplicable };
    let words = prose.of(case.text());
    let mut finding = Finding::of(&RULE, "汉字与数字之间不留空格。");
    let bytes = words.as_bytes();
    for (at, _) in words.match_indices(' ') {
        let before = words.get(..at).and_then(|head| head.chars().next_back());
        let after = words.get(at + 1..).and_then(|tail| tail.chars().next());
        let parts =
            |chinese: Option<char>, digit: Option<char>| chinese.is_some_and(is_han) && digit.is_some_and(|c| c.is_ascii_digit());
        if (parts(before, after) || parts(after, before))
            && bytes.get(at.saturating_sub(1)) != Some(&b'\n')
            && finding.spans.len() < 20
        {
            finding = finding.at(crate::text::span::Span::new(prose.start + at, prose.start + at + 1));
        }
    }
    if finding.spans.is_empty() { Verdict::Pass } else { Verdict::Fail(vec![finding]) }
}
