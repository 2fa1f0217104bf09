//! A ledger as a table with Chinese headings: one row per handling body, for Excel and back.
//!
//! A table holds an entry's first round. What it cannot hold – further rounds, approvals, texts of replies, promises after
//! the first, extensions, people beyond their names – stands as JSON in the last column (`其余内容（请勿改动）`), and what the
//! ledger says of itself in the row above the headings (`台账信息（请勿改动）`). So the exported table is read back as the same
//! ledger, and a cell that somebody changed still counts.
//!
//! `columns` the headings and what stands under them · `table` the rows · `csv` the table as text.

mod columns;
mod csv;
mod table;

pub use csv::to_csv;
pub use table::{ExportTable, export_table};
