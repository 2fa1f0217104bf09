//! The names of the handling bodies: as the file writes them, for whom they stand, which are likely to be one.

use super::OpenedLedger;
use crate::ledger::spoken_names;
use crate::similarity::likely_names;
use crate::wire;

impl OpenedLedger {
    /// Every name of a body that the file writes, and the pairs that are likely to stand for one body and are not yet read as one.
    pub fn body_names(&self) -> wire::BodyNamesView {
        let spoken: Vec<(String, u32)> = spoken_names(self.ledger.entries_as_written()).into_iter().collect();
        let names: Vec<&str> = spoken.iter().map(|(name, _)| name.as_str()).collect();
        let aliases = self.ledger.aliases();
        let read_as = |name: &str| aliases.name_of(name).unwrap_or(name).to_owned();
        let likely = likely_names(&names).into_iter().filter_map(|likely| {
            let [one, other] = likely.names.map(|place| &spoken[place]);
            (read_as(&one.0) != read_as(&other.0)).then(|| wire::LikelyNamesView {
                names: [one.0.clone(), other.0.clone()].to_vec(),
                entries: vec![one.1, other.1],
                reasons: likely.reasons.iter().map(|reason| reason.as_str().to_owned()).collect(),
            })
        });
        wire::BodyNamesView {
            likely: likely.collect(),
            names: spoken
                .iter()
                .map(|(name, entries)| wire::BodyNameView {
                    name: name.clone(),
                    entries: *entries,
                    read_as: aliases.name_of(name).map(str::to_owned),
                })
                .collect(),
        }
    }
}
