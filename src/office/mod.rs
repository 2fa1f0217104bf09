//! Workbooks: XLSX bytes to a [`Grid`](crate::intake::Grid), and a ledger to XLSX bytes. A Cargo feature (`office`), in the
//! browser a second module that the page fetches when it first needs it.
//!
//! `bounds` refuses archives that would unpack to too much · `read` sheets to cells · `write` an exported table to a workbook.

mod bounds;
mod read;
mod write;

pub use read::read_workbook;
pub use write::write_workbook;
