import crossfilter from "crossfilter2";
import { NAMES, VIEWS } from "./rows.js";

/** @param {import("./rows.js").Columns} columns */
export async function crossfilter2(columns) {
  const started = performance.now();
  const data = crossfilter(Array.from({ length: columns.days.length }, (_, row) => row));
  const dimensions = NAMES.map((name) => data.dimension((/** @type {number} */ row) => columns[name][row]));
  const groups = dimensions.map((dimension) => dimension.group());
  const built = performance.now() - started;
  /** @type {(string | undefined)[]} */
  const set = NAMES.map(() => undefined);
  return {
    built,
    apply(/** @type {import("./rows.js").Filter} */ { keys, days }) {
      NAMES.forEach((name, at) => {
        const said = (name === "days" ? days : keys[name])?.join();
        if (said === set[at]) return;
        set[at] = said;
        if (name === "days" && days) dimensions[at].filterRange([days[0], days[1] + 1]);
        else if (keys[name]) {
          const allowed = new Uint8Array(256);
          keys[name].forEach((code) => (allowed[code] = 1));
          dimensions[at].filterFunction((/** @type {any} */ code) => allowed[code] === 1);
        } else dimensions[at].filterAll();
      });
      return groups.map((group) => group.all());
    },
    read: (/** @type {any[]} */ all) => all.map((groups, at) => {
      const view = new Uint32Array(VIEWS[NAMES[at]]);
      for (const { key, value } of groups) view[key] = value;
      return view;
    }),
  };
}
