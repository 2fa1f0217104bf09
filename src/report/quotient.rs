//! Whether a printed percentage fits a quotient.

use super::figure::Rounding;
use super::items::Item;
use super::quantities::Precision;

/// A printed percentage: `mantissa` ÷ 10^`decimals`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Printed {
    pub mantissa: u64,
    pub decimals: u8,
    pub precision: Precision,
}

impl Printed {
    pub(crate) fn of(item: &Item) -> Self {
        Self { mantissa: item.quantity.mantissa, decimals: item.quantity.decimals, precision: item.quantity.precision }
    }

    pub(crate) fn rounding(&self) -> Rounding {
        match self.precision {
            Precision::Exact => Rounding::HalfUp,
            Precision::About => Rounding::About,
            Precision::Nearly => Rounding::Nearly,
            Precision::AtLeast => Rounding::AtLeast,
        }
    }

    pub(crate) fn value(&self) -> f64 {
        self.mantissa as f64 / 10f64.powi(i32::from(self.decimals))
    }

    /// Whether `part` ÷ `whole` is printed so.
    pub(crate) fn fits(&self, part: u64, whole: u64) -> bool {
        if whole == 0 {
            return false;
        }
        let (printed, exact) = (self.value(), part as f64 * 100.0 / whole as f64);
        let round = self.decimals == 0 && self.mantissa.is_multiple_of(5);
        let slack = if self.decimals > 0 {
            10f64.powi(1 - i32::from(self.decimals))
        } else if round {
            2.0
        } else {
            1.0
        };
        let tenths = if self.decimals == 0 && self.mantissa.is_multiple_of(10) { 3.0 } else { slack };
        match self.precision {
            Precision::Exact => half_up(part, whole, self.decimals) == Some(self.mantissa),
            Precision::About => (printed - exact).abs() <= tenths,
            Precision::Nearly => exact <= printed + 0.05 && exact > printed - slack.max(tenths) - 1.0,
            Precision::AtLeast => exact >= printed - 0.05 && exact <= printed + 15.0,
        }
    }

    /// Whether the quotient is printed so when the rest is cut off.
    pub(crate) fn truncates(&self, part: u64, whole: u64) -> bool {
        let scaled = scale(self.decimals).and_then(|scale| part.checked_mul(scale));
        self.precision == Precision::Exact && whole > 0 && scaled.map(|scaled| scaled / whole) == Some(self.mantissa)
    }

    /// By how many units of the last printed place it is off.
    pub(crate) fn off_by(&self, part: u64, whole: u64) -> u64 {
        half_up(part, whole, self.decimals).map_or(u64::MAX, |right| right.abs_diff(self.mantissa))
    }

    /// By how many points it is off.
    pub(crate) fn points_off(&self, part: u64, whole: u64) -> f64 {
        if whole == 0 { f64::MAX } else { (self.value() - part as f64 * 100.0 / whole as f64).abs() }
    }

    /// Whether some whole number of `whole` is printed so.
    pub(crate) fn is_possible(&self, whole: u64) -> bool {
        self.precision != Precision::Exact || self.parts(whole).next().is_some()
    }

    /// The whole numbers of `whole` that are printed so.
    pub(crate) fn parts(&self, whole: u64) -> impl Iterator<Item = u64> + '_ {
        let guess = (self.value() * whole as f64 / 100.0) as u64;
        (guess.saturating_sub(1)..=guess.saturating_add(2)).filter(move |part| self.fits(*part, whole))
    }

    /// The smallest and the largest base of which `part` is printed so.
    pub(crate) fn bases(&self, part: u64) -> Option<(u64, u64)> {
        let half = 0.5 * 10f64.powi(-i32::from(self.decimals));
        let (low, high) = (self.value() - half, self.value() + half);
        if self.precision != Precision::Exact || low <= 0.0 {
            return None;
        }
        let hundredfold = part as f64 * 100.0;
        let candidates = ((hundredfold / high) as u64).saturating_sub(1)..=((hundredfold / low) as u64 + 1);
        let fitting = |base: &u64| self.fits(part, *base);
        let first = candidates.clone().take(100_000).find(fitting)?;
        let last = candidates.rev().take(3).find(fitting).unwrap_or(first);
        Some((first, last))
    }
}

/// `part` ÷ `whole` in percent with `decimals`, rounded half up, without its point.
pub(crate) fn half_up(part: u64, whole: u64, decimals: u8) -> Option<u64> {
    let scaled = part.checked_mul(scale(decimals)?)?.checked_mul(2)?.checked_add(whole)?;
    scaled.checked_div(whole.checked_mul(2)?)
}

/// `mantissa` with `decimals` as it is printed: 67.4%.
pub(crate) fn percent_words(mantissa: u64, decimals: u8) -> String {
    let scale = 10u64.saturating_pow(u32::from(decimals));
    if decimals == 0 {
        return format!("{mantissa}%");
    }
    format!("{}.{:0width$}%", mantissa / scale, mantissa % scale, width = usize::from(decimals))
}

fn scale(decimals: u8) -> Option<u64> {
    10u64.checked_pow(u32::from(decimals))?.checked_mul(100)
}
