//! What a text says of the year before, whether or not it tells that year's figure.

use super::figure::{Change, YearClaim};
use super::growth::{compared_counts, direction, is_base_of_comparison, is_difference};
use super::items::{Item, ShareKind};
use super::outcome::Study;
use crate::text::short::any_of;

/// Every figure of running text that compares with the year before.
pub(super) fn claims(study: &Study) -> Vec<YearClaim> {
    let told = (0..study.items.len()).filter_map(|index| claim(study, index));
    told.filter(|claim| !claim.of.is_empty()).collect()
}

fn claim(study: &Study, told: usize) -> Option<YearClaim> {
    let item = study.item(told).filter(|item| !item.in_table && item.is_exact())?;
    let more = direction(&item.context.before).map(|sign| sign > 0);
    if item.quantity.unit == "个百分点" {
        let of = percentages_before(study, told, item);
        return Some(YearClaim { told, of, says: Change::Points { more: more? } });
    }
    if item.is_percent() {
        let more = more.filter(|_| item.share == ShareKind::Growth)?;
        return Some(YearClaim { told, of: counts_before(study, told), says: Change::Growth { more } });
    }
    if let Some(more) = more.filter(|_| compares(study, told)) {
        return Some(YearClaim { told, of: counts_before(study, told), says: Change::Difference { more } });
    }
    let is_earlier = item.is_count() && (item.concept.earlier || is_base_of_comparison(item));
    is_earlier.then(|| YearClaim { told, of: counts_beside(study, told), says: Change::Earlier })
}

/// Whether the words between the figure and the count before it compare years.
fn compares(study: &Study, told: usize) -> bool {
    let Some(item) = study.item(told) else { return false };
    let from = counts_before(study, told).first().and_then(|before| study.item(*before)).map_or(0, |item| item.quantity.end);
    let between = study.page.words(from, item.quantity.start);
    any_of(&between, &["比", "较", "同比", "上年", "去年", "上届", "上次", "环比"])
}

/// This year's counts that a difference or growth rate may speak of: those before it in the sentence, then the whole of their list.
fn counts_before(study: &Study, told: usize) -> Vec<usize> {
    let alike = |place: &usize| study.item(*place).is_some_and(is_of_this_year);
    let Some(nearest) = (0..told).rev().take(6).take_while(|place| in_sentence_of(study, *place, told)).find(alike) else {
        return Vec::new();
    };
    let mut of: Vec<usize> = compared_counts(study, nearest).into_iter().filter(alike).take(3).collect();
    let list = study.lists_of(nearest).first().and_then(|place| study.lists.get(*place));
    of.extend(list.and_then(|list| list.parent).filter(|parent| !of.contains(parent)));
    of
}

/// This year's count to a told count of the year before: before it, or right behind it (由上年的231件减至214件).
fn counts_beside(study: &Study, told: usize) -> Vec<usize> {
    let unit = study.item(told).map(|item| item.quantity.unit);
    let is_alike =
        |place: &usize| study.item(*place).is_some_and(|other| is_of_this_year(other) && Some(other.quantity.unit) == unit);
    let mut of: Vec<usize> = counts_before(study, told).into_iter().filter(is_alike).collect();
    if of.is_empty() {
        of.extend(Some(told + 1).filter(|next| in_sentence_of(study, *next, told) && is_alike(next)));
    }
    of
}

/// The shares or rates before percentage points: the last one of this year.
fn percentages_before(study: &Study, told: usize, points: &Item) -> Vec<usize> {
    let is_stated = |place: &usize| {
        study.item(*place).is_some_and(|other| {
            let stated = matches!(other.share, ShareKind::Share | ShareKind::Rate);
            other.is_percent() && stated && !is_bracketed_beside(other, points) && !other.concept.earlier
        })
    };
    (0..told).rev().take(5).take_while(|place| in_sentence_of(study, *place, told)).filter(is_stated).take(1).collect()
}

fn is_bracketed_beside(other: &Item, item: &Item) -> bool {
    other.context.bracket.is_some() && other.context.bracket != item.context.bracket
}

fn is_of_this_year(item: &Item) -> bool {
    item.is_count() && item.is_exact() && !item.concept.earlier && !is_base_of_comparison(item) && !is_difference(item)
}

fn in_sentence_of(study: &Study, place: usize, told: usize) -> bool {
    let sentence = |index: usize| study.item(index).map(|item| item.context.sentence);
    sentence(place).is_some() && sentence(place) == sentence(told)
}
