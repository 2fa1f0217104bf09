//! The records of a loaded ledger: the file's own bytes, and where in them each entry stands.

use super::aliases::Aliases;
use super::entry::Entry;
use super::header::LedgerHead;

/// A loaded ledger: its head and its entries, kept as the bytes in which they were read.
///
/// Columns answer counts and lists; an entry is read again from its bytes when somebody opens it. That keeps a ledger
/// of any size at little more than its file.
#[derive(Debug, Default)]
pub struct Ledger {
    /// What the ledger says of itself.
    pub head: LedgerHead,
    records: Records,
    aliases: Aliases,
}

impl Ledger {
    /// The ledger with this head and these records.
    pub fn new(head: LedgerHead, records: Records) -> Self {
        Self { head, records, aliases: Aliases::default() }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.records.places.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.records.places.is_empty()
    }

    /// The same ledger, its bodies named by their own names where the file says others.
    pub fn named_by(self, aliases: Aliases) -> Self {
        Self { aliases, ..self }
    }

    /// By which table its bodies are named.
    pub fn aliases(&self) -> &Aliases {
        &self.aliases
    }

    /// The entry at `index`, in the file's order; `None` beyond the last.
    pub fn entry(&self, index: usize) -> Option<Entry<'_>> {
        let mut entry = self.entry_as_written(index)?;
        self.aliases.rename(&mut entry);
        Some(entry)
    }

    /// The same with the names of bodies as the file writes them.
    pub fn entry_as_written(&self, index: usize) -> Option<Entry<'_>> {
        serde_json::from_slice(self.record(index)?).ok()
    }

    /// The bytes of the entry at `index`, as `jianyi/ledger/1` writes it.
    pub fn record(&self, index: usize) -> Option<&[u8]> {
        let place = self.records.places.get(index)?;
        let bytes = match place.block {
            Some(block) => self.records.rewritten.get(block)?,
            None => &self.records.original,
        };
        bytes.get(place.start..place.end)
    }

    /// All entries with the names of bodies as the file writes them, in the file's order.
    pub fn entries_as_written(&self) -> impl Iterator<Item = Entry<'_>> {
        (0..self.len()).filter_map(|index| self.entry_as_written(index))
    }

    /// All entries, in the file's order.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        (0..self.len()).filter_map(|index| self.entry(index))
    }
}

/// The bytes of all entries.
#[derive(Debug, Default)]
pub struct Records {
    original: Vec<u8>,
    /// Blocks, so that memory does not double and nothing is moved when a ledger grows.
    rewritten: Vec<Vec<u8>>,
    /// The entry that is being written.
    writing: Vec<u8>,
    places: Vec<RecordPlace>,
}

#[derive(Debug, Clone, Copy)]
struct RecordPlace {
    start: usize,
    end: usize,
    /// The block of what was written anew; `None` for the file's own bytes.
    block: Option<usize>,
}

/// The bytes of a block; an entry that is longer has one to itself.
const BLOCK: usize = 1 << 20;

impl Records {
    /// No records yet; room for `capacity` bytes of file.
    pub fn with_capacity(capacity: usize) -> Self {
        Self { original: Vec::with_capacity(capacity), ..Self::default() }
    }

    /// The file's bytes, as far as they have arrived.
    pub fn original(&self) -> &[u8] {
        &self.original
    }

    /// The file's bytes, to add what arrives; what stands there already must stay.
    pub fn original_mut(&mut self) -> &mut Vec<u8> {
        &mut self.original
    }

    /// Notes that the file's bytes from `start` to `end` are an entry.
    pub fn keep(&mut self, start: usize, end: usize) {
        self.places.push(RecordPlace { start, end, block: None });
    }

    /// Keeps an entry that could not be kept as it stood, written anew.
    pub fn keep_rewritten(&mut self, entry: &Entry<'_>) {
        self.writing.clear();
        if serde_json::to_writer(&mut self.writing, entry).is_err() {
            return;
        }
        let length = self.writing.len();
        if self.rewritten.last().is_none_or(|block| block.len() + length > block.capacity()) {
            self.rewritten.push(Vec::with_capacity(length.max(BLOCK)));
        }
        let Some(block) = self.rewritten.last_mut() else { return };
        let start = block.len();
        block.extend_from_slice(&self.writing);
        self.places.push(RecordPlace { start, end: start + length, block: Some(self.rewritten.len() - 1) });
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }
}
