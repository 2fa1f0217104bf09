//! What one cell says as one field: read once, however often the same words stand in a column.

use super::cell::Cell;
use super::facts::ReadingContext;
use super::mapping::Field;
use super::problem::ProblemCode;
use super::values::{
    BodyMention, Reading, Submitters, is_one_body, is_one_submitter, means_nothing, read_bodies, read_commitment_state,
    read_count, read_date, read_disclosure, read_extent, read_filing, read_form, read_item_number, read_kind, read_level,
    read_means, read_outcome, read_rating, read_role, read_session, read_sitting, read_submitters, read_yes_no, split_list,
    squeeze, year_in,
};
use crate::calendar::Date;
use crate::ledger::{
    CommitmentState, ConsultationMeans, DisclosureAttribute, Filing, HandlingRole, Level, PublicationExtent, Rating, Session,
    Sitting, SubmissionKind, SubmitterForm,
};

/// What a cell says as a field.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// Nothing, or a word for nothing.
    Nothing,
    /// Something that is no such value.
    Unread(ProblemCode),
    /// The cell's own words.
    Words,
    /// Other words: a number without the words around it, a mark.
    Text(String),
    /// One body, whose name are the cell's own words.
    Body,
    Bodies(Vec<BodyMention>),
    Submitters(Submitters),
    List(Vec<String>),
    Means(Vec<ConsultationMeans>),
    Day(Date),
    YesNo(bool),
    Count(u32),
    Year(u16),
    Kind(SubmissionKind),
    Session(Session),
    Level(Level),
    Sitting(Sitting),
    Filing(Filing),
    Form(SubmitterForm),
    Role(HandlingRole),
    Rating(Rating),
    Extent(PublicationExtent),
    Disclosure(DisclosureAttribute),
    State(CommitmentState),
}

/// What `cell` says as `field`.
pub(super) fn read_value(field: Field, cell: &Cell<'_>, context: &ReadingContext) -> Value {
    if matches!(cell, Cell::Error(_)) && field != Field::Sequence {
        return Value::Unread(ProblemCode::CellError);
    }
    let words = cell.words();
    let words = words.as_ref();
    match field {
        Field::Sequence => Value::Nothing,
        Field::Number => of_words(read_item_number(cell), words),
        Field::Outcome => of_words(read_outcome(words, &context.scheme), words),
        Field::Kind => of(read_kind(words), Value::Kind),
        Field::Session => of(read_session(words), Value::Session),
        Field::Congress | Field::SessionNumber | Field::CoSubmitterCount => of(read_count(cell), Value::Count),
        Field::Year => {
            let year = year_in(words).or_else(|| squeeze(words).parse().ok()).and_then(|year: i32| u16::try_from(year).ok());
            year.map_or(Value::Unread(ProblemCode::WrongType), Value::Year)
        }
        Field::Level => of(read_level(words), Value::Level),
        Field::Sitting => of(read_sitting(cell), Value::Sitting),
        Field::Filing => of(read_filing(words), Value::Filing),
        Field::Form => of(read_form(words), Value::Form),
        Field::Asks | Field::Note => Value::Words,
        Field::Submitters | Field::LeadSubmitter | Field::CoSubmitters if is_one_submitter(words) => Value::Words,
        Field::Submitters | Field::LeadSubmitter | Field::CoSubmitters => Value::Submitters(read_submitters(words)),
        Field::Consent | Field::PublicationExtent => of(read_extent(words), Value::Extent),
        Field::Classified | Field::Livelihood => of(read_yes_no(cell), Value::YesNo),
        Field::Key => match read_yes_no(cell) {
            Reading::Read(is_key) => Value::YesNo(is_key),
            Reading::Blank => Value::Nothing,
            Reading::Unread(_) if squeeze(words).contains("重点") => Value::YesNo(true),
            Reading::Unread(_) => Value::Words,
        },
        Field::MergedWith => Value::List(split_list(words)),
        Field::Withdrawn => match (read_yes_no(cell), read_date(cell, context.year)) {
            (_, Reading::Read(on)) => Value::Day(on),
            (Reading::Read(withdrawn), _) => Value::YesNo(withdrawn),
            (Reading::Blank, _) => Value::Nothing,
            (Reading::Unread(_), _) if squeeze(words).contains('撤') => Value::YesNo(true),
            (Reading::Unread(code), _) => Value::Unread(code),
        },
        Field::Body | Field::LeadBody | Field::AssistingBody | Field::SeparateBody | Field::ReferenceBody => {
            if is_one_body(words) { Value::Body } else { Value::Bodies(read_bodies(words)) }
        }
        Field::Role => of(read_role(words), Value::Role),
        Field::RepliedOn => {
            const NOT_YET: [&str; 6] = ["未答复", "未办复", "未复", "办理中", "未办结", "正在办理"];
            match read_date(cell, context.year) {
                Reading::Unread(_) if NOT_YET.contains(&squeeze(words).as_str()) => Value::Nothing,
                reading => of(reading, Value::Day),
            }
        }
        Field::SubmittedOn
        | Field::ArchivedOn
        | Field::AssignedOn
        | Field::ReceivedOn
        | Field::DueOn
        | Field::ExtendedTo
        | Field::ConsultedOn
        | Field::FeedbackOn
        | Field::PublishedOn
        | Field::OpinionGivenOn
        | Field::CommitmentDue
        | Field::CommitmentKept => of(read_date(cell, context.year), Value::Day),
        Field::Means => of(read_means(words), Value::Means),
        Field::Rating | Field::RatingAttitude | Field::RatingResult => of(read_rating(cell), Value::Rating),
        Field::Disclosure => of(read_disclosure(words), Value::Disclosure),
        Field::CommitmentState => of(read_commitment_state(words), Value::State),
        _ if means_nothing(words) => Value::Nothing,
        _ => Value::Words,
    }
}

fn of<T>(reading: Reading<T>, value: impl Fn(T) -> Value) -> Value {
    match reading {
        Reading::Blank => Value::Nothing,
        Reading::Read(read) => value(read),
        Reading::Unread(code) => Value::Unread(code),
    }
}

fn of_words(reading: Reading<String>, words: &str) -> Value {
    of(reading, |text| if text == words { Value::Words } else { Value::Text(text) })
}
