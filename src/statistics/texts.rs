//! The texts by which entries are found and sorted.

use std::cell::OnceCell;

use super::bits::Bits;
use super::handling::Handling;
use crate::ledger::Entry;

/// Per entry its id, title, number, submitter and bodies, each ended by a line feed.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: String,
    /// Where each entry's texts begin, and at the end the length.
    starts: Vec<usize>,
    /// The same texts as a search reads them; made at the first search.
    folded: OnceCell<Folded>,
}

#[derive(Debug)]
struct Folded {
    all: String,
    starts: Vec<usize>,
}

impl Texts {
    /// Adds the next entry's.
    pub fn add(&mut self, entry: &Entry<'_>, handlings: &[Handling<'_>]) {
        let submitter = entry.lead_submitter.as_ref().and_then(|lead| lead.name.as_deref());
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        let texts = [entry.id.as_deref(), entry.title.as_deref(), entry.number.as_deref(), submitter];
        for text in texts.into_iter().chain(handlings.iter().map(|handling| handling.body)) {
            self.add_line(text.unwrap_or_default());
        }
        self.starts.push(self.all.len());
        self.folded.take();
    }

    fn add_line(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.all.push(' ');
            }
            self.all.push_str(line);
        }
        self.all.push('\n');
    }

    /// The texts of the entry at `index`.
    pub fn of(&self, index: usize) -> impl Iterator<Item = &str> {
        self.all[self.starts[index]..self.starts[index + 1]].split_terminator('\n')
    }

    /// The entries in whose texts not all words of `text` stand; case and width of Latin letters do not matter.
    pub fn lacking(&self, text: &str) -> Bits {
        let entries = self.starts.len().saturating_sub(1);
        let folded = self.folded.get_or_init(|| self.fold());
        let mut lacking = Bits::none(entries);
        for word in fold_letters(text).split_whitespace() {
            let mut having = Bits::none(entries);
            let mut entry = 0;
            for (at, _) in folded.all.match_indices(word) {
                entry += folded.starts[entry + 1..].partition_point(|start| *start <= at);
                having.words_mut()[entry / 64] |= 1 << (entry % 64);
            }
            lacking.words_mut().iter_mut().zip(having.words()).for_each(|(lacking, having)| *lacking |= !having);
        }
        lacking
    }

    fn fold(&self) -> Folded {
        let mut folded = Folded { all: String::with_capacity(self.all.len()), starts: Vec::with_capacity(self.starts.len()) };
        for pair in self.starts.windows(2) {
            folded.starts.push(folded.all.len());
            folded.all.push_str(&fold_letters(&self.all[pair[0]..pair[1]]));
        }
        folded.starts.push(folded.all.len());
        folded
    }
}

/// `text` in lower case, full-width forms as half-width.
fn fold_letters(text: &str) -> String {
    let narrow = |letter: char| match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(letter as u32 - 0xFEE0).unwrap_or(letter),
        '\u{3000}' => ' ',
        other => other,
    };
    text.chars().map(narrow).flat_map(char::to_lowercase).collect()
}
