//! The records of a loaded ledger: the file's own bytes, and where in them each entry stands.

use std::borrow::Cow;

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
        match *self.records.places.get(index)? {
            RecordPlace::Kept(place) => self.records.again.as_ref()?.entry(self.records.kept_bytes(place)?, place.form),
            place => serde_json::from_slice(self.records.bytes(place)?).ok(),
        }
    }

    /// The entry at `index` as `jianyi/ledger/1` writes it.
    pub fn record(&self, index: usize) -> Option<Cow<'_, [u8]>> {
        match *self.records.places.get(index)? {
            RecordPlace::Kept(_) => serde_json::to_vec(&self.entry_as_written(index)?).ok().map(Cow::Owned),
            place => self.records.bytes(place).map(Cow::Borrowed),
        }
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

/// Reads entries again from the bytes in which a file of another format than our own has them.
pub trait ReadAgain: std::fmt::Debug {
    /// The entry in `bytes`, the same as when it was first read; `form` is what the reader noted of it then.
    fn entry<'b>(&self, bytes: &'b [u8], form: u32) -> Option<Entry<'b>>;
}

/// Where an entry stands that is kept in the file's own bytes and form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptPlace {
    /// The block of the file's bytes.
    pub block: u32,
    /// Its first byte in the block.
    pub start: u32,
    /// One past its last.
    pub end: u32,
    /// What the reader must know to read it again.
    pub form: u32,
}

/// The bytes of all entries.
#[derive(Debug, Default)]
pub struct Records {
    original: Vec<u8>,
    /// Blocks, so that memory does not double and nothing is moved when a ledger grows.
    rewritten: Vec<Vec<u8>>,
    /// The entry that is being written.
    writing: Vec<u8>,
    /// Pieces of a file of another format; empty where no entry stands in them.
    kept: Vec<Vec<u8>>,
    /// The last block in which an entry stands.
    last_held: Option<u32>,
    again: Option<Box<dyn ReadAgain>>,
    places: Vec<RecordPlace>,
}

#[derive(Debug, Clone, Copy)]
enum RecordPlace {
    /// In the file, which is written as we write it.
    Original(usize, usize),
    /// In a block of what was written anew.
    Rewritten { block: u32, start: u32, end: u32 },
    /// In a file of another format.
    Kept(KeptPlace),
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
        self.places.push(RecordPlace::Original(start, end));
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
        let (block, start, end) = (self.rewritten.len() as u32 - 1, start as u32, (start + length) as u32);
        self.places.push(RecordPlace::Rewritten { block, start, end });
    }

    /// Notes that an entry stands at `place` in a block that [`Self::add_block`] adds (or added).
    pub fn keep_as_it_stood(&mut self, place: KeptPlace) {
        self.last_held = Some(place.block);
        self.places.push(RecordPlace::Kept(place));
    }

    /// The number of the block that is added next.
    pub fn next_block(&self) -> u32 {
        self.kept.len() as u32
    }

    /// Adds a piece of the file; none of its bytes are kept where no entry stands in it.
    pub fn add_block(&mut self, bytes: Vec<u8>) {
        self.kept.push(bytes);
    }

    /// Whether entries that were noted stand in this block.
    pub fn hold_on_to(&self, block: u32) -> bool {
        self.last_held == Some(block)
    }

    /// Says how the entries of the pieces of the file are read again.
    pub fn read_again_with(&mut self, again: Box<dyn ReadAgain>) {
        self.again = Some(again);
    }

    fn bytes(&self, place: RecordPlace) -> Option<&[u8]> {
        match place {
            RecordPlace::Original(start, end) => self.original.get(start..end),
            RecordPlace::Rewritten { block, start, end } => self.rewritten.get(block as usize)?.get(start as usize..end as usize),
            RecordPlace::Kept(place) => self.kept_bytes(place),
        }
    }

    fn kept_bytes(&self, place: KeptPlace) -> Option<&[u8]> {
        self.kept.get(place.block as usize)?.get(place.start as usize..place.end as usize)
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
