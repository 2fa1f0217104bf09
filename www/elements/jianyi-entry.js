// One entry: facts, what it asks for, its history, what is missing, problems of its record, the record itself.
import { html, nothing } from "lit";
import marks from "../styles/marks.css";
import styles from "../styles/entry.css";
import { JianyiElement } from "./base.js";
import { entryFacts, entryWords } from "./entry-facts.js";
import { entryProblems } from "./entry-problems.js";
import { entryTimeline } from "./entry-timeline.js";
import { errorText } from "./error-text.js";
import { keepPlace, keptPlace } from "./list-place.js";
import { stateMark } from "./state-mark.js";
import { seen } from "./unseen.js";

/**
 * Tells `jianyi-open-entry` (`{ id, position }`) for its neighbours, `jianyi-check-reply` (`{ id }`) and `jianyi-close-entry`.
 */
export class JianyiEntry extends JianyiElement {
  static styles = JianyiElement.sheets(marks, styles);
  static properties = {
    ...JianyiElement.properties,
    ledger: { attribute: false },
    /** The entry's id. */
    entry: { type: String },
    /** The summary's profile, for the place's own words. */
    profile: { attribute: false },
    view: { state: true },
    neighbours: { state: true },
    error: { state: true },
    showsRecord: { state: true },
    wasCopied: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine.js").Ledger | null} */ this.ledger = null;
    /** @type {string | null} */ this.entry = null;
    /** @type {import("../engine.js").ProfileSummary | undefined} */ this.profile = undefined;
    /** @type {import("../engine.js").EntryView | null} */ this.view = null;
    /** @type {{ before?: Neighbour, after?: Neighbour }} */ this.neighbours = {};
    /** @type {any} */ this.error = null;
    this.showsRecord = false;
    this.wasCopied = false;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("ledger") || changed.has("entry")) this.ask();
  }

  async ask() {
    const { ledger, entry } = this;
    if (!ledger || !entry) return void (this.view = null);
    const isStill = () => ledger === this.ledger && entry === this.entry;
    try {
      const view = await ledger.entry(entry);
      if (!isStill()) return;
      [this.view, this.error, this.neighbours, this.showsRecord, this.wasCopied] = [view, null, {}, false, false];
      const neighbours = await neighboursOf(ledger, view);
      if (isStill()) this.neighbours = neighbours;
    } catch (error) {
      if (isStill()) [this.view, this.error] = [null, error];
    }
  }

  render() {
    const { view, words, error } = this;
    if (!view) return html`${this.ways()}${error ? errorText(words, error) : nothing}`;
    const record = JSON.parse(view.json);
    const { row } = view;
    return html`
      <article aria-labelledby="title">
        ${this.ways()}
        <header class="card">
          <p class="tags">
            <span class="tag">${words.label("kind", row.kind)}</span>
            <span class="number">${row.number ?? words.t("entry.unnumbered")}</span>
            ${row.key ? html`<span class="tag key">${words.label("key", "yes")}</span>` : nothing}
            ${record.livelihood ? html`<span class="tag">${words.label("livelihood", "yes")}</span>` : nothing}
            ${stateMark(words, row.state)}
          </p>
          <h2 id="title" class=${row.title ? "" : "unpublished"}>${seen(row.title) ?? words.t("entry.untitled")}</h2>
        </header>
        <div class="columns">
          <div class="main">
            ${entryWords(words, record)}
            ${entryTimeline(words, view, this.profile)}
          </div>
          <div class="side">
            ${entryFacts(words, view, record, this.profile)}
            ${missing(words, view)}
            ${entryProblems(words, view)}
          </div>
        </div>
        ${this.record(record)}
      </article>
    `;
  }

  /** To the list, and to the entries before and after. */
  ways() {
    const { before, after } = this.neighbours;
    const way = (/** @type {Neighbour | undefined} */ to, /** @type {string} */ key) => html`
      <button class="button" ?disabled=${!to} @click=${() => to && this.goTo(to)}>${this.t(key)}</button>`;
    return html`
      <div class="ways">
        <button class="button" @click=${() => this.tell("jianyi-close-entry")}>${this.t("entry.back")}</button>
        ${this.view && hasLetter(this.view) ? html`<button class="button" @click=${() => this.tell("jianyi-check-reply", { id: this.entry })}>${this.t("entry.check")}</button>` : nothing}
        <span class="ways-between">${way(before, "entry.previous")}${way(after, "entry.next")}</span>
      </div>
    `;
  }

  /** @param {Neighbour} to */
  goTo(to) {
    const place = this.ledger && keptPlace(this.ledger);
    if (this.ledger && place) keepPlace(this.ledger, { ...place, position: to.position });
    this.tell("jianyi-open-entry", to);
  }

  /** @param {object} record */
  record(record) {
    const toggle = (/** @type {any} */ event) => (this.showsRecord = event.target.open);
    const text = this.showsRecord ? JSON.stringify(record, null, 2) : "";
    return html`
      <details class="card record" ?open=${this.showsRecord} @toggle=${toggle}>
        <summary>${this.t("entry.json")}</summary>
        ${this.showsRecord && navigator.clipboard ? html`<button class="button copy" @click=${() => this.copy(text)}>${this.t(this.wasCopied ? "entry.copied" : "entry.copy")}</button>` : nothing}
        <pre tabindex="0" role="region" aria-label=${this.t("entry.json")}>${text}</pre>
      </details>
    `;
  }

  /** @param {string} text */
  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.wasCopied = true;
    } catch {
      this.wasCopied = false;
    }
  }
}

/** @typedef {{ id: string, position: number }} Neighbour */

/** Whether a reply's text stands in the ledger. @param {import("../engine.js").EntryView} view */
function hasLetter({ json }) {
  return (JSON.parse(json).rounds ?? []).some((/** @type {any} */ { replies = [] }) => replies.some((/** @type {any} */ { text }) => Boolean(text)));
}

/**
 * The entries before and after: in the list that it was opened from, else in the ledger.
 *
 * @param {import("../engine.js").Ledger} ledger
 * @param {import("../engine.js").EntryView} view
 * @returns {Promise<{ before?: Neighbour, after?: Neighbour }>}
 */
async function neighboursOf(ledger, { row }) {
  const place = keptPlace(ledger);
  if (place) {
    const { filter, sort, position } = place;
    const inList = await around(ledger, { filter, ...(sort ? { sort } : {}) }, position);
    if (inList.here?.id === row.id) return inList;
  }
  return around(ledger, {}, row.index);
}

/** @param {import("../engine.js").Ledger} ledger @param {object} query @param {number} place */
async function around(ledger, query, place) {
  const from = Math.max(0, place - 1);
  const rows = await ledger.rows({ ...query, from, count: place - from + 2 });
  const at = (/** @type {number} */ wanted) => {
    const row = wanted < 0 ? undefined : rows[wanted - from];
    return row && { id: row.id, position: wanted };
  };
  return { before: at(place - 1), here: at(place), after: at(place + 1) };
}

/** @param {import("../locales/index.js").Catalogue} words @param {import("../engine.js").EntryView} view */
function missing(words, { missing }) {
  const fields = words.list(missing.map((field) => words.label("field", field)));
  return html`
    <section class="card" aria-labelledby="missing">
      <h3 id="missing">${words.t("entry.missing")}</h3>
      <p>${missing.length === 0 ? words.t("entry.missing.none") : words.t("entry.missing.note", { fields })}</p>
    </section>
  `;
}
