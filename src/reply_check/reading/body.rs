//! What the running text holds: headings, opinions of assisting bodies, promises, laws, thanks, the opinion form.

use std::ops::Range;

use crate::reply_check::cues::Cue;
use crate::reply_check::letter::{Citation, Commitment, Heading, Letter};
use crate::text::dates::dates;
use crate::text::numerals::whole_number;
use crate::text::sentences::sentences;

use super::Page;

/// Reads the running text.
pub(super) fn read(page: &Page<'_>, letter: &mut Letter) {
    thanks_and_form(page, letter);
    if page.prose.is_empty() {
        return;
    }
    let body = page.opening.end..page.prose.end;
    letter.body = Some(page.sheet.span(body.clone()));
    letter.headings = headings(page, body.clone());
    letter.assisting_opinions = assisting(page, body.clone());
    letter.commitments = commitments(page, body.clone());
    letter.citations = citations(page);
}

fn thanks_and_form(page: &Page<'_>, letter: &mut Letter) {
    let zone = page.opening.start..page.end;
    let thanks: Vec<_> = page.cues_in(Cue::Thanks, zone.clone()).collect();
    letter.thanks = thanks.last().map(|hit| page.sheet.span(sentence_around(page, hit.start, zone.clone())));
    let after_opening = page.opening.end..page.end;
    letter.feedback_form = page.cues_in(Cue::FeedbackForm, after_opening).last().map(|hit| page.sheet.span(hit.start..hit.end));
}

/// The sentence around `place`, within `zone`.
fn sentence_around(page: &Page<'_>, place: usize, zone: Range<usize>) -> Range<usize> {
    let ends = ['。', '！', '；', '？'];
    let head = page.sheet.at(zone.start..place);
    let start = head.rfind(ends).map_or(zone.start, |at| zone.start + at + "。".len());
    let line_start = page.sheet.lines.get(page.sheet.line_of(place)).map_or(start, |line| line.range.start);
    let tail = page.sheet.at(place..zone.end);
    let end = tail.find(ends).map_or(zone.end, |at| place + at);
    start.max(line_start.min(place))..end
}

/// 一、 （一） 1. （1） at the start of a line, or after a full stop.
fn headings(page: &Page<'_>, body: Range<usize>) -> Vec<Heading> {
    let mut starts: Vec<usize> =
        page.sheet.lines.iter().map(|line| line.range.start).filter(|start| body.contains(start)).collect();
    let words = page.sheet.at(body.clone());
    starts.extend(
        words
            .match_indices(['。', '：', '；'])
            .map(|(at, stop)| body.start + at + stop.len())
            .filter(|at| page.sheet.begins_item(*at)),
    );
    starts.sort_unstable();
    starts.dedup();
    let mut found: Vec<Heading> = Vec::new();
    let mut marks: Vec<(usize, u8, u32, usize)> = Vec::new();
    for start in starts {
        let Some((level, number, length)) = heading_mark(page.sheet.at(start..body.end)) else { continue };
        marks.push((start, level, number, length));
    }
    for (index, (start, level, number, length)) in marks.iter().enumerate() {
        let next = marks.iter().skip(index + 1).find(|(_, other, _, _)| other <= level).map_or(body.end, |(at, ..)| *at);
        let text = page.sheet.at(start + length..next);
        let line_end = page.sheet.lines.get(page.sheet.line_of(*start)).map_or(next, |line| line.range.end);
        let end = text
            .find(['。', '：', '；'])
            .map_or(next, |at| start + length + at + "。".len())
            .min(line_end.max(start + length))
            .min(next);
        found.push(Heading {
            level: *level,
            number: *number,
            span: page.sheet.span(*start..end),
            section: page.sheet.span(*start..next),
        });
    }
    found
}

/// The level, number and length of a heading's mark at the start of `words`.
fn heading_mark(words: &str) -> Option<(u8, u32, usize)> {
    let bracketed = words.strip_prefix('（');
    let rest = bracketed.unwrap_or(words);
    let chinese: &str = rest.split(|c| !crate::text::numerals::is_chinese_numeral(c)).next()?;
    let digits: &str = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    let (level, numeral) = match (bracketed.is_some(), chinese.is_empty(), digits.is_empty()) {
        (false, false, _) => (1, chinese),
        (true, false, _) => (2, chinese),
        (false, true, false) => (3, digits),
        (true, true, false) => (4, digits),
        _ => return None,
    };
    let after = rest.get(numeral.len()..)?;
    let close = match level {
        1 => after.strip_prefix('、').map(|_| "、".len()),
        2 | 4 => after.strip_prefix('）').map(|_| "）".len()),
        _ => after.chars().next().filter(|c| matches!(c, '.' | '、' | '．' | '·')).map(char::len_utf8),
    }?;
    let is_decimal = level == 3 && after.get(close..).is_some_and(|tail| tail.starts_with(|c: char| c.is_ascii_digit()));
    let number =
        whole_number(numeral).and_then(|number| u32::try_from(number).ok()).filter(|number| (1..=40).contains(number))?;
    let lead = if bracketed.is_some() { "（".len() } else { 0 };
    (!is_decimal).then_some((level, number, lead + numeral.len() + close))
}

fn assisting(page: &Page<'_>, body: Range<usize>) -> Vec<crate::text::span::Span> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for hit in page.cues_in(Cue::AssistingOpinion, body.clone()) {
        let sentence = sentence_around(page, hit.start, body.clone());
        let words = page.sheet.at(sentence.clone());
        let named = ["局", "委", "厅", "部", "办", "单位", "政府", "会", "院", "队", "公司", "中心"]
            .iter()
            .any(|unit| words.contains(unit));
        let phrase = page.sheet.at(hit.start..hit.end);
        let sure = phrase.contains("办意见") || phrase.contains("单位意见") || phrase.contains("部门意见");
        let is_form = words.contains("征询") || words.contains("征求") || words.contains("反馈我") || words.contains("填");
        if (sure || named) && !is_form && found.last() != Some(&sentence) {
            found.push(sentence);
        }
    }
    found.into_iter().map(|range| page.sheet.span(range)).collect()
}

/// Sentences that promise: with 将, 拟, 计划, 底前 and without sign of completion.
fn commitments(page: &Page<'_>, body: Range<usize>) -> Vec<Commitment> {
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

/// Laws, regulations and documents in 《》 anywhere in the running text, with article and bracketed note.
fn citations(page: &Page<'_>) -> Vec<Citation> {
    let words = page.sheet.at(page.prose.clone());
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = words.get(at..).and_then(|rest| rest.find('《')).map(|place| at + place) {
        let inner = open + "《".len();
        let Some(close) = words.get(inner..).and_then(|rest| rest.find('》')).map(|place| inner + place) else { break };
        at = close + "》".len();
        let name = words.get(inner..close).unwrap_or_default();
        let is_law = ["法", "条例", "规定", "办法", "细则", "规则", "法典", "决定", "宪法"]
            .iter()
            .any(|end| name.ends_with(end) || name.contains("法（") || name.contains("条例（"));
        if !is_law || name.chars().count() > 60 {
            continue;
        }
        let rest = words.get(at..).unwrap_or_default();
        let (note, after_note) = match rest.strip_prefix('（').and_then(|inside| inside.find('）')) {
            Some(end) if end < 120 => {
                (Some(page.prose.start + at + "（".len()..page.prose.start + at + "（".len() + end), end + "（）".len())
            }
            _ => (None, 0),
        };
        let article = article_at(rest.get(after_note..).unwrap_or_default());
        let end = at + if article.is_some() || note.is_some() { after_note } else { 0 } + article.map_or(0, str::len);
        found.push(Citation {
            name: name.to_string(),
            span: page.sheet.span(page.prose.start + open..page.prose.start + end),
            article: article.map(str::to_string),
            note: note.map(|range| page.sheet.span(range)),
        });
    }
    found
}

/// 第二十二条 at the start of `rest`.
fn article_at(rest: &str) -> Option<&str> {
    let number = rest.strip_prefix('第')?;
    let end = number.find('条').filter(|end| (1..=24).contains(end))?;
    let numeral = number.get(..end)?;
    let fits = numeral.chars().all(|c| c.is_ascii_digit() || crate::text::numerals::is_chinese_numeral(c));
    fits.then(|| rest.get(.."第".len() + end + "条".len()))?
}
