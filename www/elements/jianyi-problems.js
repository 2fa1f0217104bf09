// What was found while the ledger was read, by kind, and the records that were kept aside.
import { html, nothing } from "lit";
import styles from "../styles/problems.css";
import marks from "../styles/marks.css";
import { JianyiElement } from "./base.js";
import { download } from "./download.js";
import { errorText, placeText } from "./error-text.js";
import { kindOf, problemsCsv } from "./problems-csv.js";
import { problemsAside } from "./problems-aside.js";
import { problemsTally } from "./problems-tally.js";
import { severityMark } from "./state-mark.js";

/** Problems of a kind that are listed at first, and more at each wish. */
const STEP = 50;
const SEVERITIES = ["error", "warning", "info"];

/** Tells `jianyi-open-entry` (`{ id }`) and `jianyi-columns`. */
export class JianyiProblems extends JianyiElement {
  static styles = JianyiElement.sheets(marks, styles);
  static properties = {
    ...JianyiElement.properties,
    ledger: { attribute: false },
    problems: { state: true },
    aside: { state: true },
    severity: { state: true },
    text: { state: true },
    listed: { state: true },
    error: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine.js").Ledger | null} */ this.ledger = null;
    /** @type {Problem[] | null} */ this.problems = null;
    /** @type {import("../engine.js").AsideView[]} */ this.aside = [];
    /** @type {import("../generated/jianyi.js").TallyView | null} */ this.tally = null;
    /** @type {import("../generated/jianyi.js").SkippedView[]} */ this.skipped = [];
    /** `""` for all. */
    this.severity = "";
    this.text = "";
    /** @type {Record<string, number>} how many of a kind are listed */ this.listed = {};
    /** @type {any} */ this.error = null;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("ledger")) this.ask();
  }

  async ask() {
    const { ledger } = this;
    [this.problems, this.aside, this.severity, this.text, this.listed, this.error] = [null, [], "", "", {}, null];
    if (!ledger) return;
    try {
      const [problems, aside, tally, skipped] = await Promise.all([ledger.problems(), ledger.aside(), ledger.tally(), ledger.skipped()]);
      if (ledger === this.ledger) [this.problems, this.aside, this.tally, this.skipped] = [problems, aside, tally, skipped];
    } catch (error) {
      if (ledger === this.ledger) this.error = error;
    }
  }

  render() {
    const { problems, words, error } = this;
    if (error) return errorText(words, error);
    if (!problems) return html`<p class="quiet-text" role="status">${this.ledger ? words.t("loading") : nothing}</p>`;
    if (problems.length === 0 && this.aside.length === 0) return html`<p class="card none" role="status">${words.t("problems.none")}</p>${problemsTally(this)}`;
    const shown = problems.filter((problem) => this.passes(problem));
    return html`
      <h2>${words.t("problems.title")}</h2>
      <p class="quiet-text">${words.t("problems.intro")}</p>
      ${problemsTally(this)}
      ${this.tools(problems, shown)}
      ${shown.length === 0 ? html`<p class="card none">${words.t("problems.nothing")}</p>` : nothing}
      ${byKind(shown).map(([code, group]) => this.kind(code, group))}
      ${problemsAside(this)}
    `;
  }

  /** @param {Problem[]} problems @param {Problem[]} shown */
  tools(problems, shown) {
    const { words } = this;
    const present = SEVERITIES.filter((severity) => problems.some((problem) => problem.severity === severity));
    const choice = (/** @type {string} */ severity, /** @type {unknown} */ label) => html`
      <button class="button" aria-pressed=${this.severity === severity} @click=${() => (this.severity = severity)}>${label}</button>`;
    return html`
      <div class="tools" role="search">
        <label class="search">
          <span class="visually-hidden">${words.t("problems.search")}</span>
          <input type="search" .value=${this.text} placeholder=${words.t("problems.search")} autocomplete="off" @input=${(/** @type {any} */ event) => (this.text = event.target.value)}>
        </label>
        <span class="choices" role="group" aria-label=${words.t("problems.filter")}>
          ${choice("", words.t("problems.all"))}${present.map((severity) => choice(severity, severityMark(words, severity)))}
        </span>
        <p class="quiet-text count" role="status">${words.t("problems.matching", { matching: shown.length, count: problems.length })}</p>
        <button class="button" @click=${() => this.save(shown)} ?disabled=${shown.length === 0}>${words.t("problems.download")}</button>
      </div>
    `;
  }

  /** @param {string} code @param {Problem[]} group */
  kind(code, group) {
    const { words } = this;
    const listed = this.listed[code] ?? STEP;
    const rest = group.length - listed;
    return html`
      <details class="card" open>
        <summary>
          ${severityMark(words, group[0].severity)}
          <h3>${kindOf(words, code)}</h3>
          <span class="quiet-text">${words.t("problems.count.of", { count: group.length })}</span>
        </summary>
        <ul class="problems">${group.slice(0, listed).map((problem) => this.problem(problem))}</ul>
        ${rest > 0 ? html`<button class="button" @click=${() => (this.listed = { ...this.listed, [code]: listed + STEP * 4 })}>${words.t("problems.more", { count: Math.min(rest, STEP * 4) })}</button>` : nothing}
      </details>
    `;
  }

  /** @param {Problem} problem */
  problem(problem) {
    const { words } = this;
    const { entry } = problem.place;
    const hasEntry = entry !== null && entry !== undefined;
    return html`
      <li>
        <p>${words.localized(problem.message, problem.messageEn)}</p>
        <p class="where">
          <span>${placeText(words, problem.place) || words.t("place.whole")}</span>
          ${hasEntry ? html`<button class="button quiet" @click=${() => this.openEntry(entry)}>${words.t("problems.entry")}</button>` : nothing}
        </p>
      </li>
    `;
  }

  /** @param {Problem} problem */
  passes(problem) {
    const { severity, text, words } = this;
    if (severity && problem.severity !== severity) return false;
    const wanted = text.trim().toLowerCase();
    if (!wanted) return true;
    const { message, messageEn, value, code, place } = problem;
    return [message, messageEn, value, kindOf(words, code), placeText(words, place)].some((part) => part?.toLowerCase().includes(wanted));
  }

  /** @param {number} position in the ledger */
  async openEntry(position) {
    try {
      const [row] = (await this.ledger?.rows({ from: position, count: 1 })) ?? [];
      if (row) this.tell("jianyi-open-entry", { id: row.id });
    } catch (error) {
      this.error = error;
    }
  }

  /** @param {Problem[]} problems */
  save(problems) {
    download(`${this.t("problems.file")}.csv`, [problemsCsv(this.words, problems)], "text/csv");
  }
}

/** @typedef {import("../engine.js").Problem} Problem */

/** @param {Problem[]} problems @returns {[string, Problem[]][]} the gravest kinds first, then as they were found */
function byKind(problems) {
  /** @type {Map<string, Problem[]>} */
  const groups = new Map();
  for (const problem of problems) {
    const group = groups.get(problem.code);
    if (group) group.push(problem);
    else groups.set(problem.code, [problem]);
  }
  const gravity = (/** @type {Problem[]} */ [first]) => SEVERITIES.indexOf(first.severity);
  return [...groups].sort(([, a], [, b]) => gravity(a) - gravity(b));
}
