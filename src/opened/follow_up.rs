//! Deadlines and warnings of an opened ledger: what is pressing, whom to remind, what to check.

use std::collections::BTreeSet;

use super::OpenedLedger;
use crate::rule::{Severity, rule_doc};
use crate::statistics::handlings;
use crate::supervision::ics::calendar_file;
use crate::supervision::register::register;
use crate::supervision::reminder::{reminder, step_words};
use crate::supervision::sample::stratified_sample;
use crate::supervision::watch::{Pending, Warning, Watch, watch, work_list};
use crate::supervision::{Grounds, StepState, Thresholds};
use crate::wire;

impl OpenedLedger {
    /// What the ledger asks of the supervising office on its day.
    pub fn follow_up(&self) -> wire::FollowUpView {
        let watch = self.watch();
        let counts = watch.counts.iter().map(|(step, state, count)| wire::StepCountView {
            step: step.as_str().to_owned(),
            state: state.as_str().to_owned(),
            count: *count,
        });
        let pressing = watch.pending.iter().filter(|pending| pending.step.state != StepState::Open);
        wire::FollowUpView {
            today: self.today.to_string(),
            thresholds: self.threshold_views(),
            counts: counts.collect(),
            pressing: pressing.map(|pending| self.step_view(pending, false)).collect(),
            unknown: watch.unknown.iter().map(|pending| self.step_view(pending, false)).collect(),
            warnings: self.warning_groups(&watch.warnings),
        }
    }

    /// Every step of the entry with this id that has a limit, with the reckoning of its due date day by day; empty where there
    /// is no such entry.
    pub fn due_dates(&self, id: &str) -> Vec<wire::StepDueView> {
        let Some(index) = self.index_of(id) else { return Vec::new() };
        let Some(entry) = self.ledger.entry(index) else { return Vec::new() };
        let steps = crate::supervision::due_dates(&entry, &self.supervised_on());
        steps.into_iter().map(|step| self.step_view(&Pending::of(index, &entry, step), true)).collect()
    }

    /// The 催办单 to `body`, as plain text; `None` where nothing of its own is pressing.
    pub fn reminder(&self, body: &str) -> Option<String> {
        reminder(body, &self.watch().pending, self.ledger.head.office.as_deref(), &self.supervised_on())
    }

    /// All due dates still to be met as an iCalendar file.
    pub fn calendar_file(&self) -> String {
        calendar_file(&self.watch().pending, self.today, |pending| {
            let number = pending.number.as_deref().map(|number| format!("第{number}号")).unwrap_or_default();
            let title = pending.title.as_deref().unwrap_or_default();
            let body = pending.step.body.as_deref().unwrap_or_default();
            format!("{}：{number}{title}（{body}）", step_words(pending.step.step))
        })
    }

    /// Every promise of the ledger and every reply that promised without one being registered; what presses most first.
    pub fn commitment_register(&self) -> wire::CommitmentRegisterView {
        let register = register(&self.ledger, &self.supervised_on());
        let rows = register.promises.into_iter().filter_map(|promise| {
            let entry = self.ledger.entry(promise.entry)?;
            Some(wire::CommitmentView {
                id: self.id_of(promise.entry),
                number: entry.number.as_deref().map(str::to_owned),
                title: entry.title.as_deref().map(str::to_owned),
                year: entry.year,
                what: promise.what,
                body: promise.body,
                due_on: promise.due_on.map(|on| on.to_string()),
                kept_on: promise.kept_on.map(|on| on.to_string()),
                state: promise.state.as_str().to_owned(),
            })
        });
        wire::CommitmentRegisterView { rows: rows.collect(), converted: register.converted, promising: register.promising }
    }

    /// A random sample of `share` per cent of the answered entries of each first body and class, drawn by `seed`.
    pub fn spot_check(&self, share: u8, seed: u32) -> wire::SpotCheckView {
        let stratum = |entry: &crate::ledger::Entry<'_>| {
            let handlings = handlings(entry);
            let first = handlings.first().filter(|first| first.answered)?;
            let mark = first.outcome.map(|outcome| outcome.mark.to_string()).unwrap_or_default();
            Some(format!("{}\u{1F}{mark}", first.body.unwrap_or_default()))
        };
        let with_stratum = (0..self.len()).filter_map(|index| Some((index as u32, stratum(&self.ledger.entry(index)?)?)));
        let (places, strata): (Vec<u32>, Vec<String>) = with_stratum.unzip();
        let drawn = stratified_sample(&strata, share, u64::from(seed));
        wire::SpotCheckView {
            seed,
            share: u32::from(share.min(100)),
            of: places.len() as u32,
            strata: strata.iter().collect::<BTreeSet<_>>().len() as u32,
            entries: drawn.into_iter().filter_map(|place| places.get(place).copied()).collect(),
        }
    }

    fn threshold_views(&self) -> Vec<wire::ThresholdView> {
        let view = |(name, threshold): (&str, &crate::profile::Sourced<u16>)| wire::ThresholdView {
            name: name.to_owned(),
            value: u32::from(threshold.value),
            source: self.profile.citation(&threshold.source),
        };
        self.profile.watch.all().map(view).into()
    }

    fn watch(&self) -> Watch {
        watch(&self.ledger, &self.supervised_on())
    }

    pub(super) fn supervised_on(&self) -> Grounds<'_> {
        let schemes = &self.ledger.head.schemes;
        Grounds {
            profile: &self.profile,
            calendar: &self.calendar,
            schemes,
            today: self.today,
            thresholds: Thresholds::of(&self.profile),
        }
    }

    fn step_view(&self, pending: &Pending, traced: bool) -> wire::StepDueView {
        let step = &pending.step;
        let trace =
            step.reckoning.as_ref().filter(|_| traced).map(|reckoning| reckoning.trace(&self.calendar).steps).unwrap_or_default();
        let list = step.due_on.filter(|_| step.is_pending()).map(|due| work_list(due, self.today).as_str().to_owned());
        wire::StepDueView {
            id: self.id_of(pending.entry),
            number: pending.number.clone(),
            title: pending.title.clone(),
            leader: pending.leader.clone(),
            key: pending.key,
            livelihood: pending.livelihood,
            step: step.step.as_str().to_owned(),
            round: step.round as u32,
            body: step.body.clone(),
            officer: step.officer.clone(),
            what: step.what.clone(),
            due_on: step.due_on.map(|on| on.to_string()),
            days_left: step.days_left(self.today),
            list,
            state: step.state.as_str().to_owned(),
            reason: step.reason.map(|reason| reason.as_str().to_owned()),
            source: step.source.map(|source| source.as_str().to_owned()),
            basis: step.reckoning.as_ref().map(|reckoning| self.profile.citation(&reckoning.limit.source)),
            provisional: step.provisional,
            done_on: step.done_on.map(|on| on.to_string()),
            trace: trace.into_iter().map(trace_view).collect(),
        }
    }

    fn warning_groups(&self, warnings: &[Warning]) -> Vec<wire::WarningGroupView> {
        let of_rule = |warnings: &[Warning]| {
            let rule = warnings.first()?.finding.rule;
            let doc = rule_doc("ledger", rule)?;
            Some(wire::WarningGroupView {
                rule: rule.to_owned(),
                title: doc.summary.to_owned(),
                title_en: doc.english.to_owned(),
                basis: doc.basis.to_owned(),
                warnings: warnings.iter().map(|warning| self.warning_view(warning)).collect(),
            })
        };
        warnings.chunk_by(|one, other| one.finding.rule == other.finding.rule).filter_map(of_rule).collect()
    }

    fn warning_view(&self, warning: &Warning) -> wire::WarningView {
        let severity = match warning.finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        };
        let entry = self.ledger.entry(warning.entry);
        wire::WarningView {
            id: self.id_of(warning.entry),
            number: entry.as_ref().and_then(|entry| entry.number.as_deref()).map(str::to_owned),
            title: entry.as_ref().and_then(|entry| entry.title.as_deref()).map(str::to_owned),
            severity: severity.to_owned(),
            message: warning.finding.message.clone(),
        }
    }
}

fn trace_view(step: crate::calendar::Step) -> wire::TraceStepView {
    wire::TraceStepView {
        kind: step.kind.as_str().to_owned(),
        rule: step.rule.as_str().to_owned(),
        from: step.from.to_string(),
        to: step.to.to_string(),
        holiday: step.holiday,
    }
}
