//! The statistics once more, slow and obvious: loops over the parsed entries, no columns, no bits, nothing kept.

use std::collections::{BTreeMap, BTreeSet};

use jianyi::calendar::{Date, WorkCalendar};
use jianyi::ledger::*;
use jianyi::opened::OpenedLedger;
use jianyi::profile::{Basis, CountedRoles, LimitStart, Profile, due, shipped_profile};
use jianyi::wire;

/// Every figure of an overview under a name: `topic/教育/A`, `rate/completion/part`.
pub type Figures = BTreeMap<String, i64>;

/// One body's handling, with everything that a filter or figure asks of it.
struct Row {
    entry: usize,
    withdrawn: bool,
    keys: BTreeMap<&'static str, BTreeSet<String>>,
    class: String,
    role: Option<HandlingRole>,
    assigned: bool,
    answered: bool,
    state: &'static str,
    last_state: &'static str,
    mark: Option<String>,
    before: Option<Option<OutcomeMeaning>>,
    meaning: Option<OutcomeMeaning>,
    rating: Option<Rating>,
    first_rating: Option<Rating>,
    attitude: Option<Rating>,
    result: Option<Rating>,
    contacts: Vec<(Option<ConsultationMeans>, Option<ConsultationStage>)>,
    redone: bool,
    extended: bool,
    disclosure: Option<DisclosureAttribute>,
    published: bool,
    days: Option<u32>,
    text: String,
}

const OF_ENTRY: &[&str] = &[
    "kind",
    "topic",
    "delegation",
    "month",
    "year",
    "session",
    "sitting",
    "form",
    "key",
    "livelihood",
    "disclosure",
    "means",
    "stage",
];
const OF_ROW: &[&str] = &["role", "outcome", "mark", "body", "replyMonth", "state", "rating"];

/// All figures of the entries that pass `filter`.
pub fn figures(opened: &OpenedLedger, profile: &str, today: Date, filter: &wire::Filter) -> Figures {
    let profile = shipped_profile(profile).unwrap();
    let entries: Vec<Entry<'_>> = opened.ledger().entries().collect();
    let rows: Vec<Row> = entries.iter().enumerate().flat_map(|(at, entry)| rows(at, entry, profile, today)).collect();
    let conditions = conditions(filter);
    let passes = |row: &Row, but: &str| conditions.iter().all(|(name, holds)| *name == but || holds(row));
    let mut figures = Figures::new();
    for name in OF_ENTRY.iter().chain(OF_ROW) {
        let mut seen = BTreeSet::new();
        for row in rows.iter().filter(|row| passes(row, name)) {
            let hidden = row.withdrawn && !matches!(*name, "kind" | "state");
            if hidden || OF_ENTRY.contains(name) && !seen.insert(row.entry) {
                continue;
            }
            for key in &row.keys[name] {
                add(&mut figures, format!("{name}/{key}/{}", row.class), 1);
            }
        }
    }
    for (name, counted) in [
        ("outcome", &profile.denominators.outcome.value),
        ("mark", &profile.denominators.outcome.value),
        ("topic", &profile.denominators.topics.value),
    ] {
        let passing: Vec<&Row> = rows.iter().filter(|row| passes(row, name)).collect();
        shares(&mut figures, name, counted, &passing);
    }
    let passing: Vec<&Row> = rows.iter().filter(|row| passes(row, "")).collect();
    rates(&mut figures, &passing, profile);
    rare(&mut figures, &passing, &entries, today);
    let matching: BTreeSet<usize> = passing.iter().map(|row| row.entry).collect();
    add(&mut figures, "matching".into(), matching.len() as i64);
    add(&mut figures, "withdrawn".into(), matching.iter().filter(|at| entries[**at].withdrawn.is_some()).count() as i64);
    let assigned = passing.iter().filter(|row| row.role.is_some() || !row.keys["body"].contains("")).count();
    add(&mut figures, "assignments".into(), assigned as i64);
    for row in passing.iter().filter(|row| !row.withdrawn) {
        for (clock, state) in [("first-reply", row.state), ("final-reply", row.last_state)] {
            if state != "no-reply-owed" {
                add(&mut figures, format!("clock/{clock}/{state}"), 1);
            }
        }
    }
    let but_days: Vec<&Row> = rows.iter().filter(|row| passes(row, "days")).collect();
    days(&mut figures, &but_days);
    figures.retain(|_, count| *count != 0);
    figures
}

/// The same figures of an overview, as the engine gives them.
pub fn figures_of(summary: &wire::Summary) -> Figures {
    let mut figures = Figures::new();
    for (name, dimension) in &summary.dimensions {
        for group in &dimension.groups {
            for part in &group.outcomes {
                add(&mut figures, format!("{name}/{}/{}", group.key, part.key), i64::from(part.count));
            }
            if let Some(share) = group.share.as_ref().filter(|_| matches!(name.as_str(), "outcome" | "mark" | "topic")) {
                add(&mut figures, format!("share/{name}/{}", group.key), i64::from(share.part));
                figures.insert(format!("share/{name}"), i64::from(share.whole));
            }
        }
        for left_out in &dimension.left_out {
            add(&mut figures, format!("share/{name}/without/{}", left_out.reason), i64::from(left_out.count));
        }
    }
    for rate in &summary.indicators {
        add(&mut figures, format!("rate/{}/part", rate.id), i64::from(rate.part));
        add(&mut figures, format!("rate/{}/whole", rate.id), i64::from(rate.whole));
        for left_out in &rate.left_out {
            add(&mut figures, format!("rate/{}/{}", rate.id, left_out.reason), i64::from(left_out.count));
        }
    }
    for clock in &summary.clocks {
        for state in &clock.states {
            add(&mut figures, format!("clock/{}/{}", clock.id, state.key), i64::from(state.count));
        }
    }
    let days = &summary.days_to_reply;
    add(&mut figures, "matching".into(), i64::from(summary.matching));
    add(&mut figures, "withdrawn".into(), i64::from(summary.withdrawn));
    add(&mut figures, "assignments".into(), i64::from(summary.assignments));
    add(&mut figures, "days/known".into(), i64::from(days.known));
    add(&mut figures, "days/unknown".into(), i64::from(days.unknown));
    add(&mut figures, "days/median".into(), days.median.map_or(0, i64::from));
    add(&mut figures, "days/p90".into(), days.p90.map_or(0, i64::from));
    add(&mut figures, "days/late".into(), days.bins.iter().map(|bin| i64::from(bin.late)).sum());
    figures.retain(|_, count| *count != 0);
    figures
}

fn add(figures: &mut Figures, name: String, count: i64) {
    *figures.entry(name).or_default() += count;
}

type Condition<'f> = (&'static str, Box<dyn Fn(&Row) -> bool + 'f>);

fn conditions(filter: &wire::Filter) -> Vec<Condition<'_>> {
    let keyed: [(&'static str, &Vec<String>); 20] = [
        ("kind", &filter.kind),
        ("topic", &filter.topic),
        ("delegation", &filter.delegation),
        ("month", &filter.month),
        ("year", &filter.year),
        ("session", &filter.session),
        ("sitting", &filter.sitting),
        ("form", &filter.form),
        ("key", &filter.key),
        ("livelihood", &filter.livelihood),
        ("disclosure", &filter.disclosure),
        ("means", &filter.means),
        ("stage", &filter.stage),
        ("role", &filter.role),
        ("outcome", &filter.outcome),
        ("mark", &filter.mark),
        ("body", &filter.body),
        ("replyMonth", &filter.reply_month),
        ("state", &filter.state),
        ("rating", &filter.rating),
    ];
    let set = keyed.into_iter().filter(|(_, keys)| !keys.is_empty());
    let mut conditions: Vec<Condition<'_>> = set
        .map(|(name, keys)| {
            let holds = move |row: &Row| row.keys[name].iter().any(|key| keys.contains(key));
            (name, Box::new(holds) as Box<dyn Fn(&Row) -> bool>)
        })
        .collect();
    if let Some((from, to)) = filter.days {
        conditions.push(("days", Box::new(move |row| row.days.is_some_and(|days| days >= from && days <= to))));
    }
    if let Some(text) = filter.text.as_ref().filter(|text| !text.trim().is_empty()) {
        let words: Vec<String> = text.to_lowercase().split_whitespace().map(str::to_owned).collect();
        conditions.push(("text", Box::new(move |row| words.iter().all(|word| row.text.contains(word)))));
    }
    conditions
}

fn rows(at: usize, entry: &Entry<'_>, profile: &Profile, today: Date) -> Vec<Row> {
    let mut found: Vec<(&Round<'_>, Option<&Assignment<'_>>)> = Vec::new();
    for round in &entry.rounds {
        for assignment in &round.assignments {
            let same = |(_, known): &(&Round<'_>, Option<&Assignment<'_>>)| {
                known.is_some_and(|known| known.body.is_some() && known.body == assignment.body && known.role == assignment.role)
            };
            if !is_sent_back(assignment) && !found.iter().any(same) {
                found.push((round, Some(assignment)));
            }
        }
    }
    let empty = Round::default();
    if found.is_empty() {
        found.push((entry.rounds.first().unwrap_or(&empty), None));
    }
    let place = |role: Option<HandlingRole>| match role {
        Some(HandlingRole::Lead) => 0,
        Some(HandlingRole::Separate) => 1,
        None => 2,
        Some(HandlingRole::Assisting) => 3,
        Some(HandlingRole::ForReference) => 4,
    };
    found.sort_by_key(|(_, assignment)| place(assignment.and_then(|assignment| assignment.role)));
    let mut rows: Vec<Row> =
        found.into_iter().map(|(round, assignment)| row(at, entry, round, assignment, profile, today)).collect();
    let first_assigned = rows.iter().flat_map(|row| row.keys["assigned"].iter().cloned()).min();
    let text: Vec<String> = [entry.id.as_deref(), entry.title.as_deref(), entry.number.as_deref()]
        .into_iter()
        .chain([entry.lead_submitter.as_ref().and_then(|lead| lead.name.as_deref())])
        .map(|text| text.unwrap_or_default().to_lowercase())
        .chain(rows.iter().flat_map(|row| row.keys["body"].iter().map(|body| body.to_lowercase())))
        .collect();
    for row in &mut rows {
        row.text = text.join("\n");
        let year = entry.year.map(|year| year.to_string());
        let year = year.or(entry.submitted_on.map(|on| on.to_string()[..4].to_owned()));
        let year = year.or(first_assigned.as_ref().map(|on| on[..4].to_owned()));
        row.keys.insert("year", one(year));
        row.keys.insert("month", one(first_assigned.as_ref().map(|on| on[..7].to_owned())));
    }
    rows
}

fn one(key: Option<String>) -> BTreeSet<String> {
    [key.map(|key| key.trim().to_owned()).unwrap_or_default()].into_iter().collect()
}

fn is_sent_back(assignment: &Assignment<'_>) -> bool {
    assignment.returned.as_ref().is_some_and(|returned| returned.accepted != Some(false))
}

fn row(
    at: usize,
    entry: &Entry<'_>,
    round: &Round<'_>,
    assignment: Option<&Assignment<'_>>,
    profile: &Profile,
    today: Date,
) -> Row {
    let body = assignment.and_then(|assignment| assignment.body.as_deref());
    let role = assignment.and_then(|assignment| assignment.role);
    let others = round.assignments.iter().filter(|other| {
        !is_sent_back(other) && !matches!(other.role, Some(HandlingRole::Assisting | HandlingRole::ForReference))
    });
    let alone = assignment.is_none() || others.count() <= 1;
    let mine = |named: Option<&str>| named.map_or(alone, |named| body.is_none_or(|body| body == named));
    let replies = |round: &Round<'_>| -> Vec<(Option<Date>, Option<bool>)> {
        round.replies.iter().filter(|reply| mine(reply.body.as_deref())).map(|reply| (reply.date, reply.in_time)).collect()
    };
    let all_replies = || entry.rounds.iter().flat_map(|round| &round.replies).filter(|reply| mine(reply.body.as_deref()));
    let forms = || entry.rounds.iter().flat_map(|round| &round.feedback).filter(|form| mine(form.body.as_deref()));
    let answers_submitter = !matches!(role, Some(HandlingRole::Assisting | HandlingRole::ForReference));
    let opinion = assignment.and_then(|assignment| assignment.opinion.as_ref());
    let assigned_on = assignment.and_then(|assignment| assignment.assigned_on).or(round.assigned_on);
    let received_on = assignment.and_then(|assignment| assignment.received_on);
    let extension = |round: &Round<'_>| {
        let approved =
            round.extension.as_ref().filter(|extension| extension.approved_on.is_some() || extension.approved_by.is_some());
        (approved.is_some(), approved.and_then(|extension| extension.until))
    };
    let first = match assignment {
        None => round.replies.first().map(|reply| (reply.date, reply.in_time)),
        Some(_) => replies(round).into_iter().min_by_key(|(date, _)| *date),
    };
    let (answered, answered_on, in_time, stated_due, outcome) = match role {
        Some(HandlingRole::Assisting) => (
            opinion.is_some_and(|opinion| opinion.given_on.is_some() || opinion.given == Some(true)),
            opinion.and_then(|opinion| opinion.given_on),
            opinion.and_then(|opinion| opinion.in_time),
            opinion.and_then(|opinion| opinion.due_on),
            opinion.and_then(|opinion| opinion.outcome.as_ref()),
        ),
        Some(HandlingRole::ForReference) => (false, None, None, assignment.and_then(|one| one.due_on).or(round.due_on), None),
        _ => (
            first.is_some(),
            first.and_then(|(date, _)| date),
            first.and_then(|(_, in_time)| in_time),
            extension(round).1.filter(|_| assignment.is_some()).or(assignment.and_then(|one| one.due_on)).or(round.due_on),
            all_replies().next_back().and_then(|reply| reply.outcome.as_ref()),
        ),
    };
    let owed = match role {
        Some(HandlingRole::ForReference) => false,
        Some(HandlingRole::Assisting) => profile.denominators.completion.value.roles.contains(&HandlingRole::Assisting),
        _ => true,
    };
    let reply_limit = profile.limits.reply_in(entry.sitting.filter(|sitting| *sitting == Sitting::InterSessional));
    let reckoned = reply_limit.filter(|_| owed && role != Some(HandlingRole::Assisting)).and_then(|limit| {
        let start = match limit.value.from {
            LimitStart::Assigned => assigned_on,
            LimitStart::Received => received_on,
            _ => None,
        };
        Some(due(&limit.value, start?, profile.limits.shifts_on_holidays(), WorkCalendar::shipped()).on)
    });
    let told = |on: Option<Date>, assigned: Option<Date>| {
        on.filter(|on| *on <= today && assigned.is_none_or(|assigned| *on >= assigned))
    };
    let state_of = |answered: bool, on: Option<Date>, in_time: Option<bool>, due: Option<Date>| match (answered, due) {
        (true, Some(due)) if on.is_some_and(|on| on <= due) => "in-time",
        (true, Some(_)) if on.is_some() => "late",
        (true, _) => in_time.map_or("answered", |in_time| if in_time { "in-time" } else { "late" }),
        (false, None) => "unknown",
        (false, Some(due)) if today > due => "overdue",
        (false, Some(due)) if due.days() - today.days() <= 15 => "due-soon",
        (false, Some(_)) => "open",
    };
    let running = |due: Option<Date>, assigned: Option<Date>| due.filter(|_| assigned.is_none_or(|assigned| assigned <= today));
    let withdrawn = entry.withdrawn.is_some();
    let without_reply = !owed;
    let state = match (withdrawn, without_reply) {
        (true, _) => "withdrawn",
        (false, true) => "no-reply-owed",
        _ => state_of(answered, told(answered_on, assigned_on), in_time, running(stated_due.or(reckoned), assigned_on)),
    };
    let last_round = entry.rounds.iter().skip(1).rev().find(|round| {
        let takes_part = round.assignments.is_empty() || round.assignments.iter().any(|one| one.body.as_deref() == body);
        round.cause != Some(RoundCause::FollowUp) && takes_part
    });
    let last_state = match last_round.filter(|_| answers_submitter && !matches!(state, "withdrawn" | "no-reply-owed")) {
        None => state,
        Some(last) => {
            let reply = replies(last).last().copied();
            let limit = profile.limits.redo.as_ref();
            let redo = || {
                last.assigned_on
                    .zip(limit)
                    .map(|(on, limit)| due(&limit.value, on, profile.limits.shifts_on_holidays(), WorkCalendar::shipped()).on)
            };
            let due = extension(last).1.or(last.due_on).or_else(redo);
            state_of(
                reply.is_some(),
                told(reply.and_then(|reply| reply.0), last.assigned_on),
                reply.and_then(|reply| reply.1),
                running(due, last.assigned_on),
            )
        }
    };
    let form = forms().rfind(|form| form.rating().is_some()).filter(|_| answers_submitter);
    let first_form = entry
        .rounds
        .first()
        .and_then(|round| round.feedback.iter().rfind(|form| mine(form.body.as_deref()) && form.rating().is_some()));
    let follow_up = entry.rounds.iter().position(|round| round.cause == Some(RoundCause::FollowUp)).filter(|_| answers_submitter);
    let before = follow_up.map(|first| {
        let earlier = entry.rounds[..first].iter().flat_map(|round| &round.replies).filter(|reply| mine(reply.body.as_deref()));
        earlier.filter_map(|reply| reply.outcome.as_ref()).next_back().and_then(|outcome| meaning(outcome, profile).1)
    });
    let contacts = entry.rounds.iter().flat_map(|round| round.consultations.iter().map(move |contact| (round, contact)));
    let contacts: Vec<_> =
        contacts.map(|(round, contact)| (contact.body.as_deref(), contact.means, stage(round, contact))).collect();
    let (class, meaning) = outcome.map_or((String::new(), None), |outcome| meaning(outcome, profile));
    let disclosure = entry.disclosure.as_ref();
    let attribute = disclosure.and_then(|disclosure| disclosure.attribute);
    let attribute = attribute.or(entry.rounds.iter().rev().flat_map(|round| &round.replies).find_map(|reply| reply.disclosure));
    let word = |word: Option<&'static str>| one(word.map(str::to_owned));
    let group = entry.delegation.as_deref().or(entry.lead_submitter.as_ref().and_then(|lead| lead.group.as_deref()));
    let rating = form.and_then(Feedback::rating);
    let shown_body = if assignment.is_none() { round.replies.first().and_then(|reply| reply.body.as_deref()) } else { body };
    let keys: BTreeMap<&'static str, BTreeSet<String>> = [
        ("kind", word(Some(entry.kind.as_str()))),
        ("topic", one(entry.topic.as_deref().map(str::to_owned))),
        ("delegation", one(group.map(str::to_owned))),
        ("session", one(entry.session.map(|session| format!("{}-{}", session.congress, session.number)))),
        ("sitting", word(entry.sitting.map(Sitting::as_str))),
        ("form", word(entry.form.map(SubmitterForm::as_str))),
        ("key", word(Some(if entry.key.is_some() { "yes" } else { "no" }))),
        ("livelihood", word(entry.livelihood.map(|livelihood| if livelihood { "yes" } else { "no" }))),
        ("disclosure", word(attribute.map(DisclosureAttribute::as_str))),
        ("means", contacts.iter().map(|(_, means, _)| means.map_or("", ConsultationMeans::as_str).to_owned()).collect()),
        ("stage", contacts.iter().map(|(.., stage)| stage.map_or("", ConsultationStage::as_str).to_owned()).collect()),
        ("role", word(role.map(HandlingRole::as_str))),
        ("outcome", one(Some(class.clone()))),
        ("mark", one(outcome.map(|outcome| outcome.mark.to_string()))),
        ("body", one(shown_body.map(str::to_owned))),
        ("replyMonth", one(answered_on.map(|on| on.to_string()[..7].to_owned()))),
        ("state", word(Some(state))),
        ("rating", word(rating.map(Rating::as_str))),
        ("assigned", assigned_on.iter().map(Date::to_string).collect()),
    ]
    .into();
    Row {
        entry: at,
        withdrawn,
        assigned: role.is_some() || shown_body.is_some() || answered,
        keys,
        class,
        role,
        answered,
        state,
        last_state,
        mark: outcome.map(|outcome| outcome.mark.to_string()),
        before,
        meaning,
        rating,
        first_rating: first_form.and_then(Feedback::rating).filter(|_| answers_submitter),
        attitude: form.and_then(|form| form.attitude),
        result: form.and_then(|form| form.result),
        contacts: contacts
            .iter()
            .filter(|(named, ..)| named.is_none_or(|named| body.is_none_or(|body| body == named)))
            .map(|(_, means, stage)| (*means, *stage))
            .collect(),
        redone: entry.rounds.iter().any(|round| round.cause == Some(RoundCause::Redo)),
        extended: entry.rounds.iter().any(|round| extension(round).0),
        disclosure: attribute,
        published: disclosure.is_some_and(|disclosure| disclosure.published == Some(true) || disclosure.published_on.is_some()),
        days: answered_on.zip(assigned_on).and_then(|(on, assigned)| u32::try_from(on.days() - assigned.days()).ok()),
        text: String::new(),
    }
}

fn stage(round: &Round<'_>, contact: &Consultation<'_>) -> Option<ConsultationStage> {
    let received = round.assignments.iter().filter_map(|assignment| assignment.received_on).min();
    let begun = received.or(round.assigned_on);
    let replied = round.replies.iter().filter_map(|reply| reply.date).min();
    contact.stage.or(contact.on.map(|on| match () {
        () if replied.is_some_and(|replied| on > replied) => ConsultationStage::After,
        () if begun.is_some_and(|begun| on <= begun) => ConsultationStage::Before,
        () => ConsultationStage::During,
    }))
}

/// Class and meaning in the profile's scheme; the test ledgers have no scheme of their own.
fn meaning(outcome: &Outcome<'_>, profile: &Profile) -> (String, Option<OutcomeMeaning>) {
    let scheme = &profile.outcome.value;
    if outcome.scheme.as_deref().is_some_and(|named| named != scheme.id) {
        return (outcome.mark.trim_end_matches(|letter: char| letter.is_ascii_digit()).to_owned(), None);
    }
    let find = |mark: &str| scheme.marks.iter().find(|known| known.mark == mark);
    match find(&outcome.mark) {
        Some(known) => (known.class.clone().unwrap_or_else(|| known.mark.clone()), Some(known.meaning)),
        None => {
            let class = outcome.mark.trim_end_matches(|letter: char| letter.is_ascii_digit()).to_owned();
            let meaning = find(&class).map(|known| known.meaning);
            (class, meaning)
        }
    }
}

fn shares(figures: &mut Figures, name: &str, counted: &CountedRoles, passing: &[&Row]) {
    let by_entry = counted.basis == Basis::Entry || name == "topic";
    let mut of_entries: BTreeMap<usize, Vec<&Row>> = BTreeMap::new();
    passing.iter().for_each(|row| of_entries.entry(row.entry).or_default().push(row));
    let mut count = |row: &Row| {
        let key = row.keys[name].first().unwrap();
        if name != "topic" && (row.mark.is_none() || name == "outcome" && key.is_empty()) {
            add(figures, format!("share/{name}/without/no-outcome"), 1);
        } else {
            add(figures, format!("share/{name}/{key}"), 1);
            add(figures, format!("share/{name}"), 1);
        }
    };
    let mut left_out = Vec::new();
    for rows in of_entries.values() {
        if rows[0].withdrawn {
            left_out.push("withdrawn");
        } else if by_entry {
            match rows.iter().find(|row| uncounted(row, counted).is_none()) {
                Some(row) => count(row),
                None => left_out.extend(uncounted(rows[0], counted)),
            }
        } else {
            for row in rows {
                match uncounted(row, counted) {
                    None => count(row),
                    Some(why) => left_out.push(why),
                }
            }
        }
    }
    left_out.into_iter().for_each(|why| add(figures, format!("share/{name}/without/{why}"), 1));
}

/// Why a row is in no denominator of these roles.
fn uncounted(row: &Row, counted: &CountedRoles) -> Option<&'static str> {
    match row.role {
        Some(role) => (!counted.roles.contains(&role)).then_some(role.as_str()),
        None => (!row.assigned).then_some("unassigned"),
    }
}

#[derive(Clone, PartialEq)]
enum Says {
    Yes,
    No,
    Nothing(&'static str),
}

fn says(id: &str, row: &Row) -> Says {
    let yes = |holds: bool| if holds { Says::Yes } else { Says::No };
    let at = |stage| row.contacts.iter().any(|(_, at)| *at == Some(stage));
    let by = |means: &[ConsultationMeans]| row.contacts.iter().any(|(by, _)| by.is_some_and(|by| means.contains(&by)));
    let on_time = |state: &str| match state {
        "in-time" => Says::Yes,
        "late" | "overdue" => Says::No,
        "open" | "due-soon" => Says::Nothing("not-due"),
        _ => Says::Nothing("unknown-date"),
    };
    let rated = |rating: Option<Rating>, basic: bool| match rating {
        None => Says::Nothing("no-feedback"),
        Some(Rating::Satisfied) => Says::Yes,
        Some(Rating::BasicallySatisfied) => yes(basic),
        Some(Rating::Dissatisfied) => Says::No,
    };
    let solved = |meaning: OutcomeMeaning| {
        matches!(meaning, OutcomeMeaning::Solved | OutcomeMeaning::PartlySolved | OutcomeMeaning::SolvedThisYear)
    };
    let planned = |meaning: OutcomeMeaning| matches!(meaning, OutcomeMeaning::BeingSolved | OutcomeMeaning::Planned);
    let classed = |counts: &dyn Fn(OutcomeMeaning) -> bool| match (row.meaning, &row.mark) {
        (Some(meaning), _) => yes(counts(meaning)),
        (None, None) => Says::Nothing("no-outcome"),
        (None, Some(_)) => Says::Nothing("unknown-class"),
    };
    match id {
        "completion" => yes(matches!(row.state, "in-time" | "late" | "answered")),
        "on-time" => on_time(row.state),
        "final-on-time" => on_time(row.last_state),
        "consultation" => yes(!row.contacts.is_empty()),
        "consultation-before" => yes(at(ConsultationStage::Before)),
        "consultation-during" => yes(at(ConsultationStage::During)),
        "consultation-after" => yes(at(ConsultationStage::After)),
        "in-person" => yes(by(&[
            ConsultationMeans::Visit,
            ConsultationMeans::Meeting,
            ConsultationMeans::Forum,
            ConsultationMeans::SiteVisit,
        ])),
        "visit" => yes(by(&[ConsultationMeans::Visit])),
        "satisfaction" => rated(row.rating, false),
        "satisfaction-including-basic" => rated(row.rating, true),
        "satisfaction-of-all" => yes(rated(row.rating, false) == Says::Yes),
        "satisfaction-including-basic-of-all" => yes(rated(row.rating, true) == Says::Yes),
        "first-satisfaction" => rated(row.first_rating, false),
        "first-satisfaction-including-basic" => rated(row.first_rating, true),
        "attitude-satisfaction" => rated(row.attitude, false),
        "attitude-satisfaction-including-basic" => rated(row.attitude, true),
        "result-satisfaction" => rated(row.result, false),
        "result-satisfaction-including-basic" => rated(row.result, true),
        "resolution" => classed(&solved),
        "resolved-or-planned" => classed(&|meaning| solved(meaning) || planned(meaning)),
        "follow-up-resolution" => match row.before {
            Some(before) if before.is_none_or(planned) => yes(row.meaning.is_some_and(solved)),
            Some(_) => Says::Nothing("not-planned"),
            None if row.meaning.is_some_and(planned) => Says::Nothing("not-followed-up"),
            None => Says::Nothing("not-planned"),
        },
        "feedback" if !row.answered => Says::Nothing("no-reply"),
        "feedback" => yes(row.rating.is_some()),
        "redo" if !row.answered => Says::Nothing("no-reply"),
        "redo" => yes(row.redone),
        "extension" => yes(row.extended),
        "publication" => match row.disclosure {
            Some(DisclosureAttribute::Public) => yes(row.published),
            Some(other) => Says::Nothing(other.as_str()),
            None => Says::Nothing("undecided-disclosure"),
        },
        other => panic!("no {other}"),
    }
}

/// What an entry says whose rows say these things, in the order of its bodies.
fn together(id: &str, rows: &[Says]) -> Says {
    let no = rows.contains(&Says::No);
    let yes = rows.contains(&Says::Yes);
    let nothing = rows.iter().find(|says| matches!(says, Says::Nothing(_))).cloned();
    match id {
        "resolution" | "resolved-or-planned" => rows[0].clone(),
        "redo" | "extension" if yes => Says::Yes,
        _ if no => Says::No,
        "completion" | "on-time" | "final-on-time" | "publication" => nothing.unwrap_or(Says::Yes),
        _ if yes => Says::Yes,
        _ => nothing.unwrap_or(Says::Yes),
    }
}

fn rates(figures: &mut Figures, passing: &[&Row], profile: &Profile) {
    let demands = &profile.denominators;
    for id in jianyi::statistics::RateId::ALL.iter().map(|id| id.as_str()) {
        let counted = match id {
            "completion" | "on-time" | "final-on-time" | "redo" | "extension" => Some(&demands.completion.value),
            "consultation" | "consultation-before" | "consultation-during" | "consultation-after" | "in-person" | "visit" => {
                Some(&demands.consultation.value)
            }
            "resolution" | "follow-up-resolution" => Some(&demands.resolution.value),
            "resolved-or-planned" => Some(&demands.outcome.value),
            "adoption" | "return" | "promise" => continue,
            "publication" => None,
            _ => Some(&demands.satisfaction.value),
        };
        let mut of_entries: BTreeMap<usize, Vec<&Row>> = BTreeMap::new();
        passing.iter().for_each(|row| of_entries.entry(row.entry).or_default().push(row));
        let any_rating = passing.iter().any(|row| row.rating.is_some());
        let says = |row: &Row| match id {
            "satisfaction-of-all" | "satisfaction-including-basic-of-all" if !any_rating => Says::Nothing("no-feedback"),
            _ => says(id, row),
        };
        let why_not = |row: &Row| counted.and_then(|counted| uncounted(row, counted));
        let mut all = Vec::new();
        for rows in of_entries.values() {
            let counting: Vec<Says> = rows.iter().filter(|row| why_not(row).is_none()).map(|row| says(row)).collect();
            if rows[0].withdrawn {
                all.push(Says::Nothing("withdrawn"));
            } else if counted.is_some_and(|counted| counted.basis == Basis::Assignment) {
                all.extend(rows.iter().map(|row| why_not(row).map_or_else(|| says(row), Says::Nothing)));
            } else if counting.is_empty() {
                all.extend(why_not(rows[0]).map(Says::Nothing));
            } else {
                all.push(together(id, &counting));
            }
        }
        for says in all {
            match says {
                Says::Yes => {
                    add(figures, format!("rate/{id}/part"), 1);
                    add(figures, format!("rate/{id}/whole"), 1);
                }
                Says::No => add(figures, format!("rate/{id}/whole"), 1),
                Says::Nothing(why) => add(figures, format!("rate/{id}/{why}"), 1),
            }
        }
    }
}

fn rare(figures: &mut Figures, passing: &[&Row], entries: &[Entry<'_>], today: Date) {
    let standing: BTreeSet<usize> = passing.iter().filter(|row| !row.withdrawn).map(|row| row.entry).collect();
    for entry in standing.iter().map(|at| &entries[*at]) {
        for points in entry.rounds.iter().flat_map(|round| &round.replies).filter_map(|reply| reply.adopted_points) {
            add(figures, "rate/adoption/part".into(), i64::from(points.adopted.min(points.of)));
            add(figures, "rate/adoption/whole".into(), i64::from(points.of));
        }
        let returned =
            entry.rounds.iter().flat_map(|round| &round.assignments).filter(|assignment| is_sent_back(assignment)).count();
        add(figures, "rate/return/part".into(), returned as i64);
        add(figures, "rate/return/whole".into(), returned as i64);
        for made in &entry.commitments {
            let state = match (made.kept_on, made.due_on, made.state) {
                (Some(kept), Some(due), _) => {
                    if kept <= due {
                        "in-time"
                    } else {
                        "late"
                    }
                }
                (Some(_), None, _) | (None, _, Some(CommitmentState::Kept)) => "kept",
                (None, _, Some(CommitmentState::GivenUp)) => "given-up",
                (None, Some(due), _) => {
                    if due < today {
                        "overdue"
                    } else {
                        "open"
                    }
                }
                (None, None, _) => "unknown",
            };
            add(figures, format!("clock/promise/{state}"), 1);
            match state {
                "in-time" | "late" | "kept" => {
                    add(figures, "rate/promise/part".into(), 1);
                    add(figures, "rate/promise/whole".into(), 1);
                }
                "overdue" | "given-up" => add(figures, "rate/promise/whole".into(), 1),
                "open" => add(figures, "rate/promise/not-due".into(), 1),
                _ => add(figures, "rate/promise/unknown-date".into(), 1),
            }
        }
    }
    let handled = passing.iter().filter(|row| !row.withdrawn && (row.role.is_some() || !row.keys["body"].contains("")));
    add(figures, "rate/return/whole".into(), handled.count() as i64);
}

fn days(figures: &mut Figures, passing: &[&Row]) {
    let answers = |row: &&&Row| matches!(row.state, "in-time" | "late" | "answered") && row.role != Some(HandlingRole::Assisting);
    let mut known: Vec<u32> = passing.iter().filter(answers).filter_map(|row| row.days).collect();
    known.sort_unstable();
    let rank =
        |percent: usize| known.get((known.len() * percent).div_ceil(100).saturating_sub(1)).map_or(0, |days| i64::from(*days));
    add(figures, "days/known".into(), known.len() as i64);
    add(figures, "days/unknown".into(), passing.iter().filter(answers).filter(|row| row.days.is_none()).count() as i64);
    add(figures, "days/median".into(), rank(50));
    add(figures, "days/p90".into(), rank(90));
    let late = passing.iter().filter(answers).filter(|row| row.state == "late" && row.days.is_some()).count();
    add(figures, "days/late".into(), late as i64);
}
