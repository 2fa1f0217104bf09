//! Promises: what, by whom, by when.

use std::ops::Range;

use crate::reply_check::cues::Cue;
use crate::reply_check::letter::Commitment;
use crate::text::dates::dates;
use crate::text::sentences::sentences;

use super::Page;

/// Sentences that promise: with 将, 拟, 计划, 底前 and without sign of completion.
pub(super) fn commitments(page: &Page<'_>, body: Range<usize>) -> Vec<Commitment> {
    let mut found = Vec::new();
    for range in sentences(page.sheet.at(body.clone())) {
        let range = body.start + range.start..body.start + range.end;
        let words = page.sheet.at(range.clone());
        let is_closing = page.cues_in(Cue::Thanks, range.clone()).next().is_some()
            || page.cues_in(Cue::FeedbackForm, range.clone()).next().is_some();
        let promises = page.cues_in(Cue::Future, range.clone()).any(|hit| is_promise(page, hit.start, hit.end));
        if is_closing || !promises {
            continue;
        }
        let by_when = deadline_in(page, range.clone());
        let due_on = by_when.clone().and_then(|when| due_on(page, range.clone(), when));
        let vague = page.cues_in(Cue::VagueBody, range.clone()).next().map(|hit| hit.start..hit.end);
        let who = body_in(words).map(|who| range.start + who.start..range.start + who.end);
        found.push(Commitment {
            span: page.sheet.span(range),
            vague_who: vague.is_some() && who.is_none(),
            who: who.or(vague).map(|who| page.sheet.span(who)),
            by_when: by_when.map(|when| page.sheet.span(when)),
            due_on,
        });
    }
    found
}

/// 将, 拟 … as a promise: not within a longer word (将军, 虚拟), not 已计划.
fn is_promise(page: &Page<'_>, start: usize, end: usize) -> bool {
    let word = page.sheet.at(start..end);
    let before = page.sheet.norm.get(..start).and_then(|head| head.chars().next_back());
    let after = page.sheet.norm.get(end..).and_then(|tail| tail.chars().next());
    match word {
        "将" => {
            !matches!(before, Some('已' | '也' | '并')) && !matches!(after, Some('军' | '领' | '士' | '其'))
                || matches!(before, Some('并' | '也'))
        }
        "拟" => !matches!(before, Some('虚' | '模' | '草')) && !matches!(after, Some('定' | '人' | '合')),
        "待" => !matches!(before, Some('等' | '期' | '接' | '对' | '招' | '看' | '优')) && !matches!(after, Some('遇')),
        "今后" | "届时" | "预计" | "准备" => true,
        "计划" => !matches!(after, Some('》' | '（')) && !matches!(before, Some('入' | '动' | '年' | '作' | '设')),
        _ => true,
    }
}

/// The first words that say by when.
fn deadline_in(page: &Page<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let words = page.sheet.at(range.clone());
    let dated = dates(words).into_iter().find(|mention| {
        mention.month.is_some() && !page.sheet.at(range.start..range.start + mention.span.start).ends_with("已于")
    });
    if let Some(mention) = dated {
        return Some(range.start + mention.span.start..range.start + mention.span.end);
    }
    let hit = page.cues_in(Cue::Deadline, range.clone()).find(|hit| {
        let before = page.sheet.norm.get(..hit.start).and_then(|head| head.chars().next_back());
        let word = page.sheet.at(hit.start..hit.end);
        let counted = before.is_some_and(|c| {
            c.is_ascii_digit() || crate::text::numerals::is_chinese_numeral(c) || matches!(c, '月' | '年' | '日' | '度')
        });
        match word {
            "今年" | "当年" => page.sheet.norm.get(hit.end..).is_some_and(|tail| !tail.starts_with("以来")),
            "旬" | "学期" | "季度" | "月内" | "周内" | "日前" | "月前" | "年前" | "年起" | "月起" | "日起" | "月底" | "年底"
            | "底前" => counted || !matches!(word, "旬" | "日前" | "年前" | "月前"),
            _ => true,
        }
    });
    let year = year_in(words).map(|place| range.start + place..range.start + place + "2024年".len());
    match (hit, year) {
        (Some(hit), _) => Some(hit.start..hit.end),
        (None, year) => year,
    }
}

/// 2026年 as the time of a promise.
fn year_in(words: &str) -> Option<usize> {
    words.match_indices('年').find_map(|(at, _)| {
        let start = at.checked_sub(4)?;
        let year: u32 = words.get(start..at)?.parse().ok()?;
        ((2000..2100).contains(&year) && !words.get(..start)?.ends_with('（') && !words.get(..start)?.ends_with('〔'))
            .then_some(start)
    })
}

fn due_on(page: &Page<'_>, sentence: Range<usize>, when: Range<usize>) -> Option<chrono::NaiveDate> {
    let mention = dates(page.sheet.at(sentence.start..when.end)).pop()?;
    mention.year.and_then(|year| mention.latest(year))
}

/// Words that name who will act: 我局, 由……负责, 县水利局, ……牵头.
fn body_in(words: &str) -> Option<Range<usize>> {
    for own in [
        "我局",
        "我委",
        "我厅",
        "我部",
        "我办",
        "我院",
        "我公司",
        "我中心",
        "我镇",
        "我乡",
        "镇政府",
        "县政府",
        "市政府",
        "区政府",
        "省政府",
        "我们",
        "我市",
        "我县",
        "我区",
        "我省",
        "我单位",
        "我会",
        "我社",
        "我行",
        "我队",
        "我街道",
        "我馆",
        "我署",
        "我州",
        "我旗",
        "我盟",
    ] {
        if let Some(at) = words.find(own) {
            return Some(at..at + own.len());
        }
    }
    if let Some(at) = words.find("由").filter(|at| {
        !words.get(at + "由".len()..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '于'))
    }) {
        let rest = words.get(at..)?;
        if let Some(end) = ["负责", "牵头", "落实", "会同", "组织", "实施"].iter().filter_map(|word| rest.find(word)).min()
        {
            return Some(at..at + end);
        }
    }
    for unit in [
        "局",
        "委员会",
        "厅",
        "政府",
        "公司",
        "办公室",
        "中心",
        "管理所",
        "支队",
        "红十字会",
        "街道办事处",
        "发展改革委",
        "建设委",
        "卫生健康委",
        "各乡镇",
        "供电所",
        "集团",
        "大队",
        "民政部",
        "财政部",
        "教育部",
        "总局",
    ] {
        if let Some(at) = words.find(unit) {
            let head = words.get(..at)?;
            let start = head.rfind(['，', '；', '、', '：', '。', '由', '）']).map_or(0, |stop| stop + "，".len());
            return Some(start..at + unit.len());
        }
    }
    None
}
