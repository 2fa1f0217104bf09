//! 引号不成对。
//!
//! # 为什么
//! 全角引号“”应成对，缺一半会使引文的起止不明。
//!
//! # 会被指出
//! ```reply
//! 正文：我局组织开展“敲门行动，排查居民楼院1460栋，已于5月底完成。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：我局组织开展“敲门行动”，排查居民楼院1460栋，已于5月底完成。
//! ```
//!
//! # 依据
//! 《标点符号用法》（GB/T 15834—2011）4.8
//!
//! # English
//! Quotation marks “” are not paired.
//!
//! # 局限
//! 逐段核对；跨段的引文不判断。

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "unbalanced-quotation-marks", group: Group::Format, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let mut findings = Vec::new();
    for line in &case.sheet.lines {
        let words = case.at(line.range.clone());
        let marks = |mark: char| case.signs_in(line.range.clone()).filter(|(_, sign)| *sign == mark).count();
        let (opened, closed) = (marks('“'), marks('”'));
        if opened == closed || case.on_chrome(line.range.start) || line.range.len() < 60 {
            continue;
        }
        let ends_sentence = words.ends_with(['。', '！', '；', '：']);
        let at = if opened > closed { words.rfind('“') } else { words.find('”') };
        if let Some(at) = at.filter(|_| ends_sentence && opened.abs_diff(closed) == 1 && !words.contains(['"', '‘'])) {
            let place = line.range.start + at;
            findings.push(Finding::of(&RULE, "这一段引号不成对，请核对。").at(case.span(place..place + "“".len())));
        }
    }
    Verdict::from_findings(findings)
}
