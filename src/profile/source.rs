//! What the values of a profile rest on.

use super::schema::Profile;

/// The sources that need no entry in `sources`: the module's own default, and what most places do.
pub const DEFAULT_SOURCES: &[&str] = &["本软件默认值", "通行做法，可改"];

impl Profile {
    /// `source` as a reader needs it: each key replaced by the full name, as `《…代表法》（2025年修正）第五十一条`.
    ///
    /// A part whose key is not known stays as it is written.
    pub fn citation(&self, source: &str) -> String {
        let cite = |part: &str| match self.sources.get(key(part)) {
            Some(name) => format!("{name}{}", part[key(part).len()..].trim_start()),
            None => part.to_owned(),
        };
        parts(source).into_iter().map(cite).collect::<Vec<_>>().join("；")
    }

    /// Every source that a value names, with the value's JSON pointer, in the document's order.
    pub fn cited(&self) -> impl Iterator<Item = (String, &str)> {
        let limits = self.limits.known().map(|(name, limit)| (format!("/limits/{name}"), limit.source.as_str()));
        let shift = self.limits.holiday_shift.iter().map(|shift| ("/limits/holidayShift".into(), shift.source.as_str()));
        let rates = &self.denominators;
        let rates = [
            ("outcome", &rates.outcome),
            ("completion", &rates.completion),
            ("consultation", &rates.consultation),
            ("satisfaction", &rates.satisfaction),
            ("resolution", &rates.resolution),
            ("topics", &rates.topics),
        ]
        .into_iter()
        .map(|(name, counted)| (format!("/denominators/{name}"), counted.source.as_str()));
        let reply = [
            ("signingChain", self.reply.signing_chain.as_ref().map(|chain| chain.source.as_str())),
            ("signer", self.reply.signer.as_ref().map(|signer| signer.source.as_str())),
            ("copiedTo", self.reply.copied_to.as_ref().map(|copied_to| copied_to.source.as_str())),
            ("againstPolicy", self.reply.against_policy.as_ref().map(|phrases| phrases.source.as_str())),
        ]
        .into_iter()
        .filter_map(|(name, source)| Some((format!("/reply/{name}"), source?)));
        limits
            .chain(shift)
            .chain([("/outcome".into(), self.outcome.source.as_str())])
            .chain(rates)
            .chain([
                ("/rounding".into(), self.rounding.source.as_str()),
                ("/smallNumbers".into(), self.small_numbers.source.as_str()),
            ])
            .chain(self.watch.all().map(|(name, threshold)| (format!("/watch/{name}"), threshold.source.as_str())))
            .chain(reply)
    }

    /// Whether every part of `source` names a source of this profile or one of [`DEFAULT_SOURCES`].
    pub(super) fn knows(&self, source: &str) -> bool {
        parts(source).into_iter().all(|part| self.sources.contains_key(key(part)) || DEFAULT_SOURCES.contains(&key(part)))
    }
}

/// The key of a part: up to the article or the remark.
fn key(part: &str) -> &str {
    part.split([' ', '（']).next().unwrap_or(part)
}

/// The parts of a source, joined by `；` outside of brackets.
fn parts(source: &str) -> Vec<&str> {
    let mut depth = 0_u32;
    let split = source.split(|character| {
        match character {
            '（' => depth += 1,
            '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == '；' && depth == 0
    });
    split.map(str::trim).collect()
}
