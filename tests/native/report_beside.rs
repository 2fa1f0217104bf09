//! A report beside last year's, and beside a public data set.

use jianyi::review::audit_report;
use jianyi::wire::{LastYearView, ReportAudit, ReportQuery};

const THIS: &str = "2024年，区人民政府共承办区人大代表建议147件，比上年增加16件，增长12.2%；承办区政协提案118件，比上年减少9件。\
                    代表建议中，A类102件，占69.4%，比上年提高3个百分点；B类38件，占25.9%；C类7件，占4.8%。\
                    办结率100%，代表满意率98.6%，比上年提高0.9个百分点。交通运输类建议31件，比去年的24件增加7件。";
const LAST: &str = "2023年，区人民政府共承办区人大代表建议131件、区政协提案127件。代表建议中，A类87件，占66.4%；\
                    B类36件，占27.5%；C类8件，占6.1%。代表满意率97.7%。交通运输类建议24件，占18.3%。见面率100%。";

fn audited(text: &str, last: &str) -> ReportAudit {
    audit_report(ReportQuery { text: text.to_owned(), last_year: Some(last.to_owned()), ..ReportQuery::default() })
}

fn beside(text: &str, last: &str) -> (ReportAudit, LastYearView) {
    let audit = audited(text, last);
    let view = audit.last_year.clone().unwrap();
    (audit, view)
}

/// Each claim as `what it says: state`.
fn claims(text: &str, last: &str) -> Vec<String> {
    let (audit, view) = beside(text, last);
    let worded = |claim: &jianyi::wire::YearClaimView| {
        let expected = claim.expected.as_deref().unwrap_or_default();
        format!("{}: {} {expected}", audit.figures[claim.told as usize].printed, claim.state).trim_end().to_owned()
    };
    view.claims.iter().map(worded).collect()
}

#[test]
fn what_is_said_of_the_year_before_agrees_with_its_report() {
    let said = claims(THIS, LAST);
    let wanted = [
        "16件: agrees",
        "12.2%: agrees",
        "9件: agrees",
        "3个百分点: agrees",
        "0.9个百分点: agrees",
        "24件: agrees",
        "7件: agrees",
    ];
    assert_eq!(said, wanted);
}

#[test]
fn what_disagrees_with_last_years_report_is_named_with_what_should_stand_there() {
    let last = LAST.replace("131件", "129件").replace("97.7%", "98.7%").replace("交通运输类建议24件", "交通运输类建议25件");
    let wrong: Vec<String> = claims(THIS, &last).into_iter().filter(|said| !said.ends_with("agrees")).collect();
    let wanted = [
        "16件: differs 增加18件",
        "12.2%: differs 增长14.0%",
        "0.9个百分点: differs 下降0.1个百分点",
        "24件: differs 25件",
        "7件: differs 增加6件",
    ];
    assert_eq!(wrong, wanted);
}

#[test]
fn figures_of_one_label_lie_side_by_side_and_the_others_are_said_to_have_no_match() {
    let (audit, view) = beside(THIS, LAST);
    assert_eq!((view.year, view.other_year), (Some(2024), Some(2023)));
    let pairs: Vec<String> = view
        .same
        .iter()
        .map(|same| {
            let now: Vec<&str> = same.figures.iter().map(|at| audit.figures[*at as usize].printed.as_str()).collect();
            let before: Vec<&str> = same.others.iter().map(|at| view.figures[*at as usize].printed.as_str()).collect();
            format!("{} {} {}", now.join("、"), before.join("、"), same.change.as_deref().unwrap_or("?"))
        })
        .collect();
    for wanted in
        ["147件 131件 +16（+12.21%）", "118件 127件 −9（−7.09%）", "102件 87件 +15（+17.24%）", "98.6% 97.7% +0.9个百分点"]
    {
        assert!(pairs.iter().any(|pair| pair == wanted), "{wanted} in {pairs:?}");
    }
    let unmatched: Vec<&str> = view.unmatched.iter().map(|at| audit.figures[*at as usize].printed.as_str()).collect();
    assert_eq!(unmatched, ["100%"]);
    let others: Vec<&str> = view.unmatched_others.iter().map(|at| view.figures[*at as usize].printed.as_str()).collect();
    assert!(others.contains(&"100%"), "{others:?}");
    let units: Vec<u16> = LAST.encode_utf16().collect();
    for figure in &view.figures {
        let (start, end) = figure.span;
        assert_eq!(String::from_utf16(&units[start as usize..end as usize]).unwrap(), figure.printed);
    }
}

#[test]
fn a_claim_that_last_years_report_cannot_bear_out_is_said_to_have_no_match() {
    assert_eq!(claims("2024年共办理代表建议86件，比上年增长7.5%。", "2023年是工作扎实推进的一年。"), ["7.5%: unmatched"]);
}

#[test]
fn suggestions_and_proposals_of_one_letter_are_kept_apart() {
    let this = "代表建议40件，其中A类30件、B类10件。政协提案20件，其中A类12件、B类8件。";
    let last = "代表建议38件，其中A类29件、B类9件。政协提案22件，其中A类15件、B类7件。";
    let (_, view) = beside(this, last);
    let changes: Vec<&str> = view.same.iter().filter_map(|same| same.change.as_deref()).collect();
    assert_eq!(changes, ["+2（+5.26%）", "+1（+3.45%）", "−3（−20.00%）", "+1（+11.11%）", "+1（+14.29%）", "−2（−9.09%）"]);
}

#[test]
fn figures_are_held_against_a_public_data_set() {
    let summary = r#"{"format":"jianyi/public/1","title":"某区建议提案公开数据","asOf":"2024-12-31","entries":19,"withheld":2,"replies":16,
        "years":[["2024",19]],"topics":[["交通运输",6],["教育",13]],"classes":[["A类",10],["B类",5],["C类",1]],"feedback":[["satisfied",15],["basically-satisfied",1]],"bodies":[["区教育局",9]]}"#;
    let text = "2024年共承办代表建议19件，其中交通运输类6件、教育类13件。已答复16件，其中A类10件，占62.5%；B类4件，占31.25%；C类1件，占6.25%。满意15件。沟通率100%。";
    let audit = audit_report(ReportQuery { text: text.into(), published: Some(summary.into()), ..ReportQuery::default() });
    let view = audit.published.unwrap();
    assert_eq!((view.fault, view.entries, view.withheld), (None, 19.0, 2.0));
    let states: Vec<String> = view
        .figures
        .iter()
        .map(|beside| {
            let printed = beside.printed.as_deref().unwrap_or_default();
            format!("{} {} {printed}", audit.figures[beside.figure as usize].printed, beside.state).trim_end().to_owned()
        })
        .collect();
    let wanted = [
        "19件 agrees 19件",
        "6件 agrees 6件",
        "13件 agrees 13件",
        "16件 agrees 16件",
        "10件 agrees 10件",
        "62.5% agrees 62.5%",
        "4件 differs 5件",
        "31.25% agrees 31.25%",
        "1件 agrees 1件",
        "6.25% agrees 6.25%",
        "15件 agrees 15件",
        "100% unbound",
    ];
    assert_eq!(states, wanted);
}

#[test]
fn what_is_no_public_data_set_is_said_to_be_none() {
    for summary in ["", "{}", r#"{"format":"jianyi/ledger/1","entries":3}"#, "[1]"] {
        let query = ReportQuery { text: "共3件。".into(), published: Some(summary.into()), ..ReportQuery::default() };
        assert_eq!(audit_report(query).published.unwrap().fault.as_deref(), Some("not-a-summary"), "{summary}");
    }
}
