//! The shipped profiles: listed, readable, of the published schema, every value with its source.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jianyi::ledger::{HandlingRole, OutcomeMeaning, Sitting};
use jianyi::profile::{DEFAULT_SOURCES, LimitStart, LimitUnit, Profile, RoundingMode, shipped_profile, shipped_profiles};

fn documents() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/profile/data");
    let mut documents: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()))
        .collect();
    documents.sort();
    documents
}

fn shipped(id: &str) -> &'static Profile {
    shipped_profile(id).unwrap_or_else(|| panic!("{id} is not shipped"))
}

#[test]
fn every_document_is_readable_and_named_after_its_id() {
    for (name, text) in documents() {
        let profile = Profile::from_json(&text).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        assert_eq!(profile.id, name);
    }
}

#[test]
fn every_document_is_listed_once() {
    let listed: Vec<&str> = shipped_profiles().iter().map(|profile| profile.id.as_str()).collect();
    let unique: BTreeSet<&str> = listed.iter().copied().collect();
    assert_eq!(unique.len(), listed.len(), "an id stands twice");
    let there: BTreeSet<String> = documents().into_iter().map(|(name, _)| name).collect();
    assert_eq!(unique, there.iter().map(String::as_str).collect());
}

#[test]
fn every_document_fits_the_schema_made_from_the_types() {
    let schema = serde_json::to_value(schemars::schema_for!(Profile)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (name, text) in documents() {
        let document = serde_json::from_str(&text).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
}

#[test]
fn every_value_cites_a_source_that_the_document_names_in_full() {
    for profile in shipped_profiles() {
        for (pointer, source) in profile.cited() {
            let citation = profile.citation(source);
            let full_names = profile.sources.values().map(String::as_str);
            let is_named = full_names.chain(DEFAULT_SOURCES.iter().copied()).any(|name| citation.starts_with(name));
            assert!(is_named, "{} {pointer}: {citation}", profile.id);
        }
    }
}

#[test]
fn every_named_source_is_cited_by_some_value() {
    for profile in shipped_profiles() {
        for key in profile.sources.keys() {
            let is_cited = profile.cited().any(|(_, source)| source.contains(key.as_str()));
            assert!(is_cited, "{}: {key} is named and never cited", profile.id);
        }
    }
}

#[test]
fn every_profile_says_what_is_not_known() {
    for profile in shipped_profiles() {
        assert!(!profile.to_confirm.is_empty(), "{}", profile.id);
        let limits = &profile.limits;
        let says = |words: &str| profile.to_confirm.iter().any(|line| line.contains(words));
        for (known, words) in [
            (limits.accept.is_some(), "签收"),
            (limits.return_to_assigner.is_some(), "退办"),
            (limits.first_contact.is_some(), "首次沟通"),
            (limits.feedback.is_some(), "反馈"),
            (limits.reply.is_some(), "答复期限"),
        ] {
            assert!(known || says(words), "{}: {words} is neither known nor listed", profile.id);
        }
    }
}

#[test]
fn a_citation_gives_the_full_name_and_the_article() {
    let npc = shipped("npc");
    assert_eq!(
        npc.citation("DBF2025 第五十一条"),
        "《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》（2025年3月11日修正）第五十一条"
    );
    assert_eq!(npc.citation("本软件默认值"), "本软件默认值");
    let both = npc.citation("DBF2025 第五十一条；MFD 第二百零三条（甲；乙）");
    assert!(both.ends_with("第五十一条；《中华人民共和国民法典》第二百零三条（甲；乙）"), "{both}");
}

#[test]
fn the_national_law_gives_three_months_from_assignment_and_six_for_hard_cases() {
    for id in ["npc", "xinjiang-npc", "state-council-dept", "generic-city"] {
        let limits = &shipped(id).limits;
        let reply = &limits.reply.as_ref().unwrap().value;
        assert_eq!((reply.amount, reply.unit, reply.from), (3, LimitUnit::Months, LimitStart::Assigned), "{id}");
        let extension = &limits.extension.as_ref().unwrap().value;
        assert_eq!((extension.amount, extension.unit, extension.from), (6, LimitUnit::Months, LimitStart::Assigned), "{id}");
    }
    assert_eq!(shipped("npc").limits.extension.as_ref().unwrap().value.consent, None, "the law asks for no consent");
}

#[test]
fn xinjiang_counts_assisting_and_leaves_out_what_is_for_reference() {
    for id in ["xinjiang-npc", "xinjiang-cppcc"] {
        let counted = &shipped(id).denominators.outcome.value.roles;
        assert!(counted.contains(&HandlingRole::Assisting) && counted.contains(&HandlingRole::Lead), "{id}");
        assert!(!counted.contains(&HandlingRole::ForReference), "{id}");
    }
    let topics = &shipped("xinjiang-cppcc").denominators.topics.value.roles;
    assert!(topics.contains(&HandlingRole::ForReference), "topics are shares of all 19");
}

#[test]
fn xinjiang_names_the_same_role_differently_for_the_two_assemblies() {
    let label = |id: &str, role| shipped(id).roles.of(role).zh.as_str();
    assert_eq!(label("xinjiang-npc", HandlingRole::Assisting), "协办");
    assert_eq!(label("xinjiang-npc", HandlingRole::ForReference), "参阅");
    assert_eq!(label("xinjiang-cppcc", HandlingRole::Assisting), "会办");
    assert_eq!(label("xinjiang-cppcc", HandlingRole::ForReference), "意见和建议");
}

#[test]
fn xinjiang_prints_two_decimals_and_knows_its_two_printed_sub_classes() {
    let profile = shipped("xinjiang-npc");
    assert_eq!((profile.rounding.value.mode, profile.rounding.value.decimals), (RoundingMode::HalfUp, 2));
    let sub_classes: Vec<_> = profile.outcome.value.marks.iter().filter(|mark| mark.class.is_some()).collect();
    assert_eq!(sub_classes.iter().map(|mark| mark.mark.as_str()).collect::<Vec<_>>(), ["A1", "B2"]);
    assert_eq!(sub_classes[1].meaning, OutcomeMeaning::Planned);
}

#[test]
fn xinjiang_invents_no_limit_for_proposals() {
    let limits = &shipped("xinjiang-cppcc").limits;
    assert!(limits.reply.is_none() && limits.extension.is_none() && limits.redo.is_none());
}

#[test]
fn sichuan_gives_proposals_of_the_session_five_months_and_others_three() {
    let limits = &shipped("sichuan-gov-cppcc").limits;
    let months = |sitting| limits.reply_in(sitting).unwrap().value.amount;
    assert_eq!((months(Some(Sitting::InSession)), months(Some(Sitting::InterSessional)), months(None)), (5, 3, 5));
    let suggestions = &shipped("sichuan-gov").limits;
    assert_eq!(suggestions.reply_in(Some(Sitting::InterSessional)).unwrap().value.amount, 3);
}

#[test]
fn a_profile_survives_being_written_and_read_again() {
    for profile in shipped_profiles() {
        let text = serde_json::to_string(profile).unwrap();
        assert_eq!(Profile::from_json(&text).as_ref(), Ok(profile));
    }
}

const README: &str = include_str!("../../src/profile/README.md");

#[test]
fn the_example_in_the_readme_is_a_profile() {
    let example = README.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let profile = Profile::from_json(example).unwrap_or_else(|fault| panic!("{fault:?}"));
    assert_eq!(profile.limits.known().count(), 10, "it shows every limit");
    assert_eq!(serde_json::to_value(&profile).unwrap(), serde_json::from_str::<serde_json::Value>(example).unwrap());
}

#[test]
fn the_readme_names_every_word_that_a_profile_may_use() {
    let schema = serde_json::to_value(schemars::schema_for!(Profile)).unwrap();
    let mut words = BTreeSet::new();
    collect_words(&schema, &mut words);
    assert!(words.contains("returnToAssigner") && words.contains("working-days"), "{words:?}");
    for word in words {
        assert!(README.contains(&format!("`{word}`")) || README.contains(&format!("\"{word}\"")), "{word}");
    }
}

/// The names of all properties and the words of all closed lists.
fn collect_words(schema: &serde_json::Value, words: &mut BTreeSet<String>) {
    let Some(object) = schema.as_object() else {
        return schema.as_array().into_iter().flatten().for_each(|item| collect_words(item, words));
    };
    for (key, value) in object {
        match (key.as_str(), value) {
            ("properties", serde_json::Value::Object(properties)) => words.extend(properties.keys().cloned()),
            ("const", serde_json::Value::String(word)) => words.extend([word.clone()]),
            ("enum", serde_json::Value::Array(list)) => {
                words.extend(list.iter().filter_map(|word| word.as_str().map(str::to_owned)))
            }
            _ => {}
        }
        collect_words(value, words);
    }
}
