//! What belongs to the web page around a letter: navigation, information table, header and footer lines.

use crate::reply_check::cues::{Cue, CueHit};
use crate::reply_check::letter::Letter;

use super::Page;

/// Marks the lines of the page around the letter and finds where its footer begins.
#[inline(never)]
pub(super) fn mark(page: &mut Page<'_>, letter: &mut Letter) {
    let lines = page.sheet.lines.len();
    let mut sure = vec![false; lines];
    let mut likely = vec![0u8; lines];
    for hit in page.cues.iter().filter(|hit| hit.cue == Cue::Chrome) {
        let number = page.sheet.line_of(hit.start);
        let (Some(sure), Some(likely)) = (sure.get_mut(number), likely.get_mut(number)) else { continue };
        match weight_of(page, number, hit) {
            Weight::None => {}
            Weight::Likely => *likely = likely.saturating_add(1),
            Weight::Sure => *sure = true,
        }
    }
    let is_sure = |number: usize| sure.get(number).copied().unwrap_or(false);
    let near_sure = |number: usize| (number.saturating_sub(2)..=number + 2).any(is_sure);
    let judge = |(number, count): (usize, &u8)| is_sure(number) || *count > 1 || *count > 0 && near_sure(number);
    let is_chrome: Vec<bool> = likely.iter().enumerate().map(judge).collect();
    page.end = footer_start(page, &is_chrome);
    let marked = (0..lines).filter(|number| is_chrome.get(*number).copied().unwrap_or(false));
    letter.chrome =
        marked.filter_map(|number| page.sheet.lines.get(number).map(|line| page.sheet.span(line.range.clone()))).collect();
    page.is_chrome = is_chrome;
}

/// How sure a phrase says that its line is not the letter's own.
enum Weight {
    None,
    /// Only together with another sign on the line, or next to a sure line.
    Likely,
    Sure,
}

fn weight_of(page: &Page<'_>, number: usize, hit: &CueHit) -> Weight {
    let Some(line) = page.sheet.lines.get(number) else { return Weight::None };
    let words = page.sheet.at(line.range.clone());
    let phrase = page.sheet.at(hit.start..hit.end);
    let is_sentence =
        words.contains('。') && (words.len() > 150 || words.ends_with(['。', '；', '：'])) || words.contains("收悉");
    let begins = page.sheet.begins_item(hit.start) || page.sheet.at(line.range.start..hit.start).chars().count() <= 1;
    match () {
        () if is_sentence => Weight::None,
        () if !WEAK.contains(&phrase) => Weight::Sure,
        () if !begins || !words.contains('：') && words.len() > 60 => Weight::None,
        () if SHARED.contains(&phrase) => Weight::Likely,
        () => Weight::Sure,
    }
}

/// Labels that letters and pages share.
const SHARED: &[&str] =
    &["主办单位：", "主办：", "审核人", "时间：", "作者：", "来源：", "联系我们", "技术支持", "编辑：", "信息来源"];

/// Words that a letter may use itself, so that they count only at the start of a short line.
const WEAK: &[&str] = &[
    "字号：",
    "字体：",
    "微信",
    "微博",
    "打印",
    "登录",
    "注册",
    "无障碍",
    "繁体",
    "简体",
    "English",
    "适老化",
    "隐私",
    "纠错",
    "时间：",
    "浏览：",
    "阅读：",
    "主办：",
    "主办单位：",
    "市长信箱",
    "公开目录",
    "技术支持",
    "审核人",
    "朋友圈",
    "来源：",
    "作者：",
    "编辑：",
    "联系我们",
    "关于我们",
    "公开范围",
    "有效性：",
    "政务公开>",
    "附件下载",
    "信息分类",
    "信息类别",
    "主题分类",
    "关键词：",
    "服务对象",
    "更新时间",
    "文件下载",
    "生效日期",
    "信息来源",
    "访问量",
    "内容概述",
];

/// The first line of the page's footer: the first mark of the page that has no running text of the letter after it.
fn footer_start(page: &Page<'_>, is_chrome: &[bool]) -> usize {
    let last_of_letter = page
        .sheet
        .lines
        .iter()
        .enumerate()
        .filter(|(number, _)| !is_chrome.get(*number).copied().unwrap_or(false))
        .filter(|(_, line)| {
            let words = page.sheet.at(line.range.clone());
            words.contains("收悉")
                || words.contains("如下：")
                || words.contains('。') && words.len() > 60 && !words.contains("备")
        })
        .map(|(number, _)| number)
        .next_back();
    let Some(last) = last_of_letter else { return page.sheet.norm.len() };
    let footer = (last + 1..page.sheet.lines.len()).find(|number| is_chrome.get(*number).copied().unwrap_or(false));
    footer.and_then(|number| page.sheet.lines.get(number)).map_or(page.sheet.norm.len(), |line| line.range.start)
}
