//! What several tests share.

use jianyi::calendar::Date;
use jianyi::opened::{OpenOptions, OpenedLedger, Opening};
use jianyi::statistics::Filter;
use jianyi::wire::{RateView, Summary};

/// Opens a document with no options but a clock far from every due date.
pub fn open(bytes: &[u8]) -> OpenedLedger {
    try_open(bytes).unwrap_or_else(|problem| panic!("{}", problem.message()))
}

/// Opens a document, or gives the problem.
pub fn try_open(bytes: &[u8]) -> Result<OpenedLedger, jianyi::intake::Problem> {
    let mut opening = Opening::new(OpenOptions { clock: Date::parse("2026-01-05").ok(), ..OpenOptions::default() }, bytes.len());
    opening.push(bytes);
    opening.finish()
}

/// The overview without a filter.
pub fn summary(bytes: &[u8]) -> Summary {
    open(bytes).summary(&Filter::default()).unwrap()
}

/// The rate with this id.
pub fn rate<'s>(summary: &'s Summary, id: &str) -> &'s RateView {
    summary.rates.iter().find(|rate| rate.id == id).unwrap_or_else(|| panic!("no rate {id}"))
}

/// The count of a group.
pub fn count(summary: &Summary, dimension: &str, key: &str) -> u32 {
    summary.dimensions[dimension].groups.iter().find(|group| group.key == key).map_or(0, |group| group.count)
}

/// A group's share as the page prints it: `2/3 = 66.67%`.
pub fn share(summary: &Summary, dimension: &str, key: &str) -> String {
    let group = summary.dimensions[dimension].groups.iter().find(|group| group.key == key);
    let share = group.and_then(|group| group.share.as_ref()).unwrap_or_else(|| panic!("no share of {dimension} {key}"));
    format!("{}/{} = {}", share.part, share.whole, share.percent.as_deref().unwrap_or("–"))
}

/// What a dimension or rate leaves out for a reason.
pub fn left_out(left_out: &[jianyi::wire::LeftOut], reason: &str) -> u32 {
    left_out.iter().find(|left_out| left_out.reason == reason).map_or(0, |left_out| left_out.count)
}

/// A sample that ships with the page.
pub fn sample(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/www/samples/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}
