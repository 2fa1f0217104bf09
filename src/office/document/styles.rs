//! What paragraphs inherit from their styles: the list that they are counted in.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::package::attribute;

/// The longest chain of styles that rest on each other.
const LONGEST_CHAIN: usize = 20;

/// The place of a paragraph in a list: the list's number and the level, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Listed {
    /// The list; the number 0 takes a paragraph out of its style's list.
    pub list: Option<String>,
    /// The level.
    pub level: Option<usize>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, (Option<String>, Listed)>,
}

impl Styles {
    /// Reads `styles.xml`; what can't be read is left out.
    pub fn read(text: &str) -> Self {
        let mut styles = Self::default();
        let mut reader = Reader::from_str(text);
        let (mut id, mut parent, mut listed) = (None, None, Listed::default());
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                    b"style" => (id, parent, listed) = (attribute(&tag, "styleId"), None, Listed::default()),
                    b"basedOn" => parent = attribute(&tag, "val"),
                    b"numId" => listed.list = attribute(&tag, "val"),
                    b"ilvl" => listed.level = attribute(&tag, "val").and_then(|level| level.parse().ok()),
                    _ => {}
                },
                Event::End(tag) if tag.local_name().as_ref() == b"style" => {
                    if let Some(id) = id.take() {
                        styles.styles.insert(id, (parent.take(), std::mem::take(&mut listed)));
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        styles
    }

    /// The list and level of a paragraph with `own` settings and the style `style`.
    pub fn listed(&self, own: &Listed, style: Option<&str>) -> Option<(String, usize)> {
        let mut found = own.clone();
        let mut next = style.map(ToOwned::to_owned);
        for _ in 0..LONGEST_CHAIN {
            let Some((parent, listed)) = next.as_ref().and_then(|id| self.styles.get(id)) else { break };
            found.list = found.list.or_else(|| listed.list.clone());
            found.level = found.level.or(listed.level);
            next = parent.clone();
        }
        let list = found.list.filter(|list| list != "0")?;
        Some((list, found.level.unwrap_or(0)))
    }
}
