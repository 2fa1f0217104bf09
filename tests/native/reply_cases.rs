//! The letters of tests/fixtures/replies and replies-more, as the tests see them.

use std::path::Path;

use serde_json::Value;

use jianyi::reply_check::letter::{Field, Letter};

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
