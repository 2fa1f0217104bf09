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
