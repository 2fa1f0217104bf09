//! Which rows count.

use std::collections::BTreeMap;

use super::dimension::DimensionId;

/// Conditions that must all hold; the values of one dimension are alternatives.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// The allowed keys of each dimension that is filtered; the empty key allows what is not known.
    pub dimensions: BTreeMap<DimensionId, Vec<String>>,
    /// Days from assignment to first answer, both ends included.
    pub days: Option<(u32, u32)>,
    /// Words, all of which must stand in title, number, submitter or body; case and width of Latin letters do not matter.
    pub text: Option<String>,
}

/// Why a filter cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterFault {
    /// The first day of a range lies after the last.
    DaysBackwards(u32, u32),
}

/// One of a filter's conditions; a chart ignores its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Condition {
    /// On the keys of a dimension.
    Dimension(DimensionId),
    /// On the days to the first answer.
    Days,
    /// On words; no chart ignores it.
    Text,
}

impl Condition {
    /// How many there are.
    pub const COUNT: usize = DimensionId::ALL.len() + 2;

    /// The place among all.
    pub fn index(self) -> usize {
        match self {
            Self::Dimension(dimension) => dimension.index(),
            Self::Days => DimensionId::ALL.len(),
            Self::Text => DimensionId::ALL.len() + 1,
        }
    }
}

/// What a condition demands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Demand {
    /// One of these keys.
    Keys(Vec<String>),
    /// Within, both ends included.
    Days(u32, u32),
    /// All these words.
    Text(String),
}

impl Filter {
    /// The conditions that it sets.
    ///
    /// # Errors
    /// [`FilterFault`] where the filter contradicts itself.
    pub(super) fn demands(&self) -> Result<Vec<(Condition, Demand)>, FilterFault> {
        let keyed = self.dimensions.iter().filter(|(_, keys)| !keys.is_empty());
        let mut demands: Vec<(Condition, Demand)> =
            keyed.map(|(dimension, keys)| (Condition::Dimension(*dimension), Demand::Keys(keys.clone()))).collect();
        if let Some((from, to)) = self.days {
            if from > to {
                return Err(FilterFault::DaysBackwards(from, to));
            }
            demands.push((Condition::Days, Demand::Days(from, to)));
        }
        let text = self.text.iter().filter(|text| !text.trim().is_empty());
        demands.extend(text.map(|text| (Condition::Text, Demand::Text(text.clone()))));
        Ok(demands)
    }
}
