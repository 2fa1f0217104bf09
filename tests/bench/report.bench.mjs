/**
 * @file `cargo xtask bench report`: how long the auditor takes for a report of 1 MB in Chromium and, with the same module, in
 * Node. JIANYI_BENCH_SIZES=250000,1000000 says how many bytes; the text is invented and varied (report/text.js).
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { report } from "./report/text.js";

const root = path.join(fileURLToPath(new URL(".", import.meta.url)), "../..");
const site = process.env.JIANYI_SITE ?? path.join(root, "dist");
const packages = createRequire(path.join(root, "www/package.json"));
const { default: puppeteer } = await import(pathToFileURL(packages.resolve("puppeteer-core")).href);
const sizes = (process.env.JIANYI_BENCH_SIZES ?? "250000,1000000").split(",").map(Number);
const TIMES = 9;
const KINDS = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", wasm: "application/wasm", json: "application/json" };

const server = createServer(async (request, response) => {
  const name = decodeURIComponent(new URL(request.url, "http://x").pathname.slice(1));
  const file = name ? await readFile(path.join(site, name)).catch(() => null) : Buffer.from("<!doctype html><title>bench</title>");
  response.writeHead(file ? 200 : 404, { "content-type": KINDS[name.split(".").at(-1)] ?? "text/html" });
  response.end(file);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}`;

/** Times of the engine at `module` for `text`, run as it stands in the page, too: it must close over nothing. */
async function measure(module, text, times) {
  const { openEngine } = await import(module);
  const engine = await openEngine({ worker: false });
  const { coverage } = await engine.auditReport({ text });
  const taken = [];
  for (let run = 0; run < times; run += 1) {
    const start = performance.now();
    await engine.auditReport({ text });
    taken.push(performance.now() - start);
  }
  engine.close();
  return { taken, coverage };
}

const browser = await puppeteer.launch({
  browser: "chrome",
  executablePath: process.env.JIANYI_CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
const rows = [];
try {
  const version = await browser.version();
  const page = await browser.newPage();
  await page.goto(`${address}/`);
  for (const size of sizes) {
    const text = report(size);
    const places = [
      [version, await page.evaluate(`(${measure})(${JSON.stringify(`${address}/engine.js`)}, ${JSON.stringify(text)}, ${TIMES})`)],
      [`Node ${process.version}`, await measure(pathToFileURL(path.join(site, "engine.js")).href, text, TIMES)],
    ];
    for (const [where, { taken, coverage }] of places) {
      const sorted = taken.sort((one, other) => one - other);
      const [fastest, median] = [sorted[0], sorted[Math.floor(sorted.length / 2)]];
      rows.push([`${(size / 1e6).toFixed(2)} MB`, coverage[1].toLocaleString("en"), where, `${median.toFixed(0)} ms`, `${fastest.toFixed(0)} ms`]);
    }
  }
} finally {
  await browser.close();
  server.close();
}
const head = ["text", "figures", "where", "median", "fastest"];
console.log(`| ${head.join(" | ")} |\n|${" --- |".repeat(head.length)}\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}`);
process.exit(0);
