//! The shapes of supervision: what is due, what is amiss, what is drawn for a spot check.

use serde::Serialize;

shapes! {
    /// What a ledger asks of the supervising office on a day.
    FollowUpView {
        /// The day.
        today: String,
        /// How many steps stand in which state.
        counts: Vec<StepCountView>,
        /// Steps that are overdue, due today or this week, or due soon; earliest due date first.
        pressing: Vec<StepDueView>,
        /// Steps that cannot be judged, with the reason.
        unknown: Vec<StepDueView>,
        /// Warnings by rule, in the order of the rules, without rules that say nothing.
        warnings: Vec<WarningGroupView>,
    }

    /// 承诺事项台账.
    CommitmentRegisterView {
        /// What presses most first.
        rows: Vec<CommitmentView>,
        /// Entries once answered with a plan of which a later reply is of a solved class.
        converted: u32,
        /// Entries of which any reply is of a class that plans or is being solved.
        promising: u32,
    }

    /// One promise, or one reply that promised without one being registered.
    CommitmentView {
        /// The entry's id, as `entry` finds it.
        id: String,
        /// 编号.
        number: Option<String>,
        /// 标题.
        title: Option<String>,
        /// 年度.
        year: Option<u16>,
        /// What was promised; absent where nothing is registered.
        what: Option<String>,
        /// 责任单位, else the body that answers.
        body: Option<String>,
        /// By when.
        due_on: Option<String>,
        /// When it was kept.
        kept_on: Option<String>,
        /// `overdue`, `unregistered`, `undated`, `open`, `unsaid`, `kept-late`, `kept`, `given-up`.
        state: String,
    }

    /// How many steps of a kind stand in a state.
    StepCountView {
        /// `accept`, `return`, `first-contact`, `assisting-opinion`, `reply`, `feedback`, `redo`, `follow-up`, `publication`, `commitment`.
        step: String,
        /// `overdue`, `due-soon`, `open`, `late`, `in-time`, `unknown`.
        state: String,
        /// How many.
        count: u32,
    }

    /// One step of one body's handling.
    StepDueView {
        /// The entry's id, as `entry` finds it.
        id: String,
        /// 编号.
        number: Option<String>,
        /// 标题.
        title: Option<String>,
        /// 领衔督办领导.
        leader: Option<String>,
        /// Which step.
        step: String,
        /// The round of handling, from 1.
        round: u32,
        /// 承办单位.
        body: Option<String>,
        /// 承办人.
        officer: Option<String>,
        /// What was promised.
        what: Option<String>,
        /// The last day.
        due_on: Option<String>,
        /// Days left; negative once it is past.
        days_left: Option<i32>,
        /// `overdue`, `today`, `this-week`, `later`; only of what still has to be done.
        list: Option<String>,
        /// How it stands.
        state: String,
        /// Why it cannot be judged: `no-limit`, `no-start`, `unreadable-due`, `undated-done`.
        reason: Option<String>,
        /// Where the due date comes from: `stated`, `extended`, `reckoned`, `longest-extension`.
        source: Option<String>,
        /// The clause of the limit, for reckoned due dates.
        basis: Option<String>,
        /// Whether it rests on days off that are not announced yet.
        provisional: bool,
        /// When it was done.
        done_on: Option<String>,
        /// How the due date was reckoned, day by day; only where one entry's steps are asked for.
        trace: Vec<TraceStepView>,
    }

    /// A day, or days that follow each other, of a reckoning.
    TraceStepView {
        /// What was done with the days (`StepKind`): `started`, `counted`, `skipped`, `moved-over` …
        kind: String,
        /// The rule (`PeriodRule`): `civil-code-201`, `holiday-notice` …
        rule: String,
        /// The first day.
        from: String,
        /// The last day.
        to: String,
        /// The holiday.
        holiday: Option<String>,
    }

    /// The warnings of one rule.
    WarningGroupView {
        /// The rule's id.
        rule: String,
        /// What it says, in Chinese.
        title: String,
        /// What it says, in English.
        title_en: String,
        /// The clause that it rests on.
        basis: String,
        /// The warnings, in the ledger's order.
        warnings: Vec<WarningView>,
    }

    /// One warning.
    WarningView {
        /// The entry's id, as `entry` finds it.
        id: String,
        /// `error`, `warning`, `info`.
        severity: String,
        /// The reason with its evidence, one Chinese sentence.
        message: String,
    }

    /// A spot check (抽查).
    SpotCheckView {
        /// Draws the same again.
        seed: u32,
        /// Per cent of each stratum.
        share: u32,
        /// Of how many handled entries.
        of: u32,
        /// How many strata (body and class).
        strata: u32,
        /// The entries drawn, by their places in the ledger; `rows({ entries })` shows them.
        entries: Vec<u32>,
    }
}
