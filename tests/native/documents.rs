//! Documents of a word processor: what is read of them, and that what is written can be read.

use std::io::{Cursor, Write as _};

use jianyi::office::document::{DocumentFault, DocumentSheet, DocumentText, read_document, write_document};
use proptest::prelude::*;
use zip::write::{SimpleFileOptions, ZipWriter};

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:r=\"http://r\" xmlns:v=\"http://v\"";
const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// An archive with these parts.
fn archive(parts: &[(&str, String)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A document with this body and these further parts of `word/`: kind, name, text.
fn document(body: &str, others: &[(&str, &str, String)]) -> Vec<u8> {
    let relation =
        |kind: &str, target: &str| format!("<Relationship Id=\"{target}\" Type=\"{RELATED}/{kind}\" Target=\"{target}\"/>");
    let list: String = others.iter().map(|(kind, name, _)| relation(kind, name)).collect();
    let names: Vec<String> = others.iter().map(|(_, name, _)| format!("word/{name}")).collect();
    let mut parts = vec![
        ("_rels/.rels", format!("<Relationships>{}</Relationships>", relation("officeDocument", "word/document.xml"))),
        ("word/document.xml", format!("<?xml version=\"1.0\"?><w:document {W}><w:body>{body}</w:body></w:document>")),
        ("word/_rels/document.xml.rels", format!("<Relationships>{list}</Relationships>")),
    ];
    parts.extend(names.iter().map(String::as_str).zip(others.iter().map(|(_, _, text)| text.clone())));
    archive(&parts)
}

fn read(body: &str) -> DocumentText {
    read_document(&document(body, &[])).unwrap()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn changes_are_read_as_accepted_and_counted() {
    let body = format!(
        "<w:p><w:r><w:t>于9月</w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>底</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>30日</w:t></w:r></w:ins><w:r><w:t>前完成。</w:t></w:r></w:p>\
<w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr><w:r><w:t>前半句，</w:t></w:r></w:p>{}\
<w:p><w:moveFrom w:id=\"4\"><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo w:id=\"5\"><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>",
        p("后半句。")
    );
    let read = read(&body);
    assert_eq!(read.text, "于9月30日前完成。\n前半句，后半句。\n移来");
    assert_eq!((read.notes.inserted, read.notes.deleted), (2, 2));
}

#[test]
fn hidden_text_fields_codes_and_ruby_are_left_out() {
    let body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>可见</w:t></w:r>\
<w:r><w:fldChar/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>\
<w:r><w:t>A&amp;B&#20214;</w:t><w:tab/><w:t xml:space=\"preserve\"> 末</w:t><w:br/><w:noBreakHyphen/></w:r></w:p>";
    let read = read(body);
    assert_eq!(read.text, "可见拼A&B件\t 末\n-");
    assert_eq!(read.notes.hidden, 1);
}

#[test]
fn figures_in_a_documents_table_are_checked() {
    let row = |cells: &[&str]| {
        let cells: Vec<String> = cells.iter().map(|cell| format!("<w:tc>{}</w:tc>", p(cell))).collect();
        format!("<w:tr>{}</w:tr>", cells.concat())
    };
    let table = |total: &str| {
        let rows = [
            row(&["类别", "件数", "占比"]),
            row(&["A类", "58", "67.4%"]),
            row(&["B类", "28", "32.6%"]),
            row(&["合计", total, "100%"]),
        ];
        format!("{}<w:tbl>{}</w:tbl>", p("附表　建议办理结果"), rows.concat())
    };
    let audited = |total: &str| {
        let text = read(&table(total)).text;
        jianyi::report::audit(&jianyi::report::ReportInput { text, ..Default::default() })
    };
    let right = audited("86");
    assert_eq!(right.figures.iter().map(|figure| figure.value()).collect::<Vec<_>>(), [58.0, 67.4, 28.0, 32.6, 86.0, 100.0]);
    assert_eq!(right.findings, []);
    assert_eq!(audited("68").findings.first().map(|finding| finding.rule), Some("parts-off-total"));
}

#[test]
fn rows_are_lines_and_framing_tables_keep_their_lines() {
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let inner = format!("<w:tbl>{}</w:tbl>", row(&[cell(&p("内一")), cell(&p("内二"))]));
    let body = format!(
        "<w:tbl>{}{}</w:tbl><w:tbl>{}</w:tbl>",
        row(&[cell(&p("承办单位")), cell(&format!("{}{}", p("市住建局"), p("市城管局")))]),
        row(&[cell(&p("")), cell(&p("只有一格")), cell(&p(""))]),
        row(&[cell(&format!("{}{}{inner}", p("第一段"), p("第二段")))]),
    );
    let read = read(&body);
    assert_eq!(read.text, "承办单位\t市住建局 市城管局\n只有一格\n第一段\n第二段\n内一\t内二");
    assert_eq!(read.notes.tables, 3);
}

#[test]
fn text_boxes_stand_once_after_their_paragraph() {
    let boxed = "<w:txbxContent><w:p><w:r><w:t>框内文字</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{boxed}</mc:Choice><mc:Fallback><w:pict>{boxed}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>继续。</w:t></w:r></w:p>"
    );
    let read = read(&body);
    assert_eq!(read.text, "正文继续。\n框内文字");
    assert_eq!(read.notes.text_boxes, 1);
}

#[test]
fn automatic_numbers_are_written_out_also_where_a_style_gives_them() {
    let level = |level: u32, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering {W}><w:abstractNum w:abstractNumId=\"7\">{}{}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>",
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "chineseCountingThousand", "（%2）"),
    );
    let styles = format!(
        "<w:styles {W}><w:style w:styleId=\"a\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>"
    );
    let listed = |text: &str, settings: &str| format!("<w:p><w:pPr>{settings}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>");
    let direct = "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>";
    let body = [
        listed("关于停车", "<w:pStyle w:val=\"b\"/>"),
        listed("已建成", direct),
        listed("正在建", direct),
        listed("关于公交", "<w:pStyle w:val=\"b\"/>"),
        listed("已开通", direct),
        listed("不编号", "<w:pStyle w:val=\"b\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
    ];
    let bytes = document(&body.concat(), &[("numbering", "numbering.xml", numbering), ("styles", "styles.xml", styles)]);
    let read = read_document(&bytes).unwrap();
    assert_eq!(read.text, "一、关于停车\n（一）已建成\n（二）正在建\n二、关于公交\n（一）已开通\n不编号");
    assert_eq!(read.notes.numbered, 5);
}

#[test]
fn margins_and_notes_are_kept_but_page_numbers_are_not() {
    let margin = |name: &str, text: &str| format!("<w:{name} {W}>{}</w:{name}>", p(text));
    let bytes = document(
        &p("正文。"),
        &[
            ("header", "header1.xml", margin("hdr", "内部资料 注意保存")),
            ("footer", "footer1.xml", margin("ftr", "— 12 —")),
            ("footer", "footer2.xml", margin("ftr", "第3页 共9页")),
            (
                "footnotes",
                "footnotes.xml",
                format!("<w:footnotes {W}><w:footnote>{}</w:footnote></w:footnotes>", p("见年度计划。")),
            ),
        ],
    );
    let read = read_document(&bytes).unwrap();
    assert_eq!(read.text, "内部资料 注意保存\n正文。\n注1：见年度计划。");
    assert_eq!((read.notes.margins, read.notes.footnotes), (1, 1));
}

#[test]
fn what_is_no_document_says_why() {
    let whole = document(&p("正文"), &[]);
    let old = [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 600]].concat();
    let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases = [
        (DocumentFault::NotADocument, b"plain text".to_vec()),
        (DocumentFault::NotADocument, archive(&[("xl/workbook.xml", "<workbook/>".to_owned())])),
        (DocumentFault::Old, old.clone()),
        (DocumentFault::Protected, [old, wide].concat()),
        (DocumentFault::Broken, whole[..whole.len() - 30].to_vec()),
        (DocumentFault::Broken, document("<w:p><!-- ", &[])),
        (DocumentFault::TooLarge, document(&p(&"甲".repeat(23 << 20)), &[])),
    ];
    for (fault, bytes) in cases {
        assert_eq!(read_document(&bytes), Err(fault));
    }
}

#[test]
fn a_part_that_ends_in_the_middle_is_read_so_far_and_said_to_be() {
    let read = read("<w:p><w:r><w:t>半截<");
    assert_eq!((read.text.as_str(), read.notes.cut), ("半截", 1));
}

#[test]
fn ten_thousand_paragraphs_are_ten_thousand_lines() {
    let body: String = (0..10_000).map(|number| p(&format!("第{number}段"))).collect();
    let read = read(&body);
    assert_eq!(read.text.lines().count(), 10_000);
    assert!(read.text.ends_with("第9999段"));
}

#[test]
fn what_is_written_can_be_read_and_is_the_same_each_time() {
    let sheet: DocumentSheet = serde_json::from_str(
        r#"{"title":"<关于>&\"情况\"","footer":"数据截至2024年12月31日","comments":[{"author":"核对","text":"分项之和不等于总数\n应为40件"}],"parts":[
        {"kind":"paragraph","style":"title","runs":[{"text":"关于办理情况的报告"}]},
        {"kind":"paragraph","style":"body","runs":[{"text":"共承办"},{"text":"41","mark":"wrong","comments":[0]},{"text":"件\u0001，<其中>\t主办20件。"},{"text":"〔待填：问题〕","mark":"gap"}]},
        {"kind":"table","heading":true,"rows":[["承办单位","件数"],["市住建局","12"],["市水务局"]]}]}"#,
    )
    .unwrap();
    let bytes = write_document(&sheet).unwrap();
    assert_eq!(bytes, write_document(&sheet).unwrap());
    let read = read_document(&bytes).unwrap();
    let expected = "关于办理情况的报告\n共承办41件，<其中>\t主办20件。〔待填：问题〕\n承办单位\t件数\n市住建局\t12\n市水务局\n\n数据截至2024年12月31日";
    assert_eq!(read.text, expected);
    assert_eq!((read.notes.comments, read.notes.tables, read.notes.margins), (1, 1, 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn damaged_bodies_end_in_text_or_a_fault(pieces in proptest::collection::vec(prop_oneof![
        Just("<w:p>"), Just("</w:p>"), Just("<w:tbl>"), Just("</w:tbl>"), Just("<w:tr>"), Just("</w:tr>"), Just("<w:tc>"), Just("</w:tc>"),
        Just("<w:r>"), Just("</w:r>"), Just("<w:t>"), Just("</w:t>"), Just("甲"), Just("<w:txbxContent>"), Just("</w:txbxContent>"),
        Just("<w:del>"), Just("</w:del>"), Just("<w:numId w:val=\"1\"/>"), Just("&#0;"), Just("&lt;"), Just("<!--"), Just("<w:sym w:char=\"F0A3\"/>"),
    ], 0..60)) {
        let letters = pieces.iter().filter(|piece| **piece == "甲").count();
        if let Ok(read) = read_document(&document(&pieces.concat(), &[])) {
            prop_assert!(read.text.matches('甲').count() <= letters);
        }
    }
}
