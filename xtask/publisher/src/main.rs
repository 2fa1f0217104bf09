//! Writes the public bundle of a ledger, byte by byte as the page makes it:
//! `publish LEDGER --out DIR [--settings FILE] [--profile ID] [--today YYYY-MM-DD]`.
//!
//! LEDGER is any file that the page opens. FILE is what the page saves as 公开设置 (`jianyi/publication/1`). Without `--today`
//! the ledger's own 数据截止日期 is the day; a ledger without one needs it, as no clock is read here.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use jianyi::calendar::Date;
use jianyi::office::workbook_to_grid;
use jianyi::opened::{OpenOptions, OpenedLedger, Opening};
use jianyi::profile::shipped_profile;
use jianyi::wire::PublishRequest;

const USAGE: &str = "usage: cargo xtask publish LEDGER --out DIR [--settings FILE] [--profile ID] [--today YYYY-MM-DD]";

#[derive(Debug, Default)]
struct Order {
    ledger: PathBuf,
    out: PathBuf,
    settings: Option<PathBuf>,
    profile: Option<String>,
    today: Option<Date>,
}

fn main() -> ExitCode {
    let order = match order(std::env::args().skip(1)) {
        Ok(order) => order,
        Err(complaint) => {
            eprintln!("{complaint}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match perform(&order) {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(complaint) => {
            eprintln!("✗ {complaint}");
            ExitCode::FAILURE
        }
    }
}

fn order(mut arguments: impl Iterator<Item = String>) -> Result<Order, String> {
    let mut order = Order::default();
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value."));
        match argument.as_str() {
            "--out" => order.out = value()?.into(),
            "--settings" => order.settings = Some(value()?.into()),
            "--profile" => order.profile = Some(value()?),
            "--today" => {
                let day = value()?;
                order.today = Some(Date::parse(&day).map_err(|_| format!("`{day}` is not a day, YYYY-MM-DD."))?);
            }
            other if other.starts_with('-') => return Err(format!("`{other}` is not understood.")),
            file if order.ledger.as_os_str().is_empty() => order.ledger = file.into(),
            file => return Err(format!("`{file}`: one ledger at a time.")),
        }
    }
    if order.ledger.as_os_str().is_empty() || order.out.as_os_str().is_empty() {
        return Err("a ledger and --out are needed.".to_owned());
    }
    Ok(order)
}

fn perform(order: &Order) -> Result<String, String> {
    let occupied = fs::read_dir(&order.out).is_ok_and(|mut files| files.next().is_some());
    if occupied && !order.out.join("manifest.json").is_file() {
        return Err(format!("{} holds other files: choose an empty folder, or one that holds a bundle", order.out.display()));
    }
    let request = match &order.settings {
        Some(file) => settings(file)?,
        None => PublishRequest::default(),
    };
    if let Some(id) = order.profile.as_deref().filter(|id| shipped_profile(id).is_none()) {
        return Err(format!("there is no profile `{id}`"));
    }
    let opened = open(order)?;
    if opened.is_empty() {
        return Err(format!("{} holds no entry", order.ledger.display()));
    }
    let (published, unused) = opened.bundle(&request).map_err(|stopped| {
        let told = stopped.leaks.iter().map(|leak| {
            let kind = leak.kind.map_or("content", |kind| kind.as_str());
            format!("  {kind} ({}) in file {} of the bundle", leak.how.as_str(), leak.file + 1)
        });
        format!("nothing was written: what must not be public stands in the bundle\n{}", told.collect::<Vec<_>>().join("\n"))
    })?;
    clear(&order.out)?;
    for file in &published.files {
        let path = order.out.join(&file.name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| format!("cannot create {}: {error}", folder.display()))?;
        }
        fs::write(&path, &file.bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    }
    let undecided = published.decisions.iter().filter(|decision| decision.extent.is_none()).count();
    let public = published.files.iter().filter(|file| file.name.starts_with("item/")).count();
    let mut said = format!(
        "{public} of {} entries are public, {undecided} wait for a person's decision; {} parts were taken out; no leak\n{} files in {}",
        opened.len(),
        published.redactions,
        published.files.len(),
        order.out.display()
    );
    let unread = opened.problems().len();
    if unread > 0 {
        said.push_str(&format!("\n{unread} values of the ledger were not understood; the page lists them under 问题"));
    }
    if unused > 0 {
        said.push_str(&format!("\n{unused} decisions in the settings are of no entry as it stands now and were not used"));
    }
    Ok(said)
}

/// Takes the files of an earlier bundle away, and nothing else.
fn clear(out: &Path) -> Result<(), String> {
    let Ok(manifest) = fs::read(out.join("manifest.json")) else { return Ok(()) };
    let Ok(manifest) = serde_json::from_slice::<serde_json::Value>(&manifest) else { return Ok(()) };
    let names = manifest.get("files").and_then(serde_json::Value::as_object).into_iter().flat_map(|files| files.keys());
    for name in names.map(Path::new).filter(|name| name.components().all(|part| matches!(part, Component::Normal(_)))) {
        let path = out.join(name);
        if path.is_file() {
            fs::remove_file(&path).map_err(|error| format!("cannot replace {}: {error}", path.display()))?;
        }
    }
    Ok(())
}

fn settings(file: &Path) -> Result<PublishRequest, String> {
    let shown = file.display();
    let text = fs::read(file).map_err(|error| format!("cannot read {shown}: {error}"))?;
    let mut value: serde_json::Value =
        serde_json::from_slice(&text).map_err(|error| format!("{shown} is no settings file: {error}"))?;
    let format = value.as_object_mut().and_then(|object| object.remove("format"));
    if format.as_ref().and_then(serde_json::Value::as_str) != Some("jianyi/publication/1") {
        return Err(format!("{shown} is no settings file: its format is not jianyi/publication/1"));
    }
    serde_json::from_value(value).map_err(|error| format!("{shown}: {error}"))
}

fn open(order: &Order) -> Result<OpenedLedger, String> {
    let shown = order.ledger.display();
    let bytes = fs::read(&order.ledger).map_err(|error| format!("cannot read {shown}: {error}"))?;
    let name = order.ledger.file_name().map(|name| name.to_string_lossy().into_owned());
    let options = OpenOptions { name, profile: order.profile.clone(), today: order.today, ..OpenOptions::default() };
    let mut opening = Opening::new(options, bytes.len());
    opening.push(&bytes);
    let opened = match opening.take_workbook() {
        Some(workbook) => opening.finish_with_grid(&workbook_to_grid(&workbook)),
        None => opening.finish(),
    };
    let opened = opened.map_err(|problem| format!("{shown}: {}", problem.message()))?;
    if order.today.is_none() && opened.ledger().head.as_of.is_none() {
        return Err(format!("{shown} does not say of which day it is: add --today YYYY-MM-DD"));
    }
    Ok(opened)
}
