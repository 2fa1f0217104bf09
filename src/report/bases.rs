//! The totals that a list may add to, or a share may be a share of, likeliest first.

use super::concepts::Dimension;
use super::figure::Term;
use super::items::Item;
use super::outcome::Study;

/// A stated count, or a sum or difference of stated counts.
#[derive(Debug, Clone)]
pub(crate) struct Base {
    pub terms: Vec<Term>,
    pub value: u64,
    /// Smaller is likelier.
    pub rank: u32,
}

/// How many counts back, and on, a total may stand.
const BACK: usize = 60;
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
        found.push(Base { terms: vec![study.term(*index)], value: item.amount(), rank: rank + other_unit + other_year });
    }
    add_lists(study, members, first, last, sample, &mut found);
    add_pairs(study, &nearby, &mut found);
    add_differences(study, &before, &nearby, &mut found);
    found.sort_by_key(|base| base.rank);
    found
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
    reference || item.concept.dimension == Dimension::Filing || LEFT_OUT.iter().any(|word| item.context.before.contains(word))
}

fn add_lists(study: &Study, members: &[usize], first: usize, last: usize, sample: &Item, found: &mut Vec<Base>) {
    for list in &study.lists {
        let near = list.items.iter().all(|index| *index + 2 * BACK > first && *index < last + 2 * ON);
        let other = !list.items.iter().any(|index| members.contains(index));
        let splits = matches!(
            list.dimension,
            Dimension::Role
                | Dimension::Kind
                | Dimension::Origin
                | Dimension::SessionTime
                | Dimension::Class
                | Dimension::Feedback
        );
        let unit = list.items.first().and_then(|index| study.item(*index)).map_or("", |item| item.quantity.unit);
        if !near || !other || !splits || !same_family(unit, sample.quantity.unit) {
            continue;
        }
        let owed: Vec<usize> =
            list.items.iter().copied().filter(|index| study.item(*index).is_some_and(|item| !is_left_out(item))).collect();
        let rank = if matches!(list.dimension, Dimension::Role | Dimension::Kind) { 100 } else { 150 };
        for (indexes, rank) in [(list.items.clone(), rank), (owed, rank + 1)] {
            if indexes.len() >= 2 {
                let value = indexes.iter().fold(0u64, |sum, index| sum.saturating_add(study.amount(*index)));
                found.push(Base { terms: study.terms(&indexes), value, rank });
            }
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
                found.push(Base { terms: study.terms(&[*other, *one]), value, rank: 160 + u32::try_from(step).unwrap_or(99) });
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
        nearby.iter().copied().filter(|index| study.item(*index).is_some_and(is_left_out)).take(6).collect();
    for total in before.iter().take(20) {
        for part in &left_out {
            let (whole, less) = (study.amount(*total), study.amount(*part));
            let apart =
                study.item(*part).map(|item| item.context.paragraph).zip(study.item(*total).map(|item| item.context.paragraph));
            let near = apart.is_some_and(|(one, other)| one.abs_diff(other) <= 2);
            if part != total && less < whole && near {
                let terms = vec![study.term(*total), Term { factor: -study.term(*part).factor, figure: *part }];
                found.push(Base { terms, value: whole - less, rank: 180 });
            }
        }
    }
}
