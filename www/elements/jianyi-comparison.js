// What changed from one ledger to another: new, gone, changed entries, and the whole as a file.
import { html, nothing } from "lit";
import styles from "../styles/files.css";
import { JianyiElement } from "./base.js";
import { comparisonCsv } from "./comparison-csv.js";
import { download } from "./download.js";
import { fieldPath, fieldValue } from "./field-path.js";

/** Listed of each kind; the exported file has them all. */
const LISTED = 100;

/** Tells `jianyi-open-entry` (`{ id }`) and `jianyi-sheet-closed`. */
export class JianyiComparison extends JianyiElement {
  static styles = JianyiElement.sheets(styles);
  static properties = {
    ...JianyiElement.properties,
    comparison: { attribute: false },
    older: { type: String },
    newer: { type: String },
  };

  constructor() {
    super();
    /** @type {import("../generated/jianyi.js").Comparison | null} */ this.comparison = null;
    this.older = "";
    this.newer = "";
  }

  firstUpdated() {
    this.renderRoot.querySelector("dialog")?.showModal();
  }

  render() {
    const { words, comparison, older, newer } = this;
    if (!comparison) return nothing;
    const { added, gone, changed, unchanged } = comparison;
    return html`
      <dialog aria-labelledby="title" @close=${() => this.tell("jianyi-sheet-closed")}>
        <div class="body">
          <div class="top"><h2 id="title">${words.t("compare.title")}</h2><button class="button" @click=${() => this.close()}>${words.t("close")}</button></div>
          <p class="quiet-text">${words.t("compare.of", { older, newer })}</p>
          <p role="status"><strong>${words.t("compare.summary", { added: added.length, gone: gone.length, changed: changed.length, unchanged })}</strong></p>
          ${added.length + gone.length + changed.length === 0 ? html`<p>${words.t("compare.same")}</p>` : this.lists(comparison)}
        </div>
      </dialog>
    `;
  }

  /** @param {import("../generated/jianyi.js").Comparison} comparison */
  lists({ added, gone, changed }) {
    const { words } = this;
    const part = (/** @type {string} */ name, /** @type {any[]} */ items, /** @type {(item: any) => unknown} */ shown) =>
      items.length === 0 ? nothing : html`<section class=${name}><h3>${words.t(`compare.${name}`)}</h3><ul>${items.slice(0, LISTED).map((item) => html`<li>${shown(item)}</li>`)}</ul>
        ${items.length > LISTED ? html`<p class="quiet-text">${words.t("compare.more", { count: items.length - LISTED })}</p>` : nothing}</section>`;
    return html`
      <div class="acts">
        <button class="button csv" @click=${() => this.save("csv")}>${words.t("compare.csv")}</button>
        <button class="button json" @click=${() => this.save("json")}>${words.t("compare.json")}</button>
      </div>
      ${part("added", added, (row) => this.entry(row, true))}
      ${part("gone", gone, (row) => this.entry(row, false))}
      ${part("changed", changed, (change) => html`${this.entry(change.row, true)} ${this.fields(change)}`)}
    `;
  }

  /** @param {import("../engine.js").Row} row @param {boolean} isHere whether the ledger shown has it */
  entry(row, isHere) {
    const name = [row.number, row.title].filter(Boolean).join(" ") || row.id;
    return isHere ? html`<button class="button quiet" @click=${() => this.open(row.id)}>${name}</button>` : name;
  }

  /** @param {import("../generated/jianyi.js").EntryChange} change */
  fields({ fields, stateBefore, stateAfter }) {
    const { words } = this;
    const state = (/** @type {string} */ word) => words.label("state", word);
    const rows = stateBefore === stateAfter ? [] : [[words.t("compare.state"), state(stateBefore), state(stateAfter)]];
    rows.push(...fields.map(({ pointer, before, after }) => [fieldPath(words, pointer), fieldValue(words, pointer, before), fieldValue(words, pointer, after)]));
    return html`
      <table>
        <thead><tr>${["field", "before", "after"].map((name) => html`<th scope="col">${words.t(`compare.${name}`)}</th>`)}</tr></thead>
        <tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
      </table>
    `;
  }

  /** @param {string} id */
  open(id) {
    this.close();
    this.tell("jianyi-open-entry", { id });
  }

  /** @param {"csv" | "json"} kind */
  save(kind) {
    const { comparison, words } = this;
    if (!comparison) return;
    const text = kind === "csv" ? comparisonCsv(words, comparison) : JSON.stringify(comparison, null, 2);
    download(`${words.t("compare.file")}.${kind}`, [text], kind === "csv" ? "text/csv" : "application/json");
  }

  close() {
    this.renderRoot.querySelector("dialog")?.close();
  }
}
