//! What a check is given: the letter, the suggestion it answers, and the history of the handling.

use chrono::NaiveDate;

use super::laws::Law;
use super::requirements::Requirements;

/// A letter to check, with what is known beside it.
#[derive(Debug, Clone, Default)]
pub struct ReplyInput {
    /// The letter as text.
    pub text: String,
    /// The suggestion or proposal it answers, where it is known.
    pub suggestion: Option<SuggestionText>,
    /// The handling, where it is known.
    pub history: Option<History>,
    /// What the place asks for.
    pub requirements: Requirements,
    /// Laws beside the built-in table; one of the same name takes its place.
    pub laws: Vec<Law>,
    /// The day of the check; rules that need it are silent without it.
    pub today: Option<NaiveDate>,
}

/// The suggestion or proposal that is answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SuggestionText {
    /// Its title.
    pub title: Option<String>,
    /// Its full text.
    pub text: Option<String>,
    /// What it asks, one by one; found in the text or the title where empty.
    pub asks: Vec<String>,
    /// Its number in the ledger.
    pub number: Option<String>,
    /// The deputies or members who made it, the leading one first.
    pub submitters: Vec<String>,
}

/// What is known of the handling.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// 交办日.
    pub assigned_on: Option<NaiveDate>,
    /// 签收日.
    pub received_on: Option<NaiveDate>,
    /// The day up to which an approved extension reaches.
    pub extended_to: Option<NaiveDate>,
    /// The assisting bodies.
    pub assisting: Vec<String>,
    /// The numbers of suggestions handled together with this one.
    pub merged_with: Vec<String>,
    /// Contacts with the deputy.
    pub consultations: Vec<Consultation>,
    /// Drafting, checking, signing.
    pub approvals: Vec<Approval>,
    /// Why the deputy was dissatisfied with the reply before, where this one answers again.
    pub dissatisfaction: Option<String>,
}

/// One contact with the deputy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultation {
    /// When.
    pub on: NaiveDate,
    /// How: 走访, 座谈, 电话.
    pub form: String,
}

/// One step of the signing chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// 拟稿, 核稿, 会签, 签发.
    pub step: String,
    /// By whom.
    pub by: String,
    /// When, where it is known.
    pub on: Option<NaiveDate>,
}
