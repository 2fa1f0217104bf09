//! The encodings of text files: UTF-8, GB18030, UTF-16.

use std::borrow::Cow;
#[cfg(target_arch = "wasm32")]
use std::sync::OnceLock;

/// How the letters of a text stand in its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Charset {
    #[default]
    Utf8,
    Gb18030,
    Utf16Le,
    Utf16Be,
}

impl Charset {
    /// The name that users know.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Gb18030 => "GB18030",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
        }
    }

    /// The encoding that a byte order mark names, and the mark's length.
    pub fn of_mark(bytes: &[u8]) -> Option<(Self, usize)> {
        match bytes {
            [0xEF, 0xBB, 0xBF, ..] => Some((Self::Utf8, 3)),
            [0xFF, 0xFE, ..] => Some((Self::Utf16Le, 2)),
            [0xFE, 0xFF, ..] => Some((Self::Utf16Be, 2)),
            _ => None,
        }
    }

    /// The text of whole bytes; U+FFFD stands for what cannot be decoded.
    pub fn decode(self, bytes: &[u8]) -> Cow<'_, str> {
        match self {
            Self::Utf8 => String::from_utf8_lossy(bytes),
            Self::Gb18030 if bytes.is_ascii() => String::from_utf8_lossy(bytes),
            Self::Gb18030 => decode_gb18030(bytes),
            Self::Utf16Le => Cow::Owned(utf16(bytes, u16::from_le_bytes)),
            Self::Utf16Be => Cow::Owned(utf16(bytes, u16::from_be_bytes)),
        }
    }

    /// How many of `bytes` can be decoded before the rest has arrived.
    pub fn whole_letters(self, bytes: &[u8]) -> usize {
        match self {
            Self::Utf8 => bytes.len(),
            // no byte of a longer letter is below 0x30, so that the last line end is the end of a letter
            Self::Gb18030 => bytes.iter().rposition(|byte| *byte < 0x30).map_or(0, |last| last + 1),
            Self::Utf16Le | Self::Utf16Be => {
                let even = bytes.len() & !1;
                let high = if self == Self::Utf16Le { even.wrapping_sub(1) } else { even.wrapping_sub(2) };
                let cut_in_two = bytes.get(high).is_some_and(|byte| (0xD8..0xDC).contains(byte));
                if cut_in_two { even - 2 } else { even }
            }
        }
    }
}

/// The letters at the beginning of `bytes`, up to the first that are no UTF-8.
pub(super) fn valid_text(bytes: &[u8]) -> &str {
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => text,
        Err(fault) => std::str::from_utf8(&bytes[..fault.valid_up_to()]).unwrap_or_default(),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks(2).map(|pair| match pair {
        [first, second] => unit([*first, *second]),
        _ => 0xFFFD,
    });
    char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(not(target_arch = "wasm32"))]
fn decode_gb18030(bytes: &[u8]) -> Cow<'_, str> {
    encoding_rs::GB18030.decode_without_bom_handling(bytes).0
}

/// Decodes GB18030. A browser brings the tables; in the module they would weigh more than all readers together.
#[cfg(target_arch = "wasm32")]
static GB18030: OnceLock<fn(&[u8]) -> String> = OnceLock::new();

/// Says what decodes GB18030, once, before any file is read.
#[cfg(target_arch = "wasm32")]
pub fn set_gb18030_decoder(decoder: fn(&[u8]) -> String) {
    let _ = GB18030.set(decoder);
}

#[cfg(target_arch = "wasm32")]
fn decode_gb18030(bytes: &[u8]) -> Cow<'_, str> {
    GB18030.get().map_or_else(|| String::from_utf8_lossy(bytes), |decode| Cow::Owned(decode(bytes)))
}
