//! The fields that a column of a table, or a plain value of a record, can be.

use crate::intake::cell::Cell;
use crate::intake::values::{
    Reading, looks_like_a_body, read_date, read_disclosure, read_extent, read_filing, read_form, read_kind, read_level,
    read_means, read_outcome, read_rating, read_role, read_session, read_sitting, read_yes_no, squeeze, title_kind,
};
use crate::ledger::OutcomeScheme;

vocabulary! {
    /// What a column means.
    Field {
        /// 序号: counts rows and says nothing.
        Sequence = "sequence",
        /// The office's own key.
        Id = "id",
        /// 编号.
        Number = "number",
        /// 建议、提案、议案.
        Kind = "kind",
        /// 标题、案由.
        Title = "title",
        /// 届次.
        Session = "session",
        /// 届.
        Congress = "congress",
        /// 次.
        SessionNumber = "session-number",
        /// 年度.
        Year = "year",
        /// 级别.
        Level = "level",
        /// 会议期间、闭会期间.
        Sitting = "sitting",
        /// 立案情况.
        Filing = "filing",
        /// 个人、联名、集体.
        Form = "form",
        /// 正文.
        Text = "text",
        /// 建议事项.
        Asks = "asks",
        /// 分类.
        Topic = "topic",
        /// All submitters in one cell.
        Submitters = "submitters",
        /// 领衔代表.
        LeadSubmitter = "lead-submitter",
        /// 联名人.
        CoSubmitters = "co-submitters",
        /// 联名人数.
        CoSubmitterCount = "co-submitter-count",
        /// 代表团、界别.
        Delegation = "delegation",
        /// The submitter's mobile number.
        Mobile = "mobile",
        /// The submitter's address.
        Address = "address",
        /// 提出日期.
        SubmittedOn = "submitted-on",
        /// 公开意愿.
        Consent = "consent",
        /// 涉密.
        Classified = "classified",
        /// 重点督办: yes or no, or the leader's name.
        Key = "key",
        /// 督办领导.
        SupervisingLeader = "supervising-leader",
        /// 督办单位.
        SupervisingBody = "supervising-body",
        /// 民生实事.
        Livelihood = "livelihood",
        /// 并案编号.
        MergedWith = "merged-with",
        /// 撤回: yes or no, or the day.
        Withdrawn = "withdrawn",
        /// 撤回原因.
        WithdrawnReason = "withdrawn-reason",
        /// 归档日期.
        ArchivedOn = "archived-on",
        /// 主办单位.
        LeadBody = "lead-body",
        /// 协办单位.
        AssistingBody = "assisting-body",
        /// 分办单位.
        SeparateBody = "separate-body",
        /// 参阅单位.
        ReferenceBody = "reference-body",
        /// 承办单位, in the role that stands beside it.
        Body = "body",
        /// 承办方式.
        Role = "role",
        /// 承办人.
        Officer = "officer",
        /// 交办日期.
        AssignedOn = "assigned-on",
        /// 签收日期.
        ReceivedOn = "received-on",
        /// 应复日期.
        DueOn = "due-on",
        /// 延期至.
        ExtendedTo = "extended-to",
        /// 答复日期.
        RepliedOn = "replied-on",
        /// 办理结果.
        Outcome = "outcome",
        /// 答复文号.
        DocumentNumber = "document-number",
        /// 签发人.
        Signer = "signer",
        /// 联系人.
        Contact = "contact",
        /// 联系电话.
        Phone = "phone",
        /// 答复内容.
        ReplyText = "reply-text",
        /// 沟通方式.
        Means = "means",
        /// 沟通日期.
        ConsultedOn = "consulted-on",
        /// 对办理结果的评价.
        RatingResult = "rating-result",
        /// 对办理态度的评价.
        RatingAttitude = "rating-attitude",
        /// 满意度.
        Rating = "rating",
        /// 反馈日期.
        FeedbackOn = "feedback-on",
        /// 反馈意见.
        FeedbackComment = "feedback-comment",
        /// 公开属性.
        Disclosure = "disclosure",
        /// 不公开理由.
        DisclosureReason = "disclosure-reason",
        /// 公开日期.
        PublishedOn = "published-on",
        /// 公开网址.
        PublicationPlace = "publication-place",
        /// 公开范围.
        PublicationExtent = "publication-extent",
        /// 协办意见日期.
        OpinionGivenOn = "opinion-given-on",
        /// 承诺事项.
        Commitment = "commitment",
        /// 承诺期限.
        CommitmentDue = "commitment-due",
        /// 落实日期.
        CommitmentKept = "commitment-kept",
        /// 承诺状态.
        CommitmentState = "commitment-state",
        /// 备注.
        Note = "note",
        /// What an export could not put into columns, as JSON.
        Rest = "rest",
    }
}

impl Field {
    /// Whether several columns can be this field.
    pub(in super::super) fn takes_several(self) -> bool {
        matches!(
            self,
            Self::Body
                | Self::LeadBody
                | Self::AssistingBody
                | Self::SeparateBody
                | Self::ReferenceBody
                | Self::CoSubmitters
                | Self::Note
                | Self::Asks
        )
    }

    /// Whether it says which submission a row is about.
    pub(in super::super) fn is_identity(self) -> bool {
        matches!(self, Self::Id | Self::Number | Self::Title)
    }

    /// Whether it names who handles, or in which role.
    pub(in super::super) fn is_handling(self) -> bool {
        matches!(self, Self::Body | Self::LeadBody | Self::AssistingBody | Self::SeparateBody | Self::ReferenceBody | Self::Role)
    }

    /// Whether `cell` reads as this field: `None` where any text would, or where nothing stands there.
    pub(in super::super) fn fits(self, cell: &Cell<'_>, scheme: &OutcomeScheme) -> Option<bool> {
        fn read<T>(reading: Reading<T>) -> Option<bool> {
            match reading {
                Reading::Blank => None,
                other => Some(other.is_read()),
            }
        }
        if cell.is_blank() {
            return None;
        }
        let words = cell.words();
        match self {
            Self::SubmittedOn
            | Self::ArchivedOn
            | Self::AssignedOn
            | Self::ReceivedOn
            | Self::DueOn
            | Self::ExtendedTo
            | Self::RepliedOn
            | Self::ConsultedOn
            | Self::FeedbackOn
            | Self::PublishedOn
            | Self::OpinionGivenOn
            | Self::CommitmentDue
            | Self::CommitmentKept => read(read_date(cell, Some(2024))),
            Self::Kind => read(read_kind(&words)),
            Self::Session => read(read_session(&words)),
            Self::Level => read(read_level(&words)),
            Self::Sitting => read(read_sitting(cell)),
            Self::Filing => read(read_filing(&words)),
            Self::Form => read(read_form(&words)),
            Self::Consent | Self::PublicationExtent => read(read_extent(&words)),
            Self::Classified | Self::Livelihood => read(read_yes_no(cell)),
            Self::Role => read(read_role(&words)),
            Self::Outcome => read(read_outcome(&words, scheme)),
            Self::Means => read(read_means(&words)),
            Self::Rating | Self::RatingAttitude | Self::RatingResult => read(read_rating(cell)),
            Self::Disclosure => read(read_disclosure(&words)),
            Self::Mobile => Some(is_mobile(&words)),
            Self::Year | Self::Congress | Self::SessionNumber | Self::CoSubmitterCount | Self::Sequence => {
                Some(words.chars().any(|letter| letter.is_ascii_digit()) && words.chars().count() <= 8)
            }
            _ => None,
        }
    }

    /// The field that the values alone speak for, where the heading says nothing.
    pub(in super::super) fn of_shape(cells: &[&Cell<'_>], scheme: &OutcomeScheme) -> Option<Self> {
        let filled: Vec<&&Cell<'_>> = cells.iter().filter(|cell| !cell.is_blank()).collect();
        if filled.len() < 4 {
            return None;
        }
        let share = |holds: &dyn Fn(&Cell<'_>) -> bool| filled.iter().filter(|cell| holds(cell)).count() * 100 / filled.len();
        let words_fit = |field: Self| share(&|cell| matches!(cell, Cell::Text(_)) && field.fits(cell, scheme) == Some(true));
        if share(&|cell| is_mobile(&cell.words())) >= 80 {
            Some(Self::Mobile)
        } else if share(&|cell| title_kind(&cell.words()).is_some() && squeeze(&cell.words()).starts_with("关于")) >= 60 {
            Some(Self::Title)
        } else if words_fit(Self::Role) >= 80 {
            Some(Self::Role)
        } else if words_fit(Self::Rating) >= 80 {
            Some(Self::Rating)
        } else if words_fit(Self::Outcome) >= 80 {
            Some(Self::Outcome)
        } else if share(&|cell| looks_like_a_body(&cell.words())) >= 80 {
            Some(Self::Body)
        } else {
            None
        }
    }
}

fn is_mobile(words: &str) -> bool {
    let plain = squeeze(words);
    let digits = plain.trim_start_matches("+86").replace('-', "");
    digits.len() == 11 && digits.starts_with('1') && digits.bytes().all(|byte| byte.is_ascii_digit())
}
