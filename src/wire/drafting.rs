//! The shapes of drafts, whose figures know what they count, and of reports set beside the ledger.

use serde::Serialize;

shapes! {
    /// The annual report drafted from a ledger.
    ReportDraftView {
        /// The whole text: a line for each paragraph, a table's cells parted by tabs.
        text: String,
        /// Its paragraphs, in text order.
        paragraphs: Vec<DraftParagraphView>,
        /// Its figures, in text order.
        figures: Vec<LinkedFigureView>,
        /// What a person must fill in, in text order.
        gaps: Vec<(u32, u32)>,
    }

    /// A paragraph, or a row of a table.
    DraftParagraphView {
        /// `title`, `addressee`, `heading`, `subheading`, `body`, `caption`, `row`, `signature`.
        style: String,
        /// Where it stands, without its line break.
        span: (u32, u32),
    }

    /// A figure of a draft and what it counts.
    LinkedFigureView {
        /// The numeral; a percentage with its sign.
        span: (u32, u32),
        /// As it is printed.
        printed: String,
        /// `entries`, `assignments`, `withdrawn`, `continued`, `group`, `base`, `rate`, `part`, `whole`, `rest`, `between`, `body`, `all-bodies`.
        of: String,
        /// The dimension of a group or base; `body` and `role` of the bodies' table.
        dimension: Option<String>,
        /// The group's key; empty: not known.
        key: Option<String>,
        /// The indicator.
        rate: Option<String>,
        /// The body, in the bodies' table.
        body: Option<String>,
        /// The count, or the numerator.
        part: f64,
        /// The denominator, of a percentage.
        whole: Option<f64>,
    }

    /// A figure of a report beside the ledger's.
    BoundFigureView {
        /// The numeral with its unit.
        span: (u32, u32),
        /// As the report prints it.
        printed: String,
        /// What the report counts, in its words.
        label: String,
        /// `agrees`, `differs`, `approximate`, `earlier` (of a year before), `unbound` (its words name nothing that is counted).
        state: String,
        /// The statistic that is set beside it, by its place among the candidates.
        chosen: Option<u32>,
        /// The statistics that its words may name.
        candidates: Vec<BoundCandidateView>,
    }

    /// A statistic of the ledger that a figure may state.
    BoundCandidateView {
        /// What is counted.
        name: String,
        /// The ledger's figure, to the report's decimals.
        printed: String,
        /// Whether it is the report's.
        agrees: bool,
        /// Of entries of this kind only: `suggestion`, `proposal`, `motion`.
        kind: Option<String>,
        /// The dimension of a group.
        dimension: Option<String>,
        /// The group's key.
        key: Option<String>,
        /// The indicator that it is, or belongs to.
        rate: Option<String>,
        /// The count, or the numerator.
        part: f64,
        /// The denominator, of a percentage.
        whole: Option<f64>,
    }
}
