// A chart: its title, one sentence, the picture, and the same answer as a table.
import { html, nothing } from "lit";
import { JianyiElement } from "./base.js";
import { ChartPicture } from "./chart-picture.js";
import { chartTable } from "./chart-table.js";
import styles from "../styles/chart.css";

/** Tells `jianyi-pick` with the dimension and key that a bar or row stands for. */
export class JianyiChart extends JianyiElement {
  static styles = JianyiElement.sheets(styles);
  static properties = {
    ...JianyiElement.properties,
    picture: { attribute: false },
    summary: { attribute: false },
    filter: { attribute: false },
    theme: { attribute: false },
    asTable: { state: true },
    failed: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../charts/picture.js").Picture | undefined} */
    this.picture = undefined;
    /** @type {any} what the picture is of; a picture without it can't be taken away */
    this.summary = undefined;
    /** @type {import("../state.js").Filter} */
    this.filter = {};
    /** Changes when the colours do. */
    this.theme = "";
    this.asTable = false;
    this.failed = false;
    this.drawn = new ChartPicture(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.drawn.stop();
  }

  render() {
    const { picture } = this;
    if (!picture) return nothing;
    if (picture.empty) return html`<section class="card empty" aria-labelledby="title"><h4 id="title">${picture.title}</h4><p class="quiet-text">${picture.empty}</p></section>`;
    return html`
      <section class="card" aria-labelledby="title">
        <div class="top">
          <h4 id="title">${picture.title}</h4>
          <button class="button quiet" @click=${() => (this.asTable = !this.asTable)}>${this.t(this.asTable ? "chart.picture" : "chart.table")}</button>
        </div>
        <p class="reading">${picture.reading}</p>
        ${this.asTable ? chartTable(this, picture) : this.pictureView(picture)}
        ${picture.rest && !this.asTable ? html`<p class="quiet-text remark">${picture.rest}</p>` : nothing}
        ${picture.remarks?.map((remark) => html`<p class="quiet-text remark">${remark}</p>`)}
        ${this.summary && !this.failed ? this.takings(picture) : nothing}
      </section>
    `;
  }

  /** @param {import("../charts/picture.js").Picture} picture */
  pictureView(picture) {
    if (this.failed) return html`<p class="quiet-text">${this.t("chart.failed")}</p>`;
    const rows = picture.rows.filter((row) => row.drawn && row.pick);
    return html`
      <div class="picture" id="picture"></div>
      <ul class="bars" id="bars" role="listbox" tabindex="0" aria-multiselectable="true" aria-label=${this.t("chart.bars.of", { title: picture.title })}
          @keydown=${this.drawn.onKey} @focus=${this.drawn.onFocus} @blur=${this.drawn.onBlur}>
        ${rows.map((row, at) => html`<li id="bar-${at}" role="option" aria-selected=${this.isChosen(row.pick)} @click=${() => this.choose(row.pick)}>
          ${row.cells.map((cell, column) => (column === 0 ? cell : html`${this.words.localized("，", ", ")}${picture.columns[column]} ${cell}`))}
        </li>`)}
      </ul>
    `;
  }

  /** @param {import("../charts/picture.js").Picture} picture */
  takings(picture) {
    const kinds = this.asTable ? ["csv"] : ["png", "svg", "csv"];
    return html`<p class="take" role="group" aria-label=${this.t("chart.take.of", { title: picture.title })}>
      ${kinds.map((kind) => html`<button class="button quiet" data-take=${kind} @click=${() => this.take(kind)}>${this.t(`chart.take.${kind}`)}</button>`)}
    </p>`;
  }

  /** @param {string} kind */
  async take(kind) {
    const { takeChart } = await import("../take/chart.js");
    await takeChart(this, kind);
  }

  updated() {
    if (this.picture && !this.picture.empty && !this.asTable && !this.failed) this.drawn.draw();
    else this.drawn.stop();
  }

  /**
   * Whether the filter holds this key.
   * @param {import("../charts/picture.js").Pick | null} pick
   */
  isChosen(pick) {
    if (!pick) return false;
    const set = this.filter[pick.dimension];
    if (pick.dimension === "days") return Boolean(set) && set[0] === pick.key[0] && set[1] === pick.key[1];
    return Boolean(set?.includes(pick.key));
  }

  /** @param {import("../charts/picture.js").Pick | null} pick */
  choose(pick) {
    if (pick) this.tell("jianyi-pick", pick);
  }
}
