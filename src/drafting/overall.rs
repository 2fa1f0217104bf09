//! 一、总体情况: how many, of what kind, in which roles, on which matters.

use super::Source;
use super::names::name;
use super::scribe::{Counted, ParagraphStyle, Scribe};
use crate::profile::Basis;
use crate::statistics::{DimensionId, percents};

/// Writes the section.
pub(super) fn write(scribe: &mut Scribe, source: &Source<'_>) {
    scribe.begin(ParagraphStyle::Heading);
    scribe.words("一、总体情况");
    totals(scribe, source);
    roles(scribe, source);
    topics(scribe, source);
}

fn totals(scribe: &mut Scribe, source: &Source<'_>) {
    let matching = u64::from(source.overview.matching);
    scribe.begin(ParagraphStyle::Body);
    match source.year() {
        Some(year) => scribe.words(&format!("{year}年，")),
        None => scribe.words("本年度，"),
    }
    match source.office {
        Some(office) => scribe.words(office),
        None => scribe.gap("报告机关"),
    }
    scribe.words(&format!("共承办{}", source.subject()));
    scribe.count(matching, Counted::Entries);
    scribe.words("件");
    parts(scribe, source, DimensionId::Kind, "，其中", 2);
    scribe.words("。");
    let withdrawn = u64::from(source.overview.withdrawn);
    if withdrawn > 0 && withdrawn < matching {
        scribe.words("上述共");
        scribe.count(matching, Counted::Entries);
        scribe.words("件，其中已撤回");
        scribe.count(withdrawn, Counted::Withdrawn);
        scribe.words("件、未撤回（继续办理）");
        scribe.count(matching - withdrawn, Counted::Continued);
        scribe.words("件。");
    }
    for (id, lead) in [(DimensionId::Sitting, "按提出时间分，"), (DimensionId::Form, "按提出方式分，")] {
        let known = source.known(id).len();
        if known >= 2 {
            scribe.words(lead);
            scribe.words("共");
            scribe.count(source.dimension(id).map_or(0, |dimension| dimension.total.into()), Counted::Base(id));
            scribe.words("件");
            parts(scribe, source, id, "，其中", 2);
            scribe.words("。");
        }
    }
}

/// The groups of `id` with their counts, where there are at least `least`; what is not known stands last.
pub(super) fn parts(scribe: &mut Scribe, source: &Source<'_>, id: DimensionId, lead: &str, least: usize) {
    let known = source.known(id);
    if known.len() < least {
        return;
    }
    scribe.words(lead);
    for (place, group) in known.iter().enumerate() {
        scribe.words(if place > 0 { "、" } else { "" });
        scribe.words(&name(id, &group.key, source));
        scribe.count(group.count.into(), Counted::Group(id, group.key.clone()));
        scribe.words(if id.is_of_entry() { "件" } else { unit(source) });
    }
    let unknown = source.unknown(id);
    if unknown > 0 {
        scribe.words("、未登记");
        scribe.count(unknown.into(), Counted::Group(id, String::new()));
        scribe.words(if id.is_of_entry() { "件" } else { unit(source) });
    }
}

/// 件次 where entries have several handlings, else 件.
pub(super) fn unit(source: &Source<'_>) -> &'static str {
    if source.overview.assignments == source.overview.matching { "件" } else { "件次" }
}

fn roles(scribe: &mut Scribe, source: &Source<'_>) {
    let Some(roles) = source.dimension(DimensionId::Role) else { return };
    let unknown = source.unknown(DimensionId::Role);
    if source.known(DimensionId::Role).is_empty() {
        scribe.begin(ParagraphStyle::Body);
        scribe.words("按承办方式分，");
        scribe.gap("主办、协办件数，台账未登记承办方式");
        scribe.words("。");
        return;
    }
    scribe.begin(ParagraphStyle::Body);
    scribe.words("按承办方式分，上述");
    scribe.words(source.subject());
    scribe.words("共交办");
    scribe.count(u64::from(roles.total), Counted::Base(DimensionId::Role));
    scribe.words(unit(source));
    if source.known(DimensionId::Role).len() == 1 && unknown == 0 {
        let group = source.known(DimensionId::Role)[0];
        scribe.words(&format!("，均为{}。", name(DimensionId::Role, &group.key, source)));
        return;
    }
    parts(scribe, source, DimensionId::Role, "，其中", 1);
    scribe.words("。");
}

fn topics(scribe: &mut Scribe, source: &Source<'_>) {
    let id = DimensionId::Topic;
    scribe.begin(ParagraphStyle::Body);
    scribe.words("按内容分类，");
    let Some(topics) = source.dimension(id).filter(|_| !source.known(id).is_empty()) else {
        scribe.gap("各类别件数及占比，台账未登记类别");
        scribe.words("。");
        return;
    };
    let shares: Vec<(&str, u64)> = topics
        .groups
        .iter()
        .filter_map(|group| group.share.map(|share| (group.key.as_str(), share.part)))
        .filter(|(_, part)| *part > 0)
        .collect();
    let whole = topics.groups.iter().find_map(|group| group.share).map_or(0, |share| share.whole);
    let unit = match source.profile.denominators.topics.value.basis {
        Basis::Entry => "件",
        Basis::Assignment => "件次",
    };
    scribe.words("纳入分类统计的");
    scribe.count(whole, Counted::Base(id));
    scribe.words(&format!("{unit}中，"));
    let counts: Vec<u64> = shares.iter().map(|(_, part)| *part).collect();
    let printed = percents(&counts, whole, source.profile.rounding.value);
    for (place, ((key, count), printed)) in shares.iter().zip(printed).enumerate() {
        scribe.words(if place > 0 { "；" } else { "" });
        scribe.words(&if key.is_empty() { "未分类".to_owned() } else { name(id, key, source) });
        scribe.count(*count, Counted::Group(id, (*key).to_owned()));
        scribe.words(&format!("{unit}，占"));
        scribe.printed_percent(&printed.unwrap_or_default(), *count, whole, Counted::Group(id, (*key).to_owned()));
    }
    scribe.words("。");
}
