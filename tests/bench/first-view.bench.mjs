/**
 * @file `cargo xtask bench first-view`: a first visit in Chromium with nothing in any cache: when the first figures stand, when
 * the first chart is drawn, when a press on a tab is answered; on this machine as it is, and with a processor four times as
 * slow behind a line of 1.6 Mbit/s and 150 ms.
 */
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const root = path.join(fileURLToPath(new URL(".", import.meta.url)), "../..");
const site = process.env.JIANYI_SITE ?? path.join(root, "dist");
const packages = createRequire(path.join(root, "www/package.json"));
const { default: puppeteer } = await import(pathToFileURL(packages.resolve("puppeteer-core")).href);
const KINDS = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", json: "application/json", svg: "image/svg+xml", wasm: "application/wasm" };
const TIMES = Number(process.env.JIANYI_BENCH_TIMES ?? 3);
const LEDGERS = ["xinjiang-npc-2024.json", "fictional-city-2024.json"];
const WAYS = { "as it is": {}, "4 × slower, 1.6 Mbit/s, 150 ms": { slower: 4, line: { download: 1.6e6 / 8, upload: 1.6e6 / 8, latency: 150 } } };

/** What a host sends, packed once. @type {Map<string, Buffer>} */
const packed = new Map();
const server = createServer(async (request, response) => {
  const name = decodeURIComponent(new URL(request.url, "http://x").pathname.slice(1)) || "index.html";
  if (!packed.has(name)) {
    const file = await readFile(path.join(site, name)).catch(() => null);
    if (file) packed.set(name, brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
  const body = packed.get(name);
  response.writeHead(body ? 200 : 404, { "content-type": KINDS[name.split(".").at(-1)] ?? "application/octet-stream", ...(body ? { "content-encoding": "br" } : {}) });
  response.end(body);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const rows = [];
for (const ledger of LEDGERS) {
  for (const [way, how] of Object.entries(WAYS)) {
    await visit(ledger, {}); // packs what the host sends
    const runs = [];
    for (let run = 0; run < TIMES; run += 1) runs.push(await visit(ledger, how));
    const median = (name) => runs.map((run) => run[name]).sort((one, other) => one - other)[Math.floor(TIMES / 2)];
    rows.push([ledger, way, ...["painted", "figures", "chart", "answered"].map((name) => `${(median(name) / 1000).toFixed(2)} s`)]);
  }
}
const head = ["ledger", "machine and line", "first paint", "first figures", "first chart drawn", "a pressed tab shown after"];
console.log(`| ${head.join(" | ")} |\n|${" --- |".repeat(head.length)}\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}`);
server.close();
process.exit(0);

/** A first visit. @param {string} ledger @param {{ slower?: number, line?: any }} how */
async function visit(ledger, { slower, line }) {
  const flags = ["--disable-background-networking", "--disable-component-update", "--disable-gpu", "--disable-quic", "--disable-sync", "--no-first-run", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const browser = await puppeteer.launch({ browser: "chrome", executablePath: process.env.JIANYI_CHROMIUM ?? "/usr/bin/chromium", headless: true, args: flags });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1440, height: 900 });
    if (line) await page.emulateNetworkConditions(line);
    if (slower) await page.emulateCPUThrottling(slower);
    // The page's own clock: what the driver asks does not wait for it.
    await page.evaluateOnNewDocument(() => {
      const seen = (globalThis.seen = {});
      const look = () => {
        const board = document.querySelector("jianyi-board")?.shadowRoot;
        if (!seen.figures && board?.querySelector(".tile .value")) seen.figures = performance.now();
        const charts = [...(board?.querySelectorAll("jianyi-chart") ?? [])];
        if (!seen.chart && charts.some((chart) => chart.shadowRoot?.querySelector("#picture[data-drawn] svg"))) seen.chart = performance.now();
        if (!seen.answered && seen.pressed && document.querySelector("jianyi-list")?.shadowRoot?.querySelector("[role=row] [role=gridcell]")) seen.answered = performance.now() - seen.pressed;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    const start = `http://127.0.0.1:${server.address().port}/#ledger=${ledger}`;
    await page.goto(start, { waitUntil: "domcontentloaded", timeout: 120_000 });
    await page.waitForFunction(() => globalThis.seen.chart, { timeout: 120_000 });
    await page.evaluate(() => {
      globalThis.seen.pressed = performance.now();
      document.querySelector("#tab-list").click();
    });
    await page.waitForFunction(() => globalThis.seen.answered, { timeout: 120_000 });
    const painted = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN);
    return { painted, ...(await page.evaluate(() => globalThis.seen)) };
  } finally {
    await browser.close();
  }
}
