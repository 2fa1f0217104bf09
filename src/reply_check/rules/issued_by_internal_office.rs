//! 以内设机构或者下属股室名义答复。
//!
//! # 为什么
//! 答复应以承办单位名义作出，内设机构无权对外答复。
//!
//! # 会被指出
//! ```reply
//! 落款：云岭县交通运输局公路建设股
//! ```
//!
//! # 可以通过
//! ```reply
//! 落款：云岭县交通运输局
//! ```
//!
//! # 依据
//! 佛政办发〔2024〕9号；各地办理规定（以单位名义答复）
//!
//! # English
//! The letter is issued in the name of an internal office.
//!
//! # 局限
//! 部门“办公厅”、政府和党委的办公室、街道办事处不在此列。

use crate::reply_check::case::ReplyCase;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> =
    Rule { id: "issued-by-internal-office", group: Group::Identity, severity: Severity::Error, check };

fn check(case: &ReplyCase) -> Verdict {
    let Some(issuer) = &case.letter.issuer else { return Verdict::NotApplicable };
    let internal: Vec<&str> = issuer.value.split('、').filter(|name| is_internal(name)).collect();
    let sure = internal.iter().any(|name| name.ends_with('股') || name.ends_with("科室") || name.ends_with('科'));
    if internal.is_empty() {
        return Verdict::Pass;
    }
    let finding =
        Finding::of(&RULE, "应以承办单位名义答复并盖章，不得以内设机构名义。").at(issuer.span).actual(issuer.value.clone());
    Verdict::Fail(vec![finding.graded(if sure { Severity::Error } else { Severity::Warning })])
}

/// A section, division or office after the name of a bureau, department or commission.
fn is_internal(name: &str) -> bool {
    let unit_end =
        ["局", "厅", "委员会", "人民政府"].iter().filter_map(|unit| name.find(unit).map(|at| (at + unit.len(), *unit))).min();
    let Some((end, unit)) = unit_end else { return false };
    let rest = name.get(end..).unwrap_or_default();
    let section = rest.ends_with('股')
        || rest.ends_with('科')
        || rest.ends_with("科室")
        || rest.ends_with('处') && !rest.ends_with("办事处") && !rest.ends_with("管理处") && !rest.ends_with("事务处");
    let office = matches!(unit, "局" | "厅") && rest == "办公室";
    rest.chars().count() >= 2 && (section && unit != "人民政府" || office)
}
