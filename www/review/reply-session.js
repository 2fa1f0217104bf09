// One letter under review: what is checked, what was found, what a person decided. The element shows it.
import { thisDay, thisMoment } from "./clock.js";
import { edited } from "./fixes.js";
import { hashOf } from "./hash.js";
import { emptyReview, isBlank, marked, reviewFile, readReview, unwaived, waived } from "./record.js";
import { amend, bringBack, canKeep, forgetAll, keep, kept } from "./store.js";

const DRAFT = "reply-draft";

/**
 * @typedef {import("../engine.js").ReplyQuery} ReplyQuery
 * @typedef {import("../engine.js").ReplyCheck} ReplyCheck
 * @typedef {import("./fixes.js").Edit} Edit
 * @typedef {{ name: string, entry?: string, hash?: string, notes?: import("./read-text.js").Notes }} Source where the letter is from; `hash` of its first text
 * @typedef {{ query: ReplyQuery, source: Source, undo: Edit[] }} Draft
 */

export class ReplySession {
  /**
   * @param {() => Promise<import("../engine.js").Engine>} engine
   * @param {() => void} changed
   * @param {() => Partial<ReplyQuery>} [own] what every query is given beside its own
   */
  constructor(engine, changed, own = () => ({})) {
    this.engine = engine;
    this.changed = changed;
    this.own = own;
    /** @type {ReplyQuery} */ this.query = { text: "" };
    /** @type {Source} */ this.source = { name: "" };
    /** @type {Edit[]} what takes the applied fixes back, the last one last */ this.undo = [];
    /** The letter that was laid aside last. @type {Draft | null} */ this.laid = null;
    /** What was wiped and can still come back. @type {import("./store.js").Wiped | null} */ this.forgotten = null;
    /** @type {ReplyCheck | null} */ this.check = null;
    this.review = emptyReview();
    /** @type {any} */ this.error = null;
    this.isChecking = false;
    this.isKept = true;
    this.today = thisDay();
    /** Rises with every letter that is asked for, so that a late answer is known. */
    this.turn = 0;
  }

  get text() {
    return this.query.text ?? "";
  }

  get hash() {
    return hashOf(this.text);
  }

  /** Brings back what was under review when the page was left. @param {boolean} [isAsked] whatever was done since @returns {Promise<boolean>} whether there was something */
  async restore(isAsked = false) {
    this.isKept = await canKeep();
    const draft = /** @type {Draft | undefined} */ (await kept(DRAFT));
    if (!draft?.query?.text || (this.turn > 0 && !isAsked)) return this.changed(), false;
    await this.open(draft.query, draft.source, draft.undo);
    return true;
  }

  /** Whether the draft is the letter of this entry, whatever was mended in it since. @param {string} entry @param {ReplyQuery} query */
  async resumes(entry, query) {
    const draft = /** @type {Draft | undefined} */ (await kept(DRAFT));
    if (draft?.source?.entry !== entry || draft.source.hash !== hashOf(query.text ?? "")) return false;
    await this.open(draft.query, draft.source, draft.undo);
    return true;
  }

  /**
   * Takes a letter and checks it; the review that was kept for this text comes back.
   *
   * @param {ReplyQuery} query
   * @param {Source} source
   * @param {Edit[]} [undo]
   */
  async open(query, source, undo = []) {
    this.turn += 1;
    this.laid = null;
    [this.query, this.source, this.undo, this.check] = [query, { hash: hashOf(query.text ?? ""), ...source }, undo, null];
    const turn = this.turn;
    const review = (await kept(reviewKey(this.hash))) ?? emptyReview(this.review.reviewer || (await kept("reviewer")) || "");
    if (turn !== this.turn) return;
    this.review = review;
    await this.judge();
  }

  /** The same letter with other words or other facts beside it; the review goes on with it. @param {ReplyQuery} query */
  async change(query) {
    this.query = query;
    await this.judge();
    if (!isBlank(this.review)) await this.keepReview();
  }

  /** @param {Edit} fix */
  async fix(fix) {
    const { text, back } = edited(this.text, fix);
    this.undo = [...this.undo, back];
    await this.change({ ...this.query, text });
  }

  /** Takes the last fix back. */
  async unfix() {
    const back = this.undo.at(-1);
    if (!back) return;
    this.undo = this.undo.slice(0, -1);
    await this.change({ ...this.query, text: edited(this.text, back).text });
  }

  /** Words were changed by hand: the applied fixes stand at other places. @param {ReplyQuery} query */
  async rewrite(query) {
    if (query.text !== this.text) this.undo = [];
    await this.change(query);
  }

  async judge() {
    const { query } = this;
    [this.isChecking, this.error] = [true, null];
    this.changed();
    const isStill = () => query === this.query;
    try {
      const engine = await this.engine();
      const check = await engine.checkReply({ ...query, ...this.own(), today: query.today ?? this.today });
      if (isStill()) this.check = check;
    } catch (error) {
      if (isStill()) [this.error, this.check] = [error, null];
    }
    if (!isStill()) return;
    this.isChecking = false;
    this.changed();
    this.keepDraft();
  }

  /** Nobody waits for the browser to write it down. */
  async keepDraft() {
    const { query, source, undo } = this;
    this.isKept = await keep(DRAFT, { query, source, undo });
    this.changed();
  }

  /** Lays the letter aside; its review stays kept. */
  async clear() {
    const { query: laid, source, undo } = this;
    this.laid = laid.text ? { query: laid, source, undo } : null;
    this.turn += 1;
    [this.query, this.source, this.undo, this.check, this.error] = [{ text: "" }, { name: "" }, [], null, null];
    this.review = emptyReview(this.review.reviewer);
    this.changed();
    await keep(DRAFT, undefined);
  }

  /** Wipes all letters and reviews from this browser. */
  async forget() {
    this.forgotten = await forgetAll();
    this.review = emptyReview();
    await this.clear();
    this.laid = null;
  }

  /** Takes the letter up again that was laid aside. */
  async takeUp() {
    if (this.laid) await this.open(this.laid.query, this.laid.source, this.laid.undo);
  }

  /** Takes `forget` back. */
  async recall() {
    const { forgotten } = this;
    this.forgotten = null;
    if (forgotten) await bringBack(forgotten);
    await this.restore(true);
  }

  /** @param {string} rule @param {{ confirmed?: boolean, note?: string }} change */
  mark(rule, change) {
    const at = thisMoment();
    return this.amend((review) => marked(review, rule, change, at));
  }

  /** @param {{ rule: string, words: string, reason: string, until: string | null }} waiver */
  waive(waiver) {
    const at = thisMoment();
    return this.amend((review) => waived(review, { ...waiver, by: review.reviewer, at }));
  }

  /** @param {import("./record.js").Waiver} waiver */
  unwaive(waiver) {
    return this.amend((review) => unwaived(review, waiver));
  }

  /** @param {string} reviewer */
  async sign(reviewer) {
    await this.amend((review) => ({ ...review, reviewer }));
    await keep("reviewer", reviewer);
  }

  /** The review as a file. */
  reviewFile() {
    const { title, itemNumber } = this.check?.fields ?? {};
    return reviewFile(this.review, { hash: this.hash, title: title?.value ?? null, number: itemNumber?.value ?? null });
  }

  /** @param {string} json @returns {Promise<"taken" | "other-letter" | "no-review">} */
  async takeReview(json) {
    const read = readReview(json);
    if (!read) return "no-review";
    await this.decide(read.review);
    return read.hash === null || read.hash === this.hash ? "taken" : "other-letter";
  }

  /**
   * Changes the review, here at once and in what is kept of this letter, where another page may have changed it too.
   * @param {(review: import("./record.js").Review) => import("./record.js").Review} change
   */
  async amend(change) {
    const key = reviewKey(this.hash);
    const { reviewer } = this.review;
    const own = (this.review = change(this.review));
    this.changed();
    const { isKept, value } = await amend(key, (/** @type {import("./record.js").Review | undefined} */ kept) => (kept ? change({ ...kept, reviewer }) : own));
    // Another letter may lie here by now, or a later change of this one.
    if (key === reviewKey(this.hash) && this.review === own) this.review = value;
    this.isKept = isKept;
    this.changed();
  }

  /** @param {import("./record.js").Review} review */
  async decide(review) {
    this.review = review;
    this.changed();
    await this.keepReview();
    this.changed();
  }

  async keepReview() {
    this.isKept = await keep(reviewKey(this.hash), this.review);
  }
}

/** The review that was kept for a text; else a blank one. @param {string} text @returns {Promise<import("./record.js").Review>} */
export async function reviewOf(text) {
  return (await kept(reviewKey(hashOf(text)))) ?? emptyReview();
}

const reviewKey = (/** @type {string} */ hash) => `review ${hash}`;
