//! The shapes of supervision: what is due, what is amiss, what is drawn for a spot check.

use serde::Serialize;

shapes! {
    /// What a ledger asks of the supervising office on a day.
    FollowUpView {
        /// The day.
        today: String,
        /// From when something is worth a warning.
        thresholds: Vec<ThresholdView>,
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
        /// Whether it is a key item.
        key: bool,
        /// Whether it is of 民生.
        livelihood: bool,
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
        /// Why it cannot be judged: `no-limit`, `no-start`, `unreadable-due`, `undated-done`, `contradictory-dates`.
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
        /// 编号.
        number: Option<String>,
        /// 标题.
        title: Option<String>,
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

shapes! {
    /// A table of days off.
    HolidayTableView {
        /// When it was drawn up.
        edition: String,
        /// The last day about which no later notice is expected; due dates after it are provisional.
        announced_through: String,
        /// Whether it is the one that ships with the module.
        is_shipped: bool,
    }

    /// What a newer table of days off changes.
    MovedDueDatesView {
        /// The table in use.
        before: HolidayTableView,
        /// The newer one.
        after: HolidayTableView,
        /// How many due dates are reckoned by the table; stated ones do not move.
        reckoned: u32,
        /// How many of these were provisional and are certain by the newer table.
        settled: u32,
        /// Those that are another day, earliest new day first.
        moved: Vec<MovedDueDateView>,
    }

    /// A due date that moved.
    MovedDueDateView {
        /// The entry's id, as `entry` finds it.
        id: String,
        /// 编号.
        number: Option<String>,
        /// 标题.
        title: Option<String>,
        /// Which step.
        step: String,
        /// 承办单位.
        body: Option<String>,
        /// The day by the table in use.
        before: Option<String>,
        /// The day by the newer table.
        after: Option<String>,
        /// Whether the day before was provisional.
        was_provisional: bool,
        /// How the step stood.
        state_before: String,
        /// How it stands by the newer table.
        state_after: String,
    }
}

shapes! {
    /// A key item (重点督办).
    KeyItemView {
        /// The entry's id, as `entry` finds it.
        id: String,
        /// 编号.
        number: Option<String>,
        /// 标题.
        title: Option<String>,
        /// 领衔督办领导.
        leader: Option<String>,
        /// 督办单位.
        supervising_body: Option<String>,
        /// The first 承办单位 of the last round.
        body: Option<String>,
        /// Where it stands, in the ledger's words.
        progress: Option<String>,
        /// The step that is due first of those not done.
        next_step: Option<String>,
        /// What was promised, for a commitment.
        next_what: Option<String>,
        /// Its due date.
        next_due: Option<String>,
        /// Days left; negative once it is past.
        days_left: Option<i32>,
        /// The day of the last contact with the submitter.
        last_contact: Option<String>,
        /// Its means: `visit`, `meeting` …
        last_means: Option<String>,
        /// Contacts that are recorded without a day.
        undated_contacts: u32,
    }

    /// Entries that are handled together (并案).
    MergedItemsView {
        /// Whether some were answered and others not.
        partly_answered: bool,
        /// The entries, in the ledger's order.
        entries: Vec<MergedEntryView>,
        /// Ids that the entries name and no entry has.
        missing: Vec<String>,
    }

    /// One of them.
    MergedEntryView {
        /// The entry's id, as `entry` finds it.
        id: String,
        /// 编号.
        number: Option<String>,
        /// 标题.
        title: Option<String>,
        /// Whether a reply went out.
        answered: bool,
    }

    /// From when something is worth a warning.
    ThresholdView {
        /// `dueSoonDays`, `noContactDays`, `signatureDays`, `paceMinimum`.
        name: String,
        /// Days, or handlings for the pace.
        value: u32,
        /// On what it rests.
        source: String,
    }
}
