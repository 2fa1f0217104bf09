//! Atom feeds (RFC 4287): everything, and one for each of the thirty bodies and topics with most entries.

use super::bundle::{File, Head, counts, short};
use super::markup::escaped;
use super::pages::page_of;
use super::record::PublicEntry;

/// How many bodies and topics have a feed of their own.
pub(super) const FEEDS: usize = 30;

/// The newest entries of a feed.
const ITEMS: usize = 50;

pub(super) fn feeds(head: &Head, entries: &[PublicEntry]) -> Vec<File> {
    let mut files = vec![feed(head, "all", &head.title, entries.iter().rev())];
    for (number, (body, _)) in counts(entries.iter().map(|entry| entry.body.as_str()), FEEDS).iter().enumerate() {
        let of_body = entries.iter().rev().filter(|entry| short(&entry.body, 40) == *body);
        files.push(feed(head, &format!("body-{:02}", number + 1), body, of_body));
    }
    for (number, (topic, _)) in counts(entries.iter().map(|entry| entry.topic.as_str()), FEEDS).iter().enumerate() {
        let of_topic = entries.iter().rev().filter(|entry| short(&entry.topic, 40) == *topic);
        files.push(feed(head, &format!("topic-{:02}", number + 1), topic, of_topic));
    }
    files
}

fn feed<'e>(head: &Head, name: &str, title: &str, entries: impl Iterator<Item = &'e PublicEntry>) -> File {
    let items: String = entries.take(ITEMS).map(|entry| item(head, entry)).collect();
    let text = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>urn:jianyi:{name}</id>\n<title>{}</title>\n<updated>{}T00:00:00Z</updated>\n<author><name>{}</name></author>\n{items}</feed>\n",
        escaped(if title.is_empty() { "未公布" } else { title }),
        head.as_of,
        escaped(&head.office)
    );
    File { name: format!("feeds/{name}.xml"), bytes: text.into_bytes() }
}

fn item(head: &Head, entry: &PublicEntry) -> String {
    let date = entry.replies.last().map(|reply| reply.date.as_str()).filter(|date| !date.is_empty()).unwrap_or(&head.as_of);
    format!(
        "<entry><id>urn:jianyi:entry:{}</id><title>{}</title><updated>{date}T00:00:00Z</updated><link href=\"../{}\"/><summary>{}</summary></entry>\n",
        escaped(&entry.id),
        escaped(&entry.title),
        page_of(entry),
        escaped(&entry.body)
    )
}
