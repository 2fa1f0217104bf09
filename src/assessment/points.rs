//! A part's points from two counts.

use super::scheme::{CountedSide, Part, PointRule, Points};

/// The points of `part` where `good` of `good + bad` judged items are as they should be; `None` where a person must score
/// it, the source does not say how, or nothing was judged.
pub fn points(part: &Part, good: usize, bad: usize) -> Option<Points> {
    let base = part.points.0;
    let (good, bad) = (good as i64, bad as i64);
    let whole = good + bad;
    let reckoned = match part.rule {
        PointRule::ByHand => return None,
        // no mistake was found where nothing was looked at
        _ if whole == 0 => return None,
        PointRule::Share => divided(base.saturating_mul(good), whole),
        PointRule::Each { add, of, beyond } => {
            let count = match of {
                CountedSide::Good => good,
                CountedSide::Bad => bad,
                CountedSide::All => whole,
            };
            base.saturating_add(add?.0.saturating_mul((count - i64::from(beyond)).max(0)))
        }
        PointRule::PerPercentagePoint { add, target, whole: whole_only } => {
            // how far good ÷ whole stands below the target, as hundredths of a percentage point × whole
            let short = (target.0.saturating_mul(whole) - good.saturating_mul(10_000)).max(0);
            let taken = if whole_only {
                add?.0.saturating_mul(short / whole.saturating_mul(100))
            } else {
                divided(add?.0.saturating_mul(short), whole.saturating_mul(100))
            };
            base.saturating_add(taken)
        }
    };
    let raised = part.floor.map_or(reckoned, |floor| reckoned.max(floor.0));
    Some(Points(part.cap.map_or(raised, |cap| raised.min(cap.0))))
}

/// Rounded to the nearest, halves away from zero.
fn divided(part: i64, whole: i64) -> i64 {
    let half = whole / 2;
    if part < 0 { -((-part).saturating_add(half) / whole) } else { part.saturating_add(half) / whole }
}
