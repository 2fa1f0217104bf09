//! Counts of the rows in a set, brought from one set to another by the rows that enter or leave.

use std::rc::Rc;

use super::bits::Bits;
use super::codes::CodeColumn;

/// Counts by code (and class), and the set of rows that they count.
#[derive(Debug, Clone)]
pub(super) struct Tally {
    counts: Vec<u32>,
    of: Rc<Bits>,
    /// The counts of all rows that the tally can ever have, once they were counted.
    of_all: Option<Vec<u32>>,
}

/// What a tally counts by.
#[derive(Debug, Clone, Copy)]
pub(super) struct CountedBy<'c> {
    /// The code of each row.
    pub codes: &'c CodeColumn,
    /// The class of each row and how many there are, for counts by code and class.
    pub classes: Option<(&'c [u16], usize)>,
    /// The rows of each code, where the codes are few.
    pub rows_by_code: Option<&'c [Bits]>,
}

/// A dimension with no more codes than this is counted by sets of rows where many rows change.
pub(super) const FEW_CODES: usize = 16;

impl Tally {
    /// Nothing counted yet, of `cells` counts.
    pub fn new(cells: usize, rows: usize) -> Self {
        Self { counts: vec![0; cells], of: Rc::new(Bits::none(rows)), of_all: None }
    }

    /// The counts, as they stand.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// The set that they count.
    pub fn of(&self) -> &Rc<Bits> {
        &self.of
    }
}

/// Brings `tallies`, which count one set, to `new`; `all` are the rows that can ever be in it.
///
/// Counting goes on from what was counted, from nothing, or back from everything, whichever is nearest.
pub(super) fn bring(mut tallies: Vec<(&mut Tally, CountedBy<'_>)>, new: &Rc<Bits>, all: &Rc<Bits>) {
    let Some((first, _)) = tallies.first() else { return };
    let old = first.of.clone();
    if Rc::ptr_eq(&old, new) {
        return;
    }
    let (moved, in_new, absent) = distances(&old, new, all);
    let nearest = moved.min(in_new).min(absent) as usize;
    tallies.retain_mut(|(tally, by)| match by.rows_by_code {
        // To look at a word of a code costs about half of what it costs to count a row.
        Some(rows_by_code) if nearest > rows_by_code.len() * new.words().len() / 2 => {
            tally.counts.iter_mut().zip(rows_by_code).for_each(|(count, rows)| *count = rows.count_in(new));
            tally.of = new.clone();
            false
        }
        _ => true,
    });
    let tallies = &mut tallies[..];
    let knows_all = tallies.iter().all(|(tally, _)| tally.of_all.is_some());
    let base = if knows_all && absent < moved.min(in_new) {
        tallies.iter_mut().for_each(|(tally, _)| tally.counts.clone_from(tally.of_all.as_ref().unwrap_or(&Vec::new())));
        all.clone()
    } else if in_new < moved {
        tallies.iter_mut().for_each(|(tally, _)| tally.counts.fill(0));
        Rc::new(Bits::none(new.words().len() * 64))
    } else {
        old
    };
    move_counts(tallies, &base, new);
    for (tally, _) in tallies {
        tally.of = new.clone();
        if absent == 0 && tally.of_all.is_none() {
            tally.of_all = Some(tally.counts.clone());
        }
    }
}

/// How many rows differ between `old` and `new`, are in `new`, and are in `all` but not in `new`.
fn distances(old: &Bits, new: &Bits, all: &Bits) -> (u32, u32, u32) {
    let words = old.words().iter().zip(new.words()).zip(all.words());
    words.fold((0, 0, 0), |(moved, in_new, absent), ((old, new), all)| {
        (moved + (old ^ new).count_ones(), in_new + new.count_ones(), absent + (all & !new).count_ones())
    })
}

/// How many words are decoded before their rows are counted; their row numbers then still are in the nearest cache.
const BLOCK: usize = 64;

fn move_counts(tallies: &mut [(&mut Tally, CountedBy<'_>)], old: &Bits, new: &Bits) {
    let (mut entering, mut leaving) = (RowNumbers::new(), RowNumbers::new());
    let mut banks: Vec<Option<Banks>> = tallies.iter().map(|(_, by)| Banks::for_counts(*by)).collect();
    let blocks = old.words().chunks(BLOCK).zip(new.words().chunks(BLOCK));
    for (block, (old, new)) in blocks.enumerate() {
        entering.length = 0;
        leaving.length = 0;
        for (at, (old, new)) in old.iter().zip(new).enumerate() {
            let first = ((block * BLOCK + at) * 64) as u32;
            entering.add(first, new & !old);
            leaving.add(first, old & !new);
        }
        for ((tally, by), banks) in tallies.iter_mut().zip(&mut banks) {
            match (by.codes, banks) {
                (CodeColumn::Bytes(codes), Some(banks)) => {
                    banks.count(codes, entering.rows(), 1);
                    banks.count(codes, leaving.rows(), u32::MAX);
                }
                _ => {
                    count(*by, entering.rows(), &mut tally.counts, 1);
                    count(*by, leaving.rows(), &mut tally.counts, u32::MAX);
                }
            }
        }
    }
    for ((tally, _), banks) in tallies.iter_mut().zip(banks) {
        banks.into_iter().for_each(|banks| banks.add_to(&mut tally.counts));
    }
}

/// Two tables of counts by byte, for rows in turn: a row's count then need not wait for that of the row before, which
/// often has the same code.
struct Banks([Box<[u32; 256]>; 2]);

impl Banks {
    /// Tables of nothing, where they serve.
    fn for_counts(by: CountedBy<'_>) -> Option<Self> {
        let serves = by.classes.is_none() && matches!(by.codes, CodeColumn::Bytes(_));
        serves.then(|| Self([Box::new([0; 256]), Box::new([0; 256])]))
    }

    fn count(&mut self, codes: &[u8], rows: &[u32], step: u32) {
        let [even, odd] = &mut self.0;
        let (pairs, last) = rows.as_chunks::<2>();
        for [first, second] in pairs {
            let (first, second) = (usize::from(codes[*first as usize]), usize::from(codes[*second as usize]));
            even[first] = even[first].wrapping_add(step);
            odd[second] = odd[second].wrapping_add(step);
        }
        for row in last {
            let code = usize::from(codes[*row as usize]);
            even[code] = even[code].wrapping_add(step);
        }
    }

    fn add_to(self, counts: &mut [u32]) {
        for bank in self.0 {
            counts.iter_mut().zip(*bank).for_each(|(count, change)| *count = count.wrapping_add(change));
        }
    }
}

/// The numbers of up to a block's rows.
struct RowNumbers {
    numbers: Box<[u32; BLOCK * 64]>,
    length: usize,
}

impl RowNumbers {
    fn new() -> Self {
        Self { numbers: Box::new([0; BLOCK * 64]), length: 0 }
    }

    fn rows(&self) -> &[u32] {
        &self.numbers[..self.length.min(BLOCK * 64)]
    }

    /// Adds the rows whose bits are set; `first` is the row of the lowest bit.
    fn add(&mut self, first: u32, mut word: u64) {
        while word != 0 {
            self.numbers[self.length % (BLOCK * 64)] = first + word.trailing_zeros();
            self.length += 1;
            word &= word - 1;
        }
    }
}

/// Adds `step` (1, or its negative in wrapping arithmetic) for each of `rows`.
fn count(by: CountedBy<'_>, rows: &[u32], counts: &mut [u32], step: u32) {
    match by.codes {
        CodeColumn::Bytes(codes) => count_in(codes, by.classes, rows, counts, step),
        CodeColumn::Pairs(codes) => count_in(codes, by.classes, rows, counts, step),
        CodeColumn::Words(codes) => count_in(codes, by.classes, rows, counts, step),
    }
}

fn count_in<T: Copy + Into<u32>>(codes: &[T], classes: Option<(&[u16], usize)>, rows: &[u32], counts: &mut [u32], step: u32) {
    let mut add = |cell: usize| {
        if let Some(count) = counts.get_mut(cell) {
            *count = count.wrapping_add(step);
        }
    };
    match classes {
        None => rows.iter().for_each(|row| add(codes[*row as usize].into() as usize)),
        Some((class, classes)) => {
            rows.iter().for_each(|row| add(codes[*row as usize].into() as usize * classes + usize::from(class[*row as usize])));
        }
    }
}
