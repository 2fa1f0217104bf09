//! What each indicator makes of a handling, and of an entry that several bodies handle.

use super::contact::{CONTACTED, IN_PERSON, VISITED, at_stage};
use super::fact::{Class, Fact};
use super::rate_id::RateId;
use super::reason::Reason;
use super::standing::AnswerState;
use crate::ledger::{ConsultationStage, DisclosureAttribute, OutcomeMeaning, Rating};
use crate::profile::{CountedRoles, Profile, Sourced};

/// What an indicator makes of one row or entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Weight {
    /// In numerator and denominator.
    Part,
    /// In the denominator alone.
    Whole,
    /// In neither.
    LeftOut(Reason),
}

/// The indicators that are counted by handling or entry; the others count points, assignments and promises.
pub(super) const WEIGHED: usize = RateId::Adoption as usize;

/// Who counts in `id`; `None` where every role does.
pub(super) fn counted(id: RateId, profile: &Profile) -> Option<&Sourced<CountedRoles>> {
    use RateId as Id;
    let denominators = &profile.denominators;
    match id {
        Id::Completion | Id::OnTime | Id::FinalOnTime | Id::Redo | Id::Extension => Some(&denominators.completion),
        Id::Consultation | Id::ConsultationBefore | Id::ConsultationDuring | Id::ConsultationAfter | Id::InPerson | Id::Visit => {
            Some(&denominators.consultation)
        }
        Id::Resolution | Id::FollowUpResolution => Some(&denominators.resolution),
        Id::ResolvedOrPlanned => Some(&denominators.outcome),
        Id::Publication | Id::Adoption | Id::Return | Id::Promise => None,
        _ => Some(&denominators.satisfaction),
    }
}

/// What `id` makes of a handling in a role that counts, of an entry that was not withdrawn.
pub(super) fn weight(id: RateId, fact: &Fact) -> Weight {
    use RateId as Id;
    match id {
        Id::Completion => part_if(matches!(fact.state, AnswerState::InTime | AnswerState::Late | AnswerState::Answered)),
        Id::OnTime => on_time(fact.state),
        Id::FinalOnTime => on_time(fact.last_state),
        Id::Consultation => part_if(fact.contacts & CONTACTED != 0),
        Id::ConsultationBefore => part_if(fact.contacts & at_stage(ConsultationStage::Before) != 0),
        Id::ConsultationDuring => part_if(fact.contacts & at_stage(ConsultationStage::During) != 0),
        Id::ConsultationAfter => part_if(fact.contacts & at_stage(ConsultationStage::After) != 0),
        Id::InPerson => part_if(fact.contacts & IN_PERSON != 0),
        Id::Visit => part_if(fact.contacts & VISITED != 0),
        Id::Satisfaction => satisfied(fact.rating),
        Id::SatisfactionIncludingBasic => at_least_basically_satisfied(fact.rating),
        Id::SatisfactionOfAll => part_if(fact.rating == Some(Rating::Satisfied)),
        Id::SatisfactionIncludingBasicOfAll => {
            part_if(matches!(fact.rating, Some(Rating::Satisfied | Rating::BasicallySatisfied)))
        }
        Id::FirstSatisfaction => satisfied(fact.first_rating),
        Id::FirstSatisfactionIncludingBasic => at_least_basically_satisfied(fact.first_rating),
        Id::AttitudeSatisfaction => satisfied(fact.attitude),
        Id::AttitudeSatisfactionIncludingBasic => at_least_basically_satisfied(fact.attitude),
        Id::ResultSatisfaction => satisfied(fact.result),
        Id::ResultSatisfactionIncludingBasic => at_least_basically_satisfied(fact.result),
        Id::Resolution => classed(fact.class, OutcomeMeaning::is_solved),
        Id::ResolvedOrPlanned => classed(fact.class, OutcomeMeaning::is_solved_or_planned),
        Id::FollowUpResolution => follow_up(fact),
        Id::Feedback if !fact.is_answered => Weight::LeftOut(Reason::NoReply),
        Id::Feedback => part_if(fact.rating.is_some()),
        Id::Redo if !fact.is_answered => Weight::LeftOut(Reason::NoReply),
        Id::Redo => part_if(fact.is_redone),
        Id::Extension => part_if(fact.is_extended),
        Id::Publication => match fact.disclosure {
            Some(DisclosureAttribute::Public) => part_if(fact.is_published),
            Some(DisclosureAttribute::OnRequest) => Weight::LeftOut(Reason::OnRequest),
            Some(DisclosureAttribute::NotPublic) => Weight::LeftOut(Reason::NotPublic),
            None => Weight::LeftOut(Reason::UndecidedDisclosure),
        },
        Id::Adoption | Id::Return | Id::Promise => Weight::LeftOut(Reason::Unassigned),
    }
}

/// What an entry weighs that several bodies answer.
///
/// It is complete, in time, consulted only if all of them say so; it is rated as soon as one was, and satisfied only if
/// no rating says otherwise; it was redone or extended as soon as one was; its class is that of the first, the lead body.
pub(super) fn combined(id: RateId, earlier: Weight, later: Weight) -> Weight {
    use RateId as Id;
    use Weight::{LeftOut, Part, Whole};
    match id {
        Id::Resolution | Id::ResolvedOrPlanned => earlier,
        Id::Redo | Id::Extension => match (earlier, later) {
            (Part, _) | (_, Part) => Part,
            (Whole, _) | (_, Whole) => Whole,
            (LeftOut(reason), LeftOut(_)) => LeftOut(reason),
        },
        Id::Completion
        | Id::OnTime
        | Id::FinalOnTime
        | Id::Consultation
        | Id::ConsultationBefore
        | Id::ConsultationDuring
        | Id::ConsultationAfter
        | Id::InPerson
        | Id::Visit
        | Id::SatisfactionOfAll
        | Id::SatisfactionIncludingBasicOfAll
        | Id::Publication => match (earlier, later) {
            (Whole, _) | (_, Whole) => Whole,
            (LeftOut(reason), _) | (_, LeftOut(reason)) => LeftOut(reason),
            (Part, Part) => Part,
        },
        _ => match (earlier, later) {
            (Whole, _) | (_, Whole) => Whole,
            (Part, _) | (_, Part) => Part,
            (LeftOut(reason), LeftOut(_)) => LeftOut(reason),
        },
    }
}

fn part_if(holds: bool) -> Weight {
    if holds { Weight::Part } else { Weight::Whole }
}

fn on_time(state: AnswerState) -> Weight {
    match state {
        AnswerState::InTime => Weight::Part,
        AnswerState::Late | AnswerState::Overdue => Weight::Whole,
        AnswerState::Open | AnswerState::DueSoon => Weight::LeftOut(Reason::NotDue),
        _ => Weight::LeftOut(Reason::UnknownDate),
    }
}

fn satisfied(rating: Option<Rating>) -> Weight {
    rating.map_or(Weight::LeftOut(Reason::NoFeedback), |rating| part_if(rating == Rating::Satisfied))
}

fn at_least_basically_satisfied(rating: Option<Rating>) -> Weight {
    rating.map_or(Weight::LeftOut(Reason::NoFeedback), |rating| part_if(rating != Rating::Dissatisfied))
}

fn classed(class: Class, counts: fn(OutcomeMeaning) -> bool) -> Weight {
    match class {
        Class::None => Weight::LeftOut(Reason::NoOutcome),
        Class::Unknown => Weight::LeftOut(Reason::UnknownClass),
        Class::Means(meaning) => part_if(counts(meaning)),
    }
}

/// A follow-up round says that there was a plan, unless the outcome before it says otherwise.
fn follow_up(fact: &Fact) -> Weight {
    let is_planned = |class| matches!(class, Class::Means(meaning) if meaning.is_solved_or_planned() && !meaning.is_solved());
    let is_solved = matches!(fact.class, Class::Means(meaning) if meaning.is_solved());
    match fact.before_follow_up {
        Some(before) if is_planned(before) || !matches!(before, Class::Means(_)) => part_if(is_solved),
        None if is_planned(fact.class) => Weight::LeftOut(Reason::NotFollowedUp),
        _ => Weight::LeftOut(Reason::NotPlanned),
    }
}
