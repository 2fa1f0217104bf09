// What the office decides on publication: extents, words of its own, the bundle that comes of it; kept in this browser.
import { keep, kept } from "../review/store.js";

const FORMAT = "jianyi/publication/1";
export const EXTENTS = /** @type {const} */ (["full", "summary", "title-only", "none"]);
/** Counts below this are not printed in tables, unless a person says otherwise. */
const MINIMUM = 5;

/**
 * @typedef {import("../generated/desk.js").DecisionView} Decision
 * @typedef {import("../generated/desk.js").PublishDecision} Word what a person decided
 * @typedef {Awaited<ReturnType<import("../engine.js").Ledger["publish"]>>} Published
 */

export class PublicationSession {
  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    /** @type {import("../engine.js").Ledger | null} */ this.ledger = null;
    /** @type {Decision[] | null} */ this.decisions = null;
    /** By the entry's id. @type {Record<string, Word>} */ this.decided = {};
    this.terms = "";
    this.minimum = MINIMUM;
    /** @type {Published | null} */ this.published = null;
    this.isPublishing = false;
    /** @type {any} */ this.error = null;
    this.key = "";
  }

  /** @param {import("../engine.js").Ledger} ledger */
  async open(ledger) {
    if (this.ledger === ledger) return;
    Object.assign(this, { ledger, decisions: null, decided: {}, published: null, isPublishing: false, error: null });
    try {
      const [decisions, summary] = await Promise.all([ledger.publicationDecisions(), ledger.summary()]);
      const key = `publication ${summary.head.title ?? ""} ${summary.entries}`;
      const own = (await kept(key)) ?? {};
      if (this.ledger !== ledger) return;
      Object.assign(this, { decisions, key, decided: own.decided ?? {}, terms: own.terms ?? "", minimum: own.minimum ?? MINIMUM });
    } catch (error) {
      if (this.ledger === ledger) this.error = error;
    }
    this.changed();
  }

  /** What a person decided on this entry, as long as it is still the same entry. @param {Decision} decision @returns {string | null} */
  wordOn({ id, number, title }) {
    const word = this.decided[id];
    const isSame = (word?.number ?? null) === (number ?? null) && (word?.title ?? null) === (title ?? null);
    return isSame ? (word?.extent ?? null) : null;
  }

  /** How much is public: as a person decided, else by the rules; nothing: a person must decide. @param {Decision} decision */
  extentOf(decision) {
    return (decision.ground === "classified" ? null : this.wordOn(decision)) ?? decision.extent ?? null;
  }

  /** @param {Decision} decision @param {string} extent empty: by the rules again */
  decide({ id, number, title }, extent) {
    const { [id]: _, ...others } = this.decided;
    const word = { id, extent, ...(number ? { number } : {}), ...(title ? { title } : {}) };
    return this.say({ decided: extent ? { ...others, [id]: word } : others });
  }

  /** A person's choices; a bundle that was made before them no longer stands. @param {{ decided?: Record<string, Word>, terms?: string, minimum?: number }} words */
  async say(words) {
    Object.assign(this, words, { published: null });
    this.changed();
    const { decided, terms, minimum } = this;
    await keep(this.key, { decided, terms, minimum });
  }

  /** The office's own words, a line each. */
  get ownTerms() {
    return [...new Set(this.terms.split("\n").map((term) => term.trim()).filter(Boolean))];
  }

  get request() {
    return { terms: this.ownTerms, decided: Object.values(this.decided), minimum: this.minimum };
  }

  async publish() {
    const { ledger } = this;
    if (!ledger) return;
    Object.assign(this, { isPublishing: true, published: null, error: null });
    this.changed();
    try {
      const published = await ledger.publish(this.request);
      if (ledger === this.ledger) this.published = published;
    } catch (error) {
      if (ledger === this.ledger) this.error = error;
    }
    this.isPublishing = false;
    this.changed();
  }

  /** The choices as a file, which `cargo xtask publish --settings` takes too. */
  settings() {
    return `${JSON.stringify({ format: FORMAT, ...this.request }, null, 2)}\n`;
  }

  /** @param {string} text @returns {Promise<boolean>} whether it is such a file */
  async takeSettings(text) {
    try {
      const { format, terms, decided, minimum } = JSON.parse(text);
      const isWord = (/** @type {any} */ word) => typeof word?.id === "string" && EXTENTS.includes(word.extent);
      if (format !== FORMAT || !Array.isArray(decided) || !decided.every(isWord) || !Array.isArray(terms)) return false;
      await this.say({ decided: Object.fromEntries(decided.map((word) => [word.id, word])), terms: terms.map(String).join("\n"), minimum: Number.isInteger(minimum) && minimum > 0 ? minimum : MINIMUM });
      return true;
    } catch {
      return false;
    }
  }
}
