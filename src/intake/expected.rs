//! What should have stood in a place, said in Chinese and in English.

use std::borrow::Cow;

/// The parser's and the readers' words for what should stand in a place, with what each language calls it.
const WORDS: &[(&str, &str, &str)] = &[
    ("a text", "文字", "a text"),
    ("a string", "文字", "a text"),
    ("a date YYYY-MM-DD", "日期（如 2024-03-20）", "a date like 2024-03-20"),
    ("a day of the year MM-DD", "月和日（如 03-20）", "a day of the year like 03-20"),
    ("a boolean", "true 或 false", "true or false"),
    ("a sequence", "列表", "a list"),
    ("a map", "一条记录", "an object"),
    ("a word", "规定的词语", "one of the format's words"),
    ("a value", "一个值", "a value"),
    ("unit", "空值", "nothing"),
    ("一个值", "一个值", "a value"),
    ("数字", "数字", "a number"),
    ("日期", "日期", "a date"),
    ("答复日期", "答复日期", "the date of the reply"),
    ("日期或数字", "日期或数字", "a date or a number"),
];

/// The parser names numbers by Rust's types.
const NUMBERS: &[&str] = &["u8", "u16", "u32", "u64", "usize", "i8", "i16", "i32", "i64"];

/// `expected` in Chinese.
pub(super) fn in_chinese(expected: &str) -> Cow<'_, str> {
    match kind_of(expected) {
        Kind::Known(chinese, _) => chinese.into(),
        Kind::Number => "整数".into(),
        Kind::Record => "一条记录".into(),
        Kind::Word => "规定的词语".into(),
        Kind::Other => expected.into(),
    }
}

/// `expected` in English; words of the file's own language stay as they are, in an English list.
pub(super) fn in_english(expected: &str) -> Cow<'_, str> {
    match kind_of(expected) {
        Kind::Known(_, english) => english.into(),
        Kind::Number => "a whole number".into(),
        Kind::Record => "an object".into(),
        Kind::Word => "one of the format's words".into(),
        Kind::Other if expected.contains('、') => expected.replace('、', ", ").into(),
        Kind::Other => expected.into(),
    }
}

enum Kind {
    Known(&'static str, &'static str),
    Number,
    Record,
    Word,
    Other,
}

fn kind_of(expected: &str) -> Kind {
    if let Some((_, chinese, english)) = WORDS.iter().find(|(word, ..)| *word == expected) {
        return Kind::Known(chinese, english);
    }
    if NUMBERS.contains(&expected) {
        Kind::Number
    } else if expected.starts_with("struct ") {
        Kind::Record
    } else if expected.starts_with("enum ") || expected.starts_with("variant ") {
        Kind::Word
    } else {
        Kind::Other
    }
}
