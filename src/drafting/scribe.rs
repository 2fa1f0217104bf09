//! Writes a draft and keeps for each figure what it stands for.

use crate::profile::Rounding;
use crate::statistics::{DimensionId, RateId, percent};
use crate::text::span::Span;

/// A drafted text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The whole text: a line for each paragraph, a table's cells parted by tabs.
    pub text: String,
    /// Its paragraphs, in text order.
    pub paragraphs: Vec<Paragraph>,
    /// Its figures, in text order.
    pub figures: Vec<LinkedFigure>,
    /// What a person must fill in (〔待填：…〕), in text order.
    pub gaps: Vec<Span>,
}

/// A paragraph, or one row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paragraph {
    /// How it is set.
    pub style: ParagraphStyle,
    /// Where it stands, without its line break.
    pub span: Span,
}

vocabulary! {
    /// How a paragraph of an official document is set (GB/T 9704).
    ParagraphStyle {
        /// 标题.
        Title = "title",
        /// 主送机关.
        Addressee = "addressee",
        /// 一、
        Heading = "heading",
        /// （一）
        Subheading = "subheading",
        /// 正文.
        Body = "body",
        /// A table's caption.
        Caption = "caption",
        /// A row of a table, cells parted by tabs.
        Row = "row",
        /// 发文机关署名、成文日期.
        Signature = "signature",
    }
}

/// A figure and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkedFigure {
    /// The numeral, without its unit; a percentage with its sign.
    pub span: Span,
    /// What is counted.
    pub of: Counted,
    /// The count, or the numerator.
    pub part: u64,
    /// The denominator, of a percentage.
    pub whole: Option<u64>,
}

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counted {
    /// All entries (件).
    Entries,
    /// All handlings (件次).
    Assignments,
    /// Withdrawn entries.
    Withdrawn,
    /// Entries that were not withdrawn.
    Continued,
    /// The items of one group; the empty key is what is not known.
    Group(DimensionId, String),
    /// What a share of this dimension is of.
    Base(DimensionId),
    /// The rate itself.
    Rate(RateId),
    /// Its numerator.
    Part(RateId),
    /// Its denominator.
    Whole(RateId),
    /// What is in its denominator but not in its numerator.
    Rest(RateId),
    /// What is in the numerator of the first but not of the second.
    Between(RateId, RateId),
    /// A body's handlings: of a role, of a class, or all.
    Body(String, BodyColumn),
    /// A column of the bodies' table, all bodies together.
    AllBodies(BodyColumn),
}

/// A column of the bodies' table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyColumn {
    /// 件次.
    Handlings,
    /// One role.
    Role(crate::ledger::HandlingRole),
}

/// Writes a draft from its beginning to its end.
#[derive(Debug, Default)]
pub(super) struct Scribe {
    draft: Draft,
}

impl Scribe {
    /// Begins a paragraph.
    pub fn begin(&mut self, style: ParagraphStyle) {
        self.end();
        let start = self.draft.text.len();
        self.draft.paragraphs.push(Paragraph { style, span: Span::new(start, start) });
    }

    /// Writes words.
    pub fn words(&mut self, words: &str) {
        self.draft.text.push_str(words);
    }

    /// Writes a gap that a person must fill with `what`.
    pub fn gap(&mut self, what: &str) {
        let start = self.draft.text.len();
        self.words(&format!("〔待填：{what}〕"));
        self.draft.gaps.push(Span::new(start, self.draft.text.len()));
    }

    /// Writes a count.
    pub fn count(&mut self, count: u64, of: Counted) {
        let span = self.print(&count.to_string());
        self.draft.figures.push(LinkedFigure { span, of, part: count, whole: None });
    }

    /// Writes `part` of `whole` as a percentage.
    pub fn percent(&mut self, part: u64, whole: u64, rounding: Rounding, of: Counted) {
        let printed = percent(part, whole, rounding).unwrap_or_default();
        self.printed_percent(&printed, part, whole, of);
    }

    /// Writes a percentage that is printed already.
    pub fn printed_percent(&mut self, printed: &str, part: u64, whole: u64, of: Counted) {
        let span = self.print(printed);
        self.draft.figures.push(LinkedFigure { span, of, part, whole: Some(whole) });
    }

    /// The draft.
    pub fn finish(mut self) -> Draft {
        self.end();
        self.draft
    }

    fn print(&mut self, printed: &str) -> Span {
        let start = self.draft.text.len();
        self.words(printed);
        Span::new(start, self.draft.text.len())
    }

    fn end(&mut self) {
        if let Some(paragraph) = self.draft.paragraphs.last_mut() {
            paragraph.span.end = self.draft.text.len();
            self.draft.text.push('\n');
        }
    }
}
