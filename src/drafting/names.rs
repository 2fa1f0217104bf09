//! The words by which a report names what is counted.

use super::Source;
use crate::ledger::{HandlingRole, OutcomeMeaning};
use crate::statistics::DimensionId;

/// The name of a group, as it stands before its count; the key itself where it is a name.
pub(super) fn name(id: DimensionId, key: &str, source: &Source<'_>) -> String {
    let fixed = match (id, key) {
        (DimensionId::Kind, "suggestion") => "人大代表建议",
        (DimensionId::Kind, "proposal") => "政协提案",
        (DimensionId::Kind, "motion") => "转为建议办理的议案",
        (DimensionId::Sitting, "in-session") => "会议期间提出",
        (DimensionId::Sitting, "inter-sessional") => "闭会期间提出",
        (DimensionId::Disclosure, "public") => "主动公开",
        (DimensionId::Disclosure, "on-request") => "依申请公开",
        (DimensionId::Disclosure, "not-public") => "不予公开",
        (DimensionId::Form, "single") => "个人提出",
        (DimensionId::Form, "joint") => "联名提出",
        (DimensionId::Form, "delegation") => "代表团提出",
        (DimensionId::Form, "collective") => "集体提出",
        (DimensionId::Role, role) => {
            return HandlingRole::from_word(role)
                .map_or_else(|| role.to_owned(), |role| source.profile.roles.of(role).zh.clone());
        }
        (DimensionId::Topic, topic) => return topic_name(topic),
        (DimensionId::Outcome, class) => return class_name(class, source),
        _ => key,
    };
    fixed.to_owned()
}

fn topic_name(topic: &str) -> String {
    let is_named_so = ["类", "方面", "领域"].iter().any(|end| topic.ends_with(end));
    if is_named_so { topic.to_owned() } else { format!("{topic}类") }
}

/// The class letter with its meaning: `A类（已经解决或基本解决）`.
fn class_name(class: &str, source: &Source<'_>) -> String {
    let letter = if class.chars().all(|letter| letter.is_ascii_uppercase()) || class.ends_with(['甲', '乙', '丙', '丁']) {
        format!("{class}类")
    } else {
        class.to_owned()
    };
    let mark = source.profile.outcome.value.marks.iter().find(|mark| mark.mark == class);
    match mark.map(|mark| meaning_name(mark.meaning)) {
        Some(meaning) => format!("{letter}（{meaning}）"),
        None => letter,
    }
}

/// What a class means, whatever its letter.
fn meaning_name(meaning: OutcomeMeaning) -> &'static str {
    match meaning {
        OutcomeMeaning::Solved => "已经解决或基本解决",
        OutcomeMeaning::PartlySolved => "部分解决",
        OutcomeMeaning::SolvedThisYear => "年内可以解决",
        OutcomeMeaning::BeingSolved => "正在解决",
        OutcomeMeaning::Planned => "列入计划逐步解决",
        OutcomeMeaning::NotSolvable => "因条件限制暂时不能解决",
        OutcomeMeaning::Infeasible => "不宜采纳",
        OutcomeMeaning::ReferredUpward => "需报请上级解决",
        OutcomeMeaning::Reference => "留作参考",
    }
}
