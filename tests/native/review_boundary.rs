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

#[test]
fn a_law_and_a_phrase_of_the_users_own_are_heeded() {
    use jianyi::wire::{LawQuery, ReplyQuery};
    let text = "何文澜代表：\n您提出的建议收悉，现答复如下：\n依据《澜河市城市绿化条例》第三条，请您自行联系施工单位。";
    let law = |in_force: &str| LawQuery {
        name: "澜河市城市绿化条例".into(),
        in_force: Some(in_force.into()),
        repealed_on: Some("2024-05-01".into()),
        replaced_by: Some("澜河市园林绿化条例".into()),
        ..Default::default()
    };
    let check = |laws: Option<Vec<LawQuery>>, phrases: &[&str]| {
        let against_policy = Some(phrases.iter().map(|phrase| (*phrase).to_string()).collect());
        let today = Some("2025-06-30".into());
        jianyi::review::check_reply(ReplyQuery { text: text.into(), laws, against_policy, today, ..Default::default() })
    };
    let told = |check: &jianyi::wire::ReplyCheck, rule: &str| check.findings.iter().any(|finding| finding.rule == rule);
    let plain = check(None, &[]);
    assert!(!told(&plain, "repealed-law-cited") && !told(&plain, "against-policy"));
    let own = check(Some(vec![law("2010-01-01")]), &["自行联系施工单位", " "]);
    assert!(told(&own, "repealed-law-cited") && told(&own, "against-policy"), "{:?}", own.findings);
    let undated = check(Some(vec![law("去年")]), &[]);
    assert!(!told(&undated, "repealed-law-cited"));
    let places: Vec<_> = undated.problems.iter().filter_map(|problem| problem.place.pointer.clone()).collect();
    assert_eq!(places, ["/laws/0/inForce"]);
}
