//! What is wrong with a file is said with its place, and what is readable is read.

use crate::support::{open, try_open};

const HEAD: &str = r#"{"format":"jianyi/ledger/1","entries":["#;

fn codes(bytes: &[u8]) -> Vec<String> {
    open(bytes).problems().into_iter().map(|problem| problem.code).collect()
}

fn document(entries: &str) -> Vec<u8> {
    format!("{HEAD}{entries}]}}").into_bytes()
}

/// The problems of one record, as `code pointer`.
fn faults(entry: &str) -> Vec<String> {
    let opened = open(&document(entry));
    let place = |problem: &jianyi::wire::Problem| problem.place.pointer.clone().unwrap_or_default();
    opened.problems().iter().map(|problem| format!("{} {}", problem.code, place(problem))).collect()
}

#[test]
fn an_empty_file_and_one_of_spaces_are_told_apart() {
    assert_eq!(try_open(b"").unwrap_err().code.as_str(), "empty-file");
    assert_eq!(try_open(b" \n\t  ").unwrap_err().code.as_str(), "blank-file");
    let spaces = vec![b' '; 3 << 20];
    assert_eq!(try_open(&spaces).unwrap_err().code.as_str(), "blank-file");
}

#[test]
fn text_that_is_not_json_is_refused_at_its_place() {
    let problem = try_open("{编号: 1}".as_bytes()).unwrap_err();
    assert_eq!((problem.code.as_str(), problem.place.line, problem.place.column), ("not-json", Some(1), Some(2)));
    let problem = try_open(b"{\"format\":\"jianyi/ledger/1\",\n \"title\": oops}").unwrap_err();
    assert_eq!((problem.code.as_str(), problem.place.line), ("not-json", Some(2)));
}

#[test]
fn json_of_another_shape_says_what_is_missing() {
    for document in ["[]", "3", "\"text\"", "{}", r#"{"entries":7}"#, r#"{"format":"jianyi/ledger/1"}"#, r#"{"rows":[{}]}"#] {
        let problem = try_open(document.as_bytes()).unwrap_err();
        assert_eq!(problem.code.as_str(), "other-shape", "{document}");
        assert!(!problem.message().is_empty() && !problem.message_en().is_empty());
    }
}

#[test]
fn another_version_of_the_format_is_named() {
    let problem = try_open(br#"{"format":"jianyi/ledger/2","entries":[{"kind":"suggestion"}]}"#).unwrap_err();
    assert_eq!((problem.code.as_str(), problem.value.as_deref()), ("other-version", Some("jianyi/ledger/2")));
}

#[test]
fn a_ledger_without_entries_opens_and_says_so() {
    assert_eq!(codes(&document("")), ["no-entries"]);
    assert_eq!(open(&document("")).len(), 0);
}

#[test]
fn each_faulty_value_is_listed_with_its_pointer_and_the_rest_of_the_entry_counts() {
    assert_eq!(faults(r#"{"kind":"suggestion","titel":"甲"}"#), ["unknown-field /entries/0/titel"]);
    assert_eq!(faults(r#"{"kind":"suggestion","title":12}"#), ["wrong-type /entries/0/title"]);
    assert_eq!(faults(r#"{"kind":"suggestion","submittedOn":"2024-02-30"}"#), ["no-such-day /entries/0/submittedOn"]);
    assert_eq!(faults(r#"{"kind":"suggestion","submittedOn":"明天"}"#), ["not-a-date /entries/0/submittedOn"]);
    assert_eq!(faults(r#"{"kind":"suggestion","submittedOn":"0024-03-20"}"#), ["year-out-of-range /entries/0/submittedOn"]);
    assert_eq!(
        faults(r#"{"kind":"suggestion","session":{"congress":300,"number":2}}"#),
        ["out-of-range /entries/0/session/congress", "missing-field /entries/0/session"]
    );
    assert_eq!(
        faults(r#"{"kind":"suggestion","rounds":[{"assignments":[{"role":"承办","body":"甲局"}]}]}"#),
        ["unknown-word /entries/0/rounds/0/assignments/0/role"]
    );
    assert_eq!(faults(r#"{"kind":"suggestion","title":"甲","title":"乙"}"#), ["duplicate-field /entries/0/title"]);
    assert_eq!(
        faults(r#"{"kind":"suggestion","commitments":[{"dueOn":"2024-01-01"},{"what":"修路"}]}"#),
        ["missing-field /entries/0/commitments/0"]
    );
}

#[test]
fn after_a_repair_the_good_values_are_still_there() {
    let opened =
        open(&document(r#"{"kind":"suggestion","number":"7","titel":"x","title":"关于修路的建议","submittedOn":"2024-02-30"}"#));
    let entry = opened.ledger().entry(0).unwrap();
    assert_eq!((entry.title.as_deref(), entry.number.as_deref(), entry.submitted_on), (Some("关于修路的建议"), Some("7"), None));
    assert_eq!(opened.problems().iter().map(|problem| problem.place.entry).collect::<Vec<_>>(), [Some(0), Some(0)]);
}

#[test]
fn a_record_that_cannot_be_an_entry_is_kept_aside_in_its_bytes_and_the_next_one_is_read() {
    let opened = open(&document(
        "{\"kind\":\"suggestion\"},\n\"一段文字\",\nnull,\n{\"title\":\"没有类型\"},\n{\"kind\":\"x\"},\n{\"kind\":\"proposal\"}",
    ));
    assert_eq!(opened.len(), 2);
    let aside = opened.aside();
    let told: Vec<(String, u32)> = aside.iter().map(|aside| (aside.code.clone(), aside.place.line.unwrap())).collect();
    let expected = [("not-an-object", 2), ("not-an-object", 3), ("missing-field", 4), ("missing-field", 5)];
    assert_eq!(told, expected.map(|(code, line)| (code.to_owned(), line)));
    assert_eq!(
        String::from_utf8(opened.aside_bytes()).unwrap(),
        "\"一段文字\"\nnull\n{\"title\":\"没有类型\"}\n{\"kind\":\"x\"}\n"
    );
}

#[test]
fn a_record_of_broken_json_does_not_take_its_neighbours_with_it() {
    for broken in [
        r#"{"kind":"suggestion","title":"关于"修路"的建议"}"#,
        r#"{"kind":"suggestion",,"title":"甲"}"#,
        r#"{'kind':'suggestion'}"#,
        r#"{"kind":"suggestion","title":undefined}"#,
        r#"{"kind":"suggestion","title":"甲}"#,
        "{\"kind\":\"suggestion\",\"title\":\"甲\u{0}乙\"}",
    ] {
        let entries = format!("{{\"kind\":\"motion\",\"number\":\"1\"}},\n{broken},\n{{\"kind\":\"proposal\",\"number\":\"3\"}}");
        let opened = open(&document(&entries));
        assert_eq!((opened.len(), opened.aside().len()), (2, 1), "{broken}: {:?}", opened.problems());
        assert_eq!(opened.aside()[0].place.line, Some(2), "{broken}");
    }
}

#[test]
fn bytes_that_are_not_utf8_set_only_their_record_aside() {
    let mut bytes = document("{\"kind\":\"motion\"},\n{\"kind\":\"suggestion\",\"title\":\"@@\"},\n{\"kind\":\"proposal\"}");
    let at = bytes.windows(2).position(|pair| pair == b"@@").unwrap();
    bytes[at] = 0xB9;
    bytes[at + 1] = 0xD8;
    let opened = open(&bytes);
    assert_eq!((opened.len(), opened.aside().len()), (2, 1));
    assert_eq!(opened.aside()[0].code, "not-utf8");
}

#[test]
fn a_file_cut_in_half_keeps_what_stands_before_the_cut() {
    let whole = document(&vec![r#"{"kind":"suggestion","title":"关于修路的建议"}"#; 50].join(",\n"));
    let opened = open(&whole[..whole.len() / 2]);
    assert!((20..=25).contains(&opened.len()), "{}", opened.len());
    assert!(opened.problems().iter().any(|problem| problem.code == "cut-off"));
    assert_eq!(opened.aside().len(), 1);
}

#[test]
fn nesting_without_end_is_kept_aside() {
    let deep = format!("{{\"kind\":\"suggestion\",\"rounds\":{}{}}}", "[".repeat(5000), "]".repeat(5000));
    let opened = open(&document(&format!("{deep},{{\"kind\":\"motion\"}}")));
    assert_eq!((opened.len(), opened.aside().len()), (1, 1));
    assert_eq!(opened.aside()[0].code, "too-deep");
}

#[test]
fn the_same_number_twice_in_a_session_is_pointed_out_and_both_stay() {
    let entry = r#"{"kind":"suggestion","number":"NN","session":{"congress":14,"number":2}}"#;
    let opened = open(&document(&[entry.replace("NN", "7"), entry.replace("NN", "007"), entry.replace("NN", "8")].join(",")));
    assert_eq!(opened.len(), 3);
    let problems = opened.problems();
    assert_eq!(problems.len(), 1);
    assert_eq!(
        (problems[0].code.as_str(), problems[0].place.pointer.as_deref()),
        ("duplicate-number", Some("/entries/1/number"))
    );
}

#[test]
fn entries_with_one_id_are_both_reachable() {
    let opened = open(&document(r#"{"id":"a","kind":"suggestion","title":"甲"},{"id":"a","kind":"suggestion","title":"乙"}"#));
    assert_eq!(opened.entry("a").unwrap().row.title.as_deref(), Some("甲"));
    assert_eq!(opened.entry("#2").unwrap().row.title.as_deref(), Some("乙"));
    assert_eq!(codes(&document(r#"{"id":"a","kind":"suggestion"},{"id":"a","kind":"suggestion"}"#)), ["duplicate-id"]);
}

#[test]
fn text_after_the_document_is_said_and_not_read() {
    let mut bytes = document(r#"{"kind":"suggestion"}"#);
    bytes.extend_from_slice(b"\n{\"format\":\"jianyi/ledger/1\"}");
    assert_eq!(codes(&bytes), ["trailing-text"]);
}

#[test]
fn a_byte_order_mark_is_no_content() {
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(document(r#"{"kind":"suggestion"}"#));
    assert_eq!(codes(&bytes), Vec::<String>::new());
}

#[test]
fn an_unknown_profile_is_said_and_replaced() {
    let opened = open(br#"{"format":"jianyi/ledger/1","profile":"atlantis","entries":[{"kind":"suggestion"}]}"#);
    assert_eq!(opened.problems()[0].code, "unknown-profile");
}

#[test]
fn what_should_have_stood_there_is_said_in_the_language_of_the_message() {
    let opened = open(&document(r#"{"kind":"suggestion","title":12,"coSubmitterCount":"x","form":"alone","rounds":{}}"#));
    for problem in opened.problems() {
        let is_ascii_list = problem.message_en.split('“').next().is_some_and(|words| words.is_ascii());
        assert!(is_ascii_list && !problem.message_en.contains('、'), "{}", problem.message_en);
        for foreign in ["a text", "a sequence", "a map", "struct", "u32", "a date", "a boolean"] {
            assert!(!problem.message.contains(foreign), "{}", problem.message);
        }
    }
}
