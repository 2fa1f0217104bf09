//! The values of cells, in the many ways in which offices write them; one file per kind of value.

mod bodies;
mod dates;
mod kind;
mod means;
mod numbers;
mod outcome;
mod plain;
mod rating;
mod roles;
mod session;
mod submitters;
mod wishes;
mod yes_no;

pub(super) use bodies::{BodyMention, is_one_body, looks_like_a_body, read_bodies, split_list};
pub(super) use dates::{read_date, year_in};
pub(super) use kind::{read_filing, read_form, read_kind, read_level, read_sitting, title_kind};
pub(super) use means::read_means;
pub(super) use numbers::{read_count, read_item_number};
pub(super) use outcome::read_outcome;
pub(super) use plain::{means_above, means_nothing, squeeze, squeezed};
pub(super) use rating::read_rating;
pub(super) use roles::read_role;
pub(super) use session::read_session;
pub(super) use submitters::{Submitters, is_one_submitter, read_submitters};
pub(super) use wishes::{read_commitment_state, read_disclosure, read_extent, read_stage, read_step};
pub(super) use yes_no::read_yes_no;

use super::problem::ProblemCode;

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Reading<T> {
    /// Nothing, or a word for nothing: `/`, 无, 未反馈.
    Blank,
    /// A value.
    Read(T),
    /// Something that is no such value.
    Unread(ProblemCode),
}

impl<T> Reading<T> {
    /// The value where there is one.
    pub fn ok(self) -> Option<T> {
        match self {
            Self::Read(value) => Some(value),
            _ => None,
        }
    }

    /// Whether a value was read.
    pub fn is_read(&self) -> bool {
        matches!(self, Self::Read(_))
    }
}
