// Bodies under a points table: the table, every body's points, one body's sheet with the entries behind it.
import { html, nothing } from "lit";
import tableStyles from "../styles/bodies.css";
import styles from "../styles/assessment.css";
import paperStyles from "../styles/printed.css";
import { basisText, sheetDocument } from "../assessment/sheet-document.js";
import { AssessmentSession } from "../assessment/session.js";
import { saveDocument } from "../document/save.js";
import { JianyiElement } from "./base.js";
import { csvLine } from "./csv-line.js";
import { download, fileName } from "./download.js";
import { errorText } from "./error-text.js";
import { printAlone, printed } from "./printed.js";

/** How many entries a part lists. */
const LISTED = 20;
/** No table that a person writes is longer. */
const LONGEST = 1_000_000;

/** @typedef {import("../assessment/session.js").Scheme} Scheme */
/** @typedef {import("../assessment/session.js").Part} Part */
/** @typedef {import("../generated/desk.js").AssessmentView} AssessmentView */
/** @typedef {import("../generated/desk.js").BodySheetView} BodySheetView */

/** Tells `jianyi-open-entry` (`{ id }`). */
export class JianyiAssessment extends JianyiElement {
  static styles = JianyiElement.sheets(tableStyles, styles, paperStyles);
  static properties = {
    ...JianyiElement.properties,
    ledger: { attribute: false },
    body: { state: true },
    refused: { state: true },
    printing: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine.js").Ledger | undefined} */ this.ledger = undefined;
    this.session = new AssessmentSession(() => this.requestUpdate());
    this.body = "";
    this.refused = "";
    /** @type {import("../engine/document.js").DocumentSheet | null} */ this.printing = null;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("ledger") && this.ledger) this.session.open(this.ledger);
  }

  render() {
    const { words, ledger, session } = this;
    const { view, scheme, error } = session;
    return html`
      <h2>${words.t("assess.title")}</h2>
      ${view ? html`<p class="quiet-text">${words.t("assess.intro", { today: words.date(view.today) })}</p>` : nothing}
      ${error ? errorText(words, error) : nothing}
      ${!ledger ? html`<p class="card">${words.t("assess.none")}</p>` : view && scheme ? html`${this.table(scheme)} ${this.results(view)} ${this.sheet(view, scheme)}` : error ? nothing : html`<p class="quiet-text" role="status">${words.t("loading")}</p>`}
      ${printed(this)}
    `;
  }

  /** @param {{ zh: string, en: string } | undefined} text */
  text(text) {
    return text ? this.words.localized(text.zh, text.en) : "";
  }

  /** @param {Scheme} scheme */
  table(scheme) {
    const { words, session } = this;
    const names = session.shipped.map((one) => ({ id: one.id, name: words.localized(one.name, one.nameEn) }));
    const others = Object.values(session.own).filter(({ id }) => names.every((one) => one.id !== id)).map(({ id, name }) => ({ id, name: this.text(name) }));
    const nameOf = (/** @type {{ id: string, name: string }} */ one) => (session.own[one.id] && !others.includes(one) ? words.t("assess.scheme.own", { name: one.name }) : one.name);
    const choose = (/** @type {any} */ { target }) => session.choose(target.value);
    const head = ["part", "metric", "base", "rule"];
    return html`
      <section class="card" aria-labelledby="scheme">
        <h3 id="scheme">${words.t("assess.scheme")}</h3>
        <div class="pickers">
          <label>${words.t("assess.scheme")} <select class="scheme" @change=${choose}>${[...names, ...others].map((one) => html`<option value=${one.id} ?selected=${one.id === session.id}>${nameOf(one)}</option>`)}</select></label>
          ${session.isChanged ? html`<button class="button reset" @click=${() => session.reset()}>${words.t("assess.reset")}</button>` : nothing}
          <button class="button" @click=${() => download(fileName(this.text(scheme.name), "json"), [JSON.stringify(scheme, null, 2)], "application/json")}>${words.t("assess.save")}</button>
          <label class="button">${words.t("assess.open")} <input class="visually-hidden" type="file" accept=".json,application/json" @change=${(/** @type {any} */ { target }) => this.openFile(target)}></label>
        </div>
        ${this.refused ? html`<p role="alert">${words.t("assess.refused", { why: this.refused })}</p>` : nothing}
        <p class="quiet-text">${words.t("assess.source", { source: scheme.source })}</p>
        ${scheme.note ? html`<p>${this.text(scheme.note)}</p>` : nothing}
        <div class="scroll" role="region" tabindex="0" aria-label=${words.t("chart.table.of", { title: words.t("assess.scheme") })}>
          <table>
            <thead><tr>${head.map((name) => html`<th scope="col">${words.t(`assess.${name}`)}</th>`)}</tr></thead>
            <tbody>${scheme.parts.map((part, at) => this.rowOf(scheme, part, at))}</tbody>
          </table>
        </div>
        <p class="quiet-text">${words.t("assess.kept")}</p>
      </section>
    `;
  }

  /** @param {Scheme} scheme @param {Part} part @param {number} at */
  rowOf(scheme, part, at) {
    const { words, session } = this;
    const change = (/** @type {Partial<Part>} */ fields) => session.take({ ...scheme, parts: scheme.parts.map((one, place) => (place === at ? { ...one, ...fields } : one)) });
    const rule = (/** @type {Partial<import("../assessment/session.js").Rule>} */ fields) => change({ rule: { ...part.rule, ...fields } });
    const number = (/** @type {string} */ name, /** @type {number | null | undefined} */ value, /** @type {(value: number | null) => void} */ set) => html`<input
      type="number" step="any" aria-label=${`${this.text(part.name)} ${words.t(`assess.${name}`)}`} placeholder=${words.t("assess.unpublished")} .value=${value === null || value === undefined ? "" : String(value)}
      @change=${(/** @type {any} */ { target }) => set(target.value === "" ? null : target.valueAsNumber)}>`;
    const { kind, of, beyond } = part.rule;
    const bounds = part.floor !== undefined && part.cap !== undefined ? "assess.bounds" : part.floor !== undefined ? "assess.floor" : "assess.cap";
    return html`<tr>
      <th scope="row">${this.text(part.name)}${part.note ? html`<br><small class="quiet-text">${this.text(part.note)}</small>` : nothing}</th>
      <td>${part.metric ? words.t(`assess.metric.${part.metric}`) : "—"}</td>
      <td>${number("base", part.points, (points) => change({ points: points ?? 0 }))}</td>
      <td class="rule">
        ${words.t(kind === "each" ? `assess.rule.each.${of}` : `assess.rule.${kind}`)}${beyond ? html`（${words.t("assess.rule.beyond", { count: beyond })}）` : nothing}
        ${kind === "each" || kind === "per-percentage-point" ? number("add", part.rule.add, (add) => rule({ add })) : nothing}
        ${kind === "per-percentage-point" ? html`<label>${words.t("assess.target")} ${number("target", part.rule.target, (target) => rule({ target: target ?? 100 }))}</label>` : nothing}
        ${part.floor !== undefined || part.cap !== undefined ? html`<br><small class="quiet-text">${words.t(bounds, { floor: words.number(part.floor ?? 0), cap: words.number(part.cap ?? 0) })}</small>` : nothing}
      </td>
    </tr>`;
  }

  /** @param {HTMLInputElement} input */
  async openFile(input) {
    const [file] = input.files ?? [];
    input.value = "";
    if (!file) return;
    this.refused = "";
    try {
      if (file.size > LONGEST) throw new Error(file.name);
      const scheme = JSON.parse(await file.text());
      await this.session.take(scheme);
      if (this.session.error) throw this.session.error;
    } catch (error) {
      const fault = /** @type {any} */ (error);
      this.refused = `${file.name} ${fault.value ?? fault.message ?? ""}`;
      this.session.error = null;
    }
  }

  /** @param {AssessmentView} view */
  results(view) {
    const { words, session } = this;
    const { before } = session;
    const sheets = inOrder(view.sheets);
    const head = ["body", "handlings", "total", "open.parts", ...(before ? ["change"] : [])];
    return html`
      <section class="card" aria-labelledby="results">
        <h3 id="results">${words.t("assess.results")}</h3>
        <p class="quiet-text">${words.t("assess.results.note")}</p>
        <p><button class="button" @click=${() => this.csv(sheets)}>${words.t("assess.csv")}</button></p>
        <div class="scroll" role="region" tabindex="0" aria-label=${words.t("chart.table.of", { title: words.t("assess.results") })}>
          <table>
            <thead><tr>${head.map((name, at) => html`<th scope="col" class=${at > 0 ? "number" : ""}>${words.t(`assess.${name}`)}</th>`)}</tr></thead>
            <tbody>${sheets.map((sheet) => html`<tr aria-current=${sheet.body === this.body ? "true" : "false"}>
              <th scope="row"><button class="link" @click=${() => this.show(sheet.body)}>${sheet.body}</button>${sheet.tooSmall ? html`<br><small class="quiet-text">${words.t("assess.small", { minimum: view.minimum })}</small>` : nothing}</th>
              <td class="number">${words.number(sheet.handlings)}</td>
              <td class="number total">${words.number(sheet.total)}</td>
              <td class="number">${sheet.open > 0 ? words.number(sheet.open) : "—"}</td>
              ${before ? html`<td class="number">${signed(words, sheet.total - (before.sheets.find(({ body }) => body === sheet.body)?.total ?? 0))}</td>` : nothing}
            </tr>`)}</tbody>
          </table>
        </div>
      </section>
    `;
  }

  /** @param {string} body */
  async show(body) {
    this.body = body;
    await this.updateComplete;
    const title = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector("#sheet"));
    title?.focus();
    title?.scrollIntoView({ block: "start" });
  }

  /** @param {BodySheetView[]} sheets */
  csv(sheets) {
    const { words, session } = this;
    const { scheme } = session;
    if (!scheme) return;
    const head = [words.t("assess.body"), words.t("assess.handlings"), ...scheme.parts.map((part) => this.text(part.name)), words.t("assess.total")];
    const rows = sheets.map((sheet) => [sheet.body, sheet.handlings, ...sheet.parts.map(({ points, state }) => points ?? words.t(`assess.state.${state}`)), sheet.total]);
    const text = [head, ...rows].map(csvLine).join("\r\n");
    download(fileName(`${words.t("assess.results")}-${this.text(scheme.name)}`, "csv"), [`\uFEFF${text}\r\n`], "text/csv;charset=utf-8");
  }

  /** @param {AssessmentView} view @param {Scheme} scheme */
  sheet(view, scheme) {
    const { words } = this;
    const sheet = view.sheets.find(({ body }) => body === this.body);
    if (!sheet) return nothing;
    const title = words.t("assess.sheet", { body: sheet.body });
    return html`
      <section class="card" aria-labelledby="sheet">
        <h3 id="sheet" tabindex="-1">${title}</h3>
        <p class="total">${words.t("assess.total")} ${words.number(sheet.total)}${sheet.tooSmall ? html` <small class="quiet-text">${words.t("assess.small", { minimum: view.minimum })}</small>` : nothing}</p>
        <p class="pickers"><button class="button print-sheet" @click=${() => printAlone(this, sheetDocument(words, scheme, sheet, view.today, view.minimum))}>${words.t("assess.print")}</button> <button class="button document" @click=${() => saveDocument(title, sheetDocument(words, scheme, sheet, view.today, view.minimum))}>${words.t("assess.document")}</button></p>
        <div class="scroll" role="region" tabindex="0" aria-label=${words.t("chart.table.of", { title: title })}>
          <table>
            <thead><tr>${["part", "base", "points", "basis"].map((name) => html`<th scope="col">${words.t(`assess.${name}`)}</th>`)}</tr></thead>
            <tbody>${scheme.parts.map((part, at) => this.score(sheet, part, at))}</tbody>
          </table>
        </div>
      </section>
    `;
  }

  /** @param {BodySheetView} sheet @param {Part} part @param {number} at */
  score(sheet, part, at) {
    const { words, session } = this;
    const score = sheet.parts[at];
    if (!score) return nothing;
    const name = this.text(part.name);
    const give = (/** @type {any} */ { target }) => session.give(sheet.body, part.id, target.value === "" ? null : target.valueAsNumber);
    const groups = [score.entries.filter(({ good }) => !good), score.entries.filter(({ good }) => good)];
    return html`<tr>
      <th scope="row">${name}</th>
      <td class="number">${words.number(part.points)}</td>
      <td class="number">${score.state === "reckoned" ? words.number(score.points ?? 0) : html`<input type="number" step="any" class="hand" min=${part.floor ?? nothing} max=${part.cap ?? nothing}
        aria-label=${words.t("assess.hand", { part: name })} .value=${session.hand[sheet.body]?.[part.id] === undefined ? "" : String(session.hand[sheet.body][part.id])} @change=${give}><br><small class="quiet-text">${words.t(`assess.state.${score.state}`)}</small>`}</td>
      <td>${basisText(words, score)}${groups.map((entries, good) => entries.length === 0 ? nothing : html`<details><summary>${words.t(good ? "assess.good" : "assess.bad", { count: entries.length })}</summary>
        <ul>${entries.slice(0, LISTED).map((entry) => html`<li><button class="link" @click=${() => this.tell("jianyi-open-entry", { id: entry.id })}>${`${entry.number ?? ""} ${entry.title ?? words.t("title.none")}`.trim()}</button></li>`)}</ul>
        ${entries.length > LISTED ? html`<p>${words.t("assess.more", { count: entries.length - LISTED })}</p>` : nothing}</details>`)}</td>
    </tr>`;
  }
}

/** By name, as the language orders them. @param {BodySheetView[]} sheets */
function inOrder(sheets) {
  return [...sheets].sort((a, b) => a.body.localeCompare(b.body, "zh-CN"));
}

/** @param {import("../locales/index.js").Catalogue} words @param {number} change */
function signed(words, change) {
  const rounded = Math.round(change * 100) / 100;
  return rounded > 0 ? `+${words.number(rounded)}` : words.number(rounded);
}
