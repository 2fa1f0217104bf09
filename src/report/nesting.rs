//! Lists that are read too wide or too narrow, so that their sum says nothing against the total.

use super::concepts::Dimension;
use super::items::Item;
use super::lists::List;
use super::outcome::Study;
use super::wording::says_total;

/// Whether `list` can miss `total` without any figure being wrong: some of its parts add to the total, or counts beside
/// them that the list does not hold are part of the division.
pub(crate) fn explains(study: &Study, list: &List, total: u64) -> bool {
    is_smaller_than_a_part(study, list, total)
        || some_add_to(study, list, total)
        || the_bracket_adds_up(study, list)
        || is_interrupted(study, list)
}

/// 留作参考8件。其中，主动公开60件…: the count before the list is no total of it, unless it is told as one.
fn is_smaller_than_a_part(study: &Study, list: &List, total: u64) -> bool {
    let parent = list.parent.and_then(|parent| study.item(parent));
    let first = list.items.first().and_then(|first| study.item(*first));
    let told = parent
        .zip(first)
        .is_some_and(|(parent, first)| says_total(&parent.context.before) || parent.context.sentence == first.context.sentence);
    !told && list.items.iter().any(|part| study.amount(*part) > total)
}

/// 3096件，其中536件、2560件；775件…: the first parts are a division of their own.
fn some_add_to(study: &Study, list: &List, total: u64) -> bool {
    let letters = list.values(&study.items).iter().any(|value| value.is_ascii());
    let may_nest = matches!(list.dimension, Dimension::Class | Dimension::Origin | Dimension::Topic) && !letters;
    may_nest
        && (2..list.items.len()).any(|length| {
            list.items
                .windows(length)
                .any(|parts| parts.iter().fold(0u64, |sum, part| sum.saturating_add(study.amount(*part))) == total)
        })
}

/// 33件（转来2件，建议11件，提案20件）: all counts of the bracket together are the count before it.
fn the_bracket_adds_up(study: &Study, list: &List) -> bool {
    let (Some(bracket), Some(first)) = (list.bracket, list.items.first().copied()) else { return false };
    let inside: Vec<usize> = (first.saturating_sub(12)..study.items.len().min(first + 24))
        .filter(|index| study.item(*index).is_some_and(|item| item.is_count() && item.context.bracket == Some(bracket)))
        .collect();
    let Some(before) = inside.first().and_then(|index| index.checked_sub(1)).and_then(|index| study.item(index)) else {
        return false;
    };
    let sum = inside.iter().fold(0u64, |sum, index| sum.saturating_add(study.amount(*index)));
    inside.len() > list.items.len() && before.is_count() && before.amount() == sum
}

/// Whether a count of the same kind stands between the parts that is no part of them, nor of one of them, nor their total.
fn is_interrupted(study: &Study, list: &List) -> bool {
    let (Some(first), Some(last)) = (list.items.first().copied(), list.items.last().copied()) else { return false };
    let Some(sample) = study.item(first) else { return false };
    (first + 1..last).filter(|index| !list.items.contains(index)).any(|index| {
        study
            .item(index)
            .is_some_and(|item| is_alike(item, sample) && list.parent != Some(index) && !belongs_to_a_part(study, list, index))
    })
}

fn is_alike(item: &Item, sample: &Item) -> bool {
    item.is_count()
        && item.quantity.unit == sample.quantity.unit
        && item.context.bracket == sample.context.bracket
        && item.concept.earlier == sample.concept.earlier
        && !super::growth::is_difference(item)
}

/// Whether the count stands in a list of its own whose total is one of the parts, or says one of the parts again.
fn belongs_to_a_part(study: &Study, list: &List, index: usize) -> bool {
    let of_a_part = study
        .lists_of(index)
        .iter()
        .filter_map(|place| study.lists.get(*place))
        .any(|other| other.parent.is_some_and(|parent| list.items.contains(&parent)));
    of_a_part || list.items.iter().any(|part| study.amount(*part) == study.amount(index))
}
