// Many letters checked one after another: the worst first, with a way to stop.
import { thisDay } from "./clock.js";
import { reviewOf } from "./reply-session.js";
import { standing } from "./standing.js";

/** @typedef {import("../engine.js").ReplyQuery} ReplyQuery */
/** @typedef {"unread" | "not-ready" | "no-letter" | "confirm" | "ready"} BatchVerdict */

/**
 * @typedef {{ name: string, entry?: string, load: () => Promise<{ query: ReplyQuery } | { fault: any } | null> }} BatchItem null: there is no letter
 * @typedef {{ name: string, entry?: string, title: string | null, verdict: BatchVerdict, blocking: string[], open: number, fault?: any, query?: ReplyQuery }} BatchRow `blocking`: what does not pass, by rule
 */

/** The worst first. @type {BatchVerdict[]} */
const ORDER = ["unread", "not-ready", "no-letter", "confirm", "ready"];

export class BatchSession {
  /** @param {() => Promise<import("../engine.js").Engine>} engine @param {() => void} changed */
  constructor(engine, changed) {
    this.engine = engine;
    this.changed = changed;
    /** @type {BatchRow[]} */ this.rows = [];
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
    [this.rows, this.done, this.total, this.silent, this.isRunning, this.wasStopped] = [[], 0, items.length, 0, true, false];
    this.changed();
    const engine = await this.engine();
    const today = thisDay();
    let shown = performance.now();
    for (const item of items) {
      const row = await judged(engine, item, today);
      if (turn !== this.turn) return;
      this.done += 1;
      if (row) this.rows.push(row);
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
    this.rows = [...this.rows].sort((a, b) => rank(a) - rank(b));
    this.changed();
  }
}

/** @param {import("../engine.js").Engine} engine @param {BatchItem} item @param {string} today @returns {Promise<BatchRow | null>} */
async function judged(engine, { name, entry, load }, today) {
  const row = { name, entry, title: null, blocking: [], open: 0 };
  try {
    const loaded = await load();
    if (!loaded) return null;
    if ("fault" in loaded) return { ...row, verdict: "unread", fault: loaded.fault };
    const { query } = loaded;
    const check = await engine.checkReply({ ...query, today: query.today ?? today });
    const text = query.text ?? "";
    const { verdict, blocking, open } = standing(check, await reviewOf(text), text, today);
    // Letters of a ledger can be fetched again; those of files are kept to be opened.
    return { ...row, title: check.fields.title?.value ?? null, verdict, blocking: blocking.map(({ item }) => item.id), open: open.length, ...(entry ? {} : { query }) };
  } catch (fault) {
    return { ...row, verdict: "unread", fault };
  }
}
