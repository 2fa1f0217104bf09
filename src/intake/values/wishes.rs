//! What may be public, in which extent; and the smaller vocabularies: steps, stages, states of promises.

use super::plain::{is_blank_word, squeeze};
use super::{ProblemCode, Reading};
use crate::ledger::{ApprovalStep, CommitmentState, ConsultationStage, DisclosureAttribute, PublicationExtent};

/// 公开属性: 主动公开 = 是 = 公开; 不予公开 = 否 = 不公开; 依申请公开.
pub(in super::super) fn read_disclosure(text: &str) -> Reading<DisclosureAttribute> {
    read(text, |plain| {
        DisclosureAttribute::from_word(plain).or_else(|| match plain {
            _ if plain.contains("依申请") => Some(DisclosureAttribute::OnRequest),
            "否" | "不" | "0" | "false" | "×" | "内部" => Some(DisclosureAttribute::NotPublic),
            _ if plain.contains("不予公开")
                || plain.contains("不公开")
                || plain.contains("不宜公开")
                || plain.contains("不同意公开") =>
            {
                Some(DisclosureAttribute::NotPublic)
            }
            "是" | "1" | "true" | "√" | "可以公开" => Some(DisclosureAttribute::Public),
            _ if plain.contains("主动公开")
                || plain.starts_with("公开")
                || plain.contains("全文公开")
                || plain.contains("摘要公开") =>
            {
                Some(DisclosureAttribute::Public)
            }
            _ => None,
        })
    })
}

/// 公开范围 and the submitter's consent: 全文公开, 摘要, 仅公开标题, 不同意公开.
pub(in super::super) fn read_extent(text: &str) -> Reading<PublicationExtent> {
    read(text, |plain| {
        PublicationExtent::from_word(plain).or(match plain {
            _ if plain.contains("标题") => Some(PublicationExtent::TitleOnly),
            _ if plain.contains("摘要") => Some(PublicationExtent::Summary),
            "否" | "不" => Some(PublicationExtent::None),
            _ if plain.contains('不') && (plain.contains("公开") || plain.contains("同意")) => Some(PublicationExtent::None),
            "是" => Some(PublicationExtent::Full),
            _ if plain.contains("全文") || plain.contains("同意") || plain.starts_with("公开") || plain.contains("可以公开") => {
                Some(PublicationExtent::Full)
            }
            _ => None,
        })
    })
}

/// A step of the signing chain.
pub(in super::super) fn read_step(text: &str) -> Reading<ApprovalStep> {
    read(text, |plain| {
        ApprovalStep::from_word(plain).or(match plain {
            _ if plain.contains("公开审查") || plain.contains("保密审查") => Some(ApprovalStep::DisclosureReview),
            _ if plain.contains("秘书长") => Some(ApprovalStep::SecretaryReview),
            "拟稿" | "起草" | "承办" => Some(ApprovalStep::Draft),
            "会签" => Some(ApprovalStep::Countersign),
            "核稿" | "审核" | "复核" | "初审" => Some(ApprovalStep::Review),
            "签发" | "审定" | "批准" => Some(ApprovalStep::Sign),
            "用印" | "盖章" => Some(ApprovalStep::Seal),
            _ => None,
        })
    })
}

/// 办前、办中、办后.
pub(in super::super) fn read_stage(text: &str) -> Reading<ConsultationStage> {
    read(text, |plain| {
        ConsultationStage::from_word(plain).or(match plain {
            _ if plain.contains('前') => Some(ConsultationStage::Before),
            _ if plain.contains('中') => Some(ConsultationStage::During),
            _ if plain.contains('后') => Some(ConsultationStage::After),
            _ => None,
        })
    })
}

/// 承诺事项办理状态.
pub(in super::super) fn read_commitment_state(text: &str) -> Reading<CommitmentState> {
    read(text, |plain| {
        CommitmentState::from_word(plain).or(match plain {
            "已落实" | "已完成" | "完成" | "落实" | "已兑现" | "办结" | "已办结" | "是" => {
                Some(CommitmentState::Kept)
            }
            "办理中" | "推进中" | "正在办理" | "正在推进" | "进行中" | "未完成" | "未落实" | "否" => {
                Some(CommitmentState::Open)
            }
            _ if plain.contains("不再") || plain.contains("终止") => Some(CommitmentState::GivenUp),
            _ => None,
        })
    })
}

fn read<T>(text: &str, word: impl Fn(&str) -> Option<T>) -> Reading<T> {
    let plain = squeeze(text).to_lowercase();
    if is_blank_word(&plain) || plain == "未定" || plain == "待定" {
        return Reading::Blank;
    }
    word(&plain).map_or(Reading::Unread(ProblemCode::UnknownWord), Reading::Read)
}
