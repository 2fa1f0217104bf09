//! Chinese characters by their range: what most of a letter is made of, told without a table.

/// Whether `character` is one of the common Chinese characters (U+4E00 to U+9FFF).
pub fn is_han(character: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&character)
}
