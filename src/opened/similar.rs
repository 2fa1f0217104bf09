//! Entries of a ledger that seem to speak of the same matter.

use super::OpenedLedger;
use crate::similarity::{Described, THRESHOLD, alike};
use crate::wire;

impl OpenedLedger {
    /// The groups of entries that resemble each other, the most alike first; what was withdrawn is left out.
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
                body: said(entry.as_ref().and_then(|entry| entry.rounds.first()?.assignments.first()?.body.as_deref())),
            }
        };
        let groups = alike(&described, THRESHOLD).into_iter().map(|group| wire::SimilarGroupView {
            score: f64::from((group.score * 100.0).round()),
            phrases: group.phrases,
            entries: group.members.iter().map(view).collect(),
        });
        groups.collect()
    }
}
