//! Whether there are suddenly more messages than before: an exact test of the last days against the days before.

use super::thresholds::ClueThresholds;
use crate::calendar::Date;

vocabulary! {
    /// Why a rise was not tested.
    Untested {
        /// The list does not cover enough days before the window.
        ShortBaseline = "short-baseline",
        /// Too few messages in the window.
        TooFew = "too-few",
    }
}

/// Messages in the window and before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rise {
    /// Messages in the window.
    pub in_window: u32,
    /// Messages in the baseline.
    pub before: u32,
    /// Days of the baseline.
    pub baseline_days: i32,
}

/// What the test says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RiseTest {
    /// How many messages the baseline lets expect in the window.
    pub expected: f64,
    /// The probability of as many or more in the window, were nothing different: one-sided, exact, given all messages.
    pub p: f64,
}

impl Rise {
    /// The counts of dated messages (day, count) for the window that ends on `last`; the list begins on `first`.
    pub fn of(dated: impl Iterator<Item = (Date, u32)>, first: Date, last: Date, from: &ClueThresholds) -> Self {
        let opens = last.days() - from.window_days;
        let baseline_days = from.baseline_days.min(opens - first.days() + 1).max(0);
        let mut rise = Self { in_window: 0, before: 0, baseline_days };
        for (day, count) in dated.filter(|(day, _)| *day <= last) {
            let day = day.days();
            if day > opens {
                rise.in_window = rise.in_window.saturating_add(count);
            } else if day > opens - baseline_days {
                rise.before = rise.before.saturating_add(count);
            }
        }
        rise
    }

    /// The test; given all n messages of both spans, each falls into the window with the probability of the window's share of
    /// the days, were the rate the same (conditional binomial test of two Poisson rates).
    ///
    /// # Errors
    /// Why nothing is tested.
    pub fn test(&self, from: &ClueThresholds) -> Result<RiseTest, Untested> {
        if self.baseline_days < from.shortest_baseline() {
            return Err(Untested::ShortBaseline);
        }
        if self.in_window < from.minimum {
            return Err(Untested::TooFew);
        }
        let share = f64::from(from.window_days) / f64::from(from.window_days + self.baseline_days);
        let all = u64::from(self.in_window) + u64::from(self.before);
        let expected = f64::from(self.before) * f64::from(from.window_days) / f64::from(self.baseline_days);
        Ok(RiseTest { expected, p: binomial_tail(all, u64::from(self.in_window), share) })
    }
}

impl RiseTest {
    /// Whether it is a sudden rise, where `subjects` are tested and `in_window` messages were counted.
    pub fn is_sudden(&self, in_window: u32, subjects: usize, from: &ClueThresholds) -> bool {
        self.p < from.level / subjects.max(1) as f64 && f64::from(in_window) >= from.factor * self.expected
    }
}

/// The probability of `least` or more of `all` tries that each succeed with `chance`.
pub fn binomial_tail(all: u64, least: u64, chance: f64) -> f64 {
    if least == 0 {
        return 1.0;
    }
    if least > all {
        return 0.0;
    }
    let (n, k) = (all as f64, least as f64);
    let first = ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k) + k * chance.ln() + (n - k) * (-chance).ln_1p();
    let (mut term, mut sum) = (1.0_f64, 1.0_f64);
    let odds = chance / (1.0 - chance);
    for successes in least..all {
        term *= odds * (all - successes) as f64 / (successes + 1) as f64;
        sum += term;
        let falls = (successes + 1) as f64 > n * chance;
        if falls && term < sum * 1e-15 {
            break;
        }
    }
    (first + sum.ln()).exp().min(1.0)
}

/// ln n!, by Stirling's series above 20.
fn ln_factorial(n: f64) -> f64 {
    if n <= 20.0 {
        return (2..=n as u64).map(|factor| (factor as f64).ln()).sum();
    }
    let series = 1.0 / (12.0 * n) - 1.0 / (360.0 * n.powi(3)) + 1.0 / (1260.0 * n.powi(5));
    n * n.ln() - n + 0.5 * (2.0 * std::f64::consts::PI * n).ln() + series
}
