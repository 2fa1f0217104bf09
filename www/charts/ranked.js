// Names with counts, stacked by outcome class: handling bodies, topics, delegations, roles.
import { classCount, classesIn } from "./outcome-series.js";
import { counted, dimensionOf, keyLabel, leftOutText, unsaidText } from "./picture.js";

const DRAWN = 15;

/**
 * @param {any} summary
 * @param {import("./picture.js").Catalogue} words
 * @param {{ id: string, dimension: string, listed?: boolean }} chart listed: the sentence names every group, not just the greatest
 * @returns {import("./picture.js").Picture}
 */
export function ranked(summary, words, { id, dimension, listed = false }) {
  const title = words.t(`chart.${id}.title`);
  const { said, unsaid, total, basis, overlapping, leftOut } = dimensionOf(summary, dimension);
  if (said.length === 0) return nothing(id, title, summary, words, dimension);

  const drawn = said.slice(0, DRAWN);
  const classes = classesIn(summary, words, said);
  const unit = words.t(`unit.${basis}`);
  const name = (/** @type {any} */ group) => keyLabel(summary, words, dimension, group.key);
  const pick = (/** @type {any} */ group) => ({ dimension, key: group.key });
  const series = classes.map(({ key, name: label, colour }) => ({
    name: label,
    colour,
    stack: "outcomes",
    values: drawn.map((/** @type {any} */ group) => ({ value: classCount(group, key), pick: pick(group) })),
  }));
  const plain = { name: title, colour: "series", values: drawn.map((/** @type {any} */ group) => ({ value: group.count, pick: pick(group) })) };
  const groups = unsaid ? [...said, unsaid] : said;

  return {
    id,
    title,
    bars: "across",
    categories: drawn.map(name),
    series: series.length > 0 ? series : [plain],
    reading: listed
      ? words.t(`chart.${id}.read`, { total, unit, parts: said.map((/** @type {any} */ group) => counted(words, name(group), group.count, basis)).join(words.localized("，", ", ")) })
      : words.t(`chart.${id}.read`, { groups: said.length, total, unit, most: words.t("chart.most", { name: name(said[0]), count: said[0].count, unit }) }),
    rest: said.length > drawn.length ? words.t("chart.rest", { count: said.length - drawn.length, what: words.t(`dimension.${dimension}`) }) : "",
    remarks: remarks(),
    columns: [words.t(`dimension.${dimension}`), words.t("table.count", { unit }), ...classes.map(({ name: label }) => label)],
    rows: groups.map((/** @type {any} */ group, /** @type {number} */ at) => ({
      key: group.key,
      label: name(group),
      cells: [name(group), words.number(group.count), ...classes.map(({ key }) => words.number(classCount(group, key)))],
      pick: pick(group),
      drawn: at < drawn.length,
    })),
  };

  function remarks() {
    return [
      unsaid ? unsaidText(words, dimension, unsaid.count, basis) : "",
      leftOut.length > 0 ? leftOutText(summary, words, leftOut, basis) + words.t("sentence.end") : "",
      overlapping ? words.t("table.overlap") : "",
    ].filter(Boolean);
  }
}

/**
 * @param {string} id
 * @param {string} title
 * @param {any} summary
 * @param {import("./picture.js").Catalogue} words
 * @param {string} dimension
 * @returns {import("./picture.js").Picture}
 */
export function nothing(id, title, summary, words, dimension) {
  const empty =
    summary.entries === 0
      ? words.t("empty.ledger")
      : summary.matching === 0
        ? words.t("empty.filter")
        : words.t("empty.dimension", { dimension: words.t(`dimension.${dimension}`) });
  return { id, title, empty, reading: empty, columns: [], rows: [], bars: "across", categories: [], series: [] };
}
