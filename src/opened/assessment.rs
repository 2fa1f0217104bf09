//! An opened ledger's bodies under a points table.

use super::OpenedLedger;
use crate::assessment::{BodySheet, HandScores, OutReason, PartScore, Scheme, SchemeFault, ScoredEntry, assess, shipped_schemes};
use crate::wire;

impl OpenedLedger {
    /// The sheets of all bodies under the `jianyi/assessment/1` document `scheme`; `hand` is what a person gave.
    ///
    /// # Errors
    /// What is wrong with the document.
    pub fn assess(&self, scheme: &str, hand: &HandScores) -> Result<wire::AssessmentView, SchemeFault> {
        let scheme = Scheme::from_json(scheme)?;
        let full: i64 = scheme.parts.iter().map(|part| part.points.0).fold(0, i64::saturating_add);
        let sheets = assess(&self.ledger, &scheme, &self.supervised_on(), hand);
        Ok(wire::AssessmentView {
            today: self.today.to_string(),
            minimum: scheme.minimum.unwrap_or(self.profile.small_numbers.value.minimum),
            full: crate::assessment::Points(full).to_number(),
            sheets: sheets.into_iter().map(|sheet| self.sheet_view(sheet)).collect(),
        })
    }

    fn sheet_view(&self, sheet: BodySheet) -> wire::BodySheetView {
        wire::BodySheetView {
            body: sheet.body,
            handlings: sheet.handlings,
            too_small: sheet.too_small,
            total: sheet.total.to_number(),
            open: sheet.open,
            parts: sheet.parts.into_iter().map(|part| self.score_view(part)).collect(),
        }
    }

    fn score_view(&self, part: PartScore) -> wire::PartScoreView {
        let out = |wanted: OutReason| part.out.iter().find(|(reason, _)| *reason == wanted).map_or(0, |(_, count)| *count);
        wire::PartScoreView {
            state: part.state.as_str().to_owned(),
            points: part.points.map(|points| points.to_number()),
            good: part.good,
            judged: part.judged,
            not_yet: out(OutReason::NotYet),
            not_said: out(OutReason::NotSaid),
            entries: part.entries.iter().map(|entry| self.scored_view(*entry)).collect(),
            id: part.id,
        }
    }

    fn scored_view(&self, scored: ScoredEntry) -> wire::ScoredEntryView {
        let entry = self.ledger.entry(scored.entry);
        let said = |words: Option<&str>| words.map(str::to_owned);
        wire::ScoredEntryView {
            id: self.id_of(scored.entry),
            number: said(entry.as_ref().and_then(|entry| entry.number.as_deref())),
            title: said(entry.as_ref().and_then(|entry| entry.title.as_deref())),
            good: scored.good,
        }
    }
}

/// The points tables of this module.
pub fn assessment_schemes() -> Vec<wire::AssessmentSchemeView> {
    let view = |scheme: &Scheme| wire::AssessmentSchemeView {
        id: scheme.id.clone(),
        name: scheme.name.zh.clone(),
        name_en: scheme.name.en.clone(),
        source: scheme.source.clone(),
        json: serde_json::to_string_pretty(scheme).unwrap_or_default(),
    };
    shipped_schemes().iter().map(view).collect()
}
