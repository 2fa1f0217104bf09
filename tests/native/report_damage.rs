//! Texts that lost characters: what is restored, and that nothing wrong is called the only reading.

use jianyi::report::ReportAudit;
use jianyi::text::span::Span;

use crate::report_audit::audited;

/// A passage in the form of the CPPCC proposals of 2024, with the one slip that was printed (2 of 19 as 10.52).
const CPPCC: &str = "2024年，共承办政协提案19件，其中主办10件、会办6件、参阅3件。按提案内容分类，交通运输类5件，占26.32%；\
                     农业农村类4件，占21.05%；城乡建设类3件，占15.79%；社会保障类2件，占10.52%；教育类、卫生类、文化类、民政类、科技类各1件，各占5.26%。\
                     按办理结果分类，A类10件，占62.5%，B类5件，占31.25%，C类1件，占6.25%。";

/// A passage of suggestions without a slip.
const SUGGESTIONS: &str =
    "2023年，共承办代表建议86件，均已办结。按办理结果分类，A类58件，占67.44%，B类21件，占24.42%，C类7件，占8.14%。";

/// The text with every restoration of the only reading put in.
fn restored(text: &str, audit: &ReportAudit) -> String {
    let mut pieces: Vec<(Span, &str)> = audit
        .readings
        .iter()
        .filter(|reading| reading.unique)
        .flat_map(|reading| reading.restored.iter().map(|piece| (piece.damaged, piece.words.as_str())))
        .collect();
    pieces.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut text = text.to_owned();
    for (span, words) in pieces {
        text.replace_range(span.start..span.end, words);
    }
    text
}

#[test]
fn the_damaged_cppcc_passage_is_restored_to_its_only_reading() {
    let damaged = CPPCC.replace("件，占", "").replace("各1件，各占", "各1");
    assert!(damaged.contains("类526.32%") && damaged.contains("A类1062.5%"));
    let audit = audited(&damaged);
    assert!(audit.readings.iter().all(|reading| reading.unique), "{:?}", audit.readings);
    assert_eq!(restored(&damaged, &audit), CPPCC.replace("各1件，各占", "各1件，占"));
}

/// A kind of damage: its name, and what it does to a passage.
type Damage = (&'static str, fn(&str) -> String);

/// Ways in which a copy loses characters, with their names.
fn damages() -> Vec<Damage> {
    vec![
        ("件，占 lost", |text| text.replace("件，占", "")),
        ("件，占 lost in the first class alone", |text| first_only(text, "A类")),
        ("件，占 lost in the last class alone", |text| first_only(text, "C类")),
        ("类 and 件，占 lost", |text| text.replace("A类", "A").replace("B类", "B").replace("C类", "C").replace("件，占", "")),
        ("unit lost", |text| text.replace("件，占", "，占")),
        ("unit and comma lost", |text| text.replace("件，占", "占")),
        ("decimal points lost", |text| text.replace('.', "")),
        ("letters and 件，占 lost", |text| {
            text.replace("A类", "").replace("B类", "").replace("C类", "").replace("件，占", "")
        }),
    ]
}

/// `text` without 件，占 right behind `class` and its count.
fn first_only(text: &str, class: &str) -> String {
    let Some((before, after)) = text.split_once(class) else { return text.to_owned() };
    format!("{before}{class}{}", after.replacen("件，占", "", 1))
}

/// How a damaged text came out.
#[derive(Debug, PartialEq, Eq)]
enum Outcome {
    Restored,
    Several,
    Unread,
    Wrong(String),
}

/// Compares by the counts and shares alone: a restoration may choose its own words between them.
fn outcome(original: &str, damaged: &str) -> Outcome {
    let audit = audited(damaged);
    let wanted: Vec<(u64, u8)> = audited(original).figures.iter().map(|figure| (figure.mantissa, figure.decimals)).collect();
    for piece in audit.readings.iter().filter(|reading| reading.unique).flat_map(|reading| &reading.restored) {
        let count = piece.count.is_none_or(|count| wanted.contains(&(count, 0)));
        let percent = piece.percent.is_none_or(|percent| wanted.contains(&percent));
        if !count || !percent {
            return Outcome::Wrong(format!("{} as {}", piece.damaged.of(damaged), piece.words));
        }
    }
    let whole = restored(damaged, &audit);
    let mut found: Vec<(u64, u8)> = audited(&whole).figures.iter().map(|figure| (figure.mantissa, figure.decimals)).collect();
    let mut expected = wanted;
    found.sort_unstable();
    expected.sort_unstable();
    match (found == expected, audit.readings.iter().any(|reading| !reading.unique)) {
        (true, _) => Outcome::Restored,
        (false, true) => Outcome::Several,
        (false, false) => Outcome::Unread,
    }
}

#[test]
fn nothing_wrong_is_called_the_only_reading() {
    let passages = [CPPCC.to_owned(), CPPCC.replace("10.52", "10.53"), SUGGESTIONS.to_owned()];
    let generated = (1..40u64).map(|seed| {
        let (a, b, c) = (seed * 7 % 61 + 3, seed * 5 % 23 + 2, seed * 3 % 11 + 1);
        let share = |part: u64| format!("{:.2}%", (part as f64 * 10_000.0 / (a + b + c) as f64).round() / 100.0);
        format!(
            "2022年，共承办代表建议{}件。按办理结果分类，A类{a}件，占{}，B类{b}件，占{}，C类{c}件，占{}。",
            a + b + c,
            share(a),
            share(b),
            share(c)
        )
    });
    let passages: Vec<String> = passages.into_iter().chain(generated).collect();
    for (name, damage) in damages() {
        let outcomes: Vec<Outcome> = passages
            .iter()
            .map(|passage| (passage, damage(passage)))
            .filter(|(passage, damaged)| *passage != damaged)
            .map(|(passage, damaged)| outcome(passage, &damaged))
            .collect();
        let count = |wanted: &Outcome| outcomes.iter().filter(|outcome| *outcome == wanted).count();
        let wrong: Vec<&Outcome> = outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Wrong(_))).collect();
        println!(
            "{name}: {} of {} restored, {} with several readings, {} unread",
            count(&Outcome::Restored),
            outcomes.len(),
            count(&Outcome::Several),
            count(&Outcome::Unread)
        );
        assert!(wrong.is_empty(), "{name}: {wrong:?}");
    }
}
