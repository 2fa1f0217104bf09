//! Search finds whatever stands in a text.

use jianyi::search::{Collection, Document, Query, excerpt, fold, highlights, shards, terms};
use proptest::prelude::*;

fn collection(texts: &[&str]) -> Collection {
    Collection::new(texts.iter().map(|text| Document { text: (*text).to_owned(), ..Document::default() }))
}

fn found(collection: &Collection, words: &str) -> Vec<u32> {
    let found = collection.search(&Query { words: words.to_owned(), ..Query::default() });
    let mut documents: Vec<u32> = found.hits.iter().map(|hit| hit.document).collect();
    documents.sort_unstable();
    documents
}

#[test]
fn what_stands_mid_word_is_found_and_so_is_one_letter() {
    let texts =
        collection(&["关于完善老旧小区加装电梯政策的建议", "第0123号建议的答复", "鲁建函〔2024〕12号", "关于农村公路的建议"]);
    assert_eq!(found(&texts, "区加装电"), [0]);
    assert_eq!(found(&texts, "梯"), [0]);
    assert_eq!(found(&texts, "第0123号"), [1]);
    assert_eq!(found(&texts, "123"), [1]);
    assert_eq!(found(&texts, "鲁建函[2024]12号"), [2]);
    assert_eq!(found(&texts, "建议 农村"), [3]);
    assert_eq!(found(&texts, "复"), [1]);
    assert_eq!(found(&texts, "没有的字"), [] as [u32; 0]);
    assert_eq!(found(&texts, ""), [0, 1, 2, 3]);
}

#[test]
fn traditional_full_width_and_broken_lines_are_the_same() {
    let texts = collection(&["關於加強養老服務的建議", "ＡＢＣ公司\n与 New York 合作", "养老\n  服务"]);
    assert_eq!(found(&texts, "养老服务"), [0, 2]);
    assert_eq!(found(&texts, "養老服務"), [0, 2]);
    assert_eq!(found(&texts, "abc公司与new"), [1]);
    assert_eq!(found(&texts, "NEW york"), [1]);
    assert_eq!(found(&texts, "newyork"), [] as [u32; 0]);
}

#[test]
fn a_latin_word_spelt_almost_so_is_found_and_said() {
    let texts = collection(&["建设 WebAssembly 平台", "接入 internet"]);
    let answer = texts.search(&Query { words: "webasembly".to_owned(), ..Query::default() });
    assert_eq!(answer.hits.len(), 1);
    assert_eq!(answer.spellings[0].searched, "webassembly");
    assert_eq!(found(&texts, "intrenet"), [1]);
}

#[test]
fn the_number_and_the_title_stand_before_the_text() {
    let of = |number: &str, title: &str, text: &str| Document {
        number: number.to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
        ..Document::default()
    };
    let texts =
        Collection::new([of("7", "公路", "电梯电梯"), of("8", "电梯", "公路"), of("0123", "其他", ""), of("9", "其他", "0123")]);
    let order = |words: &str| -> Vec<u32> {
        texts.search(&Query { words: words.to_owned(), ..Query::default() }).hits.iter().map(|hit| hit.document).collect()
    };
    assert_eq!(order("电梯"), [1, 0]);
    assert_eq!(order("0123"), [2, 3]);
}

#[test]
fn facets_count_what_is_found() {
    let of = |year: &str, body: &str| Document {
        facets: [year.to_owned(), body.to_owned(), String::new(), String::new()],
        text: "养老".to_owned(),
        ..Document::default()
    };
    let texts = Collection::new([of("2024", "民政局"), of("2025", "民政局"), of("2025", "教育局")]);
    let mut query = Query { words: "养老".to_owned(), ..Query::default() };
    assert_eq!(texts.search(&query).facets[1], [("民政局".to_owned(), 2), ("教育局".to_owned(), 1)]);
    query.facets[0] = "2025".to_owned();
    assert_eq!(texts.search(&query).hits.len(), 2);
}

#[test]
fn a_hit_is_marked_where_it_stands() {
    let text = "关于加强養老服務的建议";
    let spans = highlights(text, &terms("养老服务"));
    assert_eq!(spans.iter().map(|span| span.of(text)).collect::<Vec<_>>(), ["養老服務"]);
    let (shown, places) = excerpt(&"路".repeat(200).replace("路路", "路\n"), &terms("路"), 20);
    assert!(shown.chars().count() <= 22 && !places.is_empty());
}

fn letters() -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        4 => prop::sample::select("建议養老服務养服务路梯".chars().collect::<Vec<_>>()),
        2 => prop::sample::select("0１23abＡB".chars().collect::<Vec<_>>()),
        1 => prop::sample::select(" \n　\u{200B}〔[，。".chars().collect::<Vec<_>>()),
        1 => any::<char>(),
    ];
    prop::collection::vec(letter, 0..40).prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_index_finds_what_reading_every_text_finds(texts in prop::collection::vec(letters(), 1..12), of in any::<prop::sample::Index>(), start in 0_usize..40, length in 1_usize..6) {
        let held: Vec<&str> = texts.iter().map(String::as_str).collect();
        let query: String = of.get(&texts).chars().skip(start).take(length).collect();
        let wanted = terms(&query);
        let by_reading: Vec<u32> = (0..texts.len() as u32).filter(|at| {
            let folded = fold(&texts[*at as usize]);
            wanted.iter().all(|term| folded.contains(term.as_str()))
        }).collect();
        prop_assert_eq!(found(&collection(&held), &query), by_reading);
    }

    #[test]
    fn a_part_of_a_text_without_blanks_is_always_found_in_it(text in letters(), start in 0_usize..40, length in 1_usize..8) {
        let part: String = text.chars().skip(start).take(length).take_while(|letter| !letter.is_whitespace()).collect();
        let all = collection(&[&text]);
        prop_assert_eq!(found(&all, &part), [0]);
        prop_assert!(shards(all.index(), 1, 64).iter().all(|shard| !shard.bytes.is_empty()));
    }
}
