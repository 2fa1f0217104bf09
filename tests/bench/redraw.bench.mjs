/**
 * @file `cargo xtask bench redraw`: what a click on the overview costs the page's own thread until every chart shows the new
 * figures, by Chromium's trace: time in scripts in all, in the longest task, and long tasks by the page's own observer.
 *
 * JIANYI_BENCH_ENTRIES=10000 reads a smaller ledger, JIANYI_BENCH_TIMES=5 clicks less often.
 */
import { execFileSync } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = path.join(fileURLToPath(new URL(".", import.meta.url)), "../..");
const site = process.env.JIANYI_SITE ?? path.join(root, "dist");
const out = path.join(root, "build/bench");
const packages = createRequire(path.join(root, "www/package.json"));
const { default: puppeteer } = await import(pathToFileURL(packages.resolve("puppeteer-core")).href);
const ENTRIES = Number(process.env.JIANYI_BENCH_ENTRIES ?? 100_000);
const TIMES = Number(process.env.JIANYI_BENCH_TIMES ?? 30);
const KINDS = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", json: "application/json", svg: "image/svg+xml", wasm: "application/wasm" };
/** What V8 and Blink call the running of scripts; what is nested in one is counted once. */
const SCRIPTS = new Set(["BlinkScheduler_PerformMicrotaskCheckpoint", "EvaluateScript", "EventDispatch", "FireAnimationFrame", "FireIdleCallback", "FunctionCall", "HandlePostMessage", "RunMicrotasks", "TimerFire", "V8.GC_TIME_TO_SAFEPOINT", "v8.callFunction", "v8.run"]);
/** What a script may make Blink do at once; it is no script, though it keeps the thread as well. */
const RENDERING = new Set(["Layout", "UpdateLayoutTree"]);
/** The page opens what its list of samples names; the large ledger stands in the place of this one. */
const SAMPLE = "samples/fictional-city-2024.json";
/** Where a click falls: a bar of each of these charts in turn. */
const CLICKED = ["roles", "topics", "bodies", "rating", "state", "disclosure"];

await mkdir(out, { recursive: true });
const ledger = path.join(out, "redraw.json");
execFileSync("cargo", ["run", "--quiet", "--release", "-p", "jianyi-generator", "--bin", "generate", "--", "--entries", String(ENTRIES), "--years", "5", "--seed", "7", "--texts", "none", "--out", ledger], { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
const server = createServer(async (request, response) => {
  const name = decodeURIComponent(new URL(request.url ?? "", "http://x").pathname.slice(1)) || "index.html";
  const body = await readFile(name === SAMPLE ? ledger : path.join(site, name)).catch(() => null);
  response.writeHead(body ? 200 : 404, { "content-type": KINDS[name.split(".").at(-1)] ?? "application/octet-stream" });
  response.end(body);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
const browser = await puppeteer.launch({
  browser: "chrome",
  executablePath: process.env.JIANYI_CHROMIUM ?? "/usr/bin/chromium",
  headless: true,
  args: ["--disable-background-networking", "--disable-component-update", "--disable-gpu", "--disable-quic", "--disable-sync", "--no-first-run", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
  protocolTimeout: 600_000,
});
const page = await browser.newPage();
page.on("pageerror", (error) => console.error(String(error)));
await page.setViewport({ width: 1440, height: 900 });
await page.evaluateOnNewDocument(() => {
  globalThis.longTasks = [];
  new PerformanceObserver((list) => globalThis.longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({ type: "longtask" });
});
await page.goto(`http://127.0.0.1:${server.address().port}/#ledger=${path.basename(SAMPLE)}`, { waitUntil: "load" });
await page.waitForFunction((count) => document.querySelector("jianyi-board")?.summary?.entries === count, { timeout: 600_000, polling: 100 }, ENTRIES);
await page.evaluate(() => {
  const charts = () => [...document.querySelector("jianyi-board").shadowRoot.querySelectorAll("jianyi-chart")];
  globalThis.chartsOf = charts;
  // Shown: the picture is of the summary that the board has now.
  globalThis.isShown = (chart) => chart.drawn.shown === chart.picture;
});
await page.waitForFunction(() => globalThis.chartsOf().length > 0 && globalThis.chartsOf().every(globalThis.isShown), { timeout: 60_000 });

const clicks = [];
for (let time = 0; time < TIMES + CLICKED.length; time += 1) {
  const click = await measured(CLICKED[time % CLICKED.length], Math.floor(time / CLICKED.length) % 3);
  if (time >= CLICKED.length) clicks.push(click);
}
const sorted = (name) => clicks.map((click) => click[name]).sort((one, other) => one - other);
const cell = (name) => `${sorted(name)[Math.floor(clicks.length / 2)].toFixed(1)} (p95 ${sorted(name)[Math.floor(clicks.length * 0.95)].toFixed(1)})`;
console.log(`${ENTRIES.toLocaleString("en")} entries, ${clicks[0].charts} charts, ${clicks.length} clicks, ${await browser.version()}

| scripts after a click, ms | with what they made the browser lay out, ms | the longest task's scripts, ms | charts in sight redrawn after, ms | all charts redrawn after, ms | long tasks |
| --- | --- | --- | --- | --- | --- |
| ${cell("scripts")} | ${cell("withLayout")} | ${cell("longest")} | ${cell("inSight")} | ${cell("all")} | ${clicks.reduce((sum, { longTasks }) => sum + longTasks, 0)} |`);
await browser.close();
server.close();
process.exit(0);

/** A click on a bar, until every chart is of the new figures. @param {string} chart @param {number} bar */
async function measured(chart, bar) {
  await page.evaluate((name) => globalThis.chartsOf().find(({ dataset }) => dataset.chart === name)?.scrollIntoView({ block: "center" }), chart);
  await new Promise((resolve) => setTimeout(resolve, 400));
  await page.tracing.start({ categories: ["devtools.timeline", "toplevel", "v8", "blink.user_timing"] });
  const seen = await page.evaluate(
    (name, at) =>
      new Promise((resolve) => {
        const board = document.querySelector("jianyi-board");
        const bars = globalThis.chartsOf().find(({ dataset }) => dataset.chart === name).shadowRoot.querySelectorAll("#bars > li");
        const before = board.summary;
        const started = performance.now();
        globalThis.longTasks.length = 0;
        performance.mark("click");
        bars[Math.min(at, bars.length - 1)].click();
        const times = {};
        const isInSight = (element) => ((box) => box.bottom > 0 && box.top < innerHeight)(element.getBoundingClientRect());
        const look = () => {
          const charts = globalThis.chartsOf();
          const isNew = board.summary !== before && charts.length > 0;
          if (isNew && times.inSight === undefined && charts.filter(isInSight).every(globalThis.isShown)) times.inSight = performance.now() - started;
          if (isNew && charts.every(globalThis.isShown)) {
            performance.mark("shown");
            const longTasks = globalThis.longTasks.filter(({ startTime }) => startTime >= started).length;
            return resolve({ ...times, all: performance.now() - started, charts: charts.length, longTasks });
          }
          setTimeout(look, 4);
        };
        setTimeout(look, 4);
      }),
    chart,
    bar,
  );
  const { traceEvents } = JSON.parse(Buffer.from(await page.tracing.stop()).toString("utf8"));
  return { ...seen, ...scripting(traceEvents) };
}

/** Milliseconds of the thread's own time in scripts between the two marks that it set: in all, with what they made Blink lay out, and in the longest task. */
function scripting(events) {
  const mark = (name) => events.find((event) => event.name === name && event.cat.includes("blink.user_timing"));
  const [start, end] = [mark("click"), mark("shown")];
  const mine = events.filter(({ pid, tid, ph, tts, tdur }) => pid === start.pid && tid === start.tid && ph === "X" && tts + tdur > start.tts && tts < end.tts);
  const spans = (names) => merged(mine.filter(({ name }) => names(name)).map(({ tts, tdur }) => [Math.max(tts, start.tts), Math.min(tts + tdur, end.tts)]));
  const scripts = spans((name) => SCRIPTS.has(name));
  const laidOut = spans((name) => RENDERING.has(name));
  // What a task leaves to be done at its end runs after it, in its name.
  const begun = mine.filter(({ name }) => name === "ThreadControllerImpl::RunTask").map(({ tts }) => Math.max(tts, start.tts)).sort((one, other) => one - other);
  const tasks = begun.map((from, at) => [from, begun[at + 1] ?? end.tts]);
  const inScripts = (span) => overlap(scripts, span);
  const own = (span) => inScripts(span) - laidOut.reduce((sum, layout) => sum + overlap(scripts, [Math.max(layout[0], span[0]), Math.min(layout[1], span[1])]), 0);
  const all = [start.tts, end.tts];
  return { scripts: own(all), withLayout: inScripts(all), longest: Math.max(...tasks.map(own)) };
}

/** Spans without their overlaps. @param {number[][]} spans */
function merged(spans) {
  const found = [];
  for (const [from, to] of spans.sort(([one], [other]) => one - other)) {
    const last = found.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else found.push([from, to]);
  }
  return found;
}

/** Milliseconds of one span that lie in others. @param {number[][]} spans @param {number[]} within */
function overlap(spans, [from, to]) {
  return spans.reduce((sum, [one, other]) => sum + Math.max(0, Math.min(other, to) - Math.max(one, from)), 0) / 1000;
}
