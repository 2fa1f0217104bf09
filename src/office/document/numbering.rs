//! Numbers that the word processor reckons itself (一、（一）1.): in the file they stand nowhere as text.

use std::collections::{HashMap, HashSet};

use quick_xml::Reader;
use quick_xml::events::Event;

use super::package::attribute;

/// Levels of a list.
const LEVELS: usize = 9;
/// A list that begins higher has a damaged start.
const HIGHEST: u32 = 30_000;

/// The lists of a document, and how far each was counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<String, List>,
    kinds: HashMap<String, [Level; LEVELS]>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
    begun: HashSet<String>,
}

#[derive(Debug, Default)]
struct List {
    kind: String,
    starts: HashMap<usize, u32>,
}

#[derive(Debug, Clone, Default)]
struct Level {
    format: String,
    text: String,
    start: u32,
}

impl Numbering {
    /// Reads `numbering.xml`; what can't be read is left out.
    pub fn read(text: &str) -> Self {
        let mut numbering = Self::default();
        let mut reader = Reader::from_str(text);
        let (mut kind, mut list, mut level) = (None::<String>, None::<String>, 0_usize);
        while let Ok(event) = reader.read_event() {
            let tag = match event {
                Event::Start(tag) | Event::Empty(tag) => tag,
                Event::End(tag) => {
                    match tag.local_name().as_ref() {
                        b"abstractNum" => kind = None,
                        b"num" => list = None,
                        _ => {}
                    }
                    continue;
                }
                Event::Eof => break,
                _ => continue,
            };
            let value = attribute(&tag, "val");
            match tag.local_name().as_ref() {
                b"abstractNum" => kind = attribute(&tag, "abstractNumId"),
                b"num" => list = attribute(&tag, "numId"),
                b"lvl" | b"lvlOverride" => {
                    level = attribute(&tag, "ilvl").and_then(|level| level.parse().ok()).unwrap_or(LEVELS);
                }
                b"abstractNumId" => {
                    if let Some(list) = &list {
                        numbering.lists.entry(list.clone()).or_default().kind = value.unwrap_or_default();
                    }
                }
                b"startOverride" => {
                    if let (Some(list), Some(start)) = (&list, number(value)) {
                        numbering.lists.entry(list.clone()).or_default().starts.insert(level, start);
                    }
                }
                name => numbering.set(kind.as_ref(), level, name, value),
            }
        }
        numbering
    }

    fn set(&mut self, kind: Option<&String>, level: usize, name: &[u8], value: Option<String>) {
        let Some(level) = kind.and_then(|kind| self.kinds.entry(kind.clone()).or_default().get_mut(level)) else { return };
        match name {
            b"numFmt" => level.format = value.unwrap_or_default(),
            b"lvlText" => level.text = value.unwrap_or_default(),
            b"start" => level.start = number(value).unwrap_or(1),
            _ => {}
        }
    }

    /// Counts one paragraph of a list on: the words before it, empty for bullets.
    pub fn next(&mut self, list: &str, level: usize) -> String {
        let Some(List { kind, starts }) = self.lists.get(list) else { return String::new() };
        let Some(levels) = self.kinds.get(kind) else { return String::new() };
        let Some(own) = levels.get(level) else { return String::new() };
        let counters = self.counters.entry(kind.clone()).or_default();
        if self.begun.insert(list.to_owned()) {
            for (level, start) in starts {
                if let Some(counter) = counters.get_mut(*level) {
                    *counter = start.checked_sub(1);
                }
            }
        }
        counters[level] = Some(counters[level].map_or(own.start, |count| count.saturating_add(1)));
        counters[level + 1..].fill(None);
        if matches!(own.format.as_str(), "bullet" | "none") {
            return String::new();
        }
        let mut words = own.text.clone();
        for (place, level) in levels.iter().enumerate() {
            let count = counters[place].unwrap_or(level.start);
            words = words.replace(&format!("%{}", place + 1), &formatted(count, &level.format));
        }
        // Chinese numbering has its mark (、．）) at its end; only a bare number needs to be parted from what follows.
        if words.ends_with(|last: char| last.is_ascii_alphanumeric()) {
            words.push(' ');
        }
        words
    }
}

fn number(value: Option<String>) -> Option<u32> {
    value?.parse().ok().filter(|number| *number <= HIGHEST)
}

/// A count as its format prints it (ECMA-376 part 1, 17.18.59); unknown formats in Arabic digits.
fn formatted(count: u32, format: &str) -> String {
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "ideographTraditional" => chinese(count),
        "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => count
            .to_string()
            .chars()
            .filter_map(|digit| "〇一二三四五六七八九".chars().nth(digit.to_digit(10)? as usize))
            .collect(),
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => chinese(count).chars().map(legal).collect(),
        "decimalFullWidth" | "decimalFullWidth2" => count
            .to_string()
            .chars()
            .filter_map(|digit| "０１２３４５６７８９".chars().nth(digit.to_digit(10)? as usize))
            .collect(),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => (1..=20)
            .contains(&count)
            .then(|| char::from_u32(0x2460 + count - 1))
            .flatten()
            .map_or_else(|| count.to_string(), String::from),
        "decimalZero" => format!("{count:02}"),
        "upperLetter" => letters(count, b'A'),
        "lowerLetter" => letters(count, b'a'),
        "upperRoman" => roman(count),
        "lowerRoman" => roman(count).to_lowercase(),
        _ => count.to_string(),
    }
}

/// 一, 十一, 二十, 一百零五; up to 99 999.
fn chinese(count: u32) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    if count == 0 || count > 99_999 {
        return if count == 0 { "零".to_owned() } else { count.to_string() };
    }
    let mut words = String::new();
    let mut skipped = false;
    for (unit, mark) in [(10_000, "万"), (1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = count / unit % 10;
        if digit == 0 {
            skipped = !words.is_empty();
            continue;
        }
        if skipped {
            words.push('零');
        }
        skipped = false;
        if !(unit == 10 && digit == 1 && words.is_empty()) {
            words.push(DIGITS[digit as usize]);
        }
        words.push_str(mark);
    }
    words
}

fn legal(digit: char) -> char {
    let place = "一二三四五六七八九十百千".chars().position(|one| one == digit);
    place.and_then(|place| "壹贰叁肆伍陆柒捌玖拾佰仟".chars().nth(place)).unwrap_or(digit)
}

/// A, B … Z, AA, BB, as word processors count.
fn letters(count: u32, first: u8) -> String {
    let Some(before) = count.checked_sub(1) else { return String::new() };
    let letter = char::from(first + (before % 26) as u8);
    std::iter::repeat_n(letter, (before / 26 + 1).min(20) as usize).collect()
}

fn roman(mut count: u32) -> String {
    if count > 3_999 {
        return count.to_string();
    }
    const VALUES: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut words = String::new();
    for (value, mark) in VALUES {
        while count >= value {
            words.push_str(mark);
            count -= value;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{chinese, formatted};

    #[test]
    fn counts_as_a_chinese_document_does() {
        let counted: Vec<String> = [1, 10, 11, 20, 21, 100, 105, 110, 1_001].map(chinese).to_vec();
        assert_eq!(counted, ["一", "十", "十一", "二十", "二十一", "一百", "一百零五", "一百一十", "一千零一"]);
        assert_eq!(formatted(12, "chineseLegalSimplified"), "拾贰");
        assert_eq!(formatted(3, "decimalEnclosedCircle"), "③");
        assert_eq!(formatted(27, "lowerLetter"), "aa");
    }
}
