//! Quantities of the handling with what they say: concept, kind of share, numerator, label.

use super::concepts::{Concept, Dimension, concept, kind};
use super::context::{Context, contexts};
use super::page::{Page, ends_clause};
use super::quantities::{Measure, Precision, Quantity};
use super::relevance;
use super::wording::{first, is_thin, says_total, strip_joints, without_brackets};
use crate::text::short::{any_of, holds, last_of, trim_end, trim_start};

/// How a percentage relates to counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ShareKind {
    /// 占…%: the share of a count.
    Share,
    /// 办复率, 满意率.
    Rate,
    /// 增长, 下降.
    Growth,
    /// 提高3个百分点, or a percentage in no known form.
    Other,
}

/// One figure in the making.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub quantity: Quantity,
    pub context: Context,
    pub concept: Concept,
    /// How many topics have this many each (各有5件).
    pub times: u64,
    pub share: ShareKind,
    /// Of a percentage: the items it may be the share of, likeliest first.
    pub numerators: Vec<usize>,
    pub label: String,
    /// A cell of a pasted table.
    pub in_table: bool,
}

impl Item {
    pub(crate) fn is_count(&self) -> bool {
        self.quantity.measure == Measure::Count
    }

    pub(crate) fn is_percent(&self) -> bool {
        self.quantity.measure == Measure::Percent
    }

    pub(crate) fn value(&self) -> u64 {
        self.quantity.whole()
    }

    /// The count, taken as often as it is distributed.
    pub(crate) fn amount(&self) -> u64 {
        self.value().saturating_mul(self.times)
    }

    pub(crate) fn is_exact(&self) -> bool {
        self.quantity.precision == Precision::Exact
    }
}

/// The items of `page` among `quantities`, and the quantities that speak of something else.
#[inline(never)]
pub(crate) fn items(page: &Page, quantities: Vec<Quantity>) -> (Vec<Item>, Vec<(usize, usize)>) {
    let mut contexts = contexts(page, &quantities);
    share_out_labels(&quantities, &mut contexts);
    let mut items: Vec<Item> = Vec::with_capacity(quantities.len());
    for (quantity, context) in quantities.into_iter().zip(contexts) {
        let concept = concept(&context, quantity.unit);
        let times = times(&context);
        let share = share_kind(page, &quantity, &context, items.last());
        items.push(Item {
            quantity,
            context,
            concept,
            times,
            share,
            numerators: Vec::new(),
            label: String::new(),
            in_table: false,
        });
    }
    name_proposals_beside_suggestions(&mut items);
    find_numerators(page, &mut items);
    let relevant = relevance::relevant(page, &items);
    let mut kept = Vec::with_capacity(items.len());
    let mut aside = Vec::new();
    let mut moved = vec![None; items.len()];
    for (index, (item, relevant)) in items.into_iter().zip(relevant).enumerate() {
        if relevant {
            if let Some(place) = moved.get_mut(index) {
                *place = Some(kept.len());
            }
            kept.push(item);
        } else {
            aside.push((item.quantity.start, item.quantity.end));
        }
    }
    for item in &mut kept {
        item.numerators = item.numerators.iter().filter_map(|old| moved.get(*old).copied().flatten()).collect();
    }
    for index in 0..kept.len() {
        let label = label(&kept, index);
        if let Some(item) = kept.get_mut(index) {
            item.label = label;
        }
    }
    (kept, aside)
}

/// 人大建议54件，委员提案58件: the proposals of members are a kind here, not an origin.
fn name_proposals_beside_suggestions(items: &mut [Item]) {
    for index in 0..items.len() {
        let Some(item) = items.get(index).filter(|item| item.concept.value == "个人" && holds(&item.context.before, "委员提案"))
        else {
            continue;
        };
        let beside = |other: Option<&Item>| {
            other.is_some_and(|other| {
                other.context.sentence == item.context.sentence
                    && other.context.bracket == item.context.bracket
                    && other.concept.dimension == Dimension::Kind
                    && other.concept.value.ends_with("建议")
            })
        };
        let counts = |from: &mut dyn Iterator<Item = usize>| {
            from.take(6).find(|place| {
                items.get(*place).is_some_and(|other| other.is_count() && other.context.bracket == item.context.bracket)
            })
        };
        let previous = counts(&mut (0..index).rev());
        let next = counts(&mut (index + 1..items.len()));
        let is_kind = beside(previous.and_then(|place| items.get(place))) || beside(next.and_then(|place| items.get(place)));
        let named = kind(&without_brackets(&item.context.before)).filter(|_| is_kind);
        if let (Some(item), Some((dimension, value))) = (items.get_mut(index), named) {
            (item.concept.dimension, item.concept.value) = (dimension, value);
        }
    }
}

/// Gives each number after 分别 or 依次 its own label of the list before it.
fn share_out_labels(quantities: &[Quantity], contexts: &mut [Context]) {
    let mut at = 0;
    while at < contexts.len() {
        let run = run_length(quantities, contexts, at);
        let before = contexts.get(at).map(|context| context.before.clone()).unwrap_or_default();
        let list = ["分别", "依次"].iter().find_map(|word| before.find(word).and_then(|end| before.get(..end)));
        if let Some(labels) = list.and_then(|list| labels_of(list, run))
            && run > 1
        {
            for (context, label) in contexts.iter_mut().skip(at).zip(labels) {
                context.before = label.clone();
                context.wide = label;
            }
        }
        at += run.max(1);
    }
}

/// How many quantities of one measure follow each other from `at` with nothing but joints between.
fn run_length(quantities: &[Quantity], contexts: &[Context], at: usize) -> usize {
    let Some(first) = quantities.get(at) else { return 0 };
    let follows = |index: &usize| {
        let joined = contexts
            .get(*index)
            .is_some_and(|context| matches!(context.before.as_str(), "、" | "和" | "及" | "与" | "以及" | "，和"));
        joined && quantities.get(*index).is_some_and(|quantity| quantity.measure == first.measure)
    };
    1 + (at + 1..quantities.len()).take_while(follows).count()
}

fn labels_of(list: &str, run: usize) -> Option<Vec<String>> {
    if let Some(years) = years_of(list).filter(|years| years.len() == run) {
        return Some(years);
    }
    let list =
        &list.replace("以及", "、").replace("满意和基本满意", "满意或基本满意").replace("满意与基本满意", "满意或基本满意");
    for separators in [&['、', '和', '与'][..], &['、'], &['和'], &['”']] {
        let mut labels: Vec<String> =
            list.split(separators).map(|label| strip_joints(label).to_string()).filter(|label| !label.is_empty()).collect();
        if labels.len() == run {
            share_the_clause(&mut labels);
            let rate = labels.last().filter(|label| label.ends_with('率')).map(|label| rate_word(label));
            for label in &mut labels {
                if let Some(rate) = rate.as_deref().filter(|_| !label.contains('率')) {
                    label.push_str(rate);
                }
            }
            return Some(labels);
        }
    }
    None
}

/// 2020年至2024年: each of the years.
fn years_of(list: &str) -> Option<Vec<String>> {
    let place = list.find(['至', '—', '-', '－'])?;
    let (from, to) = (list.get(..place)?.trim_end_matches('年'), list.get(place..)?);
    let year = |digits: &str| digits.parse::<u32>().ok().filter(|year| (1950..2100).contains(year));
    let first = year(from.get(from.len().checked_sub(4)?..)?)?;
    let last = year(to.trim_start_matches(['至', '—', '-', '－']).get(..4)?)?;
    (first < last && last - first < 20).then(|| (first..=last).map(|year| format!("{year}年")).collect())
}

/// 由政府牵头办理的代表建议、提案: what stands before the first noun holds for all.
fn share_the_clause(labels: &mut [String]) {
    let bare = labels.iter().skip(1).all(|label| label.chars().count() <= 5 && !label.contains('的'));
    let Some(first) = labels.first_mut().filter(|first| bare && !first.contains('率')) else { return };
    if let Some((_, noun)) = first.rsplit_once('的').filter(|(_, noun)| !noun.is_empty()) {
        *first = noun.to_string();
    }
}

/// 满意率 of 委员满意率.
fn rate_word(label: &str) -> String {
    let last: Vec<char> = label.chars().rev().take(3).collect();
    last.iter().rev().collect()
}

/// 教育、卫生健康方面的各有5件: two.
fn times(context: &Context) -> u64 {
    let before = without_brackets(&context.before);
    let Some(list) = ["各有", "各为", "各"].iter().find_map(|word| before.strip_suffix(word)) else { return 1 };
    let list = strip_joints(list).replace("以及", "、");
    let last = list.rsplit('、').next().unwrap_or_default();
    let joined = last.split(['和', '与']).filter(|part| !part.is_empty()).count();
    let parts = list.matches('、').count() + joined;
    u64::try_from(parts.max(1)).unwrap_or(1)
}

const GROWTH: &[&str] = &["增长", "下降", "减少", "增加", "上升", "增幅", "降幅", "同比", "环比", "提升", "提高", "增多"];

fn share_kind(page: &Page, quantity: &Quantity, context: &Context, previous: Option<&Item>) -> ShareKind {
    match quantity.measure {
        Measure::Count => return ShareKind::Other,
        Measure::Points => return ShareKind::Other,
        Measure::Percent => {}
    }
    let before = context.before.as_str();
    let last_word = |words: &[&str]| last_of(before, words);
    let share = last_word(&["占", "比重", "比例"]);
    let rate = last_word(&["率", "满意度"]);
    let towards = ["到", "至"].iter().any(|word| before.ends_with(word) && !before.ends_with("达到"));
    let growth = last_word(GROWTH).filter(|_| !towards);
    if share > rate && share > growth {
        return ShareKind::Share;
    }
    if growth > rate || (growth.is_some() && growth > share) {
        return ShareKind::Growth;
    }
    if rate.is_some() {
        return ShareKind::Rate;
    }
    let Some(previous) = previous else { return ShareKind::Other };
    let joined = matches!(
        before,
        "、" | "和" | "及" | "与" | "以及" | "，和" | "提高到" | "上升到" | "提升到" | "提升至" | "提高至" | "上升至"
    );
    if previous.is_percent() && joined && previous.context.sentence == context.sentence {
        return previous.share;
    }
    let right_after_count = previous.is_count()
        && is_thin(before)
        && quantity.start <= previous.quantity.end + 30
        && previous.context.sentence == context.sentence;
    let of_a_base = previous.is_count()
        && before.ends_with("的")
        && page.words(quantity.start.saturating_sub(20), quantity.start).contains('占');
    if right_after_count || of_a_base { ShareKind::Share } else { ShareKind::Other }
}

/// The counts that each percentage may be a share of.
fn find_numerators(page: &Page, items: &mut [Item]) {
    let mut at = 0;
    while at < items.len() {
        let Some(item) = items.get(at).filter(|item| item.is_percent()) else {
            at += 1;
            continue;
        };
        let sentence = item.context.sentence;
        let mut run = 1;
        while items.get(at + run).is_some_and(|next| {
            next.is_percent()
                && next.context.sentence == sentence
                && matches!(next.context.before.as_str(), "、" | "和" | "及" | "与" | "以及" | "，和")
                || (next.is_percent()
                    && next.context.sentence == sentence
                    && next.context.wide == next.context.before
                    && shared_list(item, next))
        }) {
            run += 1;
        }
        let clause = clause_of(page, item);
        let respectively = run > 1 && any_of(&page.words(clause, item.quantity.start), &["分别", "依次", "占比", "各占"]);
        let found: Vec<Vec<usize>> = if respectively {
            aligned(items, at, run, clause)
        } else {
            (at..at + run).map(|percent| nearest(page, items, percent)).collect()
        };
        for (index, numerators) in (at..at + run).zip(found) {
            if let Some(item) = items.get_mut(index) {
                let of_the_next = numerators.first().is_some_and(|first| *first > index);
                if of_the_next && item.share == ShareKind::Other {
                    item.share = ShareKind::Share;
                }
                item.numerators = numerators;
            }
        }
        at += run;
    }
}

/// Whether two neighbouring percentages got their labels from one list (分别).
fn shared_list(one: &Item, next: &Item) -> bool {
    one.context.wide == one.context.before && next.quantity.start <= one.quantity.end + 2
}

/// Where the clause of `item` begins, whatever quantities stand in it.
fn clause_of(page: &Page, item: &Item) -> usize {
    let mut at = item.quantity.start;
    let floor = at.saturating_sub(80);
    while at > floor && !(ends_clause(page.at(at - 1)) || page.at(at - 1) == '\n') {
        at -= 1;
    }
    at
}

/// The last counts before the clause of the percentages, one for each.
fn aligned(items: &[Item], at: usize, run: usize, clause: usize) -> Vec<Vec<usize>> {
    let Some(item) = items.get(at) else { return Vec::new() };
    let (sentence, bracket) = (item.context.sentence, item.context.bracket);
    let mut counts: Vec<usize> = (0..at)
        .rev()
        .take(40)
        .take_while(|index| items.get(*index).is_some_and(|count| count.context.sentence == sentence))
        .filter(|index| {
            items
                .get(*index)
                .is_some_and(|count| count.is_count() && count.quantity.end <= clause && count.context.bracket == bracket)
        })
        .take(run)
        .collect();
    counts.reverse();
    let of_a_class = super::concepts::last_class_letter(&item.context.before).is_some();
    let are_classes =
        counts.iter().all(|index| items.get(*index).is_some_and(|count| count.concept.dimension == Dimension::Class));
    if of_a_class && !are_classes {
        return vec![Vec::new(); run];
    }
    if counts.len() == run { counts.into_iter().map(|count| vec![count]).collect() } else { vec![Vec::new(); run] }
}

/// The counts right before the percentage `at`: its own, then the one that a nested list interrupts; or the one after it.
fn nearest(page: &Page, items: &[Item], at: usize) -> Vec<usize> {
    let Some(item) = items.get(at) else { return Vec::new() };
    let previous_percent = items.get(..at).and_then(|before| before.iter().rev().take(4).find(|other| other.is_percent()));
    let clause = clause_of(page, item).max(previous_percent.map_or(0, |previous| previous.quantity.end));
    if let Some(letter) = super::concepts::last_class_letter(&item.context.before) {
        return of_the_class(items, at, &letter);
    }
    let mut found = Vec::new();
    for index in (0..at).rev().take(10) {
        let Some(other) = items.get(index) else { break };
        if other.context.sentence != item.context.sentence {
            break;
        }
        if other.is_percent() && item.share != ShareKind::Growth {
            if found.is_empty() && other.context.bracket == item.context.bracket {
                return found;
            }
            break;
        }
        let names_the_base = other.quantity.start >= clause
            && page.words(clause, other.quantity.start).contains('占')
            && !matches!(page.at(other.quantity.end), '，');
        let inner = other.context.bracket.is_some() && other.context.bracket != item.context.bracket;
        if other.is_count() && !names_the_base && !inner {
            found.push(index);
        }
        if found.len() == 3 {
            break;
        }
    }
    let after =
        items.get(at + 1).filter(|next| next.is_count() && next.context.bracket.is_some() && item.context.bracket.is_none());
    let bracket_follows =
        after.is_some_and(|next| next.quantity.start <= item.quantity.end + 12 && next.context.sentence == item.context.sentence);
    if item.share != ShareKind::Growth && bracket_follows && !item.context.before.ends_with('占') {
        found.insert(0, at + 1);
    }
    of_the_name(items, at, found)
}

/// 主办602件、协办61件，主办件占90.80%: the count of what the share itself names, not merely the nearest; none where only
/// others of its kind are counted.
fn of_the_name(items: &[Item], at: usize, nearest: Vec<usize>) -> Vec<usize> {
    let Some(item) = items.get(at).filter(|item| item.share == ShareKind::Share) else { return nearest };
    let Some((words, _)) = item.context.before.rsplit_once('占') else { return nearest };
    let Some((dimension, value)) = super::concepts::named(words) else { return nearest };
    let concept_of = |index: &usize| items.get(*index).map(|other| &other.concept);
    let is_of_it = |index: &usize| concept_of(index).is_some_and(|other| other.dimension == dimension && other.value == value);
    let first = nearest.first().and_then(concept_of);
    if nearest.first().is_some_and(is_of_it) || first.is_none_or(|first| first.dimension != dimension) {
        return nearest;
    }
    let is_near = |index: &usize| {
        items.get(*index).is_some_and(|other| other.is_count() && other.context.paragraph == item.context.paragraph)
    };
    (0..at).rev().take(30).filter(|index| is_near(index) && is_of_it(index)).take(3).collect()
}

/// A类占71.2%: the nearest count of that class in the paragraph.
fn of_the_class(items: &[Item], at: usize, letter: &str) -> Vec<usize> {
    let Some(item) = items.get(at) else { return Vec::new() };
    let of_it = |other: &Item| {
        other.is_count()
            && other.concept.dimension == Dimension::Class
            && other.concept.value == letter
            && other.context.paragraph == item.context.paragraph
    };
    (0..at).rev().take(30).filter(|index| items.get(*index).is_some_and(of_it)).take(3).collect()
}

fn label(items: &[Item], index: usize) -> String {
    let Some(item) = items.get(index) else { return String::new() };
    if item.is_percent()
        && item.share == ShareKind::Share
        && let Some(count) = item.numerators.first().and_then(|count| items.get(*count))
    {
        return count_label(count);
    }
    if item.is_count() {
        return count_label(item);
    }
    if item.concept.dimension == Dimension::Class {
        return item.concept.value.clone();
    }
    let letter = super::concepts::last_class_letter(&item.context.before);
    let of_a_class = matches!(item.share, ShareKind::Share | ShareKind::Other) && !super::shares::is_joint(item);
    if let Some(letter) = letter.filter(|_| of_a_class) {
        return letter;
    }
    if relevance::goes_to(&item.context.before) {
        return index.checked_sub(1).map(|previous| label(items, previous)).unwrap_or_default();
    }
    let words = strip_joints(&item.context.before);
    let words =
        ["达到", "达", "均为", "均达", "均", "实现", "保持", "由", "从", "上升", "提高", "为", "两个", "三个", "四个", "都"]
            .iter()
            .fold(words, |words, tail| trim_end(words, tail));
    let words = words.rsplit(['，', '：']).next().unwrap_or(words);
    if words.is_empty() && item.share == ShareKind::Rate {
        return index.checked_sub(1).map(|previous| label(items, previous)).unwrap_or_default();
    }
    if words.is_empty() { first(&item.context.after, 8).to_string() } else { words.to_string() }
}

fn count_label(item: &Item) -> String {
    let before = without_brackets(&item.context.before);
    match item.concept.dimension {
        Dimension::Topic if is_thin(&before) && item.context.bracketed.is_empty() => return item.concept.value.clone(),
        Dimension::Topic | Dimension::Kind | Dimension::Plain => {}
        _ => return item.concept.value.clone(),
    }
    if let Some(heading) = super::concepts::heading(&item.context).filter(|_| is_thin(&before) && item.context.after.is_empty()) {
        return if says_total(heading) { "总数".to_string() } else { strip_joints(heading).to_string() };
    }
    let words = if is_thin(&before) { strip_joints(&item.context.after) } else { strip_joints(&before) };
    let of_a_topic = any_of(&before, &["有关", "关于", "涉及", "围绕", "方面", "类"]);
    let words = if of_a_topic { words.strip_suffix('共').unwrap_or(words) } else { words };
    if words.is_empty() && item.concept.earlier {
        return "上年".to_string();
    }
    if words.is_empty() || (says_total(&before) && !of_a_topic) {
        return "总数".to_string();
    }
    ["涉及", "属于", "关于", "反映", "其中"].iter().fold(words, |words, verb| trim_start(words, verb)).to_string()
}
