import { JianyiError, engineError } from "./error.js";
import { checkReply } from "./reply-check.js";

/**
 * @typedef {import("../generated/jianyi.js").Filter} Filter
 * @typedef {import("../generated/jianyi.js").RowQuery} RowQuery
 * @typedef {import("../generated/jianyi.js").Row} Row
 * @typedef {import("../generated/jianyi.js").Summary} Summary
 * @typedef {import("../generated/jianyi.js").EntryView} EntryView
 * @typedef {import("../generated/jianyi.js").Problem} Problem
 * @typedef {import("../generated/jianyi.js").AsideView} AsideView
 * @typedef {import("./reading.js").Opened} Opened
 */

/**
 * A ledger that was read. It lives in the core; `close()` frees it.
 *
 * When the core had to be started anew, the next question first opens the ledger again from its input.
 */
export class Ledger {
  #seat;
  #opened;
  #generation;
  #isClosed = false;
  /** @type {Promise<void> | undefined} */
  #reopening;

  /** @param {Seat} seat @param {Opened} opened */
  constructor(seat, opened) {
    this.#seat = seat;
    this.#opened = opened;
    this.#generation = seat.host.generation;
  }

  /** How many entries it has. */
  get size() {
    return this.#opened.size;
  }

  /** All counts and rates of the overview. @param {Partial<Filter>} [filter] @returns {Promise<Summary>} */
  summary(filter) {
    return this.#ask("summary", [filter]);
  }

  /** Rows of the list. @param {RowQueryOptions} [query] @returns {Promise<Row[]>} */
  rows(query) {
    return this.#ask("rows", [query]);
  }

  /** How many entries the filter lets through. @param {Partial<Filter>} [filter] @returns {Promise<number>} */
  count(filter) {
    return this.#ask("count", [filter]);
  }

  /** One entry with its history and what is missing. @param {string} id @returns {Promise<EntryView>} */
  entry(id) {
    return this.#ask("entry", [id]);
  }

  /**
   * The last reply of an entry, judged beside its own suggestion and history.
   * @param {string} id
   * @returns {Promise<import("./reply-check.js").ReplyCheck>}
   */
  async checkReply(id) {
    return checkReply(this.#seat.host, await this.#ask("replyQuery", [id]));
  }

  /**
   * What `checkReply` judges of an entry; `Engine.checkReply` takes it, changed or not.
   * @param {string} id
   * @returns {Promise<import("../generated/jianyi.js").ReplyQuery>}
   */
  replyQuery(id) {
    return this.#ask("replyQuery", [id]);
  }

  /** What could not be read, or contradicts itself, with its place. @returns {Promise<Problem[]>} */
  async problems() {
    const found = await this.#ask("problems", []);
    return [...this.#opened.broken, ...found];
  }

  /** Records of which no entry could be made. @returns {Promise<AsideView[]>} */
  aside() {
    return this.#ask("aside", []);
  }

  /** These records in their original bytes, with line breaks between them. @returns {Promise<Uint8Array>} */
  asideBytes() {
    return this.#ask("asideBytes", []);
  }

  /**
   * What the columns or keys of the file were taken for; nothing for `jianyi/ledger/1`.
   * @returns {Promise<import("../generated/jianyi.js").MappingView | undefined>}
   */
  mapping() {
    return this.#ask("mapping", []);
  }

  /** Rows that are neither entries nor kept aside, with their reasons. @returns {Promise<import("../generated/jianyi.js").SkippedView[]>} */
  skipped() {
    return this.#ask("skipped", []);
  }

  /** The records of the file, counted. @returns {Promise<import("../generated/jianyi.js").TallyView>} */
  tally() {
    return this.#ask("tally", []);
  }

  /**
   * What changed from this ledger to a newer one of the same engine.
   * @param {Ledger} newer
   * @returns {Promise<import("../generated/jianyi.js").Comparison>}
   */
  compare(newer) {
    return this.#with("compare", newer);
  }

  /**
   * A `jianyi/ledger/1` document with this ledger's entries and those of the other that it does not have.
   * @param {Ledger} other of the same engine
   * @returns {Promise<Uint8Array>}
   */
  add(other) {
    return this.#with("add", other);
  }

  /**
   * The entries behind a rate of what passes the filter; `rows({ entries })` shows them.
   * @param {string} rate
   * @param {Partial<Filter>} [filter]
   * @returns {Promise<import("../generated/desk.js").ExplanationView>}
   */
  explain(rate, filter) {
    return this.#ask("explain", [rate, filter]);
  }

  /** Each body's work in what passes the filter. @param {Partial<Filter>} [filter] @returns {Promise<import("../generated/desk.js").BodyView[]>} */
  bodies(filter) {
    return this.#ask("bodies", [filter]);
  }

  /**
   * Entries that pass the filter, then each view's counts by key, in the order of `viewKeys`; a view is a dimension or `days`.
   * @param {Partial<Filter> | undefined} filter
   * @param {string[]} views
   * @returns {Promise<Uint32Array>}
   */
  views(filter, views) {
    return this.#ask("views", [filter, views]);
  }

  /** The keys of a view's counts. @param {string} view @returns {Promise<string[]>} */
  viewKeys(view) {
    return this.#ask("viewKeys", [view]);
  }

  /**
   * What passes the filter beside what passes another filter, of this ledger or of another of the same engine.
   * @param {Partial<Filter> | undefined} filter
   * @param {Partial<Filter> | undefined} otherFilter
   * @param {Ledger} [other]
   * @returns {Promise<import("../generated/desk.js").Contrast>}
   */
  async contrast(filter, otherFilter, other) {
    if (other === undefined || other === this) return this.#ask("contrast", [filter, otherFilter]);
    if (!(other instanceof Ledger) || other.#seat.host !== this.#seat.host) throw engineError("other-engine");
    await other.#present();
    return this.#ask("contrastWith", [filter, other.#opened.ledger, otherFilter]);
  }

  /** The counts of what passes the filter as a `jianyi/summary/1` file. @param {Partial<Filter>} [filter] @returns {Promise<Uint8Array>} */
  summaryFile(filter) {
    return this.#ask("summaryFile", [filter]);
  }

  /** What the ledger asks of the supervising office on its day. @returns {Promise<import("../generated/desk.js").FollowUpView>} */
  followUp() {
    return this.#ask("followUp", []);
  }

  /** Every step of an entry that has a limit, its due date reckoned day by day. @param {string} id @returns {Promise<import("../generated/desk.js").StepDueView[]>} */
  dueDates(id) {
    return this.#ask("dueDates", [id]);
  }

  /** Every promise, and every reply that promised without one being registered; what presses most first. @returns {Promise<import("../generated/desk.js").CommitmentRegisterView>} */
  commitmentRegister() {
    return this.#ask("commitmentRegister", []);
  }

  /** Key items (重点督办): where each stands, what comes next, the last contact. @returns {Promise<import("../generated/desk.js").KeyItemView[]>} */
  keyItems() {
    return this.#ask("keyItems", []);
  }

  /** What is handled together (并案), and whether each was answered for itself. @returns {Promise<import("../generated/desk.js").MergedItemsView[]>} */
  mergedItems() {
    return this.#ask("mergedItems", []);
  }

  /** The reminder notice (催办单) to a body; undefined where nothing of its own is pressing. @param {string} body @returns {Promise<string | undefined>} */
  reminder(body) {
    return this.#ask("reminder", [body]);
  }

  /** All due dates still to be met as an iCalendar file. @returns {Promise<string>} */
  calendarFile() {
    return this.#ask("calendarFile", []);
  }

  /** A random sample of the answered entries, per cent of each body and class. @param {number} share @param {number} seed @returns {Promise<import("../generated/desk.js").SpotCheckView>} */
  spotCheck(share, seed) {
    return this.#ask("spotCheck", [share, seed]);
  }

  /** Groups of entries that seem to speak of the same matter. @returns {Promise<import("../generated/desk.js").SimilarGroupView[]>} */
  similarEntries() {
    return this.#ask("similarEntries", []);
  }

  /** The names of the handling bodies as the file writes them, and the pairs that are likely to stand for one body. @returns {Promise<import("../generated/desk.js").BodyNamesView>} */
  bodyNames() {
    return this.#ask("bodyNames", []);
  }

  /** The table of days off in use. @returns {Promise<import("../generated/desk.js").HolidayTableView>} */
  holidayTable() {
    return this.#ask("holidayTable", []);
  }

  /** The table of days off that this version brings: a `jianyi/holidays/1` document. @returns {Promise<string>} */
  shippedHolidays() {
    return this.#ask("shippedHolidays", []);
  }

  /** Every due date that the table in use moves against an older one. @param {string} holidays a `jianyi/holidays/1` document @returns {Promise<import("../generated/desk.js").MovedDueDatesView>} */
  movedSince(holidays) {
    return this.#ask("movedSince", [holidays]);
  }

  /** Every due date that a newer table of days off moves. @param {string} holidays a `jianyi/holidays/1` document @returns {Promise<import("../generated/desk.js").MovedDueDatesView>} */
  movedDueDates(holidays) {
    return this.#ask("movedDueDates", [holidays]);
  }

  /**
   * A list of public messages (CSV or JSON), matched to entries and topics and counted over time, with what it warns of.
   * @param {Uint8Array} list
   * @param {string} [name] the file's name, for the places of problems
   * @returns {Promise<import("../generated/desk.js").CluesView>}
   */
  clues(list, name) {
    return this.#ask("clues", [list, name]);
  }

  /** The points tables that ship with the module. @returns {Promise<import("../generated/desk.js").AssessmentSchemeView[]>} */
  assessmentSchemes() {
    return this.#ask("assessmentSchemes", []);
  }

  /**
   * Each body's sheet under a points table.
   *
   * @param {string} scheme a `jianyi/assessment/1` document
   * @param {Record<string, Record<string, number>>} [hand] what a person gave, by body and part
   * @returns {Promise<import("../generated/desk.js").AssessmentView>}
   */
  assess(scheme, hand = {}) {
    return this.#ask("assess", [scheme, hand]);
  }

  /** How much of each entry and reply may be public, what a person must decide first. @returns {Promise<import("../generated/desk.js").DecisionView[]>} */
  publicationDecisions() {
    return this.#ask("publicationDecisions", []);
  }

  /** What is taken out of an entry before it is public. @param {string} id @param {string[]} [terms] @returns {Promise<import("../generated/desk.js").RedactionPreview>} */
  redactionPreview(id, terms = []) {
    return this.#ask("redactionPreview", [id, terms]);
  }

  /** The public bundle with its proof, or the leaks that stopped it. @param {import("../generated/desk.js").PublishRequest} [request] @returns {Promise<Omit<import("../generated/desk.js").PublishedView, "archive"> & { archive: Uint8Array }>} */
  publish(request) {
    return this.#ask("publish", [request]);
  }

  /** The letter that tells the submitter why a reply is not public. @param {string} id @param {number} reply its place, from 1 @returns {Promise<string | undefined>} nothing where no such letter is due */
  explanation(id, reply) {
    return this.#ask("explanation", [id, reply]);
  }

  /** The best entries that hold every term. @param {string} words @param {number} [count] @returns {Promise<import("../generated/desk.js").SearchAnswer>} */
  search(words, count = 20) {
    return this.#ask("search", [words, count]);
  }

  /** The annual report of the whole ledger, each figure linked to what it states. @returns {Promise<import("../generated/desk.js").ReportDraftView>} */
  draftReport() {
    return this.#ask("draftReport", []);
  }

  /** Each figure of a report with what the ledger says of it. @param {string} text @returns {Promise<import("../generated/desk.js").BoundFigureView[]>} */
  compareReport(text) {
    return this.#ask("compareReport", [text]);
  }

  /** The ledger as a file. @param {"json" | "csv" | "xlsx"} kind @returns {Promise<Uint8Array>} */
  export(kind) {
    return this.#ask("export", [kind]);
  }

  /** Frees its memory; every later call rejects with `ledger-closed`. */
  close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const { host } = this.#seat;
    if (this.#generation === host.generation) host.free(this.#opened.ledger);
  }

  /** @param {"compare" | "add"} method @param {Ledger} other @returns {Promise<any>} */
  async #with(method, other) {
    if (!(other instanceof Ledger) || other.#seat.host !== this.#seat.host) throw engineError("other-engine");
    await other.#present();
    return this.#ask(method, [other.#opened.ledger]);
  }

  /** @param {import("./host.js").LedgerMethod | import("./host.js").DeskMethod} method @param {unknown[]} values @returns {Promise<any>} */
  async #ask(method, values) {
    await this.#present();
    const { host } = this.#seat;
    try {
      return await host.ask(this.#opened.ledger, method, values);
    } catch (error) {
      // Another task's fault ended the core under this question, which is worth asking again.
      const wasInterrupted = error instanceof JianyiError && error.code === "interrupted";
      if (!wasInterrupted) throw error;
      await this.#present();
      return host.ask(this.#opened.ledger, method, values);
    }
  }

  async #present() {
    if (this.#isClosed) throw engineError("ledger-closed");
    const { host } = this.#seat;
    if (this.#generation === host.generation) return;
    this.#reopening ??= this.#reopen().finally(() => (this.#reopening = undefined));
    await this.#reopening;
  }

  async #reopen() {
    const { host, read } = this.#seat;
    const generation = host.generation;
    let opened;
    try {
      opened = await read(this.#opened.again);
    } catch (error) {
      if (error instanceof JianyiError && error.code === "engine-closed") throw error;
      throw engineError("ledger-lost", {}, { detail: String(error) });
    }
    const { broken, again } = this.#opened;
    this.#opened = { ...opened, broken, again };
    this.#generation = generation;
  }
}

/**
 * Where the ledger lives, and how it was read.
 *
 * @typedef {{ host: import("./host.js").Host, read: (input: import("./input.js").Input) => Promise<Opened> }} Seat
 *
 * @typedef {object} RowQueryOptions
 * @property {Partial<Filter>} [filter]
 * @property {{ by: string, descending?: boolean }} [sort]
 * @property {number} [from] the first row, from 0
 * @property {Uint32Array | number[]} [entries] these and no others, by their places in the ledger, as `explain` and `spotCheck` give them
 * @property {number} [count] at most how many; 100 where it is not given
 */
