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
            vectors::bytes_outside(codes, first as u8, last.min(255) as u8, words);
        }
        (CodeColumn::Bytes(codes), _) => {
            vectors::bytes_in(codes, &std::array::from_fn(|code| !allowed.has(code as u32)), words);
        }
        (CodeColumn::Pairs(codes), Some((first, last))) => match (u16::try_from(first), u16::try_from(last)) {
            (Ok(first), Ok(last)) => vectors::pairs_outside(codes, first, last, words),
            _ => fill(codes, words, |code| !allowed.has(u32::from(code))),
        },
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
mod vectors {
    use super::fill;

    pub fn bytes_outside(codes: &[u8], first: u8, last: u8, words: &mut [u64]) {
        fill(codes, words, |code| code.wrapping_sub(first) > last - first);
    }

    pub fn pairs_outside(codes: &[u16], first: u16, last: u16, words: &mut [u64]) {
        fill(codes, words, |code| code.wrapping_sub(first) > last - first);
    }

    pub fn bytes_in(codes: &[u8], set: &[bool; 256], words: &mut [u64]) {
        fill(codes, words, |code| set[usize::from(code)]);
    }
}

#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
mod vectors {
    use core::arch::wasm32::{
        i8x16_narrow_i16x8, i8x16_ne, i8x16_swizzle, u8x16_bitmask, u8x16_gt, u8x16_shr, u8x16_splat, u8x16_sub, u16x8_gt,
        u16x8_splat, u16x8_sub, v128, v128_and, v128_load, v128_or,
    };

    pub fn bytes_outside(codes: &[u8], first: u8, last: u8, words: &mut [u64]) {
        let (first_of_16, width_of_16) = (u8x16_splat(first), u8x16_splat(last - first));
        let outside = |codes: &[u8; 16]| u8x16_gt(u8x16_sub(load(codes), first_of_16), width_of_16);
        fill(codes, words, outside, |code| code.wrapping_sub(first) > last - first);
    }

    pub fn pairs_outside(codes: &[u16], first: u16, last: u16, words: &mut [u64]) {
        let (first_of_8, width_of_8) = (u16x8_splat(first), u16x8_splat(last - first));
        let outside = |codes: &[u16; 16]| {
            let (low, high) = load_pairs(codes);
            let [low, high] = [low, high].map(|codes| u16x8_gt(u16x8_sub(codes, first_of_8), width_of_8));
            i8x16_narrow_i16x8(low, high)
        };
        fill(codes, words, outside, |code| code.wrapping_sub(first) > last - first);
    }

    /// A set of bytes as two tables by the lower half of the byte, each with a bit per upper half (Mula 2018).
    pub fn bytes_in(codes: &[u8], set: &[bool; 256], words: &mut [u64]) {
        let bits = |upper: std::ops::Range<usize>| -> [u8; 16] {
            std::array::from_fn(|lower| {
                upper.clone().filter(|upper| set[upper * 16 + lower]).fold(0, |bits, upper| bits | 1 << (upper % 8))
            })
        };
        let bit_of = |of: std::ops::Range<usize>| -> [u8; 16] {
            std::array::from_fn(|upper| if of.contains(&upper) { 1 << (upper % 8) } else { 0 })
        };
        let [low_bits, high_bits, low_bit, high_bit] =
            [bits(0..8), bits(8..16), bit_of(0..8), bit_of(8..16)].map(|table| load(&table));
        let (lower_half, zero) = (u8x16_splat(15), u8x16_splat(0));
        let is_in = |codes: &[u8; 16]| {
            let codes = load(codes);
            let (lower, upper) = (v128_and(codes, lower_half), u8x16_shr(codes, 4));
            let low = v128_and(i8x16_swizzle(low_bits, lower), i8x16_swizzle(low_bit, upper));
            let high = v128_and(i8x16_swizzle(high_bits, lower), i8x16_swizzle(high_bit, upper));
            i8x16_ne(v128_or(low, high), zero)
        };
        fill(codes, words, is_in, |code| set[usize::from(code)]);
    }

    fn fill<T: Copy>(codes: &[T], words: &mut [u64], sixteen: impl Fn(&[T; 16]) -> v128, one: impl Fn(T) -> bool) {
        let (of_16, rest) = codes.as_chunks::<16>();
        let (of_64, rest_of_16) = of_16.as_chunks::<4>();
        for (word, [a, b, c, d]) in words.iter_mut().zip(of_64) {
            let [a, b, c, d] = [a, b, c, d].map(|codes| u64::from(u8x16_bitmask(sixteen(codes))));
            *word = a | b << 16 | c << 32 | d << 48;
        }
        let done = of_64.len() * 64;
        debug_assert_eq!(done + rest_of_16.len() * 16 + rest.len(), codes.len());
        super::fill(&codes[done..], &mut words[of_64.len()..], one);
    }

    fn load(codes: &[u8; 16]) -> v128 {
        // SAFETY: the reference is to 16 bytes, and the load needs no alignment.
        unsafe { v128_load(codes.as_ptr().cast()) }
    }

    fn load_pairs(codes: &[u16; 16]) -> (v128, v128) {
        let codes = codes.as_ptr().cast::<v128>();
        // SAFETY: the reference is to 32 bytes, and the loads need no alignment.
        unsafe { (v128_load(codes), v128_load(codes.add(1))) }
    }
}
