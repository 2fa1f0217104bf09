//! Who can be asked, and by which telephone; from the letter's foot or head, never from the page's own contact line.

use std::ops::Range;

use crate::reply_check::letter::{Field, Label, Letter};

use super::Page;
use super::labels::LabelHit;
use super::signature::is_body_name;
use super::signer::{names_in, placeholder};

/// Reads contact and telephone; labels without a value are kept as empty.
#[inline(never)]
pub(super) fn read(page: &Page<'_>, letter: &mut Letter) {
    let own: Vec<&LabelHit> = page
        .labels
        .iter()
        .filter(|hit| matches!(hit.label, Label::Contact | Label::ContactAndPhone | Label::Phone))
        .filter(|hit| !page.in_prose(hit.name.start) && !page.on_chrome(hit.name.start))
        .collect();
    let mut contacts: Vec<(u8, Field)> = Vec::new();
    let mut phones: Vec<Field> = Vec::new();
    for hit in own {
        let value = hit.value_in(&page.sheet, &page.labels);
        let numbers = phone_numbers(page, value.clone());
        let is_phone = hit.label == Label::Phone;
        if !is_phone {
            let names_end = numbers.first().map_or(value.end, |number| number.start);
            match contact_name(page, value.start..names_end) {
                Some(field) => contacts.push((rank(page.sheet.at(hit.name.clone())), field)),
                None if hit.label == Label::Contact && numbers.is_empty() => {
                    letter.empty_labels.push((Label::Contact, page.sheet.span(hit.name.clone())))
                }
                None => {}
            }
        } else if numbers.is_empty() && !page.sheet.at(value.clone()).contains('@') {
            letter.empty_labels.push((Label::Phone, page.sheet.span(hit.name.clone())));
        }
        phones.extend(numbers.into_iter().map(|range| page.field_as(range.clone(), page.sheet.at(range))));
    }
    let best = contacts.iter().map(|(rank, _)| *rank).min();
    letter.contact = join(contacts.into_iter().filter(|(rank, _)| Some(*rank) == best).map(|(_, field)| field).collect());
    letter.phone = join(phones);
    if letter.contact.is_some() {
        letter.empty_labels.retain(|(label, _)| *label != Label::Contact);
    }
    if letter.phone.is_some() {
        letter.empty_labels.retain(|(label, _)| *label != Label::Phone);
    }
}

/// 联系人 before 承办人 before 负责人.
fn rank(label: &str) -> u8 {
    match label {
        _ if label.starts_with("联系") || label.starts_with("联络") => 0,
        _ if label.starts_with("承办人") || label.starts_with("经办") || label.starts_with("具体承办") => 1,
        _ => 2,
    }
}

fn join(fields: Vec<Field>) -> Option<Field> {
    let first = fields.first()?.clone();
    let mut values: Vec<String> = Vec::new();
    for field in fields {
        if !values.contains(&field.value) {
            values.push(field.value);
        }
    }
    Some(Field { value: values.join("、"), span: first.span })
}

/// The name or names at the start of `value`, without the body they work for.
fn contact_name(page: &Page<'_>, value: Range<usize>) -> Option<Field> {
    let words = page.sheet.at(value.clone());
    let stop = words.find(['，', '；', '。', '：', '(']).unwrap_or(words.len());
    let words = words.get(..stop)?;
    let opens_first = words.starts_with('（');
    let start = value.start + if opens_first { '（'.len_utf8() } else { 0 };
    let words = page.sheet.at(start..value.start + stop);
    let end = words.find(['（', '）']).unwrap_or(words.len());
    let mut range = start..start + end;
    for gap in page.sheet.gaps_in(range.clone()).collect::<Vec<_>>() {
        let head = page.sheet.at(range.start..gap);
        if (is_body_name(head) || head.ends_with('司')) && head.chars().count() >= 3 {
            range.start = gap;
        }
    }
    let name = page.sheet.at(range.clone());
    let last_unit = ["局", "科", "处", "股", "办", "室", "委", "队", "中心", "部"]
        .iter()
        .filter_map(|unit| name.rfind(unit).map(|at| at + unit.len()))
        .max();
    if let Some(at) =
        last_unit.filter(|at| name.chars().count() > 5 && (2..=3).contains(&name.get(*at..).unwrap_or_default().chars().count()))
    {
        range.start += at;
    }
    let names = names_in(page, range);
    let (first, last) = (names.first()?, names.last()?);
    let joined: Vec<String> =
        names.iter().map(|range| page.sheet.words(page.text, range.clone()).trim_end_matches("同志").to_string()).collect();
    let value = joined.join("、");
    let kept = page.sheet.at(last.clone()).trim_end_matches("同志").len();
    (!value.is_empty() && !placeholder(&value)).then(|| page.field_as(first.start..last.start + kept, value))
}

/// Telephone numbers within `value`: at least five digits with their hyphens, brackets and extension.
fn phone_numbers(page: &Page<'_>, value: Range<usize>) -> Vec<Range<usize>> {
    let words = page.sheet.at(value.clone());
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(start) =
        words.get(at..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit() || c == '（')).map(|place| at + place)
    {
        let rest = words.get(start..).unwrap_or_default();
        let mut end = 0;
        let mut open = false;
        for (place, character) in rest.char_indices() {
            let cut_by_gap = end > 0
                && place > 0
                && !page.sheet.at(value.start + start..value.start + start + place).is_empty()
                && page.sheet.item_end(value.start + start + place - 1) == value.start + start + place
                && digits(rest.get(..place).unwrap_or_default()) >= 7;
            match character {
                _ if cut_by_gap => break,
                '0'..='9' => end = place + 1,
                '-' | '转' | '*' | '×' if end > 0 => {
                    if matches!(character, '*' | '×') {
                        end = place + character.len_utf8();
                    }
                }
                '（' if end == 0 => open = true,
                '）' if open => open = false,
                _ => break,
            }
        }
        let number = rest.get(..end).unwrap_or_default();
        let lead = if number.starts_with('（') && !number.contains('）') { "（".len() } else { 0 };
        let start = start + lead;
        let end = end.saturating_sub(lead);
        if digits(number) >= 5 {
            found.push(value.start + start..value.start + start + end);
        }
        at = start + end.max(rest.chars().next().map_or(1, char::len_utf8));
    }
    found
}

fn digits(words: &str) -> usize {
    words.bytes().filter(u8::is_ascii_digit).count()
}
