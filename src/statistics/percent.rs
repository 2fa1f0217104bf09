//! The one place that prints a share.

use crate::profile::{Rounding, RoundingMode};

/// `part` of `whole` as a percentage, printed as the profile rounds: `66.67%`; `None` where `whole` is 0.
///
/// With [`RoundingMode::SumTo100`] a single share is rounded half-up; a table's shares are printed by [`percents`].
pub fn percent(part: u64, whole: u64, rounding: Rounding) -> Option<String> {
    let scaled = u128::from(part) * 100 * scale(rounding);
    let whole = u128::from(whole);
    let units = match rounding.mode {
        _ if whole == 0 => return None,
        RoundingMode::Truncate => scaled / whole,
        RoundingMode::HalfUp | RoundingMode::SumTo100 => (2 * scaled + whole) / (2 * whole),
    };
    Some(print(units, rounding))
}

/// The shares of `parts` in `whole`, printed as the profile rounds.
///
/// With [`RoundingMode::SumTo100`], where the parts add up to `whole`, the printed shares add up to 100: the largest
/// remainders are rounded up; of equal remainders the earlier part.
pub fn percents(parts: &[u64], whole: u64, rounding: Rounding) -> Vec<Option<String>> {
    let adds_up = parts.iter().sum::<u64>() == whole;
    if rounding.mode != RoundingMode::SumTo100 || !adds_up || whole == 0 {
        return parts.iter().map(|part| percent(*part, whole, rounding)).collect();
    }
    let scaled = parts.iter().map(|part| u128::from(*part) * 100 * scale(rounding));
    let mut units: Vec<(u128, u128)> = scaled.map(|scaled| (scaled / u128::from(whole), scaled % u128::from(whole))).collect();
    let missing = 100 * scale(rounding) - units.iter().map(|(unit, _)| unit).sum::<u128>();
    let mut order: Vec<usize> = (0..units.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(units[*at].1));
    for at in order.into_iter().take(missing as usize) {
        units[at].0 += 1;
    }
    units.into_iter().map(|(unit, _)| Some(print(unit, rounding))).collect()
}

/// How many percentage points `right` lies above `left`, each a part of a whole, with its sign: `+3.20`; `None` where a
/// whole is 0. Rounded half away from zero, to the profile's decimals.
pub fn percent_difference(left: (u64, u64), right: (u64, u64), rounding: Rounding) -> Option<String> {
    if left.1 == 0 || right.1 == 0 {
        return None;
    }
    let product = |part: u64, whole: u64| i128::from(part) * i128::from(whole) * 100 * scale(rounding) as i128;
    let numerator = product(right.0, left.1) - product(left.0, right.1);
    let whole = u128::from(left.1) * u128::from(right.1);
    let units = (2 * numerator.unsigned_abs() + whole) / (2 * whole);
    let sign = match (units, numerator > 0) {
        (0, _) => "",
        (_, true) => "+",
        (_, false) => "−",
    };
    let printed = print(units, rounding);
    Some(format!("{sign}{}", printed.trim_end_matches('%')))
}

/// The Wilson score interval of 95 % (Wilson 1927) for `part` of `whole`, printed as the profile rounds; `None` where
/// `whole` is 0.
///
/// It says how far a rate over so few could lie from what it would be over many: 2/3 gives 20.77 % to 93.85 %.
pub fn percent_interval(part: u64, whole: u64, rounding: Rounding) -> Option<(String, String)> {
    let printed = |bound: f64| print((bound * 100.0 * scale(rounding) as f64).round() as u128, rounding);
    wilson(part, whole).map(|(low, high)| (printed(low), printed(high)))
}

/// Whether the Wilson intervals of two rates, each a part of a whole, have a value in common; they do where a whole is 0.
pub fn intervals_overlap(left: (u64, u64), right: (u64, u64)) -> bool {
    match (wilson(left.0, left.1), wilson(right.0, right.1)) {
        (Some((left_low, left_high)), Some((right_low, right_high))) => left_low <= right_high && right_low <= left_high,
        _ => true,
    }
}

fn wilson(part: u64, whole: u64) -> Option<(f64, f64)> {
    /// The normal distribution's 97.5th percentile.
    const Z: f64 = 1.959_963_984_540_054;
    if whole == 0 {
        return None;
    }
    let (whole, z2) = (whole as f64, Z * Z);
    let share = part as f64 / whole;
    let centre = share + z2 / (2.0 * whole);
    let reach = Z * (share * (1.0 - share) / whole + z2 / (4.0 * whole * whole)).max(0.0).sqrt();
    let bound = |end: f64| (end / (1.0 + z2 / whole)).clamp(0.0, 1.0);
    Some((bound(centre - reach), bound(centre + reach)))
}

fn scale(rounding: Rounding) -> u128 {
    10_u128.pow(u32::from(rounding.decimals.min(2)))
}

fn print(units: u128, rounding: Rounding) -> String {
    let scale = scale(rounding);
    let whole = units / scale;
    let mut decimals = format!("{:0width$}", units % scale, width = usize::from(rounding.decimals.min(2)));
    if rounding.trim_zeros {
        decimals.truncate(decimals.trim_end_matches('0').len());
    }
    match (rounding.decimals, decimals.as_str()) {
        (0, _) | (_, "") => format!("{whole}%"),
        (_, decimals) => format!("{whole}.{decimals}%"),
    }
}
