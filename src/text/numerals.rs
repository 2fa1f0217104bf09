//! Numbers as Chinese offices write them: 37, ３７, 1.2万, 三十七, 二〇二四, 六十二点五.

use super::span::Span;

/// A number that stands in a text, with its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numeral {
    /// The digits without the decimal point: `mantissa` ÷ 10^`decimals` is the number.
    pub mantissa: u64,
    /// How many of the digits stand after the decimal point, as printed; `62.50` has two.
    pub decimals: u8,
    /// How it is written.
    pub script: Script,
    /// Its words, without a unit but with 万 and 亿.
    pub span: Span,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// 37, ３７, 1,103, 1.2万.
    Arabic,
    /// 三十七, 一百零五, 两千: with places named.
    Chinese,
    /// 二〇二四, 一九: digit after digit.
    ChineseDigits,
}

impl Numeral {
    /// The number, where it is whole.
    pub fn whole(&self) -> Option<u64> {
        let scale = 10u64.checked_pow(u32::from(self.decimals))?;
        self.mantissa.is_multiple_of(scale).then(|| self.mantissa / scale)
    }
}

/// The number that begins at byte `at` of `text`; `None` where none does, or where it does not fit 64 bits.
pub fn numeral_at(text: &str, at: usize) -> Option<Numeral> {
    let rest = text.get(at..)?;
    match rest.chars().next()? {
        first if arabic_digit(first).is_some() => arabic(rest, at),
        first if is_chinese_numeral(first) => chinese(rest, at),
        _ => None,
    }
}

/// The whole number that `text` is, without anything before or after it but white space.
pub fn whole_number(text: &str) -> Option<u64> {
    let text = text.trim();
    let numeral = numeral_at(text, 0)?;
    if numeral.span.end == text.len() { numeral.whole() } else { None }
}

/// All numbers of `text` in reading order; a Chinese numeral within a word (统一, 万一) is one of them, so judge by what follows.
pub fn numerals(text: &str) -> Vec<Numeral> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.chars().next()) {
        match numeral_at(text, at) {
            Some(numeral) => {
                at = numeral.span.end.max(at + next.len_utf8());
                found.push(numeral);
            }
            None => at += next.len_utf8(),
        }
    }
    found
}

/// The value of an Arabic digit, half- or full-width.
pub fn arabic_digit(character: char) -> Option<u64> {
    match character {
        '0'..='9' => Some(u64::from(character) - u64::from('0')),
        '０'..='９' => Some(u64::from(character) - u64::from('０')),
        _ => None,
    }
}

/// The value of a Chinese digit, also in the formal forms 壹贰叁 and with the look-alikes ○ and Ｏ for 〇.
pub fn chinese_digit(character: char) -> Option<u64> {
    Some(match character {
        '〇' | '零' | '○' | 'Ｏ' | '◯' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '兩' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Whether `character` can stand in a Chinese numeral.
pub fn is_chinese_numeral(character: char) -> bool {
    chinese_digit(character).is_some() || place(character).is_some() || matches!(character, '廿' | '卅' | '万' | '亿')
}

fn place(character: char) -> Option<u64> {
    Some(match character {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

fn arabic(rest: &str, at: usize) -> Option<Numeral> {
    let mut mantissa: u64 = 0;
    let mut decimals: u8 = 0;
    let mut after_point = false;
    let mut length = 0;
    let mut characters = rest.char_indices().peekable();
    while let Some((place, character)) = characters.next() {
        if let Some(digit) = arabic_digit(character) {
            mantissa = mantissa.checked_mul(10)?.checked_add(digit)?;
            decimals = decimals.checked_add(u8::from(after_point))?;
            length = place + character.len_utf8();
            continue;
        }
        let next_is_digit = characters.peek().is_some_and(|(_, next)| arabic_digit(*next).is_some());
        match character {
            '.' | '．' if !after_point && next_is_digit => after_point = true,
            ',' if !after_point && groups_thousands(rest, place) => {}
            _ => break,
        }
    }
    let (factor, unit_length) = large_unit(rest.get(length..)?);
    let numeral = Numeral { mantissa, decimals, script: Script::Arabic, span: Span::new(at, at + length + unit_length) };
    times(numeral, factor)
}

/// Whether the comma at `comma` separates thousands: one to three digits before it, exactly three after it.
fn groups_thousands(rest: &str, comma: usize) -> bool {
    let digits = |bytes: &mut dyn Iterator<Item = &u8>| bytes.take_while(|byte| byte.is_ascii_digit()).count();
    let before = digits(&mut rest.as_bytes()[..comma].iter().rev());
    let after = digits(&mut rest.as_bytes()[comma + 1..].iter());
    (1..=3).contains(&before) && after == 3
}

/// 万, 亿 or 万亿 right after a number, and its length; 万 of a name (万元 is fine) is not told apart.
fn large_unit(rest: &str) -> (u64, usize) {
    let ten_thousand = '万'.len_utf8();
    if rest.starts_with("万亿") {
        (1_000_000_000_000, 2 * ten_thousand)
    } else if rest.starts_with('亿') {
        (100_000_000, ten_thousand)
    } else if rest.starts_with('万') {
        (10_000, ten_thousand)
    } else {
        (1, 0)
    }
}

/// `numeral` × `factor`, keeping only as many decimals as remain.
fn times(numeral: Numeral, factor: u64) -> Option<Numeral> {
    let mut factor = factor;
    let mut decimals = numeral.decimals;
    while decimals > 0 && factor >= 10 {
        factor /= 10;
        decimals -= 1;
    }
    Some(Numeral { mantissa: numeral.mantissa.checked_mul(factor)?, decimals, ..numeral })
}

fn chinese(rest: &str, at: usize) -> Option<Numeral> {
    // no number of 64 bits needs more words; a longer run is not walked again from each of its places
    const MOST_WORDS: usize = 64;
    let mut ends = rest.char_indices().take(MOST_WORDS + 1).skip_while(|(_, character)| is_chinese_numeral(*character));
    let words: &str = match ends.next() {
        Some((end, _)) => rest.get(..end)?,
        None if rest.chars().nth(MOST_WORDS).is_some() => return None,
        None => rest,
    };
    let named_places = words.chars().any(|character| chinese_digit(character).is_none());
    let (whole, script) = if named_places {
        (with_places(words)?, Script::Chinese)
    } else {
        let mut digits = words.chars().filter_map(chinese_digit);
        let value = digits.try_fold(0u64, |value, digit| value.checked_mul(10)?.checked_add(digit))?;
        let script = if words.chars().nth(1).is_some() { Script::ChineseDigits } else { Script::Chinese };
        (value, script)
    };
    let (mantissa, decimals, fraction_length) = chinese_fraction(rest.get(words.len()..)?, whole)?;
    Some(Numeral { mantissa, decimals, script, span: Span::new(at, at + words.len() + fraction_length) })
}

/// 点五 after a whole number: the digits joined, how many, and their length in bytes.
fn chinese_fraction(rest: &str, whole: u64) -> Option<(u64, u8, usize)> {
    let Some(digits) = rest.strip_prefix('点') else { return Some((whole, 0, 0)) };
    let mut mantissa = whole;
    let mut decimals = 0u8;
    let mut length = 0;
    for character in digits.chars() {
        let Some(digit) = chinese_digit(character) else { break };
        mantissa = mantissa.checked_mul(10)?.checked_add(digit)?;
        decimals = decimals.checked_add(1)?;
        length += character.len_utf8();
    }
    Some(if decimals == 0 { (whole, 0, 0) } else { (mantissa, decimals, length + '点'.len_utf8()) })
}

/// 一百零五, 三万五千, 二十, 廿五, 一百五 (= 150).
fn with_places(words: &str) -> Option<u64> {
    let mut total: u64 = 0; // 亿 and 万 groups that are complete
    let mut group: u64 = 0; // below 10 000
    let mut digit: Option<u64> = None;
    let mut last_place: u64 = 1;
    let mut zero_before = false;
    for character in words.chars() {
        if let Some(value) = chinese_digit(character) {
            zero_before |= value == 0;
            digit = Some(digit.unwrap_or(0).checked_mul(10)?.checked_add(value)?);
        } else if let Some(value) = place(character) {
            group = group.checked_add(digit.take().filter(|digit| *digit > 0).unwrap_or(1).checked_mul(value)?)?;
            last_place = value;
            zero_before = false;
        } else if let Some(value) = tens(character) {
            group = group.checked_add(value)?;
            last_place = 10;
        } else {
            let factor = if character == '万' { 10_000 } else { 100_000_000 };
            let below = group.checked_add(digit.take().unwrap_or(0))?;
            let below = if below == 0 && total == 0 { 1 } else { below };
            let after_hundred_millions = factor == 10_000 && total >= 100_000_000;
            total = if after_hundred_millions {
                total.checked_add(below.checked_mul(factor)?)?
            } else {
                total.checked_add(below)?.checked_mul(factor)?
            };
            group = 0;
            last_place = factor;
        }
    }
    let tail = digit.unwrap_or(0);
    let shortened = tail > 0 && tail < 10 && !zero_before && last_place >= 100;
    let tail = if shortened { tail.checked_mul(last_place / 10)? } else { tail };
    total.checked_add(group)?.checked_add(tail)
}

fn tens(character: char) -> Option<u64> {
    match character {
        '廿' => Some(20),
        '卅' => Some(30),
        _ => None,
    }
}
