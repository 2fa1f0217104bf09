// The built engine and its samples, as a program has them that copied `dist/`.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after } from "node:test";
import { pathToFileURL } from "node:url";

const site = process.env.JIANYI_SITE ?? path.resolve("dist");
const { openEngine } = await import(pathToFileURL(path.join(site, "engine.js")).href);

/** One engine for the tests of a file. */
export const engine = await openEngine();
after(() => engine.close());

/** @param {string} name */
export function sample(name) {
  return readFile(path.join(site, "samples", `${name}.json`));
}

/** @param {string} entries JSON of the entries, with commas between them */
export function ledgerOf(entries) {
  return `{"format":"jianyi/ledger/1","title":"测试台账","entries":[${entries}]}`;
}
