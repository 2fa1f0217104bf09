//! A DOCX document to plain text, with a note of everything that was decided on the way.

use serde::Serialize;

use super::numbering::Numbering;
use super::package::Package;
use super::styles::Styles;
use super::walk::Walker;

vocabulary! {
    /// Why a file was not read as a document.
    DocumentFault {
        /// It is no DOCX document.
        NotADocument = "not-a-document",
        /// It is a document of the old binary formats (.doc, .wps).
        Old = "old-document",
        /// It has a password.
        Protected = "protected-document",
        /// It would unpack to more than memory should hold.
        TooLarge = "document-too-large",
        /// It is damaged.
        Broken = "broken-document",
    }
}

/// What was read of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentText {
    /// A line for each paragraph; the cells of a table's row parted by tabs.
    pub text: String,
    /// What was decided on the way.
    pub notes: Notes,
}

/// How often what was met on the way; 0 is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Notes {
    /// Insertions that were taken as accepted.
    #[serde(skip_serializing_if = "is_zero")]
    pub inserted: u32,
    /// Deletions that were taken as accepted.
    #[serde(skip_serializing_if = "is_zero")]
    pub deleted: u32,
    /// Comments, left out.
    #[serde(skip_serializing_if = "is_zero")]
    pub comments: u32,
    /// Pieces of hidden text, left out.
    #[serde(skip_serializing_if = "is_zero")]
    pub hidden: u32,
    /// Pictures, which can't be read.
    #[serde(skip_serializing_if = "is_zero")]
    pub pictures: u32,
    /// Embedded objects, which can't be read.
    #[serde(skip_serializing_if = "is_zero")]
    pub objects: u32,
    /// Text boxes, after the paragraph that they hang on.
    #[serde(skip_serializing_if = "is_zero")]
    pub text_boxes: u32,
    /// Tables.
    #[serde(skip_serializing_if = "is_zero")]
    pub tables: u32,
    /// Paragraphs whose number the word processor reckons.
    #[serde(skip_serializing_if = "is_zero")]
    pub numbered: u32,
    /// Lines of page headers (before the text) and footers (after it).
    #[serde(skip_serializing_if = "is_zero")]
    pub margins: u32,
    /// Parts that end in the middle: the file is damaged, and what follows there is lost.
    #[serde(skip_serializing_if = "is_zero")]
    pub cut: u32,
    /// Footnotes and endnotes, after the text.
    #[serde(skip_serializing_if = "is_zero")]
    pub footnotes: u32,
}

/// The text of a DOCX document: changes accepted, automatic numbers written out.
///
/// # Errors
/// The fault, where the bytes are no such document, or a damaged or too large one.
pub fn read_document(bytes: &[u8]) -> Result<DocumentText, DocumentFault> {
    let mut package = Package::open(bytes)?;
    let main = package.main()?;
    let one = |texts: Vec<String>| texts.into_iter().next().unwrap_or_default();
    let styles = Styles::read(&one(package.related("styles")?));
    let mut numbering = Numbering::read(&one(package.related("numbering")?));
    let mut notes = Notes::default();
    let mut walker = Walker { styles: &styles, numbering: &mut numbering, notes: &mut notes };
    let body = walker.lines(&main)?;
    let mut margins = [Vec::new(), Vec::new()];
    for (kind, lines) in ["header", "footer"].into_iter().zip(&mut margins) {
        for part in package.related(kind)? {
            for line in walker.lines(&part)? {
                if says_something(&line) && !lines.contains(&line) && !body.contains(&line) {
                    lines.push(line);
                }
            }
        }
    }
    let mut footnotes = Vec::new();
    for kind in ["footnotes", "endnotes"] {
        for part in package.related(kind)? {
            footnotes.extend(walker.lines(&part)?.into_iter().filter(|line| says_something(line)));
        }
    }
    let [headers, footers] = margins;
    (notes.margins, notes.footnotes) = ((headers.len() + footers.len()) as u32, footnotes.len() as u32);
    let numbered = footnotes.iter().enumerate().map(|(place, line)| format!("注{}：{}", place + 1, line.trim()));
    let lines: Vec<String> = headers.into_iter().chain(body).chain(numbered).chain(footers).collect();
    Ok(DocumentText { text: lines.join("\n"), notes })
}

/// Whether a line of a margin or note is more than a page number.
fn says_something(line: &str) -> bool {
    let is_of_page_number = |letter: char| letter.is_numeric() || "第页共".contains(letter) || !letter.is_alphanumeric();
    !line.chars().all(is_of_page_number)
}

fn is_zero(count: &u32) -> bool {
    *count == 0
}
