//! What CI checks besides the tests; a newcomer can run it before sending a change.

use std::env;
use std::process::Command;

use crate::binding::{self, MODULES};
use crate::bundle;
use crate::places::{self, Profile};
use crate::step::{self, Outcome};
use crate::wasm_compiler::{self, TARGET};

/// Format, clippy natively and for wasm32, documentation, and the types of the page's scripts.
///
/// # Errors
/// When one of them complains.
pub fn all(profile: Profile) -> Outcome<()> {
    step::step("format", || step::run(cargo().args(["fmt", "--all", "--check"]), None, "run `cargo fmt --all`"))?;
    step::step("clippy of the code", || clippy(&["--lib", "--bins"], &[]))?;
    // A test may panic: that is how it fails.
    let in_tests = ["-A", "clippy::unwrap_used", "-A", "clippy::expect_used", "-A", "clippy::panic", "-A", "missing_docs"];
    step::step("clippy of the tests", || clippy(&["--all-targets"], &in_tests))?;
    clippy_for_wasm()?;
    step::step("documentation", || {
        let mut command = cargo();
        command
            .args(["doc", "--no-deps", "--document-private-items", "--features", "schema,office"])
            .env("RUSTDOCFLAGS", "-D warnings");
        step::run(&mut command, None, "mend the doc comment that rustdoc names above")
    })?;
    types(profile)
}

fn clippy(targets: &[&str], allowed: &[&str]) -> Outcome<()> {
    let mut command = cargo();
    command.args(["clippy", "--workspace", "--features", "jianyi/schema,jianyi/office"]).args(targets);
    command.args(["--", "-D", "warnings"]).args(allowed);
    step::run(&mut command, None, "mend what clippy says above")
}

fn clippy_for_wasm() -> Outcome<()> {
    let compiler = wasm_compiler::find()?;
    for module in MODULES {
        let label = format!("clippy of the module {} for wasm32", module.name);
        let mut command = compiler.cargo(module.name);
        if step::answer(compiler.cargo(module.name).args(["clippy", "--version"])).is_none() {
            step::skipped(&label, "this compiler comes without clippy");
            continue;
        }
        command.args(["clippy", "--package", "jianyi", "--lib", "--target", TARGET, "--profile", Profile::Release.name()]);
        command.args(["--features", module.features, "--", "-D", "warnings"]);
        step::step(&label, || step::run(&mut command, None, "mend what clippy says above"))?;
    }
    Ok(())
}

/// The page's scripts against the types that Rust generates, so that a misspelt field is found.
fn types(profile: Profile) -> Outcome<()> {
    bundle::install_packages()?;
    let www = places::root().join("www");
    binding::all(profile)?;
    bundle::place_types(profile, &www)?;
    step::step("types of the page's scripts (tsc)", || {
        let mut command = Command::new("node");
        command.current_dir(&www).args(["node_modules/typescript/bin/tsc", "--project", "."]);
        step::run(&mut command, None, "mend what tsc says above")
    })
}

fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(places::root());
    command
}
