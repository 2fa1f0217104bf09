//! Lines and characters of a file's bytes, and what is wrong with a record that is no JSON.

use super::json::is_syntax;
use super::problem::{Place, Problem, ProblemCode};

/// The line and character of the byte at `at`, both from 1.
pub(super) fn line_and_column(bytes: &[u8], at: usize) -> (usize, usize) {
    let before = &bytes[..at.min(bytes.len())];
    let line_start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |newline| newline + 1);
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let characters = before[line_start..].iter().filter(|byte| **byte & 0xC0 != 0x80).count();
    (line, characters + 1)
}

/// The byte that a parser's line and column (both from 1, columns in bytes) name.
pub(super) fn offset_of(bytes: &[u8], line: usize, column: usize) -> usize {
    let line_start = match line {
        0 | 1 => 0,
        _ => bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(line - 2).map_or(0, |(at, _)| at + 1),
    };
    (line_start + column.saturating_sub(1)).min(bytes.len())
}

/// Why a record is no JSON. `place` is the record's own, at its first byte.
pub(super) fn syntax_problem(record: &[u8], place: Place, error: &serde_json::Error) -> Problem {
    let moved = |at: usize| {
        let (line, column) = line_and_column(record, at);
        let column = if line == 1 { place.column.map(|first| first + column - 1) } else { Some(column) };
        Place {
            line: place.line.map(|first| first + line - 1),
            column,
            byte: place.byte.map(|first| first + at),
            ..place.clone()
        }
    };
    if let Err(fault) = std::str::from_utf8(record) {
        return Problem::new(ProblemCode::NotUtf8, moved(fault.valid_up_to()));
    }
    if error.to_string().contains("recursion limit") {
        return Problem::new(ProblemCode::TooDeep, place);
    }
    let at = offset_of(record, error.line(), error.column());
    let near = String::from_utf8_lossy(&record[at.saturating_sub(12).min(at)..record.len().min(at + 24)]).into_owned();
    let near = near.trim_matches(|letter: char| letter == '\u{FFFD}' || letter.is_whitespace()).to_owned();
    let code = if is_syntax(error) || error.is_eof() { ProblemCode::BadSyntax } else { ProblemCode::TooDeep };
    Problem::new(code, moved(at)).with_value(&near)
}
