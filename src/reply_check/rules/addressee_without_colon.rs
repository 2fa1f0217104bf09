//! 称谓后面没有冒号。
//!
//! # 为什么
//! 主送机关和称谓后用全角冒号，这是公文格式的固定写法。
//!
//! # 会被指出
//! ```reply
//! 称谓：何文澜代表
//! ```
//!
//! # 可以通过
//! ```reply
//! 称谓：何文澜代表：
//! ```
//!
//! # 依据
//! 《党政机关公文格式》（GB/T 9704—2012） 7.3.2
//!
//! # English
//! The addressee is not followed by a colon.

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "addressee-without-colon", group: Group::Format, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(addressee) = &case.letter.addressee else { return Verdict::NotApplicable };
    if case.letter.addressee_colon {
        return Verdict::Pass;
    }
    let name = addressee.span.of(case.text());
    let finding = Finding::of(&RULE, "称谓后应加全角冒号。")
        .at(addressee.span)
        .expected(format!("{name}："))
        .actual(name)
        .fix(addressee.span, format!("{name}："));
    Verdict::Fail(vec![finding])
}
