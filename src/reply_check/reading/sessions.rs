//! Which session, which number, which kind: in the title and in the sentence that names what was received.

use std::ops::Range;

use crate::reply_check::letter::{Field, Label, Letter, NumberMention, Session};
use crate::text::numerals::{Script, numeral_at, whole_number};

use super::Page;

/// Reads sessions, numbers and kind.
#[inline(never)]
pub(super) fn read(page: &Page<'_>, letter: &mut Letter) {
    let opening = receipt(page);
    if let Some(title) = page.title.clone() {
        sessions_in(page, title.clone(), true, &mut letter.sessions);
        numbers_in(page, title, true, &mut letter.numbers);
    } else if let Some(heading) = heading(page) {
        sessions_in(page, heading.clone(), true, &mut letter.sessions);
        numbers_in(page, heading, true, &mut letter.numbers);
    }
    sessions_in(page, opening.clone(), false, &mut letter.sessions);
    if letter.sessions.is_empty() {
        letter.sessions.extend(session_row(page));
    }
    numbers_in(page, opening, false, &mut letter.numbers);
    letter.item_number = item_number(letter).or_else(|| labelled_number(page)).or_else(|| number_above(page));
    letter.kind = kind(page, letter);
}

/// The last line above the letter that names session and item without being a whole title: 对区二届人大一次会议重点建议的.
fn heading(page: &Page<'_>) -> Option<Range<usize>> {
    let names_item = |words: &str| {
        let of_session = words.contains('届') && (words.contains("人大") || words.contains("政协") || words.contains("代表大会"));
        let of_item = ["建议", "提案", "议案"].iter().any(|kind| words.contains(kind));
        of_session && of_item && words.chars().count() <= 60
    };
    let above = page.sheet.lines.iter().enumerate().take_while(|(_, line)| line.range.end <= page.opening.start);
    let own = above.filter(|(number, line)| {
        !page.is_chrome.get(*number).copied().unwrap_or(false) && names_item(page.sheet.at(line.range.clone()))
    });
    own.last().map(|(_, line)| line.range.clone())
}

/// The session that a row of the page above the letter holds alone: 县人大十八届二次会议.
fn session_row(page: &Page<'_>) -> Option<Session> {
    let rows = page.sheet.lines.iter().take_while(|line| line.range.end <= page.opening.start);
    let alone = |words: &str| words.ends_with("会议") && words.contains('届') && words.chars().count() <= 24;
    let mut found = Vec::new();
    for row in rows.filter(|row| alone(page.sheet.at(row.range.clone()))) {
        sessions_in(page, row.range.clone(), false, &mut found);
    }
    found.into_iter().next_back()
}

/// The opening up to the end of the sentence that holds 收悉.
fn receipt(page: &Page<'_>) -> Range<usize> {
    let words = page.sheet.at(page.opening.clone());
    let end = words.find("收悉").or_else(|| words.find("已收")).and_then(|at| words.get(at..)?.find('。').map(|stop| at + stop));
    page.opening.start..end.map_or(page.opening.end, |end| page.opening.start + end)
}

fn item_number(letter: &Letter) -> Option<Field> {
    let in_title: Vec<&NumberMention> = letter.numbers.iter().filter(|number| number.in_title).collect();
    let chosen =
        if in_title.is_empty() { letter.numbers.iter().filter(|number| number.in_receipt).take(1).collect() } else { in_title };
    let first = chosen.first()?;
    let mut values: Vec<&str> = Vec::new();
    for number in &chosen {
        if !values.contains(&number.value.as_str()) {
            values.push(&number.value);
        }
    }
    Some(Field { value: values.join("、"), span: first.span })
}

/// 提案编号：20240088, in a form around the letter.
fn labelled_number(page: &Page<'_>) -> Option<Field> {
    let own = |hit: &&super::LabelHit| {
        hit.label == Label::ItemNumber && !page.in_prose(hit.name.start) && !page.on_chrome(hit.name.start)
    };
    let hit = page.labels.iter().find(own)?;
    let value = hit.value_in(&page.sheet, &page.labels);
    let words = page.sheet.at(value.clone());
    let start = words.find(|c: char| c.is_ascii_alphanumeric())?;
    let rest = words.get(start..)?;
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(rest.len());
    let has_digit = rest.get(..end)?.contains(|c: char| c.is_ascii_digit());
    has_digit.then(|| page.field_as(value.start + start..value.start + start + end, rest.get(..end).unwrap_or_default()))
}

/// The number in the page's own heading, where the letter's title below it names none.
fn number_above(page: &Page<'_>) -> Option<Field> {
    let title = page.title.clone()?;
    let above = page.sheet.lines.iter().filter(|line| line.range.end <= title.start);
    let mut found = Vec::new();
    for line in above.filter(|line| super::title::looks_like_title(page.sheet.at(line.range.clone()))) {
        numbers_in(page, line.range.clone(), true, &mut found);
    }
    found.last().map(|number| Field { value: number.value.clone(), span: number.span })
}

/// The numbers within `range`: 第……号, else 编号……, else the number within a class (工交邮电类第2号).
fn numbers_in(page: &Page<'_>, range: Range<usize>, in_title: bool, found: &mut Vec<NumberMention>) {
    let before = found.len();
    let mut within_class = Vec::new();
    ordinals_in(page, range.clone(), in_title, found, &mut within_class);
    if found.len() == before {
        found.extend(code_in(page, range, in_title));
    }
    if found.len() == before {
        found.append(&mut within_class);
    }
}

/// 提案编号20240088, without a colon.
fn code_in(page: &Page<'_>, range: Range<usize>, in_title: bool) -> Option<NumberMention> {
    let words = page.sheet.at(range.clone());
    let at = words.find("编号")?;
    let after = words.get(at + "编号".len()..)?;
    let code = after.trim_start_matches(['：', '为', '第']);
    let end = code.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(code.len());
    let value = code.get(..end).filter(|value| value.contains(|c: char| c.is_ascii_digit()))?;
    let start = range.start + at + "编号".len() + after.len() - code.len();
    Some(NumberMention { value: value.to_string(), in_title, in_receipt: !in_title, span: page.sheet.span(start..start + end) })
}

/// 第……号 within `range`, not a document number; those of a class (工交邮电类123号) apart.
fn ordinals_in(
    page: &Page<'_>,
    range: Range<usize>,
    in_title: bool,
    found: &mut Vec<NumberMention>,
    within_class: &mut Vec<NumberMention>,
) {
    let words = page.sheet.at(range.clone());
    let receipt_end = words.find("收悉").or_else(|| words.find("已收")).unwrap_or(words.len());
    for (at, _) in words.match_indices('号') {
        let head = words.get(..at).unwrap_or_default();
        let start = number_start(head);
        let number = head.get(start..).unwrap_or_default();
        if number.is_empty() || number.chars().count() > 24 {
            continue;
        }
        let before = head.get(..start).unwrap_or_default();
        let has_ordinal = before.ends_with('第');
        let tail = words.get(at + "号".len()..).unwrap_or_default();
        let named =
            ["建议", "提案", "议案", "代表", "委员", "人大", "政协", "重点", "闭会", "会议", "平时", "党派", "集体", "社情"]
                .iter()
                .any(|word| tail.starts_with(word))
                || before.ends_with("案")
                || before.ends_with("建议")
                || before.ends_with('（') && tail.starts_with('）');
        let sub_class = before.ends_with('类') || before.ends_with("类第");
        let document =
            before.ends_with(['〕', ']', '】']) || before.ends_with("〕第") || before.ends_with("）") || before.ends_with("年");
        let behind_title = before.ends_with("》（") || before.ends_with("”（");
        if document
            || !(has_ordinal || named && in_title || behind_title && tail.starts_with('）'))
            || tail.starts_with("文")
            || tail.starts_with("令")
            || tail.starts_with("公告")
        {
            continue;
        }
        let printed = if number.chars().all(|c| !c.is_ascii()) {
            whole_number(number).map_or_else(|| number.to_string(), |n| n.to_string())
        } else {
            number.to_string()
        };
        let first = range.start + start - if has_ordinal { "第".len() } else { 0 };
        let span = page.sheet.span(first..range.start + at + "号".len());
        let list = if sub_class { &mut *within_class } else { &mut *found };
        list.push(NumberMention { value: printed, in_title, in_receipt: !in_title && at <= receipt_end, span });
    }
}

/// Where the run of digits, letters and joiners before 号 begins.
fn number_start(head: &str) -> usize {
    let joins = |c: char| c.is_ascii_alphanumeric() || matches!(c, '、' | '-' | '_') || c.is_ascii_digit();
    let ascii = head.trim_end_matches(joins);
    if ascii.len() < head.len() {
        let skipped = head.get(ascii.len()..).unwrap_or_default();
        let lead = skipped.len() - skipped.trim_start_matches(['、', '-', '_']).len();
        return ascii.len() + lead;
    }
    let chinese = head.trim_end_matches(crate::text::numerals::is_chinese_numeral);
    if head.len() - chinese.len() > 15 { head.len() } else { chinese.len() }
}

/// 十七届……三次会议 within `range`.
fn sessions_in(page: &Page<'_>, range: Range<usize>, in_title: bool, found: &mut Vec<Session>) {
    let words = page.sheet.at(range.clone());
    for (at, _) in words.match_indices('届') {
        let Some((term, start)) = ordinal_before(words, at) else { continue };
        let rest = words.get(at..).unwrap_or_default();
        let window: String = rest.chars().take(40).collect();
        let Some(end) = window.find("会议").map(|at| at + "会议".len()).or_else(|| bare_meeting(&window)) else { continue };
        let scope = window.get(..end).unwrap_or_default();
        if scope.contains("常委会") || scope.contains("常务委员会") || scope.contains("全会") {
            continue;
        }
        let number = scope.rfind('次').and_then(|times| ordinal_before(scope, times)).map(|(number, _)| number);
        let before: String =
            words.get(..start).unwrap_or_default().chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
        let both = format!("{before}{scope}");
        let is_congress = both.rfind("人大").or_else(|| both.rfind("人民代表大会"));
        let is_committee = both.rfind("政协").or_else(|| both.rfind("政治协商")).or_else(|| both.rfind("委员会"));
        let is_congress = match (is_congress, is_committee) {
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (Some(congress), Some(committee)) => congress > committee,
            (None, None) => continue,
        };
        let lead = if before.ends_with('第') { "第".len() } else { 0 };
        let span_start = range.start + start - lead;
        let span = page.sheet.span(span_start..range.start + at + end);
        found.push(Session { is_congress, term, number, in_title, span });
    }
}

/// The end of 届一次 or 届第一次, where 会议 is left out.
fn bare_meeting(window: &str) -> Option<usize> {
    let times = window.find('次')?;
    let (_, start) = ordinal_before(window, times)?;
    let between = window.get('届'.len_utf8()..start)?;
    let other = window.get(times + '次'.len_utf8()..)?.starts_with(['全', '常', '主']);
    (!other && matches!(between, "" | "第")).then_some(times + '次'.len_utf8())
}

/// The number right before `at`, and where it begins.
fn ordinal_before(words: &str, at: usize) -> Option<(u32, usize)> {
    let head = words.get(..at)?;
    let digits = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let start = if digits.len() < head.len() {
        digits.len()
    } else {
        head.trim_end_matches(crate::text::numerals::is_chinese_numeral).len()
    };
    if start == head.len() {
        return None;
    }
    let numeral = numeral_at(head, start)?;
    let fits = numeral.span.end == head.len() && (numeral.script != Script::ChineseDigits || head.len() - start <= 6);
    fits.then(|| numeral.whole().and_then(|n| u32::try_from(n).ok()).map(|n| (n, start)))?
}

/// What most of the letter says: the session's body weighs most, then the title's word, the quoted title's, the addressee's.
fn kind(page: &Page<'_>, letter: &Letter) -> Option<Field> {
    let mut suggestion = 0i32;
    let mut proposal = 0i32;
    let title = page.title.clone().map(|title| page.sheet.at(title).to_string()).unwrap_or_default();
    let opening = page.sheet.at(receipt(page));
    match letter.sessions.first().map(|session| session.is_congress) {
        Some(true) => suggestion += 3,
        Some(false) => proposal += 3,
        None if title.contains("政协") || opening.contains("政协") => proposal += 2,
        None if title.contains("人大") || opening.contains("人大") || title.contains("人民代表大会") => suggestion += 2,
        None => {}
    }
    let word = kind_word(&title).or_else(|| kind_word(opening));
    match word {
        Some("提案") => proposal += 2,
        Some(_) => suggestion += 2,
        None => {}
    }
    let quoted = letter.quoted_titles.first().map(|quoted| quoted.value.as_str()).unwrap_or_default();
    if quoted.ends_with("提案") {
        proposal += 2;
    } else if quoted.ends_with("建议") {
        // proposals are often called 关于……的建议 by their authors
        suggestion += 1;
    } else if quoted.ends_with("议案") {
        suggestion += 1;
    }
    let addressee = letter.addressee.as_ref().map(|field| field.value.as_str()).unwrap_or_default();
    if addressee.ends_with("代表") || addressee.ends_with("代表团") {
        suggestion += 1;
    } else if addressee.ends_with("委员") {
        proposal += 2;
    }
    if suggestion == 0 && proposal == 0 {
        return None;
    }
    let called_motion = word.map_or_else(|| quoted.ends_with("议案"), |word| word == "议案");
    let is_motion = suggestion > proposal && called_motion;
    let value = if is_motion {
        "议案"
    } else if proposal > suggestion {
        "提案"
    } else {
        "建议"
    };
    let span_of = |field: &Option<Field>| field.as_ref().map(|field| field.span);
    let span = span_of(&letter.title).or(letter.opening).or_else(|| span_of(&letter.addressee))?;
    let place = page
        .title
        .clone()
        .and_then(|range| page.sheet.at(range.clone()).rfind(value).map(|at| range.start + at..range.start + at + value.len()));
    Some(Field { value: value.to_string(), span: place.map_or(span, |place| page.sheet.span(place)) })
}

/// The kind that stands nearest after the number, else the last in the words.
fn kind_word(words: &str) -> Option<&'static str> {
    let kinds = ["建议", "提案", "议案"];
    let follows_number = |at: &usize| words.get(..*at).is_some_and(|head| number_start(head) < head.len());
    let number = words.match_indices('号').map(|(at, _)| at).rfind(follows_number);
    let after_number = number.and_then(|at| words.get(at..)).unwrap_or_default();
    let nearest = kinds.iter().filter_map(|kind| after_number.find(kind).map(|at| (at, *kind))).min();
    let outside = words.split(['《', '“']).next().unwrap_or_default();
    nearest
        .map(|(_, kind)| kind)
        .or_else(|| kinds.iter().filter_map(|kind| outside.rfind(kind).map(|at| (at, *kind))).max().map(|(_, kind)| kind))
}
