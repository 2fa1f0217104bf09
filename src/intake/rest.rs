//! What a table cannot hold of an entry, as one JSON text: a list of `[pointer, value]`, or `[pointer]` for what is not there.
//!
//! An export writes it into its last column, so that the exported table comes back as the same ledger, and a cell that
//! somebody changes in the table still counts.

use serde_json::Value;

use super::node::Node;
use super::problem::{Place, Problem, ProblemCode};
use super::repair::read_tolerantly;
use crate::ledger::Entry;

/// What `wanted` has beyond `from_table`; `None` where they are equal.
pub(crate) fn rest_of(wanted: &Entry<'_>, from_table: &Entry<'_>) -> Option<String> {
    let wanted = serde_json::to_value(wanted).ok()?;
    let from_table = serde_json::to_value(from_table).ok()?;
    let mut steps = Vec::new();
    differences(&from_table, &wanted, &mut String::new(), &mut steps);
    if steps.is_empty() { None } else { serde_json::to_string(&steps).ok() }
}

/// `entry` with what its table could not hold.
///
/// # Errors
/// The entry as it was, and the problem, where the text is no such rest.
pub(super) fn apply_rest<'c>(entry: Entry<'c>, rest: &str) -> Result<Entry<'c>, (Entry<'c>, Problem)> {
    let applied = || {
        let steps: Vec<Value> = serde_json::from_str(rest).ok()?;
        let mut value = serde_json::to_value(&entry).ok()?;
        for step in &steps {
            let step = step.as_array()?;
            set(&mut value, step.first()?.as_str()?, step.get(1).cloned());
        }
        let mut node: Node = serde_json::from_value(value).ok()?;
        read_tolerantly::<Entry<'static>>(&mut node, "").0
    };
    applied().ok_or_else(|| {
        let problem = Problem::new(ProblemCode::WrongType, Place { heading: Some("其余内容".into()), ..Place::default() });
        (entry, problem.with_value(rest).expecting("导出时写入的内容"))
    })
}

fn differences(from: &Value, to: &Value, pointer: &mut String, steps: &mut Vec<Value>) {
    let length = pointer.len();
    match (from, to) {
        (from, to) if from == to => {}
        (Value::Object(from), Value::Object(to)) => {
            for name in from.keys().filter(|name| !to.contains_key(*name)) {
                steps.push(serde_json::json!([format!("{pointer}/{}", escaped(name))]));
            }
            for (name, value) in to {
                pointer.push('/');
                pointer.push_str(&escaped(name));
                match from.get(name) {
                    Some(before) => differences(before, value, pointer, steps),
                    None => steps.push(serde_json::json!([pointer.as_str(), value])),
                }
                pointer.truncate(length);
            }
        }
        (Value::Array(from), Value::Array(to)) if from.len() <= to.len() => {
            for (place, value) in to.iter().enumerate() {
                pointer.push_str(&format!("/{place}"));
                match from.get(place) {
                    Some(before) => differences(before, value, pointer, steps),
                    None => steps.push(serde_json::json!([pointer.as_str(), value])),
                }
                pointer.truncate(length);
            }
        }
        _ => steps.push(serde_json::json!([pointer.as_str(), to])),
    }
}

fn set(value: &mut Value, pointer: &str, to: Option<Value>) {
    let Some((parents, last)) = pointer.rsplit_once('/') else { return };
    let name = last.replace("~1", "/").replace("~0", "~");
    match (value.pointer_mut(parents), to) {
        (Some(Value::Object(fields)), Some(to)) => drop(fields.insert(name, to)),
        (Some(Value::Object(fields)), None) => drop(fields.remove(&name)),
        (Some(Value::Array(items)), Some(to)) => match name.parse::<usize>() {
            Ok(place) if place < items.len() => items[place] = to,
            Ok(place) if place == items.len() => items.push(to),
            _ => {}
        },
        _ => {}
    }
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
