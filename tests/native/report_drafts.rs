//! Reports drafted from random ledgers agree with themselves; with one figure altered they do not.

use crate::report_audit::{audited, is_inconsistent, told};
use proptest::prelude::*;

/// The counts of an invented year.
#[derive(Debug, Clone)]
struct Year {
    classes: [u64; 3],
    topics: Vec<u64>,
    lead: u64,
    reference: u64,
    growth: u64,
    dissatisfied: u64,
    decimals: usize,
}

fn year() -> impl Strategy<Value = Year> {
    (prop::array::uniform3(3u64..200), prop::collection::vec(1u64..6, 3..6), 1u64..9, 0u64..6, 1u64..30, 0u64..3, 1usize..3)
        .prop_map(|(classes, topics, lead, reference, growth, dissatisfied, decimals)| Year {
            classes,
            topics,
            lead,
            reference,
            growth,
            dissatisfied,
            decimals,
        })
}

fn share(part: u64, whole: u64, decimals: usize) -> String {
    let scale = 10u64.pow(decimals as u32);
    let rounded = (2 * part * 100 * scale + whole) / (2 * whole);
    format!("{}.{:0decimals$}%", rounded / scale, rounded % scale)
}

/// The passage, in which every figure that an equation binds stands between `⟦` and `⟧`.
fn draft(year: &Year) -> String {
    let owed: u64 = year.classes.iter().sum();
    let total = owed + year.reference;
    let lead = (owed * year.lead / 10).max(1);
    let names = ["城乡建设", "农业农村", "教科文卫", "财政经济", "生态环境"];
    let weights: u64 = year.topics.iter().sum::<u64>() + 1;
    let mut topics: Vec<u64> = year.topics.iter().map(|weight| total * weight / weights).collect();
    topics.push(total - topics.iter().sum::<u64>());
    let percent = |part, whole| share(part, whole, year.decimals);
    let listed: Vec<String> = topics
        .iter()
        .enumerate()
        .map(|(place, count)| {
            let name = if place + 1 == topics.len() { "其他" } else { names[place] };
            format!("{name}类⟦{count}⟧件，占⟦{}⟧", percent(*count, total))
        })
        .collect();
    let reference = if year.reference > 0 { format!("、参阅⟦{}⟧件", year.reference) } else { String::new() };
    let roles = if lead < owed {
        format!("，其中主办⟦{lead}⟧件、协办⟦{}⟧件{reference}", owed - lead)
    } else {
        String::new()
    };
    let previous = total + year.growth;
    let [a, b, c] = year.classes;
    let satisfied = owed.saturating_sub(year.dissatisfied);
    format!(
        "一、总体情况\n2024年，县人民政府共承办县人大代表建议⟦{total}⟧件{roles}，比上年的⟦{previous}⟧件减少⟦{}⟧件，下降⟦{}⟧。\n\
         按内容划分，{}。\n二、办理结果\n从办理结果看，A类（已经解决或基本解决）⟦{a}⟧件，占⟦{}⟧；B类（正在解决或列入计划）⟦{b}⟧件，占⟦{}⟧；\
         C类（暂时不能解决）⟦{c}⟧件，占⟦{}⟧。\n三、代表评价\n共收回征询意见表⟦{owed}⟧份，其中满意⟦{}⟧份、基本满意⟦{}⟧份、不满意⟦{}⟧份。",
        year.growth,
        percent(year.growth, previous),
        listed.join("；"),
        percent(a, owed),
        percent(b, owed),
        percent(c, owed),
        satisfied - satisfied / 10,
        satisfied / 10,
        owed - satisfied,
    )
}

fn plain(marked: &str) -> String {
    marked.replace(['⟦', '⟧'], "")
}

/// The passage with the figure number `place` altered by `step`.
fn altered(marked: &str, place: usize, step: u64, up: bool) -> Option<String> {
    let (start, _) = marked.match_indices('⟦').nth(place)?;
    let end = start + marked[start..].find('⟧')?;
    let figure = &marked[start + '⟦'.len_utf8()..end];
    let number = figure.trim_end_matches('%');
    let decimals = number.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let mantissa: u64 = number.replace('.', "").parse().ok()?;
    let step = if decimals > 0 { step + 1 } else { step };
    let value = if up { mantissa + step } else { mantissa.checked_sub(step)? };
    let scale = 10u64.pow(decimals as u32);
    let words = if decimals > 0 { format!("{}.{:0decimals$}%", value / scale, value % scale) } else { value.to_string() };
    Some(plain(&format!("{}{words}{}", &marked[..start], &marked[end..])))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_drafted_report_agrees_with_itself(year in year()) {
        let text = plain(&draft(&year));
        let report = audited(&text);
        prop_assert!(!is_inconsistent(&report), "{text}\n{:?}", told(&text, &report));
        prop_assert_eq!(report.coverage.in_equations, report.coverage.figures, "{}", text);
    }
}

#[test]
fn an_altered_draft_is_found_out() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let (mut tried, mut found) = (0u32, 0u32);
    let mut missed = Vec::new();
    for _ in 0..40 {
        let marked = draft(&year().new_tree(&mut runner).unwrap().current());
        for place in 0..marked.matches('⟦').count() {
            let (step, up) = (1u64..30, any::<bool>()).new_tree(&mut runner).unwrap().current();
            let Some(text) = altered(&marked, place, step, up) else { continue };
            tried += 1;
            if is_inconsistent(&audited(&text)) {
                found += 1;
            } else {
                missed.push(format!("figure {place} {step} {up}: {text}"));
            }
        }
    }
    println!("{found} of {tried} altered drafts found ({:.2} %)", f64::from(found) * 100.0 / f64::from(tried));
    for one in missed.iter().take(6) {
        println!("{one}\n");
    }
    assert!(found * 100 >= tried * 99, "{found} of {tried}\n{}", missed.iter().take(8).cloned().collect::<Vec<_>>().join("\n\n"));
}
