//! Plain values of nested objects to the words of `jianyi/ledger/1`.

use super::cell::Cell;
use super::facts::ReadingContext;
use super::node::Node;
use super::problem::ProblemCode;
use super::values::{
    Reading, read_commitment_state, read_count, read_date, read_disclosure, read_extent, read_means, read_outcome, read_rating,
    read_role, read_stage, read_step, read_yes_no,
};

/// What stands in a field of a nested object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Date,
    /// A date that must be there: an empty text is a problem.
    NeededDate,
    Role,
    Rating,
    Outcome,
    Disclosure,
    Extent,
    Means,
    Stage,
    Step,
    State,
    YesNo,
    Count,
    Object(&'static str),
    List(&'static str),
    Ignored,
}

/// What stands in the field `name` of a `context` object.
pub(super) fn kind_of(context: &str, name: &str) -> Kind {
    match (context, name) {
        (_, "ignored") => Kind::Ignored,
        ("reply", "date") => Kind::NeededDate,
        (
            _,
            "assignedOn" | "dueOn" | "receivedOn" | "on" | "until" | "requestedOn" | "approvedOn" | "refusedOn" | "givenOn"
            | "keptOn" | "publishedOn",
        ) => Kind::Date,
        ("assignment", "role") => Kind::Role,
        ("assignment", "returned") => Kind::Object("return"),
        ("assignment", "opinion") => Kind::Object("opinion"),
        ("round", "extension") => Kind::Object("extension"),
        ("round", "assignments") => Kind::List("assignment"),
        ("round", "consultations") => Kind::List("consultation"),
        ("round", "replies") => Kind::List("reply"),
        ("round", "feedback") => Kind::List("feedback"),
        ("reply", "approvals") => Kind::List("approval"),
        ("feedback", "overall" | "attitude" | "result") => Kind::Rating,
        (_, "outcome") => Kind::Outcome,
        ("reply", "disclosure") | ("disclosure", "attribute") => Kind::Disclosure,
        ("disclosure", "extent") => Kind::Extent,
        ("consultation", "means") => Kind::Means,
        ("consultation", "stage") => Kind::Stage,
        ("approval", "step") => Kind::Step,
        ("commitment", "state") => Kind::State,
        (_, "accepted" | "given" | "inTime" | "published") => Kind::YesNo,
        ("session", _) => Kind::Count,
        _ => Kind::Text,
    }
}

/// The value as `jianyi/ledger/1` writes it; `None` where it stands for nothing.
///
/// # Errors
/// What is wrong, and what was expected.
pub(super) fn convert(kind: Kind, value: &Node, context: &ReadingContext) -> Result<Option<Node>, (ProblemCode, &'static str)> {
    let outcome_mark = match (kind, value) {
        (Kind::Outcome, Node::Object(fields)) => {
            fields.iter().find(|(name, _)| ["mark", "code", "代码", "类别"].contains(&name.as_str()))
        }
        _ => None,
    };
    let value = outcome_mark.map_or(value, |(_, mark)| mark);
    let Some(cell) = Cell::of_node(value) else {
        return match kind {
            Kind::Text => Ok(Some(Node::Text(value.to_json()))),
            _ => Err((ProblemCode::WrongType, "一个值")),
        };
    };
    let words = cell.words();
    let text = |reading: Reading<&'static str>, expected| word(reading, expected);
    match kind {
        Kind::Text | Kind::Object(_) | Kind::List(_) | Kind::Ignored => {
            let text = match value {
                Node::Text(text) => text.clone(),
                _ => words.into_owned(),
            };
            Ok((!text.trim().is_empty()).then_some(Node::Text(text)))
        }
        Kind::NeededDate if words.is_empty() => Err((ProblemCode::NotADate, "答复日期")),
        Kind::Date | Kind::NeededDate => match read_date(&cell, context.year) {
            Reading::Blank => Ok(None),
            Reading::Read(date) => Ok(Some(Node::Text(date.to_string()))),
            Reading::Unread(code) => Err((code, "日期")),
        },
        Kind::Role => text(known(read_role(&words), |role| role.as_str()), "主办、协办、分办、参阅"),
        Kind::Rating => text(known(read_rating(&cell), |rating| rating.as_str()), "满意、基本满意、不满意"),
        Kind::Disclosure => text(known(read_disclosure(&words), |word| word.as_str()), "主动公开、依申请公开、不予公开"),
        Kind::Extent => text(known(read_extent(&words), |word| word.as_str()), "全文、摘要、仅标题、不公开"),
        Kind::Means => {
            let first = known(read_means(&words), |means| means.first().map_or("other", |means| means.as_str()));
            text(first, "走访、面谈、座谈、调研、电话、网络、书信、其他")
        }
        Kind::Stage => text(known(read_stage(&words), |word| word.as_str()), "办前、办中、办后"),
        Kind::Step => text(known(read_step(&words), |word| word.as_str()), "拟稿、会签、核稿、公开审查、签发、用印"),
        Kind::State => text(known(read_commitment_state(&words), |word| word.as_str()), "办理中、已落实、不再落实"),
        Kind::Outcome => match read_outcome(&words, &context.scheme) {
            Reading::Blank => Ok(None),
            Reading::Read(mark) => Ok(Some(Node::Object(vec![("mark".to_owned(), Node::Text(mark))]))),
            Reading::Unread(code) => Err((code, "A、B、C、D")),
        },
        Kind::YesNo => match read_yes_no(&cell) {
            Reading::Blank => Ok(None),
            Reading::Read(value) => Ok(Some(Node::Bool(value))),
            Reading::Unread(code) => Err((code, "是、否")),
        },
        Kind::Count => match read_count(&cell) {
            Reading::Blank => Ok(None),
            Reading::Read(count) => Ok(Some(Node::Number(count.into()))),
            Reading::Unread(code) => Err((code, "数字")),
        },
    }
}

fn known<T>(reading: Reading<T>, word: impl Fn(&T) -> &'static str) -> Reading<&'static str> {
    match reading {
        Reading::Blank => Reading::Blank,
        Reading::Read(value) => Reading::Read(word(&value)),
        Reading::Unread(code) => Reading::Unread(code),
    }
}

fn word(reading: Reading<&'static str>, expected: &'static str) -> Result<Option<Node>, (ProblemCode, &'static str)> {
    match reading {
        Reading::Blank => Ok(None),
        Reading::Read(word) => Ok(Some(Node::Text(word.to_owned()))),
        Reading::Unread(code) => Err((code, expected)),
    }
}
