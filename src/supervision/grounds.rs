//! On what is judged: the profile, the outcome schemes, the day, the thresholds.

use crate::calendar::{Date, WorkCalendar};
use crate::ledger::{Outcome, OutcomeMeaning, OutcomeScheme};
use crate::profile::Profile;

/// On what a ledger is judged.
#[derive(Debug, Clone, Copy)]
pub struct Grounds<'p> {
    /// The place's limits.
    pub profile: &'p Profile,
    /// Which days are worked.
    pub calendar: &'p WorkCalendar,
    /// The ledger's own outcome schemes.
    pub schemes: &'p [OutcomeScheme],
    /// The day.
    pub today: Date,
    /// From when something is worth a warning.
    pub thresholds: Thresholds,
}

/// From when something is worth a warning, in calendar days; the profile's `watch`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// A step is due soon when no more than this many days are left; as in the statistics.
    pub due_soon_days: i32,
    /// No contact with the submitter this long after assignment, where the place sets no limit of its own.
    pub no_contact_days: i32,
    /// A draft waits this long for the next step of signing.
    pub signature_days: i32,
    /// A body's usual pace is told from at least this many handlings.
    pub pace_minimum: usize,
}

impl Thresholds {
    /// The thresholds of `profile`.
    pub fn of(profile: &Profile) -> Self {
        let watch = &profile.watch;
        Self {
            due_soon_days: i32::from(watch.due_soon_days.value),
            no_contact_days: i32::from(watch.no_contact_days.value),
            signature_days: i32::from(watch.signature_days.value),
            pace_minimum: usize::from(watch.pace_minimum.value),
        }
    }
}

impl Grounds<'_> {
    /// What `outcome` means: by the scheme it names, else the ledger's first, else the profile's; `None` where that
    /// scheme has no such mark.
    pub fn meaning(&self, outcome: &Outcome<'_>) -> Option<OutcomeMeaning> {
        let own = &self.profile.outcome.value;
        let scheme = match outcome.scheme.as_deref() {
            Some(id) => self.schemes.iter().chain([own]).find(|scheme| scheme.id == id)?,
            None => self.schemes.first().unwrap_or(own),
        };
        let meaning_of = |mark: &str| scheme.marks.iter().find(|known| known.mark == mark).map(|known| known.meaning);
        let class = outcome.mark.trim_end_matches(|letter: char| letter.is_ascii_digit());
        meaning_of(&outcome.mark).or_else(|| meaning_of(class.strip_suffix('类').unwrap_or(class)))
    }
}
