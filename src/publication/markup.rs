//! Texts in files that others interpret: HTML, Atom, CSV. A text stays a text.

/// The text as character data of HTML or XML, also between double quotes; what XML cannot hold is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            control if control.is_control() && !matches!(control, '\n' | '\t') => {}
            _ => out.push(letter),
        }
    }
    out
}

/// The rows as CSV that Excel opens: UTF-8 with a byte order mark, CRLF, every cell quoted, formula marks guarded.
pub(super) fn csv(rows: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut out = String::from('\u{FEFF}');
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| cell_of(cell)).collect();
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    }
    out.into_bytes()
}

fn cell_of(cell: &str) -> String {
    const FORMULA: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '＝', '＠'];
    let guard = if cell.trim_start_matches([' ', '\n']).starts_with(FORMULA) { "'" } else { "" };
    format!("\"{guard}{}\"", cell.replace('"', "\"\""))
}
