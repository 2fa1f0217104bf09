// One report under audit: its text, what was found, and the restoration that was taken.
import { editedAll, edited } from "./fixes.js";
import { bringBack, canKeep, forgetAll, keep, kept } from "./store.js";

const DRAFT = "report-draft";

/**
 * @typedef {import("./fixes.js").Edit} Edit
 * @typedef {{ text: string, name: string }} Beside what the report is put beside
 * @typedef {{ undo?: Edit[], notes?: import("./read-text.js").Notes, lastYear?: Beside | null, published?: Beside | null }} Done what was done with the text, and what it stands beside
 */

export class ReportSession {
  /**
   * @param {() => Promise<import("../engine.js").Engine>} engine
   * @param {() => void} changed
   */
  constructor(engine, changed) {
    this.engine = engine;
    this.changed = changed;
    this.text = "";
    this.name = "";
    /** @type {string | null} */ this.profile = null;
    /** @type {Edit[]} what takes restorations back */ this.undo = [];
    /** The report that was laid aside last. @type {{ text: string, name: string, profile: string | null, done: Done } | null} */ this.laid = null;
    /** What was wiped and can still come back. @type {import("./store.js").Wiped | null} */ this.forgotten = null;
    /** @type {import("./read-text.js").Notes | undefined} */ this.notes = undefined;
    /** Last year's report. @type {Beside | null} */ this.lastYear = null;
    /** The summary of a public data set. @type {Beside | null} */ this.published = null;
    /** @type {import("../engine.js").ReportAudit | null} */ this.audit = null;
    /** @type {any} */ this.error = null;
    this.isChecking = false;
    this.isKept = true;
    this.turn = 0;
  }

  /** @param {boolean} [isAsked] whatever was done since */
  async restore(isAsked = false) {
    this.isKept = await canKeep();
    const draft = await kept(DRAFT);
    if (!draft?.text || (this.turn > 0 && !isAsked)) return this.changed();
    await this.open(draft.text, draft.name, draft.profile, { undo: draft.undo, notes: draft.notes, lastYear: draft.lastYear, published: draft.published });
  }

  /** @param {string} text @param {string} name @param {string | null} profile @param {Done} [done] */
  async open(text, name, profile, { undo = [], notes, lastYear = this.lastYear, published = this.published } = {}) {
    this.turn += 1;
    this.laid = null;
    const { turn } = this;
    [this.text, this.name, this.profile, this.undo, this.notes, this.isChecking, this.error] = [text, name, profile, undo, notes, true, null];
    [this.lastYear, this.published] = [lastYear, published];
    this.changed();
    try {
      const engine = await this.engine();
      const audit = await engine.auditReport({
        text,
        ...(profile ? { profile } : {}),
        ...(lastYear ? { lastYear: lastYear.text } : {}),
        ...(published ? { published: published.text } : {}),
      });
      if (turn === this.turn) this.audit = audit;
    } catch (error) {
      if (turn === this.turn) [this.audit, this.error] = [null, error];
    }
    if (turn !== this.turn) return;
    this.isChecking = false;
    this.changed();
    // Nobody waits for the browser to write it down.
    keep(DRAFT, { text, name, profile, undo, notes, lastYear, published }).then((isKept) => {
      this.isKept = isKept;
      this.changed();
    });
  }

  /** Puts the restored words in the place of the damaged ones. @param {import("../engine.js").ReportAudit["readings"][number]} reading */
  restoreReading({ restored }) {
    const { text, back } = editedAll(this.text, restored.map(({ span, words }) => ({ span, replacement: words })));
    return this.open(text, this.name, this.profile, { undo: [...this.undo, back], notes: this.notes });
  }

  unrestore() {
    const back = this.undo.at(-1);
    return back ? this.open(edited(this.text, back).text, this.name, this.profile, { undo: this.undo.slice(0, -1), notes: this.notes }) : undefined;
  }

  /** Puts the report beside another source, or beside none. @param {"lastYear" | "published"} source @param {Beside | null} beside */
  put(source, beside) {
    return this.open(this.text, this.name, this.profile, { undo: this.undo, notes: this.notes, [source]: beside });
  }

  async clear() {
    const { text, name, profile, undo, notes, lastYear, published } = this;
    this.laid = text ? { text, name, profile, done: { undo, notes, lastYear, published } } : null;
    this.turn += 1;
    [this.lastYear, this.published] = [null, null];
    [this.text, this.name, this.undo, this.notes, this.audit, this.error, this.isChecking] = ["", "", [], undefined, null, null, false];
    this.changed();
    await keep(DRAFT, undefined);
  }

  async forget() {
    this.forgotten = await forgetAll();
    await this.clear();
    this.laid = null;
  }

  /** Takes the report up again that was laid aside. */
  async takeUp() {
    if (this.laid) await this.open(this.laid.text, this.laid.name, this.laid.profile, this.laid.done);
  }

  /** Takes `forget` back. */
  async recall() {
    const { forgotten } = this;
    this.forgotten = null;
    if (forgotten) await bringBack(forgotten);
    await this.restore(true);
  }
}
