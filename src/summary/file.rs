//! A summary's content, and its lines.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::calendar::Date;

/// The name and version of the published format.
pub const SUMMARY_FORMAT: &str = "jianyi/summary/1";

/// What a summary holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SummaryFile {
    /// The id of the profile by which it was reckoned.
    pub profile: String,
    /// The version of that profile.
    pub profile_version: String,
    /// The ledgers that are in it, sorted.
    pub sources: Vec<SummarySource>,
    /// The counts that are not 0.
    pub counts: BTreeMap<CountKey, u64>,
}

/// One ledger of a summary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SummarySource {
    /// 填报单位.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<String>,
    /// 台账名称.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The day on which its deadlines were judged.
    pub as_of: Option<Date>,
    /// Its entries.
    pub entries: u64,
}

/// What a count is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CountKey {
    /// A dimension's name, `rate`, `days` or `all`.
    pub table: String,
    /// A key of the dimension, a rate's id, a number of days; `matching`, `assignments`, `withdrawn` of `all`.
    pub key: String,
    /// The outcome class of a dimension's count; `part`, `whole` or a reason of a rate's; `late` or empty of days.
    pub part: String,
}

/// Why a file cannot be read, or files cannot be merged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SummaryFault {
    /// The first line is no head of a `jianyi/summary/1` file.
    Head,
    /// The line, from 1, is no count.
    Line(usize),
    /// The files were reckoned by different profiles or versions of one: their rates have different denominators.
    Profiles(String, String),
    /// The same ledger is in both files and would count twice.
    SourceTwice(SummarySource),
    /// The sum of two counts is beyond what can be counted.
    TooMany,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Head {
    format: String,
    profile: String,
    profile_version: String,
    sources: Vec<SummarySource>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    table: String,
    key: String,
    part: String,
    count: u64,
}

impl SummaryFile {
    /// The lines, in an order that depends on nothing but the content.
    pub fn to_bytes(&self) -> Vec<u8> {
        let head = Head {
            format: SUMMARY_FORMAT.to_owned(),
            profile: self.profile.clone(),
            profile_version: self.profile_version.clone(),
            sources: self.sources.clone(),
        };
        let mut bytes = serde_json::to_vec(&head).unwrap_or_default();
        bytes.push(b'\n');
        for (CountKey { table, key, part }, count) in &self.counts {
            let line = Line { table: table.clone(), key: key.clone(), part: part.clone(), count: *count };
            bytes.extend(serde_json::to_vec(&line).unwrap_or_default());
            bytes.push(b'\n');
        }
        bytes
    }

    /// Reads the lines; equal keys are added up, so that the lines of several engines can follow each other.
    ///
    /// # Errors
    /// [`SummaryFault::Head`] and [`SummaryFault::Line`], with the place of the fault.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SummaryFault> {
        let mut lines = bytes.split(|byte| *byte == b'\n').enumerate();
        let head: Option<Head> = lines.next().and_then(|(_, line)| serde_json::from_slice(line).ok());
        let head = head.filter(|head| head.format == SUMMARY_FORMAT).ok_or(SummaryFault::Head)?;
        let mut sources = head.sources;
        sources.sort();
        let mut file = Self { profile: head.profile, profile_version: head.profile_version, sources, counts: BTreeMap::new() };
        for (at, line) in lines.filter(|(_, line)| !line.trim_ascii().is_empty()) {
            let line: Line = serde_json::from_slice(line).map_err(|_| SummaryFault::Line(at + 1))?;
            file.add(CountKey { table: line.table, key: line.key, part: line.part }, line.count)?;
        }
        Ok(file)
    }

    /// Adds to a count.
    ///
    /// # Errors
    /// [`SummaryFault::TooMany`] where the sum is beyond what can be counted.
    pub(super) fn add(&mut self, key: CountKey, count: u64) -> Result<(), SummaryFault> {
        if count == 0 {
            return Ok(());
        }
        let sum = self.counts.entry(key).or_default();
        *sum = sum.checked_add(count).ok_or(SummaryFault::TooMany)?;
        Ok(())
    }
}
