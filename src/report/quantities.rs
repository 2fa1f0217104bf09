//! Finds the numbers of a text that count or measure, and tells them from dates, document numbers, phones, money and the like.

use super::page::Page;
use crate::text::numerals::{Numeral, Script, is_chinese_numeral, numeral_at};
use crate::text::short::holds;

/// What a quantity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    Count,
    Percent,
    /// Percentage points: the difference of two shares.
    Points,
}

/// How exact a figure is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precision {
    /// No word beside it.
    Exact,
    /// 约, 左右.
    About,
    /// 近, 接近, 不到: a little less than printed.
    Nearly,
    /// 余, 超过, 以上: printed or more.
    AtLeast,
}

/// A number with its unit; places are character indexes.
#[derive(Debug, Clone)]
pub(crate) struct Quantity {
    pub measure: Measure,
    pub start: usize,
    pub end: usize,
    pub mantissa: u64,
    pub decimals: u8,
    pub unit: &'static str,
    pub precision: Precision,
    pub qualifier: Option<&'static str>,
    /// A class letter stands right before the digits of a percentage: a count has been swallowed.
    pub after_letter: bool,
}

impl Quantity {
    pub(crate) fn whole(&self) -> u64 {
        self.mantissa / 10u64.saturating_pow(u32::from(self.decimals))
    }
}

/// Digits of which some are lost (U+FFFD); places are character indexes.
#[derive(Debug, Clone)]
pub(crate) struct Gap {
    pub start: usize,
    pub end: usize,
    /// The digits, `None` where one is lost.
    pub digits: Vec<Option<u8>>,
}

/// What scanning a text gives.
#[derive(Debug, Default)]
pub(crate) struct Quantities {
    pub found: Vec<Quantity>,
    pub gaps: Vec<Gap>,
    /// Numbers with a unit or a percent sign that are no figure: ranges, thresholds.
    pub set_aside: Vec<(usize, usize)>,
}

/// All quantities of `page` outside the character ranges `skipped` (sorted).
#[inline(never)]
pub(crate) fn quantities(page: &Page, skipped: &[(usize, usize)]) -> Quantities {
    let mut quantities = Quantities::default();
    let mut skipped = skipped.iter().peekable();
    let mut at = 0;
    while at < page.len() {
        while skipped.peek().is_some_and(|(_, end)| *end <= at) {
            skipped.next();
        }
        if let Some((_, end)) = skipped.peek().filter(|(start, _)| *start <= at) {
            at = *end;
            continue;
        }
        let character = page.at(at);
        at = if character.is_ascii_digit() || character == '\u{FFFD}' {
            arabic(page, at, &mut quantities)
        } else if page.has(at, "百分") {
            percent_in_words(page, at, &mut quantities)
        } else if is_chinese_numeral(character) || character == '半' {
            chinese(page, at, &mut quantities)
        } else {
            at + 1
        };
    }
    quantities
}

const UNITS: &[&str] = &["件次", "人次", "件", "份", "条", "家", "个", "名", "项", "场", "次", "人", "位"];
/// Words that a unit begins but that mean something else.
const NOT_UNITS: &[&str] = &[
    "个月",
    "个工作日",
    "个自然日",
    "个小时",
    "个百分",
    "个“百",
    "个100",
    "个１",
    "个年",
    "个季度",
    "个星期",
    "次会议",
    "次全",
    "次常委",
    "次主席",
    "次主任",
    "次党组",
    "次人民",
    "次代表",
    "人大",
    "人民",
    "人均",
    "人代会",
    "条例",
    "条款",
    "份额",
    "份以来",
    "场所",
    "场馆",
    "个体",
    "家庭",
    "件件",
    "名次",
    "项目",
    "位数",
];

fn arabic(page: &Page, start: usize, quantities: &mut Quantities) -> usize {
    if let Some((gap, end)) = gap(page, start) {
        quantities.gaps.extend(gap);
        return end;
    }
    let Some((numeral, end)) = read(page, start) else { return skip_digits(page, start) };
    if let Some(end) = code_end(page, start, end) {
        return end;
    }
    let previous = page.before(start);
    let after_letter = previous.is_ascii_alphabetic();
    let class_letter = matches!(previous, 'A'..='D') && !page.before(start - 1).is_ascii_alphanumeric();
    let no_quantity = matches!(previous, '第' | '〔' | '[' | '+' | '№' | '#') || page.at(end) == '+';
    if no_quantity || (after_letter && !class_letter) {
        return end;
    }
    let Some(mut quantity) = with_unit(page, &numeral, start, end) else { return end };
    quantity.after_letter = after_letter && quantity.measure == Measure::Percent;
    keep(page, quantity, quantities)
}

fn chinese(page: &Page, start: usize, quantities: &mut Quantities) -> usize {
    if page.before(start) == '第' {
        return skip_chinese(page, start);
    }
    if let Some(end) = half_or_tenths(page, start, quantities) {
        return end;
    }
    let Some((numeral, end)) = read(page, start) else { return start + 1 };
    if numeral.script == Script::ChineseDigits || is_idiom(page, start, end) {
        return end;
    }
    let Some(quantity) = with_unit(page, &numeral, start, end) else { return end };
    if quantity.measure == Measure::Percent {
        return end;
    }
    let small = quantity.whole() < 10;
    if small && !matches!(quantity.unit, "件" | "件次") {
        return quantity.end;
    }
    keep(page, quantity, quantities)
}

/// 一件事, 每一件, 一件一策: words, not counts.
fn is_idiom(page: &Page, start: usize, end: usize) -> bool {
    let one = page.at(start) == '一' && end == start + 1;
    let before = matches!(
        page.before(start),
        '每' | '这' | '那' | '同' | '某' | '任' | '桩' | '件' | '条' | '逐' | '何' | '哪' | '第' | '统' | '专'
    );
    let after = matches!(page.at(end + 1), '一' | '件' | '事' | '策' | '案' | '大' | '小' | '好' | '实');
    one && (before || after)
}

/// 七成, 一半以上.
fn half_or_tenths(page: &Page, start: usize, quantities: &mut Quantities) -> Option<usize> {
    let half = page.first_of(start, &["一半", "半数"]);
    if let Some(half) = half {
        let end = start + half.chars().count();
        let measured = page.first_of(end, &["以上", "以下", "左右"]).is_some()
            || page.last_of(start, &["占", "近", "约", "超过", "占总数的", "占比"]).is_some();
        if measured {
            let quantity = percent(start, end, 50, 0);
            keep(page, quantity, quantities);
        }
        return Some(end);
    }
    if page.at(start) == '半' {
        return Some(start + 1);
    }
    let (numeral, end) = read(page, start)?;
    let tenths = numeral.whole().filter(|value| (1..=10).contains(value) && numeral.decimals == 0)?;
    let word = page
        .first_of(end, &["成立", "成为", "成员", "成果", "成效", "成功", "成熟", "成都", "成本", "成不", "成套", "成绩", "成长"])
        .is_some();
    let qualified = page.last_of(start, &["近", "约", "超", "超过", "过", "占", "的", "达", "有", "，", "逾"]).is_some();
    if page.at(end) != '成' || word || !qualified {
        return None;
    }
    let mut quantity = percent(start, end + 1, tenths * 10, 0);
    quantity.precision = Precision::About;
    Some(keep(page, quantity, quantities))
}

fn percent_in_words(page: &Page, start: usize, quantities: &mut Quantities) -> usize {
    if page.has(start, "百分百") {
        return keep(page, percent(start, start + 3, 100, 0), quantities);
    }
    if !page.has(start, "百分之") {
        return start + 1;
    }
    let Some((numeral, end)) = read(page, start + 3) else { return start + 3 };
    keep(page, percent(start, end, numeral.mantissa, numeral.decimals), quantities)
}

fn percent(start: usize, end: usize, mantissa: u64, decimals: u8) -> Quantity {
    let (measure, unit) = (Measure::Percent, "%");
    Quantity { measure, start, end, mantissa, decimals, unit, precision: Precision::Exact, qualifier: None, after_letter: false }
}

/// The quantity of the number from `start` to `end` with the unit after it.
fn with_unit(page: &Page, numeral: &Numeral, start: usize, end: usize) -> Option<Quantity> {
    let (more, unit_at) = match page.first_of(end, &["余", "多", "来"]) {
        Some(word) => (Some(word), end + 1),
        None => (None, skip_space(page, end)),
    };
    let base = percent(start, end, numeral.mantissa, numeral.decimals);
    if page.at(unit_at) == '%' {
        return Some(Quantity { end: unit_at + 1, ..base });
    }
    if let Some(points) = page.first_of(unit_at, &["个百分点", "百分点"]) {
        return Some(Quantity { measure: Measure::Points, unit: "个百分点", end: unit_at + points.chars().count(), ..base });
    }
    let unit = page.first_of(unit_at, UNITS)?;
    if page.first_of(unit_at, NOT_UNITS).is_some() || numeral.decimals > 0 {
        return None;
    }
    let end = unit_at + unit.chars().count();
    let precision = if more.is_some() { Precision::AtLeast } else { Precision::Exact };
    Some(Quantity { measure: Measure::Count, unit, end, precision, qualifier: more, ..base })
}

/// Adds `quantity` with its qualifier unless it is a range or a threshold; returns where to read on.
fn keep(page: &Page, mut quantity: Quantity, quantities: &mut Quantities) -> usize {
    let end = quantity.end;
    let range = matches!(page.before(quantity.start), '-' | '—' | '～' | '~' | '–') && quantity.start > 0;
    let range =
        range || (page.last_of(quantity.start, &["至", "到"]).is_some() && page.before(quantity.start - 1).is_ascii_digit());
    if range || is_threshold(page, &quantity) {
        quantities.set_aside.push((quantity.start, end));
        return end;
    }
    qualify(page, &mut quantity);
    quantities.found.push(quantity);
    end
}

/// 95%以上的41家, 85%至95%之间: a limit by which others are counted.
fn is_threshold(page: &Page, quantity: &Quantity) -> bool {
    let end = quantity.end;
    if quantity.measure != Measure::Percent {
        return page.first_of(end, &["以上的", "以下的", "（含）以上", "及以上的", "以上承办", "以上单位"]).is_some();
    }
    let side = page.first_of(
        end,
        &[
            "以上的",
            "以下的",
            "之间的",
            "及以上的",
            "（含）以上的",
            "以上标准",
            "以上要求",
            "以上目标",
            "的目标",
            "目标",
            "的要求",
        ],
    );
    let between = page.first_of(end, &["至", "到", "-", "—", "～", "~"]).is_some_and(|_| page.at(end + 1).is_ascii_digit());
    let between_end = page.first_of(end, &["之间"]).is_some();
    let wanted = page.last_of(quantity.start, &["不低于", "力争达到", "目标", "低于", "不少于"]).is_some();
    let ahead = page.words(end, end + 12);
    let raised = between && !holds(&ahead, "之间") && !holds(&ahead, "%的");
    side.is_some() || between_end || wanted || (between && !raised)
}

fn qualify(page: &Page, quantity: &mut Quantity) {
    const AFTER: &[(&str, Precision)] = &[
        ("以上", Precision::AtLeast),
        ("左右", Precision::About),
        ("上下", Precision::About),
        ("以下", Precision::Nearly),
        ("余", Precision::AtLeast),
        ("多", Precision::AtLeast),
    ];
    const BEFORE: &[(&str, &str, Precision)] = &[
        ("超过", "超过", Precision::AtLeast),
        ("高于", "超过", Precision::AtLeast),
        ("突破", "超过", Precision::AtLeast),
        ("逾", "超过", Precision::AtLeast),
        ("超", "超过", Precision::AtLeast),
        ("不到", "不到", Precision::Nearly),
        ("不足", "不到", Precision::Nearly),
        ("接近", "近", Precision::Nearly),
        ("将近", "近", Precision::Nearly),
        ("近", "近", Precision::Nearly),
        ("大约", "约", Precision::About),
        ("约为", "约", Precision::About),
        ("约", "约", Precision::About),
        ("至少", "超过", Precision::AtLeast),
    ];
    if let Some((word, precision)) = AFTER.iter().find(|(word, _)| page.has(quantity.end, word)) {
        (quantity.qualifier, quantity.precision) = (Some(*word), *precision);
        return;
    }
    let before = BEFORE.iter().find(|(word, _, _)| page.last_of_one(quantity.start, word));
    if let Some((_, name, precision)) = before {
        (quantity.qualifier, quantity.precision) = (Some(*name), *precision);
    } else if about_the_share(page, quantity.start) {
        (quantity.qualifier, quantity.precision) = (Some("约"), Precision::About);
    }
}

/// 约占总数的15%: the qualifier stands before the verb.
fn about_the_share(page: &Page, start: usize) -> bool {
    let from = start.saturating_sub(10);
    let clause = page.words(from, start);
    clause.rfind("约占").is_some_and(|place| !clause.get(place..).unwrap_or_default().contains(['，', '、', '件', '；']))
}

/// No count of the handling is larger; sums of such numbers stay within 64 bits.
const LARGEST: u64 = 1_000_000_000_000;

/// The number at `start` and where it ends.
pub(crate) fn read(page: &Page, start: usize) -> Option<(Numeral, usize)> {
    let numeral = numeral_at(page.text(), page.offset(start)).filter(|numeral| numeral.mantissa <= LARGEST)?;
    let mut end = start;
    while page.offset(end) < numeral.span.end && end < page.len() {
        end += 1;
    }
    (end > start).then_some((numeral, end))
}

/// Where a code that begins with the digits from `start` to `end` ends: 2024-12-27, 10:15, 0840-6612345, 0001/2024-00317.
fn code_end(page: &Page, start: usize, end: usize) -> Option<usize> {
    let joins = |at: usize| matches!(page.at(at), '-' | '/' | ':' | '—' | '~' | '～' | '–') && page.at(at + 1).is_ascii_digit();
    let long = end - start >= 8 && !page.words(start, end).contains([',', '.']);
    if !joins(end) && !long {
        return None;
    }
    let mut at = end;
    while page.at(at).is_ascii_digit() || joins(at) || (page.at(at) == '.' && page.at(at + 1).is_ascii_digit()) {
        at += 1;
    }
    Some(skip_digits(page, at))
}

/// Digits of which some are lost, with the place after their unit; only where one is lost.
fn gap(page: &Page, start: usize) -> Option<(Option<Gap>, usize)> {
    let mut end = start;
    while page.at(end).is_ascii_digit() || page.at(end) == '\u{FFFD}' {
        end += 1;
    }
    let digits: Vec<Option<u8>> =
        (start..end).map(|at| page.at(at).to_digit(10).and_then(|digit| u8::try_from(digit).ok())).collect();
    if digits.iter().all(Option::is_some) {
        return None;
    }
    let unit = page.first_of(end, &["件次", "件", "份"]);
    let Some(unit) = unit else { return Some((None, end)) };
    let end = end + unit.chars().count();
    Some((Some(Gap { start, end, digits }), end))
}

fn skip_space(page: &Page, at: usize) -> usize {
    let mut at = at;
    while matches!(page.at(at), ' ' | '\u{A0}' | '\u{2009}' | '\u{202F}' | '\u{3000}') {
        at += 1;
    }
    let unit_on_next_line = page.at(at) == '\n'
        && (page.paragraph(at) == page.paragraph(at + 1) && page.first_of(at + 1, &["件", "份", "%", "个百分点"]).is_some()
            || page.first_of(at + 1, &["件\n", "件次\n", "%\n", "%，", "件，"]).is_some());
    if unit_on_next_line { at + 1 } else { at }
}

fn skip_digits(page: &Page, at: usize) -> usize {
    let mut end = at;
    while page.at(end).is_ascii_digit() {
        end += 1;
    }
    end.max(at + usize::from(end == at && page.at(at) == '\u{FFFD}'))
}

fn skip_chinese(page: &Page, at: usize) -> usize {
    let mut end = at;
    while is_chinese_numeral(page.at(end)) {
        end += 1;
    }
    end.max(at + 1)
}
