//! `cargo xtask`: builds the module and its page, serves it, tests it, measures it.

mod binding;
mod browsers;
mod bundle;
mod content_hash;
mod debian_std;
mod lint;
mod options;
mod places;
mod server;
mod step;
mod tests_run;
mod wasm_compiler;

use std::env;
use std::process::{Command, ExitCode};

use options::{Options, Task};
use step::Outcome;

const USAGE: &str = "\
cargo xtask serve [--port N] [--release]     build what has changed and serve the page (port 8787)
cargo xtask build [--quick]                  write dist/: the page, the engine, jianyi.html (one file)
cargo xtask test [FILTER] [--only native|node|browser|sql] [--browser chromium|firefox|webkit] [--quick]
                                             all tests: Rust, the built module in Node, pages in real browsers, SQL on DuckDB
cargo xtask bench [FILTER]                   the benchmarks of tests/bench
cargo xtask sizes [--quick]                  the sizes of what was built, against the budgets
cargo xtask publish LEDGER --out DIR [--settings FILE] [--profile ID] [--today YYYY-MM-DD]
                                             the public bundle of a ledger, byte by byte as the page makes it
cargo xtask fuzz [TARGET] [--seconds N] [--seed N] [--case N]
                                             damaged inputs for everything that reads; what breaks is kept
cargo xtask lint [--release]                 format, clippy (native and wasm32), docs, types of the page's scripts

--quick builds without the slow optimisation, into build/quick/site instead of dist/.
JIANYI_WASM_TOOLCHAIN=debian compiles the module with Debian's compiler even where rustup's would do.
JIANYI_CHROMIUM, JIANYI_FIREFOX, JIANYI_WEBKIT (its driver) name the browsers' programs where they are not on PATH.";

fn main() -> ExitCode {
    let options = match options::read(env::args().skip(1)) {
        Ok(options) => options,
        Err(complaint) => {
            eprintln!("{complaint}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match perform(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn perform(options: &Options) -> Outcome<()> {
    let profile = options.profile;
    match options.task {
        Task::Help => println!("{USAGE}"),
        Task::Serve => {
            let listener = server::listen(options.port)?;
            bundle::site(profile)?;
            server::serve(listener, &places::site(profile))?;
        }
        Task::Build => {
            bundle::site(profile)?;
            step::note(&format!("the page stands in {}", places::shown(&places::site(profile))));
        }
        Task::Test => tests_run::all(options)?,
        Task::Bench => tests_run::benchmarks(options)?,
        Task::Sizes => bundle::sizes(profile)?,
        Task::Lint => lint::all(profile)?,
        Task::Publish => program("jianyi-publisher", "release", &options.arguments)?,
        Task::Fuzz => program("jianyi-fuzzer", "fuzz", &options.arguments)?,
    }
    Ok(())
}

/// A program of its own, as it holds the whole core, which `cargo xtask` need not compile to start.
fn program(package: &str, profile: &str, arguments: &[String]) -> Outcome<()> {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["run", "--quiet", "--profile", profile, "--package", package, "--"]).args(arguments);
    step::run(&mut command, None, "see the message above")
}
