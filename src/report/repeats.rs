//! Figures that are told twice, and clauses that are printed twice.

use super::bases::bases;
use super::concepts::Dimension;
use super::figure::Relation;
use super::items::{Item, ShareKind};
use super::outcome::{Conflict, Outcome, Study};
use super::quotient::Printed;
use crate::text::short::{any_of, holds};

/// Checks references back to a total, the rate in the title, and doubled clauses.
#[inline(never)]
pub(crate) fn check(study: &Study, outcome: &mut Outcome) {
    for index in 0..study.items.len() {
        check_reference(study, index, outcome);
    }
    check_title_rates(study, outcome);
    check_doubled_clauses(study, outcome);
}

/// How firmly a clause refers back to a count told before.
#[derive(PartialEq, Eq)]
enum Reference {
    /// 上述231件提案.
    Definite,
    /// 86件建议已全部办复, at the start of a clause.
    Bare,
}

fn check_reference(study: &Study, index: usize, outcome: &mut Outcome) {
    let Some(item) = study.item(index).filter(|item| item.is_count() && item.is_exact() && !item.in_table) else { return };
    let Some(reference) = reference(study, item) else { return };
    let same_unit = |other: &usize| {
        study.item(*other).is_some_and(|other| {
            other.is_count()
                && other.is_exact()
                && other.quantity.unit == item.quantity.unit
                && !other.concept.earlier
                && other.times == 1
        })
    };
    let earlier: Vec<usize> = (0..index).rev().filter(same_unit).take(80).collect();
    if let Some(first) = earlier
        .iter()
        .copied()
        .filter(|other| study.amount(*other) == item.amount())
        .min_by_key(|other| study.item(*other).map(|other| other.concept != item.concept))
    {
        outcome.relation(Relation::Repeated, study.terms(&[first, index]), true);
        return;
    }
    let of_a_part = matches!(item.concept.dimension, Dimension::Role | Dimension::Class);
    if bases(study, &[index], None).iter().any(|base| {
        base.value == item.amount()
            && (base.rank < 102 || base.rank == 180 || of_a_part)
            && base.terms(study).iter().all(|term| term.figure < index)
    }) {
        return;
    }
    let Some(first) = referent(study, item, &earlier, &reference) else { return };
    outcome.relation(Relation::Repeated, study.terms(&[first, index]), false);
    outcome.conflicts.push(Conflict::Repeated { first, again: index });
}

fn reference(study: &Study, item: &Item) -> Option<Reference> {
    let page = study.page;
    let start = item.quantity.start;
    let noun = [
        "建议",
        "提案",
        "代表建议",
        "政协提案",
        "意见建议",
        "议案",
        "人大",
        "市政协",
        "县政协",
        "省政协",
        "区政协",
        "主办",
        "协办",
        "会办",
        "A类",
        "B类",
        "C类",
        "均",
        "已",
        "全部",
        "中",
    ]
    .iter()
    .any(|noun| item.context.after.starts_with(noun));
    if page.last_of(start, &["上述", "以上", "这"]).is_some() {
        return Some(Reference::Definite).filter(|_| noun);
    }
    let clause_start = matches!(page.before(start), '，' | '。' | '；' | '\n' | '：' | '\u{3000}')
        || page.last_of(start, &["，对", "。对", "，将", "。将", "\n对", "受理的", "承办的", "。在", "\n在", "，全部"]).is_some();
    let whole = any_of(&item.context.after, &["全部", "均", "都", "逐件", "所有", "中，", "件中"])
        || item.context.after.ends_with('中')
        || item.context.after.starts_with('中')
        || holds(&item.context.after, "中有");
    (clause_start && noun && whole).then_some(Reference::Bare)
}

/// The earlier count that is meant: the only one of the same class or role, or the first total.
fn referent(study: &Study, item: &Item, earlier: &[usize], reference: &Reference) -> Option<usize> {
    let same_concept: Vec<usize> = earlier
        .iter()
        .copied()
        .filter(|other| study.item(*other).is_some_and(|other| other.concept == item.concept && other.context.bracket.is_none()))
        .collect();
    if matches!(item.concept.dimension, Dimension::Role | Dimension::Class) {
        let one_value =
            same_concept.iter().all(|other| study.amount(*other) == same_concept.first().map_or(0, |first| study.amount(*first)));
        return same_concept.first().copied().filter(|_| one_value);
    }
    let is_total = |other: &usize| {
        study.item(*other).is_some_and(|other| {
            matches!(other.concept.dimension, Dimension::Plain | Dimension::Kind | Dimension::SessionTime | Dimension::Filing)
                && other.context.bracket.is_none()
        })
    };
    let totals: Vec<usize> = earlier.iter().copied().filter(is_total).collect();
    match reference {
        Reference::Definite => totals
            .iter()
            .copied()
            .filter(|other| similar(study.amount(*other), item.amount()))
            .max_by_key(|other| study.amount(*other))
            .or_else(|| totals.last().copied().filter(|_| totals.len() == 1)),
        Reference::Bare => {
            let main = totals.iter().copied().max_by_key(|other| study.amount(*other))?;
            let (total, again) = (study.amount(main), item.amount());
            let close = again.saturating_mul(5) >= total.saturating_mul(4) && again.saturating_mul(4) <= total.saturating_mul(5);
            let rest_is_told = study.items.iter().any(|other| other.is_count() && other.amount() == total.abs_diff(again));
            (similar(total, again) || (totals.len() == 1 && close && !rest_is_told)).then_some(main)
        }
    }
}

/// Whether two numbers differ by one digit or by the order of digits.
pub(crate) fn similar(one: u64, other: u64) -> bool {
    let (a, b) = (one.to_string(), other.to_string());
    let differing = a.chars().zip(b.chars()).filter(|(x, y)| x != y).count();
    let sorted = |words: &str| {
        let mut characters: Vec<char> = words.chars().collect();
        characters.sort_unstable();
        characters
    };
    a.len() == b.len() && a.len() >= 2 && (differing == 1 || sorted(&a) == sorted(&b))
}

/// 办理满意率达98.6% in the title, 满意率为96.8% in the text.
fn check_title_rates(study: &Study, outcome: &mut Outcome) {
    let last_word = |item: &Item| -> String { item.label.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect() };
    let is_rate = |index: &usize| {
        study.item(*index).is_some_and(|item| {
            item.share == ShareKind::Rate
                && item.is_exact()
                && !item.in_table
                && item.label.ends_with('率')
                && !item.label.contains(['和', '、'])
                && !holds(&item.label, "基本")
        })
    };
    let rates: Vec<usize> = (0..study.items.len()).filter(is_rate).collect();
    let Some(title) = rates.first().copied().filter(|index| is_in_title(study, *index)) else { return };
    let Some(stated) = study.item(title) else { return };
    let same: Vec<usize> = rates
        .iter()
        .copied()
        .skip(1)
        .filter(|index| study.item(*index).is_some_and(|item| last_word(item) == last_word(stated) && !item.concept.earlier))
        .collect();
    let [again] = same.as_slice() else { return };
    let Some(repeated) = study.item(*again) else { return };
    let (one, other) = (Printed::of(stated), Printed::of(repeated));
    let coarser = one.decimals.min(other.decimals);
    let holds = (one.value() - other.value()).abs()
        <= if coarser == one.decimals.max(other.decimals) { 1e-9 } else { 10f64.powi(-i32::from(coarser)) };
    outcome.relation(Relation::Repeated, study.terms(&[title, *again]), holds);
    if !holds {
        outcome.conflicts.push(Conflict::Repeated { first: title, again: *again });
    }
}

/// In the first line, which has no full stop.
fn is_in_title(study: &Study, index: usize) -> bool {
    let Some(item) = study.item(index) else { return false };
    let line_end = (item.quantity.end..study.page.len()).find(|at| study.page.at(*at) == '\n').unwrap_or(study.page.len());
    let words = study.page.words(0, line_end);
    line_end < 80 && line_end < study.page.len() && !words.contains('。')
}

fn check_doubled_clauses(study: &Study, outcome: &mut Outcome) {
    let mut previous: Option<(usize, usize, String)> = None;
    for item in study.items.iter().filter(|item| item.is_percent() && item.share == ShareKind::Share && !item.in_table) {
        let Some(count) = item.numerators.first().and_then(|count| study.item(*count)) else { continue };
        let (start, end) = (count.context.clause_start, item.quantity.end);
        if start >= end {
            continue;
        }
        let words = study.page.words(start, end);
        if let Some((first_start, first_end, before)) = &previous
            && *before == words
            && words.chars().count() >= 12
            && start - first_end <= 4
        {
            let (first, again) = (study.page.span(*first_start, *first_end), study.page.span(start, end));
            outcome.conflicts.push(Conflict::Duplicate { first, again });
        }
        previous = Some((start, end, words));
    }
}
