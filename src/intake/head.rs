//! The head of a `jianyi/ledger/1` document: its fields beside the entries.

use super::node::Node;
use super::problem::{Place, Problem, ProblemCode};
use super::repair::read_tolerantly;
use crate::calendar::Date;
use crate::ledger::{FormatName, LedgerHead, OutcomeScheme};

/// Takes a field of the document that is not its list of entries; `entries_seen` where that list stood before.
pub(super) fn take_head_field(head: &mut LedgerHead, entries_seen: bool, name: &str, mut node: Node) -> Vec<Problem> {
    let pointer = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
    let mut problems = Vec::new();
    let mut text = |node: &mut Node| {
        let (value, found) = read_tolerantly::<Option<String>>(node, &pointer);
        problems.extend(found);
        value.flatten()
    };
    match name {
        "format" => {
            let (format, found) = read_tolerantly::<FormatName>(&mut node, &pointer);
            if format.is_none() {
                problems.extend(found.into_iter().map(|problem| Problem { code: ProblemCode::OtherVersion, ..problem }));
            }
        }
        "title" => head.title = text(&mut node),
        "office" => head.office = text(&mut node),
        "profile" => head.profile = text(&mut node),
        "asOf" => {
            let (value, found) = read_tolerantly::<Option<Date>>(&mut node, &pointer);
            head.as_of = value.flatten();
            problems.extend(found);
        }
        "fictional" => {
            let (value, found) = read_tolerantly::<Option<bool>>(&mut node, &pointer);
            head.fictional = value.flatten().unwrap_or(false);
            problems.extend(found);
        }
        "sources" => {
            let (value, found) = read_tolerantly::<Vec<String>>(&mut node, &pointer);
            head.sources = value.unwrap_or_default();
            problems.extend(found);
        }
        "notes" => {
            let (value, found) = read_tolerantly::<Vec<String>>(&mut node, &pointer);
            head.notes = value.unwrap_or_default();
            problems.extend(found);
        }
        "schemes" => {
            let (value, found) = read_tolerantly::<Vec<OutcomeScheme>>(&mut node, &pointer);
            head.schemes = value.unwrap_or_default();
            problems.extend(found);
        }
        "entries" => {
            let code = if entries_seen { ProblemCode::DuplicateField } else { ProblemCode::WrongType };
            let place = Place { pointer: Some(pointer), ..Place::default() };
            problems.push(Problem::new(code, place).with_value(&node.quoted()).expecting("a list"));
        }
        _ => {
            let known = "format、title、office、profile、asOf、fictional、sources、notes、schemes、entries";
            let place = Place { pointer: Some(pointer), ..Place::default() };
            problems.push(Problem::new(ProblemCode::UnknownField, place).with_value(name).expecting(known));
        }
    }
    problems
}
