//! Runs one input and says what it broke.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use crate::memory;
use crate::target::Target;

/// An input may take a second for each of so many bytes.
const BYTES_PER_SECOND: usize = 100_000;
/// What an input of no length may hold: the shipped profiles, laws and words are read once and counted with it.
const HELD_AT_LEAST: usize = 64 << 20;
/// What each byte of an input may hold beside that.
const HELD_PER_BYTE: usize = 400;

/// What became of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It was read or refused.
    Fine,
    /// It panicked.
    Panicked,
    /// It took longer than a second for 100 kB.
    Slow(Duration),
    /// It held so many bytes.
    Bloated(usize),
}

/// Runs `input`.
pub fn judge(target: &Target, input: &[u8]) -> Verdict {
    let allowed = Duration::from_secs(1).mul_f64((input.len() as f64 / BYTES_PER_SECOND as f64).max(1.0));
    let before = memory::begin();
    let started = Instant::now();
    let outcome = catch_unwind(AssertUnwindSafe(|| (target.run)(input)));
    if outcome.is_err() {
        return Verdict::Panicked;
    }
    let taken = memory::taken(before);
    if taken > HELD_AT_LEAST + input.len() * HELD_PER_BYTE {
        return Verdict::Bloated(taken);
    }
    if started.elapsed() > allowed {
        return confirmed(target, input, allowed);
    }
    Verdict::Fine
}

/// Runs a slow input again, by the processor's time: the machine may have done other work.
fn confirmed(target: &Target, input: &[u8], allowed: Duration) -> Verdict {
    let (clock, processor) = (Instant::now(), processor_time());
    (target.run)(input);
    let took = match (processor, processor_time()) {
        (Some(before), Some(after)) => after.saturating_sub(before),
        _ => clock.elapsed(),
    };
    if took > allowed { Verdict::Slow(took) } else { Verdict::Fine }
}

/// The time that the processor has given to this thread, where the system says so.
fn processor_time() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
