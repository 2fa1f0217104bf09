//! What follows a reply: ratings, commitments, publication.

use jianyi::calendar::Date;
use jianyi::ledger::{
    Assignment, Commitment, CommitmentState, Disclosure, DisclosureAttribute, Entry, Feedback, HandlingRole, PublicationExtent,
    Rating, Round, SubmissionKind,
};

use crate::days::{after, working_day};
use crate::reply::Promise;
use crate::submission::Case;

/// Adds the deputy's ratings to the round; the worst of them.
pub(crate) fn rate(case: &mut Case, entry: &Entry<'static>, round: &mut Round<'static>, answered_on: Date) -> Option<Rating> {
    let collector = if case.kind == SubmissionKind::Proposal {
        "市政协提案委员会"
    } else {
        "市人大常委会代表工作委员会"
    };
    let is_redo = !entry.rounds.is_empty();
    let was_consulted = !round.consultations.is_empty();
    for reply in &round.replies {
        let on = working_day(after(answered_on, case.random.between(4, 26)));
        if on > case.options.as_of || case.random.chance(95) {
            continue;
        }
        let mark = reply.outcome.as_ref().map_or("", |outcome| &*outcome.mark);
        let weights = match (is_redo, was_consulted, mark) {
            (true, _, _) => [72, 26, 2],
            (_, false, _) => [60, 25, 15],
            (_, _, "A") => [91, 8, 1],
            (_, _, "B") => [80, 16, 4],
            _ => [62, 26, 12],
        };
        let ratings = [Rating::Satisfied, Rating::BasicallySatisfied, Rating::Dissatisfied];
        let result = ratings[case.random.weighted(&weights)];
        let attitude = if case.random.chance(850) { Rating::Satisfied } else { result };
        let comment = match result {
            Rating::Satisfied => case.random.pick(&["", "", "", "", "希望持续抓好落实。", "沟通及时，答复具体。"]),
            Rating::BasicallySatisfied => {
                case.random.pick(&["", "希望明确后续进度。", "请按承诺时限完成。", "部分内容还需细化。"])
            }
            Rating::Dissatisfied => case.random.pick(&["答复未回应主要问题。", "没有具体措施和时限。", "办理前未与本人沟通。"]),
        };
        let own_collection = case.random.chance(50);
        round.feedback.push(Feedback {
            on: Some(on),
            body: reply.body.clone(),
            overall: case.random.chance(250).then_some(result),
            attitude: Some(attitude),
            result: Some(result),
            comment: Some(comment).filter(|comment| !comment.is_empty()).map(Into::into),
            collected_by: if own_collection {
                round.assignments.last().and_then(|last| last.body.clone())
            } else {
                Some(collector.into())
            },
        });
    }
    round.feedback.iter().filter_map(Feedback::rating).max()
}

/// Enters the promises of a reply into the register, with what became of them by the day of the ledger.
pub(crate) fn commit(
    case: &mut Case,
    entry: &mut Entry<'static>,
    promises: Vec<Promise>,
    assignment: &Assignment<'static>,
    answered_on: Date,
) {
    let as_of = case.options.as_of;
    for promise in promises {
        let (kept_on, is_given_up) = match case.random.below(100) {
            0..=67 => (Some(working_day(after(promise.due_on, -case.random.between(0, 45)))), false),
            68..=81 => (Some(working_day(after(promise.due_on, case.random.between(3, 70)))), false),
            82..=86 => (None, promise.due_on <= as_of),
            _ => (None, false),
        };
        let kept_on = kept_on.map(|on| on.max(working_day(after(answered_on, 7)))).filter(|&on| on <= as_of);
        let state = match (kept_on, is_given_up) {
            (Some(_), _) => Some(CommitmentState::Kept),
            (None, true) => Some(CommitmentState::GivenUp),
            (None, false) => (!case.random.chance(60)).then_some(CommitmentState::Open),
        };
        let note = match state {
            Some(CommitmentState::Kept) => "",
            Some(CommitmentState::GivenUp) => "规划调整后不再实施，已向提出人书面说明。",
            _ => case.random.pick(&["", "", "招标已完成，正在签订合同。", "资金尚未到位，正在协调。", "主体部分已完成。"]),
        };
        entry.commitments.push(Commitment {
            what: promise.what.into(),
            body: assignment.body.clone(),
            due_on: (!case.random.chance(30)).then_some(promise.due_on),
            state,
            kept_on,
            note: Some(note).filter(|note| !note.is_empty()).map(Into::into),
        });
    }
}

/// Writes whether, when and where the item and its reply were published.
pub(crate) fn publish(case: &mut Case, entry: &mut Entry<'static>) {
    let Some(reply) = entry.rounds.iter().rev().find_map(|round| round.replies.last()) else { return };
    let (Some(attribute), Some(answered_on)) = (reply.disclosure, reply.date) else { return };
    let body = entry.rounds.last().and_then(|round| {
        let leads = |assignment: &&Assignment| matches!(assignment.role, Some(HandlingRole::Lead | HandlingRole::Separate));
        round.assignments.iter().rev().find(leads).and_then(|assignment| assignment.body.clone())
    });
    let mut disclosure = Disclosure { attribute: Some(attribute), ..Disclosure::default() };
    disclosure.reviewed_by = case.random.chance(300).then_some(body).flatten();
    match attribute {
        DisclosureAttribute::Public => {
            let days = match case.random.below(100) {
                0..=84 => case.random.between(3, 26),
                85..=93 => case.random.between(30, 62),
                _ => 4000,
            };
            let on = working_day(after(answered_on, days));
            if on <= case.options.as_of {
                disclosure.published_on = Some(on);
                disclosure.place = Some(place(case).into());
                disclosure.extent = Some(match entry.consent {
                    Some(extent @ (PublicationExtent::TitleOnly | PublicationExtent::Summary)) => extent,
                    _ if case.random.chance(100) => PublicationExtent::Summary,
                    _ => PublicationExtent::Full,
                });
            }
        }
        DisclosureAttribute::OnRequest => {}
        DisclosureAttribute::NotPublic => {
            let reason = match (entry.classified, entry.consent) {
                (Some(true), _) => "内容涉密，不予公开。",
                (_, Some(PublicationExtent::None)) => "提出人不同意公开。",
                _ => case.random.pick(&["涉及企业商业秘密。", "涉及个人隐私。", "属内部管理信息，尚在研究。", ""]),
            };
            disclosure.reason = Some(reason).filter(|reason| !reason.is_empty()).map(Into::into);
        }
    }
    entry.disclosure = Some(disclosure);
}

fn place(case: &mut Case) -> String {
    let of = case.spot.place + 1;
    match case.random.below(4) {
        0 => "市政府网站建议提案专栏".to_owned(),
        1 => "市人大常委会代表履职平台".to_owned(),
        _ => format!("https://www.yunzhou.example/jyta/{}-{of:04}.html", case.spot.year),
    }
}
