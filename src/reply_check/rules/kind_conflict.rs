//! 人大代表建议和政协提案混称，或者把代表称作委员、把委员称作代表。
//!
//! # 为什么
//! 建议由人大代表提出、提案由政协委员提出，称谓和种类张冠李戴是最失礼的差错。
//!
//! # 会被指出
//! ```reply
//! 题目：关于县政协九届三次会议第27号提案的答复
//! 称谓：何文澜代表：
//! 开头：您提出的《关于硬化杨柳村道路的提案》（第27号）收悉，经与您当面沟通，现答复如下：
//! ```
//!
//! # 可以通过
//! ```reply
//! 题目：关于县政协九届三次会议第27号提案的答复
//! 称谓：何文澜委员：
//! 开头：您提出的《关于硬化杨柳村道路的提案》（第27号）收悉，经与您当面沟通，现答复如下：
//! ```
//!
//! # 依据
//! 代表法（2025）；《中国人民政治协商会议全国委员会提案工作条例》
//!
//! # English
//! Suggestion and proposal, or deputy and member, are mixed up.
//!
//! # 局限
//! 标题同时答复建议和提案的，不判断；标题和开头都没有会议名称的，只作警告。

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "kind-conflict", group: Group::Identity, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let letter = &case.letter;
    let Some(kind) = &letter.kind else { return Verdict::NotApplicable };
    let title = letter.title.as_ref().map(|title| title.value.as_str()).unwrap_or_default();
    let names_both = title.contains("提案") && title.contains("建议")
        || title.contains("人大") && title.contains("政协")
        || title.contains("人民代表大会") && title.contains("政协");
    if names_both {
        return Verdict::NotApplicable;
    }
    let is_proposal = kind.value == "提案";
    let mut findings = Vec::new();
    findings.extend(wrong_in_title(case, is_proposal));
    findings.extend(wrong_addressee(case, is_proposal));
    findings.extend(wrong_thanks(case, is_proposal));
    Verdict::from_findings(findings)
}

/// 第……号提案 in the title of what a congress received, or 建议 after a committee's session.
fn wrong_in_title(case: &ReplyCase, is_proposal: bool) -> Option<Finding> {
    let title = case.letter.title.as_ref()?;
    let session = case.letter.sessions.iter().find(|session| session.in_title)?;
    let number = case.letter.numbers.iter().find(|number| number.in_title)?;
    let wrong = if session.is_congress { "提案" } else { "建议" };
    if session.is_congress == is_proposal {
        return None;
    }
    let after = case.text().get(number.span.end..title.span.end)?;
    let direct = after.trim_start().starts_with(wrong) && !after.trim_start().starts_with("建议案");
    let called_loosely =
        !session.is_congress && case.letter.addressee.as_ref().is_some_and(|addressee| addressee.value.ends_with("委员"));
    direct.then(|| {
        let end = number.span.end + after.find(wrong).unwrap_or(0) + wrong.len();
        let right = if session.is_congress { "建议" } else { "提案" };
        Finding::of(&RULE, format!("标题的会议与“{wrong}”不一致，应为“{right}”。"))
            .at(crate::text::span::Span::new(number.span.start, end))
            .expected(right)
            .actual(wrong)
            .graded(if called_loosely { Severity::Warning } else { Severity::Error })
    })
}

fn wrong_addressee(case: &ReplyCase, is_proposal: bool) -> Option<Finding> {
    let letter = &case.letter;
    let addressee = case.letter.addressee.as_ref()?;
    let (wrong, right) = if is_proposal { ("代表", "委员") } else { ("委员", "代表") };
    let ends_wrong = addressee.value.ends_with(wrong) && !addressee.value.contains(right);
    let sure = letter.sessions.iter().any(|session| session.is_congress != is_proposal) || letter.sessions.is_empty();
    (ends_wrong && sure).then(|| {
        Finding::of(&RULE, format!("这是{}，称谓应为“{right}”。", if is_proposal { "政协提案" } else { "人大代表建议" }))
            .at(addressee.span)
            .expected(right)
            .actual(wrong)
            .graded(if letter.sessions.is_empty() { Severity::Warning } else { Severity::Error })
    })
}

/// 感谢委员 in the answer to a deputy.
fn wrong_thanks(case: &ReplyCase, is_proposal: bool) -> Option<Finding> {
    let thanks = case.letter.thanks?;
    let words = thanks.of(case.text());
    let (wrong, right): (&[&str], &str) = if is_proposal {
        (&["人大代表", "感谢代表", "各位代表", "感谢各位代表"], "委员")
    } else {
        (&["政协委员", "感谢委员", "各位委员", "感谢各位委员"], "代表")
    };
    let found = wrong.iter().find_map(|word| words.find(word).map(|at| (at, *word)))?;
    let start = words.get(..found.0)?.rfind("感谢").unwrap_or(found.0);
    let span = crate::text::span::Span::new(thanks.start + start, thanks.start + found.0 + found.1.len());
    (!words.contains(right))
        .then(|| Finding::of(&RULE, format!("结尾致谢的对象应为“{right}”。")).at(span).expected(right).actual(found.1))
}
