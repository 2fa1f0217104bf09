//! The records and the index over them in small files: a page fetches those that its question needs.

use std::collections::BTreeMap;

use serde_json::json;

use super::bundle::{File, json_bytes, json_file, short};
use super::record::PublicEntry;
use crate::search::{Collection, Document, FACETS, Index, fold, gram_at, shards, simplified_pairs};

/// A file of records is closed when it holds so many bytes, or so many records.
const RECORD_BYTES: usize = 16 * 1024;
const RECORDS: usize = 100;

/// Entries in one file of titles.
const TITLES: usize = 100;

/// Bytes of one file of the index over all words, and of the one over the titles.
const INDEX_BYTES: usize = 24 * 1024;
const TITLE_INDEX_BYTES: usize = 12 * 1024;

/// `entries/NNNNN.json` the records, `titles/NNNN.json` what a list of hits shows of each, `search/` the index.
///
/// Made from the records alone, it holds nothing that they do not.
pub(super) fn data_files(entries: &[PublicEntry]) -> Vec<File> {
    let mut files = Vec::new();
    let mut shard_of = Vec::with_capacity(entries.len());
    let mut records: Vec<u8> = Vec::new();
    let mut held = 0;
    let mut number = 0;
    for (place, entry) in entries.iter().enumerate() {
        records.extend_from_slice(if held == 0 { b"[" } else { b"," });
        records.extend(serde_json::to_vec(entry).unwrap_or_default());
        held += 1;
        shard_of.push(number);
        if records.len() >= RECORD_BYTES || held == RECORDS || place + 1 == entries.len() {
            records.extend_from_slice(b"]\n");
            files.push(File { name: format!("entries/{number:05}.json"), bytes: std::mem::take(&mut records) });
            held = 0;
            number += 1;
        }
    }
    let rows: Vec<_> = entries.iter().zip(&shard_of).map(|(entry, shard)| title_row(entry, *shard)).collect();
    for (number, rows) in rows.chunks(TITLES).enumerate() {
        files.push(File { name: format!("titles/{number:04}.json"), bytes: json_bytes(&rows) });
    }
    files.extend(search_files(entries));
    files
}

/// id, 编号, 标题, 年度, 主办单位, 办理结果, and the number of the file of records that holds it.
fn title_row(entry: &PublicEntry, shard: usize) -> serde_json::Value {
    json!([entry.id, entry.number, entry.title, entry.year, entry.body, class(entry), shard])
}

fn class(entry: &PublicEntry) -> &str {
    entry.replies.last().map(|reply| reply.class.as_str()).unwrap_or_default()
}

fn search_files(entries: &[PublicEntry]) -> Vec<File> {
    let documents: Vec<Document> = entries.iter().map(document).collect();
    let mut facets: [BTreeMap<String, Vec<u32>>; 4] = Default::default();
    for (place, document) in documents.iter().enumerate() {
        for (facet, value) in facets.iter_mut().zip(&document.facets) {
            facet.entry(value.clone()).or_default().push(place as u32);
        }
    }
    let collection = Collection::new(documents);
    let titles = Index::new(entries.iter().map(|entry| fold(&entry.title)));
    let mut files = Vec::new();
    let grams = index_files("grams", collection.index(), entries.len(), INDEX_BYTES, &mut files);
    let title_grams = index_files("titles", &titles, entries.len(), TITLE_INDEX_BYTES, &mut files);
    let table = json!({ "entries": entries.len(), "titles": TITLES, "grams": grams, "titleGrams": title_grams });
    files.push(json_file("search/table.json", &table));
    files.push(json_file("search/words.json", &json!(collection.words())));
    for (name, values) in FACETS.iter().zip(facets) {
        let lists: BTreeMap<String, Vec<u32>> = values.into_iter().map(|(value, places)| (value, differences(&places))).collect();
        files.push(json_file(&format!("search/facet-{name}.json"), &json!(lists)));
    }
    let pairs: String = simplified_pairs().iter().flat_map(|(traditional, simplified)| [*traditional, *simplified]).collect();
    files.push(File { name: "search/fold.txt".to_owned(), bytes: pairs.into_bytes() });
    files
}

/// The index in files `search/NAME-NNNN.bin`; the first gram of each.
fn index_files(name: &str, index: &Index, texts: usize, size: usize, files: &mut Vec<File>) -> Vec<String> {
    let mut firsts = Vec::new();
    for (number, shard) in shards(index, texts, size).into_iter().enumerate() {
        firsts.push(gram_at(shard.first));
        files.push(File { name: format!("search/{name}-{number:04}.bin"), bytes: shard.bytes });
    }
    firsts
}

/// Rising numbers as the first and what lies between each and the next.
fn differences(numbers: &[u32]) -> Vec<u32> {
    let before = std::iter::once(0).chain(numbers.iter().copied());
    before.zip(numbers).map(|(before, number)| number - before).collect()
}

fn document(entry: &PublicEntry) -> Document {
    let mut text = vec![entry.submitter.as_str(), &entry.text];
    for reply in &entry.replies {
        text.extend([reply.body.as_str(), &reply.document_number, &reply.text]);
    }
    text.extend(entry.commitments.iter().map(|commitment| commitment.what.as_str()));
    Document {
        number: entry.number.clone(),
        title: entry.title.clone(),
        facets: [&entry.year, &entry.body, class(entry), &entry.topic].map(|value| short(value, 40)),
        text: text.join("\n。\n"),
    }
}
