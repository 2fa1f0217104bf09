//! Letters and reports through the boundary's shapes.

use jianyi::opened::OpenedLedger;
use jianyi::statistics::Filter;

use crate::support::{open, sample};

fn letters(opened: &OpenedLedger) -> Vec<(String, jianyi::wire::ReplyCheck)> {
    let rows = opened.rows(&Filter::default(), None, 0, usize::MAX).unwrap();
    rows.into_iter().filter_map(|row| opened.check_reply(&row.id).map(|check| (row.id, check))).collect()
}

#[test]
fn every_letter_of_the_fictional_city_is_checked_beside_its_own_suggestion() {
    let opened = open(&sample("fictional-city-2024.json"));
    let checked = letters(&opened);
    assert!(checked.len() > 100, "{} letters", checked.len());
    let with_asks = checked.iter().filter(|(_, check)| !check.asks.is_empty()).count();
    assert!(with_asks > checked.len() / 2, "{with_asks} of {}", checked.len());
}

#[test]
fn a_profile_that_is_not_there_and_a_date_that_is_none_are_said() {
    let query = jianyi::wire::ReplyQuery {
        text: "何文澜代表：\n您提出的建议收悉。".into(),
        profile: Some("atlantis".into()),
        today: Some("2024-02-30".into()),
        ..Default::default()
    };
    let codes: Vec<String> = jianyi::review::check_reply(query).problems.into_iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["unknown-profile", "no-such-day"]);
}

#[test]
fn places_are_counted_in_utf16() {
    use jianyi::text::span::Span;
    use jianyi::wire::Utf16;
    let text = "签𠮷：".repeat(200) + "主办";
    let places = Utf16::new(&text);
    let at = text.find("主办").unwrap();
    let (start, end) = places.span(Span::new(at, at + "主办".len()));
    let units: Vec<u16> = text.encode_utf16().collect();
    assert_eq!(String::from_utf16(&units[start as usize..end as usize]).unwrap(), "主办");
    assert_eq!(places.span(Span::new(0, text.len())), (0, units.len() as u32));
}
