//! Writes an invented ledger: `generate --entries 1200 --seed 1 --format json --texts some --out ledger.json`.
#![allow(missing_docs)]

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use jianyi_generator::{Options, Texts, write_ledger, write_ndjson};

const USAGE: &str = "usage: generate [--sample] [--entries N] [--seed N] [--years N] [--format json|ndjson] \
                     [--texts full|some|none] [--out FILE]";

fn main() -> ExitCode {
    let Some(order) = order(std::env::args().skip(1)) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match write(&order) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot write {}: {error}", order.out.as_deref().unwrap_or("to the standard output"));
            ExitCode::FAILURE
        }
    }
}

struct Order {
    options: Options,
    is_ndjson: bool,
    out: Option<String>,
}

fn order(mut arguments: impl Iterator<Item = String>) -> Option<Order> {
    let mut order = Order { options: Options::of_size(1200), is_ndjson: false, out: None };
    while let Some(name) = arguments.next() {
        if name == "--sample" {
            order.options = Options::sample();
            continue;
        }
        let value = arguments.next()?;
        match (name.as_str(), value.as_str()) {
            ("--entries", number) => order.options.entries = number.parse().ok()?,
            ("--seed", number) => order.options.seed = number.parse().ok()?,
            ("--years", number) => order.options = over_years(order.options, number.parse().ok()?),
            ("--format", "json") => order.is_ndjson = false,
            ("--format", "ndjson") => order.is_ndjson = true,
            ("--texts", "full") => order.options.texts = Texts::Full,
            ("--texts", "some") => order.options.texts = Texts::Some,
            ("--texts", "none") => order.options.texts = Texts::None,
            ("--out", file) => order.out = Some(file.to_owned()),
            _ => return None,
        }
    }
    Some(order)
}

/// The years that end with the year of the ledger's day.
fn over_years(options: Options, years: u32) -> Options {
    let (last, _, _) = options.as_of.year_month_day();
    Options { years, first_year: last - years.saturating_sub(1) as i32, ..options }
}

fn write(order: &Order) -> io::Result<()> {
    let to: Box<dyn Write> = match &order.out {
        Some(file) => Box::new(File::create(file)?),
        None => Box::new(io::stdout().lock()),
    };
    let mut out = BufWriter::with_capacity(1 << 20, to);
    if order.is_ndjson {
        write_ndjson(&mut out, order.options)?
    } else {
        write_ledger(&mut out, order.options)?
    }
    out.flush()
}
