// A ledger's counts as a small file, and what several such files add up to: figures come together, records stay where they are.
import { html, nothing } from "lit";
import { keyLabel } from "../charts/picture.js";
import styles from "../styles/bodies.css";
import { JianyiElement } from "./base.js";
import { equation } from "./board-figures.js";
import { download, fileName } from "./download.js";
import { errorText } from "./error-text.js";
import { sharedEngine } from "./shared-engine.js";

/** By what the sum is shown, beside its rates. */
const SHOWN = ["kind", "role", "outcome", "topic", "state", "rating"];

export class JianyiSummaries extends JianyiElement {
  static styles = JianyiElement.sheets(styles);
  static properties = {
    ...JianyiElement.properties,
    ledger: { attribute: false },
    filter: { attribute: false },
    summary: { attribute: false },
    /** Name, formula and source of every indicator. */
    indicators: { attribute: false },
    merged: { state: true },
    error: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine.js").Ledger | undefined} */ this.ledger = undefined;
    /** @type {Record<string, any>} */ this.filter = {};
    /** @type {any} */ this.summary = null;
    /** @type {import("../generated/desk.js").IndicatorView[]} */ this.indicators = [];
    /** @type {{ view: import("../generated/desk.js").MergedView, bytes: Uint8Array } | null} */ this.merged = null;
    /** @type {any} */ this.error = null;
  }

  render() {
    const { words, merged, error } = this;
    const choose = () => /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("input[type=file]"))?.click();
    return html`
      <section class="card" aria-labelledby="summaries">
        <h3 id="summaries">${words.t("summaries.title")}</h3>
        <p class="quiet-text">${words.t("summaries.note")}</p>
        <div class="pickers">
          <button class="button save" ?disabled=${!this.ledger} @click=${() => this.save()}>${words.t("summaries.save")}</button>
          <button class="button choose" @click=${choose}>${words.t("summaries.choose")}</button>
          <input type="file" multiple hidden accept=".ndjson,.json,.txt" aria-label=${words.t("summaries.choose")} @change=${(/** @type {any} */ { target }) => this.merge(target)}>
        </div>
        ${error ? errorText(words, error) : nothing}
        <div role="status">${merged ? words.t("summaries.merged", { count: merged.view.sources.length, entries: merged.view.entries }) : ""}</div>
        ${merged ? this.figures(merged.view) : nothing}
      </section>
    `;
  }

  /** @param {import("../generated/desk.js").MergedView} view */
  figures(view) {
    const { words } = this;
    const rates = view.rates.filter(({ whole }) => whole > 0);
    return html`
      <div class="scroll" role="region" tabindex="0" aria-label=${words.t("summaries.sources")}><table>
        <caption>${words.t("summaries.sources")}</caption>
        <thead><tr>${["office", "ledger", "asOf", "entries"].map((name) => html`<th scope="col" class=${name === "entries" ? "number" : ""}>${words.t(`summaries.${name}`)}</th>`)}</tr></thead>
        <tbody>${view.sources.map(({ office, title, asOf, entries }) => html`<tr>
          <th scope="row">${office ?? words.t("unpublished")}</th><td>${title ?? words.t("title.none")}</td><td>${asOf ? words.date(asOf) : "—"}</td><td class="number">${words.number(entries)}</td></tr>`)}</tbody>
      </table></div>
      <div class="scroll" role="region" tabindex="0" aria-label=${words.t("summaries.rates")}><table>
        <caption>${words.t("summaries.rates")}</caption>
        <tbody>${rates.map((rate) => html`<tr><th scope="row">${this.name(rate.id)}</th><td class="number">${equation(rate, words)}${rate.small ? html` <span class="tag small">${words.t("small.mark")}</span>` : nothing}</td></tr>`)}</tbody>
      </table></div>
      ${SHOWN.map((dimension) => this.groups(dimension, view.dimensions[dimension] ?? []))}
      <p><button class="button keep" @click=${() => this.keep()}>${words.t("summaries.keep")}</button></p>
    `;
  }

  /** @param {string} dimension @param {{ key: string, count: number }[]} groups */
  groups(dimension, groups) {
    const { words } = this;
    if (groups.length === 0) return nothing;
    const name = words.t(`dimension.${dimension}`);
    return html`<div class="scroll" role="region" tabindex="0" aria-label=${name}><table>
      <caption>${name}</caption>
      <tbody>${groups.map(({ key, count }) => html`<tr><th scope="row">${keyLabel(this.summary ?? {}, words, dimension, key)}</th><td class="number">${words.number(count)}</td></tr>`)}</tbody>
    </table></div>`;
  }

  /** @param {string} id of an indicator */
  name(id) {
    const found = this.indicators.find((indicator) => indicator.id === id);
    return found ? this.words.localized(found.nameZh, found.nameEn) : this.words.label("rate", id);
  }

  async save() {
    const { ledger, words } = this;
    if (!ledger) return;
    try {
      const bytes = await ledger.summaryFile(this.filter);
      download(fileName(`${this.summary?.head?.title ?? words.t("title.none")}-${words.t("summaries.file")}`, "ndjson"), [bytes], "application/x-ndjson");
      this.error = null;
    } catch (error) {
      this.error = error;
    }
  }

  /** @param {HTMLInputElement} input */
  async merge(input) {
    const files = [...(input.files ?? [])];
    input.value = "";
    if (files.length === 0) return;
    try {
      const engine = await sharedEngine();
      const bytes = await engine.mergeSummaries(await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer()))));
      this.merged = { view: await engine.readSummary(bytes), bytes };
      this.error = null;
    } catch (error) {
      this.error = error;
    }
  }

  keep() {
    if (this.merged) download(fileName(this.words.t("summaries.file.merged"), "ndjson"), [this.merged.bytes], "application/x-ndjson");
  }
}
