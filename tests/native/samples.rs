//! The samples are what they claim to be.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use jianyi::ledger::{Entry, Filing, HandlingRole, LedgerDocument, Level, OutcomeMark, Session, SubmissionKind, SubmitterForm};
use jianyi_generator::{Options, Texts, generate, write_ledger, write_ndjson};

fn sample(file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("www/samples").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read(text: &str) -> LedgerDocument<'_> {
    serde_json::from_str(text).unwrap()
}

/// Role and, where there is one, mark of each entry, counted; and that what is classed was in time and consulted.
fn counted(entries: &[Entry]) -> BTreeMap<(HandlingRole, String), usize> {
    let mut counts = BTreeMap::new();
    for entry in entries {
        let [round] = &entry.rounds[..] else { panic!("one round each") };
        let [assignment] = &round.assignments[..] else { panic!("one assignment each") };
        let opinion = assignment.opinion.as_ref().map(|opinion| (opinion.outcome.as_ref(), opinion.in_time));
        let reply = round.replies.first().map(|reply| (reply.outcome.as_ref(), reply.in_time));
        let mark = match opinion.or(reply) {
            Some((outcome, in_time)) => {
                assert_eq!((in_time, round.consultations.len()), (Some(true), 1));
                outcome.map(|outcome| outcome.mark.to_string()).unwrap_or_default()
            }
            None => String::new(),
        };
        *counts.entry((assignment.role.unwrap(), mark)).or_insert(0) += 1;
    }
    counts
}

#[test]
fn every_sample_in_the_list_is_a_ledger_document_and_says_whether_it_is_invented() {
    let index: serde_json::Value = serde_json::from_str(&sample("index.json")).unwrap();
    let listed = index.as_array().unwrap();
    assert_eq!(listed.len(), 3);
    for listed in listed {
        let text = sample(listed["file"].as_str().unwrap());
        let document = read(&text);
        assert_eq!(document.fictional.unwrap_or(false), listed["fictional"].as_bool().unwrap());
        for words in [&listed["title"], &listed["description"]] {
            assert!(words["zh"].is_string() && words["en"].is_string());
        }
        assert_eq!(document.sources.is_empty(), document.fictional.unwrap_or(false));
    }
}

#[test]
fn the_xinjiang_suggestions_have_the_published_counts_and_nothing_that_was_not_published() {
    let text = sample("xinjiang-npc-2024.json");
    let document = read(&text);
    let expected = [
        ((HandlingRole::Assisting, "A1".to_owned()), 2),
        ((HandlingRole::Assisting, "B2".to_owned()), 1),
        ((HandlingRole::ForReference, String::new()), 1),
    ];
    assert_eq!(counted(&document.entries), BTreeMap::from(expected));
    for entry in &document.entries {
        assert_eq!((entry.kind, entry.form), (SubmissionKind::Suggestion, Some(SubmitterForm::Single)));
        assert_eq!(entry.session, Some(Session { congress: 14, number: 2 }));
        assert_nothing_unpublished(entry);
    }
}

#[test]
fn the_xinjiang_proposals_have_the_published_counts_and_nothing_that_was_not_published() {
    let text = sample("xinjiang-cppcc-2024.json");
    let document = read(&text);
    let expected = [
        ((HandlingRole::Lead, "A".to_owned()), 4),
        ((HandlingRole::Lead, "B".to_owned()), 5),
        ((HandlingRole::Lead, "C".to_owned()), 1),
        ((HandlingRole::Assisting, "A".to_owned()), 6),
        ((HandlingRole::ForReference, String::new()), 3),
    ];
    assert_eq!(counted(&document.entries), BTreeMap::from(expected));
    let opinions = document.entries.iter().filter(|entry| entry.filing == Some(Filing::Opinion));
    assert_eq!(opinions.count(), 3);
    document.entries.iter().for_each(assert_nothing_unpublished);
}

fn assert_nothing_unpublished(entry: &Entry) {
    assert_eq!((entry.level, entry.year), (Some(Level::National), Some(2024)));
    let words = [&entry.id, &entry.number, &entry.title, &entry.text, &entry.topic, &entry.delegation];
    assert!(words.iter().all(|words| words.is_none()) && entry.lead_submitter.is_none() && entry.submitted_on.is_none());
    let round = &entry.rounds[0];
    assert!(round.assigned_on.is_none() && round.due_on.is_none() && round.feedback.is_empty());
    assert!(round.assignments[0].body.is_none() && round.consultations.iter().all(|contact| contact.on.is_none()));
    assert!(round.replies.iter().all(|reply| reply.date.is_none() && reply.document_number.is_none()));
}

#[test]
fn the_fictional_city_is_generated_again_to_the_last_byte() {
    let mut bytes = Vec::new();
    write_ledger(&mut bytes, Options::sample()).unwrap();
    let same = bytes == sample("fictional-city-2024.json").as_bytes();
    assert!(same, "regenerate: cargo run -p jianyi-generator -- --sample --out www/samples/fictional-city-2024.json");
    assert!(bytes.len() <= 3_000_000, "{} bytes", bytes.len());
}

#[test]
fn the_fictional_city_has_something_of_everything() {
    let text = sample("fictional-city-2024.json");
    let document = read(&text);
    let today = document.as_of.unwrap();
    assert!(document.fictional == Some(true) && document.title.as_ref().unwrap().contains("虚构演示数据"));
    assert_eq!(document.entries.len(), 1200);
    let entries = |has: &dyn Fn(&Entry) -> bool| document.entries.iter().filter(|entry| has(entry)).count();
    let rounds = |has: &dyn Fn(&jianyi::ledger::Round) -> bool| entries(&|entry| entry.rounds.iter().any(has));

    for &kind in SubmissionKind::ALL {
        assert!(entries(&|entry| entry.kind == kind) >= 20);
    }
    for &form in SubmitterForm::ALL {
        assert!(entries(&|entry| entry.form == Some(form)) >= 10);
    }
    for &role in HandlingRole::ALL {
        assert!(rounds(&|round| round.assignments.iter().any(|assignment| assignment.role == Some(role))) >= 20);
    }
    for mark in ["A", "B", "C", "D"] {
        let is_marked = |reply: &jianyi::ledger::Reply| reply.outcome.as_ref().is_some_and(|outcome| &*outcome.mark == mark);
        assert!(rounds(&|round| round.replies.iter().any(is_marked)) >= 20);
    }
    assert!(rounds(&|round| round.assignments.iter().any(|assignment| assignment.returned.is_some())) >= 20);
    assert!(rounds(&|round| round.extension.as_ref().is_some_and(|extension| extension.approved_on.is_some())) >= 20);
    assert!(rounds(&|round| round.extension.as_ref().is_some_and(|extension| extension.approved_on.is_none())) >= 5);
    assert!(rounds(&|round| round.replies.iter().any(|reply| reply.date > round.due_on && round.due_on.is_some())) >= 30);
    assert!(rounds(&|round| round.replies.is_empty() && round.due_on < Some(today) && round.due_on.is_some()) >= 5);
    assert!(entries(&|entry| entry.rounds.len() > 1) >= 30);
    assert!(entries(&|entry| entry.commitments.iter().any(|commitment| commitment.kept_on > commitment.due_on)) >= 5);
    assert!(entries(&|entry| !entry.merged_with.is_empty()) >= 20);
    assert!(entries(&|entry| entry.withdrawn.is_some()) >= 5);
    assert!(entries(&|entry| entry.key.is_some()) >= 10);
    assert!(entries(&|entry| entry.disclosure.as_ref().is_some_and(|disclosure| disclosure.reason.is_some())) >= 20);
}

#[test]
fn the_marks_of_the_fictional_city_are_those_of_its_profile() {
    let profile = include_str!("../../src/profile/data/generic-city.json");
    let profile: serde_json::Value = serde_json::from_str(profile).unwrap();
    let marks: Vec<OutcomeMark> = serde_json::from_value(profile["outcome"]["value"]["marks"].clone()).unwrap();
    for mark in ["A", "B", "C", "D"] {
        assert!(marks.iter().any(|known| known.mark == mark), "{mark}");
    }
}

#[test]
fn nothing_in_a_generated_ledger_happens_after_its_day_or_out_of_order() {
    let options = Options { years: 3, first_year: 2022, texts: Texts::None, ..Options::of_size(2000) };
    for entry in generate(options) {
        for round in &entry.rounds {
            let assigned_on = round.assigned_on.unwrap();
            for assignment in &round.assignments {
                assert!(assignment.received_on.is_none_or(|on| assigned_on <= on && on <= options.as_of));
            }
            let answered_on = round.replies.iter().filter_map(|reply| reply.date).min();
            assert!(answered_on.is_none_or(|on| assigned_on < on && on <= options.as_of), "{:?}", entry.id);
            let contacts = round.consultations.iter().filter_map(|contact| contact.on);
            assert!(contacts.into_iter().all(|on| assigned_on <= on && on <= options.as_of), "{:?}", entry.id);
            assert!(round.feedback.iter().all(|feedback| feedback.on >= answered_on && answered_on.is_some()));
        }
    }
}

#[test]
fn a_document_and_its_lines_have_the_same_entries_at_any_size() {
    for entries in [0, 1, 3, 77] {
        let options = Options { entries, texts: Texts::Full, ..Options::of_size(0) };
        let (mut document, mut lines) = (Vec::new(), Vec::new());
        write_ledger(&mut document, options).unwrap();
        write_ndjson(&mut lines, options).unwrap();
        let document = String::from_utf8(document).unwrap();
        let document = read(&document);
        let lines = String::from_utf8(lines).unwrap();
        let lines: Vec<Entry> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert!(document.entries == lines && lines.len() == entries as usize);
    }
}

#[test]
fn no_sample_has_a_telephone_or_identity_number_that_could_be_a_real_one() {
    for file in ["xinjiang-npc-2024.json", "xinjiang-cppcc-2024.json", "fictional-city-2024.json"] {
        let text = sample(file);
        for digits in text.split(|character: char| !character.is_ascii_digit()) {
            assert!(digits.len() < 11 || (digits.len() == 11 && digits.starts_with("1390000")), "{file}: {digits}");
        }
        for (at, _) in text.match_indices('-') {
            let before = text[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
            let after = text[at + 1..].bytes().take_while(u8::is_ascii_digit).count();
            let is_landline = (3..=4).contains(&before) && after >= 7;
            assert!(!is_landline || text[..at].ends_with("0840"), "{file}: {}", &text[at - before..=at + after]);
        }
    }
}
