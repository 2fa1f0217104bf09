//! How a submitter was consulted: by which stage of handling, in person or not.

use super::handling::is_of;
use crate::calendar::Date;
use crate::ledger::{Consultation, ConsultationMeans, ConsultationStage, Entry, Round};

/// The submitter was contacted at all.
pub(super) const CONTACTED: u8 = 1;
/// Contacted in person: a visit, a meeting, a forum or a joint site visit (见面).
pub(super) const IN_PERSON: u8 = 1 << 4;
/// Visited (走访).
pub(super) const VISITED: u8 = 1 << 5;

/// The bit of a stage.
pub(super) const fn at_stage(stage: ConsultationStage) -> u8 {
    1 << (stage as u8 + 1)
}

/// The contacts of `body` with the submitters of `entry`, those of bodies that are not named included: a bit each.
pub(super) fn contacts(entry: &Entry<'_>, body: Option<&str>) -> u8 {
    let of_rounds = entry.rounds.iter().flat_map(|round| round.consultations.iter().map(move |contact| (round, contact)));
    let of_body = of_rounds.filter(|(_, contact)| is_of(contact.body.as_deref(), body, true));
    of_body.fold(0, |bits, (round, contact)| bits | contact_bits(round, contact))
}

/// The stages at which the submitters of `entry` were contacted: a bit per stage, index + 1; bit 0: a contact of which
/// neither stage nor date is known.
pub(super) fn stages(entry: &Entry<'_>) -> u8 {
    let of_rounds = entry.rounds.iter().flat_map(|round| round.consultations.iter().map(move |contact| (round, contact)));
    of_rounds.fold(0, |bits, (round, contact)| bits | stage(round, contact).map_or(1, at_stage))
}

fn contact_bits(round: &Round<'_>, contact: &Consultation<'_>) -> u8 {
    use ConsultationMeans::{Forum, Meeting, SiteVisit, Visit};
    let met = match contact.means {
        Some(Visit) => IN_PERSON | VISITED,
        Some(Meeting | Forum | SiteVisit) => IN_PERSON,
        _ => 0,
    };
    CONTACTED | met | stage(round, contact).map_or(0, at_stage)
}

/// The stage that is stated, else the one that follows from the dates: 办前 up to the day of 签收 (or 交办), 办后 after the
/// day of the reply, 办中 between.
fn stage(round: &Round<'_>, contact: &Consultation<'_>) -> Option<ConsultationStage> {
    if contact.stage.is_some() {
        return contact.stage;
    }
    let on = contact.on?;
    let begun: Option<Date> =
        round.assignments.iter().filter_map(|assignment| assignment.received_on).min().or(round.assigned_on);
    let replied = round.replies.iter().filter_map(|reply| reply.date).min();
    Some(match (begun, replied) {
        (_, Some(replied)) if on > replied => ConsultationStage::After,
        (Some(begun), _) if on <= begun => ConsultationStage::Before,
        _ => ConsultationStage::During,
    })
}
