//! What can be written as a document: paragraphs set as in an official document, tables, comments.

use serde::Deserialize;

/// A sheet to be written, as the page composes it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DocumentSheet {
    /// The document's title in its properties.
    #[serde(default)]
    pub title: String,
    /// What stands beside the page number: where the figures come from, and of which day.
    #[serde(default)]
    pub footer: String,
    /// Paragraphs and tables, in order.
    pub parts: Vec<Part>,
    /// Comments that runs refer to by their place here.
    #[serde(default)]
    pub comments: Vec<Comment>,
}

/// A paragraph or a table.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase", deny_unknown_fields)]
pub enum Part {
    /// A paragraph.
    Paragraph {
        /// How it is set.
        style: Style,
        /// Its words.
        runs: Vec<Run>,
    },
    /// A table; short rows are filled up with empty cells.
    Table {
        /// Whether the first row is a heading, repeated on each page.
        #[serde(default)]
        heading: bool,
        /// The cells, row by row.
        rows: Vec<Vec<String>>,
    },
}

vocabulary! {
    /// How a paragraph is set (GB/T 9704—2012, 7).
    Style {
        /// 标题: 小标宋, 二号, in the middle.
        Title = "title",
        /// 主送机关: at the left margin.
        Addressee = "addressee",
        /// 一、: 黑体.
        Heading = "heading",
        /// （一）: 楷体.
        Subheading = "subheading",
        /// 正文: 仿宋, 三号, indented by two characters.
        Body = "body",
        /// A line of small print.
        Note = "note",
        /// A table's caption.
        Caption = "caption",
        /// 发文机关署名、成文日期: at the right.
        Signature = "signature",
    }
}

/// Words that are set alike.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Run {
    /// The words; a line break stays one.
    pub text: String,
    /// How they stand out.
    #[serde(default)]
    pub mark: Option<Mark>,
    /// The comments on them, by their places in the sheet's `comments`.
    #[serde(default)]
    pub comments: Vec<u32>,
}

vocabulary! {
    /// How words stand out.
    Mark {
        /// Bold.
        Strong = "strong",
        /// To be filled in by a person: on yellow.
        Gap = "gap",
        /// Wrong: red and underlined.
        Wrong = "wrong",
        /// To be looked at: underlined.
        Doubtful = "doubtful",
    }
}

/// A comment in the margin.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Comment {
    /// Who says so.
    pub author: String,
    /// What is said; a line break begins a paragraph.
    pub text: String,
}
