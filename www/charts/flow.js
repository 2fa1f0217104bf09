// Which role's handling led to which outcome: a band per pair, as wide as its count.
import { classCount, classesIn } from "./outcome-series.js";
import { dimensionOf, keyLabel, unsaidText } from "./picture.js";
import { nothing } from "./ranked.js";

/**
 * @param {any} summary
 * @param {import("./picture.js").Catalogue} words
 * @returns {import("./picture.js").Picture}
 */
export function flow(summary, words) {
  const title = words.t("chart.flow.title");
  const { said, unsaid, total, basis } = dimensionOf(summary, "role");
  const classes = classesIn(summary, words, said);
  // Without any outcome the bands would say no more than the roles' own chart.
  if (said.length === 0 || classes.every(({ key }) => key === "")) return nothing("flow", title, summary, words, said.length === 0 ? "role" : "outcome");

  const unit = words.t(`unit.${basis}`);
  const role = (/** @type {any} */ group) => keyLabel(summary, words, "role", group.key);
  const bands = said.flatMap((/** @type {any} */ group) =>
    classes.map(({ key, name, colour }) => ({ group, key, name, colour, count: classCount(group, key) })).filter(({ count }) => count > 0),
  );
  const greatest = bands.reduce((/** @type {any} */ most, /** @type {any} */ band) => (band.count > most.count ? band : most));
  const pair = (/** @type {any} */ band) => words.t("chart.flow.pair", { role: role(band.group), outcome: band.name });
  return {
    id: "flow",
    title,
    bars: "flow",
    categories: [...said.map(role), ...classes.map(({ name }) => name)],
    series: [],
    nodes: [
      ...said.map((/** @type {any} */ group) => ({ name: role(group), side: "from", colour: "series", pick: { dimension: "role", key: group.key } })),
      ...classes.map(({ key, name, colour }) => ({ name, side: "to", colour, pick: { dimension: "outcome", key } })),
    ],
    bands: bands.map((/** @type {any} */ band) => ({ from: role(band.group), to: band.name, value: band.count, colour: band.colour, pick: { dimension: "role", key: band.group.key } })),
    reading: words.t("chart.flow.read", { total, unit, most: words.t("chart.most", { name: pair(greatest), count: greatest.count, unit }) }),
    remarks: unsaid ? [unsaidText(words, "role", unsaid.count, basis)] : [],
    columns: [words.t("chart.flow.column"), words.t("table.count", { unit })],
    rows: bands.map((/** @type {any} */ band) => ({
      key: `${band.group.key}>${band.key}`,
      label: pair(band),
      cells: [pair(band), words.number(band.count)],
      pick: { dimension: "role", key: band.group.key },
      drawn: true,
    })),
  };
}
