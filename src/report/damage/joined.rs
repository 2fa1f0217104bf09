//! `A1266.67%` for A1 2件、66.67%: a count swallowed by its share.

use super::Damage;
use crate::report::bases::{Base, Source, bases};
use crate::report::figure::Restored;
use crate::report::items::ShareKind;
use crate::report::outcome::Study;
use crate::report::quantities::Precision;
use crate::report::quotient::{Printed, percent_words};

/// Restores runs of joined digits, sentence by sentence.
pub(super) fn restore(study: &Study, damage: &mut Damage) {
    let mut at = 0;
    while at < study.items.len() {
        let Some(item) = study.item(at).filter(|_| is_joined(study, at)) else {
            at += 1;
            continue;
        };
        let sentence = item.context.sentence;
        let pieces: Vec<usize> = (at.saturating_sub(4)..study.items.len().min(at + 12))
            .filter(|index| {
                study.item(*index).is_some_and(|other| other.context.sentence == sentence)
                    && (is_joined(study, *index) || may_be_joined(study, *index))
            })
            .collect();
        solve(study, &pieces, damage);
        at = pieces.last().copied().unwrap_or(at) + 1;
    }
}

/// A percentage that cannot be one: after a class letter, or over 100 right after its words.
fn is_joined(study: &Study, index: usize) -> bool {
    let Some(item) = study.item(index).filter(|item| item.is_percent()) else { return false };
    let over = Printed::of(item).value() > 100.0;
    let plain = matches!(item.share, ShareKind::Other) && item.numerators.is_empty();
    item.quantity.after_letter || (over && plain && may_be_joined(study, index))
}

/// A percentage right after 的 or 类, without 占 and without a count.
fn may_be_joined(study: &Study, index: usize) -> bool {
    let Some(item) = study.item(index).filter(|item| item.is_percent()) else { return false };
    let before = &item.context.before;
    let bare = before.ends_with('的') || before.ends_with('类') || before.ends_with('）') || before.ends_with("满意");
    bare && !before.contains('占') && !before.contains('率') && item.quantity.decimals > 0
}

fn solve(study: &Study, pieces: &[usize], damage: &mut Damage) {
    let spans: Vec<_> = pieces
        .iter()
        .filter_map(|index| study.item(*index))
        .map(|item| study.page.span(item.quantity.start - usize::from(item.quantity.after_letter), item.quantity.end))
        .collect();
    damage.items.extend(pieces);
    let mut values: Vec<u64> =
        bases(study, pieces, None).into_iter().chain(counts_before(study, pieces)).map(|base| base.value).collect();
    values.sort_unstable();
    values.dedup();
    let mut ways: Vec<Vec<Restored>> = Vec::new();
    for base in values.into_iter().filter(|base| *base > 0) {
        let mut partial: Vec<(u64, Vec<Restored>)> = vec![(0, Vec::new())];
        for index in pieces {
            let options = options(study, *index, base);
            partial = partial
                .iter()
                .flat_map(|(sum, chosen)| {
                    options.iter().map(move |(count, restored)| {
                        let mut chosen = chosen.clone();
                        chosen.push(restored.clone());
                        (sum + count, chosen)
                    })
                })
                .filter(|(sum, _)| *sum <= base)
                .take(200)
                .collect();
        }
        ways.extend(partial.into_iter().filter(|(sum, _)| *sum == base).map(|(_, way)| way).filter(|way| !way.is_empty()));
    }
    ways.dedup();
    damage.add(&spans, ways);
}

/// The counts of items before the pieces; a percentage has no unit by which `bases` could choose them.
fn counts_before(study: &Study, pieces: &[usize]) -> Vec<Base> {
    let first = pieces.first().copied().unwrap_or_default();
    let sample = (0..first).rev().take(60).find(|index| {
        study.item(*index).is_some_and(|item| item.is_count() && matches!(item.quantity.unit, "件" | "件次" | "份"))
    });
    let Some(sample) = sample else { return Vec::new() };
    let own = Base { source: Source::Unstated, value: study.amount(sample), rank: 0 };
    bases(study, &[sample], None).into_iter().chain([own]).collect()
}

/// Every way to cut the digits of the piece into sub-class, count and share so that the share is count ÷ `base`.
fn options(study: &Study, index: usize, base: u64) -> Vec<(u64, Restored)> {
    let Some(item) = study.item(index) else { return Vec::new() };
    let quantity = &item.quantity;
    let scale = 10u64.saturating_pow(u32::from(quantity.decimals));
    let digits = (quantity.mantissa / scale).to_string();
    let fraction = quantity.mantissa % scale;
    let letter = quantity.after_letter.then(|| study.page.before(quantity.start));
    let sub_lengths: &[usize] = if letter.is_some() { &[1, 0] } else { &[0] };
    let mut found = Vec::new();
    for sub in sub_lengths {
        for cut in sub + 1..digits.len() {
            let (Some(class), Some(count), Some(share)) = (digits.get(..*sub), digits.get(*sub..cut), digits.get(cut..)) else {
                continue;
            };
            let leading_zero = count.starts_with('0') || (share.starts_with('0') && share.len() > 1);
            let (Ok(count), Ok(share)) = (count.parse::<u64>(), share.parse::<u64>()) else { continue };
            let mantissa = share.saturating_mul(scale).saturating_add(fraction);
            let printed = Printed { mantissa, decimals: quantity.decimals, precision: Precision::Exact };
            let sub_class = matches!(class, "" | "1" | "2" | "3");
            if leading_zero || !sub_class || share > 100 || !printed.fits(count, base) {
                continue;
            }
            let label = letter.map(|letter| format!("{letter}{class}"));
            let words = format!(
                "{}{count}件，占{}",
                label.as_deref().map(|label| format!("{label}类")).unwrap_or_default(),
                percent_words(mantissa, quantity.decimals)
            );
            let damaged = study.page.span(quantity.start - usize::from(letter.is_some()), quantity.end);
            found.push((
                count,
                Restored { damaged, label, count: Some(count), percent: Some((mantissa, quantity.decimals)), words },
            ));
        }
    }
    found
}
