//! The steps of handling that a body, or the submitter, must do by a day.

use crate::calendar::{Date, Trace, WorkCalendar};
use crate::profile::{Limit, Sourced, due_traced};

vocabulary! {
    /// A step of handling that has a limit.
    Step {
        /// 签收.
        Accept = "accept",
        /// 申请退办; only where the body asked for it.
        Return = "return",
        /// 首次沟通.
        FirstContact = "first-contact",
        /// 协办（会办）意见.
        AssistingOpinion = "assisting-opinion",
        /// 答复, an approved extension included.
        Reply = "reply",
        /// 代表反馈意见.
        Feedback = "feedback",
        /// 重新办理.
        Redo = "redo",
        /// 跟踪办理 of what was planned.
        FollowUp = "follow-up",
        /// 公开.
        Publication = "publication",
        /// 承诺事项.
        Commitment = "commitment",
    }
}

vocabulary! {
    /// How a step stands on a day.
    StepState {
        /// Not done, and the due date is past.
        Overdue = "overdue",
        /// Not done, and the due date is near.
        DueSoon = "due-soon",
        /// Not done, not due yet.
        Open = "open",
        /// Done after the due date.
        Late = "late",
        /// Done on or before the due date.
        InTime = "in-time",
        /// Cannot be judged; the reason is told.
        Unknown = "unknown",
    }
}

vocabulary! {
    /// Why a step cannot be judged.
    UnknownReason {
        /// The profile sets no limit for it, or its own is not known (待确认).
        NoLimit = "no-limit",
        /// The day from which the limit runs is not in the ledger.
        NoStart = "no-start",
        /// A due date is stated, but cannot be read.
        UnreadableDue = "unreadable-due",
        /// It was done, but not on which day.
        UndatedDone = "undated-done",
        /// It was done on a day before it was assigned, or after today; or it was assigned after today.
        ContradictoryDates = "contradictory-dates",
    }
}

vocabulary! {
    /// Where a due date comes from.
    DueSource {
        /// The ledger states it.
        Stated = "stated",
        /// The approved extension states it.
        Extended = "extended",
        /// Reckoned from the profile's limit.
        Reckoned = "reckoned",
        /// Reckoned from the profile's longest extension, as the approved one names no day.
        LongestExtension = "longest-extension",
    }
}

/// One step of one body's handling, its due date and its state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepDue {
    /// Which step.
    pub step: Step,
    /// The round of handling, from 1.
    pub round: usize,
    /// 承办单位.
    pub body: Option<String>,
    /// 承办人.
    pub officer: Option<String>,
    /// What was promised, for a commitment.
    pub what: Option<String>,
    /// The last day, where it is known.
    pub due_on: Option<Date>,
    /// Where the due date comes from, where there is one.
    pub source: Option<DueSource>,
    /// Whether it rests on days off that are not announced yet.
    pub provisional: bool,
    /// When it was done.
    pub done_on: Option<Date>,
    /// How it stands.
    pub state: StepState,
    /// Why it cannot be judged, for [`StepState::Unknown`].
    pub reason: Option<UnknownReason>,
    /// How the due date is reckoned, for reckoned ones.
    pub reckoning: Option<Reckoning>,
}

/// How a due date follows from a profile's limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reckoning {
    /// The limit and its source.
    pub limit: Sourced<Limit>,
    /// The day from which it runs.
    pub start: Date,
    /// Whether an end on a day off moves.
    pub holiday_shift: bool,
}

impl Reckoning {
    /// The steps from the start to the due date in `calendar`, day by day.
    pub fn trace(&self, calendar: &WorkCalendar) -> Trace {
        due_traced(&self.limit.value, self.start, self.holiday_shift, calendar).1
    }
}

impl StepDue {
    /// Days from `today` to the due date; negative once it is past.
    pub fn days_left(&self, today: Date) -> Option<i32> {
        self.due_on.map(|due| due.days() - today.days())
    }

    /// Whether it still has to be done and is known to have a due date.
    pub fn is_pending(&self) -> bool {
        matches!(self.state, StepState::Overdue | StepState::DueSoon | StepState::Open)
    }
}
