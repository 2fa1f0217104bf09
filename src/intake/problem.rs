//! What can be wrong with a file, each with its place and a sentence that says what to do.

use super::expected::{in_chinese, in_english};
use crate::calendar::{Date, DateFault};
use crate::rule::Severity;

/// Something that could not be read, or contradicts itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub code: ProblemCode,
    /// Where.
    pub place: Place,
    /// The offending text, cut after 200 characters.
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
    /// An old office file (.xls, .et, .wps, .doc).
    OldOfficeFile = "old-office-file", Error;
    /// A file that a password protects.
    PasswordProtected = "password-protected", Error;
    /// A document, picture or archive that holds no table.
    NotATable = "not-a-table", Error;
    /// A workbook, for which the office module is needed.
    NeedsOfficeModule = "needs-office-module", Error;
    /// An archive that would unpack to more than is allowed.
    ArchiveTooLarge = "archive-too-large", Error;
    /// A workbook with broken parts.
    BrokenWorkbook = "broken-workbook", Error;
    /// A sheet with broken parts; the others were read.
    BrokenSheet = "broken-sheet", Error;
    /// A table without a row of headings.
    NoHeadings = "no-headings", Error;
    /// A table that begins at once with its entries: its columns were taken by letter, for what their values look like.
    LetteredColumns = "lettered-columns", Warning;
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
    /// A row with more cells than the table has columns.
    ShiftedColumns = "shifted-columns", Error;
    /// A row that breaks off.
    RowTooShort = "row-too-short", Error;
    /// A row of spreadsheet errors.
    SpreadsheetError = "spreadsheet-error", Error;
    /// A row that holds a remark and no entry.
    RemarkRow = "remark-row", Error;
    /// A row that continues an entry, where there is none.
    NothingToContinue = "nothing-to-continue", Error;
    /// A record without id, number and title.
    NoIdentity = "no-identity", Error;
    /// A record whose handling is no list of rounds.
    UnreadableHandling = "unreadable-handling", Error;
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
    /// Bytes that the file's encoding does not have.
    BadBytes = "bad-bytes", Warning;
    /// A cell that shows a spreadsheet error or ####.
    CellError = "cell-error", Warning;
    /// A date without a year, and nothing says which.
    NoYear = "no-year", Warning;
    /// A date without a day.
    NoDay = "no-day", Warning;
    /// No word says whether it is a suggestion or a proposal.
    KindAssumed = "kind-assumed", Info;
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
        let expected = in_chinese(self.expected.as_deref().unwrap_or_default());
        match self.code {
            ProblemCode::EmptyFile => "文件是空的，没有任何内容。请核对是否选错了文件。".into(),
            ProblemCode::BlankFile => "文件里只有空白，没有内容。请核对是否选错了文件，或重新导出。".into(),
            ProblemCode::NotJson => format!("文件不是有效的 JSON：从“{value}”处起无法识别。请核对文件，或由原系统重新导出。"),
            ProblemCode::OtherShape => {
                format!("文件是 JSON，但不是台账：{expected}。请选择台账文件，或按“jianyi/ledger/1”格式导出。")
            }
            ProblemCode::OldOfficeFile => {
                "这是旧版办公软件的文件（.xls、.et、.wps、.doc 一类），无法读取。请用 WPS 或 Excel 打开，“另存为”.xlsx 格式后再选。".into()
            }
            ProblemCode::PasswordProtected => "文件设有打开密码，无法读取。请用原软件打开，取消密码后另存，再重新选择。".into(),
            ProblemCode::NotATable => format!("这是{expected}，不是台账。请选择 .xlsx、.csv 或 .json 格式的台账文件。"),
            ProblemCode::NeedsOfficeModule => "这是 Excel 工作簿，需要先载入表格模块才能读取。".into(),
            ProblemCode::ArchiveTooLarge => {
                format!("文件解压后超出允许的大小（{expected}），为安全起见未予打开。请删去多余的图片、工作表后另存。")
            }
            ProblemCode::BrokenWorkbook => format!("工作簿已损坏，无法读取（{expected}）。请用 WPS 或 Excel 打开修复，另存后重新选择。"),
            ProblemCode::BrokenSheet => format!("此工作表已损坏，未能读取（{expected}），其他工作表不受影响。请修复后重新打开。"),
            ProblemCode::NoHeadings => {
                "没有找到表头（如“编号、标题、承办单位、交办日期”）。请在各列上方补一行表头，再打开文件。".into()
            }
            ProblemCode::LetteredColumns => {
                "没有找到表头，第一行即按条目读取；各列按内容推断，推断不出的只保留原文。请在“列对应”中逐列核对。".into()
            }
            ProblemCode::ShiftedColumns => {
                format!("此行的单元格（{value}）与表头的列数（{expected}）不一致，各列已错位。该行已另行保留，请核对后更正。")
            }
            ProblemCode::RowTooShort => {
                format!("此行在中途断开，只有{value}格，表头有{expected}列。该行已另行保留，请补全后重新打开。")
            }
            ProblemCode::SpreadsheetError => {
                format!("此行的编号、标题或单位是公式错误值（{value}）。该行已另行保留，请在原表中更正公式。")
            }
            ProblemCode::RemarkRow => {
                format!("此行只有一句说明“{value}”，没有编号、承办单位和承办方式，未作为条目。该行已另行保留，请核对。")
            }
            ProblemCode::NothingToContinue => "此行没有编号和标题，上面也没有可以接续的条目。该行已另行保留，请补充编号。".into(),
            ProblemCode::NoIdentity => "此条记录没有标识、编号和标题，无法确认是哪一件。该记录已另行保留，请补充后重新打开。".into(),
            ProblemCode::UnreadableHandling => {
                format!("办理情况一栏应为办理轮次的列表，实际为“{value}”。该记录已另行保留，请补录后重新打开。")
            }
            ProblemCode::BadBytes => format!("此处有无法识别的字符（“{value}”，文件编码为{expected}），其余内容已读入。请对照原件更正。"),
            ProblemCode::CellError => format!("单元格显示为“{value}”，看不到原来的内容，未予采用。请在原表中调宽列或更正公式后重新导出。"),
            ProblemCode::NoYear => format!("“{value}”没有写明年份，表中也没有可供推断的年份，未予采用。请补充年份。"),
            ProblemCode::NoDay => format!("“{value}”没有写明是哪一天，未予采用。请写作“2024-03-20”的形式。"),
            ProblemCode::KindAssumed => "文件没有写明是建议还是提案，均按代表建议读入。请核对，或在“列对应”中指定类别。".into(),
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
        let expected = in_english(self.expected.as_deref().unwrap_or_default());
        match self.code {
            ProblemCode::EmptyFile => "The file is empty. Check that it is the right file.".into(),
            ProblemCode::BlankFile => "The file holds nothing but white space. Check that it is the right file, or export it again.".into(),
            ProblemCode::NotJson => format!("The file is not valid JSON: it can't be read from “{value}” on. Check the file or export it again."),
            ProblemCode::OtherShape => format!("The file is JSON but not a ledger: {expected}. Choose a ledger, or export it as jianyi/ledger/1."),
            ProblemCode::OldOfficeFile => "This is a file of an old office program (.xls, .et, .wps, .doc) and can't be read. Open it in Excel or WPS and save it as .xlsx.".into(),
            ProblemCode::PasswordProtected => "A password protects this file. Open it in its program, save it without password and choose it again.".into(),
            ProblemCode::NotATable => format!("This is {expected}, not a ledger. Choose a ledger as .xlsx, .csv or .json."),
            ProblemCode::NeedsOfficeModule => "This is an Excel workbook; the office module must be loaded to read it.".into(),
            ProblemCode::ArchiveTooLarge => format!("Unpacked, the file would exceed what is allowed ({expected}); it was not opened. Delete pictures or sheets that are not needed and save it again."),
            ProblemCode::BrokenWorkbook => format!("The workbook is damaged and can't be read ({expected}). Let Excel or WPS mend it, save it and choose it again."),
            ProblemCode::BrokenSheet => format!("This sheet is damaged and was not read ({expected}); the others were. Mend it and open the file again."),
            ProblemCode::NoHeadings => "No row of headings was found (number, title, handling body, date of assignment …). Write a row of headings above the columns and open the file again.".into(),
            ProblemCode::LetteredColumns => "There is no row of headings, so the first row was read as an entry. Columns were taken for what their values look like; the others are kept as they stand. Check each column under “Columns”.".into(),
            ProblemCode::ShiftedColumns => format!("This row's cells ({value}) don't fit the table's columns ({expected}): everything has moved. The row was kept aside; check and correct it."),
            ProblemCode::RowTooShort => format!("This row breaks off after {value} cells; the table has {expected} columns. It was kept aside; complete it and open the file again."),
            ProblemCode::SpreadsheetError => format!("Number, title or body of this row is a spreadsheet error ({value}). The row was kept aside; correct the formula in the workbook."),
            ProblemCode::RemarkRow => format!("This row holds nothing but a remark (“{value}”), no number, body or role, and is no entry. It was kept aside; check it."),
            ProblemCode::NothingToContinue => "This row has neither number nor title, and no entry stands above that it could continue. It was kept aside; add a number.".into(),
            ProblemCode::NoIdentity => "This record has neither id, number nor title. It was kept aside; add one and open the file again.".into(),
            ProblemCode::UnreadableHandling => format!("The handling of this record should be a list of rounds, not “{value}”. The record was kept aside; complete it and open the file again."),
            ProblemCode::BadBytes => format!("Some characters here can't be read (“{value}”, the file is {expected}); the rest was. Compare with the original."),
            ProblemCode::CellError => format!("The cell shows “{value}” and not its content; it was not used. Widen the column or correct the formula and export again."),
            ProblemCode::NoYear => format!("“{value}” has no year, and nothing in the table says which; it was not used. Add the year."),
            ProblemCode::NoDay => format!("“{value}” does not say which day; it was not used. Write dates as 2024-03-20."),
            ProblemCode::KindAssumed => "Nothing in the file says whether these are suggestions or proposals; they were read as suggestions. Check, or map a column to the kind.".into(),
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
