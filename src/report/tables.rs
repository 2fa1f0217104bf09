//! Tables pasted as text: rows of cells parted by tabs, bars or wide gaps.

use super::concepts::{Concept, Dimension, concept};
use super::context::Context;
use super::figure::{Rounding, Term};
use super::items::{Item, ShareKind};
use super::outcome::{Conflict, Outcome, ShareFault, Study};
use super::page::Page;
use super::quantities::{Measure, Precision, Quantity};
use super::quotient::Printed;
use crate::text::short::{Looked, any_of, holds};

/// A cell by character indexes.
#[derive(Debug, Clone, Copy)]
struct Cell {
    start: usize,
    end: usize,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Words,
    Count(&'static str),
    Share,
    Rate,
}

/// A table with its figures; `figures[row][column]` is the place of its first character.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub start: usize,
    pub end: usize,
    rows: Vec<Vec<Cell>>,
    columns: Vec<Column>,
    headings: Vec<String>,
}

/// All tables of `page`, in text order.
#[inline(never)]
pub(crate) fn tables(page: &Page) -> Vec<Table> {
    let lines = lines(page);
    let filled: Vec<usize> = (0..lines.len()).filter(|line| lines.get(*line).is_some_and(|cells| !cells.is_empty())).collect();
    let mut tables = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let place = filled.partition_point(|line| *line < at);
        if filled.get(place) == Some(&at)
            && let Some((table, last)) = one_cell_a_line(page, &lines, &filled, place)
        {
            tables.push(table);
            at = filled.get(last).map_or(lines.len(), |line| line + 1);
            continue;
        }
        let width = lines.get(at).map_or(0, Vec::len);
        let mut end = at;
        while width >= 2
            && lines
                .get(end)
                .is_some_and(|line| line.len() == width || (end > at + 1 && line.len() + 1 == width && is_total_row(page, line)))
        {
            end += 1;
        }
        if let Some(block) = lines.get(at..end).filter(|block| block.len() >= 3) {
            let block: Vec<Vec<Cell>> = block.iter().map(|row| widened(row, width)).collect();
            tables.extend(table(page, &block));
        }
        at = end.max(at + 1);
    }
    tables
}

fn is_total_row(page: &Page, row: &[Cell]) -> bool {
    row.first().is_some_and(|cell| is_total(&page.words(cell.start, cell.end)))
}

/// `row` with an empty second cell where 合计 takes the place of two.
fn widened(row: &[Cell], width: usize) -> Vec<Cell> {
    let mut row = row.to_vec();
    if row.len() + 1 == width
        && let Some(first) = row.first().copied()
    {
        row.insert(1, Cell { start: first.end, end: first.end });
    }
    row
}

/// A table that a copy has broken into one cell a line: headings, then a label and its numbers, again and again; between
/// them may be empty lines, which `filled` passes over. The table and the place of its last line in `filled`.
fn one_cell_a_line(page: &Page, lines: &[Vec<Cell>], filled: &[usize], at: usize) -> Option<(Table, usize)> {
    let cell = |place: usize| only_cell(page, lines.get(*filled.get(place)?)?);
    let is_number = |line: usize| cell(line).is_some_and(|cell| number(page, cell).is_some());
    let is_label = |line: usize| cell(line).is_some_and(|cell| !is_number(line) && cell.end - cell.start <= 24);
    let labels = (at..filled.len().min(at + 12)).take_while(|line| is_label(*line)).count();
    let numbers = (at + labels..filled.len().min(at + labels + 12)).take_while(|line| is_number(*line)).count();
    let width = numbers + 1;
    if numbers < 2 || labels < width + 1 {
        return None;
    }
    let first = at + labels - 1 - width;
    let mut rows: Vec<Vec<Cell>> = vec![(first..first + width).filter_map(cell).collect()];
    let mut line = first + width;
    while is_label(line) && (line + 1..line + width).all(is_number) {
        rows.push((line..line + width).filter_map(cell).collect());
        line += width;
    }
    let table = table(page, &rows).filter(|_| rows.len() >= 3)?;
    Some((table, line - 1))
}

/// The one cell of a line; 合    计 is one, its letters set apart.
fn only_cell(page: &Page, line: &[Cell]) -> Option<Cell> {
    let is_letter = |cell: &Cell| cell.end - cell.start == 1 && !page.at(cell.start).is_ascii();
    let (first, last) = (line.first()?, line.last()?);
    (line.len() == 1 || line.iter().all(is_letter)).then_some(Cell { start: first.start, end: last.end })
}

fn lines(page: &Page) -> Vec<Vec<Cell>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for at in 0..=page.len() {
        if at == page.len() || page.at(at) == '\n' {
            lines.push(cells(page, start, at));
            start = at + 1;
        }
    }
    lines
}

fn cells(page: &Page, start: usize, end: usize) -> Vec<Cell> {
    let gap = |at: usize| page.at(at).is_whitespace();
    let tabbed = (start..end).any(|at| page.at(at) == '\t');
    let bar = |at: usize| matches!(page.at(at), '|' | '｜' | '│');
    let parts = |at: usize| if tabbed { page.at(at) == '\t' } else { bar(at) || (gap(at) && gap(at + 1) && at + 1 < end) };
    let mut cells = Vec::new();
    let mut at = start;
    while at <= end {
        while !tabbed && at < end && (gap(at) || bar(at)) {
            at += 1;
        }
        let first = at;
        while at < end && !parts(at) {
            at += 1;
        }
        let (mut from, mut last) = (first, at);
        while last > from && gap(last - 1) {
            last -= 1;
        }
        while from < last && gap(from) {
            from += 1;
        }
        if last > from || tabbed {
            cells.push(Cell { start: from, end: last });
        }
        at += 1;
    }
    cells
}

/// The number of a cell: digits, decimals, unit or percent sign.
fn number(page: &Page, cell: Cell) -> Option<(u64, u8, Option<&'static str>)> {
    let (numeral, end) = super::quantities::read(page, cell.start).filter(|_| page.at(cell.start).is_ascii_digit())?;
    if end == cell.end {
        return Some((numeral.mantissa, numeral.decimals, None));
    }
    let unit = page.first_of(end, &["%", "件次", "件", "份", "条", "家"])?;
    (end + unit.chars().count() == cell.end).then_some((numeral.mantissa, numeral.decimals, Some(unit)))
}

fn table(page: &Page, block: &[Vec<Cell>]) -> Option<Table> {
    let numeric = |row: &Vec<Cell>| row.iter().filter(|cell| number(page, **cell).is_some()).count();
    let ruled: Vec<Vec<Cell>> = block
        .iter()
        .filter(|row| {
            !row.iter().all(|cell| page.words(cell.start, cell.end).chars().all(|mark| matches!(mark, '-' | ':' | '—')))
        })
        .cloned()
        .collect();
    let block = ruled.as_slice();
    let headed = block.first().is_some_and(|row| numeric(row) == 0);
    let rows: Vec<Vec<Cell>> = block.iter().skip(usize::from(headed)).cloned().collect();
    if rows.len() < 2 || rows.iter().filter(|row| numeric(row) > 0).count() < 2 {
        return None;
    }
    let first = block.first()?;
    let headings: Vec<String> = if headed {
        first.iter().map(|cell| page.words(cell.start, cell.end)).collect()
    } else {
        vec![String::new(); first.len()]
    };
    let columns = (0..headings.len()).map(|column| kind_of(page, &rows, &headings, column)).collect();
    let (start, end) = (first.first()?.start, block.last()?.last()?.end);
    Some(Table { start, end, rows, columns, headings })
}

fn kind_of(page: &Page, rows: &[Vec<Cell>], headings: &[String], column: usize) -> Column {
    let heading = headings.get(column).map(String::as_str).unwrap_or_default();
    let looked = Looked::at(heading);
    let has = |words: &[&str]| looked.for_any_of(words);
    let numbers: Vec<_> = rows.iter().filter_map(|row| row.get(column)).filter_map(|cell| number(page, *cell)).collect();
    let numerous = numbers.len() * 2 >= rows.len();
    if !numerous || has(&["序号", "编号", "电话", "日期", "年份", "时间", "备注", "排名", "得分", "分值", "金额", "万元"])
    {
        return Column::Words;
    }
    let percent_cells = numbers.iter().any(|(_, _, unit)| *unit == Some("%"));
    if has(&["占比", "比例", "比重", "百分比", "占"]) || (percent_cells && !has(&["率"])) || heading == "%" {
        return Column::Share;
    }
    if has(&["率"]) {
        return Column::Rate;
    }
    let whole = numbers.iter().all(|(_, decimals, _)| *decimals == 0);
    if !whole {
        return Column::Words;
    }
    let unit = numbers.iter().find_map(|(_, _, unit)| *unit).filter(|unit| *unit != "%");
    let said = ["件次", "份", "条"].into_iter().find(|unit| holds(heading, unit));
    Column::Count(unit.or(said).unwrap_or("件"))
}

/// The figures of a table as items, in text order.
pub(crate) fn table_items(page: &Page, table: &Table) -> Vec<Item> {
    let mut items = Vec::new();
    for row in &table.rows {
        let label = label(page, row);
        for (column, cell) in row.iter().enumerate() {
            let kind = table.columns.get(column).copied().unwrap_or(Column::Words);
            let Some((mantissa, decimals, _)) = number(page, *cell).filter(|_| kind != Column::Words) else { continue };
            let (measure, unit, share) = match kind {
                Column::Count(unit) => (Measure::Count, unit, ShareKind::Other),
                Column::Rate => (Measure::Percent, "%", ShareKind::Rate),
                _ => (Measure::Percent, "%", ShareKind::Share),
            };
            let quantity = Quantity {
                measure,
                start: cell.start,
                end: cell.end,
                mantissa,
                decimals,
                unit,
                precision: Precision::Exact,
                qualifier: None,
                after_letter: false,
            };
            let heading = table.headings.get(column).cloned().unwrap_or_default();
            let context = Context {
                before: label.clone(),
                wide: format!("{label}{heading}"),
                sentence: page.sentence(cell.start),
                paragraph: page.paragraph(cell.start),
                clause_start: cell.start,
                ..Context::default()
            };
            let concept = if is_total(&label) {
                Concept { dimension: Dimension::Plain, value: "总数".into(), earlier: false }
            } else {
                concept(&context, "件")
            };
            let named = match concept.dimension {
                Dimension::Class => concept.value.clone(),
                _ if is_total(&label) => "总数".to_string(),
                _ => label.clone(),
            };
            items.push(Item {
                quantity,
                context,
                concept,
                times: 1,
                share,
                numerators: Vec::new(),
                label: named,
                in_table: true,
            });
        }
    }
    items
}

fn label(page: &Page, row: &[Cell]) -> String {
    row.iter()
        .find(|cell| cell.end > cell.start && number(page, **cell).is_none())
        .map(|cell| page.words(cell.start, cell.end))
        .unwrap_or_default()
}

fn is_total(label: &str) -> bool {
    any_of(label, &["合计", "总计", "总数", "共计", "小计", "总和"])
}

/// Checks sums of columns and shares of rows.
#[inline(never)]
pub(crate) fn check(study: &Study, tables: &[Table], outcome: &mut Outcome) {
    for table in tables {
        let at = |row: usize, column: usize| -> Option<usize> {
            let cell = table.rows.get(row)?.get(column)?;
            let place = study.items.partition_point(|item| item.quantity.start < cell.start);
            study.item(place).filter(|item| item.in_table && item.quantity.start == cell.start).map(|_| place)
        };
        let totals: Vec<usize> = (0..table.rows.len())
            .filter(|row| table.rows.get(*row).is_some_and(|row| is_total(&label(study.page, row))))
            .collect();
        let plain = table.rows.iter().all(|row| {
            let label = label(study.page, row);
            !label.starts_with("其中") && !holds(&label, "小计") && !label.starts_with('一')
        });
        for (column, kind) in table.columns.iter().enumerate() {
            match kind {
                Column::Count(_) if plain => check_column(study, table, &totals, |row| at(row, column), outcome),
                Column::Share => check_shares(study, table, &totals, column, &at, outcome),
                _ => {}
            }
        }
        check_rows(study, table, &at, outcome);
    }
}

fn check_column(study: &Study, table: &Table, totals: &[usize], at: impl Fn(usize) -> Option<usize>, outcome: &mut Outcome) {
    let [total_row] = totals else { return };
    let parts: Vec<usize> = (0..table.rows.len()).filter(|row| row != total_row).filter_map(&at).collect();
    let Some(total) = at(*total_row).filter(|_| parts.len() >= 2) else { return };
    add_up(study, total, &parts, outcome);
}

fn add_up(study: &Study, total: usize, parts: &[usize], outcome: &mut Outcome) {
    let terms = study.terms(parts);
    let (stated, sum) = (study.value(total), study.value_of(&terms));
    outcome.sum(vec![study.term(total)], terms.clone(), stated == sum);
    if stated != sum {
        outcome.conflicts.push(Conflict::Parts { total: vec![study.term(total)], parts: terms, stated, sum, feedback: false });
    }
}

/// Each share is the row's count, in the nearest count column to the left, of that column's total.
fn check_shares(
    study: &Study,
    table: &Table,
    totals: &[usize],
    column: usize,
    at: &impl Fn(usize, usize) -> Option<usize>,
    outcome: &mut Outcome,
) {
    let Some(counts) = (0..column).rev().find(|left| matches!(table.columns.get(*left), Some(Column::Count(_)))) else { return };
    let others: Vec<usize> =
        (0..table.rows.len()).filter(|row| !totals.contains(row)).filter_map(|row| at(row, counts)).collect();
    let whole: Vec<Term> = match totals {
        [total] => at(*total, counts).map(|total| vec![study.term(total)]).unwrap_or_default(),
        _ => study.terms(&others),
    };
    let Ok(base) = u64::try_from(study.value_of(&whole)) else { return };
    let pairs: Vec<(usize, usize)> = (0..table.rows.len()).filter_map(|row| Some((at(row, column)?, at(row, counts)?))).collect();
    let fits = |(percent, part): &(usize, usize)| {
        study.item(*percent).is_some_and(|item| Printed::of(item).fits(study.amount(*part), base))
    };
    let right = pairs.iter().filter(|pair| fits(pair)).count();
    if base == 0 || right * 2 < pairs.len() {
        return;
    }
    for pair in &pairs {
        let (percent, part) = *pair;
        let holds = fits(pair);
        outcome.share(percent, Rounding::HalfUp, vec![study.term(part)], whole.clone(), base, holds);
        let Some(item) = study.item(percent).filter(|_| !holds) else { continue };
        let printed = Printed::of(item);
        let fault = if printed.truncates(study.amount(part), base) { ShareFault::Truncated } else { ShareFault::Wrong };
        outcome.conflicts.push(Conflict::Share { percent, part: study.value(part), base, fault });
    }
}

/// A column 合计 is the sum of the other count columns, where it is so in most rows.
fn check_rows(study: &Study, table: &Table, at: &impl Fn(usize, usize) -> Option<usize>, outcome: &mut Outcome) {
    let is_count = |column: &usize| matches!(table.columns.get(*column), Some(Column::Count(_)));
    let Some(total) = (0..table.columns.len())
        .filter(is_count)
        .find(|column| table.headings.get(*column).is_some_and(|heading| is_total(heading)))
    else {
        return;
    };
    let parts: Vec<usize> = (0..table.columns.len()).filter(is_count).filter(|column| *column != total).collect();
    let rows: Vec<(usize, Vec<usize>)> = (0..table.rows.len())
        .filter_map(|row| {
            let parts: Vec<usize> = parts.iter().filter_map(|column| at(row, *column)).collect();
            Some((at(row, total)?, parts)).filter(|(_, parts)| parts.len() >= 2)
        })
        .collect();
    let adds = |(total, parts): &&(usize, Vec<usize>)| study.value(*total) == study.value_of(&study.terms(parts));
    if rows.iter().filter(adds).count() * 2 > rows.len() {
        for (total, parts) in &rows {
            add_up(study, *total, parts, outcome);
        }
    }
}
