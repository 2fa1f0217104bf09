/**
 * @file `cargo xtask bench portal`: a public bundle from a static server over a slow line (1.6 Mbit/s, 150 ms) in Chromium:
 * when its figures stand, when a first search answers, how many bytes that takes. JIANYI_BENCH_SIZES=10000,100000.
 */
import { execFileSync } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";

const root = path.join(fileURLToPath(new URL(".", import.meta.url)), "../..");
const packages = createRequire(path.join(root, "www/package.json"));
const { default: puppeteer } = await import(pathToFileURL(packages.resolve("puppeteer-core")).href);
const sizes = (process.env.JIANYI_BENCH_SIZES ?? "10000").split(",").map(Number);
const KINDS = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", json: "application/json" };
const QUERY = "供热质量";
const TIMES = 5;

const folder = path.join(root, "build/bench/search");
await mkdir(folder, { recursive: true });
const cargo = (...args) => execFileSync("cargo", ["run", "--quiet", "--release", ...args], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
const rows = [];
for (const size of sizes) {
  const [ledger, bundle] = [path.join(folder, `${size}.json`), path.join(folder, `bundle-${size}`)];
  cargo("-p", "jianyi-generator", "--bin", "generate", "--", "--entries", String(size), "--years", "5", "--seed", "7", "--texts", "full", "--out", ledger);
  cargo("-p", "jianyi-publisher", "--", ledger, "--out", bundle);
  const runs = [];
  for (let run = 0; run < TIMES; run += 1) runs.push(await visit(bundle));
  const median = (name) => runs.map((run) => run[name]).sort((one, other) => one - other)[Math.floor(TIMES / 2)];
  rows.push([size.toLocaleString("en"), `${(median("painted") / 1000).toFixed(2)} s`, `${(median("ready") / 1000).toFixed(2)} s`, `${Math.round(median("first") / 1000)} kB`, `${(median("answered") / 1000).toFixed(2)} s`, `${Math.round(median("asked") / 1000)} kB`]);
}
const head = ["entries", "first figures", "search ready", "bytes till then", "first hits after", "bytes of the first query"];
console.log(`| ${head.join(" | ")} |\n|${" --- |".repeat(head.length)}\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}`);
process.exit(0);

/** A first visit with nothing in any cache. */
async function visit(bundle) {
  let sent = 0;
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://x").pathname.slice(1)) || "index.html";
    const file = await readFile(path.join(bundle, name)).catch(() => null);
    const packed = file ? gzipSync(file) : Buffer.alloc(0);
    sent += packed.length;
    response.writeHead(file ? 200 : 404, { "content-type": KINDS[name.split(".").at(-1)] ?? "application/octet-stream", ...(file ? { "content-encoding": "gzip" } : {}) });
    response.end(packed);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const browser = await puppeteer.launch({ browser: "chrome", executablePath: process.env.JIANYI_CHROMIUM ?? "/usr/bin/chromium", headless: true, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    await page.emulateNetworkConditions({ download: 1.6e6 / 8, upload: 1.6e6 / 8, latency: 150 });
    const start = performance.now();
    await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: "domcontentloaded" });
    const painted = await page.evaluate(() => new Promise((resolve) => new PerformanceObserver((list) => list.getEntries().filter(({ name }) => name === "first-contentful-paint").forEach(({ startTime }) => resolve(startTime))).observe({ type: "paint", buffered: true })));
    await page.waitForFunction(() => document.querySelector("jianyi-search")?.shadowRoot?.querySelector("input"));
    const [ready, first, begun] = [performance.now() - start, sent, performance.now()];
    await page.evaluate((words) => void document.querySelector("jianyi-search").ask(words), QUERY);
    await page.waitForFunction(() => document.querySelector("jianyi-search").shadowRoot.querySelector("li a"));
    return { painted, ready, first, answered: performance.now() - begun, asked: sent - first };
  } finally {
    await browser.close();
    server.close();
  }
}
