//! Finds the list of records in a JSON document, though it may not have arrived wholly.

use super::json::{Extent, read_at, skip_space, value_extent};
use super::mapping::HeadingIndex;
use super::node::Node;

/// Where the records stand.
#[derive(Debug)]
pub(super) struct Located {
    /// One past the list's opening bracket.
    pub start: usize,
    /// The list's JSON pointer.
    pub pointer: String,
    /// The plain fields beside the list and above it.
    pub head: Vec<(String, Node)>,
}

struct Search<'b, 'i> {
    bytes: &'b [u8],
    index: &'i HeadingIndex,
    best: Option<(usize, Located)>,
}

/// Deeper than this no list of records is looked for.
const DEEPEST: usize = 24;

/// The list whose objects have the most keys that a ledger has; `None` where no list has any.
pub(super) fn locate(bytes: &[u8], index: &HeadingIndex) -> Option<Located> {
    let mut search = Search { bytes, index, best: None };
    let mut head = Vec::new();
    search.value(skip_space(bytes, 0), &mut String::new(), &mut head, 0);
    search.best.map(|(_, located)| located)
}

impl Search<'_, '_> {
    /// Looks into the value at `at` and says where it ends, if it has arrived wholly.
    fn value(&mut self, at: usize, pointer: &mut String, head: &mut Vec<(String, Node)>, depth: usize) -> Option<usize> {
        match self.bytes.get(at)? {
            b'{' if depth < DEEPEST => self.object(at, pointer, head, depth),
            b'[' => {
                self.list(at, pointer, head);
                self.end_of(at)
            }
            _ => self.end_of(at),
        }
    }

    fn end_of(&self, at: usize) -> Option<usize> {
        match value_extent(self.bytes, at) {
            Extent::Whole(end) => Some(end),
            Extent::Unfinished | Extent::Broken => None,
        }
    }

    fn object(&mut self, start: usize, pointer: &mut String, head: &mut Vec<(String, Node)>, depth: usize) -> Option<usize> {
        let outer = head.len();
        let mut at = skip_space(self.bytes, start + 1);
        while self.bytes.get(at)? != &b'}' {
            let (name, name_end) = read_at::<String>(self.bytes, at);
            let name = name.ok()?;
            let colon = skip_space(self.bytes, name_end);
            if self.bytes.get(colon)? != &b':' {
                return None;
            }
            let value = skip_space(self.bytes, colon + 1);
            let length = pointer.len();
            pointer.push('/');
            pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
            let end = self.value(value, pointer, head, depth + 1)?;
            pointer.truncate(length);
            if !matches!(self.bytes.get(value), Some(b'{' | b'[')) {
                head.extend(read_at::<Node>(self.bytes, value).0.ok().map(|node| (name, node)));
            }
            at = skip_space(self.bytes, end);
            if self.bytes.get(at) == Some(&b',') {
                at = skip_space(self.bytes, at + 1);
            }
        }
        head.truncate(if depth == 0 { head.len() } else { outer });
        Some(at + 1)
    }

    /// A list of objects competes with the keys of its first objects.
    fn list(&mut self, start: usize, pointer: &str, head: &[(String, Node)]) {
        const LOOKED_AT: usize = 8;
        let mut score = 0;
        let mut at = skip_space(self.bytes, start + 1);
        for _ in 0..LOOKED_AT {
            if matches!(self.bytes.get(at), None | Some(b']')) {
                break;
            }
            let (node, end) = read_at::<Node>(self.bytes, at);
            match node {
                Ok(Node::Object(fields)) => score = score.max(self.score(&fields)),
                Ok(_) => {}
                Err(_) => break,
            }
            at = skip_space(self.bytes, end);
            if self.bytes.get(at) == Some(&b',') {
                at = skip_space(self.bytes, at + 1);
            }
        }
        if score > self.best.as_ref().map_or(0, |(best, _)| *best) {
            let located = Located { start: start + 1, pointer: pointer.to_owned(), head: head.to_vec() };
            self.best = Some((score, located));
        }
    }

    fn score(&self, fields: &[(String, Node)]) -> usize {
        let known = |name: &str| self.index.knows(name) || self.index.nested("entry", name).is_some();
        let known = fields.iter().filter(|(name, _)| known(name)).count();
        if known >= 2 || (known == 1 && fields.len() <= 2) { known } else { 0 }
    }
}
