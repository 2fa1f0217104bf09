//! What of an entry is public: a closed list of fields. What is not named here never leaves the office.

use serde::{Deserialize, Serialize};

use super::decision::{Decision, decide_entry, decide_reply};
use super::redact::{Part, redact};
use crate::calendar::{Date, WorkCalendar};
use crate::ledger::{Entry, PublicationExtent, Words};
use crate::profile::Profile;

/// An entry as the public reads it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PublicEntry {
    /// Its name in addresses.
    pub id: String,
    /// `suggestion`, `proposal`, `motion`.
    pub kind: String,
    /// 编号.
    pub number: String,
    /// 年度.
    pub year: String,
    /// 标题.
    pub title: String,
    /// 主题.
    pub topic: String,
    /// 领衔人 and 代表团 are public offices; absent where only the title is public.
    pub submitter: String,
    /// `full`, `summary`, `title-only`: how much of the submission is public.
    pub extent: String,
    /// 正文; only where it is public in full.
    pub text: String,
    /// 承办单位.
    pub body: String,
    /// The replies that are public.
    pub replies: Vec<PublicReply>,
    /// 承诺事项.
    pub commitments: Vec<PublicCommitment>,
    /// The submitter's last rating; empty where there is none.
    pub feedback: String,
}

/// A reply as the public reads it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PublicReply {
    /// Which body answers.
    pub body: String,
    /// 答复日期.
    pub date: String,
    /// 发文字号.
    pub document_number: String,
    /// 办理结果 as printed.
    pub class: String,
    /// How much of it is public.
    pub extent: String,
    /// The letter; only where it is public in full.
    pub text: String,
}

/// A promise as the public reads it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PublicCommitment {
    /// What.
    pub what: String,
    /// 责任单位.
    pub body: String,
    /// By when.
    pub due_on: String,
    /// `open`, `kept`, `given-up`; empty where nobody said.
    pub state: String,
    /// When it was kept.
    pub kept_on: String,
}

/// The decisions on an entry, what of it is public, and what was taken out of that.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// The decision on the submission.
    pub decision: Decision,
    /// The decision on each reply, first to last.
    pub replies: Vec<Decision>,
    /// What is public; `None` where nothing is.
    pub public: Option<PublicEntry>,
    /// What was taken out, with the field.
    pub parts: Vec<(&'static str, Part)>,
}

/// Decides on `entry` and prepares what of it is public. `decided`: what a person decided on the whole entry; it never makes a
/// classified entry public.
pub fn prepare(
    entry: &Entry<'_>,
    profile: &Profile,
    calendar: &WorkCalendar,
    today: Date,
    terms: &[String],
    decided: Option<PublicationExtent>,
) -> Prepared {
    let mut decision = decide_entry(entry);
    let all = entry.rounds.iter().flat_map(|round| &round.replies);
    let mut replies: Vec<Decision> = all.map(|reply| decide_reply(entry, reply, profile, today, calendar)).collect();
    if let Some(extent) = decided.filter(|_| entry.classified != Some(true)) {
        for decision in std::iter::once(&mut decision).chain(&mut replies) {
            decision.extent = Some(extent);
            decision.ground = super::decision::Ground::Decided;
        }
    }
    let people = entry.lead_submitter.iter().chain(&entry.co_submitters);
    let addresses = people.filter_map(|person| person.address.as_deref()).filter(|address| address.chars().count() >= 6);
    let terms: Vec<String> = terms.iter().cloned().chain(addresses.map(str::to_owned)).collect();
    let mut cleaner = Cleaner { terms: &terms, parts: Vec::new() };
    let public = match decision.extent {
        Some(extent) if extent != PublicationExtent::None => Some(public_entry(entry, extent, &replies, &mut cleaner)),
        _ => None,
    };
    Prepared { decision, replies, public, parts: cleaner.parts }
}

struct Cleaner<'t> {
    terms: &'t [String],
    parts: Vec<(&'static str, Part)>,
}

impl Cleaner<'_> {
    fn clean(&mut self, field: &'static str, text: &str) -> String {
        let redacted = redact(text, self.terms);
        self.parts.extend(redacted.parts.into_iter().map(|part| (field, part)));
        redacted.text
    }

    fn words(&mut self, field: &'static str, words: Option<&Words<'_>>) -> String {
        words.map(|words| self.clean(field, words)).unwrap_or_default()
    }
}

fn public_entry(entry: &Entry<'_>, extent: PublicationExtent, decisions: &[Decision], cleaner: &mut Cleaner<'_>) -> PublicEntry {
    let whole = extent == PublicationExtent::Full;
    let body = entry.rounds.first().and_then(|round| round.assignments.first()).and_then(|assignment| assignment.body.as_ref());
    let mut public = PublicEntry {
        kind: entry.kind.as_str().to_owned(),
        number: cleaner.words("number", entry.number.as_ref()),
        year: year(entry),
        title: cleaner.words("title", entry.title.as_ref()),
        topic: cleaner.words("topic", entry.topic.as_ref()),
        extent: extent.as_str().to_owned(),
        body: cleaner.words("body", body),
        ..PublicEntry::default()
    };
    if extent <= PublicationExtent::Summary {
        public.submitter =
            cleaner.words("submitter", entry.lead_submitter.as_ref().and_then(|submitter| submitter.name.as_ref()));
        let rating =
            entry.rounds.iter().rev().flat_map(|round| round.feedback.iter().rev()).find_map(|feedback| feedback.rating());
        public.feedback = rating.map(|rating| rating.as_str().to_owned()).unwrap_or_default();
    }
    if whole {
        public.text = cleaner.words("text", entry.text.as_ref());
    }
    let replies = entry.rounds.iter().flat_map(|round| &round.replies).zip(decisions);
    let mut letters_are_public = false;
    for (reply, decision) in replies {
        let Some(extent) = decision.extent.filter(|extent| *extent <= PublicationExtent::Summary) else { continue };
        letters_are_public = true;
        let text = if extent == PublicationExtent::Full { reply.text.as_ref() } else { None };
        public.replies.push(PublicReply {
            body: cleaner.words("replies/body", reply.body.as_ref().or(body)),
            date: reply.date.map(|date| date.to_string()).unwrap_or_default(),
            document_number: cleaner.words("replies/documentNumber", reply.document_number.as_ref()),
            class: cleaner.words("replies/class", reply.outcome.as_ref().map(|outcome| &outcome.mark)),
            extent: extent.as_str().to_owned(),
            text: cleaner.words("replies/text", text),
        });
    }
    for commitment in entry.commitments.iter().filter(|_| letters_are_public) {
        public.commitments.push(PublicCommitment {
            what: cleaner.clean("commitments/what", &commitment.what),
            body: cleaner.words("commitments/body", commitment.body.as_ref()),
            due_on: commitment.due_on.map(|date| date.to_string()).unwrap_or_default(),
            state: commitment.state.map(|state| state.as_str().to_owned()).unwrap_or_default(),
            kept_on: commitment.kept_on.map(|date| date.to_string()).unwrap_or_default(),
        });
    }
    public
}

fn year(entry: &Entry<'_>) -> String {
    let first = entry.rounds.first().and_then(|round| round.assigned_on);
    let of_day = entry.submitted_on.or(first).map(|date| date.year_month_day().0.to_string());
    entry.year.map(|year| year.to_string()).or(of_day).unwrap_or_default()
}
