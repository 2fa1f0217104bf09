// The ledger as a list: rows in view only, sorted and searched by the core.
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import marks from "../styles/marks.css";
import styles from "../styles/list.css";
import paperStyles from "../styles/printed.css";
import { JianyiElement } from "./base.js";
import { errorText } from "./error-text.js";
import { COLUMNS } from "./list-columns.js";
import { listHead } from "./list-head.js";
import { moved } from "./list-keys.js";
import { keepPlace, keptPlaceIn } from "./list-place.js";
import { printed } from "./printed.js";
import { RowPages } from "./row-pages.js";
import { VirtualRows } from "./virtual-rows.js";

/**
 * Tells `jianyi-open-entry` (`{ id, position }`), and `jianyi-filter` (`{ filter }`) and `jianyi-sort` (`{ sort }`), which may be prevented.
 */
export class JianyiList extends JianyiElement {
  static styles = JianyiElement.sheets(marks, styles, paperStyles);
  static properties = {
    ...JianyiElement.properties,
    ledger: { attribute: false },
    filter: { attribute: false },
    sort: { attribute: false },
    /** The summary's profile, for the place's own words. */
    profile: { attribute: false },
    total: { state: true },
    active: { state: true },
    printing: { state: true },
    error: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../engine.js").Ledger | null} */ this.ledger = null;
    /** @type {import("../state.js").Filter} */ this.filter = {};
    /** @type {import("../state.js").Sort | null} */ this.sort = null;
    /** @type {import("../engine.js").ProfileSummary | undefined} */ this.profile = undefined;
    /** @type {number | null} rows of the list; null until the ledger has said */ this.total = null;
    /** @type {import("./list-keys.js").Place} */ this.active = { row: 0, cell: -1 };
    /** @type {any} */ this.error = null;
    /** @type {import("../engine/document.js").DocumentSheet | null} */ this.printing = null;
    this.rowHeight = 56;
    this.headHeight = 40;
    const failed = (/** @type {unknown} */ error) => void (this.error = error);
    this.pages = new RowPages(() => this.requestUpdate(), failed);
    this.rows = new VirtualRows(this, () => this.measures());
    /** @type {ResizeObserver | undefined} */ this.observer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("jianyi-print", this.onPrint);
    if (this.hasUpdated) this.observe();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener("jianyi-print", this.onPrint);
    this.observer?.disconnect();
    this.keep();
  }

  firstUpdated() {
    this.observe();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("ledger") || changed.has("filter") || changed.has("sort")) this.ask(changed.has("ledger") || changed.has("filter"));
  }

  updated() {
    const { places } = this.rows.view();
    if (places.length > 0) this.pages.want(places[0], places[places.length - 1]);
  }

  /** @param {boolean} isOther whether the number of rows may have changed */
  async ask(isOther) {
    const { ledger, filter, sort } = this;
    this.pages.reset(ledger, { filter, ...(sort ? { sort } : {}) });
    this.active = { row: 0, cell: -1 };
    this.error = null;
    this.scroller?.scrollTo({ top: 0 });
    if (!ledger || !isOther) return;
    try {
      const total = await ledger.count(filter);
      if (ledger !== this.ledger || filter !== this.filter) return;
      this.total = total;
      await this.goBack(ledger);
    } catch (error) {
      if (ledger === this.ledger) this.error = error;
    }
  }

  /** To where the user was, when the list comes up again. @param {import("../engine.js").Ledger} ledger */
  async goBack(ledger) {
    const place = keptPlaceIn(ledger, this);
    if (!place || place.position >= (this.total ?? 0)) return;
    await this.updateComplete;
    this.active = { row: place.position, cell: -1 };
    this.rows.toOffset(place.top);
    this.rows.show(place.position);
  }

  keep() {
    const { ledger, filter, sort, active } = this;
    if (ledger) keepPlace(ledger, { filter, sort, position: active.row, top: this.rows.offset });
  }

  render() {
    const { total } = this;
    return html`
      ${listHead(this)}
      ${this.error ? errorText(this.words, this.error) : nothing}
      ${total === 0 ? html`<p class="card none">${this.t(this.ledger?.size === 0 ? "empty.ledger" : "empty.filter")}</p>` : nothing}
      <div class="frame" ?hidden=${!total}>${this.grid()}<div class="probe" aria-hidden="true"></div></div>
      ${printed(this)}
    `;
  }

  grid() {
    const { places, top, height } = this.rows.view();
    return html`
      <div class="grid" role="grid" tabindex="0" aria-label=${this.t("list.title")} aria-rowcount=${(this.total ?? 0) + 1} aria-colcount=${COLUMNS.length}
          aria-activedescendant=${this.total ? this.idOf(this.active) : nothing} @keydown=${this.onKey}>
        <div class="head" role="rowgroup"><div class="row" role="row" aria-rowindex="1">${COLUMNS.map((column, at) => this.heading(column, at))}</div></div>
        <div class="all" .style=${`height: ${height}px`}>
          <div class="view" role="rowgroup" .style=${`transform: translateY(${top}px)`}>${repeat(places, (place) => place, (place) => this.row(place))}</div>
        </div>
      </div>
    `;
  }

  /** @param {import("./list-columns.js").Column} column @param {number} at */
  heading({ id, sortable }, at) {
    const order = this.sort?.by === id ? (this.sort.descending ? "descending" : "ascending") : "none";
    const label = this.t(`column.${id}`);
    return html`<div class="cell of-${id}" role="columnheader" aria-colindex=${at + 1} aria-sort=${sortable ? order : nothing}>
      ${sortable ? html`<button @click=${() => this.sortBy(id)}>${label}<span class="arrow ${order === "none" ? "" : order}" aria-hidden="true"></span></button>` : label}
    </div>`;
  }

  /** @param {number} place */
  row(place) {
    const row = this.pages.row(place);
    const { active } = this;
    const isActive = active.row === place;
    return html`<div class="row ${place % 2 ? "odd" : ""} ${isActive && active.cell < 0 ? "active" : ""}" role="row" id=${this.idOf({ row: place, cell: -1 })}
        aria-rowindex=${place + 2} aria-busy=${row ? nothing : "true"} @click=${() => this.onClick(place)}>
      ${COLUMNS.map(({ id, cell }, at) => html`<div class="cell of-${id} ${isActive && active.cell === at ? "active" : ""}" role="gridcell" aria-colindex=${at + 1} id=${this.idOf({ row: place, cell: at })}>
        ${row ? cell(row, this.words, this.profile) : html`<span class="coming"></span>`}
      </div>`)}
    </div>`;
  }

  /** @param {import("./list-keys.js").Place} place */
  idOf({ row, cell }) {
    return cell < 0 ? `row-${row}` : `row-${row}-${cell}`;
  }

  /** The page's own button was pressed: the list prints itself, whole. @param {Event} event */
  onPrint = async (event) => {
    event.preventDefault();
    const { printList } = await import("./list-paper.js");
    await printList(this).catch((error) => void (this.error = error));
  };

  /** @param {KeyboardEvent} event */
  onKey = (event) => {
    if (event.target !== this.scroller) return;
    if (event.key === "Enter") {
      this.open(this.active.row);
      return event.preventDefault();
    }
    const cells = COLUMNS.length;
    const to = moved(event, this.active, { rows: this.total ?? 0, cells, page: this.rows.pageSize });
    if (!to) return;
    event.preventDefault();
    this.active = to;
    this.rows.show(to.row);
  };

  /** @param {number} place */
  onClick(place) {
    const isSelecting = String(getSelection()) !== "";
    if (isSelecting) return;
    this.active = { row: place, cell: -1 };
    this.open(place);
  }

  /** @param {number} place */
  open(place) {
    const row = this.pages.row(place);
    this.keep();
    if (row) this.tell("jianyi-open-entry", { id: row.id, position: place });
  }

  /** Sorts upwards, then downwards, then not at all. @param {string} by */
  sortBy(by) {
    const isSame = this.sort?.by === by;
    const sort = isSame && this.sort?.descending ? null : { by, descending: isSame };
    this.sortAs(sort);
  }

  /** @param {import("../state.js").Sort | null} sort */
  sortAs(sort) {
    if (this.tell("jianyi-sort", { sort })) this.sort = sort;
  }

  /** @param {string} text */
  search(text) {
    const { text: _, ...rest } = this.filter;
    const filter = text === "" ? rest : { ...rest, text };
    if (this.tell("jianyi-filter", { filter })) this.filter = filter;
  }

  /** @returns {HTMLElement | null} */
  get scroller() {
    return this.renderRoot?.querySelector?.(".grid") ?? null;
  }

  /** @returns {import("./virtual-rows.js").Measures} */
  measures() {
    return { count: this.total ?? 0, scroller: this.scroller, rowHeight: this.rowHeight, headHeight: this.headHeight };
  }

  /** The style sheet says how high rows are, by width and type size; the list reads it off. */
  observe() {
    const [probe, head] = [this.renderRoot.querySelector(".probe"), this.renderRoot.querySelector(".head")];
    this.observer ??= new ResizeObserver(() => {
      const [row, top] = [probe?.clientHeight || this.rowHeight, /** @type {HTMLElement} */ (head).offsetHeight];
      if (row === this.rowHeight && top === this.headHeight) return;
      [this.rowHeight, this.headHeight] = [row, top];
      this.requestUpdate();
    });
    for (const measured of [probe, head]) if (measured) this.observer.observe(measured);
  }
}
