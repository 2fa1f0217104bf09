//! The warnings of a ledger, one file each, gravest first.

use super::case::EntryCase;
use crate::rule::Rule;

mod assisting_opinion_missing;
mod commitment_due;
mod commitment_undated;
mod contact_missing;
mod dates_out_of_order;
mod dissatisfied_not_redone;
mod extension_not_approved;
mod likely_late;
mod plan_missing;
mod published_late;
mod reply_due_soon;
mod reply_overdue;
mod signature_waiting;
mod solved_with_open_commitments;

/// All warnings in reading order.
pub static RULES: &[&Rule<EntryCase>] = &[
    &reply_overdue::RULE,
    &reply_due_soon::RULE,
    &contact_missing::RULE,
    &assisting_opinion_missing::RULE,
    &signature_waiting::RULE,
    &extension_not_approved::RULE,
    &plan_missing::RULE,
    &commitment_undated::RULE,
    &commitment_due::RULE,
    &dissatisfied_not_redone::RULE,
    &published_late::RULE,
    &dates_out_of_order::RULE,
    &solved_with_open_commitments::RULE,
    &likely_late::RULE,
];
