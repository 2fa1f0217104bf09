//! Small numbers in a public table: which cells are not printed, so that no reader can reckon them.

/// Which cells of a table of counts are left out, row by row, where every row's and column's sum is printed.
///
/// Every count below `minimum` but zero is left out, then others until (a) what a line leaves out sums to at least
/// `minimum`, and (b) no left-out cell follows from the sums: in the graph whose nodes are rows and columns and whose edges
/// are the left-out cells, an edge is determined exactly where it is a bridge.
pub fn suppressed(counts: &[Vec<u32>], minimum: u32) -> Vec<Vec<bool>> {
    let mut hidden: Vec<Vec<bool>> =
        counts.iter().map(|row| row.iter().map(|count| *count > 0 && *count < minimum).collect()).collect();
    let columns = counts.iter().map(Vec::len).max().unwrap_or(0);
    loop {
        let row = (0..counts.len()).map(|row| (0..columns).map(|column| (row, column)).collect::<Vec<_>>());
        let column = (0..columns).map(|column| (0..counts.len()).map(|row| (row, column)).collect::<Vec<_>>());
        let weak = row.chain(column).find_map(|line| next_in_line(counts, &hidden, &line, minimum));
        let next = weak.or_else(|| beside_a_bridge(counts, &hidden));
        let Some((row, column)) = next else { return hidden };
        match hidden.get_mut(row).and_then(|cells| cells.get_mut(column)) {
            Some(cell) => *cell = true,
            None => return hidden,
        }
    }
}

type Cell = (usize, usize);

/// The cell to leave out beside those of a line that leaves out too little.
fn next_in_line(counts: &[Vec<u32>], hidden: &[Vec<bool>], line: &[Cell], minimum: u32) -> Option<Cell> {
    let left_out: Vec<&Cell> = line.iter().filter(|cell| is(hidden, **cell)).collect();
    let sum: u32 = left_out.iter().map(|cell| count(counts, **cell)).sum();
    let weak = !left_out.is_empty() && (left_out.len() < 2 || sum < minimum);
    if !weak { None } else { smallest(counts, hidden, line) }
}

fn smallest(counts: &[Vec<u32>], hidden: &[Vec<bool>], line: &[Cell]) -> Option<Cell> {
    let printed = line.iter().copied().filter(|cell| !is(hidden, *cell) && exists(counts, *cell));
    printed.min_by_key(|cell| (count(counts, *cell) == 0, count(counts, *cell), *cell))
}

/// A cell in the row or column of a left-out cell that follows from the sums.
fn beside_a_bridge(counts: &[Vec<u32>], hidden: &[Vec<bool>]) -> Option<Cell> {
    let edges: Vec<Cell> = hidden
        .iter()
        .enumerate()
        .flat_map(|(row, cells)| cells.iter().enumerate().filter(|(_, hidden)| **hidden).map(move |(column, _)| (row, column)))
        .collect();
    edges.iter().filter(|edge| is_bridge(&edges, **edge)).find_map(|(row, column)| {
        let beside: Vec<Cell> = (0..counts.get(*row).map_or(0, Vec::len)).map(|other| (*row, other)).collect();
        let below: Vec<Cell> = (0..counts.len()).map(|other| (other, *column)).collect();
        smallest(counts, hidden, &beside).or_else(|| smallest(counts, hidden, &below))
    })
}

/// Whether no other path leads from the edge's row to its column.
pub(super) fn is_bridge(edges: &[Cell], edge: Cell) -> bool {
    let mut rows = vec![edge.0];
    let mut columns: Vec<usize> = Vec::new();
    loop {
        let others = edges.iter().filter(|other| **other != edge);
        let found = others.clone().find(|(row, column)| rows.contains(row) != columns.contains(column));
        let Some((row, column)) = found else { return !columns.contains(&edge.1) };
        if rows.contains(row) {
            columns.push(*column);
        } else {
            rows.push(*row);
        }
    }
}

fn is(hidden: &[Vec<bool>], (row, column): Cell) -> bool {
    hidden.get(row).and_then(|cells| cells.get(column)).copied().unwrap_or(false)
}

fn count(counts: &[Vec<u32>], (row, column): Cell) -> u32 {
    counts.get(row).and_then(|cells| cells.get(column)).copied().unwrap_or(0)
}

fn exists(counts: &[Vec<u32>], (row, column): Cell) -> bool {
    counts.get(row).is_some_and(|cells| column < cells.len())
}
