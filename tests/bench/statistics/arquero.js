import { table } from "arquero";
import { NAMES, VIEWS } from "./rows.js";

/** @param {import("./rows.js").Columns} columns */
export async function arquero(columns) {
  const started = performance.now();
  const all = table(columns);
  const built = performance.now() - started;
  return {
    built,
    apply(/** @type {import("./rows.js").Filter} */ filter) {
      const set = [...Object.keys(filter.keys), ...(filter.days ? ["days"] : [])];
      const passing = select(all, filter, set);
      return NAMES.map((name) => {
        const seen = set.includes(name) ? select(all, filter, set.filter((other) => other !== name)) : passing;
        return seen.groupby(name).count();
      });
    },
    read: (/** @type {any[]} */ counted) => counted.map((groups, at) => {
      const view = new Uint32Array(VIEWS[NAMES[at]]);
      groups.scan((/** @type {number} */ row, /** @type {any} */ data) => {
        view[data[NAMES[at]].at(row)] = data.count.at(row);
      });
      return view;
    }),
  };
}

function select(/** @type {any} */ from, /** @type {import("./rows.js").Filter} */ { keys, days }, /** @type {string[]} */ names) {
  if (names.length === 0) return from;
  const conditions = names.map((name) =>
    name === "days" && days ? `d.days >= ${days[0]} && d.days <= ${days[1]}` : `op.includes($.${name}, d.${name})`,
  );
  return from.params(keys).filter(`(d, $) => ${conditions.join(" && ")}`);
}
