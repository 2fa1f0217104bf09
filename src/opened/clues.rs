//! A list of public messages set beside an opened ledger.

use super::{OpenedLedger, shape};
use crate::clues::{ClueThresholds, ClueWarning, Clues, Messages, Subject, SubjectCounts, clues, read_messages};
use crate::intake::Problem;
use crate::rule::{Severity, rule_doc};
use crate::wire;

impl OpenedLedger {
    /// The list of messages in `bytes`, matched to entries and topics and counted over time, with what it warns of.
    ///
    /// # Errors
    /// The problem, where the file is no list of messages.
    pub fn clues(&self, bytes: &[u8], name: Option<&str>) -> Result<wire::CluesView, Problem> {
        let read = read_messages(bytes)?;
        let from = ClueThresholds::of(&self.profile);
        let told = clues(&read, &self.ledger, self.today, &from);
        let day = |on: crate::calendar::Date| on.to_string();
        Ok(wire::CluesView {
            today: self.today.to_string(),
            from: told.days.map(|(first, _)| day(first)),
            to: told.days.map(|(_, last)| day(last)),
            window_days: from.window_days as u32,
            baseline_days: from.baseline_days as u32,
            level: from.level,
            tested: told.subjects.first().map_or(0, |one| one.case.tested as u32),
            without_text: read.without_text,
            unused: read.unused.clone(),
            future: places(&told.future),
            undated: places(&told.undated),
            weeks: told.weeks.iter().map(|on| day(*on)).collect(),
            problems: read.problems.iter().map(|problem| shape::problem(problem, name)).collect(),
            messages: self.message_views(&read, &told),
            subjects: told.subjects.iter().map(|one| self.clue_subject(one)).collect(),
            warnings: told.warnings.iter().filter_map(|warning| self.clue_warning(warning)).collect(),
        })
    }

    fn message_views(&self, read: &Messages, told: &Clues) -> Vec<wire::MessageView> {
        let views = read.messages.iter().zip(&told.matched).map(|(message, matched)| wire::MessageView {
            row: message.at.row.map(|row| row as u32),
            date: message.date.map(|on| on.to_string()),
            text: message.text.clone(),
            location: message.location.clone(),
            channel: message.channel.clone(),
            count: message.count,
            entry: matched.entry.map(|(place, _)| self.id_of(place)),
            score: matched.entry.map(|(_, score)| f64::from((score * 100.0).round())),
            topic: matched.topic.clone(),
        });
        views.collect()
    }

    fn clue_subject(&self, one: &SubjectCounts) -> wire::ClueSubjectView {
        let test = one.case.test.ok();
        wire::ClueSubjectView {
            subject: self.clue_name(&one.case.subject),
            messages: places(&one.messages),
            count: one.count,
            by_week: one.by_week.clone(),
            in_window: one.case.rise.in_window,
            before: one.case.rise.before,
            before_days: one.case.rise.baseline_days.max(0) as u32,
            expected: test.map(|test| test.expected),
            p: test.map(|test| test.p),
            untested: one.case.test.err().map(|why| why.as_str().to_owned()),
        }
    }

    fn clue_warning(&self, warning: &ClueWarning) -> Option<wire::ClueWarningView> {
        let doc = rule_doc("clues", warning.finding.rule)?;
        let severity = match warning.finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        };
        Some(wire::ClueWarningView {
            rule: doc.id.to_owned(),
            title: doc.summary.to_owned(),
            title_en: doc.english.to_owned(),
            basis: doc.basis.to_owned(),
            severity: severity.to_owned(),
            subject: self.clue_name(&warning.subject),
            message: warning.finding.message.clone(),
            evidence: places(&warning.evidence),
        })
    }

    fn clue_name(&self, subject: &Subject) -> wire::ClueNameView {
        match subject {
            Subject::Topic(topic) => wire::ClueNameView { id: None, number: None, title: None, topic: Some(topic.clone()) },
            Subject::Entry(place) => {
                let entry = self.ledger.entry(*place);
                let said = |words: Option<&str>| words.map(str::to_owned);
                wire::ClueNameView {
                    id: Some(self.id_of(*place)),
                    number: said(entry.as_ref().and_then(|entry| entry.number.as_deref())),
                    title: said(entry.as_ref().and_then(|entry| entry.title.as_deref())),
                    topic: said(entry.as_ref().and_then(|entry| entry.topic.as_deref())),
                }
            }
        }
    }
}

fn places(places: &[usize]) -> Vec<u32> {
    places.iter().map(|place| *place as u32).collect()
}
