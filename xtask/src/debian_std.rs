//! Debian's compiler for machines without a rustup that answers: its packages carry the compiler and the source
//! of `std`, but no compiled `std` for wasm32, so that is compiled once into a sysroot of our own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::content_hash::files_below;
use crate::places;
use crate::step::{self, Failure, OnFile, Outcome};
use crate::wasm_compiler::TARGET;

const CARGO: &str = "/usr/bin/cargo";
const RUSTC: &str = "/usr/bin/rustc";
const PACKAGES: [&str; 6] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "gcc", "libc6-dev"];

/// The rustc that looks for `std` in this sysroot.
pub fn rustc(sysroot: &Path) -> PathBuf {
    sysroot.join("bin").join("rustc")
}

/// Takes away what a surrounding `cargo run` of another toolchain has set.
pub fn clear_environment(command: &mut Command) {
    for name in ["CARGO", "RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN", "CARGO_BUILD_TARGET", "CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS"] {
        command.env_remove(name);
    }
}

/// Compiles `std` for wasm32 into the sysroot, installing Debian's packages where they are missing.
///
/// # Errors
/// When the packages can't be installed or `std` does not compile.
pub fn compile(sysroot: &Path) -> Outcome<()> {
    install()?;
    let work = places::cache().join("wasm-sysroot-work");
    // A rest of an interrupted run is of no use; there may be none.
    let _ = fs::remove_dir_all(&work);
    write_probe_package(&work)?;
    step::step("compiling std for wasm32 (once; about 1.5 minutes on 2 cores)", || {
        let mut command = Command::new(CARGO);
        clear_environment(&mut command);
        command.current_dir(&work).env("RUSTC", RUSTC).env("CARGO_TARGET_DIR", work.join("target"));
        // The bootstrap flag lets a stable compiler build std. With bitcode in the objects, as the official std has it,
        // every setting of `lto` works.
        command.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Cembed-bitcode=yes");
        command.args(["build", "--release", "--target", TARGET, "-Z", "build-std=std,panic_abort,panic_unwind,test,proc_macro"]);
        step::run(&mut command, None, "run the command again; if it fails the same way, install rustup's toolchain instead")
    })?;
    assemble(&work, sysroot)?;
    fs::remove_dir_all(&work).on("remove", &work)
}

fn install() -> Outcome<()> {
    let has_compiler = Path::new(CARGO).exists() && Path::new(RUSTC).exists();
    if !has_compiler || !Path::new("/usr/lib/rustlib/src/rust/library/Cargo.toml").exists() {
        apt_install(&PACKAGES, "a compiler for wasm32")?;
    }
    if step::answer(Command::new("rust-lld").arg("--version")).is_some() {
        return Ok(());
    }
    // `rust-lld` of Debian is a link to lld of the compiler's own LLVM, which stands in a package of its own.
    let version = step::answer(Command::new(RUSTC).arg("-vV")).unwrap_or_default();
    let llvm = version.lines().find_map(|line| line.strip_prefix("LLVM version: ")).unwrap_or_default();
    let major: String = llvm.chars().take_while(char::is_ascii_digit).collect();
    apt_install(&[&format!("lld-{major}")], "a linker for wasm32")
}

/// Installs Debian packages, where this user may; nothing that is installed is ever removed for them.
///
/// # Errors
/// Where there is no apt-get, the user is not root, or apt-get fails; the failure names the packages.
pub fn apt_install(packages: &[&str], purpose: &str) -> Outcome<()> {
    const LIMIT: Duration = Duration::from_secs(900);
    let by_hand = format!("install them by hand: sudo apt-get install {}", packages.join(" "));
    if step::answer(Command::new("apt-get").arg("--version")).is_none() {
        return Err(Failure::new(
            format!("{purpose} is missing, and this machine has no apt-get"),
            format!(
                "run `rustup target add {TARGET}` for the compiler; for programs, use your system's packages of: {}",
                packages.join(" ")
            ),
        ));
    }
    if step::answer(Command::new("id").arg("-u")).as_deref() != Some("0") {
        return Err(Failure::new(format!("{purpose} is missing, and only root may install packages"), by_hand));
    }
    step::step(&format!("installing {} from Debian", packages.join(", ")), || {
        let apt = || {
            let mut command = Command::new("apt-get");
            command.env("DEBIAN_FRONTEND", "noninteractive");
            command
        };
        step::run(apt().args(["update", "-qq"]), Some(LIMIT), &by_hand)?;
        let install = ["install", "-yqq", "--no-install-recommends", "--no-remove"];
        step::run(apt().args(install).args(packages), Some(LIMIT), &by_hand)
    })
}

fn write_probe_package(work: &Path) -> Outcome<()> {
    const MANIFEST: &str = "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n\
        [profile.release]\nopt-level = 3\ndebug = 0\nlto = false\npanic = \"abort\"\n\n[workspace]\n";
    let source = work.join("src");
    fs::create_dir_all(&source).on("create", &source)?;
    fs::write(source.join("lib.rs"), "").on("write", &source)?;
    fs::write(work.join("Cargo.toml"), MANIFEST).on("write", work)
}

/// Puts the compiled libraries, a link to the host's own and a rustc that knows the place into a new sysroot.
#[cfg(unix)]
fn assemble(work: &Path, sysroot: &Path) -> Outcome<()> {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let fresh = sysroot.with_extension("new");
    // As above: a rest of an interrupted run.
    let _ = fs::remove_dir_all(&fresh);
    let (programs, libraries) = (fresh.join("bin"), fresh.join("lib/rustlib").join(TARGET).join("lib"));
    fs::create_dir_all(&programs).on("create", &programs)?;
    fs::create_dir_all(&libraries).on("create", &libraries)?;
    for library in files_below(&work.join("target").join(TARGET).join("release/deps"), &[]) {
        let name = library.file_name().unwrap_or_default();
        let of_std =
            library.extension().is_some_and(|extension| extension == "rlib") && !name.to_string_lossy().starts_with("libempty");
        if of_std {
            fs::copy(&library, libraries.join(name)).on("copy", &library)?;
        }
    }
    let version = step::answer(Command::new(RUSTC).arg("-vV")).unwrap_or_default();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let system = step::answer(Command::new(RUSTC).args(["--print", "sysroot"])).unwrap_or_default();
    // Build scripts and procedural macros are compiled for the host.
    symlink(Path::new(&system).join("lib/rustlib").join(host), fresh.join("lib/rustlib").join(host)).on("link in", &fresh)?;
    let wrapper = programs.join("rustc");
    fs::write(&wrapper, format!("#!/bin/sh\nexec {RUSTC} --sysroot '{}' \"$@\"\n", sysroot.display())).on("write", &wrapper)?;
    fs::set_permissions(&wrapper, fs::Permissions::from_mode(0o755)).on("make executable", &wrapper)?;
    let _ = fs::remove_dir_all(sysroot);
    fs::rename(&fresh, sysroot).on("put in place", sysroot)
}

#[cfg(not(unix))]
fn assemble(_work: &Path, _sysroot: &Path) -> Outcome<()> {
    Err(Failure::new("Debian's compiler is of use on Debian only", format!("run `rustup target add {TARGET}`")))
}
