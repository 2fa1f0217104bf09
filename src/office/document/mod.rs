//! Documents of a word processor: DOCX bytes to plain text, and a composed sheet to DOCX bytes.
//!
//! `package` opens the parts of the archive · `styles` and `numbering` what paragraphs inherit and are counted by ·
//! `walk` one part to lines of text · `read` the whole · `sheet` what can be written · `write`, `layout` the bytes.

mod layout;
mod numbering;
mod package;
mod read;
mod sheet;
mod styles;
mod walk;
mod write;

pub use read::{DocumentFault, DocumentText, read_document};
pub use sheet::{Comment, DocumentSheet, Mark, Part, Run, Style};
pub use write::write_document;
