//! A reply letter, checked under a profile.

use chrono::NaiveDate;

use super::finding::{blocks, shaped};
use crate::calendar::Date;
use crate::intake::{Place, Problem, ProblemCode};
use crate::ledger::{ApprovalStep, OutcomeMeaning as Meaning};
use crate::opened::shape;
use crate::profile::{LimitStart, LimitUnit, Profile, shipped_profile};
use crate::reply_check::laws::{Law, plain_name};
use crate::reply_check::letter::Field;
use crate::reply_check::requirements::{OutcomeMeaning, PeriodStart};
use crate::reply_check::{
    Approval, AskState, Consultation, History, ItemState, ReplyCheck, ReplyInput, Requirements, SuggestionText, check,
};
use crate::wire;

/// Checks the letter of `query` by all rules, as its profile asks.
#[inline(never)]
pub fn check_reply(query: wire::ReplyQuery) -> wire::ReplyCheck {
    let mut unused = Vec::new();
    let mut requirements = requirements(query.profile.as_deref(), &mut unused);
    requirements.against_policy.extend(query.against_policy.into_iter().flatten().filter(|phrase| !phrase.trim().is_empty()));
    let laws = laws_of(query.laws.unwrap_or_default(), &mut unused);
    let today = date(query.today.as_deref(), "/today", &mut unused);
    let history = query.history.map(|history| history_of(history, &mut unused));
    let suggestion = query.suggestion.map(suggestion_of);
    let text = query.text.clone();
    let checked = check(ReplyInput { text: query.text, suggestion, history, requirements, laws, today });
    shape_check(&checked, &wire::Utf16::new(&text), &unused)
}

/// What the profile `id` asks of a reply; the common ground where it is silent or there is none.
fn requirements(id: Option<&str>, unused: &mut Vec<Problem>) -> Requirements {
    let Some(id) = id else { return Requirements::default() };
    match shipped_profile(id) {
        Some(profile) => requirements_of(profile),
        None => {
            let place = Place { pointer: Some("/profile".into()), ..Place::default() };
            unused.push(Problem::new(ProblemCode::UnknownProfile, place).with_value(id).expecting("npc"));
            Requirements::default()
        }
    }
}

fn requirements_of(profile: &Profile) -> Requirements {
    let common = Requirements::default();
    let months = profile.limits.reply.as_ref().filter(|limit| limit.value.unit == LimitUnit::Months);
    let chain = profile.reply.signing_chain.as_ref().map(|chain| chain.value.iter().map(|step| step_word(*step).to_owned()));
    let marks = profile.outcome.value.marks.iter();
    let phrases = profile.reply.against_policy.iter().flat_map(|phrases| phrases.value.iter().cloned());
    let against_policy = common.against_policy.iter().cloned().chain(phrases).collect();
    Requirements {
        reply_months: months.map_or(common.reply_months, |limit| u32::from(limit.value.amount)),
        starts: match months.map(|limit| limit.value.from) {
            Some(LimitStart::Received) => PeriodStart::Received,
            _ => PeriodStart::Assigned,
        },
        signing_chain: chain.map_or(common.signing_chain, Iterator::collect),
        outcomes: marks.map(|mark| (mark.mark.clone(), meaning(mark.meaning))).collect(),
        against_policy,
        ..common
    }
}

fn meaning(meaning: Meaning) -> OutcomeMeaning {
    match meaning {
        Meaning::Solved | Meaning::PartlySolved | Meaning::SolvedThisYear => OutcomeMeaning::Solved,
        Meaning::BeingSolved | Meaning::Planned => OutcomeMeaning::Planned,
        Meaning::NotSolvable | Meaning::Infeasible | Meaning::ReferredUpward => OutcomeMeaning::Unsolved,
        Meaning::Reference => OutcomeMeaning::Reference,
    }
}

/// The office's word for a step of the signing chain.
pub(crate) fn step_word(step: ApprovalStep) -> &'static str {
    match step {
        ApprovalStep::Draft => "拟稿",
        ApprovalStep::Countersign => "会签",
        ApprovalStep::Review => "核稿",
        ApprovalStep::DisclosureReview => "公开审查",
        ApprovalStep::SecretaryReview => "秘书长审核",
        ApprovalStep::Sign => "签发",
        ApprovalStep::Seal => "用印",
    }
}

/// The user's own laws; one without the day from which it is in force is of no use and is said so.
fn laws_of(queries: Vec<wire::LawQuery>, unused: &mut Vec<Problem>) -> Vec<Law> {
    let mut laws = Vec::with_capacity(queries.len());
    for (at, query) in queries.into_iter().enumerate() {
        let mut day = |value: Option<&str>, name: &str| date(value, &format!("/laws/{at}/{name}"), unused);
        let revised_in_force = day(query.revised_in_force.as_deref(), "revisedInForce");
        let repealed_on = day(query.repealed_on.as_deref(), "repealedOn");
        match day(Some(query.in_force.as_deref().unwrap_or_default()), "inForce") {
            Some(in_force) => laws.push(Law {
                name: plain_name(query.name.trim()).to_owned(),
                in_force,
                revised_in_force,
                repealed_on,
                replaced_by: query.replaced_by,
            }),
            None => continue,
        }
    }
    laws
}

fn suggestion_of(query: wire::SuggestionQuery) -> SuggestionText {
    SuggestionText {
        title: query.title,
        text: query.text,
        asks: query.asks.unwrap_or_default(),
        number: query.number,
        submitters: query.submitters.unwrap_or_default(),
    }
}

fn history_of(query: wire::HistoryQuery, unused: &mut Vec<Problem>) -> History {
    let consultations = query.consultations.unwrap_or_default().into_iter().enumerate().filter_map(|(at, consultation)| {
        let on = date(consultation.on.as_deref(), &format!("/history/consultations/{at}/on"), unused)?;
        Some(Consultation { on, form: consultation.form.unwrap_or_default() })
    });
    let consultations = consultations.collect();
    let approvals = query.approvals.unwrap_or_default().into_iter().enumerate().map(|(at, approval)| Approval {
        step: approval.step.unwrap_or_default(),
        by: approval.by.unwrap_or_default(),
        on: date(approval.on.as_deref(), &format!("/history/approvals/{at}/on"), unused),
    });
    let approvals = approvals.collect();
    History {
        assigned_on: date(query.assigned_on.as_deref(), "/history/assignedOn", unused),
        received_on: date(query.received_on.as_deref(), "/history/receivedOn", unused),
        extended_to: date(query.extended_to.as_deref(), "/history/extendedTo", unused),
        assisting: query.assisting.unwrap_or_default(),
        merged_with: query.merged_with.unwrap_or_default(),
        consultations,
        approvals,
        dissatisfaction: query.dissatisfaction,
    }
}

fn date(text: Option<&str>, pointer: &str, unused: &mut Vec<Problem>) -> Option<NaiveDate> {
    let text = text?;
    let date = Date::parse(text).ok();
    if date.is_none() {
        let place = Place { pointer: Some(pointer.to_owned()), ..Place::default() };
        unused.push(Problem::new(ProblemCode::of_date(text), place).with_value(text));
    }
    date.map(Date::naive)
}

#[inline(never)]
fn shape_check(checked: &ReplyCheck, places: &wire::Utf16<'_>, unused: &[Problem]) -> wire::ReplyCheck {
    let letter = &checked.letter;
    let field = |field: &Option<Field>| {
        field.as_ref().map(|field| wire::FieldView { value: field.value.clone(), span: places.span(field.span) })
    };
    let asks = checked.asks.iter().map(|ask| wire::AskView {
        ask: ask.ask.clone(),
        score: ask.score,
        state: match ask.state {
            AskState::Answered => "answered",
            AskState::Partly => "partly",
            AskState::Deferred => "deferred",
            AskState::Missing => "missing",
        }
        .to_owned(),
        spans: ask.spans.iter().map(|span| places.span(*span)).collect(),
    });
    let states = checked.checklist.iter().map(|item| match item.state {
        ItemState::Pass => "pass",
        ItemState::Fail => "fail",
        ItemState::Confirm => "confirm",
        ItemState::NotApplicable => "not-applicable",
    });
    let failed = checked.checklist.iter().filter(|item| item.state == ItemState::Fail);
    let blocked = failed.flat_map(|item| &item.findings).filter_map(|at| checked.findings.get(*at)).any(blocks);
    let unsure = checked.checklist.iter().any(|item| item.state == ItemState::Confirm);
    wire::ReplyCheck {
        fields: wire::ReplyFields {
            title: field(&letter.title),
            item_number: field(&letter.item_number),
            kind: field(&letter.kind),
            outcome_mark: field(&letter.outcome_mark),
            document_number: field(&letter.document_number),
            signer: field(&letter.signer),
            addressee: field(&letter.addressee),
            issuer: field(&letter.issuer),
            date: field(&letter.date),
            contact: field(&letter.contact),
            phone: field(&letter.phone),
            disclosure: field(&letter.disclosure),
            copied_to: field(&letter.copied_to),
        },
        asks: asks.collect(),
        states: states.collect(),
        findings: checked.findings.iter().map(|finding| shaped(finding, "reply", places)).collect(),
        verdict: match (blocked, unsure) {
            (true, _) => "not-ready",
            (false, true) => "confirm",
            (false, false) => "ready",
        }
        .to_owned(),
        problems: unused.iter().map(|problem| shape::problem(problem, None)).collect(),
    }
}
