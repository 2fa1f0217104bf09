//! Finds the headings: one to three rows, with cells joined over several columns, below titles.

use super::{Merge, Row};
use crate::intake::cell::Cell;
use crate::intake::mapping::{Field, Heading, Mapping, column_letter, heading_key};
use crate::intake::settings::Settings;
use crate::intake::values::squeeze;

/// Where the headings stand among the first rows, and what they say.
#[derive(Debug)]
pub(in super::super) struct Header {
    /// The first row of headings, as an index.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    pub headings: Vec<Heading>,
}

/// A title or heading row is looked for among so many rows.
const SEARCHED: usize = 60;
/// More columns than this are not mapped.
const MOST_COLUMNS: usize = 512;

/// The headings of a table that begins with `rows`; `None` where no row looks like headings.
pub(super) fn find_header(rows: &[Row<'_>], merges: &[Merge], settings: &Settings) -> Option<Header> {
    let searched = &rows[..rows.len().min(SEARCHED)];
    let scores: Vec<Score> = searched.iter().map(|row| score(row, settings)).collect();
    let best = (0..scores.len()).rev().filter(|at| scores[*at].looks_like_headings()).max_by_key(|at| scores[*at].known)?;
    let mut start = best;
    while start > 0 && best - start < 2 && scores[start - 1].looks_like_upper_headings() {
        start -= 1;
    }
    let mut end = best + 1;
    while end < scores.len() && end - best < 3 && scores[end].looks_like_lower_headings() && !same_words(&rows[best], &rows[end])
    {
        end += 1;
    }
    let width = searched[start..end].iter().map(|row| row.cells.len()).max().unwrap_or(0).min(MOST_COLUMNS);
    let grid: Vec<Vec<String>> = spread(&searched[start..end], merges, width);
    let headings = (0..width).map(|column| heading(&grid, column)).collect();
    Some(Header { start, end, headings })
}

/// Headings by letter (A列, B列 …) for a table that begins at once with its entries; `None` where neither a user's mapping nor
/// the values say that it is a ledger.
pub(super) fn lettered_header(rows: &[Row<'_>], settings: &Settings) -> Option<Header> {
    let filled = |row: &Row<'_>| row.cells.iter().filter(|cell| !cell.is_blank()).count();
    let width = rows.iter().map(|row| row.cells.len()).max()?.min(MOST_COLUMNS);
    let start = rows.iter().position(|row| filled(row) >= 2 && filled(row) * 3 >= width)?;
    let headings: Vec<Heading> =
        (0..width).map(|column| Heading { path: vec![format!("{}列", column_letter(column))] }).collect();
    let knows =
        |mapping: &Mapping| headings.iter().any(|heading| mapping.columns.iter().any(|column| column.heading == heading.key()));
    let speaks = |column: usize| {
        let cells: Vec<&Cell<'_>> = rows[start..].iter().filter_map(|row| row.cells.get(column)).collect();
        Field::of_shape(&cells, &settings.scheme)
    };
    let fields: Vec<Field> = (0..width).filter_map(speaks).collect();
    let is_a_ledger = fields.contains(&Field::Title) || (fields.contains(&Field::Body) && fields.len() >= 2);
    (is_a_ledger || settings.mapping.as_ref().is_some_and(knows)).then_some(Header { start, end: start, headings })
}

struct Score {
    filled: usize,
    known: usize,
    texts: usize,
}

impl Score {
    fn looks_like_headings(&self) -> bool {
        self.known >= 2 && self.known * 2 >= self.filled
    }

    fn looks_like_upper_headings(&self) -> bool {
        self.known >= 1 && self.filled >= 2 && self.known * 2 >= self.filled && self.texts == self.filled
    }

    fn looks_like_lower_headings(&self) -> bool {
        self.known >= 2 && self.known * 3 >= self.filled * 2 && self.texts == self.filled
    }
}

fn score(row: &Row<'_>, settings: &Settings) -> Score {
    const LONGEST_HEADING: usize = 40;
    let mut score = Score { filled: 0, known: 0, texts: 0 };
    let mut seen: Vec<String> = Vec::new();
    for cell in row.cells.iter().take(MOST_COLUMNS).filter(|cell| !cell.is_blank()) {
        score.filled += 1;
        let Cell::Text(text) = cell else { continue };
        score.texts += 1;
        if text.chars().count() > LONGEST_HEADING {
            continue;
        }
        let key = heading_key(text);
        let users = settings.mapping.as_ref().is_some_and(|users| users.columns.iter().any(|column| column.heading == key));
        if (settings.index.knows(text) || users) && !seen.contains(&key) {
            score.known += 1;
            seen.push(key);
        }
    }
    score
}

fn same_words(left: &Row<'_>, right: &Row<'_>) -> bool {
    let words = |row: &Row<'_>| row.cells.iter().map(|cell| squeeze(&cell.words())).collect::<Vec<_>>();
    words(left) == words(right)
}

/// The words of the heading rows, joined cells filled.
fn spread(rows: &[Row<'_>], merges: &[Merge], width: usize) -> Vec<Vec<String>> {
    let mut grid: Vec<Vec<String>> = rows
        .iter()
        .map(|row| (0..width).map(|column| row.cells.get(column).map(|cell| shown(&cell.words())).unwrap_or_default()).collect())
        .collect();
    for merge in merges {
        let Some(top) = rows.iter().position(|row| row.number == merge.rows.0) else { continue };
        let words = grid[top].get(merge.columns.0).cloned().unwrap_or_default();
        for (line, row) in rows.iter().enumerate().filter(|(_, row)| row.number <= merge.rows.1).skip(top) {
            debug_assert!(row.number >= merge.rows.0);
            for cell in grid[line].iter_mut().take(merge.columns.1 + 1).skip(merge.columns.0) {
                *cell = words.clone();
            }
        }
    }
    if merges.is_empty() {
        for line in 0..grid.len().saturating_sub(1) {
            for column in 1..width {
                let under_a_group = grid[line][column].is_empty() && !grid[line + 1][column].is_empty();
                if under_a_group && !grid[line + 1][column - 1].is_empty() {
                    grid[line][column] = grid[line][column - 1].clone();
                }
            }
        }
    }
    grid
}

/// A heading without its line breaks and spaces.
fn shown(words: &str) -> String {
    words.chars().filter(|letter| !letter.is_whitespace()).collect()
}

fn heading(grid: &[Vec<String>], column: usize) -> Heading {
    let mut path: Vec<String> = Vec::new();
    for line in grid {
        let words = &line[column];
        if !words.is_empty() && path.last() != Some(words) {
            path.push(words.clone());
        }
    }
    Heading { path }
}
