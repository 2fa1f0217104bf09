//! Intake: a file's bytes to a [`Ledger`](crate::ledger::Ledger) and the problems found on the way.
//!
//! `reader` takes the bytes as they arrive, `any_format` those of other formats than our own · `sniff` finds their format, `charset` their encoding · `document`, `own_entry` and `head` our own format · `items`,
//! `locate` and `lines` any JSON, `flat` its plain records, `kept` reads them again · `csv` and `csv_split` delimited text · `grid` a workbook's sheets · `table` rows to entries · `nested` and
//! `convert` records to entries · `mapping` what columns mean · `value`, `values`, `facts` and `assemble` what cells say and the entry
//! they make, `memo` remembers texts that come again · `rest` what a table cannot hold · `json` walks a document · `node` and `repair` read a record that is not wholly
//! right · `problem` and `place` what can be wrong, and where, `expected` what should have stood there · `plain_table` a small list that is no ledger · `collect` what became of a file · `duplicates` numbers given twice.

mod any_format;
mod assemble;
mod cell;
mod charset;
mod collect;
mod convert;
mod csv;
mod csv_split;
mod document;
mod duplicates;
mod expected;
mod facts;
mod flat;
mod grid;
mod head;
mod items;
mod json;
mod kept;
mod lines;
mod locate;
mod mapping;
mod memo;
mod nested;
mod node;
mod own_entry;
mod place;
mod plain_table;
mod problem;
mod reader;
mod repair;
mod rest;
mod settings;
mod sniff;
mod table;
mod value;
mod values;

/// Whether this is the core module, which is loaded with the page and short of bytes: it reads `jianyi/ledger/1` and no
/// other format, and has no quick way of its own for what is usual.
const IS_CORE: bool = cfg!(all(target_arch = "wasm32", not(feature = "desk")));

pub use cell::Cell;
pub(crate) use cell::FORMULA_MARKS;
#[cfg(target_arch = "wasm32")]
pub use charset::set_gb18030_decoder;
pub use collect::{Aside, Intake, SkipReason, Skipped, Tally};
pub use grid::{GRID_FORMAT, Grid, GridCell, GridSheet};
pub use mapping::{Field, MAPPING_FORMAT, MappedColumn, Mapping};
pub use plain_table::{PlainColumns, PlainRecord, PlainTable, count_in, day_in, read_plain_table};
pub use problem::{Place, Problem, ProblemCode};
pub use reader::Reader;
pub(crate) use rest::rest_of;
pub use settings::ReadingOptions;
pub use sniff::Format;
pub(crate) use table::{ExactTable, HEAD_LABEL};
