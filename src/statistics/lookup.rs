//! From a column of codes and the codes that a condition allows to a bit per row: the only loop that a filter's change
//! runs over all rows, so the one that is written for vectors of 16 bytes where the module is built with `simd128`.

use super::bits::Bits;
use super::codes::CodeColumn;

/// The codes that a condition allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Allowed {
    codes: Vec<bool>,
    /// The first and last allowed code, where all between them are allowed too.
    run: Option<(u32, u32)>,
}

impl Allowed {
    /// The codes at whose place `codes` is true; codes beyond its end are not allowed.
    pub fn new(codes: Vec<bool>) -> Self {
        let first = codes.iter().position(|allowed| *allowed);
        let last = codes.iter().rposition(|allowed| *allowed);
        let run = match (first, last) {
            (Some(first), Some(last)) if codes[first..=last].iter().all(|allowed| *allowed) => Some((first as u32, last as u32)),
            _ => None,
        };
        Self { codes, run }
    }

    /// Whether it allows `code`.
    pub fn has(&self, code: u32) -> bool {
        self.codes.get(code as usize).copied().unwrap_or(false)
    }
}

/// The rows of `column` whose code is not allowed.
pub(super) fn failing(column: &CodeColumn, allowed: &Allowed) -> Bits {
    let mut fails = Bits::none(column.len());
    let words = fails.words_mut();
    match (column, allowed.run) {
        (CodeColumn::Bytes(codes), Some((first, last))) if first < 256 => {
            bytes::outside(codes, first as u8, last.min(255) as u8, words);
        }
        (CodeColumn::Bytes(codes), _) => {
            let mut fails = [0_u8; 256];
            fails.iter_mut().enumerate().for_each(|(code, fails)| *fails = if allowed.has(code as u32) { 0 } else { 0xFF });
            bytes::looked_up(codes, &fails, words);
        }
        (CodeColumn::Pairs(codes), Some((first, last))) => {
            fill(codes, words, |code| u32::from(code).wrapping_sub(first) > last - first);
        }
        (CodeColumn::Pairs(codes), None) => fill(codes, words, |code| !allowed.has(u32::from(code))),
        (CodeColumn::Words(codes), Some((first, last))) => fill(codes, words, |code| code.wrapping_sub(first) > last - first),
        (CodeColumn::Words(codes), None) => fill(codes, words, |code| !allowed.has(code)),
    }
    fails
}

fn fill<T: Copy>(codes: &[T], words: &mut [u64], fails: impl Fn(T) -> bool) {
    for (word, codes) in words.iter_mut().zip(codes.chunks(64)) {
        *word = codes.iter().rev().fold(0, |word, code| word << 1 | u64::from(fails(*code)));
    }
}

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod bytes {
    pub fn outside(codes: &[u8], first: u8, last: u8, words: &mut [u64]) {
        super::fill(codes, words, |code| code.wrapping_sub(first) > last - first);
    }

    pub fn looked_up(codes: &[u8], fails: &[u8; 256], words: &mut [u64]) {
        super::fill(codes, words, |code| fails[usize::from(code)] != 0);
    }
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod bytes {
    use core::arch::wasm32::{
        i8x16_swizzle, u8x16_bitmask, u8x16_gt, u8x16_splat, u8x16_sub, v128, v128_any_true, v128_load, v128_or,
    };

    pub fn outside(codes: &[u8], first: u8, last: u8, words: &mut [u64]) {
        let (first_of_16, width_of_16) = (u8x16_splat(first), u8x16_splat(last - first));
        fill(
            codes,
            words,
            |codes| u8x16_gt(u8x16_sub(codes, first_of_16), width_of_16),
            |code| code.wrapping_sub(first) > last - first,
        );
    }

    pub fn looked_up(codes: &[u8], fails: &[u8; 256], words: &mut [u64]) {
        // Sixteen codes at a time are looked up in a table of sixteen; those outside of it give 0.
        let tables: Vec<(v128, v128)> = fails
            .chunks_exact(16)
            .enumerate()
            .map(|(at, table)| (u8x16_splat(at as u8 * 16), load(table)))
            .filter(|(_, table)| v128_any_true(*table))
            .collect();
        let look_up = |codes: v128| {
            tables
                .iter()
                .fold(u8x16_splat(0), |found, (first, table)| v128_or(found, i8x16_swizzle(*table, u8x16_sub(codes, *first))))
        };
        fill(codes, words, look_up, |code| fails[usize::from(code)] != 0);
    }

    fn fill(codes: &[u8], words: &mut [u64], sixteen: impl Fn(v128) -> v128, one: impl Fn(u8) -> bool) {
        let whole = codes.len() / 64;
        for (word, codes) in words.iter_mut().zip(codes.chunks_exact(64)) {
            *word =
                codes.chunks_exact(16).rev().fold(0, |word, codes| word << 16 | u64::from(u8x16_bitmask(sixteen(load(codes)))));
        }
        super::fill(&codes[whole * 64..], &mut words[whole..], one);
    }

    fn load(codes: &[u8]) -> v128 {
        let codes: &[u8; 16] = codes.first_chunk().unwrap_or(&[0; 16]);
        // SAFETY: the reference is to 16 bytes, and the load needs no alignment.
        unsafe { v128_load(codes.as_ptr().cast()) }
    }
}
