/**
 * @file The queries of `src/summary/sql` on DuckDB, line for line beside the summary that this project reckons.
 *
 * `node tests/bench/summary-sql.mjs [ENTRIES]` (10,000 where it is not said; a second or two).
 */
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";

const TODAY = "2024-08-20";
/** What only this project reckons: what rests on several keys of an entry, on stages, points and promises. */
const BEYOND_SQL = new Set(["means", "stage"]);
const RATES = new Set(["completion", "on-time", "consultation", "satisfaction", "satisfaction-including-basic", "satisfaction-of-all", "satisfaction-including-basic-of-all", "resolution", "resolved-or-planned", "publication"]);

const root = fileURLToPath(new URL("../..", import.meta.url));
const entries = process.argv[2] ?? "10000";
const folder = await mkdtemp(path.join(tmpdir(), "jianyi-sql-"));
try {
  execFileSync("cargo", ["run", "--quiet", "--package", "jianyi-generator", "--bin", "summary-inputs", "--", "--entries", entries, "--today", TODAY, "--out", folder], { cwd: root, stdio: "inherit" });
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const started = performance.now();
  for (const statement of await statements("duckdb.sql")) await connection.run(statement);
  const [query] = await statements("summary.sql");
  const found = (await connection.runAndReadAll(query)).getRows().map(([table, key, part, count]) => line(table, key, part, count));
  const seconds = (performance.now() - started) / 1000;
  const expected = (await readFile(path.join(folder, "expected.ndjson"), "utf8")).trim().split("\n").slice(1).map((text) => JSON.parse(text));
  const wanted = expected.filter(({ table, key }) => !BEYOND_SQL.has(table) && (table !== "rate" || RATES.has(key)));
  const right = new Set(wanted.map(({ table, key, part, count }) => line(table, key, part, count)));
  const differing = [...found.filter((text) => !right.has(text)).map((text) => `only SQL: ${text}`), ...[...right].filter((text) => !found.includes(text)).map((text) => `only ours: ${text}`)];
  console.log(`${entries} entries, ${found.length} counts, DuckDB ${seconds.toFixed(1)} s, ${differing.length} differences`);
  if (differing.length > 0) {
    console.error(differing.sort().slice(0, 40).join("\n"));
    process.exitCode = 1;
  }
} finally {
  await rm(folder, { recursive: true });
}

function line(...values) {
  return values.map(String).join(" | ");
}

/** The statements of a query file, with its inputs in this folder. */
async function statements(name) {
  const text = await readFile(path.join(root, "src/summary/sql", name), "utf8");
  const placed = text.replaceAll("${TODAY}", TODAY).replace(/'(ledger\.ndjson|due\.csv)'/g, (_, file) => `'${path.join(folder, file)}'`);
  return placed.replace(/--.*$/gm, "").split(";").filter((statement) => statement.trim());
}
