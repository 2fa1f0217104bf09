//! Puts counts together that divide one whole.

use std::collections::BTreeSet;

use super::concepts::Dimension;
use super::items::{Item, ShareKind};
use super::page::Page;
use super::wording::strip_joints;
use crate::text::short::{any_of, holds};

/// Counts of one division in text order.
#[derive(Debug, Clone)]
pub(crate) struct List {
    pub dimension: Dimension,
    pub items: Vec<usize>,
    pub bracket: Option<usize>,
    pub earlier: bool,
    /// The count right before the list in its sentence, or right before its bracket.
    pub parent: Option<usize>,
    /// 其中 opens it.
    pub among: bool,
}

impl List {
    pub(crate) fn sum(&self, items: &[Item]) -> u64 {
        self.items.iter().filter_map(|index| items.get(*index)).fold(0, |sum, item| sum.saturating_add(item.amount()))
    }

    pub(crate) fn values<'a>(&self, items: &'a [Item]) -> Vec<&'a str> {
        self.items.iter().filter_map(|index| items.get(*index)).map(|item| item.concept.value.as_str()).collect()
    }
}

/// How many lists back one may go on: text between them ends it sooner.
const NEAR_LISTS: usize = 40;

/// All lists of at least two counts.
#[inline(never)]
pub(crate) fn lists(page: &Page, items: &[Item]) -> Vec<List> {
    let mut lists: Vec<List> = Vec::new();
    let bracket_of =
        |item: &Item| item.context.bracket.filter(|_| !(item.concept.earlier && item.concept.dimension == Dimension::Class));
    let mut previous: Option<usize> = None;
    for (index, item) in items.iter().enumerate().filter(|(_, item)| item.is_count() && !item.in_table) {
        let near = lists.len().saturating_sub(NEAR_LISTS);
        if let Some(list) = lists.iter_mut().skip(near).find(|list| takes_the_unregistered(items, list, index)) {
            list.items.push(index);
            previous = Some(index);
            continue;
        }
        let Some(dimension) = dimension(items, index).filter(|_| !is_told_again(items, index)) else {
            previous = Some(index);
            continue;
        };
        let opened = previous.is_some_and(|previous| opens(page, items, previous, index));
        let same =
            |list: &List| list.dimension == dimension && list.bracket == bracket_of(item) && list.earlier == item.concept.earlier;
        let place = lists
            .get(near..)
            .unwrap_or_default()
            .iter()
            .rposition(same)
            .map(|place| near + place)
            .filter(|place| !opened && lists.get(*place).is_some_and(|list| continues(page, items, list, dimension, index)));
        match place.and_then(|place| lists.get_mut(place)) {
            Some(list) => list.items.push(index),
            None => lists.push(List {
                dimension,
                items: vec![index],
                bracket: bracket_of(item),
                earlier: item.concept.earlier,
                parent: parent(page, items, index),
                among: holds(&item.context.wide, "其中")
                    || holds(&item.context.before, "其中")
                    || holds(&item.context.wide, "中，"),
            }),
        }
        previous = Some(index);
    }
    for list in &mut lists {
        if list.parent.is_none() {
            list.parent = total_after_bracket(page, items, list);
        }
    }
    lists.retain(|list| list.items.len() >= 2 && (list.dimension != Dimension::Topic || is_division(items, list)));
    let unlisted = divisions_by_share(items, &lists);
    lists.extend(unlisted);
    let unlisted = divisions_by_sum(items, &lists);
    lists.extend(unlisted);
    lists
}

/// 、未登记3件 right behind a part: what makes the division complete.
fn takes_the_unregistered(items: &[Item], list: &List, index: usize) -> bool {
    if list.items.last().map(|last| last + 1) != Some(index) {
        return false;
    }
    let (Some(item), Some(last)) = (items.get(index), list.items.last()) else { return false };
    let rest = ["未登记", "未分类", "未填报"].contains(&strip_joints(&item.context.before));
    rest && items.get(*last).is_some_and(|last| {
        last.context.sentence == item.context.sentence
            && last.context.bracket == item.context.bracket
            && last.quantity.unit == item.quantity.unit
    })
}

/// 州建议77件中: a count that only names again what is divided now.
fn is_told_again(items: &[Item], index: usize) -> bool {
    let Some(item) = items.get(index).filter(|item| item.context.after.starts_with('中')) else { return false };
    let before = items.get(index.saturating_sub(40)..index).unwrap_or_default();
    before.iter().any(|other| other.is_count() && other.concept == item.concept && other.value() == item.value())
}

/// （主办5件、协办3件）8件: the count right after the bracket.
fn total_after_bracket(page: &Page, items: &[Item], list: &List) -> Option<usize> {
    let close = page.partner(list.bracket?)?;
    let next = list.items.last()? + 1;
    let item = items.get(next).filter(|item| item.is_count() && item.context.bracket.is_none())?;
    let nothing_between = item.quantity.start > close && page.words(close + 1, item.quantity.start).chars().count() <= 1;
    nothing_between.then_some(next)
}

/// Counts that stand in no list but whose shares, one after the other, add to 100: 361件，占91.2%；…35件，占8.8%.
fn divisions_by_share(items: &[Item], lists: &[List]) -> Vec<List> {
    let listed: BTreeSet<usize> = lists.iter().flat_map(|list| list.items.iter().copied()).collect();
    let pairs: Vec<(usize, usize)> = items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.is_percent() && item.share == ShareKind::Share && !item.in_table)
        .filter_map(|(percent, item)| item.numerators.first().map(|part| (percent, *part)))
        .filter(|(_, part)| !listed.contains(part))
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < pairs.len() {
        let mut run: Vec<usize> = Vec::new();
        let mut sum = 0.0;
        for (percent, part) in pairs.get(at..).unwrap_or_default() {
            let (Some(item), Some(count)) = (items.get(*percent), items.get(*part)) else { break };
            let last = run.last().and_then(|last| items.get(*last));
            let near = last.is_none_or(|last| {
                last.context.paragraph == count.context.paragraph
                    && last.context.bracket == count.context.bracket
                    && last.quantity.unit == count.quantity.unit
                    && count.quantity.start.abs_diff(last.quantity.end) < 90
            });
            if !near || run.contains(part) {
                break;
            }
            run.push(*part);
            sum += item.quantity.mantissa as f64 / 10f64.powi(i32::from(item.quantity.decimals));
            if sum >= 99.4 {
                break;
            }
        }
        let length = run.len();
        if length >= 2 && (sum - 100.0f64).abs() <= 0.6 && run.is_sorted() {
            let first = items.get(run.first().copied().unwrap_or_default());
            let (bracket, earlier) = first.map_or((None, false), |item| (item.context.bracket, item.concept.earlier));
            found.push(List { dimension: Dimension::Topic, items: run, bracket, earlier, parent: None, among: false });
        }
        at += length.max(1);
    }
    found
}

/// Two counts that stand in no list, each with a share, that add to the count before them: 261件中，…172件，占65.9%；…89件，占….
fn divisions_by_sum(items: &[Item], lists: &[List]) -> Vec<List> {
    let listed: BTreeSet<usize> = lists.iter().flat_map(|list| list.items.iter().copied()).collect();
    let parts: Vec<usize> = items
        .iter()
        .filter(|item| item.is_percent() && item.share == ShareKind::Share && !item.in_table)
        .filter_map(|item| item.numerators.first().copied())
        .filter(|part| !listed.contains(part))
        .collect();
    let mut found = Vec::new();
    for pair in parts.windows(2) {
        let [one, other] = pair else { continue };
        let Some(whole) = one.checked_sub(1) else { continue };
        let (Some(total), Some(first), Some(second)) = (items.get(whole), items.get(*one), items.get(*other)) else { continue };
        let alike = [first, second].iter().all(|part| {
            part.quantity.unit == total.quantity.unit
                && part.context.bracket == total.context.bracket
                && part.context.paragraph == total.context.paragraph
        });
        if alike && total.is_count() && one < other && first.amount().saturating_add(second.amount()) == total.amount() {
            found.push(List {
                dimension: Dimension::Topic,
                items: vec![*one, *other],
                bracket: first.context.bracket,
                earlier: first.concept.earlier,
                parent: Some(whole),
                among: false,
            });
        }
    }
    found
}

/// The division that the count at `index` is a part of; a count with a short bare label beside topics is a topic.
fn dimension(items: &[Item], index: usize) -> Option<Dimension> {
    let item = items.get(index)?;
    if !matches!(item.quantity.unit, "件" | "件次" | "份" | "家" | "") {
        return None;
    }
    match item.concept.dimension {
        Dimension::Plain => may_be_topic(item).then_some(Dimension::Topic),
        dimension => Some(dimension),
    }
}

fn may_be_topic(item: &Item) -> bool {
    const FLOW: &[&str] = &[
        "共", "总", "合计", "累计", "承办", "交办", "收到", "办理", "办结", "办复", "答复", "提出", "立案", "受理", "重点",
        "领办", "领衔", "提交", "回收", "收回", "发放", "反馈", "单位", "部门", "全年", "今年", "本年", "增加", "减少", "完成",
        "督办", "转", "公开", "承诺", "两项", "三项",
    ];
    let label = strip_joints(&item.context.before);
    let short = label.chars().count() <= 12 && !label.is_empty();
    short
        && item.quantity.unit != "家"
        && !any_of(&item.context.before, FLOW)
        && !label.chars().any(|character| character.is_ascii_digit())
}

/// Whether a topic list holds a topic that says so, or is long enough to be one.
fn is_division(items: &[Item], list: &List) -> bool {
    let named = list
        .items
        .iter()
        .filter(|index| items.get(**index).is_some_and(|item| item.concept.dimension == Dimension::Topic))
        .count();
    named >= 1 || list.items.len() >= 3
}

/// Whether the count at `index` opens a list within the count at `previous`: 其中 between them, or 31件中.
fn opens(page: &Page, items: &[Item], previous: usize, index: usize) -> bool {
    let (Some(before), Some(item)) = (items.get(previous), items.get(index)) else { return false };
    if before.context.sentence != item.context.sentence && before.context.paragraph != item.context.paragraph {
        return false;
    }
    let between = page.words(before.quantity.end, item.quantity.start);
    let enters = before.context.after.starts_with('中') || before.context.after.ends_with('中') || holds(&between, "件中");
    holds(&between, "其中") || (enters && before.context.sentence == item.context.sentence)
}

fn continues(page: &Page, items: &[Item], list: &List, dimension: Dimension, index: usize) -> bool {
    let (Some(item), Some(last)) = (items.get(index), list.items.last().and_then(|last| items.get(*last))) else { return false };
    if last.quantity.unit != item.quantity.unit || repeats(items, list, item) {
        return false;
    }
    let gap = item.quantity.start - last.quantity.end;
    let same_sentence = last.context.sentence == item.context.sentence;
    let same_paragraph = last.context.paragraph == item.context.paragraph;
    match dimension {
        Dimension::Class => gap <= 300,
        Dimension::Feedback => gap <= 120 && same_paragraph,
        Dimension::Topic => {
            let between = page.words(last.quantity.end, item.quantity.start);
            let untouched = list.items.last().is_some_and(|last| {
                items.get(last + 1..index).is_some_and(|inner| {
                    inner.iter().all(|other| !other.is_count() || other.context.bracket != item.context.bracket)
                })
            });
            same_paragraph && gap <= 90 && untouched && !between.contains('。') || (same_paragraph && gap <= 40 && untouched)
        }
        _ => same_sentence && gap <= 120,
    }
}

/// Whether the part is in the list already; A1 and A2 are parts of A.
fn repeats(items: &[Item], list: &List, item: &Item) -> bool {
    let value = item.concept.value.as_str();
    let class = list.dimension == Dimension::Class;
    list.values(items).iter().any(|other| {
        let rolled_up = class
            && value.is_ascii()
            && other.is_ascii()
            && !value.is_empty()
            && (other.starts_with(value) || value.starts_with(other));
        *other == value || rolled_up
    })
}

fn parent(page: &Page, items: &[Item], index: usize) -> Option<usize> {
    let item = items.get(index)?;
    if let Some(named) = named_before(items, index) {
        return Some(named);
    }
    let (place, before) = items
        .get(..index)?
        .iter()
        .enumerate()
        .rev()
        .take(4)
        .find(|(_, before)| before.is_count() && before.quantity.unit == item.quantity.unit)?;
    if let Some(open) = item.context.bracket.filter(|open| before.context.bracket != Some(*open)) {
        let adjacent = open >= before.quantity.end && open - before.quantity.end <= 10;
        let within_clause = adjacent && !page.words(before.quantity.end, open).contains(['，', '。', '、']);
        return within_clause.then_some(place);
    }
    let same_sentence = before.context.sentence == item.context.sentence;
    let next_sentence = before.context.paragraph == item.context.paragraph && item.context.wide.starts_with("其中");
    ((same_sentence || next_sentence) && before.context.bracket == item.context.bracket).then_some(place)
}

/// 主办件中，人大建议39件…: the count of 主办 that was told before.
fn named_before(items: &[Item], index: usize) -> Option<usize> {
    let item = items.get(index).filter(|item| item.context.bracket.is_none())?;
    let subject = item.context.wide.split_once("中，").map(|(subject, _)| subject).filter(|subject| !subject.contains('其'))?;
    let subject = subject.rsplit(['，', '；', '。']).next().unwrap_or(subject);
    let value = super::concepts::last_class_letter(subject).or_else(|| super::roles::role(subject).map(str::to_string));
    let filed = holds(subject, "立案");
    (0..index).rev().take(30).find(|place| {
        items.get(*place).is_some_and(|other| {
            let same = value.as_deref().is_some_and(|value| other.concept.value == value)
                || (filed && holds(&other.context.before, "立案") && other.concept.value != "未立案");
            other.is_count() && other.context.bracket.is_none() && other.quantity.unit == item.quantity.unit && same
        })
    })
}
