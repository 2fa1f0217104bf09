// What each column of a file was taken for, with examples; the user corrects it, keeps it, saves it.
import { html, nothing } from "lit";
import styles from "../styles/files.css";
import stacked from "../styles/stacked.css";
import { JianyiElement } from "./base.js";
import { download } from "./download.js";
import { MAPPED_FIELDS } from "./mapped-fields.js";

/** Tells `jianyi-remap` (`{ mapping, keep }`), `jianyi-forget-mapping` (`{ key }`) and `jianyi-sheet-closed`. */
export class JianyiColumns extends JianyiElement {
  static styles = JianyiElement.sheets(styles, stacked);
  static properties = {
    ...JianyiElement.properties,
    mapping: { attribute: false },
    /** Whether a correction of an earlier visit was used. */
    isRemembered: { attribute: false },
    chosen: { state: true },
    said: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine.js").MappingView | undefined} */ this.mapping = undefined;
    this.isRemembered = false;
    /** @type {(string | undefined)[]} */ this.chosen = [];
    this.said = "";
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("mapping")) this.chosen = this.mapping?.columns.map(({ field }) => field ?? undefined) ?? [];
  }

  firstUpdated() {
    this.renderRoot.querySelector("dialog")?.showModal();
  }

  render() {
    const { words, mapping } = this;
    return html`
      <dialog aria-labelledby="title" @close=${() => this.tell("jianyi-sheet-closed")}>
        <div class="body">
          <div class="top"><h2 id="title">${words.t("columns.title")}</h2><button class="button" @click=${() => this.close()}>${words.t("close")}</button></div>
          ${mapping ? this.table(mapping) : html`<p>${words.t("columns.note")}</p>`}
        </div>
      </dialog>
    `;
  }

  /** @param {import("../engine.js").MappingView} mapping */
  table(mapping) {
    const { words } = this;
    return html`
      <p class="quiet-text">${words.t(mapping.columns.some(isLettered) ? "columns.intro.lettered" : "columns.intro")}</p>
      ${this.isRemembered ? html`<p class="acts"><span>${words.t("columns.remembered")}</span> <button class="button forget" @click=${() => this.forget()}>${words.t("columns.forget")}</button></p>` : nothing}
      <div class="rows" tabindex="0" role="region" aria-label=${words.t("columns.title")}>
        <table class="stacked">
          <thead><tr>${["heading", "examples", "field"].map((name) => html`<th scope="col">${words.t(`columns.${name}`)}</th>`)}</tr></thead>
          <tbody>${mapping.columns.map((column, at) => this.column(column, at))}</tbody>
        </table>
      </div>
      <label><input type="checkbox" class="keep"> ${words.t("columns.remember")}</label>
      <p class="quiet-text">${words.t("columns.forget.how")}</p>
      <div class="acts">
        <button class="button primary apply" @click=${() => this.apply()}>${words.t("columns.apply")}</button>
        <button class="button" @click=${() => this.save()}>${words.t("columns.save")}</button>
        <button class="button" @click=${() => /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("input[type=file]"))?.click()}>${words.t("columns.load")}</button>
        <input type="file" accept=".json,application/json" hidden aria-label=${words.t("columns.load")} @change=${(/** @type {any} */ event) => this.load(event.target)}>
      </div>
      <p role="status">${this.said}</p>
    `;
  }

  /** @param {import("../engine.js").MappedColumnView} column @param {number} at */
  column(column, at) {
    const { heading, sheet, letter, confidence, examples } = column;
    const { words } = this;
    const chosen = this.chosen[at] ?? "";
    // A nested key of JSON means what its place says; it is listed, and kept as it is.
    const options = chosen && !MAPPED_FIELDS.includes(chosen) ? [chosen, ...MAPPED_FIELDS] : MAPPED_FIELDS;
    const name = isLettered(column) ? words.t("columns.letter", { letter }) : heading || words.t("columns.empty");
    return html`
      <tr>
        <th scope="row">${name} <span class="quiet-text">${[sheet, isLettered(column) ? null : letter].filter(Boolean).join(" ")}</span></th>
        <td>${words.list(examples)}</td>
        <td>
          <select aria-label=${`${name}${words.localized("：", ": ")}${words.t("columns.field")}`} @change=${(/** @type {any} */ event) => this.choose(at, event.target.value)}>
            <option value="" ?selected=${!chosen}>${words.t("columns.none")}</option>
            ${options.map((field) => html`<option value=${field} ?selected=${field === chosen}>${words.label("mapped", field).replace(/^mapped\./, "")}</option>`)}
          </select>
          ${chosen && chosen === this.mapping?.columns[at].field ? html`<span class="quiet-text">${words.t("columns.sure", { percent: confidence })}</span>` : nothing}
        </td>
      </tr>
    `;
  }

  /** @param {number} at @param {string} field */
  choose(at, field) {
    this.chosen = this.chosen.map((chosen, place) => (place === at ? field || undefined : chosen));
  }

  /** The mapping as the user has it. */
  corrected() {
    const { mapping, chosen } = this;
    const columns = mapping?.columns.map((column, at) => ({ ...column, field: chosen[at], confidence: chosen[at] === column.field ? column.confidence : 100 }));
    return { ...mapping, columns: columns ?? [] };
  }

  apply() {
    const keep = /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector(".keep"))?.checked ?? false;
    this.tell("jianyi-remap", { mapping: this.corrected(), keep });
    this.close();
  }

  forget() {
    this.tell("jianyi-forget-mapping", { key: this.mapping?.key });
    this.close();
  }

  save() {
    download(`${this.t("columns.file")}.json`, [JSON.stringify(this.corrected(), null, 2)], "application/json");
  }

  /** @param {HTMLInputElement} input */
  async load(input) {
    const [file] = input.files ?? [];
    input.value = "";
    if (!file) return;
    const columns = await file.text().then(columnsOf).catch(() => null);
    if (!columns) return void (this.said = this.t("columns.wrong"));
    const found = this.mapping?.columns.map(({ heading, sheet }) => columns.find((one) => one.heading === heading && one.sheet === sheet) ?? columns.find((one) => one.heading === heading)) ?? [];
    this.chosen = this.chosen.map((field, at) => (found[at] ? found[at].field : field));
    this.said = this.t("columns.matched", { count: found.filter(Boolean).length });
  }

  close() {
    this.renderRoot.querySelector("dialog")?.close();
  }
}

/** A table without headings names its columns by letter. @param {import("../engine.js").MappedColumnView} column */
const isLettered = ({ heading, letter }) => heading === `${letter?.toLowerCase()}列`;

/** @param {string} text @returns {{ heading: string, field?: string, sheet?: string }[] | null} */
function columnsOf(text) {
  const document = JSON.parse(text);
  return document?.format === "jianyi/mapping/1" && Array.isArray(document.columns) ? document.columns : null;
}
