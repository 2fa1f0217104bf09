//! The disclosure attribute, the list of copies, and the annexes.

use std::ops::Range;

use crate::reply_check::letter::{Field, Label, Letter};

use super::Page;

/// Reads disclosure, copies and annexes outside the running text.
#[inline(never)]
pub(super) fn read(page: &Page<'_>, letter: &mut Letter) {
    let mut found = labelled(page, letter);
    found.extend(in_notes(page));
    found.sort_by_key(|field| field.span.start);
    found.dedup_by(|later, earlier| earlier.span.overlaps(later.span));
    letter.disclosure = found.first().cloned();
    letter.disclosures = found;
    letter.copied_to = copied_to(page);
    letter.annexes = page
        .labels
        .iter()
        .filter(|hit| hit.label == Label::Annex && !page.in_prose(hit.name.start) && hit.name.start < page.end)
        .map(|hit| page.sheet.span(hit.name.start..hit.value_in(&page.sheet, &page.labels).end))
        .collect();
}

fn labelled(page: &Page<'_>, letter: &mut Letter) -> Vec<Field> {
    let mut found = Vec::new();
    for hit in page.labels.iter().filter(|hit| hit.label == Label::Disclosure) {
        if page.in_prose(hit.name.start) || page.on_chrome(hit.name.start) || page.in_table(hit.name.start) {
            continue;
        }
        let value = hit.value_in(&page.sheet, &page.labels);
        let words = page.sheet.at(value.clone());
        match standard(words) {
            Some((standard, range)) => found.push(page.field_as(value.start + range.start..value.start + range.end, standard)),
            None if value.is_empty() => letter.empty_labels.push((Label::Disclosure, page.sheet.span(hit.name.clone()))),
            None => {}
        }
    }
    found
}

/// The standard word for how `words` begin, and the place of what was read.
fn standard(words: &str) -> Option<(&'static str, Range<usize>)> {
    const FORMS: &[(&str, &str)] = &[
        ("主动公开", "主动公开"),
        ("全文公开", "主动公开"),
        ("公开发布", "主动公开"),
        ("同意公开", "主动公开"),
        ("可以公开", "主动公开"),
        ("予以公开", "主动公开"),
        ("依申请公开", "依申请公开"),
        ("按申请公开", "依申请公开"),
        ("申请公开", "依申请公开"),
        ("不予公开", "不予公开"),
        ("不同意公开", "不予公开"),
        ("不宜公开", "不予公开"),
        ("免予公开", "不予公开"),
        ("免于公开", "不予公开"),
        ("非公开", "不予公开"),
        ("不公开", "不予公开"),
        ("部分公开", "部分公开"),
        ("摘要公开", "部分公开"),
        ("删减后公开", "部分公开"),
        ("公开", "主动公开"),
        ("是", "主动公开"),
        ("同意", "主动公开"),
        ("否", "不予公开"),
        ("不同意", "不予公开"),
    ];
    if offers_a_choice(words) || words.contains('□') {
        return ticked(words);
    }
    let skipped = words.len() - words.trim_start_matches(['（', '[', '【', '☑', '√', '■', '“']).len();
    let rest = words.get(skipped..)?;
    let best = FORMS.iter().filter(|(form, _)| rest.starts_with(form)).max_by_key(|(form, _)| form.len())?;
    Some((best.1, skipped..skipped + best.0.len()))
}

/// Whether several attributes stand there to choose from.
fn offers_a_choice(words: &str) -> bool {
    ["主动公开", "依申请公开", "不予公开", "不公开"].iter().filter(|form| words.contains(**form)).count() > 1
}

/// The ticked one of several boxes: ☑主动公开 □依申请公开.
fn ticked(words: &str) -> Option<(&'static str, Range<usize>)> {
    let at = words.find(['☑', '√', '■', '✓', '✔', '☒'])?;
    let after = at + words.get(at..)?.chars().next()?.len_utf8();
    let forms = ["主动公开", "依申请公开", "不予公开", "不公开"];
    let boxes_first = words.trim_start_matches(['（', '(']).starts_with(['☑', '√', '■', '✓', '✔', '☒', '□']);
    let head = words.get(..at)?.trim_end_matches(['（', '(', '□', '[']);
    let (start, form) = match forms.iter().find(|form| !boxes_first && head.ends_with(**form)) {
        Some(form) => (head.len() - form.len(), form),
        None => (after, forms.iter().find(|form| words.get(after..).is_some_and(|rest| rest.starts_with(**form)))?),
    };
    let standard = if *form == "不公开" { "不予公开" } else { form };
    Some((standard, start..start + form.len()))
}

/// 此件公开发布, （主动公开）, 主动公开 on a line or item of its own.
fn in_notes(page: &Page<'_>) -> Vec<Field> {
    let mut found = Vec::new();
    for (at, _) in page.sheet.norm.match_indices("公开") {
        let number = page.sheet.line_of(at);
        if page.in_prose(at) && !page.prose.is_empty()
            || page.on_chrome(at)
            || page.title.as_ref().is_some_and(|title| title.contains(&at))
            || page.in_table(at)
        {
            continue;
        }
        let Some(line) = page.sheet.lines.get(number) else { continue };
        if line.range.len() > 240 {
            continue;
        }
        let words = page.sheet.at(line.range.clone());
        if offers_a_choice(words) {
            continue;
        }
        let head = page.sheet.at(line.range.start..at);
        let start = ["主动", "依申请", "按申请", "不予", "全文", "同意", "不", "可以", "免予"]
            .iter()
            .find(|word| head.ends_with(**word))
            .map_or(0, |word| word.len());
        let form_start = at - start;
        let lead = page.sheet.at(line.range.start..form_start);
        let noted = ["此件", "本件", "此文", "该件", "本文", "此复文", "此答复", "本答复", "此函"]
            .iter()
            .any(|lead_word| lead.ends_with(lead_word));
        let begins = lead.is_empty()
            || lead.ends_with(['（', '[', '【', '“', '类', '，', '、', '；', '☑'])
            || page.sheet.begins_item(form_start);
        let Some((standard, range)) = standard(page.sheet.at(form_start..line.range.end)) else { continue };
        let after = page.sheet.at(form_start + range.end..line.range.end);
        let ends = after.is_empty()
            || after.starts_with(['）', ']', '】', '”', '。', '，', '；', '（'])
            || page.sheet.begins_item(form_start + range.end);
        let is_short = words.chars().count() <= 60;
        if (noted || begins && start > 0 || words == "公开") && ends && is_short && !lead.ends_with("政务") {
            let from = if noted { form_start - "此件".len().min(form_start) } else { form_start };
            let from = if page.sheet.norm.is_char_boundary(from) { from } else { form_start };
            found.push(page.field_as(from..form_start + range.end, standard));
        }
    }
    found
}

/// 抄送 up to its full stop, over wrapped lines.
fn copied_to(page: &Page<'_>) -> Option<Field> {
    let own = |hit: &&super::LabelHit| {
        hit.label == Label::CopiedTo && !page.in_prose(hit.name.start) && !page.on_chrome(hit.name.start)
    };
    let hits: Vec<_> = page.labels.iter().filter(own).collect();
    let hit = hits.iter().find(|hit| page.sheet.at(hit.name.clone()).starts_with("抄送")).or(hits.first())?;
    let mut value = hit.value_in(&page.sheet, &page.labels);
    let mut number = page.sheet.line_of(hit.name.start);
    while let Some(line) = page.sheet.lines.get(number + 1) {
        let so_far = page.sheet.at(value.clone());
        let words = page.sheet.at(line.range.clone());
        let continues = so_far.ends_with(['，', '、', '；'])
            || words.ends_with('。') && !so_far.ends_with('。') && words.chars().count() < 60;
        let is_own = !page.is_chrome.get(number + 1).copied().unwrap_or(false)
            && line.range.start < page.end
            && !words.contains("印发")
            && !words.starts_with('（');
        let labelled = page.label_in(line.range.clone()).is_some();
        if !(continues && is_own && !labelled) || so_far.ends_with('。') {
            break;
        }
        value.end = line.range.end;
        number += 1;
    }
    let kept = page.sheet.at(value.clone()).trim_end_matches(['。', '）', '；', '，']);
    let open = kept.matches('（').count().saturating_sub(kept.matches('）').count());
    let length = kept.len() + open * '）'.len_utf8();
    let range = value.start..(value.start + length).min(value.end);
    (!range.is_empty()).then(|| page.field(range))
}
