// A closed vocabulary's counts, each in its own colour: ratings, states of answering, disclosure.
import { counted, dimensionOf, keyLabel, leftOutText } from "./picture.js";
import { nothing } from "./ranked.js";

/** @type {Record<string, string>} */
const COLOURS = {
  satisfied: "good", "basically-satisfied": "outcome-b", dissatisfied: "bad",
  "in-time": "good", late: "warn", overdue: "bad", "due-soon": "outcome-c", open: "outcome-b", answered: "series",
  public: "outcome-a", "on-request": "outcome-b", "not-public": "outcome-d",
};

/**
 * @param {any} summary
 * @param {import("./picture.js").Catalogue} words
 * @param {{ id: string, dimension: string }} chart
 * @returns {import("./picture.js").Picture}
 */
export function parts(summary, words, { id, dimension }) {
  const title = words.t(`chart.${id}.title`);
  const { said, unsaid, total, basis, leftOut } = dimensionOf(summary, dimension);
  if (said.length === 0) return nothing(id, title, summary, words, dimension);

  const unit = words.t(`unit.${basis}`);
  const name = (/** @type {any} */ group) => keyLabel(summary, words, dimension, group.key);
  const groups = unsaid ? [...said, unsaid] : said;
  const withShare = groups.some((/** @type {any} */ group) => group.share);
  return {
    id,
    title,
    bars: "across",
    categories: said.map(name),
    series: said.map((/** @type {any} */ group, /** @type {number} */ at) => ({
      name: name(group),
      colour: COLOURS[group.key] ?? "outcome-other",
      stack: "parts",
      values: said.map((/** @type {any} */ _, /** @type {number} */ row) => ({ value: row === at ? group.count : 0, pick: { dimension, key: group.key } })),
    })),
    reading: words.t(`chart.${id}.read`, { total, unit, parts: groups.map((/** @type {any} */ group) => counted(words, name(group), group.count, basis)).join(words.localized("，", ", ")) }),
    remarks: leftOut.length > 0 ? [leftOutText(summary, words, leftOut, basis) + words.t("sentence.end")] : [],
    columns: [words.t(`dimension.${dimension}`), words.t("table.count", { unit }), ...(withShare ? [words.t("table.share")] : [])],
    rows: groups.map((/** @type {any} */ group) => ({
      key: group.key,
      label: name(group),
      cells: [name(group), words.number(group.count), ...(withShare ? [group.share?.percent ?? ""] : [])],
      pick: { dimension, key: group.key },
      drawn: group.key !== "",
    })),
  };
}
