//! Text that lost characters on its way: counts run together with shares, units, decimal points and digits lost.

mod gaps;
mod joined;
mod points;
mod units;

use super::figure::{Reading, Restored};
use super::outcome::{Conflict, Study};
use super::page::Page;
use super::quantities::Gap;
use crate::text::span::Span;

/// What damage was found: readings, contradictions to report and the items that are no figures.
#[derive(Debug, Default)]
pub(crate) struct Damage {
    pub readings: Vec<Reading>,
    pub conflicts: Vec<Conflict>,
    pub items: Vec<usize>,
}

/// Finds damaged digits and every way to restore them that satisfies all equations.
#[inline(never)]
pub(crate) fn damage(study: &Study, gaps: &[Gap]) -> Damage {
    let mut damage = Damage::default();
    joined::restore(study, &mut damage);
    points::restore(study, &mut damage);
    gaps::restore(study, gaps, &mut damage);
    units::restore(study, &mut damage);
    restore_dates(study.page, &mut damage);
    damage
}

impl Damage {
    /// Adds what belongs together: `ways` are all restorations of the pieces at `spans`.
    fn add(&mut self, spans: &[Span], ways: Vec<Vec<Restored>>) {
        for (place, span) in spans.iter().enumerate() {
            let mut words: Vec<String> =
                ways.iter().filter_map(|way| way.get(place).map(|restored| restored.words.clone())).collect();
            words.dedup();
            let restored = (!words.is_empty()).then(|| words.join("或者"));
            self.conflicts.push(Conflict::Damaged { span: *span, restored, minor: false });
        }
        self.offer(ways);
    }

    /// Offers readings of pieces that are no fault: a unit left out may be the writer's way.
    fn offer(&mut self, ways: Vec<Vec<Restored>>) {
        let unique = ways.len() == 1;
        self.readings.extend(ways.into_iter().map(|restored| Reading { restored, unique }));
    }
}

/// 2024617日 for 2024年6月17日.
fn restore_dates(page: &Page, damage: &mut Damage) {
    let mut at = 0;
    while at < page.len() {
        if !page.at(at).is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while page.at(at).is_ascii_digit() {
            at += 1;
        }
        let digits = page.words(start, at);
        let century = digits.starts_with("19") || digits.starts_with("20");
        if !(6..=8).contains(&digits.len()) || !century || page.at(at) != '日' {
            continue;
        }
        let (year, rest) = digits.split_at(4);
        let dates: Vec<(u32, u32)> = (1..rest.len())
            .filter_map(|cut| Some((rest.get(..cut)?.parse().ok()?, rest.get(cut..)?.parse().ok()?)))
            .filter(|(month, day): &(u32, u32)| (1..=12).contains(month) && (1..=31).contains(day))
            .collect();
        let span = page.span(start, at + 1);
        let words = dates.iter().map(|(month, day)| format!("{year}年{month}月{day}日"));
        let ways: Vec<Vec<Restored>> =
            words.map(|words| vec![Restored { damaged: span, label: None, count: None, percent: None, words }]).collect();
        let restored =
            ways.first().filter(|_| ways.len() == 1).and_then(|way| way.first()).map(|restored| restored.words.clone());
        damage.conflicts.push(Conflict::Damaged { span, restored, minor: true });
        let unique = ways.len() == 1;
        damage.readings.extend(ways.into_iter().map(|restored| Reading { restored, unique }));
    }
}
