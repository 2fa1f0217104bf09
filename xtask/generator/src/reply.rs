//! The reply: class, number, signing chain, and what it answers to each point.

use std::ops::Range;

use jianyi::calendar::Date;
use jianyi::ledger::{
    AdoptedPoints, Approval, ApprovalStep, Assignment, DisclosureAttribute, Entry, HandlingRole, Outcome, PublicationExtent,
    Reply, Round,
};

use crate::city::BODIES;
use crate::days::{after, month_end_after, month_end_words, short_words, working_day_before};
use crate::letter::{Letter, written};
use crate::people::office_holder;
use crate::plan::Registers;
use crate::submission::Case;
use crate::words::{filled, library};

/// 办理结果, by the letters of the national procedure (A, B, C, D).
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Class {
    /// A.
    Solved,
    /// B.
    Planned,
    /// C.
    NotNow,
    /// D.
    Reference,
}

impl Class {
    fn mark(self) -> &'static str {
        match self {
            Self::Solved => "A",
            Self::Planned => "B",
            Self::NotNow => "C",
            Self::Reference => "D",
        }
    }
}

/// One answered point.
pub(crate) struct Answer {
    /// The heading: 关于….
    pub(crate) heading: String,
    /// What was done, is planned, or why not.
    pub(crate) words: String,
}

/// What a reply promised: what, and by when.
pub(crate) struct Promise {
    pub(crate) what: String,
    pub(crate) due_on: Date,
}

/// Who answers what, and how it turned out.
pub(crate) struct Answering {
    /// The place of the answering body among the round's assignments.
    pub(crate) at: usize,
    /// The asks that it answers.
    pub(crate) points: Range<usize>,
    pub(crate) class: Class,
    /// The day of the reply.
    pub(crate) on: Date,
}

/// The reply of one body, and its promises.
pub(crate) fn reply(
    case: &mut Case,
    entry: &Entry<'static>,
    round: &Round<'static>,
    Answering { at, points, class, on }: Answering,
    registers: &mut Registers,
) -> (Reply<'static>, Vec<Promise>) {
    let Some(assignment) = round.assignments.get(at) else { return Default::default() };
    let body = BODIES.iter().position(|body| assignment.body.as_deref() == Some(body.name)).unwrap_or(case.lead);
    let is_one_of_several = round.assignments.iter().filter(|other| other.role == Some(HandlingRole::Separate)).count() > 1;
    let (answers, promises, adopted) = answers(case, points, class, body, on);

    let (year, _, _) = on.year_month_day();
    let sign = BODIES.get(body).map_or("", |body| body.sign);
    let document_number = format!("昀{sign}函〔{year}〕{}号", registers.letter(year, body));
    let mut reply = Reply {
        body: is_one_of_several.then(|| assignment.body.clone()).flatten(),
        date: Some(on),
        outcome: (!case.random.chance(8)).then(|| Outcome { mark: class.mark().into(), scheme: None }),
        document_number: (!case.random.chance(15)).then(|| document_number.into()),
        signer: Some(office_holder(body, case.random.below(2).into()).into()),
        contact: Some(office_holder(body, 4 + u64::from(case.random.below(5))).into()),
        phone: (!case.random.chance(20)).then(|| format!("0840-6{:06}", body * 1009 + case.random.below(9) as usize).into()),
        disclosure: disclosure(case, entry),
        adopted_points: case.random.chance(400).then_some(AdoptedPoints { adopted, of: answers.len() as u32 }),
        ..Reply::default()
    };
    reply.approvals = approvals(case, round, assignment, &reply, body, on);
    if case.writes_letter {
        reply.text = Some(written(case, &Letter { entry, round, reply: &reply, body, answers: &answers, on }).into());
    }
    (reply, promises)
}

fn disclosure(case: &mut Case, entry: &Entry<'static>) -> Option<DisclosureAttribute> {
    let may_not = entry.classified == Some(true) || entry.consent == Some(PublicationExtent::None);
    match case.random.below(100) {
        _ if may_not => Some(DisclosureAttribute::NotPublic),
        0..=83 => Some(DisclosureAttribute::Public),
        84..=90 => Some(DisclosureAttribute::OnRequest),
        91..=94 => Some(DisclosureAttribute::NotPublic),
        _ => None,
    }
}

fn answers(case: &mut Case, points: Range<usize>, class: Class, body: usize, on: Date) -> (Vec<Answer>, Vec<Promise>, u32) {
    let mut answers = Vec::new();
    let mut promises = Vec::new();
    let mut adopted = 0;
    let own = BODIES.get(body).map_or("我局", |body| body.own);
    let last = points.end.saturating_sub(1);
    for at in points.clone() {
        let Some(ask) = case.asks.get(at) else { continue };
        let Some(family) = library().families.get(ask.family) else { continue };
        let is_first = at == points.start;
        let random = &mut case.random;
        let (answer_class, within_months) = match class {
            Class::Solved if at == last && !is_first && random.chance(220) => (Class::Planned, (2, 5)),
            Class::Solved => (Class::Solved, (0, 0)),
            Class::Planned if is_first || random.chance(350) => (Class::Planned, (2, 15)),
            Class::NotNow if is_first || random.chance(300) => (Class::NotNow, (0, 0)),
            Class::Planned | Class::NotNow => (Class::Solved, (0, 0)),
            Class::Reference => (Class::Reference, (0, 0)),
        };
        let due_on = month_end_after(on, random.between(within_months.0, within_months.1) as u32);
        let done_on = working_day_before(after(on, -random.between(4, 24)));
        let past_on = working_day_before(after(done_on, -random.between(22, 44)));
        let (year, _, _) = on.year_month_day();
        let (year, next_year) = (year.to_string(), (year + 1).to_string());
        let (money, more) = (random.between(20, 989).to_string(), random.between(35, 640).to_string());
        let (few, fewer) = (random.between(3, 12).to_string(), random.between(2, 6).to_string());
        let (done, past, due) = (short_words(done_on), short_words(past_on), month_end_words(due_on));
        let slots = [
            ("o", ask.object.as_str()),
            ("own", own),
            ("y", &year),
            ("ny", &next_year),
            ("past", &past),
            ("done", &done),
            ("due", &due),
            ("w", &money),
            ("x", &more),
            ("n", &few),
            ("m", &fewer),
        ];
        let template = match answer_class {
            Class::Solved => random.pick(&family.done),
            Class::Planned => random.pick(&family.planned),
            Class::NotNow => random.pick(&family.not_now),
            Class::Reference => random.pick(&[
                "您的建议对{own}完善{o}有参考价值，{own}已转有关科室研究，在今后工作中予以吸收",
                "{o}涉及的条件与您提出时相比已有变化，{own}将把您的意见作为制定下一步工作措施的参考",
            ]),
        };
        adopted += u32::from(matches!(answer_class, Class::Solved | Class::Planned));
        answers.push(Answer { heading: filled(random.pick(&family.headings), &slots), words: filled(template, &slots) });
        if answer_class == Class::Planned {
            promises.push(Promise { what: filled(random.pick(&family.promises), &slots), due_on });
        }
    }
    (answers, promises, adopted)
}

fn approvals(
    case: &mut Case,
    round: &Round<'static>,
    assignment: &Assignment<'static>,
    reply: &Reply<'static>,
    body: usize,
    on: Date,
) -> Vec<Approval<'static>> {
    if case.random.chance(450) {
        return Vec::new();
    }
    let not_before = assignment.received_on.or(round.assigned_on).unwrap_or(on);
    let has_helpers = round.assignments.iter().any(|other| other.role == Some(HandlingRole::Assisting));
    let mut steps = vec![(ApprovalStep::Draft, 12), (ApprovalStep::Review, 5)];
    if has_helpers && case.random.chance(700) {
        steps.insert(1, (ApprovalStep::Countersign, 8));
    }
    if case.random.chance(880) {
        steps.push((ApprovalStep::DisclosureReview, 3));
    }
    if !case.random.chance(25) {
        steps.push((ApprovalStep::Sign, 0));
    }
    let approval = |(step, days_before): (ApprovalStep, i32)| Approval {
        step,
        by: match step {
            ApprovalStep::Draft => reply.contact.clone(),
            ApprovalStep::Sign => reply.signer.clone(),
            ApprovalStep::Countersign => None,
            _ => Some(office_holder(body, 10).into()),
        },
        on: Some(working_day_before(after(on, -days_before)).max(not_before)),
    };
    steps.into_iter().map(approval).collect()
}
