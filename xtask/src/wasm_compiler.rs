//! A cargo and a rustc that can build for `wasm32-unknown-unknown`, found or made.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::debian_std;
use crate::places;
use crate::step::{self, Failure, Outcome};

pub const TARGET: &str = "wasm32-unknown-unknown";

/// rustup answers in seconds where the network lets it, and hangs where it doesn't.
const RUSTUP_LIMIT: Duration = Duration::from_secs(60);

/// A pair of cargo and rustc that go together. Two pairs can't share a target folder.
#[derive(Debug)]
pub struct WasmCompiler {
    name: &'static str,
    cargo: PathBuf,
    rustc: PathBuf,
}

impl WasmCompiler {
    /// A cargo command for the root package, with a target folder of the compiler and the module.
    ///
    /// Modules can't share a target folder: cargo gives all of them the same file, and each would undo the other's.
    pub fn cargo(&self, module: &str) -> Command {
        let mut command = Command::new(&self.cargo);
        command.current_dir(places::root()).env("RUSTC", &self.rustc).env("CARGO_TARGET_DIR", self.target_folder(module));
        if self.name == "debian" {
            debian_std::clear_environment(&mut command);
            command.env("RUSTC", &self.rustc);
        }
        command
    }

    pub fn target_folder(&self, module: &str) -> PathBuf {
        places::root().join("target").join("wasm").join(format!("{}-{module}", self.name))
    }
}

/// The compiler to use: the present one where it has the target, else Debian's with a `std` of an earlier run,
/// else the present one where rustup can add the target in time, else Debian's with a `std` compiled on the spot.
///
/// # Errors
/// When none of these ways is open on this machine; the failure says what to install.
pub fn find() -> Outcome<WasmCompiler> {
    let debian_wanted = env::var("JIANYI_WASM_TOOLCHAIN").is_ok_and(|name| name == "debian");
    let (present, debian) = (present(), debian());
    if !debian_wanted && compiles_and_links(&present.rustc) {
        return Ok(present);
    }
    if compiles_and_links(&debian.rustc) {
        step::note(&format!("compiling for {TARGET} with Debian's rustc and the std in {}", sysroot().display()));
        return Ok(debian);
    }
    if !debian_wanted && rustup_adds_target() && compiles_and_links(&present.rustc) {
        return Ok(present);
    }
    debian_std::compile(&sysroot())?;
    if compiles_and_links(&debian.rustc) {
        return Ok(debian);
    }
    Err(Failure::new(
        format!("std was compiled into {}, yet a small module does not compile with it", sysroot().display()),
        format!("remove that folder and try again, or run `rustup target add {TARGET}`"),
    ))
}

fn present() -> WasmCompiler {
    let program = |name: &str, fallback: &str| env::var_os(name).map_or_else(|| PathBuf::from(fallback), PathBuf::from);
    WasmCompiler { name: "present", cargo: program("CARGO", "cargo"), rustc: program("RUSTC", "rustc") }
}

fn debian() -> WasmCompiler {
    WasmCompiler { name: "debian", cargo: PathBuf::from("/usr/bin/cargo"), rustc: debian_std::rustc(&sysroot()) }
}

fn sysroot() -> PathBuf {
    places::cache().join("wasm-sysroot")
}

fn rustup_adds_target() -> bool {
    if step::answer(Command::new("rustup").arg("--version")).is_none() {
        return false;
    }
    let label = format!("asking rustup for {TARGET} (at most {} s)", RUSTUP_LIMIT.as_secs());
    let added = step::step(&label, || {
        step::run(Command::new("rustup").args(["target", "add", TARGET]), Some(RUSTUP_LIMIT), "another way is tried next")
    });
    if let Err(failure) = &added {
        eprintln!("{failure}");
    }
    added.is_ok()
}

/// Whether the compiler makes a wasm module: a compiler may know the target and lack its `std` or its linker.
fn compiles_and_links(rustc: &Path) -> bool {
    const SOURCE: &str = "#![crate_type = \"cdylib\"]\n\
        #[unsafe(no_mangle)] pub extern \"C\" fn sum(n: u32) -> u32 { vec![1u32; n as usize].iter().sum() }\n";
    let folder = places::root().join("build").join("probe");
    let source = folder.join("probe.rs");
    if fs::create_dir_all(&folder).is_err() || fs::write(&source, SOURCE).is_err() {
        return false;
    }
    let mut command = Command::new(rustc);
    command.args(["--edition", "2024", "--target", TARGET, "-Cpanic=abort", "-o"]);
    command.arg(folder.join("probe.wasm")).arg(&source).env_remove("RUSTC_WRAPPER");
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
