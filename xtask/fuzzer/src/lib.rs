//! Feeds damaged files and texts to everything that reads.
//!
//! `target` what is fed · `seeds` the whole files that are damaged · `mutate` how · `judge` runs one input and says what it
//! broke · `memory` what it took. Input `number` of a target under a seed is the same on every machine, so that a find can
//! be made again from three words.

pub mod judge;
pub mod memory;
pub mod mutate;
pub mod seeds;
pub mod target;

use judge::Verdict;
use target::Target;

/// Input `number` of `target` under `seed`.
pub fn input(target: &Target, seeds: &[Vec<u8>], seed: u64, number: u64) -> Vec<u8> {
    mutate::mutated(seeds, target.words, seed, number)
}

/// Runs input `number` and says what it broke, if anything.
pub fn attempt(target: &Target, seeds: &[Vec<u8>], seed: u64, number: u64) -> (Vec<u8>, Verdict) {
    let input = input(target, seeds, seed, number);
    let verdict = judge::judge(target, &input);
    (input, verdict)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use std::fs;

    use super::*;
    use judge::judge;
    use target::TARGETS;

    #[test]
    fn the_whole_files_are_read() {
        for target in TARGETS {
            let seeds = (target.seeds)();
            assert!(!seeds.is_empty(), "{target:?} has nothing to damage");
            seeds.iter().for_each(|seed| assert_ne!(judge(target, seed), Verdict::Panicked, "{target:?}"));
        }
    }

    #[test]
    fn a_damaged_file_is_read_or_refused() {
        for target in TARGETS {
            let seeds = (target.seeds)();
            for number in 0..60 {
                let (_, verdict) = attempt(target, &seeds, 7, number);
                assert_ne!(verdict, Verdict::Panicked, "{target:?} --seed 7 --case {number}");
            }
        }
    }

    #[test]
    fn what_once_broke_a_reader_is_read_or_refused() {
        let found = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/fuzz")).unwrap();
        let mut tried = 0;
        for path in found.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|own| own == "bin")) {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let target = TARGETS.iter().find(|target| name.starts_with(target.name)).unwrap();
            assert_ne!(judge(target, &fs::read(&path).unwrap()), Verdict::Panicked, "{name}");
            tried += 1;
        }
        assert!(tried > 0, "no file in tests/fixtures/fuzz");
    }

    #[test]
    fn the_same_seed_and_number_give_the_same_input() {
        let target = &TARGETS[0];
        let seeds = (target.seeds)();
        assert_eq!(input(target, &seeds, 3, 41), input(target, &seeds, 3, 41));
        assert_ne!(input(target, &seeds, 3, 41), input(target, &seeds, 3, 42));
    }
}
