//! Promises: what, by whom, by when.

use std::ops::Range;

use crate::reply_check::cues::Cue;
use crate::reply_check::letter::Commitment;
use crate::text::short::{find, places};

use super::Page;

/// Sentences that promise: with 将, 拟, 计划, 底前 and without sign of completion.
#[inline(never)]
pub(super) fn commitments(page: &Page<'_>) -> Vec<Commitment> {
    let mut found = Vec::new();
    for range in page.sentences.iter().cloned() {
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
    let mut dated = page.dates_in(range.clone());
    let dated =
        dated.find(|mention| mention.month.is_some() && !page.sheet.at(range.start..mention.span.start).ends_with("已于"));
    if let Some(mention) = dated {
        return Some(mention.span.start..mention.span.end);
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
    let mention = page.dates_in(sentence.start..when.end).last()?;
    mention.year.and_then(|year| mention.latest(year))
}

/// Words that name who will act: 我局, 县政府, 由……负责, 县水利局.
fn body_in(words: &str) -> Option<Range<usize>> {
    own_body(words).or_else(|| charged_body(words)).or_else(|| named_body(words))
}

/// 我局, 我们, 县政府.
fn own_body(words: &str) -> Option<Range<usize>> {
    let own = places(words, "我").find_map(|at| {
        let rest = words.get(at + "我".len()..)?;
        OWN.iter().find(|own| rest.starts_with(**own)).map(|own| at..at + "我".len() + own.len())
    });
    own.or_else(|| {
        places(words, "政府").find_map(|at| {
            let level = words.get(..at)?.chars().next_back().filter(|level| matches!(level, '镇' | '县' | '市' | '区' | '省'))?;
            Some(at - level.len_utf8()..at + "政府".len())
        })
    })
}

const OWN: &[&str] = &[
    "局", "委", "厅", "部", "办", "院", "公司", "中心", "镇", "乡", "们", "市", "县", "区", "省", "单位", "会", "社", "行", "队",
    "街道", "馆", "署", "州", "旗", "盟",
];

/// 由县水利局牵头, up to what it is charged with.
fn charged_body(words: &str) -> Option<Range<usize>> {
    let at = find(words, "由")?;
    let after = words.get(at + "由".len()..)?;
    let is_start_of_time = after.starts_with(|c: char| c.is_ascii_digit() || c == '于');
    let charges = ["负责", "牵头", "落实", "会同", "组织", "实施"];
    let end = charges.iter().filter_map(|charge| find(after, charge)).min().filter(|_| !is_start_of_time)?;
    Some(at..at + "由".len() + end)
}

/// The first words that end as the names of bodies do, from the mark before them.
fn named_body(words: &str) -> Option<Range<usize>> {
    for (at, character) in words.char_indices() {
        if !matches!(character, '局' | '会' | '厅' | '府' | '司' | '室' | '心' | '所' | '队' | '处' | '委' | '镇' | '团' | '部')
        {
            continue;
        }
        let end = at + character.len_utf8();
        let head = words.get(..end)?;
        if let Some(unit) = UNITS.iter().find(|unit| head.ends_with(**unit)) {
            let name = head.get(..end - unit.len())?;
            let start = name.rfind(['，', '；', '、', '：', '。', '由', '）']).map_or(0, |stop| stop + "，".len());
            return Some(start..end);
        }
    }
    None
}

const UNITS: &[&str] = &[
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
];
