//! 二、办理程序: assignment, lead supervision, consultation, disclosure.

use super::Source;
use super::overall::parts;
use super::scribe::{Counted, ParagraphStyle, Scribe};
use crate::statistics::{DimensionId, Rate, RateId, Unit};

/// Writes the section.
pub(super) fn write(scribe: &mut Scribe, source: &Source<'_>) {
    scribe.begin(ParagraphStyle::Heading);
    scribe.words("二、办理工作情况");
    heading(scribe, "（一）交办督办。");
    scribe.gap("交办会议、任务分解、领导领衔督办的情况");
    on_time(scribe, source);
    heading(scribe, "（二）沟通协商。");
    match source.rate(RateId::Consultation).filter(|rate| rate.part > 0) {
        Some(rate) => {
            portion(scribe, source, rate, ["应办理", "，其中有沟通协商记录", "、尚无沟通协商记录", "，沟通协商率为"]);
        }
        None => scribe.gap("与代表委员沟通协商的件数，台账未登记沟通记录"),
    }
    heading(scribe, "（三）答复公开。");
    disclosure(scribe, source);
}

fn heading(scribe: &mut Scribe, words: &str) {
    scribe.begin(ParagraphStyle::Body);
    scribe.words(words);
}

fn on_time(scribe: &mut Scribe, source: &Source<'_>) {
    let Some(rate) = source.rate(RateId::OnTime) else {
        scribe.gap("按时办结情况，台账未登记交办或答复日期");
        return;
    };
    portion(scribe, source, rate, ["已到期或者已答复", "，其中按时答复", "、逾期", "，按时办结率为"]);
}

/// The sentence of a rate: denominator, numerator, the rest, the percentage, with the `words` before each.
pub(super) fn portion(scribe: &mut Scribe, source: &Source<'_>, rate: &Rate, words: [&str; 4]) {
    let unit = unit_of(rate);
    let [whole, part, rest, percent] = words;
    scribe.words(whole);
    scribe.count(rate.whole, Counted::Whole(rate.id));
    scribe.words(unit);
    scribe.words(part);
    scribe.count(rate.part, Counted::Part(rate.id));
    scribe.words(unit);
    if rate.part < rate.whole {
        scribe.words(rest);
        scribe.count(rate.whole - rate.part, Counted::Rest(rate.id));
        scribe.words(unit);
        scribe.words(percent);
    } else {
        scribe.words("，占");
    }
    scribe.percent(rate.part, rate.whole, source.profile.rounding.value, Counted::Rate(rate.id));
    scribe.words("。");
}

/// 件 or 件次, as the rate counts.
pub(super) fn unit_of(rate: &Rate) -> &'static str {
    match rate.unit {
        Unit::Assignment => "件次",
        _ => "件",
    }
}

fn disclosure(scribe: &mut Scribe, source: &Source<'_>) {
    let id = DimensionId::Disclosure;
    if source.known(id).is_empty() {
        scribe.gap("答复件公开情况，台账未登记公开属性");
        return;
    }
    scribe.words("共纳入办理");
    scribe.count(source.dimension(id).map_or(0, |dimension| dimension.total.into()), Counted::Base(id));
    scribe.words("件，其中");
    parts(scribe, source, id, "", 1);
    scribe.words("。");
    match source.rate(RateId::Publication) {
        Some(rate) => portion(scribe, source, rate, ["应主动公开", "，其中已公开", "、尚未公开", "，公开率为"]),
        None => scribe.gap("已公开的件数，台账未登记公开日期"),
    }
}
