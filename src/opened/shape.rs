//! The core's answers in the shapes that cross to JavaScript.

use std::collections::BTreeMap;

use serde::Serialize;

use super::OpenedLedger;
use crate::intake::{Aside, Problem};
use crate::ledger::{Entry, HandlingRole, LEDGER_FORMAT, Ledger, LedgerHead};
use crate::profile::Profile;
use crate::rule::Severity;
use crate::statistics::{
    BodyWork, Clock, Days, DimensionCounts, DimensionId, Explanation, Filter, LeftOut, Overview, Rate, RateId, RowOrder, SortKey,
    percent, percent_interval, percents,
};
use crate::wire;

/// The overview with the ledger's head and the profile.
pub(super) fn summary(opened: &OpenedLedger, overview: Overview) -> wire::Summary {
    let profile = &opened.profile;
    wire::Summary {
        head: head(&opened.ledger.head),
        profile: profile_summary(profile),
        today: opened.today.to_string(),
        entries: opened.len() as u32,
        matching: overview.matching,
        assignments: overview.assignments,
        withdrawn: overview.withdrawn,
        dimensions: overview
            .dimensions
            .into_iter()
            .map(|dimension| (dimension.id.as_str().to_owned(), shape_dimension(dimension, profile)))
            .collect(),
        rates: overview.rates.iter().filter(|rate| rate.id.is_of_overview()).map(|found| rate(found, profile)).collect(),
        indicators: overview.rates.iter().map(|found| rate(found, profile)).collect(),
        clocks: overview.clocks.into_iter().map(shape_clock).collect(),
        days_to_reply: shape_days(overview.days),
        unpublished: shape_left_out(&overview.unpublished),
    }
}

fn head(head: &LedgerHead) -> wire::Head {
    wire::Head {
        title: head.title.clone(),
        office: head.office.clone(),
        as_of: head.as_of.map(|on| on.to_string()),
        fictional: head.fictional,
        sources: head.sources.clone(),
        notes: head.notes.clone(),
    }
}

/// A profile as lists show it.
pub fn profile_summary(profile: &Profile) -> wire::ProfileSummary {
    let roles = |label: fn(&crate::profile::Localized) -> &str| -> BTreeMap<String, String> {
        HandlingRole::ALL.iter().map(|role| (role.as_str().to_owned(), label(profile.roles.of(*role)).to_owned())).collect()
    };
    let marks = profile.outcome.value.marks.iter().map(|mark| wire::MarkView {
        mark: mark.mark.clone(),
        class: mark.class.clone().unwrap_or_else(|| mark.mark.clone()),
        label: mark.label.clone(),
        meaning: mark.meaning.as_str().to_owned(),
    });
    wire::ProfileSummary {
        id: profile.id.clone(),
        version: profile.version.clone(),
        name_zh: profile.name.zh.clone(),
        name_en: profile.name.en.clone(),
        roles_zh: roles(|label| &label.zh),
        roles_en: roles(|label| &label.en),
        marks: marks.collect(),
        to_confirm: profile.to_confirm.clone(),
        decimals: profile.rounding.value.decimals,
    }
}

fn shape_dimension(dimension: DimensionCounts, profile: &Profile) -> wire::Dimension {
    let rounding = profile.rounding.value;
    let parts: Vec<u64> = dimension.groups.iter().filter_map(|group| group.share.map(|share| share.part)).collect();
    let whole = dimension.groups.iter().find_map(|group| group.share.map(|share| share.whole)).unwrap_or(0);
    let mut printed = percents(&parts, whole, rounding).into_iter();
    let groups = dimension.groups.into_iter().map(|group| wire::GroupView {
        share: group.share.map(|share| wire::Share {
            part: share.part as u32,
            whole: share.whole as u32,
            percent: printed.next().flatten(),
        }),
        key: group.key,
        count: group.count,
        outcomes: group.outcomes.into_iter().map(|(key, count)| wire::PartView { key, count }).collect(),
    });
    wire::Dimension {
        basis: if dimension.id.is_of_entry() { "entry" } else { "assignment" }.to_owned(),
        total: dimension.total,
        overlapping: dimension.id.is_overlapping(),
        groups: groups.collect(),
        left_out: shape_left_out(&dimension.left_out),
    }
}

fn shape_clock(clock: Clock) -> wire::ClockView {
    let states = clock.states.into_iter().map(|(key, count)| wire::PartView { key: key.to_owned(), count });
    wire::ClockView {
        id: clock.id.as_str().to_owned(),
        whole: clock.whole,
        states: states.collect(),
        median_of_all: clock.median_of_all,
    }
}

/// A rate as a page shows it.
pub(super) fn rate(rate: &Rate, profile: &Profile) -> wire::RateView {
    let interval = percent_interval(rate.part, rate.whole, profile.rounding.value);
    wire::RateView {
        id: rate.id.as_str().to_owned(),
        part: rate.part as u32,
        whole: rate.whole as u32,
        percent: percent(rate.part, rate.whole, profile.rounding.value),
        basis: rate.unit.as_str().to_owned(),
        roles: rate.roles.iter().map(|role| role.as_str().to_owned()).collect(),
        left_out: shape_left_out(&rate.left_out),
        small: rate.whole > 0 && rate.whole < u64::from(profile.small_numbers.value.minimum),
        source: profile.citation(&rate.source),
        interval: interval.map(|(from, to)| [from, to]),
    }
}

/// One body's work.
pub(super) fn body(work: BodyWork, profile: &Profile) -> wire::BodyView {
    let part = |key: &str, count| wire::PartView { key: key.to_owned(), count };
    let rates: Vec<wire::RateView> = work.rates.iter().map(|found| rate(found, profile)).collect();
    wire::BodyView {
        body: work.body,
        roles: work.roles.iter().map(|(role, count)| part(role.as_str(), *count)).collect(),
        states: work.states.iter().map(|(state, count)| part(state.as_str(), *count)).collect(),
        outcomes: work.outcomes.iter().map(|(class, count)| part(class, *count)).collect(),
        ranked: rates.iter().any(|rate| rate.whole > 0) && rates.iter().all(|rate| !rate.small),
        rates,
    }
}

/// The entries behind a rate.
pub(super) fn explanation(found: Explanation) -> wire::ExplanationView {
    let left_out =
        found.left_out.into_iter().map(|(reason, entries)| wire::LeftOutEntries { reason: reason.as_str().to_owned(), entries });
    wire::ExplanationView { part: found.part, rest: found.rest, left_out: left_out.collect() }
}

/// What a page says of each indicator.
pub fn indicators() -> Vec<wire::IndicatorView> {
    let shaped = RateId::ALL.iter().map(|id| id.doc()).map(|doc| wire::IndicatorView {
        id: doc.id.as_str().to_owned(),
        name_zh: doc.name.to_owned(),
        name_en: doc.name_en.to_owned(),
        formula_zh: doc.formula.to_owned(),
        formula_en: doc.formula_en.to_owned(),
        basis: doc.id.unit().as_str().to_owned(),
        source: doc.source.to_owned(),
    });
    shaped.collect()
}

fn shape_left_out(left_out: &[LeftOut]) -> Vec<wire::LeftOut> {
    left_out.iter().map(|left_out| wire::LeftOut { reason: left_out.reason.to_owned(), count: left_out.count }).collect()
}

fn shape_days(days: Days) -> wire::DaysView {
    let bins = days.bins.iter().map(|bin| wire::DaysBin { from: bin.from, to: bin.to, count: bin.count, late: bin.late });
    wire::DaysView { known: days.known, unknown: days.unknown, median: days.median, p90: days.p90, bins: bins.collect() }
}

/// One row of the list.
pub(super) fn row(opened: &OpenedLedger, index: usize, entry: &Entry<'_>) -> wire::Row {
    let first = opened.standing.first_row(&opened.columns, index);
    wire::Row {
        index: index as u32,
        id: opened.id_of(index),
        kind: entry.kind.as_str().to_owned(),
        number: owned(entry.number.as_deref()),
        session: entry.session.map(|session| (session.congress, session.number)),
        title: owned(entry.title.as_deref()),
        lead_submitter: owned(entry.lead_submitter.as_ref().and_then(|lead| lead.name.as_deref())),
        delegation: owned(
            entry.delegation.as_deref().or_else(|| entry.lead_submitter.as_ref().and_then(|lead| lead.group.as_deref())),
        ),
        topic: owned(entry.topic.as_deref()),
        bodies: first.answering_bodies,
        role: first.role.map(|role| role.as_str().to_owned()),
        outcome: first.mark,
        assigned_on: first.assigned_on.map(|on| on.to_string()),
        due_on: first.due_on.map(|on| on.to_string()),
        replied_on: first.replied_on.map(|on| on.to_string()),
        state: first.state.as_str().to_owned(),
        rating: first.rating.map(|rating| rating.as_str().to_owned()),
        key: entry.key.is_some(),
        problems: opened.problems.iter().filter(|problem| problem.place.entry == Some(index)).count() as u32,
    }
}

/// One entry with its history.
pub(super) fn entry_view(
    opened: &OpenedLedger,
    index: usize,
    entry: &Entry<'_>,
    timeline: Vec<wire::TimelineStep>,
) -> wire::EntryView {
    let problems = opened.problems.iter().filter(|problem| problem.place.entry == Some(index));
    let stated = entry.rounds.iter().any(|round| round.due_on.is_some());
    let limit = opened.profile.limits.reply_in(entry.sitting);
    wire::EntryView {
        row: row(opened, index, entry),
        json: opened.ledger.record(index).map(|record| String::from_utf8_lossy(&record).into_owned()).unwrap_or_default(),
        timeline,
        missing: opened.columns.missing(index).map(str::to_owned).collect(),
        problems: problems.map(|found| problem(found, opened.file.as_deref())).collect(),
        due_source: limit.filter(|_| !stated).map(|limit| opened.profile.citation(&limit.source)),
    }
}

/// A problem with both of its sentences.
pub fn problem(problem: &Problem, file: Option<&str>) -> wire::Problem {
    wire::Problem {
        code: problem.code.as_str().to_owned(),
        severity: match problem.code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
        .to_owned(),
        place: place(&problem.place, file),
        value: problem.value.clone(),
        message: problem.message(),
        message_en: problem.message_en(),
    }
}

/// A place, with the file's name.
pub(super) fn place(place: &crate::intake::Place, file: Option<&str>) -> wire::Place {
    wire::Place {
        file: owned(file),
        pointer: place.pointer.clone(),
        line: place.line.map(|line| line as u32),
        column: place.column.map(|column| column as u32),
        byte: place.byte.map(|byte| byte as f64),
        sheet: place.sheet.clone(),
        row: place.row.map(|row| row as u32),
        heading: place.heading.clone(),
        entry: place.entry.map(|entry| entry as u32),
    }
}

/// A record kept aside, with its beginning.
pub(super) fn aside(aside: &Aside, file: Option<&str>) -> wire::AsideView {
    let shaped = problem(&aside.problem, file);
    wire::AsideView {
        place: shaped.place,
        code: shaped.code,
        message: shaped.message,
        message_en: shaped.message_en,
        text: aside.text.clone(),
    }
}

/// What the ledger says of itself, as a `jianyi/ledger/1` document without entries writes it.
pub(super) fn head_json(ledger: &Ledger) -> String {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Head<'l> {
        format: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        title: &'l Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        office: &'l Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        profile: &'l Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        as_of: Option<crate::calendar::Date>,
        #[serde(skip_serializing_if = "Option::is_none")]
        fictional: Option<bool>,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        sources: &'l [String],
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        notes: &'l [String],
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        schemes: &'l [crate::ledger::OutcomeScheme],
    }
    let head = &ledger.head;
    let head = Head {
        format: LEDGER_FORMAT,
        title: &head.title,
        office: &head.office,
        profile: &head.profile,
        as_of: head.as_of,
        fictional: head.fictional.then_some(true),
        sources: &head.sources,
        notes: &head.notes,
        schemes: &head.schemes,
    };
    serde_json::to_string(&head).unwrap_or_default()
}

/// The ledger as a `jianyi/ledger/1` document, an entry a line.
pub(super) fn document(ledger: &Ledger) -> Vec<u8> {
    let mut bytes = head_json(ledger).into_bytes();
    bytes.pop();
    bytes.extend_from_slice(b",\"entries\":[");
    for index in 0..ledger.len() {
        bytes.extend_from_slice(if index == 0 { b"\n" } else { b",\n" });
        bytes.extend_from_slice(&ledger.record(index).unwrap_or_default());
    }
    bytes.extend_from_slice(b"\n]}\n");
    bytes
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}

/// A filter of the boundary as the core knows it.
pub fn filter(filter: wire::Filter) -> Filter {
    let dimensions = [
        (DimensionId::Kind, filter.kind),
        (DimensionId::Role, filter.role),
        (DimensionId::Outcome, filter.outcome),
        (DimensionId::Mark, filter.mark),
        (DimensionId::Topic, filter.topic),
        (DimensionId::Body, filter.body),
        (DimensionId::Delegation, filter.delegation),
        (DimensionId::Month, filter.month),
        (DimensionId::ReplyMonth, filter.reply_month),
        (DimensionId::Year, filter.year),
        (DimensionId::Session, filter.session),
        (DimensionId::Sitting, filter.sitting),
        (DimensionId::Form, filter.form),
        (DimensionId::Key, filter.key),
        (DimensionId::Livelihood, filter.livelihood),
        (DimensionId::Disclosure, filter.disclosure),
        (DimensionId::State, filter.state),
        (DimensionId::Rating, filter.rating),
        (DimensionId::Means, filter.means),
        (DimensionId::Stage, filter.stage),
    ];
    let dimensions = dimensions.into_iter().filter(|(_, keys)| !keys.is_empty()).collect();
    Filter { dimensions, days: filter.days, text: filter.text.filter(|text| !text.trim().is_empty()) }
}

/// The order that the boundary asks for; `None` where it names no such column.
pub fn order(sort: &wire::RowSort) -> Option<RowOrder> {
    SortKey::from_word(&sort.by).map(|by| RowOrder { by, descending: sort.descending })
}
