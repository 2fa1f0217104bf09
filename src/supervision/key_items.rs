//! 重点督办: where each key item stands, what comes next, when the submitter was last spoken with.

use super::due_dates::due_dates;
use super::grounds::Grounds;
use super::step::StepDue;
use crate::calendar::Date;
use crate::ledger::{ConsultationMeans, Entry, Ledger};

/// A key item as the supervising office follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyItemStanding {
    /// The entry's place in the ledger.
    pub entry: usize,
    /// The step that is due first of those not done; `None` where nothing is left that has a due date.
    pub next: Option<StepDue>,
    /// The last contact with the submitter that has a day, with its means.
    pub last_contact: Option<(Date, Option<ConsultationMeans>)>,
    /// Contacts that are recorded without a day.
    pub undated_contacts: usize,
}

/// The key items of `ledger`: those with a step to do first, earliest due date first, then the ledger's order. What was
/// withdrawn is left out.
pub fn key_items(ledger: &Ledger, grounds: &Grounds<'_>) -> Vec<KeyItemStanding> {
    let of_entry = |(place, entry): (usize, Entry<'_>)| {
        let is_followed = entry.key.is_some() && entry.withdrawn.is_none();
        is_followed.then(|| standing(place, &entry, grounds))
    };
    let mut items: Vec<KeyItemStanding> = ledger.entries().enumerate().filter_map(of_entry).collect();
    items.sort_by_key(|item| {
        let due = item.next.as_ref().and_then(|next| next.due_on);
        (due.is_none(), due, item.entry)
    });
    items
}

fn standing(place: usize, entry: &Entry<'_>, grounds: &Grounds<'_>) -> KeyItemStanding {
    let pending = due_dates(entry, grounds).into_iter().filter(StepDue::is_pending);
    let contacts = || entry.rounds.iter().flat_map(|round| &round.consultations);
    KeyItemStanding {
        entry: place,
        next: pending.min_by_key(|step| step.due_on),
        last_contact: contacts().filter_map(|contact| Some((contact.on?, contact.means))).max_by_key(|(on, _)| *on),
        undated_contacts: contacts().filter(|contact| contact.on.is_none()).count(),
    }
}
