//! What can be wrong with a file, each with its place and a sentence that says what to do.

use crate::calendar::{Date, DateFault};
use crate::rule::Severity;

/// Something that could not be read, or contradicts itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub code: ProblemCode,
    /// Where.
    pub place: Place,
    /// The offending text, cut after [`VALUE_LIMIT`] characters.
    pub value: Option<String>,
    /// What was expected there, in the file's own words: field names, vocabulary words.
    pub expected: Option<String>,
}

/// The longest offending text that a problem carries, in characters.
pub const VALUE_LIMIT: usize = 200;

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// JSON pointer.
    pub pointer: Option<String>,
    /// Byte of the file, from 0.
    pub byte: Option<usize>,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Character of the line, from 1.
    pub column: Option<usize>,
    /// Worksheet.
    pub sheet: Option<String>,
    /// Row of the sheet or record of the file, from 1.
    pub row: Option<usize>,
    /// The column's heading.
    pub heading: Option<String>,
    /// The entry's position in the ledger, where the record became an entry.
    pub entry: Option<usize>,
}

/// Declares the problem codes with their stable words.
macro_rules! problem_codes {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $severity:ident;)+) => {
        /// What is wrong.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ProblemCode { $($(#[$doc])* $variant),+ }

        impl ProblemCode {
            /// All codes, in reading order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable word.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// `Error` where a record or the file was not read, `Warning` where a value was not, `Info` where all was.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),+ }
            }
        }
    };
}

problem_codes! {
    /// No bytes.
    EmptyFile = "empty-file", Error;
    /// Nothing but white space.
    BlankFile = "blank-file", Error;
    /// Not JSON.
    NotJson = "not-json", Error;
    /// JSON, but not a ledger.
    OtherShape = "other-shape", Error;
    /// Another version of the format.
    OtherVersion = "other-version", Error;
    /// The file ends in the middle.
    CutOff = "cut-off", Error;
    /// Text after the end of the document.
    TrailingText = "trailing-text", Warning;
    /// The ledger has no entries.
    NoEntries = "no-entries", Info;
    /// A record that is no object.
    NotAnObject = "not-an-object", Error;
    /// A record that is not JSON.
    BadSyntax = "bad-syntax", Error;
    /// Bytes that are not UTF-8.
    NotUtf8 = "not-utf8", Error;
    /// Nested too deeply.
    TooDeep = "too-deep", Error;
    /// More problems in one record than are listed.
    TooManyProblems = "too-many-problems", Error;
    /// A field that must be there is not.
    MissingField = "missing-field", Error;
    /// A field that the format does not know.
    UnknownField = "unknown-field", Warning;
    /// A field given twice.
    DuplicateField = "duplicate-field", Warning;
    /// A value of another type.
    WrongType = "wrong-type", Warning;
    /// A word that the vocabulary does not have.
    UnknownWord = "unknown-word", Warning;
    /// Not a date.
    NotADate = "not-a-date", Warning;
    /// There is no such day.
    NoSuchDay = "no-such-day", Warning;
    /// A year outside 1900–2199.
    YearOutOfRange = "year-out-of-range", Warning;
    /// A number outside its range.
    OutOfRange = "out-of-range", Warning;
    /// Two entries with one id.
    DuplicateId = "duplicate-id", Warning;
    /// Two entries of one session and kind with one number.
    DuplicateNumber = "duplicate-number", Warning;
    /// A profile that is not there.
    UnknownProfile = "unknown-profile", Warning;
}

impl ProblemCode {
    /// The code of a text that is no date.
    pub fn of_date(text: &str) -> Self {
        match Date::parse(text) {
            Err(DateFault::NoSuchDay) => Self::NoSuchDay,
            Err(DateFault::Year) => Self::YearOutOfRange,
            _ => Self::NotADate,
        }
    }
}

impl Problem {
    /// A problem at `place`.
    pub fn new(code: ProblemCode, place: Place) -> Self {
        Self { code, place, value: None, expected: None }
    }

    /// The same problem with the offending text.
    pub fn with_value(mut self, value: &str) -> Self {
        let mut shown: String = value.chars().take(VALUE_LIMIT).collect();
        if shown.len() < value.len() {
            shown.push('…');
        }
        self.value = Some(shown);
        self
    }

    /// The same problem with what was expected.
    pub fn expecting(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    /// What is wrong and what to do, in Chinese.
    pub fn message(&self) -> String {
        let value = self.value.as_deref().unwrap_or_default();
        let expected = self.expected.as_deref().unwrap_or_default();
        match self.code {
            ProblemCode::EmptyFile => "文件是空的，没有任何内容。请核对是否选错了文件。".into(),
            ProblemCode::BlankFile => "文件里只有空白，没有内容。请核对是否选错了文件，或重新导出。".into(),
            ProblemCode::NotJson => format!("文件不是有效的 JSON：从“{value}”处起无法识别。请核对文件，或由原系统重新导出。"),
            ProblemCode::OtherShape => {
                format!("文件是 JSON，但不是台账：{expected}。请选择台账文件，或按“jianyi/ledger/1”格式导出。")
            }
            ProblemCode::OtherVersion => format!("台账格式为“{value}”，本版只能识别“{expected}”。请更新本软件，或另存为该格式。"),
            ProblemCode::CutOff => "文件在中途断开，后面的内容缺失。已读出断开之前的条目；请重新下载或导出完整的文件。".into(),
            ProblemCode::TrailingText => format!("台账结束之后还有多余内容“{value}”，未予读取。请核对文件是否拼接有误。"),
            ProblemCode::NoEntries => "台账中没有条目。".into(),
            ProblemCode::NotAnObject => {
                format!("此处应为一件建议或提案的记录，实际为“{value}”。该记录已另行保留，请更正后重新打开。")
            }
            ProblemCode::BadSyntax => {
                format!("此条记录书写有误，无法识别（“{value}”附近）。该记录已另行保留，请更正后重新打开。")
            }
            ProblemCode::NotUtf8 => {
                "此条记录含有不属于 UTF-8 编码的字节，无法识别。该记录已另行保留，请按 UTF-8 编码重新导出。".into()
            }
            ProblemCode::TooDeep => "此条记录层层嵌套过深，无法识别。该记录已另行保留。".into(),
            ProblemCode::TooManyProblems => "此条记录问题过多，未作为条目读入，已另行保留。请对照格式说明检查。".into(),
            ProblemCode::MissingField => format!("缺少必填项“{expected}”。请补充后重新打开。"),
            ProblemCode::UnknownField => {
                format!("格式中没有“{value}”这一项，未予读取。请核对是否写错；应为下列之一：{expected}。")
            }
            ProblemCode::DuplicateField => format!("“{value}”一项出现两次，以第一次为准。请核对并删去多余的一项。"),
            ProblemCode::WrongType => format!("此处应为{expected}，实际为“{value}”，未予采用。请更正。"),
            ProblemCode::UnknownWord => format!("“{value}”不在可用的词语之内，未予采用。应为下列之一：{expected}。"),
            ProblemCode::NotADate => format!("“{value}”不是日期，未予采用。请写作“2024-03-20”的形式。"),
            ProblemCode::NoSuchDay => format!("日历上没有“{value}”这一天，未予采用。请核对日期。"),
            ProblemCode::YearOutOfRange => format!("“{value}”的年份超出1900年至2199年，未予采用。请核对日期。"),
            ProblemCode::OutOfRange => format!("“{value}”超出允许范围（{expected}），未予采用。请核对。"),
            ProblemCode::DuplicateId => format!("标识“{value}”与另一条目（{expected}）相同，两条均已保留。请核对是否重复登记。"),
            ProblemCode::DuplicateNumber => {
                format!("编号“{value}”与同届次同类别的另一条目（{expected}）相同，两条均已保留。请核对是否重复登记。")
            }
            ProblemCode::UnknownProfile => format!("没有名为“{value}”的办理规则，已改用“{expected}”。请另选，或载入该规则文件。"),
        }
    }

    /// The same in English.
    pub fn message_en(&self) -> String {
        let value = self.value.as_deref().unwrap_or_default();
        let expected = self.expected.as_deref().unwrap_or_default();
        match self.code {
            ProblemCode::EmptyFile => "The file is empty. Check that it is the right file.".into(),
            ProblemCode::BlankFile => "The file holds nothing but white space. Check that it is the right file, or export it again.".into(),
            ProblemCode::NotJson => format!("The file is not valid JSON: it can't be read from “{value}” on. Check the file or export it again."),
            ProblemCode::OtherShape => format!("The file is JSON but not a ledger: {expected}. Choose a ledger, or export it as jianyi/ledger/1."),
            ProblemCode::OtherVersion => format!("The ledger's format is “{value}”; this version reads “{expected}” only. Update this software or save the file in that format."),
            ProblemCode::CutOff => "The file breaks off in the middle. What stands before the break was read; download or export the whole file again.".into(),
            ProblemCode::TrailingText => format!("After the end of the ledger stands “{value}”, which was not read. Check how the file was put together."),
            ProblemCode::NoEntries => "The ledger has no entries.".into(),
            ProblemCode::NotAnObject => format!("Here should stand the record of one suggestion or proposal, not “{value}”. It was kept aside; mend it and open the file again."),
            ProblemCode::BadSyntax => format!("This record is not well written and can't be read (near “{value}”). It was kept aside; mend it and open the file again."),
            ProblemCode::NotUtf8 => "This record has bytes that are not UTF-8. It was kept aside; export it as UTF-8.".into(),
            ProblemCode::TooDeep => "This record is nested too deeply to be read. It was kept aside.".into(),
            ProblemCode::TooManyProblems => "This record has too many problems to become an entry. It was kept aside; check it against the format.".into(),
            ProblemCode::MissingField => format!("The required field “{expected}” is missing. Add it and open the file again."),
            ProblemCode::UnknownField => format!("The format has no field “{value}”; it was not read. Check its spelling; it should be one of: {expected}."),
            ProblemCode::DuplicateField => format!("The field “{value}” stands twice; the first one counts. Delete the other."),
            ProblemCode::WrongType => format!("Here should stand {expected}, not “{value}”; it was not used. Correct it."),
            ProblemCode::UnknownWord => format!("“{value}” is none of the words that can stand here; it was not used. It should be one of: {expected}."),
            ProblemCode::NotADate => format!("“{value}” is not a date; it was not used. Write dates as 2024-03-20."),
            ProblemCode::NoSuchDay => format!("The calendar has no day “{value}”; it was not used. Check the date."),
            ProblemCode::YearOutOfRange => format!("The year of “{value}” lies outside 1900 to 2199; it was not used. Check the date."),
            ProblemCode::OutOfRange => format!("“{value}” is out of range ({expected}); it was not used. Check it."),
            ProblemCode::DuplicateId => format!("The id “{value}” is also that of another entry ({expected}); both were kept. Check whether one was registered twice."),
            ProblemCode::DuplicateNumber => format!("The number “{value}” is also that of another entry of the same session and kind ({expected}); both were kept. Check whether one was registered twice."),
            ProblemCode::UnknownProfile => format!("There is no profile “{value}”; “{expected}” is used instead. Choose another or load its file."),
        }
    }
}
