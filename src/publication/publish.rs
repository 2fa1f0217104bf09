//! A ledger to a public bundle, or to the leaks that stop it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Write};

use serde_json::json;

use super::bundle::{File, Head, PUBLIC_FORMAT, files, json_file};
use super::decision::Decision;
use super::proof::{Leak, Secret, hash, leaks};
use super::record::{PublicEntry, prepare};
use super::redact::{Kind, redact};
use crate::calendar::{Date, WorkCalendar};
use crate::ledger::{Entry, Ledger, PublicationExtent};
use crate::profile::Profile;

/// What the office chooses.
#[derive(Debug, Clone, Default)]
pub struct PublishOptions {
    /// Words of its own that must not be public.
    pub terms: Vec<String>,
    /// What persons decided, by the entry's place in the ledger.
    pub decided: BTreeMap<usize, PublicationExtent>,
    /// Counts below this are not printed in tables; 0 is taken for 5.
    pub minimum: u32,
    /// Which days are worked; absent: by the shipped table.
    pub calendar: Option<WorkCalendar>,
}

/// A bundle that holds no leak.
#[derive(Debug, Clone)]
pub struct Published {
    /// The files, sorted by name; the manifest is the last.
    pub files: Vec<File>,
    /// The decision on each entry, in the ledger's order.
    pub decisions: Vec<Decision>,
    /// How many parts were taken out.
    pub redactions: u32,
}

/// Why there is no bundle.
#[derive(Debug, Clone)]
pub struct Stopped {
    /// What must not be public and stands in a file.
    pub leaks: Vec<Leak>,
    /// The files' names, by their places.
    pub names: Vec<String>,
}

/// The bundle of `ledger` with its proof.
///
/// # Errors
/// The leaks, where something stands in a file that must not be public: then there is no bundle.
pub fn publish(ledger: &Ledger, profile: &Profile, today: Date, options: &PublishOptions) -> Result<Published, Stopped> {
    let calendar = options.calendar.as_ref().unwrap_or_else(|| WorkCalendar::shipped());
    let mut entries: Vec<PublicEntry> = Vec::new();
    let mut decisions = Vec::new();
    let mut log = Vec::new();
    let mut secrets: BTreeSet<Secret> = BTreeSet::new();
    let mut ids = BTreeSet::new();
    for (place, entry) in ledger.entries().enumerate() {
        secrets.extend(secrets_of(&entry));
        let prepared = prepare(&entry, profile, calendar, today, &options.terms, options.decided.get(&place).copied());
        decisions.push(prepared.decision);
        let Some(mut public) = prepared.public else { continue };
        public.id = id_of(&public, &mut ids);
        for (field, part) in prepared.parts {
            log.push(json!({ "entry": public.id, "field": field, "kind": part.kind, "rule": part.rule, "at": part.at }));
            secrets.insert(Secret { kind: part.kind, value: part.value });
        }
        entries.push(public);
    }
    let clean = |text: Option<&String>| redact(text.map(String::as_str).unwrap_or_default(), &options.terms).text;
    let title = clean(ledger.head.title.as_ref());
    let head = Head {
        title: if title.is_empty() { "建议提案办理公开".to_owned() } else { title },
        office: clean(ledger.head.office.as_ref()),
        as_of: today.to_string(),
        fictional: ledger.head.fictional,
        withheld: (decisions.len() - entries.len()) as u32,
    };
    let redactions = log.len() as u32;
    let mut all = files(&head, &entries, if options.minimum == 0 { 5 } else { options.minimum });
    all.push(json_file("redactions.json", &json!(log)));
    all.push(proof_file(&all, &secrets));
    all.push(manifest(&all));
    let secrets: Vec<Secret> = secrets.into_iter().collect();
    let leaks = leaks(&all, &secrets, &options.terms);
    if leaks.is_empty() {
        return Ok(Published { files: all, decisions, redactions });
    }
    Err(Stopped { leaks, names: all.into_iter().map(|file| file.name).collect() })
}

/// The files as a ZIP archive; the same files give the same bytes. Empty where no archive can be written.
pub fn archive(files: &[File]) -> Vec<u8> {
    let write = || -> zip::result::ZipResult<Vec<u8>> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options =
            zip::write::SimpleFileOptions::default().last_modified_time(zip::DateTime::default()).unix_permissions(0o644);
        for file in files {
            writer.start_file(file.name.as_str(), options)?;
            writer.write_all(&file.bytes)?;
        }
        Ok(writer.finish()?.into_inner())
    };
    write().unwrap_or_default()
}

/// Everything personal that the entry holds anywhere, public or not.
fn secrets_of(entry: &Entry<'_>) -> Vec<Secret> {
    let people = || entry.lead_submitter.iter().chain(&entry.co_submitters);
    let mut texts: Vec<&str> =
        people().flat_map(|person| [person.mobile.as_deref(), person.address.as_deref()]).flatten().collect();
    texts.extend([entry.title.as_deref(), entry.text.as_deref(), entry.note.as_deref()].into_iter().flatten());
    texts.extend(entry.extra.values().map(|value| &**value));
    for reply in entry.rounds.iter().flat_map(|round| &round.replies) {
        texts.extend([reply.phone.as_deref(), reply.contact.as_deref(), reply.text.as_deref()].into_iter().flatten());
    }
    let found = texts.into_iter().flat_map(|text| redact(text, &[]).parts);
    let mut secrets: Vec<Secret> = found.map(|part| Secret { kind: part.kind, value: part.value }).collect();
    let addresses = people().filter_map(|person| person.address.as_deref()).filter(|address| address.chars().count() >= 10);
    secrets.extend(addresses.map(|address| Secret { kind: Kind::HomeAddress, value: address.to_owned() }));
    secrets
}

/// A name for addresses and files: year, kind and number; a second entry with the same gets a number behind it. Small letters
/// only: some disks take `A1` and `a1` for one file.
fn id_of(entry: &PublicEntry, ids: &mut BTreeSet<String>) -> String {
    let number = entry.number.chars().filter(char::is_ascii_alphanumeric).take(24).collect::<String>().to_ascii_lowercase();
    let base = format!(
        "{}-{}-{}",
        if entry.year.is_empty() { "0" } else { &entry.year },
        entry.kind,
        if number.is_empty() { "x" } else { &number }
    );
    let mut id = base.clone();
    let mut again = 1;
    while !ids.insert(id.clone()) {
        again += 1;
        id = format!("{base}-{again}");
    }
    id
}

fn proof_file(files: &[File], secrets: &BTreeSet<Secret>) -> File {
    let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
    for secret in secrets {
        *kinds.entry(secret.kind.as_str()).or_default() += 1;
    }
    let searched: Vec<&str> = files.iter().map(|file| file.name.as_str()).chain(["proof.json", "manifest.json"]).collect();
    let variants = [
        "全角半角",
        "空格与连接符",
        "繁简",
        "汉字数字",
        "JSON 转义",
        "网址编码",
        "HTML 实体",
        "base64",
        "SHA-256",
        "文件名",
        "检索索引重建比对",
    ];
    json_file(
        "proof.json",
        &json!({ "format": PUBLIC_FORMAT, "sought": kinds, "files": searched, "variants": variants, "leaks": 0 }),
    )
}

fn manifest(files: &[File]) -> File {
    let hashes: BTreeMap<&str, String> = files.iter().map(|file| (file.name.as_str(), hash(&file.bytes))).collect();
    json_file("manifest.json", &json!({ "format": PUBLIC_FORMAT, "algorithm": "sha256", "files": hashes }))
}
