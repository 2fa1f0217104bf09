//! Totals and their parts.

use super::bases::{Base, bases, find_base};
use super::concepts::{Dimension, is_the_rest};
use super::items::ShareKind;
use super::lists::List;
use super::outcome::{Conflict, Outcome, Study};
use super::quotient::Printed;
use super::told_totals::said_to_add;
use super::wording::says_total;
use crate::text::short::{any_of, holds};

/// What is known of the whole that a list divides.
#[derive(Debug, Clone)]
pub(crate) enum Whole {
    /// The parts add to it.
    Verified(Base),
    /// The parts must add to it but do not.
    Missed(Base),
    /// No total that they would have to add to.
    Unknown,
}

/// Checks all lists; the answer has one entry per list.
#[inline(never)]
pub(crate) fn check(study: &Study, outcome: &mut Outcome) -> Vec<Whole> {
    let wholes = study.lists.iter().map(|list| check_list(study, list, outcome)).collect();
    super::told_totals::check(study, outcome);
    wholes
}

fn check_list(study: &Study, list: &List, outcome: &mut Outcome) -> Whole {
    let sum = list.sum(&study.items);
    let parts = study.terms(&list.items);
    let exact = list.items.iter().all(|index| study.item(*index).is_some_and(|item| item.is_exact()));
    if !exact {
        return Whole::Unknown;
    }
    let strict = list.parent.is_some() && (list.bracket.is_some() || list.among);
    let sole = list.parent.filter(|parent| is_the_sole_total(study, list, *parent));
    let fitting = |base: &Base| {
        base.value == sum && (!strict || near_enough(study, list, base)) && (sole.is_none() || base.single() == sole)
    };
    if let Some(whole) = find_base(study, &list.items, list.parent, fitting) {
        outcome.sum(whole.terms(study), parts, true);
        return Whole::Verified(whole);
    }
    let mut candidates = bases(study, &list.items, list.parent);
    if strict {
        candidates.retain(|base| near_enough(study, list, base));
    }
    if sole.is_some() {
        candidates.retain(|base| base.single() == sole);
    }
    let Some(whole) = expected_total(study, list, &candidates, sum) else { return Whole::Unknown };
    if super::nesting::explains(study, list, whole.value) {
        return Whole::Unknown;
    }
    let (stated, sum) = (i64::try_from(whole.value).unwrap_or(i64::MAX), i64::try_from(sum).unwrap_or(i64::MAX));
    outcome.sum(whole.terms(study), parts.clone(), false);
    let feedback = list.dimension == Dimension::Feedback && sum > stated;
    outcome.conflicts.push(Conflict::Parts { total: whole.terms(study), parts, stated, sum, feedback });
    Whole::Missed(whole)
}

/// 共41件，其中…: the first count of the sentence, told as a total, with the list right behind it.
fn is_the_sole_total(study: &Study, list: &List, parent: usize) -> bool {
    let (Some(total), Some(first)) = (study.item(parent), list.items.first().and_then(|first| study.item(*first))) else {
        return false;
    };
    let alone = parent
        .checked_sub(1)
        .and_then(|before| study.item(before))
        .is_none_or(|before| before.context.sentence != total.context.sentence);
    let follows = list.items.first() == Some(&(parent + 1)) && total.context.sentence == first.context.sentence;
    let opened = study.page.words(total.quantity.end, first.quantity.start).contains("其中");
    alone && follows && opened && list.bracket.is_none() && says_total(&total.context.before)
}

/// Whether `base` may be the total of a list whose total stands right before it: that total, or for 其中 one of its sentences.
fn near_enough(study: &Study, list: &List, base: &Base) -> bool {
    let Some(parent) = list.parent.and_then(|parent| study.item(parent)) else { return true };
    let same_year = |term: &super::figure::Term| study.item(term.figure).is_some_and(|item| item.concept.earlier == list.earlier);
    let in_reach = |term: &super::figure::Term| {
        let near = |item: &super::items::Item| {
            item.context.sentence.abs_diff(parent.context.sentence) <= 1 && item.context.bracket == parent.context.bracket
        };
        Some(term.figure) == list.parent || (list.bracket.is_none() && study.item(term.figure).is_some_and(near))
    };
    base.terms(study).iter().all(|term| in_reach(term) && same_year(term))
}

/// The stated total that `list` must add to; `None` where the list may be incomplete or may divide something unstated.
fn expected_total(study: &Study, list: &List, candidates: &[Base], sum: u64) -> Option<Base> {
    let singles = || candidates.iter().filter(|base| base.rank < 100 && base.single().is_some());
    let comparable = |base: &&Base| base.value <= sum.saturating_mul(2) && base.value.saturating_mul(2) >= sum;
    let nearest = singles()
        .filter(comparable)
        .filter(|base| may_be_the_total(study, list, base))
        .min_by_key(|base| base.value.abs_diff(sum))
        .copied();
    let parent = list.parent.and_then(|parent| singles().find(|base| base.single() == Some(parent)).cloned());
    let complete = shares_are_complete(study, list);
    let values = list.values(&study.items);
    let has = |words: &[&str]| words.iter().any(|word| values.iter().any(|value| holds(value, word)));
    let may_nest = matches!(list.dimension, Dimension::Origin | Dimension::Topic) && !complete;
    if may_nest && list.bracket.is_none() && singles().any(|base| adds_without_one(study, list, base.value)) {
        return None;
    }
    if list.bracket.is_none() && interrupted_by_the_rest(study, list, candidates, sum) {
        return None;
    }
    let opened = list.among || list.bracket.is_some() || parent_opens(study, list);
    let told_of_it = list.among && list.parent.is_none();
    match list.dimension {
        Dimension::Class if list.bracket.is_some() => parent.filter(|_| values.len() >= 3),
        Dimension::Class if values.len() >= 3 || complete || ends_without_more(study, list) => nearest.or(parent),
        Dimension::Class => None,
        Dimension::Feedback => {
            let returned = singles().filter(|base| base.single().is_some_and(|figure| is_returned(study, figure, list)));
            let returned = returned.min_by_key(|base| base.rank).cloned();
            let over = singles().all(|base| base.value < sum).then_some(nearest).flatten();
            over.or_else(|| returned.filter(|_| values.len() >= 3 || complete || !has(&["未反馈"])))
        }
        Dimension::Role if has(&["主办", "独办", "分办"]) && has(&["协办", "会办", "分办"]) => {
            parent.filter(|_| opened)
        }
        Dimension::Role if list.bracket.is_some() && !list.among => parent,
        Dimension::Kind if has(&["建议"]) && has(&["提案"]) => parent.filter(|_| opened),
        Dimension::Origin if has(&["个人", "联名"]) && has(&["集体", "党派", "团体", "代表团", "界别"]) => {
            parent.filter(|_| opened).or_else(|| nearest.filter(|_| told_of_it || complete))
        }
        Dimension::Filing => parent.filter(|_| {
            list.among && list.parent.and_then(|parent| study.item(parent)).is_some_and(|item| item.concept.value == "未立案")
        }),
        _ if has(&["未登记", "未分类", "未填报"]) && list.dimension != Dimension::Topic => parent.filter(|_| opened),
        Dimension::Disclosure => parent.filter(|_| opened && values.len() >= 3),
        Dimension::SessionTime | Dimension::Year => parent.filter(|_| opened),
        Dimension::Topic if values.iter().any(|value| is_the_rest(value)) || complete => parent.or(nearest),
        Dimension::Topic if list.among => parent.filter(|parent| parent.value < sum && comparable(&parent)),
        _ => None,
    }
}

/// Whether a count is told as a total of what follows, or of what went before it.
fn may_be_the_total(study: &Study, list: &List, base: &Base) -> bool {
    let (Some(index), Some(first)) = (base.single(), list.items.first().copied()) else { return false };
    let Some(item) = study.item(index) else { return false };
    let largest = list.items.iter().map(|index| study.amount(*index)).max().unwrap_or_default();
    let told = says_total(&item.context.before);
    // 党派提案9件，委员提案62件: classes divide what these divide, not one of them.
    let is_one_origin = item.concept.dimension == Dimension::Origin
        && list.dimension == Dimension::Class
        && study.lists_of(index).iter().any(|place| study.lists.get(*place).is_some_and(|of| of.dimension == Dimension::Origin));
    if is_one_origin {
        return false;
    }
    if index > first { said_to_add(&item.context.before) } else { told || base.value >= largest }
}

/// Whether the total is followed by 即, 分别是 or a colon, so that the list must exhaust it.
fn parent_opens(study: &Study, list: &List) -> bool {
    let Some((parent, first)) =
        list.parent.and_then(|parent| study.item(parent)).zip(list.items.first().and_then(|first| study.item(*first)))
    else {
        return false;
    };
    let between = study.page.words(parent.quantity.end, first.quantity.start);
    let adjacent = list.parent.map(|parent| parent + 1) == list.items.first().copied() && between.chars().count() <= 5;
    adjacent || between.contains(['：', ':']) || holds(&between, "即") || holds(&between, "分别") || holds(&between, "包括")
}

/// Whether another part makes up the difference: a count in the sentences of the list that it does not hold.
fn interrupted_by_the_rest(study: &Study, list: &List, candidates: &[Base], sum: u64) -> bool {
    let (Some(first), Some(last)) = (list.items.first().copied(), list.items.last().copied()) else { return false };
    let Some((opening, closing)) = study.item(first).zip(study.item(last)).map(|(a, b)| (a.context.sentence, b.context.sentence))
    else {
        return false;
    };
    let bracket = study.item(first).and_then(|item| item.context.bracket);
    let others =
        (first.saturating_sub(6)..study.items.len().min(last + 7)).filter(|index| !list.items.contains(index)).filter(|index| {
            study.item(*index).is_some_and(|item| {
                item.is_count()
                    && item.concept.earlier == list.earlier
                    && !super::growth::is_difference(item)
                    && item.context.bracket == bracket
                    && (opening..=closing + 1).contains(&item.context.sentence)
            })
        });
    let totals: Vec<&Base> = candidates.iter().filter(|base| base.single().is_some() && base.rank < 100).collect();
    others.into_iter().any(|index| {
        let with_it = sum.saturating_add(study.amount(index));
        study.amount(index) > 0 && totals.iter().any(|base| base.value == with_it && base.single() != Some(index))
    })
}

/// Whether the list is right when one part, itself a part of another, is not counted.
fn adds_without_one(study: &Study, list: &List, total: u64) -> bool {
    let sum = list.sum(&study.items);
    list.items.len() >= 3 && list.items.iter().any(|index| sum - study.amount(*index) == total)
}

fn ends_without_more(study: &Study, list: &List) -> bool {
    let Some(last) = list.items.last().and_then(|last| study.item(*last)) else { return false };
    let after = study.page.words(last.quantity.end, last.quantity.end + 40);
    any_of(&after, &["无C", "没有C", "没有“不", "无“不", "无不满意", "没有不满意", "无C类"])
}

/// A count of forms returned or opinions given, before `list` in its paragraph.
fn is_returned(study: &Study, index: usize, list: &List) -> bool {
    let (Some(item), Some(first)) = (study.item(index), list.items.first().and_then(|first| study.item(*first))) else {
        return false;
    };
    let returned = ["收回", "回收", "反馈", "测评表", "意见表", "征求", "参与测评", "评价"]
        .iter()
        .any(|word| holds(&item.context.wide, word) || holds(&item.context.after, word));
    returned && item.quantity.start < first.quantity.start && item.context.paragraph == first.context.paragraph
}

/// Whether every part has a share and the shares add to 100.
pub(crate) fn shares_are_complete(study: &Study, list: &List) -> bool {
    let mut total = 0.0;
    let mut parts = 0;
    for index in &list.items {
        let share = (index + 1..study.items.len().min(index + 12)).find(|percent| {
            study
                .item(*percent)
                .is_some_and(|item| item.is_percent() && item.share == ShareKind::Share && item.numerators.contains(index))
        });
        if let Some(item) = share.and_then(|share| study.item(share)) {
            total += Printed::of(item).value();
            parts += 1;
        }
    }
    parts == list.items.len() && parts >= 2 && (total - 100.0f64).abs() <= 0.6
}
