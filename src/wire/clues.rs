//! The shapes of public messages beside a ledger.

use serde::Serialize;

use super::Problem;

shapes! {
    /// A list of public messages, matched, counted over time, with what it warns of.
    CluesView {
        /// The day of the ledger; messages after it count nowhere.
        today: String,
        /// The first day that counts.
        from: Option<String>,
        /// The last day that counts; the window ends on it.
        to: Option<String>,
        /// The days of the window.
        window_days: u32,
        /// The days before it with which it is compared, where the list covers so many.
        baseline_days: u32,
        /// The level of the test, to be divided by `tested`.
        level: f64,
        /// How many entries and topics were tested.
        tested: u32,
        /// Rows without a text.
        without_text: u32,
        /// Headings that name no column of such a list.
        unused: Vec<String>,
        /// Messages dated after the day of the ledger, by their places.
        future: Vec<u32>,
        /// Messages without a legible day, by their places.
        undated: Vec<u32>,
        /// The first day of each week of `byWeek`.
        weeks: Vec<String>,
        /// What could not be read, with its place.
        problems: Vec<Problem>,
        /// The messages, in the file's order.
        messages: Vec<MessageView>,
        /// Entries and topics of which messages speak, most messages first.
        subjects: Vec<ClueSubjectView>,
        /// The warnings, in the order of the rules.
        warnings: Vec<ClueWarningView>,
    }

    /// One row of the list.
    MessageView {
        /// Its row in the file.
        row: Option<u32>,
        /// When it was made.
        date: Option<String>,
        /// What it says.
        text: String,
        /// Where the matter is.
        location: Option<String>,
        /// By which channel.
        channel: Option<String>,
        /// For how many messages it stands.
        count: u32,
        /// The entry of which it speaks.
        entry: Option<String>,
        /// How near it is to that, from 0 to 100.
        score: Option<f64>,
        /// The topic.
        topic: Option<String>,
    }

    /// An entry, or a topic where `id` is absent.
    ClueNameView {
        /// The entry's id, as `entry` finds it.
        id: Option<String>,
        /// 编号.
        number: Option<String>,
        /// 标题.
        title: Option<String>,
        /// The topic.
        topic: Option<String>,
    }

    /// An entry or a topic, counted over time.
    ClueSubjectView {
        /// Which.
        subject: ClueNameView,
        /// Its messages, by their places.
        messages: Vec<u32>,
        /// How many messages they stand for.
        count: u32,
        /// The same by week.
        by_week: Vec<u32>,
        /// In the window.
        in_window: u32,
        /// In the days before the window.
        before: u32,
        /// How many days these are.
        before_days: u32,
        /// How many the days before let expect in the window.
        expected: Option<f64>,
        /// The probability of as many or more, were nothing different.
        p: Option<f64>,
        /// Why nothing was tested: `short-baseline`, `too-few`.
        untested: Option<String>,
    }

    /// A warning with its evidence.
    ClueWarningView {
        /// The rule's id.
        rule: String,
        /// What it says, in Chinese.
        title: String,
        /// What it says, in English.
        title_en: String,
        /// On what it rests.
        basis: String,
        /// `error`, `warning`, `info`.
        severity: String,
        /// Of what.
        subject: ClueNameView,
        /// The reason, one Chinese sentence.
        message: String,
        /// The messages that it rests on, by their places.
        evidence: Vec<u32>,
    }
}
