//! A text without what must not be public, and what was taken out of it.

use super::digits::numbers;
use super::letters::{Letters, digit, parts_digits};
use super::marks::marks;
use crate::search::fold;
use crate::text::span::Span;

/// `text` with every personal or secret part replaced, and the parts.
///
/// `terms`: the office's own words that must not be public; they are found in every variant that [`fold`] levels, and with
/// blanks or marks between their letters. Redacting the answer again changes nothing.
pub fn redact(text: &str, terms: &[String]) -> Redacted {
    let letters = Letters::of(text);
    let mut found = numbers(&letters);
    found.extend(marks(&letters));
    found.extend(own_terms(&letters, terms));
    found.sort_by_key(|part| (part.from, std::cmp::Reverse(part.to)));
    let mut redacted = Redacted::default();
    let mut copied = 0;
    let mut written = 0;
    let mut last = 0;
    for part in found.into_iter().filter(|part| part.from < part.to) {
        if part.from < last {
            continue;
        }
        let to = part.to;
        let Some(span) = letters.span(part.from, to) else { continue };
        let kept = text.get(copied..span.start).unwrap_or_default();
        redacted.text.push_str(kept);
        let at = written + kept.chars().count() as u32;
        redacted.text.push_str(part.kind.replacement());
        written = at + part.kind.replacement().chars().count() as u32;
        redacted.parts.push(Part { kind: part.kind, rule: part.rule, at, span, value: span.of(text).to_owned() });
        copied = span.end;
        last = to;
    }
    redacted.text.push_str(text.get(copied..).unwrap_or_default());
    redacted
}

vocabulary! {
    /// What kind of thing was taken out.
    Kind {
        /// 手机号码、住宅电话.
        Phone = "phone",
        /// 公民身份号码.
        IdentityNumber = "identity-number",
        /// 银行卡号、账号.
        BankCard = "bank-card",
        /// 电子邮箱.
        Email = "email",
        /// 机动车号牌.
        Plate = "plate",
        /// 家庭住址.
        HomeAddress = "home-address",
        /// 当事人等个人姓名.
        PrivateName = "private-name",
        /// 密级、内部标志.
        SecretMark = "secret-mark",
        /// 本单位另定的词语.
        OwnTerm = "own-term",
    }
}

impl Kind {
    /// What stands in the text in its place.
    pub fn replacement(self) -> &'static str {
        match self {
            Self::Phone => "［电话已隐去］",
            Self::IdentityNumber => "［证件号已隐去］",
            Self::BankCard => "［账号已隐去］",
            Self::Email => "［邮箱已隐去］",
            Self::Plate => "［车牌已隐去］",
            Self::HomeAddress => "［住址已隐去］",
            Self::PrivateName => "［姓名已隐去］",
            Self::SecretMark => "［标志已隐去］",
            Self::OwnTerm => "［内容已隐去］",
        }
    }
}

/// A text that may be public.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Redacted {
    /// The text.
    pub text: String,
    /// What was taken out, from left to right.
    pub parts: Vec<Part>,
}

/// A part that was taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: Kind,
    /// The rule that found it.
    pub rule: &'static str,
    /// Where its replacement begins in the public text, in characters.
    pub at: u32,
    /// Where it stood in the text.
    pub span: Span,
    /// The words themselves. They never leave the office: only the proof looks for them.
    pub value: String,
}

/// A part, by its letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found {
    pub kind: Kind,
    pub rule: &'static str,
    pub from: usize,
    pub to: usize,
}

/// The form in which all variants of a secret are equal: folded, digits in Arabic, no blanks and no marks between.
pub(super) fn plain(text: &str) -> String {
    fold(text).chars().filter(|letter| !is_between(*letter)).map(plain_letter).collect()
}

fn is_between(letter: char) -> bool {
    parts_digits(letter) || letter.is_whitespace() || matches!(letter, '\'' | '"' | '`' | ',')
}

fn plain_letter(letter: char) -> char {
    digit(letter).and_then(|digit| char::from_digit(u32::from(digit), 10)).unwrap_or(letter)
}

fn own_terms(letters: &Letters, terms: &[String]) -> Vec<Found> {
    let kept: Vec<(usize, char)> = letters
        .letters
        .iter()
        .enumerate()
        .filter(|(_, letter)| !is_between(**letter))
        .map(|(at, letter)| (at, plain_letter(*letter)))
        .collect();
    let mut found = Vec::new();
    for term in terms.iter().map(|term| plain(term).chars().collect::<Vec<char>>()).filter(|term| !term.is_empty()) {
        for window in kept.windows(term.len()) {
            let same = window.iter().map(|(_, letter)| letter).eq(term.iter());
            if let (true, Some((from, _)), Some((to, _))) = (same, window.first(), window.last()) {
                found.push(Found { kind: Kind::OwnTerm, rule: "own-term", from: *from, to: *to + 1 });
            }
        }
    }
    found
}
