//! Walks a JSON document that may not have arrived wholly, value by value.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::error::Category;

/// What stands at a place of a document that is still arriving.
pub(super) enum Extent {
    /// A whole value that ends before this byte.
    Whole(usize),
    /// The value goes on beyond what has arrived.
    Unfinished,
    /// Not JSON.
    Broken,
}

/// The end of the value that begins at `start`.
pub(super) fn value_extent(bytes: &[u8], start: usize) -> Extent {
    let (value, end) = read_at::<IgnoredAny>(bytes, start);
    match value {
        Ok(_) => Extent::Whole(end),
        Err(error) if error.is_eof() => Extent::Unfinished,
        Err(_) => Extent::Broken,
    }
}

/// Reads the value that begins at `start`, and where it ends.
pub(super) fn read_at<'de, T: Deserialize<'de>>(bytes: &'de [u8], start: usize) -> (Result<T, serde_json::Error>, usize) {
    let mut values = serde_json::Deserializer::from_slice(&bytes[start..]).into_iter::<T>();
    match values.next() {
        Some(value) => (value, start + values.byte_offset()),
        None => (Err(serde::de::Error::custom("no value")), start),
    }
}

/// Reads the JSON text that begins at `start`, escaped letters and all, and where it ends.
pub(super) fn read_text_at(text: &str, start: usize) -> Option<(String, usize)> {
    let mut values = serde_json::Deserializer::from_str(text.get(start..)?).into_iter::<String>();
    let words = values.next()?.ok()?;
    Some((words, start + values.byte_offset()))
}

/// Whether the parser gave up because the text is not JSON (and not because a value has another shape).
pub(super) fn is_syntax(error: &serde_json::Error) -> bool {
    matches!(error.classify(), Category::Syntax | Category::Io)
}

/// The first byte at or after `start` that is no white space; `start` where nothing more has arrived.
pub(super) fn skip_space(bytes: &[u8], start: usize) -> usize {
    let space = bytes.iter().skip(start).take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count();
    start + space
}

/// Where a broken record that begins at `start` most likely ends, so that reading can go on after it.
///
/// The bracket that closes it, reckoned outside of quoted texts, if the next record begins right after and no record before
/// that stands as far from the beginning of its line as this one; else the last byte before what looks like the next record
/// (`}` or a line end, a comma, `{`), else the end of the bytes.
pub(super) fn broken_extent(bytes: &[u8], start: usize) -> usize {
    let aligned = indent(bytes, start).and_then(|own| next_record(bytes, start, |found| is_indented(bytes, found, own)));
    if let Some(end) = closing_bracket(bytes, start).filter(|end| aligned.is_none_or(|aligned| *end <= aligned)) {
        let next = skip_space(bytes, end);
        let is_last = aligned.is_none() && matches!(bytes.get(next), None | Some(b']'));
        if is_last || bytes.get(next) == Some(&b',') {
            return end;
        }
    }
    aligned.or_else(|| next_record(bytes, start, |_| true)).unwrap_or(bytes.len())
}

/// The end of what stands before the next `{` that looks like a record's beginning and `is_one`.
fn next_record(bytes: &[u8], start: usize, is_one: impl Fn(usize) -> bool) -> Option<usize> {
    let mut at = start + 1;
    while let Some(found) = find(bytes, at, b'{') {
        let before = before_space(bytes, found);
        let separated = before > start + 1 && bytes[before - 1] == b',' && {
            let closed = before_space(bytes, before - 1);
            bytes[closed - 1] == b'}' || bytes[before..found].contains(&b'\n')
        };
        if separated && matches!(bytes.get(skip_space(bytes, found + 1)), Some(b'"' | b'}')) && is_one(found) {
            return Some(before_space(bytes, before - 1));
        }
        at = found + 1;
    }
    None
}

/// Whether `at` stands so far from the beginning of its line; no line is walked, however long.
fn is_indented(bytes: &[u8], at: usize, width: usize) -> bool {
    let Some(line_end) = at.checked_sub(width + 1) else { return false };
    bytes[line_end] == b'\n' && bytes[line_end + 1..at].iter().all(|byte| matches!(byte, b' ' | b'\t'))
}

/// How far from the beginning of its line `at` stands, where nothing but white space stands before it.
fn indent(bytes: &[u8], at: usize) -> Option<usize> {
    let line = bytes.get(..at)?.iter().rposition(|byte| *byte == b'\n')? + 1;
    bytes[line..at].iter().all(u8::is_ascii_whitespace).then_some(at - line)
}

fn closing_bracket(bytes: &[u8], start: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut quoted = false;
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match (quoted, byte) {
            (true, b'\\') => at += 1,
            (_, b'"') => quoted = !quoted,
            (false, b'{' | b'[') => depth += 1,
            (false, b'}' | b']') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

fn find(bytes: &[u8], from: usize, wanted: u8) -> Option<usize> {
    bytes.get(from..)?.iter().position(|byte| *byte == wanted).map(|at| from + at)
}

/// One past the last byte before `end` that is no white space.
fn before_space(bytes: &[u8], end: usize) -> usize {
    let space = bytes[..end].iter().rev().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')).count();
    end - space
}
