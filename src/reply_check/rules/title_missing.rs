//! 答复件没有标题。
//!
//! # 为什么
//! 标题载明答复的是哪一届哪一次会议第几号建议，没有标题就无法登记、归档和公开。
//!
//! # 会被指出
//! ```reply
//! 题目：
//! ```
//!
//! # 可以通过
//! ```reply
//! 题目：关于县十七届人大三次会议第46号建议的答复
//! ```
//!
//! # 依据
//! 《党政机关公文格式》（GB/T 9704—2012） 7.3.1；各地答复格式样式
//!
//! # English
//! The letter has no title.
//!
//! # 局限
//! 标题不含“答复、复函、函、回复”等字样时，认不出是标题。标题和发文字号都没有的，可能只粘贴了正文，降为警告。

use crate::reply_check::case::ReplyCase;
use crate::rule::{Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "title-missing", group: Group::Format, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_letter() {
        return Verdict::NotApplicable;
    }
    if case.letter.title.is_some() {
        return Verdict::Pass;
    }
    let finding = case.missing(&RULE, "未找到标题。请写明“关于（对）×届人大（政协）×次会议第×号建议（提案）的答复”。");
    let lacks_whole_head = case.letter.document_number.is_none();
    let finding =
        if lacks_whole_head && finding.severity == Severity::Error { finding.graded(Severity::Warning) } else { finding };
    Verdict::Fail(vec![finding])
}
