//! 用了错别字。
//!
//! # 为什么
//! 公文用字以通用规范汉字为准，这些词只有一种正确写法。
//!
//! # 会被指出
//! ```reply
//! 正文：已按装路灯86盏，为村民办理缴费帐号1840户。
//! ```
//!
//! # 可以通过
//! ```reply
//! 正文：已安装路灯86盏，为村民办理缴费账号1840户。
//! ```
//!
//! # 依据
//! 《通用规范汉字表》；《现代汉语词典》
//!
//! # English
//! A wrong word with exactly one right form.
//!
//! # 局限
//! 只收没有歧义的词；引文中的原字也会被指出。

use crate::reply_check::case::ReplyCase;
use crate::reply_check::replacements::Replacements;
use crate::rule::{Finding, Group, Rule, Severity, Verdict};

/// The rule; its help stands at the head of this file.
pub static RULE: Rule<ReplyCase> = Rule { id: "wrong-word", group: Group::Language, severity: Severity::Warning, check };

fn check(case: &ReplyCase) -> Verdict {
    let words = case.at(case.whole());
    let mut findings = Vec::new();
    for (range, right) in TABLE.find(words) {
        let wrong = case.at(range.clone());
        let before = words.get(..range.start).and_then(|head| head.chars().next_back());
        if wrong.starts_with('己') && matches!(before, Some('自' | '知' | '一' | '律')) || case.on_chrome(range.start) {
            continue;
        }
        let span = case.span(range.clone());
        findings.push(
            Finding::of(&RULE, format!("“{wrong}”应为“{right}”。")).at(span).expected(right).actual(wrong).fix(span, right),
        );
    }
    Verdict::from_findings(findings)
}

static TABLE: Replacements = Replacements::of(&[
    ("答覆", "答复"),
    ("覆函", "复函"),
    ("回覆", "回复"),
    ("帐号", "账号"),
    ("帐户", "账户"),
    ("帐目", "账目"),
    ("帐务", "账务"),
    ("台帐", "台账"),
    ("按装", "安装"),
    ("按排", "安排"),
    ("布署", "部署"),
    ("既使", "即使"),
    ("渡假", "度假"),
    ("通迅", "通讯"),
    ("部份", "部分"),
    ("截止目前", "截至目前"),
    ("截止到目前", "截至目前"),
    ("松驰", "松弛"),
    ("幅射", "辐射"),
    ("防碍", "妨碍"),
    ("再接再励", "再接再厉"),
    ("一如继往", "一如既往"),
    ("按步就班", "按部就班"),
    ("水份", "水分"),
    ("以经", "已经"),
    ("己经", "已经"),
    ("己完成", "已完成"),
    ("己于", "已于"),
    ("己建成", "已建成"),
    ("竟争", "竞争"),
    ("鼎立支持", "鼎力支持"),
    ("报消", "报销"),
    ("筹画", "筹划"),
    ("侯车", "候车"),
    ("气侯", "气候"),
    ("等侯", "等候"),
    ("辩认", "辨认"),
    ("坚难", "艰难"),
    ("精减", "精简"),
    ("园满", "圆满"),
    ("复盖", "覆盖"),
    ("配带", "佩戴"),
    ("渲泄", "宣泄"),
    ("灌概", "灌溉"),
    ("疏竣", "疏浚"),
    ("峻工", "竣工"),
    ("拔款", "拨款"),
    ("拔付", "拨付"),
    ("划拔", "划拨"),
    ("修茸", "修葺"),
    ("垃级", "垃圾"),
    ("签定", "签订"),
    ("粗旷", "粗犷"),
    ("震憾", "震撼"),
    ("暴光", "曝光"),
    ("迫不急待", "迫不及待"),
    ("穿流不息", "川流不息"),
    ("走头无路", "走投无路"),
    ("不径而走", "不胫而走"),
    ("重迭", "重叠"),
    ("陷井", "陷阱"),
    ("赃款脏物", "赃款赃物"),
    ("座落", "坐落"),
    ("人材", "人才"),
    ("份内", "分内"),
    ("做为", "作为"),
    ("建义", "建议"),
    ("提按", "提案"),
    ("委原", "委员"),
    ("收息", "收悉"),
    ("代表团团", "代表团"),
    ("认真真", "认真"),
    ("维持次序", "维持秩序"),
    ("倒至", "导致"),
    ("反应强烈", "反映强烈"),
    ("反应的问题", "反映的问题"),
]);
