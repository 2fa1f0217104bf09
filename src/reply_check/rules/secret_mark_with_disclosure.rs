//! 标有密级，又标为公开。
//!
//! # 为什么
//! 涉密文件不得公开；公开件不得带密级标志。
//!
//! # 会被指出
//! ```reply
//! 标记：秘密★1年
//! 公开：公开属性：主动公开
//! ```
//!
//! # 可以通过
//! ```reply
//! 标记：类别：A
//! 公开：公开属性：主动公开
//! ```
//!
//! # 依据
//! 《保守国家秘密法》；《政府信息公开条例》第十四条
//!
//! # English
//! A secret mark together with disclosure.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "secret-mark-with-disclosure", group: Group::Disclosure, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(mark) = case.letter.secret_mark else { return Verdict::NotApplicable };
    let Some(disclosure) = case.letter.disclosure.as_ref().filter(|disclosure| disclosure.value != "不予公开") else {
        return if case.is_public() {
            Verdict::Fail(vec![Finding::of(&RULE, "已公开的页面带有密级标志，请立即核实。").at(mark)])
        } else {
            Verdict::Pass
        };
    };
    Verdict::Fail(vec![
        Finding::of(&RULE, format!("标有密级“{}”，不得标为“{}”。", mark.of(case.text()), disclosure.value))
            .at(mark)
            .at(disclosure.span),
    ])
}
