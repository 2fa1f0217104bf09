//! From text to profile.

use super::fault::ProfileFault;
use super::schema::Profile;
use crate::ledger::OutcomeScheme;

impl Profile {
    /// Reads a profile document, a shipped one or a user's own.
    ///
    /// # Errors
    /// The first [`ProfileFault`]: of the form, with line and column, or of the content.
    pub fn from_json(text: &str) -> Result<Self, ProfileFault> {
        let profile: Self = serde_json::from_str(text.trim_start_matches('\u{feff}'))?;
        let id_is_plain = profile.id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        if profile.id.is_empty() || !id_is_plain {
            return Err(ProfileFault::Id(profile.id));
        }
        if profile.rounding.value.decimals > 2 {
            return Err(ProfileFault::Decimals(profile.rounding.value.decimals));
        }
        if let Some((limit, _)) = profile.limits.known().find(|(_, limit)| !(1..1000).contains(&limit.value.amount)) {
            return Err(ProfileFault::Amount { limit });
        }
        let watched = profile.watch.all();
        let spans = watched.iter().filter(|(name, _)| matches!(*name, "riseWindowDays" | "riseBaselineDays"));
        if let Some((limit, _)) = spans.into_iter().find(|(_, days)| !(1..1000).contains(&days.value)) {
            return Err(ProfileFault::Amount { limit });
        }
        check_scheme(&profile.outcome.value)?;
        let unknown = profile.cited().find(|(_, source)| !profile.knows(source));
        if let Some((pointer, source)) = unknown {
            return Err(ProfileFault::UnknownSource { pointer, source: source.to_owned() });
        }
        Ok(profile)
    }
}

fn check_scheme(scheme: &OutcomeScheme) -> Result<(), ProfileFault> {
    if scheme.marks.is_empty() {
        return Err(ProfileFault::NoMarks);
    }
    for (position, mark) in scheme.marks.iter().enumerate() {
        if scheme.marks[..position].iter().any(|earlier| earlier.mark == mark.mark) {
            return Err(ProfileFault::RepeatedMark(mark.mark.clone()));
        }
        let Some(class) = &mark.class else { continue };
        let is_a_class = |other: &crate::ledger::OutcomeMark| other.class.is_none() && other.mark == *class;
        if !scheme.marks.iter().any(is_a_class) {
            return Err(ProfileFault::UnknownClass { mark: mark.mark.clone(), class: class.clone() });
        }
    }
    Ok(())
}
