// Each body's work with what its figures are worth, two selections side by side, and how each indicator is reckoned.
import { html, nothing } from "lit";
import { keyLabel } from "../charts/picture.js";
import styles from "../styles/bodies.css";
import { JianyiElement } from "./base.js";
import { equation } from "./board-figures.js";
import { errorText } from "./error-text.js";
import { explained } from "./explained.js";
import { leave, otherLedger } from "./other-ledger.js";
import { sharedEngine } from "./shared-engine.js";

/** @typedef {import("../generated/desk.js").BodyView} BodyView */
/** @typedef {import("../generated/desk.js").Contrast} Contrast */
/** @typedef {import("../generated/desk.js").IndicatorView} IndicatorView */

/** By what two selections are usually set side by side. */
const COMPARED = ["kind", "year", "session", "sitting", "role", "body", "delegation", "topic"];

/** Tells `jianyi-filter` (`{ filter }`) where a body is chosen, and `jianyi-open-entry` (`{ id }`). */
export class JianyiBodies extends JianyiElement {
  static styles = JianyiElement.sheets(styles);
  static properties = {
    ...JianyiElement.properties,
    ledger: { attribute: false },
    filter: { attribute: false },
    bodies: { state: true },
    contrast: { state: true },
    indicators: { state: true },
    summary: { state: true },
    order: { state: true },
    sides: { state: true },
    other: { state: true },
    error: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine.js").Ledger | undefined} */ this.ledger = undefined;
    /** @type {Record<string, any>} */ this.filter = {};
    /** @type {BodyView[] | null} */ this.bodies = null;
    /** @type {Contrast | null} */ this.contrast = null;
    /** @type {IndicatorView[]} */ this.indicators = [];
    /** @type {any} */ this.summary = null;
    this.order = "load";
    /** @type {[string, string]} */ this.sides = ["kind:suggestion", "kind:proposal"];
    /** @type {import("./other-ledger.js").Other | null} */ this.other = null;
    /** @type {any} */ this.error = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    if (this.other) leave(this);
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("ledger") || changed.has("filter")) this.load();
    else if (changed.has("sides") || changed.has("other")) this.compare();
  }

  async load() {
    const { ledger, filter } = this;
    if (!ledger) return;
    try {
      const [summary, bodies, indicators] = await Promise.all([ledger.summary({}), ledger.bodies(filter), (await sharedEngine()).indicators()]);
      if (ledger !== this.ledger || filter !== this.filter) return;
      Object.assign(this, { summary, bodies, indicators, error: null });
      const [left, right] = this.sides.map((side, at) => this.options(at).some(({ value }) => value === side));
      if (!this.other && (!left || !right)) this.sides = ["", ""];
      await this.compare();
    } catch (error) {
      this.error = error;
    }
  }

  async compare() {
    const { ledger, sides, other } = this;
    if (!ledger) return;
    try {
      const contrast = await ledger.contrast(filterOf(sides[0]), filterOf(sides[1]), other?.ledger);
      if (ledger === this.ledger && sides === this.sides && other === this.other) this.contrast = contrast;
    } catch (error) {
      this.error = error;
    }
  }

  /** What can be compared: each group of the usual dimensions. @param {number} at the side */
  options(at) {
    const summary = at === 1 && this.other ? this.other.summary : this.summary;
    return COMPARED.flatMap((dimension) => {
      const groups = summary?.dimensions[dimension]?.groups ?? [];
      return groups.filter((/** @type {any} */ { key, count }) => key !== "" && count > 0)
        .map((/** @type {any} */ { key }) => ({ dimension, value: `${dimension}:${key}`, label: keyLabel(summary, this.words, dimension, key) }));
    });
  }

  render() {
    const { words, bodies, error, ledger } = this;
    return html`
      <h2>${words.t("bodies.title")}</h2>
      <p class="quiet-text">${words.t("bodies.intro")}</p>
      ${error ? errorText(words, error) : nothing}
      ${!ledger ? html`<p class="card">${words.t("bodies.none")}</p>` : bodies === null ? html`<p class="quiet-text" role="status">${words.t("loading")}</p>` : this.parts(bodies)}
    `;
  }

  /** @param {BodyView[]} bodies */
  parts(bodies) {
    return html`${this.work(bodies)} ${this.contrast ? this.beside(this.contrast) : nothing}
      <jianyi-summaries .ledger=${this.ledger} .filter=${this.filter} .summary=${this.summary} .indicators=${this.indicators} .locale=${this.words.locale}></jianyi-summaries>
      ${this.formulas()}`;
  }

  /** @param {BodyView[]} bodies */
  work(bodies) {
    const { words } = this;
    if (bodies.length === 0) return html`<p class="card">${words.t("bodies.empty")}</p>`;
    const rates = bodies[0].rates.map(({ id }) => id);
    const sorted = this.order === "name" ? [...bodies].sort((a, b) => a.body.localeCompare(b.body, "zh-CN")) : bodies;
    const count = (/** @type {any[]} */ parts, /** @type {string} */ key) => parts.find((part) => part.key === key)?.count ?? 0;
    const choose = (/** @type {Event} */ event) => (this.order = /** @type {HTMLSelectElement} */ (event.target).value);
    return html`
      <section class="card" aria-labelledby="work">
        <h3 id="work">${words.t("bodies.table")}</h3>
        <div class="pickers">
          <label>${words.t("bodies.sort")} <select @change=${choose}>
            ${["load", "name"].map((order) => html`<option value=${order} ?selected=${order === this.order}>${words.t(`bodies.sort.${order}`)}</option>`)}
          </select></label>
          <span class="quiet-text">${words.t("bodies.filtered", { count: bodies.length })}</span>
        </div>
        <div class="scroll" role="region" tabindex="0" aria-label=${words.t("chart.table.of", { title: words.t("bodies.table") })}>
          <table>
            <thead><tr>
              <th scope="col">${words.t("bodies.body")}</th>
              ${["load", "open", "overdue"].map((name) => html`<th scope="col" class="number">${words.t(`bodies.${name}`)}</th>`)}
              ${rates.map((id) => html`<th scope="col" class="number">${this.name(id)}</th>`)}
            </tr></thead>
            <tbody>
              ${sorted.map(({ body, roles, states, rates: mine, ranked }) => html`<tr>
                <th scope="row"><button class="link" @click=${() => this.tell("jianyi-filter", { filter: { ...this.filter, body: [body] } })}>${body === "" ? words.t("unpublished") : body}</button>
                  ${ranked ? nothing : html`<br><span class="tag small">${words.t("bodies.unranked")}</span>`}</th>
                <td class="number">${words.number(roles.reduce((sum, part) => sum + part.count, 0))}</td>
                <td class="number">${words.number(count(states, "open") + count(states, "due-soon"))}</td>
                <td class="number">${words.number(count(states, "overdue"))}</td>
                ${mine.map((rate) => this.rate(rate, body))}
              </tr>`)}
            </tbody>
          </table>
        </div>
      </section>
    `;
  }

  /** @param {import("../generated/desk.js").RateView} rate @param {string} body */
  rate(rate, body) {
    const { words } = this;
    if (rate.whole === 0) return html`<td class="number">—</td>`;
    const [from, to] = rate.interval ?? [];
    const explain = () => explained(this, rate, `${body || words.t("unpublished")} ${this.name(rate.id)}`, { ...this.filter, body: [body] });
    return html`<td class="number"><button class="link explain" @click=${explain}>${equation(rate, words)}</button>${rate.small && from !== undefined ? html`<br><small class="quiet-text">${words.t("bodies.interval", { from, to })}</small>` : nothing}</td>`;
  }

  /** @param {Contrast} contrast */
  beside(contrast) {
    const { words } = this;
    const verdict = (/** @type {any} */ pair) => (pair.clear ? "clear" : pair.left.small || pair.right.small ? "few" : "unclear");
    const cell = (/** @type {any} */ value) => html`<td class="number">${value}</td>`;
    const row = (/** @type {string} */ name, /** @type {any[]} */ [left, right]) => html`<tr>
      <th scope="row">${words.t(`contrast.${name}`)}</th>${cell(left ?? "—")}${cell(right ?? "—")}${cell("")}<td></td></tr>`;
    return html`
      <section class="card" aria-labelledby="beside">
        <h3 id="beside">${words.t("contrast.title")}</h3>
        ${otherLedger(this)}
        <div class="pickers">${this.picker(0)} ${this.picker(1)}</div>
        ${contrast.sameScheme ? nothing : html`<p>${words.t("contrast.scheme")}</p>`}
        <div class="scroll" role="region" tabindex="0" aria-label=${words.t("chart.table.of", { title: words.t("contrast.title") })}>
          <table>
            <thead><tr>
              <th scope="col">${words.t("contrast.indicator")}</th>
              ${[0, 1].map((at) => html`<th scope="col" class="number">${this.sideLabel(at)}</th>`)}
              <th scope="col" class="number">${words.t("contrast.difference")}</th><td></td>
            </tr></thead>
            <tbody>
              ${row("entries", contrast.matching.map((count) => words.number(count)))}
              ${row("assignments", contrast.assignments.map((count) => words.number(count)))}
              ${row("days", contrast.medianDays)}
              ${contrast.rates.map((pair) => html`<tr>
                <th scope="row">${this.name(pair.id)}</th>
                ${cell(equation(pair.left, words))}${cell(equation(pair.right, words))}${cell(pair.difference ?? "—")}
                <td>${pair.left.whole === 0 || pair.right.whole === 0 ? "—" : words.t(`contrast.${verdict(pair)}`)}</td>
              </tr>`)}
            </tbody>
          </table>
        </div>
        <p class="quiet-text">${words.t("contrast.note")}</p>
      </section>
    `;
  }

  /** @param {string} id of an indicator */
  name(id) {
    const found = this.indicators.find((indicator) => indicator.id === id);
    return found ? this.words.localized(found.nameZh, found.nameEn) : this.words.label("rate", id);
  }

  /** @param {number} at */
  sideLabel(at) {
    const { words, other } = this;
    const part = this.options(at).find(({ value }) => value === this.sides[at])?.label ?? words.t("contrast.all");
    if (!other) return part;
    return words.t("contrast.side", { ledger: at === 1 ? other.name : (this.summary?.head?.title ?? words.t("title.none")), part });
  }

  /** @param {0 | 1} at */
  picker(at) {
    const { words } = this;
    const options = this.options(at);
    const choose = (/** @type {Event} */ event) => {
      const { value } = /** @type {HTMLSelectElement} */ (event.target);
      this.sides = at === 0 ? [value, this.sides[1]] : [this.sides[0], value];
    };
    return html`<label>${words.t(at === 0 ? "contrast.left" : "contrast.right")} <select @change=${choose}>
      <option value="" ?selected=${this.sides[at] === ""}>${words.t("contrast.all")}</option>
      ${COMPARED.filter((dimension) => options.some((option) => option.dimension === dimension)).map((dimension) => html`<optgroup label=${words.t(`dimension.${dimension}`)}>
        ${options.filter((option) => option.dimension === dimension).map(({ value, label }) => html`<option value=${value} ?selected=${value === this.sides[at]}>${label}</option>`)}
      </optgroup>`)}
    </select></label>`;
  }

  /** What an indicator counts here: the place's own profile may say otherwise than is usual. @param {IndicatorView} indicator */
  basisOf(indicator) {
    return this.summary?.rates.find((/** @type {{ id: string }} */ { id }) => id === indicator.id)?.basis ?? indicator.basis;
  }

  formulas() {
    const { words, indicators } = this;
    return html`
      <section class="card">
        <details>
          <summary>${words.t("indicators.title")}</summary>
          <dl>
            ${indicators.map((indicator) => html`
              <dt>${words.localized(indicator.nameZh, indicator.nameEn)}</dt>
              <dd>${words.t("indicators.line", { name: words.t("indicators.formula"), text: words.localized(indicator.formulaZh, indicator.formulaEn) })}${words.t("brackets", { text: words.t(`basis.${this.basisOf(indicator)}`) })}<br>
                <span class="quiet-text">${words.t("indicators.line", { name: words.t("indicators.source"), text: indicator.source })}</span></dd>`)}
          </dl>
        </details>
      </section>
    `;
  }
}

/** @param {string} side `dimension:key`; empty: everything */
function filterOf(side) {
  const at = side.indexOf(":");
  return at < 0 ? {} : { [side.slice(0, at)]: [side.slice(at + 1)] };
}
