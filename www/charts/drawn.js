// A picture in its place, loaded with the library: drawn anew at another answer, laid out anew only at another size.
import { drawing } from "./echarts.js";
import { option } from "./option.js";

export class Drawn {
  /**
   * @param {HTMLElement} place
   * @param {(pick: any) => void} choose what a press on a bar or band does
   */
  constructor(place, choose) {
    this.drawing = drawing(place);
    /** What is drawn: its series by name. */
    this.kind = "";
    this.drawing.on("click", (/** @type {any} */ { data }) => choose(data?.pick ?? null));
  }

  /**
   * @param {import("./picture.js").Picture} picture
   * @param {Parameters<typeof option>[1]} look
   * @param {{ width: number, height: number }} size
   */
  show(picture, look, size) {
    // The library draws all of the old picture once more at each call.
    if (size.width !== this.drawing.getWidth() || size.height !== this.drawing.getHeight()) this.drawing.resize(size);
    // Of the same series only the numbers are new; anything else is built from the ground.
    const kind = picture.bars === "flow" ? "" : JSON.stringify([picture.bars, look.width, look.patterns, picture.series.map(({ name, stack, over }) => [name, stack, over])]);
    this.drawing.setOption(option(picture, look), { notMerge: kind === "" || kind !== this.kind });
    this.kind = kind;
  }

  /** Shows what the bar (or band) at this place of the first series says; nothing hides it. @param {number} [at] @param {string} [dataType] */
  point(at, dataType) {
    this.drawing.dispatchAction(at === undefined ? { type: "hideTip" } : { type: "showTip", seriesIndex: 0, dataIndex: at, dataType });
  }

  dispose() {
    this.drawing.dispose();
  }
}

/** Those that wait for the page to have time. @type {(() => void)[]} */
const waiting = [];

/** Resolves when the page has time, for one after the other: each has a task of its own. @returns {Promise<void>} */
export function idle() {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) whenIdle(next);
  });
}

function next() {
  waiting.shift()?.();
  if (waiting.length > 0) whenIdle(next);
}

/** @param {() => void} work */
function whenIdle(work) {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 200 });
  else setTimeout(work, 30);
}
