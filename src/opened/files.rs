//! What became of a file: its columns, rows, records; and the ledger as another file.

use super::{OpenedLedger, Opening, enter, shape};
use crate::export::{ExportTable, export_table, to_csv};
use crate::intake::{Grid, Intake, Mapping, Place, Problem, ProblemCode, Reader, Skipped, Tally};
use crate::ledger::Entry;
use crate::wire;

/// Reads what is left; a workbook by the office module, where this module has it.
pub(super) fn read_to_the_end(reader: Reader, on_entry: &mut impl FnMut(&Entry<'_>)) -> Result<Intake, Problem> {
    #[cfg(feature = "office")]
    if let Some(workbook) = reader.workbook()? {
        let grid = crate::office::read_workbook(workbook)?;
        return reader.finish_with_grid(&grid, on_entry);
    }
    reader.finish(on_entry)
}

impl Opening {
    /// The bytes that arrived so far, where this module does not read their format: the module `desk` goes on with them.
    pub fn hand_over(&mut self, at_end: bool) -> Option<Vec<u8>> {
        self.reader.hand_over(at_end)
    }

    /// The bytes of an Excel workbook, where the file is one and has arrived wholly; hand what the office module makes of
    /// them to [`Self::finish_with_grid`].
    pub fn take_workbook(&mut self) -> Option<Vec<u8>> {
        self.reader.take_workbook()
    }

    /// Opens the ledger in a workbook's sheets, `jianyi/grid/1` as the office module writes it.
    ///
    /// # Errors
    /// The problem, where nothing could be read.
    pub fn finish_with_grid(self, grid: &[u8]) -> Result<OpenedLedger, Problem> {
        let Self { options, reader, mut columns } = self;
        let grid: Grid = serde_json::from_slice(grid)
            .map_err(|error| Problem::new(ProblemCode::BrokenWorkbook, Place::default()).expecting(error.to_string()))?;
        let intake = reader.finish_with_grid(&grid, &mut |entry| enter(&mut columns, &options.aliases, entry))?;
        Self::open(options, columns, intake)
    }
}

impl OpenedLedger {
    /// Rows of a table that are neither entries nor kept aside.
    pub fn skipped(&self) -> &[Skipped] {
        &self.skipped
    }

    /// The same in the boundary's shape.
    pub fn skipped_views(&self) -> Vec<wire::SkippedView> {
        let view = |skipped: &Skipped| wire::SkippedView {
            place: shape::place(&skipped.place, self.file.as_deref()),
            reason: skipped.reason.as_str().to_owned(),
            rows: skipped.rows as u32,
            text: skipped.text.clone(),
        };
        self.skipped.iter().map(view).collect()
    }

    /// The records of the file, counted.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// The same in the boundary's shape.
    pub fn tally_view(&self) -> wire::TallyView {
        wire::TallyView {
            records: self.tally.records as u32,
            head: self.tally.head as u32,
            read: self.tally.read as u32,
            skipped: self.tally.skipped as u32,
            aside: self.aside.len() as u32,
            entries: self.len() as u32,
        }
    }

    /// What the file's columns or keys were taken for; `None` for `jianyi/ledger/1`.
    pub fn mapping(&self) -> Option<&Mapping> {
        self.mapping.as_ref()
    }

    /// The same in the boundary's shape.
    pub fn mapping_view(&self) -> Option<wire::MappingView> {
        let mapping = self.mapping.as_ref()?;
        let columns = mapping.columns.iter().map(|column| wire::MappedColumnView {
            heading: column.heading.clone(),
            field: column.field.clone(),
            sheet: column.sheet.clone(),
            letter: column.letter.clone(),
            confidence: u32::from(column.confidence),
            examples: column.examples.clone(),
        });
        Some(wire::MappingView { format: mapping.format.clone(), key: mapping.key.clone(), columns: columns.collect() })
    }

    /// The ledger as a table with Chinese headings, one row per handling body.
    pub fn to_table(&self) -> ExportTable {
        export_table(&self.ledger, &shape::head_json(&self.ledger))
    }

    /// The ledger as CSV that Excel opens: UTF-8 with a byte order mark.
    pub fn to_csv(&self) -> Vec<u8> {
        to_csv(&self.to_table())
    }

    /// The table as JSON, from which the office module makes a workbook.
    pub fn to_table_json(&self) -> Vec<u8> {
        serde_json::to_vec(&self.to_table()).unwrap_or_default()
    }
}
