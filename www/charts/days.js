// Days from assignment to the first reply, in bins, and how many of them came late.
/**
 * @param {any} summary
 * @param {import("./picture.js").Catalogue} words
 * @returns {import("./picture.js").Picture}
 */
export function days(summary, words) {
  const title = words.t("chart.days.title");
  const { known, unknown, median, p90, bins } = summary.daysToReply;
  if (known === 0) {
    const empty = words.t(summary.matching === 0 && summary.entries > 0 ? "empty.filter" : "empty.days");
    return { id: "days", title, empty, reading: empty, columns: [], rows: [], bars: "upright", categories: [], series: [] };
  }
  const pick = (/** @type {any} */ bin) => ({ dimension: "days", key: [bin.from, bin.to] });
  const label = (/** @type {any} */ bin) => words.t("chart.days.bin", { from: bin.from, to: bin.to });
  const values = (/** @type {"count" | "late"} */ field) => bins.map((/** @type {any} */ bin) => ({ value: bin[field], pick: pick(bin) }));
  return {
    id: "days",
    title,
    bars: "upright",
    categories: bins.map((/** @type {any} */ bin) => `${bin.from}—${bin.to}`),
    series: [
      { name: words.t("chart.days.all"), colour: "series", values: values("count") },
      { name: words.t("chart.days.late"), colour: "bad", over: true, values: values("late") },
    ],
    reading: words.t("chart.days.read", { known, median, p90 }),
    remarks: unknown > 0 ? [words.t("chart.days.unknown", { unknown })] : [],
    columns: [words.t("chart.days.from"), words.t("chart.days.all"), words.t("chart.days.late")],
    rows: bins.map((/** @type {any} */ bin) => ({
      key: `${bin.from}-${bin.to}`,
      label: label(bin),
      cells: [label(bin), words.number(bin.count), words.number(bin.late)],
      pick: pick(bin),
      drawn: true,
    })),
  };
}
