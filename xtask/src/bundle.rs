//! From the modules and `www/` to the finished site.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::binding;
use crate::content_hash::{ContentHash, is_stamped, stamp};
use crate::places::{self, Profile};
use crate::step::{self, Failure, OnFile, Outcome};

const NODE_NEEDED: &str = "install Node.js 20 or newer (https://nodejs.org, or your system's packages `nodejs` and `npm`)";

/// Builds the modules and bundles the page and the engine, doing only what has changed.
///
/// # Errors
/// When a tool is missing, the code has an error, or a file can't be written.
pub fn site(profile: Profile) -> Outcome<()> {
    binding::all(profile)?;
    install_packages()?;
    let root = places::root();
    let (www, generated, site) = (root.join("www"), binding::folder(profile), places::site(profile));
    place_types(profile, &www)?;
    let hash = ContentHash::default()
        .folder(&www, &["node_modules", "generated"])?
        .folder(&generated, &[])?
        .folder(&root.join("xtask/web"), &[])?
        .finish();
    let stamp_file = places::intermediate(profile).join("site.stamp");
    if is_stamped(&stamp_file, &hash) && site.join("index.html").exists() {
        step::skipped("bundling the page", "nothing has changed");
        return Ok(());
    }
    // Until it is finished, nothing must vouch for the site. There may be no stamp yet.
    let _ = fs::remove_file(&stamp_file);
    step::step("bundling the page", || {
        let mut command = script("bundle.mjs");
        command.arg(profile.name()).arg(&generated).arg(&site).arg(outputs(profile));
        command.args(binding::MODULES.iter().map(|module| module.name));
        step::run(&mut command, None, "mend the error above in www/")
    })?;
    stamp(&stamp_file, &hash)
}

/// Copies the generated types to where editors and `tsc` look for them.
pub fn place_types(profile: Profile, www: &Path) -> Outcome<()> {
    let folder = www.join("generated");
    fs::create_dir_all(&folder).on("create", &folder)?;
    for module in binding::MODULES {
        let name = format!("{}.d.ts", module.name);
        let source = binding::folder(profile).join(&name);
        fs::copy(&source, folder.join(&name)).on("copy", &source)?;
    }
    Ok(())
}

/// Prints the sizes of the site against the budgets.
///
/// # Errors
/// When a budget is passed or nothing was built.
pub fn sizes(profile: Profile) -> Outcome<()> {
    let mut command = script("sizes.mjs");
    command.arg(places::site(profile)).arg(outputs(profile));
    step::run(&mut command, None, "make it smaller, or load it later; `cargo xtask build` first if nothing was built")
}

/// Installs the page's own packages, exactly as the lock file has them.
///
/// # Errors
/// When Node.js is missing or too old, or a package can't be fetched.
pub fn install_packages() -> Outcome<()> {
    install(&places::root().join("www"))
}

/// Installs the packages that the lock file in `folder` names, exactly as it has them.
///
/// # Errors
/// When Node.js is missing or too old, or a package can't be fetched.
pub fn install(folder: &Path) -> Outcome<()> {
    const LIMIT: Duration = Duration::from_secs(600);
    check_node()?;
    let lock = folder.join("package-lock.json");
    let stamp_file = folder.join("node_modules").join(".jianyi-stamp");
    let hash = ContentHash::default().file(&lock)?.file(&folder.join("package.json"))?.finish();
    if is_stamped(&stamp_file, &hash) {
        return Ok(());
    }
    step::step(&format!("installing the packages of {} (npm ci)", places::shown(folder)), || {
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut command = Command::new(npm);
        command.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        step::run(&mut command, Some(LIMIT), "npm must reach its registry once; check the network or npm's `registry` setting")
    })?;
    stamp(&stamp_file, &hash)
}

/// A command that runs a script of `xtask/web` in Node at the root of the repository.
pub fn script(name: &str) -> Command {
    let root = places::root();
    let mut command = Command::new("node");
    command.current_dir(&root).arg(root.join("xtask/web").join(name));
    command
}

fn outputs(profile: Profile) -> std::path::PathBuf {
    places::intermediate(profile).join("outputs.json")
}

fn check_node() -> Outcome<()> {
    let version = step::answer(Command::new("node").arg("--version"));
    let Some(version) = version else { return Err(Failure::new("Node.js is not installed", NODE_NEEDED)) };
    let major = version.trim_start_matches('v').split('.').next().and_then(|number| number.parse::<u32>().ok());
    if major.is_some_and(|major| major >= 20) {
        return Ok(());
    }
    Err(Failure::new(format!("Node.js {version} is too old"), NODE_NEEDED))
}
