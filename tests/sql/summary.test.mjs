/**
 * @file The queries of `src/summary/sql` on DuckDB, count by count beside the summary that this project reckons.
 *
 * `cargo xtask test --only sql` writes the ledger and what must be found (`summary-inputs`) and names their folder.
 */
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";

/** What only this project reckons: what rests on several keys of an entry, on stages, points and promises. */
const BEYOND_SQL = new Set(["means", "stage"]);
const RATES = new Set(["completion", "on-time", "consultation", "satisfaction", "satisfaction-including-basic", "satisfaction-of-all", "satisfaction-including-basic-of-all", "resolution", "resolved-or-planned", "publication"]);

const queries = fileURLToPath(new URL("../../src/summary/sql/", import.meta.url));
const inputs = process.env.JIANYI_SUMMARY_INPUTS ?? assert.fail("JIANYI_SUMMARY_INPUTS names no folder: run `cargo xtask test --only sql`");
const today = process.env.JIANYI_TODAY ?? assert.fail("JIANYI_TODAY names no day: run `cargo xtask test --only sql`");

/** @type {Map<string, string>} */
let ours;
let changed = "";

before(async () => {
  ours = await summed(path.join(inputs, "expected.ndjson"));
  changed = await mkdtemp(path.join(tmpdir(), "jianyi-sql-"));
});
after(() => rm(changed, { recursive: true }));

test("DuckDB counts of a ledger what this project counts", async () => {
  const found = await counted(path.join(inputs, "ledger.ndjson"));
  assert.ok(found.size > 500, `only ${found.size} counts were found`);
  assert.deepEqual(differences(found, ours), []);
});

test("a single date that differs in the ledger is found by the comparison", async () => {
  const ledger = path.join(changed, "ledger.ndjson");
  const lines = (await readFile(path.join(inputs, "ledger.ndjson"), "utf8")).split("\n");
  const at = lines.findIndex((line) => line.includes('"replies":[{"date":"'));
  lines[at] = lines[at].replace(/"replies":\[\{"date":"\d{4}/, '"replies":[{"date":"1999');
  await writeFile(ledger, lines.join("\n"));
  assert.notDeepEqual(differences(await counted(ledger), ours), []);
});

test("a single entry that is missing is found by the comparison", async () => {
  const ledger = path.join(changed, "ledger.ndjson");
  const lines = (await readFile(path.join(inputs, "ledger.ndjson"), "utf8")).split("\n");
  await writeFile(ledger, lines.slice(1).join("\n"));
  const missing = differences(await counted(ledger), ours);
  assert.ok(missing.some((line) => line.startsWith("all, matching")), missing.join("\n"));
});

/** The counts of the queries: from table, key and part to the count. */
async function counted(/** @type {string} */ ledger) {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  for (const statement of await statements("duckdb.sql", ledger)) await connection.run(statement);
  const [query] = await statements("summary.sql", ledger);
  const rows = (await connection.runAndReadAll(query)).getRows();
  connection.closeSync();
  return new Map(rows.map(([table, key, part, count]) => [`${table}, ${key}, ${part}`, String(count)]));
}

/** The counts of a summary file that the queries know. */
async function summed(/** @type {string} */ file) {
  const lines = (await readFile(file, "utf8")).trim().split("\n").slice(1);
  const counts = lines.map((line) => JSON.parse(line)).filter(({ table, key }) => !BEYOND_SQL.has(table) && (table !== "rate" || RATES.has(key)));
  return new Map(counts.map(({ table, key, part, count }) => [`${table}, ${key}, ${part}`, String(count)]));
}

/** Every count in which the two differ, a line each. */
function differences(/** @type {Map<string, string>} */ found, /** @type {Map<string, string>} */ right) {
  const names = [...new Set([...found.keys(), ...right.keys()])].sort();
  return names.filter((name) => found.get(name) !== right.get(name)).map((name) => `${name}: SQL ${found.get(name) ?? "none"}, ours ${right.get(name) ?? "none"}`);
}

/** The statements of a query file, with the files that they read. */
async function statements(/** @type {string} */ name, /** @type {string} */ ledger) {
  const quoted = (/** @type {string} */ file) => `'${file.replaceAll("'", "''")}'`;
  const text = (await readFile(path.join(queries, name), "utf8")).replaceAll("${TODAY}", today);
  const placed = text.replace("'ledger.ndjson'", quoted(ledger)).replace("'due.csv'", quoted(path.join(inputs, "due.csv")));
  return placed.replace(/--.*$/gm, "").split(";").filter((statement) => statement.trim());
}
