//! 三、办理结果: completion, classes, ratings.

use super::Source;
use super::names::name;
use super::procedures::{portion, unit_of};
use super::scribe::{Counted, ParagraphStyle, Scribe};
use crate::profile::Basis;
use crate::statistics::{DimensionId, RateId, percents};

/// Writes the section.
pub(super) fn write(scribe: &mut Scribe, source: &Source<'_>) {
    scribe.begin(ParagraphStyle::Heading);
    scribe.words("三、办理结果");
    scribe.begin(ParagraphStyle::Body);
    scribe.words("（一）答复情况。");
    scribe.words(&format!("截至{}，", source.as_of.in_document()));
    match source.rate(RateId::Completion) {
        Some(rate) => portion(scribe, source, rate, ["应答复", "，其中已答复", "、尚未答复", "，办结率为"]),
        None => scribe.gap("已答复件数和办结率，台账未登记答复情况"),
    }
    classes(scribe, source);
    ratings(scribe, source);
}

fn classes(scribe: &mut Scribe, source: &Source<'_>) {
    let id = DimensionId::Outcome;
    scribe.begin(ParagraphStyle::Body);
    scribe.words("（二）结果分类。");
    let groups = source.dimension(id).map(|dimension| dimension.groups.as_slice()).unwrap_or_default();
    let shares: Vec<(&str, u64, u64)> =
        groups.iter().filter_map(|group| group.share.map(|share| (group.key.as_str(), share.part, share.whole))).collect();
    let whole = shares.first().map_or(0, |(_, _, whole)| *whole);
    if whole == 0 {
        scribe.gap("各类结果的件数及占比，台账未登记办理结果");
        return;
    }
    let unit = match source.profile.denominators.outcome.value.basis {
        Basis::Entry => "件",
        Basis::Assignment => "件次",
    };
    scribe.words("已确定办理结果的");
    scribe.count(whole, Counted::Base(id));
    scribe.words(&format!("{unit}中，"));
    let counts: Vec<u64> = shares.iter().map(|(_, part, _)| *part).collect();
    let printed = percents(&counts, whole, source.profile.rounding.value);
    for (place, ((key, count, _), printed)) in shares.iter().zip(printed).enumerate() {
        scribe.words(if place > 0 { "；" } else { "" });
        scribe.words(&name(id, key, source));
        scribe.count(*count, Counted::Group(id, (*key).to_owned()));
        scribe.words(&format!("{unit}，占"));
        scribe.printed_percent(&printed.unwrap_or_default(), *count, whole, Counted::Group(id, (*key).to_owned()));
    }
    scribe.words("。");
}

fn ratings(scribe: &mut Scribe, source: &Source<'_>) {
    scribe.begin(ParagraphStyle::Body);
    scribe.words("（三）代表委员评价。");
    let rates = (source.rate(RateId::Satisfaction), source.rate(RateId::SatisfactionIncludingBasic));
    let (Some(satisfied), Some(basic)) = rates else {
        scribe.gap("满意、基本满意、不满意件数，台账未登记评价");
        return;
    };
    let (plain, wide) = (RateId::Satisfaction, RateId::SatisfactionIncludingBasic);
    let unit = unit_of(satisfied);
    let rounding = source.profile.rounding.value;
    scribe.words("收到反馈意见");
    scribe.count(satisfied.whole, Counted::Whole(plain));
    scribe.words(unit);
    scribe.words("，其中满意");
    scribe.count(satisfied.part, Counted::Part(plain));
    scribe.words(&format!("{unit}，占"));
    scribe.percent(satisfied.part, satisfied.whole, rounding, Counted::Rate(plain));
    scribe.words("；基本满意");
    let between = basic.part.saturating_sub(satisfied.part);
    scribe.count(between, Counted::Between(wide, plain));
    scribe.words(&format!("{unit}，占"));
    scribe.percent(between, satisfied.whole, rounding, Counted::Between(wide, plain));
    scribe.words("；不满意");
    let rest = basic.whole.saturating_sub(basic.part);
    scribe.count(rest, Counted::Rest(wide));
    scribe.words(&format!("{unit}，占"));
    scribe.percent(rest, basic.whole, rounding, Counted::Rest(wide));
    scribe.words("。");
}
