//! Finds a file's format by its content.

use super::charset::Charset;
use super::json::{Extent, read_at, skip_space, value_extent};
use super::mapping::HeadingIndex;
use super::node::Node;
use super::problem::{Place, Problem, ProblemCode};
use crate::ledger::Entry;

vocabulary! {
    /// The formats that a user can name.
    Format {
        /// `jianyi/ledger/1`, or any JSON with a list of records.
        Json = "json",
        /// One record per line.
        Ndjson = "ndjson",
        /// Text with commas, semicolons or tabs.
        Csv = "csv",
        /// An Excel workbook.
        Xlsx = "xlsx",
    }
}

/// What a file's first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// `jianyi/ledger/1`.
    Document,
    /// A workbook as the office module hands it over.
    Grid,
    /// JSON of another shape.
    Items,
    Lines,
    Csv {
        delimiter: u8,
    },
    /// A container: what is in it only the whole file says.
    Binary,
}

/// What a text file is encoded in, and how many bytes its mark has.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextEncoding {
    pub encoding: Charset,
    pub mark: usize,
}

/// Whether the bytes begin as no text does.
pub(super) fn is_binary(bytes: &[u8]) -> bool {
    const BEGINNINGS: &[&[u8]] = &[
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"\xD0\xCF\x11\xE0",
        b"%PDF",
        b"\x89PNG",
        b"\xFF\xD8\xFF",
        b"GIF8",
        b"Rar!",
        b"7z\xBC\xAF",
        b"\x1F\x8B",
        b"BM6",
        b"{\\rtf",
    ];
    BEGINNINGS.iter().any(|beginning| bytes.starts_with(beginning))
}

/// The encoding that the first bytes of a text speak for; a text without any letter beyond ASCII is UTF-8.
pub(super) fn text_encoding(bytes: &[u8]) -> TextEncoding {
    if let Some((encoding, mark)) = Charset::of_mark(bytes) {
        return TextEncoding { encoding, mark };
    }
    let sample = &bytes[..bytes.len().min(1 << 16)];
    let zeros = |parity: usize| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // every comma, digit and line end of a UTF-16 text has a zero byte, on one side only
    let encoding = if sample.len() >= 8 && odd * 8 > sample.len() && even * 8 < odd {
        Charset::Utf16Le
    } else if sample.len() >= 8 && even * 8 > sample.len() && odd * 8 < even {
        Charset::Utf16Be
    } else {
        fewer_faults(sample)
    };
    TextEncoding { encoding, mark: 0 }
}

/// UTF-8 or GB18030, whichever leaves fewer letters undecoded.
fn fewer_faults(sample: &[u8]) -> Charset {
    let valid = match std::str::from_utf8(sample) {
        Ok(_) => return Charset::Utf8,
        Err(fault) => fault,
    };
    if valid.error_len().is_none() && valid.valid_up_to() + 4 > sample.len() {
        return Charset::Utf8;
    }
    let faults = |encoding: Charset| {
        let text = encoding.decode(sample);
        let letters = |wanted: fn(char) -> bool| text.chars().filter(|letter| wanted(*letter)).count();
        // what is no Chinese text often decodes into rare letters of private use
        letters(|letter| letter == '\u{FFFD}') * 4 + letters(|letter| matches!(letter, '\u{E000}'..='\u{F8FF}'))
    };
    if faults(Charset::Gb18030) < faults(Charset::Utf8) { Charset::Gb18030 } else { Charset::Utf8 }
}

/// The format of a text (UTF-8, or GB18030 bytes); `None` where more bytes are needed to say.
pub(super) fn find_text_format(bytes: &[u8], at_end: bool, index: &HeadingIndex) -> Option<Found> {
    let start = skip_space(bytes, 0);
    match bytes.get(start) {
        None => at_end.then_some(Found::Document),
        Some(b'{') => find_object_format(bytes, start, at_end, index),
        Some(b'[') if is_list_of_values(bytes, start) => Some(Found::Items),
        Some(_) if is_plain_value(bytes, start, at_end) => Some(Found::Items),
        Some(b'<') => Some(Found::Binary),
        Some(_) => find_delimiter(bytes, at_end).map(|delimiter| Found::Csv { delimiter }),
    }
}

fn is_list_of_values(bytes: &[u8], start: usize) -> bool {
    matches!(
        bytes.get(skip_space(bytes, start + 1)),
        None | Some(b'{' | b'[' | b']' | b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n')
    )
}

/// A whole JSON text or number and nothing else.
fn is_plain_value(bytes: &[u8], start: usize, at_end: bool) -> bool {
    at_end
        && matches!(bytes[start], b'"' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n')
        && matches!(value_extent(bytes, start), Extent::Whole(end) if skip_space(bytes, end) == bytes.len())
}

/// Whether a file that begins so is `jianyi/ledger/1` in UTF-8, as far as its first bytes say; `None` where more are needed.
pub(super) fn is_own_document(bytes: &[u8], at_end: bool) -> Option<bool> {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start = skip_space(text, 0);
    match text.get(start) {
        None => None,
        Some(b'{') => object_beginning(text, start, at_end).map(|found| found == ObjectBeginning::Own),
        Some(_) => Some(false),
    }
}

/// What the first fields of a text say that begins with `{`.
#[derive(PartialEq, Eq)]
enum ObjectBeginning {
    /// `jianyi/ledger/1`, or nothing yet that speaks against it.
    Own,
    /// A workbook's grid.
    Grid,
    /// The object ends before this byte, and nothing in it says what it is.
    Closed(usize),
    /// No JSON.
    Broken,
    /// JSON of another shape.
    Other,
}

/// A text that begins with `{`: our document, a workbook's grid, lines of records, or another document.
fn find_object_format(bytes: &[u8], start: usize, at_end: bool, index: &HeadingIndex) -> Option<Found> {
    Some(match object_beginning(bytes, start, at_end)? {
        ObjectBeginning::Own => Found::Document,
        ObjectBeginning::Grid => Found::Grid,
        ObjectBeginning::Closed(end) => after_object(bytes, end, index),
        ObjectBeginning::Broken => broken_beginning(bytes, start),
        ObjectBeginning::Other => Found::Items,
    })
}

/// Looks at the fields of an object until one says what it is; `None` where more bytes are needed.
fn object_beginning(bytes: &[u8], start: usize, at_end: bool) -> Option<ObjectBeginning> {
    const ENOUGH: usize = 1 << 18;
    let decided = at_end || bytes.len() >= ENOUGH;
    let mut at = skip_space(bytes, start + 1);
    loop {
        match bytes.get(at) {
            None => return decided.then_some(ObjectBeginning::Own),
            Some(b'"') => {}
            Some(b'}') => return Some(ObjectBeginning::Closed(at + 1)),
            Some(_) => return Some(ObjectBeginning::Broken),
        }
        let (name, name_end) = read_at::<String>(bytes, at);
        let Ok(name) = name else { return decided.then_some(ObjectBeginning::Broken) };
        let colon = skip_space(bytes, name_end);
        let value = skip_space(bytes, colon + 1);
        match (bytes.get(colon), bytes.get(value)) {
            (Some(b':'), Some(_)) => {}
            (None, _) | (Some(b':'), None) => return decided.then_some(ObjectBeginning::Own),
            _ => return Some(ObjectBeginning::Broken),
        }
        if name == "format" {
            let format = read_at::<String>(bytes, value).0.unwrap_or_default();
            if format.starts_with("jianyi/ledger/") {
                return Some(ObjectBeginning::Own);
            }
            if format == super::grid::GRID_FORMAT {
                return Some(ObjectBeginning::Grid);
            }
        }
        if name == "entries" && bytes[value] == b'[' {
            return match read_at::<Entry<'_>>(bytes, skip_space(bytes, value + 1)).0 {
                Ok(_) => Some(ObjectBeginning::Own),
                Err(error) if error.is_eof() && !decided => None,
                Err(_) => Some(ObjectBeginning::Other),
            };
        }
        match value_extent(bytes, value) {
            Extent::Whole(end) => {
                at = skip_space(bytes, end);
                if bytes.get(at) == Some(&b',') {
                    at = skip_space(bytes, at + 1);
                }
            }
            Extent::Unfinished if decided => return Some(ObjectBeginning::Other),
            Extent::Unfinished => return None,
            Extent::Broken => return Some(ObjectBeginning::Broken),
        }
    }
}

/// One whole object: a line of records, or a document.
fn after_object(bytes: &[u8], end: usize, index: &HeadingIndex) -> Found {
    let next = skip_space(bytes, end);
    let on_a_new_line = bytes[end..next].contains(&b'\n');
    let first = skip_space(bytes, 0);
    let is_record = || match read_at::<Node>(bytes, first).0 {
        Ok(Node::Object(fields)) => fields.iter().filter(|(name, _)| index.knows(name)).count() >= 2,
        _ => false,
    };
    let holds_no_list = || super::locate::locate(&bytes[..end], index).is_none();
    if (next < bytes.len() && on_a_new_line) || (is_record() && holds_no_list()) { Found::Lines } else { Found::Items }
}

/// The first object is no JSON: lines of records where other lines are objects, else a document that is broken.
fn broken_beginning(bytes: &[u8], start: usize) -> Found {
    let lines = bytes[start..].split(|byte| *byte == b'\n').skip(1).take(50);
    let objects =
        lines.filter(|line| serde_json::from_slice::<Node>(line).is_ok_and(|node| matches!(node, Node::Object(_)))).count();
    if objects >= 1 { Found::Lines } else { Found::Items }
}

/// The delimiter that splits most lines into the same number of cells.
pub(super) fn find_delimiter(bytes: &[u8], at_end: bool) -> Option<u8> {
    const LINES: usize = 40;
    if !at_end && bytes.len() < 1 << 14 {
        return None;
    }
    let score = |delimiter: u8| {
        let mut counts: Vec<usize> = Vec::new();
        for line in bytes.split(|byte| *byte == b'\n').take(LINES) {
            let mut quoted = false;
            let mut count = 0;
            for byte in line {
                match byte {
                    b'"' => quoted = !quoted,
                    byte if *byte == delimiter && !quoted => count += 1,
                    _ => {}
                }
            }
            counts.push(count);
        }
        let most_common =
            counts.iter().filter(|count| **count > 0).max_by_key(|count| counts.iter().filter(|other| other == count).count());
        most_common.map_or(0, |common| counts.iter().filter(|count| *count == common).count() * common)
    };
    [b',', b'\t', b';'].into_iter().rev().max_by_key(|delimiter| score(*delimiter))
}

/// What a container is; `Ok` for a workbook.
///
/// # Errors
/// The problem that says why it cannot be read, and what to do.
pub(super) fn check_container(bytes: &[u8]) -> Result<(), Problem> {
    let contains = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let refuse = |code, kind: &str| Err(Problem::new(code, Place::default()).expecting(kind));
    let begins = |beginning: &[u8]| bytes.starts_with(beginning);
    if begins(b"\xD0\xCF\x11\xE0") {
        let protected = contains(&utf16("EncryptedPackage"));
        return refuse(if protected { ProblemCode::PasswordProtected } else { ProblemCode::OldOfficeFile }, "");
    }
    if begins(b"PK") {
        return match () {
            () if contains(b"xl/workbook.xml") => Ok(()),
            () if contains(b"xl/workbook.bin") => refuse(ProblemCode::OldOfficeFile, "xlsb"),
            () if contains(b"word/document.xml") => refuse(ProblemCode::NotATable, "Word (.docx)"),
            () if contains(b"ppt/presentation.xml") => refuse(ProblemCode::NotATable, "PowerPoint (.pptx)"),
            () if contains(b"opendocument") => refuse(ProblemCode::NotATable, "OpenDocument (.ods, .odt)"),
            () => refuse(ProblemCode::NotATable, "ZIP"),
        };
    }
    let kind = match () {
        () if begins(b"%PDF") => "PDF",
        () if begins(b"\x89PNG") || begins(b"\xFF\xD8\xFF") || begins(b"GIF8") || begins(b"BM6") => "JPG/PNG",
        () if begins(b"{\\rtf") => "RTF",
        () if begins(b"Rar!") || begins(b"7z") || begins(b"\x1F\x8B") => "RAR/7z/gz",
        () => "HTML/XML",
    };
    refuse(ProblemCode::NotATable, kind)
}
