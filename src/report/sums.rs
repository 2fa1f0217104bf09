//! Totals and their parts.

use super::bases::{Base, bases};
use super::concepts::{Dimension, is_the_rest};
use super::items::ShareKind;
use super::lists::List;
use super::outcome::{Conflict, Outcome, Study};
use super::quotient::Printed;

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
pub(crate) fn check(study: &Study, outcome: &mut Outcome) -> Vec<Whole> {
    let wholes = study.lists.iter().map(|list| check_list(study, list, outcome)).collect();
    check_roll_ups(study, outcome);
    check_joint_totals(study, outcome);
    check_filing(study, outcome);
    check_totals_after_parts(study, outcome);
    check_what_remains(study, outcome);
    check_the_rest(study, outcome);
    discover(study, outcome);
    wholes
}

fn check_list(study: &Study, list: &List, outcome: &mut Outcome) -> Whole {
    let sum = list.sum(&study.items);
    let parts = study.terms(&list.items);
    let exact = list.items.iter().all(|index| study.item(*index).is_some_and(|item| item.is_exact()));
    if !exact {
        return Whole::Unknown;
    }
    let mut candidates = bases(study, &list.items, list.parent);
    if list.parent.is_some() && (list.bracket.is_some() || list.among) {
        candidates.retain(|base| near_enough(study, list, base));
    }
    if let Some(whole) = candidates.iter().find(|base| base.value == sum) {
        outcome.sum(whole.terms.clone(), parts, true);
        return Whole::Verified(whole.clone());
    }
    let Some(whole) = expected_total(study, list, &candidates, sum) else { return Whole::Unknown };
    let (stated, sum) = (i64::try_from(whole.value).unwrap_or(i64::MAX), i64::try_from(sum).unwrap_or(i64::MAX));
    outcome.sum(whole.terms.clone(), parts.clone(), false);
    let feedback = list.dimension == Dimension::Feedback && sum > stated;
    outcome.conflicts.push(Conflict::Parts { total: whole.terms.clone(), parts, stated, sum, feedback });
    Whole::Missed(whole)
}

/// Whether `base` may be the total of a list whose total stands right before it: that total, or for 其中 one of its sentences.
fn near_enough(study: &Study, list: &List, base: &Base) -> bool {
    let Some(parent) = list.parent.and_then(|parent| study.item(parent)) else { return true };
    let is_parent = base.terms.iter().any(|term| Some(term.figure) == list.parent);
    let in_sentence = |term: &super::figure::Term| {
        study.item(term.figure).is_some_and(|item| {
            item.context.sentence.abs_diff(parent.context.sentence) <= 1 && item.context.bracket == parent.context.bracket
        })
    };
    is_parent || (list.bracket.is_none() && base.terms.iter().all(in_sentence))
}

/// The stated total that `list` must add to; `None` where the list may be incomplete or may divide something unstated.
fn expected_total(study: &Study, list: &List, candidates: &[Base], sum: u64) -> Option<Base> {
    let singles = || candidates.iter().filter(|base| base.rank < 100 && base.terms.len() == 1);
    let comparable = |base: &&Base| base.value <= sum.saturating_mul(2) && base.value.saturating_mul(2) >= sum;
    let nearest = singles().filter(comparable).min_by_key(|base| base.value.abs_diff(sum)).cloned();
    let parent = list
        .parent
        .and_then(|parent| singles().find(|base| base.terms.first().is_some_and(|term| term.figure == parent)).cloned());
    let complete = shares_are_complete(study, list);
    let values = list.values(&study.items);
    let has = |words: &[&str]| words.iter().any(|word| values.iter().any(|value| value.contains(word)));
    if list.dimension != Dimension::Class
        && list.bracket.is_none()
        && singles().any(|base| adds_without_one(study, list, base.value))
    {
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
            let returned = singles().filter(|base| base.terms.first().is_some_and(|term| is_returned(study, term.figure, list)));
            let returned = returned.min_by_key(|base| base.rank).cloned();
            let over = singles().all(|base| base.value < sum).then(|| nearest.clone()).flatten();
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
        Dimension::SessionTime | Dimension::Year => parent.filter(|_| opened),
        Dimension::Topic if values.iter().any(|value| is_the_rest(value)) || complete => parent.or(nearest),
        Dimension::Topic if list.among => parent.filter(|parent| parent.value < sum && comparable(&parent)),
        _ => None,
    }
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
    adjacent || between.contains(['：', ':']) || between.contains("即") || between.contains("分别") || between.contains("包括")
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
                item.is_count() && item.context.bracket == bracket && (opening..=closing + 1).contains(&item.context.sentence)
            })
        });
    let totals: Vec<&Base> = candidates.iter().filter(|base| base.terms.len() == 1 && base.rank < 100).collect();
    others.into_iter().any(|index| {
        let with_it = sum.saturating_add(study.amount(index));
        study.amount(index) > 0
            && totals.iter().any(|base| base.value == with_it && base.terms.first().is_some_and(|term| term.figure != index))
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
    ["无C", "没有C", "没有“不", "无“不", "无不满意", "没有不满意", "无C类"].iter().any(|word| after.contains(word))
}

/// A count of forms returned or opinions given, before `list` in its paragraph.
fn is_returned(study: &Study, index: usize, list: &List) -> bool {
    let (Some(item), Some(first)) = (study.item(index), list.items.first().and_then(|first| study.item(*first))) else {
        return false;
    };
    let returned = ["收回", "回收", "反馈", "测评表", "意见表", "征求", "参与测评", "评价"]
        .iter()
        .any(|word| item.context.wide.contains(word) || item.context.after.contains(word));
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

/// 两项合计986件 after 559件 and 427件; 合计主办45件 after the roles of each level in brackets; A类合计 after A1 and A2.
fn check_roll_ups(study: &Study, outcome: &mut Outcome) {
    for (index, item) in study.items.iter().enumerate().filter(|(_, item)| item.is_count() && item.is_exact() && !item.in_table) {
        let value = item.concept.value.as_str();
        let parts = match item.concept.dimension {
            Dimension::Class if value.len() == 1 && value.is_ascii() => sub_classes(study, index, value),
            Dimension::Role
                if said_to_add(item.context.wide.as_str())
                    || follows_a_total(study, index)
                    || follows_a_roll_up(study, index) =>
            {
                roles_in_brackets(study, index)
            }
            _ => Vec::new(),
        };
        if parts.len() < 2 {
            continue;
        }
        let sum: u64 = parts.iter().map(|part| study.amount(*part)).sum();
        let holds = sum == item.amount();
        outcome.sum(vec![study.term(index)], study.terms(&parts), holds);
        if !holds {
            let (stated, sum) = (study.value(index), i64::try_from(sum).unwrap_or(i64::MAX));
            outcome.conflicts.push(Conflict::Parts {
                total: vec![study.term(index)],
                parts: study.terms(&parts),
                stated,
                sum,
                feedback: false,
            });
        }
    }
}

fn said_to_add(words: &str) -> bool {
    ["合计", "总计", "共计", "总共"].iter().any(|word| words.contains(word))
}

/// Whether the count before `index` in the sentence is a roll-up by roles too.
fn follows_a_roll_up(study: &Study, index: usize) -> bool {
    let Some(previous) = index.checked_sub(1) else { return false };
    let (Some(item), Some(before)) = (study.item(index), study.item(previous)) else { return false };
    item.context.sentence == before.context.sentence
        && item.context.bracket == before.context.bracket
        && before.concept.dimension == Dimension::Role
        && (said_to_add(&before.context.wide) || previous.checked_sub(1).is_some() && follows_a_total(study, previous))
}

/// 总计100件，其中主办58件: the count before is a total of what stands before it.
fn follows_a_total(study: &Study, index: usize) -> bool {
    let Some((item, before)) = index.checked_sub(1).and_then(|previous| study.item(index).zip(study.item(previous))) else {
        return false;
    };
    item.context.sentence == before.context.sentence
        && item.context.bracket == before.context.bracket
        && said_to_add(&before.context.before)
}

fn sub_classes(study: &Study, index: usize, letter: &str) -> Vec<usize> {
    let from = index.saturating_sub(40);
    (from..index)
        .filter(|part| {
            study.item(*part).is_some_and(|item| {
                item.is_count()
                    && item.concept.dimension == Dimension::Class
                    && item.concept.value.len() == 2
                    && item.concept.value.starts_with(letter)
            })
        })
        .collect()
}

fn roles_in_brackets(study: &Study, index: usize) -> Vec<usize> {
    let Some(item) = study.item(index) else { return Vec::new() };
    let assisting = |value: &str| matches!(value, "协办" | "会办");
    let same_role = |value: &str| value == item.concept.value || (assisting(value) && assisting(&item.concept.value));
    let from = index.saturating_sub(60);
    let mut brackets = Vec::new();
    let parts: Vec<usize> = (from..index)
        .filter(|part| {
            let Some(other) = study.item(*part) else { return false };
            let near = other.context.paragraph == item.context.paragraph && item.context.bracket.is_none() && other.is_count();
            let in_bracket = other.context.bracket.is_some() && other.concept.dimension == Dimension::Role;
            if near && in_bracket {
                brackets.push(other.context.bracket);
            }
            let wholly = other
                .context
                .bracketed
                .strip_prefix("均为")
                .or_else(|| other.context.bracketed.strip_prefix("全部为"))
                .or_else(|| other.context.bracketed.strip_prefix("全为"));
            near && ((in_bracket && same_role(&other.concept.value)) || wholly.is_some_and(same_role))
        })
        .collect();
    brackets.dedup();
    if brackets.len() >= 2 { parts } else { Vec::new() }
}

/// 两项合计986件.
fn check_joint_totals(study: &Study, outcome: &mut Outcome) {
    const JOINT: &[(&str, usize)] = &[
        ("两项合计", 2),
        ("两类合计", 2),
        ("两者合计", 2),
        ("二者合计", 2),
        ("两项共", 2),
        ("三项合计", 3),
        ("三类合计", 3),
        ("A、B类合计", 2),
        ("A、B两类合计", 2),
    ];
    for (index, item) in study.items.iter().enumerate().filter(|(_, item)| item.is_count()) {
        let Some((_, length)) = JOINT.iter().find(|(words, _)| item.context.before.contains(words)) else { continue };
        let mut parts: Vec<usize> = (0..index)
            .rev()
            .take(12)
            .filter(|part| {
                study.item(*part).is_some_and(|other| {
                    other.is_count() && other.context.bracket == item.context.bracket && other.quantity.unit == item.quantity.unit
                })
            })
            .take(*length)
            .collect();
        parts.reverse();
        let sum: u64 = parts.iter().map(|part| study.amount(*part)).sum();
        let near = parts
            .first()
            .and_then(|first| study.item(*first))
            .is_some_and(|first| first.context.paragraph == item.context.paragraph);
        if parts.len() != *length || !near {
            continue;
        }
        let holds = sum == item.amount();
        outcome.sum(vec![study.term(index)], study.terms(&parts), holds);
        if !holds {
            let (stated, sum) = (study.value(index), i64::try_from(sum).unwrap_or(i64::MAX));
            outcome.conflicts.push(Conflict::Parts {
                total: vec![study.term(index)],
                parts: study.terms(&parts),
                stated,
                sum,
                feedback: false,
            });
        }
    }
}

/// 收到 = 立案 + 不予立案.
fn check_filing(study: &Study, outcome: &mut Outcome) {
    for list in study.lists.iter().filter(|list| list.dimension == Dimension::Filing && list.bracket.is_none()) {
        let Some(first) = list.items.first().copied() else { continue };
        let (Some(filed), Some(received)) = (first.checked_sub(1), first.checked_sub(2)) else { continue };
        let says = |index: usize, word: &str| {
            study.item(index).is_some_and(|item| item.is_count() && item.context.before.contains(word))
        };
        if !list.values(&study.items).contains(&"未立案") && says(filed, "立案") && says(received, "收到") && !says(first, "其中")
        {
            let parts: Vec<usize> = [filed].into_iter().chain(list.items.iter().copied()).collect();
            add_up(study, received, &parts, outcome);
        }
    }
    for (index, item) in study.items.iter().enumerate().filter(|(_, item)| item.is_count() && item.concept.value == "未立案") {
        let before: Vec<usize> = (0..index)
            .rev()
            .take(6)
            .filter(|other| study.item(*other).is_some_and(|other| other.is_count() && other.quantity.unit == item.quantity.unit))
            .take(2)
            .collect();
        let [filed, received] = before.as_slice() else { continue };
        let says = |index: &usize, words: &[&str]| {
            study.item(*index).is_some_and(|item| words.iter().any(|word| item.context.before.contains(word)))
        };
        if !says(filed, &["立案"]) || !says(received, &["收到", "提交", "提出", "征集", "共"]) {
            continue;
        }
        let parts = study.terms(&[*filed, index]);
        let (stated, sum) = (study.value(*received), study.value_of(&parts));
        outcome.sum(vec![study.term(*received)], parts.clone(), stated == sum);
        if stated != sum {
            outcome.conflicts.push(Conflict::Parts { total: vec![study.term(*received)], parts, stated, sum, feedback: false });
        }
    }
}

/// 建议176件，提案203件，合计379件.
fn check_totals_after_parts(study: &Study, outcome: &mut Outcome) {
    const TOTALS: &[&str] =
        &["共", "合计", "共计", "总计", "总共", "一共", "全年共", "共有", "合计有", "合计为", "总数", "总数为", "共计为"];
    for (index, item) in study.items.iter().enumerate().filter(|(_, item)| item.is_count() && item.is_exact() && !item.in_table) {
        if !TOTALS.contains(&item.context.before.trim_start_matches(['，', '、'])) {
            continue;
        }
        let mut parts: Vec<usize> = (0..index)
            .rev()
            .take(30)
            .take_while(|part| study.item(*part).is_some_and(|other| other.context.sentence == item.context.sentence))
            .filter(|part| {
                study.item(*part).is_some_and(|other| {
                    other.is_count()
                        && other.is_exact()
                        && other.context.bracket == item.context.bracket
                        && other.quantity.unit == item.quantity.unit
                })
            })
            .collect();
        parts.reverse();
        let tail = (0..parts.len().saturating_sub(1)).find(|from| {
            parts.get(*from..).unwrap_or_default().iter().map(|part| study.amount(*part)).sum::<u64>() == item.amount()
        });
        let holds = tail.is_some();
        let parts = parts.split_off(tail.unwrap_or(0));
        let after_a_total = bases(study, &[index], None)
            .iter()
            .any(|base| base.value == item.amount() && base.terms.iter().all(|term| term.figure < index));
        if parts.len() < 2 || (!holds && after_a_total) {
            continue;
        }
        add_up(study, index, &parts, outcome);
    }
}

/// Records whether `parts` add to `total`.
fn add_up(study: &Study, total: usize, parts: &[usize], outcome: &mut Outcome) {
    let parts = study.terms(parts);
    let (stated, sum) = (study.value(total), study.value_of(&parts));
    outcome.sum(vec![study.term(total)], parts.clone(), stated == sum);
    if stated != sum {
        outcome.conflicts.push(Conflict::Parts { total: vec![study.term(total)], parts, stated, sum, feedback: false });
    }
}

/// 收到93件，改派3件，实际承办90件.
fn check_what_remains(study: &Study, outcome: &mut Outcome) {
    const REMAINS: &[&str] = &["实际承办", "实际办理", "应办理", "应答复", "需答复", "须答复", "实办", "实际需", "应当答复"];
    for (index, item) in study.items.iter().enumerate().filter(|(_, item)| item.is_count() && item.is_exact()) {
        if !REMAINS.iter().any(|word| item.context.before.contains(word)) || item.quantity.unit != "件" {
            continue;
        }
        let before: Vec<usize> = (0..index)
            .rev()
            .take(8)
            .take_while(|part| study.item(*part).is_some_and(|other| other.context.sentence == item.context.sentence))
            .filter(|part| {
                study.item(*part).is_some_and(|other| {
                    other.is_count() && other.context.bracket == item.context.bracket && other.quantity.unit == item.quantity.unit
                })
            })
            .collect();
        let left_out = before.iter().take_while(|part| study.item(**part).is_some_and(super::bases::is_left_out)).count();
        let (Some(total), true) = (before.get(left_out).copied(), left_out > 0) else { continue };
        let mut parts: Vec<usize> = before.iter().take(left_out).copied().collect();
        parts.push(index);
        add_up(study, total, &parts, outcome);
    }
}

/// 23件中已有16件得到解决，其余7件…: the rest and what stands before it are the whole.
fn check_the_rest(study: &Study, outcome: &mut Outcome) {
    for (index, item) in study.items.iter().enumerate().filter(|(_, item)| item.is_count() && item.is_exact()) {
        if !["其余", "余下", "剩余"].iter().any(|word| item.context.before.contains(word)) {
            continue;
        }
        let before: Vec<usize> = (0..index)
            .rev()
            .take(12)
            .filter(|other| {
                study.item(*other).is_some_and(|other| {
                    other.is_count()
                        && other.is_exact()
                        && other.context.paragraph == item.context.paragraph
                        && other.quantity.unit == item.quantity.unit
                })
            })
            .collect();
        let whole = (1..before.len()).find(|place| {
            let parts: u64 = before.iter().take(*place).map(|part| study.amount(*part)).sum();
            before.get(*place).is_some_and(|total| study.amount(*total) == parts.saturating_add(item.amount()))
        });
        let told = before.iter().position(|total| {
            study.item(*total).is_some_and(|total| {
                total.context.sentence == item.context.sentence && total.context.bracket.is_none() && names_a_whole(total)
            })
        });
        let Some(place) = whole.or(told.filter(|place| *place > 0)) else { continue };
        let Some(total) = before.get(place).copied() else { continue };
        let mut parts: Vec<usize> = before.iter().take(place).copied().collect();
        parts.reverse();
        parts.push(index);
        add_up(study, total, &parts, outcome);
    }
}

/// A count that a clause says is divided: 23件中, 共23件, 的23件代表建议.
fn names_a_whole(item: &super::items::Item) -> bool {
    item.context.after.starts_with('中')
        || item.context.before.contains('共')
        || ["建议", "提案", "代表建议"].iter().any(|noun| item.context.after.starts_with(noun))
}

/// A count that the counts after it in its paragraph add to; shown, never asked for.
fn discover(study: &Study, outcome: &mut Outcome) {
    for (index, item) in study.items.iter().enumerate().filter(|(_, item)| item.is_count() && !item.in_table && item.amount() > 1)
    {
        let mut parts = Vec::new();
        let mut sum = 0u64;
        for next in index + 1..study.items.len().min(index + 40) {
            let Some(other) = study.item(next) else { break };
            if other.context.paragraph != item.context.paragraph {
                break;
            }
            let part =
                other.is_count() && other.context.bracket == item.context.bracket && other.quantity.unit == item.quantity.unit;
            if !part {
                continue;
            }
            parts.push(next);
            sum = sum.saturating_add(other.amount());
            if sum >= item.amount() {
                break;
            }
        }
        if sum == item.amount() && parts.len() >= 2 {
            outcome.sum(vec![study.term(index)], study.terms(&parts), true);
        }
    }
}
