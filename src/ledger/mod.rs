//! The model: a ledger (台账) and its entries, as the published format `jianyi/ledger/1` writes them.
//!
//! `header` the document, its head and the outcome schemes · `entry` one submission · `round` its handling ·
//! `records` a loaded ledger · `aliases` which names stand for one body · `vocabulary` the closed word lists · `words` texts borrowed from the file.

mod aliases;
mod entry;
mod header;
mod records;
mod round;
mod vocabulary;
mod words;

pub use aliases::{AliasFault, Aliases, spoken_names};
pub use entry::{Commitment, Disclosure, Entry, KeyItem, Session, Submitter, Withdrawal};
pub use header::{FormatName, LEDGER_FORMAT, LedgerDocument, LedgerHead, OutcomeMark, OutcomeMeaning, OutcomeScheme};
pub use records::{KeptPlace, Ledger, ReadAgain, Records};
pub use round::{
    AdoptedPoints, Approval, Assignment, AssistingOpinion, Consultation, Extension, Feedback, Outcome, Reply, Return, Round,
};
pub use vocabulary::{
    ApprovalStep, CommitmentState, ConsultationMeans, ConsultationStage, DisclosureAttribute, Filing, HandlingRole, Level,
    PublicationExtent, Rating, RoundCause, Sitting, SubmissionKind, SubmitterForm,
};
pub use words::Words;
