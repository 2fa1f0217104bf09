#![allow(missing_docs)]

mod calendar_holidays;
mod calendar_periods;
mod profile_documents;
mod profile_due;
mod profile_faults;
mod samples;
