/**
 * @file `cargo xtask bench similarity`: alike suggestions of an invented ledger grouped in Chromium, by the page's own engine in
 * its worker. JIANYI_BENCH_SIZES=10000 says how many entries the ledger has.
 */
import { execFileSync } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.join(fileURLToPath(new URL(".", import.meta.url)), "../..");
const site = process.env.JIANYI_SITE ?? path.join(root, "dist");
const packages = createRequire(path.join(root, "www/package.json"));
const { default: puppeteer } = await import(pathToFileURL(packages.resolve("puppeteer-core")).href);
const sizes = (process.env.JIANYI_BENCH_SIZES ?? "10000").split(",").map(Number);
const KINDS = { html: "text/html; charset=utf-8", js: "text/javascript", json: "application/json", wasm: "application/wasm" };
const TIMES = 5;

const folder = path.join(root, "build/bench/similarity");
await mkdir(folder, { recursive: true });
const rows = [];
for (const size of sizes) {
  const ledger = path.join(folder, `${size}.json`);
  execFileSync("cargo", ["run", "--quiet", "--release", "-p", "jianyi-generator", "--bin", "generate", "--", "--entries", String(size), "--years", "5", "--seed", "7", "--texts", "full", "--out", ledger], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  const runs = await visit(ledger);
  const sorted = runs.map(({ took }) => took).sort((one, other) => one - other);
  const told = runs.map(({ groups, entries }) => `${groups}/${entries}`);
  if (new Set(told).size !== 1) throw new Error(`the runs differ: ${told.join(" ")}`);
  rows.push([size.toLocaleString("en"), `${(runs[0].letters / 1e6).toFixed(1)} million`, `${(sorted[Math.floor(TIMES / 2)] / 1000).toFixed(2)} s`, `${(sorted.at(-1) / 1000).toFixed(2)} s`, `${runs[0].groups} (${runs[0].entries} entries)`, runs[0].browser]);
}
const head = ["entries", "letters of their texts", "grouped in (median of 5)", "slowest", "groups", "browser"];
console.log(`| ${head.join(" | ")} |\n|${" --- |".repeat(head.length)}\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}`);
process.exit(0);

/** Opens the ledger once and groups its entries several times. */
async function visit(ledger) {
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://x").pathname.slice(1));
    const file = name === "" ? "<!doctype html><title>bench</title>" : await readFile(name === "ledger" ? ledger : path.join(site, name)).catch(() => null);
    response.writeHead(file ? 200 : 404, { "content-type": name === "" ? KINDS.html : (KINDS[name.split(".").at(-1)] ?? "application/octet-stream") });
    response.end(file ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await puppeteer.launch({ browser: "chrome", executablePath: process.env.JIANYI_CHROMIUM ?? "/usr/bin/chromium", headless: true, protocolTimeout: 1_800_000, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    const runs = await page.evaluate(async (times) => {
      const { openEngine } = await import("/engine.js");
      const engine = await openEngine();
      const text = await (await fetch("/ledger")).text();
      const letters = JSON.parse(text).entries.reduce((all, { title, text: said }) => all + (title ?? "").length + (said ?? "").length, 0);
      const opened = await engine.openLedger(text, { format: "json" });
      // the desk's module and its copy of the ledger are there before the first measurement
      await opened.holidayTable();
      const measured = [];
      for (let run = 0; run < times; run += 1) {
        const start = performance.now();
        const groups = await opened.similarEntries();
        measured.push({ took: performance.now() - start, groups: groups.length, entries: groups.reduce((all, group) => all + group.entries.length, 0), letters });
      }
      return measured;
    }, TIMES);
    const version = await browser.version();
    return runs.map((run) => ({ ...run, browser: version }));
  } finally {
    await browser.close();
    server.close();
  }
}
