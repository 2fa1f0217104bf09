//! 没有发文字号。
//!
//! # 为什么
//! 答复件是正式公文，凭发文字号登记、引用和归档。
//!
//! # 会被指出
//! ```reply
//! 文号：
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
//! There is no document number.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::requirements::Part;
use crate::rule::{Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "document-number-missing", group: Group::Format, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_letter() {
        return Verdict::NotApplicable;
    }
    if !case.requires(Part::DocumentNumber) {
        return Verdict::NotApplicable;
    }
    if case.letter.document_number.is_some() {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![case.missing(&RULE, "未找到发文字号。请补写机关代字、年份和序号，如“云交函〔2024〕37号”。")])
}
