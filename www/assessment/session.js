// The points table in use, a person's changes of it and the points that a person gave; kept in this browser.
import { keep, kept } from "../review/store.js";

const SCHEMES = "assessment-schemes";

/**
 * @typedef {import("../generated/desk.js").AssessmentView} AssessmentView
 * @typedef {import("../generated/desk.js").AssessmentSchemeView} AssessmentSchemeView
 * @typedef {{ kind: "by-hand" | "share" | "each" | "per-percentage-point", add?: number | null, of?: "good" | "bad" | "all", beyond?: number, target?: number, whole?: boolean }} Rule
 * @typedef {{ id: string, name: { zh: string, en: string }, points: number, metric?: string, rule: Rule, floor?: number, cap?: number, note?: { zh: string, en: string } }} Part
 * @typedef {{ format: string, id: string, name: { zh: string, en: string }, source: string, note?: { zh: string, en: string }, parts: Part[] }} Scheme
 */

export class AssessmentSession {
  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    /** @type {import("../engine.js").Ledger | null} */ this.ledger = null;
    /** @type {AssessmentSchemeView[]} */ this.shipped = [];
    /** The tables that a person changed or opened, by id. @type {Record<string, Scheme>} */ this.own = {};
    this.id = "sample";
    /** @type {Record<string, Record<string, number>>} */ this.hand = {};
    /** @type {AssessmentView | null} */ this.view = null;
    /** Under the table as it ships; absent where it is in use. @type {AssessmentView | null} */ this.before = null;
    /** @type {any} */ this.error = null;
    this.handKey = "";
    /** Counts the questions; an answer to an older one is dropped. */ this.asked = 0;
  }

  /** The table in use. @returns {Scheme | null} */
  get scheme() {
    return this.own[this.id] ?? this.original;
  }

  /** The table as it ships. @returns {Scheme | null} */
  get original() {
    const found = this.shipped.find(({ id }) => id === this.id);
    return found ? JSON.parse(found.json) : null;
  }

  get isChanged() {
    return Boolean(this.own[this.id] && this.original);
  }

  /** @param {import("../engine.js").Ledger} ledger */
  async open(ledger) {
    if (this.ledger === ledger) return;
    Object.assign(this, { ledger, view: null, before: null, error: null });
    await this.work(async () => {
      const [shipped, own, summary] = await Promise.all([ledger.assessmentSchemes(), kept(SCHEMES), ledger.summary()]);
      if (this.ledger !== ledger) return;
      this.handKey = `assessment-hand ${summary.head.title ?? ""} ${summary.entries}`;
      Object.assign(this, { shipped, own: own ?? {} });
      if (!this.scheme) this.id = shipped[0].id;
      await this.readHand();
      await this.assess();
    });
  }

  /** @param {string} id */
  async choose(id) {
    this.id = id;
    await this.work(async () => (await this.readHand(), this.assess()));
  }

  async readHand() {
    this.hand = (await kept(`${this.handKey} ${this.id}`)) ?? {};
  }

  /** A changed table; nothing of it is kept where the core refuses it. @param {Scheme} scheme */
  async take(scheme) {
    const { own, id } = this;
    this.own = { ...own, [scheme.id]: scheme };
    this.id = scheme.id;
    await this.work(async () => {
      try {
        await this.assess();
      } catch (error) {
        [this.own, this.id] = [own, id];
        throw error;
      }
      await keep(SCHEMES, this.own);
    });
  }

  async reset() {
    const { [this.id]: _, ...rest } = this.own;
    this.own = rest;
    await keep(SCHEMES, rest);
    await this.work(() => this.assess());
  }

  /** @param {string} body @param {string} part @param {number | null} points nothing: taken back */
  async give(body, part, points) {
    const { [part]: _, ...others } = this.hand[body] ?? {};
    this.hand = { ...this.hand, [body]: points === null ? others : { ...others, [part]: points } };
    await keep(`${this.handKey} ${this.id}`, this.hand);
    await this.work(() => this.assess());
  }

  async assess() {
    const { ledger, scheme, original, hand, isChanged } = this;
    if (!ledger || !scheme) return;
    const asked = (this.asked += 1);
    const view = await ledger.assess(JSON.stringify(scheme), hand);
    const before = isChanged && original ? await ledger.assess(JSON.stringify(original), hand) : null;
    if (asked === this.asked) Object.assign(this, { view, before, error: null });
  }

  /** @param {() => Promise<unknown>} work */
  async work(work) {
    try {
      await work();
    } catch (error) {
      this.error = error;
    }
    this.changed();
  }
}
