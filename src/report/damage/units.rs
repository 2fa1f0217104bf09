//! `A类10，占62.5%` for A类10件，占62.5%: a unit lost, to be found from the share.

use super::Damage;
use crate::report::bases::bases;
use crate::report::figure::Restored;
use crate::report::items::ShareKind;
use crate::report::outcome::Study;
use crate::report::quotient::Printed;

/// A bare number right before its share, by character indexes.
struct Bare {
    percent: usize,
    start: usize,
    end: usize,
    count: u64,
}

/// Restores the units of a sentence's numbers where all of them are shares of one stated total.
pub(super) fn restore(study: &Study, damage: &mut Damage) {
    let mut at = 0;
    while at < study.items.len() {
        let Some(first) = bare(study, at) else {
            at += 1;
            continue;
        };
        let sentence = study.item(at).map(|item| item.context.sentence);
        let same = |index: &usize| study.item(*index).map(|item| item.context.sentence) == sentence;
        let rest = (at + 1..study.items.len()).take_while(same).filter_map(|index| bare(study, index));
        let pieces: Vec<Bare> = std::iter::once(first).chain(rest).collect();
        solve(study, &pieces, damage);
        at = pieces.last().map_or(at, |piece| piece.percent) + 1;
    }
}

/// 10，占62.5%; 5（31.25%）: digits without a unit and nothing but 占 up to the share.
fn bare(study: &Study, percent: usize) -> Option<Bare> {
    let item = study.item(percent).filter(|item| item.is_percent() && item.is_exact() && !item.in_table)?;
    if !matches!(item.share, ShareKind::Share | ShareKind::Other) || !item.numerators.is_empty() {
        return None;
    }
    let page = study.page;
    let mut at = item.quantity.start;
    while at > 0 && matches!(page.at(at - 1), '占' | '，' | ',' | '（' | '约' | ' ') {
        at -= 1;
    }
    let end = at;
    while at > 0 && page.at(at - 1).is_ascii_digit() {
        at -= 1;
    }
    let joined = end == item.quantity.start || end == at || end - at > 6;
    let before = at.checked_sub(1).map_or('\0', |before| page.at(before));
    if joined
        || matches!(before, '.' | '第' | '年' | '月' | '-' | '—' | '〔' | '/')
        || before.is_ascii_alphabetic() && end - at > 3
    {
        return None;
    }
    let count = page.words(at, end).parse().ok().filter(|count| *count > 0)?;
    Some(Bare { percent, start: at, end, count })
}

fn solve(study: &Study, pieces: &[Bare], damage: &mut Damage) {
    let Some(first) = pieces.first() else { return };
    let sample = (0..first.percent).rev().take(60).find(|index| {
        study.item(*index).is_some_and(|item| item.is_count() && matches!(item.quantity.unit, "件" | "件次" | "份"))
    });
    let Some((sample, item)) = sample.and_then(|index| Some((index, study.item(index)?))) else { return };
    let fits = |base: u64| {
        pieces.iter().all(|piece| study.item(piece.percent).is_some_and(|item| Printed::of(item).fits(piece.count, base)))
    };
    let stated = std::iter::once(item.amount()).chain(bases(study, &[sample], None).into_iter().map(|base| base.value));
    if !stated.into_iter().any(fits) {
        return;
    }
    let unit = item.quantity.unit;
    let spans: Vec<_> = pieces.iter().map(|piece| study.page.span(piece.start, piece.end)).collect();
    let restored = pieces.iter().zip(&spans).map(|(piece, span)| Restored {
        damaged: *span,
        label: None,
        count: Some(piece.count),
        percent: None,
        words: format!("{}{unit}", piece.count),
    });
    damage.offer(vec![restored.collect()]);
}
