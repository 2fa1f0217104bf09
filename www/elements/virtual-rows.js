// Draws of a long list only the rows in view, all of one height.
import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from "@tanstack/virtual-core";

/** Rows above and below the view, so that none is missing while the list is scrolled. */
const OVERSCAN = 8;

/**
 * @typedef {{ count: number, scroller: HTMLElement | null, rowHeight: number, headHeight: number }} Measures
 */

/** A controller of a Lit element. */
export class VirtualRows {
  /** @type {(() => void) | undefined} */
  #unmount;
  #lastHeights = "";

  /**
   * @param {import("lit").ReactiveControllerHost & { isConnected: boolean }} host
   * @param {() => Measures} measures of this moment
   */
  constructor(host, measures) {
    this.host = host;
    this.measures = measures;
    this.virtualizer = new Virtualizer(this.#options());
    host.addController(this);
  }

  hostConnected() {
    this.#unmount ??= this.virtualizer._didMount();
  }

  hostUpdated() {
    this.virtualizer.setOptions(this.#options());
    const { rowHeight, headHeight } = this.measures();
    const heights = `${rowHeight} ${headHeight}`;
    if (heights !== this.#lastHeights) {
      this.#lastHeights = heights;
      this.virtualizer.measure();
    }
    this.virtualizer._willUpdate();
  }

  hostDisconnected() {
    this.#unmount?.();
    this.#unmount = undefined;
  }

  /** The rows to draw, where the first of them starts, and how high the whole list is. */
  view() {
    this.virtualizer.setOptions(this.#options());
    const items = this.virtualizer.getVirtualItems();
    const { headHeight } = this.measures();
    return { places: items.map(({ index }) => index), top: (items[0]?.start ?? headHeight) - headHeight, height: this.virtualizer.getTotalSize() };
  }

  /** Brings a row into view, if it is not. @param {number} place */
  show(place) {
    this.virtualizer.scrollToIndex(place, { align: "auto" });
  }

  /** @param {number} top */
  toOffset(top) {
    this.virtualizer.scrollToOffset(top);
  }

  /** How far the list is scrolled. */
  get offset() {
    return this.virtualizer.scrollOffset ?? 0;
  }

  /** How many rows a page down goes. */
  get pageSize() {
    const { scroller, rowHeight, headHeight } = this.measures();
    return Math.max(1, Math.floor(((scroller?.clientHeight ?? 0) - headHeight) / rowHeight) - 1);
  }

  /** @returns {import("@tanstack/virtual-core").VirtualizerOptions<HTMLElement, HTMLElement>} */
  #options() {
    const { count, rowHeight, headHeight } = this.measures();
    return {
      count,
      getScrollElement: () => this.measures().scroller,
      estimateSize: () => rowHeight,
      scrollMargin: headHeight,
      scrollPaddingStart: headHeight,
      overscan: OVERSCAN,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.host.requestUpdate(),
    };
  }
}
