//! When two figures of different texts are of one label.

use std::collections::BTreeSet;

use crate::report::{Dimension, Figure, FigureKind, ReportAudit};

/// What a figure is of, in words that do not depend on year and place in the text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    is_percent: bool,
    dimension: Dimension,
    part: String,
}

/// The key of a figure of the report's own year; `None` for what is no figure of it, or has no label.
pub(super) fn key(figure: &Figure) -> Option<Key> {
    if figure.earlier || figure.unit == "个百分点" || figure.times > 1 {
        return None;
    }
    let is_percent = figure.kind == FigureKind::Percent;
    let dimension = if is_percent { Dimension::Plain } else { figure.dimension };
    let part = match dimension {
        Dimension::Plain | Dimension::Topic => bare(&figure.label, figure.unit),
        Dimension::Kind => bare(&figure.part, figure.unit),
        Dimension::Year => return None,
        _ => figure.part.clone(),
    };
    (!part.is_empty()).then_some(Key { is_percent, dimension, part })
}

/// A label without the year and the verb of its sentence: 2024年共承办人大代表建议 is 建议, 办理工作满意率 is 满意率.
fn bare(label: &str, unit: &str) -> String {
    let label: String = label.chars().filter(|letter| !letter.is_ascii_digit() && !letter.is_whitespace()).collect();
    let dropped = ["今年", "本年度", "本年", "年度", "全年", "共", "总计", "合计", "其中", "代表们", "的", "年"];
    let words = dropped.iter().fold(label, |words, word| words.replace(word, ""));
    let words = words.trim_end_matches(['类', '为', '达']);
    let words = words.strip_suffix("方面").or_else(|| words.strip_suffix("领域")).unwrap_or(words);
    let of_units = if matches!(unit, "件" | "%" | "") { "" } else { unit };
    format!("{words}{of_units}")
}

/// The figures of `audit` by key, in text order; those that compare with the year before are not the year's own.
pub(super) fn keyed(audit: &ReportAudit) -> Vec<(Key, Vec<usize>)> {
    let comparing: BTreeSet<usize> = audit.claims.iter().map(|claim| claim.told).collect();
    let mut keyed: Vec<(Key, Vec<usize>)> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    for (index, figure) in audit.figures.iter().enumerate().filter(|(index, _)| !comparing.contains(index)) {
        let Some(key) = key(figure) else { continue };
        let place = *places.entry(key.clone()).or_insert_with(|| {
            keyed.push((key, Vec::new()));
            keyed.len() - 1
        });
        if let Some((_, figures)) = keyed.get_mut(place) {
            figures.push(index);
        }
    }
    keyed
}

/// Whether the words right before `figure` speak of suggestions, or of proposals; `None` where they speak of both or neither.
pub(super) fn speaks_of_suggestions(text: &str, figure: &Figure) -> Option<bool> {
    const NEAR: usize = 900;
    let end = figure.printed.start;
    let start = (end.saturating_sub(NEAR)..=end).find(|at| text.is_char_boundary(*at)).unwrap_or(end);
    let before = text.get(start..end)?;
    let (suggestion, proposal) = (before.rfind("建议"), before.rfind("提案"));
    let beside = suggestion.zip(proposal).is_some_and(|(one, other)| one.abs_diff(other) <= "建议和政协".len());
    if beside { None } else { (suggestion != proposal).then_some(suggestion > proposal) }
}
