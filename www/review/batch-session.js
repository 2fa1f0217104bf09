// Many letters checked one after another: the worst first, with a way to stop.
import { baselineFile, baselineOf, newOrWorse, readBaseline } from "./baseline.js";
import { thisDay } from "./clock.js";
import { wordsOf } from "./record.js";
import { reviewOf } from "./reply-session.js";
import { standing } from "./standing.js";
import { keep, kept } from "./store.js";

/** @typedef {import("../engine.js").ReplyQuery} ReplyQuery */
/** @typedef {"unread" | "not-ready" | "no-letter" | "confirm" | "as-before" | "ready"} BatchVerdict `as-before`: only what the baseline knows stands against it */

/**
 * @typedef {{ name: string, entry?: string, load: () => Promise<{ query: ReplyQuery } | { fault: any } | null> }} BatchItem null: there is no letter
 * @typedef {{ name: string, entry?: string, title: string | null, verdict: BatchVerdict, blocking: string[], found: import("./baseline.js").Known[], open: number, fault?: any, query?: ReplyQuery }} BatchRow `blocking`: what does not pass, by rule; `found`: where
 */

/** The worst first. @type {BatchVerdict[]} */
const ORDER = ["unread", "not-ready", "no-letter", "confirm", "as-before", "ready"];
const KEPT = "reply-baseline";

export class BatchSession {
  /** @param {() => Promise<import("../engine.js").Engine>} engine @param {() => void} changed @param {() => Partial<ReplyQuery>} [own] what every query is given beside its own */
  constructor(engine, changed, own = () => ({})) {
    this.engine = engine;
    this.changed = changed;
    this.own = own;
    /** @type {BatchRow[]} as they were found */ this.checked = [];
    /** @type {BatchRow[]} as they stand beside the baseline, the worst first */ this.rows = [];
    /** @type {import("./baseline.js").Baseline | null} */ this.baseline = null;
    this.done = 0;
    this.total = 0;
    /** Items without a letter. */
    this.silent = 0;
    this.isRunning = false;
    this.wasStopped = false;
    this.turn = 0;
  }

  /** @param {BatchItem[]} items */
  async run(items) {
    this.turn += 1;
    const { turn } = this;
    [this.checked, this.done, this.total, this.silent, this.isRunning, this.wasStopped] = [[], 0, items.length, 0, true, false];
    this.rows = [];
    this.changed();
    const engine = await this.engine();
    const today = thisDay();
    let shown = performance.now();
    for (const item of items) {
      const row = await judged(engine, item, today, this.own());
      if (turn !== this.turn) return;
      this.done += 1;
      if (row) this.checked.push(row);
      else this.silent += 1;
      // A table that grows under the eyes at every letter would cost more than the letters.
      if (performance.now() - shown < 200) continue;
      shown = performance.now();
      this.sort();
    }
    this.isRunning = false;
    this.sort();
  }

  stop() {
    this.turn += 1;
    [this.isRunning, this.wasStopped] = [false, true];
    this.sort();
  }

  /** Counts by verdict, the worst first. @returns {[BatchVerdict, number][]} */
  get counts() {
    return ORDER.map((verdict) => /** @type {[BatchVerdict, number]} */ ([verdict, this.rows.filter((row) => row.verdict === verdict).length])).filter(([, count]) => count > 0);
  }

  sort() {
    const rank = (/** @type {BatchRow} */ row) => ORDER.indexOf(row.verdict) * 1e6 - row.blocking.length * 1e3 - row.open;
    this.rows = this.checked.map((row) => besideBaseline(row, this.baseline)).sort((a, b) => rank(a) - rank(b));
    this.changed();
  }

  /** What is found now is the baseline from now on. */
  async takeBaseline() {
    await this.#setBaseline(baselineFile(baselineOf(this.checked.filter(({ verdict }) => verdict !== "unread"), thisDay())));
  }

  /** @param {string} json @returns {Promise<boolean>} whether it is one */
  async loadBaseline(json) {
    if (!readBaseline(json)) return false;
    await this.#setBaseline(json);
    return true;
  }

  /** All that is found counts again. */
  async dropBaseline() {
    await this.#setBaseline(undefined);
  }

  /** The baseline that was kept when the page was left. */
  async restoreBaseline() {
    const json = await kept(KEPT);
    if (typeof json === "string") this.baseline = readBaseline(json);
    this.changed();
  }

  /** @param {string | undefined} json */
  async #setBaseline(json) {
    this.baseline = json === undefined ? null : readBaseline(json);
    await keep(KEPT, json);
    this.sort();
  }
}

/** @param {BatchRow} row @param {import("./baseline.js").Baseline | null} baseline @returns {BatchRow} with what is new or worse alone */
function besideBaseline(row, baseline) {
  if (!baseline || row.fault) return row;
  const blocking = [...new Set(newOrWorse(row, baseline).map(({ rule }) => rule))];
  return { ...row, blocking, verdict: row.verdict === "not-ready" && blocking.length === 0 ? "as-before" : row.verdict };
}

/** @param {import("../engine.js").Engine} engine @param {BatchItem} item @param {string} today @param {Partial<ReplyQuery>} own @returns {Promise<BatchRow | null>} */
async function judged(engine, { name, entry, load }, today, own) {
  const row = { name, entry, title: null, blocking: [], found: [], open: 0 };
  try {
    const loaded = await load();
    if (!loaded) return null;
    if ("fault" in loaded) return { ...row, verdict: "unread", fault: loaded.fault };
    const { query } = loaded;
    const check = await engine.checkReply({ ...query, ...own, today: query.today ?? today });
    const text = query.text ?? "";
    const { verdict, blocking, open } = standing(check, await reviewOf(text), text, today);
    const against = blocking.flatMap(({ findings }) => findings).filter(({ finding, isWaived }) => !isWaived && finding.severity !== "info");
    const found = against.map(({ finding }) => ({ rule: finding.rule, words: wordsOf(finding, text), severity: finding.severity }));
    // Letters of a ledger can be fetched again; those of files are kept to be opened.
    return { ...row, title: check.fields.title?.value ?? null, verdict, blocking: blocking.map(({ item }) => item.id), found, open: open.length, ...(entry ? {} : { query }) };
  } catch (fault) {
    return { ...row, verdict: "unread", fault };
  }
}
