//! Reads the figures of a report on the handling, recomputes what can be recomputed, and says what does not agree.
//!
//! [`audit`] is the one way in. A text is laid out (`page`), its tables and quantities are found (`tables`, `quantities`)
//! and understood (`context`, `concepts`, `items`); digits that were damaged are restored where only one way fits (`damage`);
//! lists of parts are put together (`lists`) and equations are looked for (`sums`, `shares`, `rates`, `growth`, `repeats`).
//! Only what no plausible total or base explains is a contradiction, which one of the [`rules`] words. What is said of the
//! year before (`claims`) can be held against last year's report, and any figure against published counts ([`beside`]).

mod bases;
pub mod beside;
mod case;
mod claims;
mod complements;
mod concepts;
mod context;
mod damage;
mod figure;
mod growth;
mod items;
mod letters;
mod lists;
mod nesting;
mod outcome;
mod page;
mod quantities;
mod quotient;
mod rates;
mod relevance;
mod repeats;
mod roles;
pub mod rules;
mod shares;
mod sums;
mod tables;
mod told_totals;
mod wording;

pub use case::ReportCase;
pub use figure::{
    Change, Coverage, Dimension, Equation, Figure, FigureGroup, FigureKind, Precision, Reading, Relation, ReportAudit, Restored,
    Rounding, Term, YearClaim,
};
pub use outcome::{Conflict, ShareFault};

use crate::rule::{Finding, Verdict};
use items::Item;
use outcome::{Outcome, Study};
use page::Page;
use quantities::Measure;

/// A report to audit.
#[derive(Debug, Clone, Default)]
pub struct ReportInput {
    /// The report's plain text.
    pub text: String,
    /// What the class letters mean in this place.
    pub scheme: ClassScheme,
}

/// The meanings of the class letters; the default is the one of the National People's Congress and Xinjiang (DOMAIN §3.1).
#[derive(Debug, Clone)]
pub struct ClassScheme {
    /// One entry per letter; a letter that is not listed is not compared.
    pub classes: Vec<ClassMeaning>,
}

/// One class letter.
#[derive(Debug, Clone)]
pub struct ClassMeaning {
    /// `A` … `D`, or 甲 … 丁.
    pub letter: String,
    /// Which results it may stand for: 已解决, 正在解决, 列入计划, 正在解决或列入计划, 解决或计划解决, 未解决, 留作参考.
    pub meanings: Vec<String>,
}

impl Default for ClassScheme {
    fn default() -> Self {
        let class = |letter: &str, meanings: &[&str]| ClassMeaning {
            letter: letter.to_string(),
            meanings: meanings.iter().map(ToString::to_string).collect(),
        };
        let planned = &["正在解决", "列入计划", "正在解决或列入计划", "解决或计划解决"];
        let unsolved = &["未解决", "留作参考"];
        Self {
            classes: vec![
                class("A", &["已解决", "解决或计划解决"]),
                class("B", planned),
                class("C", unsolved),
                class("D", unsolved),
                class("甲", &["已解决", "解决或计划解决"]),
                class("乙", planned),
                class("丙", unsolved),
                class("丁", unsolved),
            ],
        }
    }
}

/// Reads and checks the figures of a report; any text is handled.
///
/// The stages are kept apart (`inline(never)`): in one function of a megabyte, engines never come to compile them well.
pub fn audit(input: &ReportInput) -> ReportAudit {
    let page = Page::new(&input.text);
    let tables = tables::tables(&page);
    let skipped: Vec<(usize, usize)> = tables.iter().map(|table| (table.start, table.end)).collect();
    let read = quantities::quantities(&page, &skipped);
    let (running, mut aside) = items::items(&page, read.found);
    aside.extend(read.set_aside);
    let items = merge(running, tables.iter().flat_map(|table| tables::table_items(&page, table)).collect());

    let lists = lists::lists(&page, &items);
    let mut study = Study::new(&page, items, lists);
    let damage = damage::damage(&study, &read.gaps);
    if !damage.items.is_empty() {
        aside.extend(
            damage.items.iter().filter_map(|index| study.item(*index)).map(|item| (item.quantity.start, item.quantity.end)),
        );
        let items = without(study.items, &damage.items);
        let lists = lists::lists(&page, &items);
        study = Study::new(&page, items, lists);
    }
    aside.extend(read.gaps.iter().map(|gap| (gap.start, gap.end)));

    let mut outcome = Outcome::default();
    let wholes = sums::check(&study, &mut outcome);
    complements::check(&study, &mut outcome);
    shares::check(&study, &wholes, &mut outcome);
    rates::check(&study, &mut outcome);
    growth::check(&study, &mut outcome);
    repeats::check(&study, &mut outcome);
    letters::check(&study, &input.scheme.classes, &mut outcome);
    tables::check(&study, &tables, &mut outcome);
    outcome.conflicts.extend(damage.conflicts);
    let claims = claims::claims(&study);
    let audited = conclude(&page, study.items, &study.lists, outcome, damage.readings, aside);
    ReportAudit { claims, ..audited }
}

#[inline(never)]
fn conclude(
    page: &Page,
    items: Vec<Item>,
    lists: &[lists::List],
    outcome: Outcome,
    readings: Vec<Reading>,
    mut aside: Vec<(usize, usize)>,
) -> ReportAudit {
    let groups: Vec<FigureGroup> = lists
        .iter()
        .map(|list| FigureGroup { dimension: list.dimension, figures: list.items.clone(), parent: list.parent })
        .collect();
    let mut figures: Vec<Figure> = items.iter().map(|item| figure(page, item)).collect();
    for (place, group) in groups.iter().enumerate() {
        for index in &group.figures {
            if let Some(figure) = figures.get_mut(*index) {
                figure.group = Some(place);
            }
        }
    }
    for equation in &outcome.equations {
        if let Relation::Share { percent, .. } = equation.relation
            && let Some(figure) = figures.get_mut(percent)
        {
            figure.base = equation.base;
        }
    }
    let coverage = coverage(&figures, &outcome.equations);
    let case = ReportCase { text: page.text().to_string(), figures, conflicts: outcome.conflicts };
    let findings = findings(&case);
    aside.sort_unstable();
    let unread = aside.into_iter().map(|(start, end)| page.span(start, end)).collect();
    let (figures, equations) = (case.figures, outcome.equations);
    ReportAudit { figures, groups, equations, findings, unread, readings, coverage, claims: Vec::new() }
}

/// What all rules find in `case`, in text order.
fn findings(case: &ReportCase) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for rule in rules::RULES {
        if let Verdict::Fail(found) | Verdict::Confirm(found) = (rule.check)(case) {
            findings.extend(found);
        }
    }
    findings.sort_by_key(|finding| finding.spans.first().map(|span| (span.start, span.end)));
    findings.dedup();
    findings
}

fn coverage(figures: &[Figure], equations: &[Equation]) -> Coverage {
    let mut covered = vec![false; figures.len()];
    let mut cover = |index: usize| {
        if let Some(figure) = covered.get_mut(index) {
            *figure = true;
        }
    };
    for equation in equations {
        if let Relation::Share { percent, .. } | Relation::PossibleShare { percent } = equation.relation {
            cover(percent);
        }
        equation.left.iter().chain(&equation.right).for_each(|term| cover(term.figure));
    }
    Coverage { in_equations: covered.iter().filter(|covered| **covered).count(), figures: figures.len() }
}

/// Items of running text and of tables in text order.
fn merge(running: Vec<Item>, cells: Vec<Item>) -> Vec<Item> {
    if cells.is_empty() {
        return running;
    }
    let starts: Vec<usize> = running.iter().map(|item| item.quantity.start).collect();
    let mut all: Vec<Item> = running.into_iter().chain(cells).collect();
    all.sort_by_key(|item| item.quantity.start);
    let places: Vec<usize> = starts.iter().map(|start| all.partition_point(|item| item.quantity.start < *start)).collect();
    for item in &mut all {
        for numerator in &mut item.numerators {
            *numerator = places.get(*numerator).copied().unwrap_or(*numerator);
        }
    }
    all
}

/// `items` without those at `removed`.
fn without(items: Vec<Item>, removed: &[usize]) -> Vec<Item> {
    let mut moved = Vec::with_capacity(items.len());
    let mut next = 0;
    for index in 0..items.len() {
        let stays = !removed.contains(&index);
        moved.push(stays.then_some(next));
        next += usize::from(stays);
    }
    let kept = items.into_iter().enumerate().filter(|(index, _)| moved.get(*index).is_some_and(Option::is_some));
    kept.map(|(_, mut item)| {
        item.numerators = item.numerators.iter().filter_map(|old| moved.get(*old).copied().flatten()).collect();
        item
    })
    .collect()
}

fn figure(page: &Page, item: &Item) -> Figure {
    let quantity = &item.quantity;
    Figure {
        kind: if quantity.measure == Measure::Count { FigureKind::Count } else { FigureKind::Percent },
        mantissa: quantity.mantissa,
        decimals: quantity.decimals,
        printed: page.span(quantity.start, quantity.end),
        unit: quantity.unit,
        label: item.label.clone(),
        dimension: item.concept.dimension,
        part: item.concept.value.clone(),
        earlier: item.concept.earlier,
        base: None,
        qualifier: quantity.qualifier,
        precision: quantity.precision,
        times: item.times,
        group: None,
    }
}
