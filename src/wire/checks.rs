//! The shapes of checks: a reply letter's and a report's. Spans are UTF-16 code units, start and end.

use serde::{Deserialize, Serialize};

use super::Problem;

shapes! {
    /// What a check says of a reply letter.
    ReplyCheck {
        /// What was read.
        fields: ReplyFields,
        /// Each ask with its answer.
        asks: Vec<AskView>,
        /// What each rule for replies says, in the order of the rules' help: `pass`, `fail`, `confirm` or `not-applicable`.
        /// With the help and the findings it is the checklist (`www/engine/reply-check.js`); the rules' sentences, the same
        /// for every letter, do not cross with each.
        states: Vec<&'static str>,
        /// All findings, in the order of the rules.
        findings: Vec<FindingView>,
        /// `not-ready` where an error or a warning was found, else `confirm` where a person must judge, else `ready`.
        verdict: String,
        /// What of the check's own input was not used, and why.
        problems: Vec<Problem>,
    }

    /// The parts of a letter; absent (`null`) what is not there.
    ReplyFields {
        /// The title without line breaks.
        title: Option<FieldView>,
        /// The item's number as printed.
        item_number: Option<FieldView>,
        /// `建议`, `提案` or `议案`.
        kind: Option<FieldView>,
        /// The letter of the outcome as printed.
        outcome_mark: Option<FieldView>,
        /// 发文字号.
        document_number: Option<FieldView>,
        /// 签发人.
        signer: Option<FieldView>,
        /// Whom it answers.
        addressee: Option<FieldView>,
        /// The signing body.
        issuer: Option<FieldView>,
        /// The date under the signature, `YYYY-MM-DD`.
        date: Option<FieldView>,
        /// 联系人.
        contact: Option<FieldView>,
        /// 联系电话.
        phone: Option<FieldView>,
        /// 主动公开, 依申请公开 or 不予公开.
        disclosure: Option<FieldView>,
        /// 抄送.
        copied_to: Option<FieldView>,
    }

    /// A value that stands in a text.
    FieldView {
        /// The value, in the standard form of its part.
        value: String,
        /// Where.
        span: (u32, u32),
    }

    /// An ask and what the letter says to it.
    AskView {
        /// The ask.
        ask: String,
        /// How much of the ask is met in the answering words, from 0 to 1.
        score: f32,
        /// `answered`, `partly`, `deferred` or `missing`.
        state: String,
        /// The answering sentences, best first.
        spans: Vec<(u32, u32)>,
    }

    /// One fault, shown at its place.
    FindingView {
        /// The rule.
        rule: String,
        /// `error`, `warning` or `info`.
        severity: String,
        /// What to write or do, in Chinese.
        message: String,
        /// Where, most telling place first; empty for what is missing.
        spans: Vec<(u32, u32)>,
        /// The clause it rests on.
        basis: Option<String>,
        /// What should stand there.
        expected: Option<String>,
        /// What stands there.
        actual: Option<String>,
        /// The one right form, where there is exactly one.
        fix: Option<FixView>,
    }

    /// A replacement that is safe to apply.
    FixView {
        /// The words to replace.
        span: (u32, u32),
        /// The words to put there.
        replacement: String,
    }

    /// What an audit says of a report.
    ReportAudit {
        /// All figures of the handling, in text order.
        figures: Vec<FigureView>,
        /// Lists of parts.
        groups: Vec<FigureGroupView>,
        /// The relations that were checked.
        equations: Vec<EquationView>,
        /// What does not agree, in text order; severity `error` is a wrong count or base, `warning` and `info` are rounding.
        findings: Vec<FindingView>,
        /// Numbers that were set aside: ranges, thresholds, other subjects, damaged digits.
        unread: Vec<(u32, u32)>,
        /// Restorations of damaged digits.
        readings: Vec<ReadingView>,
        /// Figures that stand in an equation, and all figures.
        coverage: (u32, u32),
        /// `consistent` or `inconsistent` (an error or a warning was found).
        verdict: String,
        /// The report beside last year's, where that was given.
        last_year: Option<LastYearView>,
        /// The report beside a public data set, where that was given.
        published: Option<PublicCountsView>,
    }

    /// A report beside last year's. Figures of the report are indexes into its `figures`, others into those here.
    LastYearView {
        /// The year that the report speaks of most.
        year: Option<u32>,
        /// The year that last year's report speaks of most.
        other_year: Option<u32>,
        /// All figures of last year's report, in its text order.
        figures: Vec<OtherFigureView>,
        /// Figures of one label in both.
        same: Vec<SameLabelView>,
        /// What the report says of the year before.
        claims: Vec<YearClaimView>,
        /// Figures of the report to which last year's has none of the same label.
        unmatched: Vec<u32>,
        /// Figures of last year's report to which the report has none.
        unmatched_others: Vec<u32>,
    }

    /// A figure of last year's report.
    OtherFigureView {
        /// The class letter, or the words that say what is counted.
        label: String,
        /// The numeral with its unit, as printed.
        printed: String,
        /// Where in last year's report.
        span: (u32, u32),
    }

    /// Figures of one label; several where a report states different values.
    SameLabelView {
        /// Of the report.
        figures: Vec<u32>,
        /// Of last year's report.
        others: Vec<u32>,
        /// The change, where each states one value: `+16（+12.21%）`.
        change: Option<String>,
    }

    /// What the report says of the year before, held against last year's report.
    YearClaimView {
        /// The figure that says it.
        told: u32,
        /// The figure of this year that it speaks of.
        of: u32,
        /// Last year's figures of its label.
        others: Vec<u32>,
        /// `agrees`, `differs` or `unmatched`.
        state: String,
        /// What should stand there.
        expected: Option<String>,
    }

    /// A report beside the `summary.json` of a `jianyi/public/1` data set.
    PublicCountsView {
        /// `not-a-summary` where it is no such file; then nothing else is filled in.
        fault: Option<String>,
        /// The data set's title.
        title: String,
        /// The day up to which it was kept, `YYYY-MM-DD`.
        as_of: String,
        /// How many entries it holds.
        entries: f64,
        /// How many entries of the ledger it leaves out.
        withheld: f64,
        /// The report's own figures, in text order.
        figures: Vec<PublishedFigureView>,
    }

    /// A figure beside the counts of a data set.
    PublishedFigureView {
        /// Index into the report's figures.
        figure: u32,
        /// `agrees`, `differs`, or `unbound` where the data set has no such count.
        state: String,
        /// The counts that its words may name, with their numbers, the agreeing one first.
        names: Vec<String>,
        /// The first of them, printed as the figure is.
        printed: Option<String>,
    }

    /// One figure.
    FigureView {
        /// `count` or `percent`.
        kind: String,
        /// The value as printed.
        value: f64,
        /// The numeral with its unit, as printed.
        printed: String,
        /// 件, 件次, 份, 条 …; `%`.
        unit: Option<String>,
        /// The class letter, or the words that say what is counted.
        label: Option<String>,
        /// Of a percentage: the number that it is a share of, where an equation found it.
        base: Option<f64>,
        /// 近, 约, 余, 超过, 以上, 不到.
        qualifier: Option<String>,
        /// How many have this many each; else 1.
        times: f64,
        /// Of the year, session or congress before.
        earlier: bool,
        /// The index of its list in `groups`.
        group: Option<u32>,
        /// Where.
        span: (u32, u32),
    }

    /// Figures that divide one whole.
    FigureGroupView {
        /// By what the whole is divided.
        dimension: String,
        /// The counts, by index into the figures.
        figures: Vec<u32>,
        /// The total right before the list.
        parent: Option<u32>,
    }

    /// A relation between figures.
    EquationView {
        /// `sum`, `percent`, `possible-percent`, `repeated`, `at-most-100`, `adds-to-100`.
        kind: String,
        /// The percentage, for `percent` and `possible-percent`.
        percent: Option<u32>,
        /// The total, the numerator, or the figures concerned: factor and index.
        left: Vec<(f64, u32)>,
        /// The parts, or the base: factor and index.
        right: Vec<(f64, u32)>,
        /// The value of the base, where it is a share.
        base: Option<f64>,
        /// Whether it is so.
        holds: bool,
    }

    /// One way to restore damaged pieces so that every equation holds.
    ReadingView {
        /// The pieces, in text order.
        restored: Vec<RestoredView>,
        /// Whether no other reading satisfies the equations.
        unique: bool,
    }

    /// One restored piece.
    RestoredView {
        /// What stands in the text.
        span: (u32, u32),
        /// The class letter.
        label: Option<String>,
        /// The count.
        count: Option<f64>,
        /// The percentage, as it should be printed.
        percent: Option<String>,
        /// The piece as it should stand.
        words: String,
    }
}

/// Declares shapes that come in, and that can be handed out to be filled: camelCase, strict, all absent by default.
macro_rules! queries {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty),* $(,)? })*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        #[serde(rename_all = "camelCase", deny_unknown_fields, default)]
        pub struct $name { $($(#[$field_doc])* #[cfg_attr(target_arch = "wasm32", tsify(optional))] pub $field: $kind),* }
    )* };
}

queries! {
    /// A reply letter to check.
    ReplyQuery {
        /// The letter.
        text: String,
        /// The suggestion or proposal that it answers.
        suggestion: Option<SuggestionQuery>,
        /// What is known of the handling.
        history: Option<HistoryQuery>,
        /// The profile's id; absent: the common ground of national law and local regulations.
        profile: Option<String>,
        /// The day of the check, `YYYY-MM-DD`.
        today: Option<String>,
        /// The user's own laws and regulations, beside the built-in table; one of the same name takes its place.
        laws: Option<Vec<LawQuery>>,
        /// The user's own turns of phrase that no reply may contain, beside the profile's.
        against_policy: Option<Vec<String>>,
    }

    /// A law or regulation; the days are `YYYY-MM-DD`.
    LawQuery {
        /// Its name without 中华人民共和国.
        name: String,
        /// The day from which its first or newly made version is in force.
        in_force: Option<String>,
        /// The day from which the latest amendment or revision is in force.
        revised_in_force: Option<String>,
        /// The day on which it ceased to be in force.
        repealed_on: Option<String>,
        /// What took its place.
        replaced_by: Option<String>,
    }

    /// The suggestion or proposal that is answered.
    SuggestionQuery {
        /// Its title.
        title: Option<String>,
        /// Its text.
        text: Option<String>,
        /// What it asks, one by one; found in text or title where absent.
        asks: Option<Vec<String>>,
        /// Its number.
        number: Option<String>,
        /// Who made it, the leading one first.
        submitters: Option<Vec<String>>,
    }

    /// What is known of the handling. Dates are `YYYY-MM-DD`.
    HistoryQuery {
        /// 交办日期.
        assigned_on: Option<String>,
        /// 签收日期.
        received_on: Option<String>,
        /// The day up to which an approved extension reaches.
        extended_to: Option<String>,
        /// 协办单位.
        assisting: Option<Vec<String>>,
        /// Numbers of the suggestions handled together with it.
        merged_with: Option<Vec<String>>,
        /// Contacts with the deputy.
        consultations: Option<Vec<ConsultationQuery>>,
        /// Drafting, checking, signing, in order.
        approvals: Option<Vec<ApprovalQuery>>,
        /// Why the deputy was dissatisfied with the reply before.
        dissatisfaction: Option<String>,
    }

    /// One contact with the deputy.
    ConsultationQuery {
        /// When.
        on: Option<String>,
        /// How: 走访, 座谈, 电话.
        form: Option<String>,
    }

    /// One step of the signing chain.
    ApprovalQuery {
        /// 拟稿, 核稿, 会签, 签发.
        step: Option<String>,
        /// By whom.
        by: Option<String>,
        /// When.
        on: Option<String>,
    }

    /// A report to audit.
    ReportQuery {
        /// The report.
        text: String,
        /// The profile's id, for what the class letters mean.
        profile: Option<String>,
        /// Last year's report, to be put beside this one.
        last_year: Option<String>,
        /// The `summary.json` of a `jianyi/public/1` data set, to be put beside it.
        published: Option<String>,
    }
}
