//! A consistent report in which one figure of an equation is altered is found out.

use crate::report_audit::{audited, is_inconsistent, told};
use crate::report_figures::cases;
use jianyi::report::{Figure, FigureKind, Precision, Relation, ReportAudit};

/// A small generator of numbers that is the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

/// Figures whose change must break an equation: those of sums, shares and repetitions, exact, in Arabic digits.
fn corruptible(text: &str, report: &ReportAudit) -> Vec<usize> {
    let bound = |index: usize| {
        report.equations.iter().any(|equation| match equation.relation {
            Relation::Share { percent, .. } => {
                percent == index || equation.left.iter().chain(&equation.right).any(|term| term.figure == index)
            }
            Relation::Sum | Relation::Repeated => equation.left.iter().chain(&equation.right).any(|term| term.figure == index),
            _ => false,
        })
    };
    let plain = |figure: &Figure| {
        figure.precision == Precision::Exact && figure.printed.of(text).starts_with(|first: char| first.is_ascii_digit())
    };
    (0..report.figures.len()).filter(|index| plain(&report.figures[*index]) && bound(*index)).collect()
}

fn altered(figure: &Figure, dice: &mut Dice) -> Option<String> {
    let scale = 10u64.pow(u32::from(figure.decimals));
    let step = match figure.kind {
        FigureKind::Count => 1 + dice.roll(figure.mantissa.clamp(2, 40)),
        FigureKind::Percent => 2 + dice.roll(12 * scale),
    };
    let value = if dice.roll(2) == 0 { figure.mantissa + step } else { figure.mantissa.checked_sub(step)? };
    if value == 0 {
        return None;
    }
    Some(if figure.decimals == 0 {
        value.to_string()
    } else {
        format!("{}.{:0width$}", value / scale, value % scale, width = usize::from(figure.decimals))
    })
}

#[test]
fn an_altered_figure_is_found() {
    let mut dice = Dice(0x2024_1123);
    let (mut tried, mut found) = (0, 0);
    let mut missed = Vec::new();
    for (name, case) in cases("tests/fixtures/reports").into_iter().chain(cases("tests/fixtures/reports-more")) {
        let text = case["text"].as_str().unwrap();
        if case["verdict"] != "consistent" {
            continue;
        }
        let report = audited(text);
        for index in corruptible(text, &report) {
            for _ in 0..3 {
                let figure = &report.figures[index];
                let Some(digits) = altered(figure, &mut dice) else { continue };
                let printed = figure.printed.of(text);
                let tail = printed
                    .trim_start_matches(|character: char| character.is_ascii_digit() || character == '.' || character == ',');
                let worse = format!("{}{digits}{tail}{}", &text[..figure.printed.start], &text[figure.printed.end..]);
                tried += 1;
                let again = audited(&worse);
                if is_inconsistent(&again) {
                    found += 1;
                } else {
                    missed.push(format!("{name}: {printed} -> {digits} {:?}", told(&worse, &again)));
                }
            }
        }
    }
    println!("{found} of {tried} altered figures found ({:.2} %)", found as f64 * 100.0 / tried as f64);
    println!("{}", missed.join("\n"));
    assert!(found * 100 >= tried * 80, "{found} of {tried}");
}
