//! The examples of the rules' help: a few parts that differ from a standard good letter.
//!
//! Each line `键：值` replaces one part (an empty value removes it), a line without a key goes on with the part before:
//! 标记 文号 签发 题目 称谓 开头 正文 结尾 落款 日期 联系 公开 抄送 附加 (what stands after all). 网页：是 makes it a copy of a page.
//! Beside the letter: 建议标题 建议内容 诉求 (parted by ；) 编号 提出人 交办 签收 延期至 协办 并案 沟通 (dates, parted by 、)
//! 审批 (拟稿 2024-06-05；签发 2024-06-06 王某) 不满意 今天.

use chrono::NaiveDate;

use super::input::{Approval, Consultation, History, ReplyInput, SuggestionText};

/// The parts of the standard good letter, in their order.
const STANDARD: &[(&str, &str)] = &[
    ("标记", "类别：A"),
    ("文号", "云交函〔2024〕37号"),
    ("签发", "签发人：谢青林"),
    ("题目", "云岭县交通运输局关于对县十七届人大三次会议第46号建议的答复"),
    ("称谓", "何文澜代表："),
    ("开头", "您提出的《关于硬化杨柳村道路的建议》（第46号）收悉。我局于4月16日与您当面沟通，现答复如下："),
    (
        "正文",
        "一、关于硬化道路。该路段4.3公里已于6月18日完工通车。\n二、关于管护责任。由石门乡人民政府负责日常养护，我局每季度检查一次。",
    ),
    ("结尾", "感谢您对交通运输工作的关心和支持！请填写《代表建议办理情况征询意见表》反馈我局。"),
    ("落款", "云岭县交通运输局"),
    ("日期", "2024年6月27日"),
    ("公开", "公开属性：主动公开"),
    ("联系", "联系人：秦越川　　联系电话：0840-6623318"),
    ("抄送", "抄送：县人大常委会代表工作委员会，县政府办公室。"),
    ("附加", ""),
];

/// The keys beside the letter's own parts.
const BESIDE: &[&str] = &[
    "建议标题",
    "建议内容",
    "诉求",
    "编号",
    "提出人",
    "交办",
    "签收",
    "延期至",
    "协办",
    "并案",
    "沟通",
    "审批",
    "不满意",
    "今天",
    "网页",
];

/// The check's input for an example; unknown keys are read as text of the part before.
pub fn example(block: &str) -> ReplyInput {
    let given = parts(block);
    let value = |key: &str| given.iter().find(|(name, _)| *name == key).map(|(_, value)| value.as_str());
    let is_page = value("网页").is_some();
    let dropped_on_pages = ["标记", "签发", "联系", "公开", "抄送", "文号"];
    let mut text = String::new();
    if is_page {
        text.push_str("当前位置：首页>建议提案\n发布时间：2024-07-01　来源：县交通运输局　字体：[大 中 小]\n");
    }
    for (key, standard) in STANDARD {
        let standard = if is_page && dropped_on_pages.contains(key) { "" } else { standard };
        let part = value(key).unwrap_or(standard);
        if !part.is_empty() {
            text.push_str(part);
            text.push('\n');
        }
    }
    if is_page {
        text.push_str("【打印】【关闭】\n版权所有：云岭县人民政府\n");
    }
    ReplyInput {
        text,
        suggestion: suggestion(&value),
        history: history(&value),
        today: value("今天").and_then(|day| day.parse().ok()),
        ..ReplyInput::default()
    }
}

fn parts(block: &str) -> Vec<(&str, String)> {
    let mut found: Vec<(&str, String)> = Vec::new();
    for line in block.lines() {
        let key = line.split_once('：').map(|(key, value)| (key.trim(), value));
        let known = key.filter(|(key, _)| BESIDE.contains(key) || STANDARD.iter().any(|(name, _)| name == key));
        match (known, found.last_mut()) {
            (Some((key, value)), _) => found.push((key, value.to_string())),
            (None, Some((_, before))) => {
                before.push('\n');
                before.push_str(line);
            }
            (None, None) => {}
        }
    }
    found
}

fn suggestion<'a>(value: &dyn Fn(&str) -> Option<&'a str>) -> Option<SuggestionText> {
    let known = ["建议标题", "建议内容", "诉求", "编号", "提出人"].iter().any(|key| value(key).is_some());
    known.then(|| SuggestionText {
        title: value("建议标题").map(str::to_string),
        text: value("建议内容").map(str::to_string),
        asks: list(value("诉求"), '；'),
        number: value("编号").map(str::to_string),
        submitters: list(value("提出人"), '、'),
    })
}

fn history<'a>(value: &dyn Fn(&str) -> Option<&'a str>) -> Option<History> {
    let keys = ["交办", "签收", "延期至", "协办", "并案", "沟通", "审批", "不满意"];
    let day = |key: &str| value(key).and_then(|day| day.parse::<NaiveDate>().ok());
    keys.iter().any(|key| value(key).is_some()).then(|| History {
        assigned_on: day("交办"),
        received_on: day("签收"),
        extended_to: day("延期至"),
        assisting: list(value("协办"), '、'),
        merged_with: list(value("并案"), '、'),
        consultations: list(value("沟通"), '、')
            .iter()
            .filter_map(|day| Some(Consultation { on: day.parse().ok()?, form: "面谈".to_string() }))
            .collect(),
        approvals: list(value("审批"), '；').iter().filter_map(|step| approval(step)).collect(),
        dissatisfaction: value("不满意").map(str::to_string),
    })
}

fn approval(step: &str) -> Option<Approval> {
    let mut words = step.split_whitespace();
    let name = words.next()?.to_string();
    let on = words.next().and_then(|day| day.parse().ok());
    Some(Approval { step: name, on, by: words.next().unwrap_or_default().to_string() })
}

fn list(value: Option<&str>, separator: char) -> Vec<String> {
    value
        .map(|value| value.split(separator).map(str::trim).filter(|part| !part.is_empty()).map(str::to_string).collect())
        .unwrap_or_default()
}
