// The drawn side of a chart: loads the library when the chart comes near the screen, redraws on size and theme,
// and lets arrow keys walk along the bars.
import { heightOf } from "../charts/height.js";

/** How long a chart out of sight lets the rest of the page go first, in milliseconds. */
const REST = 600;

export class ChartPicture {
  /** @param {import("./jianyi-chart.js").JianyiChart} chart */
  constructor(chart) {
    this.chart = chart;
    /** @type {import("../charts/drawn.js").Drawn | null} */
    this.drawing = null;
    /** The picture that is drawn. @type {import("../charts/picture.js").Picture | null} */
    this.shown = null;
    this.inSight = false;
    /** The place's room. @type {{ width: number, height: number } | undefined} */
    this.size = undefined;
    /** @type {{ theme: string, base: number, font: string, colours: Record<string, string> } | undefined} */
    this.read = undefined;
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
    // The last answer may come when the chart has left the page: nobody would let go of a picture drawn then.
    if (!place || !this.chart.isConnected) return;
    if (place !== this.place) this.settle(place);
    const height = heightOf(/** @type {any} */ (this.chart.picture), this.style().base);
    if (place.style.height !== `${height}px`) {
      place.style.height = `${height}px`;
      this.size = this.size && { ...this.size, height };
    }
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
    this.size = undefined;
    this.sight = new IntersectionObserver((seen) => (this.inSight = seen.some(({ isIntersecting }) => isIntersecting)) && this.come(), { rootMargin: "400px" });
    this.sight.observe(place);
    this.sizes = new ResizeObserver(() => this.measure() && this.drawing && this.paint());
    this.sizes.observe(place);
    // What is below comes when the page has time: on paper nobody scrolls to it.
    this.rest = setTimeout(() => this.come(), REST);
  }

  come() {
    if (this.near) return;
    this.near = true;
    this.paint();
  }

  /** Draws the picture: what is in sight at once, the rest when the page has time. @param {boolean} [atOnce] */
  async paint(atOnce) {
    const { chart, place } = this;
    const { picture, filter } = chart;
    if (!this.size) this.measure();
    if (!place || !picture || !this.size?.width) return;
    try {
      const { Drawn, idle } = await import("../charts/drawn.js");
      if (!this.inSight && !atOnce) await idle();
      if (place !== this.place || picture !== chart.picture || filter !== chart.filter) return;
      this.drawing ??= new Drawn(place, (pick) => chart.choose(pick));
      this.drawing.show(picture, this.look(), this.size);
      this.shown = picture;
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
    await this.paint(true);
    const drawn = this.place?.querySelector("svg");
    // The library's own text of it is no XML where a font's name has quotes.
    return { text: drawn ? new XMLSerializer().serializeToString(drawn) : "", width: this.drawing?.drawing.getWidth() ?? 0, height: this.drawing?.drawing.getHeight() ?? 0 };
  }

  /** Whether the place has another size than before. */
  measure() {
    const { clientWidth: width = 0, clientHeight: height = 0 } = this.place ?? {};
    if (width === this.size?.width && height === this.size.height) return false;
    this.size = { width, height };
    this.read = undefined;
    return true;
  }

  /** @returns {Parameters<import("../charts/drawn.js").Drawn["show"]>[1]} */
  look() {
    const { colours, font, base } = this.style();
    const style = getComputedStyle(this.chart);
    const { picture } = this.chart;
    const picks = [...(picture?.series.flatMap(({ values }) => values.map(({ pick }) => pick)) ?? []), ...(picture?.nodes ?? []).map(({ pick }) => pick)];
    return {
      colours: (token) => (colours[token] ??= style.getPropertyValue(`--jianyi-${token}`).trim()),
      font,
      base,
      width: this.size?.width ?? 0,
      isChosen: (pick) => this.chart.isChosen(pick),
      anyChosen: picks.some((pick) => this.chart.isChosen(pick)),
      patterns: this.chart.theme === "contrast",
    };
  }

  /** What the style says, read once for a theme and a size: to tell it, the browser reckons the styles of the whole page. */
  style() {
    const { theme } = this.chart;
    if (this.read?.theme === theme) return this.read;
    const style = getComputedStyle(this.chart);
    return (this.read = { theme, base: parseFloat(style.getPropertyValue("--jianyi-base")) || 16, font: style.fontFamily, colours: {} });
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
    this.drawing?.point();
  };

  /** @param {number} at */
  point(at) {
    this.active = at;
    const list = this.chart.renderRoot.querySelector("#bars");
    list?.setAttribute("aria-activedescendant", `bar-${at}`);
    this.drawing?.point(at, this.chart.picture?.bars === "flow" ? "edge" : undefined);
  }

  bars() {
    return [...this.chart.renderRoot.querySelectorAll("#bars > li")];
  }
}
