//! Looks up what a heading means.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::field::Field;
use crate::intake::values::squeeze;
use crate::profile::{HeadingWords, shipped_headings};

static SHIPPED: LazyLock<HeadingIndex> = LazyLock::new(|| HeadingIndex::of(&[]));

/// The heading words, ready to be looked up.
#[derive(Debug, Clone)]
pub(in super::super) struct HeadingIndex {
    fields: BTreeMap<String, Vec<Field>>,
    groups: BTreeMap<String, Vec<&'static str>>,
    nested: BTreeMap<&'static str, BTreeMap<String, &'static str>>,
}

impl HeadingIndex {
    /// The shipped words, and a profile's own before them.
    pub fn new(own: &[HeadingWords]) -> Cow<'static, Self> {
        if own.is_empty() { Cow::Borrowed(&SHIPPED) } else { Cow::Owned(Self::of(own)) }
    }

    fn of(own: &[HeadingWords]) -> Self {
        let shipped = shipped_headings();
        let mut fields: BTreeMap<String, Vec<Field>> = BTreeMap::new();
        for HeadingWords { field, words } in own.iter().chain(&shipped.fields) {
            let Some(field) = Field::from_word(field) else { continue };
            for word in words {
                let known = fields.entry(heading_key(word)).or_default();
                if !known.contains(&field) {
                    known.push(field);
                }
            }
        }
        let mut groups: BTreeMap<String, Vec<&'static str>> = BTreeMap::new();
        for (group, words) in &shipped.groups {
            for word in words {
                groups.entry(heading_key(word)).or_default().push(group);
            }
        }
        let nested = shipped.nested.iter().map(|(context, fields)| {
            let words = fields.iter().flat_map(|field| field.words.iter().map(|word| (heading_key(word), field.field.as_str())));
            let mut known = BTreeMap::new();
            for (word, field) in words {
                known.entry(word).or_insert(field);
            }
            (context.as_str(), known)
        });
        Self { fields, groups, nested: nested.collect() }
    }

    /// The fields that a heading may mean, likeliest first, and how sure that is in percent.
    pub fn candidates(&self, path: &[String]) -> (Vec<Field>, u8) {
        let keys: Vec<String> = path.iter().map(|part| heading_key(part)).filter(|key| !key.is_empty()).collect();
        let Some((lower, uppers)) = keys.split_last() else { return (Vec::new(), 0) };
        for upper in uppers.iter().rev() {
            for group in self.groups.get(upper).into_iter().flatten() {
                if let Some(fields) = self.fields.get(&format!("{group}/{lower}")) {
                    return (fields.clone(), 100);
                }
            }
        }
        let joined = |separator: &str| uppers.last().map(|upper| format!("{upper}{separator}{lower}"));
        let bare = without_brackets(lower);
        let tries = [
            (joined("/"), 100),
            (Some(lower.clone()), 100),
            (Some(bare.clone()), 90),
            (joined(""), 90),
            (bare.split_once('/').map(|(first, _)| first.to_owned()), 70),
            (uppers.last().filter(|_| says_little(lower)).cloned(), 80),
        ];
        for (key, confidence) in tries {
            if let Some(fields) = key.and_then(|key| self.fields.get(&key)) {
                return (fields.clone(), confidence);
            }
        }
        let contained =
            self.fields.iter().filter(|(word, _)| word.chars().count() >= 3 && !word.is_ascii() && bare.contains(*word));
        match contained.max_by_key(|(word, _)| word.len()) {
            Some((_, fields)) => (fields.clone(), 60),
            None => (Vec::new(), 0),
        }
    }

    /// Whether a cell's text is a heading that is known as it stands.
    pub fn knows(&self, text: &str) -> bool {
        let key = heading_key(text);
        if key.is_empty() {
            return false;
        }
        self.fields.contains_key(&key) || self.groups.contains_key(&key) || self.fields.contains_key(&without_brackets(&key))
    }

    /// The field of a nested object's key.
    pub fn nested(&self, context: &str, key: &str) -> Option<&'static str> {
        self.nested.get(context)?.get(&heading_key(key)).copied()
    }
}

/// A heading as mappings remember it: one width, no white space, small letters, no sign at its end.
pub(in super::super) fn heading_key(heading: &str) -> String {
    let plain = squeeze(heading).to_lowercase();
    plain.trim_matches([':', '*', '：', '_', '.', '"']).replace(['／', '\\'], "/")
}

/// A lower heading that only makes sense with the one above it: 承办单位 over 名称.
fn says_little(lower: &str) -> bool {
    ["名称", "单位", "单位名称", "日期", "时间", "情况", "内容", "姓名", "年月日"].contains(&lower)
}

fn without_brackets(key: &str) -> String {
    let mut bare = String::new();
    let mut depth = 0_usize;
    for letter in key.chars() {
        match letter {
            '(' | '[' | '【' | '〔' => depth += 1,
            ')' | ']' | '】' | '〕' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(letter),
            _ => {}
        }
    }
    bare
}
