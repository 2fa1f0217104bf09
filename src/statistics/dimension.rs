//! The dimensions by which entries and handlings are grouped and filtered.

vocabulary! {
    /// One way to group what a ledger holds.
    DimensionId {
        /// 建议、提案、议案.
        Kind = "kind",
        /// 分类.
        Topic = "topic",
        /// 代表团、界别.
        Delegation = "delegation",
        /// Month of assignment.
        Month = "month",
        /// Year.
        Year = "year",
        /// 届次.
        Session = "session",
        /// 会议期间、闭会期间.
        Sitting = "sitting",
        /// 个人、联名、代表团、集体.
        Form = "form",
        /// 重点督办.
        Key = "key",
        /// 民生实事.
        Livelihood = "livelihood",
        /// 公开属性.
        Disclosure = "disclosure",
        /// Means of consultation; an entry can have several.
        Means = "means",
        /// Stage of consultation; an entry can have several.
        Stage = "stage",
        /// 承办方式.
        Role = "role",
        /// 办理结果, class.
        Outcome = "outcome",
        /// 办理结果, sub-class.
        Mark = "mark",
        /// 承办单位.
        Body = "body",
        /// Month of the first reply.
        ReplyMonth = "replyMonth",
        /// State of answering.
        State = "state",
        /// Last rating.
        Rating = "rating",
    }
}

impl DimensionId {
    /// Whether it is the entry's (件) and not one body's handling (件次).
    pub fn is_of_entry(self) -> bool {
        (self as usize) < (Self::Role as usize)
    }

    /// Whether its groups are shown as shares of all items of the dimension. (Outcome classes and topics have a
    /// denominator of the profile's; months, bodies and what can overlap are shown as counts.)
    pub fn has_plain_shares(self) -> bool {
        matches!(self, Self::Kind | Self::Sitting | Self::Form | Self::Role | Self::Disclosure)
    }

    /// Whether an item can stand in several groups.
    pub fn is_overlapping(self) -> bool {
        matches!(self, Self::Means | Self::Stage)
    }
}
