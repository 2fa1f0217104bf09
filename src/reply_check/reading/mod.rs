//! Reading a letter: one file per part, in the order in which a reader meets them.

mod addressee;
mod body;
mod chrome;
mod citations;
mod closing;
mod commitments;
mod contact;
mod disclosure;
mod document_number;
mod headings;
mod labels;
mod opening;
mod outcome;
mod sessions;
mod signature;
mod signer;
mod title;

use std::ops::Range;

use crate::text::dates::{DateMention, dates};

use super::cues::{Cue, CueHit, cues};
use super::letter::{Field, Letter};
use super::sheet::Sheet;

pub(crate) use labels::LabelHit;
pub(crate) use signature::is_body_name;

/// Everything the part readers share: the letter, its unified text, the turns of phrase and labels in it, and its zones.
pub(crate) struct Page<'a> {
    pub text: &'a str,
    pub sheet: Sheet,
    pub cues: Vec<CueHit>,
    pub labels: Vec<LabelHit>,
    /// All dates of the unified text.
    pub dates: Vec<DateMention>,
    /// The sentences of the running text after the opening.
    pub sentences: Vec<Range<usize>>,
    /// For each line, whether it belongs to a web page around the letter.
    pub is_chrome: Vec<bool>,
    /// The title.
    pub title: Option<Range<usize>>,
    /// The opening: from the salutation's end to 现答复如下.
    pub opening: Range<usize>,
    /// All running text: from the opening to the last sentence before signature and contact.
    pub prose: Range<usize>,
    /// Where the letter ends and the page's footer begins.
    pub end: usize,
}

/// Reads the parts of the letter in `text`; any text gives a letter, if an empty one.
pub fn read(text: &str) -> Letter {
    read_page(text).1
}

/// The same, with what the rules want to look at again.
pub(crate) fn read_page(text: &str) -> (Page<'_>, Letter) {
    let sheet = Sheet::of(text);
    let hits = cues(&sheet.norm);
    let labels = labels::labels(&sheet);
    let mut page = Page {
        text,
        cues: hits,
        labels,
        dates: dates(&sheet.norm),
        sentences: Vec::new(),
        is_chrome: Vec::new(),
        title: None,
        opening: 0..0,
        prose: 0..0,
        end: sheet.norm.len(),
        sheet,
    };
    let mut letter = Letter::default();
    chrome::mark(&mut page, &mut letter);
    opening::find(&mut page);
    page.sentences = page.sentences_of(page.opening.end..page.prose.end);
    title::read(&mut page, &mut letter);
    document_number::read(&page, &mut letter);
    signer::read(&page, &mut letter);
    addressee::read(&page, &mut letter);
    outcome::read(&page, &mut letter);
    signature::read(&page, &mut letter);
    contact::read(&page, &mut letter);
    disclosure::read(&page, &mut letter);
    opening::read(&page, &mut letter);
    sessions::read(&page, &mut letter);
    body::read(&page, &mut letter);
    (page, letter)
}

/// Those of `dates`, which stand in reading order, that lie within `range`.
pub(crate) fn dates_within(dates: &[DateMention], range: Range<usize>) -> impl Iterator<Item = &DateMention> {
    let first = dates.partition_point(|mention| mention.span.start < range.start);
    dates.iter().skip(first).take_while(move |mention| mention.span.end <= range.end)
}

impl Page<'_> {
    /// The field of `range` of the unified text, in the letter's own words.
    pub fn field(&self, range: Range<usize>) -> Field {
        Field { value: self.sheet.words(self.text, range.clone()), span: self.sheet.span(range) }
    }

    /// The same field with another value.
    pub fn field_as(&self, range: Range<usize>, value: impl Into<String>) -> Field {
        Field { value: value.into(), span: self.sheet.span(range) }
    }

    fn sentences_of(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let stops = self.sheet.signs_in(range.clone()).filter(|(_, sign)| matches!(sign, '。' | '！' | '？' | '；'));
        let ends = stops.map(|(at, stop)| at + stop.len_utf8()).chain([range.end]);
        let mut start = range.start;
        let whole = ends.map(|end| std::mem::replace(&mut start, end)..end);
        whole.filter(|sentence| !sentence.is_empty()).collect()
    }

    /// The dates that lie within `range`.
    pub fn dates_in(&self, range: Range<usize>) -> impl Iterator<Item = &DateMention> {
        dates_within(&self.dates, range)
    }

    /// The places of `cue` within `range`.
    pub fn cues_in(&self, cue: Cue, range: Range<usize>) -> impl Iterator<Item = &CueHit> {
        let first = self.cues.partition_point(|hit| hit.start < range.start);
        self.cues.iter().skip(first).take_while(move |hit| hit.start < range.end).filter(move |hit| hit.cue == cue)
    }

    /// The first label that begins within `range`.
    pub fn label_in(&self, range: Range<usize>) -> Option<&LabelHit> {
        let first = self.labels.partition_point(|hit| hit.name.start < range.start);
        self.labels.get(first).filter(|hit| hit.name.start < range.end)
    }

    /// Whether `place` lies in the running text, where labels and dates are not the letter's own.
    pub fn in_prose(&self, place: usize) -> bool {
        self.prose.contains(&place)
    }

    /// Whether `place` stands among the rows of the page's information table (索引号, 发布机构 …).
    pub fn in_table(&self, place: usize) -> bool {
        let number = self.sheet.line_of(place);
        let before_title = self.title.as_ref().is_some_and(|title| place < title.start);
        let near = [number.checked_sub(1), Some(number + 1)];
        before_title && near.into_iter().flatten().any(|near| self.is_chrome.get(near).copied().unwrap_or(false))
    }

    /// Whether the line that holds `place` belongs to the page around the letter.
    pub fn on_chrome(&self, place: usize) -> bool {
        place >= self.end || self.is_chrome.get(self.sheet.line_of(place)).copied().unwrap_or(false)
    }
}
