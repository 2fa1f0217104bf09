use jianyi::reply_check::read;

use crate::reply_cases::{cases, fields};

/// How many fields of `folder` are read as annotated, and the list of those that are not.
fn compare(folder: &str) -> (usize, usize, Vec<String>) {
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for case in cases(folder) {
        let letter = read(case.text());
        for (name, field) in fields(&letter) {
            let Some(expected) = case.json["fields"].get(name) else { continue };
            let value = field.map(|field| field.value.as_str());
            all += 1;
            if value == expected.as_str() {
                right += 1;
            } else {
                wrong.push(format!("{} {name}: read {value:?}, annotated {expected}", case.name));
            }
        }
    }
    (right, all, wrong)
}

#[test]
fn the_fields_of_the_forty_letters_are_read_as_annotated() {
    let (right, all, wrong) = compare("replies");
    println!("fields of replies: {right}/{all}\n{}", wrong.join("\n"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn at_least_98_of_100_fields_of_the_varied_layouts_are_read_as_annotated() {
    let (right, all, wrong) = compare("replies-more");
    println!("fields of replies-more: {right}/{all}\n{}", wrong.join("\n"));
    assert!(right * 100 >= all * 98, "{right}/{all}\n{}", wrong.join("\n"));
}

#[test]
fn every_printed_field_lies_where_its_span_says() {
    for folder in ["replies", "replies-more"] {
        for case in cases(folder) {
            let text = case.text();
            let letter = read(text);
            for (name, field) in fields(&letter) {
                let Some(field) = field else { continue };
                let words: String = field.span.of(text).chars().filter(|c| !c.is_whitespace()).collect();
                assert!(!words.is_empty(), "{} {name}: {field:?}", case.name);
                if matches!(name, "title" | "documentNumber" | "copiedTo") {
                    assert_eq!(words, field.value, "{} {name}", case.name);
                }
            }
        }
    }
}
