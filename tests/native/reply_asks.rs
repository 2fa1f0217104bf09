use jianyi::reply_check::{AskState, check};

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
