//! Entries in order, for the list.

use super::columns::{Columns, NO_DAY};
use super::standing::Standing;

vocabulary! {
    /// What rows can be sorted by.
    SortKey {
        /// 编号, numbers by value.
        Number = "number",
        /// 标题.
        Title = "title",
        /// 领衔代表.
        LeadSubmitter = "leadSubmitter",
        /// 承办单位.
        Body = "body",
        /// 分类.
        Topic = "topic",
        /// 办理结果.
        Outcome = "outcome",
        /// 交办日期.
        AssignedOn = "assignedOn",
        /// 应答复日期.
        DueOn = "dueOn",
        /// 答复日期.
        RepliedOn = "repliedOn",
        /// 办理状态.
        State = "state",
        /// 类型.
        Kind = "kind",
    }
}

/// An order of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowOrder {
    /// By what.
    pub by: SortKey,
    /// Greatest first.
    pub descending: bool,
}

/// `entries` in `order`; equal entries stay in the ledger's order, absent values stand last.
pub fn sorted(columns: &Columns, standing: &Standing, entries: Vec<u32>, order: RowOrder) -> Vec<u32> {
    let mut keyed: Vec<(Key<'_>, u32)> =
        entries.into_iter().map(|entry| (key(columns, standing, entry as usize, order.by), entry)).collect();
    keyed.sort_by(|(left, _), (right, _)| {
        let ordering = if order.descending { right.cmp(left) } else { left.cmp(right) };
        left.is_absent().cmp(&right.is_absent()).then(ordering)
    });
    keyed.into_iter().map(|(_, entry)| entry).collect()
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'c> {
    Number(i64, &'c str),
    Text(&'c str),
    Absent,
}

impl Key<'_> {
    fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }
}

fn key<'c>(columns: &'c Columns, standing: &'c Standing, entry: usize, by: SortKey) -> Key<'c> {
    let row = columns.rows_of(entry).start;
    let text = |text: Option<&'c str>| text.filter(|text| !text.is_empty()).map_or(Key::Absent, Key::Text);
    let day = |day: i32| if day == NO_DAY { Key::Absent } else { Key::Number(i64::from(day), "") };
    match by {
        SortKey::Title => text(columns.texts_of(entry).nth(1)),
        SortKey::Number => match columns.texts_of(entry).nth(2) {
            Some(number) if !number.is_empty() => Key::Number(digits(number), number),
            _ => Key::Absent,
        },
        SortKey::LeadSubmitter => text(columns.texts_of(entry).nth(3)),
        SortKey::Body => text(Some(columns.bodies.name(columns.rows.body.get(row)))),
        SortKey::Topic => text(Some(columns.topics.name(columns.entries.topic.get(entry)))),
        SortKey::Outcome => text(standing.mark_names.get(columns.rows.mark.get(row) as usize).map(String::as_str)),
        SortKey::AssignedOn => day(columns.rows.assigned[row]),
        SortKey::DueOn => day(standing.due[row]),
        SortKey::RepliedOn => day(columns.rows.answered_on[row]),
        SortKey::State => Key::Number(standing.states[row].index() as i64, ""),
        SortKey::Kind => Key::Number(i64::from(columns.entries.kind.get(entry)), ""),
    }
}

/// The first run of digits as a number; those without stand first.
fn digits(number: &str) -> i64 {
    let digits = number.chars().skip_while(|letter| !letter.is_ascii_digit()).map_while(|letter| letter.to_digit(10));
    digits.take(18).fold(-1, |sum, digit| sum.max(0) * 10 + i64::from(digit))
}
