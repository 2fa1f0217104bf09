//! 书名号不成对。
//!
//! # 为什么
//! 引用建议标题和法律文件名称时，“《”与“》”应成对。
//!
//! # 会被指出
//! ```reply
//! 开头：您提出的《关于硬化杨柳村道路的建议（第46号）收悉，现答复如下：
//! ```
//!
//! # 可以通过
//! ```reply
//! 开头：您提出的《关于硬化杨柳村道路的建议》（第46号）收悉，现答复如下：
//! ```
//!
//! # 依据
//! 《标点符号用法》（GB/T 15834—2011）4.15
//!
//! # English
//! Title marks 《》 are not paired.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "unbalanced-title-marks", group: Group::Format, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let mut findings = Vec::new();
    let mut open: Option<usize> = None;
    let whole = case.whole();
    for (at, mark) in case.signs_in(whole).filter(|(_, mark)| matches!(mark, '《' | '》')) {
        match (mark, open.take()) {
            ('《', None) => open = Some(at),
            ('《', Some(before)) if case.at(before..at).chars().count() > 60 || case.at(before..at).contains('。') => {
                findings.push(unclosed(case, before));
                open = Some(at);
            }
            ('《', Some(_)) => open = Some(at),
            (_, Some(_)) => {}
            (_, None) => {
                let inner_close = case.at(0..at).ends_with('》')
                    || case
                        .at(0..at)
                        .rfind('《')
                        .is_some_and(|before| case.at(before..at).matches('》').count() <= 1 && at - before < 180);
                if !inner_close && !case.on_chrome(at) {
                    findings.push(Finding::of(&RULE, "此处“》”前面缺“《”。").at(case.span(at..at + "》".len())));
                }
            }
        }
    }
    if let Some(at) = open.filter(|at| !case.on_chrome(*at)) {
        findings.push(unclosed(case, at));
    }
    Verdict::from_findings(findings)
}

fn unclosed(case: &ReplyCase, at: usize) -> Finding {
    let rest = case.at(at..case.whole().end);
    let end = ["的建议", "的提案", "的议案"]
        .iter()
        .filter_map(|end| rest.find(end).map(|place| place + end.len()))
        .min()
        .filter(|end| *end < 240);
    let end = end.unwrap_or_else(|| rest.chars().take(12).map(char::len_utf8).sum());
    Finding::of(&RULE, "此处“《”后面缺“》”。").at(case.span(at..at + end))
}
