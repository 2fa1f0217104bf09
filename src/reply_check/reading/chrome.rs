//! What belongs to the web page around a letter: navigation, information table, header and footer lines.

use crate::reply_check::cues::Cue;
use crate::reply_check::letter::Letter;

use super::Page;

/// Marks the lines of the page around the letter and finds where its footer begins.
pub(super) fn mark(page: &mut Page<'_>, letter: &mut Letter) {
    let lines = page.sheet.lines.len();
    let mut is_chrome = vec![false; lines];
    for hit in page.cues.iter().filter(|hit| hit.cue == Cue::Chrome) {
        let number = page.sheet.line_of(hit.start);
        let Some(line) = page.sheet.lines.get(number) else { continue };
        let words = page.sheet.at(line.range.clone());
        let phrase = page.sheet.at(hit.start..hit.end);
        let is_sentence = words.len() > 150 && words.contains('。') || words.contains("收悉");
        let weak = WEAK.contains(&phrase);
        let begins = page.sheet.begins_item(hit.start) || page.sheet.at(line.range.start..hit.start).chars().count() <= 1;
        let is_page = !is_sentence && (!weak || begins && (words.contains('：') || words.len() <= 60));
        if let Some(mark) = is_chrome.get_mut(number) {
            *mark |= is_page;
        }
    }
    page.end = footer_start(page, &is_chrome);
    letter.chrome = (0..lines)
        .filter(|number| is_chrome.get(*number).copied().unwrap_or(false))
        .filter_map(|number| page.sheet.lines.get(number).map(|line| page.sheet.span(line.range.clone())))
        .collect();
    page.is_chrome = is_chrome;
}

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
