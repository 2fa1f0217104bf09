/**
 * @file `cargo xtask bench statistics`: the linked views beside crossfilter2, Arquero, DuckDB-Wasm and typed arrays, on
 * the same rows, in one run, in Chromium and Firefox. A time counts only where every cell is right.
 *
 * JIANYI_BENCH_SIZES=10000,100000 and JIANYI_BROWSERS=chromium do less.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = path.join(here, "../..");
const out = path.join(root, "build/bench");
const generated = path.join(root, "build/release/generated");
const packages = createRequire(path.join(root, "www/package.json"));
const { default: puppeteer } = await import(pathToFileURL(packages.resolve("puppeteer-core")).href);

const SIZES = (process.env.JIANYI_BENCH_SIZES ?? "10000,100000,1000000").split(",").map(Number);
const BROWSERS = (process.env.JIANYI_BROWSERS ?? "chromium,firefox").split(",");
const ENGINES = process.env.JIANYI_BENCH_ENGINES?.split(",");
const PROGRAMS = {
  chromium: process.env.JIANYI_CHROMIUM ?? "/usr/bin/chromium",
  firefox: process.env.JIANYI_FIREFOX ?? "/usr/bin/firefox-esr",
};

installPeers();
await bundle();
const url = await serve();
const reports = [];
for (const browser of BROWSERS) {
  for (const count of SIZES) {
    for (const engine of ENGINES ?? ["ours", "typed arrays", "crossfilter2", "arquero", "duckdb-wasm"]) reports.push(await measure(browser, engine, count));
    const of = reports.filter((report) => report.browser === browser && report.count === count && !report.failed);
    console.log(`\n${browser}, ${count.toLocaleString("en")} rows, eight linked views\n${table(of)}`);
  }
}
await writeFile(path.join(out, "statistics.json"), JSON.stringify(reports, null, 1));
process.exit(0);

/** Each engine in a browser of its own, so that none pays for another's memory. */
async function measure(browser, engine, count) {
  const flags = ["--no-sandbox", "--disable-gpu", "--enable-blink-features=ForceEagerMeasureMemory"];
  const launched = await puppeteer.launch({
    browser: browser === "chromium" ? "chrome" : browser,
    executablePath: PROGRAMS[browser],
    headless: true,
    args: browser === "chromium" ? flags : [],
    protocolTimeout: 1_200_000,
  });
  try {
    const page = await launched.newPage();
    page.on("pageerror", (error) => console.error(String(error)));
    await page.goto(url, { waitUntil: "load" });
    const report = await page.evaluate((name, size) => globalThis.run(name, size), engine, count);
    const floor = engine === "ours" ? await page.evaluate((size) => globalThis.floor(size), count) : undefined;
    return { browser, version: await launched.version(), ...report, floor };
  } catch (error) {
    console.error(`${browser}, ${engine}, ${count} rows: ${error.message.split("\n")[0]}`);
    return { browser, engine, count, failed: String(error) };
  } finally {
    await launched.close();
  }
}

function table(reports) {
  const own = reports.find(({ engine }) => engine === "ours");
  const ms = (time) => (time >= 100 ? time.toFixed(0) : time >= 1 ? time.toFixed(1) : time.toFixed(3));
  const cell = ({ best, median, p95 }, base) => `${ms(median)} (${ms(best)}–${ms(p95)})${base ? ` ${(median / base.median).toFixed(median / base.median < 10 ? 1 : 0)}×` : ""}`;
  const lines = reports.map((report) => {
    const cells = ["slider", "anew", "toggles"].map((list) => cell(report.lists[list], report === own ? undefined : own?.lists[list]));
    return `| ${report.engine} | ${cells.join(" | ")} | ${ms(report.built)} | ${Number.isFinite(report.memory) ? `${Math.round(report.memory / 2 ** 20)} MiB` : "–"} |`;
  });
  const remarks = own ? [`floor (the same bytes read once): ${cell(own.floor)}; our whole summary, a slider's step: ${cell(own.lists.summary)}; ${own.note}; ${own.version}`] : [];
  return ["| engine | slider step, ms (best–p95) | three filters anew, ms | toggle, ms | build, ms | memory |", "| --- | --- | --- | --- | --- | --- |", ...lines, "", ...remarks].join("\n");
}

function installPeers() {
  if (existsSync(path.join(here, "node_modules/crossfilter2"))) return;
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit" });
}

async function bundle() {
  const { build } = packages("esbuild");
  await mkdir(out, { recursive: true });
  await build({
    entryPoints: [path.join(here, "statistics/page.js")],
    outfile: path.join(out, "page.js"),
    alias: { "jianyi-generated": path.join(generated, "desk.js") },
    nodePaths: [path.join(here, "node_modules")],
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "warning",
  });
}

/** Cross-origin isolation lets the page read a finer clock and its memory. */
async function serve() {
  const duckdb = path.join(here, "node_modules/@duckdb/duckdb-wasm/dist");
  const files = { "/page.js": path.join(out, "page.js"), "/desk_bg.wasm": path.join(generated, "desk_bg.wasm") };
  const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
  const server = createServer(async ({ url: asked = "/" }, response) => {
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    const file = files[asked] ?? (asked.startsWith("/duckdb/") ? path.join(duckdb, path.basename(asked)) : undefined);
    if (!file) return void response.setHeader("Content-Type", "text/html").end('<!doctype html><title>bench</title><script type="module" src="/page.js"></script>');
    response.setHeader("Content-Type", types[path.extname(file)] ?? "application/octet-stream");
    response.end(await readFile(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return `http://127.0.0.1:${server.address().port}/`;
}
