//! A composed sheet to the bytes of a DOCX document: the same sheet gives the same bytes.

use std::io::{Cursor, Write as _};

use quick_xml::escape::escape;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::layout::{self, TEXT_WIDTH, fixed_parts, font_table, footer, part, properties, section, settings, styles};
use super::sheet::{Comment, DocumentSheet, Mark, Part, Run, Style};

/// The bytes of the document.
///
/// # Errors
/// The archive's own, which memory alone could cause.
pub fn write_document(sheet: &DocumentSheet) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let note = written(&sheet.footer);
    let mut parts: Vec<(&str, String)> = fixed_parts().into();
    parts.extend([
        ("word/document.xml", part("document", &format!("<w:body>{}{}</w:body>", body(sheet), section()))),
        ("word/styles.xml", styles()),
        ("word/settings.xml", settings()),
        ("word/fontTable.xml", font_table()),
        ("word/comments.xml", part("comments", &comments(&sheet.comments))),
        ("word/footer1.xml", footer(&note, false)),
        ("word/footer2.xml", footer(&note, true)),
        ("docProps/core.xml", properties(&written(&sheet.title))),
    ]);
    for (name, text) in parts {
        archive.start_file(name, SimpleFileOptions::default().last_modified_time(zip::DateTime::default()))?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn body(sheet: &DocumentSheet) -> String {
    let mut body = String::new();
    for part in &sheet.parts {
        match part {
            Part::Paragraph { style, runs } => paragraph(&mut body, *style, runs, sheet.comments.len()),
            Part::Table { heading, rows } => table(&mut body, *heading, rows),
        }
    }
    // A body that ends with a table is one that Word repairs.
    if matches!(sheet.parts.last(), Some(Part::Table { .. }) | None) {
        body.push_str("<w:p><w:pPr><w:pStyle w:val=\"note\"/></w:pPr></w:p>");
    }
    body
}

fn paragraph(body: &mut String, style: Style, runs: &[Run], comments: usize) {
    body.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>", style.as_str()));
    let speaks_of = |run: &Run, comment: u32| run.comments.contains(&comment);
    for (place, run) in runs.iter().enumerate() {
        let known = run.comments.iter().copied().filter(|comment| (*comment as usize) < comments);
        for comment in known.clone().filter(|comment| !runs[..place].iter().any(|earlier| speaks_of(earlier, *comment))) {
            body.push_str(&format!("<w:commentRangeStart w:id=\"{comment}\"/>"));
        }
        words(body, run);
        for comment in known.filter(|comment| !runs[place + 1..].iter().any(|later| speaks_of(later, *comment))) {
            body.push_str(&format!("<w:commentRangeEnd w:id=\"{comment}\"/><w:r><w:commentReference w:id=\"{comment}\"/></w:r>"));
        }
    }
    body.push_str("</w:p>");
}

fn words(body: &mut String, run: &Run) {
    let settings = match run.mark {
        None => "",
        Some(Mark::Strong) => "<w:rPr><w:b/></w:rPr>",
        Some(Mark::Gap) => "<w:rPr><w:highlight w:val=\"yellow\"/></w:rPr>",
        Some(Mark::Wrong) => "<w:rPr><w:color w:val=\"C00000\"/><w:u w:val=\"double\"/></w:rPr>",
        Some(Mark::Doubtful) => "<w:rPr><w:u w:val=\"wave\"/></w:rPr>",
    };
    body.push_str("<w:r>");
    body.push_str(settings);
    for (place, line) in run.text.split('\n').enumerate() {
        body.push_str(if place > 0 { "<w:br/>" } else { "" });
        for (place, piece) in line.split('\t').enumerate() {
            body.push_str(if place > 0 { "<w:tab/>" } else { "" });
            body.push_str(&format!("<w:t xml:space=\"preserve\">{}</w:t>", written(piece)));
        }
    }
    body.push_str("</w:r>");
}

fn table(body: &mut String, heading: bool, rows: &[Vec<String>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    if columns == 0 {
        return;
    }
    let widths = widths(rows, columns);
    body.push_str("<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:jc w:val=\"center\"/><w:tblBorders>");
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        body.push_str(&format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"));
    }
    body.push_str("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for width in &widths {
        body.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    body.push_str("</w:tblGrid>");
    for (place, row) in rows.iter().enumerate() {
        let is_heading = heading && place == 0;
        body.push_str("<w:tr><w:trPr><w:cantSplit/>");
        body.push_str(if is_heading { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
        for (column, width) in widths.iter().enumerate() {
            let text = row.get(column).map_or("", String::as_str);
            let is_number = !is_heading && text.starts_with(|first: char| first.is_ascii_digit()) && text.chars().count() < 12;
            let side = if is_heading || is_number { "center" } else { "left" };
            body.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>\
<w:p><w:pPr><w:pStyle w:val=\"cell\"/><w:jc w:val=\"{side}\"/></w:pPr>"
            ));
            let mark = is_heading.then_some(Mark::Strong);
            words(body, &Run { text: text.to_owned(), mark, comments: Vec::new() });
            body.push_str("</w:p></w:tc>");
        }
        body.push_str("</w:tr>");
    }
    body.push_str("</w:tbl>");
}

/// Widths by what stands in the columns: the longest cells, no column narrower than four characters of the table.
fn widths(rows: &[Vec<String>], columns: usize) -> Vec<u32> {
    let longest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells
            .map(|cell| cell.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum::<u32>())
            .max()
            .unwrap_or(0)
            .clamp(8, 60)
    };
    let weights: Vec<u32> = (0..columns).map(longest).collect();
    let whole: u32 = weights.iter().sum::<u32>().max(1);
    weights.iter().map(|weight| TEXT_WIDTH * weight / whole).collect()
}

fn comments(comments: &[Comment]) -> String {
    let mut part = String::new();
    for (id, comment) in comments.iter().enumerate() {
        let author = written(&comment.author);
        part.push_str(&format!("<w:comment w:id=\"{id}\" w:author=\"{author}\">"));
        for line in comment.text.split('\n') {
            let fonts = layout::fonts("宋体");
            part.push_str(&format!(
                "<w:p><w:pPr><w:spacing w:line=\"240\" w:lineRule=\"auto\"/></w:pPr><w:r><w:rPr>{fonts}<w:sz w:val=\"21\"/></w:rPr>\
<w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                written(line)
            ));
        }
        part.push_str("</w:comment>");
    }
    part
}

/// Text as XML may hold it: entities for its marks, nothing that XML forbids.
fn written(text: &str) -> String {
    let is_allowed =
        |letter: char| matches!(letter, '\t' | '\n' | '\r') || (letter >= ' ' && !matches!(letter, '\u{fffe}' | '\u{ffff}'));
    let allowed: String = text.chars().filter(|letter| is_allowed(*letter)).collect();
    escape(allowed.as_str()).into_owned()
}
