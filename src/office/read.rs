//! The sheets of an XLSX workbook to cells. Formulas are never run: the value that the program kept with them counts.

use std::io::Cursor;

use calamine::{DataRef, Reader as _, Xlsx, XlsxError};

use super::bounds::check_bounds;
use crate::intake::{GRID_FORMAT, Grid, GridCell, GridSheet, Place, Problem, ProblemCode};

/// More columns of a row than this are not read.
const MOST_COLUMNS: usize = 1024;

/// All sheets of a workbook.
///
/// # Errors
/// The problem, where the workbook is broken, protected, or would unpack to too much.
pub fn read_workbook(bytes: &[u8]) -> Result<Grid, Problem> {
    check_bounds(bytes)?;
    let mut workbook: Xlsx<Cursor<&[u8]>> = Xlsx::new(Cursor::new(bytes)).map_err(|error| problem(&error))?;
    let mut grid = Grid { format: GRID_FORMAT.to_owned(), sheets: Vec::new(), broken: Vec::new(), refused: None };
    for name in workbook.sheet_names() {
        match read_sheet(&mut workbook, &name) {
            Ok(sheet) => grid.sheets.push(sheet),
            Err(XlsxError::WorksheetNotFound(_)) => {}
            Err(error) => grid.broken.push((name, error.to_string())),
        }
    }
    match grid.broken.first() {
        Some((sheet, why)) if grid.sheets.is_empty() => {
            let place = Place { sheet: Some(sheet.clone()), ..Place::default() };
            Err(Problem::new(ProblemCode::BrokenWorkbook, place).expecting(why.as_str()))
        }
        _ => Ok(grid),
    }
}

fn problem(error: &XlsxError) -> Problem {
    let code = match error {
        XlsxError::Password => ProblemCode::PasswordProtected,
        _ => ProblemCode::BrokenWorkbook,
    };
    Problem::new(code, Place::default()).expecting(error.to_string())
}

fn read_sheet(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<GridSheet, XlsxError> {
    let mut rows: Vec<(usize, Vec<GridCell>)> = Vec::new();
    let mut cells = workbook.worksheet_cells_reader(name)?;
    while let Some(cell) = cells.next_cell()? {
        let (row, column) = cell.get_position();
        let (row, column) = (row as usize + 1, column as usize);
        let value = grid_cell(cell.get_value());
        if value == GridCell::Empty || column >= MOST_COLUMNS {
            continue;
        }
        if rows.last().is_none_or(|(last, _)| *last != row) {
            rows.push((row, Vec::new()));
        }
        if let Some((_, line)) = rows.last_mut() {
            if line.len() <= column {
                line.resize(column + 1, GridCell::Empty);
            }
            line[column] = value;
        }
    }
    drop(cells);
    let merges = workbook.worksheet_merge_cells(name).transpose()?.unwrap_or_default();
    let merge = |merged: &calamine::Dimensions| {
        (merged.start.0 as usize + 1, merged.end.0 as usize + 1, merged.start.1 as usize, merged.end.1 as usize)
    };
    Ok(GridSheet { name: name.to_owned(), rows, merges: merges.iter().map(merge).collect(), ..GridSheet::default() })
}

fn grid_cell(value: &DataRef<'_>) -> GridCell {
    match value {
        DataRef::Empty | DataRef::SharedString("") => GridCell::Empty,
        DataRef::SharedString(text) => GridCell::Text((*text).to_owned()),
        DataRef::String(text) if text.is_empty() => GridCell::Empty,
        DataRef::String(text) => GridCell::Text(text.clone()),
        DataRef::Int(number) => GridCell::Number(*number as f64),
        DataRef::Float(number) => GridCell::Number(*number),
        DataRef::Bool(value) => GridCell::Bool(*value),
        DataRef::DateTime(serial) if serial.is_datetime() => GridCell::Date { d: serial.as_f64() },
        DataRef::DateTime(serial) => GridCell::Number(serial.as_f64()),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => GridCell::Text(text.clone()),
        DataRef::Error(error) => GridCell::Error { e: error.to_string() },
    }
}
