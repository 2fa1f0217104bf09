//! What one row, or the plain fields of one record, say; and the entry that they make.

use crate::calendar::Date;
use crate::ledger::{
    CommitmentState, ConsultationMeans, DisclosureAttribute, Filing, HandlingRole, Level, OutcomeScheme, PublicationExtent,
    Rating, Session, Sitting, SubmissionKind, SubmitterForm,
};

use super::cell::Cell;
use super::mapping::Field;
use super::problem::ProblemCode;
use super::values::{
    BodyMention, Reading, means_nothing, read_bodies, read_commitment_state, read_count, read_date, read_disclosure, read_extent,
    read_filing, read_form, read_item_number, read_kind, read_level, read_means, read_outcome, read_rating, read_role,
    read_session, read_sitting, read_submitters, read_yes_no, split_list, squeeze, year_in,
};

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
pub(super) struct Facts {
    pub id: Option<String>,
    pub number: Option<String>,
    pub kind: Option<SubmissionKind>,
    pub title: Option<String>,
    pub session: Option<Session>,
    pub congress: Option<u32>,
    pub session_number: Option<u32>,
    pub year: Option<u16>,
    pub level: Option<Level>,
    pub sitting: Option<Sitting>,
    pub filing: Option<Filing>,
    pub form: Option<SubmitterForm>,
    pub text: Option<String>,
    pub asks: Vec<String>,
    pub topic: Option<String>,
    pub lead: Option<String>,
    pub co_submitters: Vec<String>,
    pub co_submitter_count: Option<u32>,
    pub delegation: Option<String>,
    pub mobile: Option<String>,
    pub address: Option<String>,
    pub submitted_on: Option<Date>,
    pub consent: Option<PublicationExtent>,
    pub classified: Option<bool>,
    pub key: bool,
    pub supervising_leader: Option<String>,
    pub supervising_body: Option<String>,
    pub livelihood: Option<bool>,
    pub merged_with: Vec<String>,
    pub withdrawn: bool,
    pub withdrawn_on: Option<Date>,
    pub withdrawn_reason: Option<String>,
    pub archived_on: Option<Date>,
    /// Each with the role that its column gives it.
    pub bodies: Vec<(BodyMention, BodyColumn)>,
    pub role: Option<HandlingRole>,
    pub officer: Option<String>,
    pub assigned_on: Option<Date>,
    pub received_on: Option<Date>,
    pub due_on: Option<Date>,
    pub extended_to: Option<Date>,
    /// That something stands where the day of the reply stands, even if it is no day.
    pub replied: bool,
    pub replied_on: Option<Date>,
    pub outcome: Option<String>,
    pub document_number: Option<String>,
    pub signer: Option<String>,
    pub contact: Option<String>,
    pub phone: Option<String>,
    pub reply_text: Option<String>,
    pub means: Vec<ConsultationMeans>,
    pub consulted_on: Option<Date>,
    pub rating: Option<Rating>,
    pub rating_attitude: Option<Rating>,
    pub rating_result: Option<Rating>,
    pub feedback_on: Option<Date>,
    pub feedback_comment: Option<String>,
    pub disclosure: Option<DisclosureAttribute>,
    pub disclosure_reason: Option<String>,
    pub published_on: Option<Date>,
    pub publication_place: Option<String>,
    pub publication_extent: Option<PublicationExtent>,
    pub opinion_given_on: Option<Date>,
    pub commitment: Option<String>,
    pub commitment_due: Option<Date>,
    pub commitment_kept: Option<Date>,
    pub commitment_state: Option<CommitmentState>,
    pub notes: Vec<String>,
    /// Heading and text of what has no field.
    pub extra: Vec<(String, String)>,
    pub rest: Option<String>,
}

/// The kind of column in which a body stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BodyColumn {
    /// 承办单位: the role stands elsewhere.
    Any,
    /// 主办单位, 协办单位, …
    Of(HandlingRole),
}

impl Facts {
    /// Takes one cell; the problem, where it cannot be read as `field`.
    pub fn take(&mut self, field: Field, cell: &Cell<'_>, context: &ReadingContext) -> Result<(), ProblemCode> {
        if cell.is_blank() {
            return Ok(());
        }
        if matches!(cell, Cell::Error(_)) && field != Field::Sequence {
            self.replied |= field == Field::RepliedOn;
            return Err(ProblemCode::CellError);
        }
        let words = cell.words();
        let words = words.as_ref();
        let date = |place: &mut Option<Date>| set(place, read_date(cell, context.year));
        match field {
            Field::Sequence => Ok(()),
            Field::Id => text(&mut self.id, words),
            Field::Number => set(&mut self.number, read_item_number(cell)),
            Field::Kind => set(&mut self.kind, read_kind(words)),
            Field::Title => text(&mut self.title, words),
            Field::Session => set(&mut self.session, read_session(words)),
            Field::Congress => set(&mut self.congress, read_count(cell)),
            Field::SessionNumber => set(&mut self.session_number, read_count(cell)),
            Field::Year => {
                let year = year_in(words).or_else(|| squeeze(words).parse().ok()).and_then(|year: i32| u16::try_from(year).ok());
                set(&mut self.year, year.map_or(Reading::Unread(ProblemCode::WrongType), Reading::Read))
            }
            Field::Level => set(&mut self.level, read_level(words)),
            Field::Sitting => set(&mut self.sitting, read_sitting(cell)),
            Field::Filing => set(&mut self.filing, read_filing(words)),
            Field::Form => set(&mut self.form, read_form(words)),
            Field::Text => text(&mut self.text, words),
            Field::Asks => list(&mut self.asks, vec![words.to_owned()]),
            Field::Topic => text(&mut self.topic, words),
            Field::Submitters | Field::LeadSubmitter => {
                let found = read_submitters(words);
                self.lead = self.lead.take().or(found.lead);
                self.co_submitters.extend(found.others);
                self.co_submitter_count = self.co_submitter_count.or(found.count);
                Ok(())
            }
            Field::CoSubmitters => {
                let found = read_submitters(words);
                self.co_submitter_count = self.co_submitter_count.or(found.count.map(|others| others + 1));
                list(&mut self.co_submitters, found.lead.into_iter().chain(found.others).collect())
            }
            Field::CoSubmitterCount => set(&mut self.co_submitter_count, read_count(cell)),
            Field::Delegation => text(&mut self.delegation, words),
            Field::Mobile => text(&mut self.mobile, words),
            Field::Address => text(&mut self.address, words),
            Field::SubmittedOn => date(&mut self.submitted_on),
            Field::Consent => set(&mut self.consent, read_extent(words)),
            Field::Classified => set(&mut self.classified, read_yes_no(cell)),
            Field::Key => {
                match read_yes_no(cell) {
                    Reading::Read(is_key) => self.key = is_key,
                    Reading::Blank => {}
                    Reading::Unread(_) if squeeze(words).contains("重点") => self.key = true,
                    Reading::Unread(_) => {
                        self.key = true;
                        self.supervising_leader = self.supervising_leader.take().or(Some(words.to_owned()));
                    }
                }
                Ok(())
            }
            Field::SupervisingLeader => text(&mut self.supervising_leader, words),
            Field::SupervisingBody => text(&mut self.supervising_body, words),
            Field::Livelihood => set(&mut self.livelihood, read_yes_no(cell)),
            Field::MergedWith => list(&mut self.merged_with, split_list(words)),
            Field::Withdrawn => match (read_yes_no(cell), read_date(cell, context.year)) {
                (_, Reading::Read(on)) => {
                    self.withdrawn = true;
                    self.withdrawn_on = Some(on);
                    Ok(())
                }
                (Reading::Read(withdrawn), _) => {
                    self.withdrawn = withdrawn;
                    Ok(())
                }
                (Reading::Blank, _) => Ok(()),
                (Reading::Unread(_), _) if squeeze(words).contains('撤') => {
                    self.withdrawn = true;
                    Ok(())
                }
                (Reading::Unread(code), _) => Err(code),
            },
            Field::WithdrawnReason => text(&mut self.withdrawn_reason, words),
            Field::ArchivedOn => date(&mut self.archived_on),
            Field::Body => self.take_bodies(words, BodyColumn::Any),
            Field::LeadBody => self.take_bodies(words, BodyColumn::Of(HandlingRole::Lead)),
            Field::AssistingBody => self.take_bodies(words, BodyColumn::Of(HandlingRole::Assisting)),
            Field::SeparateBody => self.take_bodies(words, BodyColumn::Of(HandlingRole::Separate)),
            Field::ReferenceBody => self.take_bodies(words, BodyColumn::Of(HandlingRole::ForReference)),
            Field::Role => set(&mut self.role, read_role(words)),
            Field::Officer => text(&mut self.officer, words),
            Field::AssignedOn => date(&mut self.assigned_on),
            Field::ReceivedOn => date(&mut self.received_on),
            Field::DueOn => date(&mut self.due_on),
            Field::ExtendedTo => date(&mut self.extended_to),
            Field::RepliedOn => {
                const NOT_YET: [&str; 6] = ["未答复", "未办复", "未复", "办理中", "未办结", "正在办理"];
                let reading = match read_date(cell, context.year) {
                    Reading::Unread(_) if NOT_YET.contains(&squeeze(words).as_str()) => Reading::Blank,
                    reading => reading,
                };
                self.replied |= !matches!(reading, Reading::Blank);
                set(&mut self.replied_on, reading)
            }
            Field::Outcome => set(&mut self.outcome, read_outcome(words, &context.scheme)),
            Field::DocumentNumber => text(&mut self.document_number, words),
            Field::Signer => text(&mut self.signer, words),
            Field::Contact => text(&mut self.contact, words),
            Field::Phone => text(&mut self.phone, words),
            Field::ReplyText => text(&mut self.reply_text, words),
            Field::Means => match read_means(words) {
                Reading::Read(means) => list(&mut self.means, means),
                Reading::Blank => Ok(()),
                Reading::Unread(code) => Err(code),
            },
            Field::ConsultedOn => date(&mut self.consulted_on),
            Field::Rating => set(&mut self.rating, read_rating(cell)),
            Field::RatingAttitude => set(&mut self.rating_attitude, read_rating(cell)),
            Field::RatingResult => set(&mut self.rating_result, read_rating(cell)),
            Field::FeedbackOn => date(&mut self.feedback_on),
            Field::FeedbackComment => text(&mut self.feedback_comment, words),
            Field::Disclosure => set(&mut self.disclosure, read_disclosure(words)),
            Field::DisclosureReason => text(&mut self.disclosure_reason, words),
            Field::PublishedOn => date(&mut self.published_on),
            Field::PublicationPlace => text(&mut self.publication_place, words),
            Field::PublicationExtent => set(&mut self.publication_extent, read_extent(words)),
            Field::OpinionGivenOn => date(&mut self.opinion_given_on),
            Field::Commitment => text(&mut self.commitment, words),
            Field::CommitmentDue => date(&mut self.commitment_due),
            Field::CommitmentKept => date(&mut self.commitment_kept),
            Field::CommitmentState => set(&mut self.commitment_state, read_commitment_state(words)),
            Field::Note => list(&mut self.notes, vec![words.to_owned()]),
            Field::Rest => text(&mut self.rest, words),
        }
    }

    fn take_bodies(&mut self, words: &str, column: BodyColumn) -> Result<(), ProblemCode> {
        self.bodies.extend(read_bodies(words).into_iter().map(|body| (body, column)));
        Ok(())
    }
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

fn set<T>(place: &mut Option<T>, reading: Reading<T>) -> Result<(), ProblemCode> {
    match reading {
        Reading::Blank => Ok(()),
        Reading::Read(value) => {
            place.get_or_insert(value);
            Ok(())
        }
        Reading::Unread(code) => Err(code),
    }
}

fn text(place: &mut Option<String>, words: &str) -> Result<(), ProblemCode> {
    if !means_nothing(words) {
        place.get_or_insert_with(|| words.to_owned());
    }
    Ok(())
}

fn list<T>(place: &mut Vec<T>, values: Vec<T>) -> Result<(), ProblemCode> {
    place.extend(values);
    Ok(())
}
