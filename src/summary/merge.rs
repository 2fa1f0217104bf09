//! Summaries add up.

use super::file::{SummaryFault, SummaryFile};

impl SummaryFile {
    /// What one ledger of both would say. It does not matter which comes first, nor in which groups several are merged.
    ///
    /// # Errors
    /// [`SummaryFault`] where the files were reckoned by different profiles, or have a ledger in common.
    pub fn merged(&self, other: &Self) -> Result<Self, SummaryFault> {
        let profile = |file: &Self| format!("{} {}", file.profile, file.profile_version);
        if profile(self) != profile(other) {
            let (first, second) = (profile(self).min(profile(other)), profile(self).max(profile(other)));
            return Err(SummaryFault::Profiles(first, second));
        }
        if let Some(source) = self.sources.iter().find(|source| other.sources.contains(source)) {
            return Err(SummaryFault::SourceTwice(source.clone()));
        }
        let mut merged = self.clone();
        merged.sources.extend(other.sources.iter().cloned());
        merged.sources.sort();
        for (key, count) in &other.counts {
            merged.add(key.clone(), *count)?;
        }
        Ok(merged)
    }
}
