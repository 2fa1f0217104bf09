//! The rules for replies, one file each, in reading order.

use crate::rule::Rule;

use super::case::ReplyCase;

/// All rules for replies in the order of the signing sheet.
pub static RULES: &[&Rule<ReplyCase>] = &[];
