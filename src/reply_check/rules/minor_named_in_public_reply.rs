//! 公开的答复件中可能写了未成年人的姓名。
//!
//! # 为什么
//! 未成年人的姓名、学校班级等信息应作隐去处理。
//!
//! # 会被指出
//! ```reply
//! 正文：一、已为留守儿童王小明落实监护措施，6月18日完成。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：一、已为留守儿童王某某落实监护措施，6月18日完成。
//! ```
//!
//! # 依据
//! 《未成年人保护法》第四条
//!
//! # English
//! A minor may be named in a public reply.
//!
//! # 局限
//! 按姓氏和上下文推测，须由人确认。

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "minor-named-in-public-reply", group: Group::Disclosure, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_public() {
        return Verdict::NotApplicable;
    }
    let mut findings = Vec::new();
    for hit in case.cues_in(Cue::Minor, case.body.clone()) {
        let rest = case.at(hit.end..case.body.end);
        let name: String = rest.chars().take(3).collect();
        let is_name = name.chars().next().is_some_and(|c| SURNAMES.contains(c)) && name.chars().count() == 3;
        let then: String = rest.chars().skip(3).take(1).collect();
        let bounded = matches!(then.as_str(), "（" | "，" | "落" | "同" | "的" | "等" | "、")
            && !name.contains(['某', '×', '的', '和', '、', '，', '关']);
        if is_name && bounded {
            findings.push(Finding::of(&RULE, "疑为未成年人姓名，请以“某某”代替。").at(case.span(hit.end..hit.end + name.len())));
        }
    }
    if findings.is_empty() { Verdict::Pass } else { Verdict::Confirm(findings) }
}

/// Frequent surnames that rarely begin another word.
const SURNAMES: &str =
    "王李张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾魏薛叶阎潘杜戴夏钟汪姜范姚谭廖邹熊";
