//! What an audit gives: figures, equations between them, readings of damaged text.

pub use super::concepts::Dimension;
pub use super::quantities::Precision;
use crate::rule::Finding;
use crate::text::span::Span;

/// What a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FigureKind {
    /// Items, replies, forms, bodies, people, meetings.
    Count,
    /// A share, a rate, a growth rate or percentage points.
    Percent,
}

/// One figure of the handling, as the text states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Count or percent.
    pub kind: FigureKind,
    /// The digits without the decimal point: `mantissa` ÷ 10^`decimals` is the value.
    pub mantissa: u64,
    /// The digits printed after the decimal point.
    pub decimals: u8,
    /// The numeral with its unit; in a table the bare number.
    pub printed: Span,
    /// 件, 件次, 份, 条, 家 …; `%` or 个百分点.
    pub unit: &'static str,
    /// The class letter, or the words that say what is counted; 总数 for a total. Empty where the text gives none.
    pub label: String,
    /// The division that it is a part of.
    pub dimension: Dimension,
    /// Its place in the division: equal for the same part, different for different parts.
    pub part: String,
    /// Of the year, session or congress before.
    pub earlier: bool,
    /// Of a percentage: the number that it is a share of, where an equation found it.
    pub base: Option<u64>,
    /// 近, 约, 余, 超过, 以上, 不到 as the text has it.
    pub qualifier: Option<&'static str>,
    /// What the qualifier means for the value.
    pub precision: Precision,
    /// How many topics have this many each (各有5件); else 1.
    pub times: u64,
    /// The index of its list in [`ReportAudit::groups`].
    pub group: Option<usize>,
}

impl Figure {
    /// The value as printed: 67.4 for 67.4%.
    pub fn value(&self) -> f64 {
        self.mantissa as f64 / 10f64.powi(i32::from(self.decimals))
    }
}

/// Figures that divide one whole: classes, roles, topics, years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureGroup {
    /// By what the whole is divided.
    pub dimension: Dimension,
    /// The counts, by index into the figures, in text order.
    pub figures: Vec<usize>,
    /// The total right before the list, where one stands there.
    pub parent: Option<usize>,
}

/// A figure, taken `factor` times; negative where it is subtracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// How often.
    pub factor: i64,
    /// Index into the figures.
    pub figure: usize,
}

/// How a percentage relates to its quotient.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// Rounded half up to the printed decimals.
    HalfUp,
    /// 约: near it.
    About,
    /// 近, 不到: a little less than printed.
    Nearly,
    /// 超过, 以上: printed or more.
    AtLeast,
}

/// What an equation says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Relation {
    /// `left` = `right`.
    Sum,
    /// The figure `percent` is `left` ÷ `right`.
    Share {
        /// Index into the figures.
        percent: usize,
        /// How it is rounded.
        rounding: Rounding,
    },
    /// The figure `percent` is `left` ÷ `right` for some whole number; `left` is empty.
    PossibleShare {
        /// Index into the figures.
        percent: usize,
    },
    /// All figures of `left` are one value.
    Repeated,
    /// The percentages of `left` together are at most 100.
    AtMostHundred,
    /// The percentages of `left` together are 100 but for rounding.
    Hundred,
}

/// A relation between figures that the auditor checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Equation {
    /// What it says.
    pub relation: Relation,
    /// The total, the numerator, or the figures concerned.
    pub left: Vec<Term>,
    /// The parts, or the base; empty where the relation needs none.
    pub right: Vec<Term>,
    /// The value of the base, where it is a share.
    pub base: Option<u64>,
    /// Whether it is so.
    pub holds: bool,
}

/// One restored piece of a damaged text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What stands in the text.
    pub damaged: Span,
    /// The class letter that was read off, where there is one.
    pub label: Option<String>,
    /// The count that was read off.
    pub count: Option<u64>,
    /// The percentage that was read off: digits and decimals.
    pub percent: Option<(u64, u8)>,
    /// The piece as it should stand.
    pub words: String,
}

/// One way to restore all damaged pieces that belong together so that every equation holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The pieces, in text order.
    pub restored: Vec<Restored>,
    /// No other reading satisfies the equations.
    pub unique: bool,
}

/// A figure that says how another stands to the year before: 比上年增加16件, 增长12.2%, 上年的131件.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearClaim {
    /// The figure that says it, by index.
    pub told: usize,
    /// The figures of this year that it may speak of, likeliest first.
    pub of: Vec<usize>,
    /// What it says.
    pub says: Change,
}

/// What is said of the year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Its value.
    Earlier,
    /// How many more there are now, or fewer.
    Difference {
        /// More.
        more: bool,
    },
    /// By how many percent it grew or fell.
    Growth {
        /// Grew.
        more: bool,
    },
    /// By how many percentage points it rose or fell.
    Points {
        /// Rose.
        more: bool,
    },
}

/// How much of what was read was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// Figures that stand in at least one equation.
    pub in_equations: usize,
    /// All figures.
    pub figures: usize,
}

/// What a report says in figures, and whether they agree.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReportAudit {
    /// All figures of the handling, in text order.
    pub figures: Vec<Figure>,
    /// Lists of parts.
    pub groups: Vec<FigureGroup>,
    /// The relations that were checked.
    pub equations: Vec<Equation>,
    /// What does not agree, in text order.
    pub findings: Vec<Finding>,
    /// Numbers with a unit or percent sign that were set aside: ranges, thresholds, other subjects, damaged digits.
    pub unread: Vec<Span>,
    /// Restorations of damaged digits; empty where nothing is damaged or nothing fits.
    pub readings: Vec<Reading>,
    /// What is said of the year before.
    pub claims: Vec<YearClaim>,
    /// How much was checked.
    pub coverage: Coverage,
}
