use jianyi::reply_check::example::example;
use jianyi::reply_check::{AskState, ReplyInput, SuggestionText, asks_of, check};
use jianyi::rule::Severity;

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

/// What a check says of a letter whose suggestion is known by its title only.
fn judged_by_title(title: &str, named: &str, body: &str) -> (AskState, Vec<Severity>) {
    let text =
        format!("江远代表：\n您提出的{named}建议收悉，现答复如下：\n{body}\n感谢您的关心。\n云岭县文化和旅游局\n2024年6月3日\n");
    let suggestion = SuggestionText { title: Some(title.to_string()), ..SuggestionText::default() };
    let result = check(ReplyInput { text, suggestion: Some(suggestion), ..ReplyInput::default() });
    assert!(result.asks[0].score < 0.3, "one sentence alone tells enough: {:?}", result.asks);
    let on_matter = |rule: &str| matches!(rule, "ask-unanswered" | "reply-off-topic");
    let grades = result.findings.iter().filter(|finding| on_matter(finding.rule)).map(|finding| finding.severity).collect();
    (result.asks[0].state, grades)
}

#[test]
fn a_matter_known_by_its_title_only_is_looked_for_in_the_whole_letter() {
    let title = "关于增设全民健身场所，服务居民锻炼的建议";
    let spread = "今年全县新建村级文化活动室11个。\n已为6个社区配发器材，居民锻炼的场地由社区管护。\n下一步，将利用闲置厂房改建健身馆1座，场所选在东湖北侧。";
    assert_eq!(judged_by_title(title, "", spread), (AskState::Partly, vec![]));
    let other = "今年以来，我局组织古籍普查，修复古籍240册，出版地方志3种。\n下一步将举办古籍展览。";
    assert_eq!(judged_by_title(title, "", other), (AskState::Missing, vec![Severity::Error, Severity::Error]));
    let near = "今年新建文化广场2处，为全县居民办夏夜演出14场。\n广场由社区管护，设有休息座椅和健康小屋。";
    assert_eq!(judged_by_title(title, "", near), (AskState::Missing, vec![Severity::Warning, Severity::Warning]));
    // the letter names the suggestion and answers in other words
    let named = "《关于增设全民健身场所，服务居民锻炼的建议》的";
    assert_eq!(judged_by_title(title, named, other), (AskState::Missing, vec![Severity::Warning, Severity::Warning]));
    let another = "《关于加强古籍保护的建议》的";
    assert_eq!(judged_by_title(title, another, other), (AskState::Missing, vec![Severity::Error, Severity::Error]));
}

#[test]
fn a_purpose_and_an_unnamed_body_are_no_part_of_the_ask_and_a_bare_list_is_one_of_asks() {
    let asks = |text: &str| asks_of(&SuggestionText { text: Some(text.to_string()), ..SuggestionText::default() });
    let purpose = "渠道年久失修。建议有关部门修建1.3公里堰渠，以解决村民灌溉无水的难题。";
    assert_eq!(asks(purpose), ["修建1.3公里堰渠"]);
    assert_eq!(asks("建议由县相关部门以奖代补，支持村组架设路灯。"), ["以奖代补", "支持村组架设路灯"]);
    assert_eq!(asks("一、编制雪山旅游规划；二、硬化进山道路。"), ["编制雪山旅游规划", "硬化进山道路"]);
}
