import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const site = process.env.JIANYI_SITE ?? fileURLToPath(new URL("../../../dist", import.meta.url));

test("what of others is in the product is listed, each with a version, a licence and its notices", async () => {
  const bill = JSON.parse(await readFile(path.join(site, "sbom.cdx.json"), "utf8"));
  const notices = await readFile(path.join(site, "THIRD-PARTY.txt"), "utf8");
  const names = bill.components.map(({ name }) => name);
  for (const name of ["wasm-bindgen", "serde", "lit", "echarts"]) assert.ok(names.includes(name), name);
  for (const name of ["esbuild", "axe-core", "puppeteer-core", "proptest", "jianyi"]) assert.ok(!names.includes(name), name);
  const lacking = bill.components.filter(({ name, version, licenses }) => licenses.length === 0 || !notices.includes(`\n${name} ${version}\n`));
  assert.deepEqual(lacking, []);
});

/** Licences that ask for no more than a notice, which THIRD-PARTY.txt gives. A part under another one must be talked about first. */
const PERMISSIVE = new Set(["MIT", "MIT-0", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "Zlib", "Unicode-3.0", "Unlicense", "CC0-1.0", "BSL-1.0"]);

/** Whether an SPDX expression leaves a way that asks for no more than a notice. @param {string} expression @returns {boolean} */
function isPermissive(expression) {
  const plain = expression.trim().replace(/^\((.*)\)$/, (whole, inner) => (/^[^()]*$/.test(inner) ? inner : whole));
  const split = (/** @type {string} */ word) => {
    const parts = [];
    let depth = 0;
    let part = "";
    for (const token of plain.split(/\s+/)) {
      if (token === word && depth === 0) [parts[parts.length], part] = [part, ""];
      else part = `${part} ${token}`.trim();
      depth += (token.match(/\(/g)?.length ?? 0) - (token.match(/\)/g)?.length ?? 0);
    }
    return [...parts, part];
  };
  const [ways, demands] = [split("OR"), split("AND")];
  if (ways.length > 1) return ways.some(isPermissive);
  if (demands.length > 1) return demands.every(isPermissive);
  return PERMISSIVE.has(plain);
}

test("no part of the product has a licence that asks for more than a notice", async () => {
  const bill = JSON.parse(await readFile(path.join(site, "sbom.cdx.json"), "utf8"));
  const asking = bill.components.filter(({ licenses }) => !licenses.every(({ expression }) => isPermissive(expression)));
  assert.deepEqual(asking.map(({ name, licenses }) => [name, licenses]), []);
  for (const [expression, expected] of /** @type {[string, boolean][]} */ ([["GPL-3.0-only", false], ["MIT OR GPL-2.0-only", true], ["MIT AND GPL-2.0-only", false], ["(MIT OR Apache-2.0) AND Unicode-3.0", true], ["(GPL-2.0-only OR MPL-2.0) AND MIT", false]])) {
    assert.equal(isPermissive(expression), expected, expression);
  }
});
