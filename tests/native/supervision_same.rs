//! Supervision and statistics agree: a first reply's due date and state are the same in both.

use jianyi::calendar::WorkCalendar;
use jianyi::supervision::{Grounds, Step, StepState, Thresholds, due_dates};

use crate::support::{open, sample};

#[test]
fn the_due_date_of_a_reply_is_the_one_that_the_list_shows() {
    let opened = open(&sample("fictional-city-2024.json"));
    let profile = jianyi::profile::shipped_profile(&opened.summary(&Default::default()).unwrap().profile.id).unwrap();
    let today = jianyi::calendar::Date::parse(&opened.follow_up().today).unwrap();
    let grounds = Grounds {
        profile,
        calendar: WorkCalendar::shipped(),
        schemes: &opened.ledger().head.schemes,
        today,
        thresholds: Thresholds::of(profile),
    };
    let rows = opened.rows(&Default::default(), None, 0, opened.len()).unwrap();
    let mut compared = 0;
    let mut differ = Vec::new();
    for (row, entry) in rows.iter().zip(opened.ledger().entries()) {
        let steps = due_dates(&entry, &grounds);
        let replies: Vec<_> = steps.iter().filter(|step| step.step == Step::Reply).collect();
        let [reply] = replies[..] else { continue };
        compared += 1;
        let due = reply.due_on.map(|on| on.to_string());
        let same_state = match reply.state {
            StepState::Unknown => matches!(&*row.state, "unknown" | "answered"),
            state => state.as_str() == row.state,
        };
        if due != row.due_on || !same_state {
            differ.push(format!("{}: {due:?} {} / {:?} {}", row.id, reply.state.as_str(), row.due_on, row.state));
        }
    }
    assert!(compared > 100, "{compared}");
    assert!(differ.is_empty(), "{} of {compared} differ: {:#?}", differ.len(), &differ[..differ.len().min(8)]);
}

#[test]
fn every_sample_is_watched_and_every_warning_has_its_help() {
    let name = "fictional-city-2024.json";
    let opened = open(&sample(name));
    let view = opened.follow_up();
    assert!(view.warnings.iter().all(|group| !group.title.is_empty() && !group.warnings.is_empty()), "{name}");
    assert!(opened.calendar_file().ends_with("END:VCALENDAR\r\n"));
    let drawn = opened.spot_check(10, 1);
    assert_eq!(drawn.entries, opened.spot_check(10, 1).entries);
}
