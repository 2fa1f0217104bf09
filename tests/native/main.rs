#![allow(missing_docs)]

mod profile_documents;
mod profile_faults;
mod samples;
