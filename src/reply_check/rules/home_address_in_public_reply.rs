//! 公开的答复件中有个人住址。
//!
//! # 为什么
//! 住址精确到门牌、单元、房号的，公开会泄露个人隐私。
//!
//! # 会被指出
//! ```reply
//! 正文：已为孟某某（住云岭县锦绣路18号锦绣家园6号楼2单元402室）加装扶手。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：已为锦绣家园小区孟某某加装扶手。
//! ```
//!
//! # 依据
//! 《个人信息保护法》第二十五条、第二十八条
//!
//! # English
//! A home address in a public reply.
//!
//! # 局限
//! 只认“×单元×室”的写法。

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "home-address-in-public-reply", group: Group::Disclosure, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_public() {
        return Verdict::NotApplicable;
    }
    let words = case.at(case.whole());
    let mut findings = Vec::new();
    for (at, _) in words.match_indices("单元") {
        let rest: String = words.get(at + "单元".len()..).unwrap_or_default().chars().take(8).collect();
        let digits = rest.chars().take_while(|c| c.is_ascii_digit()).count();
        let room = rest.get(digits..).unwrap_or_default();
        if !(2..=4).contains(&digits)
            || !(room.starts_with('室') || room.starts_with('号') || room.starts_with(['，', '）', '。', '户']))
        {
            continue;
        }
        let head = words.get(..at).unwrap_or_default();
        let start = head.rfind(['住', '，', '（', '。', '：', '；']).map_or(at, |stop| stop + "住".len());
        let end = at + "单元".len() + digits + if room.starts_with('室') || room.starts_with('号') { "室".len() } else { 0 };
        findings.push(Finding::of(&RULE, "请删去具体住址，只写到小区或者村组。").at(case.span(start..end)));
    }
    Verdict::from_findings(findings)
}
