//! The parts of a DOCX archive, found by what they are related as, never by their usual names alone.

use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::read::DocumentFault;
use crate::office::bounds::check_bounds;

/// The most bytes of one part, unpacked: a letter of a thousand pages has some 10 MB.
const LARGEST_PART: u64 = 64 << 20;
/// How an OLE file begins: the old binary formats, and every document with a password.
const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// The name of the stream in which an OLE file keeps an encrypted document, in UTF-16.
const ENCRYPTED: &str = "EncryptedPackage";

/// An opened archive.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    main: String,
    related: Vec<(String, String)>,
}

impl<'b> Package<'b> {
    /// Opens the archive and finds the main part and what it is related to.
    ///
    /// # Errors
    /// The fault, where this is no DOCX document or would unpack to too much.
    pub fn open(bytes: &'b [u8]) -> Result<Self, DocumentFault> {
        if bytes.starts_with(OLE) {
            return Err(if has_stream(bytes, ENCRYPTED) { DocumentFault::Protected } else { DocumentFault::Old });
        }
        if !bytes.starts_with(b"PK") {
            return Err(DocumentFault::NotADocument);
        }
        if let Err(problem) = check_bounds(bytes) {
            let is_large = problem.code == crate::intake::ProblemCode::ArchiveTooLarge;
            return Err(if is_large { DocumentFault::TooLarge } else { DocumentFault::Broken });
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DocumentFault::Broken)?;
        let mut package = Self { archive, main: String::new(), related: Vec::new() };
        let top = package.relations("_rels/.rels", "")?;
        let office = top.into_iter().find(|(kind, _)| kind == "officeDocument").map(|(_, target)| target);
        package.main = office.unwrap_or_else(|| "word/document.xml".to_owned());
        let (folder, name) = package.main.rsplit_once('/').unwrap_or(("", &package.main));
        let (folder, list) = (folder.to_owned(), format!("{folder}/_rels/{name}.rels"));
        package.related = package.relations(list.trim_start_matches('/'), &folder)?;
        Ok(package)
    }

    /// The text of the main part.
    ///
    /// # Errors
    /// The fault, where it is missing or too large.
    pub fn main(&mut self) -> Result<String, DocumentFault> {
        let name = self.main.clone();
        self.part(&name)?.ok_or(DocumentFault::NotADocument)
    }

    /// The texts of all parts that are related to the main part as `kind`, such as `header`.
    ///
    /// # Errors
    /// The fault, where one is too large.
    pub fn related(&mut self, kind: &str) -> Result<Vec<String>, DocumentFault> {
        let names: Vec<String> = self.related.iter().filter(|(of, _)| of == kind).map(|(_, target)| target.clone()).collect();
        let mut texts = Vec::new();
        for name in names {
            texts.extend(self.part(&name)?);
        }
        Ok(texts)
    }

    fn part(&mut self, name: &str) -> Result<Option<String>, DocumentFault> {
        let Ok(file) = self.archive.by_name(name) else { return Ok(None) };
        let mut bytes = Vec::new();
        file.take(LARGEST_PART + 1).read_to_end(&mut bytes).map_err(|_| DocumentFault::Broken)?;
        if bytes.len() as u64 > LARGEST_PART {
            return Err(DocumentFault::TooLarge);
        }
        String::from_utf8(bytes).map(Some).map_err(|_| DocumentFault::Broken)
    }

    /// Kind (the last word of its address) and target of each relation in the list `name`.
    fn relations(&mut self, name: &str, folder: &str) -> Result<Vec<(String, String)>, DocumentFault> {
        let Some(text) = self.part(name)? else { return Ok(Vec::new()) };
        let mut relations = Vec::new();
        let mut reader = Reader::from_str(&text);
        loop {
            match reader.read_event().map_err(|_| DocumentFault::Broken)? {
                Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == b"Relationship" => {
                    let kind = attribute(&tag, "Type").unwrap_or_default();
                    let target = attribute(&tag, "Target").unwrap_or_default();
                    let is_outside = attribute(&tag, "TargetMode").is_some_and(|mode| mode == "External");
                    let path = match target.strip_prefix('/') {
                        Some(whole) => whole.to_owned(),
                        None if folder.is_empty() => target,
                        None => format!("{folder}/{target}"),
                    };
                    if !is_outside {
                        relations.push((kind.rsplit('/').next().unwrap_or_default().to_owned(), path));
                    }
                }
                Event::Eof => return Ok(relations),
                _ => {}
            }
        }
    }
}

/// The attribute of that local name, its entities resolved.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|one| one.key.local_name().as_ref() == name.as_bytes())?;
    let raw = std::str::from_utf8(&found.value).ok()?;
    Some(quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), std::borrow::Cow::into_owned))
}

/// Whether a setting such as `<w:vanish/>` is on: it is unless it says otherwise.
pub(super) fn is_on(tag: &BytesStart<'_>) -> bool {
    !matches!(attribute(tag, "val").as_deref(), Some("0" | "false" | "off" | "none"))
}

fn has_stream(bytes: &[u8], name: &str) -> bool {
    let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wide.len()).any(|window| window == wide)
}
