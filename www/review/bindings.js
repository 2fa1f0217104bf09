// Which statistic of the ledger a report's figure states: the core's proposal, or what a person chose for such words before.
import { keep, kept } from "./store.js";

const KEY = "report-bindings";

/**
 * @typedef {import("../generated/desk.js").BoundFigureView} BoundFigure
 * @typedef {import("../generated/desk.js").BoundCandidateView} Candidate
 */

export class Bindings {
  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
    /** @type {BoundFigure[] | null} */ this.figures = null;
    /** @type {Record<string, string>} the statistic by the figure's words */ this.choices = {};
    /** @type {any} */ this.error = null;
    /** What the figures are of. @type {{ ledger: unknown, text: string } | null} */ this.of = null;
  }

  /** @param {import("../engine.js").Ledger} ledger @param {string} text */
  async open(ledger, text) {
    if (this.of?.ledger === ledger && this.of.text === text) return;
    const of = (this.of = { ledger, text });
    [this.figures, this.error] = [null, null];
    try {
      const figures = await ledger.compareReport(text);
      const choices = (await kept(KEY)) ?? {};
      if (this.of === of) [this.figures, this.choices] = [figures, choices];
    } catch (error) {
      if (this.of === of) [this.error, this.of] = [error, null];
    }
    this.changed();
  }

  /** The place of the statistic set beside a figure. @param {BoundFigure} figure @returns {number} below 0: none */
  placeOf(figure) {
    const choice = this.choices[wordsOf(figure)];
    const chosen = choice === undefined ? -1 : figure.candidates.findIndex((candidate) => idOf(candidate) === choice);
    return chosen >= 0 ? chosen : (figure.chosen ?? -1);
  }

  /** How a figure stands, with a person's choice. @param {BoundFigure} figure */
  stateOf(figure) {
    const candidate = figure.candidates[this.placeOf(figure)];
    if (!candidate) return figure.state;
    if (candidate.agrees) return "agrees";
    return figure.state === "agrees" ? "differs" : figure.state;
  }

  /** @param {BoundFigure} figure @param {number} place */
  async choose(figure, place) {
    this.choices = { ...this.choices, [wordsOf(figure)]: idOf(figure.candidates[place]) };
    this.changed();
    await keep(KEY, this.choices);
  }
}

const wordsOf = (/** @type {BoundFigure} */ { label, printed }) => `${label} ${/[%％]/.test(printed) ? "%" : ""}`;
const idOf = (/** @type {Candidate} */ { name, kind, dimension, key, rate }) => [name, kind, dimension, key, rate].join(" ");
