//! Entries that are kept in the file's own bytes come back, word for word, as they were when the file was read.

use jianyi::intake::{Intake, Reader, ReadingOptions};
use proptest::prelude::*;

/// Reads a file in pieces: the entries as they were handed over, and what became of the file.
fn read(bytes: &[u8], piece: usize) -> (Vec<String>, Intake) {
    let mut reader = Reader::new(bytes.len(), ReadingOptions::default());
    let mut handed_over = Vec::new();
    let mut note = |entry: &jianyi::ledger::Entry<'_>| handed_over.push(serde_json::to_string(entry).unwrap());
    bytes.chunks(piece.max(1)).for_each(|piece| reader.push(piece, &mut note));
    let intake = reader.finish(&mut note).unwrap();
    (handed_over, intake)
}

fn comes_back(bytes: &[u8], piece: usize) -> usize {
    let (handed_over, intake) = read(bytes, piece);
    let record = |index| String::from_utf8(intake.ledger.record(index).unwrap().into_owned()).unwrap();
    let kept: Vec<String> = (0..intake.ledger.len()).map(record).collect();
    assert_eq!(kept, handed_over);
    let entries = intake.ledger.entries().map(|entry| serde_json::to_string(&entry).unwrap());
    assert_eq!(entries.collect::<Vec<_>>(), handed_over);
    handed_over.len()
}

const HEADINGS: &str = "编号,类别,标题,提出人,承办单位,交办日期,答复日期,办理结果,满意度,是否重点,处室意见";

/// Cells as offices write them, some of which need the row above, a closer look, or quotation marks.
fn cell() -> impl Strategy<Value = String> {
    let plain = [
        "",
        "关于修路的建议",
        "同上",
        "2024-03-20",
        "3月5日",
        "45356",
        "A",
        "满意",
        "是",
        "不知道",
        "县教育局",
        "#REF!",
        "合计",
        "无",
    ];
    let odd = [
        "县教育局（主办）、县财政局(会办)",
        " 范娜等9人 ",
        "'0017",
        "\"甲,乙\"",
        "\"第一行\n第二行\"",
        "\"他说\"\"好\"\"\"",
        "第12号",
        "=1+1",
    ];
    prop_oneof![4 => proptest::sample::select(plain.to_vec()), 1 => proptest::sample::select(odd.to_vec())]
        .prop_map(str::to_owned)
}

fn row() -> impl Strategy<Value = String> {
    (1..400_u32, proptest::collection::vec(cell(), 10)).prop_map(|(number, cells)| format!("{number},{}", cells.join(",")))
}

fn value() -> impl Strategy<Value = String> {
    let values = [
        "null",
        "true",
        "7",
        "-3",
        "1.5",
        "\"\"",
        "\"关于修路的建议\"",
        "\"2024-03-20\"",
        "\"县教育局\"",
        "\"A\"",
        "\"满意\"",
        "\"不知道\"",
        "\"第一行\\n第二行\"",
        "[\"县教育局\",\"县财政局\"]",
        "{\"代码\":\"A\",\"名称\":\"已解决\"}",
        "[{\"承办单位\":\"县水利局\",\"承办方式\":\"主办\"}]",
    ];
    proptest::sample::select(values.to_vec()).prop_map(str::to_owned)
}

fn record() -> impl Strategy<Value = String> {
    let keys = ["类别", "标题", "提出人", "承办单位", "交办日期", "答复日期", "办理结果", "满意度", "处室意见", "办理过程"];
    (1..400_u32, proptest::sample::subsequence(keys.to_vec(), 0..keys.len()), proptest::collection::vec(value(), 10)).prop_map(
        |(number, keys, values)| {
            let fields = keys.iter().zip(values).map(|(key, value)| format!(",\"{key}\":{value}"));
            format!("{{\"编号\":\"{number}\"{}}}", fields.collect::<String>())
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_rows_of_a_table(rows in proptest::collection::vec(row(), 1..400), piece in 200..20_000_usize) {
        let text = format!("{HEADINGS}\r\n{}\r\n", rows.join("\r\n"));
        comes_back(text.as_bytes(), piece);
    }

    #[test]
    fn the_records_of_a_list(records in proptest::collection::vec(record(), 1..60), piece in 100..20_000_usize) {
        comes_back(format!("[{}]", records.join(", ")).as_bytes(), piece);
    }

    #[test]
    fn the_records_of_lines(records in proptest::collection::vec(record(), 2..60), piece in 100..20_000_usize) {
        comes_back(records.join("\n").as_bytes(), piece);
    }
}

#[test]
fn a_file_of_every_kind_that_offices_keep() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/ledgers");
    let mut files = 0;
    for file in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        let is_text = matches!(file.extension().and_then(|name| name.to_str()), Some("csv" | "ndjson" | "json"));
        let is_answer = file.to_string_lossy().ends_with(".expected.json");
        if is_text && !is_answer {
            let bytes = std::fs::read(&file).unwrap();
            assert!(comes_back(&bytes, bytes.len()) > 0 && comes_back(&bytes, 777) > 0, "{}", file.display());
            files += 1;
        }
    }
    assert!(files >= 3, "{files}");
}
