//! White space taken off the ends of short texts, of which there are millions in a ledger.

/// [`str::trim`]: at one glance where both ends are a printed ASCII sign or a Chinese letter.
pub fn trimmed(text: &str) -> &str {
    if has_bare_ends(text) { text } else { text.trim() }
}

/// Whether, by its first and last bytes alone, the text begins and ends with no white space.
fn has_bare_ends(text: &str) -> bool {
    // of the letters that UTF-8 writes in three bytes, no white space begins with 0xE4 or more (CJK, full-width forms)
    let bytes = text.as_bytes();
    let is_printed = |byte: u8| (0x21..0x80).contains(&byte);
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return true };
    let bare_end = is_printed(*last) || (bytes.len() >= 3 && *last >= 0x80 && (0xE4..0xF0).contains(&bytes[bytes.len() - 3]));
    bare_end && (is_printed(*first) || *first >= 0xE4)
}

#[cfg(test)]
mod tests {
    use super::trimmed;

    #[test]
    fn every_letter_of_unicode_is_taken_off_exactly_where_the_standard_library_takes_it_off() {
        for letter in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            for text in
                [format!("{letter}"), format!("{letter}甲"), format!("甲{letter}"), format!("a{letter}a"), format!("a{letter}")]
            {
                assert_eq!(trimmed(&text), text.trim(), "{text:?}");
            }
        }
    }
}
