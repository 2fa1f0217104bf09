//! Entries as we write them ourselves: names in their usual order, texts mostly without escaped letters.
//!
//! What is read here is read as `serde_json` reads it, only sooner: text that is known to be UTF-8 is not looked at again,
//! and a field's name is compared with the one that usually follows. Whatever is unusual is left to `serde_json`, which
//! also knows how to say what is wrong.

use std::fmt;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

use super::flat::{bare_text, space_end, whole_number};
use super::json::read_text_at;
use crate::ledger::Entry;

/// The entry that begins at `start` and where it ends; `None` where it is not whole, or is to be looked at more closely.
pub(super) fn read_own_entry(text: &str, start: usize) -> Option<(Entry<'_>, usize)> {
    let mut reading = Reading { text, at: start };
    let entry = Entry::deserialize(&mut reading).ok()?;
    Some((entry, reading.at))
}

/// The text, and up to where it is read.
struct Reading<'de> {
    text: &'de str,
    at: usize,
}

/// Something unusual.
#[derive(Debug)]
struct Unusual;

impl fmt::Display for Unusual {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("unusual")
    }
}

impl std::error::Error for Unusual {}

impl de::Error for Unusual {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl Reading<'_> {
    /// The next byte that is no white space.
    fn next_sign(&mut self) -> Result<u8, Unusual> {
        self.at = space_end(self.text.as_bytes(), self.at);
        self.text.as_bytes().get(self.at).copied().ok_or(Unusual)
    }

    fn take_sign(&mut self, sign: u8) -> Result<(), Unusual> {
        if self.next_sign()? != sign {
            return Err(Unusual);
        }
        self.at += 1;
        Ok(())
    }

    fn take_word(&mut self, word: &str) -> bool {
        let is_there = self.text.as_bytes()[self.at..].starts_with(word.as_bytes());
        self.at += if is_there { word.len() } else { 0 };
        is_there
    }

    /// Whether another item follows in a list or object that ends with `end`.
    fn goes_on(&mut self, first: &mut bool, end: u8) -> Result<bool, Unusual> {
        let sign = self.next_sign()?;
        if sign == end {
            self.at += 1;
            return Ok(false);
        }
        if !std::mem::take(first) {
            self.take_sign(b',')?;
        }
        Ok(true)
    }
}

impl<'de> Reading<'de> {
    /// A text without escaped letters.
    fn take_text(&mut self) -> Result<&'de str, Unusual> {
        self.next_sign()?;
        let (words, end) = bare_text(self.text, self.at).ok_or(Unusual)?;
        self.at = end;
        Ok(words)
    }
}

impl<'de> Deserializer<'de> for &mut Reading<'de> {
    type Error = Unusual;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Unusual> {
        Err(Unusual)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        self.next_sign()?;
        if self.take_word("true") {
            visitor.visit_bool(true)
        } else if self.take_word("false") {
            visitor.visit_bool(false)
        } else {
            Err(Unusual)
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        self.next_sign()?;
        let (number, length) = whole_number(&self.text.as_bytes()[self.at..]).ok_or(Unusual)?;
        self.at += length;
        if number < 0.0 { Err(Unusual) } else { visitor.visit_u64(number as u64) }
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        match self.take_text() {
            Ok(words) => visitor.visit_borrowed_str(words),
            Err(Unusual) => {
                let (words, end) = read_text_at(self.text, self.at).ok_or(Unusual)?;
                self.at = end;
                visitor.visit_string(words)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        match self.next_sign()? {
            b'n' if self.take_word("null") => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        self.take_sign(b'[')?;
        visitor.visit_seq(Items { reading: self, first: true })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        self.take_sign(b'{')?;
        visitor.visit_map(Fields { reading: self, first: true, names: &[], usual: 0 })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unusual> {
        self.take_sign(b'{')?;
        visitor.visit_map(Fields { reading: self, first: true, names, usual: 0 })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unusual> {
        visitor.visit_enum(Word(self.take_text()?))
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u128 f32 f64 char string bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct
        identifier ignored_any
    }
}

struct Items<'r, 'de> {
    reading: &'r mut Reading<'de>,
    first: bool,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Unusual;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unusual> {
        if !self.reading.goes_on(&mut self.first, b']')? {
            return Ok(None);
        }
        seed.deserialize(&mut *self.reading).map(Some)
    }
}

struct Fields<'r, 'de> {
    reading: &'r mut Reading<'de>,
    first: bool,
    /// The names that the object may have; none where any will do.
    names: &'static [&'static str],
    /// The place of the name that usually comes next.
    usual: usize,
}

impl<'de> MapAccess<'de> for Fields<'_, 'de> {
    type Error = Unusual;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unusual> {
        if !self.reading.goes_on(&mut self.first, b'}')? {
            return Ok(None);
        }
        let name = self.reading.take_text()?;
        let is_name = |known: &&str| **known == *name;
        let later = self.names[self.usual..].iter().position(is_name).map(|place| self.usual + place);
        let place = later.or_else(|| self.names.iter().position(is_name));
        let key = match place {
            Some(place) => {
                self.usual = place + 1;
                seed.deserialize(NameAt(place as u64))
            }
            None => seed.deserialize(BorrowedStrDeserializer::new(name)),
        };
        key.map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unusual> {
        self.reading.take_sign(b':')?;
        seed.deserialize(&mut *self.reading)
    }
}

/// A field's name by its place among the names of its object.
struct NameAt(u64);

impl<'de> Deserializer<'de> for NameAt {
    type Error = Unusual;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        visitor.visit_u64(self.0)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// A word of a closed vocabulary.
struct Word<'de>(&'de str);

impl<'de> EnumAccess<'de> for Word<'de> {
    type Error = Unusual;
    type Variant = Alone;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Alone), Unusual> {
        seed.deserialize(BorrowedStrDeserializer::new(self.0)).map(|word| (word, Alone))
    }
}

/// Nothing stands with the word.
struct Alone;

impl<'de> VariantAccess<'de> for Alone {
    type Error = Unusual;

    fn unit_variant(self) -> Result<(), Unusual> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Unusual> {
        Err(Unusual)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Unusual> {
        Err(Unusual)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], _: V) -> Result<V::Value, Unusual> {
        Err(Unusual)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::read_own_entry;
    use crate::ledger::Entry;

    const EXAMPLE: &str = include_str!("../../www/schema/example.json");

    fn entries() -> Vec<String> {
        let example: serde_json::Value = serde_json::from_str(EXAMPLE).unwrap();
        example["entries"].as_array().unwrap().iter().map(|entry| serde_json::to_string_pretty(entry).unwrap()).collect()
    }

    #[test]
    fn an_entry_with_every_field_is_read_as_the_library_reads_it() {
        for entry in entries() {
            let (read, end) = read_own_entry(&entry, 0).unwrap();
            assert_eq!(read, serde_json::from_str::<Entry<'_>>(&entry).unwrap());
            assert_eq!(end, entry.len());
        }
    }

    #[test]
    fn of_a_damaged_entry_no_more_is_read_than_the_library_reads() {
        for entry in entries() {
            let boundaries = entry.char_indices().map(|(at, _)| at).filter(|at| at % 3 == 0);
            for at in boundaries {
                for damage in ["", "\"", ",", "}", "\\", "7", " ", "null", "\u{1}", "甲"] {
                    let next = at + entry[at..].chars().next().map_or(0, char::len_utf8);
                    let damaged = format!("{}{damage}{}", &entry[..at], &entry[next..]);
                    let library = serde_json::Deserializer::from_str(&damaged).into_iter::<Entry<'_>>().next();
                    if let Some((read, _)) = read_own_entry(&damaged, 0) {
                        assert_eq!(Some(read), library.and_then(Result::ok), "{damage:?} at {at}");
                    }
                }
            }
        }
    }
}
