#![allow(missing_docs)]

mod calendar_holidays;
mod calendar_periods;
mod format_schema;
mod intake_bad_input;
mod intake_cases;
mod intake_properties;
mod profile_documents;
mod profile_due;
mod profile_faults;
mod samples;
mod statistics_published;
mod support;
