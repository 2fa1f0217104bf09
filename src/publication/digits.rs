//! Mobile numbers, identity numbers and bank cards, however their digits are written and parted.

use std::cell::OnceCell;

use super::letters::{Letters, digit, parts_digits};
use super::redact::{Found, Kind};

/// The personal numbers of a text, from left to right.
pub(super) fn numbers(letters: &Letters) -> Vec<Found> {
    let mut found = Vec::new();
    for run in runs(letters) {
        let mut from = 0;
        while from < run.len() {
            let Some((kind, rule, to)) = number_from(letters, &run, from) else {
                found.extend(run.get(from).and_then(|group| inside_chinese(letters, group)));
                from += 1;
                continue;
            };
            if let (Some(first), Some(last)) = (run.get(from), run.get(to - 1)) {
                found.push(Found { kind, rule, from: first.from, to: last.to });
            }
            from = to;
        }
    }
    found
}

/// Digits that stand together.
#[derive(Debug, Clone)]
struct Group {
    from: usize,
    to: usize,
    digits: Vec<u8>,
}

/// The `X` that may end an identity number.
const TEN: u8 = 10;

/// Most letters between two groups of one number.
const GAP: usize = 3;

/// Groups of digits of which each is parted from the next by a few marks only.
fn runs(letters: &Letters) -> Vec<Vec<Group>> {
    let mut runs: Vec<Vec<Group>> = Vec::new();
    for group in groups(letters) {
        let joins = |last: &Group| {
            let between = letters.letters.get(last.to..group.from).unwrap_or_default();
            between.len() <= GAP && between.iter().all(|letter| parts_digits(*letter))
        };
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(joins) => run.push(group),
            _ => runs.push(vec![group]),
        }
    }
    runs
}

fn groups(letters: &Letters) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < letters.letters.len() {
        let mut group = Group { from: at, to: at, digits: Vec::new() };
        while let Some(value) = digit(letters.at(group.to)) {
            // Blanks fall away in Chinese text, so two numbers can touch; a line's end between them parts the groups.
            let parted = group.to > group.from && apart(letters, group.to);
            if parted {
                break;
            }
            group.digits.push(value);
            group.to += 1;
        }
        let ends_in_x = letters.at(group.to) == 'x' && !letters.at(group.to + 1).is_ascii_alphanumeric();
        if !group.digits.is_empty() && ends_in_x {
            group.digits.push(TEN);
            group.to += 1;
        }
        at = group.to.max(at + 1);
        if !group.digits.is_empty() {
            groups.push(group);
        }
    }
    if letters.at(0) == 'x' || groups.is_empty() {
        return groups;
    }
    with_lonely_x(letters, groups)
}

/// An `X` that stands apart from the digits before it (`1101… 002 X`) is a group of its own.
fn with_lonely_x(letters: &Letters, groups: Vec<Group>) -> Vec<Group> {
    let mut all = Vec::with_capacity(groups.len());
    for group in groups {
        let mut place = group.to;
        while place < group.to + GAP && parts_digits(letters.at(place)) {
            place += 1;
        }
        let lonely = place > group.to && letters.at(place) == 'x' && !letters.at(place + 1).is_ascii_alphanumeric();
        all.push(group);
        if lonely {
            all.push(Group { from: place, to: place + 1, digits: vec![TEN] });
        }
    }
    all
}

fn apart(letters: &Letters, at: usize) -> bool {
    let end = at.checked_sub(1).and_then(|before| letters.places.get(before)).map(|place| place.end);
    end != letters.places.get(at).map(|place| place.start)
}

/// The number that whole groups from `from` on write, and the group after it.
fn number_from(letters: &Letters, run: &[Group], from: usize) -> Option<(Kind, &'static str, usize)> {
    let mut digits: Vec<u8> = Vec::new();
    let mut best = None;
    let labels = Labels::before(letters, run.get(from)?.from);
    for (to, group) in run.iter().enumerate().skip(from) {
        digits.extend(&group.digits);
        if digits.len() > LONGEST {
            break;
        }
        if digits.len() < SHORTEST {
            continue;
        }
        if let Some((kind, rule)) = kind_of(letters, &digits, &labels, group.to) {
            best = Some((kind, rule, to + 1));
        }
    }
    best
}

/// Digits of a home telephone without its area code.
const SHORTEST: usize = 7;
/// Digits of the longest account numbers.
const LONGEST: usize = 21;

/// What the words before a number call it; each list is looked for once, however many groups the number may go on for.
struct Labels<'l> {
    letters: &'l Letters,
    from: usize,
    identity: OnceCell<bool>,
    card: OnceCell<bool>,
    home: OnceCell<bool>,
    phone: OnceCell<bool>,
}

impl<'l> Labels<'l> {
    fn before(letters: &'l Letters, from: usize) -> Self {
        Self { letters, from, identity: OnceCell::new(), card: OnceCell::new(), home: OnceCell::new(), phone: OnceCell::new() }
    }

    fn identity(&self) -> bool {
        self.told(&self.identity, &["身份证", "公民身份号", "证件号"])
    }

    fn card(&self) -> bool {
        self.told(&self.card, &["银行卡", "卡号", "账号", "帐号", "账户"])
    }

    fn home(&self) -> bool {
        self.told(&self.home, &["住宅电话", "家庭电话", "宅电", "家里电话"])
    }

    fn phone(&self) -> bool {
        self.told(&self.phone, &["手机", "电话", "联系", "微信", "致电", "拨打", "mobile", "tel"])
    }

    fn told(&self, known: &OnceCell<bool>, labels: &[&str]) -> bool {
        *known.get_or_init(|| self.letters.any_before(self.from, 14, labels))
    }
}

fn kind_of(letters: &Letters, digits: &[u8], labels: &Labels<'_>, to: usize) -> Option<(Kind, &'static str)> {
    let from = labels.from;
    let glued = from.checked_sub(1).is_some_and(|before| letters.at(before).is_ascii_alphabetic() && !apart(letters, from));
    let glued = glued || (letters.at(to).is_ascii_alphabetic() && !apart(letters, to));
    if is_identity(digits) && !glued {
        return Some((Kind::IdentityNumber, "identity-check-digit"));
    }
    let identity_length = digits.len() == 18 || (digits.len() == 15 && !digits.contains(&TEN));
    if identity_length && labels.identity() {
        return Some((Kind::IdentityNumber, "identity-label"));
    }
    if is_card(digits) && !glued {
        return Some((Kind::BankCard, "card-luhn"));
    }
    if (12..=LONGEST).contains(&digits.len()) && labels.card() {
        return Some((Kind::BankCard, "card-label"));
    }
    if (SHORTEST..=12).contains(&digits.len()) && labels.home() {
        return Some((Kind::Phone, "home-phone-label"));
    }
    if !is_mobile(digits) {
        return None;
    }
    let named_phone = labels.phone();
    let looks_like_another = !named_phone && (is_amount(letters, from, to) || is_reference(letters, from));
    ((named_phone || !glued) && !looks_like_another).then_some((Kind::Phone, "mobile-number"))
}

/// Eleven digits from 13 to 19, with or without the country's 86 (工业和信息化部 电信网编号计划, 2017).
fn is_mobile(digits: &[u8]) -> bool {
    let own = match digits {
        [8, 6, own @ ..] | [0, 8, 6, own @ ..] | [0, 0, 8, 6, own @ ..] if own.len() == 11 => own,
        _ => digits,
    };
    matches!(own, [1, 3..=9, rest @ ..] if rest.len() == 9 && rest.iter().all(|digit| *digit < TEN))
}

/// 18 places with a region, a day of birth and the check digit of GB 11643-1999.
fn is_identity(digits: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [u8; 11] = [1, 0, TEN, 9, 8, 7, 6, 5, 4, 3, 2];
    let [region @ .., check] = digits else { return false };
    if region.len() != 17 || region.contains(&TEN) || !matches!(region.first(), Some(1..=9)) {
        return false;
    }
    let number = |from: usize, to: usize| {
        region.get(from..to).unwrap_or_default().iter().fold(0, |sum, digit| sum * 10 + u32::from(*digit))
    };
    let born = (1800..=2199).contains(&number(6, 10)) && (1..=12).contains(&number(10, 12)) && (1..=31).contains(&number(12, 14));
    let sum: u32 = region.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    born && CHECKS.get((sum % 11) as usize) == Some(check)
}

/// 15 to 19 digits, as many as cards that begin so have, which pass the Luhn check (ISO/IEC 7812-1).
fn is_card(digits: &[u8]) -> bool {
    let lengths = match digits {
        [3, 4 | 7, ..] => 15..=15,
        [5, 1..=5, ..] => 16..=16,
        [6, 0 | 2, ..] | [4 | 9, ..] => 15..=19,
        _ => return false,
    };
    if !lengths.contains(&digits.len()) || digits.contains(&TEN) {
        return false;
    }
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let value = u32::from(*digit) * if place % 2 == 1 { 2 } else { 1 };
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    sum.is_multiple_of(10)
}

fn is_amount(letters: &Letters, from: usize, to: usize) -> bool {
    const UNITS: &str = "元万亿千百吨人户件平公立米亩度%斤克角分株个";
    let decimals = letters.at(to) == '.' && letters.at(to + 1).is_ascii_digit();
    let before = from.checked_sub(1).map_or('\0', |before| letters.at(before));
    UNITS.contains(letters.at(to)) || decimals || matches!(before, '¥' | '$' | '￥' | '.')
}

fn is_reference(letters: &Letters, from: usize) -> bool {
    const NUMBERED: &[&str] = &["编号", "文号", "代码", "序号", "单号", "案号", "第", "许可证", "合同号", "no."];
    letters.any_before(from, 6, NUMBERED)
}

/// A mobile number inside a longer row of Chinese digits (`统一一三八…`).
fn inside_chinese(letters: &Letters, group: &Group) -> Option<Found> {
    let chinese = letters.letters.get(group.from..group.to)?.iter().all(|letter| !letter.is_ascii());
    if !chinese || group.digits.len() <= 11 {
        return None;
    }
    let at = group.digits.windows(11).position(is_mobile)?;
    Some(Found { kind: Kind::Phone, rule: "mobile-number", from: group.from + at, to: group.from + at + 11 })
}
