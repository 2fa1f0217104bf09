//! A text laid out for scanning: characters in half-width form, sentences, paragraphs and brackets.

use crate::text::span::Span;

/// The characters of a text, each with its sentence, paragraph and bracket; places are character indexes.
pub(crate) struct Page<'t> {
    text: &'t str,
    chars: Vec<char>,
    offsets: Vec<usize>,
    sentence: Vec<u32>,
    paragraph: Vec<u32>,
    bracket: Vec<u32>,
    partner: Vec<u32>,
}

const NONE: u32 = u32::MAX;
/// A line that is shorter may be one of those that infographics break phrases into.
const SHORT_LINE: usize = 25;
/// How much the lines of a text that is broken at a fixed width differ: a character of half width or two.
const WRAP_SLACK: usize = 4;
const LONGEST_WRAPPED: usize = 90;
/// A bracket that is not closed within so many characters encloses nothing.
const LONGEST_BRACKET: usize = 400;

impl<'t> Page<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let mut chars = Vec::with_capacity(text.len() / 3 + 1);
        let mut offsets = Vec::with_capacity(text.len() / 3 + 2);
        for (offset, character) in text.char_indices() {
            offsets.push(offset);
            chars.push(half_width(character));
        }
        offsets.push(text.len());
        let partner = bracket_partners(&chars);
        let mut page = Self {
            text,
            bracket: enclosing_brackets(&partner),
            partner,
            sentence: Vec::new(),
            paragraph: Vec::new(),
            chars,
            offsets,
        };
        page.number_sentences();
        page
    }

    pub(crate) fn text(&self) -> &'t str {
        self.text
    }

    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at `index`, full-width letters and digits in half-width form; NUL outside the text.
    pub(crate) fn at(&self, index: usize) -> char {
        self.chars.get(index).copied().unwrap_or('\0')
    }

    /// The character before `index`; NUL at the start.
    pub(crate) fn before(&self, index: usize) -> char {
        index.checked_sub(1).map_or('\0', |previous| self.at(previous))
    }

    pub(crate) fn has(&self, index: usize, words: &str) -> bool {
        words.chars().enumerate().all(|(step, character)| self.at(index + step) == character)
    }

    /// The first of `words` that stands at `index`.
    pub(crate) fn first_of(&self, index: usize, words: &'static [&'static str]) -> Option<&'static str> {
        words.iter().find(|word| self.has(index, word)).copied()
    }

    /// The first of `words` that ends at `index`.
    pub(crate) fn last_of(&self, index: usize, words: &'static [&'static str]) -> Option<&'static str> {
        words.iter().find(|word| index.checked_sub(word.chars().count()).is_some_and(|start| self.has(start, word))).copied()
    }

    pub(crate) fn last_of_one(&self, index: usize, word: &str) -> bool {
        index.checked_sub(word.chars().count()).is_some_and(|start| self.has(start, word))
    }

    /// The characters from `start` to `end` without white space.
    pub(crate) fn words(&self, start: usize, end: usize) -> String {
        let characters = self.chars.get(start..end.min(self.len())).unwrap_or_default();
        let mut words = String::with_capacity(characters.len() * '字'.len_utf8());
        words.extend(characters.iter().filter(|character| !character.is_whitespace()));
        words
    }

    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let last = self.text.len();
        let start = self.offsets.get(start).copied().unwrap_or(last);
        Span::new(start, self.offsets.get(end).copied().unwrap_or(last).max(start))
    }

    pub(crate) fn offset(&self, index: usize) -> usize {
        self.offsets.get(index).copied().unwrap_or(self.text.len())
    }

    pub(crate) fn sentence(&self, index: usize) -> usize {
        self.sentence.get(index).copied().unwrap_or_default() as usize
    }

    pub(crate) fn paragraph(&self, index: usize) -> usize {
        self.paragraph.get(index).copied().unwrap_or_default() as usize
    }

    /// The opening bracket that encloses `index`.
    pub(crate) fn bracket(&self, index: usize) -> Option<usize> {
        self.bracket.get(index).copied().filter(|open| *open != NONE).map(|open| open as usize)
    }

    /// The other bracket of the pair at `index`.
    pub(crate) fn partner(&self, index: usize) -> Option<usize> {
        self.partner.get(index).copied().filter(|other| *other != NONE).map(|other| other as usize)
    }

    fn number_sentences(&mut self) {
        let (mut sentence, mut paragraph, mut line_start) = (0u32, 0u32, 0usize);
        for index in 0..self.len() {
            self.sentence.push(sentence);
            self.paragraph.push(paragraph);
            match self.at(index) {
                '。' | '！' | '？' | '!' | '?' => sentence += 1,
                '\n' => {
                    if self.ends_paragraph(line_start, index) {
                        sentence += 1;
                        paragraph += 1;
                    }
                    line_start = index + 1;
                }
                _ => {}
            }
        }
    }

    /// Whether the line break at `index` parts paragraphs, and does not only wrap a line.
    fn ends_paragraph(&self, line_start: usize, index: usize) -> bool {
        let blank_line = matches!(self.at(index + 1), '\n' | '\r' | '\u{3000}') || index == line_start;
        let long = index - line_start >= SHORT_LINE;
        blank_line
            || matches!(self.before(index), '。' | '！' | '：' | ':' | '；' | ';')
            || (long && !self.is_wrapped(line_start, index))
    }

    /// Whether the line from `start` to `end` is broken at a fixed width: it stops within a clause, and the line before it or
    /// after it is as long.
    fn is_wrapped(&self, start: usize, end: usize) -> bool {
        let next = self.at(end + 1);
        let within_a_clause = self.before(end).is_alphanumeric() || matches!(self.before(end), '，' | '、' | ',' | '“' | '（');
        let goes_on = next.is_alphanumeric() || matches!(next, '，' | '、' | '。' | '；' | '”' | '（' | '）' | '“' | '%');
        if !within_a_clause || !goes_on || self.begins_an_entry(end + 1) {
            return false;
        }
        let as_long = |from: usize, to: usize| (to - from).abs_diff(end - start) <= WRAP_SLACK;
        let after = (end + 1..self.len().min(end + LONGEST_WRAPPED)).find(|at| self.at(*at) == '\n').unwrap_or(self.len());
        let before = start.checked_sub(1).map(|line_end| {
            (line_end.saturating_sub(LONGEST_WRAPPED)..line_end).rev().find(|at| self.at(*at) == '\n').map_or(0, |at| at + 1)
        });
        end - start < LONGEST_WRAPPED
            && (as_long(end + 1, after) || before.is_some_and(|line_start| as_long(line_start, start.saturating_sub(1))))
    }

    /// 一、, （二）, 3. at the start of a line.
    fn begins_an_entry(&self, start: usize) -> bool {
        let mut at = start + usize::from(self.at(start) == '（');
        while self.at(at).is_ascii_digit() || "一二三四五六七八九十".contains(self.at(at)) {
            at += 1;
        }
        let numbered = at > start + usize::from(self.at(start) == '（');
        numbered && matches!(self.at(at), '、' | '.' | '）' | '是')
    }
}

/// Whether `character` ends a clause.
pub(crate) fn ends_clause(character: char) -> bool {
    matches!(character, '，' | '。' | '；' | ';' | '：' | ':' | '！' | '？' | '!' | '?' | ',')
}

fn half_width(character: char) -> char {
    match character {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        '％' | '﹪' => '%',
        '．' => '.',
        '(' => '（',
        ')' => '）',
        _ => character,
    }
}

fn bracket_partners(chars: &[char]) -> Vec<u32> {
    let mut partner = vec![NONE; chars.len()];
    let mut open: Vec<usize> = Vec::new();
    for (index, character) in chars.iter().enumerate() {
        match character {
            '（' | '【' | '〔' => open.push(index),
            '）' | '】' | '〕' => {
                let Some(start) = open.pop().filter(|start| index - start <= LONGEST_BRACKET) else { continue };
                if let (Some(at_start), Ok(end)) = (partner.get_mut(start), u32::try_from(index)) {
                    *at_start = end;
                }
                if let (Some(at_end), Ok(start)) = (partner.get_mut(index), u32::try_from(start)) {
                    *at_end = start;
                }
            }
            _ => {}
        }
    }
    partner
}

fn enclosing_brackets(partner: &[u32]) -> Vec<u32> {
    let mut enclosing = Vec::with_capacity(partner.len());
    let mut open: Vec<u32> = Vec::new();
    for (index, other) in partner.iter().enumerate() {
        let closes = *other != NONE && (*other as usize) < index;
        if closes {
            open.pop();
        }
        enclosing.push(open.last().copied().unwrap_or(NONE));
        if *other != NONE && !closes {
            open.push(u32::try_from(index).unwrap_or(NONE));
        }
    }
    enclosing
}
