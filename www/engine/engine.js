import { engineError } from "./error.js";
import { Ledger } from "./ledger.js";
import { checked } from "./options.js";
import { read } from "./reading.js";
import { checkReply } from "./reply-check.js";

/**
 * @typedef {object} LedgerOptions
 * @property {string} [name] of the file, for the places of problems
 * @property {"json" | "ndjson" | "csv" | "xlsx"} [format] found out from the bytes where it is not given
 * @property {string} [profile] id of the profile to reckon by; the ledger's own where it is not given
 * @property {string} [profileJson] a profile of the user's own, as JSON text; where `profile` is not given, the ledger is reckoned by it
 * @property {object} [mapping] what the columns are, where the core's own guess is not right: a `jianyi/mapping/1` document
 * @property {string} [aliases] which names stand for one body: a `jianyi/aliases/1` document, as JSON text
 * @property {string} [holidays] a newer table of days off: a `jianyi/holidays/1` document, as JSON text
 * @property {string} [today] `YYYY-MM-DD`, the day on which deadlines are judged; the ledger's own date where it is not given, else this day
 * @property {(progress: import("./reading.js").Progress) => void} [onProgress]
 * @property {AbortSignal} [signal] when it is aborted, `openLedger` rejects with its reason at once
 *
 * @typedef {import("../generated/jianyi.js").ProfileSummary} ProfileSummary
 */

/** The core, running. Opened by `openEngine`. */
export class Engine {
  #host;
  #localDate;
  #isClosed = false;
  /** @type {{ json: string, summary: ProfileSummary }[]} */
  #ownProfiles = [];

  /** @param {import("./host.js").Host} host @param {() => string} localDate */
  constructor(host, localDate) {
    this.#host = host;
    this.#localDate = localDate;
  }

  /**
   * Reads a ledger. What can't be read of it is among its `problems()`.
   *
   * @param {import("./input.js").Input} input a string is the text of the ledger
   * @param {LedgerOptions} [options]
   * @returns {Promise<Ledger>}
   * @throws {import("./error.js").JianyiError} where nothing could be read
   */
  async openLedger(input, options) {
    const { onProgress, signal, mapping, profileJson, ...rest } = checked(options, LEDGER_OPTIONS);
    if (profileJson !== undefined) rest.profile ??= (await this.#call("readProfile", [profileJson])).id;
    const ownProfiles = [...this.#ownProfiles.map(({ json }) => json), ...(profileJson === undefined ? [] : [profileJson])];
    const readerOptions = { ...rest, ownProfiles, mapping: mapping && JSON.stringify(mapping), clock: this.#localDate() };
    const readInput = (/** @type {import("./input.js").Input} */ from, /** @type {object} */ watch = {}) => {
      this.#mustBeOpen();
      return read(this.#host, from, readerOptions, watch);
    };
    const opened = await readInput(input, { onProgress, signal });
    return new Ledger({ host: this.#host, read: readInput }, opened);
  }

  /** The profiles that ledgers can be reckoned by, the user's own last. @returns {Promise<ProfileSummary[]>} */
  async profiles() {
    const shipped = await this.#call("profiles", []);
    return [...shipped, ...this.#ownProfiles.map(({ summary }) => summary)];
  }

  /** The rules, each with its help. @returns {Promise<import("../generated/jianyi.js").RuleHelp[]>} */
  rules() {
    return this.#call("rules", []);
  }

  /**
   * Reads a reply letter and judges it by all rules.
   *
   * @param {import("../generated/jianyi.js").ReplyQuery} query
   * @returns {Promise<import("./reply-check.js").ReplyCheck>}
   */
  async checkReply(query) {
    this.#mustBeOpen();
    return checkReply(this.#host, query);
  }

  /**
   * The letter that an example of a reply rule's help stands for, with what is known beside it.
   *
   * @param {string} block `flagged` or `passes` of a rule for replies
   * @returns {Promise<import("../generated/jianyi.js").ReplyQuery>}
   */
  replyExample(block) {
    return this.#call("replyExample", [block]);
  }

  /**
   * Reads the figures of a report and says what does not agree.
   *
   * @param {import("../generated/jianyi.js").ReportQuery} query
   * @returns {Promise<import("../generated/jianyi.js").ReportAudit>}
   */
  auditReport(query) {
    return this.#call("auditReport", [query]);
  }

  /**
   * The text of a DOCX document, every change in it taken as accepted, automatic numbers written out.
   *
   * @param {Uint8Array} bytes
   * @returns {Promise<import("./document.js").DocumentText>}
   * @throws {import("./error.js").JianyiError} where the bytes are no such document
   */
  readDocument(bytes) {
    return this.#call("readDocument", [bytes]);
  }

  /**
   * A sheet as the bytes of a DOCX document, laid out as an official document (GB/T 9704).
   *
   * @param {import("./document.js").DocumentSheet} sheet
   * @returns {Promise<Uint8Array>}
   */
  writeDocument(sheet) {
    return this.#call("writeDocument", [sheet]);
  }

  /** Name, formula, basis and source of every indicator. @returns {Promise<import("../generated/desk.js").IndicatorView[]>} */
  indicators() {
    return this.#call("indicators", []);
  }

  /** The scripts that a page embeds from a public bundle, with the SHA-256 of each. @returns {Promise<import("../generated/desk.js").ScriptHash[]>} */
  embeddedScripts() {
    return this.#call("embeddedScripts", []);
  }

  /** What `jianyi/summary/1` files add up to, as such a file. @param {Uint8Array[]} files @returns {Promise<Uint8Array>} */
  mergeSummaries(files) {
    return this.#call("mergeSummaries", [files]);
  }

  /** A `jianyi/summary/1` file as a page shows it. @param {Uint8Array} file @returns {Promise<import("../generated/desk.js").MergedView>} */
  readSummary(file) {
    return this.#call("readSummary", [file]);
  }

  /**
   * Makes a profile of the user's own known to the ledgers that are opened from now on; one of the same id gives way.
   *
   * @param {string} json a `jianyi/profile/1` document
   * @returns {Promise<ProfileSummary>}
   * @throws {import("./error.js").JianyiError} with its place, where the document is no profile
   */
  async addProfile(json) {
    const summary = await this.#call("readProfile", [json]);
    this.#ownProfiles = [...this.#ownProfiles.filter((own) => own.summary.id !== summary.id), { json, summary }];
    return summary;
  }

  /** Ends the engine and frees its memory, with all its ledgers. */
  close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#host.close();
  }

  /** @param {import("./host.js").CoreFunction | import("./host.js").ReviewFunction | import("./host.js").DeskFunction | import("./host.js").OfficeFunction} name @param {unknown[]} values */
  async #call(name, values) {
    this.#mustBeOpen();
    return this.#host.call(name, values);
  }

  #mustBeOpen() {
    if (this.#isClosed) throw engineError("engine-closed");
  }
}

const LEDGER_OPTIONS = /** @type {const} */ ({
  name: "text",
  format: "format",
  profile: "text",
  profileJson: "text",
  mapping: "object",
  aliases: "text",
  holidays: "text",
  today: "text",
  onProgress: "callback",
  signal: "signal",
});
