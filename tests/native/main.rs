#![allow(missing_docs)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod report_audit;
mod report_corruption;
mod report_drafts;
mod report_figures;
mod text_numbers;
