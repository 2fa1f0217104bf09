//! Records of plain fields, as most files have them: read without a tree of values. What is not so plain is left to `node`.

/// A plain value without anything escaped in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Plain<'t> {
    Null,
    Bool(bool),
    Number(f64),
    Text(&'t str),
}

/// The fields of the object that begins at `start`, in `fields`, and where it ends; `None` where it is not whole, is no JSON,
/// or holds lists, objects, escaped letters or numbers that are no whole numbers of up to 15 digits.
pub(super) fn flat_object<'t>(text: &'t str, start: usize, fields: &mut Vec<(&'t str, Plain<'t>)>) -> Option<usize> {
    fields.clear();
    let bytes = text.as_bytes();
    if bytes.get(start) != Some(&b'{') {
        return None;
    }
    let mut at = space_end(bytes, start + 1);
    loop {
        let (key, key_end) = bare_text(text, at)?;
        let colon = space_end(bytes, key_end);
        if bytes.get(colon) != Some(&b':') {
            return None;
        }
        let (value, value_end) = plain_value(text, space_end(bytes, colon + 1))?;
        fields.push((key, value));
        at = space_end(bytes, value_end);
        match bytes.get(at)? {
            b',' => at = space_end(bytes, at + 1),
            b'}' => return Some(at + 1),
            _ => return None,
        }
    }
}

fn plain_value(text: &str, at: usize) -> Option<(Plain<'_>, usize)> {
    let rest = text.as_bytes().get(at..)?;
    let word = |word: &str, value| rest.starts_with(word.as_bytes()).then_some((value, at + word.len()));
    match rest.first()? {
        b'"' => bare_text(text, at).map(|(words, end)| (Plain::Text(words), end)),
        b'n' => word("null", Plain::Null),
        b't' => word("true", Plain::Bool(true)),
        b'f' => word("false", Plain::Bool(false)),
        _ => whole_number(rest).map(|(number, length)| (Plain::Number(number), at + length)),
    }
}

/// A whole number and its length.
pub(super) fn whole_number(bytes: &[u8]) -> Option<(f64, usize)> {
    const MOST_DIGITS: usize = 15;
    let sign = usize::from(bytes.first() == Some(&b'-'));
    let digits = bytes[sign..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let leads_with_zero = bytes.get(sign) == Some(&b'0') && digits > 1;
    let goes_on = matches!(bytes.get(sign + digits), None | Some(b'.' | b'e' | b'E'));
    if digits == 0 || digits > MOST_DIGITS || leads_with_zero || goes_on || (sign == 1 && bytes[1] == b'0') {
        return None;
    }
    let value = bytes[sign..sign + digits].iter().fold(0_i64, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    Some((if sign == 1 { -value } else { value } as f64, sign + digits))
}

/// The words between the quotation mark at `at` and the next, and where that ends.
pub(super) fn bare_text(text: &str, at: usize) -> Option<(&str, usize)> {
    let bytes = text.as_bytes();
    if bytes.get(at) != Some(&b'"') {
        return None;
    }
    let end = text_end(bytes, at + 1)?;
    if bytes[end] == b'"' { Some((text.get(at + 1..end)?, end + 1)) } else { None }
}

/// The next quotation mark, backslash or control letter, eight bytes at a time.
fn text_end(bytes: &[u8], from: usize) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let is_end = |byte: u8| byte == b'"' || byte == b'\\' || byte < 0x20;
    let mut at = from;
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let eight = u64::from_le_bytes(*chunk);
        let low = eight & !HIGH;
        // each sum leaves the high bit unset where its byte is the sought one, and never carries into the next byte
        let no_quotation = (low ^ (ONES * u64::from(b'"'))) + !HIGH;
        let no_backslash = (low ^ (ONES * u64::from(b'\\'))) + !HIGH;
        let no_control = low + ONES * 0x60;
        let found = !((no_quotation & no_backslash & no_control) | eight) & HIGH;
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    bytes.get(at..)?.iter().position(|byte| is_end(*byte)).map(|found| at + found)
}

pub(super) fn space_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while matches!(bytes.get(at), Some(b' ' | b'\t' | b'\r' | b'\n')) {
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{Plain, flat_object, text_end};

    #[test]
    fn a_text_ends_at_its_first_mark_wherever_that_stands() {
        for byte in 0..=255_u8 {
            for place in 0..20 {
                let mut bytes = "甲乙丙丁戊己庚".as_bytes().to_vec();
                bytes[place] = byte;
                let plain = bytes.iter().position(|byte| *byte == b'"' || *byte == b'\\' || *byte < 0x20);
                assert_eq!(text_end(&bytes, 0), plain, "{byte} at {place}");
            }
        }
    }

    #[test]
    fn plain_fields_are_read_as_they_stand_and_nothing_else_is() {
        let mut fields = Vec::new();
        let read = flat_object(r#"x{ "编号" : "7", "数":-12,"空":null ,"是":true}, "#, 1, &mut fields);
        assert!(read.is_some());
        let expected = [("编号", Plain::Text("7")), ("数", Plain::Number(-12.0)), ("空", Plain::Null), ("是", Plain::Bool(true))];
        assert_eq!(fields, expected);
        for other in
            ["{}", r#"{"a":[1]}"#, r#"{"a":"\n"}"#, r#"{"a":1.5}"#, r#"{"a":01}"#, r#"{"a":-0}"#, r#"{"a":"b"#, r#"{"a":1"#]
        {
            assert_eq!(flat_object(other, 0, &mut fields), None, "{other}");
        }
    }
}
