//! The closed vocabularies of the ledger: one English word per Chinese term.

vocabulary! {
    /// What was submitted.
    SubmissionKind {
        /// 代表建议、批评和意见.
        Suggestion = "suggestion",
        /// 政协提案.
        Proposal = "proposal",
        /// 议案, or a motion that is handled as a suggestion.
        Motion = "motion",
    }
}

vocabulary! {
    /// Who submitted it.
    SubmitterForm {
        /// 个人.
        Single = "single",
        /// 联名.
        Joint = "joint",
        /// 代表团名义.
        Delegation = "delegation",
        /// 党派、团体、界别、专门委员会（集体提案）.
        Collective = "collective",
    }
}

vocabulary! {
    /// When it was submitted (代表法 2025, art. 24 and 36).
    Sitting {
        /// 会议期间.
        InSession = "in-session",
        /// 闭会期间.
        InterSessional = "inter-sessional",
    }
}

vocabulary! {
    /// What became of a proposal at registration (CPPCC practice).
    Filing {
        /// 立案.
        Filed = "filed",
        /// 并案.
        Merged = "merged",
        /// 转为意见和建议, not filed as a proposal.
        Opinion = "opinion",
        /// 不予立案 or 不予受理.
        Declined = "declined",
    }
}

vocabulary! {
    /// The part that a body has in handling; only lead and separate bodies answer the deputy.
    HandlingRole {
        /// 主办 (also 牵头, 独办, 单办).
        Lead = "lead",
        /// 协办, 会办, 配合.
        Assisting = "assisting",
        /// 分办, 分别办理.
        Separate = "separate",
        /// 参阅, 供参考, 意见和建议: no reply is owed.
        ForReference = "for-reference",
    }
}

vocabulary! {
    /// Why another round of handling was opened.
    RoundCause {
        /// 不满意, 重新办理.
        Redo = "redo",
        /// 上年度列入计划事项的跟踪办理.
        FollowUp = "follow-up",
    }
}

vocabulary! {
    /// How a deputy was consulted.
    ConsultationMeans {
        /// 走访, 登门.
        Visit = "visit",
        /// 面商, 面谈.
        Meeting = "meeting",
        /// 座谈会.
        Forum = "forum",
        /// 调研, 现场踏勘, 现场办理.
        SiteVisit = "site-visit",
        /// 电话.
        Phone = "phone",
        /// 微信, 短信, 视频, 网络平台.
        Online = "online",
        /// 邮件, 书信, 函.
        Letter = "letter",
        /// 其他.
        Other = "other",
    }
}

vocabulary! {
    /// At which stage of handling a deputy was consulted (办前、办中、办后).
    ConsultationStage {
        /// 办前.
        Before = "before",
        /// 办中.
        During = "during",
        /// 办后.
        After = "after",
    }
}

vocabulary! {
    /// A deputy's rating.
    Rating {
        /// 满意.
        Satisfied = "satisfied",
        /// 基本满意.
        BasicallySatisfied = "basically-satisfied",
        /// 不满意.
        Dissatisfied = "dissatisfied",
    }
}

vocabulary! {
    /// 公开属性.
    DisclosureAttribute {
        /// 主动公开.
        Public = "public",
        /// 依申请公开.
        OnRequest = "on-request",
        /// 不予公开.
        NotPublic = "not-public",
    }
}

vocabulary! {
    /// In which extent something is or may be published.
    PublicationExtent {
        /// 全文.
        Full = "full",
        /// 摘要.
        Summary = "summary",
        /// 仅标题.
        TitleOnly = "title-only",
        /// 不公开.
        None = "none",
    }
}

vocabulary! {
    /// 承诺事项办理状态.
    CommitmentState {
        /// 办理中.
        Open = "open",
        /// 已落实.
        Kept = "kept",
        /// 不再落实, explained to the deputy.
        GivenUp = "given-up",
    }
}

vocabulary! {
    /// A step of the signing chain (拟稿 … 签发).
    ApprovalStep {
        /// 拟稿.
        Draft = "draft",
        /// 会签.
        Countersign = "countersign",
        /// 核稿.
        Review = "review",
        /// 公开审查.
        DisclosureReview = "disclosure-review",
        /// 秘书长审核.
        SecretaryReview = "secretary-review",
        /// 签发, 审定.
        Sign = "sign",
        /// 用印.
        Seal = "seal",
    }
}

vocabulary! {
    /// The state level of the assembly to which it was submitted.
    Level {
        /// 全国.
        National = "national",
        /// 省、自治区、直辖市.
        Provincial = "provincial",
        /// 设区的市、自治州.
        Prefectural = "prefectural",
        /// 县、区、旗.
        County = "county",
        /// 乡镇.
        Township = "township",
    }
}
