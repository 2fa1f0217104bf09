//! Every body's handlings under the metrics of a table.

use std::collections::BTreeMap;

use super::metric::{Case, Judged, OutReason, Recorded};
use super::scheme::Scheme;
use crate::ledger::{HandlingRole, Ledger};
use crate::statistics::handlings;
use crate::supervision::{Grounds, due_dates};

/// What a part finds in a body's handlings, by the entries' places in the ledger.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// As they should be.
    pub good: Vec<usize>,
    /// Not as they should be.
    pub bad: Vec<usize>,
    /// Not judged, and why.
    pub out: Vec<(usize, OutReason)>,
}

/// One body's handlings, and what each part of the table finds in them, in the table's order.
#[derive(Debug, Clone, Default)]
pub struct Work {
    /// 件次.
    pub handlings: u32,
    /// Per part.
    pub found: Vec<Found>,
}

/// Every body that is named in the ledger, withdrawn entries left out.
pub fn gather(ledger: &Ledger, scheme: &Scheme, grounds: &Grounds<'_>) -> BTreeMap<String, Work> {
    let mut recorded = Recorded::default();
    ledger.entries().for_each(|entry| recorded.add(&entry));
    let mut bodies: BTreeMap<String, Work> = BTreeMap::new();
    for index in 0..ledger.len() {
        let Some(entry) = ledger.entry(index).filter(|entry| entry.withdrawn.is_none()) else { continue };
        let steps = due_dates(&entry, grounds);
        let handlings = handlings(&entry);
        let answers = |role: Option<HandlingRole>| !matches!(role, Some(HandlingRole::Assisting | HandlingRole::ForReference));
        let answering = handlings.iter().filter(|handling| answers(handling.role)).count();
        for handling in &handlings {
            let Some(body) = handling.body else { continue };
            let work = bodies
                .entry(body.to_owned())
                .or_insert_with(|| Work { handlings: 0, found: vec![Found::default(); scheme.parts.len()] });
            work.handlings += 1;
            let alone = answering <= 1;
            let case = Case { entry: &entry, handling, steps: &steps, alone, recorded, grounds };
            for (part, found) in scheme.parts.iter().zip(&mut work.found) {
                let counts = part.roles.is_empty() || handling.role.is_some_and(|role| part.roles.contains(&role));
                let Some(metric) = part.metric.filter(|_| counts) else { continue };
                add(found, index, case.judge(metric));
            }
        }
    }
    bodies
}

fn add(found: &mut Found, index: usize, judged: Judged) {
    match judged {
        Judged::Good => found.good.push(index),
        Judged::Bad => found.bad.push(index),
        Judged::Out(reason) => found.out.push((index, reason)),
        Judged::Elsewhere => {}
    }
}
