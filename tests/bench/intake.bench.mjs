/**
 * @file `cargo xtask bench intake`: reading a ledger beside TextDecoder + JSON.parse, Papa Parse, SheetJS, Arquero and
 * DuckDB-Wasm, on the same bytes, in one run, in Chromium. JIANYI_BENCH_SIZES=10000 does less.
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
const site = process.env.JIANYI_SITE ?? path.join(root, "dist");
const out = path.join(root, "build/bench");
const packages = createRequire(path.join(root, "www/package.json"));
const { default: puppeteer } = await import(pathToFileURL(packages.resolve("puppeteer-core")).href);

const COUNT = Number(process.env.JIANYI_BENCH_SIZES ?? 100_000);
const TIMES = 3;
const PLAN = {
  "jianyi/ledger/1": ["json", ["ours", "TextDecoder + JSON.parse", "JSON.parse + columns"]],
  "any JSON": ["records", ["ours", "TextDecoder + JSON.parse", "JSON.parse + columns", "Arquero", "DuckDB-Wasm"]],
  CSV: ["csv", ["ours", "Papa Parse", "Arquero", "DuckDB-Wasm"]],
  XLSX: ["xlsx", ["ours", "SheetJS"]],
};

if (!existsSync(path.join(here, "node_modules/papaparse"))) {
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit" });
}
await mkdir(out, { recursive: true });
await packages("esbuild").build({
  entryPoints: [path.join(here, "intake/page.js")],
  outfile: path.join(out, "intake.js"),
  nodePaths: [path.join(here, "node_modules")],
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  logLevel: "error",
});
const url = await serve();
const reports = [];
console.log(`Versions: ${await versions()}`);
for (const [title, [kind, readers]] of Object.entries(PLAN)) {
  // The workbook is made by a peer in the page, whose memory sets the limit.
  const count = kind === "xlsx" ? Math.min(COUNT, 20_000) : COUNT;
  const measured = [];
  for (const reader of readers) measured.push(await measure(kind, reader, count));
  reports.push(...measured);
  console.log(`\n${title}, ${count.toLocaleString("en")} entries of 20 fields, ${(measured[0].size / 1e6).toFixed(1)} MB\n${table(measured)}`);
}
await writeFile(path.join(out, "intake.json"), JSON.stringify(reports, null, 1));
process.exit(0);

/** Each reader in a browser of its own, so that none pays for another's memory. */
async function measure(kind, reader, count) {
  const launched = await puppeteer.launch({
    browser: "chrome",
    executablePath: process.env.JIANYI_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"],
    protocolTimeout: 600_000,
  });
  try {
    const page = await launched.newPage();
    await page.goto(url, { waitUntil: "load" });
    return await page.evaluate((...values) => globalThis.run(...values), kind, reader, count, TIMES);
  } catch (error) {
    return { kind, reader, count, failed: error.message.split("\n")[0] };
  } finally {
    await launched.close();
  }
}

/** The peers as installed; DuckDB-Wasm works in a worker of its own, whose memory no page can see. */
async function versions() {
  const names = ["papaparse", "xlsx", "arquero", "@duckdb/duckdb-wasm"];
  const told = await Promise.all(names.map(async (name) => `${name} ${JSON.parse(await readFile(path.join(here, "node_modules", name, "package.json"), "utf8")).version}`));
  return told.join(", ");
}

function table(measured) {
  const [own] = measured;
  const line = ({ reader, best, median, memory, failed }) =>
    failed ? `| ${reader} | failed: ${failed} | – | – |` : `| ${reader} | ${median.toFixed(0)} (best ${best.toFixed(0)}) | ${(median / own.median).toFixed(2)}× | ${Math.round(memory / 2 ** 20)} MiB (${(memory / own.size).toFixed(1)} × the file) |`;
  return ["| reader | median, ms | of ours | peak memory |", "| --- | --- | --- | --- |", ...measured.map(line)].join("\n");
}

async function serve() {
  const duckdb = path.join(here, "node_modules/@duckdb/duckdb-wasm/dist");
  const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
  const server = createServer(async ({ url: asked = "/" }, response) => {
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    const name = path.basename(asked);
    const file = asked === "/" ? undefined : asked === "/intake.js" ? path.join(out, name) : path.join(asked.startsWith("/duckdb/") ? duckdb : site, name);
    if (!file) return void response.setHeader("Content-Type", "text/html").end('<!doctype html><title>bench</title><script type="module" src="/intake.js"></script>');
    response.setHeader("Content-Type", types[path.extname(file)] ?? "application/octet-stream");
    const bytes = await readFile(file).catch(() => undefined);
    if (!bytes) response.statusCode = 404;
    response.end(bytes);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return `http://127.0.0.1:${server.address().port}/`;
}
