//! Linked views: counts by many dimensions of the rows that a filter lets through, each dimension ignoring its own
//! condition, kept from one filter to the next.
//!
//! Every condition is a bit per row. Whether a row fails none of them, one or several follows for 64 rows at a time; a
//! dimension counts the rows that fail none, and those that fail its own condition alone. A change of the filter costs
//! one pass over the codes of what it changed, some words of bits, and a count up or down per row that enters or leaves.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::bits::Bits;
use super::codes::CodeColumn;
use super::columns::{Columns, NO_DAY};
use super::dimension::DimensionId;
use super::filter::{Condition, Demand, Filter, FilterFault};
use super::indicator_counts::IndicatorCounts;
use super::keys::{Grounds, keys_of};
use super::lookup::{Allowed, failing};
use super::overview::ENTRIES;
use super::standing::{AnswerState, role_of};
use super::tally::{CountedBy, FEW_CODES, Tally, bring};
use crate::ledger::HandlingRole;
use crate::profile::{Basis, CountedRoles};

/// Rows that can be counted at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mask {
    /// All.
    All,
    /// Of entries that were not withdrawn.
    Standing,
    /// Of entries that were withdrawn.
    Withdrawn,
    /// With a body or a role.
    Assigned,
    /// The same, of entries that were not withdrawn.
    Handled,
    /// With a rating.
    Rated,
    /// Whose role the profile counts in the shares of outcomes.
    InOutcomes,
    /// Whose role it does not.
    NotInOutcomes,
    /// Whose role the profile counts in the shares of topics.
    InTopics,
    /// Whose role it does not.
    NotInTopics,
    /// Answered to the submitter, with both dates.
    DaysKnown,
    /// Answered to the submitter, with a date missing.
    DaysUnknown,
}

impl Mask {
    /// The rows that count, of the mask of those that do not.
    fn counted(self) -> Option<Self> {
        match self {
            Self::NotInOutcomes => Some(Self::InOutcomes),
            Self::NotInTopics => Some(Self::InTopics),
            _ => None,
        }
    }

    /// Whether the roles that count are just those that answer the deputy, whose rows stand first.
    fn are_first(self, grounds: Grounds<'_>) -> bool {
        let denominators = &grounds.profile.denominators;
        let roles = if self == Self::InTopics { &denominators.topics.value.roles } else { &denominators.outcome.value.roles };
        let counts = |role| roles.contains(&role);
        counts(HandlingRole::Lead)
            && counts(HandlingRole::Separate)
            && !counts(HandlingRole::Assisting)
            && !counts(HandlingRole::ForReference)
    }
}

const MASKS: usize = Mask::DaysUnknown as usize + 1;

/// Which rows a count is of, whatever the filter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Scope {
    /// The condition that does not apply.
    pub ignores: Option<Condition>,
    /// Which rows can be counted at all.
    pub mask: Mask,
    /// Whether of each entry only the first row counts.
    pub once: bool,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TallyId {
    /// The groups of a dimension, by class.
    Groups(DimensionId),
    /// The same without classes.
    Keys(DimensionId),
    /// The parts of a dimension's shares.
    Parts(DimensionId),
    /// The rows that a dimension's shares leave out, by role.
    RolesLeftOut(DimensionId),
    /// Days to the first answer: twice the day's code, and 1 for late.
    Days,
    /// The sets of fields that entries lack.
    Missing,
}

/// The state of a ledger's linked views.
#[derive(Debug)]
pub struct Linked {
    rows: usize,
    starts: Bits,
    has_runs: bool,
    derived: Derived,
    /// The rows of each mask; and of these the first of each entry.
    masks: [[Option<Rc<Bits>>; MASKS]; 2],
    demands: Vec<Option<Demand>>,
    fails: Vec<Option<Bits>>,
    /// The rows that fail any condition, and those that fail several.
    any: Bits,
    several: Bits,
    /// The sets of the filter as it stands, as far as somebody asked.
    sets: BTreeMap<Scope, Rc<Bits>>,
    tallies: BTreeMap<TallyId, Tally>,
    pub(super) indicators: Option<IndicatorCounts>,
}

/// Columns that follow from others.
#[derive(Debug)]
struct Derived {
    classes: usize,
    class: OnceCell<Vec<u16>>,
    outcome: OnceCell<CodeColumn>,
    state: OnceCell<CodeColumn>,
    days: OnceCell<(CodeColumn, Vec<u32>)>,
    means: OnceCell<(CodeColumn, Vec<u16>)>,
    stages: OnceCell<(CodeColumn, Vec<u16>)>,
    missing: OnceCell<(CodeColumn, Vec<u16>)>,
    /// The dimensions of entries, a code per row, where entries have several rows.
    of_entries: [OnceCell<CodeColumn>; DimensionId::ALL.len()],
    rows_by_code: [OnceCell<Vec<Bits>>; DimensionId::ALL.len()],
}

impl Linked {
    /// The views of a ledger, without a filter.
    pub fn new(grounds: Grounds<'_>) -> Self {
        let Grounds { columns, standing, .. } = grounds;
        let rows = columns.rows();
        let mut starts = Bits::none(rows);
        columns.entries.first_row.iter().filter(|row| (**row as usize) < rows).for_each(|row| {
            starts.words_mut()[*row as usize / 64] |= 1 << (row % 64);
        });
        let derived = Derived {
            classes: standing.classes.len(),
            class: OnceCell::new(),
            outcome: OnceCell::new(),
            state: OnceCell::new(),
            days: OnceCell::new(),
            means: OnceCell::new(),
            stages: OnceCell::new(),
            missing: OnceCell::new(),
            of_entries: [const { OnceCell::new() }; DimensionId::ALL.len()],
            rows_by_code: [const { OnceCell::new() }; DimensionId::ALL.len()],
        };
        Self {
            rows,
            starts,
            has_runs: rows != columns.len(),
            derived,
            masks: Default::default(),
            demands: vec![None; Condition::COUNT],
            fails: vec![None; Condition::COUNT],
            any: Bits::none(rows),
            several: Bits::none(rows),
            sets: BTreeMap::new(),
            tallies: BTreeMap::new(),
            indicators: None,
        }
    }

    /// Sets the filter; what it changes is found when somebody asks.
    ///
    /// # Errors
    /// [`FilterFault`] where the filter contradicts itself; the filter then stays as it was.
    pub fn filter(&mut self, grounds: Grounds<'_>, filter: &Filter) -> Result<(), FilterFault> {
        let mut demands = vec![None; Condition::COUNT];
        let mut conditions = [None; Condition::COUNT];
        for (condition, demand) in filter.demands()? {
            demands[condition.index()] = Some(demand);
            conditions[condition.index()] = Some(condition);
        }
        if demands == self.demands {
            return Ok(());
        }
        for at in 0..Condition::COUNT {
            if demands[at] != self.demands[at] {
                let demanded = conditions[at].zip(demands[at].as_ref());
                self.fails[at] = demanded.map(|(condition, demand)| self.failing(grounds, condition, demand));
            }
        }
        self.demands = demands;
        self.count_failures();
        self.sets.clear();
        Ok(())
    }

    /// The rows of `scope` that the filter lets through.
    pub(super) fn set(&mut self, grounds: Grounds<'_>, scope: Scope) -> Rc<Bits> {
        let scope = self.in_effect(scope);
        if let Some(set) = self.sets.get(&scope) {
            return set.clone();
        }
        if let (true, Some(counted)) = (scope.once, scope.mask.counted()) {
            let left_out = Rc::new(self.left_out(grounds, scope, counted));
            self.sets.insert(scope, left_out.clone());
            return left_out;
        }
        let mut set = Bits::none(self.rows);
        let mask = self.every(grounds, Scope { once: false, ..scope });
        let of_condition = scope.ignores.and_then(|condition| self.fails[condition.index()].as_ref());
        let words = set.words_mut().iter_mut().zip(self.any.words()).zip(mask.words());
        match of_condition {
            None => words.for_each(|((word, any), mask)| *word = !any & mask),
            Some(fails) => {
                let only = fails.words().iter().zip(self.several.words());
                words.zip(only).for_each(|(((word, any), mask), (fails, several))| *word = (!any | fails & !several) & mask);
            }
        }
        if scope.once && self.has_runs {
            set.keep_first_of_runs(&self.starts);
        }
        let set = Rc::new(set);
        self.sets.insert(scope, set.clone());
        set
    }

    /// The entries of which any row passes, in the ledger's order.
    pub fn matching(&mut self, grounds: Grounds<'_>) -> Vec<u32> {
        let entry_of = &grounds.columns.rows.entry;
        self.set(grounds, ENTRIES).iter().map(|row| entry_of[row]).collect()
    }

    /// How many entries pass.
    pub fn matches(&mut self, grounds: Grounds<'_>) -> usize {
        self.size(grounds, ENTRIES) as usize
    }

    /// Of the entries that pass without a row that is `counted`, the first row that passes.
    fn left_out(&mut self, grounds: Grounds<'_>, scope: Scope, counted: Mask) -> Bits {
        let uncounted = self.every(grounds, Scope { once: false, ..scope });
        let mut left_out = Bits::clone(&self.set(grounds, Scope { mask: Mask::Standing, ..scope }));
        left_out.words_mut().iter_mut().zip(uncounted.words()).for_each(|(word, uncounted)| *word &= uncounted);
        // A row that counts can follow one that does not.
        if self.has_runs && left_out.words().iter().any(|word| *word != 0) && !counted.are_first(grounds) {
            for row in self.set(grounds, Scope { mask: counted, ..scope }).iter() {
                let rows = grounds.columns.rows_of(grounds.columns.rows.entry[row] as usize);
                rows.for_each(|row| left_out.words_mut()[row / 64] &= !(1 << (row % 64)));
            }
        }
        left_out
    }

    /// How many rows of `scope` the filter lets through.
    pub(super) fn size(&mut self, grounds: Grounds<'_>, scope: Scope) -> u32 {
        self.set(grounds, scope).count()
    }

    /// Counts what is `wanted` under the filter as it stands; then [`Self::counts`] has it.
    pub(super) fn count(&mut self, grounds: Grounds<'_>, wanted: &[TallyId]) {
        type Group = (Rc<Bits>, Rc<Bits>, Rc<Bits>, Vec<(TallyId, Tally)>);
        let mut groups: Vec<Group> = Vec::new();
        for id in wanted {
            let scope = scope_of(*id, grounds);
            let new = self.set(grounds, scope);
            let all = self.every(grounds, scope);
            let tally = self.tallies.remove(id).unwrap_or_else(|| Tally::new(self.cells(*id, grounds), self.rows));
            let group = groups.iter_mut().find(|(old, group_new, group_all, _)| {
                Rc::ptr_eq(group_new, &new)
                    && Rc::ptr_eq(group_all, &all)
                    && (Rc::ptr_eq(old, tally.of()) || **old == **tally.of())
            });
            match group {
                Some((.., members)) => members.push((*id, tally)),
                None => groups.push((tally.of().clone(), new, all, vec![(*id, tally)])),
            }
        }
        for (_, new, all, mut members) in groups {
            let tallies: Vec<(&mut Tally, CountedBy<'_>)> =
                members.iter_mut().map(|(id, tally)| (tally, self.counted_by(*id, grounds))).collect();
            bring(tallies, &new, &all);
            self.tallies.extend(members);
        }
    }

    /// The counts, as they stood when they were last counted.
    pub(super) fn counts(&self, id: TallyId) -> &[u32] {
        self.tallies.get(&id).map_or(&[], Tally::counts)
    }

    /// How many classes the groups are counted by.
    pub(super) fn classes(&self) -> usize {
        self.derived.classes
    }

    /// The days of the day codes, ascending.
    pub(super) fn days(&self, grounds: Grounds<'_>) -> &[u32] {
        &self.derived.days(grounds).1
    }

    /// The sets of missing fields, by code.
    pub(super) fn missing_sets(&self, grounds: Grounds<'_>) -> &[u16] {
        &self.derived.missing(grounds, self.has_runs).1
    }

    /// The sets of bits that the codes of an overlapping dimension stand for.
    pub(super) fn overlapping_sets(&self, dimension: DimensionId, grounds: Grounds<'_>) -> &[u16] {
        match dimension {
            DimensionId::Stage => &self.derived.stages(grounds, self.has_runs).1,
            _ => &self.derived.means(grounds, self.has_runs).1,
        }
    }

    /// The code of each row in `dimension`.
    pub(super) fn codes<'c>(&'c self, dimension: DimensionId, grounds: Grounds<'c>) -> &'c CodeColumn {
        let (entries, rows) = (&grounds.columns.entries, &grounds.columns.rows);
        let of_entries = match dimension {
            DimensionId::Role => return &rows.role,
            DimensionId::Outcome => return self.derived.outcome(grounds),
            DimensionId::Mark => return &rows.mark,
            DimensionId::Body => return &rows.body,
            DimensionId::ReplyMonth => return &rows.reply_month,
            DimensionId::State => return self.derived.state(grounds),
            DimensionId::Rating => return &rows.rating,
            DimensionId::Means => return &self.derived.means(grounds, self.has_runs).0,
            DimensionId::Stage => return &self.derived.stages(grounds, self.has_runs).0,
            DimensionId::Kind => &entries.kind,
            DimensionId::Topic => &entries.topic,
            DimensionId::Delegation => &entries.delegation,
            DimensionId::Month => &entries.month,
            DimensionId::Year => &entries.year,
            DimensionId::Session => &entries.session,
            DimensionId::Sitting => &entries.sitting,
            DimensionId::Form => &entries.form,
            DimensionId::Key => &entries.key,
            DimensionId::Livelihood => &entries.livelihood,
            DimensionId::Disclosure => &entries.disclosure,
        };
        if !self.has_runs {
            return of_entries;
        }
        self.derived.of_entries[dimension.index()].get_or_init(|| of_entries.at_places(&rows.entry))
    }

    /// The rows of each of a dimension's few codes.
    fn rows_by_code(&self, dimension: DimensionId, grounds: Grounds<'_>, codes: usize) -> &[Bits] {
        self.derived.rows_by_code[dimension.index()].get_or_init(|| {
            let column = self.codes(dimension, grounds);
            let others = |code: usize| Allowed::new((0..codes).map(|other| other != code).collect());
            (0..codes).map(|code| failing(column, &others(code))).collect()
        })
    }

    fn failing(&self, grounds: Grounds<'_>, condition: Condition, demand: &Demand) -> Bits {
        match (condition, demand) {
            (Condition::Dimension(dimension), Demand::Keys(keys)) => {
                let known = keys_of(dimension, grounds);
                let mut allowed = vec![false; known.len()];
                keys.iter().flat_map(|key| known.codes(key)).for_each(|code| allowed[code] = true);
                if dimension.is_overlapping() {
                    let sets = self.overlapping_sets(dimension, grounds).iter();
                    allowed = sets.map(|set| (0..allowed.len()).any(|bit| set >> bit & 1 == 1 && allowed[bit])).collect();
                }
                failing(self.codes(dimension, grounds), &Allowed::new(allowed))
            }
            (_, Demand::Days(from, to)) => {
                let (codes, days) = self.derived.days(grounds);
                // The codes beyond the last day stand for days that are not known.
                let allowed = days.iter().flat_map(|day| [(from..=to).contains(&day); 2]).collect();
                failing(codes, &Allowed::new(allowed))
            }
            (_, Demand::Text(text)) => {
                let lacking = grounds.columns.texts.lacking(text);
                let entry_of = &grounds.columns.rows.entry;
                Bits::of(self.rows, |row| lacking.has(entry_of[row] as usize))
            }
            _ => Bits::none(self.rows),
        }
    }

    /// Which rows fail any condition, and which several.
    fn count_failures(&mut self) {
        self.any.words_mut().fill(0);
        self.several.words_mut().fill(0);
        for fails in self.fails.iter().flatten() {
            let words = self.any.words_mut().iter_mut().zip(self.several.words_mut()).zip(fails.words());
            words.for_each(|((any, several), fails)| {
                *several |= *any & fails;
                *any |= fails;
            });
        }
    }

    /// The scope, where a condition that is not set ignores nothing.
    fn in_effect(&self, scope: Scope) -> Scope {
        Scope { ignores: scope.ignores.filter(|condition| self.fails[condition.index()].is_some()), ..scope }
    }

    /// All rows that can ever be in `scope`.
    fn every(&mut self, grounds: Grounds<'_>, scope: Scope) -> Rc<Bits> {
        let once = scope.once && self.has_runs && scope.mask.counted().is_none();
        if let Some(every) = &self.masks[usize::from(once)][scope.mask as usize] {
            return every.clone();
        }
        let every = if once {
            let mut every = Bits::clone(&self.every(grounds, Scope { once: false, ..scope }));
            every.keep_first_of_runs(&self.starts);
            every
        } else {
            masked(scope.mask, grounds)
        };
        let every = Rc::new(every);
        self.masks[usize::from(once)][scope.mask as usize] = Some(every.clone());
        every
    }

    fn cells(&self, id: TallyId, grounds: Grounds<'_>) -> usize {
        match id {
            TallyId::Groups(dimension) if dimension.is_overlapping() => {
                self.overlapping_sets(dimension, grounds).len() * self.derived.classes
            }
            TallyId::Keys(dimension) if dimension.is_overlapping() => self.overlapping_sets(dimension, grounds).len(),
            TallyId::Groups(dimension) => keys_of(dimension, grounds).len() * self.derived.classes,
            TallyId::Parts(dimension) | TallyId::Keys(dimension) => keys_of(dimension, grounds).len(),
            TallyId::RolesLeftOut(_) => HandlingRole::ALL.len() + 1,
            TallyId::Days => self.days(grounds).len() * 2,
            TallyId::Missing => self.missing_sets(grounds).len(),
        }
    }

    fn counted_by<'c>(&'c self, id: TallyId, grounds: Grounds<'c>) -> CountedBy<'c> {
        let plain = |codes| CountedBy { codes, classes: None, rows_by_code: None };
        match id {
            TallyId::Groups(dimension) => {
                let classes = Some((self.derived.class(grounds), self.derived.classes));
                CountedBy { classes, ..plain(self.codes(dimension, grounds)) }
            }
            TallyId::Parts(dimension) | TallyId::Keys(dimension) => {
                let cells = self.cells(id, grounds);
                let rows_by_code = (cells <= FEW_CODES).then(|| self.rows_by_code(dimension, grounds, cells));
                CountedBy { rows_by_code, ..plain(self.codes(dimension, grounds)) }
            }
            TallyId::RolesLeftOut(_) => plain(&grounds.columns.rows.role),
            TallyId::Days => plain(&self.derived.days(grounds).0),
            TallyId::Missing => plain(&self.derived.missing(grounds, self.has_runs).0),
        }
    }
}

/// Who and what counts in the shares of `dimension`, where it has shares of a denominator.
pub(super) fn shares_of<'p>(dimension: DimensionId, grounds: Grounds<'p>) -> Option<&'p CountedRoles> {
    match dimension {
        DimensionId::Outcome | DimensionId::Mark => Some(&grounds.profile.denominators.outcome.value),
        DimensionId::Topic => Some(&grounds.profile.denominators.topics.value),
        _ => None,
    }
}

/// Which rows `id` counts.
fn scope_of(id: TallyId, grounds: Grounds<'_>) -> Scope {
    let own = |dimension| Some(Condition::Dimension(dimension));
    match id {
        TallyId::Groups(dimension) | TallyId::Keys(dimension) => {
            let counts_withdrawn = matches!(dimension, DimensionId::Kind | DimensionId::State);
            let mask = if counts_withdrawn { Mask::All } else { Mask::Standing };
            Scope { ignores: own(dimension), mask, once: dimension.is_of_entry() }
        }
        TallyId::Parts(dimension) => {
            let by_entry = shares_of(dimension, grounds).is_some_and(|counted| counted.basis == Basis::Entry);
            let mask = if dimension == DimensionId::Topic { Mask::InTopics } else { Mask::InOutcomes };
            Scope { ignores: own(dimension), mask, once: by_entry || dimension.is_of_entry() }
        }
        TallyId::RolesLeftOut(dimension) => {
            let by_entry = shares_of(dimension, grounds).is_some_and(|counted| counted.basis == Basis::Entry);
            let mask = if dimension == DimensionId::Topic { Mask::NotInTopics } else { Mask::NotInOutcomes };
            Scope { ignores: own(dimension), mask, once: by_entry || dimension.is_of_entry() }
        }
        TallyId::Days => Scope { ignores: Some(Condition::Days), mask: Mask::DaysKnown, once: false },
        TallyId::Missing => Scope { ignores: None, mask: Mask::All, once: true },
    }
}

/// The rows of `mask`.
fn masked(mask: Mask, grounds: Grounds<'_>) -> Bits {
    let Grounds { columns, standing, profile } = grounds;
    let rows = &columns.rows;
    let is_withdrawn = |row: usize| columns.entries.withdrawn[rows.entry[row] as usize];
    let is_assigned = |row: usize| rows.role.get(row) != 0 || rows.body.get(row) != 0;
    let is_counted = |row: usize, counted: &CountedRoles| {
        let counts = match role_of(rows.role.get(row)) {
            Some(role) => counted.roles.contains(&role),
            None => rows.body.get(row) != 0 || rows.answered[row],
        };
        counts && !is_withdrawn(row)
    };
    let (outcomes, topics) = (&profile.denominators.outcome.value, &profile.denominators.topics.value);
    let answers = |row: usize| {
        let is_answer = matches!(standing.states[row], AnswerState::InTime | AnswerState::Late | AnswerState::Answered);
        is_answer && role_of(rows.role.get(row)) != Some(HandlingRole::Assisting)
    };
    let has_days = |row: usize| days_to_answer(grounds, row).is_some();
    let count = columns.rows();
    match mask {
        Mask::All => Bits::all(count),
        Mask::Standing => {
            let mut standing = Bits::all(count);
            withdrawn_rows(columns).for_each(|row| standing.words_mut()[row / 64] &= !(1 << (row % 64)));
            standing
        }
        Mask::Withdrawn => {
            let mut withdrawn = Bits::none(count);
            withdrawn_rows(columns).for_each(|row| withdrawn.words_mut()[row / 64] |= 1 << (row % 64));
            withdrawn
        }
        Mask::Assigned => Bits::of(count, is_assigned),
        Mask::Handled => Bits::of(count, |row| is_assigned(row) && !is_withdrawn(row)),
        Mask::Rated => Bits::of(count, |row| rows.rating.get(row) != 0),
        Mask::InOutcomes => Bits::of(count, |row| is_counted(row, outcomes)),
        Mask::NotInOutcomes => Bits::of(count, |row| !is_withdrawn(row) && !is_counted(row, outcomes)),
        Mask::InTopics => Bits::of(count, |row| is_counted(row, topics)),
        Mask::NotInTopics => Bits::of(count, |row| !is_withdrawn(row) && !is_counted(row, topics)),
        Mask::DaysKnown => Bits::of(count, |row| answers(row) && has_days(row)),
        Mask::DaysUnknown => Bits::of(count, |row| answers(row) && !has_days(row)),
    }
}

fn withdrawn_rows(columns: &Columns) -> impl Iterator<Item = usize> {
    let withdrawn = columns.entries.withdrawn.iter().enumerate().filter(|(_, withdrawn)| **withdrawn);
    withdrawn.flat_map(|(entry, _)| columns.rows_of(entry))
}

/// Days from assignment to the first answer; `None` where a date is not known or the answer comes first.
pub(super) fn days_to_answer(grounds: Grounds<'_>, row: usize) -> Option<u32> {
    let rows = &grounds.columns.rows;
    let (assigned, answered) = (rows.assigned[row], rows.answered_on[row]);
    if assigned == NO_DAY || answered == NO_DAY {
        return None;
    }
    u32::try_from(answered - assigned).ok()
}

impl Derived {
    fn class(&self, grounds: Grounds<'_>) -> &[u16] {
        self.class.get_or_init(|| {
            let images: Vec<u16> = grounds.standing.class_of_mark.iter().map(|class| *class as u16).collect();
            grounds.columns.rows.mark.images(&images)
        })
    }

    fn outcome(&self, grounds: Grounds<'_>) -> &CodeColumn {
        self.outcome.get_or_init(|| grounds.columns.rows.mark.mapped(&grounds.standing.class_of_mark))
    }

    fn state(&self, grounds: Grounds<'_>) -> &CodeColumn {
        self.state.get_or_init(|| CodeColumn::Bytes(grounds.standing.states.iter().map(|state| *state as u8).collect()))
    }

    fn days(&self, grounds: Grounds<'_>) -> &(CodeColumn, Vec<u32>) {
        self.days.get_or_init(|| {
            const UNKNOWN: u32 = u32::MAX;
            let days: Vec<u32> = (0..grounds.columns.rows()).map(|row| days_to_answer(grounds, row).unwrap_or(UNKNOWN)).collect();
            let longest = days.iter().copied().filter(|days| *days != UNKNOWN).max();
            // Dates lie within three centuries, so a place per day is little.
            let mut code_of = vec![0_u32; longest.map_or(0, |longest| longest as usize + 1)];
            days.iter().for_each(|days| code_of.get_mut(*days as usize).into_iter().for_each(|code| *code = 1));
            let known: Vec<u32> = (0..code_of.len() as u32).filter(|days| code_of[*days as usize] == 1).collect();
            known.iter().enumerate().for_each(|(code, days)| code_of[*days as usize] = code as u32 * 2);
            let unknown = known.len() as u32 * 2;
            let states = &grounds.standing.states;
            let code = |(days, state): (&u32, &AnswerState)| match code_of.get(*days as usize) {
                Some(code) => code + u32::from(*state == AnswerState::Late),
                None => unknown,
            };
            (days.iter().zip(states).map(code).collect(), known)
        })
    }

    fn means(&self, grounds: Grounds<'_>, has_runs: bool) -> &(CodeColumn, Vec<u16>) {
        self.means.get_or_init(|| sets(grounds, has_runs, |entry| grounds.columns.entries.means[entry]))
    }

    fn stages(&self, grounds: Grounds<'_>, has_runs: bool) -> &(CodeColumn, Vec<u16>) {
        self.stages.get_or_init(|| sets(grounds, has_runs, |entry| u16::from(grounds.columns.entries.stages[entry])))
    }

    fn missing(&self, grounds: Grounds<'_>, has_runs: bool) -> &(CodeColumn, Vec<u16>) {
        self.missing.get_or_init(|| sets(grounds, has_runs, |entry| grounds.columns.entries.missing[entry]))
    }
}

/// The sets of bits that entries have, as codes; a code per row.
fn sets(grounds: Grounds<'_>, has_runs: bool, set: impl Fn(usize) -> u16) -> (CodeColumn, Vec<u16>) {
    let mut code_of: BTreeMap<u16, u32> = BTreeMap::new();
    let mut sets = Vec::new();
    let mut codes = CodeColumn::default();
    for entry in 0..grounds.columns.len() {
        let set = set(entry);
        let code = *code_of.entry(set).or_insert_with(|| {
            sets.push(set);
            sets.len() as u32 - 1
        });
        codes.push(code);
    }
    let codes = if has_runs { codes.at_places(&grounds.columns.rows.entry) } else { codes };
    (codes, sets)
}
