//! The audit rules of a report, one file each.

pub mod damaged_digits;
pub mod duplicate_clause;
pub mod foreign_class_letter;
pub mod growth_off;
pub mod impossible_share;
pub mod parts_off_total;
pub mod rate_over_hundred;
pub mod repeated_figure_differs;
pub mod satisfaction_over_total;
pub mod share_forced_to_hundred;
pub mod share_of_another_base;
pub mod share_off_count;
pub mod shares_over_hundred;
pub mod truncated_share;

use super::ReportCase;
use crate::rule::Rule;

/// All rules, in reading order.
pub static RULES: &[&Rule<ReportCase>] = &[
    &parts_off_total::RULE,
    &satisfaction_over_total::RULE,
    &share_off_count::RULE,
    &share_of_another_base::RULE,
    &truncated_share::RULE,
    &share_forced_to_hundred::RULE,
    &impossible_share::RULE,
    &shares_over_hundred::RULE,
    &rate_over_hundred::RULE,
    &repeated_figure_differs::RULE,
    &growth_off::RULE,
    &duplicate_clause::RULE,
    &foreign_class_letter::RULE,
    &damaged_digits::RULE,
];
