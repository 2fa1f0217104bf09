//! The public data set `jianyi/public/1` as files.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::markup::{csv, escaped};
use super::record::PublicEntry;
use super::small_cells::suppressed;
use crate::search::{Collection, Document, FACETS, gram_at, shards, simplified_pairs};

/// The name and version of the format.
pub const PUBLIC_FORMAT: &str = "jianyi/public/1";

/// A file of the bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path in the bundle.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What the bundle says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// 名称.
    pub title: String,
    /// 发布单位.
    pub office: String,
    /// 数据截止日期, `YYYY-MM-DD`.
    pub as_of: String,
    /// Whether the content is invented.
    pub fictional: bool,
    /// How many entries of the ledger are not public, or not yet.
    pub withheld: u32,
}

/// Entries in one file.
pub(super) const SHARD: usize = 100;

/// Bytes of one file of the search index.
const INDEX_SHARD: usize = 48 * 1024;

/// The files, sorted by name, without proof and manifest. The same records give the same bytes.
pub(super) fn files(head: &Head, entries: &[PublicEntry], minimum: u32) -> Vec<File> {
    let mut files = Vec::new();
    for (number, shard) in entries.chunks(SHARD).enumerate() {
        files.push(File { name: format!("entries/{number:04}.json"), bytes: json_bytes(&shard) });
    }
    files.push(json_file("summary.json", &summary(head, entries)));
    files.push(json_file("tables.json", &tables(entries, minimum)));
    files.push(json_file("dictionary.json", &dictionary()));
    files.push(json_file("dataset.jsonld", &dataset(head)));
    files.push(File { name: "entries.csv".to_owned(), bytes: csv(entry_rows(entries)) });
    files.push(File { name: "index.html".to_owned(), bytes: page(head, entries).into_bytes() });
    files.extend(feeds(head, entries));
    files.extend(search_files(entries));
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
}

/// The search index of these entries: it holds nothing that their records do not.
pub(super) fn search_files(entries: &[PublicEntry]) -> Vec<File> {
    let collection = Collection::new(entries.iter().map(document));
    let mut files = Vec::new();
    let mut table = Vec::new();
    for (number, shard) in shards(collection.index(), INDEX_SHARD).into_iter().enumerate() {
        let name = format!("search/grams-{number:04}.bin");
        table.push(json!([gram_at(shard.first), name]));
        files.push(File { name, bytes: shard.bytes });
    }
    files.push(json_file("search/table.json", &json!({ "entries": entries.len(), "shard": SHARD, "files": table })));
    files.push(json_file("search/words.json", &json!(collection.words())));
    let facets: BTreeMap<&str, Vec<String>> = FACETS
        .iter()
        .enumerate()
        .map(|(facet, name)| {
            (*name, entries.iter().map(|entry| document(entry).facets.get(facet).cloned().unwrap_or_default()).collect())
        })
        .collect();
    files.push(json_file("search/facets.json", &json!(facets)));
    let pairs: String = simplified_pairs().iter().flat_map(|(traditional, simplified)| [*traditional, *simplified]).collect();
    files.push(File { name: "search/fold.txt".to_owned(), bytes: pairs.into_bytes() });
    files
}

fn document(entry: &PublicEntry) -> Document {
    let class = entry.replies.last().map(|reply| reply.class.clone()).unwrap_or_default();
    let mut text = vec![entry.submitter.as_str(), &entry.text];
    for reply in &entry.replies {
        text.extend([reply.body.as_str(), &reply.document_number, &reply.text]);
    }
    text.extend(entry.commitments.iter().map(|commitment| commitment.what.as_str()));
    Document {
        number: entry.number.clone(),
        title: entry.title.clone(),
        facets: [entry.year.clone(), entry.body.clone(), class, entry.topic.clone()],
        text: text.join("\n。\n"),
    }
}

fn summary(head: &Head, entries: &[PublicEntry]) -> Value {
    json!({
        "format": PUBLIC_FORMAT,
        "title": short(&head.title, 80),
        "office": short(&head.office, 80),
        "asOf": head.as_of,
        "fictional": head.fictional,
        "entries": entries.len(),
        "withheld": head.withheld,
        "replies": entries.iter().map(|entry| entry.replies.len()).sum::<usize>(),
        "shard": SHARD,
        "years": counts(entries.iter().map(|entry| entry.year.as_str()), 30),
        "bodies": counts(entries.iter().map(|entry| entry.body.as_str()), 30),
        "topics": counts(entries.iter().map(|entry| entry.topic.as_str()), 30),
        "classes": counts(entries.iter().flat_map(|entry| entry.replies.last()).map(|reply| reply.class.as_str()), 20),
        "extents": counts(entries.iter().map(|entry| entry.extent.as_str()), 4),
        "feedback": counts(entries.iter().map(|entry| entry.feedback.as_str()).filter(|rating| !rating.is_empty()), 4),
        "promises": counts(entries.iter().flat_map(|entry| &entry.commitments).map(|commitment| commitment.state.as_str()), 4),
    })
}

/// How often each value occurs, the most frequent first; at most `most` of them.
fn counts<'e>(values: impl Iterator<Item = &'e str>, most: usize) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut counts: Vec<(String, u32)> = counts.into_iter().map(|(value, count)| (short(value, 40), count)).collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.truncate(most);
    counts
}

fn short(text: &str, letters: usize) -> String {
    text.chars().take(letters).collect()
}

/// 承办单位 by feedback, small cells left out (`null`) with as many more as it takes that none can be reckoned.
fn tables(entries: &[PublicEntry], minimum: u32) -> Value {
    let distinct = |values: Vec<&str>| -> Vec<String> {
        values.into_iter().collect::<BTreeSet<_>>().into_iter().map(str::to_owned).collect()
    };
    let rated: Vec<&PublicEntry> = entries.iter().filter(|entry| !entry.feedback.is_empty()).collect();
    let bodies = distinct(rated.iter().map(|entry| entry.body.as_str()).collect());
    let ratings = distinct(rated.iter().map(|entry| entry.feedback.as_str()).collect());
    let mut table: Vec<Vec<u32>> = vec![vec![0; ratings.len()]; bodies.len()];
    for entry in rated {
        let (Ok(row), Ok(column)) = (bodies.binary_search(&entry.body), ratings.binary_search(&entry.feedback)) else { continue };
        if let Some(cell) = table.get_mut(row).and_then(|cells| cells.get_mut(column)) {
            *cell += 1;
        }
    }
    let hidden = suppressed(&table, minimum);
    let rows: Vec<Value> = bodies
        .iter()
        .zip(table.iter().zip(&hidden))
        .map(|(body, (counts, hidden))| {
            let cells: Vec<Option<u32>> = counts.iter().zip(hidden).map(|(count, hidden)| (!hidden).then_some(*count)).collect();
            json!({ "body": body, "cells": cells, "sum": counts.iter().sum::<u32>() })
        })
        .collect();
    json!({ "feedbackByBody": { "columns": ratings, "rows": rows, "minimum": minimum } })
}

const FIELDS: [(&str, &str); 13] = [
    ("id", "标识，链接地址用"),
    ("kind", "类型：suggestion 代表建议，proposal 政协提案，motion 议案"),
    ("number", "编号"),
    ("year", "年度"),
    ("title", "标题"),
    ("topic", "主题分类"),
    ("submitter", "领衔代表、第一提案人"),
    ("extent", "公开范围：full 全文，summary 摘要，title-only 仅标题"),
    ("body", "主办单位"),
    ("repliedOn", "最近一次公开答复的日期"),
    ("class", "办理结果，用语以当地分类为准"),
    ("feedback", "代表、委员评价：satisfied 满意，basically-satisfied 基本满意，dissatisfied 不满意"),
    ("promises", "承诺事项数"),
];

fn dictionary() -> Value {
    let fields: Vec<Value> =
        FIELDS.iter().map(|(name, meaning)| json!({ "name": name, "type": "string", "description": meaning })).collect();
    json!({ "format": PUBLIC_FORMAT, "file": "entries.csv", "encoding": "UTF-8", "fields": fields, "detail": "entries/NNNN.json 另有 text（正文）、replies（答复）、commitments（承诺事项）" })
}

/// schema.org `Dataset`, with the words of W3C DCAT 3 beside it.
fn dataset(head: &Head) -> Value {
    let file = |name: &str, kind: &str| json!({ "@type": ["DataDownload", "dcat:Distribution"], "contentUrl": name, "encodingFormat": kind });
    json!({
        "@context": { "@vocab": "https://schema.org/", "dcat": "http://www.w3.org/ns/dcat#" },
        "@type": ["Dataset", "dcat:Dataset"],
        "name": head.title,
        "description": "代表建议、政协提案及其答复的公开数据，个人信息已隐去",
        "creator": { "@type": "GovernmentOrganization", "name": head.office },
        "dateModified": head.as_of,
        "version": PUBLIC_FORMAT,
        "inLanguage": "zh-CN",
        "isAccessibleForFree": true,
        "distribution": [file("entries.csv", "text/csv"), file("summary.json", "application/json"), file("feeds/all.xml", "application/atom+xml")],
    })
}

fn entry_rows(entries: &[PublicEntry]) -> impl Iterator<Item = Vec<String>> + '_ {
    let head = FIELDS.iter().map(|(name, _)| (*name).to_owned()).collect();
    std::iter::once(head).chain(entries.iter().map(|entry| {
        let last = entry.replies.last().cloned().unwrap_or_default();
        let texts = [
            &entry.id,
            &entry.kind,
            &entry.number,
            &entry.year,
            &entry.title,
            &entry.topic,
            &entry.submitter,
            &entry.extent,
            &entry.body,
            &last.date,
            &last.class,
            &entry.feedback,
        ];
        texts.into_iter().cloned().chain([entry.commitments.len().to_string()]).collect()
    }))
}

/// What a reader without scripts sees: the figures and the newest entries.
fn page(head: &Head, entries: &[PublicEntry]) -> String {
    let rows: String = counts(entries.iter().map(|entry| entry.body.as_str()), 30)
        .iter()
        .map(|(body, count)| format!("<tr><th scope=\"row\">{}</th><td>{count}</td></tr>\n", escaped(body)))
        .collect();
    let list: String = entries
        .iter()
        .rev()
        .take(50)
        .map(|entry| format!("<li id=\"{}\">{} {}</li>\n", escaped(&entry.id), escaped(&entry.number), escaped(&entry.title)))
        .collect();
    let notice = if head.fictional { "<p><strong>本页内容为虚构，仅供演示。</strong></p>\n" } else { "" };
    let title = escaped(&head.title);
    format!(
        "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<link rel=\"alternate\" type=\"application/atom+xml\" href=\"feeds/all.xml\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{notice}<p>{}，数据截至{}。公开 {} 件。</p>\n<p><a href=\"entries.csv\">下载数据（CSV）</a> <a href=\"proof.json\">脱敏核验</a></p>\n<table>\n<caption>按主办单位</caption>\n<thead><tr><th scope=\"col\">单位</th><th scope=\"col\">件数</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n<h2>最近公开</h2>\n<ul>\n{list}</ul>\n</main>\n</body>\n</html>\n",
        escaped(&head.office),
        escaped(&head.as_of),
        entries.len(),
    )
}

/// Atom (RFC 4287): everything, and one feed for each of the thirty bodies and topics with most entries.
fn feeds(head: &Head, entries: &[PublicEntry]) -> Vec<File> {
    let of = |name: String, title: &str, entries: &mut dyn Iterator<Item = &PublicEntry>| {
        let items: String = entries.take(50).map(|entry| feed_entry(head, entry)).collect();
        let updated = format!("{}T00:00:00Z", head.as_of);
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>urn:jianyi:{name}</id>\n<title>{}</title>\n<updated>{updated}</updated>\n<author><name>{}</name></author>\n{items}</feed>\n",
            escaped(title),
            escaped(&head.office)
        );
        File { name: format!("feeds/{name}.xml"), bytes: text.into_bytes() }
    };
    let mut files = vec![of("all".to_owned(), &head.title, &mut entries.iter().rev())];
    for (number, (body, _)) in counts(entries.iter().map(|entry| entry.body.as_str()), 30).iter().enumerate() {
        files.push(of(
            format!("body-{:02}", number + 1),
            body,
            &mut entries.iter().rev().filter(|entry| short(&entry.body, 40) == *body),
        ));
    }
    for (number, (topic, _)) in counts(entries.iter().map(|entry| entry.topic.as_str()), 30).iter().enumerate() {
        files.push(of(
            format!("topic-{:02}", number + 1),
            topic,
            &mut entries.iter().rev().filter(|entry| short(&entry.topic, 40) == *topic),
        ));
    }
    files
}

fn feed_entry(head: &Head, entry: &PublicEntry) -> String {
    let date = entry.replies.last().map(|reply| reply.date.as_str()).filter(|date| !date.is_empty()).unwrap_or(&head.as_of);
    format!(
        "<entry><id>urn:jianyi:entry:{0}</id><title>{1}</title><updated>{date}T00:00:00Z</updated><link href=\"../index.html#{0}\"/><summary>{2}</summary></entry>\n",
        escaped(&entry.id),
        escaped(&entry.title),
        escaped(&entry.body)
    )
}

pub(super) fn json_file(name: &str, value: &Value) -> File {
    File { name: name.to_owned(), bytes: json_bytes(value) }
}

fn json_bytes(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
