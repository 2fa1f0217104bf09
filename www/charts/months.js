// How many were assigned and how many answered, month by month.
import { dimensionOf, unsaidText } from "./picture.js";
import { nothing } from "./ranked.js";

/**
 * @param {any} summary
 * @param {import("./picture.js").Catalogue} words
 * @returns {import("./picture.js").Picture}
 */
export function months(summary, words) {
  const title = words.t("chart.months.title");
  const assigned = dimensionOf(summary, "month");
  const answered = dimensionOf(summary, "replyMonth");
  const known = [...assigned.said, ...answered.said].map((group) => group.key).sort();
  if (known.length === 0) return nothing("months", title, summary, words, "month");

  const axis = monthsBetween(known[0], known[known.length - 1]);
  const count = (/** @type {any} */ dimension, /** @type {string} */ month) => dimension.said.find((/** @type {any} */ group) => group.key === month)?.count ?? 0;
  const lines = [
    { name: words.t("chart.months.assigned"), colour: "series", dimension: "month", of: assigned },
    { name: words.t("chart.months.answered"), colour: "series-second", dimension: "replyMonth", of: answered },
  ].filter(({ of }) => of.said.length > 0);
  const unsaid = (/** @type {any} */ { dimension, of }) =>
    of.unsaid ? [unsaidText(words, dimension, of.unsaid.count, of.basis)] : [];

  return {
    id: "months",
    title,
    bars: "upright",
    categories: axis.map(words.month),
    series: lines.map(({ name, colour, dimension, of }) => ({
      name,
      colour,
      values: axis.map((month) => ({ value: count(of, month), pick: { dimension, key: month } })),
    })),
    reading: lines.map(({ dimension, of }) => words.t(`chart.months.read.${dimension}`, { peak: peak(of) })).join(words.t("separator")) + words.t("sentence.end"),
    remarks: lines.flatMap(unsaid),
    columns: [words.t("chart.months.column"), ...lines.map(({ name, of }) => `${name}${words.t("brackets", { text: words.t(`unit.${of.basis}`) })}`)],
    rows: axis.map((month) => ({
      key: month,
      label: words.month(month),
      cells: [words.month(month), ...lines.map(({ of }) => words.number(count(of, month)))],
      pick: { dimension: lines[0].dimension, key: month },
      drawn: true,
    })),
  };

  /** @param {any} dimension */
  function peak(dimension) {
    const most = dimension.said.reduce((/** @type {any} */ best, /** @type {any} */ group) => (group.count > best.count ? group : best));
    return words.t("chart.months.one", { name: words.month(most.key), count: most.count, unit: words.t(`unit.${dimension.basis}`) });
  }
}

/**
 * Every month from the first to the last, so that a quiet month is seen as one.
 * @param {string} first `2024-03`
 * @param {string} last
 */
function monthsBetween(first, last) {
  const [year, month] = first.split("-").map(Number);
  const all = [];
  for (let at = year * 12 + month - 1; all.length < 120; at += 1) {
    const key = `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
    all.push(key);
    if (key >= last) break;
  }
  return all;
}
