//! What the checks of a report give: equations that were tried, and contradictions for the rules to word.

use std::collections::BTreeMap;

use super::figure::{Equation, Relation, Rounding, Term};
use super::items::Item;
use super::lists::List;
use super::page::Page;
use crate::text::span::Span;

/// What the checks look at.
pub(crate) struct Study<'t> {
    pub page: &'t Page<'t>,
    pub items: Vec<Item>,
    pub lists: Vec<List>,
    /// The lists by their first item.
    by_start: Vec<(usize, usize)>,
    /// For each item the lists that hold it.
    holders: Vec<Vec<usize>>,
}

impl<'t> Study<'t> {
    pub(crate) fn new(page: &'t Page<'t>, items: Vec<Item>, lists: Vec<List>) -> Self {
        let mut by_start: Vec<(usize, usize)> =
            lists.iter().enumerate().filter_map(|(place, list)| Some((*list.items.first()?, place))).collect();
        by_start.sort_unstable();
        let mut holders = vec![Vec::new(); items.len()];
        for (place, list) in lists.iter().enumerate() {
            for index in &list.items {
                if let Some(holder) = holders.get_mut(*index) {
                    holder.push(place);
                }
            }
        }
        Self { page, items, lists, by_start, holders }
    }

    /// The lists whose first item lies from `from` up to `to`, in that order.
    pub(crate) fn lists_between(&self, from: usize, to: usize) -> impl Iterator<Item = (usize, &List)> {
        let first = self.by_start.partition_point(|(start, _)| *start < from);
        let rest = self.by_start.get(first..).unwrap_or_default();
        rest.iter().take_while(move |(start, _)| *start < to).filter_map(|(_, place)| Some((*place, self.lists.get(*place)?)))
    }

    /// The places of the lists that hold the item at `index`.
    pub(crate) fn lists_of(&self, index: usize) -> &[usize] {
        self.holders.get(index).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Study<'_> {
    pub(crate) fn item(&self, index: usize) -> Option<&Item> {
        self.items.get(index)
    }

    pub(crate) fn amount(&self, index: usize) -> u64 {
        self.items.get(index).map_or(0, Item::amount)
    }

    pub(crate) fn value_of(&self, terms: &[Term]) -> i64 {
        terms.iter().fold(0, |sum, term| sum.saturating_add(term.factor.saturating_mul(self.value(term.figure))))
    }

    pub(crate) fn value(&self, index: usize) -> i64 {
        self.items.get(index).map_or(0, |item| i64::try_from(item.value()).unwrap_or(i64::MAX))
    }

    /// The figure as a term of a sum, as often as it is distributed.
    pub(crate) fn term(&self, index: usize) -> Term {
        let times = self.items.get(index).map_or(1, |item| item.times);
        Term { factor: i64::try_from(times).unwrap_or(1), figure: index }
    }

    pub(crate) fn terms(&self, indexes: &[usize]) -> Vec<Term> {
        indexes.iter().map(|index| self.term(*index)).collect()
    }
}

/// Why a share differs from its quotient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShareFault {
    /// Cut off instead of rounded.
    Truncated,
    /// Off by one in the last place so that the shares add to 100.
    Forced,
    /// Right for another base that stands in the text.
    OtherBase(Vec<Term>, u64),
    /// No reason known.
    Wrong,
}

/// A contradiction that nothing in the text explains; figures are indexes into the report's figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// The parts do not add to the total.
    Parts {
        /// The stated total.
        total: Vec<Term>,
        /// The parts, in text order.
        parts: Vec<Term>,
        /// The value of the total.
        stated: i64,
        /// The sum of the parts.
        sum: i64,
        /// The parts are grades of satisfaction that exceed the answers given.
        feedback: bool,
    },
    /// A share is not part ÷ base.
    Share {
        /// The printed share.
        percent: usize,
        /// Its numerator.
        part: i64,
        /// The base that it should have.
        base: u64,
        /// Why it differs.
        fault: ShareFault,
    },
    /// No whole count gives the percentage.
    Impossible {
        /// The printed percentage.
        percent: usize,
        /// The base; 0 where no base at all gives it.
        base: u64,
    },
    /// Shares that divide one whole add to more than 100.
    NotHundred {
        /// The shares.
        percents: Vec<usize>,
    },
    /// A rate above 100, alone or with the one before it.
    OverHundred {
        /// The rates, in text order.
        percents: Vec<usize>,
    },
    /// One figure, two values.
    Repeated {
        /// Where it stands first.
        first: usize,
        /// Where it stands again.
        again: usize,
    },
    /// A difference or growth rate does not follow from two years.
    Growth {
        /// The difference or rate.
        figure: usize,
        /// What it should be.
        expected: String,
        /// It is right for the new year as base.
        on_new_base: bool,
    },
    /// A clause that stands there twice.
    Duplicate {
        /// The clause.
        first: Span,
        /// The same clause again.
        again: Span,
    },
    /// A class letter with a meaning of another scheme.
    Letter {
        /// The count of the class.
        figure: usize,
        /// The letter.
        letter: String,
        /// What the text says it means.
        meaning: String,
    },
    /// Digits run together or lost.
    Damaged {
        /// What stands there.
        span: Span,
        /// What should; several ways joined by 或者; `None` where no way fits.
        restored: Option<String>,
        /// No count or share is concerned.
        minor: bool,
    },
}

/// Equations and contradictions as they are found.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    pub equations: Vec<Equation>,
    pub conflicts: Vec<Conflict>,
    /// For each percentage the place of its last equation.
    shares: BTreeMap<usize, usize>,
}

impl Outcome {
    /// The equation of the percentage at `percent`.
    pub(crate) fn share_of(&self, percent: usize) -> Option<&Equation> {
        self.shares.get(&percent).and_then(|place| self.equations.get(*place))
    }

    pub(crate) fn sum(&mut self, total: Vec<Term>, parts: Vec<Term>, holds: bool) {
        let known = self
            .equations
            .iter()
            .rev()
            .take(60)
            .any(|other| other.relation == Relation::Sum && other.left == total && other.right == parts);
        if !known {
            self.equations.push(Equation { relation: Relation::Sum, left: total, right: parts, base: None, holds });
        }
    }

    pub(crate) fn share(
        &mut self,
        percent: usize,
        rounding: Rounding,
        part: Vec<Term>,
        whole: Vec<Term>,
        base: u64,
        holds: bool,
    ) {
        self.shares.insert(percent, self.equations.len());
        let relation = Relation::Share { percent, rounding };
        self.equations.push(Equation { relation, left: part, right: whole, base: Some(base), holds });
    }

    pub(crate) fn relation(&mut self, relation: Relation, figures: Vec<Term>, holds: bool) {
        self.equations.push(Equation { relation, left: figures, right: Vec::new(), base: None, holds });
    }
}
