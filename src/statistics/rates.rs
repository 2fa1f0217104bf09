//! The indicators: each a rate of two counts, with what it leaves out.

use super::columns::Columns;
use super::filter::Failing;
use super::overview::{LeftOut, in_reading_order};
use super::standing::{AnswerState, Standing, role_of};
use crate::ledger::{DisclosureAttribute, HandlingRole, OutcomeMeaning, Rating};
use crate::profile::{Basis, CountedRoles, Profile, Sourced};

vocabulary! {
    /// The rates of the overview, in reading order.
    RateId {
        /// 办结率: answered ÷ owed.
        Completion = "completion",
        /// 按时办结率: answered in time ÷ (answered, or due and not answered).
        OnTime = "on-time",
        /// 协商率（沟通率）: with a recorded contact ÷ handled.
        Consultation = "consultation",
        /// 满意率: 满意 ÷ rated.
        Satisfaction = "satisfaction",
        /// 满意率（含基本满意）: 满意 and 基本满意 ÷ rated.
        SatisfactionIncludingBasic = "satisfaction-including-basic",
        /// 满意 ÷ all that are rated or to be rated.
        SatisfactionOfAll = "satisfaction-of-all",
        /// 满意 and 基本满意 ÷ all that are rated or to be rated.
        SatisfactionIncludingBasicOfAll = "satisfaction-including-basic-of-all",
        /// 解决率: class meaning solved ÷ classed.
        Resolution = "resolution",
        /// 解决或计划逐步解决率 (A + B) ÷ classed.
        ResolvedOrPlanned = "resolved-or-planned",
        /// 公开率: published ÷ to be published.
        Publication = "publication",
    }
}

/// A rate: two counts, never a float.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// Which.
    pub id: RateId,
    /// The numerator.
    pub part: u64,
    /// The denominator.
    pub whole: u64,
    /// 件 or 件次.
    pub basis: Basis,
    /// The roles that count.
    pub roles: Vec<HandlingRole>,
    /// What is in neither, and why.
    pub left_out: Vec<LeftOut>,
    /// The rule or practice that the denominator follows.
    pub source: String,
}

/// What a rate makes of one row.
enum Weight {
    Part,
    Whole,
    LeftOut(&'static str),
}

/// All rates of the rows that pass.
pub(super) fn rates(columns: &Columns, standing: &Standing, failing: &Failing, profile: &Profile) -> Vec<Rate> {
    let demands = &profile.denominators;
    let rate =
        |id, counted: &Sourced<CountedRoles>, weigh: &dyn Fn(usize) -> Weight| over_rows(id, counted, columns, failing, weigh);
    let meaning = |row: usize| standing.meaning_of_mark[columns.rows.mark[row] as usize];
    let classed = |row: usize, counts: fn(OutcomeMeaning) -> bool| match meaning(row) {
        Some(meaning) if counts(meaning) => Weight::Part,
        Some(_) => Weight::Whole,
        None if columns.rows.mark[row] == 0 => Weight::LeftOut("no-outcome"),
        None => Weight::LeftOut("unknown-class"),
    };
    // a ledger without any rating says nothing of satisfaction: not 0 %
    let any_rating = passing(failing).any(|row| rating_of(columns, row).is_some());
    let rated = |row: usize, basic: bool, of_all: bool| match rating_of(columns, row) {
        Some(Rating::Satisfied) => Weight::Part,
        Some(Rating::BasicallySatisfied) if basic => Weight::Part,
        Some(_) => Weight::Whole,
        None if of_all && any_rating => Weight::Whole,
        None => Weight::LeftOut("no-feedback"),
    };
    vec![
        rate(RateId::Completion, &demands.completion, &|row| match standing.states[row] {
            AnswerState::InTime | AnswerState::Late | AnswerState::Answered => Weight::Part,
            _ => Weight::Whole,
        }),
        rate(RateId::OnTime, &demands.completion, &|row| match standing.states[row] {
            AnswerState::InTime => Weight::Part,
            AnswerState::Late | AnswerState::Overdue => Weight::Whole,
            AnswerState::Open | AnswerState::DueSoon => Weight::LeftOut("not-due"),
            _ => Weight::LeftOut("unknown-date"),
        }),
        rate(RateId::Consultation, &demands.consultation, &|row| {
            if columns.rows.consulted[row] { Weight::Part } else { Weight::Whole }
        }),
        rate(RateId::Satisfaction, &demands.satisfaction, &|row| rated(row, false, false)),
        rate(RateId::SatisfactionIncludingBasic, &demands.satisfaction, &|row| rated(row, true, false)),
        rate(RateId::SatisfactionOfAll, &demands.satisfaction, &|row| rated(row, false, true)),
        rate(RateId::SatisfactionIncludingBasicOfAll, &demands.satisfaction, &|row| rated(row, true, true)),
        rate(RateId::Resolution, &demands.resolution, &|row| classed(row, OutcomeMeaning::is_solved)),
        rate(RateId::ResolvedOrPlanned, &demands.outcome, &|row| classed(row, OutcomeMeaning::is_solved_or_planned)),
        publication(columns, failing),
    ]
}

fn over_rows(
    id: RateId,
    counted: &Sourced<CountedRoles>,
    columns: &Columns,
    failing: &Failing,
    weigh: &dyn Fn(usize) -> Weight,
) -> Rate {
    let mut tally = Tally::default();
    let why_not = |row: &usize| uncounted(columns, *row, &counted.value.roles);
    let rows: Vec<usize> = passing(failing).collect();
    for of_entry in rows.chunk_by(|left, right| columns.rows.entry[*left] == columns.rows.entry[*right]) {
        if columns.entries.withdrawn[columns.rows.entry[of_entry[0]] as usize] {
            tally.leave_out("withdrawn");
            continue;
        }
        match counted.value.basis {
            Basis::Assignment => {
                for row in of_entry {
                    tally.add(why_not(row).map_or_else(|| weigh(*row), Weight::LeftOut));
                }
            }
            Basis::Entry => {
                let weights = of_entry.iter().filter(|row| why_not(row).is_none()).map(|row| weigh(*row));
                let weight = weights.reduce(|earlier, later| combined(id, earlier, later));
                tally.add(weight.unwrap_or_else(|| Weight::LeftOut(why_not(&of_entry[0]).unwrap_or("unassigned"))));
            }
        }
    }
    Rate {
        id,
        part: tally.part,
        whole: tally.whole,
        basis: counted.value.basis,
        roles: counted.value.roles.clone(),
        left_out: in_reading_order(tally.left_out),
        source: counted.source.clone(),
    }
}

/// What an entry weighs that several bodies answer.
///
/// It is complete, and in time, only if all of them are; it is satisfied only if no rating says otherwise; its class is
/// that of the first, the lead body.
fn combined(id: RateId, earlier: Weight, later: Weight) -> Weight {
    let is_about_rating = matches!(id, RateId::Satisfaction | RateId::SatisfactionIncludingBasic);
    match (earlier, later) {
        (earlier, _) if matches!(id, RateId::Resolution | RateId::ResolvedOrPlanned) => earlier,
        (Weight::Whole, _) | (_, Weight::Whole) => Weight::Whole,
        (Weight::LeftOut(_), Weight::Part) | (Weight::Part, Weight::LeftOut(_)) if is_about_rating => Weight::Part,
        (Weight::LeftOut(reason), _) | (_, Weight::LeftOut(reason)) => Weight::LeftOut(reason),
        (Weight::Part, Weight::Part) => Weight::Part,
    }
}

/// Why a row is in no denominator that counts `roles`; `None` where it is.
pub(super) fn uncounted(columns: &Columns, row: usize, roles: &[HandlingRole]) -> Option<&'static str> {
    match role_of(columns.rows.role[row]) {
        Some(role) if roles.contains(&role) => None,
        Some(role) => Some(role.as_str()),
        None if columns.rows.body[row] == 0 && !columns.rows.answered[row] => Some("unassigned"),
        None => None,
    }
}

fn publication(columns: &Columns, failing: &Failing) -> Rate {
    let mut tally = Tally::default();
    let mut last = u32::MAX;
    for row in passing(failing) {
        let entry = columns.rows.entry[row];
        if entry == last {
            continue;
        }
        last = entry;
        let index = entry as usize;
        let attribute = DisclosureAttribute::ALL.get((columns.entries.disclosure[index] as usize).wrapping_sub(1));
        tally.add(match attribute {
            _ if columns.entries.withdrawn[index] => Weight::LeftOut("withdrawn"),
            Some(DisclosureAttribute::Public) if columns.entries.published[index] => Weight::Part,
            Some(DisclosureAttribute::Public) => Weight::Whole,
            Some(other) => Weight::LeftOut(other.as_str()),
            None => Weight::LeftOut("undecided-disclosure"),
        });
    }
    Rate {
        id: RateId::Publication,
        part: tally.part,
        whole: tally.whole,
        basis: Basis::Entry,
        roles: Vec::new(),
        left_out: in_reading_order(tally.left_out),
        source: "《政府信息公开条例》第二十六条；国办发〔2014〕46号".into(),
    }
}

fn passing(failing: &Failing) -> impl Iterator<Item = usize> {
    failing.rows.iter().enumerate().filter(|(_, fails)| **fails == 0).map(|(row, _)| row)
}

fn rating_of(columns: &Columns, row: usize) -> Option<Rating> {
    Rating::ALL.get((columns.rows.rating[row] as usize).wrapping_sub(1)).copied()
}

#[derive(Default)]
struct Tally {
    part: u64,
    whole: u64,
    left_out: Vec<LeftOut>,
}

impl Tally {
    fn add(&mut self, weight: Weight) {
        match weight {
            Weight::Part => {
                self.part += 1;
                self.whole += 1;
            }
            Weight::Whole => self.whole += 1,
            Weight::LeftOut(reason) => self.leave_out(reason),
        }
    }

    fn leave_out(&mut self, reason: &'static str) {
        match self.left_out.iter_mut().find(|left_out| left_out.reason == reason) {
            Some(left_out) => left_out.count += 1,
            None => self.left_out.push(LeftOut { reason, count: 1 }),
        }
    }
}
