//! Which entry stands where: years, sittings, groups of similar items, running numbers.

use jianyi::calendar::Date;
use jianyi::ledger::{Sitting, SubmissionKind};

use crate::Options;
use crate::city::BODIES;
use crate::days::{after, day};
use crate::random::Random;

/// Entries are planned in blocks of this many; similar items stand in the same block.
const BLOCK: u32 = 50;

/// The place of one entry in the ledger.
pub(crate) struct Spot {
    /// Its place in the whole ledger.
    pub(crate) index: u32,
    /// The year of its session.
    pub(crate) year: i32,
    /// Its place among the year's entries, from 0.
    pub(crate) place: u32,
    /// Whether it was carried over from the year before the ledger's first.
    pub(crate) carried: bool,
    /// In session or between sessions.
    pub(crate) sitting: Sitting,
    /// When it was submitted.
    pub(crate) submitted_on: Date,
    /// What it shares with similar entries.
    pub(crate) theme: Theme,
}

/// What similar entries share.
pub(crate) struct Theme {
    /// The stream of random numbers that choose kind, matter and place.
    pub(crate) stream: u64,
    /// The indices of the other entries with which it is handled together.
    pub(crate) merged_with: Vec<u32>,
    /// Whether it is a later member of a merged group.
    pub(crate) joins: bool,
}

/// The spot of the entry with this index.
pub(crate) fn spot(options: &Options, index: u32) -> Spot {
    let (year, place, of, carried) = place(options, index);
    let in_session = carried || is_in_session(place, of);
    let submitted_on = if in_session {
        day(year, 1, 22 + (u64::from(place) * 5 / u64::from(of.max(1))) as u32)
    } else {
        let first = day(year, 2, 19);
        let last = after(options.as_of, -2).min(day(year, 12, 20)).max(first);
        let inter_sessional_from = of - of / 5;
        let span = i64::from(last.days() - first.days());
        let done = i64::from(place.saturating_sub(inter_sessional_from));
        after(first, (span * done / i64::from((of / 5).max(1))) as i32)
    };
    let sitting = if in_session { Sitting::InSession } else { Sitting::InterSessional };
    Spot { index, year, place, carried, sitting, submitted_on, theme: theme(options, index) }
}

/// The office's key of the entry with this index.
pub(crate) fn id_of(options: &Options, index: u32) -> String {
    let (year, place, _, _) = place(options, index);
    format!("YZ{year}-{:04}", place + 1)
}

/// The year, the place in it, the number of the year's entries, and whether it is carried over.
fn place(options: &Options, index: u32) -> (i32, u32, u32, bool) {
    let carried = options.entries / 25;
    if index < carried {
        return (options.first_year - 1, index, carried, true);
    }
    let (index, all) = (index - carried, options.entries - carried);
    let per_year = all.div_ceil(options.years.max(1)).max(1);
    let year = index / per_year;
    (options.first_year + year as i32, index % per_year, per_year.min(all - year * per_year), false)
}

fn is_in_session(place: u32, of: u32) -> bool {
    place < of - of / 5
}

fn theme(options: &Options, index: u32) -> Theme {
    let block = index / BLOCK;
    let mut random = Random::new(options.seed, (1 << 40) + u64::from(block));
    let first = block * BLOCK + random.below(12);
    let step = 3 + random.below(7);
    let merged: Vec<u32> = (0..2 + random.below(3)).map(|member| first + member * step).collect();
    let similar: Vec<u32> = (0..2 + random.below(2)).map(|member| block * BLOCK + 41 + member * 3).collect();
    let (is_merged, is_similar) = (random.chance(650), random.chance(600));

    let one_year = |group: &[u32]| {
        let years: Vec<_> = group.iter().map(|&member| place(options, member)).collect();
        let last_in_session = years.last().is_some_and(|&(_, place, of, carried)| !carried && is_in_session(place, of));
        last_in_session && years.iter().all(|year| year.0 == years[0].0 && !year.3)
    };
    let group = if is_merged && merged.contains(&index) && merged.iter().all(|&member| member < options.entries) {
        Some(&merged)
    } else if is_similar && similar.contains(&index) {
        Some(&similar)
    } else {
        None
    };
    let is_handled_together = group.is_some_and(|group| std::ptr::eq(group, &merged) && one_year(group));
    let leader = group.and_then(|group| group.first().copied()).unwrap_or(index);
    Theme {
        stream: (2 << 40) + u64::from(leader),
        merged_with: if is_handled_together {
            merged.iter().copied().filter(|&member| member != index).collect()
        } else {
            vec![]
        },
        joins: is_handled_together && leader != index,
    }
}

/// Running numbers: of submissions per year and kind, of letters per year and body.
#[derive(Default)]
pub(crate) struct Registers {
    submissions: Vec<(i32, [u32; 3])>,
    letters: Vec<(i32, Vec<u32>)>,
}

impl Registers {
    /// The next number of a submission of this kind.
    pub(crate) fn submission(&mut self, year: i32, kind: SubmissionKind) -> u32 {
        let numbers = of_year(&mut self.submissions, year, || [0; 3]);
        let number = &mut numbers[match kind {
            SubmissionKind::Suggestion => 0,
            SubmissionKind::Proposal => 1,
            SubmissionKind::Motion => 2,
        }];
        *number += 1;
        *number
    }

    /// The next number of a letter of the body with this index.
    pub(crate) fn letter(&mut self, year: i32, body: usize) -> u32 {
        match of_year(&mut self.letters, year, || (0..BODIES.len() as u32).map(|body| body * 17 % 43).collect::<Vec<_>>())
            .get_mut(body)
        {
            Some(number) => {
                *number += 1;
                *number
            }
            None => 0,
        }
    }
}

fn of_year<T>(register: &mut Vec<(i32, T)>, year: i32, fresh: impl FnOnce() -> T) -> &mut T {
    let at = match register.iter().position(|(of, _)| *of == year) {
        Some(at) => at,
        None => {
            register.push((year, fresh()));
            register.len() - 1
        }
    };
    &mut register[at].1
}
