//! Tables that we exported: their columns are known, and what a table cannot hold stands beside them.

use std::borrow::Cow;

use super::Row;
use super::TableNature;
use super::body::{Body, Open};
use super::header::Header;
use super::title::TableTitle;
use crate::intake::cell::Cell;
use crate::intake::collect::Collector;
use crate::intake::head::take_head_field;
use crate::intake::mapping::{Field, Heading, HeadingIndex, MappedColumn};
use crate::intake::node::Node;
use crate::intake::settings::{ReadingOptions, Settings};
use crate::ledger::Entry;

/// The heading of what a table cannot hold.
pub(super) const REST_KEY: &str = "其余内容(请勿改动)";
/// The words before what the ledger says of itself.
pub(crate) const HEAD_LABEL: &str = "台账信息（请勿改动）";

/// Reads rows as an import of the exported table will, to see what is lost.
pub(crate) struct ExactTable {
    body: Body,
    collector: Collector,
    row: usize,
}

impl ExactTable {
    /// A table with these headings and what they mean.
    pub fn new(headings: &[String], fields: Vec<Option<Field>>) -> Self {
        let headings: Vec<Heading> = headings.iter().map(|heading| Heading { path: vec![heading.clone()] }).collect();
        let columns: Vec<MappedColumn> = fields
            .into_iter()
            .map(|field| MappedColumn { field: field.map(|field| field.as_str().to_owned()), ..MappedColumn::default() })
            .collect();
        let settings = Settings::new(ReadingOptions::default());
        let header = Header { start: 0, end: 1, headings };
        let mut body = Body::new(TableNature::default(), header, &columns, TableTitle::default(), &settings, &[]);
        body.read_exactly();
        Self { body, collector: Collector::default(), row: 0 }
    }

    /// The entry that the rows are read as; `None` where they are read as none.
    pub fn read<'c>(&mut self, rows: &'c [Vec<String>]) -> Option<Entry<'c>> {
        let mut open = Open::default();
        for row in rows {
            self.row += 1;
            let cells = row.iter().map(|text| Cell::of_text(text.as_str())).collect();
            let row = Row { number: self.row, line: None, cells, damaged: Vec::new(), bytes: Cow::Borrowed(&[]), kept: None };
            self.body.read(row, &mut open, &mut self.collector, &mut |_| {});
        }
        self.body.take_entry(&mut open)
    }
}

/// The columns of an exported table mean what their headings say, whatever stands under them.
pub(super) fn settle_columns(columns: &mut [MappedColumn]) {
    let index = HeadingIndex::new(&[]);
    for column in columns {
        let (candidates, _) = index.candidates(std::slice::from_ref(&column.heading));
        column.field = candidates.first().map(|field| field.as_str().to_owned());
        column.confidence = 100;
    }
}

/// What the ledger says of itself, from the rows above the headings.
pub(super) fn read_head(rows: &[Row<'_>], collector: &mut Collector) -> TableTitle {
    for row in rows {
        // a workbook's cell ends after 32,767 letters: the text goes on in the next
        let text: String = row.cells.iter().map(|cell| cell.words().into_owned()).collect();
        let Some(json) = text.strip_prefix(HEAD_LABEL).and_then(|rest| rest.strip_prefix('：')) else { continue };
        let Ok(Node::Object(fields)) = serde_json::from_str::<Node>(json) else { continue };
        for (name, value) in fields {
            let problems = take_head_field(&mut collector.head, false, &name, value);
            collector.problems.extend(problems);
        }
    }
    TableTitle::default()
}
