//! A list of messages beside a ledger: matched, counted over time, with the warnings that follow.

use std::collections::BTreeMap;

use super::case::{ClueCase, Complaints, Subject};
use super::matching::{Matched, matched};
use super::message::{Message, Messages};
use super::rise::Rise;
use super::rules::RULES;
use super::thresholds::ClueThresholds;
use crate::calendar::Date;
use crate::ledger::Ledger;
use crate::rule::{Finding, Verdict};
use crate::similarity::Described;
use crate::supervision::is_sent;

/// Over so many weeks messages are counted.
const WEEKS: usize = 12;
/// Words of somebody who complains. A list that names the kind of its messages is believed instead.
const COMPLAINING: [&str; 18] = [
    "投诉",
    "举报",
    "仍然",
    "依然",
    "依旧",
    "还是没",
    "还没",
    "一直没",
    "至今",
    "没有解决",
    "未解决",
    "没解决",
    "反弹",
    "又开始",
    "越来越",
    "没人管",
    "不作为",
    "希望尽快",
];

/// What a list of messages says beside a ledger.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Clues {
    /// The first and the last day that count; `None` where no message is dated.
    pub days: Option<(Date, Date)>,
    /// What each message speaks of.
    pub matched: Vec<Matched>,
    /// Messages dated after the day of the ledger: shown, and counted nowhere.
    pub future: Vec<usize>,
    /// Messages without a day: matched, and counted in no time.
    pub undated: Vec<usize>,
    /// The entries and topics of which messages speak, most messages first.
    pub subjects: Vec<SubjectCounts>,
    /// The first day of each week that is counted.
    pub weeks: Vec<Date>,
    /// The warnings, in the order of the rules.
    pub warnings: Vec<ClueWarning>,
}

/// An entry or a topic, counted over time.
#[derive(Debug, Clone, PartialEq)]
pub struct SubjectCounts {
    /// The entry or topic with what was tested.
    pub case: ClueCase,
    /// Its messages, by their places in the list.
    pub messages: Vec<usize>,
    /// How many messages they stand for.
    pub count: u32,
    /// The same by week.
    pub by_week: Vec<u32>,
}

/// A warning with its evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct ClueWarning {
    /// Of what.
    pub subject: Subject,
    /// What the rule says.
    pub finding: Finding,
    /// The messages that it rests on, by their places in the list.
    pub evidence: Vec<usize>,
}

/// Sets `read` beside `ledger` on `today`.
pub fn clues(read: &Messages, ledger: &Ledger, today: Date, from: &ClueThresholds) -> Clues {
    let known = Known::of(ledger);
    let texts: Vec<Described<'_>> = known.texts.iter().map(|(title, text)| Described { title, text }).collect();
    let mut told = Clues { matched: matched(&read.messages, &texts, &known.topics), ..Clues::default() };
    for one in &mut told.matched {
        one.entry = one.entry.and_then(|(place, score)| Some((*known.places.get(place)?, score)));
    }
    let is_future = |message: &Message| message.date.is_some_and(|date| date > today);
    let places = |wanted: &dyn Fn(&Message) -> bool| {
        read.messages.iter().enumerate().filter(|(_, message)| wanted(message)).map(|(place, _)| place).collect::<Vec<_>>()
    };
    told.future = places(&is_future);
    told.undated = places(&|message| message.date.is_none());
    let counted = read.messages.iter().filter(|message| !is_future(message)).filter_map(|message| message.date);
    told.days = counted.clone().min().zip(counted.max());
    if let Some((first, last)) = told.days {
        let weeks = (((last.days() - first.days()) / from.window_days + 1) as usize).min(WEEKS);
        told.weeks =
            (0..weeks).rev().map(|back| Date::from_days(last.days() - from.window_days * (back as i32 + 1) + 1)).collect();
    }
    let by_subject = subjects_of(&told.matched, &told.future);
    let counts = by_subject.into_iter().map(|(subject, messages)| counted_of(subject, messages, read, &told, &known, from));
    told.subjects = counts.collect();
    let tested = told.subjects.iter().filter(|one| one.case.test.is_ok()).count();
    told.subjects.iter_mut().for_each(|one| one.case.tested = tested);
    told.subjects.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.case.subject.cmp(&other.case.subject)));
    told.warnings = RULES.iter().flat_map(|(rule, evidence)| warnings(rule, *evidence, &told.subjects)).collect();
    told
}

fn warnings(
    rule: &'static crate::rule::Rule<ClueCase>,
    evidence: fn(&ClueCase) -> Vec<usize>,
    subjects: &[SubjectCounts],
) -> Vec<ClueWarning> {
    let found = subjects.iter().flat_map(|one| {
        let findings = match (rule.check)(&one.case) {
            Verdict::Fail(findings) | Verdict::Confirm(findings) => findings,
            Verdict::Pass | Verdict::NotApplicable => Vec::new(),
        };
        findings.into_iter().map(|finding| ClueWarning {
            subject: one.case.subject.clone(),
            finding,
            evidence: evidence(&one.case),
        })
    });
    found.collect()
}

/// What a ledger's entries say, and when they were answered; what was withdrawn is left out.
#[derive(Default)]
struct Known {
    places: Vec<usize>,
    texts: Vec<(String, String)>,
    topics: Vec<Option<String>>,
    replied: BTreeMap<usize, Date>,
}

impl Known {
    fn of(ledger: &Ledger) -> Self {
        let mut known = Self::default();
        for (place, entry) in ledger.entries().enumerate() {
            if entry.withdrawn.is_some() {
                continue;
            }
            let asks = entry.asks.iter().map(|ask| ask.as_ref()).collect::<Vec<&str>>().join("\n");
            known.places.push(place);
            known
                .texts
                .push((entry.title.as_deref().unwrap_or_default().to_owned(), entry.text.as_deref().map_or(asks, str::to_owned)));
            known.topics.push(entry.topic.as_deref().map(str::to_owned));
            let sent = entry.rounds.iter().flat_map(|round| &round.replies).filter(|reply| is_sent(reply));
            if let Some(last) = sent.filter_map(|reply| reply.date).max() {
                known.replied.insert(place, last);
            }
        }
        known
    }
}

fn subjects_of(matched: &[Matched], future: &[usize]) -> BTreeMap<Subject, Vec<usize>> {
    let mut subjects: BTreeMap<Subject, Vec<usize>> = BTreeMap::new();
    for (place, one) in matched.iter().enumerate().filter(|(place, _)| future.binary_search(place).is_err()) {
        if let Some((entry, _)) = one.entry {
            subjects.entry(Subject::Entry(entry)).or_default().push(place);
        }
        if let Some(topic) = &one.topic {
            subjects.entry(Subject::Topic(topic.clone())).or_default().push(place);
        }
    }
    subjects
}

fn counted_of(
    subject: Subject,
    messages: Vec<usize>,
    read: &Messages,
    told: &Clues,
    known: &Known,
    from: &ClueThresholds,
) -> SubjectCounts {
    let of = |place: &usize| read.messages.get(*place);
    let sum = |places: &[usize]| places.iter().filter_map(of).fold(0_u32, |sum, message| sum.saturating_add(message.count));
    let dated = |place: &usize| of(place).and_then(|message| message.date);
    let no_days = (Date::from_days(0), Date::from_days(0));
    let (first, last) = told.days.unwrap_or(no_days);
    let rise = Rise::of(messages.iter().filter_map(|place| Some((dated(place)?, of(place)?.count))), first, last, from);
    let is_in_window = |place: &&usize| dated(place).is_some_and(|day| day.days() > last.days() - from.window_days);
    let in_window = messages.iter().filter(is_in_window).copied().collect();
    let replied = match subject {
        Subject::Entry(entry) => known.replied.get(&entry).copied(),
        Subject::Topic(_) => None,
    };
    let complaints = replied.map(|replied_on| {
        let complains = |place: &&usize| {
            of(place).is_some_and(|message| message.date.is_some_and(|day| day > replied_on) && is_complaint(message))
        };
        let rows: Vec<usize> = messages.iter().filter(complains).copied().collect();
        Complaints { replied_on, count: sum(&rows), messages: rows }
    });
    let week = |begins: &Date| {
        let span = begins.days()..begins.days() + from.window_days;
        let rows: Vec<usize> =
            messages.iter().filter(|place| dated(place).is_some_and(|day| span.contains(&day.days()))).copied().collect();
        sum(&rows)
    };
    SubjectCounts {
        case: ClueCase { subject, thresholds: *from, rise, test: rise.test(from), tested: 0, in_window, complaints },
        count: sum(&messages),
        by_week: told.weeks.iter().map(week).collect(),
        messages,
    }
}

fn is_complaint(message: &Message) -> bool {
    match &message.kind {
        Some(kind) => ["投诉", "举报", "complaint"].iter().any(|word| kind.to_lowercase().contains(word)),
        None => COMPLAINING.iter().any(|word| message.text.contains(word)),
    }
}
