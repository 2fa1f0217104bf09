//! A list of public messages: one row each, or one row for several of a kind.

use crate::calendar::Date;
use crate::intake::{Cell, Place, PlainColumns, PlainRecord, Problem, ProblemCode, count_in, day_in, read_plain_table};

/// One row of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Where it stands in the file.
    pub at: Place,
    /// When it was made; `None` where the list does not say, or not legibly.
    pub date: Option<Date>,
    /// What it says.
    pub text: String,
    /// Where the matter is.
    pub location: Option<String>,
    /// 渠道: 12345, 信访, 网络留言.
    pub channel: Option<String>,
    /// 类型: 投诉, 咨询, 建议.
    pub kind: Option<String>,
    /// 主题, where the list has one.
    pub topic: Option<String>,
    /// For how many messages it stands; 1 where the list does not say. A count that cannot be read stands for none.
    pub count: u32,
}

/// The messages of a list, with what could not be read of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Messages {
    /// Rows with a text, in the file's order.
    pub messages: Vec<Message>,
    /// What could not be read, with its place.
    pub problems: Vec<Problem>,
    /// Rows without a text.
    pub without_text: u32,
    /// Headings that name no column of a list of messages.
    pub unused: Vec<String>,
}

const COLUMNS: PlainColumns = &[
    (
        "date",
        &[
            "日期",
            "时间",
            "反映时间",
            "反映日期",
            "来电时间",
            "留言时间",
            "发布时间",
            "受理时间",
            "登记日期",
            "date",
            "on",
            "time",
        ],
    ),
    (
        "text",
        &["内容", "反映内容", "诉求内容", "留言内容", "正文", "诉求", "问题", "标题", "text", "content", "message", "title"],
    ),
    ("location", &["地点", "地址", "位置", "事发地", "事发地点", "区域", "place", "location", "address"]),
    ("channel", &["渠道", "来源", "平台", "来源渠道", "channel", "source"]),
    ("kind", &["类型", "诉求类型", "性质", "类别", "kind", "type"]),
    ("topic", &["主题", "分类", "领域", "话题", "topic", "category"]),
    ("count", &["次数", "数量", "条数", "件数", "count", "number"]),
];

/// Reads a list of messages: CSV, or JSON with a list.
///
/// # Errors
/// The problem, where the file is no such list or has no column for what the messages say.
pub fn read_messages(bytes: &[u8]) -> Result<Messages, Problem> {
    let table = read_plain_table(bytes, COLUMNS)?;
    if heading(&table.headings, "text").is_none() {
        let found: Vec<String> = table.headings.iter().flatten().cloned().chain(table.unused).collect();
        let problem = Problem::new(ProblemCode::MissingField, Place::default());
        return Err(problem.with_value(&found.join("、")).expecting("内容"));
    }
    let mut read = Messages { unused: table.unused, ..Messages::default() };
    if heading(&table.headings, "date").is_none() {
        read.problems.push(Problem::new(ProblemCode::MissingField, Place::default()).expecting("日期"));
    }
    for record in table.records {
        let Some(text) = words(&record, "text") else {
            read.without_text += 1;
            continue;
        };
        let at = |name: &str| Place { heading: heading(&table.headings, name), ..record.place.clone() };
        let mut judged = |name: &str, code: ProblemCode, expected: &str| {
            let found = words(&record, name).unwrap_or_default();
            read.problems.push(Problem::new(code, at(name)).with_value(&found).expecting(expected));
        };
        let date = day_in(cell(&record, "date")).unwrap_or_else(|code| {
            judged("date", code, "日期");
            None
        });
        let count = match count_in(cell(&record, "count")) {
            Ok(count) => count.unwrap_or(1),
            Err(code) => {
                judged("count", code, "0 以上的整数");
                0
            }
        };
        let [location, channel, kind, topic] = ["location", "channel", "kind", "topic"].map(|name| words(&record, name));
        read.messages.push(Message { at: record.place.clone(), date, text, location, channel, kind, topic, count });
    }
    Ok(read)
}

fn place_of(name: &str) -> usize {
    COLUMNS.iter().position(|(column, _)| *column == name).unwrap_or_default()
}

fn heading(headings: &[Option<String>], name: &str) -> Option<String> {
    headings.get(place_of(name)).cloned().flatten()
}

fn cell<'r>(record: &'r PlainRecord, name: &str) -> &'r Cell<'static> {
    record.cells.get(place_of(name)).unwrap_or(&Cell::Empty)
}

fn words(record: &PlainRecord, name: &str) -> Option<String> {
    let words = cell(record, name).words().into_owned();
    (!words.is_empty()).then_some(words)
}
