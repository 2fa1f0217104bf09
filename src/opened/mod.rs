//! An opened ledger: its records, columns and standing together, answering in the boundary's shapes.
//!
//! `assessment` bodies under a points table · `similar` alike entries · `against` sets a report beside the ledger · `compare` sets two ledgers side by side · `clues` public messages · `contrast` two selections · `drafts` an annual report · `files` what became of a file ·
//! `follow_up` deadlines and warnings · `holidays` what a newer table of days off moves · `lead_supervision` key and merged items · `names` which names stand for one body · `publication` what may be public · `summaries` small files that merge · `timeline` tells
//! an entry's history · `shape` turns the core's answers into what crosses to
//! JavaScript.

mod against;
mod assessment;
mod clues;
mod compare;
mod contrast;
mod drafts;
mod files;
mod follow_up;
mod holidays;
mod lead_supervision;
mod names;
pub mod publication;
pub mod shape;
mod similar;
pub mod summaries;
mod timeline;

pub use assessment::assessment_schemes;

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell, RefMut};

use crate::calendar::{Date, WorkCalendar};
use crate::intake::{Aside, Format, Intake, Mapping, Place, Problem, ProblemCode, Reader, ReadingOptions, Skipped, Tally};
use crate::ledger::{Aliases, Entry, Ledger};
use crate::profile::{Profile, shipped_profile, shipped_profiles};
use crate::search::Collection;
use crate::statistics::{
    Columns, Filter, FilterFault, Grounds, Linked, Overview, RateId, RowOrder, Standing, View, bodies, explain, sorted,
    view_counts, view_keys,
};
use crate::wire;

/// How to open a ledger.
#[derive(Debug, Clone, Default)]
pub struct OpenOptions {
    /// The file's name, for the places of problems.
    pub name: Option<String>,
    /// The profile's id; absent: the one that the ledger names, else `generic-city`.
    pub profile: Option<String>,
    /// The day on which deadlines are judged; absent: the ledger's own 数据截止日期, else `clock`.
    pub today: Option<Date>,
    /// The day of the caller's clock. The core itself never reads one.
    pub clock: Option<Date>,
    /// Profiles beside the shipped ones.
    pub own_profiles: Vec<Profile>,
    /// The file's format; absent: found by its content.
    pub format: Option<Format>,
    /// What the user says of the file's columns.
    pub mapping: Option<Mapping>,
    /// Which names stand for one body.
    pub aliases: Aliases,
    /// A newer table of days off than the shipped one.
    pub calendar: Option<WorkCalendar>,
}

/// Takes a file's bytes and opens the ledger in them.
#[derive(Debug)]
pub struct Opening {
    options: OpenOptions,
    reader: Reader,
    columns: Columns,
}

/// A ledger that answers.
pub struct OpenedLedger {
    file: Option<String>,
    ledger: Ledger,
    columns: Columns,
    standing: Standing,
    profile: Profile,
    calendar: Cow<'static, WorkCalendar>,
    today: Date,
    problems: Vec<Problem>,
    aside: Vec<Aside>,
    skipped: Vec<Skipped>,
    tally: Tally,
    mapping: Option<Mapping>,
    /// The indexes of all entries, by id.
    by_id: OnceCell<Vec<u32>>,
    /// What search looks into; made when first asked.
    collection: OnceCell<Collection>,
    /// The counts that follow the filter from one question to the next.
    linked: OnceCell<RefCell<Linked>>,
    /// The last list asked for: a list is read page by page.
    last_list: RefCell<Option<ListOf>>,
}

/// The entries that pass a filter, in an order.
#[derive(Debug)]
struct ListOf {
    filter: Filter,
    order: Option<RowOrder>,
    entries: Vec<u32>,
}

impl Opening {
    /// Begins to read a file of about `size_hint` bytes.
    pub fn new(options: OpenOptions, size_hint: usize) -> Self {
        let (profile, _) = options.choose_profile(None);
        let reading = ReadingOptions {
            format: options.format,
            mapping: options.mapping.clone(),
            headings: profile.headings,
            scheme: Some(profile.outcome.value),
            name: options.name.clone(),
        };
        Self { options, reader: Reader::new(size_hint, reading), columns: Columns::default() }
    }

    /// Takes the next bytes of the file.
    pub fn push(&mut self, bytes: &[u8]) {
        let Self { options, reader, columns } = self;
        reader.push(bytes, &mut |entry| enter(columns, &options.aliases, entry));
    }

    /// The file's name.
    pub fn file(&self) -> Option<String> {
        self.options.name.clone()
    }

    /// Bytes and entries read so far.
    pub fn progress(&self) -> (usize, usize) {
        (self.reader.bytes(), self.reader.entries())
    }

    /// Reads what is left and opens the ledger.
    ///
    /// # Errors
    /// The problem, where nothing could be read.
    pub fn finish(self) -> Result<OpenedLedger, Problem> {
        let Self { options, reader, mut columns } = self;
        let intake = files::read_to_the_end(reader, &mut |entry| enter(&mut columns, &options.aliases, entry))?;
        Self::open(options, columns, intake)
    }

    fn open(options: OpenOptions, columns: Columns, intake: Intake) -> Result<OpenedLedger, Problem> {
        let Intake { ledger, mut problems, aside, skipped, tally, mapping } = intake;
        let (profile, unknown_profile) = options.choose_profile(ledger.head.profile.as_deref());
        problems.extend(unknown_profile);
        let today = options.today.or(ledger.head.as_of).or(options.clock).unwrap_or(Date::from_days(0));
        let calendar = options.calendar.map_or(Cow::Borrowed(WorkCalendar::shipped()), Cow::Owned);
        let standing = Standing::new(&columns, &profile, &calendar, &ledger.head.schemes, today);
        let linked = OnceCell::new();
        let by_id = OnceCell::new();
        let last_list = RefCell::new(None);
        Ok(OpenedLedger {
            file: options.name,
            ledger: ledger.named_by(options.aliases),
            columns,
            standing,
            profile,
            calendar,
            today,
            problems,
            aside,
            skipped,
            tally,
            mapping,
            by_id,
            last_list,
            collection: OnceCell::new(),
            linked,
        })
    }
}

/// Adds `entry` to `columns`, its bodies named by their own names.
fn enter(columns: &mut Columns, aliases: &Aliases, entry: &Entry<'_>) {
    if aliases.is_empty() {
        return columns.add(entry);
    }
    let mut named = entry.clone();
    aliases.rename(&mut named);
    columns.add(&named);
}

impl OpenOptions {
    fn choose_profile(&self, of_ledger: Option<&str>) -> (Profile, Option<Problem>) {
        const FALLBACK: &str = "generic-city";
        let find = |id: &str| self.own_profiles.iter().rev().find(|profile| profile.id == id).or_else(|| shipped_profile(id));
        let wanted = self.profile.as_deref().or(of_ledger);
        let chosen = wanted.and_then(find);
        let profile = chosen.or_else(|| find(FALLBACK)).unwrap_or(&shipped_profiles()[0]).clone();
        let unknown = wanted.filter(|_| chosen.is_none()).map(|id| {
            let place = Place { pointer: self.profile.is_none().then(|| "/profile".to_owned()), ..Place::default() };
            Problem::new(ProblemCode::UnknownProfile, place).with_value(id).expecting(&*profile.id)
        });
        (profile, unknown)
    }
}

impl std::fmt::Debug for OpenedLedger {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("OpenedLedger").field("file", &self.file).field("entries", &self.len()).finish_non_exhaustive()
    }
}

impl OpenedLedger {
    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.ledger.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.ledger.is_empty()
    }

    /// The loaded ledger.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// All counts and rates of the entries that pass `filter`.
    ///
    /// # Errors
    /// [`FilterFault`] where the filter contradicts itself.
    pub fn summary(&self, filter: &Filter) -> Result<wire::Summary, FilterFault> {
        let overview = Overview::new(&mut self.linked(), self.grounds(), filter)?;
        Ok(shape::summary(self, overview))
    }

    /// Entries that pass `filter`, then the counts of each view by key, in the order of [`Self::view_keys`].
    ///
    /// # Errors
    /// [`FilterFault`] where the filter contradicts itself.
    pub fn views(&self, filter: &Filter, views: &[View]) -> Result<Vec<u32>, FilterFault> {
        view_counts(&mut self.linked(), self.grounds(), filter, views)
    }

    /// The keys of a view's counts; they stay the same while the ledger is open.
    pub fn view_keys(&self, view: View) -> Vec<String> {
        view_keys(view, &self.linked(), self.grounds())
    }

    /// `count` rows from `from` on, of the entries that pass `filter`, in `order`.
    ///
    /// # Errors
    /// [`FilterFault`] where the filter contradicts itself.
    pub fn rows(
        &self,
        filter: &Filter,
        order: Option<RowOrder>,
        from: usize,
        count: usize,
    ) -> Result<Vec<wire::Row>, FilterFault> {
        let mut last = self.last_list.borrow_mut();
        let known = last.as_ref().filter(|list| list.filter == *filter && list.order == order);
        if known.is_none() {
            let mut entries = {
                let mut linked = self.linked();
                linked.filter(self.grounds(), filter)?;
                linked.matching(self.grounds())
            };
            if let Some(order) = order {
                entries = sorted(&self.columns, &self.standing, entries, order);
            }
            *last = Some(ListOf { filter: filter.clone(), order, entries });
        }
        let entries = last.iter().flat_map(|list| list.entries.iter().skip(from).take(count));
        Ok(entries.filter_map(|index| self.row(*index as usize)).collect())
    }

    /// `count` rows from `from` on, of these entries by their places in the ledger, in `order`.
    pub fn rows_of(&self, entries: Vec<u32>, order: Option<RowOrder>, from: usize, count: usize) -> Vec<wire::Row> {
        let known = entries.into_iter().filter(|entry| (*entry as usize) < self.len()).collect();
        let entries = match order {
            Some(order) => sorted(&self.columns, &self.standing, known, order),
            None => known,
        };
        entries.into_iter().skip(from).take(count).filter_map(|index| self.row(index as usize)).collect()
    }

    /// The entries behind a rate of those that pass `filter`.
    ///
    /// # Errors
    /// [`FilterFault`] where the filter contradicts itself.
    pub fn explain(&self, filter: &Filter, id: RateId) -> Result<wire::ExplanationView, FilterFault> {
        explain(&mut self.linked(), self.grounds(), filter, id).map(shape::explanation)
    }

    /// Each body's work in what passes `filter`, those with most handlings first.
    ///
    /// # Errors
    /// [`FilterFault`] where the filter contradicts itself.
    pub fn bodies(&self, filter: &Filter) -> Result<Vec<wire::BodyView>, FilterFault> {
        let mut linked = self.linked();
        linked.filter(self.grounds(), filter)?;
        Ok(bodies(&mut linked, self.grounds()).into_iter().map(|work| shape::body(work, &self.profile)).collect())
    }

    /// How many entries pass `filter`.
    ///
    /// # Errors
    /// [`FilterFault`] where the filter contradicts itself.
    pub fn count(&self, filter: &Filter) -> Result<usize, FilterFault> {
        let mut linked = self.linked();
        linked.filter(self.grounds(), filter)?;
        Ok(linked.matches(self.grounds()))
    }

    /// The entry with this id, or the one at place n (from 1) for `#n`.
    pub fn entry(&self, id: &str) -> Option<wire::EntryView> {
        let index = self.index_of(id)?;
        let entry = self.ledger.entry(index)?;
        let timeline = timeline::timeline(&entry, self.due_of(index));
        Some(shape::entry_view(self, index, &entry, timeline))
    }

    /// The last reply of the entry with this id, checked against its own suggestion and history; `None` where there is no
    /// such entry or no letter in it.
    pub fn check_reply(&self, id: &str) -> Option<wire::ReplyCheck> {
        self.reply_query(id).map(crate::review::check_reply)
    }

    /// What [`Self::check_reply`] checks: the letter, the suggestion and the history; `None` where there is no such entry or
    /// no letter in it.
    pub fn reply_query(&self, id: &str) -> Option<wire::ReplyQuery> {
        let entry = self.ledger.entry(self.index_of(id)?)?;
        crate::review::reply_of_entry(&entry, &self.profile.id, self.today)
    }

    /// What could not be read, or contradicts itself.
    pub fn problems(&self) -> Vec<wire::Problem> {
        self.problems.iter().map(|problem| shape::problem(problem, self.file.as_deref())).collect()
    }

    /// The records of which no entry could be made.
    pub fn aside(&self) -> Vec<wire::AsideView> {
        self.aside.iter().map(|aside| shape::aside(aside, self.file.as_deref())).collect()
    }

    /// These records in their original bytes, each ended by a line feed.
    pub fn aside_bytes(&self) -> Vec<u8> {
        self.aside.iter().flat_map(|aside| aside.bytes.iter().copied().chain([b'\n'])).collect()
    }

    /// The ledger as a `jianyi/ledger/1` document.
    pub fn to_json(&self) -> Vec<u8> {
        shape::document(&self.ledger)
    }

    fn grounds(&self) -> Grounds<'_> {
        Grounds { columns: &self.columns, standing: &self.standing, profile: &self.profile }
    }

    fn linked(&self) -> RefMut<'_, Linked> {
        self.linked.get_or_init(|| RefCell::new(Linked::new(self.grounds()))).borrow_mut()
    }

    fn index_of(&self, id: &str) -> Option<usize> {
        let by_id = self.by_id();
        let at = by_id.partition_point(|index| self.columns.id(*index as usize) < id);
        let found = by_id.get(at).map(|index| *index as usize).filter(|index| self.columns.id(*index) == id && !id.is_empty());
        found.or_else(|| {
            let place: usize = id.strip_prefix('#')?.parse().ok()?;
            place.checked_sub(1).filter(|index| *index < self.len())
        })
    }

    /// The id by which [`Self::entry`] finds the entry at `index`: its own where it is the first with it, else `#n`.
    fn id_of(&self, index: usize) -> String {
        let own = self.columns.id(index);
        if self.index_of(own) == Some(index) { own.to_owned() } else { format!("#{}", index + 1) }
    }

    fn by_id(&self) -> &[u32] {
        self.by_id.get_or_init(|| {
            let mut order: Vec<u32> = (0..self.len() as u32).collect();
            order.sort_by_key(|index| (self.columns.id(*index as usize), *index));
            order
        })
    }

    fn row(&self, index: usize) -> Option<wire::Row> {
        let entry: Entry<'_> = self.ledger.entry(index)?;
        Some(shape::row(self, index, &entry))
    }

    fn due_of(&self, index: usize) -> Option<Date> {
        self.standing.due_of_entry(&self.columns, index)
    }
}
