//! A report's figures beside the counts of a public data set.

use crate::report::concepts::{last_class_letter, result_of};
use crate::report::quotient::{Printed, half_up, percent_words};
use crate::report::{Dimension, Figure, FigureKind, Precision, Relation, ReportAudit};

/// A count that a data set states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedCount {
    /// By what it divides the data set; [`Dimension::Plain`] for totals and bodies.
    pub dimension: Dimension,
    /// Its name there: A类, 已解决, 满意, 交通运输, a body; 总数 and 已答复 for what is none of these.
    pub name: String,
    /// How many.
    pub count: u64,
    /// The sum of its division, of which it is a share.
    pub whole: u64,
}

/// A figure of the report with the counts that its words may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedFigure {
    /// The figure, by index.
    pub figure: usize,
    /// The counts, by index, the agreeing one first; empty where the data set has none.
    pub counts: Vec<usize>,
    /// Whether one of them is its value.
    pub agrees: bool,
    /// The first of them, printed as the figure is.
    pub printed: Option<String>,
}

/// Every figure of the report's own year with the counts of its label, in text order.
pub fn beside_published(audit: &ReportAudit, counts: &[PublishedCount]) -> Vec<PublishedFigure> {
    let comparing = |index: &usize| audit.claims.iter().any(|claim| claim.told == *index);
    let own = (0..audit.figures.len()).filter(|index| !comparing(index));
    own.filter_map(|index| {
        let figure = audit.figures.get(index).filter(|figure| !figure.earlier && figure.unit != "个百分点")?;
        let named = match figure.kind {
            FigureKind::Count => figure,
            FigureKind::Percent => numerator(audit, index).unwrap_or(figure),
        };
        let mut places: Vec<usize> = (0..counts.len())
            .filter(|place| counts.get(*place).is_some_and(|count| count.count > 0 && names(named, count)))
            .collect();
        let is_value = |place: &usize| counts.get(*place).is_some_and(|count| fits(figure, count));
        places.sort_by_key(|place| !is_value(place));
        let agrees = places.first().is_some_and(is_value);
        let printed = places.first().and_then(|place| counts.get(*place)).and_then(|count| printed_as(figure, count));
        Some(PublishedFigure { figure: index, counts: places, agrees, printed })
    })
    .collect()
}

/// The one count that the auditor found the percentage to be a share of.
fn numerator(audit: &ReportAudit, percent: usize) -> Option<&Figure> {
    let is_share = |relation: &Relation| matches!(relation, Relation::Share { percent: of, .. } if *of == percent);
    let share = audit.equations.iter().find(|equation| is_share(&equation.relation) && equation.left.len() == 1)?;
    audit.figures.get(share.left.first()?.figure)
}

/// Whether the words of `figure` name `count`.
fn names(figure: &Figure, count: &PublishedCount) -> bool {
    let (label, name) = (figure.label.trim(), count.name.trim());
    let bare = |words: &str| words.trim_end_matches(['类', '方', '面', '领', '域']).to_owned();
    let of_items = matches!(figure.unit, "件" | "份" | "" | "%");
    match count.dimension {
        Dimension::Class => {
            let letter = last_class_letter(&format!("{}类", bare(name)));
            let part = letter.as_deref().or_else(|| result_of(name)).unwrap_or(name);
            figure.part == part || bare(label) == bare(name) || (figure.kind == FigureKind::Percent && label == part)
        }
        Dimension::Feedback => {
            (figure.dimension == Dimension::Feedback && figure.part == name)
                || (figure.kind == FigureKind::Percent && label == name)
        }
        Dimension::Topic => !label.is_empty() && bare(label) == bare(name),
        Dimension::Plain if name == "总数" => {
            let whole = matches!(figure.dimension, Dimension::Plain | Dimension::Kind);
            let says = ["承办", "收到", "交办", "办理", "公开", "建议", "提案"].iter().any(|word| label.ends_with(word));
            whole && of_items && figure.kind == FigureKind::Count && (label == "总数" || says)
        }
        Dimension::Plain if name == "已答复" => {
            ["答复", "办复", "办结", "办理完毕"].iter().any(|word| label.ends_with(word)) && figure.kind == FigureKind::Count
        }
        Dimension::Plain => label == name,
        _ => false,
    }
}

fn fits(figure: &Figure, count: &PublishedCount) -> bool {
    match figure.kind {
        FigureKind::Count if figure.precision == Precision::Exact => figure.mantissa == count.count,
        FigureKind::Count => figure.mantissa.abs_diff(count.count) * 10 <= count.count,
        FigureKind::Percent => {
            let printed = Printed { mantissa: figure.mantissa, decimals: figure.decimals, precision: figure.precision };
            printed.fits(count.count, count.whole)
        }
    }
}

fn printed_as(figure: &Figure, count: &PublishedCount) -> Option<String> {
    match figure.kind {
        FigureKind::Count => Some(format!("{}{}", count.count, figure.unit)),
        FigureKind::Percent => Some(percent_words(half_up(count.count, count.whole, figure.decimals)?, figure.decimals)),
    }
}
