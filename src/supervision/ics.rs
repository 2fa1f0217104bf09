//! Due dates as an iCalendar file (RFC 5545).

use super::watch::Pending;
use crate::calendar::Date;

/// The longest line in octets, without its line break (RFC 5545 section 3.1).
const LINE_OCTETS: usize = 75;

/// One all-day event for each of `pending` that has a due date; `summary` words it. Lines end with CRLF.
///
/// An event keeps its UID from one file to the next, so that a calendar program updates it.
pub fn calendar_file(pending: &[Pending], today: Date, summary: impl Fn(&Pending) -> String) -> String {
    let mut file = String::new();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//jianyi//supervision//ZH", "CALSCALE:GREGORIAN"] {
        fold(&mut file, line);
    }
    for item in pending {
        let Some(due) = item.step.due_on else { continue };
        fold(&mut file, "BEGIN:VEVENT");
        let body = item.step.body.as_deref().unwrap_or_default();
        let identity = (item.number.as_deref().unwrap_or_default(), item.title.as_deref().unwrap_or_default(), item.entry);
        let of_what = format!("{identity:?}{body}{:?}", item.step.what);
        let uid = format!("UID:{}-{}-{:016x}@jianyi.invalid", item.step.step.as_str(), item.step.round, hash(&of_what));
        fold(&mut file, &uid);
        fold(&mut file, &format!("DTSTAMP:{}T000000Z", basic(today)));
        fold(&mut file, &format!("DTSTART;VALUE=DATE:{}", basic(due)));
        fold(&mut file, &format!("DTEND;VALUE=DATE:{}", basic(Date::from_days(due.days() + 1))));
        fold(&mut file, &format!("SUMMARY:{}", escaped(&summary(item))));
        fold(&mut file, "TRANSP:TRANSPARENT");
        fold(&mut file, "END:VEVENT");
    }
    fold(&mut file, "END:VCALENDAR");
    file
}

/// Text with backslash, semicolon, comma and line breaks escaped (RFC 5545 section 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' | '\r' => escaped.push_str("\\n"),
            control if control.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// Adds `line` in pieces of at most 75 octets, cut between characters; a piece after the first begins with a space.
fn fold(file: &mut String, line: &str) {
    let mut octets = 0;
    for letter in line.chars() {
        if octets + letter.len_utf8() > LINE_OCTETS {
            file.push_str("\r\n ");
            octets = 1;
        }
        file.push(letter);
        octets += letter.len_utf8();
    }
    file.push_str("\r\n");
}

fn basic(date: Date) -> String {
    let (year, month, day) = date.year_month_day();
    format!("{year:04}{month:02}{day:02}")
}

/// FNV-1a, 64 bits: stable across versions and machines.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
