//! Entries of a ledger that seem to speak of the same matter.

use super::OpenedLedger;
use crate::similarity::{Described, THRESHOLD, alike};
use crate::wire;

impl OpenedLedger {
    /// The groups of entries that resemble each other, in the order of handling: those with a key item, then those with one of
    /// 民生, then the others, each the most alike first. What was withdrawn is left out.
    pub fn similar_entries(&self) -> Vec<wire::SimilarGroupView> {
        let mut places: Vec<usize> = Vec::new();
        let mut texts: Vec<(String, String)> = Vec::new();
        for index in 0..self.len() {
            let Some(entry) = self.ledger.entry(index).filter(|entry| entry.withdrawn.is_none()) else { continue };
            let asks = entry.asks.iter().map(|ask| ask.as_ref()).collect::<Vec<&str>>().join("\n");
            let text = entry.text.as_deref().map_or(asks, str::to_owned);
            places.push(index);
            texts.push((entry.title.as_deref().unwrap_or_default().to_owned(), text));
        }
        let described: Vec<Described<'_>> = texts.iter().map(|(title, text)| Described { title, text }).collect();
        let view = |place: &usize| {
            let index = places.get(*place).copied().unwrap_or_default();
            let entry = self.ledger.entry(index);
            let said = |words: Option<&str>| words.map(str::to_owned);
            wire::SimilarEntryView {
                id: self.id_of(index),
                number: said(entry.as_ref().and_then(|entry| entry.number.as_deref())),
                title: said(entry.as_ref().and_then(|entry| entry.title.as_deref())),
                kind: entry.as_ref().map(|entry| entry.kind.as_str().to_owned()).unwrap_or_default(),
                key: entry.as_ref().is_some_and(|entry| entry.key.is_some()),
                livelihood: entry.as_ref().and_then(|entry| entry.livelihood) == Some(true),
                body: said(entry.as_ref().and_then(|entry| entry.rounds.first()?.assignments.first()?.body.as_deref())),
            }
        };
        let groups = alike(&described, THRESHOLD).into_iter().map(|group| {
            let entries: Vec<wire::SimilarEntryView> = group.members.iter().map(view).collect();
            wire::SimilarGroupView {
                key: entries.iter().any(|entry| entry.key),
                livelihood: entries.iter().any(|entry| entry.livelihood),
                score: f64::from((group.score * 100.0).round()),
                phrases: group.phrases,
                entries,
            }
        });
        let mut groups: Vec<wire::SimilarGroupView> = groups.collect();
        groups.sort_by_key(|group| (!group.key, !group.livelihood));
        groups
    }
}
