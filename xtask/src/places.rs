//! Where things stand in the tree.

use std::env;
use std::path::{Path, PathBuf};

/// How much care the wasm module gets: `Quick` is for work on the code, `Release` is what is shipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    Quick,
    Release,
}

impl Profile {
    /// The name of the cargo profile and of the folder below `build/`.
    pub fn name(self) -> &'static str {
        match self {
            Profile::Quick => "quick",
            Profile::Release => "release",
        }
    }
}

/// The root of the repository.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// The finished page and engine.
pub fn site(profile: Profile) -> PathBuf {
    match profile {
        Profile::Quick => intermediate(profile).join("site"),
        Profile::Release => root().join("dist"),
    }
}

/// What is written on the way to the site.
pub fn intermediate(profile: Profile) -> PathBuf {
    root().join("build").join(profile.name())
}

/// What outlives the tree: optimised modules by content, a compiled `std`.
pub fn cache() -> PathBuf {
    let home = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    home("XDG_CACHE_HOME")
        .or_else(|| home("HOME").map(|home| home.join(".cache")))
        .or_else(|| home("LOCALAPPDATA"))
        .unwrap_or_else(|| root().join("build"))
        .join("jianyi")
}

/// The path as the user would type it at the root of the repository.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}
