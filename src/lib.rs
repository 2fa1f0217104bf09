//! 件件有着落 (`jianyi`): the handling of deputies' suggestions (代表建议) and CPPCC proposals (政协提案), made visible
//! and checkable, in a browser, from the office's own ledger.
//!
//! # The map
//!
//! Data flows one way: bytes → [`intake`] → [`ledger`] → [`statistics`] → [`opened`] → [`wire`] → `wasm` → `www/engine.js`
//! → the elements of the page; beside it the text of a letter → [`reply_check`] and of a report → [`report`]. In reading order:
//!
//! | module | what it holds | may use |
//! | --- | --- | --- |
//! | [`text`] | spans, Chinese numerals and dates; a map of numbers | – |
//! | [`search`] | finding any part of a text, without a dictionary | `text` |
//! | [`similarity`] | which submissions speak of the same matter, by their own words; which names of bodies are likely one | `text`, `search` |
//! | [`calendar`] | civil dates, working days with make-up workdays, periods counted day by day | – |
//! | [`rule`] | one mechanism for what is checked: rule, finding, severity, help text | `text` |
//! | [`ledger`] | the model and the published format `jianyi/ledger/1`; a loaded ledger's records | `text`, `calendar` |
//! | [`profile`] | what differs from place to place, as data: limits, classes, denominators, rounding | `calendar`, `ledger` |
//! | [`intake`] | a file's bytes to a ledger, and every problem with its place; in the core module of our own format only | all above |
//! | [`export`] | a ledger as a table for Excel, which comes back as the same ledger | all above |
//! | `office` | workbooks and documents to cells and text, tables and sheets to workbooks and documents; a Cargo feature, in the browser a second module | all above |
//! | [`statistics`] | columns, filters, counts, rates (two counts, never a float) | all above but `intake`, `export`, `office` |
//! | [`supervision`] | due dates of every step, warnings (one file each), work lists, reminders, spot checks | `text`, `calendar`, `rule`, `ledger`, `profile`, `statistics` |
//! | [`clues`] | public messages beside a ledger: matched, counted over time, warnings with their evidence | `calendar`, `rule`, `ledger`, `profile`, `intake`, `similarity`, `supervision` |
//! | [`assessment`] | points tables as data, each body's sheet with the entries behind every point | `ledger`, `profile`, `statistics`, `supervision` |
//! | [`summary`] | a ledger's counts as a small file that merges without its records: `jianyi/summary/1` | `calendar`, `statistics` |
//! | [`publication`] | what may be public, redacted, as a bundle with its proof: `jianyi/public/1` | `text`, `search`, `calendar`, `ledger`, `profile` |
//! | [`reply_check`] | reading a reply letter; rules, one file each | `text`, `calendar`, `rule` |
//! | [`report`] | reading a report's figures; audit rules, one file each; beside last year's report and published counts | `text`, `calendar`, `rule` |
//! | [`drafting`] | the annual report drafted from a ledger's counts, every figure linked | `text`, `calendar`, `ledger`, `profile`, `statistics` |
//! | [`opened`] | an opened ledger: the parts above together, answering in the boundary's shapes | all |
//! | [`review`] | a letter or a report checked under a profile, answering in the boundary's shapes | all |
//! | [`wire`] | the shapes that cross to JavaScript; they compute nothing | `text`, `rule` |
//! | `wasm` | the only file that knows `JsValue`; the modules `jianyi`, `desk` and `review` | `opened` and what it hands out |
//! | `wasm_office` | the second module's boundary: bytes in, bytes out | `office` |
//!
//! `tests/native/house.rs` reads the `use` lines against this table and names the row that a line breaks.
//!
//! Three things hold everywhere: *time is an argument* (`today` comes in, no clock is read), *the core is total* (bad
//! content is a problem with its place, never a panic, and nothing is dropped silently), and *what differs by place is
//! data* (a [`profile`], never a constant).

#[macro_use]
mod vocabulary;

pub mod assessment;
pub mod calendar;
pub mod clues;
pub mod drafting;
pub mod export;
pub mod intake;
pub mod ledger;
#[cfg(feature = "office")]
pub mod office;
pub mod opened;
pub mod profile;
pub mod publication;
pub mod reply_check;
pub mod report;
pub mod review;
pub mod rule;
pub mod search;
pub mod similarity;
pub mod statistics;
pub mod summary;
pub mod supervision;
pub mod text;
#[cfg(all(target_arch = "wasm32", not(feature = "office")))]
mod wasm;
#[cfg(all(target_arch = "wasm32", feature = "office"))]
mod wasm_office;
pub mod wire;
