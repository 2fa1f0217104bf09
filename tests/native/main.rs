#![allow(missing_docs)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod reply_asks;
mod reply_cases;
mod reply_fields;
mod reply_mutations;
mod reply_rules;
mod reply_total;
mod text_numbers;
