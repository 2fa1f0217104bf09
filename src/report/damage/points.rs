//! `占613%` for 占61.3%: a decimal point lost.

use super::Damage;
use crate::report::bases::{Base, Source, bases};
use crate::report::figure::Restored;
use crate::report::items::ShareKind;
use crate::report::lists::List;
use crate::report::outcome::Study;
use crate::report::quantities::Precision;
use crate::report::quotient::{Printed, percent_words};

/// Restores the shares of every list in which one is over 100.
pub(super) fn restore(study: &Study, damage: &mut Damage) {
    for list in &study.lists {
        let pairs = pairs(study, list);
        let over = pairs.iter().any(|(percent, _)| {
            study.item(*percent).is_some_and(|item| item.quantity.mantissa > 100 && item.quantity.decimals == 0)
        });
        if over {
            solve(study, list, &pairs, damage);
        }
    }
}

fn pairs(study: &Study, list: &List) -> Vec<(usize, usize)> {
    let (Some(first), Some(last)) = (list.items.first(), list.items.last()) else { return Vec::new() };
    (*first..study.items.len().min(last + 12))
        .filter_map(|percent| {
            let item = study.item(percent).filter(|item| item.is_percent() && item.share == ShareKind::Share)?;
            let part = item.numerators.first().filter(|part| list.items.contains(part))?;
            Some((percent, *part))
        })
        .collect()
}

fn solve(study: &Study, list: &List, pairs: &[(usize, usize)], damage: &mut Damage) {
    let own = Base { source: Source::Unstated, value: list.sum(&study.items), rank: 0 };
    let mut best: Vec<(usize, Restored)> = Vec::new();
    for base in [own].into_iter().chain(bases(study, &list.items, list.parent)) {
        let restored: Vec<(usize, Restored)> =
            pairs.iter().filter_map(|(percent, part)| Some((*percent, restored(study, *percent, *part, base.value)?))).collect();
        if restored.len() > best.len() {
            best = restored;
        }
    }
    if best.is_empty() {
        return;
    }
    let spans: Vec<_> = best.iter().map(|(_, restored)| restored.damaged).collect();
    damage.items.extend(best.iter().map(|(percent, _)| *percent));
    damage.add(&spans, vec![best.into_iter().map(|(_, restored)| restored).collect()]);
}

/// The share with a decimal point that makes it `part` ÷ `base`; `None` where it is right as it stands or cannot be.
fn restored(study: &Study, percent: usize, part: usize, base: u64) -> Option<Restored> {
    let quantity = &study.item(percent)?.quantity;
    let printed = |decimals| Printed { mantissa: quantity.mantissa, decimals, precision: Precision::Exact };
    let count = study.amount(part);
    if quantity.decimals > 0 || printed(0).fits(count, base) {
        return None;
    }
    let decimals = (1..=3u8).find(|decimals| printed(*decimals).fits(count, base))?;
    let damaged = study.page.span(quantity.start, quantity.end);
    let words = percent_words(quantity.mantissa, decimals);
    Some(Restored { damaged, label: None, count: Some(count), percent: Some((quantity.mantissa, decimals)), words })
}
