//! The browsers that the page tests drive.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::debian_std::apt_install;
use crate::step::{self, Failure, Outcome};

/// A browser, the programs by which it goes, and the package that brings it.
struct Browser {
    name: &'static str,
    /// The environment variable that names its program, for us and for the tests.
    variable: &'static str,
    programs: &'static [&'static str],
    package: &'static str,
}

const BROWSERS: [Browser; 2] = [
    Browser {
        name: "chromium",
        variable: "JIANYI_CHROMIUM",
        programs: &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
        ],
        package: "chromium",
    },
    Browser {
        name: "firefox",
        variable: "JIANYI_FIREFOX",
        programs: &[
            "firefox-esr",
            "firefox",
            "/Applications/Firefox.app/Contents/MacOS/firefox",
            "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
        ],
        package: "firefox-esr",
    },
];

/// What drives Safari's engine, and the screen that it needs. Its tests are skipped, and say so, where they are not there.
const WEBKIT: Browser =
    Browser { name: "webkit", variable: "JIANYI_WEBKIT", programs: &["WebKitWebDriver"], package: "webkit2gtk-driver" };
const SCREEN: Browser = Browser { name: "webkit", variable: "JIANYI_XVFB", programs: &["Xvfb"], package: "xvfb" };

const FONT_PACKAGE: &str = "fonts-noto-cjk";

/// The environment variables that tell the tests where the wanted browsers are; all of them when none is named.
///
/// What is missing is installed where that is possible: root on Debian.
///
/// # Errors
/// When a browser is missing and can't be installed; the failure names what to install.
pub fn ready(named: Option<&str>) -> Outcome<Vec<(&'static str, PathBuf)>> {
    let wanted: Vec<&Browser> = BROWSERS.iter().filter(|browser| named.is_none_or(|name| name == browser.name)).collect();
    let mut missing: Vec<&str> =
        wanted.iter().filter(|browser| program(browser).is_none()).map(|browser| browser.package).collect();
    let browsers_missing = !missing.is_empty();
    if lacks_chinese_font() {
        missing.push(FONT_PACKAGE);
    }
    match apt_install_all(&missing) {
        Err(failure) if browsers_missing => return Err(failure),
        // Without the font the tests hold, only the screenshots show boxes.
        Err(failure) => eprintln!("{failure}"),
        Ok(()) => {}
    }
    let found = wanted.into_iter().map(|browser| Ok((browser.variable, program(browser).ok_or_else(|| not_found(browser))?)));
    let mut found = found.collect::<Outcome<Vec<_>>>()?;
    found.extend(webkit(named));
    Ok(found)
}

/// WebKit's driver and its screen, where they are wanted and on this machine or can be installed.
fn webkit(wanted: Option<&str>) -> Vec<(&'static str, PathBuf)> {
    let parts = [WEBKIT, SCREEN];
    if wanted.is_some_and(|name| name != WEBKIT.name) {
        return Vec::new();
    }
    let missing: Vec<&str> = parts.iter().filter(|part| program(part).is_none()).map(|part| part.package).collect();
    if let Err(failure) = apt_install_all(&missing) {
        eprintln!("{failure}\n  the tests in WebKit are left out");
    }
    parts.iter().filter_map(|part| Some((part.variable, program(part)?))).collect()
}

fn apt_install_all(packages: &[&str]) -> Outcome<()> {
    if packages.is_empty() { Ok(()) } else { apt_install(packages, "what the page tests need") }
}

fn program(browser: &Browser) -> Option<PathBuf> {
    if let Some(named) = env::var_os(browser.variable).filter(|named| !named.is_empty()) {
        return Some(PathBuf::from(named));
    }
    browser.programs.iter().find_map(|program| on_path(program))
}

fn on_path(program: &str) -> Option<PathBuf> {
    if Path::new(program).is_absolute() {
        return Some(PathBuf::from(program)).filter(|path| path.exists());
    }
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Whether fontconfig is there and knows no font with Chinese characters.
fn lacks_chinese_font() -> bool {
    step::answer(Command::new("fc-list").args([":lang=zh", "family"])).is_some_and(|fonts| fonts.is_empty())
}

fn not_found(browser: &Browser) -> Failure {
    Failure::new(
        format!("{} is not on this machine", browser.name),
        format!("install it, or name its program in {}", browser.variable),
    )
}
