//! Steps: what is being done, how long it took, and what to do when it fails.

use std::fmt;
use std::io;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

pub type Outcome<T> = Result<T, Failure>;

/// Why a step could not be done, and what the user can do about it.
#[derive(Debug)]
pub struct Failure {
    what: String,
    remedy: String,
}

impl Failure {
    pub fn new(what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Failure { what: what.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "✗ {}\n  what to do: {}", self.what, self.remedy.replace('\n', "\n    "))
    }
}

/// Adds the file that an input/output error is about.
pub trait OnFile<T> {
    /// # Errors
    /// The same error, as a failure that names what was being done.
    fn on(self, doing: &str, path: &std::path::Path) -> Outcome<T>;
}

impl<T> OnFile<T> for io::Result<T> {
    fn on(self, doing: &str, path: &std::path::Path) -> Outcome<T> {
        self.map_err(|error| {
            let what = format!("cannot {doing} {}: {error}", path.display());
            Failure::new(what, "check that the disk has room and that the path may be written and read")
        })
    }
}

/// Does one step, saying that it began and how long it took.
pub fn step<T>(label: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    eprintln!("▸ {label}");
    let start = Instant::now();
    let outcome = work()?;
    eprintln!("  {label}: {:.1} s", start.elapsed().as_secs_f64());
    Ok(outcome)
}

/// Says that a step was not needed.
pub fn skipped(label: &str, reason: &str) {
    eprintln!("▹ {label}: skipped, {reason}");
}

pub fn note(text: &str) {
    eprintln!("  {text}");
}

/// How often a silent step says that it is still at work.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);

/// Runs a program to its end with its output on the terminal and no input.
///
/// # Errors
/// When it can't be started, ends with a fault, or is stopped at the limit; `remedy` is what the user then reads.
pub fn run(command: &mut Command, limit: Option<Duration>, remedy: &str) -> Outcome<()> {
    let shown = shown(command);
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .spawn()
        .map_err(|error| Failure::new(format!("`{shown}` could not be started: {error}"), remedy))?;
    let mut next_sign = SIGN_OF_LIFE;
    let mut pause = Duration::from_millis(2);
    loop {
        let ended =
            child.try_wait().map_err(|error| Failure::new(format!("`{shown}` could not be waited for: {error}"), remedy))?;
        if let Some(status) = ended {
            if status.success() {
                return Ok(());
            }
            return Err(Failure::new(format!("`{shown}` failed ({status}); its own message stands above"), remedy));
        }
        let elapsed = start.elapsed();
        if limit.is_some_and(|limit| elapsed > limit) {
            // Ending it may fail only because it has just ended by itself.
            let _ = child.kill();
            let _ = child.wait();
            return Err(Failure::new(format!("`{shown}` was stopped after {} s", elapsed.as_secs()), remedy));
        }
        if elapsed > next_sign {
            eprintln!("  … still at it after {} s", elapsed.as_secs());
            next_sign += SIGN_OF_LIFE;
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(50));
    }
}

/// What a program prints on its standard output, without the white space around it; `None` when it fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}
