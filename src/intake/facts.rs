//! What one row, or the plain fields of one record, say; and the entry that they make.

use crate::calendar::Date;
use crate::ledger::{
    CommitmentState, ConsultationMeans, DisclosureAttribute, Filing, HandlingRole, Level, OutcomeScheme, PublicationExtent,
    Rating, Session, Sitting, SubmissionKind, SubmitterForm, Words,
};

use super::cell::Cell;
use super::mapping::Field;
use super::problem::ProblemCode;
use super::value::{Value, read_value};
use super::values::Submitters;

/// What cells are read with.
#[derive(Debug, Clone)]
pub(super) struct ReadingContext {
    /// The year of days that are written without one.
    pub year: Option<i32>,
    /// The scheme that gives words for results their marks.
    pub scheme: OutcomeScheme,
}

/// What a row says; what it does not say is absent.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts<'c> {
    pub id: Option<Words<'c>>,
    pub number: Option<Words<'c>>,
    pub kind: Option<SubmissionKind>,
    pub title: Option<Words<'c>>,
    pub session: Option<Session>,
    pub congress: Option<u32>,
    pub session_number: Option<u32>,
    pub year: Option<u16>,
    pub level: Option<Level>,
    pub sitting: Option<Sitting>,
    pub filing: Option<Filing>,
    pub form: Option<SubmitterForm>,
    pub text: Option<Words<'c>>,
    pub asks: Vec<Words<'c>>,
    pub topic: Option<Words<'c>>,
    pub lead: Option<Words<'c>>,
    pub co_submitters: Vec<Words<'c>>,
    pub co_submitter_count: Option<u32>,
    pub delegation: Option<Words<'c>>,
    pub mobile: Option<Words<'c>>,
    pub address: Option<Words<'c>>,
    pub submitted_on: Option<Date>,
    pub consent: Option<PublicationExtent>,
    pub classified: Option<bool>,
    pub key: bool,
    pub supervising_leader: Option<Words<'c>>,
    pub supervising_body: Option<Words<'c>>,
    pub livelihood: Option<bool>,
    pub merged_with: Vec<Words<'c>>,
    pub withdrawn: bool,
    pub withdrawn_on: Option<Date>,
    pub withdrawn_reason: Option<Words<'c>>,
    pub archived_on: Option<Date>,
    pub bodies: Vec<BodyInColumn<'c>>,
    pub role: Option<HandlingRole>,
    pub officer: Option<Words<'c>>,
    pub assigned_on: Option<Date>,
    pub received_on: Option<Date>,
    pub due_on: Option<Date>,
    pub extended_to: Option<Date>,
    /// That something stands where the day of the reply stands, even if it is no day.
    pub replied: bool,
    pub replied_on: Option<Date>,
    pub outcome: Option<Words<'c>>,
    pub document_number: Option<Words<'c>>,
    pub signer: Option<Words<'c>>,
    pub contact: Option<Words<'c>>,
    pub phone: Option<Words<'c>>,
    pub reply_text: Option<Words<'c>>,
    pub means: Vec<ConsultationMeans>,
    pub consulted_on: Option<Date>,
    pub rating: Option<Rating>,
    pub rating_attitude: Option<Rating>,
    pub rating_result: Option<Rating>,
    pub feedback_on: Option<Date>,
    pub feedback_comment: Option<Words<'c>>,
    pub disclosure: Option<DisclosureAttribute>,
    pub disclosure_reason: Option<Words<'c>>,
    pub published_on: Option<Date>,
    pub publication_place: Option<Words<'c>>,
    pub publication_extent: Option<PublicationExtent>,
    pub opinion_given_on: Option<Date>,
    pub commitment: Option<Words<'c>>,
    pub commitment_due: Option<Date>,
    pub commitment_kept: Option<Date>,
    pub commitment_state: Option<CommitmentState>,
    pub notes: Vec<Words<'c>>,
    /// Heading and text of what has no field.
    pub extra: Vec<(Words<'c>, Words<'c>)>,
    pub rest: Option<String>,
}

/// A body, the role that stands with its name, and the kind of its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct BodyInColumn<'c> {
    pub name: Words<'c>,
    pub role: Option<HandlingRole>,
    pub column: BodyColumn,
}

/// The kind of column in which a body stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BodyColumn {
    /// 承办单位: the role stands elsewhere.
    Any,
    /// 主办单位, 协办单位, …
    Of(HandlingRole),
}

impl<'c> Facts<'c> {
    /// Takes one cell; the problem, where it cannot be read as `field`.
    pub fn take(&mut self, field: Field, cell: &Cell<'c>, context: &ReadingContext) -> Result<(), ProblemCode> {
        if cell.is_blank() {
            return Ok(());
        }
        self.put(field, &read_value(field, cell, context), cell.as_words())
    }

    /// Takes what a cell with these words says as `field`; the problem, where it says nothing that can be understood.
    pub fn put(&mut self, field: Field, value: &Value, words: Words<'c>) -> Result<(), ProblemCode> {
        if field == Field::RepliedOn {
            self.replied |= !matches!(value, Value::Nothing);
        }
        match value {
            Value::Nothing => {}
            Value::Unread(code) => return Err(*code),
            Value::Words => self.put_words(field, words),
            Value::Text(text) => self.put_words(field, text.clone().into()),
            Value::Body => self.put_body(field, words, None),
            Value::Bodies(bodies) => {
                bodies.iter().for_each(|body| self.put_body(field, body.name.clone().into(), body.role));
            }
            Value::Submitters(found) => self.put_submitters(field, found),
            Value::Day(on) => self.put_day(field, *on),
            Value::YesNo(says) => self.put_yes_no(field, *says),
            Value::Count(count) => self.put_count(field, *count),
            Value::Rating(rating) => self.put_rating(field, *rating),
            Value::Extent(extent) if field == Field::Consent => first(&mut self.consent, *extent),
            Value::Extent(extent) => first(&mut self.publication_extent, *extent),
            Value::List(list) => self.merged_with.extend(list.iter().cloned().map(Words::from)),
            Value::Means(means) => self.means.extend(means),
            Value::Kind(kind) => first(&mut self.kind, *kind),
            Value::Session(session) => first(&mut self.session, *session),
            Value::Year(year) => first(&mut self.year, *year),
            Value::Level(level) => first(&mut self.level, *level),
            Value::Sitting(sitting) => first(&mut self.sitting, *sitting),
            Value::Filing(filing) => first(&mut self.filing, *filing),
            Value::Form(form) => first(&mut self.form, *form),
            Value::Role(role) => first(&mut self.role, *role),
            Value::Disclosure(attribute) => first(&mut self.disclosure, *attribute),
            Value::State(state) => first(&mut self.commitment_state, *state),
        }
        Ok(())
    }

    /// The same, no longer tied to the file's bytes.
    pub fn into_owned(self) -> Facts<'static> {
        let own = |words: Option<Words<'c>>| words.map(Words::into_owned);
        let own_all = |list: Vec<Words<'c>>| list.into_iter().map(Words::into_owned).collect();
        let bodies = self.bodies.into_iter();
        let extra = self.extra.into_iter();
        Facts {
            id: own(self.id),
            number: own(self.number),
            kind: self.kind,
            title: own(self.title),
            session: self.session,
            congress: self.congress,
            session_number: self.session_number,
            year: self.year,
            level: self.level,
            sitting: self.sitting,
            filing: self.filing,
            form: self.form,
            text: own(self.text),
            asks: own_all(self.asks),
            topic: own(self.topic),
            lead: own(self.lead),
            co_submitters: own_all(self.co_submitters),
            co_submitter_count: self.co_submitter_count,
            delegation: own(self.delegation),
            mobile: own(self.mobile),
            address: own(self.address),
            submitted_on: self.submitted_on,
            consent: self.consent,
            classified: self.classified,
            key: self.key,
            supervising_leader: own(self.supervising_leader),
            supervising_body: own(self.supervising_body),
            livelihood: self.livelihood,
            merged_with: own_all(self.merged_with),
            withdrawn: self.withdrawn,
            withdrawn_on: self.withdrawn_on,
            withdrawn_reason: own(self.withdrawn_reason),
            archived_on: self.archived_on,
            bodies: bodies
                .map(|body| BodyInColumn { name: body.name.into_owned(), role: body.role, column: body.column })
                .collect(),
            role: self.role,
            officer: own(self.officer),
            assigned_on: self.assigned_on,
            received_on: self.received_on,
            due_on: self.due_on,
            extended_to: self.extended_to,
            replied: self.replied,
            replied_on: self.replied_on,
            outcome: own(self.outcome),
            document_number: own(self.document_number),
            signer: own(self.signer),
            contact: own(self.contact),
            phone: own(self.phone),
            reply_text: own(self.reply_text),
            means: self.means,
            consulted_on: self.consulted_on,
            rating: self.rating,
            rating_attitude: self.rating_attitude,
            rating_result: self.rating_result,
            feedback_on: self.feedback_on,
            feedback_comment: own(self.feedback_comment),
            disclosure: self.disclosure,
            disclosure_reason: own(self.disclosure_reason),
            published_on: self.published_on,
            publication_place: own(self.publication_place),
            publication_extent: self.publication_extent,
            opinion_given_on: self.opinion_given_on,
            commitment: own(self.commitment),
            commitment_due: self.commitment_due,
            commitment_kept: self.commitment_kept,
            commitment_state: self.commitment_state,
            notes: own_all(self.notes),
            extra: extra.map(|(heading, text)| (heading.into_owned(), text.into_owned())).collect(),
            rest: self.rest,
        }
    }

    fn put_words(&mut self, field: Field, words: Words<'c>) {
        let place = match field {
            Field::Asks => return self.asks.push(words),
            Field::Note => return self.notes.push(words),
            Field::Rest => return first(&mut self.rest, words.to_string()),
            // 重点督办: the name of the leader who supervises
            Field::Key => {
                self.key = true;
                &mut self.supervising_leader
            }
            Field::Id => &mut self.id,
            Field::Number => &mut self.number,
            Field::Title => &mut self.title,
            Field::Text => &mut self.text,
            Field::Topic => &mut self.topic,
            Field::Submitters | Field::LeadSubmitter => return self.put_submitter(words),
            Field::CoSubmitters => return self.co_submitters.push(words),
            Field::Delegation => &mut self.delegation,
            Field::Mobile => &mut self.mobile,
            Field::Address => &mut self.address,
            Field::SupervisingLeader => &mut self.supervising_leader,
            Field::SupervisingBody => &mut self.supervising_body,
            Field::WithdrawnReason => &mut self.withdrawn_reason,
            Field::Officer => &mut self.officer,
            Field::Outcome => &mut self.outcome,
            Field::DocumentNumber => &mut self.document_number,
            Field::Signer => &mut self.signer,
            Field::Contact => &mut self.contact,
            Field::Phone => &mut self.phone,
            Field::ReplyText => &mut self.reply_text,
            Field::FeedbackComment => &mut self.feedback_comment,
            Field::DisclosureReason => &mut self.disclosure_reason,
            Field::PublicationPlace => &mut self.publication_place,
            Field::Commitment => &mut self.commitment,
            _ => return,
        };
        place.get_or_insert(words);
    }

    fn put_body(&mut self, field: Field, name: Words<'c>, role: Option<HandlingRole>) {
        let column = match field {
            Field::LeadBody => BodyColumn::Of(HandlingRole::Lead),
            Field::AssistingBody => BodyColumn::Of(HandlingRole::Assisting),
            Field::SeparateBody => BodyColumn::Of(HandlingRole::Separate),
            Field::ReferenceBody => BodyColumn::Of(HandlingRole::ForReference),
            _ => BodyColumn::Any,
        };
        self.bodies.push(BodyInColumn { name, role, column });
    }

    /// A submitter's name alone.
    fn put_submitter(&mut self, name: Words<'c>) {
        self.lead.get_or_insert(name);
    }

    fn put_submitters(&mut self, field: Field, found: &Submitters) {
        let lead = found.lead.clone().map(Words::from);
        let others = found.others.iter().cloned().map(Words::from);
        if field == Field::CoSubmitters {
            self.co_submitter_count = self.co_submitter_count.or(found.count.map(|others| others + 1));
            return self.co_submitters.extend(lead.into_iter().chain(others));
        }
        self.lead = self.lead.take().or(lead);
        self.co_submitters.extend(others);
        self.co_submitter_count = self.co_submitter_count.or(found.count);
    }

    fn put_day(&mut self, field: Field, on: Date) {
        let place = match field {
            Field::Withdrawn => {
                self.withdrawn = true;
                self.withdrawn_on = Some(on);
                return;
            }
            Field::SubmittedOn => &mut self.submitted_on,
            Field::ArchivedOn => &mut self.archived_on,
            Field::AssignedOn => &mut self.assigned_on,
            Field::ReceivedOn => &mut self.received_on,
            Field::DueOn => &mut self.due_on,
            Field::ExtendedTo => &mut self.extended_to,
            Field::RepliedOn => &mut self.replied_on,
            Field::ConsultedOn => &mut self.consulted_on,
            Field::FeedbackOn => &mut self.feedback_on,
            Field::PublishedOn => &mut self.published_on,
            Field::OpinionGivenOn => &mut self.opinion_given_on,
            Field::CommitmentDue => &mut self.commitment_due,
            Field::CommitmentKept => &mut self.commitment_kept,
            _ => return,
        };
        first(place, on);
    }

    fn put_yes_no(&mut self, field: Field, says: bool) {
        match field {
            Field::Key => self.key = says,
            Field::Withdrawn => self.withdrawn = says,
            Field::Classified => first(&mut self.classified, says),
            Field::Livelihood => first(&mut self.livelihood, says),
            _ => {}
        }
    }

    fn put_count(&mut self, field: Field, count: u32) {
        match field {
            Field::Congress => first(&mut self.congress, count),
            Field::SessionNumber => first(&mut self.session_number, count),
            Field::CoSubmitterCount => first(&mut self.co_submitter_count, count),
            _ => {}
        }
    }

    fn put_rating(&mut self, field: Field, rating: Rating) {
        match field {
            Field::RatingAttitude => first(&mut self.rating_attitude, rating),
            Field::RatingResult => first(&mut self.rating_result, rating),
            _ => first(&mut self.rating, rating),
        }
    }
}

fn first<T>(place: &mut Option<T>, value: T) {
    place.get_or_insert(value);
}

/// What stands in the file for a value that is not one of a vocabulary, by field.
pub(super) fn expected_words(field: Field) -> &'static str {
    match field {
        Field::Role => "主办、牵头、独办、协办、会办、配合、分办、参阅",
        Field::Outcome => "A、B、C、D、A1、甲类、已解决",
        Field::Rating | Field::RatingAttitude | Field::RatingResult => "满意、基本满意、不满意",
        Field::Disclosure => "主动公开、依申请公开、不予公开",
        Field::Consent | Field::PublicationExtent => "全文、摘要、仅标题、不公开",
        Field::Kind => "建议、提案、议案",
        Field::Means => "走访、面谈、座谈、调研、电话、网络、书信、其他",
        Field::Sitting => "会议期间、闭会期间",
        Field::Filing => "立案、并案、转意见和建议、不予立案",
        Field::Form => "个人、联名、代表团、集体",
        Field::Level => "全国、省级、市级、县级、乡镇",
        Field::Session => "十四届二次",
        Field::CommitmentState => "办理中、已落实、不再落实",
        Field::Classified | Field::Livelihood | Field::Withdrawn => "是、否",
        _ => "日期或数字",
    }
}
