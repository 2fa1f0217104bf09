//! What differs by place, as plain data.

/// What a place asks of a reply.
///
/// The default is the common ground of the national law and the local regulations (DOMAIN §1, §3, §4).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirements {
    /// Months from the start within which a reply is owed; 3 by 代表法（2025）第五十一条.
    pub reply_months: u32,
    /// What starts the period.
    pub starts: PeriodStart,
    /// The steps of the signing chain in their order; steps that a history lacks altogether are asked for.
    pub signing_chain: Vec<String>,
    /// What the letters of the outcome mean.
    pub outcomes: Vec<(String, OutcomeMeaning)>,
    /// The parts that a complete letter has.
    pub parts: Vec<Part>,
    /// Turns of phrase that no reply may contain because they go against policy.
    pub against_policy: Vec<String>,
}

/// What starts the period for the reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodStart {
    /// 交办之日.
    Assigned,
    /// 收到之日.
    Received,
}

/// What an outcome mark says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutcomeMeaning {
    /// Solved or adopted.
    Solved,
    /// Being solved, or planned.
    Planned,
    /// Cannot be solved at present.
    Unsolved,
    /// Kept as reference.
    Reference,
}

/// A part of the letter that a place may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Part {
    OutcomeMark,
    DocumentNumber,
    Contact,
    Phone,
    Disclosure,
    Thanks,
    FeedbackForm,
    Signer,
    CopiedTo,
}

impl Default for Requirements {
    fn default() -> Self {
        let outcomes = [
            ("A", OutcomeMeaning::Solved),
            ("B", OutcomeMeaning::Planned),
            ("C", OutcomeMeaning::Unsolved),
            ("D", OutcomeMeaning::Reference),
        ];
        Self {
            reply_months: 3,
            starts: PeriodStart::Assigned,
            signing_chain: ["拟稿", "核稿", "签发"].map(str::to_string).to_vec(),
            outcomes: outcomes.map(|(letter, meaning)| (letter.to_string(), meaning)).to_vec(),
            parts: vec![
                Part::OutcomeMark,
                Part::DocumentNumber,
                Part::Contact,
                Part::Phone,
                Part::Disclosure,
                Part::Thanks,
                Part::FeedbackForm,
            ],
            against_policy: [
                "缴纳办理费",
                "收取办理费",
                "办理费用由代表",
                "不得向上反映",
                "请代表撤回",
                "请委员撤回",
                "务必评价满意",
                "请务必填写满意",
                "务必填写“满意”",
                "请给予满意评价",
            ]
            .map(str::to_string)
            .to_vec(),
        }
    }
}

impl Requirements {
    /// What the mark means: the longest letter of the scheme that begins it.
    pub fn meaning_of(&self, mark: &str) -> Option<OutcomeMeaning> {
        let mark = mark.to_ascii_uppercase();
        let fitting = self.outcomes.iter().filter(|(letter, _)| mark.starts_with(letter.as_str()));
        fitting.max_by_key(|(letter, _)| letter.len()).map(|(_, meaning)| *meaning)
    }
}
