//! All tests, from the inside out: Rust, the built module in Node, pages in real browsers, SQL on a database.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::browsers;
use crate::bundle;
use crate::content_hash::files_below;
use crate::options::{Kind, Options};
use crate::places::{self, Profile};
use crate::server;
use crate::step::{self, Failure, Outcome};

/// Runs what the options name; all of it when they name nothing. A failed test does not keep the other kinds from running.
///
/// # Errors
/// When a test fails, or something that the tests need is missing and can't be installed.
pub fn all(options: &Options) -> Outcome<()> {
    let wanted = |kind: Kind| options.only.is_none_or(|only| only == kind);
    let mut outcomes = Vec::new();
    if wanted(Kind::Native) {
        outcomes.push(native(options.filter.as_deref()));
    }
    if wanted(Kind::Node) || wanted(Kind::Browser) {
        bundle::site(options.profile)?;
    }
    if wanted(Kind::Node) {
        outcomes.push(in_node(options));
    }
    if wanted(Kind::Browser) {
        outcomes.push(in_browsers(options));
    }
    if wanted(Kind::Sql) {
        outcomes.push(on_a_database(options));
    }
    let failures = outcomes.iter().filter_map(|outcome| outcome.as_ref().err());
    failures.for_each(|failure| eprintln!("\n{failure}"));
    if outcomes.iter().all(Result::is_ok) {
        return Ok(());
    }
    Err(Failure::new("not all tests passed", "see the failures above, each with what to do"))
}

/// Runs the benchmarks on the release build.
///
/// # Errors
/// When a benchmark fails.
pub fn benchmarks(options: &Options) -> Outcome<()> {
    bundle::site(options.profile)?;
    let named = |path: &PathBuf| options.filter.as_ref().is_none_or(|filter| path.to_string_lossy().contains(filter.as_str()));
    let files: Vec<PathBuf> = scripts("tests/bench", ".bench.mjs").into_iter().filter(named).collect();
    if files.is_empty() {
        step::note("there is no benchmark of that name in tests/bench");
    }
    for file in files {
        step::step(&places::shown(&file), || {
            let mut command = Command::new("node");
            command.current_dir(places::root()).arg("--expose-gc").arg(&file).env("JIANYI_SITE", places::site(options.profile));
            step::run(&mut command, None, "the benchmark's own message stands above")
        })?;
    }
    Ok(())
}

fn native(filter: Option<&str>) -> Outcome<()> {
    step::step("tests in Rust", || {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(places::root()).args([
            "test",
            "--package",
            "jianyi",
            "--package",
            "xtask",
            "--package",
            "jianyi-fuzzer",
            "--features",
            "jianyi/schema,jianyi/office",
        ]);
        // The same cases on every run; another number tries others.
        if env::var_os("PROPTEST_RNG_SEED").is_none() {
            command.env("PROPTEST_RNG_SEED", "20241205");
        }
        command.args(filter.map(|filter| ["--".to_string(), filter.to_string()]).into_iter().flatten());
        step::run(
            &mut command,
            None,
            "read the failed assertion above; `cargo xtask test NAME --only native` runs that test alone",
        )
    })
}

fn in_node(options: &Options) -> Outcome<()> {
    let files = scripts("tests/browser/node", ".test.mjs");
    step::step("tests of the built module in Node", || node_tests(options, &files, &[]))
}

fn in_browsers(options: &Options) -> Outcome<()> {
    let mut variables = browsers::ready(options.browser.as_deref())?;
    variables.push(("JIANYI_URL", server::serve_beside(&places::site(options.profile))?.into()));
    variables.push(("JIANYI_BROWSERS", options.browser.as_deref().unwrap_or("chromium,firefox,webkit").into()));
    let files = scripts("tests/browser/pages", ".test.mjs");
    step::step("tests of the pages in browsers", || node_tests(options, &files, &variables))
}

/// The queries of `src/summary/sql` beside this project's own summary, on an invented ledger.
fn on_a_database(options: &Options) -> Outcome<()> {
    const TODAY: &str = "2024-08-20";
    let folder = places::root().join("tests/sql");
    bundle::install(&folder)?;
    let inputs = places::root().join("build/summary-inputs");
    step::step("a ledger for the queries", || {
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        // The features of the tests in Rust, so that the library is not compiled once more.
        command.current_dir(places::root()).args(["run", "--quiet", "--package", "jianyi-generator", "--bin", "summary-inputs"]);
        command.args(["--features", "jianyi/schema,jianyi/office", "--", "--entries", "3000", "--today", TODAY, "--out"]);
        step::run(command.arg(&inputs), None, "see the message above")
    })?;
    let variables = [("JIANYI_SUMMARY_INPUTS", inputs), ("JIANYI_TODAY", TODAY.into())];
    step::step("tests of the queries on DuckDB", || node_tests(options, &scripts("tests/sql", ".test.mjs"), &variables))
}

fn node_tests(options: &Options, files: &[PathBuf], variables: &[(&str, PathBuf)]) -> Outcome<()> {
    if files.is_empty() {
        step::note("there are none");
        return Ok(());
    }
    let mut command = Command::new("node");
    // One file at a time: each opens its own browsers, and a small machine has two cores.
    command.current_dir(places::root()).args(["--test", "--test-reporter=spec", "--test-concurrency=1"]);
    command.args(options.filter.iter().map(|filter| format!("--test-name-pattern={}", literally(filter))));
    command.args(files).env("JIANYI_SITE", places::site(options.profile));
    command.envs(variables.iter().map(|(name, value)| (name, value)));
    let quick = if options.profile == Profile::Quick { " --quick" } else { "" };
    step::run(&mut command, None, &format!("read the failed test above; `cargo xtask test 'its name'{quick}` runs it alone"))
}

/// A regular expression that means just this text.
fn literally(text: &str) -> String {
    text.chars().flat_map(|character| character.is_ascii_punctuation().then_some('\\').into_iter().chain([character])).collect()
}

fn scripts(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut files = files_below(&places::root().join(folder), &["node_modules"]);
    files.retain(|path| path.to_string_lossy().ends_with(ending));
    files
}
