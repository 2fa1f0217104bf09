/**
 * @file `cargo xtask bench soak`: one tab of Chromium that loads a ledger, filters it, looks at a view and checks a reply, a
 * thousand times over, and what it holds afterwards: the JavaScript heaps of the page and of its workers after a collection,
 * and all memory of the tab's process as the system counts it (Linux only).
 *
 * Functions are not compiled as they become warm: that code, which ends at the size of the page's scripts, would be counted too.
 * The start is taken after a hundred rounds, when every part has been fetched and the browser's own list of timings is full. JIANYI_BENCH_TIMES=100 does less.
 */
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.join(fileURLToPath(new URL(".", import.meta.url)), "../..");
const site = process.env.JIANYI_SITE ?? path.join(root, "dist");
const packages = createRequire(path.join(root, "www/package.json"));
const { default: puppeteer } = await import(pathToFileURL(packages.resolve("puppeteer-core")).href);
const KINDS = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", json: "application/json", svg: "image/svg+xml", wasm: "application/wasm" };
const ROUNDS = Number(process.env.JIANYI_BENCH_TIMES ?? 1000);
const WARM = 100;
const STEP = Math.max(1, Math.round(ROUNDS / 10));
/** One round in eight opens the invented city's year, the others what Xinjiang published. */
const ledgerOf = (/** @type {number} */ round) => (round % 8 === 7 ? "fictional-city-2024.json" : round % 2 ? "xinjiang-cppcc-2024.json" : "xinjiang-npc-2024.json");

const LETTER = await readFile(path.join(root, "www/samples/reply-personal-data.txt"), "utf8");

const server = createServer(async (request, response) => {
  const name = decodeURIComponent(new URL(request.url, "http://x").pathname.slice(1)) || "index.html";
  const body = await readFile(path.join(site, name)).catch(() => null);
  response.writeHead(body ? 200 : 404, { "content-type": KINDS[name.split(".").at(-1)] ?? "application/octet-stream" });
  response.end(body);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const flags = ["--disable-background-networking", "--disable-component-update", "--disable-gpu", "--disable-quic", "--disable-sync", "--no-first-run", "--js-flags=--no-sparkplug --no-maglev --no-opt --no-lazy-feedback-allocation", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
const browser = await puppeteer.launch({ browser: "chrome", executablePath: process.env.JIANYI_CHROMIUM ?? "/usr/bin/chromium", headless: true, args: flags, protocolTimeout: 3_600_000 });
const page = await browser.newPage();
await page.setViewport({ width: 1440, height: 900 });
await page.goto(`http://127.0.0.1:${server.address().port}/#ledger=xinjiang-npc-2024.json`);
await page.waitForFunction(() => document.querySelector("jianyi-board")?.ledger);
const tab = await page.createCDPSession();

const rows = [];
await rounds(0, WARM);
const start = await held();
rows.push(["start", start]);
for (let done = WARM; done < WARM + ROUNDS; done += STEP) {
  await rounds(done, STEP);
  rows.push([String(done + STEP - WARM), await held()]);
  console.error(`  ${done + STEP - WARM} rounds`);
}
const MIB = 2 ** 20;
const cell = (value, first) => (value === null ? "–" : `${(value / MIB).toFixed(1)} MiB (${Math.round((100 * value) / first)} %)`);
console.log("| rounds | page's heap | workers' heaps | the tab's process |\n| --- | --- | --- | --- |");
for (const [name, { page: own, workers, process: all }] of rows) console.log(`| ${name} | ${cell(own, start.page)} | ${cell(workers, start.workers)} | ${cell(all, start.process)} |`);
await browser.close();
server.close();
process.exit(0);

/**
 * Loads, filters, looks at a view, checks a reply, again and again. One call of the driver for many rounds: what a driver
 * keeps of each call would be counted as the page's.
 * @param {number} from @param {number} count
 */
async function rounds(from, count) {
  const plan = Array.from({ length: count }, (_, at) => ({
    file: ledgerOf(from + at),
    view: ["overview", "list", "bodies", "problems"][(from + at) % 4],
    filter: [{}, { kind: "proposal" }, { role: "lead" }][(from + at) % 3],
  }));
  // Always left in the same place, so that what is held there can be compared.
  plan[count - 1] = { file: ledgerOf(0), view: "overview", filter: {} };
  const fewest = await page.evaluate(async (planned, letter) => {
    const opened = () => [...document.querySelectorAll("main *")].map((/** @type {any} */ element) => element.ledger).find(Boolean);
    // Dropped, not fetched: the driver keeps the bodies of what a page fetches, up to 200 MB, in the page's own process.
    const files = ((/** @type {any} */ (globalThis)).files ??= new Map());
    for (const { file } of planned) if (!files.has(file)) files.set(file, await (await fetch(`samples/${file}`)).arrayBuffer());
    const drop = (/** @type {string} */ file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([files.get(file)], file));
      for (const kind of ["dragenter", "dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    };
    /** @type {any} */ (globalThis).engine ??= await (await import("./engine.js")).openEngine();
    let least = Infinity;
    for (const { file, view, filter } of planned) {
      const before = opened();
      drop(file);
      while (!opened() || opened() === before) await new Promise((resolve) => setTimeout(resolve, 5));
      const ledger = opened();
      const address = new URLSearchParams(location.hash.slice(1));
      address.set("view", view);
      for (const [name, value] of Object.entries({ kind: "", role: "", ...filter })) value ? address.set(name, value) : address.delete(name);
      location.hash = String(address);
      await ledger.summary({ kind: ["proposal"] });
      const check = await /** @type {any} */ (globalThis).engine.checkReply({ text: letter });
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
      least = Math.min(least, ledger.size, JSON.stringify(check).length);
    }
    return least;
  }, plan, LETTER);
  assert.ok(fewest >= 4, `a ledger or a check was empty: ${fewest}`);
}

/** What is held after a collection, in bytes. */
async function held() {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await tab.send("HeapProfiler.collectGarbage");
  await tab.send("HeapProfiler.collectGarbage");
  const { usedSize } = await tab.send("Runtime.getHeapUsage");
  let workers = 0;
  for (const worker of page.workers()) {
    await worker.client.send("HeapProfiler.collectGarbage");
    workers += (await worker.client.send("Runtime.getHeapUsage")).usedSize;
  }
  return { page: usedSize, workers, process: await ofProcess() };
}

/** The memory of the browser's largest renderer, shared pages by their part; null where the system does not tell. */
async function ofProcess() {
  if (process.platform !== "linux") return null;
  const sizes = [];
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (!line.includes("--type=renderer") || !line.includes(`${browser.process().spawnargs.find((flag) => flag.startsWith("--user-data-dir"))}`)) continue;
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
    sizes.push(Number(rollup.match(/^Pss:\s+(\d+) kB/m)?.[1] ?? 0) * 1024);
  }
  return sizes.length > 0 ? Math.max(...sizes) : null;
}
