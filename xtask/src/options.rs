//! What was asked for on the command line.

use crate::places::Profile;

/// One call of `cargo xtask`.
#[derive(Debug)]
pub struct Options {
    pub task: Task,
    pub profile: Profile,
    /// The port to serve on; 0 lets the system choose.
    pub port: u16,
    /// Only tests or benchmarks whose name contains this.
    pub filter: Option<String>,
    pub only: Option<Kind>,
    pub browser: Option<String>,
    /// What the publisher or the fuzzer is told.
    pub arguments: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    Help,
    Serve,
    Build,
    Test,
    Bench,
    Sizes,
    Lint,
    Publish,
    Fuzz,
}

/// Where a test runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Native,
    Node,
    Browser,
    Sql,
}

/// Reads the arguments after `cargo xtask`.
///
/// # Errors
/// A sentence on the first argument that is not understood.
pub fn read(arguments: impl Iterator<Item = String>) -> Result<Options, String> {
    let mut arguments = arguments;
    let task = match arguments.next().as_deref() {
        None | Some("help" | "--help" | "-h") => Task::Help,
        Some("serve") => Task::Serve,
        Some("build") => Task::Build,
        Some("test") => Task::Test,
        Some("bench") => Task::Bench,
        Some("sizes") => Task::Sizes,
        Some("lint") => Task::Lint,
        Some("publish") => Task::Publish,
        Some("fuzz") => Task::Fuzz,
        Some(other) => return Err(format!("`{other}` is not a task of cargo xtask.")),
    };
    let is_work_on_the_code = matches!(task, Task::Serve | Task::Lint);
    let profile = if is_work_on_the_code { Profile::Quick } else { Profile::Release };
    let mut options = Options { task, profile, port: 8787, filter: None, only: None, browser: None, arguments: Vec::new() };
    if matches!(task, Task::Publish | Task::Fuzz) {
        options.arguments = arguments.collect();
        return Ok(options);
    }
    while let Some(argument) = arguments.next() {
        let (name, attached) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name.to_string(), Some(value.to_string())),
            _ => (argument, None),
        };
        let mut value = || attached.clone().or_else(|| arguments.next()).ok_or(format!("{name} needs a value."));
        match (name.as_str(), task) {
            ("--quick", _) => options.profile = Profile::Quick,
            ("--release", _) => options.profile = Profile::Release,
            ("--port", Task::Serve) => options.port = port(&value()?)?,
            ("--only", Task::Test) => options.only = Some(kind(&value()?)?),
            ("--browser", Task::Test) => options.browser = Some(browser(value()?)?),
            ("--help" | "-h", _) => options.task = Task::Help,
            (filter, Task::Test | Task::Bench) if !filter.starts_with('-') && options.filter.is_none() => {
                options.filter = Some(name);
            }
            _ => return Err(format!("`{name}` is not understood here.")),
        }
    }
    Ok(options)
}

fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| format!("--port takes a number from 0 to 65535, not `{text}`."))
}

fn kind(text: &str) -> Result<Kind, String> {
    match text {
        "native" => Ok(Kind::Native),
        "node" => Ok(Kind::Node),
        "browser" => Ok(Kind::Browser),
        "sql" => Ok(Kind::Sql),
        _ => Err(format!("--only takes native, node, browser or sql, not `{text}`.")),
    }
}

fn browser(text: String) -> Result<String, String> {
    if matches!(text.as_str(), "chromium" | "firefox" | "webkit") {
        return Ok(text);
    }
    Err(format!("--browser takes chromium, firefox or webkit, not `{text}`."))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    fn read_line(line: &str) -> Result<Options, String> {
        read(line.split_whitespace().map(str::to_string))
    }

    #[test]
    fn a_port_may_follow_its_option_or_be_attached_to_it() {
        assert_eq!(read_line("serve --port 9000").unwrap().port, 9000);
        assert_eq!(read_line("serve --port=9000").unwrap().port, 9000);
    }

    #[test]
    fn serving_builds_quickly_and_building_with_care() {
        assert_eq!(read_line("serve").unwrap().profile, Profile::Quick);
        assert_eq!(read_line("build").unwrap().profile, Profile::Release);
    }

    #[test]
    fn a_test_filter_stands_beside_its_kind() {
        let options = read_line("test rates --only native").unwrap();
        assert_eq!((options.filter.as_deref(), options.only), (Some("rates"), Some(Kind::Native)));
    }

    #[test]
    fn what_is_not_understood_is_refused_by_name() {
        for line in ["fly", "serve --port", "serve --port many", "test --only moon", "build it", "test --browser lynx"] {
            assert!(read_line(line).is_err(), "{line}");
        }
    }
}
