//! The whole files and texts that are damaged: the tests' own fixtures and the page's samples, cut to a readable length.

use std::fs;
use std::io::{Cursor, Read as _};
use std::path::PathBuf;

use jianyi_generator::{Options, write_ledger, write_ndjson};
use serde_json::Value;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The first part of each seed, so that damage often hits something else than a far-off record.
const MOST: usize = 5_000;

/// Ledgers of the published format.
pub fn ledgers() -> Vec<Vec<u8>> {
    let mut seeds: Vec<_> = ["www/schema/example.json", "www/samples/xinjiang-npc-2024.json"].into_iter().map(file).collect();
    let mut generated = Vec::new();
    if write_ledger(&mut generated, Options::of_size(2)).is_ok() {
        seeds.push(generated);
    }
    seeds
}

/// Records in lines, as another system exports them.
pub fn lines() -> Vec<Vec<u8>> {
    let mut seeds = vec![first_lines(&file("tests/fixtures/ledgers/ledger.ndjson"), 4)];
    let mut generated = Vec::new();
    if write_ndjson(&mut generated, Options::of_size(3)).is_ok() {
        seeds.push(generated);
    }
    let as_array = [b"[".to_vec(), seeds[0].split(|byte| *byte == b'\n').collect::<Vec<_>>().join(&b","[..]), b"]".to_vec()];
    seeds.push(as_array.concat());
    seeds
}

/// Tables with separators.
pub fn tables() -> Vec<Vec<u8>> {
    let excel = file("tests/fixtures/ledgers/excel-style.csv");
    let summary = b"\xef\xbb\xbf\xe5\xba\x8f\xe5\x8f\xb7;a\n1;2\n".to_vec();
    vec![first_lines(&excel, 12), file("tests/fixtures/ledgers/table-gb18030.csv"), summary]
}

/// Workbooks.
pub fn workbooks() -> Vec<Vec<u8>> {
    vec![file("tests/fixtures/ledgers/ledger.xlsx")]
}

/// The cells of a workbook, as one module hands them to the other.
pub fn grids() -> Vec<Vec<u8>> {
    let grid = jianyi::office::workbook_to_grid(&file("tests/fixtures/ledgers/ledger.xlsx"));
    let Ok(mut grid) = serde_json::from_slice::<Value>(&grid) else { return Vec::new() };
    let sheets = grid.get_mut("sheets").and_then(Value::as_array_mut);
    for rows in sheets.into_iter().flatten().filter_map(|sheet| sheet.get_mut("rows")).filter_map(Value::as_array_mut) {
        rows.truncate(7);
    }
    serde_json::to_vec(&grid).into_iter().collect()
}

/// The first sheet of a workbook, as XML.
pub fn sheet_parts() -> Vec<Vec<u8>> {
    part(&file("tests/fixtures/ledgers/ledger.xlsx"), "xl/worksheets/sheet1.xml").map(cut).into_iter().collect()
}

/// The body of a letter, as XML.
pub fn document_parts() -> Vec<Vec<u8>> {
    let sheet = br#"{"parts":[{"kind":"paragraph","style":"title","runs":[{"text":"\u7b54\u590d"}]},{"kind":"paragraph","style":"body","runs":[{"text":"\u4e00\u3001\u3010"}]}]}"#;
    let written = jianyi::office::sheet_to_document(sheet).ok();
    let own = written.and_then(|document| part(&document, "word/document.xml"));
    own.into_iter().chain([NUMBERED.as_bytes().to_vec()]).collect()
}

/// What a word processor writes: numbering, a table, a field, a note, deleted words.
const NUMBERED: &str = r#"<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>一是修路</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>签发人</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t xml:space="preserve"> 某 </w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:tab/><w:br/><w:footnoteReference w:id="2"/></w:r></w:p></w:body></w:document>"#;

/// Letters with what they answer: the text, a NUL, the suggestion's title, a NUL, its text.
pub fn letters() -> Vec<Vec<u8>> {
    let with_suggestion = |case: Value| {
        let word = |pointer| case.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
        [word("/text"), word("/suggestion/title"), word("/suggestion/text")].join("\0").into_bytes()
    };
    cases("replies").chain(cases("replies-more")).map(with_suggestion).map(cut).collect()
}

/// Reports.
pub fn reports() -> Vec<Vec<u8>> {
    let text = |case: Value| case.get("text").and_then(Value::as_str).unwrap_or_default().as_bytes().to_vec();
    cases("reports").chain(cases("reports-more")).map(text).map(cut).collect()
}

/// Documents of a folder of the core.
pub fn documents(folder: &str) -> Vec<Vec<u8>> {
    files(folder, "json").map(|path| fs::read(path).unwrap_or_default()).collect()
}

fn cases(folder: &str) -> impl Iterator<Item = Value> {
    files(&format!("tests/fixtures/{folder}"), "json").filter_map(|path| serde_json::from_slice(&fs::read(path).ok()?).ok())
}

fn files(folder: &str, extension: &str) -> impl Iterator<Item = PathBuf> + use<> {
    let found = fs::read_dir(format!("{ROOT}/{folder}")).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<_> = found.filter(|path| path.extension().is_some_and(|own| own == extension)).collect();
    found.sort();
    found.into_iter()
}

fn file(path: &str) -> Vec<u8> {
    fs::read(format!("{ROOT}/{path}")).unwrap_or_default()
}

fn part(archive: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    zip::ZipArchive::new(Cursor::new(archive)).ok()?.by_name(name).ok()?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

fn first_lines(bytes: &[u8], count: usize) -> Vec<u8> {
    bytes.split_inclusive(|byte| *byte == b'\n').take(count).collect::<Vec<_>>().concat()
}

fn cut(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(MOST);
    bytes
}
