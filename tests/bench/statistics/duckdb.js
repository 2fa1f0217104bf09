import * as duckdb from "@duckdb/duckdb-wasm";
import { tableFromArrays, tableToIPC } from "apache-arrow";
import { NAMES, VIEWS } from "./rows.js";

/** @param {import("./rows.js").Columns} columns */
export async function duckdbWasm(columns) {
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker("/duckdb/duckdb-browser-eh.worker.js"));
  await database.instantiate(new URL("/duckdb/duckdb-eh.wasm", location.href).href);
  const connection = await database.connect();
  const bytes = tableToIPC(tableFromArrays(columns), "stream");
  const started = performance.now();
  await connection.insertArrowFromIPCStream(bytes, { name: "t", create: true });
  const built = performance.now() - started;
  return {
    built,
    async apply(/** @type {import("./rows.js").Filter} */ { keys, days }) {
      const demands = Object.entries(keys).map(([name, codes]) => ({ name, sql: `${name} IN (${codes.join()})` }));
      if (days) demands.push({ name: "days", sql: `days BETWEEN ${days[0]} AND ${days[1]}` });
      const views = NAMES.map((name, at) => {
        const where = demands.filter((demand) => demand.name !== name).map(({ sql }) => sql).join(" AND ");
        return `SELECT ${at} AS view, ${name}::INTEGER AS key, count(*)::INTEGER AS n FROM t ${where && `WHERE ${where}`} GROUP BY ${name}`;
      });
      return connection.query(views.join(" UNION ALL "));
    },
    read: (/** @type {any} */ result) => {
      const counts = NAMES.map((name) => new Uint32Array(VIEWS[name]));
      const [view, key, n] = ["view", "key", "n"].map((name) => result.getChild(name).toArray());
      view.forEach((/** @type {number} */ at, /** @type {number} */ row) => (counts[at][key[row]] = n[row]));
      return counts;
    },
    close: async () => {
      await connection.close();
      await database.terminate();
    },
  };
}
