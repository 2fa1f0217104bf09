//! From Rust to wasm modules with their JavaScript side.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bundle;
use crate::content_hash::{ContentHash, is_stamped, stamp};
use crate::places::{self, Profile};
use crate::step::{self, Failure, OnFile, Outcome};
use crate::wasm_compiler::{self, TARGET, WasmCompiler};

/// A wasm module of the root package.
pub struct Module {
    /// Names `NAME_bg.wasm` of the site and `generated/NAME.js` of the page's scripts.
    pub name: &'static str,
    /// The features of the root package that make it, with commas between them.
    pub features: &'static str,
    /// What it is made for.
    pub aim: Aim,
}

/// What a module is made for: a first view is short of bytes, a large ledger of time.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// Few bytes, for every engine.
    Size,
    /// Few milliseconds, for engines that know `simd128`; `www/engine/local.js` asks the engine before it uses it.
    Speed,
    /// Few milliseconds, for every engine.
    SpeedAnywhere,
}

impl Aim {
    /// What the compiler is told beyond the profile.
    fn apply(self, command: &mut Command, profile: Profile) {
        if self == Self::Speed {
            let flags = std::env::var(TARGET_FLAGS).unwrap_or_default();
            command.env(TARGET_FLAGS, format!("{flags} -Ctarget-feature=+simd128").trim_start());
        }
        if self != Self::Size {
            command.env(format!("CARGO_PROFILE_{}_OPT_LEVEL", profile.name().to_uppercase()), "3");
        }
    }

    /// The level of wasm-opt.
    const fn level(self) -> &'static str {
        match self {
            Self::Size => "-Oz",
            Self::Speed | Self::SpeedAnywhere => "-O3",
        }
    }
}

const TARGET_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// All modules. The first is the core, loaded with the page; the others are fetched when first needed. `desk` holds
/// all that the core does, so that it reads large ledgers, too.
pub const MODULES: &[Module] = &[
    Module { name: "jianyi", features: "", aim: Aim::Size },
    Module { name: "desk", features: "desk", aim: Aim::Speed },
    Module { name: "review", features: "review", aim: Aim::SpeedAnywhere },
    Module { name: "office", features: "office", aim: Aim::Speed },
];

/// Where the JavaScript side of the modules is written; `www/` imports it as `./generated/NAME.js`.
pub fn folder(profile: Profile) -> PathBuf {
    places::intermediate(profile).join("generated")
}

/// Builds every module and writes its JavaScript side, where a source has changed.
///
/// # Errors
/// When there is no compiler for wasm32, the code does not compile, or a tool fails.
pub fn all(profile: Profile) -> Outcome<()> {
    let stamp_file = places::intermediate(profile).join("sources.stamp");
    let hash = sources()?;
    let is_built = MODULES.iter().all(|module| folder(profile).join(format!("{}_bg.wasm", module.name)).exists());
    if is_built && is_stamped(&stamp_file, &hash) {
        step::skipped("compiling the modules", "no source has changed");
        return Ok(());
    }
    let compiler = wasm_compiler::find()?;
    for module in MODULES {
        let wasm = compile(&compiler, module, profile)?;
        bind(module, &wasm, profile)?;
    }
    stamp(&stamp_file, &hash)
}

/// The hash of all that the modules are made of: the package reads nothing outside `src/` but its manifest,
/// and what it is made with: the compiler, its flags and `bind`.
fn sources() -> Outcome<String> {
    let root = places::root();
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    let compiler = step::answer(Command::new("rustc").arg("-vV")).unwrap_or_default();
    let mut hash = ContentHash::default()
        .text(&compiler)
        .text(&variable("RUSTFLAGS"))
        .text(&variable(TARGET_FLAGS))
        .text(&variable("JIANYI_WASM_TOOLCHAIN"))
        .folder(&root.join("src"), &[])?;
    for file in [
        "xtask/rule_help.rs",
        "Cargo.toml",
        "Cargo.lock",
        ".cargo/config.toml",
        "xtask/Cargo.toml",
        "xtask/src/bind.rs",
        "xtask/src/binding.rs",
    ] {
        hash = hash.file(&root.join(file))?;
    }
    Ok(hash.finish())
}

fn compile(compiler: &WasmCompiler, module: &Module, profile: Profile) -> Outcome<PathBuf> {
    step::step(&format!("compiling the module {} ({})", module.name, profile.name()), || {
        let mut command = compiler.cargo(module.name);
        command.args(["build", "--package", "jianyi", "--lib", "--target", TARGET, "--profile", profile.name()]);
        command.args(["--features", module.features]);
        module.aim.apply(&mut command, profile);
        step::run(&mut command, None, "mend the error above; `cargo clippy` finds most of them sooner")
    })?;
    let file = compiler.target_folder(module.name).join(TARGET).join(profile.name()).join("jianyi.wasm");
    if file.exists() {
        return Ok(file);
    }
    Err(Failure::new(format!("cargo wrote no {}", file.display()), "keep `cdylib` among the crate types of Cargo.toml"))
}

fn bind(module: &Module, wasm: &Path, profile: Profile) -> Outcome<()> {
    let label = format!("writing the JavaScript side of {}", module.name);
    let folder = folder(profile);
    let stamp_file = folder.join(format!("{}.stamp", module.name));
    let xtask = places::root().join("xtask");
    let hash = ContentHash::default()
        .text(profile.name())
        .file(wasm)?
        .file(&xtask.join("src/bind.rs"))?
        .file(&xtask.join("Cargo.toml"))?
        .finish();
    if is_stamped(&stamp_file, &hash) {
        step::skipped(&label, "the module has not changed");
        return Ok(());
    }
    fs::create_dir_all(&folder).on("create", &folder)?;
    step::step(&label, || {
        let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.current_dir(places::root()).args(["run", "--package", "xtask", "--bin", "bind", "--features", "binding", "--"]);
        command.arg(wasm).arg(module.name).arg(&folder);
        step::run(
            &mut command,
            None,
            "wasm-bindgen in Cargo.toml and wasm-bindgen-cli-support in xtask/Cargo.toml must be of one version",
        )
    })?;
    if profile == Profile::Release {
        optimise(&folder.join(format!("{}_bg.wasm", module.name)), module.aim)?;
    }
    stamp(&stamp_file, &hash)
}

/// Makes the module smaller and faster in place; results are kept by content, since it takes its time.
fn optimise(wasm: &Path, aim: Aim) -> Outcome<()> {
    let flags = [
        aim.level(),
        "--enable-bulk-memory",
        "--enable-bulk-memory-opt",
        "--enable-sign-ext",
        "--enable-nontrapping-float-to-int",
        "--enable-mutable-globals",
        "--enable-reference-types",
        "--enable-multivalue",
        "--enable-simd",
    ];
    bundle::install_packages()?;
    let program = places::root().join("www/node_modules/binaryen/bin/wasm-opt");
    let version = places::root().join("www/node_modules/binaryen/package.json");
    let hash = ContentHash::default()
        .text(&flags.join(" "))
        .bytes(&fs::read(&version).on("read", &version)?)
        .bytes(&fs::read(wasm).on("read", wasm)?)
        .finish();
    let kept = places::cache().join("wasm-opt").join(format!("{hash}.wasm"));
    if kept.exists() {
        step::skipped("optimising the module", "the same module was optimised before");
    } else {
        step::step("optimising the module (wasm-opt; up to some minutes)", || {
            let fresh = wasm.with_extension("opt");
            let mut command = Command::new("node");
            command.arg(&program).args(flags).arg(wasm).arg("-o").arg(&fresh);
            step::run(&mut command, None, "build with --quick to go without; then report the message above")?;
            fs::create_dir_all(kept.with_file_name("")).on("create", &kept)?;
            fs::rename(&fresh, &kept).or_else(|_| fs::copy(&fresh, &kept).map(drop)).on("keep", &kept)
        })?;
    }
    fs::copy(&kept, wasm).map(drop).on("write", wasm)
}
