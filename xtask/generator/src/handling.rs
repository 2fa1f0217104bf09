//! What becomes of a submission: assignment, return, extension, consultation, reply, re-do.

use jianyi::calendar::Date;
use jianyi::ledger::{
    Assignment, AssistingOpinion, CommitmentState, Consultation, ConsultationMeans, ConsultationStage, Entry, Extension, Filing,
    HandlingRole, Rating, Return, Round, RoundCause, SubmissionKind,
};

use crate::city::government_of;
use crate::days::{after, day, months_after, working_day, working_day_before};
use crate::follow_up::{commit, rate};
use crate::plan::Registers;
use crate::reply::{Answering, Class, reply};
use crate::submission::{Case, body_name};
use crate::words::Scale;

/// Writes the entry's rounds, commitments and archive date, up to the day of the ledger.
pub(crate) fn handle(case: &mut Case, entry: &mut Entry<'static>, registers: &mut Registers) {
    if entry.filing == Some(Filing::Declined) {
        return;
    }
    let assigned_on = assigned_on(case);
    if assigned_on > case.options.as_of {
        return;
    }
    let is_for_reference = entry.filing == Some(Filing::Opinion) || case.random.chance(15);
    if is_for_reference {
        entry.rounds.push(for_reference(case, assigned_on));
        return;
    }
    let class = if case.spot.carried { Class::Planned } else { class(case) };
    let mut round = assigned(case, assigned_on);
    let reply_on = reply_date(case, &mut round, assigned_on);
    let ends_on = entry.withdrawn.as_ref().and_then(|withdrawal| withdrawal.on).map_or(case.options.as_of, |on| after(on, -1));
    consult(case, entry, &mut round, assigned_on, reply_on.min(ends_on));
    give_opinions(case, &mut round, assigned_on, ends_on);
    let last = finish(case, entry, round, class, no_later_than(ends_on, reply_on), registers);
    if let Some((answered_on, rating)) = last {
        let again = if rating == Some(Rating::Dissatisfied) { redo(case, entry, answered_on, registers) } else { None };
        if case.spot.carried {
            follow_up_round(case, entry, registers);
        } else if rating.is_some() && again.is_none() && case.random.chance(600) {
            let archived_on = working_day(after(answered_on, case.random.between(32, 70)));
            entry.archived_on = Some(archived_on).filter(|&on| on <= case.options.as_of && rating != Some(Rating::Dissatisfied));
        }
    }
}

fn no_later_than(last: Date, on: Date) -> Option<Date> {
    (on <= last).then_some(on)
}

fn assigned_on(case: &mut Case) -> Date {
    let year = case.spot.year;
    let is_in_session = case.spot.sitting == jianyi::ledger::Sitting::InSession;
    match (is_in_session, case.kind) {
        (true, SubmissionKind::Proposal) => working_day(after(day(year, 4, 8), case.random.between(0, 4))),
        (true, _) => working_day(after(day(year, 3, 11), case.random.between(0, 3))),
        (false, _) => working_day(after(case.spot.submitted_on, case.random.between(3, 13))),
    }
}

fn class(case: &mut Case) -> Class {
    [Class::Solved, Class::Planned, Class::NotNow, Class::Reference][case.random.weighted(&[63, 25, 8, 4])]
}

fn for_reference(case: &mut Case, assigned_on: Date) -> Round<'static> {
    let received_on = received(case, assigned_on);
    Round {
        assigned_on: Some(assigned_on),
        assignments: vec![Assignment {
            body: Some(body_name(case.lead).into()),
            role: Some(HandlingRole::ForReference),
            received_on,
            ..Assignment::default()
        }],
        ..Round::default()
    }
}

fn received(case: &mut Case, assigned_on: Date) -> Option<Date> {
    let on = working_day(after(assigned_on, [0, 0, 1, 1, 1, 2, 3, 5][case.random.below(8) as usize]));
    (!case.random.chance(12)).then_some(on).filter(|&on| on <= case.options.as_of)
}

fn assigned(case: &mut Case, assigned_on: Date) -> Round<'static> {
    let due_on = months_after(assigned_on, 3);
    let mut round = Round { assigned_on: Some(assigned_on), ..Round::default() };
    round.due_on = (!case.random.chance(80)).then_some(due_on);
    let mut helpers: Vec<usize> = case.matter.bodies.iter().copied().filter(|&body| body != case.lead).collect();
    if case.matter.scale != Scale::City && case.lead != government_of(case.district) && case.random.chance(280) {
        helpers.insert(0, government_of(case.district));
    }
    let wanted = case.random.weighted(&[46, 29, 18, 7]);
    helpers.truncate(wanted);
    let is_divided = !helpers.is_empty() && case.random.chance(95);

    let sent_back = case.random.chance(35);
    if sent_back {
        round.assignments.push(returned(case, assigned_on));
    }
    let lead_assigned_on = round.assignments.first().and_then(|wrong| wrong.returned.as_ref()?.on).map(|on| after(on, 3));
    let lead_assigned_on = lead_assigned_on.map(working_day);
    if lead_assigned_on.is_some_and(|on| on > case.options.as_of) {
        return round;
    }
    let received_on = received(case, lead_assigned_on.unwrap_or(assigned_on));
    let refused = !sent_back && case.random.chance(8);
    round.assignments.push(Assignment {
        body: Some(body_name(case.lead).into()),
        role: Some(if is_divided { HandlingRole::Separate } else { HandlingRole::Lead }),
        part: is_divided.then(|| part(case, 0)).flatten(),
        assigned_on: lead_assigned_on,
        received_on,
        due_on: lead_assigned_on.map(|on| months_after(on, 3)),
        returned: refused
            .then(|| Return {
                on: Some(working_day(after(assigned_on, 4))),
                accepted: Some(false),
                reason: Some("认为主要内容不属本单位职责；经协调，仍由该单位主办。".into()),
                reassigned_to: None,
            })
            .filter(|refused| refused.on <= Some(case.options.as_of)),
        ..Assignment::default()
    });
    for (at, &helper) in helpers.iter().enumerate() {
        let shares = is_divided && at == 0;
        let received_on = received(case, assigned_on);
        round.assignments.push(Assignment {
            body: Some(body_name(helper).into()),
            role: Some(if shares { HandlingRole::Separate } else { HandlingRole::Assisting }),
            part: shares.then(|| part(case, 1)).flatten(),
            received_on,
            ..Assignment::default()
        });
    }
    round
}

fn part(case: &Case, at: usize) -> Option<jianyi::ledger::Words<'static>> {
    case.asks.get(at).map(|ask| ask.object.clone().into())
}

fn returned(case: &mut Case, assigned_on: Date) -> Assignment<'static> {
    let wrong = case.matter.bodies.get(1).copied().filter(|&body| body != case.lead).unwrap_or(government_of(case.district));
    let on = working_day(after(assigned_on, case.random.between(2, 8)));
    let reason = case.random.pick(&["不属本单位职责范围", "主要职责已在机构改革中划转", "需由行业主管部门牵头"]);
    Assignment {
        body: Some(body_name(wrong).into()),
        role: Some(HandlingRole::Lead),
        received_on: Some(working_day(after(assigned_on, 1))).filter(|&date| date <= case.options.as_of),
        returned: (on <= case.options.as_of).then(|| Return {
            on: Some(on),
            accepted: Some(true),
            reason: Some(reason.into()),
            reassigned_to: Some(body_name(case.lead).into()),
        }),
        ..Assignment::default()
    }
}

fn reply_date(case: &mut Case, round: &mut Round<'static>, assigned_on: Date) -> Date {
    let due_on = round.assignments.iter().filter_map(|assignment| assignment.due_on).max();
    let due_on = due_on.unwrap_or(months_after(assigned_on, 3));
    let is_busy = case.lead < 6;
    let is_neglected = case.random.chance(14);
    let is_late = case.random.chance(if is_busy { 52 } else { 28 });
    if case.random.chance(85) {
        return extended(case, round, assigned_on, due_on, is_late);
    }
    if is_neglected {
        return after(due_on, 900);
    }
    if is_late {
        return working_day(after(due_on, 1 + case.random.between(0, 30).min(case.random.between(0, 30))));
    }
    let early = case.random.between(0, 50).min(case.random.between(0, 64));
    working_day_before(after(due_on, -early)).max(working_day(after(assigned_on, 20)))
}

fn extended(case: &mut Case, round: &mut Round<'static>, assigned_on: Date, due_on: Date, is_late: bool) -> Date {
    let until = months_after(assigned_on, 6);
    let requested_on = working_day_before(after(due_on, -case.random.between(4, 18)));
    let approved_on = working_day(after(requested_on, case.random.between(1, 4)));
    let approver = if case.kind == SubmissionKind::Proposal {
        "市政协提案委员会"
    } else {
        "市人大常委会代表工作委员会"
    };
    let is_approved = case.random.chance(780);
    let reason = case.random.pick(&[
        "涉及多个部门和资金安排，需进一步论证。",
        "需待省级专项规划批复后明确。",
        "项目前期勘察受天气影响，正在补充资料。",
        "需与上级主管部门衔接政策口径。",
    ]);
    let as_of = case.options.as_of;
    if requested_on <= as_of {
        round.extension = Some(Extension {
            until: Some(until),
            requested_on: Some(requested_on),
            approved_on: Some(approved_on).filter(|&on| is_approved && on <= as_of),
            refused_on: Some(approved_on).filter(|&on| !is_approved && on <= as_of),
            approved_by: (is_approved && approved_on <= as_of).then(|| approver.into()),
            reason: Some(reason.into()),
        });
    }
    match (is_approved, is_late) {
        (true, true) => working_day(after(until, case.random.between(2, 20))),
        (true, false) => working_day_before(after(until, -case.random.between(0, 40))),
        (false, _) => working_day(after(due_on, case.random.between(-3, 35))),
    }
}

fn consult(case: &mut Case, entry: &Entry<'static>, round: &mut Round<'static>, assigned_on: Date, ends_on: Date) {
    if case.random.chance(22) {
        return;
    }
    let with = entry.lead_submitter.as_ref().and_then(|lead| lead.name.clone());
    let span = (ends_on.days() - assigned_on.days()).max(1);
    let count = 1 + case.random.weighted(&[34, 44, 22]) as i32;
    for nth in 0..count {
        let share = span * (nth * 2 + 1) / (count * 2);
        let on = working_day_before(after(assigned_on, (share + case.random.between(-6, 6)).max(1)));
        if on > case.options.as_of || on >= ends_on || on < assigned_on {
            continue;
        }
        let means = [
            ConsultationMeans::Phone,
            ConsultationMeans::Meeting,
            ConsultationMeans::SiteVisit,
            ConsultationMeans::Visit,
            ConsultationMeans::Forum,
            ConsultationMeans::Online,
            ConsultationMeans::Letter,
        ][case.random.weighted(&[34, 22, 14, 11, 8, 9, 2])];
        let stage = if nth == 0 { ConsultationStage::Before } else { ConsultationStage::During };
        let note = if nth == 0 {
            case.random.pick(&["了解建议背景和具体诉求", "听取对办理工作的意见", "核实所提点位和范围", ""])
        } else {
            case.random.pick(&["通报办理进展", "就答复稿征求意见", "一同查看现场", ""])
        };
        round.consultations.push(Consultation {
            on: Some(on),
            means: Some(means),
            stage: case.random.chance(600).then_some(stage),
            body: None,
            with: with.clone().filter(|_| case.random.chance(400)),
            note: Some(note).filter(|note| !note.is_empty()).map(Into::into),
        });
    }
}

fn give_opinions(case: &mut Case, round: &mut Round<'static>, assigned_on: Date, ends_on: Date) {
    let due_on = months_after(assigned_on, 1);
    for assignment in round.assignments.iter_mut().filter(|assignment| assignment.role == Some(HandlingRole::Assisting)) {
        let late_by = if case.random.chance(110) { case.random.between(1, 25) } else { -case.random.between(0, 16) };
        let given_on = working_day(after(due_on, late_by));
        let is_given = !case.random.chance(35) && given_on <= ends_on;
        let text = case.random.pick(&[
            "同意主办单位意见，将按职责做好配合。",
            "所涉资金按程序审核后安排。",
            "已提供相关数据和现状资料，建议统筹考虑。",
            "现场踏勘已参加，无不同意见。",
            "",
        ]);
        assignment.opinion = Some(AssistingOpinion {
            due_on: Some(due_on),
            given_on: is_given.then_some(given_on),
            text: Some(text).filter(|text| is_given && !text.is_empty()).map(Into::into),
            ..AssistingOpinion::default()
        });
    }
}

/// Closes a round with replies, where one was given, and ratings: the day of the last reply and the rating.
fn finish(
    case: &mut Case,
    entry: &mut Entry<'static>,
    mut round: Round<'static>,
    class: Class,
    reply_on: Option<Date>,
    registers: &mut Registers,
) -> Option<(Date, Option<Rating>)> {
    let Some(reply_on) = reply_on else {
        entry.rounds.push(round);
        return None;
    };
    let answering: Vec<usize> = (0..round.assignments.len()).filter(|&at| answers_the_deputy(&round.assignments[at])).collect();
    let is_follow_up = case.spot.carried && !entry.rounds.is_empty();
    if is_follow_up && class == Class::Solved {
        keep_promises(entry, reply_on);
    } else if !entry.rounds.is_empty() {
        entry.commitments.retain(|commitment| commitment.state == Some(CommitmentState::Kept));
    }
    let mut answered_on = None;
    for (nth, at) in answering.iter().copied().enumerate() {
        let lag = if nth == 0 { 0 } else { case.random.between(0, 9) };
        let on = working_day(after(reply_on, lag));
        if on > case.options.as_of {
            continue;
        }
        answered_on = answered_on.max(Some(on));
        let points = if answering.len() == 1 && !is_follow_up { 0..case.asks.len() } else { nth..nth + 1 };
        let (letter, promises) = reply(case, entry, &round, Answering { at, points, class, on }, registers);
        round.replies.push(letter);
        commit(case, entry, promises, &round.assignments[at], on);
    }
    let rating = answered_on.and_then(|on| rate(case, entry, &mut round, on));
    entry.rounds.push(round);
    answered_on.map(|on| (on, rating))
}

fn keep_promises(entry: &mut Entry<'static>, by: Date) {
    for commitment in &mut entry.commitments {
        let kept_on = commitment.kept_on.filter(|&on| on < by).unwrap_or(working_day_before(after(by, -8)));
        (commitment.state, commitment.kept_on, commitment.note) = (Some(CommitmentState::Kept), Some(kept_on), None);
    }
}

fn answers_the_deputy(assignment: &Assignment) -> bool {
    let is_returned = assignment.returned.as_ref().is_some_and(|returned| returned.accepted != Some(false));
    matches!(assignment.role, Some(HandlingRole::Lead | HandlingRole::Separate)) && !is_returned
}

/// 重新办理 after 不满意.
fn redo(case: &mut Case, entry: &mut Entry<'static>, answered_on: Date, registers: &mut Registers) -> Option<Date> {
    let rated_on = entry.rounds.last()?.feedback.last()?.on.unwrap_or(answered_on);
    let assigned_on = working_day(after(rated_on, case.random.between(3, 9)));
    if assigned_on > case.options.as_of || case.random.chance(100) {
        return None;
    }
    let reason = case.random.pick(&[
        "提出人对办理结果不满意：答复未回应主要诉求，退回重新办理。",
        "提出人认为答复只讲做法、未给时限，交原承办单位重新办理。",
        "提出人对办理前未沟通有意见，责成重新办理并当面沟通。",
    ]);
    let due_on = months_after(assigned_on, 1);
    let received_on = received(case, assigned_on);
    let assignments = entry.rounds.last()?.assignments.iter().filter(|assignment| answers_the_deputy(assignment));
    let round = Round {
        assigned_on: Some(assigned_on),
        due_on: Some(due_on),
        cause: Some(RoundCause::Redo),
        reason: Some(reason.into()),
        assignments: assignments
            .map(|assignment| Assignment {
                body: assignment.body.clone(),
                role: assignment.role,
                part: assignment.part.clone(),
                received_on,
                ..Assignment::default()
            })
            .collect(),
        consultations: [Consultation {
            on: Some(working_day(after(assigned_on, 6))),
            means: Some(ConsultationMeans::Meeting),
            note: Some("主要负责人当面听取意见".into()),
            ..Consultation::default()
        }]
        .into_iter()
        .filter(|meeting| meeting.on <= Some(case.options.as_of))
        .collect(),
        ..Round::default()
    };
    let is_late = case.random.chance(120);
    let reply_on = if is_late { after(due_on, case.random.between(2, 12)) } else { after(due_on, -case.random.between(0, 14)) };
    let class = if case.random.chance(450) { Class::Solved } else { Class::Planned };
    let reply_on = no_later_than(case.options.as_of, working_day(reply_on));
    finish(case, entry, round, class, reply_on, registers);
    Some(assigned_on)
}

/// Last year's B item, taken up again with the new ones.
fn follow_up_round(case: &mut Case, entry: &mut Entry<'static>, registers: &mut Registers) {
    let assigned_on = day(case.spot.year + 1, 3, 12);
    if assigned_on > case.options.as_of || case.random.chance(250) {
        return;
    }
    let due_on = months_after(assigned_on, 3);
    let received_on = received(case, assigned_on);
    let assignments = entry.rounds.first().map(|first| first.assignments.as_slice()).unwrap_or_default();
    let round = Round {
        assigned_on: Some(assigned_on),
        due_on: Some(due_on),
        cause: Some(RoundCause::FollowUp),
        reason: Some("上年度B类事项跟踪办理，落实后再次答复。".into()),
        assignments: assignments
            .iter()
            .filter(|assignment| answers_the_deputy(assignment))
            .map(|assignment| Assignment {
                body: assignment.body.clone(),
                role: assignment.role,
                received_on,
                ..Assignment::default()
            })
            .collect(),
        ..Round::default()
    };
    let class = if case.random.chance(720) { Class::Solved } else { Class::Planned };
    let reply_on = working_day_before(after(due_on, -case.random.between(0, 30)));
    let reply_on = no_later_than(case.options.as_of, reply_on);
    finish(case, entry, round, class, reply_on, registers);
}
