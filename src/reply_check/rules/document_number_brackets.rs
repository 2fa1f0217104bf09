//! 发文字号的年份没有用六角括号，或者序号前加了“第”字。
//!
//! # 为什么
//! 年份用六角括号“〔〕”括入，序号不加“第”字，写法统一才能检索。
//!
//! # 会被指出
//! ```reply
//! 文号：云交函[2024]第37号
//! ```
//!
//! # 可以通过
//! ```reply
//! 文号：云交函〔2024〕37号
//! ```
//!
//! # 依据
//! 《党政机关公文格式》（GB/T 9704—2012） 7.2.5
//!
//! # English
//! The year is not in 〔〕, or 第 stands before the serial.
//!
//! # 局限
//! 没有任何括号的写法（如“云交函2024年37号”）不在此列。

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "document-number-brackets", group: Group::Format, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(number) = &case.letter.document_number else { return Verdict::NotApplicable };
    let right = standard(&number.value);
    if right == number.value {
        return Verdict::Pass;
    }
    let finding = Finding::of(&RULE, format!("发文字号应写作“{right}”。"))
        .at(number.span)
        .expected(right.clone())
        .actual(number.value.clone())
        .fix(number.span, right);
    Verdict::Fail(vec![finding])
}

/// 〔〕 around the year, no 第 before the serial; what has no brackets at all gets them.
fn standard(number: &str) -> String {
    let mut right = String::with_capacity(number.len());
    for character in number.chars() {
        right.push(match character {
            '[' | '【' | '（' | '(' | '〈' | '《' | '［' | '{' | '﹝' | '<' => '〔',
            ']' | '】' | '）' | ')' | '〉' | '》' | '］' | '}' | '﹞' | '>' => '〕',
            other => other,
        });
    }
    right.replace("〕第", "〕").replace("年〕", "〕")
}
