//! Writes what the queries of `src/summary/sql` need, and what they must find:
//! `summary-inputs --entries 10000 --today 2024-08-20 --out FOLDER` makes `ledger.ndjson`, `due.csv` and, unless
//! `--without-expected` is said, `expected.ndjson`, the summary as this project reckons it. `--parts 10` writes ten ledgers of
//! that many entries, `ledger-00.ndjson` and on, and merges their summaries: no ledger of all of them is ever held.
#![allow(missing_docs)]

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use jianyi::calendar::{Date, WorkCalendar};
use jianyi::opened::{OpenOptions, Opening};
use jianyi::profile::{due, shipped_profile};
use jianyi::statistics::Filter;
use jianyi::summary::SummaryFile;
use jianyi_generator::{Options, Texts, write_ledger, write_ndjson};

const USAGE: &str = "usage: summary-inputs --entries N --today YYYY-MM-DD --out FOLDER [--parts N] [--without-expected]";
const PROFILE: &str = "generic-city";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| arguments.iter().position(|argument| argument == name).and_then(|at| arguments.get(at + 1));
    let order = (value("--entries").and_then(|number| number.parse().ok()), value("--today"), value("--out"));
    let (Some(entries), Some(today), Some(out)) = order else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let Ok(today) = Date::parse(today) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    let options = Options { texts: Texts::None, ..Options::of_size(entries) };
    let parts = value("--parts").and_then(|number| number.parse().ok()).unwrap_or(1);
    let with_expected = !arguments.iter().any(|argument| argument == "--without-expected");
    match write_all(options, parts, today, Path::new(out), with_expected) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cannot write to {out}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn write_all(options: Options, parts: u64, today: Date, out: &Path, with_expected: bool) -> io::Result<()> {
    std::fs::create_dir_all(out)?;
    write_due_dates(&mut BufWriter::new(File::create(out.join("due.csv"))?), options)?;
    let mut merged: Option<SummaryFile> = None;
    for part in 0..parts {
        let options = Options { seed: options.seed + part, ..options };
        let name = if parts == 1 { "ledger.ndjson".to_owned() } else { format!("ledger-{part:02}.ndjson") };
        let mut ledger = BufWriter::with_capacity(1 << 20, File::create(out.join(name))?);
        write_ndjson(&mut ledger, options)?;
        ledger.flush()?;
        if with_expected {
            let mut file = summary(options, today)?;
            // The invented ledgers bear one title; two of one title would be taken for the same.
            file.sources.iter_mut().for_each(|source| source.title = Some(format!("{part}")));
            merged = Some(match merged {
                Some(merged) => merged.merged(&file).map_err(|fault| io::Error::other(format!("{fault:?}")))?,
                None => file,
            });
        }
    }
    merged.map_or(Ok(()), |merged| std::fs::write(out.join("expected.ndjson"), merged.to_bytes()))
}

/// The due date of every day of assignment, in session and between sessions.
fn write_due_dates(out: &mut impl Write, options: Options) -> io::Result<()> {
    writeln!(out, "start,between_sessions,due_on")?;
    let Some(profile) = shipped_profile(PROFILE) else { return Ok(()) };
    let (Ok(first), last) = (Date::new(options.first_year - 1, 1, 1), options.as_of) else { return Ok(()) };
    for day in first.days()..=last.days() {
        for sitting in [None, Some(jianyi::ledger::Sitting::InterSessional)] {
            let Some(limit) = profile.limits.reply_in(sitting) else { continue };
            let start = Date::from_days(day);
            let due = due(&limit.value, start, profile.limits.shifts_on_holidays(), WorkCalendar::shipped());
            writeln!(out, "{start},{},{}", sitting.is_some(), due.on)?;
        }
    }
    out.flush()
}

fn summary(options: Options, today: Date) -> io::Result<SummaryFile> {
    let mut bytes = Vec::new();
    write_ledger(&mut bytes, options)?;
    let open = OpenOptions { profile: Some(PROFILE.into()), today: Some(today), ..OpenOptions::default() };
    let mut opening = Opening::new(open, bytes.len());
    opening.push(&bytes);
    let opened = opening.finish().map_err(|problem| io::Error::other(problem.message()))?;
    opened.summary_file(&Filter::default()).map_err(|fault| io::Error::other(format!("{fault:?}")))
}
