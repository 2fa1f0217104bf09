//! Files of every format: found by content, refused with what to do, and nothing in them lost.

use jianyi::intake::{Mapping, Problem};
use jianyi::opened::{OpenOptions, OpenedLedger, Opening};
use jianyi::statistics::Filter;
use proptest::prelude::*;

use crate::support::{open, try_open};

const CSV: &str = "编号,类别,标题,承办单位,承办方式,交办日期,答复日期,办理结果\r\n\
    1,建议,关于修路的建议,县交通运输局,主办,2024-03-20,2024-05-06,A\r\n\
    ,,,县财政局,协办,,,\r\n\
    2,提案,关于建校的提案,县教育局,主办,2024-03-20,,\r\n\
    3,建议,关于治水的建议,县水利局,主办,2024-03-20,2024-06-01,B类\r\n";

fn codes(opened: &OpenedLedger) -> Vec<String> {
    opened.problems().into_iter().map(|problem| problem.code).collect()
}

fn refusal(bytes: &[u8]) -> Problem {
    let problem = try_open(bytes).unwrap_err();
    assert!(!problem.message().is_empty() && !problem.message_en().is_empty());
    problem
}

fn with(bytes: &[u8], options: OpenOptions) -> OpenedLedger {
    let mut opening = Opening::new(options, bytes.len());
    opening.push(bytes);
    opening.finish().unwrap_or_else(|problem| panic!("{}", problem.message()))
}

/// Every record is an entry's, kept aside, skipped with a reason, or above the rows.
fn assert_nothing_lost(opened: &OpenedLedger) {
    let tally = opened.tally();
    assert_eq!(tally.records, tally.head + tally.read + tally.skipped + opened.aside().len(), "{tally:?}");
    let skipped: usize = opened.skipped().iter().map(|skipped| skipped.rows).sum();
    assert_eq!(skipped, tally.skipped);
}

#[test]
fn a_record_kept_aside_is_shown_in_the_letters_of_its_file() {
    // 备注另记 in GB18030
    let remark = [0xB1, 0xB8, 0xD7, 0xA2, 0xC1, 0xED, 0xBC, 0xC7, b'\n'];
    let bytes = [&include_bytes!("../fixtures/ledgers/table-gb18030.csv")[..], &remark].concat();
    let opened = open(&bytes);
    let aside = opened.aside();
    assert_eq!(aside.last().map(|aside| aside.text.as_str()), Some("备注另记"));
    assert!(opened.aside_bytes().ends_with(&remark));
}

#[test]
fn a_table_is_read_alike_in_each_encoding_and_with_each_delimiter() {
    let wanted = open(CSV.as_bytes()).to_json();
    let utf16 = |text: &str, little: bool| -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    };
    let gb18030 = include_bytes!("../fixtures/ledgers/table-gb18030.csv");
    let marked = [b"\xEF\xBB\xBF".as_slice(), CSV.as_bytes()].concat();
    let little = [b"\xFF\xFE".to_vec(), utf16(CSV, true)].concat();
    let big = [b"\xFE\xFF".to_vec(), utf16(CSV, false)].concat();
    let tabs = CSV.replace(',', "\t");
    let semicolons = CSV.replace(',', ";");
    let lines = CSV.replace("\r\n", "\n");
    let alike: [&[u8]; 9] = [
        &marked,
        &little,
        &big,
        &utf16(CSV, true),
        &utf16(CSV, false),
        gb18030,
        tabs.as_bytes(),
        semicolons.as_bytes(),
        lines.as_bytes(),
    ];
    for (place, bytes) in alike.iter().enumerate() {
        assert_eq!(String::from_utf8(open(bytes).to_json()), String::from_utf8(wanted.clone()), "{place}");
    }
}

#[test]
fn records_are_found_however_deep_they_stand_in_a_document() {
    let record = r#"{"编号":"1","标题":"关于修路的建议","主办单位":"县交通运输局","交办日期":"2024-03-20"}"#;
    let documents = [
        format!("[{record},{record}]"),
        format!("{record}\n{record}"),
        format!("{{\"code\":0,\"data\":{{\"columns\":[{{\"name\":\"编号\"}}],\"page\":{{\"rows\":[{record},{record}]}}}}}}"),
        format!("{{\"list\":[{record},\n{record}]}}\n"),
    ];
    for document in documents {
        let opened = open(document.as_bytes());
        assert_eq!(opened.len(), 2, "{document}");
        assert_eq!(opened.ledger().entry(1).unwrap().rounds[0].assignments[0].body.as_deref(), Some("县交通运输局"));
    }
}

#[test]
fn what_cannot_be_read_is_refused_with_what_to_do() {
    let old = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), vec![0; 600]].concat();
    let locked: Vec<u8> = [old.clone(), "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
    assert_eq!(refusal(&old).code.as_str(), "old-office-file");
    assert_eq!(refusal(&locked).code.as_str(), "password-protected");
    for document in [
        b"%PDF-1.7 ...".as_slice(),
        b"\x89PNG\r\n\x1a\n....",
        b"\xFF\xD8\xFF\xE0....",
        b"PK\x03\x04..word/document.xml",
        b"<html><table>",
    ] {
        assert_eq!(refusal(document).code.as_str(), "not-a-table");
    }
    assert_eq!(refusal("今天天气很好，没有表格。\n第二行。".as_bytes()).code.as_str(), "no-headings");
}

#[test]
fn a_stray_quotation_mark_costs_at_most_its_own_row() {
    let rows: Vec<String> = (1..=20)
        .map(|number| {
            let title = if number == 7 {
                "\"关于未关引号的建议".to_owned()
            } else {
                format!("\"关于第{number}条路，的建议\"")
            };
            format!("{number},建议,{title},县交通运输局,主办,2024-03-20,2024-05-06,A")
        })
        .collect();
    let text = format!("编号,类别,标题,承办单位,承办方式,交办日期,答复日期,办理结果\n{}\n", rows.join("\n"));
    let opened = open(text.as_bytes());
    assert_nothing_lost(&opened);
    assert!(opened.len() >= 19, "{} entries, {:?}", opened.len(), opened.problems());
}

#[test]
fn long_cells_zero_bytes_and_empty_rows_are_borne() {
    let long = "长".repeat(400_000);
    let text = format!(
        "编号,标题,承办单位,备注\n1,关于甲的建议,甲局,\"{long}\"\n2,关\0于乙的建议,乙局,\n{}3,关于丙的建议,丙局,好\n",
        ",,,\n".repeat(100_000)
    );
    let opened = open(text.as_bytes());
    assert_eq!(opened.len(), 3);
    assert_eq!(opened.ledger().entry(0).unwrap().note.unwrap().chars().count(), 400_000);
    assert_eq!((opened.skipped().len(), opened.skipped()[0].rows), (1, 100_000));
    assert_nothing_lost(&opened);
}

#[test]
fn a_column_without_a_field_stays_beside_its_entry() {
    let opened = open("编号,标题,主办单位,微信群名\n1,关于甲的建议,甲局,甲群\n2,关于乙的建议,乙局,乙群\n".as_bytes());
    let entry = opened.ledger().entry(1).unwrap();
    assert_eq!(entry.extra.iter().map(|(heading, text)| (&**heading, &**text)).collect::<Vec<_>>(), [("微信群名", "乙群")]);
    let column = opened.mapping().unwrap().columns.iter().find(|column| column.heading == "微信群名").unwrap().clone();
    assert_eq!(
        (column.field, column.letter.as_deref(), column.examples),
        (None, Some("D"), vec!["甲群".to_owned(), "乙群".to_owned()])
    );
}

/// The word stands for a text in English tables and for the lead body in the tables that we publish.
#[test]
fn what_a_column_named_body_is_its_values_tell() {
    let public = "id,kind,number,title,extent,body,class\n2024-1,suggestion,1,关于修路的建议,full,县交通运输局,A\n2024-2,proposal,2,关于建校的提案,summary,县教育局,B\n";
    let bodies = open(public.as_bytes()).bodies(&Filter::default()).unwrap();
    assert_eq!(bodies.iter().map(|body| body.body.as_str()).collect::<Vec<_>>(), ["县交通运输局", "县教育局"]);
    let long = "当前城区停车难问题突出。建议一是挖潜扩容，二是错时共享，三是加强管理。";
    let english = format!("number,title,body\n1,关于停车的建议,{long}\n2,关于停车的提案,{long}\n");
    let read: serde_json::Value = serde_json::from_slice(&open(english.as_bytes()).to_json()).unwrap();
    assert_eq!(read["entries"][0]["text"], long);
}

#[test]
fn a_mapping_that_the_user_corrected_counts() {
    let text = "甲列,乙列,主办单位\n1,关于甲的事,甲局\n2,关于乙的事,乙局\n";
    let json =
        r#"{"format":"jianyi/mapping/1","columns":[{"heading":"甲列","field":"number"},{"heading":"乙列","field":"title"}]}"#;
    let mapping = Some(Mapping::from_json(json).unwrap());
    let opened = with(text.as_bytes(), OpenOptions { mapping, ..OpenOptions::default() });
    let entry = opened.ledger().entry(1).unwrap();
    assert_eq!((entry.number.as_deref(), entry.title.as_deref()), (Some("2"), Some("关于乙的事")));
    assert!(Mapping::from_json(r#"{"format":"jianyi/mapping/1","columns":[{"heading":"甲","field":"nonsense"}]}"#).is_err());
}

#[test]
fn two_ledgers_show_what_is_new_gone_and_changed() {
    let newer =
        CSV.replace("2024-03-20,,\r\n", "2024-03-20,2024-06-10,A\r\n").replace("3,建议,关于治水的建议", "4,建议,关于治沙的建议");
    let (older, newer) = (open(CSV.as_bytes()), open(newer.as_bytes()));
    let comparison = older.compare(&newer);
    let numbers = |rows: &[jianyi::wire::Row]| rows.iter().filter_map(|row| row.number.clone()).collect::<Vec<_>>();
    assert_eq!(
        (numbers(&comparison.added), numbers(&comparison.gone), comparison.unchanged),
        (vec!["4".into()], vec!["3".into()], 1)
    );
    let [change] = &comparison.changed[..] else { panic!("{:?}", comparison.changed) };
    assert_eq!(
        (change.row.number.as_deref(), change.state_before.as_str(), change.state_after.as_str()),
        (Some("2"), "overdue", "in-time")
    );
    assert_eq!(change.fields[0].pointer, "/rounds/0/replies");
    let (document, left_out) = older.add(&newer);
    let both = open(&document);
    assert_eq!((both.len(), left_out), (5, 1));
    assert_eq!(codes(&both), ["duplicate-number"]);
}

#[cfg(feature = "office")]
mod workbooks {
    use std::io::Write;

    use super::*;

    fn workbook(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, content) in parts {
            let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
            zip.start_file(*name, options).unwrap();
            zip.write_all(content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn an_archive_that_swells_is_not_unpacked() {
        let zeros = vec![b' '; 64 << 20];
        let bomb = workbook(&[("xl/workbook.xml", b"<workbook/>"), ("xl/worksheets/sheet1.xml", &zeros)]);
        assert!(bomb.len() < 1 << 20);
        assert_eq!(refusal(&bomb).code.as_str(), "archive-too-large");
    }

    #[test]
    fn a_workbook_with_broken_parts_is_refused_or_read_without_them() {
        let whole = include_bytes!("../fixtures/ledgers/ledger.xlsx");
        assert_eq!(refusal(&workbook(&[("xl/workbook.xml", b"<workbook>")])).code.as_str(), "broken-workbook");
        assert_eq!(refusal(&whole[..whole.len() / 2]).severity_of(), "error");
        for at in (0..whole.len()).step_by(397) {
            let mut damaged = whole.to_vec();
            damaged[at] ^= 0x55;
            if let Ok(opened) = try_open(&damaged) {
                assert_nothing_lost(&opened);
            }
        }
    }

    trait Severity {
        fn severity_of(&self) -> &'static str;
    }

    impl Severity for Problem {
        fn severity_of(&self) -> &'static str {
            if self.code.severity() == jianyi::rule::Severity::Error { "error" } else { "other" }
        }
    }

    #[test]
    fn the_second_module_hands_a_workbook_to_the_first() {
        let bytes = include_bytes!("../fixtures/ledgers/ledger.xlsx");
        let mut opening = Opening::new(OpenOptions::default(), bytes.len());
        opening.push(bytes);
        let taken = opening.take_workbook().unwrap();
        assert_eq!(taken, bytes);
        let opened = opening.finish_with_grid(&jianyi::office::workbook_to_grid(&taken)).unwrap();
        assert_eq!(opened.to_json(), open(bytes).to_json());
        assert_eq!(open(&jianyi::office::workbook_to_grid(bytes)).len(), 147);
        let written = jianyi::office::table_to_workbook(&opened.to_table_json());
        assert_eq!(open(&written).to_json(), opened.to_json());
    }
}

fn ndjson(lines: usize) -> String {
    let line =
        |number| format!(r#"{{"编号":"{number}","标题":"关于第{number}条路的建议","主办单位":"县局","交办日期":"2024-03-20"}}"#);
    (0..lines).map(line).collect::<Vec<_>>().join("\n")
}

fn csv(rows: usize) -> String {
    let row = |number| format!("{number},建议,\"关于第{number}条路，的建议\",县局,主办,2024-03-20,2024-05-06,A\r\n");
    format!("编号,类别,标题,承办单位,承办方式,交办日期,答复日期,办理结果\r\n{}", (1..=rows).map(row).collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_bytes_lose_no_record(
        which in 0..3_usize,
        damage in prop::collection::vec((0.0..1.0_f64, prop_oneof![any::<u8>(), Just(b'"'), Just(0), Just(b'\n'), Just(b','), Just(0xFF)]), 0..6),
    ) {
        let mut bytes = match which {
            0 => csv(30).into_bytes(),
            1 => ndjson(30).into_bytes(),
            _ => format!("{{\"data\":[{}]}}", ndjson(30).replace('\n', ",\n")).into_bytes(),
        };
        let start = 120;
        for (at, byte) in damage {
            let place = start + ((bytes.len() - start) as f64 * at) as usize;
            let last = bytes.len() - 1;
            bytes[place.min(last)] = byte;
        }
        if let Ok(opened) = try_open(&bytes) {
            assert_nothing_lost(&opened);
            let _ = opened.summary(&Filter::default());
            if which == 1 {
                let lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.iter().all(u8::is_ascii_whitespace)).count();
                prop_assert_eq!(opened.len() + opened.aside().len(), lines);
            }
        }
    }

    #[test]
    fn a_table_does_not_depend_on_the_pieces_in_which_it_arrives(cuts in prop::collection::vec(0.0..1.0_f64, 0..12), which in 0..3_usize) {
        let bytes = match which {
            0 => csv(400).into_bytes(),
            1 => ndjson(300).into_bytes(),
            _ => include_bytes!("../fixtures/ledgers/excel-style.csv").to_vec(),
        };
        let mut places: Vec<usize> = cuts.iter().map(|cut| (bytes.len() as f64 * cut) as usize).collect();
        places.push(bytes.len());
        places.sort_unstable();
        let mut opening = Opening::new(OpenOptions::default(), 0);
        let mut from = 0;
        for to in places {
            opening.push(&bytes[from..to]);
            from = to;
        }
        prop_assert_eq!(opening.finish().unwrap().to_json(), open(&bytes).to_json());
    }

    #[test]
    fn any_text_is_read_without_panic(text in any::<String>(), headed in any::<bool>(), bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let head = if headed { "编号,标题,承办单位,交办日期\n" } else { "" };
        let whole = [head.as_bytes(), text.as_bytes(), &bytes].concat();
        if let Ok(opened) = try_open(&whole) {
            assert_nothing_lost(&opened);
        }
    }
}

/// Five entries with no row of headings above them.
fn headless() -> String {
    let line = |number: usize| format!("{number},关于整修第{number}条村道的建议,县交通运输局,2024-03-{number:02},A,李四方\n");
    (1..=5).map(line).collect()
}

#[test]
fn a_table_that_begins_with_its_entries_is_read_by_the_look_of_its_values_and_says_so() {
    let opened = open(headless().as_bytes());
    assert_nothing_lost(&opened);
    assert_eq!(opened.len(), 5, "the first row is an entry");
    let problems = opened.problems();
    let codes: Vec<&str> = problems.iter().map(|problem| problem.code.as_str()).collect();
    assert_eq!(codes.iter().filter(|code| **code == "lettered-columns").count(), 1, "{codes:?}");
    let mapping = opened.mapping().unwrap();
    let columns: Vec<(&str, Option<&str>)> =
        mapping.columns.iter().map(|column| (&*column.heading, column.field.as_deref())).collect();
    assert_eq!(
        columns,
        [("a列", None), ("b列", Some("title")), ("c列", Some("body")), ("d列", None), ("e列", Some("outcome")), ("f列", None)]
    );
    assert_eq!(mapping.columns[3].examples[0], "2024-03-01");
    let first = opened.ledger().entry(0).unwrap();
    assert_eq!(first.title.as_deref(), Some("关于整修第1条村道的建议"));
    assert!(first.extra.values().any(|value| value.to_string().contains("李四方")), "{:?}", first.extra);
}

#[test]
fn what_no_value_speaks_for_is_no_ledger_even_without_headings() {
    for text in [
        "甲,乙\n1,2\n3,4\n5,6\n7,8\n",
        "2024-01-01,3.5\n2024-01-02,3.6\n2024-01-03,3.7\n2024-01-04,3.8\n",
        "苹果,红\n香蕉,黄\n葡萄,紫\n梨,白\n",
    ] {
        assert_eq!(refusal(text.as_bytes()).code.as_str(), "no-headings", "{text}");
    }
}
