// The entries behind a rate: those of its numerator, those of its denominator alone, those it leaves out and why.
import { html, nothing } from "lit";
import { leftOutText, reasonLabel } from "../charts/picture.js";
import styles from "../styles/files.css";
import { JianyiElement } from "./base.js";
import { equation } from "./board-figures.js";
import { errorText } from "./error-text.js";

/** How many entries of a list are shown at a time. */
const PAGE = 20;

/** Tells `jianyi-open-entry` (`{ id }`) and `jianyi-sheet-closed`. */
export class JianyiExplanation extends JianyiElement {
  static styles = JianyiElement.sheets(styles);
  static properties = {
    ...JianyiElement.properties,
    ledger: { attribute: false },
    filter: { attribute: false },
    summary: { attribute: false },
    rate: { attribute: false },
    name: { attribute: false },
    lists: { state: true },
    error: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine.js").Ledger | undefined} */ this.ledger = undefined;
    /** @type {Record<string, any>} */ this.filter = {};
    /** What the overview says of the ledger. @type {any} */ this.summary = null;
    /** @type {any} */ this.rate = null;
    /** The rate's name in words. */
    this.name = "";
    /** @type {{ title: string, entries: number[], rows: import("../engine.js").Row[] }[] | null} */ this.lists = null;
    /** @type {any} */ this.error = null;
  }

  firstUpdated() {
    this.renderRoot.querySelector("dialog")?.showModal();
    this.load();
  }

  async load() {
    const { ledger, words } = this;
    if (!ledger) return;
    try {
      const { part, rest, leftOut } = await ledger.explain(this.rate.id, this.filter);
      const lists = [
        { title: words.t("explain.part"), entries: part },
        { title: words.t("explain.rest"), entries: rest },
        ...leftOut.map(({ reason, entries }) => ({ title: words.t("explain.left", { reason: reasonLabel(this.summary, words, reason) }), entries })),
      ];
      this.lists = await Promise.all(lists.map(async (list) => ({ ...list, rows: await ledger.rows({ entries: list.entries, count: PAGE }) })));
    } catch (error) {
      this.error = error;
    }
  }

  /** @param {number} at */
  async more(at) {
    const list = this.lists?.[at];
    if (!list || !this.ledger) return;
    try {
      const rows = await this.ledger.rows({ entries: list.entries, from: list.rows.length, count: PAGE });
      this.lists = this.lists?.map((old, place) => (place === at ? { ...old, rows: [...old.rows, ...rows] } : old)) ?? null;
    } catch (error) {
      this.error = error;
    }
  }

  render() {
    const { words, rate, lists } = this;
    const leftOut = leftOutText(this.summary, words, rate.leftOut, rate.basis);
    return html`
      <dialog aria-labelledby="title" @close=${() => this.tell("jianyi-sheet-closed")}>
        <div class="body">
          <div class="top"><h2 id="title">${words.t("explain.title", { rate: this.name })}</h2><button class="button" @click=${() => this.close()}>${words.t("close")}</button></div>
          <p>${equation(rate, words)}${leftOut ? words.t("brackets", { text: leftOut }) : nothing}</p>
          <p class="quiet-text">${Object.keys(this.filter).length > 0 ? `${words.t("explain.filtered")} ` : ""}${words.t("explain.overlap")}</p>
          ${this.error ? errorText(words, this.error) : lists === null ? html`<p role="status">${words.t("loading")}</p>` : lists.map((list, at) => this.list(list, at))}
        </div>
      </dialog>
    `;
  }

  /** @param {{ title: string, entries: number[], rows: import("../engine.js").Row[] }} list @param {number} at */
  list({ title, entries, rows }, at) {
    const { words } = this;
    const left = entries.length - rows.length;
    return html`
      <section aria-labelledby="list-${at}">
        <h3 id="list-${at}">${title}<span class="quiet-text"> ${words.t("explain.count", { count: entries.length })}</span></h3>
        ${rows.length === 0 ? html`<p class="quiet-text">${words.t("explain.none")}</p>` : html`<ul>
          ${rows.map((row) => html`<li><button class="button quiet entry" @click=${() => this.open(row.id)}>${row.number ?? ""} ${row.title ?? words.t("title.none")}</button>
            <span class="quiet-text">${row.bodies.length > 0 ? words.list(row.bodies) : words.t("unpublished")}</span></li>`)}
        </ul>`}
        ${left > 0 ? html`<button class="button more" @click=${() => this.more(at)}>${words.t("explain.more", { count: Math.min(left, PAGE) })}</button>` : nothing}
      </section>
    `;
  }

  /** @param {string} id */
  open(id) {
    this.close();
    this.tell("jianyi-open-entry", { id });
  }

  close() {
    this.renderRoot.querySelector("dialog")?.close();
  }
}
