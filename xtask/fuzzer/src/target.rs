//! What is fed: every reader of the core, and what is asked of a ledger once it is open.

use std::cell::OnceCell;
use std::io::{Cursor, Write as _};

use jianyi::assessment::HandScores;
use jianyi::calendar::Date;
use jianyi::intake::Mapping;
use jianyi::office::{document_to_text, sheet_to_document, table_to_workbook, workbook_to_grid};
use jianyi::opened::{OpenOptions, OpenedLedger, Opening, shape, summaries};
use jianyi::profile::Profile;
use jianyi::publication::redact;
use jianyi::review::{audit_report, check_reply};
use jianyi::statistics::Filter;
use jianyi::wire;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::seeds;

/// One reader.
pub struct Target {
    /// The word by which a person names it.
    pub name: &'static str,
    /// The whole inputs that are damaged.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Words that mean something to it.
    pub words: &'static [&'static str],
    /// Feeds it one input.
    pub run: fn(&[u8]),
}

impl std::fmt::Debug for Target {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name)
    }
}

const KEYS: &[&str] = &[
    "\"format\":\"jianyi/ledger/1\"",
    "\"entries\":[",
    "\"kind\":\"suggestion\"",
    "\"rounds\":[{",
    "\"assignments\":[",
    "\"replies\":[{",
    "\"repliedOn\":\"2024-06-01\"",
    "\"outcome\":{\"mark\":\"A\"}",
    "\"feedback\":",
    "\"redoOf\":",
    "\"extension\":",
    "\"profile\":\"npc\"",
    "\"asOf\":\"2024-12-31\"",
    "\"案由\":",
    "\"答复时间\":",
    "\"承办单位\":[",
];
const HEADINGS: &[&str] = &[
    "序号",
    "编号",
    "案由",
    "类型",
    "承办单位",
    "主办",
    "会办",
    "交办时间",
    "答复时间",
    "办理结果",
    "满意度",
    "是否公开",
    "合计",
    "第001号",
    "2024/3/20",
    "3月20日",
    "45371",
    "A类",
    "（空白）",
    "同上",
    "一、",
    ",,,,,,",
    "\"\"",
    ";",
    "\t",
];
const MARKUP: &[&str] = &[
    "<row r=\"1048577\">",
    "<c r=\"XFE1\" t=\"s\"><v>99999999</v></c>",
    "<c r=\"A0\"/>",
    "<c t=\"e\">",
    "<v>1e400</v>",
    "<f>",
    "</w:p>",
    "<w:p>",
    "<w:tbl><w:tr><w:tc>",
    "w:val=\"-1\"",
    "w:val=\"99999999999\"",
    "<!DOCTYPE a [<!ENTITY b \"c\">]>",
    "&b;",
    "<![CDATA[",
    "<w:fldChar w:fldCharType=\"begin\"/>",
    "<w:gridSpan w:val=\"4000000000\"/>",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
];
const LETTER: &[&str] = &[
    "关于",
    "对",
    "县十七届人大三次会议",
    "第46号",
    "建议",
    "的答复",
    "代表：",
    "收悉。",
    "现答复如下：",
    "一、",
    "（二）",
    "将于6月底前",
    "2024年6月31日",
    "云交函〔2024〕37号",
    "签发人：",
    "联系人：",
    "电话：",
    "13900001234",
    "公开属性：主动公开",
    "抄送：",
    "附件：",
    "《中华人民共和国物权法》第七十六条",
    "会同",
    "并案",
    "\n　　",
];
const REPORT: &[&str] = &[
    "共办理",
    "件",
    "占",
    "其中",
    "分别为",
    "100%",
    "33.33%",
    "33.3",
    "A类",
    "B类",
    "C类",
    "代表建议",
    "政协提案",
    "同比增长",
    "个百分点",
    "满意率",
    "办结率",
    "均",
    "二百三十四",
    "１２件",
    "左右",
    "以上",
    "去年",
    "9007199254740993件",
    "0件",
    "；",
    "（",
    "|",
    "\t",
];

/// All readers, in the order in which they are fed.
pub const TARGETS: &[Target] = &[
    Target { name: "ledger", seeds: seeds::ledgers, words: KEYS, run: |input| ask(open(input)) },
    Target { name: "lines", seeds: seeds::lines, words: KEYS, run: |input| ask(open(input)) },
    Target { name: "table", seeds: seeds::tables, words: HEADINGS, run: |input| ask(open(input)) },
    Target { name: "workbook", seeds: seeds::workbooks, words: MARKUP, run: |input| drop(workbook_to_grid(input)) },
    Target { name: "sheet", seeds: seeds::sheet_parts, words: MARKUP, run: sheet },
    Target { name: "grid", seeds: seeds::grids, words: HEADINGS, run: |input| ask(opening().finish_with_grid(input).ok()) },
    Target { name: "document", seeds: seeds::document_parts, words: MARKUP, run: document },
    Target { name: "reply", seeds: seeds::letters, words: LETTER, run: reply },
    Target { name: "report", seeds: seeds::reports, words: REPORT, run: report },
    Target { name: "search", seeds: queries, words: LETTER, run: search },
    Target {
        name: "redaction",
        seeds: seeds::letters,
        words: LETTER,
        run: |input| drop(redact(&text(input), &["水厂".to_owned()])),
    },
    Target { name: "profile", seeds: profiles, words: PARTS, run: |input| drop(Profile::from_json(&text(input))) },
    Target { name: "scheme", seeds: schemes, words: PARTS, run: scheme },
    Target { name: "mapping", seeds: mappings, words: HEADINGS, run: mapping },
    Target { name: "settings", seeds: settings, words: PARTS, run: publication_settings },
    Target { name: "summary", seeds: summary_files, words: PARTS, run: summary },
    Target { name: "questions", seeds: questions, words: PARTS, run: question },
    Target { name: "exports", seeds: exports, words: PARTS, run: export },
];

const PARTS: &[&str] = &[
    "\"id\":",
    "\"value\":",
    "\"source\":",
    "\"amount\":",
    "\"minimum\":",
    "\"counts\":",
    "\"kind\":[\"suggestion\"]",
    "\"from\":",
    "\"count\":4294967295",
    "\"sort\":{\"by\":\"due\"}",
    "\"extent\":\"full\"",
    "\"decided\":[",
    "\"points\":",
    "\"text\":",
    "\"weight\":1e308",
    "\"decimals\":255",
    "\"days\":[-1,",
    "\"rows\":[[",
    "\"format\":",
];

fn opening() -> Opening {
    let options =
        OpenOptions { clock: Date::parse("2026-01-05").ok(), name: Some("文件".to_owned()), ..OpenOptions::default() };
    Opening::new(options, 0)
}

/// In two pieces, as bytes arrive.
fn open(input: &[u8]) -> Option<OpenedLedger> {
    let mut opening = opening();
    let (one, two) = input.split_at(input.len() / 3);
    opening.push(one);
    opening.push(two);
    match opening.take_workbook() {
        Some(workbook) => opening.finish_with_grid(&workbook_to_grid(&workbook)).ok(),
        None => opening.finish().ok(),
    }
}

/// Everything that the page asks of a ledger, and that the ledger holds: whatever is shown adds up to what was read.
fn ask(opened: Option<OpenedLedger>) {
    let Some(opened) = opened else { return };
    let filter = Filter::default();
    let summary = opened.summary(&filter);
    assert!(summary.is_ok_and(|summary| summary.rates.iter().all(|rate| rate.part <= rate.whole)), "a part beyond its whole");
    let rows = opened.rows(&filter, None, 0, 20).unwrap_or_default();
    for row in &rows {
        let entry = opened.entry(&row.id);
        assert!(entry.is_some(), "a row without an entry");
        drop((opened.due_dates(&row.id), opened.check_reply(&row.id), opened.redaction_preview(&row.id, &[])));
    }
    drop((opened.problems(), opened.aside(), opened.skipped_views(), opened.tally_view(), opened.to_csv()));
    drop((opened.follow_up(), opened.calendar_file(), opened.commitment_register(), opened.publication_decisions()));
    drop((opened.bodies(&filter), opened.similar_entries(), opened.report_draft(), opened.search("道路", 5)));
    let again = open(&opened.to_json());
    assert!(again.is_some_and(|again| again.len() == opened.len()), "what was written is not read again");
}

fn sheet(input: &[u8]) {
    const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
    const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    const LINKS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let parts = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", LINKS.as_bytes()),
        ("xl/worksheets/sheet1.xml", input),
    ];
    ask(opening().finish_with_grid(&workbook_to_grid(&archive(&parts))).ok());
}

fn document(input: &[u8]) {
    drop(document_to_text(&archive(&[("word/document.xml", input)])));
    drop(document_to_text(input));
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        let written = writer.start_file(*name, stored).map(|()| writer.write_all(bytes));
        assert!(matches!(written, Ok(Ok(()))), "the archive around the part");
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

fn reply(input: &[u8]) {
    let input = text(input);
    let mut parts = input.split('\0');
    let mut next = || parts.next().map(str::to_owned);
    let letter = next().unwrap_or_default();
    let suggestion = wire::SuggestionQuery { title: next(), text: next(), ..Default::default() };
    let units = letter.encode_utf16().count() as u32;
    let query = wire::ReplyQuery {
        text: letter,
        suggestion: Some(suggestion),
        today: Some("2025-01-05".to_owned()),
        ..Default::default()
    };
    let checked = check_reply(query);
    assert!(
        checked.findings.iter().flat_map(|finding| &finding.spans).all(|span| span.0 <= span.1 && span.1 <= units),
        "a span beyond the letter"
    );
}

fn report(input: &[u8]) {
    let input = text(input);
    let units = input.encode_utf16().count() as u32;
    // The same text as last year's too: both are read, and each line is held against itself.
    let query =
        wire::ReportQuery { last_year: Some(input.clone()), text: input, profile: Some("npc".to_owned()), ..Default::default() };
    let audit = audit_report(query);
    assert!(
        audit.figures.iter().all(|figure| figure.span.0 < figure.span.1 && figure.span.1 <= units),
        "a span beyond the report"
    );
}

thread_local! {
    static SAMPLE: OnceCell<Option<OpenedLedger>> = const { OnceCell::new() };
}

/// Asks a small whole ledger.
fn of_sample(question: impl FnOnce(&OpenedLedger)) {
    SAMPLE.with(|sample| {
        let opened = sample.get_or_init(|| seeds::ledgers().first().and_then(|bytes| open(bytes)));
        opened.iter().for_each(|opened| assert!(!opened.is_empty(), "the sample"));
        if let Some(opened) = opened {
            question(opened);
        }
    });
}

fn queries() -> Vec<Vec<u8>> {
    ["道路 硬化", "养老 -社区", "\"城管局\" 2024", "关于", "ＡＢＣ 第12号", "１２３４５", "Wi-Fi"]
        .map(|query| query.as_bytes().to_vec())
        .to_vec()
}

fn search(input: &[u8]) {
    of_sample(|opened| drop(opened.search(&text(input), 20)));
}

fn profiles() -> Vec<Vec<u8>> {
    seeds::documents("src/profile/data")
}

fn schemes() -> Vec<Vec<u8>> {
    seeds::documents("src/assessment/schemes")
}

fn scheme(input: &[u8]) {
    of_sample(|opened| drop(opened.assess(&text(input), &HandScores::new())));
}

fn mappings() -> Vec<Vec<u8>> {
    let opened = seeds::tables().first().and_then(|table| open(table));
    opened.and_then(|opened| opened.mapping().and_then(|mapping| serde_json::to_vec(mapping).ok())).into_iter().collect()
}

fn mapping(input: &[u8]) {
    let Ok(mapping) = Mapping::from_json(&text(input)) else { return };
    let mut opening = Opening::new(OpenOptions { mapping: Some(mapping), ..OpenOptions::default() }, 0);
    opening.push(&seeds::tables().concat());
    ask(opening.finish().ok());
}

fn settings() -> Vec<Vec<u8>> {
    let words = r#"{"terms":["水厂","道路"],"minimum":5,"decided":[{"id":"1","number":"1","title":"关于","extent":"full"}]}"#;
    vec![words.as_bytes().to_vec(), b"{}".to_vec()]
}

fn publication_settings(input: &[u8]) {
    let Ok(request) = serde_json::from_slice::<wire::PublishRequest>(input) else { return };
    of_sample(|opened| drop(opened.publish(&request)));
}

fn summary_files() -> Vec<Vec<u8>> {
    let mut files = Vec::new();
    of_sample(|opened| files.extend(opened.summary_file(&Filter::default()).map(|file| file.to_bytes())));
    files
}

fn summary(input: &[u8]) {
    let pieces: Vec<Vec<u8>> = input.split(|byte| *byte == 0).map(<[u8]>::to_vec).collect();
    let Ok(file) = summaries::merge(&pieces) else { return };
    drop(summaries::merged_view(&file, &[]));
}

fn questions() -> Vec<Vec<u8>> {
    let questions = [
        r#"{"kind":["suggestion"],"role":["lead"],"month":["2024-03"],"year":[""],"text":"道路"}"#,
        r#"{"filter":{"body":["市城市管理局"]},"sort":{"by":"due","descending":true},"from":0,"count":50}"#,
    ];
    questions.map(|question| question.as_bytes().to_vec()).to_vec()
}

fn question(input: &[u8]) {
    if let Ok(filter) = serde_json::from_slice::<wire::Filter>(input) {
        of_sample(|opened| drop(opened.summary(&shape::filter(filter))));
    }
    if let Ok(query) = serde_json::from_slice::<wire::RowQuery>(input) {
        let order = query.sort.as_ref().and_then(shape::order);
        let count = query.count.unwrap_or(100) as usize;
        of_sample(|opened| drop(opened.rows(&shape::filter(query.filter), order, query.from as usize, count)));
    }
}

fn exports() -> Vec<Vec<u8>> {
    let mut tables = vec![br#"{"parts":[{"kind":"table","heading":true,"rows":[["a","b"],["1"]]},{"kind":"paragraph","style":"title","runs":[{"text":"a","mark":"gap","comments":[0]}]}],"comments":[{"author":"a","text":"b"}]}"#.to_vec()];
    of_sample(|opened| tables.push(opened.to_table_json()));
    tables
}

fn export(input: &[u8]) {
    drop((table_to_workbook(input), sheet_to_document(input)));
}

fn text(input: &[u8]) -> String {
    String::from_utf8_lossy(input).into_owned()
}
