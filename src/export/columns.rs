//! The columns of an exported table.

use crate::intake::Field;
use crate::ledger::{
    Assignment, ConsultationMeans, DisclosureAttribute, Entry, Feedback, HandlingRole, Rating, Reply, Sitting, SubmissionKind,
    Submitter,
};

/// What one row shows: the entry in its first row, and one body's handling.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowView<'e> {
    /// The entry's place, from 1.
    pub number: usize,
    /// Whether it is the entry's first row.
    pub first: bool,
    pub entry: &'e Entry<'e>,
    pub assignment: Option<&'e Assignment<'e>>,
    pub reply: Option<&'e Reply<'e>>,
    pub feedback: Option<&'e Feedback<'e>>,
}

/// A column of the table.
pub(super) struct Column {
    pub heading: &'static str,
    pub field: Field,
    /// Whether its cells are days.
    pub is_date: bool,
    pub text: fn(&RowView<'_>) -> String,
}

const fn column(heading: &'static str, field: Field, text: fn(&RowView<'_>) -> String) -> Column {
    Column { heading, field, is_date: false, text }
}

const fn date(heading: &'static str, field: Field, text: fn(&RowView<'_>) -> String) -> Column {
    Column { heading, field, is_date: true, text }
}

/// The columns, in reading order; the rest stands behind them.
pub(super) const COLUMNS: &[Column] = &[
    column("序号", Field::Sequence, |row| if row.first { row.number.to_string() } else { String::new() }),
    column("标识", Field::Id, |row| of_entry(row, |entry| words(&entry.id))),
    column("类型", Field::Kind, |row| of_entry(row, |entry| kind(entry.kind).to_owned())),
    column("编号", Field::Number, |row| of_entry(row, |entry| words(&entry.number))),
    column("届次", Field::Session, |row| {
        of_entry(row, |entry| {
            entry.session.map(|session| format!("{}届{}次", session.congress, session.number)).unwrap_or_default()
        })
    }),
    column("年度", Field::Year, |row| of_entry(row, |entry| entry.year.map(|year| year.to_string()).unwrap_or_default())),
    column("会议期间", Field::Sitting, |row| {
        of_entry(row, |entry| entry.sitting.map(sitting).unwrap_or_default().to_owned())
    }),
    column("标题", Field::Title, |row| of_entry(row, |entry| words(&entry.title))),
    column("主题分类", Field::Topic, |row| of_entry(row, |entry| words(&entry.topic))),
    column("领衔人", Field::LeadSubmitter, |row| {
        of_entry(row, |entry| entry.lead_submitter.as_ref().map(name).unwrap_or_default())
    }),
    column("联名人", Field::CoSubmitters, |row| {
        of_entry(row, |entry| entry.co_submitters.iter().map(name).collect::<Vec<_>>().join("、"))
    }),
    column("代表团/界别", Field::Delegation, |row| of_entry(row, |entry| words(&entry.delegation))),
    column("承办单位", Field::Body, |row| row.assignment.map(|assignment| words(&assignment.body)).unwrap_or_default()),
    column("承办方式", Field::Role, |row| {
        row.assignment.and_then(|assignment| assignment.role).map(role).unwrap_or_default().to_owned()
    }),
    date("交办日期", Field::AssignedOn, |row| {
        let own = row.assignment.and_then(|assignment| assignment.assigned_on);
        let of_round = row.entry.rounds.first().and_then(|round| round.assigned_on).filter(|_| row.first);
        of_round.or(own).map(|on| on.to_string()).unwrap_or_default()
    }),
    date("签收日期", Field::ReceivedOn, |row| day(row.assignment.and_then(|assignment| assignment.received_on))),
    date("应复日期", Field::DueOn, |row| {
        let own = row.assignment.and_then(|assignment| assignment.due_on);
        let of_round = row.entry.rounds.first().and_then(|round| round.due_on).filter(|_| row.first);
        of_round.or(own).map(|on| on.to_string()).unwrap_or_default()
    }),
    date("答复日期", Field::RepliedOn, |row| {
        let opinion = row.assignment.and_then(|assignment| assignment.opinion.as_ref()).and_then(|opinion| opinion.given_on);
        day(row.reply.map_or(opinion, |reply| reply.date))
    }),
    column("办理结果", Field::Outcome, |row| {
        row.reply.and_then(|reply| reply.outcome.as_ref()).map(|outcome| outcome.mark.to_string()).unwrap_or_default()
    }),
    column("答复文号", Field::DocumentNumber, |row| row.reply.map(|reply| words(&reply.document_number)).unwrap_or_default()),
    column("沟通方式", Field::Means, |row| {
        let consultations =
            row.entry.rounds.first().filter(|_| row.first).map(|round| &round.consultations[..]).unwrap_or_default();
        consultations.iter().filter_map(|consultation| consultation.means).map(means).collect::<Vec<_>>().join("、")
    }),
    column("满意度", Field::Rating, |row| rating(row.feedback.and_then(|feedback| feedback.overall))),
    column("对办理态度满意度", Field::RatingAttitude, |row| rating(row.feedback.and_then(|feedback| feedback.attitude))),
    column("对办理结果满意度", Field::RatingResult, |row| rating(row.feedback.and_then(|feedback| feedback.result))),
    column("公开属性", Field::Disclosure, |row| {
        let attribute = |entry: &Entry<'_>| entry.disclosure.as_ref().and_then(|disclosure| disclosure.attribute);
        of_entry(row, |entry| attribute(entry).map(disclosure).unwrap_or_default().to_owned())
    }),
    column("重点督办", Field::Key, |row| {
        of_entry(row, |entry| if entry.key.is_some() { "是".to_owned() } else { String::new() })
    }),
    column("备注", Field::Note, |row| of_entry(row, |entry| words(&entry.note))),
];

/// The heading of what the table cannot hold.
pub(super) const REST_HEADING: &str = "其余内容（请勿改动）";

fn of_entry(row: &RowView<'_>, text: impl Fn(&Entry<'_>) -> String) -> String {
    if row.first { text(row.entry) } else { String::new() }
}

fn words(words: &Option<crate::ledger::Words<'_>>) -> String {
    words.as_deref().unwrap_or_default().to_owned()
}

fn name(submitter: &Submitter<'_>) -> String {
    words(&submitter.name)
}

fn day(on: Option<crate::calendar::Date>) -> String {
    on.map(|on| on.to_string()).unwrap_or_default()
}

fn kind(kind: SubmissionKind) -> &'static str {
    match kind {
        SubmissionKind::Suggestion => "建议",
        SubmissionKind::Proposal => "提案",
        SubmissionKind::Motion => "议案",
    }
}

fn sitting(sitting: Sitting) -> &'static str {
    match sitting {
        Sitting::InSession => "会议期间",
        Sitting::InterSessional => "闭会期间",
    }
}

fn role(role: HandlingRole) -> &'static str {
    match role {
        HandlingRole::Lead => "主办",
        HandlingRole::Assisting => "协办",
        HandlingRole::Separate => "分办",
        HandlingRole::ForReference => "参阅",
    }
}

fn means(means: ConsultationMeans) -> &'static str {
    match means {
        ConsultationMeans::Visit => "走访",
        ConsultationMeans::Meeting => "面谈",
        ConsultationMeans::Forum => "座谈会",
        ConsultationMeans::SiteVisit => "现场办理",
        ConsultationMeans::Phone => "电话",
        ConsultationMeans::Online => "网络",
        ConsultationMeans::Letter => "书信",
        ConsultationMeans::Other => "其他",
    }
}

fn rating(rating: Option<Rating>) -> String {
    match rating {
        Some(Rating::Satisfied) => "满意",
        Some(Rating::BasicallySatisfied) => "基本满意",
        Some(Rating::Dissatisfied) => "不满意",
        None => "",
    }
    .to_owned()
}

fn disclosure(attribute: DisclosureAttribute) -> &'static str {
    match attribute {
        DisclosureAttribute::Public => "主动公开",
        DisclosureAttribute::OnRequest => "依申请公开",
        DisclosureAttribute::NotPublic => "不予公开",
    }
}
