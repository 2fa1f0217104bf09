use jianyi::reply_check::{ReplyInput, SuggestionText, check};
use jianyi::text::span::Span;
use proptest::prelude::*;

use crate::reply_cases::{cases, fields};

fn lies_in(span: Span, text: &str) -> bool {
    span.start <= span.end && text.get(span.start..span.end).is_some()
}

/// Checks `text` and looks at every span that comes back.
fn holds(text: &str) -> Result<(), TestCaseError> {
    let suggestion = SuggestionText { title: Some("关于增加公交班次的建议".to_string()), ..SuggestionText::default() };
    let result = check(ReplyInput { text: text.to_string(), suggestion: Some(suggestion), ..ReplyInput::default() });
    for finding in &result.findings {
        for span in finding.spans.iter().chain(finding.fix.as_ref().map(|fix| &fix.span)) {
            prop_assert!(lies_in(*span, text), "{} {span:?}", finding.rule);
        }
    }
    for (name, field) in fields(&result.letter) {
        if let Some(field) = field {
            prop_assert!(lies_in(field.span, text), "{name} {field:?}");
        }
    }
    for answer in &result.asks {
        prop_assert!((0.0..=1.0).contains(&answer.score) && answer.spans.iter().all(|span| lies_in(*span, text)));
    }
    let seen: usize = result.checklist.iter().map(|item| item.findings.len()).sum();
    prop_assert_eq!(seen, result.findings.len());
    Ok(())
}

const FRAGMENTS: &[&str] = &[
    "关于",
    "对",
    "县十七届人大三次会议",
    "第46号",
    "建议",
    "提案",
    "的答复",
    "\n",
    "　　",
    " ",
    "\t",
    "何文澜代表：",
    "您提出的《",
    "》（第",
    "号）收悉",
    "现答复如下：",
    "一、",
    "（二）",
    "1.",
    "已完成",
    "将于6月底前",
    "2024年6月31日",
    "云交函〔2024〕37号",
    "[",
    "]",
    "【",
    "】",
    "签发人：",
    "联系人：",
    "电话：",
    "0840-6623318",
    "13900001234",
    "公开属性：",
    "主动公开",
    "不予公开",
    "抄送：",
    "云岭县交通运输局",
    "。",
    "，",
    "；",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "A类",
    "B",
    "感谢",
    "征询意见表",
    "秘密★1年",
    "附件：",
    "首页>",
    "版权所有",
    "浏览次数",
    "届",
    "次",
    "号",
    "单元402室",
    "l5台",
    "3O0万元",
    "\r\n",
    "\u{feff}",
    "🎉",
    "第",
    "条",
    "《中华人民共和国物权法》",
    "第七十六条",
    "会同",
    "有关部门",
    "并案",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_checked_without_panic(text in "\\PC{0,200}") {
        holds(&text)?;
    }

    #[test]
    fn any_string_of_fragments_is_checked_and_spans_are_cut_at_characters(parts in prop::collection::vec(prop::sample::select(FRAGMENTS), 0..80)) {
        holds(&parts.concat())?;
    }

    #[test]
    fn a_letter_cut_anywhere_is_still_checked(number in 0usize..40, from in 0usize..1500, to in 0usize..1500) {
        let all = cases("replies");
        let text = all[number % all.len()].text().to_string();
        let cut: String = text.chars().skip(from.min(to)).take(from.max(to) - from.min(to)).collect();
        holds(&cut)?;
    }
}

#[test]
fn empty_and_blank_texts_give_no_finding() {
    for text in ["", " ", "\n\n\n", "　　　", "\u{feff}"] {
        let result = check(ReplyInput { text: text.to_string(), ..ReplyInput::default() });
        assert!(result.findings.is_empty(), "{text:?}: {:?}", result.findings);
    }
}

#[test]
fn a_fix_leaves_nothing_for_its_rule_at_that_place() {
    for case in cases("replies") {
        for finding in check(case.input()).findings {
            let Some(fix) = &finding.fix else { continue };
            let mut text = case.text().to_string();
            text.replace_range(fix.span.start..fix.span.end, &fix.replacement);
            let again = check(ReplyInput { text, ..case.input() }).findings;
            let place = Span::new(fix.span.start, fix.span.start + fix.replacement.len());
            assert!(
                !again.iter().any(|other| other.rule == finding.rule && other.spans.iter().any(|span| span.overlaps(place))),
                "{} {}",
                case.name,
                finding.rule
            );
        }
    }
}
