//! The words that the ledgers are made of, read once from two plain text files.

use std::sync::OnceLock;

use crate::city::body_with_sign;

/// What items are about and how such matters are answered.
pub(crate) struct Library {
    /// The matters, in file order.
    pub(crate) matters: Vec<Matter>,
    /// The kinds of measures, in file order.
    pub(crate) families: Vec<Family>,
    /// For each body, the indices of the matters that it leads.
    pub(crate) led_by: Vec<Vec<usize>>,
}

/// Something that deputies ask about again and again.
#[derive(Default)]
pub(crate) struct Matter {
    /// The topic.
    pub(crate) topic: &'static str,
    /// Titles, without 关于 and 的建议.
    pub(crate) titles: Vec<&'static str>,
    /// The lead body and those that may assist, as indices of bodies.
    pub(crate) bodies: Vec<usize>,
    /// Where it may be.
    pub(crate) scale: Scale,
    /// Whether it may be a livelihood item.
    pub(crate) livelihood: bool,
    /// What is wrong.
    pub(crate) problems: Vec<&'static str>,
    /// What follows from that.
    pub(crate) effects: Vec<&'static str>,
    /// What is asked for: the index of the family and the object.
    pub(crate) asks: Vec<(usize, &'static str)>,
}

/// Where a matter may be.
#[derive(Clone, Copy, Default, PartialEq)]
pub(crate) enum Scale {
    /// A township and one of its villages.
    #[default]
    Rural,
    /// A street and one of its residential areas.
    Residential,
    /// A street and one of its roads or markets.
    Road,
    /// A whole district.
    District,
    /// The whole city.
    City,
}

/// A kind of measure: how it is asked for and answered.
#[derive(Default)]
pub(crate) struct Family {
    name: &'static str,
    /// In the suggestion.
    pub(crate) wishes: Vec<&'static str>,
    /// The heading in the reply.
    pub(crate) headings: Vec<&'static str>,
    /// Done.
    pub(crate) done: Vec<&'static str>,
    /// Planned, with a deadline.
    pub(crate) planned: Vec<&'static str>,
    /// Not possible now, with a reason.
    pub(crate) not_now: Vec<&'static str>,
    /// In the register of commitments.
    pub(crate) promises: Vec<&'static str>,
}

/// The library; read at the first call.
pub(crate) fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let families = read_families(include_str!("words/answers.txt"));
        let matters = read_matters(include_str!("words/matters.txt"), &families);
        let mut led_by = vec![Vec::new(); crate::city::BODIES.len()];
        for (index, matter) in matters.iter().enumerate() {
            if let Some(led) = matter.bodies.first().and_then(|&lead| led_by.get_mut(lead)) {
                led.push(index);
            }
        }
        Library { matters, families, led_by }
    })
}

fn read_families(text: &'static str) -> Vec<Family> {
    let mut families: Vec<Family> = Vec::new();
    for (key, words) in keyed_lines(text) {
        if key == "族" {
            families.push(Family { name: words, ..Family::default() });
            continue;
        }
        let Some(family) = families.last_mut() else { continue };
        match key {
            "求" => family.wishes = variants(words),
            "题" => family.headings = variants(words),
            "甲" => family.done = variants(words),
            "乙" => family.planned = variants(words),
            "丙" => family.not_now = variants(words),
            "诺" => family.promises = variants(words),
            _ => {}
        }
    }
    families
}

fn read_matters(text: &'static str, families: &[Family]) -> Vec<Matter> {
    let mut matters: Vec<Matter> = Vec::new();
    let mut topic = "";
    for (key, words) in keyed_lines(text) {
        match key {
            "类" => topic = words,
            "事" => matters.push(Matter { topic, ..Matter::default() }),
            _ => {}
        }
        let Some(matter) = matters.last_mut() else { continue };
        match key {
            "题" => matter.titles = variants(words),
            "办" => matter.bodies = words.split_whitespace().filter_map(body_with_sign).collect(),
            "地" => (matter.scale, matter.livelihood) = (scale(words), words.contains("民生")),
            "因" => matter.problems = variants(words),
            "害" => matter.effects = variants(words),
            "求" => matter.asks.extend(words.split_once(' ').and_then(|(name, object)| {
                families.iter().position(|family| family.name == name).map(|family| (family, object))
            })),
            _ => {}
        }
    }
    matters
}

fn keyed_lines(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split_once(' ').unwrap_or((line, "")))
}

fn variants(words: &'static str) -> Vec<&'static str> {
    words.split(" | ").map(str::trim).collect()
}

fn scale(words: &str) -> Scale {
    match words.split_whitespace().next() {
        Some("住区") => Scale::Residential,
        Some("街区") => Scale::Road,
        Some("县区") => Scale::District,
        Some("全市") => Scale::City,
        _ => Scale::Rural,
    }
}

/// Appends `template` to `out` with every `{name}` replaced by what `slots` has for it.
pub(crate) fn fill(out: &mut String, template: &str, slots: &[(&str, &str)]) {
    let mut rest = template;
    while let Some((before, tail)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = tail.split_once('}') else { break };
        if let Some((_, value)) = slots.iter().find(|(slot, _)| *slot == name) {
            out.push_str(value);
        }
        rest = tail;
    }
    out.push_str(rest);
}

/// `template` with every `{name}` replaced by what `slots` has for it.
pub(crate) fn filled(template: &str, slots: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    fill(&mut out, template, slots);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_matter_and_every_family_is_complete() {
        let library = library();
        assert!(library.matters.len() >= 70 && library.families.len() == 14);
        for matter in &library.matters {
            let complete = matter.titles.len() >= 2 && matter.bodies.len() >= 2 && matter.asks.len() == 3;
            assert!(complete && matter.problems.len() >= 2 && matter.effects.len() == 2, "{:?}", matter.titles);
        }
        for family in &library.families {
            let varied = family.wishes.len() >= 3 && family.done.len() >= 2 && family.planned.len() >= 2;
            let complete = !family.headings.is_empty() && !family.not_now.is_empty() && !family.promises.is_empty();
            assert!(varied && complete, "{}", family.name);
        }
    }

    #[test]
    fn every_sign_in_the_list_of_matters_names_a_body() {
        for (key, words) in keyed_lines(include_str!("words/matters.txt")) {
            if key == "办" {
                assert!(words.split_whitespace().all(|sign| body_with_sign(sign).is_some()), "{words}");
            }
        }
    }
}
