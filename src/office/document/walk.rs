//! One part of a document to lines of text, as a reader sees them once every change is accepted.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::numbering::Numbering;
use super::package::{attribute, is_on};
use super::read::{DocumentFault, Notes};
use super::styles::{Listed, Styles};

/// Walks through one part after the other; lists count on from part to part.
pub(super) struct Walker<'w> {
    pub styles: &'w Styles,
    pub numbering: &'w mut Numbering,
    pub notes: &'w mut Notes,
}

/// What is open at a place of the part.
#[derive(Debug)]
enum Open {
    /// The part itself, a text box, or a note: lines one below the other.
    Lines(Vec<String>),
    Paragraph(Paragraph),
    Row {
        cells: Vec<Vec<String>>,
        is_deleted: bool,
    },
    Cell(Vec<String>),
}

#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    listed: Listed,
    style: Option<String>,
    /// Lines of text boxes that hang on it.
    boxed: Vec<String>,
    /// Whether its end was deleted, so that the next paragraph goes on in the same line.
    goes_on: bool,
}

/// Where text is, beside what is open.
#[derive(Debug, Default)]
struct Place {
    in_text: bool,
    in_run: bool,
    is_hidden: bool,
    in_row_settings: bool,
    in_paragraph_settings: bool,
    /// The line that the next paragraph goes on in.
    begun: String,
}

impl Walker<'_> {
    /// The lines of a part.
    ///
    /// # Errors
    /// The fault, where it is no XML.
    pub fn lines(&mut self, part: &str) -> Result<Vec<String>, DocumentFault> {
        let mut reader = Reader::from_str(part);
        reader.config_mut().check_end_names = false;
        let mut open = vec![Open::Lines(Vec::new())];
        let mut place = Place::default();
        loop {
            match reader.read_event().map_err(|_| DocumentFault::Broken)? {
                Event::Start(tag) => {
                    if self.is_left_out(&tag) {
                        reader.read_to_end(tag.name()).map_err(|_| DocumentFault::Broken)?;
                    } else {
                        self.start(&tag, &mut open, &mut place);
                    }
                }
                Event::Empty(tag) => self.empty(&tag, &mut open, &mut place),
                Event::End(tag) => self.end(tag.local_name().as_ref(), &mut open, &mut place),
                Event::Text(text) if place.in_text => {
                    let text = text.decode().map_err(|_| DocumentFault::Broken)?;
                    self.write(&text, &mut open, &place);
                }
                Event::CData(text) if place.in_text => {
                    let text = text.decode().map_err(|_| DocumentFault::Broken)?;
                    self.write(&text, &mut open, &place);
                }
                Event::GeneralRef(entity) if place.in_text => {
                    if let Some(letter) = letter_of(&entity) {
                        self.write(letter.encode_utf8(&mut [0; 4]), &mut open, &place);
                    }
                }
                Event::Eof => {
                    self.notes.cut += u32::from(open.len() > 1);
                    return Ok(closed(open, place));
                }
                _ => {}
            }
        }
    }

    /// What stands in the file but not in the text: what was deleted, earlier settings, codes of fields, ruby
    /// pronunciations, and the second form of what older programs can't show.
    fn is_left_out(&mut self, tag: &BytesStart<'_>) -> bool {
        match tag.local_name().as_ref() {
            b"del" | b"moveFrom" => {
                self.notes.deleted += 1;
                true
            }
            b"instrText" | b"delText" | b"delInstrText" | b"rt" | b"Fallback" | b"tabs" | b"pPrChange" | b"rPrChange"
            | b"sectPrChange" | b"tblPrChange" | b"tcPrChange" | b"trPrChange" | b"numberingChange" => true,
            _ => false,
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, open: &mut Vec<Open>, place: &mut Place) {
        match tag.local_name().as_ref() {
            b"p" if !place.in_text => open.push(Open::Paragraph(Paragraph::default())),
            b"pPr" => place.in_paragraph_settings = true,
            b"trPr" => place.in_row_settings = true,
            b"r" => (place.in_run, place.is_hidden) = (true, false),
            b"t" => place.in_text = true,
            b"tbl" => self.notes.tables += 1,
            b"tr" => open.push(Open::Row { cells: Vec::new(), is_deleted: false }),
            b"tc" => open.push(Open::Cell(Vec::new())),
            b"txbxContent" => {
                self.notes.text_boxes += 1;
                open.push(Open::Lines(Vec::new()));
                *place = Place { begun: std::mem::take(&mut place.begun), ..Place::default() };
            }
            b"footnote" | b"endnote" => open.push(Open::Lines(Vec::new())),
            b"ins" | b"moveTo" => self.notes.inserted += 1,
            b"object" => self.notes.objects += 1,
            _ => self.empty(tag, open, place),
        }
    }

    fn empty(&mut self, tag: &BytesStart<'_>, open: &mut [Open], place: &mut Place) {
        let value = || attribute(tag, "val");
        match tag.local_name().as_ref() {
            b"p" => self.end_paragraph(Paragraph::default(), open, place),
            b"tc" => {
                if let Some(Open::Row { cells, .. }) = open.last_mut() {
                    cells.push(Vec::new());
                }
            }
            b"tab" | b"ptab" if place.in_run => self.write("\t", open, place),
            b"br" | b"cr" if place.in_run => self.write("\n", open, place),
            b"noBreakHyphen" => self.write("-", open, place),
            b"sym" => {
                if let Some(letter) = attribute(tag, "char").as_deref().and_then(symbol) {
                    self.write(letter, open, place);
                }
            }
            b"vanish" if place.in_run && is_on(tag) => place.is_hidden = true,
            b"blip" | b"imagedata" => self.notes.pictures += 1,
            b"altChunk" => self.notes.objects += 1,
            b"commentReference" => self.notes.comments += 1,
            b"del" if place.in_row_settings => {
                if let Some(Open::Row { is_deleted, .. }) = open.iter_mut().rev().find(|one| matches!(one, Open::Row { .. })) {
                    *is_deleted = true;
                    self.notes.deleted += 1;
                }
            }
            name => {
                let Some(Open::Paragraph(paragraph)) = open.last_mut() else { return };
                match name {
                    b"del" if place.in_paragraph_settings => paragraph.goes_on = true,
                    b"pStyle" => paragraph.style = value(),
                    b"numId" => paragraph.listed.list = value(),
                    b"ilvl" => paragraph.listed.level = value().and_then(|level| level.parse().ok()),
                    _ => {}
                }
            }
        }
    }

    fn end(&mut self, name: &[u8], open: &mut Vec<Open>, place: &mut Place) {
        match name {
            b"t" => place.in_text = false,
            b"r" => (place.in_run, place.is_hidden) = (false, false),
            b"pPr" => place.in_paragraph_settings = false,
            b"trPr" => place.in_row_settings = false,
            b"p" => {
                if let Some(Open::Paragraph(_)) = open.last()
                    && let Some(Open::Paragraph(paragraph)) = open.pop()
                {
                    self.end_paragraph(paragraph, open, place);
                }
            }
            b"tc" | b"tr" | b"txbxContent" | b"footnote" | b"endnote" if open.len() > 1 => {
                if let Some(one) = open.pop() {
                    put_back(one, open);
                }
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self, paragraph: Paragraph, open: &mut [Open], place: &mut Place) {
        let Paragraph { text, listed, style, boxed, goes_on } = paragraph;
        let mut line = std::mem::take(&mut place.begun);
        // An empty paragraph of a list shows its number, but nobody means it.
        if line.is_empty()
            && !text.trim().is_empty()
            && let Some((list, level)) = self.styles.listed(&listed, style.as_deref())
        {
            let number = self.numbering.next(&list, level);
            self.notes.numbered += u32::from(!number.is_empty());
            line.push_str(&number);
        }
        line.push_str(&text);
        if goes_on {
            place.begun = line;
        } else if let Some(lines) = lines_of(open) {
            lines.push(line);
        }
        if let Some(lines) = lines_of(open) {
            lines.extend(boxed);
        }
    }

    fn write(&mut self, text: &str, open: &mut [Open], place: &Place) {
        if place.is_hidden {
            self.notes.hidden += u32::from(!text.trim().is_empty());
            return;
        }
        if let Some(Open::Paragraph(paragraph)) = open.last_mut() {
            paragraph.text.push_str(text);
        }
    }
}

/// The lines that a paragraph ends up in: of the innermost cell, box or part.
fn lines_of(open: &mut [Open]) -> Option<&mut Vec<String>> {
    open.iter_mut().rev().find_map(|one| match one {
        Open::Lines(lines) | Open::Cell(lines) => Some(lines),
        _ => None,
    })
}

/// Puts what ended where it belongs: a cell into its row, a row as a line, a box to its paragraph.
fn put_back(one: Open, open: &mut [Open]) {
    match one {
        Open::Cell(lines) => match open.last_mut() {
            Some(Open::Row { cells, .. }) => cells.push(lines),
            _ => lines_of(open).into_iter().for_each(|outer| outer.extend(lines.iter().cloned())),
        },
        Open::Row { is_deleted: true, .. } => {}
        Open::Row { cells, .. } => {
            if let Some(lines) = lines_of(open) {
                lines.extend(row_lines(cells));
            }
        }
        Open::Lines(lines) => match open.last_mut() {
            Some(Open::Paragraph(paragraph)) => paragraph.boxed.extend(lines),
            _ => lines_of(open).into_iter().for_each(|outer| outer.extend(lines.iter().cloned())),
        },
        Open::Paragraph(paragraph) => {
            if let Some(lines) = lines_of(open) {
                lines.push(paragraph.text);
                lines.extend(paragraph.boxed);
            }
        }
    }
}

/// A row is one line with tabs between its cells; a row of one cell that says something keeps its lines: such tables only frame the text.
fn row_lines(mut cells: Vec<Vec<String>>) -> Vec<String> {
    let says = |lines: &Vec<String>| lines.iter().any(|line| !line.trim().is_empty());
    let saying: Vec<usize> = (0..cells.len()).filter(|place| says(&cells[*place])).collect();
    if let [only] = saying[..] {
        return cells.swap_remove(only);
    }
    let cell = |lines: Vec<String>| {
        let lines: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
        lines.join(" ")
    };
    vec![cells.into_iter().map(cell).collect::<Vec<_>>().join("\t")]
}

/// All lines, where the part ended; a damaged part may end in the middle.
fn closed(mut open: Vec<Open>, place: Place) -> Vec<String> {
    while open.len() > 1 {
        if let Some(one) = open.pop() {
            put_back(one, &mut open);
        }
    }
    let mut lines = match open.pop() {
        Some(Open::Lines(lines)) => lines,
        _ => Vec::new(),
    };
    if !place.begun.is_empty() {
        lines.push(place.begun);
    }
    lines
}

fn letter_of(entity: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(letter)) = entity.resolve_char_ref() {
        return Some(letter);
    }
    match entity.decode().ok()?.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

/// Boxes and ticks that forms set in the fonts Wingdings and Wingdings 2; other symbols have no letter.
fn symbol(code: &str) -> Option<&'static str> {
    match u32::from_str_radix(code, 16).ok()? & 0xff {
        0xa8 | 0x6f | 0xa3 | 0x2a => Some("□"),
        0xfe | 0x52 => Some("☑"),
        0xfc | 0x50 => Some("√"),
        0xfd | 0x54 => Some("☒"),
        _ => None,
    }
}
