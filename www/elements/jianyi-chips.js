// The filters as chips that can be taken away, and how many entries they let through.
import { html, nothing } from "lit";
import { keyLabel } from "../charts/picture.js";
import { DIMENSIONS, isEmpty, toggled } from "../state.js";
import styles from "../styles/chips.css";
import { JianyiElement } from "./base.js";

/** Calls `change` with the filter that is wanted; keeps none of its own. */
export class JianyiChips extends JianyiElement {
  static styles = JianyiElement.sheets(styles);
  static properties = {
    ...JianyiElement.properties,
    summary: { attribute: false },
    filter: { attribute: false },
    change: { attribute: false },
    /** Whether to say how to filter while nothing is filtered. */
    hint: { attribute: false },
  };

  constructor() {
    super();
    /** @type {any} */ this.summary = null;
    /** @type {import("../state.js").Filter} */ this.filter = {};
    this.hint = true;
    /** @type {(filter: import("../state.js").Filter) => void} */ this.change = () => {};
  }

  render() {
    const { summary, filter, words } = this;
    if (!summary) return nothing;
    const isPlain = isEmpty(filter);
    return html`
      <section class=${isPlain && !this.hint ? "bare" : ""} aria-label=${words.t("filters")}>
        ${isPlain ? (this.hint ? html`<p class="quiet-text">${words.t("filters.none")}</p>` : nothing) : this.chips(chipsOf(filter, summary, words))}
        <p class=${isPlain ? "visually-hidden" : "quiet-text"} role="status">${isPlain ? nothing : words.t("filters.result", { matching: summary.matching, entries: summary.entries })}</p>
      </section>
    `;
  }

  /** @param {ReturnType<typeof chipsOf>} chips */
  chips(chips) {
    const { filter, words } = this;
    return html`
      <ul>
        ${chips.map(({ dimension, key, text }) => html`<li>
          <button class="chip" aria-label=${words.t("filters.remove", { label: text })} @click=${() => this.leave(toggled(filter, dimension, key))}>${text}<span aria-hidden="true">×</span></button>
        </li>`)}
        <li><button class="button quiet" @click=${() => this.leave({})}>${words.t("filters.clear")}</button></li>
      </ul>
    `;
  }

  /**
   * The chip that had the focus goes; the focus stays among the filters.
   * @param {import("../state.js").Filter} filter
   */
  async leave(filter) {
    this.change(filter);
    await this.updateComplete;
    const next = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector(".chip") ?? this.renderRoot.querySelector("section"));
    if (next?.tagName === "SECTION") next.tabIndex = -1;
    next?.focus();
  }
}

/**
 * @param {import("../state.js").Filter} filter
 * @param {any} summary
 * @param {import("../locales/index.js").Catalogue} words
 */
export function chipsOf(filter, summary, words) {
  const named = (/** @type {string} */ dimension, /** @type {string} */ value) => words.t("filters.chip", { dimension: words.t(`dimension.${dimension}`), value });
  const all = DIMENSIONS.flatMap((dimension) =>
    (filter[dimension] ?? []).map((/** @type {string} */ key) => ({ dimension, key: /** @type {any} */ (key), text: named(dimension, keyLabel(summary, words, dimension, key)) })),
  );
  if (filter.days) all.push({ dimension: "days", key: filter.days, text: named("days", words.t("filters.days", { from: filter.days[0], to: filter.days[1] })) });
  if (filter.text) all.push({ dimension: "text", key: filter.text, text: named("text", words.t("filters.text", { text: filter.text })) });
  return all;
}
