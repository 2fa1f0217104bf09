//! The report's annex: each body's handlings by role.

use super::Source;
use super::names::name;
use super::scribe::{BodyColumn, Counted, ParagraphStyle, Scribe};
use crate::ledger::HandlingRole;
use crate::statistics::{BodyWork, DimensionId};

/// Writes the table, where there are at least two bodies.
pub(super) fn write(scribe: &mut Scribe, source: &Source<'_>) {
    if source.bodies.len() < 2 {
        return;
    }
    let of_role = |work: &BodyWork, role: HandlingRole| {
        work.roles.iter().find(|(known, _)| *known == role).map_or(0, |(_, count)| u64::from(*count))
    };
    let roles: Vec<HandlingRole> =
        HandlingRole::ALL.iter().copied().filter(|role| source.bodies.iter().any(|work| of_role(work, *role) > 0)).collect();
    scribe.begin(ParagraphStyle::Caption);
    scribe.words("附表　各承办单位承办情况");
    scribe.begin(ParagraphStyle::Row);
    scribe.words("承办单位\t承办件次");
    for role in &roles {
        scribe.words(&format!("\t{}", name(DimensionId::Role, role.as_str(), source)));
    }
    for work in source.bodies {
        scribe.begin(ParagraphStyle::Row);
        scribe.words(&work.body.replace(['\t', '\n', '\r'], " "));
        scribe.words("\t");
        scribe.count(work.handlings.into(), Counted::Body(work.body.clone(), BodyColumn::Handlings));
        for role in &roles {
            scribe.words("\t");
            scribe.count(of_role(work, *role), Counted::Body(work.body.clone(), BodyColumn::Role(*role)));
        }
    }
    scribe.begin(ParagraphStyle::Row);
    scribe.words("合计\t");
    let all = source.bodies.iter().map(|work| u64::from(work.handlings)).sum();
    scribe.count(all, Counted::AllBodies(BodyColumn::Handlings));
    for role in &roles {
        scribe.words("\t");
        let all = source.bodies.iter().map(|work| of_role(work, *role)).sum();
        scribe.count(all, Counted::AllBodies(BodyColumn::Role(*role)));
    }
}
