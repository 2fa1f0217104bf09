//! Verdicts, findings and readings of the sample reports, and of the rules' own examples.

use crate::report_figures::cases;
use jianyi::report::{Reading, ReportAudit, ReportInput, audit, rules};
use jianyi::rule::{RULE_DOCS, Severity};
use serde_json::Value;

pub fn audited(text: &str) -> ReportAudit {
    audit(&ReportInput { text: text.to_string(), ..Default::default() })
}

pub fn is_inconsistent(report: &ReportAudit) -> bool {
    report.findings.iter().any(|finding| finding.severity != Severity::Info)
}

fn byte_of(text: &str, utf16: u64) -> usize {
    let mut units = 0u64;
    for (byte, character) in text.char_indices() {
        if units >= utf16 {
            return byte;
        }
        units += character.len_utf16() as u64;
    }
    text.len()
}

pub fn told(text: &str, report: &ReportAudit) -> Vec<String> {
    report
        .findings
        .iter()
        .map(|finding| {
            let places: Vec<&str> = finding.spans.iter().map(|span| span.of(text)).collect();
            format!("{} {:?} {places:?} {}", finding.rule, finding.severity, finding.message)
        })
        .collect()
}

/// What is wrong with the audit of `case`: verdict, findings not located.
pub fn faults(case: &Value) -> Vec<String> {
    let text = case["text"].as_str().unwrap();
    let report = audited(text);
    let mut faults = Vec::new();
    let verdict = if is_inconsistent(&report) { "inconsistent" } else { "consistent" };
    if verdict != case["verdict"].as_str().unwrap() {
        faults.push(format!("verdict {verdict}"));
    }
    for finding in case["findings"].as_array().unwrap() {
        let (start, end) =
            (byte_of(text, finding["span"][0].as_u64().unwrap()), byte_of(text, finding["span"][1].as_u64().unwrap()));
        let found = report.findings.iter().find(|own| own.spans.iter().any(|span| span.start < end && start < span.end));
        let Some(_) = found else {
            faults.push(format!("not found: {} {}", finding["kind"], finding["where"]));
            continue;
        };
        if finding["severity"].is_null() {
            continue;
        }
        let grave = finding["severity"] == "major";
        let as_grave = report.findings.iter().any(|own| {
            own.spans.iter().any(|span| span.start < end && start < span.end) && (own.severity == Severity::Error) == grave
        });
        if !as_grave {
            faults.push(format!("severity differs: {} {}", finding["kind"], finding["where"]));
        }
    }
    if !faults.is_empty() {
        faults.extend(told(text, &report));
    }
    faults
}

fn run(folder: &str) {
    let mut all = Vec::new();
    let (mut covered, mut figures) = (0, 0);
    for (name, case) in cases(folder) {
        let report = audited(case["text"].as_str().unwrap());
        covered += report.coverage.in_equations;
        figures += report.coverage.figures;
        let faults = faults(&case);
        if !faults.is_empty() {
            all.push(format!("{name}\n    {}", faults.join("\n    ")));
        }
    }
    println!("{folder}: {covered} of {figures} figures stand in an equation");
    assert!(all.is_empty(), "{} cases\n{}", all.len(), all.join("\n"));
}

#[test]
fn sample_reports_are_judged_as_annotated() {
    run("tests/fixtures/reports");
}

#[test]
fn reports_in_other_words_are_judged_right() {
    run("tests/fixtures/reports-more");
}

#[test]
fn damaged_reports_have_the_annotated_readings() {
    for (name, case) in cases("tests/fixtures/reports") {
        let Some(readings) = case.get("readings").and_then(Value::as_array) else { continue };
        let text = case["text"].as_str().unwrap();
        let report = audited(text);
        let own = |reading: &Reading| -> Vec<(String, Option<u64>)> {
            reading.restored.iter().map(|restored| (restored.damaged.of(text).to_string(), restored.count)).collect()
        };
        for reading in readings {
            for piece in reading["restored"].as_array().unwrap() {
                let wanted = (piece["damaged"].as_str().unwrap().to_string(), piece.get("count").and_then(Value::as_u64));
                let found = report.readings.iter().any(|reading| own(reading).contains(&wanted));
                assert!(found, "{name}: {wanted:?} not in {:?}", report.readings);
            }
        }
        let several = readings.len() > 1;
        assert_eq!(report.readings.iter().any(|reading| !reading.unique), several, "{name}: {:?}", report.readings);
    }
}

#[test]
fn every_rule_finds_its_own_example_and_passes_the_other() {
    for rule in rules::RULES {
        let doc = RULE_DOCS.iter().find(|doc| doc.subject == "report" && doc.id == rule.id).unwrap();
        let flagged = audited(doc.flagged);
        assert!(flagged.findings.iter().any(|finding| finding.rule == rule.id), "{}: {:?}", rule.id, told(doc.flagged, &flagged));
        let passes = audited(doc.passes);
        assert!(!is_inconsistent(&passes), "{}: {:?}", rule.id, told(doc.passes, &passes));
    }
    assert_eq!(RULE_DOCS.iter().filter(|doc| doc.subject == "report").count(), rules::RULES.len());
}

#[test]
fn the_damaged_xinjiang_classes_have_one_reading() {
    let text = "2024年，承办自治区人大代表建议4件，其中协办3件、参阅1件，均已办结。按照办理结果分类，A1266.67%，B2133.33%。";
    let report = audited(text);
    assert_eq!(report.readings.len(), 1, "{:?}", report.readings);
    let reading = &report.readings[0];
    assert!(reading.unique);
    let pieces: Vec<_> =
        reading.restored.iter().map(|restored| (restored.label.as_deref(), restored.count, restored.percent)).collect();
    assert_eq!(pieces, [(Some("A1"), Some(2), Some((6667, 2))), (Some("B2"), Some(1), Some((3333, 2)))]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_text_is_audited(pieces in proptest::collection::vec(proptest::sample::select(vec![
        "A", "1", "26", "件", "，", "占", "66.67%", "%", "（", "）", "其中", "。", "\n", "\t", "\u{FFFD}", "各", "分别", "、", "比上年", "增加", "率", "百分之", "一百", "成",
        "合计", "18446744073709551615", "0", "主办", "|", "其余", "2024", "日", "类", "𠀀", "１", "满意", "0.0",
    ]), 0..60)) {
        let text = pieces.concat();
        let report = audited(&text);
        for figure in &report.figures {
            proptest::prop_assert!(text.get(figure.printed.start..figure.printed.end).is_some());
        }
    }
}

#[test]
fn texts_that_agree_give_no_finding_whatever_their_order_of_words() {
    let texts = [
        "2024年，全市共承办代表建议663件。其中主办602件、协办61件，主办件占90.80%。",
        "2024年，全市共承办代表建议663件，其中主办602件、协办61件，协办件占9.20%，主办件占90.80%。",
        "共收到建议240件，其中城建类96件、农业类84件、教育类60件，城建类占40%，农业类占35%，教育类占25%。",
        "共交办提案320件，大会提案300件、平时提案20件，平时提案占6.25%。",
        "收到反馈表180份，满意171份、基本满意9份，满意的占95%。",
        "建议120件、提案80件，建议占60%，提案占40%。",
        "全年办理建议提案200件（建议120件、提案80件），提案占40%。",
        "立案提案415件，其中集体提案83件、委员提案332件，集体提案占立案总数的20%。",
        "已解决或基本解决的150件，正在解决的40件，因条件限制留作参考的10件，分别占75%、20%和5%。",
        "今年共承办210件，比去年的200件增加10件，增长5%；其中主办140件，占66.7%，会办70件，占33.3%。",
        "全区共承办160件，由区住建局、区教育局、区交通局分别承办40件、32件和24件，占总数的25%、20%、15%。",
        "答复代表建议500件，A类件300件、B类件150件、C类件50件，A类件占六成，即60%。",
        "500件建议中，300件所提问题已经解决，占60%；150件列入计划，占30%；50件因条件所限暂时难以解决，占10%。",
        "会议期间提出的建议480件，闭会期间提出的20件，闭会期间提出的占4%。",
        "面商率、答复率均为100%，满意率98.5%，较上年提高1.2个百分点。",
        "办理结果为A类的62件，占77.5%；为B类的14件，占17.5%；为C类的4件，占5%。以上合计80件。",
        "主办件102件，其中A类51件，占主办件的50%；B类34件，占33.33%；C类17件，占16.67%。协办件98件均已按时反馈意见。",
        "公开答复96件，占应公开件120件的80%；不予公开8件。",
        "去年列入计划解决的B类件40件，今年已落实32件，占80%。",
        "提出建议的代表共250人，占代表总数400人的62.5%，人均提出1.2件。",
        "各部门承办代表建议410件、政协提案233件，分别占建议、提案总数的88.2%、91.4%，均已按时答复。",
        "2023年，区政府系统共承办市、区两级人大代表建议和政协提案352件。其中，市级建议12件、提案8件，区级建议180件、提案152件。",
        "截至10月底，全部办复，办复率100%。从办理结果看，所提问题已经解决或基本解决的（A类）246件，占69.9%；正在解决或列入计划解决的（B类）88件，占25.0%；因条件限制留作参考的（C类）18件，占5.1%。",
        "市人大交办代表建议126件，市政协交办提案174件，共300件，涉及42个承办单位。",
        "建议126件中，主办98件、会办28件；提案174件中，主办140件、会办34件。主办件共238件，占79.3%。",
        "收回征询意见表238份，满意230份，基本满意8份，满意率96.6%，满意和基本满意率100%。",
        "今年共办理260件，同比增加20件，上升8.33%。",
        "去年承办建议240件，今年承办260件，增长8.33%。",
        "人大建议办结率为100%，比上年提高2个百分点；政协提案办结率98%，与上年持平。",
        "经济建设类75件、政治建设类15件、文化建设类30件、社会建设类105件、生态文明建设类25件，分别占30%、6%、12%、42%、10%。",
        "领导领办18件，占总数250件的7.2%，其中县委书记、县长各领办2件，其余14件由副县级领导领办。",
        "共提出意见建议86条，采纳72条，采纳率83.7%。",
        "第一类（已解决）102件，占60%；第二类（正在解决）51件，占30%；第三类（留作参考）17件，占10%。",
        "（一）A类件。共85件，占承办总数的50%。（二）B类件。共68件，占40%。（三）C类件。共17件，占10%。",
        "甲类56件、乙类32件、丙类12件，甲类占56%，乙类占32%，丙类占12%。",
        "其中省人大代表建议5件，省政协提案7件，市人大代表建议33件，市政协提案55件，合计100件。",
        "立案率为92.5%，即收到提案400件，立案370件，另有30件转为意见和建议。",
        "全县24个承办单位中，22个单位做到先沟通后答复，占91.7%。",
        "面复率从去年的85%提高到今年的97%，提高12个百分点。",
        "共有政协委员提出提案的135人，占委员总数的90%，委员总数150人。",
        "2024年承办200件，已办结190件，办结率95%；正在办理10件，占5%。",
        "截至目前，已答复代表180件，其中面复171件，面复率95%，书面答复9件。",
        "当年办结率由2022年的82.1%提升至2023年的88.6%、2024年的93.2%。",
        "共承办建议96件（含重点建议6件），其中A类60件占62.5%、B类30件占31.25%、C类6件占6.25%。",
        "在320件提案中，委员个人提案256件，占80%，党派团体提案64件，占20%。",
        "涉及教育的40件，占20％；涉及医疗的30件，占15％；涉及交通的50件，占25％；其他80件，占40％。以上共200件。",
    ];
    for text in texts {
        let report = audited(text);
        assert!(!is_inconsistent(&report), "{text}\n{:#?}", told(text, &report));
    }
}

#[test]
fn a_slip_is_found_in_whatever_order_its_sentence_tells() {
    let texts = [
        "2023年共承办建议提案352件，其中建议192件、提案150件。",
        "A类246件，占69.9%；B类88件，占25.0%；C类18件，占6.1%。共352件。",
        "收回意见表238份，满意230份，基本满意8份，满意率95.6%。",
        "今年共办理260件，同比增加20件，上升9.33%。",
        "去年承办建议240件，今年承办260件，增长7.33%。",
        "共提出意见建议86条，采纳72条，采纳率85.7%。",
        "建议126件中，主办98件、会办38件。",
        "甲类56件、乙类32件、丙类12件，甲类占56%，乙类占34%，丙类占12%。",
        "面复率从去年的85%提高到今年的97%，提高13个百分点。",
        "2024年承办200件，已办结190件，办结率96%。",
        "在320件提案中，委员个人提案256件，占82%，党派团体提案64件，占20%。",
        "市人大交办代表建议126件，市政协交办提案174件，共310件。",
        "已答复代表180件，其中面复171件，面复率96%，书面答复9件。",
        "主办件102件，其中A类51件，占主办件的50%；B类34件，占33.33%；C类18件，占16.67%。",
    ];
    for text in texts {
        assert!(is_inconsistent(&audited(text)), "{text}");
    }
}

#[test]
fn a_share_is_taken_of_the_count_that_it_names() {
    let text = "2024年，全市共承办代表建议663件。其中主办602件、协办61件，主办件占91.80%。";
    let report = audited(text);
    assert!(told(text, &report).iter().any(|told| told.contains("602")), "{:#?}", told(text, &report));
}
