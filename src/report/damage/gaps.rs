//! `A类�件，占60%`: digits lost, to be found from the shares.

use super::Damage;
use crate::report::bases::bases;
use crate::report::figure::Restored;
use crate::report::outcome::Study;
use crate::report::quantities::Gap;
use crate::report::quotient::Printed;

/// More ways than a reader would look at; beyond them none is shown.
const MOST_WAYS: usize = 12;

/// Restores the gaps of a text: one total and the parts that have shares, or the parts of a stated total.
pub(super) fn restore(study: &Study, gaps: &[Gap], damage: &mut Damage) {
    if gaps.is_empty() {
        return;
    }
    let shares: Vec<Option<Printed>> = gaps.iter().map(|gap| share_after(study, gap)).collect();
    let wholes: Vec<usize> = (0..gaps.len()).filter(|place| shares.get(*place).is_some_and(Option::is_none)).collect();
    let totals: Vec<u64> = match wholes.as_slice() {
        [whole] => gaps.get(*whole).map(fillings).unwrap_or_default(),
        [] => stated_totals(study, gaps),
        _ => Vec::new(),
    };
    let mut ways: Vec<Vec<Restored>> = Vec::new();
    for total in totals.into_iter().filter(|total| *total > 0) {
        let mut partial: Vec<(u64, Vec<u64>)> = vec![(0, Vec::new())];
        for (gap, share) in gaps.iter().zip(&shares) {
            let options = match share {
                Some(share) => fillings(gap).into_iter().filter(|count| share.fits(*count, total)).collect(),
                None => vec![total],
            };
            partial = partial
                .iter()
                .flat_map(|(sum, chosen)| {
                    options.iter().map(move |count| {
                        let mut chosen = chosen.clone();
                        chosen.push(*count);
                        (sum + if share.is_some() { *count } else { 0 }, chosen)
                    })
                })
                .take(200)
                .collect();
        }
        let known: u64 = known_parts(study, gaps);
        ways.extend(partial.into_iter().filter(|(sum, _)| sum + known == total).map(|(_, way)| worded(study, gaps, &way)));
        if ways.len() > MOST_WAYS {
            ways.clear();
            break;
        }
    }
    let spans: Vec<_> = gaps.iter().map(|gap| study.page.span(labelled(study, gap).0, gap.end)).collect();
    damage.add(&spans, ways);
}

/// The share that stands right after the gap: ，占60%.
fn share_after(study: &Study, gap: &Gap) -> Option<Printed> {
    let item = study.items.iter().find(|item| item.quantity.start >= gap.end)?;
    let between = study.page.words(gap.end, item.quantity.start);
    (item.is_percent() && between.chars().count() <= 6 && (between.contains('占') || between == "，" || between == "（"))
        .then(|| Printed::of(item))
}

/// The numbers whose digits fit the gap; none where too many do.
fn fillings(gap: &Gap) -> Vec<u64> {
    if gap.digits.len() > 4 {
        return Vec::new();
    }
    gap.digits.iter().fold(vec![0u64], |numbers, digit| {
        let choices: Vec<u64> = digit.map_or_else(|| (0..=9).collect(), |digit| vec![u64::from(digit)]);
        numbers.iter().flat_map(|number| choices.iter().map(move |choice| number * 10 + choice)).collect()
    })
}

fn stated_totals(study: &Study, gaps: &[Gap]) -> Vec<u64> {
    let start = gaps.first().map_or(0, |gap| gap.start);
    let before = study
        .items
        .iter()
        .enumerate()
        .rev()
        .find(|(_, item)| item.is_count() && item.quantity.end <= start && item.quantity.unit == "件");
    let Some((index, item)) = before else { return Vec::new() };
    let mut totals: Vec<u64> = bases(study, &[index], None).into_iter().map(|base| base.value).chain([item.amount()]).collect();
    totals.sort_unstable();
    totals.dedup();
    totals
}

/// The counts between the first and the last gap with a share: parts that were not damaged.
fn known_parts(study: &Study, gaps: &[Gap]) -> u64 {
    let with_share: Vec<&Gap> = gaps.iter().filter(|gap| share_after(study, gap).is_some()).collect();
    let (Some(first), Some(last)) = (with_share.first(), with_share.last()) else { return 0 };
    let sentence = study.page.sentence(first.start);
    let class = |item: &&crate::report::items::Item| {
        item.is_count()
            && item.context.sentence == sentence
            && item.concept.dimension == crate::report::concepts::Dimension::Class
            && item.quantity.start.abs_diff(last.end) < 120
    };
    study.items.iter().filter(class).map(crate::report::items::Item::amount).sum()
}

fn worded(study: &Study, gaps: &[Gap], counts: &[u64]) -> Vec<Restored> {
    gaps.iter()
        .zip(counts)
        .map(|(gap, count)| {
            let unit = study.page.words(gap.start + gap.digits.len(), gap.end);
            let (start, label) = labelled(study, gap);
            let words = format!("{}{count}{unit}", study.page.words(start, gap.start));
            Restored { damaged: study.page.span(start, gap.end), label, count: Some(*count), percent: None, words }
        })
        .collect()
}

/// Where the gap begins with the class letter right before it, and that letter.
fn labelled(study: &Study, gap: &Gap) -> (usize, Option<String>) {
    let letter = gap
        .start
        .checked_sub(2)
        .map(|place| study.page.at(place))
        .filter(|letter| matches!(letter, 'A'..='D' | '甲' | '乙' | '丙' | '丁'));
    match letter.filter(|_| study.page.before(gap.start) == '类') {
        Some(letter) => (gap.start - 2, Some(letter.to_string())),
        None => (gap.start, None),
    }
}
