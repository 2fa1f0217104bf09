//! The groups of a dimension, from its counts.

use super::dimension::DimensionId;
use super::filter::Condition;
use super::keys::{Grounds, keys_of};
use super::linked::{Linked, Mask, Scope, TallyId, shares_of};
use super::reason::{LeftOut, Reason};
use super::standing::role_of;

/// The groups of one dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct DimensionCounts {
    /// Which.
    pub id: DimensionId,
    /// The sum of all counts.
    pub total: u32,
    /// Vocabularies and months in reading order, names by count; what is not known (the empty key) last.
    pub groups: Vec<Group>,
    /// What is in none of the shares.
    pub left_out: Vec<LeftOut>,
}

/// The items with one key.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The key.
    pub key: String,
    /// How many.
    pub count: u32,
    /// Its share, where the dimension has shares and this group is counted in them.
    pub share: Option<Share>,
    /// The items by outcome class, those without a class under the empty key; empty classes left out.
    pub outcomes: Vec<(String, u32)>,
}

/// A share: two counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// The numerator.
    pub part: u64,
    /// The denominator.
    pub whole: u64,
}

/// The groups of `id`, as it was last counted.
pub(super) fn dimension(id: DimensionId, linked: &mut Linked, grounds: Grounds<'_>) -> DimensionCounts {
    let keys = keys_of(id, grounds);
    let classes = linked.classes();
    let table = by_key(id, linked, grounds, keys.len());
    let shares = shares(id, linked, grounds);
    let mut groups: Vec<Group> = Vec::new();
    for (code, by_class) in table.chunks_exact(classes).enumerate() {
        let key = keys.key(code);
        let count = by_class.iter().sum();
        let share = shares.as_ref().and_then(|shares| shares.of(code));
        // A class of the profile's scheme stands in the table also where it has no item.
        let is_expected = id == DimensionId::Outcome && !key.is_empty();
        if count == 0 && !is_expected {
            continue;
        }
        let outcomes = grounds.standing.classes.iter().zip(by_class).filter(|(_, count)| **count > 0);
        let outcomes = outcomes.map(|(class, count)| (class.clone(), *count)).collect();
        let group = Group { key: key.to_owned(), count, share, outcomes };
        match groups.iter_mut().find(|group| id == DimensionId::Mark && group.key == key) {
            Some(same_mark_of_another_scheme) => same_mark_of_another_scheme.add(group),
            None => groups.push(group),
        }
    }
    put_in_order(id, &mut groups, keys.is_ordered());
    let total = groups.iter().map(|group| group.count).sum();
    if id.has_plain_shares() {
        for group in &mut groups {
            group.share = Some(Share { part: group.count.into(), whole: u64::from(total) });
        }
    }
    DimensionCounts { id, total, groups, left_out: shares.map(|shares| shares.left_out).unwrap_or_default() }
}

/// The counts by key and class; sets of keys are taken apart.
fn by_key(id: DimensionId, linked: &Linked, grounds: Grounds<'_>, keys: usize) -> Vec<u32> {
    taken_apart(id, linked, grounds, keys, linked.counts(TallyId::Groups(id)), linked.classes())
}

/// `counts` of `width` each by key, where they are by code; the codes of an overlapping dimension are sets of keys.
pub(super) fn taken_apart(
    id: DimensionId,
    linked: &Linked,
    grounds: Grounds<'_>,
    keys: usize,
    counts: &[u32],
    width: usize,
) -> Vec<u32> {
    if !id.is_overlapping() {
        return counts.to_vec();
    }
    let mut table = vec![0; keys * width];
    for (set, counts) in linked.overlapping_sets(id, grounds).iter().zip(counts.chunks_exact(width)) {
        for key in (0..keys).filter(|bit| set >> bit & 1 == 1) {
            table[key * width..].iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
    }
    table
}

fn put_in_order(id: DimensionId, groups: &mut [Group], is_ordered: bool) {
    match id {
        DimensionId::Month | DimensionId::ReplyMonth | DimensionId::Year | DimensionId::Mark => {
            groups.sort_by(|left, right| (left.key.is_empty(), &left.key).cmp(&(right.key.is_empty(), &right.key)));
        }
        DimensionId::Session => groups.sort_by_key(|group| (group.key.is_empty(), session_order(&group.key))),
        _ if is_ordered => groups.sort_by_key(|group| group.key.is_empty()),
        _ => groups.sort_by(|left, right| {
            (left.key.is_empty(), right.count, &left.key).cmp(&(right.key.is_empty(), left.count, &right.key))
        }),
    }
}

impl Group {
    fn add(&mut self, other: Self) {
        self.count += other.count;
        self.share = match (self.share, other.share) {
            (Some(share), Some(other)) => Some(Share { part: share.part + other.part, ..share }),
            (share, other) => share.or(other),
        };
        for (class, count) in other.outcomes {
            match self.outcomes.iter_mut().find(|(known, _)| *known == class) {
                Some((_, known)) => *known += count,
                None => self.outcomes.push((class, count)),
            }
        }
    }
}

fn session_order(key: &str) -> (u32, u32) {
    let mut parts = key.split('-').map(|part| part.parse().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

/// The shares of a dimension: a part per code, of one whole.
struct Shares<'l> {
    is_of_entry: bool,
    parts: &'l [u32],
    whole: u64,
    left_out: Vec<LeftOut>,
}

impl Shares<'_> {
    /// The share of `code`. What has no outcome is left out, what has no topic is part of the whole.
    fn of(&self, code: usize) -> Option<Share> {
        let part = self.parts.get(code).copied().unwrap_or(0);
        let is_counted = code != 0 || self.is_of_entry && part > 0;
        is_counted.then_some(Share { part: part.into(), whole: self.whole })
    }
}

/// The shares of outcome classes, marks or topics, of what the profile counts.
fn shares<'l>(id: DimensionId, linked: &'l mut Linked, grounds: Grounds<'_>) -> Option<Shares<'l>> {
    shares_of(id, grounds)?;
    let withdrawn = Scope { ignores: Some(Condition::Dimension(id)), mask: Mask::Withdrawn, once: true };
    let withdrawn = linked.size(grounds, withdrawn);
    let linked = &*linked;
    let parts = linked.counts(TallyId::Parts(id));
    let is_of_entry = id.is_of_entry();
    let all: u64 = parts.iter().map(|part| u64::from(*part)).sum();
    let without = if is_of_entry { 0 } else { parts.first().copied().unwrap_or(0) };
    let roles = linked.counts(TallyId::RolesLeftOut(id)).iter().enumerate();
    let roles = roles.map(|(code, count)| (role_of(code as u32).map_or(Reason::Unassigned, Reason::from), *count));
    let mut left_out: Vec<(Reason, u32)> = roles.chain([(Reason::Withdrawn, withdrawn), (Reason::NoOutcome, without)]).collect();
    left_out.retain(|(_, count)| *count > 0);
    left_out.sort();
    let left_out = left_out.into_iter().map(|(reason, count)| LeftOut { reason: reason.as_str(), count }).collect();
    Some(Shares { is_of_entry, parts, whole: all - u64::from(without), left_out })
}
