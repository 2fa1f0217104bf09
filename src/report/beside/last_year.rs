//! This year's report beside last year's: figures of one label, and what is said of the year before.

use std::collections::BTreeSet;

use super::key::{Key, keyed, speaks_of_suggestions};
use crate::report::quotient::{Printed, half_up, percent_words};
use crate::report::{Change, Figure, FigureKind, Precision, ReportAudit, YearClaim};

/// Figures of one label in both reports, by index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SameLabel {
    /// Of this year's report: one, or several of different values.
    pub figures: Vec<usize>,
    /// Of last year's: one, or several of different values.
    pub others: Vec<usize>,
}

/// A figure that speaks of the year before, held against last year's report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedClaim {
    /// The figure that says it.
    pub told: usize,
    /// The figure of this year that it speaks of.
    pub of: usize,
    /// Last year's figures of the same label; empty where there is none.
    pub others: Vec<usize>,
    /// Whether one of them bears it out; `None` where there is none.
    pub agrees: Option<bool>,
    /// What should stand there, where it does not agree.
    pub expected: Option<String>,
}

/// Two reports side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct YearsBeside {
    /// The year that each report speaks of most.
    pub years: (Option<u32>, Option<u32>),
    /// What both state.
    pub same: Vec<SameLabel>,
    /// What this year's says of the year before.
    pub claims: Vec<CheckedClaim>,
    /// Figures of this year's report to which last year's has none of the same label.
    pub unmatched: Vec<usize>,
    /// Figures of last year's report to which this year's has none.
    pub unmatched_others: Vec<usize>,
}

/// Puts `audit` of `text` beside `last` of `last_text`.
pub fn beside_last_year(audit: &ReportAudit, text: &str, last: &ReportAudit, last_text: &str) -> YearsBeside {
    let (keys, last_keys) = (keyed(audit), keyed(last));
    let match_of = |key: &Key| last_keys.iter().find(|(other, _)| other == key).map(|(_, others)| others.as_slice());
    let mut beside = YearsBeside { years: (year_of(text), year_of(last_text)), ..YearsBeside::default() };
    for (key, figures) in &keys {
        match match_of(key) {
            Some(others) => {
                let (figures, others) = (distinct(audit, figures), distinct(last, others));
                beside.same.extend(split_by_kind((audit, text, figures), (last, last_text, others)));
            }
            None => beside.unmatched.extend(distinct(audit, figures)),
        }
    }
    for (key, others) in &last_keys {
        if keys.iter().all(|(other, _)| other != key) {
            beside.unmatched_others.extend(distinct(last, others));
        }
    }
    let others_of = |figure: usize| beside.same.iter().find(|same| holds(audit, same, figure)).map(|same| same.others.as_slice());
    let claims: Vec<CheckedClaim> = audit.claims.iter().filter_map(|claim| checked(audit, last, claim, &others_of)).collect();
    let told: BTreeSet<usize> = claims.iter().map(|claim| claim.told).collect();
    beside.unmatched.retain(|figure| !told.contains(figure));
    YearsBeside { claims, ..beside }
}

/// The year that `text` names most often, the first of several.
fn year_of(text: &str) -> Option<u32> {
    let mut counts: Vec<(u32, usize)> = Vec::new();
    for (place, _) in text.match_indices('年') {
        let digits = place.checked_sub(4).and_then(|start| text.get(start..place));
        let year = digits.and_then(|digits| digits.parse::<u32>().ok()).filter(|year| (1950..2100).contains(year));
        let Some(year) = year else { continue };
        match counts.iter_mut().find(|(known, _)| *known == year) {
            Some((_, count)) => *count += 1,
            None => counts.push((year, 1)),
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(year, _)| year)
}

/// One figure for each value, in text order.
fn distinct(audit: &ReportAudit, figures: &[usize]) -> Vec<usize> {
    let value = |index: &usize| audit.figures.get(*index).map(|figure| (figure.mantissa, figure.decimals));
    let mut seen = Vec::new();
    figures.iter().copied().filter(|index| !seen.contains(&value(index)) && (seen.push(value(index)), true).1).collect()
}

/// A report's audit and text with some of its figures.
type Side<'s> = (&'s ReportAudit, &'s str, Vec<usize>);

/// The figures of suggestions beside those of suggestions, of proposals beside those of proposals, where that parts them.
fn split_by_kind((audit, text, figures): Side, (last, last_text, others): Side) -> Vec<SameLabel> {
    if figures.len() <= 1 && others.len() <= 1 {
        return vec![SameLabel { figures, others }];
    }
    let of = |audit: &ReportAudit, text: &str, figures: &[usize], kind: bool| -> Vec<usize> {
        let is_of =
            |index: &&usize| audit.figures.get(**index).is_some_and(|figure| speaks_of_suggestions(text, figure) == Some(kind));
        figures.iter().filter(is_of).copied().collect()
    };
    let parts: Vec<SameLabel> = [true, false]
        .into_iter()
        .map(|kind| SameLabel { figures: of(audit, text, &figures, kind), others: of(last, last_text, &others, kind) })
        .collect();
    let told_apart = parts.iter().map(|part| part.figures.len()).sum::<usize>() == figures.len()
        && parts.iter().map(|part| part.others.len()).sum::<usize>() == others.len()
        && parts.iter().all(|part| !part.figures.is_empty() && !part.others.is_empty());
    if told_apart { parts } else { vec![SameLabel { figures, others }] }
}

/// Whether `figure` is, or repeats, one of those of `same`.
fn holds(audit: &ReportAudit, same: &SameLabel, figure: usize) -> bool {
    let Some(wanted) = audit.figures.get(figure) else { return false };
    let key = super::key::key(wanted);
    same.figures.iter().filter_map(|index| audit.figures.get(*index)).any(|other| {
        key.is_some() && super::key::key(other) == key && (other.mantissa, other.decimals) == (wanted.mantissa, wanted.decimals)
    })
}

/// `claim` with the first of its figures that last year's report has; the first that bears it out before that.
fn checked<'o>(
    audit: &ReportAudit,
    last: &ReportAudit,
    claim: &YearClaim,
    others_of: &impl Fn(usize) -> Option<&'o [usize]>,
) -> Option<CheckedClaim> {
    let told = audit.figures.get(claim.told)?;
    let known = claim.of.iter().filter_map(|of| Some((*of, audit.figures.get(*of)?, others_of(*of)?)));
    let tried: Vec<CheckedClaim> = known
        .map(|(of, figure, others)| {
            let values: Vec<&Figure> = others.iter().filter_map(|other| last.figures.get(*other)).collect();
            let agrees = values.iter().any(|before| bears_out(told, claim.says, figure, before));
            let expected = match values.as_slice() {
                [before] if !agrees => expected(told, claim.says, figure, before),
                _ => None,
            };
            CheckedClaim { told: claim.told, of, others: others.to_vec(), agrees: Some(agrees), expected }
        })
        .collect();
    let agreeing = tried.iter().find(|claim| claim.agrees == Some(true)).or(tried.first()).cloned();
    let unknown = CheckedClaim { told: claim.told, of: *claim.of.first()?, others: Vec::new(), agrees: None, expected: None };
    Some(agreeing.unwrap_or(unknown))
}

/// Whether what `told` says of the change to `now` is so for `before`.
fn bears_out(told: &Figure, says: Change, now: &Figure, before: &Figure) -> bool {
    if now.kind == FigureKind::Percent {
        return matches!(says, Change::Points { more } if points_fit(told, more, now, before));
    }
    if now.precision != Precision::Exact || before.precision != Precision::Exact || now.kind != before.kind {
        return true;
    }
    let (now, before) = (now.mantissa, before.mantissa);
    match says {
        Change::Earlier => told.mantissa == before,
        Change::Difference { more } => told.mantissa == now.abs_diff(before) && (now == before || (now > before) == more),
        Change::Growth { more } => printed(told).fits(now.abs_diff(before), before) && (now == before || (now > before) == more),
        Change::Points { .. } => true,
    }
}

fn points_fit(told: &Figure, more: bool, now: &Figure, before: &Figure) -> bool {
    let change = now.value() - before.value();
    // Both shares were rounded before, and the points may be the difference of what was not.
    let decimals = told.decimals.min(now.decimals).min(before.decimals);
    let slack = 10f64.powi(-i32::from(decimals)) * if told.decimals < now.decimals { 0.5 } else { 1.01 } + 1e-9;
    (change.abs() - told.value()).abs() <= slack && (change.abs() < slack || (change > 0.0) == more)
}

/// What should be said where `told` is not so.
fn expected(told: &Figure, says: Change, now: &Figure, before: &Figure) -> Option<String> {
    if now.kind == FigureKind::Percent {
        let decimals = usize::from(now.decimals.max(before.decimals));
        let change = now.value() - before.value();
        return Some(format!("{}{:.decimals$}个百分点", if change < 0.0 { "下降" } else { "提高" }, change.abs()));
    }
    let (now, before) = (now.mantissa, before.mantissa);
    let fell = now < before;
    match says {
        Change::Earlier => Some(format!("{before}{}", told.unit)),
        Change::Difference { .. } => Some(format!("{}{}{}", if fell { "减少" } else { "增加" }, now.abs_diff(before), told.unit)),
        Change::Growth { .. } => {
            let right = half_up(now.abs_diff(before), before, told.decimals)?;
            Some(format!("{}{}", if fell { "下降" } else { "增长" }, percent_words(right, told.decimals)))
        }
        Change::Points { .. } => None,
    }
}

fn printed(figure: &Figure) -> Printed {
    Printed { mantissa: figure.mantissa, decimals: figure.decimals, precision: figure.precision }
}
