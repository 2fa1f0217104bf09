//! Rates (立案率, 回收率, 满意率), shares without a count, rates above 100.

use super::bases::{Base, Source, bases};
use super::concepts::Dimension;
use super::figure::{Relation, Term};
use super::items::{Item, ShareKind};
use super::outcome::{Conflict, Outcome, ShareFault, Study};
use super::quotient::Printed;
use super::shares::digits_swapped;
use crate::text::short::{any_of, holds};

/// Checks all rates.
#[inline(never)]
pub(crate) fn check(study: &Study, outcome: &mut Outcome) {
    let rates: Vec<usize> = (0..study.items.len())
        .filter(|index| {
            study.item(*index).is_some_and(|item| item.is_percent() && !item.in_table && item.share == ShareKind::Rate)
        })
        .collect();
    for rate in &rates {
        check_limit(study, *rate, outcome);
        check_rate(study, *rate, outcome);
    }
    check_satisfaction_pairs(study, &rates, outcome);
    check_bare_shares(study, outcome);
}

fn check_limit(study: &Study, rate: usize, outcome: &mut Outcome) {
    let Some(item) = study.item(rate) else { return };
    let holds = Printed::of(item).value() <= 100.0;
    let may_exceed = any_of(&item.label, &["完成率", "增长", "超额"]);
    if holds {
        outcome.relation(Relation::AtMostHundred, vec![study.term(rate)], true);
    } else if !may_exceed {
        outcome.relation(Relation::AtMostHundred, vec![study.term(rate)], false);
        outcome.conflicts.push(Conflict::OverHundred { percents: vec![rate] });
    }
}

fn check_rate(study: &Study, rate: usize, outcome: &mut Outcome) {
    let Some(item) = study.item(rate) else { return };
    let printed = Printed::of(item);
    if printed.value() > 100.0 {
        return;
    }
    let satisfaction = holds(&item.label, "满意");
    let mut parts = if satisfaction { satisfied(study, rate) } else { named_parts(study, rate) };
    let divided = super::complements::rated(study, rate).filter(|_| !satisfaction);
    if let Some((part, _)) = divided {
        parts = vec![(study.amount(part.figure), vec![part])];
    }
    for (part, terms) in &parts {
        let members: Vec<usize> = terms.iter().map(|term| term.figure).collect();
        let found = bases(study, &members, None)
            .into_iter()
            .chain(feedback_sum(study, &members))
            .find(|base| base.value >= *part && printed.fits(*part, base.value));
        if let Some(base) = found.filter(|base| base.value != *part || printed.value() < 100.0) {
            outcome.share(rate, printed.rounding(), terms.clone(), base.terms(study), base.value, true);
            return;
        }
    }
    let Some((part, terms)) = parts.first() else { return check_possible(study, rate, outcome) };
    if printed.value() >= 100.0 || !item.is_exact() {
        return;
    }
    let divided = divided.map(|(_, whole)| (study.amount(whole.figure), vec![whole]));
    let Some((base, base_terms)) = divided.or_else(|| sure_base(study, rate, terms)) else { return };
    if *part > base {
        return;
    }
    let told_together = terms
        .first()
        .and_then(|term| study.item(term.figure))
        .is_some_and(|count| count.context.sentence == item.context.sentence);
    let slipped = digits_swapped(printed, *part, base) && told_together;
    let close = printed.points_off(*part, base) <= 5.0 || (told_together && !satisfaction) || slipped;
    if close {
        outcome.share(rate, printed.rounding(), terms.clone(), base_terms, base, false);
        let fault = if printed.off_by(*part, base) == 1 && printed.truncates(*part, base) {
            ShareFault::Truncated
        } else {
            ShareFault::Wrong
        };
        let part = i64::try_from(*part).unwrap_or(i64::MAX);
        outcome.conflicts.push(Conflict::Share { percent: rate, part, base, fault });
    }
}

/// Counts in the sentence whose words share the stem of the rate: 立案287件，立案率….
fn named_parts(study: &Study, rate: usize) -> Vec<(u64, Vec<Term>)> {
    let Some(item) = study.item(rate) else { return Vec::new() };
    let stem: Vec<char> = item.label.trim_end_matches('率').chars().rev().take(2).collect();
    let respectively = item.numerators.len() == 1;
    let mut parts: Vec<(u64, Vec<Term>)> = item
        .numerators
        .iter()
        .take(2)
        .filter(|index| {
            study.item(**index).is_some_and(|count| {
                let words = format!("{}{}", count.context.before, count.context.after);
                let name: String = stem.iter().rev().collect();
                if words.contains(&format!("不{name}"))
                    || words.contains(&format!("未{name}"))
                    || words.contains(&format!("不予{name}"))
                {
                    return false;
                }
                let shared = stem.iter().filter(|character| words.contains(**character)).count();
                shared == stem.len() || (respectively && shared > 0)
            })
        })
        .map(|index| (study.amount(*index), vec![study.term(*index)]))
        .collect();
    if let [(one, first), (other, second)] = parts.as_slice() {
        let both = (one.saturating_add(*other), second.iter().chain(first).copied().collect());
        parts.push(both);
    }
    parts
}

/// The ways to count the satisfied in the nearest list of feedback of the paragraph.
fn satisfied(study: &Study, rate: usize) -> Vec<(u64, Vec<Term>)> {
    let Some(item) = study.item(rate) else { return Vec::new() };
    let near = |index: &usize| {
        study.item(*index).is_some_and(|count| {
            count.context.paragraph == item.context.paragraph && count.context.sentence.abs_diff(item.context.sentence) <= 1
        })
    };
    let own: Vec<usize> = item
        .numerators
        .iter()
        .copied()
        .filter(|index| study.item(*index).is_some_and(|count| count.concept.dimension == Dimension::Feedback))
        .take(1)
        .collect();
    let list = study
        .lists_between(rate.saturating_sub(40), rate + 20)
        .map(|(_, list)| list)
        .filter(|list| list.dimension == Dimension::Feedback && list.items.iter().any(near))
        .min_by_key(|list| list.items.first().map_or(usize::MAX, |first| first.abs_diff(rate)));
    let pick = |values: &[&str]| -> Vec<usize> {
        let items = list.map(|list| list.items.as_slice()).unwrap_or_default();
        items
            .iter()
            .copied()
            .filter(|index| study.item(*index).is_some_and(|count| values.contains(&count.concept.value.as_str())))
            .collect()
    };
    let mut ways = Vec::new();
    let paired = item.numerators.len() == 1 && !own.is_empty();
    for indexes in [
        if paired { own.clone() } else { Vec::new() },
        pick(&["满意"]),
        pick(&["非常满意", "满意"]),
        pick(&["满意", "基本满意"]),
        pick(&["非常满意", "满意", "基本满意"]),
        pick(&["满意或基本满意"]),
        pick(&["基本满意"]),
        own,
    ] {
        if !indexes.is_empty() && !ways.iter().any(|(_, terms): &(u64, Vec<Term>)| *terms == study.terms(&indexes)) {
            let sum = indexes.iter().fold(0u64, |sum, index| sum.saturating_add(study.amount(*index)));
            ways.push((sum, study.terms(&indexes)));
        }
    }
    let basic = holds(&item.label, "基本满意");
    if basic && !paired && ways.len() > 2 {
        ways.rotate_left(1);
    }
    ways
}

/// The sum of the feedback list that holds `members`.
fn feedback_sum(study: &Study, members: &[usize]) -> Option<Base> {
    let (place, list) =
        study.lists_of(*members.first()?).iter().filter_map(|place| Some((*place, study.lists.get(*place)?))).find(
            |(_, list)| list.dimension == Dimension::Feedback && members.iter().all(|member| list.items.contains(member)),
        )?;
    Some(Base { source: Source::List(place), value: list.sum(&study.items), rank: 90 })
}

/// The count right before the part in the same or the previous sentence that must be the base.
fn sure_base(study: &Study, rate: usize, part: &[Term]) -> Option<(u64, Vec<Term>)> {
    let first = part.first()?.figure;
    let (item, count) = (study.item(rate)?, study.item(first)?);
    if holds(&item.label, "满意") {
        let holders = study.lists_of(first).iter().filter_map(|place| study.lists.get(*place));
        let list = holders.into_iter().find(|list| list.dimension == Dimension::Feedback)?;
        let returned = (0..first).rev().take(8).find(|index| {
            study.item(*index).is_some_and(|total| {
                let said = any_of(&total.context.before, &["收回", "回收", "反馈"]);
                total.is_count()
                    && said
                    && total.quantity.unit == count.quantity.unit
                    && total.context.paragraph == count.context.paragraph
            })
        });
        if let Some(index) = returned.filter(|_| item.numerators.len() == 1 && part.len() == 1) {
            return Some((study.amount(index), vec![study.term(index)]));
        }
        let sum = list.sum(&study.items);
        let told = (0..first).rev().take(6).any(|index| {
            study.item(index).is_some_and(|total| total.is_count() && total.amount() == sum && !list.items.contains(&index))
        });
        let complete = (list.items.len() >= 3 || told) && list.items.last().is_some_and(|last| *last < rate);
        let same_sentence = count.context.sentence == item.context.sentence;
        return (complete && same_sentence).then(|| (sum, study.terms(&list.items)));
    }
    let before = (0..first).rev().take(3).find(|index| {
        study.item(*index).is_some_and(|total| {
            total.is_count() && total.is_exact() && total.quantity.unit == count.quantity.unit && total.amount() >= count.amount()
        })
    })?;
    let total = study.item(before)?;
    let siblings =
        study.lists_of(first).iter().filter_map(|place| study.lists.get(*place)).any(|list| list.items.contains(&before));
    if siblings {
        return None;
    }
    let near = total.context.paragraph == count.context.paragraph && count.context.sentence - total.context.sentence <= 1;
    (near && total.concept.earlier == count.concept.earlier).then(|| (total.amount(), vec![study.term(before)]))
}

/// A rate of one stated number of answers: some whole count must give it.
fn check_possible(study: &Study, rate: usize, outcome: &mut Outcome) {
    let Some(item) = study.item(rate).filter(|item| item.is_exact()) else { return };
    let printed = Printed::of(item);
    if printed.value() >= 100.0 || printed.decimals == 0 {
        return;
    }
    let counts: Vec<usize> = (0..rate)
        .rev()
        .take(6)
        .filter(|index| {
            study.item(*index).is_some_and(|count| {
                count.is_count()
                    && count.is_exact()
                    && count.context.sentence == item.context.sentence
                    && matches!(count.quantity.unit, "件" | "份")
            })
        })
        .collect();
    let [base] = counts.as_slice() else { return };
    let Some(count) = study.item(*base) else { return };
    let between = study.page.words(count.quantity.end, item.quantity.start);
    let all_answered = ["均已收到", "全部收到", "反馈", "收回", "回收", "测评", "均已评价"]
        .iter()
        .any(|word| holds(&between, word) || holds(&count.context.before, word));
    let whole = count.amount();
    let possible = printed.is_possible(whole) || nearby_bases(study, rate).iter().any(|base| printed.is_possible(*base));
    if printed.is_possible(whole) && all_answered {
        outcome.relation(Relation::PossibleShare { percent: rate }, vec![study.term(*base)], true);
    } else if !possible && all_answered && holds(&item.label, "满意") {
        outcome.relation(Relation::PossibleShare { percent: rate }, vec![study.term(*base)], false);
        outcome.conflicts.push(Conflict::Impossible { percent: rate, base: whole });
    }
}

/// All counts in the paragraph of `index`, and the two before it, that may be a base.
fn nearby_bases(study: &Study, index: usize) -> Vec<u64> {
    let Some(item) = study.item(index) else { return Vec::new() };
    let from = index.saturating_sub(40);
    (from..study.items.len().min(index + 10))
        .filter_map(|other| study.item(other))
        .filter(|other| {
            other.is_count()
                && other.context.paragraph.abs_diff(item.context.paragraph) <= 2
                && matches!(other.quantity.unit, "件" | "件次" | "份")
        })
        .map(Item::amount)
        .collect()
}

/// 满意率98.9%，基本满意率3.3%: two shares of one whole.
fn check_satisfaction_pairs(study: &Study, rates: &[usize], outcome: &mut Outcome) {
    for pair in rates.windows(2) {
        let [one, other] = pair else { continue };
        let (Some(first), Some(second)) = (study.item(*one), study.item(*other)) else { continue };
        let parts = first.label.ends_with("满意率") && !holds(&first.label, "基本") && !holds(&first.label, "不满意");
        let parts = parts
            && second.label.ends_with("基本满意率")
            && !second.label.contains('和')
            && !second.label.contains('或')
            && !second.label.contains('及');
        if !parts || first.context.sentence != second.context.sentence {
            continue;
        }
        let (a, b) = (Printed::of(first).value(), Printed::of(second).value());
        let slack = 10f64.powi(-i32::from(first.quantity.decimals.min(second.quantity.decimals)));
        let cumulative = b >= a;
        let holds = a + b <= 100.0 + slack || cumulative;
        outcome.relation(Relation::AtMostHundred, study.terms(&[*one, *other]), holds);
        if !holds {
            outcome.conflicts.push(Conflict::OverHundred { percents: vec![*one, *other] });
        }
    }
}

/// Shares that have no count: their sum, and whether some whole count gives them.
fn check_bare_shares(study: &Study, outcome: &mut Outcome) {
    let bare = |index: usize| {
        study.item(index).filter(|item| {
            item.is_percent()
                && !item.in_table
                && item.share == ShareKind::Share
                && item.numerators.is_empty()
                && !item.quantity.after_letter
                && item.is_exact()
        })
    };
    let mut at = 0;
    while at < study.items.len() {
        let Some(first) = bare(at) else {
            at += 1;
            continue;
        };
        let run: Vec<usize> = (at..study.items.len())
            .take_while(|index| bare(*index).is_some_and(|item| item.context.sentence == first.context.sentence))
            .collect();
        let length = run.len().max(1);
        let run: Vec<usize> = if length > 1 {
            run.into_iter().filter(|index| study.item(*index).is_some_and(|item| !super::shares::is_joint(item))).collect()
        } else {
            run
        };
        let classes = run.iter().filter(|index| study.item(**index).is_some_and(is_class_share)).count();
        let topics = run.iter().filter(|index| study.item(**index).is_some_and(is_topic_share)).count();
        let divides = classes == run.len() || topics == run.len();
        if run.len() >= 3 && divides {
            let sum: f64 = run.iter().filter_map(|index| study.item(*index)).map(|item| Printed::of(item).value()).sum();
            let slack = run
                .iter()
                .filter_map(|index| study.item(*index))
                .map(|item| 0.5 * 10f64.powi(-i32::from(item.quantity.decimals)))
                .sum::<f64>()
                + 1e-6;
            let holds = (sum - 100.0).abs() <= slack;
            if holds || sum > 100.0 + slack || classes == run.len() {
                outcome.relation(Relation::Hundred, study.terms(&run), holds);
            }
            if !holds && sum > 100.0 + slack {
                outcome.conflicts.push(Conflict::NotHundred { percents: run.clone() });
            }
            possible_shares(study, &run, outcome);
        } else if length == 1 {
            possible_share(study, at, outcome);
        }
        at += length;
    }
}

fn is_class_share(item: &Item) -> bool {
    super::concepts::last_class_letter(&item.context.before).is_some()
}

/// 经济建设方面的占34.7%.
fn is_topic_share(item: &Item) -> bool {
    let words = super::wording::strip_joints(&item.context.before);
    ["类", "方面", "领域", "其他", "其它"].iter().any(|end| words.ends_with(end))
}

/// Shares of one division: of one stated count each must be the share of some whole number; where all but one are, it is not.
fn possible_shares(study: &Study, run: &[usize], outcome: &mut Outcome) {
    let Some(first) = run.first().copied() else { return };
    let stated = |index: &usize| {
        study.item(*index).is_some_and(|item| item.is_count() && item.is_exact() && matches!(item.quantity.unit, "件" | "份"))
    };
    let fitting = |base: usize| -> Vec<usize> {
        let is_possible = |percent: &&usize| {
            study.item(**percent).is_some_and(|item| {
                let printed = Printed::of(item);
                // With so many whole numbers any percentage is the share of one of them.
                let is_telling = study.amount(base) < 50 * 10u64.saturating_pow(u32::from(printed.decimals));
                is_telling && printed.decimals > 0 && printed.is_possible(study.amount(base))
            })
        };
        run.iter().filter(is_possible).copied().collect()
    };
    let bases = (0..first).rev().take(12).filter(stated).map(|base| (base, fitting(base)));
    let Some((base, fits)) = bases.rev().max_by_key(|(_, fits)| fits.len()).filter(|(_, fits)| fits.len() + 1 >= run.len())
    else {
        return;
    };
    for percent in run {
        let holds = fits.contains(percent);
        outcome.relation(Relation::PossibleShare { percent: *percent }, vec![study.term(base)], holds);
        if !holds {
            outcome.conflicts.push(Conflict::Impossible { percent: *percent, base: study.amount(base) });
        }
    }
}

/// 涉及科技的占41.2% of fourteen.
fn possible_share(study: &Study, percent: usize, outcome: &mut Outcome) {
    let of_its_own = |item: &&Item| {
        item.quantity.decimals > 0
            && !any_of(&item.context.before, &["全市", "全省", "全县", "全区", "全州", "全国", "全自治", "总量", "全旗"])
    };
    let Some(item) = study.item(percent).filter(of_its_own) else { return };
    let printed = Printed::of(item);
    let bases = nearby_bases(study, percent);
    let largest = bases.iter().copied().max().unwrap_or(0);
    let decisive = largest > 1 && largest < 10u64.saturating_pow(u32::from(item.quantity.decimals) + 1);
    if !decisive {
        return;
    }
    let holds = bases.iter().any(|base| printed.is_possible(*base));
    outcome.relation(Relation::PossibleShare { percent }, Vec::new(), holds);
    if !holds {
        outcome.conflicts.push(Conflict::Impossible { percent, base: largest });
    }
}
