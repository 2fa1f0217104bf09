//! `fuzz [TARGET] [--seconds N] [--seed N] [--case N]`: feeds damaged inputs until the time is over, and keeps what breaks.

use std::env;
use std::fs;
use std::io::{Seek as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use jianyi_fuzzer::judge::Verdict;
use jianyi_fuzzer::target::{TARGETS, Target};
use jianyi_fuzzer::{attempt, input, memory};

#[global_allocator]
static COUNTED: memory::Counting = memory::Counting;

const USAGE: &str = "usage: cargo xtask fuzz [TARGET] [--seconds N] [--seed N] [--case N]";
/// A target is fed so long before the next has its turn.
const TURN: Duration = Duration::from_secs(4);
/// No more finds than these are kept: the first ones say enough.
const MOST_FINDS: usize = 40;

#[derive(Debug)]
struct Order {
    target: Option<String>,
    seconds: u64,
    seed: u64,
    case: Option<u64>,
}

fn main() -> ExitCode {
    let order = match order(env::args().skip(1)) {
        Ok(order) => order,
        Err(complaint) => {
            let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
            eprintln!("{complaint}\n{USAGE}\ntargets: {}", names.join(", "));
            return ExitCode::from(2);
        }
    };
    let chosen: Vec<&Target> =
        TARGETS.iter().filter(|target| order.target.as_ref().is_none_or(|name| name == target.name)).collect();
    let finds = match order.case {
        Some(case) => chosen.iter().filter(|target| one(target, order.seed, case)).count(),
        None => all(&chosen, &order),
    };
    if finds == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn order(mut arguments: impl Iterator<Item = String>) -> Result<Order, String> {
    let mut order = Order { target: None, seconds: 60, seed: 1, case: None };
    while let Some(argument) = arguments.next() {
        let mut number = || {
            let value = arguments.next().and_then(|value| value.parse().ok());
            value.ok_or(format!("{argument} needs a number."))
        };
        match argument.as_str() {
            "--seconds" => order.seconds = number()?,
            "--seed" => order.seed = number()?,
            "--case" => order.case = Some(number()?),
            name if TARGETS.iter().any(|target| target.name == name) => order.target = Some(argument),
            other => return Err(format!("`{other}` is not understood.")),
        }
    }
    Ok(order)
}

/// One input again, kept as a file; says whether it broke something.
fn one(target: &Target, seed: u64, case: u64) -> bool {
    let seeds = (target.seeds)();
    keep(target, case, &input(target, &seeds, seed, case));
    let (_, verdict) = attempt(target, &seeds, seed, case);
    println!("{} --seed {seed} --case {case}: {verdict:?}", target.name);
    verdict != Verdict::Fine
}

/// Feeds the targets in turns; says how many inputs broke something.
fn all(targets: &[&Target], order: &Order) -> usize {
    let over = Instant::now() + Duration::from_secs(order.seconds);
    let mut running = running(order.seed);
    let mut fed: Vec<(&Target, Vec<Vec<u8>>, u64)> = targets.iter().map(|target| (*target, (target.seeds)(), 0)).collect();
    let mut finds = 0;
    let mut said = Instant::now();
    while Instant::now() < over && finds < MOST_FINDS {
        for (target, seeds, count) in &mut fed {
            let turn = (Instant::now() + TURN).min(over);
            while Instant::now() < turn && finds < MOST_FINDS {
                note(running.as_mut(), target, *count);
                let (input, verdict) = attempt(target, seeds, order.seed, *count);
                if verdict != Verdict::Fine {
                    finds += 1;
                    println!("✗ {} --seed {} --case {count}: {verdict:?}, {} bytes", target.name, order.seed, input.len());
                    keep(target, *count, &input);
                }
                *count += 1;
            }
        }
        if said.elapsed() > Duration::from_secs(600) {
            said = Instant::now();
            tell(&fed, finds);
        }
    }
    tell(&fed, finds);
    finds
}

fn tell(fed: &[(&Target, Vec<Vec<u8>>, u64)], finds: usize) {
    let sum: u64 = fed.iter().map(|(_, _, count)| count).sum();
    let each: Vec<String> = fed.iter().map(|(target, _, count)| format!("{} {count}", target.name)).collect();
    println!("{sum} executions, {finds} finds: {}", each.join(", "));
}

/// Where the input that is being read is named: what ends the whole process is found there.
fn running(seed: u64) -> Option<fs::File> {
    fs::create_dir_all(folder()).ok()?;
    fs::File::create(folder().join(format!("running-{seed}"))).ok()
}

fn note(running: Option<&mut fs::File>, target: &Target, case: u64) {
    let Some(running) = running else { return };
    let written = running.rewind().and_then(|()| writeln!(running, "{:<12} {case:<20}", target.name));
    drop(written);
}

fn keep(target: &Target, case: u64, input: &[u8]) {
    let path = folder().join(format!("{}-{case}.bin", target.name));
    if fs::create_dir_all(folder()).and_then(|()| fs::write(&path, input)).is_ok() {
        println!("  kept as {}", path.display());
    }
}

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/fuzz-finds"))
}
