//! A report beside last year's, and beside a public data set.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::report::beside::{PublishedCount, YearsBeside, beside_last_year, beside_published};
use crate::report::{Dimension, Figure, FigureKind, ReportAudit, ReportInput};
use crate::wire::{self, Utf16};

/// `audit` of `text` beside last year's report, which is audited for its figures.
pub(super) fn last_year(audit: &ReportAudit, text: &str, input: &ReportInput) -> wire::LastYearView {
    let last = crate::report::audit(input);
    let YearsBeside { years, same, claims, unmatched, unmatched_others } = beside_last_year(audit, text, &last, &input.text);
    let places = Utf16::new(&input.text);
    let numbers = |figures: Vec<usize>| figures.into_iter().map(|figure| figure as u32).collect::<Vec<u32>>();
    let changed = |figures: &[usize], others: &[usize]| match (figures, others) {
        ([figure], [other]) => change(audit.figures.get(*figure)?, last.figures.get(*other)?),
        _ => None,
    };
    wire::LastYearView {
        year: years.0,
        other_year: years.1,
        figures: last
            .figures
            .iter()
            .map(|figure| wire::OtherFigureView {
                label: figure.label.clone(),
                printed: figure.printed.of(&input.text).to_owned(),
                span: places.span(figure.printed),
            })
            .collect(),
        same: same
            .into_iter()
            .map(|same| wire::SameLabelView {
                change: changed(&same.figures, &same.others),
                figures: numbers(same.figures),
                others: numbers(same.others),
            })
            .collect(),
        claims: claims
            .into_iter()
            .map(|claim| wire::YearClaimView {
                told: claim.told as u32,
                of: claim.of as u32,
                others: numbers(claim.others),
                state: match claim.agrees {
                    Some(true) => "agrees",
                    Some(false) => "differs",
                    None => "unmatched",
                }
                .to_owned(),
                expected: claim.expected,
            })
            .collect(),
        unmatched: numbers(unmatched),
        unmatched_others: numbers(unmatched_others),
    }
}

/// +16（+12.21%）, −0.5个百分点.
fn change(figure: &Figure, other: &Figure) -> Option<String> {
    let sign = |less: bool| if less { "−" } else { "+" };
    if figure.kind == FigureKind::Percent {
        let decimals = usize::from(figure.decimals.max(other.decimals));
        let points = figure.value() - other.value();
        return Some(format!("{}{:.decimals$}个百分点", sign(points < 0.0), points.abs()));
    }
    let (now, before) = (figure.mantissa, other.mantissa);
    let by = now.abs_diff(before);
    let sign = sign(now < before);
    let hundredths = by.checked_mul(20_000)?.checked_add(before)?.checked_div(before.checked_mul(2)?)?;
    Some(format!("{sign}{by}（{sign}{}.{:02}%）", hundredths / 100, hundredths % 100))
}

/// What `summary.json` of a `jianyi/public/1` bundle says that a report may say too.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct PublicSummary {
    format: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    as_of: String,
    entries: u64,
    #[serde(default)]
    withheld: u64,
    #[serde(default)]
    replies: u64,
    #[serde(default)]
    years: Vec<(String, u64)>,
    #[serde(default)]
    bodies: Vec<(String, u64)>,
    #[serde(default)]
    topics: Vec<(String, u64)>,
    #[serde(default)]
    classes: Vec<(String, u64)>,
    #[serde(default)]
    feedback: Vec<(String, u64)>,
}

/// `audit` beside the `summary.json` of a public data set; a fault where it is none.
pub(super) fn published(audit: &ReportAudit, summary: &str) -> wire::PublicCountsView {
    let read: Option<PublicSummary> = serde_json::from_str(summary.trim_start_matches('\u{feff}')).ok();
    let Some(read) = read.filter(|read| read.format == crate::publication::PUBLIC_FORMAT) else {
        return wire::PublicCountsView {
            fault: Some("not-a-summary".to_owned()),
            title: String::new(),
            as_of: String::new(),
            entries: 0.0,
            withheld: 0.0,
            figures: Vec::new(),
        };
    };
    let counts = counts(&read);
    let figures = beside_published(audit, &counts);
    wire::PublicCountsView {
        fault: None,
        title: read.title,
        as_of: read.as_of,
        entries: read.entries as f64,
        withheld: read.withheld as f64,
        figures: figures
            .into_iter()
            .map(|beside| wire::PublishedFigureView {
                figure: beside.figure as u32,
                state: match (beside.counts.is_empty(), beside.agrees) {
                    (true, _) => "unbound",
                    (_, true) => "agrees",
                    _ => "differs",
                }
                .to_owned(),
                names: beside.counts.iter().filter_map(|place| counts.get(*place)).map(named).collect(),
                printed: beside.printed,
            })
            .collect(),
    }
}

/// 公开条目 of 总数, with what it counts.
fn named(count: &PublishedCount) -> String {
    format!("{} {}", count.name, count.count)
}

fn counts(read: &PublicSummary) -> Vec<PublishedCount> {
    let ratings: BTreeMap<&str, &str> =
        [("satisfied", "满意"), ("basically-satisfied", "基本满意"), ("dissatisfied", "不满意")].into();
    let plain =
        |name: &str, count: u64| PublishedCount { dimension: Dimension::Plain, name: name.to_owned(), count, whole: count };
    let mut counts = vec![plain("总数", read.entries)];
    if read.withheld > 0 {
        counts.push(plain("总数", read.entries.saturating_add(read.withheld)));
    }
    // A report is of one year, a data set may be of several.
    let of_years = read.years.iter().filter(|(_, count)| read.years.len() > 1 && *count > 0);
    counts.extend(of_years.map(|(_, count)| plain("总数", *count)));
    counts.push(plain("已答复", read.replies));
    let divisions = [
        (Dimension::Class, &read.classes),
        (Dimension::Topic, &read.topics),
        (Dimension::Plain, &read.bodies),
        (Dimension::Feedback, &read.feedback),
    ];
    for (dimension, groups) in divisions {
        let whole = groups.iter().fold(0, |sum: u64, (_, count)| sum.saturating_add(*count));
        let wanted = groups.iter().filter(|(name, _)| !name.is_empty());
        counts.extend(wanted.map(|(name, count)| {
            let name = ratings.get(name.as_str()).map_or_else(|| name.clone(), |word| (*word).to_owned());
            PublishedCount { dimension, name, count: *count, whole }
        }));
    }
    counts
}
