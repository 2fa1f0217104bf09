//! The proof that nothing which was taken out stands anywhere in the bundle.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;
use sha2::{Digest, Sha256};

use super::assets::is_asset;
use super::bundle::File;
use super::record::PublicEntry;
use super::redact::{Kind, plain, redact};
use super::shards::data_files;
use super::views::views;

/// Something that must not be in the bundle.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Secret {
    /// What it is.
    pub kind: Kind,
    /// The words, as they stood in the ledger.
    pub value: String,
}

/// A place where something stands that must not be public.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leak {
    /// The file's place in the bundle's order; a file's name may be the leak itself.
    pub file: usize,
    /// What leaks.
    pub kind: Option<Kind>,
    /// How it was found.
    pub how: LeakFound,
}

vocabulary! {
    /// How a leak was found.
    LeakFound {
        /// 隐去的内容出现在文件中.
        Content = "content",
        /// 隐去的内容出现在文件名中.
        FileName = "file-name",
        /// 隐去的号码的散列值出现在文件中.
        Hash = "hash",
        /// 文件中另有未隐去的个人信息.
        Unlisted = "unlisted",
        /// 检索索引与公开记录不一致.
        IndexDiffers = "index-differs",
    }
}

/// Every leak of the bundle; none: it may be published.
///
/// Each secret is looked for in the form in which all its written variants are equal (width, blanks, hyphens, traditional
/// characters, Chinese numerals), in every file and file name, as it stands and with the escapes of JSON, URLs, HTML and
/// base64 undone; SHA-256 of short secrets too. Then the redaction rules themselves are run over every file but the portal's own script and styles, and the index is
/// made anew from the records. Names of persons are looked for by the rules only: another person may have the same name.
pub fn leaks(files: &[File], secrets: &[Secret], terms: &[String]) -> Vec<Leak> {
    let sought: Vec<(Kind, String)> =
        secrets.iter().filter(|secret| is_sought(secret)).map(|secret| (secret.kind, plain(&secret.value))).collect();
    let Ok(search) = AhoCorasick::new(sought.iter().map(|(_, value)| value)) else {
        return vec![Leak { file: 0, kind: None, how: LeakFound::Content }];
    };
    let kind_in =
        |text: &str| search.find(&plain(text)).and_then(|found| sought.get(found.pattern().as_usize())).map(|(kind, _)| *kind);
    let hashes: BTreeSet<String> =
        secrets.iter().flat_map(|secret| [hash(secret.value.as_bytes()), hash(plain(&secret.value).as_bytes())]).collect();
    let mut leaks = Vec::new();
    for (place, file) in files.iter().enumerate() {
        let leak = |kind, how| Leak { file: place, kind, how };
        for name in views(&file.name) {
            leaks.extend(kind_in(&name).or_else(|| unlisted(&name, terms)).map(|kind| leak(Some(kind), LeakFound::FileName)));
        }
        let text = String::from_utf8_lossy(&file.bytes);
        for view in views(&text) {
            leaks.extend(kind_in(&view).map(|kind| leak(Some(kind), LeakFound::Content)));
            if !file.name.ends_with(".bin") && !is_asset(file) {
                leaks.extend(unlisted(&view, terms).map(|kind| leak(Some(kind), LeakFound::Unlisted)));
            }
        }
        let lower = text.to_ascii_lowercase();
        let mut tokens = lower.split(|letter: char| !letter.is_ascii_hexdigit()).filter(|token| token.len() == 64);
        leaks.extend(tokens.any(|token| hashes.contains(token)).then(|| leak(None, LeakFound::Hash)));
    }
    leaks.extend(index_differs(files));
    leaks.sort();
    leaks.dedup();
    leaks
}

/// SHA-256 as 64 hexadecimal digits.
pub(super) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn is_sought(secret: &Secret) -> bool {
    let length = plain(&secret.value).chars().count();
    match secret.kind {
        Kind::PrivateName | Kind::SecretMark => false,
        Kind::OwnTerm => length > 0,
        _ => length >= 6,
    }
}

fn unlisted(text: &str, terms: &[String]) -> Option<Kind> {
    redact(text, terms).parts.first().map(|part| part.kind)
}

/// The files of records, titles and index that are not what the records give; a missing one is told of the first file.
fn index_differs(files: &[File]) -> Vec<Leak> {
    let leak = |file| Leak { file, kind: None, how: LeakFound::IndexDiffers };
    let mut entries: Vec<PublicEntry> = Vec::new();
    for file in files.iter().filter(|file| file.name.starts_with("entries/")) {
        match serde_json::from_slice::<Vec<PublicEntry>>(&file.bytes) {
            Ok(more) => entries.extend(more),
            Err(_) => return vec![leak(0)],
        }
    }
    let anew: BTreeMap<String, Vec<u8>> = data_files(&entries).into_iter().map(|file| (file.name, file.bytes)).collect();
    let is_made = |file: &File| ["entries/", "titles/", "search/"].iter().any(|folder| file.name.starts_with(folder));
    let made = || files.iter().enumerate().filter(|(_, file)| is_made(file));
    let differs = made().filter(|(_, file)| anew.get(&file.name) != Some(&file.bytes)).map(|(place, _)| leak(place));
    let is_missing = made().count() < anew.len();
    differs.chain(is_missing.then(|| leak(0))).collect()
}
