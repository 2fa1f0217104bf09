//! A file as other programs read it: with escapes undone.

/// The text as it stands, with the escapes of JSON, URLs and HTML undone once and twice, and what its base64 says.
pub(super) fn views(text: &str) -> Vec<String> {
    let once = unescaped(text);
    let twice = unescaped(&once);
    let mut views = vec![text.to_owned()];
    views.extend(base64(text));
    if once != text {
        views.push(once.clone());
    }
    if twice != once {
        views.push(twice);
    }
    views
}

fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['\\', '&', '%']) {
        let (before, from) = rest.split_at(at);
        bytes.extend(before.bytes());
        match json_escape(from).or_else(|| html_escape(from)).or_else(|| url_escape(from)) {
            Some((decoded, used)) => {
                bytes.extend(decoded);
                rest = from.get(used..).unwrap_or_default();
            }
            None => {
                bytes.extend(from.bytes().take(1));
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    bytes.extend(rest.bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

type Decoded = Option<(Vec<u8>, usize)>;

fn json_escape(text: &str) -> Decoded {
    let after = text.strip_prefix('\\')?;
    if let Some(hex) = after.strip_prefix(['u', 'x']) {
        let length = if after.starts_with('u') { 4 } else { 2 };
        let code = u32::from_str_radix(hex.get(..length)?, 16).ok()?;
        return Some((encoded(code)?, 2 + length));
    }
    let plain = match after.chars().next()? {
        'n' => b'\n',
        't' => b'\t',
        'r' => b'\r',
        '"' => b'"',
        '/' => b'/',
        '\\' => b'\\',
        _ => return None,
    };
    Some((vec![plain], 2))
}

fn html_escape(text: &str) -> Decoded {
    let after = text.strip_prefix('&')?;
    let end = after.char_indices().take(12).find(|(_, letter)| *letter == ';')?.0;
    let name = after.get(..end)?;
    let code = match name {
        "amp" => u32::from('&'),
        "lt" => u32::from('<'),
        "gt" => u32::from('>'),
        "quot" => u32::from('"'),
        "nbsp" => u32::from(' '),
        "commat" => u32::from('@'),
        "period" => u32::from('.'),
        _ => {
            let number = name.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']);
            hex.map_or_else(|| number.parse(), |hex| u32::from_str_radix(hex, 16)).ok()?
        }
    };
    Some((encoded(code)?, end + 2))
}

fn url_escape(text: &str) -> Decoded {
    let hex = text.strip_prefix('%')?.get(..2)?;
    Some((vec![u8::from_str_radix(hex, 16).ok()?], 3))
}

fn encoded(code: u32) -> Option<Vec<u8>> {
    let letter = char::from_u32(code)?;
    let mut space = [0; 4];
    Some(letter.encode_utf8(&mut space).as_bytes().to_vec())
}

/// What rows of at least twelve base64 letters say, where it is text.
fn base64(text: &str) -> Option<String> {
    let value = |letter: u8| match letter {
        b'A'..=b'Z' => Some(u32::from(letter - b'A')),
        b'a'..=b'z' => Some(u32::from(letter - b'a') + 26),
        b'0'..=b'9' => Some(u32::from(letter - b'0') + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    };
    let mut said = String::new();
    for row in text.as_bytes().split(|letter| value(*letter).is_none()).filter(|row| row.len() >= 12) {
        let mut bytes = Vec::new();
        let (mut held, mut bits) = (0_u32, 0);
        for letter in row {
            held = (held << 6 | value(*letter).unwrap_or(0)) & 0xFFF_FFFF;
            bits += 6;
            if bits >= 8 {
                bits -= 8;
                bytes.push((held >> bits) as u8);
            }
        }
        let is_text = |text: &&str| text.chars().all(|letter| !letter.is_control() || letter.is_whitespace());
        if let Some(text) = std::str::from_utf8(&bytes).ok().filter(is_text) {
            said.push_str(text);
            said.push('|');
            said.push('\u{FFFD}');
        }
    }
    (!said.is_empty()).then_some(said)
}
