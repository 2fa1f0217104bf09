//! 正文说附有材料，却没有“附件”说明。
//!
//! # 为什么
//! 有附件的公文应在正文下空一行写“附件：”及名称，免得送达时漏装。
//!
//! # 会被指出
//! ```reply
//! 结尾：感谢您的关心！随函附上《征询意见表》，请填写后反馈我局。
//! ```
//!
//! # 可以通过
//! ```reply
//! 结尾：感谢您的关心！随函附上《征询意见表》，请填写后反馈我局。
//! 附件：代表建议办理情况征询意见表
//! ```
//!
//! # 依据
//! 《党政机关公文格式》（GB/T 9704—2012） 7.3.4
//!
//! # English
//! An annex is mentioned but not listed.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::cues::Cue;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "annex-without-list", group: Group::Format, severity: Severity::Info, check };

fn check(case: &ReplyCase) -> Verdict {
    let zone = case.opening.end..case.whole().end;
    let Some(place) = case.cues_in(Cue::Enclosed, zone).next().map(|hit| hit.start) else { return Verdict::NotApplicable };
    if !case.letter.annexes.is_empty() {
        return Verdict::Pass;
    }
    Verdict::Confirm(vec![
        Finding::of(&RULE, "正文提到随函附有材料，请核对是否另起一行列出“附件：”。").at(case.span(place..place + "随函".len())),
    ])
}
