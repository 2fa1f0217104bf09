/**
 * @file `cargo xtask bench reply`: 1,000 different letters of 3 kB, checked by all our rules and by AutoCorrect, zhlint and
 * textlint with the Chinese rules that are to be had, in Chromium, in one run. JIANYI_BENCH_SIZES=100 does less.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { letters } from "./reply/letters.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = path.join(here, "../..");
const site = process.env.JIANYI_SITE ?? path.join(root, "dist");
const out = path.join(root, "build/bench");
const packages = createRequire(path.join(root, "www/package.json"));
const { default: puppeteer } = await import(pathToFileURL(packages.resolve("puppeteer-core")).href);

const COUNT = Number(process.env.JIANYI_BENCH_SIZES ?? 1000);
const BYTES = 3000;
const TIMES = 5;
const PEERS = ["@huacnlee/autocorrect", "zhlint", "@textlint/kernel", "textlint-rule-zh-half-and-full-width-bracket", "@textlint-rule/textlint-rule-no-unmatched-pair"];

if (!existsSync(path.join(here, "node_modules/zhlint"))) {
  execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: here, stdio: "inherit" });
}
await mkdir(out, { recursive: true });
await packages("esbuild").build({
  entryPoints: [path.join(here, "reply/page.js")],
  outfile: path.join(out, "reply.js"),
  nodePaths: [path.join(here, "node_modules")],
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  // zhlint reads rule files and ignore lists in Node only
  alias: Object.fromEntries(["path", "fs", "assert", "util", "url", "os", "process", "node:path", "node:fs", "node:assert"].map((name) => [name, path.join(here, "reply/nothing.js")])),
  logLevel: "error",
});
const texts = await letters(root, COUNT, BYTES);
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const url = await serve();
const versions = await Promise.all(PEERS.map(async (name) => `${name} ${JSON.parse(await readFile(path.join(here, "node_modules", name, "package.json"), "utf8")).version}`));
const browser = await puppeteer.launch({
  browser: "chrome",
  executablePath: process.env.JIANYI_CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--no-sandbox", "--disable-gpu"],
  protocolTimeout: 600_000,
});
const measured = [];
try {
  console.log(`${COUNT.toLocaleString("en")} different letters, ${(bytes / 1e6).toFixed(2)} MB, median of ${TIMES} turns; ${await browser.version()}\n${versions.join(", ")}`);
  const names = await (await opened()).evaluate(() => globalThis.checkers);
  for (const name of names) {
    const page = await opened();
    measured.push(await page.evaluate((...values) => globalThis.run(...values), name, texts, TIMES).catch((error) => ({ name, failed: error.message.split("\n")[0] })));
    await page.close();
  }
} finally {
  await browser.close();
}
const peer = measured.find(({ name }) => name === "AutoCorrect");
console.log(`\n| checker | ${COUNT.toLocaleString("en")} letters, ms | MB/s | of AutoCorrect's throughput | findings |\n| --- | --- | --- | --- | --- |`);
for (const { name, median, best, found, failed } of measured) {
  console.log(failed ? `| ${name} | failed: ${failed} | – | – | – |` : `| ${name} | ${median.toFixed(0)} (best ${best.toFixed(0)}) | ${(bytes / 1e3 / median).toFixed(1)} | ${peer?.median ? `${(peer.median / median).toFixed(1)}×` : "–"} | ${found} |`);
}
process.exit(measured.some(({ failed }) => failed) ? 1 : 0);

async function opened() {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(url, { waitUntil: "load" });
  await page.waitForFunction(() => globalThis.run !== undefined);
  return page;
}

async function serve() {
  const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
  const server = createServer(async ({ url: asked = "/" }, response) => {
    const name = path.basename(asked);
    if (asked === "/") return void response.setHeader("Content-Type", "text/html").end('<!doctype html><title>bench</title><script type="module" src="/reply.js"></script>');
    const folder = name === "reply.js" ? out : name === "autocorrect_bg.wasm" ? path.join(here, "node_modules/@huacnlee/autocorrect") : site;
    response.setHeader("Content-Type", types[path.extname(name)] ?? "application/octet-stream");
    const file = await readFile(path.join(folder, name)).catch(() => undefined);
    if (!file) response.statusCode = 404;
    response.end(file);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  return `http://127.0.0.1:${server.address().port}/`;
}
