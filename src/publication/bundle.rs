//! The public data set `jianyi/public/1` as files.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::assets::assets;
use super::feeds::feeds;
use super::markup::csv;
use super::pages::pages;
use super::record::PublicEntry;
use super::shards::data_files;
use super::small_cells::suppressed;

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

/// The files, sorted by name, without proof and manifest. The same records give the same bytes.
pub(super) fn files(head: &Head, entries: &[PublicEntry], minimum: u32) -> Vec<File> {
    let mut files = data_files(entries);
    files.push(json_file("summary.json", &summary(head, entries)));
    files.push(json_file("tables.json", &tables(entries, minimum)));
    files.push(json_file("dictionary.json", &dictionary()));
    files.push(json_file("dataset.jsonld", &dataset(head)));
    files.push(File { name: "entries.csv".to_owned(), bytes: csv(entry_rows(entries)) });
    files.extend(pages(head, entries));
    files.extend(feeds(head, entries));
    files.extend(assets());
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
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
pub(super) fn counts<'e>(values: impl Iterator<Item = &'e str>, most: usize) -> Vec<(String, u32)> {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut counts: Vec<(String, u32)> = counts.into_iter().map(|(value, count)| (short(value, 40), count)).collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.truncate(most);
    counts
}

pub(super) fn short(text: &str, letters: usize) -> String {
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
    json!({ "format": PUBLIC_FORMAT, "file": "entries.csv", "encoding": "UTF-8", "fields": fields, "detail": "entries/NNNNN.json 另有 text（正文）、replies（答复）、commitments（承诺事项）" })
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

pub(super) fn json_file(name: &str, value: &Value) -> File {
    File { name: name.to_owned(), bytes: json_bytes(value) }
}

pub(super) fn json_bytes(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
