#![allow(missing_docs)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod calendar_holidays;
mod calendar_periods;
mod drafting;
mod export_tables;
mod format_schema;
mod house;
mod intake_bad_input;
mod intake_cases;
mod intake_files;
mod intake_properties;
mod profile_documents;
mod profile_due;
mod profile_faults;
mod reply_asks;
mod reply_cases;
mod reply_fields;
mod reply_mutations;
mod reply_rules;
mod reply_total;
mod report_audit;
mod report_corruption;
mod report_drafts;
mod report_figures;
mod review_boundary;
mod samples;
mod statistics_cases;
mod statistics_properties;
mod statistics_published;
mod statistics_reference;
mod statistics_same;
mod summary_files;
mod support;
mod text_numbers;
