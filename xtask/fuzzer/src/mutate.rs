//! How a whole file is damaged. The same seed and number give the same damage on every machine.

use jianyi_generator::Random;

/// An input is rarely longer than this, so that most are read in a moment.
const USUAL: usize = 6_000;
/// A stretched input is about this long: what grows faster than its input shows here.
const STRETCHED: usize = 40_000;

/// What breaks readers of any format.
const COMMON: &[&str] = &[
    "\0",
    "\u{feff}",
    "\r\n",
    "\n",
    "\t",
    "　",
    "\u{200b}",
    "\u{202e}",
    "\u{2066}",
    "é",
    "e\u{301}",
    "🎉",
    "𠮷",
    "\u{fffd}",
    "-1",
    "0",
    "00",
    "1e999",
    "-0",
    "NaN",
    "18446744073709551616",
    "9007199254740993",
    "2024-02-30",
    "0000-00-00",
    "9999-12-31",
    "-9999-01-01",
    "2024年2月30日",
    "二〇二四年十三月",
    "１２３",
    "%",
    "100%",
    "1.005%",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "{",
    "}",
    "[",
    "]",
    "[[[[[[[[[[[[[[[[",
    "{\"a\":{\"a\":{\"a\":",
    ",",
    ":",
    ";",
    "null",
    "true",
    "=1+1",
    "<",
    ">",
    "&",
    "&#0;",
    "]]>",
    "<!--",
    "__proto__",
    "（",
    "）",
    "《",
    "》",
    "“",
    "、",
    "。",
    "第",
    "号",
    "件",
    "万",
    "亿",
    "百分之",
];

/// Input `number`: one of `seeds`, damaged by a few strokes that also know `words`.
pub fn mutated(seeds: &[Vec<u8>], words: &[&str], seed: u64, number: u64) -> Vec<u8> {
    let mut random = Random::new(seed, number);
    let Some(first) = one_of(seeds, &mut random) else { return Vec::new() };
    let mut input = first.clone();
    let strokes = 1 + random.below(6);
    for _ in 0..strokes {
        stroke(&mut input, seeds, words, &mut random);
    }
    input.truncate(USUAL);
    if random.chance(3) && !input.is_empty() {
        stretch(&mut input, &mut random);
    }
    input
}

fn stroke(input: &mut Vec<u8>, seeds: &[Vec<u8>], words: &[&str], random: &mut Random) {
    let at = random.below(input.len() as u32 + 1) as usize;
    let longest = if random.chance(700) { 12 } else { 300 };
    let length = 1 + random.below(longest) as usize;
    let end = (at + length).min(input.len());
    match random.below(11) {
        0 => flip(input, at, random),
        1 => drop(input.splice(at..end, [])),
        2 => drop(input.splice(at..end, one(words, random).bytes())),
        3 => drop(input.splice(at..at, one(words, random).bytes())),
        4 => drop(input.splice(at..at, one(COMMON, random).bytes())),
        5 => drop(input.splice(at..end, one(COMMON, random).bytes())),
        6 => {
            let copied = input[at..end].to_vec();
            let to = random.below(input.len() as u32 + 1) as usize;
            drop(input.splice(to..to, copied));
        }
        7 => {
            let copied = input[at..end].repeat(1 + random.below(20) as usize);
            drop(input.splice(at..at, copied));
        }
        8 => {
            let Some(other) = one_of(seeds, random) else { return };
            let from = random.below(other.len() as u32 + 1) as usize;
            let to = (from + length * 4).min(other.len());
            drop(input.splice(at..end, other[from..to].iter().copied()));
        }
        9 => digits(input, at, random),
        _ => input.truncate(at),
    }
}

fn flip(input: &mut [u8], at: usize, random: &mut Random) {
    if let Some(byte) = input.get_mut(at) {
        *byte = if random.chance(500) { *byte ^ (1 << random.below(8)) } else { random.below(256) as u8 };
    }
}

/// Other digits in the next number.
fn digits(input: &mut [u8], at: usize, random: &mut Random) {
    let number = input[at..].iter_mut().skip_while(|byte| !byte.is_ascii_digit()).take_while(|byte| byte.is_ascii_digit());
    number.for_each(|digit| *digit = b'0' + random.below(10) as u8);
}

/// A piece of the input again and again, up to the length at which slowness shows.
fn stretch(input: &mut Vec<u8>, random: &mut Random) {
    let from = random.below(input.len() as u32) as usize;
    let to = (from + 1 + random.below(200) as usize).min(input.len());
    let piece = input[from..to].to_vec();
    let times = STRETCHED / piece.len();
    drop(input.splice(to..to, piece.repeat(times)));
}

fn one<'w>(words: &[&'w str], random: &mut Random) -> &'w str {
    words.get(random.below(words.len() as u32) as usize).copied().unwrap_or_default()
}

fn one_of<'s>(seeds: &'s [Vec<u8>], random: &mut Random) -> Option<&'s Vec<u8>> {
    seeds.get(random.below(seeds.len() as u32) as usize)
}
