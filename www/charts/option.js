// A picture as the charting library wants it.
import { flowOption } from "./flow-option.js";

/** @typedef {(token: string) => string} Colours token name → colour */

/**
 * @param {import("./picture.js").Picture} picture
 * @param {{ colours: Colours, font: string, base: number, width: number, isChosen: (pick: any) => boolean, anyChosen: boolean, patterns: boolean }} look
 */
export function option(picture, look) {
  const across = picture.bars === "across";
  const text = { color: look.colours("ink-soft"), fontFamily: look.font, fontSize: look.base * 0.8125 };
  if (picture.bars === "flow") return flowOption(picture, look, text, tip(look, text));
  const nameWidth = Math.min((widest(picture.categories) + 0.6) * look.base * 0.8125, look.base * 11, look.width * 0.36);
  const names = {
    type: "category",
    data: picture.categories,
    inverse: across,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.colours("line-strong") } },
    axisLabel: across
      ? { ...text, color: look.colours("ink"), width: nameWidth, overflow: "truncate", interval: 0 }
      : { ...text, hideOverlap: true },
  };
  const counts = {
    type: "value",
    minInterval: 1,
    axisLabel: text,
    splitNumber: 4,
    splitLine: { lineStyle: { color: look.colours("line-colour") } },
  };
  const many = picture.series.length > 1 && picture.series.some(({ stack }) => stack !== "parts");
  return {
    animation: false,
    textStyle: text,
    aria: { enabled: true, label: { description: `${picture.title}。${picture.reading}` }, decal: { show: look.patterns } },
    legend: many
      ? { top: 0, left: 0, itemWidth: look.base * 0.75, itemHeight: look.base * 0.75, icon: "rect", selectedMode: false, textStyle: text, itemGap: look.base }
      : { show: false },
    grid: { left: across ? nameWidth + look.base * 0.75 : look.base * 2.5, right: look.base * 2, top: many ? look.base * 2.25 : look.base * 0.5, bottom: look.base * 1.75 },
    tooltip: tooltip(picture, look, text),
    xAxis: across ? counts : names,
    yAxis: across ? names : counts,
    series: series(picture, look, text),
  };
}

/**
 * The widest of these texts, in em: a Chinese character is one wide, a Latin letter about half.
 * @param {string[]} texts
 */
function widest(texts) {
  return Math.max(...texts.map((text) => [...text].reduce((width, letter) => width + (letter > "\u2e7f" ? 1 : 0.58), 0)));
}

/**
 * @param {import("./picture.js").Picture} picture
 * @param {any} look
 * @param {any} text
 */
function tooltip(picture, look, text) {
  return {
    ...tip(look, text),
    trigger: "axis",
    axisPointer: { type: "shadow", shadowStyle: { color: look.colours("sunken"), opacity: 0.6 } },
    formatter: (/** @type {any} */ params) => {
      const row = picture.rows[params[0].dataIndex];
      return [row.label, ...row.cells.slice(1).map((cell, at) => `${picture.columns[at + 1]}  ${cell}`)].join("\n");
    },
  };
}

/**
 * How a tip looks, whatever it says.
 * @param {any} look
 * @param {any} text
 */
function tip(look, text) {
  return {
    // HTML tips carry inline styles, which the CSP forbids.
    renderMode: "richText",
    confine: true,
    backgroundColor: look.colours("raised"),
    borderColor: look.colours("line-strong"),
    textStyle: { ...text, color: look.colours("ink") },
  };
}

/**
 * @param {import("./picture.js").Picture} picture
 * @param {any} look
 * @param {any} text
 */
function series(picture, look, text) {
  const last = picture.series.length - 1;
  return picture.series.map((line, at) => ({
    type: "bar",
    name: line.name,
    stack: line.stack,
    barMaxWidth: look.base * 1.375,
    barGap: line.over || picture.series.some(({ over }) => over) ? "-100%" : "10%",
    barCategoryGap: "30%",
    cursor: "pointer",
    emphasis: { disabled: true },
    itemStyle: { color: look.colours(line.colour), borderColor: look.colours("raised"), borderWidth: line.stack === "outcomes" ? 0.5 : 0 },
    label: {
      show: picture.bars === "across" && at === last,
      position: "right",
      ...text,
      color: look.colours("ink"),
      formatter: (/** @type {any} */ { dataIndex }) => picture.rows[dataIndex].cells[1],
    },
    data: line.values.map(({ value, pick }) => ({
      value,
      pick,
      itemStyle: look.anyChosen && !look.isChosen(pick) ? { opacity: 0.35 } : {},
    })),
  }));
}
