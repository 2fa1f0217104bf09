//! 标题与正文的届次、会次不一致。
//!
//! # 为什么
//! 同一件建议只可能在一次会议上提出，两处届次不同必有一错。
//!
//! # 会被指出
//! ```reply
//! 开头：您在县十六届人大三次会议上提出的《关于硬化杨柳村道路的建议》（第46号）收悉，经与您沟通，现答复如下：
//! ```
//!
//! # 可以通过
//! ```reply
//! 开头：您在县十七届人大三次会议上提出的《关于硬化杨柳村道路的建议》（第46号）收悉，经与您沟通，现答复如下：
//! ```
//!
//! # 依据
//! 各地答复格式样式
//!
//! # English
//! Title and opening name different sessions.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "session-differs", group: Group::Identity, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let sessions = &case.letter.sessions;
    let Some(title) = sessions.iter().find(|session| session.in_title) else { return Verdict::NotApplicable };
    let others: Vec<_> =
        sessions.iter().filter(|session| !session.in_title && session.is_congress == title.is_congress).collect();
    if others.is_empty() {
        return Verdict::NotApplicable;
    }
    let agrees = |session: &&&crate::reply_check::letter::Session| {
        session.term == title.term && (session.number == title.number || session.number.is_none() || title.number.is_none())
    };
    if others.iter().any(|session| agrees(&session)) {
        return Verdict::Pass;
    }
    let findings = others.iter().take(1).map(|session| {
        Finding::of(&RULE, "正文的届次、会次与标题不一致，请核对。").at(whole_name(case, session.span)).at(title.span)
    });
    Verdict::Fail(findings.collect())
}

/// The session's words with the place name before them.
fn whole_name(case: &ReplyCase, span: crate::text::span::Span) -> crate::text::span::Span {
    let head = case.text().get(..span.start).unwrap_or_default();
    let place = head
        .chars()
        .next_back()
        .filter(|c| matches!(c, '县' | '市' | '区' | '省' | '州' | '旗' | '镇' | '乡'))
        .map_or(0, char::len_utf8);
    crate::text::span::Span::new(span.start - place, span.end)
}
