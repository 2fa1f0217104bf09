//! The letter without its white space: what the readers look at.
//!
//! Offices spread words with blanks (签 发 人, 复　函) and pages break lines anywhere. All white space is dropped here, half-width
//! punctuation and full-width letters are unified, and each place leads back to the bytes of the letter. Gaps that carried
//! meaning (line ends, blank lines, wide gaps between two items of one line) are kept beside the text.

use std::ops::Range;

use crate::text::han::is_han;
use crate::text::span::Span;

/// The letter without white space, with the way back.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// The unified text.
    pub norm: String,
    /// Where each line that holds something stands in `norm`.
    pub lines: Vec<Line>,
    /// What is no Chinese character, with its place in `norm`: marks, digits, letters.
    signs: Vec<(u32, char)>,
    /// The way back to the letter, in order.
    pieces: Vec<Piece>,
    gaps: Vec<(u32, Gap)>,
}

/// Where a stretch of `norm` comes from.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Its first place in `norm`.
    norm: u32,
    /// The byte of the letter that it begins with.
    byte: u32,
    /// Its bytes in `norm`.
    norm_length: u32,
    /// Its bytes in the letter: the same words where they are as many, else one character that was unified.
    length: u32,
}

impl Piece {
    /// Whether each of its bytes stands for one byte of the letter.
    fn is_even(self) -> bool {
        self.norm_length == self.length
    }

    /// Whether `next`, which follows in `norm`, follows in the letter too, both byte for byte.
    fn goes_on_with(self, next: Self) -> bool {
        self.is_even() && next.is_even() && self.byte + self.length == next.byte
    }

    /// Where what stands at `place` of `norm` begins in the letter.
    fn start(self, place: usize) -> usize {
        let within = if self.is_even() { place - self.norm as usize } else { 0 };
        self.byte as usize + within
    }

    /// Where what ends at `place` of `norm` ends in the letter.
    fn end(self, place: usize) -> usize {
        if self.is_even() { self.start(place) } else { (self.byte + self.length) as usize }
    }
}

/// One line of the letter.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its place in `norm`.
    pub range: Range<usize>,
    /// Whether an empty line stands before it.
    pub after_blank: bool,
}

/// White space that stood between two characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    One,
    Wide,
    Line,
}

impl Sheet {
    /// Reads `text`; a text pasted without line ends is cut at its gaps and sentence ends instead.
    #[inline(never)]
    pub fn of(text: &str) -> Self {
        let mut sheet = Self::squeezed(text);
        let longest = sheet.lines.iter().map(|line| line.range.len()).max().unwrap_or(0);
        let flattened = sheet.lines.len() <= 6 && longest > 900 || sheet.lines.len() <= 3 && longest > 450;
        sheet.lines = sheet.lines.iter().flat_map(|line| sheet.recut(line, flattened)).collect();
        sheet
    }

    fn squeezed(text: &str) -> Self {
        let mut sheet = Self { norm: String::with_capacity(text.len()), ..Self::default() };
        let (mut newlines, mut blanks) = (0u32, 0u32);
        let mut line_start = 0;
        let mut in_table_row = false;
        let mut row_end = 0;
        let mut place = 0;
        while let Some(character) = text.get(place..).and_then(|rest| rest.chars().next()) {
            let is_bar = matches!(character, '|' | '｜');
            if is_bar && (newlines > 0 || sheet.norm.len() == line_start) {
                in_table_row = true;
            } else if is_bar && place >= row_end {
                let rest = text.get(place..).unwrap_or_default();
                let row = rest.lines().next().unwrap_or_default();
                row_end = place + row.len();
                in_table_row |= row.trim_end().ends_with(['|', '｜']);
            }
            let next = place + character.len_utf8();
            match character {
                _ if is_bar && in_table_row => blanks += 2,
                '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => {
                    newlines += u32::from(character != '\r');
                    in_table_row = false;
                }
                '\t' | '\u{3000}' => blanks += 2,
                '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{ad}' => {}
                _ if !is_han(character) && character.is_whitespace() => blanks += 1,
                _ => {
                    if newlines + blanks > 0 {
                        line_start = sheet.push_gap(line_start, newlines, blanks);
                        (newlines, blanks) = (0, 0);
                    }
                    place = sheet.push(text, place, character);
                    continue;
                }
            }
            place = next;
        }
        let end = sheet.norm.len();
        sheet.push_line(line_start..end);
        sheet
    }

    /// Keeps what the white space before the next character meant; where the line that holds it begins.
    fn push_gap(&mut self, line_start: usize, newlines: u32, blanks: u32) -> usize {
        let at = self.norm.len();
        if newlines > 0 {
            self.push_line(line_start..at);
            // an empty line between the two leaves a second mark
            self.gaps.extend(std::iter::repeat_n((at as u32, Gap::Line), newlines.min(2) as usize));
            return at;
        }
        if at > line_start {
            self.gaps.push((at as u32, if blanks > 1 { Gap::Wide } else { Gap::One }));
        }
        line_start
    }

    /// Takes over `character` at byte `place`, and a whole run where it begins one of Chinese characters, which stay what they
    /// are and make up most of a letter; where the next character begins.
    fn push(&mut self, text: &str, place: usize, character: char) -> usize {
        let norm = self.norm.len();
        let next = if is_han(character) {
            let end = han_end(text, place);
            self.norm.push_str(text.get(place..end).unwrap_or_default());
            end
        } else {
            let sign = unified(character);
            self.signs.push((norm as u32, sign));
            self.norm.push(sign);
            place + character.len_utf8()
        };
        let fresh = Piece {
            norm: norm as u32,
            byte: place as u32,
            norm_length: (self.norm.len() - norm) as u32,
            length: (next - place) as u32,
        };
        match self.pieces.last_mut() {
            Some(last) if last.goes_on_with(fresh) => {
                last.norm_length += fresh.norm_length;
                last.length += fresh.length;
            }
            _ => self.pieces.push(fresh),
        }
        next
    }

    fn push_line(&mut self, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        let marks = self.gaps.iter().rev().take_while(|(at, _)| *at as usize == range.start).filter(|(_, gap)| *gap == Gap::Line);
        let after_blank = marks.count() > 1;
        self.lines.push(Line { range, after_blank });
    }

    /// The same line; in a flattened text, its pieces between gaps and after full stops.
    fn recut(&self, line: &Line, flattened: bool) -> Vec<Line> {
        let words = self.norm.get(line.range.clone()).unwrap_or_default();
        if !flattened && !holds_letter(words) {
            return vec![line.clone()];
        }
        let mut cuts: Vec<usize> = Vec::new();
        cuts.extend(words.match_indices(['。', '！']).map(|(at, stop)| line.range.start + at + stop.len()));
        for (at, gap) in &self.gaps {
            let at = *at as usize;
            if line.range.contains(&at) && at > line.range.start && (*gap > Gap::One || self.gap_parts_items(at)) {
                cuts.push(at);
            }
        }
        cuts.sort_unstable();
        cuts.dedup();
        cuts.push(line.range.end);
        let mut start = line.range.start;
        let mut lines = Vec::new();
        for cut in cuts {
            if cut > start {
                lines.push(Line { range: start..cut, after_blank: line.after_blank && start == line.range.start });
            }
            start = cut;
        }
        lines
    }

    /// Whether a single blank at `at` parts two items rather than the two characters of a spread word.
    fn gap_parts_items(&self, at: usize) -> bool {
        let near = |other: usize| self.gaps.binary_search_by(|(place, _)| (*place as usize).cmp(&other)).is_ok();
        let before = self.norm.get(..at).and_then(|head| head.chars().next_back()).filter(|c| c.is_alphabetic());
        let before = before.map_or(usize::MAX, char::len_utf8);
        let after = self.norm.get(at..).and_then(|tail| tail.chars().next());
        let between_digits = after.is_some_and(|c| c.is_ascii_digit() || matches!(c, '年' | '月' | '日' | '号'));
        !between_digits && !at.checked_sub(before).is_some_and(near) && !near(at + after.map_or(0, char::len_utf8))
    }

    /// The letter's bytes that `range` of `norm` stands for.
    pub fn span(&self, range: Range<usize>) -> Span {
        let whole = |place: usize| place < self.norm.len();
        let letter_end = || self.pieces.last().map_or(0, |piece| piece.end(self.norm.len()));
        let start = if whole(range.start) {
            let place = self.boundary_before(range.start);
            self.piece_at(place).map_or(0, |piece| piece.start(place))
        } else {
            letter_end()
        };
        let last = range.end.checked_sub(1).filter(|last| *last >= range.start && whole(*last));
        let end = last.and_then(|last| Some(self.piece_at(last)?.end(self.boundary_after(range.end))));
        Span { start, end: end.map_or(start, |end| end.max(start)) }
    }

    /// Where the character begins that holds `place` of `norm`.
    fn boundary_before(&self, place: usize) -> usize {
        (0..=place).rev().find(|place| self.norm.is_char_boundary(*place)).unwrap_or(0)
    }

    /// `place` of `norm`, else where the next character begins.
    fn boundary_after(&self, place: usize) -> usize {
        (place..self.norm.len()).find(|place| self.norm.is_char_boundary(*place)).unwrap_or(self.norm.len())
    }

    /// The stretch that holds `place` of `norm`.
    fn piece_at(&self, place: usize) -> Option<Piece> {
        let next = self.pieces.partition_point(|piece| piece.norm as usize <= place);
        next.checked_sub(1).and_then(|at| self.pieces.get(at)).copied()
    }

    /// The first place of `norm` that stands at or after byte `byte` of the letter.
    pub fn place_of(&self, byte: usize) -> usize {
        let at = self.pieces.partition_point(|piece| (piece.byte + piece.length) as usize <= byte);
        let Some(piece) = self.pieces.get(at) else { return self.norm.len() };
        let within = byte.saturating_sub(piece.byte as usize);
        let ahead = if piece.is_even() || within == 0 { within } else { piece.norm_length as usize };
        self.boundary_after(piece.norm as usize + ahead)
    }

    /// The letter's own words at `range`, without white space.
    pub fn words<'a>(&self, text: &'a str, range: Range<usize>) -> String {
        let words: &'a str = self.span(range).of(text);
        words.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{feff}' | '\u{200b}')).collect()
    }

    /// `norm` at `range`; empty where the range cuts a character.
    pub fn at(&self, range: Range<usize>) -> &str {
        self.norm.get(range).unwrap_or_default()
    }

    /// What in `range` is no Chinese character, with its place in `norm`.
    pub fn signs_in(&self, range: Range<usize>) -> impl Iterator<Item = (usize, char)> + '_ {
        let first = self.signs.partition_point(|(at, _)| (*at as usize) < range.start);
        let signs = self.signs.iter().skip(first).map(|(at, sign)| (*at as usize, *sign));
        signs.take_while(move |(at, _)| *at < range.end)
    }

    /// The number of the line that holds `place`.
    pub fn line_of(&self, place: usize) -> usize {
        self.lines.partition_point(|line| line.range.end <= place).min(self.lines.len().saturating_sub(1))
    }

    /// The first wide gap or line end after `place`, up to the end of its line.
    pub fn item_end(&self, place: usize) -> usize {
        let line_end = self.lines.get(self.line_of(place)).map_or(self.norm.len(), |line| line.range.end);
        let next = self.gaps.partition_point(|(at, _)| (*at as usize) <= place);
        let wide = self.gaps.iter().skip(next).find(|(_, gap)| *gap > Gap::One).map_or(line_end, |(at, _)| *at as usize);
        wide.min(line_end)
    }

    /// The places inside `range` where any white space stood.
    pub fn gaps_in(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        let first = self.gaps.partition_point(|(at, _)| (*at as usize) <= range.start);
        self.gaps.iter().skip(first).map(|(at, _)| *at as usize).take_while(move |at| *at < range.end)
    }

    /// Whether white space, a line end or nothing stands before `place`.
    pub fn begins_item(&self, place: usize) -> bool {
        place == 0 || self.gaps.binary_search_by(|(at, _)| (*at as usize).cmp(&place)).is_ok() || self.begins_line(place)
    }

    /// Whether `place` is the start of a line.
    pub fn begins_line(&self, place: usize) -> bool {
        self.lines.get(self.line_of(place)).is_some_and(|line| line.range.start == place)
    }
}

/// Where the run of Chinese characters ends that begins at byte `place`.
fn han_end(text: &str, place: usize) -> usize {
    let bytes = text.as_bytes().get(place..).unwrap_or_default();
    // U+4E00 to U+9FFF: E4 B8 80 to E9 BF BF
    let is_han = |character: &&[u8]| match character {
        [0xE4, second, _] => *second >= 0xB8,
        [0xE5..=0xE9, ..] => true,
        _ => false,
    };
    place + 3 * bytes.chunks_exact(3).take_while(is_han).count()
}

/// Whether one line holds a whole letter, from salutation to date, as a cell of a table or an entry of a collection may.
fn holds_letter(words: &str) -> bool {
    if words.len() <= 450 || !words.trim_end_matches('。').ends_with('日') {
        return false;
    }
    let greets = ["代表：", "委员："].iter().filter_map(|greeting| words.find(greeting)).min();
    let opens = greets.and_then(|at| words.get(at..)?.find("如下"));
    words.contains('。') && opens.is_some_and(|at| at < 600)
}

/// Half-width punctuation as full-width, full-width letters and digits as half-width; brackets of all kinds stay what they are.
fn unified(character: char) -> char {
    match character {
        ':' | '﹕' | '∶' => '：',
        ',' => '，',
        ';' => '；',
        '(' => '（',
        ')' => '）',
        '!' => '！',
        '?' => '？',
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(character as u32 - 0xFEE0).unwrap_or(character),
        '﹝' => '〔',
        '﹞' => '〕',
        '［' => '[',
        '］' => ']',
        '—' | '－' | '–' | '―' | '─' | '━' | '−' | '‐' | '‑' => '-',
        '•' | '‧' | '∙' | '・' | '˙' | '．' => '·',
        _ => character,
    }
}
