//! The shapes of files: what columns were taken for, what was skipped, how two ledgers differ.

use serde::Serialize;

use super::{Place, Row};

shapes! {
    /// What the columns (of a table) or keys (of JSON records) were taken for. As JSON it is a mapping file: `jianyi/mapping/1`.
    MappingView {
        /// Always `jianyi/mapping/1`.
        format: String,
        /// Names the kind of file: equal for files with the same headings.
        key: String,
        /// The columns, in the file's order.
        columns: Vec<MappedColumnView>,
    }

    /// One column.
    MappedColumnView {
        /// The heading, upper and lower joined by `/`; a key path for JSON.
        heading: String,
        /// What it was taken for; absent: kept as text beside the entry.
        field: Option<String>,
        /// The sheet.
        sheet: Option<String>,
        /// The column's letter.
        letter: Option<String>,
        /// How sure that is, in percent.
        confidence: u32,
        /// Up to three values from the file.
        examples: Vec<String>,
    }

    /// A row that is no entry and was not meant to be one.
    SkippedView {
        /// Where it stood.
        place: Place,
        /// `blank`, `section-heading`, `repeated-header`, `subtotal`, `total`, `footer`, `not-in-table`.
        reason: String,
        /// How many rows; more than one for blank rows only.
        rows: u32,
        /// Its words.
        text: String,
    }

    /// The records of a file, counted: `records` = `head` + `read` + `skipped` + `aside`.
    TallyView {
        /// Rows of a table, lines, items of a list.
        records: u32,
        /// Title rows and headings.
        head: u32,
        /// Records that are an entry or part of one.
        read: u32,
        /// Blank rows, section headings, totals and the like.
        skipped: u32,
        /// Records of which no entry could be made.
        aside: u32,
        /// The entries that came of them.
        entries: u32,
    }

    /// What changed from one ledger to another.
    Comparison {
        /// Entries that only the newer ledger has.
        added: Vec<Row>,
        /// Entries that only the older ledger has.
        gone: Vec<Row>,
        /// Entries that differ.
        changed: Vec<EntryChange>,
        /// How many are the same.
        unchanged: u32,
    }

    /// An entry that differs.
    EntryChange {
        /// The newer ledger's row.
        row: Row,
        /// Its state in the older ledger, on the older ledger's day.
        state_before: String,
        /// Its state in the newer one.
        state_after: String,
        /// The fields that differ.
        fields: Vec<FieldChange>,
    }

    /// A field that differs.
    FieldChange {
        /// JSON pointer in the entry.
        pointer: String,
        /// The older value; absent where there was none.
        before: Option<String>,
        /// The newer value; absent where there is none.
        after: Option<String>,
    }
}
