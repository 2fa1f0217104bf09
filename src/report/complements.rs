//! 应答复38件，其中已答复34件、尚未答复4件: two counts that exclude each other and leave nothing out.

use super::figure::Term;
use super::items::Item;
use super::outcome::{Conflict, Outcome, Study};
use crate::text::short::{any_of, holds};

/// Checks every total that is followed by a count and its complement.
#[inline(never)]
pub(crate) fn check(study: &Study, outcome: &mut Outcome) {
    for last in 2..study.items.len() {
        if !is_division(study, last) {
            continue;
        }
        let parts = study.terms(&[last - 1, last]);
        let (stated, sum) = (study.value(last - 2), study.value_of(&parts));
        outcome.sum(vec![study.term(last - 2)], parts.clone(), sum == stated);
        if sum != stated {
            outcome.conflicts.push(Conflict::Parts { total: vec![study.term(last - 2)], parts, stated, sum, feedback: false });
        }
    }
}

/// The part and the whole of the rate at `rate`, where a total and two complements stand right before it in its sentence.
pub(crate) fn rated(study: &Study, rate: usize) -> Option<(Term, Term)> {
    let last = rate.checked_sub(1).filter(|last| *last >= 2 && is_division(study, *last))?;
    let near = study.item(rate)?.context.sentence == study.item(last)?.context.sentence;
    near.then(|| (study.term(last - 1), study.term(last - 2)))
}

/// Whether the count at `last` is the complement of the one before it in the one before that.
fn is_division(study: &Study, last: usize) -> bool {
    let [Some(total), Some(part), Some(rest)] = [last - 2, last - 1, last].map(|place| study.item(place)) else { return false };
    let alike = [total, part].iter().all(|other| {
        other.is_count()
            && other.is_exact()
            && other.context.sentence == rest.context.sentence
            && other.context.bracket == rest.context.bracket
            && other.quantity.unit == rest.quantity.unit
            && other.concept.earlier == rest.concept.earlier
    });
    let opened = holds(&part.context.before, "其中") || total.context.after.contains('中');
    alike && rest.is_exact() && !rest.in_table && opened && exclude_each_other(part, rest)
}

fn exclude_each_other(part: &Item, rest: &Item) -> bool {
    const NOT: &[&str] = &["尚未", "没有", "尚无", "未", "无"];
    const IN_TIME: &[&str] = &["按时", "按期", "及时", "如期"];
    const LATE: &[&str] = &["逾期", "超期", "超时"];
    let (said, denied) = (part.context.before.as_str(), rest.context.before.as_str());
    if any_of(said, NOT) {
        return false;
    }
    let late = any_of(said, IN_TIME) && any_of(denied, LATE);
    late || NOT.iter().filter_map(|not| denied.split_once(not)).any(|(_, verb)| {
        let stem: String = verb.chars().take(2).collect();
        stem.chars().count() == 2 && said.contains(&stem)
    })
}
