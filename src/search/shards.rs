//! The index in small files: a page fetches those that its query needs.

use super::index::{Gram, Index, write_number};

/// One file: the lists of the grams from `first` on, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shard {
    /// Its first gram.
    pub first: Gram,
    /// Per gram: its two letters in UTF-8 (the end of a text is U+0000), the length of its list, its list.
    pub bytes: Vec<u8>,
}

/// The index in files of about `size` bytes; a longer list fills a file of its own.
pub fn shards(index: &Index, size: usize) -> Vec<Shard> {
    let mut shards: Vec<Shard> = Vec::new();
    for (gram, list) in index.lists() {
        let full = shards.last().is_none_or(|shard| shard.bytes.len() + list.len() + 10 > size);
        if full {
            shards.push(Shard { first: gram, bytes: Vec::new() });
        }
        let Some(shard) = shards.last_mut() else { continue };
        let mut letters = [0; 4];
        shard.bytes.extend_from_slice(gram.0.encode_utf8(&mut letters).as_bytes());
        shard.bytes.extend_from_slice(gram.1.encode_utf8(&mut letters).as_bytes());
        write_number(&mut shard.bytes, list.len() as u32);
        shard.bytes.extend_from_slice(list);
    }
    shards
}

/// A gram as the table of shards writes it.
pub fn gram_at(gram: Gram) -> String {
    [gram.0, gram.1].iter().collect()
}
