//! 届次会议的名称写法有误。
//!
//! # 为什么
//! 规范写法为“×届人大×次会议”“政协×届×次会议”，“人大代表×次会议”并不存在。
//!
//! # 会被指出
//! ```reply
//! 题目：关于县十七届人大代表第三次会议第46号建议的答复
//! ```
//!
//! # 可以通过
//! ```reply
//! 题目：关于县十七届人大三次会议第46号建议的答复
//! ```
//!
//! # 依据
//! 全国人民代表大会组织法；政协章程
//!
//! # English
//! The session's name is malformed.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "session-misnamed", group: Group::Identity, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let mut findings = Vec::new();
    let zone = 0..case.opening.end;
    let words = case.at(zone.clone());
    for wrong in [
        "届人大代表第",
        "届人大代表大会代表",
        "届人民代表大会代表第",
        "届人大代表一次",
        "届人大代表二次",
        "届人大代表三次",
        "届人大代表四次",
        "届人大代表五次",
        "届人大会议第",
        "届政协人民代表",
    ] {
        for (at, _) in words.match_indices(wrong) {
            if case.on_chrome(at) {
                continue;
            }
            let head = words.get(..at).unwrap_or_default();
            let start = head
                .char_indices()
                .rev()
                .take_while(|(_, c)| {
                    crate::text::numerals::is_chinese_numeral(*c)
                        || c.is_ascii_digit()
                        || matches!(c, '第' | '县' | '市' | '区' | '省' | '镇' | '乡')
                })
                .last()
                .map_or(at, |(place, _)| place);
            let end = words
                .get(at..)
                .and_then(|rest| rest.find("会议"))
                .filter(|end| *end < 60)
                .map_or(at + wrong.len(), |end| at + end + "会议".len());
            findings
                .push(Finding::of(&RULE, "会议名称应写作“×届人大×次会议”。").at(case.span(zone.start + start..zone.start + end)));
        }
    }
    findings.truncate(2);
    Verdict::from_findings(findings)
}
