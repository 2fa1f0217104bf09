//! The letter of a reply, in the forms that offices use.

use std::fmt::Write;

use jianyi::calendar::Date;
use jianyi::ledger::{ConsultationMeans, DisclosureAttribute, Entry, HandlingRole, Reply, Round, SubmissionKind};

use crate::city::{BODIES, CITY};
use crate::days::{in_words, short_words};
use crate::reply::Answer;
use crate::submission::Case;

/// What a letter is written from.
pub(crate) struct Letter<'l> {
    pub(crate) entry: &'l Entry<'static>,
    pub(crate) round: &'l Round<'static>,
    pub(crate) reply: &'l Reply<'static>,
    /// The index of the body that answers.
    pub(crate) body: usize,
    pub(crate) answers: &'l [Answer],
    pub(crate) on: Date,
}

/// The letter; a few lack what a reviewer must find missing.
pub(crate) fn written(case: &mut Case, letter: &Letter) -> String {
    let mut text = String::with_capacity(2400);
    head(case, letter, &mut text);
    opening(case, letter, &mut text);
    let skipped = if case.random.chance(40) { letter.answers.len().saturating_sub(1).max(1) } else { usize::MAX };
    for (at, answer) in letter.answers.iter().enumerate().filter(|&(at, _)| at != skipped) {
        let numeral = ["一、", "二、", "三、"].get(at).copied().filter(|_| letter.answers.len() > 1).unwrap_or_default();
        line(&mut text, format_args!("　　{numeral}{}。{}。", answer.heading, answer.words));
    }
    opinions(letter, &mut text);
    closing(case, letter, &mut text);
    text
}

/// `市教育局` as its full name in a letter: `昀州市教育局`.
pub(crate) fn full_name(body: usize) -> String {
    let name = BODIES.get(body).map_or("", |body| body.name);
    match name.strip_prefix('市') {
        Some(rest) => format!("{CITY}{rest}"),
        None if name.starts_with("昀州") || name.starts_with("共青团") => name.to_owned(),
        None => format!("{CITY}{name}"),
    }
}

fn head(case: &mut Case, letter: &Letter, text: &mut String) {
    let reply = letter.reply;
    if let Some(outcome) = reply.outcome.as_ref() {
        let label = case.random.pick(&["类别：", "办理结果：", "类别："]);
        line(text, format_args!("{label}{}", outcome.mark));
    }
    if let Some(attribute) = reply.disclosure {
        let words = match attribute {
            DisclosureAttribute::Public => "主动公开",
            DisclosureAttribute::OnRequest => "依申请公开",
            DisclosureAttribute::NotPublic => "不予公开",
        };
        line(text, format_args!("公开属性：{words}"));
    }
    if let (Some(number), Some(signer)) = (&reply.document_number, &reply.signer) {
        line(text, format_args!("{number}　　　　签发人：{signer}"));
    }
    let session = case.session();
    let assembly = match case.kind {
        SubmissionKind::Proposal => format!("市政协{}届{}次会议", numeral(session.congress), numeral(session.number)),
        _ => format!("市{}届人大{}次会议", numeral(session.congress), numeral(session.number)),
    };
    let relation = case.random.pick(&["关于", "关于对", "对"]);
    line(text, format_args!("{}{relation}{assembly}第{}号{}的答复", full_name(letter.body), case.number, noun(case.kind)));
    line(text, format_args!("{}：", case.addressee));
}

fn opening(case: &mut Case, letter: &Letter, text: &mut String) {
    let you = if case.addressee.contains('等') || case.addressee.ends_with('会') { "你们" } else { "您" };
    let body = BODIES.get(letter.body);
    let own = body.map_or("我局", |body| body.own);
    text.push_str("　　");
    let _ = write!(text, "{you}提出的《{}》（第{}号）收悉。", case.title, case.number);
    let helpers: Vec<&str> = assisting(letter.round).filter_map(|assignment| assignment.body.as_deref()).collect();
    let met = letter.round.consultations.iter().filter(|contact| contact.on < Some(letter.on)).find_map(|contact| {
        let means = match contact.means? {
            ConsultationMeans::SiteVisit => "与您一同查看现场",
            ConsultationMeans::Meeting => "与您当面沟通",
            ConsultationMeans::Visit => "登门听取意见",
            ConsultationMeans::Phone => "电话听取意见",
            _ => return None,
        };
        Some(format!("于{}{}", short_words(contact.on?), means.replace('您', you)))
    });
    match (helpers.is_empty(), met) {
        (true, Some(met)) => _ = write!(text, "{own}认真研究，{met}，现答复如下："),
        (true, None) => _ = write!(text, "经研究，现答复如下："),
        (false, Some(met)) => _ = write!(text, "{own}会同{}认真研究，{met}，现答复如下：", helpers.join("、")),
        (false, None) => _ = write!(text, "{own}会同{}认真研究，现答复如下：", helpers.join("、")),
    }
    text.push('\n');
}

fn opinions(letter: &Letter, text: &mut String) {
    for assignment in assisting(letter.round) {
        let opinion = assignment.opinion.as_ref().and_then(|opinion| opinion.text.as_deref());
        if let (Some(body), Some(opinion)) = (assignment.body.as_deref(), opinion) {
            line(text, format_args!("　　{body}意见：{opinion}"));
        }
    }
}

fn closing(case: &mut Case, letter: &Letter, text: &mut String) {
    let you = if case.addressee.contains('等') || case.addressee.ends_with('会') { "你们" } else { "您" };
    let work = BODIES.get(letter.body).map_or("", |body| body.work);
    line(text, format_args!("　　感谢{you}对{work}的关心和支持！"));
    let (form, copied_to) = match case.kind {
        SubmissionKind::Proposal => ("提案办理情况征询意见表", "市政协提案委员会、市政府办公室"),
        _ => ("代表建议办理情况征询意见表", "市人大常委会代表工作委员会、市政府办公室"),
    };
    if case.random.chance(700) {
        line(text, format_args!("　　附件：{form}"));
    }
    line(text, format_args!("　　　　　　　　{}", full_name(letter.body)));
    line(text, format_args!("　　　　　　　　{}", in_words(letter.on)));
    if let (Some(contact), Some(phone)) = (&letter.reply.contact, &letter.reply.phone) {
        line(text, format_args!("（联系人：{contact}　联系电话：{phone}）"));
    }
    if letter.entry.consent.is_some() || case.random.chance(900) {
        let _ = write!(text, "抄送：{copied_to}。");
    }
}

fn assisting<'l>(round: &'l Round<'static>) -> impl Iterator<Item = &'l jianyi::ledger::Assignment<'static>> {
    round.assignments.iter().filter(|assignment| assignment.role == Some(HandlingRole::Assisting))
}

fn line(text: &mut String, words: std::fmt::Arguments) {
    let _ = text.write_fmt(words);
    text.push('\n');
}

fn noun(kind: SubmissionKind) -> &'static str {
    match kind {
        SubmissionKind::Suggestion => "建议",
        SubmissionKind::Proposal => "提案",
        SubmissionKind::Motion => "议案",
    }
}

/// The Chinese numeral of a number below 100.
fn numeral(number: u8) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (usize::from(number / 10 % 10), usize::from(number % 10));
    match tens {
        0 => DIGITS[ones].to_owned(),
        1 => format!("十{}", DIGITS[ones]),
        _ => format!("{}十{}", DIGITS[tens], DIGITS[ones]),
    }
}
