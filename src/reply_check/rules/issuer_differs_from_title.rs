//! 落款单位与标题中的单位不一致。
//!
//! # 为什么
//! 标题、落款应是同一承办单位，不一致多因套用旧稿。
//!
//! # 会被指出
//! ```reply
//! 落款：云岭县水利局
//! ```
//!
//! # 可以通过
//! ```reply
//! 落款：云岭县交通运输局
//! ```
//!
//! # 依据
//! 《党政机关公文格式》（GB/T 9704—2012）7.3
//!
//! # English
//! The title names another body than the signature.

use crate::reply_check::case::ReplyCase;
use crate::reply_check::reading::is_body_name;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "issuer-differs-from-title", group: Group::Identity, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let (Some(issuer), Some(title)) = (&case.letter.issuer, &case.letter.title) else { return Verdict::NotApplicable };
    let Some(at) = title.value.find("关于").or_else(|| title.value.find('对')).filter(|at| *at > 0) else {
        return Verdict::NotApplicable;
    };
    let unit = title.value.get(..at).unwrap_or_default();
    if !is_body_name(unit) {
        return Verdict::NotApplicable;
    }
    let named = |name: &str| unit.contains(name) || name.contains(unit) || core(name) == core(unit);
    if issuer.value.split('、').any(named) || unit.chars().count() < 4 || shares_body(unit, &issuer.value) {
        return Verdict::Pass;
    }
    Verdict::Fail(vec![
        Finding::of(&RULE, format!("标题中的单位为“{unit}”，落款为“{}”。", issuer.value))
            .at(issuer.span)
            .expected(unit)
            .actual(issuer.value.clone()),
    ])
}

/// The name from its last place word on: 交通运输局 of 云岭县交通运输局.
fn core(name: &str) -> &str {
    let end =
        ['县', '市', '区', '省', '州', '旗'].iter().filter_map(|place| name.rfind(*place).map(|at| at + place.len_utf8())).max();
    end.and_then(|end| name.get(end..)).filter(|rest| rest.chars().count() >= 2).unwrap_or(name)
}

/// A general office that answers for its body, or an abbreviated name.
fn shares_body(unit: &str, issuer: &str) -> bool {
    let plain = |name: &str| name.replace("办公厅", "").replace("办公室", "").replace("委员会", "委").replace("人民政府", "政府");
    let (unit, issuer) = (plain(unit), plain(issuer));
    unit.contains(&issuer)
        || issuer.contains(&unit)
        || core(&issuer) == core(&unit)
        || crate::text::similarity::likeness(&unit, &issuer) > 0.6
}
