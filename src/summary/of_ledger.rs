//! From an overview to a summary, and back to figures.

use super::file::{CountKey, SummaryFile, SummarySource};
use crate::statistics::{Overview, RateId, Reason};

impl SummaryFile {
    /// The summary of a ledger with this overview.
    pub fn new(overview: &Overview, profile: (&str, &str), source: SummarySource) -> Self {
        let mut file = Self {
            profile: profile.0.to_owned(),
            profile_version: profile.1.to_owned(),
            sources: vec![source],
            ..Self::default()
        };
        let mut add = |table: &str, key: &str, part: &str, count: u64| {
            let key = CountKey { table: table.to_owned(), key: key.to_owned(), part: part.to_owned() };
            // Counts of one ledger are below 2³² and none comes twice.
            if count > 0 {
                file.counts.insert(key, count);
            }
        };
        for dimension in &overview.dimensions {
            for group in &dimension.groups {
                for (class, count) in &group.outcomes {
                    add(dimension.id.as_str(), &group.key, class, u64::from(*count));
                }
            }
        }
        for rate in &overview.rates {
            let mut whole = rate.whole;
            for left_out in &rate.left_out {
                // That nobody rated anything is only known once all files are together.
                match is_of_all(rate.id) && left_out.reason == Reason::NoFeedback.as_str() {
                    true => whole += u64::from(left_out.count),
                    false => add("rate", rate.id.as_str(), left_out.reason, u64::from(left_out.count)),
                }
            }
            add("rate", rate.id.as_str(), "part", rate.part);
            add("rate", rate.id.as_str(), "whole", whole);
        }
        for (days, count, late) in &overview.days.by_day {
            add("days", &days.to_string(), "", u64::from(count - late));
            add("days", &days.to_string(), "late", u64::from(*late));
        }
        add("days", "", "", u64::from(overview.days.unknown));
        add("all", "matching", "", u64::from(overview.matching));
        add("all", "assignments", "", u64::from(overview.assignments));
        add("all", "withdrawn", "", u64::from(overview.withdrawn));
        file
    }

    /// Numerator and denominator of a rate; nought of satisfaction where nobody rated anything.
    pub fn rate(&self, id: RateId) -> (u64, u64) {
        let is_rated = || self.counts.keys().any(|key| key.table == "rating" && !key.key.is_empty());
        if is_of_all(id) && !is_rated() {
            return (0, 0);
        }
        (self.count("rate", id.as_str(), "part"), self.count("rate", id.as_str(), "whole"))
    }

    /// A count; 0 where it is not in the file.
    pub fn count(&self, table: &str, key: &str, part: &str) -> u64 {
        let key = CountKey { table: table.to_owned(), key: key.to_owned(), part: part.to_owned() };
        self.counts.get(&key).copied().unwrap_or(0)
    }

    /// The keys of a table with their counts by part.
    pub fn groups(&self, table: &str) -> Vec<(&str, Vec<(&str, u64)>)> {
        let mut groups: Vec<(&str, Vec<(&str, u64)>)> = Vec::new();
        for (key, count) in self.counts.iter().filter(|(key, _)| key.table == table) {
            match groups.last_mut() {
                Some((known, parts)) if *known == key.key => parts.push((&key.part, *count)),
                _ => groups.push((&key.key, vec![(&key.part, *count)])),
            }
        }
        groups
    }
}

/// Whether the rate counts those that nobody rated.
fn is_of_all(id: RateId) -> bool {
    matches!(id, RateId::SatisfactionOfAll | RateId::SatisfactionIncludingBasicOfAll)
}
