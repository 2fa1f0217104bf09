//! 没有称谓，看不出答复给谁。
//!
//! # 为什么
//! 答复必须送达提出建议的代表或者委员，称谓写明代表（委员）姓名或者提案单位。
//!
//! # 会被指出
//! ```reply
//! 称谓：
//! ```
//!
//! # 可以通过
//! ```reply
//! 称谓：何文澜代表：
//! ```
//!
//! # 依据
//! 代表法（2025）第五十一条；各地答复格式样式
//!
//! # English
//! There is no addressee.
//!
//! # 局限
//! 公开页面常略去代表姓名，此时只提示。

use crate::reply_check::case::ReplyCase;
use crate::rule::{Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "addressee-missing", group: Group::Format, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    if !case.is_letter() {
        return Verdict::NotApplicable;
    }
    if case.letter.addressee.is_some() {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![case.missing(&RULE, "未找到称谓。请在标题下顶格写“×××代表：”或者“×××委员：”。")])
}
