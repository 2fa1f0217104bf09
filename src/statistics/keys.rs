//! The keys of each dimension's codes.

use super::columns::Columns;
use super::dictionary::Dictionary;
use super::dimension::DimensionId;
use super::standing::{AnswerState, Standing};
use crate::ledger::{
    ConsultationMeans, ConsultationStage, DisclosureAttribute, HandlingRole, Rating, Sitting, SubmissionKind, SubmitterForm,
};
use crate::profile::Profile;

/// What all figures rest on: what the ledger says, and how it stands under a profile on a day.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'c> {
    /// What the ledger says.
    pub columns: &'c Columns,
    /// How it stands.
    pub standing: &'c Standing,
    /// The profile.
    pub profile: &'c Profile,
}

/// The keys of a dimension's codes.
pub(super) enum Keys<'c> {
    /// Words of a vocabulary, in reading order.
    Words(Vec<&'c str>),
    /// The ledger's own names, in the order of appearance.
    Names(&'c Dictionary),
    /// Texts, in the order of appearance; a text can stand at several codes.
    Texts(&'c [String]),
}

impl<'c> Keys<'c> {
    /// How many codes there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Words(words) => words.len(),
            Self::Names(names) => names.len(),
            Self::Texts(texts) => texts.len(),
        }
    }

    /// The key of `code`.
    pub fn key(&self, code: usize) -> &'c str {
        match self {
            Self::Words(words) => words.get(code).copied().unwrap_or_default(),
            Self::Names(names) => names.name(code as u32),
            Self::Texts(texts) => texts.get(code).map(String::as_str).unwrap_or_default(),
        }
    }

    /// The codes with `key`.
    pub fn codes(&self, key: &str) -> Vec<usize> {
        match self {
            Self::Words(words) => words.iter().position(|word| *word == key).into_iter().collect(),
            Self::Names(names) => names.find(key).into_iter().map(|code| code as usize).collect(),
            Self::Texts(texts) => (0..texts.len()).filter(|code| texts[*code] == key).collect(),
        }
    }

    /// Whether the codes stand in reading order.
    pub fn is_ordered(&self) -> bool {
        matches!(self, Self::Words(_))
    }
}

/// The keys of `dimension`.
pub(super) fn keys_of<'c>(dimension: DimensionId, grounds: Grounds<'c>) -> Keys<'c> {
    let Grounds { columns, standing, .. } = grounds;
    match dimension {
        DimensionId::Kind => words(SubmissionKind::ALL.iter().map(|kind| kind.as_str())),
        DimensionId::Topic => Keys::Names(&columns.topics),
        DimensionId::Delegation => Keys::Names(&columns.delegations),
        DimensionId::Month | DimensionId::ReplyMonth => Keys::Names(&columns.months),
        DimensionId::Year => Keys::Names(&columns.years),
        DimensionId::Session => Keys::Names(&columns.sessions),
        DimensionId::Sitting => words(Sitting::ALL.iter().map(|sitting| sitting.as_str())),
        DimensionId::Form => words(SubmitterForm::ALL.iter().map(|form| form.as_str())),
        DimensionId::Key => Keys::Words(vec!["no", "yes"]),
        DimensionId::Livelihood => words(["yes", "no"].into_iter()),
        DimensionId::Disclosure => words(DisclosureAttribute::ALL.iter().map(|attribute| attribute.as_str())),
        DimensionId::Means => words(ConsultationMeans::ALL.iter().map(|means| means.as_str())),
        DimensionId::Stage => words(ConsultationStage::ALL.iter().map(|stage| stage.as_str())),
        DimensionId::Role => words(HandlingRole::ALL.iter().map(|role| role.as_str())),
        DimensionId::Outcome => Keys::Words(standing.classes.iter().map(String::as_str).collect()),
        DimensionId::Mark => Keys::Texts(&standing.mark_names),
        DimensionId::Body => Keys::Names(&columns.bodies),
        DimensionId::State => Keys::Words(AnswerState::ALL.iter().map(|state| state.as_str()).collect()),
        DimensionId::Rating => words(Rating::ALL.iter().map(|rating| rating.as_str())),
    }
}

fn words<'w>(words: impl Iterator<Item = &'w str>) -> Keys<'w> {
    Keys::Words(std::iter::once("").chain(words).collect())
}
