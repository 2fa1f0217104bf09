use jianyi::reply_check::example::example;
use jianyi::reply_check::{AskState, asks_of, check};

use crate::reply_cases::cases;

#[test]
fn at_least_nine_of_ten_asks_are_judged_as_annotated() {
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for case in cases("replies") {
        let result = check(case.input());
        let expected = case.json["asks"].as_array().unwrap();
        if result.asks.len() != expected.len() {
            wrong.push(format!(
                "{}: found {} asks of {}: {:?}",
                case.name,
                result.asks.len(),
                expected.len(),
                result.asks.iter().map(|a| &a.ask).collect::<Vec<_>>()
            ));
        }
        for (index, annotated) in expected.iter().enumerate() {
            all += 1;
            let state = result.asks.get(index).map(|answer| match answer.state {
                AskState::Answered => "answered",
                AskState::Partly => "partly",
                AskState::Deferred => "deferred",
                AskState::Missing => "missing",
            });
            if annotated["state"] == "missing" {
                println!("missing: {} {:?}", case.name, result.asks.get(index).map(|answer| (answer.score, &answer.spans)));
            }
            if state == annotated["state"].as_str() {
                right += 1;
            } else {
                let score = result.asks.get(index).map(|answer| answer.score);
                wrong.push(format!("{} {}: {state:?} {score:?}, annotated {}", case.name, annotated["ask"], annotated["state"]));
            }
        }
    }
    println!("asks: {right}/{all}\n{}", wrong.join("\n"));
    assert!(right * 10 >= all * 9, "{right}/{all}\n{}", wrong.join("\n"));
}

/// The state of the one ask in a letter with this opening and body.
fn state_of(ask: &str, opening: &str, body: &str) -> AskState {
    let block = format!("建议标题：关于{ask}的建议\n诉求：{ask}\n开头：{opening}\n正文：{body}");
    check(example(&block)).asks[0].state
}

const OPENING: &str = "您提出的建议收悉，经与您当面沟通，现答复如下：";

#[test]
fn a_polite_refusal_without_reasons_is_no_full_answer() {
    let body = "很高兴全面答复您关于开行火车站夜班专线的意见：目前没有开行火车站夜班专线的计划。";
    assert_eq!(state_of("开行火车站夜班专线", OPENING, body), AskState::Partly);
}

#[test]
fn a_refusal_with_reasons_is_an_answer() {
    let body = "关于开行火车站夜班专线。由于夜间客流每班不足5人，车辆运营成本无法保障，暂不具备开行火车站夜班专线的条件。";
    assert_eq!(state_of("开行火车站夜班专线", OPENING, body), AskState::Answered);
}

#[test]
fn an_ask_repeated_only_in_the_opening_is_not_answered() {
    let opening = "您提出的《关于开行火车站夜班专线的建议》收悉，您建议开行火车站夜班专线，现答复如下：";
    let body = "今年以来，我局购置新能源车辆238台，组织驾驶员培训4200人次，已建成智能调度平台。";
    assert_eq!(state_of("开行火车站夜班专线", opening, body), AskState::Missing);
}

#[test]
fn an_answer_to_a_neighbouring_matter_is_no_answer() {
    let body = "火车站广场停车场已于5月完成改造，新增车位120个，6月1日启用。";
    assert!(matches!(state_of("开行火车站夜班专线", OPENING, body), AskState::Missing | AskState::Partly));
}

/// The states of two asks in a letter whose one section has this heading.
fn states_under(heading: &str) -> Vec<AskState> {
    let block = format!(
        "建议标题：关于完善垃圾分类设施的建议\n诉求：补齐分类投放点短板，优先解决群众反映集中的位置；加大建筑垃圾乱倒执法力度，对屡改屡犯的依法从严处理\n开头：{OPENING}\n正文：一、关于{heading}。增设方案已确定，共11处，2025年7月底前安装到位。"
    );
    check(example(&block)).asks.iter().map(|answer| answer.state).collect()
}

#[test]
fn a_heading_that_names_the_matter_of_one_ask_leads_to_it_alone() {
    assert_eq!(states_under("分类投放点"), [AskState::Partly, AskState::Missing]);
    assert_eq!(states_under("建筑垃圾乱倒"), [AskState::Missing, AskState::Partly]);
    assert_eq!(states_under("消防通道"), [AskState::Missing, AskState::Missing]);
}

#[test]
fn a_promise_to_study_is_deferred_and_a_dated_plan_is_an_answer() {
    let later = "关于开行火车站夜班专线，我局将适时研究，待条件成熟后予以考虑。";
    assert_eq!(state_of("开行火车站夜班专线", OPENING, later), AskState::Deferred);
    let dated = "火车站夜班专线由市公交公司负责，将于2024年10月底前开行。";
    assert_eq!(state_of("开行火车站夜班专线", OPENING, dated), AskState::Answered);
}

#[test]
fn as_many_asks_are_found_in_a_text_as_a_reader_lists() {
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for case in cases("replies") {
        let mut suggestion = case.input().suggestion.unwrap();
        if suggestion.text.is_none() {
            continue;
        }
        suggestion.asks.clear();
        let found = asks_of(&suggestion);
        let listed = case.json["asks"].as_array().unwrap().len();
        all += 1;
        if found.len() == listed {
            right += 1;
        } else {
            wrong.push(format!("{}: {found:?}, listed {listed}", case.name));
        }
    }
    println!("asks split: {right}/{all}\n{}", wrong.join("\n"));
    assert!(right * 10 >= all * 8, "{}", wrong.join("\n"));
}
