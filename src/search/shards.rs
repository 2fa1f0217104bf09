//! The index in small files: a page fetches those that its query needs.

use super::index::{Gram, Index, numbers, write_number};

/// One file: the lists of the grams from `first` on, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shard {
    /// Its first gram.
    pub first: Gram,
    /// Per gram: its two letters in UTF-8 (the end of a text is U+0000), twice the length of its list (one more where the list
    /// is a map with a bit for each text, the lowest first), its list.
    pub bytes: Vec<u8>,
}

/// The index of so many texts in files of about `size` bytes; a longer list fills a file of its own.
///
/// A gram that stands in many texts is written as a map of bits where that is shorter.
pub fn shards(index: &Index, texts: usize, size: usize) -> Vec<Shard> {
    let mut shards: Vec<Shard> = Vec::new();
    let mut map = vec![0; texts.div_ceil(8)];
    for (gram, list) in index.lists() {
        let is_map = list.len() > map.len();
        if is_map {
            map.fill(0);
            for text in numbers(list) {
                if let Some(byte) = map.get_mut(text as usize / 8) {
                    *byte |= 1 << (text % 8);
                }
            }
        }
        let list: &[u8] = if is_map { &map } else { list };
        let full = shards.last().is_none_or(|shard| shard.bytes.len() + list.len() + 10 > size);
        if full {
            shards.push(Shard { first: gram, bytes: Vec::new() });
        }
        let Some(shard) = shards.last_mut() else { continue };
        let mut letters = [0; 4];
        shard.bytes.extend_from_slice(gram.0.encode_utf8(&mut letters).as_bytes());
        shard.bytes.extend_from_slice(gram.1.encode_utf8(&mut letters).as_bytes());
        write_number(&mut shard.bytes, list.len() as u32 * 2 + u32::from(is_map));
        shard.bytes.extend_from_slice(list);
    }
    shards
}

/// A gram as the table of shards writes it.
pub fn gram_at(gram: Gram) -> String {
    [gram.0, gram.1].iter().collect()
}
