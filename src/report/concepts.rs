//! What a count is a count of: a class, a role, a kind, a topic, a year, a total.

use super::context::Context;
use super::roles::role;
use super::wording::{first, is_thin, strip_joints, without_brackets};
use crate::text::short::{Looked, any_of, find, holds};

/// The ways in which items are divided; parts of one total share a dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// 办理结果: A, B, C or the words for them.
    Class,
    /// 满意、基本满意、不满意.
    Feedback,
    /// 主办、协办、参阅.
    Role,
    /// 大会期间、闭会期间.
    SessionTime,
    /// 委员提案、集体提案; 代表团、联名、个人.
    Origin,
    /// 立案、不予立案、并案、撤回.
    Filing,
    /// 主动公开、依申请公开、不予公开.
    Disclosure,
    /// 建议、提案, with their level.
    Kind,
    /// One year among several.
    Year,
    /// 交通水利类, 农业农村方面.
    Topic,
    /// A total or something else that is no part of a recognised division.
    Plain,
}

/// A place in a dimension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Concept {
    pub dimension: Dimension,
    /// Equal for the same part, different for different parts of one division.
    pub value: String,
    /// Of the year, congress or session before.
    pub earlier: bool,
}

/// The concept of a count with `unit` in its context.
pub(crate) fn concept(context: &Context, unit: &str) -> Concept {
    let earlier = is_earlier(context);
    let of = |dimension, value: &str| Concept { dimension, value: value.to_string(), earlier };
    if !matches!(unit, "件" | "件次" | "份" | "条" | "") {
        return of(Dimension::Plain, unit);
    }
    let plain_before = without_brackets(&context.before);
    let letter = last_class_letter(&context.before).or_else(|| last_class_letter(&context.bracketed));
    let heading = heading(context);
    let letter = letter.or_else(|| heading.and_then(last_class_letter));
    let thin = is_thin(&plain_before);
    let letter = letter.or_else(|| if thin || context.after_is_closed { class_letter_at_start(&context.after) } else { None });
    if let Some(letter) = letter {
        return of(Dimension::Class, &letter);
    }
    let bracketed = plain_before.len() != context.before.len();
    let found = by_words(&plain_before, unit).or_else(|| if bracketed { by_words(&context.before, unit) } else { None });
    let found = found.or_else(|| heading.and_then(|heading| by_words(heading, unit)));
    let found = found.or_else(|| {
        if is_thin(&plain_before) && !context.after.starts_with('中') { by_words(first(&context.after, 8), unit) } else { None }
    });
    let found = found.or_else(|| {
        let role = if context.after_is_closed { role(first(&context.after, 4)) } else { None };
        role.map(|role| (Dimension::Role, role.to_string()))
    });
    let told_after = is_thin(&plain_before) || plain_before.ends_with("中有");
    let found = found.or_else(|| if told_after && unit != "条" { result_told_after(context) } else { None });
    let found = found.or_else(|| by_words(&context.bracketed, unit));
    let found = found.or_else(|| if is_thin(&plain_before) { by_words(clause_before(context)?, unit) } else { None });
    let found = found.or_else(|| result_explained(context, &plain_before));
    if let Some((dimension, value)) = found {
        return of(dimension, &value);
    }
    let words = strip_joints(&plain_before);
    of(Dimension::Plain, if words.is_empty() { first(&context.after, 8) } else { words })
}

/// The last class letter of `words` with its sub-class digit: A, B2, 甲.
pub(crate) fn last_class_letter(words: &str) -> Option<String> {
    let characters: Vec<char> = words.chars().collect();
    (0..characters.len()).rev().find_map(|at| class_letter_at(&characters, at))
}

fn class_letter_at_start(words: &str) -> Option<String> {
    let characters: Vec<char> = words.trim_start_matches(['“', '为', '是', '属']).chars().collect();
    class_letter_at(&characters, 0)
}

fn class_letter_at(characters: &[char], at: usize) -> Option<String> {
    let character = *characters.get(at)?;
    let next = characters.get(at + 1).copied().unwrap_or('\0');
    match character {
        'A'..='D' | 'a'..='d' => {
            let previous = at.checked_sub(1).and_then(|before| characters.get(before)).copied().unwrap_or('\0');
            let alone = !previous.is_ascii_alphanumeric() && !next.is_ascii_alphabetic();
            let digit = matches!(next, '1'..='3').then_some(next);
            alone.then(|| character.to_ascii_uppercase().to_string() + &digit.map(String::from).unwrap_or_default())
        }
        '甲' | '乙' | '丙' | '丁' if matches!(next, '类' | '级' | '等' | '件') => Some(character.to_string()),
        '一' | '二' | '三' | '四' if next == '类' && stands_as_a_class(characters, at) => Some(character.to_string()),
        _ => None,
    }
}

/// 一类58件, 第二类（正在解决）: not 分为三类, 同一类, 三类合计.
fn stands_as_a_class(characters: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| characters.get(before)).copied().unwrap_or('\0');
    let after = characters.get(at + 2).copied().unwrap_or('\0');
    let opens = matches!(before, '\0' | '，' | '、' | '；' | '。' | '：' | '“' | '（' | '第' | '中' | '和' | '及');
    let ends = matches!(after, '\0' | '（' | '”' | '）' | '件' | '建' | '提' | '：' | '占' | '有' | '共');
    (opens && ends) || (before == '为' && after == '\0')
}

/// 上年, 去年, 上届 …, also right before the bracket that holds the quantity.
fn is_earlier(context: &Context) -> bool {
    const EARLIER: &[&str] = &["上年", "去年", "上一年", "上届", "上次", "同期", "往年", "前年", "上年度"];
    any_of(&context.before, EARLIER)
        || (context.before.contains('比')
            && holds(&context.before, "年的")
            && context.before.chars().any(|character| character.is_ascii_digit()))
}

/// The concept that `words` name, where they say more than a joint.
pub(crate) fn named(words: &str) -> Option<(Dimension, String)> {
    if is_thin(words) { None } else { by_words(words, "") }
}

fn by_words(words: &str, unit: &str) -> Option<(Dimension, String)> {
    if words.is_empty() {
        return None;
    }
    let named = |dimension, value: &str| Some((dimension, value.to_string()));
    let looked = Looked::at(words);
    let has = |list: &[&str]| looked.for_any_of(list);
    if let Some(year) = ends_with_year(words) {
        return named(Dimension::Year, &year);
    }
    if unit != "条"
        && let Some(value) = feedback(words)
    {
        return named(Dimension::Feedback, value);
    }
    if has(&["不予立案", "未予立案", "未立案", "不立案"]) {
        return named(Dimension::Filing, "未立案");
    }
    for (value, list) in [
        ("转", &["转为", "转作", "转交", "改为", "转化为"] as &[&str]),
        ("并案", &["并案", "合并"]),
        ("撤回", &["撤回", "撤销", "撤案"]),
        ("退回", &["退回", "改派", "退件"]),
    ] {
        if value == "转" && words.ends_with("的议案") {
            return named(Dimension::Kind, "议案");
        }
        let into_a_class = value == "转" && !has(&["意见", "建议", "信", "来信", "社情民意", "参考"]);
        let filed_together = value == "并案" && holds(words, "并案后");
        let not_so = value == "撤回" && holds(words, "未撤回");
        if has(list) && !into_a_class && !filed_together && !not_so {
            return named(Dimension::Filing, value);
        }
    }
    if has(&["闭会期间", "平时提", "休会期间"]) {
        return named(Dimension::SessionTime, "闭会期间");
    }
    if [
        "大会期间提出",
        "会议期间提出",
        "大会期间提出的",
        "会议期间提出的",
        "大会期间",
        "会上提出",
        "会议期间",
        "会议期间收到",
        "大会期间收到",
    ]
    .iter()
    .any(|word| words.ends_with(word))
    {
        return named(Dimension::SessionTime, "会议期间");
    }
    if let Some(value) = ["主动公开", "依申请公开", "不予公开"].iter().find(|value| words.ends_with(**value)) {
        return named(Dimension::Disclosure, value);
    }
    if let Some(value) = role(words) {
        return named(Dimension::Role, value);
    }
    if unit != "条"
        && let Some(value) = result(words)
    {
        return named(Dimension::Class, value);
    }
    if let Some(value) = origin(words) {
        return named(Dimension::Origin, value);
    }
    if is_topic(words) {
        return named(Dimension::Topic, strip_joints(words));
    }
    if let Some(topic) = topic_spoken_of(words) {
        return named(Dimension::Topic, topic);
    }
    kind(words)
}

/// The year that ends `words`: 其中2022年, 2023年度.
fn ends_with_year(words: &str) -> Option<String> {
    let words = words.strip_suffix("度").unwrap_or(words);
    let digits: Vec<char> = words.strip_suffix('年')?.chars().rev().take_while(char::is_ascii_digit).collect();
    (digits.len() == 4).then(|| digits.iter().rev().collect())
}

fn feedback(words: &str) -> Option<&'static str> {
    if any_of(words, &["未反馈", "未评价", "未返回", "未测评", "弃权"]) {
        return Some("未反馈");
    }
    if !holds(words, "满意") || holds(words, "满意率") {
        return None;
    }
    let rest = words.replace("不满意", "");
    let basic = any_of(&rest, &["基本满意", "比较满意", "较满意"]);
    let without_basic = rest.replace("基本满意", "").replace("比较满意", "").replace("较满意", "");
    let plain = without_basic.replace("非常满意", "").replace("很满意", "").contains("满意");
    let very = holds(&without_basic, "非常满意") || holds(&without_basic, "很满意");
    Some(match (holds(words, "不满意"), plain || very, basic) {
        (_, true, true) => "满意或基本满意",
        (_, false, true) => "基本满意",
        (_, true, false) if very && !plain => "非常满意",
        (true, true, false) if words.rfind("不满意") > words.find("满意") => "不满意",
        (_, true, false) => "满意",
        (true, false, false) => "不满意",
        (false, false, false) => return None,
    })
}

/// The handling result that `words` tell; combined forms have values of their own.
fn result(words: &str) -> Option<&'static str> {
    let looked = Looked::at(words);
    let has = |list: &[&str]| looked.for_any_of(list);
    if has(&[
        "不能解决",
        "难以解决",
        "无法解决",
        "未能解决",
        "暂不",
        "暂时不",
        "暂难",
        "暂时难",
        "条件限制",
        "条件所限",
        "不具备",
        "条件不成熟",
        "无法采纳",
        "难以采纳",
        "未被采纳",
        "未采纳",
        "不予采纳",
        "不宜",
    ]) {
        return Some("未解决");
    }
    let under_way = has(&["正在解决", "正在办理", "正在推进", "正在落实", "正在实施", "着手解决", "已启动", "正在逐步"]);
    let planned = has(&[
        "列入计划",
        "列入规划",
        "纳入计划",
        "纳入规划",
        "计划解决",
        "逐步解决",
        "拟解决",
        "逐步落实",
        "拟采纳",
        "计划逐步",
        "规划逐步",
        "计划采纳",
        "工作计划",
        "列入年度",
        "纳入年度",
        "拟列入",
        "列入工作",
        "计划办理",
    ]);
    let solved = has(&[
        "已经解决",
        "已解决",
        "得到解决",
        "基本解决",
        "解决或",
        "全部解决",
        "解决采纳",
        "已采纳",
        "采纳",
        "已落实",
        "办理完毕",
        "已办成",
        "得到落实",
    ]);
    let later = has(&["以后解决", "今后解决", "以后加以", "需待", "留待", "待以后", "在今后", "时机"]);
    if later && !planned && !under_way {
        return Some("未解决");
    }
    match (under_way, planned, solved) {
        (true, true, _) => Some("正在解决或列入计划"),
        (true, false, _) => Some("正在解决"),
        (false, true, true) if has(&["或计划", "和计划", "或列入", "和列入"]) && has(&["已经解决", "基本解决", "已解决"]) => {
            Some("解决或计划解决")
        }
        (false, true, _) => Some("列入计划"),
        (false, false, true) => Some("已解决"),
        (false, false, false) => has(&["留作参考", "工作参考", "供参考", "作参考", "作为参考", "以后参考"]).then_some("留作参考"),
    }
}

fn origin(words: &str) -> Option<&'static str> {
    const ORIGINS: &[(&str, &[&str])] = &[
        ("联名", &["联名", "联合提"]),
        ("代表团", &["代表团"]),
        ("专委会", &["专委会", "专门委员会提案", "专委提案"]),
        ("党派", &["民主党派", "党派", "工商联"]),
        ("团体", &["人民团体", "团体提案"]),
        ("界别", &["界别"]),
        ("集体", &["集体提案", "集体"]),
        ("个人", &["委员个人", "个人提", "委员提案", "个人"]),
    ];
    let looked = Looked::at(words);
    let groups = ["党派", "团体", "专门委员会", "专委会", "界别"].iter().filter(|group| looked.for_any_of(&[**group])).count();
    let of_a_group = groups > 0 || looked.for_any_of(&["工商联"]);
    let of_a_kind = looked.for_any_of(&["政协委员提案"]) || (looked.for_any_of(&["委员提案"]) && looked.for_any_of(&["建议"]));
    let of_all = of_a_group && looked.for_any_of(&["政协委员", "广大委员", "委员、", "委员和"]);
    if of_all || of_a_kind {
        return None;
    }
    if (holds(words, "集体") && of_a_group) || (groups > 1 && !holds(words, "个人")) {
        return Some("集体");
    }
    ORIGINS.iter().find(|(_, list)| looked.for_any_of(list)).map(|(value, _)| *value)
}

fn is_topic(words: &str) -> bool {
    let words = strip_joints(words);
    let ends = [
        "类",
        "方面",
        "领域",
        "类别",
        "系统",
        "事务",
        "其他",
        "其它",
        "综合",
        "问题",
        "方面建议",
        "方面提案",
        "类建议",
        "类提案",
        "类意见",
        "方面的建议",
        "方面的提案",
        "类的建议",
    ];
    ends.iter().any(|end| words.ends_with(end)) || any_of(words, &["其他", "其它"]) || speaks_of_a_matter(words)
}

/// 有关生态保护的提案, 关于经济建设: a matter, not the submissions or the bodies as such.
fn speaks_of_a_matter(words: &str) -> bool {
    const NO_MATTER: &[&str] = &["代表", "建议", "提案", "承办", "单位", "部门", "议案", "委员", "方"];
    let matter = ["有关", "关于", "涉及", "围绕"].iter().find_map(|verb| words.strip_prefix(verb));
    matter.is_some_and(|matter| matter.chars().count() > 2 && !NO_MATTER.iter().any(|other| matter.starts_with(other)))
}

/// The topic of a clause that says more of it: 经济建设类 of 经济建设类依然是关注焦点.
fn topic_spoken_of(words: &str) -> Option<&str> {
    const SAID: &[&str] = &["依然", "仍", "是", "今年", "较", "最", "增", "继续", "数量", "占比", "居", "排", "位"];
    let end = ["类", "方面", "领域"].iter().filter_map(|word| find(words, word).map(|place| place + word.len())).min()?;
    let (topic, rest) = words.split_at_checked(end)?;
    let topic = strip_joints(topic);
    (SAID.iter().any(|word| rest.starts_with(word)) && topic.chars().count() > 1).then_some(topic)
}

/// Whether a topic is the rest that makes a division complete.
pub(crate) fn is_the_rest(value: &str) -> bool {
    holds(value, "其他") || holds(value, "其它") || holds(value, "综合")
}

/// The kind of an item of which the words before the count name the submission.
pub(crate) fn kind(words: &str) -> Option<(Dimension, String)> {
    let words = strip_joints(words);
    let tail: String = words.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect();
    let (suggestion, proposal) = (holds(&tail, "建议"), holds(&tail, "提案"));
    if suggestion == proposal || holds(words, "重点") {
        return None;
    }
    const LEVELS: &[&str] = &["全国", "省", "自治区", "市", "州", "地区", "县", "区", "旗", "乡", "镇"];
    let ends_so = ["建议", "提案", "件", "意见", "议案"].iter().any(|end| words.ends_with(end));
    if !ends_so {
        return None;
    }
    let level = LEVELS.iter().find(|level| holds(words, level)).copied().unwrap_or_default();
    Some((Dimension::Kind, format!("{level}{}", if suggestion { "建议" } else { "提案" })))
}

/// What stands before the colon right before the count: 主办 of 2.主办：98件.
pub(crate) fn heading(context: &Context) -> Option<&str> {
    let words = context.wide.strip_suffix(['：', ':'])?;
    let words = words.rsplit(['，', '：', '；', '。', '件', '%']).next().unwrap_or(words);
    let words = words.trim_start_matches(|character: char| character.is_ascii_digit() || matches!(character, '.' | '、' | '）'));
    (!words.is_empty() && words.chars().count() <= 12).then_some(words)
}

/// 47件提案所提问题已经解决: the result in the clauses after the count that no other count ends.
fn result_told_after(context: &Context) -> Option<(Dimension, String)> {
    let told = any_of(&context.told_after, &["解决", "列入", "纳入", "参考"]);
    let class = result(&context.told_after).filter(|_| told && !context.after.starts_with('中'))?;
    Some((Dimension::Class, class.to_string()))
}

/// 因条件限制暂时难以解决，已作解释说明的38件: the result in the clause before the one that tells of explaining it.
fn result_explained(context: &Context, before: &str) -> Option<(Dimension, String)> {
    let told = any_of(before, &["解释", "说明", "沟通"]);
    let clauses = context.wide.strip_suffix(before).filter(|_| told)?;
    let class = result(clauses.rsplit(['；', '。']).next().unwrap_or(clauses))?;
    Some((Dimension::Class, class.to_string()))
}

/// The clause before the one of the quantity; `None` where it belongs to the quantity before.
fn clause_before(context: &Context) -> Option<&str> {
    let words = context.wide.trim_end_matches(['，', '：', '、', '有', '共', '为', '“', '”']);
    let clause = words.rsplit(['，', '：', '；']).next().unwrap_or(words);
    (clause.len() < words.len() || !context.after_quantity).then_some(clause)
}

/// The handling result that `words` tell, without the class letter: 已解决, 正在解决, 列入计划, 未解决, 留作参考 or a combination.
pub(crate) fn result_of(words: &str) -> Option<&'static str> {
    result(words)
}
