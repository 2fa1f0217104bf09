// The drawn side of a chart: loads the library when the chart comes near the screen, redraws on size and theme,
// and lets arrow keys walk along the bars.
import { heightOf, option } from "../charts/option.js";

/** How long a chart out of sight lets the rest of the page go first, in milliseconds. */
const REST = 600;

export class ChartPicture {
  /** @param {import("./jianyi-chart.js").JianyiChart} chart */
  constructor(chart) {
    this.chart = chart;
    /** @type {any} */
    this.drawing = null;
    /** @type {HTMLElement | null} */
    this.place = null;
    this.near = false;
    this.active = -1;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.rest = undefined;
    /** @type {ResizeObserver | null} */
    this.sizes = null;
    /** @type {IntersectionObserver | null} */
    this.sight = null;
  }

  /** Draws the chart's picture, at once or when it comes into sight. */
  draw() {
    const place = /** @type {HTMLElement | null} */ (this.chart.renderRoot.querySelector("#picture"));
    if (!place) return;
    if (place !== this.place) this.settle(place);
    const height = `${heightOf(/** @type {any} */ (this.chart.picture), this.base())}px`;
    if (place.style.height !== height) place.style.height = height;
    if (this.near) this.paint();
  }

  /** Lets go of everything; `draw` starts anew. */
  stop() {
    this.drawing?.dispose();
    this.sizes?.disconnect();
    this.sight?.disconnect();
    clearTimeout(this.rest);
    this.drawing = null;
    this.place = null;
  }

  /** @param {HTMLElement} place */
  settle(place) {
    this.stop();
    this.place = place;
    this.near = false;
    this.sight = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.come(), { rootMargin: "400px" });
    this.sight.observe(place);
    this.sizes = new ResizeObserver(() => this.drawing && this.paint());
    this.sizes.observe(place);
    // What is below comes when the page has time: on paper nobody scrolls to it.
    this.rest = setTimeout(() => this.come(), REST);
  }

  come() {
    if (this.near) return;
    this.near = true;
    this.sight?.disconnect();
    this.paint();
  }

  async paint() {
    const { chart, place } = this;
    if (!place || !chart.picture || place.clientWidth === 0) return;
    try {
      const { drawing } = await import("../charts/echarts.js");
      if (place !== this.place || !chart.picture) return;
      this.drawing ??= this.wired(drawing(place));
      this.drawing.resize({ width: place.clientWidth, height: place.clientHeight });
      this.drawing.setOption(option(chart.picture, this.look(place)), { notMerge: true });
      place.toggleAttribute("data-drawn", true);
    } catch (error) {
      console.warn(error);
      chart.failed = true;
    }
  }

  /**
   * The picture as it stands, drawn now if it was not yet.
   * @returns {Promise<{ text: string, width: number, height: number }>}
   */
  async finished() {
    this.come();
    await this.paint();
    const drawn = this.place?.querySelector("svg");
    // The library's own text of it is no XML where a font's name has quotes.
    return { text: drawn ? new XMLSerializer().serializeToString(drawn) : "", width: this.drawing.getWidth(), height: this.drawing.getHeight() };
  }

  /** @param {any} drawing */
  wired(drawing) {
    drawing.on("click", (/** @type {any} */ { data }) => this.chart.choose(data?.pick ?? null));
    return drawing;
  }

  /**
   * @param {HTMLElement} place
   * @returns {Parameters<typeof option>[1]}
   */
  look(place) {
    const style = getComputedStyle(this.chart);
    const { picture } = this.chart;
    const picks = [...(picture?.series.flatMap(({ values }) => values.map(({ pick }) => pick)) ?? []), ...(picture?.nodes ?? []).map(({ pick }) => pick)];
    return {
      colours: (token) => style.getPropertyValue(`--jianyi-${token}`).trim(),
      font: style.fontFamily,
      base: this.base(),
      width: place.clientWidth,
      isChosen: (pick) => this.chart.isChosen(pick),
      anyChosen: picks.some((pick) => this.chart.isChosen(pick)),
      patterns: this.chart.theme === "contrast",
    };
  }

  base() {
    return parseFloat(getComputedStyle(this.chart).getPropertyValue("--jianyi-base")) || 16;
  }

  /** Walks along the bars; Enter or Space filters. */
  onKey = (/** @type {KeyboardEvent} */ event) => {
    const bars = this.bars();
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -bars.length, End: bars.length });
    if (event.key in steps) this.point(Math.min(bars.length - 1, Math.max(0, this.active + steps[event.key])));
    else if (event.key === "Enter" || event.key === " ") /** @type {HTMLElement | undefined} */ (bars[this.active])?.click();
    else return;
    event.preventDefault();
  };

  onFocus = () => {
    this.place?.toggleAttribute("data-focus", true);
    this.point(Math.max(0, this.active));
  };

  onBlur = () => {
    this.place?.toggleAttribute("data-focus", false);
    this.drawing?.dispatchAction({ type: "hideTip" });
  };

  /** @param {number} at */
  point(at) {
    this.active = at;
    const list = this.chart.renderRoot.querySelector("#bars");
    list?.setAttribute("aria-activedescendant", `bar-${at}`);
    const dataType = this.chart.picture?.bars === "flow" ? "edge" : undefined;
    this.drawing?.dispatchAction({ type: "showTip", seriesIndex: 0, dataIndex: at, dataType });
  }

  bars() {
    return [...this.chart.renderRoot.querySelectorAll("#bars > li")];
  }
}
