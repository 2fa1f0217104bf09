//! An exported table as CSV that Excel opens: UTF-8 with a byte order mark, CRLF, every formula mark guarded.

use super::table::ExportTable;
use crate::intake::FORMULA_MARKS;

/// The table as the bytes of a CSV file.
pub fn to_csv(table: &ExportTable) -> Vec<u8> {
    let mut out = b"\xEF\xBB\xBF".to_vec();
    let width = table.headings.len();
    for title in &table.title {
        write_row(&mut out, std::iter::once(title.as_str()).chain(std::iter::repeat_n("", width - 1)));
    }
    write_row(&mut out, table.headings.iter().map(String::as_str));
    for row in &table.rows {
        write_row(&mut out, row.iter().map(String::as_str));
    }
    out
}

fn write_row<'t>(out: &mut Vec<u8>, cells: impl Iterator<Item = &'t str>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            out.push(b',');
        }
        write_cell(out, cell);
    }
    out.extend_from_slice(b"\r\n");
}

/// A cell that begins with a formula mark leaves with an apostrophe before it, so that no spreadsheet runs it.
fn write_cell(out: &mut Vec<u8>, cell: &str) {
    let guard = if cell.starts_with(FORMULA_MARKS) { "'" } else { "" };
    let quoted = cell.contains([',', '"', '\n', '\r', '\t', ';']) || cell.starts_with(' ') || cell.ends_with(' ');
    if quoted {
        out.push(b'"');
        out.extend_from_slice(guard.as_bytes());
        out.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
        out.push(b'"');
    } else {
        out.extend_from_slice(guard.as_bytes());
        out.extend_from_slice(cell.as_bytes());
    }
}
