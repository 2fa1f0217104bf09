//! A small list that is no ledger: delimited text in any encoding, or JSON with a list of flat records.

use super::cell::Cell;
use super::csv::CsvRows;
use super::node::Node;
use super::place::syntax_problem;
use super::problem::{Place, Problem, ProblemCode};
use super::sniff::{check_container, find_delimiter, is_binary, text_encoding};
use super::values::{Reading, read_date, squeeze};
use crate::calendar::Date;

/// The columns that a list may have, each with the headings that name it.
pub type PlainColumns = &'static [(&'static str, &'static [&'static str])];

/// One record of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct PlainRecord {
    /// Where it stands.
    pub place: Place,
    /// A cell for each column, in the order of the columns; a column that the list lacks is empty.
    pub cells: Vec<Cell<'static>>,
}

/// A list that was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlainTable {
    /// The records, in the file's order; those in which nothing stands are left out.
    pub records: Vec<PlainRecord>,
    /// The heading by which each column was known; `None` where the list lacks it.
    pub headings: Vec<Option<String>>,
    /// The headings that name no column.
    pub unused: Vec<String>,
}

/// Reads a list whose columns are named as `columns` says.
///
/// # Errors
/// The problem, where the file is no such list or none of its headings names a column.
pub fn read_plain_table(bytes: &[u8], columns: PlainColumns) -> Result<PlainTable, Problem> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        let code = if bytes.is_empty() { ProblemCode::EmptyFile } else { ProblemCode::BlankFile };
        return Err(Problem::new(code, Place::default()));
    }
    if is_binary(bytes) {
        check_container(bytes)?;
        return Err(Problem::new(ProblemCode::NotATable, Place::default()).expecting("Excel (.xlsx)"));
    }
    let found = text_encoding(bytes);
    let text = found.encoding.decode(&bytes[found.mark.min(bytes.len())..]);
    let is_json = text.trim_start().starts_with(['[', '{']);
    let table = if is_json { of_json(&text, columns)? } else { of_rows(&text, columns) };
    if table.headings.iter().all(Option::is_none) {
        let names: Vec<&str> = columns.iter().filter_map(|(_, names)| names.first().copied()).collect();
        return Err(Problem::new(ProblemCode::NoHeadings, Place::default())
            .with_value(&table.unused.join("、"))
            .expecting(names.join("、")));
    }
    Ok(table)
}

/// The day in a cell; `None` where nothing stands there.
///
/// # Errors
/// What is wrong with it.
pub fn day_in(cell: &Cell<'_>) -> Result<Option<Date>, ProblemCode> {
    match read_date(cell, None) {
        Reading::Blank => Ok(None),
        Reading::Read(value) => Ok(Some(value)),
        Reading::Unread(code) => Err(code),
    }
}

/// The whole number in a cell, 0 or more; `None` where nothing stands there.
///
/// # Errors
/// What is wrong with it.
pub fn count_in(cell: &Cell<'_>) -> Result<Option<u32>, ProblemCode> {
    let plain = squeeze(&cell.words()).replace(',', "");
    match plain.parse::<f64>() {
        _ if plain.is_empty() => Ok(None),
        Ok(count) if count.fract() != 0.0 || !(0.0..=f64::from(u32::MAX)).contains(&count) => Err(ProblemCode::OutOfRange),
        Ok(count) => Ok(Some(count as u32)),
        Err(_) => Err(ProblemCode::WrongType),
    }
}

fn of_rows(text: &str, columns: PlainColumns) -> PlainTable {
    let delimiter = find_delimiter(text.as_bytes(), true).unwrap_or(b',');
    let mut rows = CsvRows::new(delimiter, super::charset::Charset::Utf8);
    let mut table = PlainTable::default();
    let mut used: Vec<Option<usize>> = Vec::new();
    rows.push(text.as_bytes(), true, &mut |row| {
        if row.cells.iter().all(Cell::is_blank) {
            return;
        }
        if table.headings.is_empty() {
            let names: Vec<String> = row.cells.iter().map(|cell| cell.words().into_owned()).collect();
            used = places(&names, columns, &mut table);
            return;
        }
        let place = Place { row: Some(row.number), line: row.line, ..Place::default() };
        let cell = |at: &Option<usize>| at.and_then(|at| row.cells.get(at).cloned()).map_or(Cell::Empty, Cell::into_owned);
        table.records.push(PlainRecord { place, cells: used.iter().map(cell).collect() });
    });
    table
}

fn of_json(text: &str, columns: PlainColumns) -> Result<PlainTable, Problem> {
    let document: Node = serde_json::from_str(text)
        .map_err(|error| syntax_problem(text.as_bytes(), Place { line: Some(1), column: Some(1), ..Place::default() }, &error))?;
    let (at, items) = match document {
        Node::List(items) => (String::new(), items),
        Node::Object(fields) => {
            let list = fields.into_iter().find_map(|(name, value)| match value {
                Node::List(items) => Some((format!("/{name}"), items)),
                _ => None,
            });
            list.ok_or_else(|| Problem::new(ProblemCode::OtherShape, Place::default()))?
        }
        _ => return Err(Problem::new(ProblemCode::OtherShape, Place::default())),
    };
    let mut names: Vec<String> = Vec::new();
    for (_, item) in &items {
        let Node::Object(fields) = item else { continue };
        names.extend(fields.iter().map(|(name, _)| name).filter(|name| !names.contains(name)).cloned().collect::<Vec<_>>());
    }
    let mut table = PlainTable::default();
    let used = places(&names, columns, &mut table);
    for (number, item) in &items {
        let field = |at: &Option<usize>| {
            let name = at.and_then(|at| names.get(at))?;
            let Node::Object(fields) = item else { return None };
            let (_, value) = fields.iter().find(|(found, _)| found == name)?;
            Some(Cell::of_node(value).map_or_else(|| Cell::of_text(value.to_json()), Cell::into_owned))
        };
        let place = Place { pointer: Some(format!("{at}/{number}")), row: Some(number + 1), ..Place::default() };
        table.records.push(PlainRecord { place, cells: used.iter().map(|at| field(at).unwrap_or(Cell::Empty)).collect() });
    }
    Ok(table)
}

/// Where each column stands among the headings `names`.
fn places(names: &[String], columns: PlainColumns, table: &mut PlainTable) -> Vec<Option<usize>> {
    let plain: Vec<String> = names.iter().map(|name| squeeze(name).to_lowercase()).collect();
    let found = |wanted: &[&str]| wanted.iter().find_map(|wanted| plain.iter().position(|name| name == wanted));
    let used: Vec<Option<usize>> = columns.iter().map(|(_, headings)| found(headings)).collect();
    table.headings = used.iter().map(|at| at.and_then(|at| names.get(at)).cloned()).collect();
    let unused = names.iter().enumerate().filter(|(at, name)| !used.contains(&Some(*at)) && !name.trim().is_empty());
    table.unused = unused.map(|(_, name)| name.clone()).collect();
    used
}
