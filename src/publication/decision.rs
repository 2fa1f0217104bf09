//! How much of an entry and of each reply may be public, why, and by when.

use crate::calendar::{Date, WorkCalendar};
use crate::ledger::{DisclosureAttribute, Entry, Filing, PublicationExtent, Reply};
use crate::profile::{LimitStart, Profile, due};

use super::redact::{Kind, redact};

/// The decision on one part of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// How much; `None`: a person must decide.
    pub extent: Option<PublicationExtent>,
    /// Which ground of [`Ground`] decided.
    pub ground: Ground,
    /// What the office itself gave as its reason.
    pub stated: Option<String>,
    /// By when it must be public, where a limit runs.
    pub due: Option<DueOn>,
}

/// When a reply must be public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueOn {
    /// The last day.
    pub on: Date,
    /// Whether it rests on days off that are not announced yet.
    pub provisional: bool,
    /// Where that stands today.
    pub state: DueState,
}

vocabulary! {
    /// Where a limit for publication stands.
    DueState {
        /// 已按期公开.
        InTime = "in-time",
        /// 逾期公开.
        Late = "late",
        /// 已公开，日期不详.
        Unknown = "unknown",
        /// 期限内.
        Open = "open",
        /// 逾期未公开.
        Overdue = "overdue",
    }
}

vocabulary! {
    /// What a decision rests on.
    Ground {
        /// 登记为涉密.
        Classified = "classified",
        /// 文中有密级或内部标志，须由人核定.
        SecretMark = "secret-mark",
        /// 已撤回.
        Withdrawn = "withdrawn",
        /// 未立案或转为意见建议.
        NotFiled = "not-filed",
        /// 定为不予公开.
        NotPublic = "not-public",
        /// 定为不予公开，未写明理由.
        NotPublicWithoutReason = "not-public-without-reason",
        /// 依申请公开，不主动公开.
        OnRequest = "on-request",
        /// 代表、委员不同意公开.
        ConsentRefused = "consent-refused",
        /// 代表、委员只同意部分公开.
        ConsentLimited = "consent-limited",
        /// 公开意愿未登记，正文先不公开.
        ConsentUnknown = "consent-unknown",
        /// 公开属性未定.
        AttributeMissing = "attribute-missing",
        /// 尚未答复.
        NotReplied = "not-replied",
        /// 主动公开.
        Public = "public",
        /// 由人决定.
        Decided = "decided",
    }
}

impl Ground {
    /// The reason in words, for the list of decisions.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Classified => "登记为涉密件，不得公开",
            Self::SecretMark => "文中有密级或者内部标志，须核定后再定",
            Self::Withdrawn => "已撤回",
            Self::NotFiled => "未立案或者已转为意见建议，是否公开须核定",
            Self::NotPublic => "承办单位定为不予公开",
            Self::NotPublicWithoutReason => "承办单位定为不予公开，未写明理由，请补充",
            Self::OnRequest => "定为依申请公开，不主动公开",
            Self::ConsentRefused => "提出人不同意公开",
            Self::ConsentLimited => "按提出人同意的范围公开",
            Self::ConsentUnknown => "提出人的公开意愿没有登记，正文暂不公开",
            Self::AttributeMissing => "公开属性没有登记，须核定",
            Self::NotReplied => "尚未答复",
            Self::Public => "定为主动公开",
            Self::Decided => "经办人核定",
        }
    }

    /// The clause that it rests on; empty where it is a matter of the office's own record.
    pub fn basis(self) -> &'static str {
        match self {
            Self::Classified | Self::SecretMark => "《政府信息公开条例》第十四条",
            Self::NotPublic | Self::NotPublicWithoutReason => "《政府信息公开条例》第十四条至第十七条",
            Self::OnRequest => "《政府信息公开条例》第二十七条",
            Self::ConsentRefused | Self::ConsentLimited | Self::ConsentUnknown => "《个人信息保护法》第二十五条",
            Self::AttributeMissing | Self::NotFiled => "《政府信息公开条例》第十七条",
            Self::Public => "国办发〔2014〕46号；《政府信息公开条例》第二十六条",
            Self::Withdrawn | Self::NotReplied | Self::Decided => "",
        }
    }
}

/// The decision on the submission itself: its title and text.
pub fn decide_entry(entry: &Entry<'_>) -> Decision {
    let attribute = entry.disclosure.as_ref().and_then(|disclosure| disclosure.attribute);
    let texts = entry.title.iter().chain(&entry.text).chain(&entry.asks);
    let marked = texts.into_iter().any(|text| has_secret_mark(text));
    let (extent, ground) = match stopped(entry, attribute, marked) {
        Some(stopped) => stopped,
        None => within_consent(entry),
    };
    Decision { extent, ground, stated: stated(entry), due: None }
}

/// The decision on one reply of `entry`, with its limit (within 20 working days where the profile says so).
pub fn decide_reply(entry: &Entry<'_>, reply: &Reply<'_>, profile: &Profile, today: Date, calendar: &WorkCalendar) -> Decision {
    let disclosure = entry.disclosure.as_ref();
    let attribute = reply.disclosure.or(disclosure.and_then(|disclosure| disclosure.attribute));
    let marked = reply.text.as_deref().is_some_and(has_secret_mark);
    let stopped = stopped(entry, attribute, marked);
    let extent = disclosure.and_then(|disclosure| disclosure.extent);
    let (extent, ground) = match stopped {
        Some(stopped) => stopped,
        None => (Some(extent.unwrap_or(PublicationExtent::Full)), Ground::Public),
    };
    let runs = matches!(extent, None | Some(PublicationExtent::Full | PublicationExtent::Summary | PublicationExtent::TitleOnly));
    let due = if runs { reply_due(entry, reply, profile, today, calendar) } else { None };
    Decision { extent, ground, stated: stated(entry), due }
}

type Verdict = (Option<PublicationExtent>, Ground);

/// Why nothing is public, or a person must look first; the graver ground first.
fn stopped(entry: &Entry<'_>, attribute: Option<DisclosureAttribute>, marked: bool) -> Option<Verdict> {
    let nothing = Some(PublicationExtent::None);
    let ground = if entry.classified == Some(true) {
        (nothing, Ground::Classified)
    } else if attribute == Some(DisclosureAttribute::NotPublic) {
        let ground = if stated(entry).is_some() { Ground::NotPublic } else { Ground::NotPublicWithoutReason };
        (nothing, ground)
    } else if entry.withdrawn.is_some() {
        (nothing, Ground::Withdrawn)
    } else if marked {
        (None, Ground::SecretMark)
    } else if attribute == Some(DisclosureAttribute::OnRequest) {
        (nothing, Ground::OnRequest)
    } else if matches!(entry.filing, Some(Filing::Declined | Filing::Opinion)) {
        (None, Ground::NotFiled)
    } else if attribute.is_none() {
        (None, Ground::AttributeMissing)
    } else {
        return None;
    };
    Some(ground)
}

fn within_consent(entry: &Entry<'_>) -> Verdict {
    let extent = entry.disclosure.as_ref().and_then(|disclosure| disclosure.extent).unwrap_or(PublicationExtent::Full);
    match entry.consent {
        Some(PublicationExtent::None) => (Some(PublicationExtent::None), Ground::ConsentRefused),
        Some(consent) if consent > extent => (Some(consent), Ground::ConsentLimited),
        Some(_) => (Some(extent), Ground::Public),
        None => (Some(extent.max(PublicationExtent::TitleOnly)), Ground::ConsentUnknown),
    }
}

fn reply_due(entry: &Entry<'_>, reply: &Reply<'_>, profile: &Profile, today: Date, calendar: &WorkCalendar) -> Option<DueOn> {
    let limit = profile.limits.publication.as_ref()?;
    let start = matches!(limit.value.from, LimitStart::Formed | LimitStart::Replied).then_some(reply.date).flatten()?;
    let due = due(&limit.value, start, profile.limits.shifts_on_holidays(), calendar);
    let disclosure = entry.disclosure.as_ref();
    let published_on = disclosure.and_then(|disclosure| disclosure.published_on);
    let state = match published_on {
        Some(on) if on <= due.on => DueState::InTime,
        Some(_) => DueState::Late,
        None if disclosure.and_then(|disclosure| disclosure.published) == Some(true) => DueState::Unknown,
        None if today > due.on => DueState::Overdue,
        None => DueState::Open,
    };
    Some(DueOn { on: due.on, provisional: due.provisional, state })
}

fn stated(entry: &Entry<'_>) -> Option<String> {
    let reason = entry.disclosure.as_ref().and_then(|disclosure| disclosure.reason.as_deref());
    reason.map(str::trim).filter(|reason| !reason.is_empty()).map(str::to_owned)
}

fn has_secret_mark(text: &str) -> bool {
    redact(text, &[]).parts.iter().any(|part| part.kind == Kind::SecretMark)
}
