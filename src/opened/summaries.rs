//! Summary files: made of an opened ledger, merged, shown.

use std::collections::BTreeMap;

use super::OpenedLedger;
use super::shape;
use crate::profile::{Profile, shipped_profile};
use crate::statistics::{DimensionId, Filter, FilterFault, Overview, Rate, RateId, Unit};
use crate::summary::{SummaryFault, SummaryFile, SummarySource};
use crate::wire;

impl OpenedLedger {
    /// The counts of what passes `filter` as a `jianyi/summary/1` file.
    ///
    /// # Errors
    /// [`FilterFault`] where the filter contradicts itself.
    pub fn summary_file(&self, filter: &Filter) -> Result<SummaryFile, FilterFault> {
        let overview = Overview::new(&mut self.linked(), self.grounds(), filter)?;
        let source = SummarySource {
            office: self.ledger.head.office.clone(),
            title: self.ledger.head.title.clone(),
            as_of: Some(self.today),
            entries: u64::from(overview.matching),
        };
        Ok(SummaryFile::new(&overview, (&self.profile.id, &self.profile.version), source))
    }
}

/// What the files add up to.
///
/// # Errors
/// [`SummaryFault`] where a file cannot be read, or two cannot be merged.
pub fn merge(files: &[Vec<u8>]) -> Result<SummaryFile, SummaryFault> {
    let mut files = files.iter().map(|bytes| SummaryFile::from_bytes(bytes));
    let first = files.next().ok_or(SummaryFault::Head)??;
    files.try_fold(first, |merged, file| merged.merged(&file?))
}

/// A summary as a page shows it; the profile is looked for among `own` and the shipped ones, and rounds as the first
/// shipped one does where it is not known.
pub fn merged_view(file: &SummaryFile, own: &[Profile]) -> Option<wire::MergedView> {
    let known = own.iter().find(|profile| profile.id == file.profile).or_else(|| shipped_profile(&file.profile));
    let profile = known.or_else(|| shipped_profile("generic-city"))?;
    let rates = RateId::ALL.iter().map(|id| {
        let (part, whole) = file.rate(*id);
        // A file says of a rate what it counts; roles and sources stand in the profile.
        let source = id.doc().source.to_owned();
        shape::rate(&Rate { id: *id, part, whole, unit: Unit::Entry, roles: Vec::new(), left_out: Vec::new(), source }, profile)
    });
    let sources = file.sources.iter().map(|source| wire::MergedSource {
        office: source.office.clone(),
        title: source.title.clone(),
        as_of: source.as_of.map(|on| on.to_string()),
        entries: source.entries as f64,
    });
    let dimensions = DimensionId::ALL.iter().map(|id| (id.as_str().to_owned(), groups(file, id.as_str())));
    Some(wire::MergedView {
        profile: file.profile.clone(),
        sources: sources.collect(),
        entries: file.count("all", "matching", "") as f64,
        rates: rates.collect(),
        dimensions: dimensions.collect::<BTreeMap<_, _>>(),
    })
}

fn groups(file: &SummaryFile, table: &str) -> Vec<wire::GroupView> {
    let groups = file.groups(table).into_iter().map(|(key, parts)| wire::GroupView {
        key: key.to_owned(),
        count: parts.iter().map(|(_, count)| *count as u32).sum(),
        share: None,
        outcomes: parts.iter().map(|(class, count)| wire::PartView { key: (*class).to_owned(), count: *count as u32 }).collect(),
    });
    let mut groups: Vec<wire::GroupView> = groups.collect();
    groups.sort_by(|left, right| {
        (left.key.is_empty(), right.count, &left.key).cmp(&(right.key.is_empty(), left.count, &right.key))
    });
    groups
}
