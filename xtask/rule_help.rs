//! Reads the help text at the top of every rule file and writes it as one static table,
//! so that a rule's help page, its README row and its tests come from one place.

#![allow(clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// The folders that hold one file per rule, with the subject that their rules check.
const RULE_FOLDERS: &[(&str, &str)] = &[
    ("reply", "src/reply_check/rules"),
    ("report", "src/report/rules"),
    ("ledger", "src/supervision/rules"),
    ("clues", "src/clues/rules"),
];

/// The headings of a rule's help text, each with its field of `RuleDoc`; all but the last two must stand there.
const SECTIONS: &[(&str, &str, bool)] = &[
    ("为什么", "why", true),
    ("会被指出", "flagged", true),
    ("可以通过", "passes", true),
    ("依据", "basis", true),
    ("English", "english", true),
    ("局限", "limits", false),
];

fn main() {
    let mut table =
        String::from("/// The help texts of all rules, by subject and name.\npub static RULE_DOCS: &[RuleDoc] = &[\n");
    for (subject, folder) in RULE_FOLDERS {
        println!("cargo:rerun-if-changed={folder}");
        for file in rule_files(Path::new(folder)) {
            println!("cargo:rerun-if-changed={}", file.display());
            write_row(&mut table, subject, &file);
        }
    }
    table.push_str("];\n");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("rule_docs.rs"), table).expect("the build folder can be written");
}

fn rule_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter(|path| path.file_name().is_some_and(|name| name != "mod.rs"))
        .collect();
    files.sort();
    files
}

fn write_row(table: &mut String, subject: &str, file: &Path) {
    let source = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let id = file.file_stem().and_then(|stem| stem.to_str()).expect("a rule's file name is text").replace('_', "-");
    let help: Vec<&str> =
        source.lines().map_while(|line| line.strip_prefix("//!")).map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let (summary, rest) = split_sections(&help);
    assert!(!summary.is_empty(), "{}: the file must begin with `//!` and one sentence of help", file.display());
    let _ = write!(table, "    RuleDoc {{ id: {id:?}, subject: {subject:?}, summary: {summary:?}");
    for (heading, field, required) in SECTIONS {
        let text = rest.iter().find(|(name, _)| name == heading).map(|(_, text)| text.as_str()).unwrap_or_default();
        assert!(!required || !text.is_empty(), "{}: the help text lacks `//! # {heading}`", file.display());
        let _ = write!(table, ", {field}: {text:?}");
    }
    table.push_str(" },\n");
}

fn split_sections(help: &[&str]) -> (String, Vec<(String, String)>) {
    let mut summary = Vec::new();
    let mut sections: Vec<(String, Vec<&str>)> = Vec::new();
    for line in help {
        match (line.strip_prefix("# "), sections.last_mut()) {
            (Some(heading), _) => sections.push((heading.trim().to_string(), Vec::new())),
            (None, Some((_, lines))) => lines.push(line),
            (None, None) => summary.push(*line),
        }
    }
    let joined = |lines: &[&str]| lines.join("\n").trim().to_string();
    (joined(&summary), sections.iter().map(|(heading, lines)| (heading.clone(), joined(lines))).collect())
}
