//! The totals that a list may add to, or a share may be a share of, likeliest first.

use super::concepts::Dimension;
use super::figure::Term;
use super::items::Item;
use super::outcome::Study;
use crate::text::short::any_of;

/// Where a base comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// It is not stated.
    Unstated,
    One(Term),
    Two(Term, Term),
    /// The sum of the list at this place.
    List(usize),
    /// The sum of what owes a reply of the list at this place.
    Owed(usize),
}

/// A stated count, or a sum or difference of stated counts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Base {
    pub source: Source,
    pub value: u64,
    /// Smaller is likelier.
    pub rank: u32,
}

impl Base {
    /// The figures that it is made of; empty where it is not stated.
    pub(crate) fn terms(&self, study: &Study) -> Vec<Term> {
        let items = |place: usize| study.lists.get(place).map(|list| list.items.as_slice()).unwrap_or_default();
        match self.source {
            Source::Unstated => Vec::new(),
            Source::One(term) => vec![term],
            Source::Two(one, other) => vec![one, other],
            Source::List(place) => study.terms(items(place)),
            Source::Owed(place) => study.terms(&owed(study, items(place))),
        }
    }

    /// The one count that it is.
    pub(crate) fn single(&self) -> Option<usize> {
        match self.source {
            Source::One(term) => Some(term.figure),
            _ => None,
        }
    }
}

/// Those of `indexes` that owe a reply.
fn owed(study: &Study, indexes: &[usize]) -> Vec<usize> {
    indexes.iter().copied().filter(|index| study.item(*index).is_some_and(|item| !is_left_out(item))).collect()
}

/// How many counts back, and on, a total may stand.
const BACK: usize = 45;
const ON: usize = 8;

/// The bases for `members`, of which the first and last give the place.
pub(crate) fn bases(study: &Study, members: &[usize], parent: Option<usize>) -> Vec<Base> {
    let (Some(first), Some(last)) = (members.first().copied(), members.last().copied()) else { return Vec::new() };
    let Some(sample) = study.item(first) else { return Vec::new() };
    let may_count = |index: usize| {
        !members.contains(&index)
            && study
                .item(index)
                .is_some_and(|item| item.is_count() && item.is_exact() && same_family(item.quantity.unit, sample.quantity.unit))
    };
    let before: Vec<usize> = (0..first).rev().take(2 * BACK).filter(|index| may_count(*index)).take(BACK).collect();
    let within = (first..last).filter(|index| may_count(*index));
    let after = (last + 1..study.items.len()).take(2 * ON).filter(|index| may_count(*index)).take(ON);
    let nearby: Vec<usize> = before.iter().copied().chain(within).chain(after).collect();
    let mut found: Vec<Base> = Vec::new();
    for (step, index) in nearby.iter().enumerate() {
        let Some(item) = study.item(*index) else { continue };
        let other_unit = u32::from(item.quantity.unit != sample.quantity.unit) * 200;
        let other_year = u32::from(item.concept.earlier != sample.concept.earlier) * 300;
        let rank = if parent == Some(*index) { 0 } else { 10 + u32::try_from(step).unwrap_or(99) };
        found.push(Base { source: Source::One(study.term(*index)), value: item.amount(), rank: rank + other_unit + other_year });
    }
    add_lists(study, members, first, last, sample, &mut found);
    add_pairs(study, &nearby, &mut found);
    add_differences(study, &before, &nearby, &mut found);
    found.sort_by_key(|base| base.rank);
    found
}

/// The likeliest base that is `wanted`.
pub(crate) fn find_base(study: &Study, members: &[usize], parent: Option<usize>, wanted: impl Fn(&Base) -> bool) -> Option<Base> {
    stated_alike(study, members, parent, &wanted).or_else(|| bases(study, members, parent).into_iter().find(|base| wanted(base)))
}

/// The nearest wanted base among the counts of the same unit and year, which come first in `bases`.
fn stated_alike(study: &Study, members: &[usize], parent: Option<usize>, wanted: &impl Fn(&Base) -> bool) -> Option<Base> {
    let (first, last) = (members.first().copied()?, members.last().copied()?);
    let sample = study.item(first)?;
    let single = |index: usize, rank: u32| Base { source: Source::One(study.term(index)), value: study.amount(index), rank };
    if let Some(base) = parent.map(|parent| single(parent, 0)).filter(|base| wanted(base)) {
        return Some(base);
    }
    let alike = |index: &usize| {
        !members.contains(index)
            && study.item(*index).is_some_and(|item| {
                item.is_count()
                    && item.is_exact()
                    && item.quantity.unit == sample.quantity.unit
                    && item.concept.earlier == sample.concept.earlier
            })
    };
    let before = (0..first).rev().take(2 * BACK).filter(|index| alike(index)).take(BACK);
    let after = (first..study.items.len()).take(last - first + ON).filter(|index| alike(index));
    before.chain(after).map(|index| single(index, 10)).find(|base| wanted(base))
}

/// Whether counts in the two units can be parts of one whole.
pub(crate) fn same_family(one: &str, other: &str) -> bool {
    let family = |unit| match unit {
        "件" | "件次" | "份" | "" => 0,
        "名" | "人" | "位" => 1,
        "家" | "个" => 2,
        "条" => 3,
        "项" => 4,
        _ => 5,
    };
    family(one) == family(other)
}

/// Items that are counted in the total but owe no reply or belong to others.
pub(crate) fn is_left_out(item: &Item) -> bool {
    const LEFT_OUT: &[&str] = &[
        "不含",
        "不计",
        "除",
        "另有",
        "另外",
        "还有",
        "正在",
        "尚",
        "未",
        "剩余",
        "其余",
        "延期",
        "转为",
        "转作",
        "退回",
        "改派",
        "撤",
        "并案",
        "合并",
        "参阅",
        "参考",
        "意见和建议",
        "不作",
        "不需",
        "无需",
    ];
    let reference = matches!(item.concept.value.as_str(), "参阅" | "意见和建议" | "留作参考" | "未反馈");
    reference || item.concept.dimension == Dimension::Filing || any_of(&item.context.before, LEFT_OUT)
}

fn add_lists(study: &Study, members: &[usize], first: usize, last: usize, sample: &Item, found: &mut Vec<Base>) {
    for (place, list) in study.lists_between(first.saturating_sub(2 * BACK), last + 2 * ON) {
        let near = list.items.iter().all(|index| *index + 2 * BACK > first && *index < last + 2 * ON);
        let other = !list.items.iter().any(|index| members.contains(index));
        let splits = matches!(
            list.dimension,
            Dimension::Role
                | Dimension::Kind
                | Dimension::Origin
                | Dimension::SessionTime
                | Dimension::Disclosure
                | Dimension::Class
                | Dimension::Feedback
        );
        let unit = list.items.first().and_then(|index| study.item(*index)).map_or("", |item| item.quantity.unit);
        if !near || !other || !splits || !same_family(unit, sample.quantity.unit) {
            continue;
        }
        let rank = if matches!(list.dimension, Dimension::Role | Dimension::Kind) { 100 } else { 150 };
        let (mut all, mut answered, mut left) = (0u64, 0u64, 0usize);
        for index in &list.items {
            let amount = study.amount(*index);
            all = all.saturating_add(amount);
            if !study.item(*index).is_some_and(is_left_out) {
                answered = answered.saturating_add(amount);
                left += 1;
            }
        }
        found.push(Base { source: Source::List(place), value: all, rank });
        if left >= 2 && answered != all {
            found.push(Base { source: Source::Owed(place), value: answered, rank: rank + 1 });
        }
    }
}

/// 建议8件、提案15件 without a grand total.
fn add_pairs(study: &Study, nearby: &[usize], found: &mut Vec<Base>) {
    for (step, one) in nearby.iter().enumerate() {
        for other in nearby.iter().skip(step + 1).take(1) {
            let (Some(a), Some(b)) = (study.item(*one), study.item(*other)) else { continue };
            let joined = a.context.sentence == b.context.sentence
                && a.context.bracket == b.context.bracket
                && a.quantity.unit == b.quantity.unit;
            let totals = may_be_total(a) && may_be_total(b);
            if joined && totals && a.concept.earlier == b.concept.earlier {
                let value = a.amount().saturating_add(b.amount());
                found.push(Base {
                    source: Source::Two(study.term(*other), study.term(*one)),
                    value,
                    rank: 160 + u32::try_from(step).unwrap_or(99),
                });
            }
        }
    }
}

/// Whether a count may be one of two totals that are taken together.
fn may_be_total(item: &Item) -> bool {
    matches!(item.concept.dimension, Dimension::Plain | Dimension::Kind | Dimension::Role | Dimension::SessionTime)
}

/// A total without what is left out of it.
fn add_differences(study: &Study, before: &[usize], nearby: &[usize], found: &mut Vec<Base>) {
    let left_out: Vec<usize> =
        nearby.iter().copied().filter(|index| study.item(*index).is_some_and(is_left_out)).take(4).collect();
    for total in before.iter().take(12) {
        for part in &left_out {
            let (whole, less) = (study.amount(*total), study.amount(*part));
            let apart =
                study.item(*part).map(|item| item.context.paragraph).zip(study.item(*total).map(|item| item.context.paragraph));
            let near = apart.is_some_and(|(one, other)| one.abs_diff(other) <= 2);
            if part != total && less < whole && near {
                let less_it = Term { factor: -study.term(*part).factor, figure: *part };
                found.push(Base { source: Source::Two(study.term(*total), less_it), value: whole - less, rank: 180 });
            }
        }
    }
}
