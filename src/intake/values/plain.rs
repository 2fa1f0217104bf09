//! Letters made plain: one width, no white space.

/// The text without white space, its full-width Latin letters, digits and signs made narrow.
pub(in super::super) fn squeeze(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    plain.extend(squeezed(text));
    plain
}

/// The letters of [`squeeze`], one by one.
pub(in super::super) fn squeezed(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| !letter.is_whitespace() && !is_invisible(*letter)).map(narrow)
}

/// A full-width letter's narrow twin.
pub(super) fn narrow(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        '\u{3000}' | '\u{A0}' => ' ',
        '。' => '.',
        '—' | '–' => '-',
        other => other,
    }
}

/// A Chinese letter, or a Latin letter or digit of ordinary width: none separates, brackets or blanks anything.
pub(super) fn is_plain_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '\u{4E00}'..='\u{9FFF}')
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{0}')
}

/// Whether the text is a sign or word that stands for nothing.
pub(in super::super) fn means_nothing(text: &str) -> bool {
    const FIRST_LETTERS: &str = "/\\-无暂空不未nN、";
    let may = squeezed(text).next().is_none_or(|first| FIRST_LETTERS.contains(first));
    may && short(text).is_some_and(|word| is_blank_word(&word))
}

/// Whether the text says that the cell above holds here too.
pub(in super::super) fn means_above(text: &str) -> bool {
    const FIRST_LETTERS: &str = "同〃″\"”'(";
    let may = squeezed(text).next().is_some_and(|first| FIRST_LETTERS.contains(first));
    may && short(text).is_some_and(|word| is_ditto(&word))
}

/// The squeezed text where it is no longer than the signs of [`is_blank_word`] and [`is_ditto`]: most cells are, at a glance, not.
fn short(text: &str) -> Option<String> {
    const LONGEST: usize = 4;
    (squeezed(text).nth(LONGEST).is_none()).then(|| squeeze(text))
}

/// Whether the squeezed text is a sign or word that stands for nothing.
pub(in super::super) fn is_blank_word(squeezed: &str) -> bool {
    matches!(
        squeezed,
        "" | "/"
            | "//"
            | "\\"
            | "-"
            | "--"
            | "---"
            | "无"
            | "暂无"
            | "空"
            | "不详"
            | "未知"
            | "null"
            | "None"
            | "NULL"
            | "N/A"
            | "n/a"
            | "、"
    )
}

/// Whether the squeezed text says that the cell above holds here too.
fn is_ditto(squeezed: &str) -> bool {
    matches!(squeezed, "同上" | "〃" | "″" | "\"" | "”" | "''" | "同左" | "(同上)")
}
