//! Each body's sheet: its parts, their points, and the entries behind them.

use std::collections::BTreeMap;

use super::gather::{Found, gather};
use super::metric::OutReason;
use super::points::points;
use super::scheme::{Part, PointRule, Points, Scheme};
use crate::ledger::Ledger;
use crate::supervision::Grounds;

/// Points that a person gave: by body, then by part.
pub type HandScores = BTreeMap<String, BTreeMap<String, f64>>;

/// One body's sheet.
#[derive(Debug, Clone)]
pub struct BodySheet {
    /// 承办单位.
    pub body: String,
    /// 件次.
    pub handlings: u32,
    /// Whether it has too few handlings to be judged beside others.
    pub too_small: bool,
    /// The sum of the parts that have points.
    pub total: Points,
    /// How many parts have none yet.
    pub open: u32,
    /// Its parts, in the table's order.
    pub parts: Vec<PartScore>,
}

/// A part of a body's sheet.
#[derive(Debug, Clone)]
pub struct PartScore {
    /// The part's id.
    pub id: String,
    /// How its points came about.
    pub state: ScoreState,
    /// Its points, where it has any.
    pub points: Option<Points>,
    /// Judged items that are as they should be.
    pub good: u32,
    /// All judged items.
    pub judged: u32,
    /// The entries that are not as they should be, or make the points where all count.
    pub entries: Vec<ScoredEntry>,
    /// Items that were not judged, by reason.
    pub out: Vec<(OutReason, u32)>,
}

/// An entry behind a part's points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScoredEntry {
    /// Its place in the ledger.
    pub entry: usize,
    /// Whether it is as it should be.
    pub good: bool,
}

vocabulary! {
    /// How a part's points came about.
    ScoreState {
        /// Reckoned from the ledger.
        Reckoned = "reckoned",
        /// Given by a person.
        Given = "given",
        /// A person must score it (待人工评定).
        ByHand = "by-hand",
        /// The source does not say how points are reckoned (未公布).
        NotPublished = "not-published",
        /// Nothing of the body's work can be judged by it.
        NothingJudged = "nothing-judged",
    }
}

/// The sheets of all bodies, by name. A person's points hold for parts that have none of their own.
pub fn assess(ledger: &Ledger, scheme: &Scheme, grounds: &Grounds<'_>, hand: &HandScores) -> Vec<BodySheet> {
    let minimum = scheme.minimum.unwrap_or(grounds.profile.small_numbers.value.minimum);
    let sheets = gather(ledger, scheme, grounds).into_iter().map(|(body, work)| {
        let own = hand.get(&body);
        let given = |part: &Part| own.and_then(|scores| scores.get(&part.id)).and_then(|score| Points::from_number(*score));
        let parts: Vec<PartScore> =
            scheme.parts.iter().zip(work.found).map(|(part, found)| scored(part, &found, given(part))).collect();
        BodySheet {
            handlings: work.handlings,
            too_small: work.handlings < minimum,
            total: Points(parts.iter().filter_map(|part| part.points).map(|points| points.0).fold(0, i64::saturating_add)),
            open: parts.iter().filter(|part| part.points.is_none()).count() as u32,
            parts,
            body,
        }
    });
    sheets.collect()
}

fn scored(part: &Part, found: &Found, given: Option<Points>) -> PartScore {
    let reckoned = points(part, found.good.len(), found.bad.len());
    let clamped = |points: Points| {
        let raised = part.floor.map_or(points, |floor| points.max(floor));
        part.cap.map_or(raised, |cap| raised.min(cap))
    };
    let is_published = !matches!(part.rule, PointRule::Each { add: None, .. } | PointRule::PerPercentagePoint { add: None, .. });
    let state = match (reckoned, given, part.rule) {
        (Some(_), ..) => ScoreState::Reckoned,
        (None, Some(_), _) => ScoreState::Given,
        (None, None, PointRule::ByHand) => ScoreState::ByHand,
        _ if !is_published => ScoreState::NotPublished,
        _ => ScoreState::NothingJudged,
    };
    let behind = |entries: &[usize], good: bool| entries.iter().map(move |entry| ScoredEntry { entry: *entry, good }).collect();
    let bad: Vec<ScoredEntry> = behind(&found.bad, false);
    let good: Vec<ScoredEntry> = behind(&found.good, true);
    let count = |reason: OutReason| found.out.iter().filter(|(_, why)| *why == reason).count() as u32;
    PartScore {
        id: part.id.clone(),
        state,
        points: reckoned.or_else(|| given.map(clamped)),
        good: found.good.len() as u32,
        judged: (found.good.len() + found.bad.len()) as u32,
        entries: [bad, good].concat(),
        out: OutReason::ALL.iter().map(|reason| (*reason, count(*reason))).filter(|(_, count)| *count > 0).collect(),
    }
}
