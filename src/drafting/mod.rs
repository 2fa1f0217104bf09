//! Drafts that rest on a ledger: the annual report on the handling.
//!
//! [`draft_report`] is the one way in. `scribe` writes words and keeps what every figure stands for · `overall`,
//! `procedures`, `results`, `tables` the report's parts, in its order · `names` the words for what is counted.
//!
//! A figure that the ledger does not support is a marked gap (〔待填：…〕), never a guess. Nothing here is shared with the
//! auditor in `report`, so that the one can try the other.

mod names;
mod overall;
mod procedures;
mod results;
mod scribe;
mod tables;

pub use scribe::{BodyColumn, Counted, Draft, LinkedFigure, Paragraph, ParagraphStyle};

use crate::calendar::Date;
use crate::profile::Profile;
use crate::statistics::{BodyWork, DimensionCounts, DimensionId, Group, Overview, Rate, RateId};
use scribe::Scribe;

/// What a report is drafted from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'s> {
    /// All counts of the ledger.
    pub overview: &'s Overview,
    /// Each body's work, those with most handlings first.
    pub bodies: &'s [BodyWork],
    /// The words and roundings of the place.
    pub profile: &'s Profile,
    /// The office that keeps the ledger.
    pub office: Option<&'s str>,
    /// The day up to which the ledger reaches.
    pub as_of: Date,
}

/// The annual report on the handling of what the ledger holds.
///
/// Every figure in it is linked to the count or rate that it states; what only a person can write is a marked gap.
pub fn draft_report(source: &Source<'_>) -> Draft {
    let mut scribe = Scribe::default();
    let year = source.year();
    scribe.begin(ParagraphStyle::Title);
    scribe.words("关于");
    match &year {
        Some(year) => scribe.words(&format!("{year}年度")),
        None => scribe.gap("年度"),
    }
    scribe.words(&format!("{}办理情况的报告", source.subject()));
    scribe.begin(ParagraphStyle::Addressee);
    scribe.gap("主送机关");
    scribe.words("：");
    overall::write(&mut scribe, source);
    procedures::write(&mut scribe, source);
    results::write(&mut scribe, source);
    next_steps(&mut scribe);
    tables::write(&mut scribe, source);
    scribe.finish()
}

fn next_steps(scribe: &mut Scribe) {
    scribe.begin(ParagraphStyle::Heading);
    scribe.words("四、存在的问题和下一步打算");
    for gap in ["办理工作中存在的主要问题", "下一步工作措施、责任单位和完成时限"] {
        scribe.begin(ParagraphStyle::Body);
        scribe.gap(gap);
    }
    scribe.begin(ParagraphStyle::Signature);
    scribe.gap("发文机关");
    scribe.begin(ParagraphStyle::Signature);
    scribe.gap("成文日期");
}

impl Source<'_> {
    fn dimension(&self, id: DimensionId) -> Option<&DimensionCounts> {
        self.overview.dimensions.iter().find(|dimension| dimension.id == id)
    }

    /// The groups of `id` that have items, what is not known left out.
    fn known(&self, id: DimensionId) -> Vec<&Group> {
        let groups = self.dimension(id).map(|dimension| dimension.groups.as_slice()).unwrap_or_default();
        groups.iter().filter(|group| group.count > 0 && !group.key.is_empty()).collect()
    }

    /// How many items of `id` are not known.
    fn unknown(&self, id: DimensionId) -> u32 {
        let groups = self.dimension(id).map(|dimension| dimension.groups.as_slice()).unwrap_or_default();
        groups.iter().filter(|group| group.key.is_empty()).map(|group| group.count).sum()
    }

    fn rate(&self, id: RateId) -> Option<&Rate> {
        self.overview.rates.iter().find(|rate| rate.id == id && rate.whole > 0)
    }

    /// The one year that all entries are of.
    fn year(&self) -> Option<String> {
        let years = self.known(DimensionId::Year);
        let one = years.len() == 1 && self.unknown(DimensionId::Year) == 0;
        years.first().filter(|_| one).map(|group| group.key.clone())
    }

    /// What the report is about, by the kinds that the ledger holds.
    fn subject(&self) -> &'static str {
        let has = |kind: &str| self.known(DimensionId::Kind).iter().any(|group| group.key == kind);
        match (has("suggestion"), has("proposal")) {
            (true, true) => "人大代表建议和政协提案",
            (false, true) => "政协提案",
            _ => "人大代表建议",
        }
    }
}
