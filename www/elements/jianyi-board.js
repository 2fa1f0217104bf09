// The overview of a ledger, in this page or in any other.
import { html, nothing } from "lit";
import { toggled } from "../state.js";
import styles from "../styles/board.css";
import { JianyiElement } from "./base.js";
import { boardCharts } from "./board-charts.js";
import { boardEntries } from "./board-entries.js";
import { boardFigures } from "./board-figures.js";
import { boardHead, boardNotes } from "./board-head.js";
import { boardOutcomes } from "./board-outcomes.js";
import { errorText } from "./error-text.js";
import { ledgerAt } from "./ledger-source.js";

const LISTED = 6;

/**
 * Tells `jianyi-ready` (`{ ledger, summary }`), `jianyi-summary` (`{ summary }`, at every change of the filter), `jianyi-filter` (`{ filter }`; prevent it to keep the old one),
 * `jianyi-open-entry` (`{ id }`) and `jianyi-error` (`{ error }`).
 */
export class JianyiBoard extends JianyiElement {
  static styles = JianyiElement.sheets(styles);
  static properties = {
    ...JianyiElement.properties,
    src: { type: String },
    profile: { type: String },
    /** `light`, `dark`, `contrast` or `auto`, where the page brings no tokens of its own. */
    theme: { type: String },
    ledger: { attribute: false },
    filter: { attribute: false },
    summary: { state: true },
    rows: { state: true },
    error: { state: true },
    reading: { state: true },
  };

  constructor() {
    super();
    /** @type {string | undefined} */ this.src = undefined;
    /** @type {string | undefined} */ this.profile = undefined;
    /** @type {string | undefined} */ this.theme = undefined;
    /** @type {any} */ this.ledger = null;
    /** @type {import("../state.js").Filter} */ this.filter = {};
    /** @type {any} */ this.summary = null;
    /** @type {import("../state.js").Filter} the filter of the summary */ this.answered = {};
    /** @type {any[]} */ this.rows = [];
    /** @type {any} */ this.error = null;
    /** @type {{ bytes: number, total?: number, entries: number } | null} */ this.reading = null;
    /** @type {any} a ledger that this board opened and must close */
    this.own = null;
    /** @type {AbortController | null} */ this.abort = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.abort?.abort();
    if (this.own && this.own === this.ledger) this.ledger = null;
    this.own?.close();
    this.own = null;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.src && !this.ledger && this.hasUpdated) this.read();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("theme")) this.dataset.theme = this.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : (this.theme ?? "");
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if ((changed.has("src") || changed.has("profile")) && this.src) this.read();
    else if (changed.has("ledger") || changed.has("filter")) this.ask(changed.has("ledger"));
  }

  /** Reads the ledger at `src`, leaving an older reading alone. */
  async read() {
    this.abort?.abort();
    const abort = (this.abort = new AbortController());
    this.error = null;
    this.reading = { bytes: 0, entries: 0 };
    try {
      const onProgress = (/** @type {any} */ progress) => abort === this.abort && (this.reading = progress);
      const ledger = await ledgerAt(/** @type {string} */ (this.src), { profile: this.profile, signal: abort.signal, onProgress });
      if (abort !== this.abort) return ledger.close();
      this.own?.close();
      this.own = this.ledger = ledger;
    } catch (error) {
      if (abort === this.abort) this.fail(error);
    } finally {
      if (abort === this.abort) this.reading = null;
    }
  }

  /**
   * Asks the ledger for the figures of the filter.
   * @param {boolean} isNew
   */
  async ask(isNew) {
    const { ledger, filter } = this;
    if (!ledger) return;
    try {
      const [summary, rows] = await Promise.all([ledger.summary(filter), ledger.rows({ filter, count: LISTED })]);
      if (ledger !== this.ledger || filter !== this.filter) return;
      [this.summary, this.answered, this.rows, this.error] = [summary, filter, rows, null];
      await this.updateComplete;
      this.tell("jianyi-summary", { summary });
      if (isNew) this.tell("jianyi-ready", { ledger, summary });
    } catch (error) {
      this.fail(error);
    }
  }

  /** @param {unknown} error */
  fail(error) {
    this.error = error;
    this.tell("jianyi-error", { error });
  }

  change = (/** @type {import("../state.js").Filter} */ filter) => {
    if (this.tell("jianyi-filter", { filter })) this.filter = filter;
  };

  /**
   * Adds a key to the filter, or takes it away.
   * @param {string} dimension
   * @param {any} key
   */
  pick(dimension, key) {
    this.change(toggled(this.filter, dimension, key));
  }

  render() {
    const { summary, words } = this;
    if (!summary) return html`<div class="board" lang=${words.locale}>${this.error ? errorText(words, this.error) : html`<p class="waiting" role="status">${this.waiting()}</p>`}</div>`;
    return html`
      <div class="board" lang=${words.locale}>
        ${this.error ? errorText(words, this.error) : nothing}
        ${boardHead(summary, words)}
        <jianyi-chips .summary=${summary} .filter=${this.filter} .locale=${words.locale} .change=${this.change}></jianyi-chips>
        ${boardFigures(this, summary)}
        <div class=${summary.head.notes.length > 0 ? "pair" : ""}>${boardOutcomes(this, summary)} ${boardNotes(summary, words)}</div>
        ${boardCharts(this, summary)}
        ${boardEntries(this, summary)}
      </div>
    `;
  }

  waiting() {
    if (!this.reading?.bytes) return this.t("loading");
    return this.t("reading.progress", { bytes: this.words.bytes(this.reading.bytes), entries: this.reading.entries });
  }

  /** What the colours of the charts hang on. */
  look() {
    const root = document.documentElement.dataset;
    return `${this.dataset.theme || root.theme} ${root.type}`;
  }
}
