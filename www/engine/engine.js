import { engineError } from "./error.js";
import { Ledger } from "./ledger.js";
import { checked } from "./options.js";
import { read } from "./reading.js";

/**
 * @typedef {object} LedgerOptions
 * @property {string} [name] of the file, for the places of problems
 * @property {"json" | "ndjson" | "csv" | "xlsx"} [format] found out from the bytes where it is not given
 * @property {string} [profile] id of the profile to reckon by; the ledger's own where it is not given
 * @property {string} [profileJson] a profile of the user's own, as JSON text
 * @property {string} [today] `YYYY-MM-DD`, the day on which deadlines are judged; the ledger's own date where it is not given, else this day
 * @property {object} [mapping] of columns
 * @property {(progress: import("./reading.js").Progress) => void} [onProgress]
 * @property {AbortSignal} [signal] when it is aborted, `openLedger` rejects with its reason at once
 */

/** The core, running. Opened by `openEngine`. */
export class Engine {
  #host;
  #localDate;
  #isClosed = false;
  /** @type {string[]} */
  #profiles = [];
  #generation;

  /** @param {import("./host.js").Host} host @param {() => string} localDate */
  constructor(host, localDate) {
    this.#host = host;
    this.#localDate = localDate;
    this.#generation = host.generation;
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
    const { onProgress, signal, ...rest } = checked(options, LEDGER_OPTIONS);
    const readerOptions = { ...rest, clock: this.#localDate() };
    const host = this.#host;
    const readInput = async (/** @type {import("./input.js").Input} */ from, /** @type {object} */ watch = {}) => {
      await this.#present();
      return read(host, from, readerOptions, watch);
    };
    const opened = await readInput(input, { onProgress, signal });
    return new Ledger({ host, read: readInput }, opened);
  }

  /** The profiles that ledgers can be reckoned by. @returns {Promise<import("../generated/jianyi.js").ProfileSummary[]>} */
  async profiles() {
    await this.#present();
    return this.#host.call("profiles", []);
  }

  /** The rules, each with its help. @returns {Promise<import("../generated/jianyi.js").RuleDoc[]>} */
  async rules() {
    await this.#present();
    return this.#host.call("rules", []);
  }

  /** Makes a profile of the user's own known, from its JSON text. @param {string} json @returns {Promise<string>} its id */
  async addProfile(json) {
    await this.#present();
    const id = await this.#host.call("addProfile", [json]);
    this.#profiles.push(json);
    return id;
  }

  /** Ends the engine and frees its memory, with all its ledgers. */
  close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#host.close();
  }

  /** A core that was started anew learns the user's profiles again. */
  async #present() {
    if (this.#isClosed) throw engineError("engine-closed");
    if (this.#generation === this.#host.generation) return;
    this.#generation = this.#host.generation;
    for (const json of this.#profiles) await this.#host.call("addProfile", [json]);
  }
}

const LEDGER_OPTIONS = /** @type {const} */ ({
  name: "text",
  format: "text",
  profile: "text",
  profileJson: "text",
  today: "text",
  mapping: "object",
  onProgress: "callback",
  signal: "signal",
});
