//! The letter to the submitter of a reply that is not made public: what was decided, why, on which ground.

use super::decision::{Decision, Ground};
use crate::ledger::{Entry, Reply, SubmissionKind, SubmitterForm};

/// The letter, or nothing where no such letter is due: the reply is public, a person must decide first, the submitter
/// wished so, or the item is classified and goes its own way.
///
/// What the ledger does not say stands as 〔待填：…〕 for a person.
pub fn explanation(entry: &Entry<'_>, reply: &Reply<'_>, decision: &Decision) -> Option<String> {
    if !matches!(decision.ground, Ground::NotPublic | Ground::NotPublicWithoutReason | Ground::OnRequest) {
        return None;
    }
    let (noun, address) = match entry.kind {
        SubmissionKind::Proposal => ("提案", "委员"),
        SubmissionKind::Motion => ("议案", "代表"),
        SubmissionKind::Suggestion => ("建议", "代表"),
    };
    let gap = |what: &str| format!("〔待填：{what}〕");
    let words = |words: Option<&str>, what: &str| {
        words.map(str::trim).filter(|words| !words.is_empty()).map_or_else(|| gap(what), str::to_owned)
    };
    let number = words(entry.number.as_deref(), "编号");
    let person = entry.lead_submitter.as_ref().and_then(|submitter| submitter.name.as_deref());
    let group = matches!(entry.form, Some(SubmitterForm::Delegation | SubmitterForm::Collective));
    let person = match person.map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) if group || name.ends_with(address) => name.to_owned(),
        Some(name) => format!("{name}{address}"),
        None => gap("提出人"),
    };
    let assigned = entry.rounds.first().and_then(|round| round.assignments.first());
    let body = reply.body.as_deref().or(assigned.and_then(|assignment| assignment.body.as_deref()));
    let (year, month, day) = reply.date.map_or((0, 0, 0), |date| date.year_month_day());
    let replied = if year == 0 { gap("答复日期") } else { format!("{year}年{month}月{day}日") };
    let basis = decision.ground.basis();
    let decided = match decision.ground {
        Ground::OnRequest => format!("按照{basis}，该件答复列为依申请公开，不主动公开"),
        _ => format!("按照{basis}，经审查，该件答复不予公开"),
    };
    let reason = words(decision.stated.as_deref(), "具体理由");
    let reason = reason.trim_end_matches(['。', '；']);
    Some(format!(
        "关于第{number}号{noun}答复公开事宜的说明\n{person}：\n您提出的《{title}》（第{number}号），我单位已于{replied}答复。{decided}。理由是：{reason}。\n其中可以区分处理、能够公开的内容：{part}。\n如有意见，请与我单位联系。联系人：{contact}，联系电话：{phone}。\n{body}\n{date}\n",
        title = words(entry.title.as_deref(), "标题"),
        part = gap("可以公开的部分；没有的写“无”"),
        contact = gap("联系人"),
        phone = gap("联系电话"),
        body = words(body, "承办单位"),
        date = gap("日期"),
    ))
}
