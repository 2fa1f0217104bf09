//! Laws and regulations that replies cite: since when, amended when, replaced by what.
//!
//! `laws.json` beside this file holds only facts of public record; a user's own table has the same form.

use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A law or regulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Law {
    /// Its name without 中华人民共和国.
    pub name: String,
    /// The day from which its first or newly made version is in force.
    pub in_force: NaiveDate,
    /// The day from which the latest amendment or revision is in force, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revised_in_force: Option<NaiveDate>,
    /// The day on which it ceased to be in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repealed_on: Option<NaiveDate>,
    /// What took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
}

/// The built-in table.
pub fn laws() -> &'static [Law] {
    static LAWS: OnceLock<Vec<Law>> = OnceLock::new();
    LAWS.get_or_init(|| serde_json::from_str(include_str!("laws.json")).unwrap_or_default())
}

/// The law that `cited` names, in `own` first; with or without 中华人民共和国, 《》 and the year in brackets.
pub fn law_named<'a>(cited: &str, own: &'a [Law]) -> Option<&'a Law> {
    let name = plain_name(cited);
    own.iter().chain(laws()).find(|law| law.name == name)
}

/// The name without country, marks and bracketed additions.
pub fn plain_name(cited: &str) -> &str {
    let name = cited.trim_matches(['《', '》']);
    let name = name.strip_prefix("中华人民共和国").unwrap_or(name);
    match name.find('（') {
        Some(at) if at > 0 => name.get(..at).unwrap_or(name),
        _ => name,
    }
}
