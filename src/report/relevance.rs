//! Which quantities speak of the handling, and which of roads, money and the rest of the world.

use super::items::{Item, ShareKind};
use super::page::Page;
use super::quantities::Measure;
use crate::text::short::{any_of, holds, last_of};

/// Whether each of `items` is a figure of the handling.
pub(crate) fn relevant(page: &Page, items: &[Item]) -> Vec<bool> {
    let mut relevant: Vec<bool> = items.iter().map(|item| item.is_count() && is_relevant_count(item)).collect();
    for (index, item) in items.iter().enumerate() {
        if item.is_count() {
            continue;
        }
        let count_of_it = |count: &usize| relevant.get(*count).copied().unwrap_or(false);
        let paired = item.numerators.iter().any(count_of_it);
        let previous_counts = index.checked_sub(1).is_some_and(|previous| count_of_it(&previous))
            && items.get(index.wrapping_sub(1)).is_some_and(|previous| previous.context.sentence == item.context.sentence);
        let answer = match item.share {
            ShareKind::Share => {
                paired
                    || holds(&item.context.before, "占总数")
                    || speaks_of_handling(&sentence_before(page, item))
                    || divides_what_was_told(items, index)
            }
            ShareKind::Rate => is_handling_rate(item, items, index),
            ShareKind::Growth => previous_counts && near(items, index) || speaks_of_handling(&item.context.before),
            ShareKind::Other => {
                is_handled(item)
                    || divides_bare(items, index)
                    || (item.quantity.unit == "个百分点" && (previous_counts || speaks_of_rates(&item.context.wide)))
            }
        };
        let joined = matches!(item.context.before.as_str(), "、" | "和" | "及" | "与") || goes_to(&item.context.before);
        let of_next_year = item.context.before.ends_with("年的") && item.context.before.starts_with(['和', '、', '及']);
        let inherited =
            (joined || of_next_year) && !item.is_count() && index > 0 && relevant.get(index - 1).copied().unwrap_or(false);
        let inherited = inherited
            && items
                .get(index - 1)
                .is_some_and(|previous| previous.is_percent() && previous.context.sentence == item.context.sentence);
        let answer = answer || inherited;
        let outside = is_outside(page, item) || is_of_other_things(page, item);
        if let Some(place) = relevant.get_mut(index) {
            *place = answer && !outside;
        }
    }
    relevant
}

/// 提高到, 下降为, 升至今年的: from one percentage to the next.
pub(crate) fn goes_to(before: &str) -> bool {
    const CHANGES: &[&str] = &["上升", "提高", "提升", "下降", "降低", "增加", "减少", "增长"];
    let rest =
        CHANGES.iter().find_map(|change| before.strip_prefix(change)).or_else(|| before.strip_prefix(['升', '降', '增', '减']));
    rest.is_some_and(|rest| rest.starts_with(['到', '至', '为']) && rest.chars().count() <= 8)
}

/// Things that are counted in 件, 条, 份 but are no suggestions, replies, forms or points.
const OTHER_THINGS: &[&str] = &[
    "实事",
    "案件",
    "信访",
    "法规",
    "法律",
    "文件",
    "作品",
    "大事",
    "好事",
    "小事",
    "议题",
    "工单",
    "投诉",
    "专利",
    "线索",
    "舆情",
    "合同",
    "协议",
    "订单",
    "证书",
    "商标",
    "诉求",
    "来信",
    "警情",
    "事故",
    "刊物",
    "简报",
    "信息",
    "新闻",
    "稿件",
    "展品",
    "文物",
    "措施条款",
];

/// Things that are counted in 条.
const LONG_THINGS: &[&str] = &["道路", "线路", "公交", "街", "巷", "河", "生产线", "公路", "管线", "航线"];

fn is_relevant_count(item: &Item) -> bool {
    let context = &item.context;
    let after = super::wording::first(&context.after, 6);
    let before: String = context.before.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect();
    let other = |words: &str| any_of(words, OTHER_THINGS);
    let says = |list: &[&str]| any_of(&context.wide, list) || any_of(&context.after, list);
    const OWN: &[&str] = &["建议", "提案", "议案", "转为", "转作", "答复", "复文", "作为"];
    let own_word = any_of(after, OWN) || any_of(&before, OWN);
    match item.quantity.unit {
        "件" | "件次" => !(other(&before) || other(after)) || own_word,
        "条" => {
            says(&["意见", "建议", "采纳", "措施", "承诺", "问题", "提案"])
                && !(other(&before) || other(after) || any_of(&before, LONG_THINGS) || any_of(after, LONG_THINGS))
        }
        "份" => {
            says(&[
                "表", "问卷", "提案", "建议", "函", "答复", "反馈", "意见", "复文", "回执", "满意", "收回", "回收", "发放",
                "测评",
            ]) && !(other(&before) || other(after))
        }
        "家" => says(&["单位", "部门", "承办", "测评"]),
        "个" => {
            const ELSE: &[&str] = &["方面", "项目", "村", "社区", "小区", "领域", "类别", "系列"];
            let submissions = ["提案", "建议", "议案"].iter().any(|noun| before.ends_with(noun) || after.starts_with(noun));
            (submissions || says(&["单位", "部门", "承办", "股室", "机关", "代表团", "科室", "组织"]))
                && !(any_of(super::wording::first(&context.after, 4), ELSE) || any_of(&before, ELSE))
        }
        "名" | "人" | "位" => says(&["委员", "代表"]) && says(&["提", "名", "参与", "建议"]),
        "人次" => says(&["走访", "委员", "代表", "见面", "沟通"]),
        "次" | "场" => says(&["座谈", "走访", "沟通", "现场", "会议", "面商", "调研", "督办", "专题", "协商", "见面"]),
        "项" => says(&["建议", "提案", "意见", "政策"]),
        _ => false,
    }
}

/// 涉及经济发展的占28% after a count of suggestions in the sentence before.
fn divides_what_was_told(items: &[Item], index: usize) -> bool {
    let Some(item) = items.get(index) else { return false };
    let topic = any_of(&item.context.before, &["涉及", "方面", "类", "领域", "其他", "其它"]);
    let told = items.iter().take(index).rev().take(8).any(|count| {
        count.is_count()
            && count.quantity.unit == "件"
            && count.context.paragraph == item.context.paragraph
            && is_relevant_count(count)
    });
    topic && told
}

/// 交通运输类526.32%, 科技类各15.26%: right behind its topic, in a paragraph that told a total.
fn divides_bare(items: &[Item], index: usize) -> bool {
    let Some(item) = items.get(index).filter(|item| item.quantity.measure == Measure::Percent && item.quantity.decimals > 0)
    else {
        return false;
    };
    let ends = ["类", "方面", "领域", "各", "各有", "其他", "其它"].iter().any(|end| item.context.before.ends_with(end));
    ends && divides_what_was_told(items, index)
}

/// The words of the sentence up to the item.
fn sentence_before(page: &Page, item: &Item) -> String {
    let start = item.quantity.start;
    let mut from = start;
    while from > start.saturating_sub(150) && page.sentence(from - 1) == page.sentence(start) {
        from -= 1;
    }
    page.words(from, start)
}

fn speaks_of_handling(words: &str) -> bool {
    any_of(
        words,
        &["建议", "提案", "议案", "类", "满意", "答复", "办理", "办复", "办结", "解决", "代表", "委员", "立案", "采纳", "件"],
    )
}

fn speaks_of_rates(words: &str) -> bool {
    words.contains('率') && any_of(words, RATE_STEMS)
}

/// What stands before 率 in the rates of handling.
const RATE_STEMS: &[&str] = &[
    "办", "复", "结", "答", "满意", "沟通", "协商", "见面", "面商", "面谈", "走访", "联系", "立案", "采纳", "落实", "解决",
    "回收", "收回", "反馈", "参与", "公开", "签收", "交", "按时", "及时", "规范", "评", "回访", "知晓", "征询", "征求", "座谈",
    "转化", "提交", "办成", "面", "测评", "达标", "认可", "上门", "受理", "回告", "类", "审核", "批示", "上网", "领办", "督办",
    "送达", "抄送", "归档", "录入",
];

fn is_handling_rate(item: &Item, items: &[Item], index: usize) -> bool {
    let before = if item.context.before.contains('率') || holds(&item.context.before, "满意度") {
        &item.context.before
    } else {
        &item.context.wide
    };
    if holds(before, "满意度") {
        return true;
    }
    let Some(end) = before.rfind('率') else {
        let previous = index.checked_sub(1).and_then(|previous| items.get(previous).map(|item| (previous, item)));
        return previous
            .is_some_and(|(place, previous)| previous.share == ShareKind::Rate && is_handling_rate(previous, items, place));
    };
    let stem: String =
        before.get(..end).unwrap_or_default().chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
    const OTHER_RATES: &[&str] = &[
        "普及",
        "覆盖",
        "森林",
        "绿化",
        "入园",
        "就业",
        "增长",
        "城镇化",
        "贡献",
        "利用",
        "合格",
        "达标",
        "空置",
        "处置",
        "处理",
        "建成",
        "通车",
        "硬化",
    ];
    any_of(&stem, RATE_STEMS) && !any_of(&stem, OTHER_RATES)
}

/// 100%办结, 代表满意98.6%.
fn is_handled(item: &Item) -> bool {
    let handled = |words: &str| {
        any_of(
            words,
            &[
                "办结", "办复", "答复", "满意", "沟通", "见面", "面商", "协商", "走访", "办理", "回复", "解决", "采纳", "落实",
                "公开",
            ],
        )
    };
    let of_the_submissions =
        ["的建议", "的提案", "的代表建议", "的政协提案"].iter().any(|noun| item.context.after.starts_with(noun));
    let of_a_class = super::concepts::last_class_letter(&item.context.before).is_some();
    let of_a_role = super::roles::role(&item.context.before).is_some();
    item.quantity.after_letter
        || of_a_role
        || of_the_submissions
        || of_a_class
        || (handled(&item.context.before) || handled(super::wording::first(&item.context.after, 6)))
}

fn near(items: &[Item], index: usize) -> bool {
    let (Some(item), Some(previous)) = (items.get(index), index.checked_sub(1).and_then(|previous| items.get(previous))) else {
        return false;
    };
    item.quantity.start <= previous.quantity.end + 25
}

/// 受理热线诉求2.3万件，按时办结率99.2%; 力争满意率达到98%.
fn is_of_other_things(page: &Page, item: &Item) -> bool {
    const OTHERS: &[&str] = &["热线", "诉求", "工单", "信访", "案件", "投诉", "警情", "群众满意", "力争", "争取"];
    const OURS: &[&str] = &["建议", "提案", "代表", "委员", "征求意见表", "测评表"];
    if item.share != ShareKind::Rate {
        return false;
    }
    let start = item.quantity.start;
    let mut from = start;
    while from > start.saturating_sub(60) && page.sentence(from - 1) == page.sentence(start) && page.at(from - 1) != '；' {
        from -= 1;
    }
    let words = page.words(from, start);
    let last = |list: &[&str]| last_of(&words, list);
    let wanted = any_of(&words, &["力争", "争取"]);
    wanted || last(OTHERS) > last(OURS)
}

/// Shares of money, land and the like.
fn is_outside(page: &Page, item: &Item) -> bool {
    const OUTSIDE: &[&str] = &[
        "资金",
        "GDP",
        "投资",
        "面积",
        "耕地",
        "人口",
        "财政",
        "税收",
        "用电",
        "排放",
        "产值",
        "营收",
        "工程进度",
        "形象进度",
        "完成率为投资",
    ];
    let clause = page.words(item.context.clause_start, item.quantity.start);
    item.numerators.is_empty() && any_of(&clause, OUTSIDE)
}
