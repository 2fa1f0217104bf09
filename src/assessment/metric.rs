//! What of a body's work a part of a points table looks at.

use crate::ledger::{Assignment, Entry, HandlingRole, OutcomeMeaning, Rating};
use crate::statistics::{Handling, is_of};
use crate::supervision::{Grounds, Step, StepDue, StepState};

vocabulary! {
    /// What of a body's work a part of a points table looks at: each judges one handling (件次) of a body.
    Metric {
        /// 答复按时: due or answered; good is in time.
        ReplyOnTime = "reply-on-time",
        /// 协办（会办）意见按时.
        OpinionOnTime = "opinion-on-time",
        /// 签收按时.
        AcceptOnTime = "accept-on-time",
        /// 重新办理按时.
        RedoOnTime = "redo-on-time",
        /// 公开按时.
        PublishedOnTime = "published-on-time",
        /// 承诺事项按时兑现.
        PromiseKept = "promise-kept",
        /// 与代表、委员沟通: answered; good is consulted by any means.
        Consulted = "consulted",
        /// 反馈满意: rated; good is 满意 or 基本满意.
        Satisfied = "satisfied",
        /// 明确承办人.
        OfficerNamed = "officer-named",
        /// 答复件写明联系人和电话.
        ContactGiven = "contact-given",
        /// 问题已经解决: with an outcome; good is a class that means solved.
        Solved = "solved",
        /// 列入计划的写明承诺事项和时限.
        PlanDated = "plan-dated",
        /// 承办件次; all are good.
        Workload = "workload",
    }
}

vocabulary! {
    /// Why a handling is not judged.
    OutReason {
        /// Not due yet, or not at that stage yet.
        NotYet = "not-yet",
        /// The ledger does not say it.
        NotSaid = "not-said",
    }
}

/// How a handling stands under a metric.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// As it should be.
    Good,
    /// Not as it should be.
    Bad,
    /// Not judged.
    Out(OutReason),
    /// The metric does not speak of such a handling.
    Elsewhere,
}

/// What the whole ledger records at all: where a column is empty from top to bottom, nothing is held against anybody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Recorded {
    /// Any consultation.
    pub consultations: bool,
    /// Any 承办人.
    pub officers: bool,
    /// Any 联系人 or phone of a reply.
    pub contacts: bool,
    /// Any commitment.
    pub commitments: bool,
}

impl Recorded {
    /// Adds what `entry` records.
    pub fn add(&mut self, entry: &Entry<'_>) {
        self.commitments |= !entry.commitments.is_empty();
        for round in &entry.rounds {
            self.consultations |= !round.consultations.is_empty();
            self.officers |= round.assignments.iter().any(|assignment| assignment.officer.is_some());
            self.contacts |= round.replies.iter().any(|reply| reply.contact.is_some() || reply.phone.is_some());
        }
    }
}

/// One body's handling of an entry, with what is around it.
pub struct Case<'c> {
    /// The entry.
    pub entry: &'c Entry<'c>,
    /// The handling.
    pub handling: &'c Handling<'c>,
    /// All steps of the entry.
    pub steps: &'c [StepDue],
    /// Whether it is the only one whose body answers.
    pub alone: bool,
    /// What the ledger records at all.
    pub recorded: Recorded,
    /// On what it is judged.
    pub grounds: &'c Grounds<'c>,
}

impl Case<'_> {
    /// How the handling stands under `metric`.
    pub fn judge(&self, metric: Metric) -> Judged {
        let answers = !matches!(self.handling.role, Some(HandlingRole::Assisting | HandlingRole::ForReference));
        match metric {
            Metric::Workload => Judged::Good,
            Metric::OfficerNamed => self.officer_named(),
            Metric::AcceptOnTime => self.step(Step::Accept),
            Metric::OpinionOnTime => self.step(Step::AssistingOpinion),
            _ if !answers => Judged::Elsewhere,
            Metric::ReplyOnTime => self.step(Step::Reply),
            Metric::RedoOnTime => self.step(Step::Redo),
            Metric::PublishedOnTime => self.step(Step::Publication),
            Metric::PromiseKept => self.step(Step::Commitment),
            Metric::Consulted if !self.handling.answered => Judged::Out(OutReason::NotYet),
            Metric::Consulted => told(self.recorded.consultations, self.handling.contacts != 0),
            Metric::Satisfied => match self.handling.rating {
                Some(rating) => told(true, rating != Rating::Dissatisfied),
                None if self.handling.answered => Judged::Out(OutReason::NotSaid),
                None => Judged::Out(OutReason::NotYet),
            },
            Metric::ContactGiven => self.contact_given(),
            Metric::Solved => match self.meaning() {
                Some(meaning) => told(true, meaning == OutcomeMeaning::Solved),
                None if self.handling.answered => Judged::Out(OutReason::NotSaid),
                None => Judged::Out(OutReason::NotYet),
            },
            Metric::PlanDated => match self.meaning() {
                Some(OutcomeMeaning::BeingSolved | OutcomeMeaning::Planned) => {
                    told(self.recorded.commitments, self.entry.commitments.iter().any(|one| one.due_on.is_some()))
                }
                _ => Judged::Elsewhere,
            },
        }
    }

    /// The worst of the body's steps of this kind.
    fn step(&self, kind: Step) -> Judged {
        let own = |step: &&StepDue| {
            let is_own = match step.body.as_deref() {
                Some(body) => Some(body) == self.handling.body,
                None => self.alone,
            };
            step.step == kind && is_own
        };
        let judged = self.steps.iter().filter(own).map(|step| match step.state {
            StepState::Overdue | StepState::Late => Judged::Bad,
            StepState::InTime => Judged::Good,
            StepState::DueSoon | StepState::Open => Judged::Out(OutReason::NotYet),
            StepState::Unknown => Judged::Out(OutReason::NotSaid),
        });
        let weight = |judged: &Judged| match judged {
            Judged::Bad => 3,
            Judged::Out(_) => 2,
            Judged::Good => 1,
            Judged::Elsewhere => 0,
        };
        judged.max_by_key(weight).unwrap_or(Judged::Elsewhere)
    }

    fn officer_named(&self) -> Judged {
        let own = |assignment: &&Assignment<'_>| assignment.body.as_deref() == self.handling.body;
        let mut assignments = self.entry.rounds.iter().flat_map(|round| round.assignments.iter()).filter(own);
        told(self.recorded.officers, assignments.any(|assignment| assignment.officer.is_some()))
    }

    fn contact_given(&self) -> Judged {
        let replies = self.entry.rounds.iter().flat_map(|round| round.replies.iter());
        let mut own = replies.filter(|reply| is_of(reply.body.as_deref(), self.handling.body, self.alone));
        match own.next_back() {
            None => Judged::Out(OutReason::NotYet),
            Some(reply) => told(self.recorded.contacts, reply.contact.is_some() && reply.phone.is_some()),
        }
    }

    fn meaning(&self) -> Option<OutcomeMeaning> {
        self.handling.outcome.and_then(|outcome| self.grounds.meaning(outcome))
    }
}

/// `good`, where the ledger records such things at all.
fn told(is_recorded: bool, good: bool) -> Judged {
    match (is_recorded, good) {
        (false, _) => Judged::Out(OutReason::NotSaid),
        (true, true) => Judged::Good,
        (true, false) => Judged::Bad,
    }
}
