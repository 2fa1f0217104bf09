//! Which due dates a newer table of days off moves.

use std::borrow::Cow;

use super::OpenedLedger;
use crate::calendar::WorkCalendar;
use crate::supervision::{Grounds, StepDue, due_dates};
use crate::wire;

impl OpenedLedger {
    /// Every due date that is another day under `newer` than under the table in use, and those that `newer` makes certain.
    pub fn moved_due_dates(&self, newer: &WorkCalendar) -> wire::MovedDueDatesView {
        self.moved_between(&self.calendar, newer)
    }

    /// The same for the table in use, against the `older` one by which the ledger was last read.
    pub fn moved_since(&self, older: &WorkCalendar) -> wire::MovedDueDatesView {
        self.moved_between(older, &self.calendar)
    }

    fn moved_between(&self, older: &WorkCalendar, newer: &WorkCalendar) -> wire::MovedDueDatesView {
        let grounds = Grounds { calendar: older, ..self.supervised_on() };
        let newer_grounds = Grounds { calendar: newer, ..grounds };
        let mut view = wire::MovedDueDatesView {
            before: table_view(older),
            after: table_view(newer),
            reckoned: 0,
            settled: 0,
            moved: Vec::new(),
        };
        for (index, entry) in self.ledger.entries().enumerate() {
            let steps = due_dates(&entry, &grounds).into_iter().zip(due_dates(&entry, &newer_grounds));
            for (before, after) in steps.filter(|(before, _)| before.reckoning.is_some()) {
                view.reckoned += 1;
                view.settled += u32::from(before.provisional && !after.provisional);
                if before.due_on != after.due_on {
                    view.moved.push(self.moved_view(index, entry.number.as_deref(), entry.title.as_deref(), before, after));
                }
            }
        }
        view.moved.sort_by(|one, other| one.after.cmp(&other.after));
        view
    }

    /// The table of days off in use.
    pub fn holiday_table(&self) -> wire::HolidayTableView {
        wire::HolidayTableView { is_shipped: matches!(self.calendar, Cow::Borrowed(_)), ..table_view(&self.calendar) }
    }

    fn moved_view(
        &self,
        index: usize,
        number: Option<&str>,
        title: Option<&str>,
        before: StepDue,
        after: StepDue,
    ) -> wire::MovedDueDateView {
        wire::MovedDueDateView {
            id: self.id_of(index),
            number: number.map(str::to_owned),
            title: title.map(str::to_owned),
            step: before.step.as_str().to_owned(),
            body: before.body,
            before: before.due_on.map(|on| on.to_string()),
            after: after.due_on.map(|on| on.to_string()),
            was_provisional: before.provisional,
            state_before: before.state.as_str().to_owned(),
            state_after: after.state.as_str().to_owned(),
        }
    }
}

fn table_view(calendar: &WorkCalendar) -> wire::HolidayTableView {
    wire::HolidayTableView {
        edition: calendar.edition().to_owned(),
        announced_through: calendar.announced_through().to_string(),
        is_shipped: false,
    }
}
