//! Totals that the words around them announce: 两项合计, 共, 其余, 实际承办, roles and classes summed up.

use super::bases::bases;
use super::concepts::Dimension;
use super::outcome::{Conflict, Outcome, Study};
use super::repeats::similar;
use super::wording::says_total;
use crate::text::short::{any_of, holds};

/// Checks every announced total, and records the sums that are right without being announced.
pub(crate) fn check(study: &Study, outcome: &mut Outcome) {
    check_roll_ups(study, outcome);
    check_joint_totals(study, outcome);
    check_filing(study, outcome);
    check_filing_with_the_rest(study, outcome);
    check_totals_after_parts(study, outcome);
    check_progress(study, outcome);
    check_what_remains(study, outcome);
    check_the_rest(study, outcome);
    discover(study, outcome);
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
        must_add_up(study, index, &parts, outcome);
    }
}

pub(super) fn said_to_add(words: &str) -> bool {
    any_of(words, &["合计", "总计", "共计", "总共"])
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
        let Some((_, length)) = JOINT.iter().find(|(words, _)| holds(&item.context.before, words)) else { continue };
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
        let adds_up = |parts: &[usize]| parts.iter().map(|part| study.amount(*part)).sum::<u64>() == item.amount();
        let totals = totals_before(study, index, *length);
        if !adds_up(&parts) && totals.len() == *length {
            parts = totals;
        }
        let near = parts
            .first()
            .and_then(|first| study.item(*first))
            .is_some_and(|first| first.context.paragraph == item.context.paragraph);
        if parts.len() != *length || !near {
            continue;
        }
        must_add_up(study, index, &parts, outcome);
    }
}

/// The last `length` counts before `index` in its paragraph that are told as totals: 共52件 …。共74件 ….
fn totals_before(study: &Study, index: usize, length: usize) -> Vec<usize> {
    let Some(item) = study.item(index) else { return Vec::new() };
    let mut totals: Vec<usize> = (0..index)
        .rev()
        .take(60)
        .filter(|place| {
            study.item(*place).is_some_and(|other| {
                other.is_count()
                    && other.context.paragraph == item.context.paragraph
                    && other.context.bracket == item.context.bracket
                    && other.quantity.unit == item.quantity.unit
                    && says_total(&other.context.before)
            })
        })
        .take(length)
        .collect();
    totals.reverse();
    totals
}

/// 收到 = 立案 + 不予立案.
fn check_filing(study: &Study, outcome: &mut Outcome) {
    for list in study.lists.iter().filter(|list| list.dimension == Dimension::Filing && list.bracket.is_none()) {
        let Some(first) = list.items.first().copied() else { continue };
        let (Some(filed), Some(received)) = (first.checked_sub(1), first.checked_sub(2)) else { continue };
        let says =
            |index: usize, word: &str| study.item(index).is_some_and(|item| item.is_count() && holds(&item.context.before, word));
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
        let says = |index: &usize, words: &[&str]| study.item(*index).is_some_and(|item| any_of(&item.context.before, words));
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

/// 收到的708件提案中 …，立案682件，不予立案11件，尚有15件: filed, not filed and still open are all that was received.
fn check_filing_with_the_rest(study: &Study, outcome: &mut Outcome) {
    for index in 1..study.items.len().saturating_sub(1) {
        let [Some(filed), Some(refused), Some(open)] = [index - 1, index, index + 1].map(|place| study.item(place)) else {
            continue;
        };
        let told = refused.concept.value == "未立案"
            && holds(&filed.context.before, "立案")
            && any_of(&open.context.before, &["尚有", "另有", "还有", "其余"]);
        let alike = [filed, open].iter().all(|other| {
            other.is_count()
                && other.context.sentence == refused.context.sentence
                && other.context.bracket == refused.context.bracket
                && other.quantity.unit == refused.quantity.unit
        });
        if !told || !alike {
            continue;
        }
        let parts = [index - 1, index, index + 1];
        let sum: u64 = parts.iter().map(|part| study.amount(*part)).sum();
        let received = (0..index - 1).rev().take(30).find(|place| {
            study.item(*place).is_some_and(|total| {
                total.is_count()
                    && total.quantity.unit == filed.quantity.unit
                    && total.amount() >= filed.amount()
                    && any_of(&total.context.before, &["收到", "提交", "征集", "提出"])
            })
        });
        let Some(received) = received.filter(|place| similar(study.amount(*place), sum) || study.amount(*place) == sum) else {
            continue;
        };
        add_up(study, received, &parts, outcome);
    }
}

/// 建议176件，提案203件，合计379件.
fn check_totals_after_parts(study: &Study, outcome: &mut Outcome) {
    const TOTALS: &[&str] =
        &["共", "合计", "共计", "总计", "总共", "一共", "全年共", "共有", "合计有", "合计为", "总数", "总数为", "共计为"];
    for (index, item) in study.items.iter().enumerate().filter(|(_, item)| item.is_count() && item.is_exact() && !item.in_table) {
        let of_a_topic = item.concept.dimension == Dimension::Topic;
        let words = item.context.before.trim_start_matches(['，', '、']);
        let words = ["以上", "上述", "全部"].iter().find_map(|all| words.strip_prefix(all)).unwrap_or(words);
        if of_a_topic || !TOTALS.contains(&words) {
            continue;
        }
        let mut parts: Vec<usize> = (0..index)
            .rev()
            .take(30)
            .take_while(|part| study.item(*part).is_some_and(|other| in_reach(other, item)))
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
            .any(|base| base.value == item.amount() && base.terms(study).iter().all(|term| term.figure < index));
        let smaller_than_a_part = parts.iter().any(|part| study.amount(*part) > item.amount());
        if parts.len() < 2 || (!holds && (after_a_total || (smaller_than_a_part && !said_to_add(&item.context.before)))) {
            continue;
        }
        add_up(study, index, &parts, outcome);
    }
}

/// In the sentence of `total`, or in the paragraph where 以上 points back to what it says.
fn in_reach(part: &super::items::Item, total: &super::items::Item) -> bool {
    let all = any_of(&total.context.before, &["以上", "上述"]);
    part.context.sentence == total.context.sentence || (all && part.context.paragraph == total.context.paragraph)
}

/// Records whether `parts` add to `total`.
fn add_up(study: &Study, total: usize, parts: &[usize], outcome: &mut Outcome) {
    add_up_to(study, total, study.value(total), parts, outcome);
}

/// Records whether `parts` add to `total`, counted as often as it is said (各2件).
fn must_add_up(study: &Study, total: usize, parts: &[usize], outcome: &mut Outcome) {
    let whole = i64::try_from(study.amount(total)).unwrap_or(i64::MAX);
    add_up_to(study, total, whole, parts, outcome);
}

fn add_up_to(study: &Study, total: usize, whole: i64, parts: &[usize], outcome: &mut Outcome) {
    let parts = study.terms(parts);
    let (stated, sum) = (study.value(total), study.value_of(&parts));
    outcome.sum(vec![study.term(total)], parts.clone(), sum == whole);
    if sum != whole {
        outcome.conflicts.push(Conflict::Parts { total: vec![study.term(total)], parts, stated, sum, feedback: false });
    }
}

/// 242件中已办结231件，正在办理11件: what is done and what is not are no more than all.
fn check_progress(study: &Study, outcome: &mut Outcome) {
    for index in 2..study.items.len() {
        let [Some(total), Some(done), Some(open)] = [index - 2, index - 1, index].map(|place| study.item(place)) else {
            continue;
        };
        let alike = [total, done].iter().all(|other| {
            other.is_count()
                && other.is_exact()
                && other.context.sentence == open.context.sentence
                && other.context.bracket == open.context.bracket
                && other.quantity.unit == open.quantity.unit
                && !other.concept.earlier
        });
        let told = any_of(&done.context.before, &["办结", "办复", "答复", "办理完毕"])
            && any_of(&open.context.before, &["正在办理", "未办结", "尚未", "在办", "办理中", "未办复", "未答复"])
            && !any_of(&total.context.before, &["办结", "办复"])
            && total.amount() > done.amount();
        if !alike || !told || !open.is_exact() {
            continue;
        }
        let sum = done.amount().saturating_add(open.amount());
        if sum >= total.amount() || similar(sum, total.amount()) {
            add_up(study, index - 2, &[index - 1, index], outcome);
        }
    }
}

/// 收到93件，改派3件，实际承办90件.
fn check_what_remains(study: &Study, outcome: &mut Outcome) {
    const REMAINS: &[&str] = &["实际承办", "实际办理", "应办理", "应答复", "需答复", "须答复", "实办", "实际需", "应当答复"];
    for (index, item) in study.items.iter().enumerate().filter(|(_, item)| item.is_count() && item.is_exact()) {
        if !any_of(&item.context.before, REMAINS) || item.quantity.unit != "件" {
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
        if !any_of(&item.context.before, &["其余", "余下", "剩余"]) {
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
