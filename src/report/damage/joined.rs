//! `A1266.67%` for A1 2件、66.67%: a count swallowed by its share.

use super::Damage;
use crate::report::bases::{Base, Source, bases};
use crate::report::concepts::Dimension;
use crate::report::figure::Restored;
use crate::report::items::{Item, ShareKind};
use crate::report::outcome::Study;
use crate::report::quantities::Precision;
use crate::report::quotient::{Printed, percent_words};

/// Restores runs of joined digits, sentence by sentence.
pub(super) fn restore(study: &Study, damage: &mut Damage) {
    let mut at = 0;
    while at < study.items.len() {
        if !is_joined(study, at) {
            at += 1;
            continue;
        }
        let pieces = pieces_around(study, at);
        // One alone, with nothing before it, may be of anything.
        if pieces.len() > 1 || study.item(at).is_some_and(|item| item.quantity.after_letter || !is_unnamed(&item.context.before))
        {
            solve(study, &pieces, damage);
        }
        at = pieces.last().copied().unwrap_or(at) + 1;
    }
}

/// More pieces than a division has parts.
const MOST_PIECES: usize = 30;

/// The pieces that lie beside the joined one at `at`, with no full stop and nothing else that is read between them.
fn pieces_around(study: &Study, at: usize) -> Vec<usize> {
    let belongs = |index: usize, beside: usize| {
        let (Some(one), Some(other)) = (study.item(index.min(beside)), study.item(index.max(beside))) else { return false };
        let near = one.context.paragraph == other.context.paragraph
            && !study.page.words(one.quantity.end, other.quantity.start).contains('。');
        near && (is_joined(study, index) || may_be_joined(study, index))
    };
    let before = (0..at).rev().take(MOST_PIECES).take_while(|index| belongs(*index, index + 1)).count();
    let after = (at + 1..study.items.len()).take(MOST_PIECES).take_while(|index| belongs(*index, index - 1)).count();
    (at - before..=at + after).collect()
}

/// A percentage that cannot be one: after a class letter, or over 100 without a word that says what grew.
fn is_joined(study: &Study, index: usize) -> bool {
    let Some(item) = study.item(index).filter(|item| item.is_percent()) else { return false };
    let over = Printed::of(item).value() > 100.0;
    let plain = matches!(item.share, ShareKind::Other) && item.numerators.is_empty();
    item.quantity.after_letter || (over && plain && may_be_joined(study, index))
}

/// A percentage without 占 and without a count: right after its class, topic or number of topics, or after a joint where even
/// that was lost.
fn may_be_joined(study: &Study, index: usize) -> bool {
    let Some(item) = study.item(index).filter(|item| item.is_percent()) else { return false };
    let before = item.context.before.as_str();
    let named = ["的", "类", "）", "满意", "方面", "领域", "各", "各有", "其他", "其它"].iter().any(|end| before.ends_with(end));
    (named || is_unnamed(before)) && !before.contains('占') && !before.contains('率') && item.quantity.decimals > 0
}

/// Nothing but a joint stands before it: 1062.5%、531.25%, their classes lost.
fn is_unnamed(before: &str) -> bool {
    before.chars().all(|mark| matches!(mark, '，' | '、' | '；' | '：' | '（' | '和'))
}

/// A reading in the making: the sum of its counts, by how many last places its shares are off, its pieces.
type Partial = (u64, u64, Vec<Restored>);

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
    let whole_parts = undamaged(study, pieces);
    // One slip of the last place may have been printed; where a reading does without, that one is meant.
    let slips = u64::from(pieces.len() > 2);
    let mut ways: Vec<Partial> = Vec::new();
    for base in values.into_iter().filter(|base| *base > 0) {
        let mut partial: Vec<Partial> = vec![(0, 0, Vec::new())];
        let is_all = |sum: u64, base: u64| match whole_parts {
            0 => sum == base,
            more => sum.saturating_add(more) == base,
        };
        for index in pieces {
            let options = options(study, *index, base);
            let times = study.item(*index).map_or(1, |item| item.times);
            partial = partial
                .iter()
                .flat_map(|(sum, off, chosen)| {
                    options.iter().map(move |(count, slip, restored)| {
                        let mut chosen = chosen.clone();
                        chosen.push(restored.clone());
                        (sum.saturating_add(count.saturating_mul(times)), off + slip, chosen)
                    })
                })
                .filter(|(sum, off, _)| *sum <= base && *off <= slips)
                .take(400)
                .collect();
        }
        ways.extend(partial.into_iter().filter(|(sum, _, way)| is_all(*sum, base) && !way.is_empty()));
    }
    let fewest = ways.iter().map(|(_, off, _)| *off).min().unwrap_or_default();
    let mut ways: Vec<Vec<Restored>> = ways.into_iter().filter(|(_, off, _)| *off == fewest).map(|(_, _, way)| way).collect();
    ways.dedup();
    damage.add(&spans, ways);
}

/// The parts of the division that lost nothing: the counts with a class letter from the full stop before the pieces to the one
/// behind them.
fn undamaged(study: &Study, pieces: &[usize]) -> u64 {
    let (Some(first), Some(last)) = (pieces.first().copied(), pieces.last().copied()) else { return 0 };
    let parted = |one: usize, other: usize| match (study.item(one), study.item(other)) {
        (Some(one), Some(other)) => study.page.words(one.quantity.end, other.quantity.start).contains('。'),
        _ => true,
    };
    let before = (0..first).rev().take(MOST_PIECES).take_while(|index| !parted(*index, first));
    let after = (last + 1..study.items.len()).take(MOST_PIECES).take_while(|index| !parted(last, *index));
    let of_a_class = |index: &usize| {
        study.item(*index).is_some_and(|item| item.is_count() && item.is_exact() && item.concept.dimension == Dimension::Class)
    };
    let letters = pieces.iter().filter(|piece| study.item(**piece).is_some_and(is_of_a_letter)).count();
    if letters < pieces.len() { 0 } else { before.chain(after).filter(of_a_class).map(|index| study.amount(index)).sum() }
}

/// A1266.67%, A类1062.5%.
fn is_of_a_letter(item: &Item) -> bool {
    item.quantity.after_letter || crate::report::concepts::last_class_letter(&item.context.before).is_some()
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

/// Every way to cut the digits of the piece into sub-class, count and share so that the share is count ÷ `base`, or one off in
/// its last place: the count, by how much the share is off, the piece.
fn options(study: &Study, index: usize, base: u64) -> Vec<(u64, u64, Restored)> {
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
            let off = printed.off_by(count, base);
            if leading_zero || !sub_class || share > 100 || off > 1 || count == 0 {
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
                off,
                Restored { damaged, label, count: Some(count), percent: Some((mantissa, quantity.decimals)), words },
            ));
        }
    }
    found
}
