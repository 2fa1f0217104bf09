//! Percentages that are shares of counts.

use crate::text::short::{any_of, holds};
use std::collections::BTreeMap;

use super::bases::{Base, Source, bases, find_base};
use super::figure::{Relation, Term};
use super::items::{Item, ShareKind};
use super::outcome::{Conflict, Outcome, ShareFault, Study};
use super::quotient::Printed;
use super::sums::Whole;
use super::wording::says_total;

/// A percentage with the count it is taken for the share of.
#[derive(Debug, Clone, Copy)]
struct Pair {
    percent: usize,
    part: usize,
}

/// Checks every share that has a numerator.
#[inline(never)]
pub(crate) fn check(study: &Study, wholes: &[Whole], outcome: &mut Outcome) {
    let mut open: Vec<bool> = study.items.iter().map(is_checkable).collect();
    let is_open = |open: &[bool], percent: usize| open.get(percent).copied().unwrap_or(false);
    let mut claims = claims(study, &open);
    claims.sort_by_key(|(list, pairs)| (usize::MAX - pairs.len(), *list));
    let mut left: BTreeMap<usize, (usize, Vec<Pair>, Option<Base>)> = BTreeMap::new();
    for (list, pairs) in claims {
        let mut pairs = pairs;
        pairs.retain(|pair| is_open(&open, pair.percent));
        let Some(whole) = wholes.get(list).filter(|_| !pairs.is_empty()) else { continue };
        let base = best_base(study, list, &pairs, whole);
        let explained: Vec<Pair> =
            pairs.iter().copied().filter(|pair| base.as_ref().is_some_and(|base| fits(study, *pair, base.value))).collect();
        for pair in &explained {
            if let Some(base) = &base {
                settle(study, *pair, base, whole, outcome);
            }
            if let Some(state) = open.get_mut(pair.percent) {
                *state = false;
            }
        }
        for pair in pairs.iter().filter(|pair| is_open(&open, pair.percent)) {
            let better = left.get(&pair.percent).is_none_or(|(siblings, _, _)| *siblings < explained.len());
            if better {
                left.insert(pair.percent, (explained.len(), pairs.clone(), base));
            }
        }
        if let Whole::Verified(whole) | Whole::Missed(whole) = whole
            && explained.is_empty()
        {
            for pair in pairs.iter().filter(|pair| is_open(&open, pair.percent)) {
                left.insert(pair.percent, (0, pairs.clone(), Some(*whole)));
            }
        }
    }
    for percent in (0..open.len()).filter(|percent| is_open(&open, *percent)) {
        if study.item(percent).is_some_and(is_joint) && explained_jointly(study, percent, outcome) {
            continue;
        }
        if is_one_of_several(study, percent) || names_a_base_each(study, percent) {
            continue;
        }
        match left.get(&percent) {
            Some((siblings, pairs, base)) => judge_sibling(study, percent, *siblings, pairs, base.as_ref(), wholes, outcome),
            None => judge_single(study, percent, outcome),
        }
    }
}

/// A类占比 in a paragraph that tells of more than one class A, and that none of them explains.
fn is_one_of_several(study: &Study, percent: usize) -> bool {
    study
        .item(percent)
        .is_some_and(|item| super::concepts::last_class_letter(&item.context.before).is_some() && item.numerators.len() > 1)
}

/// 分别占建议、提案总数的95.7%、96.5%: each share is of a total of its own, which nothing states.
fn names_a_base_each(study: &Study, percent: usize) -> bool {
    let Some(item) = study.item(percent) else { return false };
    let Some(count) = (0..percent).rev().filter_map(|index| study.item(index)).find(|other| other.is_count()) else {
        return false;
    };
    let words = study.page.words(count.quantity.end, item.quantity.start);
    let base = words.split_once("分别占").and_then(|(_, named)| named.split_once('总'));
    base.is_some_and(|(names, _)| names.contains(['、', '和', '与', '及']))
}

fn is_checkable(item: &Item) -> bool {
    item.is_percent()
        && !item.in_table
        && item.share == ShareKind::Share
        && !item.numerators.is_empty()
        && !item.quantity.after_letter
}

/// For each list the percentages that may be shares of its parts.
fn claims(study: &Study, open: &[bool]) -> Vec<(usize, Vec<Pair>)> {
    let mut claims: BTreeMap<usize, Vec<Pair>> = BTreeMap::new();
    for (percent, item) in study.items.iter().enumerate().filter(|(percent, _)| open.get(*percent).copied().unwrap_or(false)) {
        for part in &item.numerators {
            for list in study.lists_of(*part) {
                let pairs = claims.entry(*list).or_default();
                if !pairs.iter().any(|pair| pair.percent == percent || pair.part == *part) {
                    pairs.push(Pair { percent, part: *part });
                }
            }
        }
    }
    claims.into_iter().collect()
}

fn fits(study: &Study, pair: Pair, base: u64) -> bool {
    study.item(pair.percent).is_some_and(|item| {
        Printed::of(item).fits(study.amount(pair.part), base)
            || Printed::of(item).fits(study.amount(pair.part) / study.item(pair.part).map_or(1, |part| part.times), base)
    })
}

/// The base that explains most of `pairs`; of equals the one that the parts add to, then the likeliest.
fn best_base(study: &Study, place: usize, pairs: &[Pair], whole: &Whole) -> Option<Base> {
    let list = study.lists.get(place)?;
    if let Whole::Verified(whole) = whole
        && pairs.iter().all(|pair| fits(study, *pair, whole.value))
    {
        return Some(*whole);
    }
    let mut candidates = bases(study, &list.items, list.parent);
    let sum = Base { source: Source::List(place), value: list.sum(&study.items), rank: 90 };
    match whole {
        Whole::Verified(whole) => candidates.insert(0, *whole),
        Whole::Missed(whole) => candidates.splice(0..0, [*whole, sum]).for_each(drop),
        Whole::Unknown => candidates.push(sum),
    }
    let score = |base: &Base| pairs.iter().filter(|pair| fits(study, **pair, base.value)).count();
    if pairs.len() >= 2
        && super::sums::shares_are_complete(study, list)
        && candidates.iter().all(|base| score(base) < pairs.len())
    {
        candidates.extend(unstated_base(study, pairs, list.sum(&study.items)));
    }
    let best = candidates.iter().map(&score).max().filter(|best| *best > 0)?;
    let lone = pairs.len() > 2 && best == 1;
    let found = candidates.into_iter().find(|base| score(base) == best)?;
    (!lone || matches!(whole, Whole::Unknown)).then_some(found)
}

/// A number near the sum of the parts that explains at least two of `pairs`: the total meant but not stated.
fn unstated_base(study: &Study, pairs: &[Pair], sum: u64) -> Option<Base> {
    let score = |value: &u64| pairs.iter().filter(|pair| fits(study, **pair, *value)).count();
    let near = sum / 2..=sum.saturating_mul(2).min(sum / 2 + 4000);
    let best = near.max_by_key(|value| (score(value), u64::MAX - value.abs_diff(sum)))?;
    let needed = if pairs.len() == 2 { 1 } else { 2 };
    (score(&best) >= needed).then_some(Base { source: Source::Unstated, value: best, rank: 500 })
}

/// Records that `pair` holds; where its list misses the stated total, the share of the sum is a mixed base.
fn settle(study: &Study, pair: Pair, base: &Base, whole: &Whole, outcome: &mut Outcome) {
    let Some(item) = study.item(pair.percent) else { return };
    let printed = Printed::of(item);
    let part = vec![study.term(pair.part)];
    if let Whole::Missed(stated) = whole
        && stated.value != base.value
        && !printed.fits(study.amount(pair.part), stated.value)
    {
        outcome.share(pair.percent, printed.rounding(), part, stated.terms(study), stated.value, false);
        push(study, pair, stated, ShareFault::OtherBase(base.terms(study), base.value), outcome);
        return;
    }
    outcome.share(pair.percent, printed.rounding(), part, base.terms(study), base.value, true);
}

fn judge_sibling(
    study: &Study,
    percent: usize,
    siblings: usize,
    pairs: &[Pair],
    base: Option<&Base>,
    wholes: &[Whole],
    outcome: &mut Outcome,
) {
    let Some(pair) = pairs.iter().copied().find(|pair| pair.percent == percent) else { return };
    let holds_all =
        |list: &usize| study.lists.get(*list).is_some_and(|list| pairs.iter().all(|other| list.items.contains(&other.part)));
    let whole = study.lists_of(pair.part).iter().copied().find(holds_all);
    let complete = whole.and_then(|list| study.lists.get(list)).is_some_and(|list| super::sums::shares_are_complete(study, list));
    let verified = complete || whole.and_then(|list| wholes.get(list)).is_some_and(|whole| !matches!(whole, Whole::Unknown));
    let of_its_own =
        study.item(percent).and_then(|item| item.numerators.first().copied()).filter(|nearest| *nearest != pair.part);
    let own_is_apart = of_its_own.is_some_and(|nearest| study.lists_of(nearest).is_empty());
    if own_is_apart || of_its_own.is_some_and(|nearest| explained_alone(study, Pair { percent, part: nearest }, outcome)) {
        if own_is_apart {
            judge_single(study, percent, outcome);
        }
        return;
    }
    let Some(base) = base.filter(|_| verified || siblings > 0) else {
        return judge_single(study, percent, outcome);
    };
    let few = pairs.len() == 2 && siblings == 1 && !adds_to_hundred(study, pairs);
    if (!verified || few) && explained_alone(study, pair, outcome) {
        return;
    }
    if few && pairs.iter().any(|other| names_another_base(study, pair, *other)) {
        return;
    }
    let Some(item) = study.item(percent) else { return };
    let (printed, part) = (Printed::of(item), study.amount(pair.part));
    if part > base.value {
        return;
    }
    let fault = fault(study, pair, pairs, base);
    let far_from_it = siblings == 0 && !verified;
    if far_from_it {
        return;
    }
    outcome.share(percent, printed.rounding(), vec![study.term(pair.part)], base.terms(study), base.value, false);
    push(study, pair, base, fault, outcome);
}

/// 占交办总数的…；占立案总数的…: the shares name different bases.
fn names_another_base(study: &Study, one: Pair, other: Pair) -> bool {
    let name = |pair: Pair| {
        let (part, percent) = (study.item(pair.part)?, study.item(pair.percent)?);
        let words = study.page.words(part.quantity.end, percent.quantity.start);
        let (_, named) = words.split_once('占')?;
        let (name, _) = named.split_once('总')?;
        (!name.is_empty()).then(|| name.to_string())
    };
    name(one).zip(name(other)).is_some_and(|(one, other)| one != other)
}

/// Why the share of `pair` is not right for `base`.
fn fault(study: &Study, pair: Pair, pairs: &[Pair], base: &Base) -> ShareFault {
    let Some(item) = study.item(pair.percent) else { return ShareFault::Wrong };
    let (printed, part) = (Printed::of(item), study.amount(pair.part));
    if printed.off_by(part, base.value) == 1 {
        let hundred = pairs.len() >= 2 && adds_to_hundred(study, pairs);
        return match (printed.truncates(part, base.value), hundred) {
            (_, true) => ShareFault::Forced,
            (true, false) => ShareFault::Truncated,
            (false, false) => ShareFault::Wrong,
        };
    }
    let members: Vec<usize> = pairs.iter().map(|pair| pair.part).collect();
    let other = bases(study, &members, None)
        .into_iter()
        .filter(|other| other.single().is_some() && other.value != base.value)
        .find(|other| printed.fits(part, other.value));
    other.map_or(ShareFault::Wrong, |other| ShareFault::OtherBase(other.terms(study), other.value))
}

fn adds_to_hundred(study: &Study, pairs: &[Pair]) -> bool {
    let decimals = pairs.iter().filter_map(|pair| study.item(pair.percent)).map(|item| item.quantity.decimals).max().unwrap_or(0);
    let scale = |item: &Item| {
        item.quantity.mantissa.saturating_mul(10u64.saturating_pow(u32::from(decimals.saturating_sub(item.quantity.decimals))))
    };
    let sum: u64 = pairs.iter().filter_map(|pair| study.item(pair.percent)).map(scale).sum();
    sum == 100 * 10u64.saturating_pow(u32::from(decimals))
}

fn push(study: &Study, pair: Pair, base: &Base, fault: ShareFault, outcome: &mut Outcome) {
    let part = i64::try_from(study.amount(pair.part)).unwrap_or(i64::MAX);
    outcome.conflicts.push(Conflict::Share { percent: pair.percent, part, base: base.value, fault });
}

/// Whether some count nearby is the base; records it.
fn explained_alone(study: &Study, pair: Pair, outcome: &mut Outcome) -> bool {
    let found = find_base(study, &[pair.part], None, |base| fits(study, pair, base.value));
    let Some((base, item)) = found.zip(study.item(pair.percent)) else { return false };
    outcome.share(pair.percent, Printed::of(item).rounding(), vec![study.term(pair.part)], base.terms(study), base.value, true);
    true
}

/// A share that stands alone: a fault only where its base is certain.
fn judge_single(study: &Study, percent: usize, outcome: &mut Outcome) {
    let Some(item) = study.item(percent) else { return };
    let pairs: Vec<Pair> = item.numerators.iter().take(2).map(|part| Pair { percent, part: *part }).collect();
    if pairs.iter().any(|pair| explained_alone(study, *pair, outcome)) {
        return;
    }
    if explained_jointly(study, percent, outcome) {
        return;
    }
    let Some(pair) = pairs.first().copied() else { return };
    let named = whole_of_a_joint_part(study, study.item(pair.part), pair.part).or_else(|| named_whole(study, pair));
    let base = named.or_else(|| base_of_the_sentence(study, pair, outcome)).or_else(|| certain_base(study, pair));
    if let Some(base) = base {
        let printed = Printed::of(item);
        outcome.share(percent, printed.rounding(), vec![study.term(pair.part)], base.terms(study), base.value, false);
        let fault = fault(study, pair, &[pair], &base);
        push(study, pair, &base, fault, outcome);
        return;
    }
    let part = study.amount(pair.part);
    let printed = Printed::of(item);
    let adjacent = study.item(pair.part).is_some_and(|count| item.quantity.start.saturating_sub(count.quantity.end) <= 4);
    if adjacent && item.is_exact() && part > 0 && printed.mantissa > 0 && printed.decimals > 0 && printed.bases(part).is_none() {
        outcome.relation(Relation::PossibleShare { percent }, vec![study.term(pair.part)], false);
        outcome.conflicts.push(Conflict::Impossible { percent, base: 0 });
    }
}

/// 两项合计占72.2%: the share of the counts before it together.
pub(crate) fn is_joint(item: &Item) -> bool {
    any_of(&item.context.before, &["合计", "两项", "两类", "二者", "两者", "共占", "总共占"])
}

/// Whether the last two counts together are the share of some base; records it.
fn explained_jointly(study: &Study, percent: usize, outcome: &mut Outcome) -> bool {
    let Some((item, (part, terms))) = study.item(percent).zip(joint_numerator(study, percent)) else { return false };
    let members: Vec<usize> = terms.iter().map(|term| term.figure).collect();
    let base = bases(study, &members, None).into_iter().find(|base| Printed::of(item).fits(part, base.value));
    let Some(base) = base else { return false };
    outcome.share(percent, Printed::of(item).rounding(), terms, base.terms(study), base.value, true);
    true
}

/// The last two counts together: 满意118件、基本满意16件，占….
fn joint_numerator(study: &Study, percent: usize) -> Option<(u64, Vec<Term>)> {
    let [last, before, ..] = study.item(percent)?.numerators.as_slice() else { return None };
    let (a, b) = (study.item(*last)?, study.item(*before)?);
    let joined = a.quantity.unit == b.quantity.unit && a.context.sentence == b.context.sentence;
    joined.then(|| (a.amount().saturating_add(b.amount()), study.terms(&[*before, *last])))
}

/// The total that the share must be of: 占总数 in the clause, or the only total right before the part and nearly right.
fn certain_base(study: &Study, pair: Pair) -> Option<Base> {
    let (item, part) = (study.item(pair.percent)?, study.item(pair.part)?);
    let printed = Printed::of(item);
    let total = |index: usize| {
        study.item(index).filter(|total| {
            total.is_count()
                && total.is_exact()
                && total.quantity.unit == part.quantity.unit
                && total.amount() > part.amount()
                && total.concept.earlier == part.concept.earlier
        })
    };
    let same_paragraph = |index: &usize| {
        study.item(*index).is_some_and(|total| part.context.paragraph - total.context.paragraph.min(part.context.paragraph) == 0)
    };
    let index = (0..pair.part).rev().take(8).take_while(same_paragraph).find(|index| total(*index).is_some())?;
    let base = total(index)?;
    let off = printed.points_off(part.amount(), base.amount());
    let named = any_of(&item.context.before, &["占总数", "占全部", "占建议总数", "占提案总数", "占总"]);
    let whole = Base { source: Source::One(study.term(index)), value: base.amount(), rank: 0 };
    let near_sentence = part.context.sentence - base.context.sentence <= 1;
    let is_total = says_total(&base.context.before);
    let opened = base.context.after.starts_with('中') || base.context.after.ends_with('中') || holds(&part.context.wide, "其中");
    let directly = pair.part == index + 1
        || study
            .items
            .get(index + 1..pair.part)
            .is_some_and(|between| between.iter().all(|other| !other.is_count() || other.amount() < part.amount()));
    if near_sentence && directly && item.is_exact() && ((named && is_total) || opened) {
        return Some(whole);
    }
    let only_total = (0..pair.part).rev().take_while(same_paragraph).all(|other| other == index || total(other).is_none());
    let slipped = off <= 3.0 || digits_swapped(printed, part.amount(), base.amount());
    ((named && only_total && near_sentence) || (slipped && near_sentence && item.is_exact())).then_some(whole)
}

/// The base that at least two other shares of the sentence have.
fn base_of_the_sentence(study: &Study, pair: Pair, outcome: &Outcome) -> Option<Base> {
    let (item, part) = (study.item(pair.percent)?, study.item(pair.part)?);
    let beside: Vec<(u64, &Vec<Term>)> = (pair.percent.saturating_sub(12)..pair.percent + 12)
        .filter_map(|percent| {
            let sibling = study.item(percent)?;
            let near = sibling.context.sentence == item.context.sentence
                && sibling.context.bracket == item.context.bracket
                && sibling.share == item.share;
            let equation = outcome.share_of(percent).filter(|equation| near && equation.holds)?;
            Some((equation.base?, &equation.right))
        })
        .collect();
    let (value, terms) = beside
        .iter()
        .find(|(base, _)| *base >= part.amount() && beside.iter().filter(|(other, _)| other == base).count() >= 2)?;
    let source = match terms.as_slice() {
        [one] => Source::One(*one),
        [one, other] => Source::Two(*one, *other),
        _ => Source::Unstated,
    };
    Some(Base { source, value: *value, rank: 0 })
}

/// 占建议总数140件的80%.
fn named_whole(study: &Study, pair: Pair) -> Option<Base> {
    let index = pair.percent.checked_sub(1).filter(|index| *index > pair.part)?;
    let (percent, part, whole) = (study.item(pair.percent)?, study.item(pair.part)?, study.item(index)?);
    let named = study.page.words(part.quantity.end, whole.quantity.start).contains('占') && whole.is_count() && whole.is_exact();
    let directly = matches!(study.page.words(whole.quantity.end, percent.quantity.start).as_str(), "的" | "）的" | "的约");
    (named && directly && whole.amount() >= part.amount()).then(|| Base {
        source: Source::One(study.term(index)),
        value: whole.amount(),
        rank: 0,
    })
}

/// 两项合计986件，占…: what the classes that it joins divide, where they add to it.
fn whole_of_a_joint_part(study: &Study, part: Option<&Item>, index: usize) -> Option<Base> {
    if !any_of(&part?.context.before, &["合计", "两项", "两类"]) {
        return None;
    }
    let holders = study.lists_of(index.checked_sub(1)?).iter().filter_map(|place| study.lists.get(*place));
    let list = holders.into_iter().find(|list| list.items.len() >= 3)?;
    let sum = list.sum(&study.items);
    bases(study, &list.items, list.parent).into_iter().find(|base| base.value == sum && base.single().is_some())
}

/// Whether the right percentage has the same digits in another order, or one digit differs.
pub(crate) fn digits_swapped(printed: Printed, part: u64, whole: u64) -> bool {
    let Some(right) = super::quotient::half_up(part, whole, printed.decimals) else { return false };
    let digits = |value: u64| {
        let mut digits: Vec<char> = value.to_string().chars().collect();
        digits.sort_unstable();
        digits
    };
    let (right_words, printed_words) = (right.to_string(), printed.mantissa.to_string());
    let differing = right_words.chars().zip(printed_words.chars()).filter(|(one, other)| one != other).count();
    right_words.len() == printed_words.len() && (digits(right) == digits(printed.mantissa) || differing == 1)
}
