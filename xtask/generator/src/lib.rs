//! Invented ledgers: a fictional city's suggestions and proposals, in any number, the same on every machine.
//!
//! `write` whole documents · `plan` which entry stands where · `submission` who asks for what · `handling` what becomes
//! of it · `reply`, `letter` the answers · `follow_up` ratings, promises, publication · `city`, `people`, `words` the
//! material · `days`, `random` the tools.
//!
//! An entry depends on the options and its place alone; a history is made whole and then cut at the day of the ledger,
//! so that what is late, open or at risk follows from the dates and is not planted.

mod city;
mod days;
mod follow_up;
mod handling;
mod letter;
mod people;
mod plan;
mod random;
mod reply;
mod submission;
mod words;
mod write;

use jianyi::calendar::Date;
use jianyi::ledger::Entry;

pub use random::Random;
pub use write::{write_ledger, write_ndjson};

/// What to generate. Equal options give equal bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// How many entries.
    pub entries: u32,
    /// Another seed gives another ledger of the same kind.
    pub seed: u64,
    /// The year of the first session.
    pub first_year: i32,
    /// Over how many years the entries are spread; the last of them is best the year of `as_of`.
    pub years: u32,
    /// 数据截止日期: nothing that happened later is in the ledger.
    pub as_of: Date,
    /// Which entries carry their texts.
    pub texts: Texts,
}

/// Which entries carry the suggestion's text, its asks and the reply letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Texts {
    /// All.
    Full,
    /// More than half of the suggestions and one in four letters.
    Some,
    /// None: titles, names, dates and marks only.
    None,
}

impl Options {
    /// `entries` entries of the year 2024 as of 30 September 2024, with some texts.
    pub fn of_size(entries: u32) -> Self {
        Self { entries, seed: 1, first_year: 2024, years: 1, as_of: days::day(2024, 9, 30), texts: Texts::Some }
    }

    /// The options of the sample `www/samples/fictional-city-2024.json`.
    pub fn sample() -> Self {
        Self { seed: 20240930, ..Self::of_size(1200) }
    }
}

/// The entries, made one at a time.
pub fn generate(options: Options) -> impl Iterator<Item = Entry<'static>> {
    let mut registers = plan::Registers::default();
    (0..options.entries).map(move |index| entry(&options, index, &mut registers))
}

fn entry(options: &Options, index: u32, registers: &mut plan::Registers) -> Entry<'static> {
    let spot = plan::spot(options, index);
    let mut case = submission::Case::new(options, &spot);
    let mut entry = submission::submitted(&mut case, registers);
    handling::handle(&mut case, &mut entry, registers);
    follow_up::publish(&mut case, &mut entry);
    entry
}
