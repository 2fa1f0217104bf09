//! An exported table as an XLSX workbook: days as days, everything else as text that no program runs.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::calendar::Date;
use crate::export::ExportTable;

/// Excel holds no more letters in a cell.
const LONGEST_CELL: usize = 32_767;
/// Days from Excel's day 0, 1899-12-30, to 1970-01-01.
const EXCEL_EPOCH: i32 = 25_569;

/// The table as the bytes of a workbook. A text that is longer than a cell can be is cut into several columns at the right.
///
/// # Errors
/// The writer's own, where the table has more rows than a sheet.
pub fn write_workbook(table: &ExportTable) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let bold = Format::new().set_bold().set_text_wrap();
    let sheet = workbook.add_worksheet();
    sheet.set_name("台账")?;
    let mut line = 0_u32;
    for title in &table.title {
        for (part, text) in parts(title).into_iter().enumerate() {
            sheet.write_string(line, part as u16, text)?;
        }
        line += 1;
    }
    for (column, heading) in table.headings.iter().enumerate() {
        sheet.write_string_with_format(line, column as u16, heading.as_str(), &bold)?;
    }
    sheet.set_freeze_panes(line + 1, 0)?;
    for row in &table.rows {
        line += 1;
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            match Date::parse(text).ok().filter(|_| table.dates.get(column) == Some(&true)) {
                Some(on) => {
                    sheet.write_number_with_format(line, column as u16, f64::from(on.days() + EXCEL_EPOCH), &day)?;
                }
                None => {
                    for (part, text) in parts(text).into_iter().enumerate() {
                        sheet.write_string(line, (column + part) as u16, text)?;
                    }
                }
            }
        }
    }
    workbook.save_to_buffer()
}

/// The text in pieces that cells can hold (Excel counts UTF-16 units).
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut units = 0;
    for letter in text.chars() {
        units += letter.len_utf16();
        if units > LONGEST_CELL - 8 {
            parts.push(String::new());
            units = letter.len_utf16();
        }
        if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    parts
}
