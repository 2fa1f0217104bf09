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
