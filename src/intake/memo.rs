//! What was made of a column's texts, by text: most texts of a column come again and again.

use crate::text::glance;

/// So many texts are remembered at a time.
const PLACES: usize = 256;
/// After so many texts it is asked whether they repeat.
const TRIED: u32 = 2048;

/// Remembers what was made of texts; a text that looks like another takes its place.
#[derive(Debug)]
pub(super) struct Memo<T> {
    /// Empty where texts do not repeat.
    places: Vec<Option<(Box<str>, T)>>,
    asked: u32,
    known: u32,
    /// The last thing that was made and not remembered.
    passing: Option<T>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { places: Vec::new(), asked: 0, known: 0, passing: None }
    }
}

impl<T> Memo<T> {
    /// What `make` makes of `text`, or made of it before.
    pub fn get(&mut self, text: &str, make: impl FnOnce() -> T) -> &T {
        if self.asked >= TRIED && self.known < TRIED / 4 {
            self.places = Vec::new();
            return self.passing.insert(make());
        }
        if self.places.is_empty() {
            self.places.resize_with(PLACES, || None);
        }
        let place = &mut self.places[glance(text.as_bytes()) as usize % PLACES];
        let is_known = place.as_ref().is_some_and(|(known, _)| **known == *text);
        if self.asked < TRIED {
            self.asked += 1;
            self.known += u32::from(is_known);
        }
        if !is_known {
            *place = None;
        }
        &place.get_or_insert_with(|| (text.into(), make())).1
    }
}
