// A draft under a person's hand: its text, its figures and gaps, which stay with their words.
import { followed, numeralAt } from "./follow.js";
import { hashOf } from "./hash.js";
import { keep, kept } from "./store.js";

const KEY = "ledger-report";

/**
 * @typedef {import("../generated/desk.js").ReportDraftView} Draft
 * @typedef {import("../generated/desk.js").LinkedFigureView} LinkedFigure
 * @typedef {{ span: [number, number] }} Gap
 */

export class DraftSession {
  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    /** The draft as the ledger gives it; the hand's changes belong to it alone. */
    this.origin = "";
    this.text = "";
    /** @type {Draft["paragraphs"]} */ this.paragraphs = [];
    /** @type {LinkedFigure[]} */ this.figures = [];
    /** @type {Gap[]} */ this.gaps = [];
    this.isKept = true;
    /** What a person had written before the draft was begun anew. @type {string | null} */ this.former = null;
  }

  /** Takes a fresh draft; what a person wrote into the same one comes back. @param {Draft} draft */
  async open(draft) {
    this.origin = hashOf(draft.text);
    const own = await kept(KEY);
    if (own?.origin === this.origin) ({ text: this.text, paragraphs: this.paragraphs, figures: this.figures, gaps: this.gaps } = own);
    else this.take(draft);
    this.changed();
  }

  /** @param {Draft} draft */
  take({ text, paragraphs, figures, gaps }) {
    [this.text, this.paragraphs, this.figures, this.gaps] = [text, paragraphs, figures, gaps.map((span) => ({ span }))];
  }

  /** The draft as the ledger gives it again. @param {Draft} draft */
  async startAnew(draft) {
    this.former = this.text;
    this.take(draft);
    this.changed();
    this.isKept = await keep(KEY, undefined);
    this.changed();
  }

  /** Takes `startAnew` back. */
  async goBack() {
    if (this.former !== null) await this.edit(this.former);
  }

  /** @param {string} text */
  async edit(text) {
    const before = this.text;
    if (text === before) return;
    this.former = null;
    [this.paragraphs, this.figures, this.gaps] = [followed(this.paragraphs, before, text), followed(this.figures, before, text), followed(this.gaps, before, text)];
    this.text = text;
    this.changed();
    const { origin, paragraphs, figures, gaps } = this;
    this.isKept = await keep(KEY, { origin, text, paragraphs, figures, gaps });
    this.changed();
  }

  /** What a figure reads now. @param {LinkedFigure} figure */
  read({ span }) {
    return numeralAt(this.text, span);
  }

  /** Whether a figure is no longer what the ledger says. @param {LinkedFigure} figure */
  isChanged(figure) {
    return this.read(figure) !== figure.printed;
  }

  /** Writes the ledger's figure again. @param {LinkedFigure} figure */
  restore(figure) {
    const now = this.read(figure);
    const start = Math.max(0, this.text.lastIndexOf(now, figure.span[0]));
    const [from, to] = now ? [start, start + now.length] : figure.span;
    return this.edit(this.text.slice(0, from) + figure.printed + this.text.slice(to));
  }

  /** Gaps that still stand as they were drafted. */
  get openGaps() {
    return this.gaps.filter(({ span }) => /^〔待填：/.test(this.text.slice(...span)));
  }
}
