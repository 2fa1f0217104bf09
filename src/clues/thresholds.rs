//! From when public messages are worth a warning.

use crate::profile::Profile;

/// From when public messages are worth a warning: the profile's `watch`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClueThresholds {
    /// Messages of the last so many days are compared …
    pub window_days: i32,
    /// … with those of so many days before them, or of as many as the list covers.
    pub baseline_days: i32,
    /// Fewer messages in the window are no rise.
    pub minimum: u32,
    /// Fewer than so many times what the baseline lets expect is no rise.
    pub factor: f64,
    /// The level of the test, divided by the number of subjects that are tested (Bonferroni).
    pub level: f64,
    /// Fewer complaints after a reply are no warning.
    pub complaints: u32,
}

impl ClueThresholds {
    /// The thresholds of `profile`.
    pub fn of(profile: &Profile) -> Self {
        let watch = &profile.watch;
        Self {
            window_days: i32::from(watch.rise_window_days.value),
            baseline_days: i32::from(watch.rise_baseline_days.value),
            minimum: u32::from(watch.rise_minimum.value),
            factor: f64::from(watch.rise_factor.value),
            level: f64::from(watch.rise_level_per_mille.value) / 1000.0,
            complaints: u32::from(watch.complaints_minimum.value),
        }
    }

    /// With a shorter baseline nothing is tested: twice the window.
    pub fn shortest_baseline(&self) -> i32 {
        (self.window_days * 2).min(self.baseline_days)
    }
}
