//! Same matter in other words, told from the same place with another matter and the same topic with another ask.

use jianyi::similarity::{Described, Features, THRESHOLD, alike, shared_phrases};
use proptest::prelude::*;
use serde::Deserialize;

const FAMILIES: &str = include_str!("../fixtures/similarity/families.json");

/// A matter; the same in other words; another at the same place or of the same people; another ask on the same topic.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Family {
    base: (String, String),
    same: (String, String),
    other_matter: (String, String),
    other_ask: (String, String),
}

fn families() -> Vec<Family> {
    serde_json::from_str(FAMILIES).unwrap()
}

fn all(families: &[Family]) -> Vec<Described<'_>> {
    families
        .iter()
        .flat_map(|family| [&family.base, &family.same, &family.other_matter, &family.other_ask])
        .map(|(title, text)| Described { title, text })
        .collect()
}

/// The scores of pairs that are the same matter, and of those that are not, of every second family from `first`.
fn scores(features: &Features, families: usize, first: usize) -> (Vec<f32>, Vec<f32>) {
    let of = |one: usize, other: usize| move |family: usize| (family * 4 + one, family * 4 + other);
    let chosen: Vec<usize> = (first..families).step_by(2).collect();
    let score = |pair: (usize, usize)| features.score(pair.0, pair.1);
    let same = chosen.iter().map(|family| score(of(0, 1)(*family))).collect();
    let different = chosen.iter().flat_map(|family| [of(0, 2), of(0, 3), of(1, 2), of(1, 3)].map(|pair| score(pair(*family))));
    let different: Vec<f32> = different.collect();
    (same, different)
}

/// The share of couples, one of each, in which the same matter scores higher; a tie is half.
fn area_under_curve(same: &[f32], different: &[f32]) -> f64 {
    let won: f64 = same
        .iter()
        .flat_map(|high| {
            different.iter().map(move |low| {
                if high > low {
                    1.0
                } else if high == low {
                    0.5
                } else {
                    0.0
                }
            })
        })
        .sum();
    won / (same.len() * different.len()) as f64
}

#[test]
fn the_same_matter_in_other_words_scores_above_other_matters_and_asks() {
    let families = families();
    let features = Features::of(&all(&families));
    let (mut same, mut different) = (Vec::new(), Vec::new());
    for (name, first) in [("even", 0), ("odd", 1)] {
        let (own_same, own_different) = scores(&features, families.len(), first);
        let found = own_same.iter().filter(|score| **score > THRESHOLD).count();
        let wrong = own_different.iter().filter(|score| **score > THRESHOLD).count();
        println!(
            "{name} half: {} pairs, area under the curve {:.4}; above the threshold {found}/{} same, {wrong}/{} different",
            own_same.len() + own_different.len(),
            area_under_curve(&own_same, &own_different),
            own_same.len(),
            own_different.len()
        );
        same.extend(own_same);
        different.extend(own_different);
    }
    let area = area_under_curve(&same, &different);
    println!("all {} pairs: area under the curve {area:.4}", same.len() + different.len());
    assert!(same.len() + different.len() >= 200);
    assert!(area >= 0.95, "{area:.4}");
}

#[test]
fn groups_hold_what_is_the_same_and_name_the_shared_words() {
    let families = families();
    let groups = alike(&all(&families), THRESHOLD);
    let together =
        |one: usize, other: usize| groups.iter().any(|group| group.members.contains(&one) && group.members.contains(&other));
    let right = (0..families.len()).filter(|family| together(family * 4, family * 4 + 1)).count();
    let wrong =
        (0..families.len()).filter(|family| together(family * 4, family * 4 + 3) || together(family * 4, family * 4 + 2)).count();
    println!("grouped: {right} of {} same matters, {wrong} families with a stranger", families.len());
    assert!(right * 10 >= families.len() * 8 && wrong * 10 <= families.len() * 2, "{right} {wrong}");
    assert!(groups.iter().all(|group| group.members.len() > 1 && group.phrases.iter().all(|phrase| phrase.chars().count() > 1)));
    let one = Described { title: "关于推进老旧小区加装电梯的建议", text: "" };
    let other = Described { title: "关于老旧小区加装电梯补贴的提案", text: "" };
    assert_eq!(shared_phrases(&one, &other), ["老旧小区加装电梯"]);
}

#[test]
fn the_order_of_the_ledger_does_not_matter() {
    let families = families();
    let texts = all(&families);
    let titles = |texts: &[Described<'_>]| {
        let groups = alike(texts, THRESHOLD).into_iter().map(|group| {
            let mut titles: Vec<String> = group.members.iter().map(|member| texts[*member].title.to_owned()).collect();
            titles.sort();
            titles
        });
        let mut groups: Vec<Vec<String>> = groups.collect();
        groups.sort();
        groups
    };
    let reversed: Vec<Described<'_>> = texts.iter().rev().copied().collect();
    assert_eq!(titles(&texts), titles(&reversed));
}

#[test]
fn thousands_of_the_same_are_one_group_and_empty_ones_are_none() {
    let texts = vec![Described { title: "关于修路的建议", text: "村道坑洼。" }; 5000];
    let groups = alike(&texts, THRESHOLD);
    assert_eq!((groups.len(), groups[0].members.len()), (1, 5000));
    assert!(alike(&vec![Described::default(); 100], THRESHOLD).is_empty());
    assert!(alike(&[], THRESHOLD).is_empty());
}

#[test]
fn two_thousand_varied_suggestions_are_grouped() {
    let families = families();
    let base = all(&families);
    let made: Vec<(String, String)> = (0..2_000)
        .map(|at| {
            let (one, other) = (base[at % base.len()], base[(at * 7 + at / base.len()) % base.len()]);
            (one.title.replace("的建议", &format!("（{at}）的建议")), format!("{}{}", one.text, other.text))
        })
        .collect();
    let texts: Vec<Described<'_>> = made.iter().map(|(title, text)| Described { title, text }).collect();
    let groups = alike(&texts, THRESHOLD);
    let grouped: usize = groups.iter().map(|group| group.members.len()).sum();
    assert!(grouped > 1_000 && groups.len() > 50, "{grouped} in {}", groups.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_texts_are_grouped_once_at_most(texts in prop::collection::vec(("\\PC{0,20}", "\\PC{0,40}"), 0..30)) {
        let described: Vec<Described<'_>> = texts.iter().map(|(title, text)| Described { title, text }).collect();
        let groups = alike(&described, THRESHOLD);
        let mut members: Vec<usize> = groups.iter().flat_map(|group| group.members.clone()).collect();
        let all = members.len();
        members.sort_unstable();
        members.dedup();
        prop_assert_eq!(members.len(), all);
        prop_assert!(groups.iter().all(|group| group.score.is_finite() && group.score <= 1.0));
    }
}
