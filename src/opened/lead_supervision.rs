//! Key items and merged items of an opened ledger.

use super::OpenedLedger;
use crate::supervision::key_items::{KeyItemStanding, key_items};
use crate::supervision::merged::{MergedItems, merged_items};
use crate::wire;

impl OpenedLedger {
    /// 重点督办: where each key item stands, what comes next, when the submitter was last spoken with.
    pub fn key_items(&self) -> Vec<wire::KeyItemView> {
        key_items(&self.ledger, &self.supervised_on()).into_iter().filter_map(|item| self.key_item(item)).collect()
    }

    /// 并案: what is handled together, and whether each was answered for itself.
    pub fn merged_items(&self) -> Vec<wire::MergedItemsView> {
        merged_items(&self.ledger).into_iter().map(|items| self.merged(items)).collect()
    }

    fn key_item(&self, item: KeyItemStanding) -> Option<wire::KeyItemView> {
        let entry = self.ledger.entry(item.entry)?;
        let key = entry.key.as_ref()?;
        let said = |words: Option<&str>| words.map(str::to_owned);
        let next = item.next.as_ref();
        Some(wire::KeyItemView {
            id: self.id_of(item.entry),
            number: said(entry.number.as_deref()),
            title: said(entry.title.as_deref()),
            leader: said(key.supervising_leader.as_deref()),
            supervising_body: said(key.supervising_body.as_deref()),
            body: said(entry.rounds.last().and_then(|round| round.assignments.first()?.body.as_deref())),
            progress: said(key.progress.as_deref()),
            next_step: next.map(|next| next.step.as_str().to_owned()),
            next_what: next.and_then(|next| next.what.clone()),
            next_due: next.and_then(|next| next.due_on).map(|on| on.to_string()),
            days_left: next.and_then(|next| next.days_left(self.today)),
            last_contact: item.last_contact.map(|(on, _)| on.to_string()),
            last_means: item.last_contact.and_then(|(_, means)| means).map(|means| means.as_str().to_owned()),
            undated_contacts: item.undated_contacts as u32,
        })
    }

    fn merged(&self, items: MergedItems) -> wire::MergedItemsView {
        let entry_view = |(place, answered): &(usize, bool)| {
            let entry = self.ledger.entry(*place);
            wire::MergedEntryView {
                id: self.id_of(*place),
                number: entry.as_ref().and_then(|entry| entry.number.as_deref()).map(str::to_owned),
                title: entry.as_ref().and_then(|entry| entry.title.as_deref()).map(str::to_owned),
                answered: *answered,
            }
        };
        wire::MergedItemsView {
            partly_answered: items.is_partly_answered(),
            entries: items.entries.iter().map(entry_view).collect(),
            missing: items.missing,
        }
    }
}
