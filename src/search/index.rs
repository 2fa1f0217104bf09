//! Which texts hold which pair of letters.

use std::collections::HashMap;

/// Two letters that follow each other; the last letter of a text is followed by `END`.
pub type Gram = (char, char);

/// What follows a text's last letter.
pub const END: char = '\0';

/// The texts of each gram, by rising number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Index {
    grams: Vec<Gram>,
    /// Where each gram's texts begin in `lists`.
    starts: Vec<u32>,
    /// Differences of text numbers, seven bits a byte.
    lists: Vec<u8>,
}

#[derive(Default)]
struct List {
    bytes: Vec<u8>,
    next: u32,
}

impl Index {
    /// The index of these folded texts.
    pub fn new<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> Self {
        let mut lists: HashMap<Gram, List> = HashMap::new();
        for (number, text) in texts.into_iter().enumerate() {
            let number = number as u32;
            for gram in grams(text.as_ref()) {
                let list = lists.entry(gram).or_default();
                if number >= list.next {
                    write_number(&mut list.bytes, number - list.next);
                    list.next = number + 1;
                }
            }
        }
        let mut sorted: Vec<(Gram, List)> = lists.into_iter().collect();
        sorted.sort_unstable_by_key(|(gram, _)| *gram);
        let mut index = Self::default();
        for (gram, list) in sorted {
            index.grams.push(gram);
            index.starts.push(index.lists.len() as u32);
            index.lists.extend(list.bytes);
        }
        index
    }

    /// The texts that may hold `term` (folded): all that do, and few that do not; `None` where the term is empty.
    pub fn candidates(&self, term: &str) -> Option<Vec<u32>> {
        let letters: Vec<char> = term.chars().collect();
        match letters[..] {
            [] => None,
            [only] => Some(self.with_letter(only)),
            _ => {
                let mut lists: Vec<&[u8]> = Vec::with_capacity(letters.len());
                for pair in letters.windows(2) {
                    let &[first, second] = pair else { continue };
                    match self.grams.binary_search(&(first, second)) {
                        Ok(at) => lists.push(self.list(at)),
                        Err(_) => return Some(Vec::new()),
                    }
                }
                lists.sort_unstable_by_key(|list| list.len());
                lists.dedup();
                let mut rest = lists.into_iter();
                let mut common: Vec<u32> = rest.next().map(|list| numbers(list).collect()).unwrap_or_default();
                for list in rest {
                    keep_common(&mut common, numbers(list));
                }
                Some(common)
            }
        }
    }

    /// Each gram with its list, in the order of grams.
    pub fn lists(&self) -> impl Iterator<Item = (Gram, &[u8])> {
        self.grams.iter().enumerate().map(|(at, gram)| (*gram, self.list(at)))
    }

    /// Bytes of all lists.
    pub fn size(&self) -> usize {
        self.lists.len() + self.grams.len() * 8
    }

    fn with_letter(&self, letter: char) -> Vec<u32> {
        let from = self.grams.partition_point(|gram| gram.0 < letter);
        let to = self.grams.partition_point(|gram| gram.0 <= letter);
        let mut found: Vec<u32> = (from..to).flat_map(|at| numbers(self.list(at))).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn list(&self, at: usize) -> &[u8] {
        let start = self.starts.get(at).map_or(self.lists.len(), |start| *start as usize);
        let end = self.starts.get(at + 1).map_or(self.lists.len(), |end| *end as usize);
        self.lists.get(start..end).unwrap_or_default()
    }
}

fn grams(text: &str) -> impl Iterator<Item = Gram> + '_ {
    text.chars().zip(text.chars().skip(1).chain([END]))
}

fn keep_common(common: &mut Vec<u32>, list: impl Iterator<Item = u32>) {
    let mut list = list.peekable();
    common.retain(|number| {
        while list.next_if(|other| other < number).is_some() {}
        list.peek() == Some(number)
    });
}

/// Writes `number`, seven bits a byte, the lowest first; all but the last byte have their highest bit set.
pub(super) fn write_number(out: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        out.push((number & 0x7F) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// The numbers of a list, rising.
pub(super) fn numbers(list: &[u8]) -> impl Iterator<Item = u32> + '_ {
    let mut bytes = list.iter();
    let mut next = 0_u32;
    std::iter::from_fn(move || {
        let mut value = 0_u32;
        let mut shift = 0;
        loop {
            let byte = *bytes.next()?;
            value |= u32::from(byte & 0x7F).checked_shl(shift).unwrap_or(0);
            shift += 7;
            if byte & 0x80 == 0 {
                break;
            }
        }
        let number = next.wrapping_add(value);
        next = number.wrapping_add(1);
        Some(number)
    })
}
