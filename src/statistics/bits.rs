//! A bit per row, 64 rows to a word.

/// A set of rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// No row of `rows`.
    pub fn none(rows: usize) -> Self {
        Self { words: vec![0; rows.div_ceil(64)] }
    }

    /// All rows of `rows`.
    pub fn all(rows: usize) -> Self {
        let mut words = vec![u64::MAX; rows.div_ceil(64)];
        if let (Some(last), 1..) = (words.last_mut(), rows % 64) {
            *last = (1 << (rows % 64)) - 1;
        }
        Self { words }
    }

    /// The rows of `rows` for which `holds` is true.
    pub fn of(rows: usize, holds: impl Fn(usize) -> bool) -> Self {
        let mut bits = Self::none(rows);
        for (at, word) in bits.words.iter_mut().enumerate() {
            let first = at * 64;
            let last = rows.min(first + 64);
            *word = (first..last).fold(0, |word, row| word | u64::from(holds(row)) << (row - first));
        }
        bits
    }

    /// The words, first row in the lowest bit of the first.
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// The same, to write.
    pub fn words_mut(&mut self) -> &mut [u64] {
        &mut self.words
    }

    /// Whether `row` is in the set.
    pub fn has(&self, row: usize) -> bool {
        self.words.get(row / 64).is_some_and(|word| word >> (row % 64) & 1 == 1)
    }

    /// How many rows are in the set.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// How many of its rows are also in `other`.
    pub fn count_in(&self, other: &Self) -> u32 {
        self.words.iter().zip(&other.words).map(|(word, other)| (word & other).count_ones()).sum()
    }

    /// The rows in the set, ascending.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.words.iter().enumerate().flat_map(|(at, word)| ones(*word).map(move |bit| at * 64 + bit))
    }

    /// Keeps the first row of each run only; `starts` has the first row of every run.
    ///
    /// A row is not the first where the row before it is in its run and in the set, or has such a row before it. That
    /// is how a carry travels in an addition, so one addition decides 64 rows.
    pub fn keep_first_of_runs(&mut self, starts: &Bits) {
        let mut carry = false;
        for at in 0..self.words.len() {
            let word = self.words[at];
            let next_start = starts.words.get(at + 1).map_or(1, |next| next & 1);
            let goes_on = !(starts.words[at] >> 1 | next_start << 63);
            let raised = word & goes_on;
            let (sum, over) = goes_on.overflowing_add(raised);
            let (sum, over_again) = sum.overflowing_add(u64::from(carry));
            let has_one_before = sum ^ goes_on ^ raised;
            self.words[at] = word & !has_one_before;
            carry = over || over_again;
        }
    }
}

/// The places of the ones in `word`, ascending.
pub(super) fn ones(mut word: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let bit = (word != 0).then(|| word.trailing_zeros() as usize)?;
        word &= word - 1;
        Some(bit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_each_run_is_kept_across_words() {
        let lengths = [1_usize, 3, 70, 2, 1, 1, 140, 5, 64, 64, 1];
        let rows: usize = lengths.iter().sum();
        let mut run_of = Vec::new();
        lengths.iter().enumerate().for_each(|(run, length)| run_of.extend(std::iter::repeat_n(run, *length)));
        let starts = Bits::of(rows, |row| row == 0 || run_of[row] != run_of[row - 1]);
        for salt in 0..50_usize {
            let in_set = |row: usize| row.wrapping_mul(2_654_435_761).wrapping_add(salt * 40_503) >> 3 & 7 < salt % 8;
            let mut bits = Bits::of(rows, in_set);
            bits.keep_first_of_runs(&starts);
            let expected =
                Bits::of(rows, |row| in_set(row) && !(0..row).any(|earlier| run_of[earlier] == run_of[row] && in_set(earlier)));
            assert_eq!(bits, expected, "salt {salt}");
        }
    }
}
