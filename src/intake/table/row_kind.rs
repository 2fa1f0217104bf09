//! Tells apart the rows below the headings: entries, continued entries, headings again, totals, footers, remarks.

use super::Row;
use crate::intake::cell::Cell;
use crate::intake::collect::SkipReason;
use crate::intake::mapping::{Field, Heading};
use crate::intake::values::{means_above, squeeze, squeezed};

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    /// It begins an entry.
    Entry,
    /// It goes on with the entry above: another body.
    Continued,
    /// It is no entry and was not meant to be one.
    Skipped(SkipReason),
    /// Number, title or body are spreadsheet errors.
    SpreadsheetError,
    /// A remark and nothing else.
    Remark,
}

/// What `row` is, under these columns.
pub(super) fn row_kind(row: &Row<'_>, columns: &[Option<Field>], headings: &[Heading]) -> RowKind {
    let filled: Vec<usize> = (0..row.cells.len()).filter(|column| !row.cells[*column].is_blank()).collect();
    let Some(first) = filled.first() else { return RowKind::Skipped(SkipReason::Blank) };
    if repeats_headings(row, &filled, headings) {
        return RowKind::Skipped(SkipReason::RepeatedHeader);
    }
    let field = |column: usize| columns.get(column).copied().flatten();
    let says = |wanted: &dyn Fn(Field) -> bool| {
        filled.iter().any(|column| field(*column).is_some_and(wanted) && !means_above(&row.cells[*column].words()))
    };
    let has_handling = filled.iter().any(|column| field(*column).is_some_and(Field::is_handling));
    let has_number = says(&|field| matches!(field, Field::Number | Field::Id));
    let has_title = says(&|field| field == Field::Title);
    let begins = squeeze(&row.cells[*first].words());
    let whole_entry = has_title && has_handling;
    match summary_row(&begins, filled.len()) {
        Some(SkipReason::Footer) if whole_entry => {}
        Some(reason) if field(*first) != Some(Field::Title) => return RowKind::Skipped(reason),
        Some(reason) if !whole_entry => return RowKind::Skipped(reason),
        _ => {}
    }
    let failed = filled.iter().filter(|column| matches!(row.cells[**column], Cell::Error(_)));
    let failed_fields: Vec<Field> = failed.filter_map(|column| field(*column)).collect();
    let identity_failed = failed_fields.iter().filter(|field| field.is_identity()).count();
    if identity_failed > 0 && (identity_failed > 1 || failed_fields.iter().any(|field| field.is_handling())) {
        return RowKind::SpreadsheetError;
    }
    let counted = filled.iter().filter(|column| field(**column) != Some(Field::Sequence)).count();
    let lone = counted <= 1 && columns.iter().flatten().count() > 2;
    if lone && !has_handling && !has_number {
        return if is_section_heading(&begins) { RowKind::Skipped(SkipReason::SectionHeading) } else { RowKind::Remark };
    }
    if has_number || has_title {
        if lone && !has_handling && has_number && !is_numbering(&begins) && !has_title {
            return if is_section_heading(&begins) { RowKind::Skipped(SkipReason::SectionHeading) } else { RowKind::Remark };
        }
        return RowKind::Entry;
    }
    if has_handling {
        return RowKind::Continued;
    }
    if is_section_heading(&begins) { RowKind::Skipped(SkipReason::SectionHeading) } else { RowKind::Remark }
}

/// Whether at least two cells, and four of five, are the headings of their columns.
fn repeats_headings(row: &Row<'_>, filled: &[usize], headings: &[Heading]) -> bool {
    let mut other = 0;
    for column in filled {
        let words = row.cells[*column].words();
        if !headings.get(*column).is_some_and(|heading| is_heading(&words, heading)) {
            other += 1;
            if other * 5 > filled.len() {
                return false;
            }
        }
    }
    filled.len() - other >= 2
}

/// Whether the words are the heading, in whatever width and spacing.
pub(super) fn is_heading(words: &str, heading: &Heading) -> bool {
    heading.path.iter().any(|part| squeezed(part).eq(squeezed(words)))
}

/// Whether a row that begins with these words may sum up or close the rows above: no other is looked at by [`summary_row`].
pub(super) fn may_sum_up(words: &str) -> bool {
    const FIRST_LETTERS: &str = "小本分合总共累制填审复单负联注备说";
    squeezed(words).next().is_some_and(|letter| FIRST_LETTERS.contains(letter))
}

const SUBTOTALS: &[&str] = &["小计", "本页小计", "分类小计"];
const TOTALS: &[&str] = &["合计", "总计", "共计", "累计", "总合计"];
const FOOTERS: &[&str] = &[
    "制表人",
    "制表单位",
    "填表人",
    "填报人",
    "审核人",
    "复核人",
    "单位负责人",
    "负责人",
    "联系人",
    "联系电话",
    "注:",
    "注1",
    "备注:",
    "说明:",
    "填表说明",
    "填报单位",
    "填报日期",
    "制表日期",
    "制表:",
    "审核:",
];

fn summary_row(begins: &str, filled: usize) -> Option<SkipReason> {
    let starts = |words: &[&str]| words.iter().any(|word| begins.starts_with(word));
    if starts(SUBTOTALS) {
        return Some(SkipReason::Subtotal);
    }
    if starts(TOTALS) {
        return Some(SkipReason::Total);
    }
    (starts(FOOTERS) && filled <= 6).then_some(SkipReason::Footer)
}

/// 一、…, （二）…, 第三部分…, or a bare 人大代表建议.
fn is_section_heading(begins: &str) -> bool {
    let bare = begins.trim_start_matches('(');
    let bare = bare.strip_prefix("第").unwrap_or(bare);
    let numerals = bare.chars().take_while(|letter| "一二三四五六七八九十百".contains(*letter)).count();
    let after: Option<char> = bare.chars().nth(numerals);
    let numbered = numerals > 0 && matches!(after, Some('、' | ')' | '.' | ',' | '部' | '类' | '章' | ':'));
    let short_name = begins.chars().count() <= 12
        && ["建议", "提案", "议案", "代表团", "界", "件", "类"]
            .iter()
            .any(|end| begins.ends_with(end) || begins.ends_with(&format!("{end})")))
        && !begins.starts_with("关于")
        && !begins.starts_with('(')
        && !begins.contains(['，', ',', '。']);
    numbered || short_name
}

fn is_numbering(text: &str) -> bool {
    text.chars().any(|letter| letter.is_ascii_digit()) && text.chars().count() <= 24
}

#[cfg(test)]
mod tests {
    use super::{FOOTERS, SUBTOTALS, TOTALS, may_sum_up};

    #[test]
    fn whatever_sums_up_or_closes_a_table_may_sum_up() {
        assert!(SUBTOTALS.iter().chain(TOTALS).chain(FOOTERS).all(|words| may_sum_up(words)));
        assert!(!may_sum_up("1") && !may_sum_up("关于修路的建议"));
    }
}
