//! An opened ledger's publication: decisions, preview, bundle; and search over everything.

use std::collections::BTreeMap;

use super::OpenedLedger;
use crate::ledger::{Entry, PublicationExtent};
use crate::publication::{
    Decision, LeakFound, PublishOptions, Published, Stopped, archive, decide_entry, decide_reply, explanation, publish, redact,
};
use crate::search::{Collection, Document, Query, excerpt};
use crate::wire;

/// The scripts that a page embeds from any bundle, with their hashes.
pub fn embedded_scripts() -> Vec<wire::ScriptHash> {
    let scripts = crate::publication::embedded_scripts();
    scripts.map(|(name, sha256)| wire::ScriptHash { name: name.to_owned(), sha256 }).collect()
}

impl OpenedLedger {
    /// The decision on every entry and reply; what a person must decide first, then what is overdue, then the ledger's order.
    pub fn publication_decisions(&self) -> Vec<wire::DecisionView> {
        let calendar = &*self.calendar;
        let mut views = Vec::new();
        for (index, entry) in self.ledger.entries().enumerate() {
            let replies = entry.rounds.iter().flat_map(|round| &round.replies);
            views.push(self.decision(index, &entry, None, decide_entry(&entry)));
            for (place, reply) in replies.enumerate() {
                let decision = decide_reply(&entry, reply, &self.profile, self.today, calendar);
                views.push(self.decision(index, &entry, Some(place as u32 + 1), decision));
            }
        }
        views.sort_by_key(|view| (view.extent.is_some(), view.due_state.as_deref() != Some("overdue")));
        views
    }

    /// What is taken out of the entry with this id before it is public; `None` where there is no such entry.
    pub fn redaction_preview(&self, id: &str, terms: &[String]) -> Option<wire::RedactionPreview> {
        let entry = self.ledger.entry(self.index_of(id)?)?;
        let replies = entry.rounds.iter().flat_map(|round| &round.replies);
        let texts = [("title", entry.title.as_deref()), ("text", entry.text.as_deref())];
        let all = texts.into_iter().chain(replies.map(|reply| ("reply", reply.text.as_deref())));
        let fields = all.filter_map(|(field, text)| Some(redacted_field(field, text?, terms))).collect();
        Some(wire::RedactionPreview { fields })
    }

    /// The letter that tells the submitter why the entry's reply at this place (from 1) is not public; `None` where there is
    /// no such reply or no such letter is due.
    pub fn explanation(&self, id: &str, place: u32) -> Option<String> {
        let entry = self.ledger.entry(self.index_of(id)?)?;
        let mut replies = entry.rounds.iter().flat_map(|round| &round.replies);
        let reply = replies.nth((place as usize).checked_sub(1)?)?;
        explanation(&entry, reply, &decide_reply(&entry, reply, &self.profile, self.today, &self.calendar))
    }

    /// The public bundle as files with its proof, and how many decisions of persons were of no entry as it stands now.
    ///
    /// # Errors
    /// The leaks that stopped it.
    pub fn bundle(&self, request: &wire::PublishRequest) -> Result<(Published, u32), Stopped> {
        let decided: BTreeMap<_, _> = request.decided.iter().filter_map(|decision| self.decided(decision)).collect();
        let unused = (request.decided.len() - decided.len()) as u32;
        let options = PublishOptions {
            terms: request.terms.clone(),
            decided,
            minimum: request.minimum,
            calendar: Some(self.calendar.clone().into_owned()),
        };
        Ok((publish(&self.ledger, &self.profile, self.today, &options)?, unused))
    }

    /// The public bundle as an archive with its proof, or the leaks that stopped it.
    pub fn publish(&self, request: &wire::PublishRequest) -> wire::PublishedView {
        match self.bundle(request) {
            Ok((published, unused)) => wire::PublishedView {
                archive: archive(&published.files),
                files: published.files.into_iter().map(|file| file.name).collect(),
                redactions: published.redactions,
                unused,
                leaks: Vec::new(),
            },
            Err(Stopped { leaks, names }) => {
                let leaks = leaks.into_iter().map(|leak| wire::LeakView {
                    how: leak.how.as_str().to_owned(),
                    kind: leak.kind.map(|kind| kind.as_str().to_owned()),
                    // a name that leaks is not told
                    name: names.get(leak.file).filter(|_| leak.how != LeakFound::FileName).cloned(),
                });
                wire::PublishedView { archive: Vec::new(), files: Vec::new(), redactions: 0, unused: 0, leaks: leaks.collect() }
            }
        }
    }

    /// The place of the entry that a person decided on; nothing where another entry stands under this id now.
    fn decided(&self, decision: &wire::PublishDecision) -> Option<(usize, PublicationExtent)> {
        let index = self.index_of(&decision.id)?;
        let entry = self.ledger.entry(index)?;
        let is_same =
            entry.number.as_deref() == decision.number.as_deref() && entry.title.as_deref() == decision.title.as_deref();
        is_same.then_some((index, PublicationExtent::from_word(&decision.extent)?))
    }

    /// The best `count` entries that hold every term of `words`.
    pub fn search(&self, words: &str, count: usize) -> wire::SearchAnswer {
        let collection = self.collection.get_or_init(|| Collection::new(self.ledger.entries().map(|entry| document(&entry))));
        let found = collection.search(&Query { words: words.to_owned(), ..Query::default() });
        let hits = found.hits.iter().take(count).filter_map(|hit| {
            let index = hit.document as usize;
            let entry = self.ledger.entry(index)?;
            let document = document(&entry);
            let (excerpt, places) = excerpt(&document.text, &found.terms, 80);
            let utf16 = wire::Utf16::new(&excerpt);
            let marks = places.into_iter().map(|place| utf16.span(place)).collect();
            Some(wire::SearchHit { id: self.id_of(index), title: document.title, number: document.number, excerpt, marks })
        });
        wire::SearchAnswer { total: found.hits.len() as u32, hits: hits.collect(), terms: found.terms }
    }

    fn decision(&self, index: usize, entry: &Entry<'_>, reply: Option<u32>, decision: Decision) -> wire::DecisionView {
        wire::DecisionView {
            id: self.id_of(index),
            number: entry.number.as_deref().map(str::to_owned),
            title: entry.title.as_deref().map(str::to_owned),
            reply,
            extent: decision.extent.map(|extent| extent.as_str().to_owned()),
            ground: decision.ground.as_str().to_owned(),
            reason: decision.ground.reason().to_owned(),
            basis: decision.ground.basis().to_owned(),
            stated: decision.stated,
            due_on: decision.due.map(|due| due.on.to_string()),
            provisional: decision.due.is_some_and(|due| due.provisional),
            due_state: decision.due.map(|due| due.state.as_str().to_owned()),
        }
    }
}

fn redacted_field(field: &str, text: &str, terms: &[String]) -> wire::RedactedField {
    let redacted = redact(text, terms);
    let utf16 = wire::Utf16::new(text);
    let parts = redacted.parts.iter().map(|part| {
        let (start, end) = utf16.span(part.span);
        wire::RedactedPart { kind: part.kind.as_str().to_owned(), rule: part.rule.to_owned(), start, end }
    });
    wire::RedactedField { field: field.to_owned(), before: text.to_owned(), parts: parts.collect(), after: redacted.text }
}

fn document(entry: &Entry<'_>) -> Document {
    let round = entry.rounds.first();
    let body = round.and_then(|round| round.assignments.first()).and_then(|assignment| assignment.body.as_deref());
    let last = entry.rounds.iter().flat_map(|round| &round.replies).last();
    let class = last.and_then(|reply| reply.outcome.as_ref()).map(|outcome| outcome.mark.to_string());
    let mut texts: Vec<&str> = entry.text.as_deref().into_iter().collect();
    texts.extend(entry.lead_submitter.as_ref().and_then(|submitter| submitter.name.as_deref()));
    for reply in entry.rounds.iter().flat_map(|round| &round.replies) {
        texts.extend([reply.document_number.as_deref(), reply.text.as_deref()].into_iter().flatten());
    }
    texts.extend(entry.commitments.iter().map(|commitment| &*commitment.what));
    Document {
        number: entry.number.as_deref().unwrap_or_default().to_owned(),
        title: entry.title.as_deref().unwrap_or_default().to_owned(),
        facets: [
            entry.year.map(|year| year.to_string()).unwrap_or_default(),
            body.unwrap_or_default().to_owned(),
            class.unwrap_or_default(),
            entry.topic.as_deref().unwrap_or_default().to_owned(),
        ],
        text: texts.join("\n"),
    }
}
