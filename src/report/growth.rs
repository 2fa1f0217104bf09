//! Two years side by side: differences, growth, percentage points.

use super::figure::Term;
use super::items::{Item, ShareKind};
use super::outcome::{Conflict, Outcome, Study};
use super::quotient::{Printed, half_up, percent_words};
use crate::text::short::{any_of, last_of};

/// Checks every difference and growth rate whose two years the sentence tells.
#[inline(never)]
pub(crate) fn check(study: &Study, outcome: &mut Outcome) {
    for index in 0..study.items.len() {
        let Some(item) = study.item(index).filter(|item| !item.in_table && item.is_exact()) else { continue };
        if item.is_count() && direction(&item.context.before).is_some() {
            check_difference(study, index, outcome);
        } else if item.is_percent() && item.share == ShareKind::Growth {
            check_growth(study, index, outcome);
        } else if item.quantity.unit == "个百分点" {
            check_points(study, index, outcome);
        }
    }
}

/// +1 for 增加, −1 for 减少.
pub(super) fn direction(words: &str) -> Option<i64> {
    const MORE: &[&str] = &["增加", "增长", "上升", "增多", "多出", "多了", "提升", "提高"];
    const LESS: &[&str] = &["减少", "下降", "降低", "少了", "下滑"];
    let last = |list: &[&str]| last_of(words, list);
    match (last(MORE), last(LESS)) {
        (None, None) => None,
        (more, less) => Some(if more > less { 1 } else { -1 }),
    }
}

/// Whether a count is the difference of two years: 增加16件.
pub(crate) fn is_difference(item: &Item) -> bool {
    direction(&item.context.before).is_some()
}

/// The count of this year and, where stated, of the year before and the difference, as the sentence up to `index` tells.
struct Years {
    current: usize,
    earlier: Option<usize>,
    difference: Option<(usize, i64)>,
}

fn years(study: &Study, index: usize) -> Option<Years> {
    let item = study.item(index)?;
    let mut years = (None, None, None);
    for place in (0..=index).rev().take(8) {
        let other = study.item(place)?;
        if other.context.sentence != item.context.sentence {
            break;
        }
        if !other.is_count() || !other.is_exact() {
            continue;
        }
        if let Some(sign) = direction(&other.context.before).filter(|_| years.2.is_none() && years.1.is_none() && place != 0) {
            years.2 = Some((place, sign));
        } else if (other.concept.earlier || is_base_of_comparison(other)) && years.1.is_none() {
            years.1 = Some(place);
        } else if !other.concept.earlier {
            let year = year_before(other);
            let before = place
                .checked_sub(1)
                .and_then(|previous| study.item(previous))
                .filter(|before| before.is_count() && before.context.sentence == item.context.sentence);
            let now = before.and_then(year_before);
            if years.1.is_none() && year.is_some() && now.is_some() && year < now {
                years.1 = Some(place);
                continue;
            }
            if years.1.is_none() && years.2.is_none() && year.is_some() && now.is_some() && year > now {
                years.1 = place.checked_sub(1);
            }
            if years.1.is_none() && years.2.is_none() {
                let stated =
                    |previous: &usize| comes_from(study, *previous, place) || stands_against(study, *previous, place, item);
                years.1 = place.checked_sub(1).filter(stated);
            }
            years.0 = Some(place);
            break;
        }
    }
    let nearest = years.0?;
    let current = compared_counts(study, nearest)
        .into_iter()
        .find(|current| agree(study, index, *current, years.1, years.2))
        .or_else(|| {
            let list = study.lists_of(nearest).first().and_then(|place| study.lists.get(*place));
            list.map_or(Some(nearest), |list| list.parent)
        })?;
    let unit = study.item(current)?.quantity.unit;
    let same = |place: usize| study.item(place).is_some_and(|item| item.quantity.unit == unit);
    let compared = study.page.words(study.item(current)?.quantity.end, item.quantity.start);
    let says_so = any_of(&compared, &["比", "较", "同比", "上年", "去年", "上届", "上次", "环比"])
        || years.1.is_some_and(|earlier| comes_from(study, earlier, current) || stands_against(study, earlier, current, item));
    (says_so && years.1.is_none_or(same) && years.2.is_none_or(|(place, _)| same(place))).then_some(Years {
        current,
        earlier: years.1,
        difference: years.2,
    })
}

/// 由上年的231件减至214件.
fn comes_from(study: &Study, earlier: usize, current: usize) -> bool {
    let (Some(before), Some(now)) = (study.item(earlier), study.item(current)) else { return false };
    let between = study.page.words(before.quantity.end, now.quantity.start);
    let changed =
        ["减至", "增至", "降至", "升至", "减少到", "减少至", "增加到", "增加至", "下降到", "上升到", "提高到", "增长到"];
    before.is_count()
        && before.is_exact()
        && before.concept.earlier
        && before.quantity.unit == now.quantity.unit
        && changed.contains(&between.as_str())
}

/// 去年承办240件，今年承办260件，增长8.33%: `told` says nothing but that it grew.
fn stands_against(study: &Study, earlier: usize, current: usize, told: &Item) -> bool {
    const LONGEST: usize = 6;
    let (Some(before), Some(now)) = (study.item(earlier), study.item(current)) else { return false };
    before.is_count()
        && before.is_exact()
        && before.concept.earlier
        && before.quantity.unit == now.quantity.unit
        && before.context.sentence == now.context.sentence
        && any_of(&now.context.before, &["今年", "本年", "当年"])
        && told.context.before.chars().count() <= LONGEST
        && direction(&told.context.before).is_some()
}

/// The counts of the sentence that may be this year's: the nearest, then those before it.
pub(super) fn compared_counts(study: &Study, nearest: usize) -> Vec<usize> {
    let Some(item) = study.item(nearest) else { return Vec::new() };
    let alike = |index: &usize| {
        study.item(*index).is_some_and(|other| {
            other.is_count()
                && other.is_exact()
                && other.quantity.unit == item.quantity.unit
                && !other.concept.earlier
                && other.context.sentence == item.context.sentence
        })
    };
    (0..=nearest).rev().take(12).filter(alike).collect()
}

/// Whether the difference, or the growth rate at `index`, is right for `current`.
fn agree(study: &Study, index: usize, current: usize, earlier: Option<usize>, difference: Option<(usize, i64)>) -> bool {
    let now = study.value(current);
    let difference = difference.map(|(place, sign)| (study.value(place), sign));
    let before = match (earlier, difference) {
        (Some(earlier), _) => study.value(earlier),
        (None, Some((difference, sign))) => now - sign * difference,
        (None, None) => return false,
    };
    let told = difference.is_none_or(|(difference, sign)| before + sign * difference == now);
    let (Ok(delta), Ok(base)) = (u64::try_from((now - before).abs()), u64::try_from(before)) else { return false };
    told && study.item(index).is_some_and(|item| item.is_count() || Printed::of(item).fits(delta, base))
}

/// 比2023年的131件: right after 比 or 较.
pub(super) fn is_base_of_comparison(item: &Item) -> bool {
    let before = item.context.before.as_str();
    (before.contains('比') || before.contains('较')) && direction(before).is_none()
}

/// The year that the clause of a count names.
fn year_before(item: &Item) -> Option<u32> {
    let words = item.context.before.as_str();
    let end = words.find('年')?;
    words.get(end.checked_sub(4)?..end)?.parse().ok()
}

fn check_difference(study: &Study, index: usize, outcome: &mut Outcome) {
    let Some(years) = years(study, index) else { return };
    let (Some(earlier), Some((difference, sign))) = (years.earlier, years.difference) else { return };
    let parts = vec![Term { factor: 1, figure: earlier }, Term { factor: sign, figure: difference }];
    let total = vec![Term { factor: 1, figure: years.current }];
    let (sum, stated) = (study.value_of(&parts), study.value(years.current));
    outcome.sum(total, parts, sum == stated);
    if sum != stated {
        let right = (stated - study.value(earlier)).abs();
        outcome.conflicts.push(Conflict::Growth { figure: difference, expected: right.to_string(), on_new_base: false });
    }
}

fn check_growth(study: &Study, index: usize, outcome: &mut Outcome) {
    let (Some(years), Some(item)) = (years(study, index), study.item(index)) else {
        return check_growth_of_the_difference(study, index, outcome);
    };
    let current = study.value(years.current);
    let one = |figure| Term { factor: 1, figure };
    let ways: Vec<(i64, Vec<Term>, i64, Vec<Term>)> = match (years.earlier, years.difference) {
        (Some(earlier), Some((difference, _))) => {
            vec![(study.value(difference), vec![one(difference)], study.value(earlier), vec![one(earlier)])]
        }
        (Some(earlier), None) => {
            let terms = vec![one(years.current), Term { factor: -1, figure: earlier }];
            vec![((current - study.value(earlier)).abs(), terms, study.value(earlier), vec![one(earlier)])]
        }
        (None, Some((difference, sign))) => {
            let base = vec![one(years.current), Term { factor: -sign, figure: difference }];
            vec![(study.value(difference), vec![one(difference)], study.value_of(&base), base)]
        }
        (None, None) => return,
    };
    let printed = Printed::of(item);
    for (delta, part, base, whole) in ways {
        let (Ok(delta), Ok(base)) = (u64::try_from(delta), u64::try_from(base)) else { continue };
        if base == 0 {
            continue;
        }
        let holds = printed.fits(delta, base);
        outcome.share(index, printed.rounding(), part, whole, base, holds);
        if !holds {
            let expected =
                half_up(delta, base, printed.decimals).map(|right| percent_words(right, printed.decimals)).unwrap_or_default();
            let on_new_base = u64::try_from(current).is_ok_and(|current| printed.fits(delta, current));
            outcome.conflicts.push(Conflict::Growth { figure: index, expected, on_new_base });
        }
    }
}

/// 比上年的152件增加15件，增长9.9%: the year that it comes to is told later or not at all.
fn check_growth_of_the_difference(study: &Study, index: usize, outcome: &mut Outcome) {
    let (Some(earlier), Some(difference)) = (index.checked_sub(2), index.checked_sub(1)) else { return };
    let [Some(before), Some(more), Some(item)] = [earlier, difference, index].map(|place| study.item(place)) else { return };
    let told = before.is_count()
        && more.is_count()
        && before.is_exact()
        && more.is_exact()
        && (before.concept.earlier || is_base_of_comparison(before))
        && direction(&more.context.before).is_some()
        && before.quantity.unit == more.quantity.unit
        && [before, more].iter().all(|other| other.context.sentence == item.context.sentence);
    if !told || before.amount() == 0 {
        return;
    }
    let (printed, one) = (Printed::of(item), |figure| vec![Term { factor: 1, figure }]);
    let holds = printed.fits(more.amount(), before.amount());
    outcome.share(index, printed.rounding(), one(difference), one(earlier), before.amount(), holds);
    if !holds {
        let right = half_up(more.amount(), before.amount(), printed.decimals);
        let expected = right.map(|right| percent_words(right, printed.decimals)).unwrap_or_default();
        let on_new_base = printed.fits(more.amount(), before.amount().saturating_add(more.amount()));
        outcome.conflicts.push(Conflict::Growth { figure: index, expected, on_new_base });
    }
}

/// 由85%提高到97%: from the first to the second.
fn rises_to(from: &Item, to: &Item) -> bool {
    let reached = [
        "提高到",
        "提高至",
        "提升到",
        "提升至",
        "上升到",
        "上升至",
        "增长到",
        "增长至",
        "升至",
        "增至",
        "下降到",
        "下降至",
        "降低到",
        "降低至",
        "降到",
        "降至",
    ];
    from.context.before.contains(['从', '由'])
        && any_of(&to.context.before, &reached)
        && from.context.bracket == to.context.bracket
}

/// 占69.4%，比上年（87件，占66.4%）提高3个百分点；由85%提高到97%，提高12个百分点.
fn check_points(study: &Study, index: usize, outcome: &mut Outcome) {
    let Some(item) = study.item(index) else { return };
    let shares: Vec<&Item> = (0..index)
        .rev()
        .take(5)
        .filter_map(|place| study.item(place))
        .filter(|other| other.is_percent() && other.is_exact() && other.context.sentence == item.context.sentence)
        .take(2)
        .collect();
    let [nearest, farther] = shares.as_slice() else { return };
    let between = study.page.words(farther.quantity.end, item.quantity.start);
    let in_bracket = nearest.context.bracket.is_some() && farther.context.bracket.is_none();
    let compared = ["比上年", "较上年", "比去年", "较去年", "比20", "较20"]
        .iter()
        .any(|word| between.starts_with(&format!("，{word}")) || between.starts_with(word));
    let (earlier, current) = match in_bracket && compared && nearest.share == farther.share {
        true => (nearest, farther),
        false if rises_to(farther, nearest) => (farther, nearest),
        false => return,
    };
    let difference = (Printed::of(current).value() - Printed::of(earlier).value()).abs();
    let slack = 10f64.powi(-i32::from(item.quantity.decimals)) * if item.quantity.decimals == 0 { 0.5 } else { 1.01 } + 1e-9;
    let holds = (difference - Printed::of(item).value()).abs() <= slack;
    let positions =
        |wanted: &Item| study.items.iter().position(|other| other.quantity.start == wanted.quantity.start).unwrap_or_default();
    let (now, before) = (positions(current), positions(earlier));
    outcome.sum(
        vec![Term { factor: 1, figure: now }],
        vec![Term { factor: 1, figure: before }, Term { factor: 1, figure: index }],
        holds,
    );
    if !holds {
        outcome.conflicts.push(Conflict::Growth {
            figure: index,
            expected: format!("{difference:.1}个百分点"),
            on_new_base: false,
        });
    }
}
