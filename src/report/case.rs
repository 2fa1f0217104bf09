//! What the audit rules judge.

use super::figure::{Figure, Term};
use super::outcome::Conflict;
use super::quotient::percent_words;
use crate::text::span::Span;

/// The figures of a report and the contradictions between them.
#[derive(Debug, Clone, Default)]
pub struct ReportCase {
    /// The report.
    pub text: String,
    /// Its figures, in text order.
    pub figures: Vec<Figure>,
    /// What nothing in the text explains.
    pub conflicts: Vec<Conflict>,
}

impl ReportCase {
    /// The place of a figure; empty where there is no such figure.
    pub fn span(&self, figure: usize) -> Span {
        self.figures.get(figure).map_or(Span::new(0, 0), |figure| figure.printed)
    }

    /// A figure as printed.
    pub fn printed(&self, figure: usize) -> &str {
        self.span(figure).of(&self.text)
    }

    /// The terms as a sum in digits: 219+198+47.
    pub fn sum_words(&self, terms: &[Term]) -> String {
        let mut words = String::new();
        for term in terms {
            let value = self.figures.get(term.figure).map_or(0, |figure| figure.mantissa);
            let sign = if term.factor < 0 {
                "-"
            } else if words.is_empty() {
                ""
            } else {
                "+"
            };
            words.push_str(sign);
            words.push_str(&value.to_string());
            if term.factor.abs() > 1 {
                words.push_str(&format!("×{}", term.factor.abs()));
            }
        }
        words
    }

    /// `part` ÷ `base` at the decimals printed for the figure `percent`.
    pub fn right_share(&self, percent: usize, part: i64, base: u64) -> String {
        let decimals = self.figures.get(percent).map_or(1, |figure| figure.decimals);
        let part = u64::try_from(part).unwrap_or(0);
        super::quotient::half_up(part, base, decimals).map(|mantissa| percent_words(mantissa, decimals)).unwrap_or_default()
    }

    /// By how many points the figure `percent` differs from `part` ÷ `base`.
    pub fn points_off(&self, percent: usize, part: i64, base: u64) -> f64 {
        let value = self.figures.get(percent).map_or(0.0, Figure::value);
        if base == 0 { 100.0 } else { (value - part as f64 * 100.0 / base as f64).abs() }
    }
}
