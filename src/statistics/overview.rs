//! The overview: everything that the page's first view shows, in one answer.

use super::clocks::{Clock, clocks};
use super::columns::FIELDS;
use super::days::{Days, days};
use super::dimension::DimensionId;
use super::filter::{Filter, FilterFault};
use super::groups::{DimensionCounts, dimension};
use super::keys::Grounds;
use super::linked::{Linked, Mask, Scope, TallyId, shares_of};
use super::rates::{Rate, rates};
use super::reason::LeftOut;

/// All counts and rates of the entries that a filter lets through.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// Entries that the filter lets through.
    pub matching: u32,
    /// Their handlings (件次) that the filter lets through.
    pub assignments: u32,
    /// Entries of these that were withdrawn: counted by kind and state only.
    pub withdrawn: u32,
    /// Each dimension's groups.
    pub dimensions: Vec<DimensionCounts>,
    /// The indicators.
    pub rates: Vec<Rate>,
    /// Days from assignment to first answer; ignores the filter's own range of days.
    pub days: Days,
    /// The three clocks: first reply, final reply, promises.
    pub clocks: Vec<Clock>,
    /// Fields that are not known, and of how many entries.
    pub unpublished: Vec<LeftOut>,
}

impl Overview {
    /// The overview of the entries that pass `filter`.
    ///
    /// # Errors
    /// [`FilterFault`] where the filter contradicts itself.
    pub fn new(linked: &mut Linked, grounds: Grounds<'_>, filter: &Filter) -> Result<Self, FilterFault> {
        linked.filter(grounds, filter)?;
        let of_dimensions = DimensionId::ALL.iter().flat_map(|id| {
            let groups = [TallyId::Groups(*id)];
            let shares = shares_of(*id, grounds).map(|_| [TallyId::Parts(*id), TallyId::RolesLeftOut(*id)]);
            groups.into_iter().chain(shares.into_iter().flatten())
        });
        let wanted: Vec<TallyId> = of_dimensions.chain([TallyId::Days, TallyId::Missing]).collect();
        linked.count(grounds, &wanted);
        let dimensions = DimensionId::ALL.iter().map(|id| dimension(*id, linked, grounds)).collect();
        let rates = rates(linked, grounds);
        Ok(Self {
            matching: linked.size(grounds, ENTRIES),
            assignments: linked.size(grounds, Scope { mask: Mask::Assigned, once: false, ..ENTRIES }),
            withdrawn: linked.size(grounds, Scope { mask: Mask::Withdrawn, ..ENTRIES }),
            dimensions,
            rates,
            days: days(linked, grounds),
            clocks: clocks(linked, grounds),
            unpublished: unpublished(linked, grounds),
        })
    }
}

/// The entries that pass, each by its first row that does.
pub(super) const ENTRIES: Scope = Scope { ignores: None, mask: Mask::All, once: true };

fn unpublished(linked: &Linked, grounds: Grounds<'_>) -> Vec<LeftOut> {
    let sets = || linked.missing_sets(grounds).iter().zip(linked.counts(TallyId::Missing));
    let lacking = |bit: usize| sets().filter(|(set, _)| *set >> bit & 1 == 1).map(|(_, count)| count).sum();
    let counted = FIELDS.iter().enumerate().map(|(bit, reason)| LeftOut { reason, count: lacking(bit) });
    counted.filter(|left_out| left_out.count > 0).collect()
}
