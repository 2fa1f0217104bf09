//! A report's figures, audited under a profile.

use super::beside;
use super::finding::{blocks, shaped};
use crate::ledger::OutcomeMeaning;
use crate::profile::{Profile, shipped_profile};
use crate::report::{
    ClassMeaning, ClassScheme, Dimension, Equation, Figure, FigureKind, Reading, Relation, ReportAudit, ReportInput, Term, audit,
};
use crate::wire::{self, Utf16};

/// Audits the report of `query`.
pub fn audit_report(query: wire::ReportQuery) -> wire::ReportAudit {
    let scheme = query.profile.as_deref().and_then(shipped_profile).map(scheme_of).unwrap_or_default();
    let input = ReportInput { text: query.text, scheme };
    let audited = audit(&input);
    wire::ReportAudit {
        last_year: query
            .last_year
            .map(|text| beside::last_year(&audited, &input.text, &ReportInput { text, scheme: input.scheme.clone() })),
        published: query.published.map(|summary| beside::published(&audited, &summary)),
        ..shape_audit(&audited, &input.text)
    }
}

/// What the profile's letters mean, in the auditor's words.
fn scheme_of(profile: &Profile) -> ClassScheme {
    let common = ClassScheme::default();
    let classes = profile.outcome.value.marks.iter().filter(|mark| mark.class.is_none());
    let of_profile = classes.map(|mark| {
        let meanings: &[&str] = match mark.meaning {
            OutcomeMeaning::Solved | OutcomeMeaning::PartlySolved | OutcomeMeaning::SolvedThisYear => {
                &["已解决", "解决或计划解决"]
            }
            OutcomeMeaning::BeingSolved => &["正在解决", "正在解决或列入计划", "解决或计划解决"],
            OutcomeMeaning::Planned => &["正在解决", "列入计划", "正在解决或列入计划", "解决或计划解决"],
            OutcomeMeaning::NotSolvable
            | OutcomeMeaning::Infeasible
            | OutcomeMeaning::ReferredUpward
            | OutcomeMeaning::Reference => &["未解决", "留作参考"],
        };
        ClassMeaning { letter: mark.mark.clone(), meanings: meanings.iter().map(ToString::to_string).collect() }
    });
    let of_profile: Vec<ClassMeaning> = of_profile.collect();
    let others = common.classes.into_iter().filter(|class| of_profile.iter().all(|known| known.letter != class.letter));
    ClassScheme { classes: of_profile.iter().cloned().chain(others).collect() }
}

fn shape_audit(audited: &ReportAudit, text: &str) -> wire::ReportAudit {
    let places = Utf16::new(text);
    let inconsistent = audited.findings.iter().any(blocks);
    wire::ReportAudit {
        figures: audited.figures.iter().map(|figure| shape_figure(figure, text, &places)).collect(),
        groups: audited
            .groups
            .iter()
            .map(|group| wire::FigureGroupView {
                dimension: dimension_word(group.dimension).to_owned(),
                figures: group.figures.iter().map(|figure| *figure as u32).collect(),
                parent: group.parent.map(|parent| parent as u32),
            })
            .collect(),
        equations: audited.equations.iter().map(shape_equation).collect(),
        findings: audited.findings.iter().map(|finding| shaped(finding, "report", &places)).collect(),
        unread: audited.unread.iter().map(|span| places.span(*span)).collect(),
        readings: audited.readings.iter().map(|reading| shape_reading(reading, &places)).collect(),
        coverage: (audited.coverage.in_equations as u32, audited.coverage.figures as u32),
        verdict: if inconsistent { "inconsistent" } else { "consistent" }.to_owned(),
        last_year: None,
        published: None,
    }
}

fn shape_figure(figure: &Figure, text: &str, places: &Utf16<'_>) -> wire::FigureView {
    let said = |words: &str| (!words.is_empty()).then(|| words.to_owned());
    wire::FigureView {
        kind: match figure.kind {
            FigureKind::Count => "count",
            FigureKind::Percent => "percent",
        }
        .to_owned(),
        value: figure.value(),
        printed: figure.printed.of(text).to_owned(),
        unit: said(figure.unit),
        label: said(&figure.label),
        base: figure.base.map(|base| base as f64),
        qualifier: figure.qualifier.and_then(said),
        times: figure.times as f64,
        earlier: figure.earlier,
        group: figure.group.map(|group| group as u32),
        span: places.span(figure.printed),
    }
}

fn shape_equation(equation: &Equation) -> wire::EquationView {
    let terms = |terms: &[Term]| terms.iter().map(|term| (term.factor as f64, term.figure as u32)).collect();
    let (kind, percent) = match equation.relation {
        Relation::Sum => ("sum", None),
        Relation::Share { percent, .. } => ("percent", Some(percent as u32)),
        Relation::PossibleShare { percent } => ("possible-percent", Some(percent as u32)),
        Relation::Repeated => ("repeated", None),
        Relation::AtMostHundred => ("at-most-100", None),
        Relation::Hundred => ("adds-to-100", None),
    };
    wire::EquationView {
        kind: kind.to_owned(),
        percent,
        left: terms(&equation.left),
        right: terms(&equation.right),
        base: equation.base.map(|base| base as f64),
        holds: equation.holds,
    }
}

fn shape_reading(reading: &Reading, places: &Utf16<'_>) -> wire::ReadingView {
    let restored = reading.restored.iter().map(|piece| wire::RestoredView {
        span: places.span(piece.damaged),
        label: piece.label.clone(),
        count: piece.count.map(|count| count as f64),
        percent: piece.percent.map(|(mantissa, decimals)| percent_words(mantissa, decimals)),
        words: piece.words.clone(),
    });
    wire::ReadingView { restored: restored.collect(), unique: reading.unique }
}

fn percent_words(mantissa: u64, decimals: u8) -> String {
    let scale = 10_u64.pow(u32::from(decimals));
    match decimals {
        0 => format!("{mantissa}%"),
        _ => format!("{}.{:0width$}%", mantissa / scale, mantissa % scale, width = usize::from(decimals)),
    }
}

fn dimension_word(dimension: Dimension) -> String {
    format!("{dimension:?}").to_lowercase()
}
