//! How often figures and verdicts are right on the annotated reports, as numbers.

use crate::report_audit::{audited, is_inconsistent};
use crate::report_figures::{cases, compare};

/// Right, missed, too many.
#[derive(Default)]
struct Measure {
    right: usize,
    missed: usize,
    added: usize,
}

impl Measure {
    fn recall(&self) -> f64 {
        ratio(self.right, self.right + self.missed)
    }

    fn precision(&self) -> f64 {
        ratio(self.right, self.right + self.added)
    }

    fn f1(&self) -> f64 {
        ratio(2 * self.right, 2 * self.right + self.missed + self.added)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

#[test]
fn figures_and_verdicts_reach_what_is_asked_of_them() {
    for folder in ["tests/fixtures/reports", "tests/fixtures/reports-more"] {
        let (mut figures, mut verdicts, mut alarms, mut consistent) = (Measure::default(), Measure::default(), 0, 0);
        for (_, case) in cases(folder) {
            if case.get("figures").is_some() {
                let (missing, extra, wanted) = compare(&case);
                figures.right += wanted - missing.len();
                figures.missed += missing.len();
                figures.added += extra.len();
            }
            let told = is_inconsistent(&audited(case["text"].as_str().unwrap()));
            match (case["verdict"] == "inconsistent", told) {
                (true, true) => verdicts.right += 1,
                (true, false) => verdicts.missed += 1,
                (false, true) => (verdicts.added, alarms) = (verdicts.added + 1, alarms + 1),
                (false, false) => {}
            }
            consistent += usize::from(case["verdict"] == "consistent");
        }
        println!(
            "{folder}: figures recall {:.4} precision {:.4}; verdict F1 {:.4}; {alarms} false alarms on {consistent} consistent reports",
            figures.recall(),
            figures.precision(),
            verdicts.f1()
        );
        assert!(figures.recall() >= 0.98 && figures.precision() >= 0.98 && verdicts.f1() >= 0.95 && alarms == 0);
    }
}
