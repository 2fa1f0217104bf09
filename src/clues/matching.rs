//! Which entry, or which topic, each message speaks of.

use super::message::Message;
use crate::similarity::{Described, nearest};

/// From this score on a message is taken to speak of an entry; chosen on the even rows of `tests/fixtures/clues` and tried on
/// the odd.
pub const MATCH_THRESHOLD: f32 = 0.5;
/// From this score on an entry tells of the topic of a message that speaks of no entry.
const TOPIC_THRESHOLD: f32 = 0.3;
/// So many near entries tell of a topic.
const NEIGHBOURS: usize = 5;
/// So many of them must be of one topic.
const AGREEING: usize = 3;

/// What a message speaks of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Matched {
    /// The entry, by its place among the texts, with the score.
    pub entry: Option<(usize, f32)>,
    /// The topic: the list's own word, else that of the entry, else that of most near entries.
    pub topic: Option<String>,
}

/// What each message speaks of, among entries with these texts and topics.
pub fn matched(messages: &[Message], texts: &[Described<'_>], topics: &[Option<String>]) -> Vec<Matched> {
    let places: Vec<&str> = messages.iter().map(|message| message.location.as_deref().unwrap_or_default()).collect();
    let spoken: Vec<Described<'_>> =
        messages.iter().zip(&places).map(|(message, place)| Described { title: place, text: &message.text }).collect();
    let near = nearest(texts, &spoken, TOPIC_THRESHOLD, NEIGHBOURS);
    let topic_of = |place: usize| topics.get(place).cloned().flatten();
    let told = near.into_iter().zip(messages).map(|(near, message)| {
        let entry = near.first().copied().filter(|(_, score)| *score >= MATCH_THRESHOLD);
        let of_entry = entry.and_then(|(place, _)| topic_of(place));
        let topic = message.topic.clone().or(of_entry).or_else(|| {
            let named: Vec<String> = near.iter().filter_map(|(place, _)| topic_of(*place)).collect();
            let agreeing = |topic: &&String| named.iter().filter(|other| other == topic).count() >= AGREEING;
            named.iter().find(agreeing).cloned()
        });
        Matched { entry, topic }
    });
    told.collect()
}
