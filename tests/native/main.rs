#![allow(missing_docs)]

mod calendar_holidays;
mod calendar_periods;
mod format_schema;
mod house;
mod intake_bad_input;
mod intake_properties;
mod profile_documents;
mod profile_due;
mod profile_faults;
mod samples;
mod statistics_cases;
mod statistics_properties;
mod statistics_published;
mod statistics_reference;
mod statistics_same;
mod summary_files;
mod support;
