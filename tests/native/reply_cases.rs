//! The letters of tests/fixtures/replies and replies-more, as the tests see them.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::Value;

use jianyi::reply_check::letter::{Field, Letter};
use jianyi::reply_check::{Approval, Consultation, History, ReplyInput, SuggestionText};

/// One letter with what a reader finds in it.
pub struct Case {
    pub name: String,
    pub json: Value,
}

impl Case {
    pub fn text(&self) -> &str {
        self.json["text"].as_str().unwrap()
    }
}

/// All letters of `folder`, in the order of their names.
pub fn cases(folder: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| Case {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            json: serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap(),
        })
        .collect()
}

/// The thirteen fields by their JSON names.
pub fn fields(letter: &Letter) -> [(&'static str, Option<&Field>); 13] {
    [
        ("title", letter.title.as_ref()),
        ("itemNumber", letter.item_number.as_ref()),
        ("kind", letter.kind.as_ref()),
        ("outcomeMark", letter.outcome_mark.as_ref()),
        ("documentNumber", letter.document_number.as_ref()),
        ("signer", letter.signer.as_ref()),
        ("addressee", letter.addressee.as_ref()),
        ("issuer", letter.issuer.as_ref()),
        ("date", letter.date.as_ref()),
        ("contact", letter.contact.as_ref()),
        ("phone", letter.phone.as_ref()),
        ("disclosure", letter.disclosure.as_ref()),
        ("copiedTo", letter.copied_to.as_ref()),
    ]
}

impl Case {
    /// The case as the check takes it.
    pub fn input(&self) -> ReplyInput {
        ReplyInput {
            text: self.text().to_string(),
            suggestion: self.suggestion(),
            history: self.history(),
            ..ReplyInput::default()
        }
    }

    fn suggestion(&self) -> Option<SuggestionText> {
        let given = self.json.get("suggestion")?;
        Some(SuggestionText {
            title: given["title"].as_str().map(str::to_string),
            text: given["text"].as_str().map(str::to_string),
            asks: strings(&given["asks"]),
            ..SuggestionText::default()
        })
    }

    fn history(&self) -> Option<History> {
        let given = self.json.get("history")?;
        let list = |name: &str| given[name].as_array().cloned().unwrap_or_default();
        Some(History {
            assigned_on: date(&given["assignedOn"]),
            received_on: date(&given["receivedOn"]),
            assisting: strings(&given["assisting"]),
            merged_with: strings(&given["mergedWith"]),
            consultations: list("consultations")
                .iter()
                .map(|one| Consultation { on: date(&one["on"]).unwrap(), form: one["form"].as_str().unwrap().to_string() })
                .collect(),
            approvals: list("approvals")
                .iter()
                .map(|one| Approval {
                    step: one["step"].as_str().unwrap().to_string(),
                    by: one["by"].as_str().unwrap_or_default().to_string(),
                    on: date(&one["on"]),
                })
                .collect(),
            ..History::default()
        })
    }
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().map(|list| list.iter().map(|one| one.as_str().unwrap().to_string()).collect()).unwrap_or_default()
}

fn date(value: &Value) -> Option<NaiveDate> {
    value.as_str().map(|date| date.parse().unwrap())
}
