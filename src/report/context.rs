//! The words around a quantity: its clause before it, what follows it, the bracket that explains it.

use super::page::{Page, ends_clause};
use super::quantities::Quantity;

/// Where a quantity stands and the words beside it, without white space.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    /// From the start of the clause, or the quantity before, up to the quantity.
    pub before: String,
    /// From the start of the sentence, or the quantity before, up to the quantity.
    pub wide: String,
    /// What follows within the clause, up to the next quantity or bracket.
    pub after: String,
    /// The whole clauses that follow within the sentence, up to the next quantity.
    pub told_after: String,
    /// The words of a bracket without quantities right after it.
    pub bracketed: String,
    pub sentence: usize,
    pub paragraph: usize,
    /// The bracket that it stands in.
    pub bracket: Option<usize>,
    /// Where `before` begins.
    pub clause_start: usize,
    /// `wide` begins right behind another quantity.
    pub after_quantity: bool,
    /// `after` ends with its clause, not with the next quantity.
    pub after_is_closed: bool,
}

const LONGEST_CLAUSE: usize = 60;
const LONGEST_SENTENCE: usize = 90;
const LONGEST_AFTER: usize = 16;

/// The context of each of `quantities`, which are in text order.
pub(crate) fn contexts(page: &Page, quantities: &[Quantity]) -> Vec<Context> {
    let mut contexts = Vec::with_capacity(quantities.len());
    for (index, quantity) in quantities.iter().enumerate() {
        let floor = index.checked_sub(1).and_then(|previous| quantities.get(previous)).map_or(0, |previous| previous.end);
        let ceiling = quantities.get(index + 1).map_or(page.len(), |next| next.start);
        contexts.push(context(page, quantity, floor, ceiling));
    }
    contexts
}

fn context(page: &Page, quantity: &Quantity, floor: usize, ceiling: usize) -> Context {
    let start = quantity.start;
    let clause_start = walk_back(page, start, floor.max(start.saturating_sub(LONGEST_CLAUSE)), ends_clause);
    let sentence_start = walk_back(page, start, floor.max(start.saturating_sub(LONGEST_SENTENCE)), |character| {
        matches!(character, '。' | '！' | '？' | '；' | ';')
    });
    let (after, bracketed, after_end) = after(page, quantity.end, start, ceiling);
    let after_is_closed = after_end < ceiling;
    Context {
        before: before(page, clause_start, start, floor),
        wide: page.words(sentence_start, start),
        after,
        told_after: told_after(page, quantity.end, ceiling),
        bracketed,
        sentence: page.sentence(start),
        paragraph: page.paragraph(start),
        bracket: page.bracket(start),
        clause_start,
        after_is_closed,
        after_quantity: floor > 0 && sentence_start == floor,
    }
}

/// The first character of the stretch that ends at `start`, goes no further back than `floor` and holds no `boundary`
/// outside closed brackets.
fn walk_back(page: &Page, start: usize, floor: usize, boundary: fn(char) -> bool) -> usize {
    let paragraph = page.paragraph(start);
    let mut at = start;
    while at > floor {
        let character = page.at(at - 1);
        if boundary(character) || page.paragraph(at - 1) != paragraph || matches!(character, '（' | '【' | '〔') {
            break;
        }
        match (character, page.partner(at - 1)) {
            ('）' | '】' | '〕', Some(open)) if open >= floor => at = open,
            ('）' | '】' | '〕', Some(_)) => break,
            _ => at -= 1,
        }
    }
    at
}

fn told_after(page: &Page, end: usize, ceiling: usize) -> String {
    let sentence = page.sentence(end);
    let mut closed = end;
    for at in end..ceiling.min(end + LONGEST_CLAUSE) {
        if page.at(at) == '（' || page.sentence(at) != sentence {
            break;
        }
        if ends_clause(page.at(at)) {
            closed = at;
            if page.at(at) != '，' && page.at(at) != ',' {
                break;
            }
        }
    }
    page.words(end, closed)
}

/// The words of the clause before the number. 65件主办件、38件…: those behind the quantity before it belong to that one.
fn before(page: &Page, clause_start: usize, start: usize, floor: usize) -> String {
    let words = page.words(clause_start, start);
    let joint = ["以及", "、", "和", "及", "与"].into_iter().find(|joint| words.ends_with(joint));
    match joint.filter(|_| floor > 0 && clause_start == floor) {
        Some(joint) => joint.to_string(),
        None => words,
    }
}

/// 主办：98件: the line says before the number what it counts.
fn labelled_by_a_colon(page: &Page, number: usize) -> bool {
    matches!(page.before(number), '：' | ':') || (page.before(number) == ' ' && matches!(page.before(number - 1), '：' | ':'))
}

fn after(page: &Page, end: usize, number: usize, ceiling: usize) -> (String, String, usize) {
    let mut at = end;
    let mut bracketed = String::new();
    if page.at(at) == '（'
        && let Some(close) = page.partner(at).filter(|close| *close < ceiling)
    {
        bracketed = page.words(at + 1, close);
        at = close + 1;
    }
    let start = at;
    let paragraph = page.paragraph(end);
    while at < ceiling.min(start + LONGEST_AFTER) {
        let character = page.at(at);
        if character == '\n' && labelled_by_a_colon(page, number) {
            break;
        }
        if ends_clause(character) || matches!(character, '（' | '）' | '、') || page.paragraph(at) != paragraph {
            break;
        }
        at += 1;
    }
    (page.words(start, at), bracketed, at)
}
