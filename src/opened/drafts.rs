//! Drafts of an opened ledger.

use super::OpenedLedger;
use crate::drafting::{Draft, Source, draft_report};
use crate::statistics::{Filter, Overview, bodies};

impl OpenedLedger {
    /// The annual report of the whole ledger, each figure linked to what it states.
    pub fn draft_report(&self) -> Draft {
        let mut linked = self.linked();
        let Ok(overview) = Overview::new(&mut linked, self.grounds(), &Filter::default()) else { return Draft::default() };
        let bodies = bodies(&mut linked, self.grounds());
        draft_report(&Source {
            overview: &overview,
            bodies: &bodies,
            profile: &self.profile,
            office: self.ledger.head.office.as_deref(),
            as_of: self.today,
        })
    }
}
