//! What the suggestion asks, one by one.

use crate::text::numerals::is_chinese_numeral;

use super::input::SuggestionText;

/// The asks of a suggestion: as given, else found in its text, else its title's matter.
pub fn asks_of(suggestion: &SuggestionText) -> Vec<String> {
    if !suggestion.asks.is_empty() {
        return suggestion.asks.clone();
    }
    let from_text = suggestion.text.as_deref().map(asks_in).unwrap_or_default();
    if !from_text.is_empty() {
        return from_text;
    }
    suggestion
        .title
        .as_deref()
        .map(matter_of)
        .filter(|matter| !matter.is_empty())
        .map(|matter| vec![matter.to_string()])
        .unwrap_or_default()
}

/// What a title is about: without 关于 and 的建议.
pub fn matter_of(title: &str) -> &str {
    let title = title.trim().trim_matches(['《', '》', '“', '”', '"']);
    let title = title.strip_prefix("关于").unwrap_or(title);
    ["的建议", "的提案", "的议案", "建议案", "的意见", "建议", "提案", "议案"]
        .iter()
        .find_map(|end| title.strip_suffix(end))
        .unwrap_or(title)
}

/// The asks in the running text of a suggestion: what follows 建议, one for each item of an enumeration, else for each clause.
fn asks_in(text: &str) -> Vec<String> {
    let parts = match wishes(text) {
        Some(wishes) => {
            let enumerated = enumerated(wishes);
            if enumerated.len() > 1 { enumerated } else { clauses(wishes) }
        }
        // a list without a word before it: 一、……；二、……
        None if mark_length(text.trim()).is_some() => enumerated(text.trim()),
        None => Vec::new(),
    };
    parts.into_iter().map(|part| tidy(part).to_string()).filter(|part| part.chars().count() >= 4).collect()
}

/// The words after the word that introduces the wishes.
fn wishes(text: &str) -> Option<&str> {
    let introduced = [
        "建议：",
        "建议:",
        "建议如下：",
        "建议如下",
        "为此，建议",
        "为此建议",
        "现建议",
        "特建议",
        "建议\n",
        "建议\r\n",
        "对策\n",
    ];
    let found = introduced.iter().filter_map(|lead| text.find(lead).map(|at| at + lead.len())).min();
    let found = found.or_else(|| {
        let starts = |lead: &str| {
            text.match_indices(lead)
                .find(|(at, _)| {
                    text.get(..*at).is_some_and(|head| head.is_empty() || head.ends_with(['。', '，', '\n', '；', '　']))
                })
                .map(|(at, _)| at + lead.len())
        };
        ["建议", "要求", "希望", "请求", "恳请"].iter().filter_map(|lead| starts(lead)).min()
    });
    text.get(found?..).map(str::trim)
}

/// The items of 一、…；二、… or （一） or 1. or 一是, or the parts between ；.
fn enumerated(wishes: &str) -> Vec<&str> {
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    let mut at_start = true;
    for (place, character) in wishes.char_indices() {
        if let Some(length) = mark_length(wishes.get(place..).unwrap_or_default()).filter(|_| at_start) {
            cuts.push((place, place + length));
        }
        at_start = matches!(character, '；' | '。' | '\n' | '：' | ';' | '，') || character.is_whitespace();
    }
    if cuts.len() > 1 {
        let ends = cuts.iter().skip(1).map(|(start, _)| *start).chain([wishes.len()]);
        return cuts
            .iter()
            .zip(ends)
            .filter_map(|((_, start), end)| wishes.get(*start..end))
            .map(|part| part.split('。').next().unwrap_or(part))
            .collect();
    }
    let first_sentence = wishes.split('。').next().unwrap_or(wishes);
    first_sentence.split(['；', ';']).filter(|part| !part.trim().is_empty()).collect()
}

/// The length of 一、 （一） 1. 1、 一是 at the start of `words`.
fn mark_length(words: &str) -> Option<usize> {
    let inner = words.strip_prefix(['（', '(']).unwrap_or(words);
    let numeral: usize = inner.chars().take_while(|c| is_chinese_numeral(*c) || c.is_ascii_digit()).map(char::len_utf8).sum();
    let after = inner.get(numeral..)?;
    let close = after.chars().next().filter(|c| matches!(c, '、' | '.' | '．' | '）' | ')' | '是'))?;
    let decimal = close == '.' && after.get(1..).is_some_and(|tail| tail.starts_with(|c: char| c.is_ascii_digit()));
    (numeral > 0 && !decimal).then_some(words.len() - inner.len() + numeral + close.len_utf8())
}

fn clauses(wishes: &str) -> Vec<&str> {
    let first_sentence = wishes.split('。').next().unwrap_or(wishes);
    first_sentence.split(['，', ',']).filter(|part| part.trim().chars().count() >= 4 && !tells_purpose(part)).collect()
}

/// Whether a clause says what the ask before it is good for: 以解决……难题, 让……更方便.
fn tells_purpose(clause: &str) -> bool {
    const LEADS: &[&str] = &[
        "以便",
        "以利",
        "以解决",
        "以缓解",
        "以满足",
        "以保障",
        "以确保",
        "以提高",
        "以提升",
        "以改善",
        "以方便",
        "从而",
        "进而",
        "使得",
        "便于",
        "让群众",
        "让居民",
        "让村民",
        "使群众",
        "使居民",
        "使村民",
    ];
    LEADS.iter().any(|lead| clause.trim().starts_with(lead))
}

fn tidy(part: &str) -> &str {
    let part = part.trim().trim_matches(['；', '。', '，', ';', ',', '\n', '　', '：']);
    let part = ["同时", "并且", "并", "以及", "请"]
        .iter()
        .find_map(|lead| part.strip_prefix(lead))
        .unwrap_or(part)
        .trim_start_matches('，');
    let named = part.strip_prefix('由').unwrap_or(part);
    let named = ["省", "市", "州", "县", "区", "镇", "乡"].iter().find_map(|place| named.strip_prefix(place)).unwrap_or(named);
    let bodies = ["有关部门", "相关部门", "有关单位", "相关单位", "职能部门", "主管部门"];
    bodies.iter().find_map(|body| named.strip_prefix(body)).unwrap_or(part)
}
